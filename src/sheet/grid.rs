//! In: cells at rows and columns. Out: a grid, its cells typed as the file
//! types them, and the text in which messages show its rows.

use std::collections::BTreeMap;

use super::shown::Shown;
use super::tidied;
use crate::diagnostic::Tidied;
use crate::values::{Date, one_line};
use unicode_normalization::UnicodeNormalization;

/// More rows or columns than any list has.
pub(super) const MOST_ROWS: u32 = 20_000;
pub(super) const MOST_COLUMNS: u32 = 200;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    /// Text, one line, form NFC.
    Text(String),
    /// A number as the file types it.
    Number(f64),
    /// A number that the file shows with a percent sign: 25 for 25 %.
    Percent(f64),
    /// A day as the file types it.
    Day(Date),
    /// True or false.
    Truth(bool),
    /// An error of the sheet itself: `#N/A`.
    Fault(String),
    /// A formula whose value the file does not hold.
    Uncomputed,
}

impl Content {
    /// Text, tidied: line breaks and tabs inside a cell are spaces.
    pub(super) fn text(text: &str) -> Option<Self> {
        let text = one_line(&text.replace('\u{a0}', " ")).nfc().collect::<String>();
        (!text.is_empty()).then_some(Self::Text(text))
    }

    /// As shown in messages.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Fault(text) => text.clone(),
            Self::Number(number) => plain(*number),
            Self::Percent(number) => format!("{}%", plain(*number)),
            Self::Day(day) => day.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::Uncomputed => "=…".into(),
        }
    }
}

/// The shortest decimal form of a number, with a comma. Excel keeps fifteen
/// digits; what binary adds behind them was never typed.
pub(super) fn plain(number: f64) -> String {
    let shortest = format!("{number}");
    let digits = shortest.bytes().filter(u8::is_ascii_digit).count();
    let text = if digits > 15 {
        let whole = format!("{:.0}", number.abs()).len();
        let rounded = format!("{number:.*}", 15_usize.saturating_sub(whole));
        if rounded.contains('.') {
            rounded.trim_end_matches('0').trim_end_matches('.').into()
        } else {
            rounded
        }
    } else {
        shortest
    };
    text.replace('.', ",")
}

/// One sheet. Rows and columns count from 0.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// The sheet's name; a CSV file has none.
    pub(super) sheet: Option<String>,
    /// Whether the sheet is hidden in the file.
    pub(super) is_hidden: bool,
    /// How the file shows its cells.
    pub(super) shown: Shown,
    pub(super) rows: BTreeMap<u32, BTreeMap<u32, Content>>,
    /// Cells, by row and column, whose text the reading put right.
    pub(super) tidied: BTreeMap<Tidied, Vec<(u32, u32)>>,
    /// Merged cells: first row and column, last row and column.
    pub(super) merged: Vec<((u32, u32), (u32, u32))>,
    /// What parts the cells of a CSV file.
    pub(super) separator: char,
    /// Rows of a CSV file with fewer cells than one above them, and how many.
    pub(super) short: BTreeMap<u32, u32>,
}

impl Grid {
    pub(super) fn put(&mut self, row: u32, column: u32, content: Content) {
        self.rows.entry(row).or_default().insert(column, content);
    }

    /// Remembers what reading put right in the text of a cell.
    pub(super) fn remember(&mut self, row: u32, column: u32, text: &str) {
        for what in tidied::of(text) {
            self.tidied.entry(what).or_default().push((row, column));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub(super) fn cell(&self, row: u32, column: u32) -> Option<&Content> {
        self.rows.get(&row)?.get(&column)
    }

    /// The first cell of the merged block that a cell lies in.
    pub(super) fn merged_at(&self, row: u32, column: u32) -> Option<(u32, u32)> {
        self.blocks(row, column).map(|(first, _)| *first).next()
    }

    /// The same, if the block spans several rows.
    pub(super) fn block_of(&self, row: u32, column: u32) -> Option<(u32, u32)> {
        self.blocks(row, column).find(|((top, _), (bottom, _))| top < bottom).map(|(first, _)| *first)
    }

    fn blocks(&self, row: u32, column: u32) -> impl Iterator<Item = &((u32, u32), (u32, u32))> {
        self.merged.iter().filter(move |((top, left), (bottom, right))| {
            (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn numbers() {
        for (number, text) in
            [(5.0, "5"), (0.25, "0,25"), (1.1 * 3.0, "3,3"), (79.75, "79,75"), (1e6, "1000000")]
        {
            assert_eq!(plain(number), text);
        }
    }
}
