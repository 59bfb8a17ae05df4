//! The rule about the place of the tone mark: one way in a document.

use std::collections::BTreeMap;
use std::ops::Range;

use super::reading::{folded, words};
use super::sound::{Named, places};
use super::text::{Role, Text};
use super::{Findings, Place, Rule, Subject};
use crate::diagnostic::Severity::Info;
use crate::diagnostic::Wording;
use crate::encoding::tone;

pub(super) const RULES: &[Rule] = &[Rule::of_document("R-D-095", Info, mixed_tone_marks).and_lines()];

/// The words a body's name begins with.
const BODIES: [&str; 10] = ["đảng", "ủy", "ban", "hội", "sở", "mặt", "bộ", "liên", "khối", "tòa"];

/// Whether a word stands in the name of a person or a place: in a run of
/// capitalised words that begins like no body. `LIÊN HOÀ` in capitals tells
/// nothing.
fn in_owned_name(text: &str, spoken: &[(usize, &str)], at: usize) -> bool {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase)
    };
    let joined = |first: usize| {
        let ((start, word), (next, _)) = (spoken[first], spoken[first + 1]);
        &text[start + word.len()..next] == " "
    };
    if !capital(spoken[at].1) {
        return false;
    }
    let first = (1..=at).rev().find(|&to| !joined(to - 1) || !capital(spoken[to - 1].1)).unwrap_or(0);
    let goes_on = at + 1 < spoken.len() && joined(at) && capital(spoken[at + 1].1);
    let begins = folded(spoken[first].1);
    // A single word with a capital inside a sentence is a name as well.
    let inside = text[..spoken[first].0]
        .strip_suffix(' ')
        .is_some_and(|before| before.ends_with(|c: char| c.is_lowercase() || c == '/'));
    (first < at || goes_on || inside) && !BODIES.contains(&begins.as_str())
}

/// The name of one place in two ways, `xã Hòa An` and `xã Hoà An`: its owner has one.
fn names(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let mut known: BTreeMap<Vec<String>, Place<'_, '_>> = BTreeMap::new();
    // Most texts name no place that is written in two ways; to look for names in all takes long.
    let in_two_ways =
        |(_, word): (usize, &str)| word.starts_with(char::is_uppercase) && tone::place(word).is_some();
    let read = |text: &&Text<'_>| text.role != Role::Data && words(text.text).any(in_two_ways);
    for text in subject.texts.iter().filter(read) {
        for Named { syllables, text, range, .. } in places(subject, text) {
            let own = Place { subject, text, range };
            let written = |place: &Place<'_, '_>| place.text.text[place.range.clone()].to_lowercase();
            match known.get(&syllables) {
                Some(first) if written(first) != written(&own) => {
                    let (one, other) = (&text.text[own.range.clone()], &first.text.text[first.range.clone()]);
                    let words = Wording {
                        vi: [
                            format!("tên `{one}` chỗ khác ghi `{other}`"),
                            "viết thống nhất một cách".into(),
                        ],
                        en: [format!("`{one}` is `{other}` elsewhere"), "write the name one way".into()],
                    };
                    found.against(&own, first, words, ["đặt dấu cách khác", "marked the other way"]);
                    return;
                }
                Some(_) => {}
                None => drop(known.insert(syllables, own)),
            }
        }
    }
}

/// `hòa` beside `hoà`, `ủy` beside `uỷ` in one document. The name of a person or
/// a place keeps the spelling of its owner.
fn mixed_tone_marks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    names(subject, found);
    let mut first: BTreeMap<bool, (&Text<'_>, Range<usize>)> = BTreeMap::new();
    let mut count = BTreeMap::new();
    for text in subject.texts.iter().filter(|text| text.role != Role::Data && !text.path.ends_with("ho_ten"))
    {
        let spoken: Vec<_> = words(text.text).collect();
        for (index, &(at, word)) in spoken.iter().enumerate() {
            if let Some(place) = tone::place(word).filter(|_| !in_owned_name(text.text, &spoken, index)) {
                let second = place == tone::Place::Second;
                *count.entry(second).or_insert(0) += 1;
                first.entry(second).or_insert((text, at..at + word.len()));
            }
        }
    }
    let (old, new) = (count.get(&true).copied().unwrap_or(0), count.get(&false).copied().unwrap_or(0));
    let odd = old <= new;
    if let (Some((odd_text, odd_range)), Some((text, range))) = (first.get(&odd), first.get(&!odd)) {
        let (odd_word, word) = (&odd_text.text[odd_range.clone()], &text.text[range.clone()]);
        let said = Wording {
            vi: [
                format!("cách đặt dấu thanh không thống nhất: `{odd_word}` và `{word}`"),
                format!(
                    "chọn một cách cho cả văn bản; {new} chữ đặt dấu như `hòa, ủy`, {old} chữ như `hoà, uỷ`"
                ),
            ],
            en: [
                format!("tone marks stand in two ways: `{odd_word}` and `{word}`"),
                format!(
                    "choose one for the whole document; {new} words are like `hòa, ủy`, {old} like `hoà, uỷ`"
                ),
            ],
        };
        let one = Place { subject, text: odd_text, range: odd_range.clone() };
        let other = Place { subject, text, range: range.clone() };
        found.against(&one, &other, said, ["đặt dấu cách khác", "marked the other way"]);
    }
}
