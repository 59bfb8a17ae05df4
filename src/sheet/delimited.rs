//! In: the bytes of a CSV file. Out: its one sheet as a grid. Besides the
//! register of certificates the only user of the csv crate.

use csv::ReaderBuilder;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use super::grid::{Content, Grid, MOST_COLUMNS, MOST_ROWS};
use super::tcvn3;
use crate::diagnostic::SheetFault;

/// Reads the file in the first encoding in which it makes sense: the one it
/// names, UTF-8, or an old Vietnamese one under which `has_list` finds a list.
pub(super) fn grids(bytes: &[u8], has_list: impl Fn(&Grid) -> bool) -> Result<Vec<Grid>, SheetFault> {
    let sure = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => Some(encoding),
        None if std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0')) => Some(UTF_8),
        None => utf_16_without_mark(bytes),
    };
    let decoded = |encoding: &'static Encoding| encoding.decode(bytes).0.into_owned();
    if let Some(encoding) = sure {
        return Ok(vec![grid(&decoded(encoding))?]);
    }
    // No text in a single-byte encoding holds a zero.
    if bytes.contains(&0) {
        return Err(SheetFault::NotText);
    }
    let windows = grid(&decoded(WINDOWS_1258))?;
    if has_list(&windows) {
        return Ok(vec![windows]);
    }
    // TCVN3 fonts put Vietnamese letters on the places of Western ones.
    let western = grid(&decoded(WINDOWS_1252))?;
    Ok(vec![if tcvn3::occurs_in(&western) { western } else { windows }])
}

/// Vietnamese text has mostly ASCII letters: every other byte is zero.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |at: usize| bytes.iter().skip(at).step_by(2).take(64).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (even, odd) if odd > 8 && odd > even => Some(UTF_16LE),
        (even, _) if even > 8 => Some(UTF_16BE),
        _ => None,
    }
}

fn grid(text: &str) -> Result<Grid, SheetFault> {
    // The reader counts a line after CR LF too late.
    let text = &text.replace("\r\n", "\n");
    let mut grid = Grid::default();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    for record in reader.records() {
        let record = record.map_err(|error| SheetFault::Damaged { detail: error.to_string() })?;
        let line = record.position().map_or(0, csv::Position::line).saturating_sub(1);
        let row = u32::try_from(line).unwrap_or(u32::MAX);
        for (column, field) in (0..).zip(&record) {
            let Some(content) = Content::text(field) else { continue };
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(SheetFault::TooManyRows { rows: MOST_ROWS, columns: MOST_COLUMNS });
            }
            grid.put(row, column, content);
        }
    }
    Ok(grid)
}

/// Excel writes what the machine's region calls a list separator.
fn delimiter(text: &str) -> u8 {
    let count = |sign: u8| {
        text.lines().take(30).map(|line| line.bytes().filter(|byte| *byte == sign).count()).sum::<usize>()
    };
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}
