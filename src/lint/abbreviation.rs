//! Rules about abbreviations: their marks, and whether the text introduces them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use serde::Deserialize;

use super::citation::Cited;
use super::reading::{is_address, word_at, words};
use super::text::{Role, Text, ends_with, tail};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;
use crate::validate::hidden;
use crate::values::without_marks;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("viet-tat-sai", Warning, wrong_abbreviation).and_rows(),
    Rule::of_document("viet-tat", Info, unknown_abbreviation),
];

/// Abbreviations, and the codes of the types that only the State issues.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Abbreviations {
    /// Those everyone knows, with their meaning.
    #[serde(rename = "viet_tat")]
    pub(super) known: BTreeMap<String, String>,
    #[serde(rename = "loai_nha_nuoc")]
    state_kinds: BTreeMap<String, Vec<String>>,
}

impl Abbreviations {
    /// The words for types that only the State issues, lower case.
    pub(super) fn state_kinds(&self) -> impl Iterator<Item = &str> {
        self.state_kinds.keys().map(String::as_str)
    }

    /// The codes of all types that only the State issues.
    pub(super) fn all_state_codes(&self) -> impl Iterator<Item = &str> {
        self.state_kinds.values().flatten().map(String::as_str)
    }

    /// The codes of a type that only the State issues, the usual one first.
    pub(super) fn state_codes(&self, kind: &str) -> impl Iterator<Item = &str> {
        self.state_kinds.get(kind).into_iter().flatten().map(String::as_str)
    }

    /// The type that only the State issues and that has this code.
    pub(super) fn state_kind_of(&self, code: &str) -> Option<&str> {
        let bears = |(_, codes): &(&String, &Vec<String>)| codes.iter().any(|own| own == code);
        self.state_kinds.iter().find(bears).map(|(kind, _)| kind.as_str())
    }

    /// The known abbreviation that differs from this one by marks only.
    fn like(&self, word: &str) -> Option<&str> {
        let plain = without_marks(word);
        let same = |known: &&String| known.as_str() != word && without_marks(known) == plain;
        self.known.keys().find(same).map(String::as_str)
    }
}

/// How many letters an abbreviation has.
const LETTERS: RangeInclusive<usize> = 2..=10;

/// Abbreviations in the running text: not in a symbol, not in a line that is
/// all capitals, not a Roman numeral.
fn abbreviations<'t>(subject: &Subject<'_>, at: usize, text: &'t Text<'_>) -> Vec<(usize, &'t str)> {
    let mut all = Vec::new();
    for (start, paragraph) in text.each_paragraph() {
        // A heading that is broken is told by its own error.
        if paragraph.starts_with('#') && (paragraph.contains("{{") || hidden(paragraph).is_some()) {
            continue;
        }
        let letters = paragraph.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = paragraph.chars().filter(|c| c.is_uppercase()).count();
        let spoken = words(paragraph).filter(|(_, word)| word.chars().all(char::is_lowercase)).count();
        if capitals * 2 > letters && letters > 12 && spoken < 2 {
            continue;
        }
        let capital = |word: &str| word.chars().all(char::is_uppercase);
        let hits = words(paragraph).filter(|(_, word)| capital(word));
        for (at_word, word) in hits.filter(|(_, word)| LETTERS.contains(&word.chars().count())) {
            let hit = at_word..at_word + word.len();
            let here = start + hit.start;
            let inside = subject.is_in_symbol(at, here);
            let roman = word.chars().all(|c| "IVXLCDM".contains(c));
            let next = paragraph[hit.end..].chars().next();
            let before = paragraph[..hit.start].chars().next_back();
            let joined = |c: Option<char>| c.is_some_and(|c| matches!(c, '/' | '-' | '@' | '.' | '&'));
            // `ĐK: đăng ký` in a legend explains itself.
            let legend = paragraph[hit.end..].starts_with(": ");
            let symbol = joined(before) || (joined(next) && next != Some('.')) || legend;
            let around = &paragraph[word_at(paragraph, &hit)];
            let address = is_address(around) || around.contains('_');
            // Words in capitals follow each other, abbreviations seldom do.
            let shouted = neighbour_in_capitals(paragraph, hit.start, hit.end);
            if !inside && !roman && !symbol && !shouted && !address {
                all.push((here, word));
            }
        }
    }
    all
}

/// A word in capitals right beside it; behind a comma stands another member of
/// a list.
fn neighbour_in_capitals(paragraph: &str, start: usize, end: usize) -> bool {
    // `Y` of `Y TẾ` is a word by itself.
    let capitals = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        (letters > 1 || word == "Y") && !word.chars().any(char::is_lowercase)
    };
    let before = paragraph[..start].strip_suffix(' ').and_then(|text| text.split_whitespace().next_back());
    let after = paragraph[end..].strip_prefix(' ').and_then(|text| text.split_whitespace().next());
    before.is_some_and(|word| capitals(word) && word.ends_with(char::is_alphanumeric))
        || after.is_some_and(capitals)
}

/// `BCD` for `BCĐ`: like a known one but for its marks; also in a symbol, where
/// the code of a body stands.
fn wrong_abbreviation(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for (at, text) in subject.texts.iter().enumerate().filter(|(_, text)| text.role != Role::Data) {
        for (start, word) in abbreviations(subject, at, text) {
            if let Some(meant) = meant_abbreviation(subject, word) {
                found.at(subject, text, start..start + word.len(), lacks_mark(word, meant));
            }
        }
    }
    if let Some(text) = subject.at("co_quan.ky_hieu") {
        let code = text.text.trim();
        let abbreviations = &subject.lexicon.abbreviations;
        let unknown = !abbreviations.known.contains_key(code);
        if let Some(meant) = abbreviations.like(code).filter(|_| unknown) {
            found.at(subject, text, 0..text.text.len(), lacks_mark(code, meant));
        }
    }
    for cited in &subject.citations {
        let text = &subject.texts[cited.text];
        let symbol = &text.text[cited.symbol_range.clone()];
        for body in cited.symbol.body.split('-').filter(|body| body.chars().count() > 1) {
            let Some(meant) = meant_abbreviation(subject, body) else { continue };
            let meant = if body == "TƯ" && is_central(cited) { "TW" } else { meant };
            let Some(at) = symbol.rfind(body) else { continue };
            let start = cited.symbol_range.start + at;
            found.at(subject, text, start..start + body.len(), lacks_mark(body, meant));
        }
    }
}

/// Whether a cited paper is said to be of a central body.
fn is_central(cited: &Cited) -> bool {
    let issuer = cited.issuer.as_deref().unwrap_or_default().to_lowercase();
    ["trung ương", "bộ chính trị", "ban bí thư"].iter().any(|word| issuer.contains(word))
}

/// The known abbreviation that was meant, if this one is unknown.
fn meant_abbreviation<'s>(subject: &'s Subject<'_>, word: &str) -> Option<&'s str> {
    let own = subject.document().body.code.trim();
    let known = subject.lexicon.abbreviations.known.contains_key(word) || word == own;
    let like_own = without_marks(own) == without_marks(word);
    let meant = if like_own { Some(own) } else { subject.lexicon.abbreviations.like(word) };
    meant.filter(|_| !known)
}

fn lacks_mark(word: &str, meant: &str) -> Wording {
    Wording {
        vi: [format!("chữ viết tắt `{word}` sai dấu"), format!("có phải là `{meant}`?")],
        en: [format!("the abbreviation `{word}` lacks a mark"), format!("did you mean `{meant}`?")],
    }
}

/// Whether a number follows: `ĐT.914`, `CSB 8001` name one road, one ship.
fn is_designation(after: &str) -> bool {
    after.strip_prefix(['.', ' ']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// What a name follows that is capitals and nothing else: `Công ty cổ phần CTC`.
const NAMED: [&str; 15] = [
    "công ty",
    "tnhh",
    "cổ phần",
    "cp",
    "mtv",
    "tmcp",
    "tập đoàn",
    "ngân hàng",
    "hãng",
    "thương hiệu",
    "phần mềm",
    "ứng dụng",
    "nền tảng",
    "trang mạng",
    "tên quốc tế",
];

/// Whether a word is the name of a company or a product.
fn is_a_name(before: &str) -> bool {
    let before = tail(before.trim_end_matches(['“', '"', '*', ' ']), 40).to_lowercase();
    NAMED.iter().any(|word| ends_with(&before, word))
}

/// An abbreviation that nobody knows and the text does not introduce.
fn unknown_abbreviation(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let body = |text: &Text<'_>| text.role == Role::Body;
    let texts = || subject.texts.iter().enumerate().filter(|(_, text)| body(text));
    let mut introduced = BTreeSet::new();
    for (at, text) in subject.texts.iter().enumerate().filter(|(_, text)| text.is_prose()) {
        for (start, word) in abbreviations(subject, at, text) {
            let before = text.text[..start].trim_end_matches(['“', '"', '*', ' ']);
            let after = text.text[start + word.len()..].trim_start();
            let spoken =
                ["(", "tắt là", "gọi là", "(sau đây gọi tắt là"].iter().any(|cue| before.ends_with(cue));
            // `(sau đây viết tắt là Hội LHPN)`
            let near = tail(before, 200);
            let bracket = near.rfind('(').map_or("", |open| &near[open..]);
            let inside = !bracket.contains(')') && (bracket.contains("tắt") || bracket.contains("gọi"));
            if spoken || inside || after.starts_with('(') {
                introduced.insert(word);
            }
        }
    }
    let mut told = BTreeSet::new();
    for (at, text) in texts() {
        for (start, word) in abbreviations(subject, at, text) {
            let known = subject.lexicon.abbreviations.known.contains_key(word)
                || introduced.contains(word)
                || subject.document().body.code.split(['-', '/']).any(|own| own.trim() == word)
                || subject.lexicon.abbreviations.like(word).is_some()
                || is_designation(&text.text[start + word.len()..])
                || is_a_name(&text.text[..start]);
            if !known && told.insert(word) {
                let words = Wording {
                    vi: [
                        format!("chữ viết tắt `{word}` chưa được giải thích"),
                        format!("lần đầu ghi đầy đủ rồi ghi tắt trong ngoặc đơn: … ({word})"),
                    ],
                    en: [
                        format!("the abbreviation `{word}` is not introduced"),
                        format!("write it in full first, with the short form in brackets: … ({word})"),
                    ],
                };
                found.at(subject, text, start..start + word.len(), words);
            }
        }
    }
}
