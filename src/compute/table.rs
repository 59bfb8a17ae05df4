//! In: a table as written. Out: its cells as printed and the width of each
//! column.

use serde::Serialize;

use crate::documents::{Align, Cell, Table};
use crate::values::writing::thousands;
use crate::values::{Runs, one_line};

/// A table ready for the page.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct TableView {
    #[serde(rename = "ten")]
    pub caption: Option<String>,
    #[serde(rename = "don_vi_tinh")]
    pub unit: Option<String>,
    #[serde(rename = "cot")]
    pub columns: Vec<ColumnView>,
    #[serde(rename = "hang")]
    pub rows: Vec<Vec<Runs>>,
    #[serde(rename = "tong")]
    pub total: Option<Vec<Runs>>,
    /// Whether it has pages of its own that lie on their side.
    #[serde(rename = "ngang")]
    pub landscape: bool,
    #[serde(rename = "nguon")]
    pub source: Option<String>,
}

/// A column.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct ColumnView {
    #[serde(rename = "ten")]
    pub title: String,
    /// Share of the width. Shares are given, not measured: columns of fixed
    /// width lay out much faster.
    #[serde(rename = "rong")]
    pub share: usize,
    /// `trai`, `giua` or `phai`.
    #[serde(rename = "can")]
    pub align: &'static str,
}

/// A column is never narrower or wider than so many letters by itself.
const SHARES: std::ops::RangeInclusive<usize> = 5..=40;

/// On sheets that lie on their side already a table needs no others.
pub(super) fn view(table: &Table, on_its_side: bool) -> TableView {
    let columns = table.columns.iter().enumerate().map(|(at, column)| {
        let cells = || table.rows.iter().chain(&table.total).filter_map(|row| row.get(at));
        let longest_word = column.title.split_whitespace().map(|word| word.chars().count()).max();
        let longest =
            cells().map(|cell| printed(cell).chars().count()).chain(longest_word).max().unwrap_or(0);
        let figures = cells().all(is_figure);
        let align = column.align.unwrap_or(if figures { Align::Right } else { Align::Left });
        ColumnView {
            title: one_line(&column.title),
            share: column.share.map_or(longest.clamp(*SHARES.start(), *SHARES.end()), usize::from),
            align: match align {
                Align::Left => "trai",
                Align::Centre => "giua",
                Align::Right => "phai",
            },
        }
    });
    let row = |row: &Vec<Cell>| row.iter().map(|cell| Runs::parse(&printed(cell))).collect::<Vec<_>>();
    TableView {
        caption: table.caption.as_deref().map(one_line),
        unit: table.unit.as_deref().map(one_line),
        columns: columns.collect(),
        rows: table.rows.iter().map(row).collect(),
        total: table.total.as_ref().map(row),
        landscape: table.landscape && !on_its_side,
        source: table.source.as_deref().map(one_line),
    }
}

fn printed(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => thousands((*number).into()),
        Cell::Text(text) => one_line(text),
        Cell::Empty(()) => String::new(),
    }
}

/// Figures, dashes for what is missing, and empty cells stand at the right.
fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) | Cell::Empty(()) => true,
        Cell::Text(text) => text.chars().all(|c| c.is_ascii_digit() || " .,%–-".contains(c)),
    }
}
