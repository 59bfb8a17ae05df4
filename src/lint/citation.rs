//! In: the texts of a document. Out: every paper cited in them: type word,
//! symbol, date and title, each with its place.

use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde::Deserialize;

use super::cited_issuer::Issuers;
use super::lexicon::Lexicon;
use super::reading::{folded, pattern};
use super::symbol::{Symbol, symbols};
use super::text::{Text, holds};
use super::when::{DAY, day};
use crate::standard::Kinds;
use crate::values::{Date, one_line};

/// A cited paper.
pub(super) struct Cited {
    /// The index of its text.
    pub(super) text: usize,
    /// The word for its type, lower case, if one stands before the symbol.
    pub(super) kind: Option<String>,
    /// The symbol as others are found by: well formed, without spaces.
    pub(super) key: String,
    /// The parts of the symbol.
    pub(super) symbol: Symbol,
    /// Its date, if that follows and exists.
    pub(super) date: Option<Date>,
    /// Whether a comma stands before the word `ngày`, if that follows.
    pub(super) comma: Option<bool>,
    /// Whose paper it is, if that is said: `của Bộ Chính trị`.
    pub(super) issuer: Option<String>,
    /// Its title as compared: without quotation marks and emphasis.
    pub(super) title: Option<Title>,
    /// From the type word to the end of the symbol.
    pub(super) range: Range<usize>,
    /// The symbol alone.
    pub(super) symbol_range: Range<usize>,
    /// The date.
    pub(super) date_range: Range<usize>,
    /// The colon of `số:`, which belongs in a header only.
    pub(super) colon: Option<usize>,
}

/// The title of a cited paper.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// As it is compared.
    pub(super) text: String,
    /// Whether it stands in quotation marks or in a field of its own; without,
    /// it may be told in other words.
    pub(super) quoted: bool,
}

/// Words around the symbol of a paper.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CitingWords {
    /// Words that no name of an issuer holds.
    #[serde(rename = "khong_phai_ten")]
    verbs: Vec<String>,
    /// Words that tell no title from another.
    #[serde(rename = "chu_chung")]
    pub(super) general: Vec<String>,
    /// Types that their makers number as they like.
    #[serde(rename = "tu_dat_so")]
    pub(super) numbered_freely: Vec<String>,
    /// Types whose symbol bears a year.
    #[serde(rename = "co_nam")]
    pub(super) with_year: Vec<String>,
    /// Since when.
    #[serde(rename = "co_nam_tu")]
    pub(super) with_year_since: i32,
    /// Whose papers bear which code.
    #[serde(rename = "co_quan", default)]
    pub(super) issuers: Vec<Issuers>,
}

impl CitingWords {
    /// The codes of all issuers.
    pub(super) fn codes(&self) -> impl Iterator<Item = &str> {
        self.issuers.iter().map(Issuers::code)
    }
}

static DATE_AFTER: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"^(?P<comma>,)?\s*ngày\s+(?P<date>{DAY})")));
static TITLE_AFTER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"^(?P<between>[^“";.]*)[“"]\*{0,2}(?P<title>[^“”"]+?)\*{0,2}[”"]"#));
/// A title has as many letters, and so few stand between it and the symbol.
const TITLE: RangeInclusive<usize> = 8..=400;
const BETWEEN: usize = 160;
/// `của Tỉnh ủy về công tác dân vận`.
static TOLD_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"^\s+(?:của\s+(?P<of>[^,;:.“”"]+?)\s+)?về\s+(?P<title>(?:[^“”";,.:()]|“[^“”]*”)+)"#)
});
const SHORTEST_TOLD: usize = 6;
const LONGEST_TOLD: usize = 200;
const LONGEST_ISSUER: usize = 80;
/// `của Đảng ủy phường Bến Giang`, after the symbol and the date.
static ISSUER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"^[\s,]*của\s+(?P<issuer>\p{Lu}[^,;:.()“”"]+?)(?:\s+(?:về|và|ngày|tại)\s|[,;:.()“”"]|\s*$)"#)
});
/// What a symbol is read by.
pub(super) struct Grammar {
    /// The words for all types, the longest first.
    pub(super) words: Vec<String>,
    /// The codes of all types.
    codes: Vec<String>,
    /// Words that show that a sentence goes on, and names no body.
    pub(super) verbs: Vec<String>,
}

/// The papers cited in `texts`.
pub(super) fn citations(texts: &[Text<'_>], kinds: &Kinds, lexicon: &Lexicon) -> Vec<Cited> {
    let mut words: Vec<String> = kinds.all().iter().map(|kind| kind.name.to_lowercase()).collect();
    words.extend(lexicon.abbreviations.state_kinds().map(String::from));
    // `nghị quyết liên tịch` before `nghị quyết`.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut codes: Vec<String> = kinds.all().iter().flat_map(|kind| kind.codes().map(String::from)).collect();
    codes.extend(lexicon.abbreviations.all_state_codes().map(String::from));
    codes.retain(|code| !code.is_empty());
    let grammar = Grammar { words, codes, verbs: lexicon.citing.verbs.clone() };
    let mut found = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        if let Some(paper) = text.path.strip_suffix(".so").filter(|path| path.starts_with("can_cu.")) {
            found.extend(grammar.as_data(texts, at, paper));
        } else if text.is_prose() {
            found.extend(grammar.as_text(at, text));
        }
    }
    found
}

impl Grammar {
    /// A legal basis given as data.
    fn as_data(&self, texts: &[Text<'_>], at: usize, paper: &str) -> Option<Cited> {
        let text = texts[at].text;
        // The fields of one paper stand side by side.
        let of_paper = |text: &&Text<'_>| text.path.starts_with(paper);
        let before = texts[..at].iter().rev().take_while(of_paper);
        let around: Vec<_> = before.chain(texts[at + 1..].iter().take_while(of_paper)).collect();
        let field = |key: &str| {
            let path = format!("{paper}.{key}");
            around.iter().find(|text| text.path == path).map(|text| text.text)
        };
        let symbol = symbols(text, &self.codes, |_| true).into_iter().next()?;
        let kind = field("loai").map(|kind| kind.trim().to_lowercase());
        Some(Cited {
            text: at,
            kind: kind.filter(|kind| self.words.contains(kind)),
            key: key_of(&symbol, text),
            date: field("ngay").and_then(|date| date.trim().parse().ok()),
            comma: None,
            issuer: field("co_quan").map(one_line),
            title: field("trich_yeu").map(|title| Title { text: title_of(title), quoted: true }),
            range: 0..text.len(),
            symbol_range: 0..text.len(),
            date_range: 0..text.len(),
            colon: None,
            symbol,
        })
    }

    fn as_text(&self, at: usize, text: &Text<'_>) -> Vec<Cited> {
        let whole = text.text;
        let announced = |before: &str| {
            let (_, kind, number_word) = self.kind_before(before);
            kind.is_some() || number_word.is_some()
        };
        let all = symbols(whole, &self.codes, announced);
        let starts: Vec<_> = all.iter().map(|symbol| symbol.range.start).collect();
        let read = |(index, symbol): (usize, Symbol)| {
            let range = symbol.range.clone();
            let (start, kind, number_word) = self.kind_before(&whole[..range.start]);
            let rest = &whole[range.end..starts.get(index + 1).copied().unwrap_or(whole.len())];
            let date = DATE_AFTER.captures(rest);
            let group = |name: &str| date.as_ref().and_then(|date| date.name(name));
            let after = group("date").map_or(0, |date| date.end());
            let date_range =
                group("date").map_or(0..0, |date| range.end + date.start()..range.end + date.end());
            Cited {
                text: at,
                key: key_of(&symbol, &whole[range.clone()]),
                date: date.as_ref().and_then(day),
                comma: date.as_ref().map(|date| date.name("comma").is_some()),
                issuer: ISSUER
                    .captures(&rest[after..])
                    .map(|own| one_line(&own["issuer"]))
                    .filter(|own| own.chars().count() <= LONGEST_ISSUER),
                title: self.title(&rest[after..]),
                range: start..range.end,
                symbol_range: range,
                date_range,
                colon: number_word
                    .filter(|_| kind.is_some() && !symbol.state)
                    .filter(|&at| whole[at..].starts_with(':')),
                kind,
                symbol,
            }
        };
        all.into_iter().enumerate().map(read).collect()
    }

    /// The title in quotation marks, or told after `về`.
    fn title(&self, rest: &str) -> Option<Title> {
        let letters = |text: &str| text.chars().count();
        let near = |own: &Captures<'_>| {
            letters(&own["between"]) <= BETWEEN && TITLE.contains(&letters(&own["title"]))
        };
        let told = TOLD_AFTER.captures(rest);
        // `về thực hiện phong trào “Dân vận khéo” năm 2020` is one title, `về “Dân vận khéo”` a quoted one.
        let around = |told: &Captures<'_>| {
            let told = told["title"].trim();
            let begins = told.strip_prefix("việc").unwrap_or(told).trim_start();
            begins.find('“').is_some_and(|at| at > 0)
        };
        let told = if told.as_ref().is_some_and(around) {
            told?
        } else if let Some(title) = TITLE_AFTER.captures(rest).filter(near) {
            return Some(Title { text: title_of(&title["title"]), quoted: true });
        } else {
            told?
        };
        let of = told.name("of").map_or(String::new(), |of| of.as_str().to_lowercase());
        let title: String = told["title"].chars().take(LONGEST_TOLD).collect();
        let names = letters(&of) <= LONGEST_ISSUER && !self.verbs.iter().any(|verb| holds(&of, verb));
        (names && letters(&title) >= SHORTEST_TOLD).then(|| Title { text: title_of(&title), quoted: false })
    }
}

/// A malformed symbol is known by its proper form.
fn key_of(symbol: &Symbol, written: &str) -> String {
    if symbol.formed {
        written
            .trim()
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| if c == '–' { '-' } else { c })
            .collect()
    } else {
        symbol.proper(symbol.state, None)
    }
}

/// A title as it is compared: what people write around it does not count.
pub(super) fn title_of(text: &str) -> String {
    let plain: String = one_line(text).to_lowercase().replace(['“', '”', '"', '*'], "");
    let plain = plain.trim().trim_end_matches(['.', ',', ';']);
    let plain = plain.strip_prefix("về việc ").or_else(|| plain.strip_prefix("về ")).unwrap_or(plain);
    folded(plain)
}
