//! The rules about single letters: capitals of names that everybody writes alike,
//! and the vowel that bears the tone.

use serde::Deserialize;

use super::reading::words;
use super::text::{Role, at_words};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::encoding::tone;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("viet-hoa", Warning, capitals).and_rows(),
    Rule::of_document("dau-thanh", Warning, tones).and_rows(),
];

/// A name with capitals where it has none, or without those it has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Capital {
    /// As it is written wrongly, letter for letter.
    #[serde(rename = "sai")]
    wrong: String,
    /// As it is.
    #[serde(rename = "dung")]
    right: String,
    /// Whether it is wrong only before a proper name, where some offices write so:
    /// `Đảng bộ Tỉnh Trà Giang`.
    #[serde(rename = "truoc_ten", default)]
    before_name: bool,
    /// Words beside which it is no name: `các đảng cộng sản`, `Đảng cộng sản các nước`.
    #[serde(rename = "tru_khi", default)]
    unless: Vec<String>,
}

/// A position is printed in capitals.
fn capitals(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let read = |text: &&super::text::Text<'_>| !matches!(text.role, Role::Data | Role::Position);
    for text in subject.texts.iter().filter(read) {
        let mut told = Vec::new();
        for Capital { wrong, right, before_name, unless } in &subject.lexicon.slips.capitals {
            for at in at_words(text.text, wrong) {
                let end = at + wrong.len();
                let next = text.text[end..].strip_prefix(' ').unwrap_or_default();
                let named = next.starts_with(char::is_uppercase);
                // The longest comes first in the table.
                let seen = told.iter().any(|range: &std::ops::Range<usize>| range.contains(&at));
                let last = text.text[..at].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
                let last = last.to_lowercase();
                let beside = |word: &String| last == *word || at_words(next, word).next() == Some(0);
                if seen || *before_name && !named || unless.iter().any(beside) {
                    continue;
                }
                told.push(at..end);
                let words = Wording {
                    vi: [format!("`{wrong}` viết hoa chưa đúng"), format!("viết `{right}`")],
                    en: [format!("`{wrong}` has a wrong capital"), format!("write `{right}`")],
                };
                if *before_name {
                    found.remark_at(subject, text, at..end, words);
                } else {
                    found.at(subject, text, at..end, words);
                }
            }
        }
    }
}

/// `khaì`, `qủa`: the tone stands on the wrong vowel.
fn tones(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        for (at, word) in words(text.text) {
            let Some(right) = tone::put_right(word) else { continue };
            let words = Wording {
                vi: [format!("dấu thanh của `{word}` đặt sai chữ"), format!("viết `{right}`")],
                en: [format!("the tone of `{word}` stands on the wrong letter"), format!("write `{right}`")],
            };
            found.at(subject, text, at..at + word.len(), words);
        }
    }
}
