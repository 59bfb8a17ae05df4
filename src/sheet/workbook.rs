//! In: the bytes of a workbook. Out: its sheets as grids. The only user of
//! calamine.
//!
//! Cells are streamed: one cell in a far corner must not make the reader lay
//! out all the cells between.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};

use super::grid::{Content, Grid, MOST_COLUMNS, MOST_ROWS};
use crate::diagnostic::SheetFault;

/// No list of an office unpacks to this; a small file that does was made to.
const MOST_UNPACKED_MIB: u64 = 256;

pub(super) fn grids(bytes: Vec<u8>) -> Result<Vec<Grid>, SheetFault> {
    // A password wraps the workbook in the container of old Office files.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(SheetFault::Locked);
    }
    if !bytes.starts_with(b"PK") {
        return Err(SheetFault::NotAWorkbook);
    }
    if unpacked(&bytes) > MOST_UNPACKED_MIB << 20 {
        return Err(SheetFault::UnpacksTooLarge { limit_mib: MOST_UNPACKED_MIB });
    }
    // The reader's own faults on a damaged file must not end the program.
    catch_unwind(AssertUnwindSafe(|| read(bytes)))
        .unwrap_or_else(|_| Err(SheetFault::Damaged { detail: "the reader stopped".into() }))
}

/// How much the parts of the archive say they unpack to; each entry of its
/// directory begins with `PK 1 2`.
fn unpacked(bytes: &[u8]) -> u64 {
    let entries = bytes.windows(28).filter(|entry| entry.starts_with(b"PK\x01\x02"));
    entries.map(|entry| u64::from(u32::from_le_bytes([entry[24], entry[25], entry[26], entry[27]]))).sum()
}

fn read(bytes: Vec<u8>) -> Result<Vec<Grid>, SheetFault> {
    let damaged = |error: &XlsxError| SheetFault::Damaged { detail: error.to_string() };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => SheetFault::Locked,
        error => damaged(&error),
    })?;
    let mut grids = Vec::new();
    let sheets: Vec<_> = book.sheets_metadata().iter().map(|own| (own.name.clone(), own.visible)).collect();
    for (name, visible) in sheets {
        let hidden = visible != SheetVisible::Visible;
        let mut grid = Grid { sheet: Some(name.clone()), hidden, ..Grid::default() };
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
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(SheetFault::TooManyRows { rows: MOST_ROWS, columns: MOST_COLUMNS });
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

#[cfg(test)]
mod tests {
    use super::grids;
    use crate::diagnostic::SheetFault;

    #[test]
    fn what_unpacks_too_large_is_not_unpacked() {
        let mut entry = b"PK\x01\x02".to_vec();
        entry.extend([0; 20]);
        entry.extend(u32::MAX.to_le_bytes());
        let entry = [b"PK\x03\x04".as_slice(), &entry].concat();
        assert!(matches!(grids(entry), Err(SheetFault::UnpacksTooLarge { .. })));
    }
}
