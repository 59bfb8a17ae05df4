//! In: the bytes of a workbook. Out: its sheets as grids. The only user of
//! calamine.
//!
//! Cells are streamed: one cell in a far corner must not make the reader lay
//! out all the cells between.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};

use super::grid::{Content, Grid, MOST_COLUMNS, MOST_ROWS};
use super::package::{self, Parts};
use super::shown;
use crate::diagnostic::{FileFormat, SheetFault};

pub(super) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, SheetFault> {
    match package::format(bytes)? {
        FileFormat::Workbook => {}
        format => return Err(SheetFault::OtherFormat { format }),
    }
    // The reader's own faults on a damaged file must not end the program.
    catch_unwind(AssertUnwindSafe(|| read(bytes)))
        .unwrap_or_else(|_| Err(SheetFault::Damaged { detail: "the reader stopped".into() }))
}

fn read(bytes: &[u8]) -> Result<Vec<Grid>, SheetFault> {
    let damaged = |error: &XlsxError| SheetFault::Damaged { detail: error.to_string() };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => SheetFault::Locked,
        error => damaged(&error),
    })?;
    let mut parts = Parts::of(bytes);
    let formats = parts.as_mut().map(shown::formats).unwrap_or_default();
    let mut grids = Vec::new();
    let sheets: Vec<_> = book.sheets_metadata().iter().map(|own| (own.name.clone(), own.visible)).collect();
    for (name, visible) in sheets {
        let is_hidden = visible != SheetVisible::Visible;
        let shown = parts.as_mut().map(|parts| shown::in_sheet(parts, &name, &formats));
        let shown = shown.unwrap_or_default();
        let mut grid = Grid { sheet: Some(name.clone()), is_hidden, shown, ..Grid::default() };
        // Chart sheets have neither cells nor merged ones.
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        grid.merged = merged.into_iter().map(|block| (block.start, block.end)).collect();
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(damaged(&error)),
        };
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| damaged(&error))? {
            let (row, column) = cell.pos;
            let content = match (&cell.value, &cell.formula) {
                // Programs that do not reckon write formulas without their values.
                (DataRef::Empty, Some(_)) => Content::Uncomputed,
                (value, _) => match content(value) {
                    Some(content) => content,
                    None => continue,
                },
            };
            let content = match content {
                Content::Number(part) if grid.shown.percents.contains(&cell.pos) => {
                    Content::Percent(part * 100.0)
                }
                content => content,
            };
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(SheetFault::TooManyRows { rows: MOST_ROWS, columns: MOST_COLUMNS });
            }
            if let DataRef::String(text) = &cell.value {
                grid.remember(row, column, text);
            } else if let DataRef::SharedString(text) = &cell.value {
                grid.remember(row, column, text);
            }
            grid.put(row, column, content);
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn content(value: &DataRef<'_>) -> Option<Content> {
    match value {
        DataRef::Empty => None,
        #[allow(clippy::cast_precision_loss, reason = "Excel itself keeps every number as a binary fraction")]
        DataRef::Int(number) => Some(Content::Number(*number as f64)),
        DataRef::Float(number) => Some(Content::Number(*number)),
        DataRef::String(text) => Content::text(text),
        DataRef::SharedString(text) => Content::text(text),
        DataRef::Bool(truth) => Some(Content::Truth(*truth)),
        DataRef::DateTime(stamp) => Some(day(stamp)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            let day = text.split('T').next().and_then(|day| day.parse().ok());
            day.map(Content::Day).or_else(|| Content::text(text))
        }
        DataRef::Error(error) => Some(Content::Fault(error.to_string())),
    }
}

/// The day of a cell that Excel shows as a date.
fn day(stamp: &ExcelDateTime) -> Content {
    let (year, month, day, ..) = stamp.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}").parse();
    if stamp.is_datetime()
        && let Ok(day) = day
    {
        Content::Day(day)
    } else {
        Content::Number(stamp.as_f64())
    }
}
