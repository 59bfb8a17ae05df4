//! In: an `.xlsx` or `.csv` file as a unit sent it. Out: the same tree that a
//! YAML file gives, each value with its cell, so that every later message names
//! the cell. Nothing is dropped without a word.

mod cell;
mod columns;
mod delimited;
mod grid;
mod header;
mod left_out;
mod package;
mod rows;
mod shown;
mod tcvn3;
mod text;
mod tidied;
mod workbook;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, FileFormat, Report, SheetFault};
use crate::load::Node;
use crate::source::{SourceFile, Span};
use crate::workspace::{DataFile, Workspace};
use delimited::Refused;

pub(crate) use cell::{LONGEST, beginning, is_too_long};
pub use columns::{Columns, List};

/// A sheet with a list in it: its rows as a tree, and where the cells are.
pub struct Sheet {
    /// The rows as text, one line a row.
    pub source: Arc<SourceFile>,
    /// The rows as a list of records under the list's key.
    pub tree: Node,
    /// The sheet's name and what stands above its headings.
    pub title: String,
}

/// Whether a file is a sheet and not YAML; of those that cannot be read, it is
/// told how to save them.
#[must_use]
pub fn is_sheet(path: &Path) -> bool {
    ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv"]
        .iter()
        .any(|ending| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)))
}

/// What a file is by its first bytes, if it is no text whatever its name ends in.
pub(crate) fn format_of(bytes: &[u8]) -> Option<FileFormat> {
    if package::is_package(bytes) {
        return Some(package::format(bytes).unwrap_or(FileFormat::Archive));
    }
    let begins = |signs: &[&[u8]]| signs.iter().any(|sign| bytes.starts_with(sign));
    if begins(&[b"%PDF-"]) {
        Some(FileFormat::Pdf)
    } else if begins(&[b"\x89PNG", b"\xff\xd8\xff", b"GIF8"]) {
        Some(FileFormat::Picture)
    } else {
        let archive = begins(&[b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"]).then_some(FileFormat::Archive);
        archive.or_else(|| marked_up(bytes))
    }
}

/// What is text, but written by a program for a program: web pages that software
/// of other offices saves as `.xls`, RTF, the workbooks in XML of 2003.
fn marked_up(bytes: &[u8]) -> Option<FileFormat> {
    let head = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = String::from_utf8_lossy(&head[..head.len().min(2000)]).trim_start().to_lowercase();
    let begins = |signs: &[&str]| signs.iter().any(|sign| head.starts_with(sign));
    if begins(&["<html", "<!doctype html", "<table", "<head", "<meta", "mime-version:"]) {
        Some(FileFormat::WebPage)
    } else if begins(&["<?xml"]) {
        let of_office = head.contains("urn:schemas-microsoft-com:office:spreadsheet");
        Some(if of_office { FileFormat::XmlWorkbook } else { FileFormat::WebPage })
    } else {
        begins(&["{\\rtf"]).then_some(FileFormat::RichText)
    }
}

/// Reads every list in a file. What keeps a cell from being read is in `report`.
pub fn read(workspace: &Workspace, file: &DataFile, list: List, report: &mut Report) -> Vec<Sheet> {
    let columns = match Columns::read(workspace) {
        Ok(columns) => columns.of_year(file.year()),
        Err(finding) => {
            report.push(finding);
            return Vec::new();
        }
    };
    let Some(bytes) = crate::load::bytes_of(file, report) else { return Vec::new() };
    let csv = file.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let grids = if bytes.is_empty() {
        Err(SheetFault::EmptyFile.into())
    } else if let Some(format) = format_of(&bytes).filter(|_| !package::is_package(&bytes)) {
        Err(SheetFault::OtherFormat { format }.into())
    } else if csv && !package::is_package(&bytes) {
        delimited::grids(&bytes, |grid| header::find(grid, &columns, list).is_ok())
    } else {
        match workbook::grids(&bytes) {
            Ok(_) if csv => Err(SheetFault::OtherFormat { format: FileFormat::Workbook }.into()),
            grids => grids.map_err(Refused::from),
        }
    };
    let grids = match grids {
        Ok(grids) => grids,
        Err(Refused { fault, place }) => {
            report.push(match place {
                Some((line, text)) => {
                    let source = Arc::new(SourceFile::new(&file.name, text));
                    let at = source.line_range(source.offset(line + 1, 1));
                    // A sign that is none stands for the byte that could not be read.
                    let odd = source.text()[at.clone()].find('\u{fffd}').map(|odd| at.start + odd);
                    let at = odd.map_or(at, |odd| odd..odd + '\u{fffd}'.len_utf8());
                    Diagnostic::at(&source, Span::new(at.start, at.end), fault)
                }
                None => Diagnostic::in_file(&file.name, fault),
            });
            return Vec::new();
        }
    };
    let mut sheets = Vec::new();
    // The sheets without a list, and where the one begins that comes nearest to it.
    let (mut without, mut nearest, mut place) = (Vec::new(), None, None);
    let grids: Vec<_> = grids.into_iter().filter(|grid| !grid.is_empty()).collect();
    if grids.is_empty() {
        report.push(Diagnostic::in_file(&file.name, SheetFault::EmptyFile));
        return Vec::new();
    }
    for mut grid in grids {
        let converted = tcvn3::convert(&mut grid);
        match header::find(&grid, &columns, list) {
            Ok(header) => {
                if grid.is_hidden {
                    let fault = SheetFault::HiddenSheet { sheet: grid.sheet.clone().unwrap_or_default() };
                    report.push(Diagnostic::in_file(&file.name, fault));
                }
                sheets.push(rows::sheet(file, &grid, converted, &header, (&columns, list), report));
            }
            Err(found) => {
                if place.is_none() || (nearest.is_none() && found.is_some()) {
                    let begins = grid.rows.first_key_value().map_or(0, |(row, _)| *row);
                    let row = found.as_ref().map_or(begins, |own| own.row - 1);
                    let source = text::text_of(file, &grid, Vec::new());
                    let line = source.row_span(row as usize);
                    place = Some((Arc::new(source), line));
                }
                without.push((grid.sheet, found.clone()));
                nearest = nearest.or(found);
            }
        }
    }
    if sheets.is_empty() {
        let nearest = nearest.map(|own| (own.row, own.missing));
        let fault = SheetFault::NoHeader { wanted: columns.wanted(list), nearest };
        report.push(match place {
            Some((source, span)) => Diagnostic::at(&source, span, fault),
            None => Diagnostic::in_file(&file.name, fault),
        });
    } else {
        for (sheet, nearest) in without {
            let nearest = nearest.map(|own| (own.row, own.missing));
            report.push(Diagnostic::in_file(&file.name, SheetFault::SheetWithoutList { sheet, nearest }));
        }
    }
    sheets
}

/// The cells of the first sheet of a workbook or CSV file as they are shown, by
/// row; for tables that this program wrote. None if it cannot be read.
pub(crate) fn cells(bytes: &[u8]) -> Option<Vec<BTreeMap<u32, String>>> {
    let zip = bytes.starts_with(b"PK");
    let grids =
        if zip { workbook::grids(bytes).map_err(Refused::from) } else { delimited::grids(bytes, |_| true) };
    let shown = |row: BTreeMap<u32, grid::Content>| {
        row.into_iter().map(|(column, content)| (column, content.shown())).collect()
    };
    Some(grids.ok()?.into_iter().next()?.rows.into_values().map(shown).collect())
}
