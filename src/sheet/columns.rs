//! In: `cot.toml`. Out: under which headings the columns of a list may stand,
//! and what may stand in their cells.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::grid::Content;
use crate::diagnostic::Diagnostic;
use crate::records::Folder;
use crate::standard::{self, Blanks};
use crate::values::comparable as plain;
use crate::workspace::Workspace;

/// What a sheet lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Mô hình.
    Models,
    /// Đánh giá.
    Evaluations,
    /// Kết quả.
    Results,
    /// Khen thưởng.
    Awards,
    /// Người nhận giấy chứng nhận.
    Recipients,
}

impl List {
    /// The key under which YAML would have it.
    pub(super) fn key(self) -> &'static str {
        let folder = Folder::all().find(|folder| folder.list() == Some(self));
        folder.map_or("nguoi_nhan", Folder::key)
    }
}

/// The columns of all lists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    #[serde(rename = "chan_bang")]
    pub(super) footers: Vec<String>,
    #[serde(rename = "so_thu_tu")]
    counters: Vec<String>,
    /// Headings of a column that holds only the first syllables of a name.
    #[serde(rename = "nua_ten", default)]
    half_names: Vec<String>,
    /// What stands in cells that say nothing.
    #[serde(rename = "o_trong", default)]
    blanks: Blanks,
    #[serde(rename = "mo_hinh")]
    models: BTreeMap<String, Column>,
    #[serde(rename = "danh_gia")]
    evaluations: BTreeMap<String, Column>,
    #[serde(rename = "ket_qua")]
    results: BTreeMap<String, Column>,
    #[serde(rename = "khen_thuong")]
    awards: BTreeMap<String, Column>,
    #[serde(rename = "nguoi_nhan")]
    recipients: BTreeMap<String, Column>,
    /// The year of the file: where a column for each year stands, this one counts.
    #[serde(skip)]
    year: Option<i32>,
}

/// A column.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each is a key of the table")]
pub(super) struct Column {
    #[serde(rename = "tieu_de")]
    headings: Vec<String>,
    #[serde(rename = "kieu", default)]
    pub(super) kind: ColumnKind,
    #[serde(rename = "can", default)]
    pub(super) required: bool,
    /// Whether the list has the column, though its cells may be empty.
    #[serde(rename = "can_cot", default)]
    expected: bool,
    #[serde(rename = "gop", default)]
    pub(super) may_be_merged: bool,
    /// Whether other words than those of `gia_tri` may stand there.
    #[serde(rename = "chu_khac", default)]
    open: bool,
    #[serde(rename = "gia_tri", default)]
    words: BTreeMap<String, Vec<String>>,
    /// The codes by the letters of their words: every row asks for some.
    #[serde(skip)]
    codes: OnceLock<BTreeMap<String, String>>,
}

/// What a cell of the column holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(super) enum ColumnKind {
    #[default]
    #[serde(rename = "chu")]
    Text,
    #[serde(rename = "so")]
    Number,
    /// A whole number.
    #[serde(rename = "dem")]
    Count,
    #[serde(rename = "ngay")]
    Day,
    #[serde(rename = "nam")]
    Year,
    #[serde(rename = "co_khong")]
    Truth,
}

impl Columns {
    /// Reads the table.
    ///
    /// # Errors
    /// A broken table, with the reason.
    pub fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        standard::read(workspace, "so-lieu/cot.toml")
    }

    /// The same for a file of this year.
    pub(super) fn of_year(self, year: Option<i32>) -> Self {
        Self { year, ..self }
    }

    pub(super) fn of(&self, list: List) -> &BTreeMap<String, Column> {
        match list {
            List::Models => &self.models,
            List::Evaluations => &self.evaluations,
            List::Results => &self.results,
            List::Awards => &self.awards,
            List::Recipients => &self.recipients,
        }
    }

    /// The column that a key found by [`Self::key`] belongs to.
    pub(super) fn column(&self, list: List, key: &str) -> Option<&Column> {
        let all = self.of(list);
        let family = || all.get(&format!("{}.*", key.split_once('.')?.0));
        all.get(key).or_else(family)
    }

    /// The headings that a list cannot do without.
    pub(super) fn wanted(&self, list: List) -> String {
        self.headings(list, |_| true)
    }

    /// Those of them whose key is meant.
    pub(super) fn headings(&self, list: List, meant: impl Fn(&str) -> bool) -> String {
        let required = self.of(list).iter().filter(|(key, column)| column.is_needed() && meant(key));
        let headings = required.filter_map(|(_, column)| column.headings.first());
        headings.map(|heading| format!("“{heading}”")).collect::<Vec<_>>().join(", ")
    }

    /// The letters of all headings of a list, but for those that name a criterion.
    pub(super) fn all_headings(&self, list: List) -> BTreeSet<String> {
        let words = self.of(list).values().flat_map(|column| &column.headings);
        words.filter(|word| !word.contains('*')).map(|word| plain(word)).collect()
    }

    /// One more column for a row that has all that the list cannot do without, and
    /// nothing besides.
    pub(super) fn another(&self, list: List) -> String {
        let mut other = self.of(list).values().filter(|column| !column.is_needed());
        let heading = other.next().and_then(|column| column.headings.first());
        heading.map(|heading| format!("“{}”", heading.replace('*', "TC1"))).unwrap_or_default()
    }

    /// Whether a column of this heading only numbers the rows.
    pub(super) fn is_counter(&self, heading: &str) -> bool {
        self.counters.iter().any(|word| plain(word) == plain(heading))
    }

    /// Whether a column of this heading holds a part of a name only.
    pub(super) fn is_half_a_name(&self, heading: &str) -> bool {
        self.half_names.iter().any(|word| plain(word) == plain(heading))
    }

    /// Whether a cell says that there is nothing, such as a dash.
    pub(super) fn is_missing(&self, content: &Content) -> bool {
        matches!(content, Content::Text(text) if self.blanks.is_missing(text))
    }

    /// Whether a cell stands for the one above it.
    pub(super) fn is_ditto(&self, content: &Content) -> bool {
        matches!(content, Content::Text(text) if self.blanks.is_ditto(text))
    }

    /// The key of the column with this heading.
    pub(super) fn key(&self, list: List, heading: &str) -> Option<String> {
        self.keys(list, heading).into_iter().next()
    }

    /// The keys of the columns that this heading may have, the surest first: commas and
    /// strokes count only where two columns differ by them.
    pub(super) fn keys(&self, list: List, heading: &str) -> Vec<String> {
        let letters = plain(heading);
        let named = |(key, column): (&String, &Column)| {
            if let Some(group) = key.strip_suffix('*') {
                let code = column.headings.iter().find_map(|own| code_in(heading, own))?;
                return Some((false, format!("{group}{code}")));
            }
            let own = plain(key) == letters || column.headings.iter().any(|own| plain(own) == letters);
            let signs = |text: &str| -> String { text.to_lowercase().split_whitespace().collect() };
            let exact = || column.headings.iter().any(|own| signs(own) == signs(heading));
            own.then(|| (exact(), key.clone()))
        };
        let mut found: Vec<_> = self.of(list).iter().filter_map(named).collect();
        found.sort_by_key(|(exact, _)| !exact);
        let of_year = || {
            let year = heading.trim().trim_start_matches("Năm").trim_start_matches("năm").trim();
            let own = list == List::Results && self.year.is_some_and(|own| own.to_string() == year);
            own.then(|| "so".to_string())
        };
        let mut keys: Vec<_> = found.into_iter().map(|(_, key)| key).collect();
        if keys.is_empty() {
            keys.extend(of_year());
        }
        keys
    }
}

/// The code that stands for `*`: `TC1` in `TC1 tự chấm` by `* tự chấm`. Alone, it
/// is one that no word is like.
fn code_in<'h>(heading: &'h str, pattern: &str) -> Option<&'h str> {
    let heading = heading.trim();
    if pattern == "*" {
        let sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        let numbered = heading.ends_with(|c: char| c.is_ascii_digit()) || heading.starts_with("TC");
        let code = heading.starts_with(|c: char| c.is_ascii_uppercase()) && heading.chars().all(sign);
        return (code && numbered && heading.len() > 1).then_some(heading);
    }
    let (code, rest, pattern) = if let Some(after) = pattern.strip_prefix('*') {
        let (code, rest) = heading.split_once(char::is_whitespace)?;
        (code, rest, after)
    } else {
        let (rest, code) = heading.rsplit_once(char::is_whitespace)?;
        (code, rest, pattern.strip_suffix('*')?)
    };
    let is_code = code.bytes().all(|letter| letter.is_ascii_alphanumeric());
    (is_code && plain(rest) == plain(pattern)).then_some(code)
}

impl Column {
    /// Whether a heading without it is none.
    pub(super) fn is_needed(&self) -> bool {
        self.required || self.expected
    }

    /// Whether it stands for many columns, one a code.
    pub(super) fn is_family(&self) -> bool {
        self.headings.iter().any(|heading| heading.contains('*'))
    }

    /// Whether a cell may hold words that have no code.
    pub(super) fn takes_any_word(&self) -> bool {
        self.open || self.words.is_empty()
    }

    /// The words that have a code.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.values().flatten().map(String::as_str)
    }

    /// One word for each code.
    pub(super) fn first_words(&self) -> impl Iterator<Item = &str> {
        self.words.values().filter_map(|words| words.first()).map(String::as_str)
    }

    /// The code for a word in a cell.
    pub(super) fn code(&self, word: &str) -> Option<&str> {
        let codes = self.codes.get_or_init(|| {
            let of_code = |(code, words): (&String, &Vec<String>)| {
                let words: Vec<_> = std::iter::once(code).chain(words).map(|own| plain(own)).collect();
                words.into_iter().map(|word| (word, code.clone())).collect::<Vec<_>>()
            };
            // Of two codes with one word, the first counts.
            self.words.iter().rev().flat_map(of_code).collect()
        });
        codes.get(&plain(word)).map(String::as_str)
    }
}
