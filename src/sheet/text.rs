//! In: a grid. Out: its rows as text, one line a row, and where each cell stands
//! in it, so that a message about a sheet can show the row.

use std::fmt::Write;

use super::grid::{Grid, address};
use crate::source::{Cells, SourceFile, Span};
use crate::workspace::DataFile;

/// Where each cell stands in the text of a sheet.
pub(super) struct Places {
    /// By row: where the line begins and ends, and where each column begins and ends.
    rows: Vec<(Span, Vec<Span>)>,
}

impl Places {
    pub(super) fn line(&self, row: u32) -> Span {
        self.rows.get(row as usize).map_or(Span::new(0, 0), |(line, _)| *line)
    }

    pub(super) fn span(&self, row: u32, column: u32) -> Span {
        let Some((line, cells)) = self.rows.get(row as usize) else { return Span::new(0, 0) };
        cells.get(column as usize).copied().unwrap_or(*line)
    }
}

/// The sheet as text, one line a row, so that the line number is the row's, and
/// a message can show it.
pub(super) fn text_of(file: &DataFile, grid: &Grid) -> (SourceFile, Places) {
    let mut text = String::new();
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    let last_row = grid.rows.last_key_value().map_or(0, |(row, _)| *row);
    let width = grid.rows.values().filter_map(|row| row.last_key_value()).map(|(column, _)| *column).max();
    for row in 0..=last_row {
        let begin = text.len();
        let mut spans = Vec::new();
        if grid.rows.contains_key(&row) {
            for column in 0..=width.unwrap_or(0) {
                if column > 0 {
                    text.push_str(" | ");
                }
                let start = text.len();
                if let Some(content) = grid.cell(row, column) {
                    // Writing to a string cannot fail.
                    let _ = write!(text, "{}", content.shown());
                }
                spans.push(Span::new(start, text.len()));
                cells.push((start, address(row, column)));
            }
        }
        rows.push((Span::new(begin, text.len()), spans));
        text.push('\n');
    }
    let cells = Cells { sheet: grid.sheet.clone(), starts: cells };
    (SourceFile::new(&file.name, text).with_cells(cells), Places { rows })
}
