//! In: a grid and the keys of its columns. Out: its rows as text, one line a row, that
//! knows its cells, so that a message about a sheet can show the row.

use std::fmt::Write;

use super::grid::Grid;
use crate::source::{BETWEEN, Cells, SourceFile};
use crate::workspace::DataFile;

/// The sheet as text, one line a row, so that the line number is the row's, and
/// a message can show it.
pub(super) fn text_of(file: &DataFile, grid: &Grid, keys: Vec<(u32, String)>) -> SourceFile {
    let mut text = String::new();
    let mut starts = Vec::new();
    let last_row = grid.rows.last_key_value().map_or(0, |(row, _)| *row);
    let width = grid.rows.values().filter_map(|row| row.last_key_value()).map(|(column, _)| *column).max();
    for row in 0..=last_row {
        if grid.rows.contains_key(&row) {
            for column in 0..=width.unwrap_or(0) {
                if column > 0 {
                    text.push_str(BETWEEN);
                }
                // No list that is read is that long.
                starts.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
                if let Some(content) = grid.cell(row, column) {
                    // Writing to a string cannot fail.
                    let _ = write!(text, "{}", content.shown());
                }
            }
        }
        text.push('\n');
    }
    text.shrink_to_fit();
    starts.shrink_to_fit();
    SourceFile::new(&file.name, text).with_cells(Cells { sheet: grid.sheet.clone(), starts, keys })
}
