//! In: a row of a register. Out: the office's signature over all that the program
//! wrote into it, so that no id, state or file of it can be another unseen; and
//! which certificates it says hold no longer.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::statement::{HEADINGS, SIGNATURE_HEADING, encoded, holds, out_of_cell, plain};
use super::{PublicKey, SecretKey, Statement};
use crate::sheet::cells;

/// The first line of the text: which form it is.
const FORM: &str = "VANKIEN SỔ 1";
/// What became of a certificate after printing.
pub(crate) const STATE_HEADING: &str = "Tình trạng";
/// The signature over a row.
pub(crate) const SEAL_HEADING: &str = "Chữ ký hàng";
/// How the state of a certificate begins that holds no longer.
pub(crate) const VOID: &str = "không còn giá trị: ";

/// The columns that the signature over a row covers, in this order.
pub(crate) const SEALED: [&str; 11] = [
    HEADINGS[0],
    "Mã",
    HEADINGS[1],
    HEADINGS[2],
    "Mô hình",
    HEADINGS[3],
    "Quyết định",
    "Tệp",
    "SHA-256",
    SIGNATURE_HEADING,
    STATE_HEADING,
];

fn text<'c>(cell: impl Fn(&str) -> Cow<'c, str>) -> String {
    let lines = SEALED.map(|heading| format!("{heading}: {}\n", plain(&cell(heading))));
    std::iter::once(format!("{FORM}\n")).chain(lines).collect()
}

/// The office's signature over a row; `cell` is what stands under a heading.
#[must_use]
pub(crate) fn seal<'c>(cell: impl Fn(&str) -> Cow<'c, str>, key: &SecretKey) -> String {
    encoded(key, &text(cell))
}

/// Whether the office signed just this row.
pub(super) fn is_sealed<'c>(cell: impl Fn(&str) -> Cow<'c, str>, seal: &str, key: &PublicKey) -> bool {
    holds(seal, &text(cell), key)
}

/// The rows of a register below its headings, each able to say what stands under
/// one. None if it has no row with all of these headings.
pub(super) struct Table(Vec<BTreeMap<u32, String>>, BTreeMap<String, u32>);

impl Table {
    pub(super) fn read(register: &[u8], wanted: &[&str]) -> Option<Self> {
        let mut rows = cells(register)?;
        let headings = |row: &BTreeMap<u32, String>| -> BTreeMap<String, u32> {
            // Of two columns of one name the first counts.
            row.iter().rev().map(|(column, heading)| (heading.clone(), *column)).collect()
        };
        let has_all = |row: &BTreeMap<u32, String>| {
            let headings = headings(row);
            wanted.iter().all(|heading| headings.contains_key(*heading))
        };
        let at = rows.iter().position(has_all)?;
        let columns = headings(&rows[at]);
        rows.drain(..=at);
        Some(Self(rows, columns))
    }

    pub(super) fn has(&self, heading: &str) -> bool {
        self.1.contains_key(heading)
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.0.iter().map(|cells| Row(cells, &self.1))
    }
}

/// A row of a register.
#[derive(Clone, Copy)]
pub(super) struct Row<'t>(&'t BTreeMap<u32, String>, &'t BTreeMap<String, u32>);

impl<'t> Row<'t> {
    /// What stands under a heading.
    pub(super) fn cell(&self, heading: &str) -> &'t str {
        let cell = self.1.get(heading).and_then(|column| self.0.get(column));
        cell.map(|cell| out_of_cell(cell)).unwrap_or_default()
    }

    /// What the office says of its certificate.
    pub(super) fn statement(&self) -> Statement {
        let [number, name, unit, date] = HEADINGS.map(|heading| self.cell(heading).to_string());
        Statement { number, name, unit, date }
    }
}

/// The certificates that registers say hold no longer, and why.
#[derive(Debug, Default)]
pub struct Voids(BTreeMap<[String; 3], String>);

impl Voids {
    /// Takes in a register, a CSV file or a workbook; whatever else says nothing.
    pub fn add(&mut self, register: &[u8]) {
        let wanted = [HEADINGS.as_slice(), &[STATE_HEADING]].concat();
        let Some(table) = Table::read(register, &wanted) else { return };
        for row in table.rows() {
            if let Some(why) = row.cell(STATE_HEADING).strip_prefix(VOID) {
                self.0.insert(key(&row.statement()), why.into());
            }
        }
    }

    /// Why this certificate holds no longer, if it does not.
    #[must_use]
    pub fn why(&self, statement: &Statement) -> Option<&str> {
        self.0.get(&key(statement)).map(String::as_str)
    }
}

/// The unit is signed only where the page shows it.
fn key(statement: &Statement) -> [String; 3] {
    [&statement.number, &statement.name, &statement.date].map(|value| plain(value))
}
