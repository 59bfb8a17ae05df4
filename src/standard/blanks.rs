//! In: what stands in a cell of a list, or in its place in YAML. Out: whether it says
//! something: or nothing, or the same as the cell above, or that nobody knew.

use serde::Deserialize;

use super::table;
use crate::diagnostic::Diagnostic;
use crate::values::one_line;
use crate::workspace::Workspace;

/// The words of a cell that are no value.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blanks {
    /// Signs that stand for nothing.
    #[serde(rename = "khong_co")]
    missing: Vec<String>,
    /// Words for what stands in the row above.
    #[serde(rename = "nhu_tren")]
    ditto: Vec<String>,
    /// Words of those who had nothing to write.
    #[serde(rename = "chua_ro")]
    unknown: Vec<String>,
}

/// Of the table of columns, what is read here.
#[derive(Deserialize)]
struct Table {
    #[serde(rename = "o_trong")]
    blanks: Blanks,
}

impl Blanks {
    /// Reads the table.
    ///
    /// # Errors
    /// A broken table, with the reason.
    pub fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        table::read(workspace, "so-lieu/cot.toml").map(|Table { blanks }| blanks)
    }

    /// Whether a text says that there is nothing, such as a dash, or several.
    #[must_use]
    pub fn is_missing(&self, text: &str) -> bool {
        let dashes = !text.is_empty() && text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '…' | ' '));
        dashes || self.missing.iter().any(|sign| sign == text)
    }

    /// Whether a text stands for the one above it.
    #[must_use]
    pub fn is_ditto(&self, text: &str) -> bool {
        among(&self.ditto, text)
    }

    /// Whether somebody wrote that there is nothing to write.
    #[must_use]
    pub fn is_unknown(&self, text: &str) -> bool {
        among(&self.unknown, text)
    }
}

/// Whether a text is one of these but for what is put around it: `-nt-`, `(nt)`, `nt.`.
fn among(words: &[String], text: &str) -> bool {
    let bare = bare(text);
    !bare.is_empty() && words.contains(&bare)
}

fn bare(text: &str) -> String {
    let around = |c: char| c.is_whitespace() || "-–—.…,;:()[]".contains(c);
    one_line(text.trim_matches(around)).to_lowercase().replace('.', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_around_a_word_does_not_matter() {
        let words = ["nt", "n/t", "//", "\"", "như trên"].map(String::from);
        for text in ["nt", "NT", "nt.", "n.t", "-nt-", "(nt)", "- n/t -", "-//-", "//", "-\"-", "Như trên"]
        {
            assert!(among(&words, text), "{text}");
        }
        for text in ["", "-", "/", "Nt 2", "n", "Ánh", "như trên tỉnh"] {
            assert!(!among(&words, text), "{text}");
        }
    }
}
