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
    /// Kết quả.
    Results,
    /// Người nhận giấy chứng nhận.
    Recipients,
}

impl List {
    /// What the sheets of a folder of records list.
    #[must_use]
    pub fn of(folder: Folder) -> Self {
        if folder == Folder::Results { Self::Results } else { Self::Models }
    }

    /// The key under which YAML would have it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Models => "mo_hinh",
            Self::Results => "ket_qua",
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
    #[serde(rename = "ket_qua")]
    results: BTreeMap<String, Column>,
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
            List::Results => &self.results,
            List::Recipients => &self.recipients,
        }
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
    pub(super) fn key(&self, list: List, heading: &str) -> Option<&str> {
        let heading = plain(heading);
        let named = |(key, column): &(&String, &Column)| {
            plain(key) == heading || column.headings.iter().any(|own| plain(own) == heading)
        };
        self.of(list).iter().find(named).map(|(key, _)| key.as_str())
    }
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
