//! In: a scanned text, a PDF or a register, and the office's public key. Out:
//! whether each certificate in it says what the office said, and if not, what
//! differs. The only user, besides the tests, of the PDF reader.

use std::collections::BTreeMap;

use lopdf::{Document, Object, decode_text_string};

use super::statement::{HEADINGS, SIGNATURE_HEADING};
use super::{PublicKey, Signed, Statement};
use crate::sheet::cells;
use crate::values::Date;

/// A certificate that was checked.
#[derive(Debug)]
pub struct Checked {
    /// What it says of itself, as far as that can be read.
    pub statement: Option<Statement>,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of checking a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The office said just this.
    Genuine,
    /// There is a signature, but not one of this office over this text.
    Altered,
    /// The signed text is the office's own; these values on the page are not
    /// those that it says.
    PageDiffers(Vec<&'static str>),
    /// Nothing in it was signed.
    Unsigned,
}

/// Checks a scanned text.
#[must_use]
pub fn check_text(text: &str, key: &PublicKey) -> Checked {
    let Some(signed) = Signed::read(text) else {
        return Checked { statement: None, verdict: Verdict::Unsigned };
    };
    let verdict = if signed.holds(key) { Verdict::Genuine } else { Verdict::Altered };
    Checked { statement: Some(signed.statement), verdict }
}

/// Checks the pages of a PDF: the text that its maker left in it, and whether
/// the page shows the same. None if the file is no PDF.
#[must_use]
pub fn check_pdf(pdf: &[u8], key: &PublicKey) -> Option<Checked> {
    let document = Document::load_mem(pdf).ok()?;
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let shown = letters(&document.extract_text(&pages).unwrap_or_default());
    let mut checked = check_text(&keywords(&document).unwrap_or_default(), key);
    if let (Some(statement), Verdict::Genuine) = (&checked.statement, &checked.verdict) {
        // A page says `ngày 10 tháng 12 năm 2020`.
        let in_words = |value: &str| value.parse::<Date>().map_or_else(|_| value.into(), Date::in_words);
        let on_page =
            |value: &str| shown.contains(&letters(value)) || shown.contains(&letters(&in_words(value)));
        let values = statement.values().into_iter();
        let missing: Vec<_> = values.filter(|(_, value)| !on_page(value)).map(|(label, _)| label).collect();
        if !missing.is_empty() {
            checked.verdict = Verdict::PageDiffers(missing);
        }
    }
    Some(checked)
}

/// Checks the rows of a register, a CSV file or a workbook. None if it has no
/// row of headings that names what was signed, and the signature.
#[must_use]
pub fn check_register(register: &[u8], key: &PublicKey) -> Option<Vec<Checked>> {
    let rows = cells(register)?;
    let at = |row: &BTreeMap<u32, String>, heading: &str| {
        row.iter().find(|(_, cell)| cell.as_str() == heading).map(|(column, _)| *column)
    };
    let headings = rows.iter().position(|row| at(row, SIGNATURE_HEADING).is_some())?;
    let [number, name, unit, date] = HEADINGS.map(|heading| at(&rows[headings], heading));
    let columns = (number?, name?, unit?, date?, at(&rows[headings], SIGNATURE_HEADING)?);
    let check = |row: &BTreeMap<u32, String>| {
        let cell = |column| row.get(&column).cloned().unwrap_or_default();
        let (number, name, unit, date, signature) = columns;
        let statement =
            Statement { number: cell(number), name: cell(name), unit: cell(unit), date: cell(date) };
        let signed = Signed { statement, signature: cell(signature) };
        // Where no page shows the unit, it was not signed.
        let without_unit = || {
            let statement = Statement { unit: String::new(), ..signed.statement.clone() };
            Signed { statement, ..signed.clone() }.holds(key)
        };
        let verdict = if signed.signature.is_empty() {
            Verdict::Unsigned
        } else if signed.holds(key) || without_unit() {
            Verdict::Genuine
        } else {
            Verdict::Altered
        };
        Checked { statement: Some(signed.statement), verdict }
    };
    Some(rows[headings + 1..].iter().map(check).collect())
}

/// What the maker wrote into the file about itself.
fn keywords(document: &Document) -> Option<String> {
    let about = document.trailer.get(b"Info").and_then(Object::as_reference).ok()?;
    let about = document.get_dictionary(about).ok()?;
    decode_text_string(about.get(b"Keywords").ok()?).ok()
}

/// The letters of a text: lines break anywhere on a page, and names are printed
/// in capitals.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}
