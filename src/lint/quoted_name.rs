//! Names in quotation marks, as of a movement, that are spelled in two ways: `“Dân vận khẻo”`
//! where `“Dân vận khéo”` stands everywhere else. A part of the rule `gan-giong`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::corrected::is_corrected;
use super::name::Near;
use super::reading::{folded, words};
use super::text::{Role, Text};
use super::{Place, Subject};
use crate::values::without_marks;

/// How many syllables a name has; a longer one is a saying.
const SYLLABLES: std::ops::RangeInclusive<usize> = 3..=6;

/// Longest name, in bytes.
const LONGEST: usize = 80;

/// Where a spelling stands; a slip is rare, so few places are kept.
#[derive(Default)]
struct Spelling<'s, 'a> {
    times: usize,
    places: Vec<(&'s Subject<'a>, &'s Text<'a>, Range<usize>)>,
}

const PLACES: usize = 5;

/// How often the usual spelling stands at least: of two or three names each may be right,
/// `“Trồng dừa hữu cơ”` and `“Trồng dưa hữu cơ”`.
const USUAL: usize = 4;

/// The names that are another one but for the marks of one syllable, each with that one.
pub(super) fn near_misses<'s, 'a>(subjects: &'s [Subject<'a>], mut tell: impl FnMut(&Near<'s, 'a>)) {
    let mut names: BTreeMap<String, BTreeMap<String, Spelling<'s, 'a>>> = BTreeMap::new();
    for subject in subjects {
        for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
            for range in quoted(text.text).into_iter().filter(|range| !is_corrected(text.text, range)) {
                let name = folded(&text.text[range.clone()]);
                let own = names.entry(without_marks(&name)).or_default().entry(name).or_default();
                own.times += 1;
                if own.places.len() < PLACES {
                    own.places.push((subject, text, range));
                }
            }
        }
    }
    for spellings in names.values().filter(|spellings| spellings.len() > 1) {
        let Some((usual, most)) = spellings.iter().max_by_key(|(_, own)| own.times) else { continue };
        if most.times < USUAL {
            continue;
        }
        let apart =
            |name: &str| name.split(' ').zip(usual.split(' ')).filter(|(one, two)| one != two).count();
        for (_, odd) in spellings.iter().filter(|(name, own)| apart(name) == 1 && own.times * 2 <= most.times)
        {
            let place = |(subject, text, range): &(&'s Subject<'a>, &'s Text<'a>, Range<usize>)| Place {
                subject,
                text,
                range: range.clone(),
            };
            for own in &odd.places {
                tell(&Near { odd: place(own), usual: place(&most.places[0]) });
            }
        }
    }
}

/// What stands between quotation marks and has as many syllables as a name, nothing else.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (open, mark) in text.match_indices('“') {
        let start = open + mark.len();
        let Some(end) = text[start..].find(['”', '“', '\n']).map(|end| start + end) else { continue };
        let name = &text[start..end];
        let plain = name.chars().all(|c| c.is_alphabetic() || c == ' ');
        if end - start <= LONGEST && plain && SYLLABLES.contains(&words(name).count()) {
            found.push(start..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn names_between_quotation_marks() {
        for (text, names) in [
            ("mô hình “Dân vận khéo” năm 2020", vec!["Dân vận khéo"]),
            ("“Dân biết, dân bàn, dân làm”, “Một cửa”", vec![]),
            ("“Xóm đạo bình yên", vec![]),
            ("“a “Xóm đạo bình yên” b”", vec!["Xóm đạo bình yên"]),
        ] {
            assert_eq!(quoted(text).into_iter().map(|own| &text[own]).collect::<Vec<_>>(), names, "{text}");
        }
    }
}
