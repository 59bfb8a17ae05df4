//! The rule about slips of the hand: words of a table that are never meant, the
//! names of bodies that all offices write, one syllable off, and words that no
//! Vietnamese word can be.

use std::collections::HashSet;
use std::ops::Range;

use serde::Deserialize;

use super::capital::Capital;
use super::name::Body;
use super::person::is_near;
use super::position::misspelt;
use super::reading::words;
use super::text::{Role, Text};
use super::{Findings, Rule, Subject, no_word};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::encoding::{is_syllable, tone};
use crate::values::one_line;

pub(super) const RULES: &[Rule] = &[Rule::of_document("go-nham", Warning, slips).and_rows()];

/// The table of slips.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slips {
    #[serde(rename = "nham")]
    all: Vec<Slip>,
    /// Names with wrong capitals.
    #[serde(rename = "viet_hoa")]
    pub(super) capitals: Vec<Capital>,
}

/// A slip that is never meant.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slip {
    /// What was typed, lower case.
    #[serde(rename = "sai")]
    wrong: String,
    /// What was meant.
    #[serde(rename = "dung")]
    right: String,
    /// Words after which it is none: `tám gương mặt`.
    #[serde(rename = "tru_khi", default)]
    unless: Vec<String>,
    /// Whether it is none beside another doubled word: `đi đi về về`.
    #[serde(rename = "lay", default)]
    reduplicates: bool,
}

/// A word, where it stands, and its lower case.
pub(super) type Spoken<'t> = (usize, &'t str, String);

fn slips(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let positions = &subject.lexicon.signing.positions;
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        // A misspelt position is told as one.
        if text.role == Role::Position {
            let line = one_line(text.text);
            let whom = line.split_once(' ').map_or("", |(_, whom)| whom);
            if misspelt(&line, positions).or_else(|| misspelt(whom, positions)).is_some() {
                continue;
            }
        }
        let spoken: Vec<Spoken<'_>> =
            words(text.text).map(|(at, word)| (at, word, word.to_lowercase())).collect();
        let mut hits = of_the_table(subject, text, &spoken);
        for hit in of_names(subject, text, &spoken) {
            if hits.iter().all(|(range, _)| range.end <= hit.0.start || hit.0.end <= range.start) {
                hits.push(hit);
            }
        }
        let impossible: Vec<_> = no_word::of_no_language(subject, text, &spoken)
            .filter(|own| hits.iter().all(|(range, _)| range.end <= own.start || own.end <= range.start))
            .collect();
        for range in impossible {
            let written = &text.text[range.clone()];
            let said = Wording {
                vi: [
                    format!("tiếng Việt không có chữ `{written}`"),
                    "gõ lại; từ mượn, tên riêng thì thêm vào `tieng_la` trong bang/ten-rieng.toml".into(),
                ],
                en: [
                    format!("`{written}` can be no Vietnamese word"),
                    "type it again; a foreign word or a name goes into `tieng_la` of bang/ten-rieng.toml"
                        .into(),
                ],
            };
            found.at(subject, text, range, said);
        }
        let onsets: Vec<_> = no_word::of_onsets(subject, text, &spoken)
            .filter(|(own, _)| hits.iter().all(|(range, _)| range.end <= own.start || own.end <= range.start))
            .collect();
        let own = hits.into_iter().map(|(range, right)| (range, right.to_string()));
        let mut hits: Vec<_> = own.chain(onsets).collect();
        hits.sort_by_key(|(range, _)| range.start);
        for (range, right) in hits {
            let written = &text.text[range.clone()];
            let said = Wording {
                vi: [format!("`{written}` là chữ gõ nhầm"), format!("có phải là `{right}`?")],
                en: [format!("`{written}` is a slip"), format!("did you mean `{right}`?")],
            };
            found.at(subject, text, range, said);
        }
    }
}

/// Slips of the table, whole syllables only.
fn of_the_table<'a>(
    subject: &Subject<'a>,
    text: &Text<'_>,
    spoken: &[Spoken<'_>],
) -> Vec<(Range<usize>, &'a str)> {
    let mut hits = Vec::new();
    let said: HashSet<&str> = spoken.iter().map(|(_, _, own)| own.as_str()).collect();
    for slip in &subject.lexicon.slips.all {
        if !slip.wrong.split(' ').all(|word| said.contains(word)) {
            continue;
        }
        let wrong: Vec<_> = slip.wrong.split(' ').collect();
        for (at, window) in spoken.windows(wrong.len()).enumerate() {
            let same = window.iter().zip(&wrong).all(|((_, _, own), wrong)| own == wrong);
            let next = spoken.get(at + wrong.len()).map(|(_, _, next)| next);
            let meant = || {
                next.is_some_and(|next| slip.unless.contains(next))
                    || is_a_name(spoken, at)
                    || (slip.reduplicates && is_redoubled(spoken, at))
            };
            if same && !meant() && adjacent(text.text, window) {
                hits.push((range(window), slip.right.as_str()));
            }
        }
    }
    hits
}

/// Whether a doubled word stands beside another one: `đi đi về về`.
fn is_redoubled(spoken: &[Spoken<'_>], at: usize) -> bool {
    let is_pair = |first: Option<usize>| {
        let pair = first.and_then(|first| spoken.get(first..first + 2));
        pair.is_some_and(|pair| pair[0].2 == pair[1].2)
    };
    is_pair(at.checked_sub(2)) || is_pair(Some(at + 2))
}

/// How people are called; what follows with a capital is a name.
const CALLED: [&str; 11] = ["anh", "chị", "ông", "bà", "cô", "chú", "bác", "em", "cụ", "dì", "cậu"];

/// Whether the first syllable of a slip is the name of a person: `anh Tám gương mẫu`.
fn is_a_name(spoken: &[Spoken<'_>], at: usize) -> bool {
    let called = at.checked_sub(1).is_some_and(|before| CALLED.contains(&spoken[before].2.as_str()));
    called && spoken[at].1.starts_with(char::is_uppercase)
}

/// Names of bodies with one syllable nearly right: `Sở Tư phap`. Another first
/// syllable may be another word, unless there is no such syllable.
fn of_names<'a>(
    subject: &Subject<'a>,
    text: &Text<'_>,
    spoken: &[Spoken<'_>],
) -> Vec<(Range<usize>, &'a str)> {
    let mut hits = Vec::new();
    let plain: Vec<String> = spoken.iter().map(|(_, _, own)| tone::unified(own)).collect();
    for Body { name, syllables } in &subject.lexicon.names.bodies {
        for (window, own) in spoken.windows(syllables.len()).zip(plain.windows(syllables.len())) {
            let begins = window[0].1.starts_with(char::is_uppercase);
            if !begins || !adjacent(text.text, window) {
                continue;
            }
            let odd = own.iter().zip(syllables).enumerate().filter(|(_, (own, right))| own != right);
            // The third is never asked for.
            let [(at, (own, right))] = &odd.take(2).collect::<Vec<_>>()[..] else { continue };
            // `Ban chỉ đạt 80%` speaks of a board, not of a Ban Chỉ đạo.
            let capitals = name.split(' ').zip(window).all(|(due, (_, word, _))| {
                !due.starts_with(char::is_uppercase) || word.starts_with(char::is_uppercase)
            });
            if capitals && is_near(own, right) && (*at > 0 || !is_syllable(own)) {
                hits.push((range(window), name.as_str()));
            }
        }
    }
    hits
}

fn range(window: &[Spoken<'_>]) -> Range<usize> {
    let (start, ..) = window[0];
    let (last, word, _) = &window[window.len() - 1];
    start..last + word.len()
}

/// Nothing but white space between the words.
fn adjacent(text: &str, window: &[Spoken<'_>]) -> bool {
    window.windows(2).all(|pair| {
        let (first, word, _) = &pair[0];
        text[first + word.len()..pair[1].0].chars().all(char::is_whitespace)
    })
}
