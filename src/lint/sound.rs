//! Names of places that sound like those in the head of the document and are
//! written otherwise: `phường Bến Gianh` for `phường Bến Giang`. A part of the rule
//! `gan-giong`; names that differ by their marks are compared elsewhere.

use std::ops::Range;

use super::name::Near;
use super::reading::{folded, words};
use super::text::{Role, Text, sentence};
use super::{Place, Subject};
use crate::encoding::is_syllable;
use crate::values::without_marks;

/// A name of a place: what stands before it, and its syllables.
pub(super) struct Named<'s, 'a> {
    head: Option<&'s str>,
    pub(super) syllables: Vec<String>,
    pub(super) text: &'s Text<'a>,
    pub(super) range: Range<usize>,
}

/// The places that sound alike, each with the one in the head of its document.
pub(super) fn near_misses<'s, 'a>(subjects: &'s [Subject<'a>], mut tell: impl FnMut(&Near<'s, 'a>)) {
    for subject in subjects {
        let own: Vec<_> = ["co_quan.ten", "co_quan.cap_tren"]
            .iter()
            .filter_map(|path| subject.at(path))
            .flat_map(|text| places(subject, text))
            .filter(|name| name.syllables.len() > 1)
            .collect();
        if own.is_empty() {
            continue;
        }
        for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
            let named = places(subject, text);
            for name in &named {
                let known = own.iter().any(|own| own.syllables == name.syllables);
                // `phường Bến Gian (thành phố Huế)` says where it is; two in one
                // sentence are two.
                let elsewhere = text.text[name.range.end..].trim_start().starts_with('(');
                let beside = |own: &Named<'_, '_>| {
                    let around = sentence(text.text, &name.range);
                    named
                        .iter()
                        .any(|other| other.syllables == own.syllables && around.contains(&other.range.start))
                };
                let meant = own.iter().find(|own| sounds_like(own, name) && !beside(own));
                if let Some(Named { text: of, range, .. }) = meant.filter(|_| !known && !elsewhere) {
                    let usual = Place { subject, text: of, range: range.clone() };
                    tell(&Near { odd: Place { subject, text, range: name.range.clone() }, usual });
                }
            }
        }
    }
}

/// The names of places in a text: the capitals after `phường`, `tỉnh` …, or the
/// place of issue.
pub(super) fn places<'s, 'a>(subject: &'s Subject<'a>, text: &'s Text<'a>) -> Vec<Named<'s, 'a>> {
    let spoken: Vec<_> = words(text.text).collect();
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let joined = |first: usize| {
        let ((at, word), (next, _)) = (spoken[first], spoken[first + 1]);
        &text.text[at + word.len()..next] == " "
    };
    let heads = || subject.lexicon.names.heads.iter().filter(|head| head.is_place);
    let mut found = Vec::new();
    for at in 0..spoken.len() {
        if !capital(spoken[at].1) {
            continue;
        }
        let head = heads().find(|head| {
            let syllables: Vec<_> = head.word.split(' ').collect();
            at.checked_sub(syllables.len()).is_some_and(|from| {
                (from..at).zip(&syllables).all(|(own, word)| {
                    folded(spoken[own].1) == **word && (own + 1 >= spoken.len() || joined(own))
                })
            })
        });
        if head.is_none() && !(at == 0 && text.path == "dia_danh") {
            continue;
        }
        let mut end = at;
        while end < spoken.len() && capital(spoken[end].1) && (end == at || joined(end - 1)) {
            end += 1;
        }
        if end > at + 1 {
            let (last, word) = spoken[end - 1];
            found.push(Named {
                head: head.map(|head| head.word.as_str()),
                syllables: spoken[at..end].iter().map(|(_, word)| folded(word)).collect(),
                text,
                range: spoken[at].0..last + word.len(),
            });
        }
    }
    found
}

/// Syllables of no more letters are too many to tell slips by.
const SHORT: usize = 3;

/// Whether all syllables but one are the same, and that one sounds alike or is
/// none at all.
fn sounds_like(own: &Named<'_, '_>, other: &Named<'_, '_>) -> bool {
    let one_kind = own.head == other.head || other.head.is_none();
    let mut odd = own.syllables.iter().zip(&other.syllables).filter(|(own, other)| own != other);
    let (first, second) = (odd.next(), odd.next());
    let alike = first.is_some_and(|(own, other)| {
        let marks_only = without_marks(own) == without_marks(other);
        // Short ones are names of their own as often as not: `Tân An`, `Tân Anh`.
        !marks_only
            && own.chars().count().max(other.chars().count()) > SHORT
            && (sound(own) == sound(other) || super::person::is_near(own, other) && !is_syllable(other))
    });
    one_kind && own.syllables.len() == other.syllables.len() && alike && second.is_none()
}

/// A syllable without what one region hears and another does not: the ends
/// `n`, `ng`, `nh` and `t`, `c`, `ch`, the beginnings `d`, `gi`, `r` and `s`, `x`.
fn sound(syllable: &str) -> String {
    let plain = without_marks(syllable);
    let begin = |text: &str| {
        let pairs = [("gi", "d"), ("r", "d"), ("x", "s"), ("ch", "tr")];
        let pair = pairs.iter().find_map(|(from, to)| Some(format!("{to}{}", text.strip_prefix(from)?)));
        pair.unwrap_or_else(|| text.into())
    };
    let end = |text: &str| {
        let pairs = [("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t")];
        let pair = pairs.iter().find_map(|(from, to)| Some(format!("{}{to}", text.strip_suffix(from)?)));
        pair.unwrap_or_else(|| text.into())
    };
    end(&begin(&plain))
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn what_sounds_alike() {
        for (one, other) in [("giang", "gianh"), ("giang", "gian"), ("giang", "dang"), ("phước", "phướt")]
        {
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        for (one, other) in [("bình", "minh"), ("phú", "phúc"), ("hòa", "hóc")] {
            assert_ne!(sound(one), sound(other), "{one} {other}");
        }
    }
}
