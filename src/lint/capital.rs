//! The rules about single letters: capitals of names that everybody writes alike,
//! and the vowel that bears the tone.

use std::ops::Range;

use serde::Deserialize;

use super::reading::words;
use super::text::{Role, at_words};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::encoding::{is_syllable, tone};

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

/// A small letter after a full stop, or where a paragraph begins beside others that begin
/// with a capital.
fn small_beginnings(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role == Role::Body) {
        for (start, paragraph) in text.each_paragraph() {
            for range in after_stop(paragraph) {
                let range = start + range.start..start + range.end;
                let words = small(&text.text[range.clone()], ["sau dấu chấm", "after a full stop"]);
                found.at(subject, text, range, words);
            }
        }
        for at in 1..text.paragraphs.len() {
            let [before, own] = [at - 1, at].map(|at| &text.text[text.paragraphs[at].clone()]);
            let Some(first) = begins_small(before, own) else { continue };
            let start = text.paragraphs[at].start + first.start;
            let range = start..start + first.len();
            let words = small(&text.text[range.clone()], ["ở đầu đoạn", "where a paragraph begins"]);
            found.at(subject, text, range, words);
        }
    }
}

fn small(written: &str, [vi, en]: [&str; 2]) -> Wording {
    Wording {
        vi: [format!("`{written}` {vi} viết thường"), "viết hoa chữ đầu câu".into()],
        en: [format!("`{written}` has a small letter {en}"), "begin the sentence with a capital".into()],
    }
}

/// The words in small letters that follow a sentence; `v.v. và`, `tr. 12`, `a. …` end none.
fn after_stop(paragraph: &str) -> Vec<Range<usize>> {
    let stops = paragraph.match_indices(". ").filter(|(at, _)| {
        let before = &paragraph[..*at];
        let last = before.rsplit(|c: char| c.is_whitespace() || "(“".contains(c)).next().unwrap_or_default();
        let word = last.chars().count() > 1 && last.chars().all(char::is_lowercase) && is_syllable(last);
        word || last.ends_with('%') && last.starts_with(|c: char| c.is_ascii_digit())
    });
    stops.filter_map(|(at, stop)| first_small(paragraph, at + stop.len())).collect()
}

/// The first word of a paragraph or of an item, if it is small, ends as a sentence does and
/// follows one of its kind that begins with a capital.
fn begins_small(before: &str, own: &str) -> Option<Range<usize>> {
    let mark = |text: &str| text.len() - text.trim_start_matches(['-', '+', '*', ' ']).len();
    let sentence = |text: &str| text.ends_with('.') && !text.ends_with("..");
    let same = own[..mark(own)] == before[..mark(before)];
    let capital = before[mark(before)..].starts_with(char::is_uppercase);
    (same && capital && sentence(before) && sentence(own)).then(|| first_small(own, mark(own)))?
}

/// The word that begins here, if it is a syllable in small letters with another word behind it.
fn first_small(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at..].trim_start();
    let start = text.len() - rest.len();
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let small = word.chars().count() > 1 && word.chars().all(char::is_lowercase) && is_syllable(word);
    (small && rest[word.len()..].starts_with(' ')).then(|| start..start + word.len())
}

/// A position is printed in capitals.
fn capitals(subject: &Subject<'_>, found: &mut Findings<'_>) {
    small_beginnings(subject, found);
    let read = |text: &&super::text::Text<'_>| !matches!(text.role, Role::Data | Role::Position);
    for text in subject.texts.iter().filter(read) {
        let mut told = Vec::new();
        for Capital { wrong, right, before_name, unless } in &subject.lexicon.slips.capitals {
            for at in at_words(text.text, wrong) {
                let end = at + wrong.len();
                let next = text.text[end..].strip_prefix(' ').unwrap_or_default();
                let named = next.starts_with(char::is_uppercase);
                // The longest comes first in the table.
                let seen = told.iter().any(|range: &Range<usize>| range.contains(&at));
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
