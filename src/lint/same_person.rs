//! Names that can only be of one person of a paper: of the only one whom a decision is
//! about, of whoever signs, with the very position that he signs with. A part of the rule
//! `gan-giong`; elsewhere two people may differ by one mark.

use std::collections::BTreeMap;

use super::name::Near;
use super::person::{self, Spelling, is_near};
use super::reading::folded;
use super::text::head;
use super::{Place, Subject};
use crate::values::one_line;

/// Each name that is nearly that of the one person, with that one.
pub(super) fn near_misses<'s, 'a>(subjects: &'s [Subject<'a>], mut tell: impl FnMut(&Near<'s, 'a>)) {
    for subject in subjects {
        let mut names: BTreeMap<Vec<String>, Spelling<'s, 'a>> = BTreeMap::new();
        for text in &subject.texts {
            person::collect(subject, text, &mut names);
        }
        let mentioned: Vec<_> = names.iter().filter(|(_, own)| own.signs.is_empty()).collect();
        if let ("quyet-dinh", [one, two]) = (subject.kind.folder.as_str(), &mentioned[..]) {
            let (odd, usual) = if one.1.places.len() < two.1.places.len() { (one, two) } else { (two, one) };
            let once = odd.1.places.len() == 1 && usual.1.places.len() > 1;
            if once && is_one_person(odd.0, usual.0) && !odd.1.stands_beside(usual.1) {
                tell(&near(odd.1, usual.1));
            }
        }
        for (signer, signed) in names.iter().filter(|(_, own)| !own.signs.is_empty()) {
            for (name, own) in &mentioned {
                if is_one_person(name, signer)
                    && signed.signs.keys().any(|(_, position)| is_held(own, position))
                {
                    tell(&near(own, signed));
                }
            }
        }
    }
}

fn near<'s, 'a>(odd: &Spelling<'s, 'a>, usual: &Spelling<'s, 'a>) -> Near<'s, 'a> {
    let place = |own: &Spelling<'s, 'a>| {
        let (subject, text, range) = own.places[0].clone();
        Place { subject, text, range }
    };
    Near { odd: place(odd), usual: place(usual) }
}

/// Whether one syllable is nearly another, or two have changed places.
fn is_one_person(one: &[String], two: &[String]) -> bool {
    let apart: Vec<_> = one.iter().zip(two).filter(|(one, two)| one != two).collect();
    one.len() == two.len()
        && match apart[..] {
            [(one, two)] => is_near(one, two),
            [(one, other), (two, another)] => one == another && two == other,
            _ => false,
        }
}

/// Whether a name is followed by a position: `đồng chí Lê Văn A, Bí thư chủ trì`. A secretary
/// of the Youth is another.
fn is_held(name: &Spelling<'_, '_>, position: &str) -> bool {
    name.places.iter().any(|(_, text, range)| {
        let after = folded(&one_line(head(&text.text[range.end..], 200)));
        let rest = after.strip_prefix(", ").and_then(|after| after.strip_prefix(position));
        !position.is_empty()
            && rest.is_some_and(|rest| {
                let next = rest.trim_start();
                !rest.starts_with(char::is_alphanumeric)
                    && !["đoàn", "chi đoàn", "liên chi"].iter().any(|other| next.starts_with(other))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::is_one_person;

    #[test]
    fn one_person_written_otherwise() {
        for (one, two, same) in [
            ("đào duy từ anh", "đào duy tử anh", true),
            ("đào duy từ anh", "đào huy từ anh", true),
            ("đào duy từ anh", "đào từ duy anh", true),
            ("đào duy từ anh", "đào duy từ", false),
            ("lê văn hùng", "lê văn hoàng", false),
        ] {
            let syllables = |name: &str| name.split(' ').map(str::to_string).collect::<Vec<_>>();
            assert_eq!(is_one_person(&syllables(one), &syllables(two)), same, "{one} | {two}");
        }
    }
}
