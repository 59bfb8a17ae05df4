//! In: number, name, unit and date of a certificate. Out: the signed text of its
//! QR code, and the same read back.

use std::borrow::Cow;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use unicode_normalization::UnicodeNormalization;

use super::shown::letters;
use super::{PublicKey, SecretKey};
use crate::values::one_line;

/// The first line: which form of text this is.
const FORM: &str = "VANKIEN 1";
/// What stands before each value, in this order, and above it in a register.
pub const HEADINGS: [&str; 5] = ["Số vào sổ", "Người nhận", "Đơn vị", "Ngày ký", "Loại giấy"];
/// What stands before the signature.
pub const SIGNATURE_HEADING: &str = "Chữ ký số";

/// What stands before the signature over a page.
const PAGE_HEADING: &str = "Chữ ký trang";

/// A signature begins with this letter (Ed25519): one that began with `-` would
/// be a formula in a register.
const SIGN: char = 'E';

/// A text as it stands in a cell of a CSV file: behind an apostrophe, where a
/// spreadsheet would take it for a formula or a number.
#[must_use]
pub(crate) fn in_cell(text: Cow<'_, str>) -> Cow<'_, str> {
    let formula = text.starts_with(['=', '+', '-', '@', APOSTROPHE]);
    let number = text.starts_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok();
    if formula || number { format!("{APOSTROPHE}{text}").into() } else { text }
}

/// The same text taken out of the cell.
#[must_use]
pub(crate) fn out_of_cell(cell: &str) -> &str {
    cell.strip_prefix(APOSTROPHE).unwrap_or(cell)
}

const APOSTROPHE: char = '\'';

/// What the office says of a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Vào sổ số.
    pub number: String,
    /// Người nhận.
    pub name: String,
    /// Đơn vị.
    pub unit: String,
    /// Ngày ký: `10/12/2020`.
    pub date: String,
    /// Loại giấy: `Giấy công nhận`; a blank may have it printed already.
    pub kind: String,
}

/// A statement with what stands for a signature below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// What it says.
    pub statement: Statement,
    /// The signature in letters.
    pub signature: String,
}

impl Statement {
    /// The values in the order of the text, each with its label.
    #[must_use]
    pub fn values(&self) -> [(&'static str, &str); 5] {
        let values = [&self.number, &self.name, &self.unit, &self.date, &self.kind];
        std::array::from_fn(|at| (HEADINGS[at], values[at].as_str()))
    }

    /// The statement signed by the office.
    #[must_use]
    pub fn signed(self, key: &SecretKey) -> Signed {
        let statement = self.plain();
        let signature = encoded(key, &statement.text());
        Signed { statement, signature }
    }

    /// The lines that are signed.
    fn text(&self) -> String {
        let lines = self.values().map(|(label, value)| format!("{label}: {value}\n"));
        std::iter::once(format!("{FORM}\n")).chain(lines).collect()
    }

    /// Each value on one line, in form NFC: what a telephone does to white space
    /// and marks must not count.
    fn plain(self) -> Self {
        Self {
            number: plain(&self.number),
            name: plain(&self.name),
            unit: plain(&self.unit),
            date: plain(&self.date),
            kind: plain(&self.kind),
        }
    }
}

impl Signed {
    /// The text of the QR code.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{SIGNATURE_HEADING}: {}", self.statement.text(), self.signature)
    }

    /// The text with a signature over it and all letters of its page, in their
    /// order, for a file that has this page only.
    #[must_use]
    pub(crate) fn with_page<'p>(&self, page: impl Iterator<Item = &'p str>, key: &SecretKey) -> String {
        let text = self.text();
        let page: String = page.map(letters).collect();
        let seal = encoded(key, &paged(&text, &page));
        format!("{text}\n{PAGE_HEADING}: {seal}")
    }

    /// Whether the signature over the page in such a text is the office's over this
    /// one and these letters; none if there is no such signature.
    pub(super) fn covers(text: &str, page: &str, key: &PublicKey) -> Option<bool> {
        let (_, seal) = text.rsplit_once(&format!("{PAGE_HEADING}: "))?;
        Some(holds(seal.trim(), &paged(&Self::read(text)?.text(), page), key))
    }

    /// The texts that stand one below the other, each with what precedes it.
    pub(super) fn apart(text: &str) -> Vec<String> {
        let mut texts = vec![String::new()];
        for line in text.lines() {
            let last = texts.len() - 1;
            if line.trim() == FORM && texts[last].lines().any(|own| own.trim() == FORM) {
                texts.push(String::new());
            }
            let last = texts.len() - 1;
            texts[last] += line;
            texts[last].push('\n');
        }
        texts
    }

    /// Reads a text as it was scanned or copied. None if it is no such text.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text: String = text.nfc().collect();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.by_ref().find(|line| *line == FORM)?;
        let mut value = |label: &str| {
            let value = lines.next()?.strip_prefix(label)?.trim_start().strip_prefix(':')?;
            Some(value.trim().to_string())
        };
        let [number, name, unit, date, kind] = HEADINGS;
        let statement = Statement {
            number: value(number)?,
            name: value(name)?,
            unit: value(unit)?,
            date: value(date)?,
            kind: value(kind)?,
        };
        Some(Self { statement: statement.plain(), signature: value(SIGNATURE_HEADING)? })
    }

    /// Whether the holder of this key signed just this.
    #[must_use]
    pub fn holds(&self, key: &PublicKey) -> bool {
        holds(&self.signature, &self.statement.text(), key)
    }
}

/// What is signed of a page.
fn paged(text: &str, page: &str) -> String {
    format!("{text}\n{page}")
}

/// A value on one line, in form NFC.
pub(super) fn plain(text: &str) -> String {
    one_line(&text.nfc().collect::<String>())
}

/// The office's signature over a text, in letters.
pub(super) fn encoded(key: &SecretKey, text: &str) -> String {
    format!("{SIGN}{}", BASE64_URL_SAFE_NO_PAD.encode(key.sign(text.as_bytes())))
}

/// Whether a signature in letters is the office's over a text.
pub(super) fn holds(signature: &str, text: &str, key: &PublicKey) -> bool {
    let Some(signature) = signature.strip_prefix(SIGN) else { return false };
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature.trim_end_matches('='));
    signature.is_ok_and(|signature| key.verifies(text.as_bytes(), &signature))
}
