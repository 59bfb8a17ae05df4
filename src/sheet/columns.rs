//! In: `cot.toml`. Out: under which headings the columns of a list may stand,
//! and what may stand in their cells.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::grid::Content;
use crate::diagnostic::Diagnostic;
use crate::records::Folder;
use crate::standard;
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
    /// What the sheets of a folder of records list.
    #[must_use]
    pub fn of(folder: Folder) -> Self {
        match folder {
            Folder::Results => Self::Results,
            Folder::Evaluations => Self::Evaluations,
            Folder::Awards => Self::Awards,
            _ => Self::Models,
        }
    }

    /// The key under which YAML would have it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Models => "mo_hinh",
            Self::Evaluations => "danh_gia",
            Self::Results => "ket_qua",
            Self::Awards => "khen_thuong",
            Self::Recipients => "nguoi_nhan",
        }
    }
}

/// The columns of all lists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    #[serde(rename = "chan_bang")]
    pub(super) footers: Vec<String>,
    #[serde(rename = "so_thu_tu")]
    pub(super) counters: Vec<String>,
    /// Signs that stand for nothing.
    #[serde(rename = "khong_co", default)]
    missing: Vec<String>,
    /// Words for what stands in the row above.
    #[serde(rename = "nhu_tren", default)]
    ditto: Vec<String>,
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
}

/// A column.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Column {
    #[serde(rename = "tieu_de")]
    headings: Vec<String>,
    #[serde(rename = "kieu", default)]
    pub(super) kind: ColumnKind,
    #[serde(rename = "can", default)]
    pub(super) required: bool,
    #[serde(rename = "gop", default)]
    pub(super) may_be_merged: bool,
    /// Whether other words than those of `gia_tri` may stand there.
    #[serde(rename = "chu_khac", default)]
    open: bool,
    #[serde(rename = "gia_tri", default)]
    words: BTreeMap<String, Vec<String>>,
}

/// What a cell of the column holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(super) enum ColumnKind {
    #[default]
    #[serde(rename = "chu")]
    Text,
    #[serde(rename = "so")]
    Number,
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
        let required = self.of(list).iter().filter(|(key, column)| column.required && meant(key));
        let headings = required.filter_map(|(_, column)| column.headings.first());
        headings.map(|heading| format!("“{heading}”")).collect::<Vec<_>>().join(", ")
    }

    /// Whether a cell says that there is nothing, such as a dash.
    pub(super) fn is_missing(&self, content: &Content) -> bool {
        matches!(content, Content::Text(text) if self.missing.iter().any(|sign| sign == text))
    }

    /// Whether a cell stands for the one above it.
    pub(super) fn is_ditto(&self, content: &Content) -> bool {
        matches!(content, Content::Text(text) if self.ditto.contains(&text.to_lowercase()))
    }

    /// The key of the column with this heading.
    pub(super) fn key(&self, list: List, heading: &str) -> Option<String> {
        let named = |(key, column): (&String, &Column)| {
            if let Some(group) = key.strip_suffix('*') {
                let code = column.headings.iter().find_map(|own| code_in(heading, own))?;
                return Some(format!("{group}{code}"));
            }
            let heading = plain(heading);
            let own = plain(key) == heading || column.headings.iter().any(|own| plain(own) == heading);
            own.then(|| key.clone())
        };
        self.of(list).iter().find_map(named)
    }
}

/// The code that stands for `*`: `TC1` in `TC1 tự chấm` by `* tự chấm`.
fn code_in<'h>(heading: &'h str, pattern: &str) -> Option<&'h str> {
    let heading = heading.trim();
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
        let word = plain(word);
        let same = |(code, words): &(&String, &Vec<String>)| {
            plain(code) == word || words.iter().any(|own| plain(own) == word)
        };
        self.words.iter().find(same).map(|(code, _)| code.as_str())
    }
}
