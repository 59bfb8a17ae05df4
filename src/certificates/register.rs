//! In: the certificates of a batch as they were made. Out: the register as CSV
//! and as a workbook, with the SHA-256 of every file. The only user of the
//! workbook writer.

use std::io::ErrorKind;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::attestation::SIGNATURE_HEADING;
use crate::diagnostic::{Diagnostic, WorkspaceFault};
use crate::values::Date;

/// A line of the register.
pub(super) struct Row {
    pub(super) number: u32,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) model: String,
    pub(super) date: String,
    pub(super) decision: String,
    pub(super) file: String,
    pub(super) sha256: String,
    /// Of the QR code; empty without one.
    pub(super) signature: String,
}

/// Headings and widths of the columns, the last two for the hand.
const COLUMNS: [(&str, f64); 12] = [
    ("Số vào sổ", 9.0),
    ("Mã", 12.0),
    ("Người nhận", 36.0),
    ("Đơn vị", 36.0),
    ("Mô hình", 44.0),
    ("Ngày ký", 11.0),
    ("Quyết định", 24.0),
    ("Tệp", 36.0),
    ("SHA-256", 20.0),
    (SIGNATURE_HEADING, 20.0),
    ("Người nhận giấy ký", 20.0),
    ("Ghi chú", 20.0),
];

/// Excel reads UTF-8 only after this mark.
const MARK: &str = "\u{feff}";

impl Row {
    fn texts(&self) -> [&str; 9] {
        let Self { id, name, unit, model, date, decision, file, sha256, signature, .. } = self;
        [id, name, unit, model, date, decision, file, sha256, signature]
    }
}

pub(super) fn csv(rows: &[Row]) -> Result<Vec<u8>, Diagnostic> {
    let refused = |detail: String| Diagnostic::general(WorkspaceFault::TypesettingFailed { detail });
    let mut writer = csv::Writer::from_writer(MARK.as_bytes().to_vec());
    let headings = COLUMNS.iter().map(|(heading, _)| *heading);
    writer.write_record(headings).map_err(|error| refused(error.to_string()))?;
    for row in rows {
        let number = row.number.to_string();
        let cells = [number.as_str()].into_iter().chain(row.texts().map(harmless)).chain(["", ""]);
        writer.write_record(cells).map_err(|error| refused(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| refused(error.to_string()))
}

/// Excel takes a text that begins with one of these for a formula; names do not.
fn harmless(text: &str) -> &str {
    text.trim_start_matches(['=', '+', '-', '@'])
}

pub(super) fn workbook(rows: &[Row], date: Date) -> Result<Vec<u8>, Diagnostic> {
    sheet(rows, date).map_err(|_| {
        // A date or a text that no workbook can hold; the register is not written.
        let path = "so-theo-doi.xlsx".into();
        Diagnostic::general(WorkspaceFault::Unwritable { path, kind: ErrorKind::InvalidData })
    })
}

fn sheet(rows: &[Row], date: Date) -> Result<Vec<u8>, XlsxError> {
    let (year, month, day) = date.parts();
    let small = |part: u32| u8::try_from(part).unwrap_or(1);
    let created = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), small(month), small(day))?;
    let mut book = Workbook::new();
    // The clock would make every run another file.
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet = book.add_worksheet();
    sheet.set_name("Sổ theo dõi")?;
    let bold = Format::new().set_bold();
    for (column, (heading, width)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (at, row) in (1..).zip(rows) {
        sheet.write_number(at, 0, row.number)?;
        for (column, text) in (1..).zip(row.texts()) {
            sheet.write_string(at, column, text)?;
        }
    }
    book.save_to_buffer()
}
