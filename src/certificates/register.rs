//! In: the certificates of a batch as they were made. Out: the register as CSV
//! and as a workbook, with the SHA-256 of every file. The only user of the
//! workbook writer.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::ErrorKind;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use serde::{Deserialize, Serialize};

use super::names;
use crate::attestation::{SecretKey, column, in_cell, out_of_cell, seal};
use crate::diagnostic::{Diagnostic, MachineFault};
use crate::sheet::cells;
use crate::values::Date;

/// The register beside the certificates of a batch, as CSV.
pub(super) const CSV: &str = "so-theo-doi.csv";
/// The same as a workbook.
pub(super) const WORKBOOK: &str = "so-theo-doi.xlsx";
/// Both.
pub const REGISTERS: [&str; 2] = [CSV, WORKBOOK];

/// A line of the register.
pub(super) struct Row {
    pub(super) number: u32,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) model: String,
    pub(super) date: String,
    /// What kind of paper it is.
    pub(super) kind: String,
    pub(super) decision: String,
    /// What became of it after printing.
    pub(super) state: String,
    pub(super) file: String,
    pub(super) sha256: String,
    /// Of the QR code; empty without one.
    pub(super) signature: String,
    /// The office's signature over the row; empty without a key.
    pub(super) seal: String,
    pub(super) note: String,
}

/// A column: its heading, its width, and what stands in it.
struct Column(&'static str, f64, for<'r> fn(&'r Row) -> Cow<'r, str>);

/// The last but one is for the hand.
const COLUMNS: [Column; 15] = [
    Column(column::NUMBER, 9.0, |row| row.number.to_string().into()),
    Column(column::ID, 12.0, |row| row.id.as_str().into()),
    Column(column::NAME, 36.0, |row| row.name.as_str().into()),
    Column(column::UNIT, 36.0, |row| row.unit.as_str().into()),
    Column(column::MODEL, 44.0, |row| row.model.as_str().into()),
    Column(column::DATE, 11.0, |row| row.date.as_str().into()),
    Column(column::DECISION, 24.0, |row| row.decision.as_str().into()),
    Column(column::FILE, 36.0, |row| row.file.as_str().into()),
    Column(column::SHA256, 20.0, |row| row.sha256.as_str().into()),
    Column(column::KIND, 18.0, |row| row.kind.as_str().into()),
    Column(column::SIGNATURE, 20.0, |row| row.signature.as_str().into()),
    Column(column::STATE, 36.0, |row| row.state.as_str().into()),
    Column(column::SEAL, 20.0, |row| row.seal.as_str().into()),
    Column("Người nhận giấy ký", 20.0, |_| "".into()),
    Column("Ghi chú", 20.0, |row| row.note.as_str().into()),
];

/// The office's signature over a row of a register with so many.
pub(super) fn sealed(row: &Row, count: usize, key: &SecretKey) -> String {
    let cell = |heading: &str| {
        let column = COLUMNS.iter().find(|Column(own, ..)| *own == heading);
        column.map_or(Cow::Borrowed(""), |Column(.., text)| text(row))
    };
    seal(cell, count, key)
}

/// Excel reads UTF-8 only after this mark.
const MARK: &str = "\u{feff}";

/// Few rows are longer: the bytes of ten thousand are not moved while they grow.
const ROW: usize = 512;

pub(super) fn csv(rows: impl Iterator<Item = Row>) -> Result<Vec<u8>, Diagnostic> {
    let mut bytes = Vec::with_capacity((rows.size_hint().0 + 1) * ROW);
    bytes.extend(MARK.as_bytes());
    let mut writer = csv::Writer::from_writer(bytes);
    let headings = COLUMNS.iter().map(|Column(heading, ..)| *heading);
    writer.write_record(headings).map_err(|_| refused(CSV))?;
    for row in rows {
        let cells = COLUMNS.iter().map(|Column(heading, _, text)| match *heading {
            heading if heading == column::NUMBER => text(&row),
            _ => in_cell(text(&row)),
        });
        writer.write_record(cells.map(Cow::into_owned)).map_err(|_| refused(CSV))?;
    }
    writer.into_inner().map_err(|_| refused(CSV))
}

/// A date or a text that no such file can hold; the register is not written.
fn refused(path: &str) -> Diagnostic {
    Diagnostic::general(MachineFault::Unwritable { path: path.into(), kind: ErrorKind::InvalidData })
}

/// What a register says of a paper, whatever becomes of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) number: u32,
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) model: String,
    pub(super) date: String,
    pub(super) decision: String,
}

/// What a register tells of a certificate.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    pub(super) entry: Entry,
    pub(super) state: String,
    pub(super) file: String,
    pub(super) sha256: String,
}

impl Told {
    /// Whether its file is called by its number.
    pub(super) fn fits_its_file(&self) -> bool {
        self.file.is_empty() || self.file == names::file_name(self.entry.number, &self.entry.name)
    }
}

/// What a register tells, by id; nothing where it is no register.
pub(super) fn told(register: &[u8]) -> BTreeMap<String, Told> {
    let rows = cells(register).unwrap_or_default();
    let at = |heading: &str| {
        rows.first()?.iter().find(|(_, cell)| cell.as_str() == heading).map(|(column, _)| *column)
    };
    let row = |row: &BTreeMap<u32, String>| {
        let cell = |heading: &str| {
            let cell = at(heading).and_then(|column| row.get(&column));
            cell.map(|cell| out_of_cell(cell).to_string()).unwrap_or_default()
        };
        let number = cell(column::NUMBER).parse().ok()?;
        let [name, unit, model, date] = [column::NAME, column::UNIT, column::MODEL, column::DATE].map(&cell);
        let [decision, state, file, sha256] =
            [column::DECISION, column::STATE, column::FILE, column::SHA256].map(&cell);
        let entry = Entry { number, name, unit, model, date, decision };
        let told = Told { entry, state, file, sha256 };
        Some((Some(cell(column::ID)).filter(|id| !id.is_empty())?, told))
    };
    rows.iter().skip(1).filter_map(row).collect()
}

/// Whether the certificates of a register bear signed codes.
pub(super) fn is_signed(csv: &[u8]) -> bool {
    let rows = cells(csv).unwrap_or_default();
    let at = rows.first().and_then(|row| row.iter().find(|(_, cell)| *cell == column::SIGNATURE));
    at.is_some_and(|(column, _)| rows.iter().skip(1).any(|row| row.contains_key(column)))
}

pub(super) fn workbook(rows: impl Iterator<Item = Row>, date: Date) -> Result<Vec<u8>, Diagnostic> {
    sheet(rows, date).map_err(|_| refused(WORKBOOK))
}

fn sheet(rows: impl Iterator<Item = Row>, date: Date) -> Result<Vec<u8>, XlsxError> {
    let (year, month, day) = date.parts();
    let small = |part: u32| u8::try_from(part).unwrap_or(1);
    let created = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), small(month), small(day))?;
    let mut book = Workbook::new();
    // The clock would make every run another file.
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    // Ten thousand rows as they are written take a tenth of the memory. They pass
    // through a temporary file; where there can be none, they wait in memory.
    let on_disk = tempfile::tempfile().is_ok();
    let sheet = if on_disk { book.add_worksheet_with_constant_memory() } else { book.add_worksheet() };
    sheet.set_name("Sổ theo dõi")?;
    let bold = Format::new().set_bold();
    for (column, Column(heading, width, _)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (at, row) in (1..).zip(rows) {
        sheet.write_number(at, 0, row.number)?;
        for (column, Column(.., text)) in (0..).zip(COLUMNS).skip(1) {
            sheet.write_string(at, column, text(&row))?;
        }
    }
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, Column, column};

    #[test]
    fn what_is_sealed_has_a_column() {
        for heading in column::SEALED {
            assert!(COLUMNS.iter().any(|Column(own, ..)| *own == heading), "{heading}");
        }
    }
}
