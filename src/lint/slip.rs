//! The rule about slips of the hand: words of a table that are never meant, the
//! names of bodies that all offices write, one syllable off, and words that no
//! Vietnamese word can be.

use std::collections::HashSet;
use std::ops::Range;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::capital::Capital;
use super::name::Body;
use super::person::is_near;
use super::position::misspelt;
use super::reading::words;
use super::text::{Role, Text};
use super::{Check, Findings, Rule, Subject, tone};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::encoding::{self, is_impossible, is_syllable};
use crate::values::one_line;

pub(super) const RULES: &[Rule] = &[Rule { id: "go-nham", severity: Warning, check: Check::Document(slips) }];

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
}

/// A word, where it stands, and its lower case.
type Spoken<'t> = (usize, &'t str, String);

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
        let impossible: Vec<_> = of_no_language(subject, text, &spoken)
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
        let onsets: Vec<_> = of_onsets(subject, text, &spoken)
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
            let meant = next.is_some_and(|next| slip.unless.contains(next));
            if same && !meant && !is_a_name(spoken, at) && adjacent(text.text, window) {
                hits.push((range(window), slip.right.as_str()));
            }
        }
    }
    hits
}

/// How people are called; what follows with a capital is a name.
const CALLED: [&str; 11] = ["anh", "chị", "ông", "bà", "cô", "chú", "bác", "em", "cụ", "dì", "cậu"];

/// Whether the first syllable of a slip is the name of a person: `anh Tám gương mẫu`.
fn is_a_name(spoken: &[Spoken<'_>], at: usize) -> bool {
    let called = at.checked_sub(1).is_some_and(|before| CALLED.contains(&spoken[before].2.as_str()));
    called && spoken[at].1.starts_with(char::is_uppercase)
}

/// Words that can be none, `chât`, `thángg`: in small letters, or at the beginning
/// of a sentence. A name, a part of an address, a word with a hyphen may be of any
/// language.
fn of_no_language(
    subject: &Subject<'_>,
    text: &Text<'_>,
    spoken: &[Spoken<'_>],
) -> impl Iterator<Item = Range<usize>> {
    let small = |word: &str| word.chars().all(char::is_lowercase);
    let suspicious = move |(index, (at, word, lower)): (usize, &Spoken<'_>)| {
        // Few words are; only these are looked around.
        if !is_impossible(lower) || subject.lexicon.names.foreign.contains(lower) {
            return false;
        }
        let end = at + word.len();
        let joins = |c: char| "-–/@.'’_".contains(c);
        let before = text.text[..*at].chars().next_back();
        let mut after = text.text[end..].chars();
        let joined = before.is_some_and(joins)
            || after
                .next()
                .is_some_and(|c| joins(c) && (c != '.' || after.next().is_some_and(char::is_alphanumeric)));
        let begins = text.paragraphs.iter().any(|paragraph| {
            let lead = text.text.get(paragraph.start..*at).unwrap_or("a");
            let lead = lead.trim_end_matches(['“', '"', '*', '(']);
            lead.trim().is_empty() || lead.ends_with(". ") || lead.ends_with(") ") || lead.ends_with("- ")
        });
        let next = spoken.get(index + 1).map(|(_, next, _)| *next);
        let last = index.checked_sub(1).map(|last| spoken[last].1);
        // `Lý Tự Trọg`: a neighbour shows that the name is Vietnamese.
        let named = [last, next]
            .into_iter()
            .flatten()
            .any(|other| other.starts_with(char::is_uppercase) && !other.is_ascii() && is_syllable(other));
        let named = named && (encoding::tones(word) > 0 || encoding::lacks_tone(word));
        // `TỔ CHỨC THƯC HIỆN`: a heading in capitals; names there look like all the rest.
        let shouted = text.role == Role::Heading
            && !word.is_ascii()
            && encoding::lacks_tone(lower)
            && !text.text.contains(char::is_lowercase);
        // `Trưong`, `Thuơng` are typed in haste; no language has these vowels.
        let half_horned = half_horned(lower) && word.chars().skip(1).all(char::is_lowercase);
        let capital = half_horned
            || word.chars().skip(1).all(char::is_lowercase) && (begins && next.is_some_and(small) || named);
        (small(word) || shouted || capital) && !joined
    };
    let ranges: Vec<_> = spoken
        .iter()
        .enumerate()
        .filter(|own| suspicious(*own))
        .map(|(_, (at, word, _))| *at..at + word.len())
        .collect();
    // Words of an old encoding are told as such.
    let old = !ranges.is_empty() && encoding::of_text(text.text).is_some();
    ranges.into_iter().filter(move |_| !old)
}

/// `ưo`, `uơng`, `uơc`: one of the two horns is missing. `Nguơn` is a name of the South.
fn half_horned(lower: &str) -> bool {
    let bare: String =
        lower.nfd().filter(|c| !"\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c)).nfc().collect();
    ["ưo", "uơng", "uơc"].iter().any(|own| bare.contains(*own))
}

/// Syllables in small letters whose onset is that of other vowels: `ngĩ`, `ghà`.
fn of_onsets(
    subject: &Subject<'_>,
    text: &Text<'_>,
    spoken: &[Spoken<'_>],
) -> impl Iterator<Item = (Range<usize>, String)> {
    let foreign = &subject.lexicon.names.foreign;
    spoken.iter().filter_map(move |(at, word, lower)| {
        if word != lower || foreign.contains(lower) {
            return None;
        }
        let right = encoding::onset_put_right(lower)?;
        let range = *at..at + word.len();
        let joins = |c: char| "-–/@'’_".contains(c);
        let alone = !text.text[..*at].ends_with(joins) && !text.text[range.end..].starts_with(joins);
        alone.then_some((range, right))
    })
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
