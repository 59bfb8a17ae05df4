//! In: number, name, unit and date of a certificate. Out: the signed text of its
//! QR code, and the same read back.

use std::borrow::Cow;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use unicode_normalization::UnicodeNormalization;

use super::copied::{QUOTES, is_code, lines};
use super::{PublicKey, SecretKey, column};
use crate::values::one_line;

/// The first line: which form of text this is.
const FORM: &str = "VANKIEN 1";
/// The same without the version.
pub(super) const NAME: &str = "VANKIEN ";
/// What stands before the signature over a page.
pub(super) const PAGE_HEADING: &str = "Chữ ký trang";

/// A signature begins with this letter (Ed25519): one that began with `-` would
/// be a formula in a register.
const SIGN: char = 'E';

/// How many letters a signature has, with the first: 64 bytes in base64.
const SIGNATURE_LENGTH: usize = 87;

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
        std::array::from_fn(|at| (column::STATED[at], values[at].as_str()))
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
        format!("{}{}: {}", self.statement.text(), column::SIGNATURE, self.signature)
    }

    /// The text with a signature over it and its page, which draws this.
    #[must_use]
    pub(crate) fn with_page(&self, drawing: &str, key: &SecretKey) -> String {
        let text = self.text();
        let seal = encoded(key, &paged(&text, drawing));
        format!("{text}\n{PAGE_HEADING}: {seal}\n")
    }

    /// The signature over the page in such a text.
    pub(super) fn page_seal(text: &str) -> Option<&str> {
        // A page is not copied by hand: its text is as it was written.
        text.lines().rev().find_map(|line| line.strip_prefix(PAGE_HEADING)?.strip_prefix(": "))
    }

    /// Whether such a signature is the office's over this text and a page that draws this.
    pub(super) fn covers(&self, seal: &str, drawing: &str, key: &PublicKey) -> bool {
        holds(seal, &paged(&self.text(), drawing), key)
    }

    /// The texts that stand one below the other, each with what precedes it.
    pub(super) fn apart(text: &str) -> Vec<String> {
        let mut texts = vec![String::new()];
        for line in lines(text) {
            let last = texts.len() - 1;
            if line == FORM && Self::begins(&texts[last]) {
                texts.push(String::new());
            }
            let last = texts.len() - 1;
            texts[last] += &line;
            texts[last].push('\n');
        }
        texts
    }

    /// Whether a text is, or was, that of a code.
    pub(super) fn begins(text: &str) -> bool {
        lines(text).iter().any(|line| line == FORM)
    }

    /// Whether a text begins as the codes of later versions may.
    pub(super) fn is_of_later_version(text: &str) -> bool {
        let version = |line: &String| line.strip_prefix(NAME)?.split(' ').next()?.parse::<u32>().ok();
        lines(text).iter().filter_map(version).any(|version| version > 1)
    }

    /// Reads a text as it was scanned, copied or sent: lines may be quoted, and broken
    /// where they were long. None if it is no such text, or lacks a line.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::read_among(text).map(|(signed, _)| signed)
    }

    /// The same with the lines around it, which nobody signed.
    pub(super) fn read_among(text: &str) -> Option<(Self, Vec<String>)> {
        let text: String = text.nfc().collect();
        let lines = lines(&text);
        let begin = lines.iter().position(|line| line == FORM)?;
        let mut others = lines[..begin].to_vec();
        let lines = lines[begin + 1..].iter().map(String::as_str);
        let labels: Vec<&str> = column::STATED.into_iter().chain([column::SIGNATURE]).collect();
        let mut values: Vec<String> = Vec::new();
        for line in lines {
            let label = labels.get(values.len());
            let value = label.and_then(|label| line.strip_prefix(label)?.trim_start().strip_prefix(':'));
            let ended = values.len() == labels.len();
            match (value, values.last_mut()) {
                (Some(value), _) => values.push(value.into()),
                (None, Some(last)) if !ended => last.extend([" ", line]),
                // White space is no part of a signature.
                (None, Some(last)) if last.len() < SIGNATURE_LENGTH && is_code(line) => *last += line,
                _ if ended => others.push(line.into()),
                _ => return None,
            }
        }
        let [number, name, unit, date, kind, signature] = values.try_into().ok()?;
        let statement = Statement { number, name, unit, date, kind };
        let signature = signature.trim_end_matches(QUOTES);
        let signature = signature.chars().filter(|c| !c.is_whitespace()).collect();
        others.retain(|line| {
            !line.trim_matches(QUOTES).is_empty() && !line.starts_with(&format!("{PAGE_HEADING}:"))
        });
        Some((Self { statement: statement.plain(), signature }, others))
    }

    /// Whether the holder of this key signed just this.
    #[must_use]
    pub fn holds(&self, key: &PublicKey) -> bool {
        holds(&self.signature, &self.statement.text(), key)
    }
}

/// What is signed of a page.
fn paged(text: &str, drawing: &str) -> String {
    format!("{text}\n{drawing}")
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
