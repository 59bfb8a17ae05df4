//! Names that can only be of one person of a paper: of the only one whom a decision is
//! about, of whoever signs, with the very position that he signs with. A part of the rule
//! `gan-giong`; elsewhere two people may differ by one mark.

use std::collections::BTreeMap;
use std::ops::Range;

use super::name::Near;
use super::person::{self, Spelling, is_near};
use super::reading::folded;
use super::text::{Text, head};
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

/// What may follow the position of the signer; anything else may be the name of another body.
const DOES: [&str; 22] = [
    "chủ trì",
    "dự",
    "tham dự",
    "chỉ đạo",
    "phụ trách",
    "trực tiếp",
    "phát biểu",
    "kết luận",
    "báo cáo",
    "trình bày",
    "thông qua",
    "khai mạc",
    "bế mạc",
    "ký",
    "làm",
    "được",
    "đã",
    "sẽ",
    "thay mặt",
    "chịu",
    "là",
    "theo dõi",
];

/// Whether a name is followed by a position of the body that issues the paper: `đồng chí
/// Lê Văn A, Bí thư chủ trì`, `Lê Văn A (Bí thư Đảng ủy xã)`. `Bí thư Tỉnh Đoàn` is another.
fn is_held(name: &Spelling<'_, '_>, position: &str) -> bool {
    let held = |(subject, text, range): &(&Subject<'_>, &Text<'_>, Range<usize>)| {
        let after = office_after(&text.text[range.end..]);
        !position.is_empty()
            && after
                .is_some_and(|office| office.strip_prefix(position).is_some_and(|rest| is_own(rest, subject)))
    };
    name.places.iter().any(held)
}

/// Whether each mention of a name has the office of another body right behind it: whoever
/// holds that one may well be called almost as somebody here.
pub(super) fn is_of_another_body(name: &Spelling<'_, '_>) -> bool {
    let another = |(subject, text, range): &(&Subject<'_>, &Text<'_>, Range<usize>)| {
        let Some(office) = office_after(&text.text[range.end..]) else { return false };
        let known = subject.lexicon.signing.positions.iter().filter(|own| office.starts_with(&own.folded));
        let longest = known.max_by_key(|own| own.folded.len());
        longest.is_some_and(|own| !is_own(&office[own.folded.len()..], subject))
    };
    !name.places.is_empty() && name.places.iter().all(another)
}

/// What stands behind a name, after a comma or in brackets, folded.
fn office_after(text: &str) -> Option<String> {
    let after = folded(&one_line(head(text, 200)));
    after.strip_prefix(", ").or_else(|| after.strip_prefix("(")).map(str::to_string)
}

/// Whether a position is over, or goes on with the body that issues the paper, named as far as
/// it need be: `Bí thư Đảng ủy xã`.
fn is_own(rest: &str, subject: &Subject<'_>) -> bool {
    let body = folded(&one_line(&subject.document().body.name));
    let next = rest.trim_start();
    let ends = body.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at).chain([body.len()]);
    let named = |end: usize| next.strip_prefix(&body[..end]).is_some_and(|rest| is_end(rest.trim_start()));
    !rest.starts_with(char::is_alphanumeric) && (is_end(next) || ends.into_iter().any(named))
}

/// Whether the position is over: nothing follows, a mark, or what the person does.
fn is_end(rest: &str) -> bool {
    let does =
        |word: &&str| rest.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    !rest.starts_with(char::is_alphanumeric) || DOES.iter().any(does)
}

#[cfg(test)]
mod tests {
    use super::{is_end, is_one_person};

    #[test]
    fn the_office_of_another_body_is_not_over() {
        for (rest, over) in [
            ("", true),
            (", dự họp", true),
            ("chủ trì", true),
            ("dự và chỉ đạo", true),
            ("tỉnh ủy, dự", false),
            ("thường trực đảng ủy xã an trường", false),
            ("làmg", false),
        ] {
            assert_eq!(is_end(rest), over, "{rest}");
        }
    }

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
