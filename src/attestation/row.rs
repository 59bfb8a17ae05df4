//! In: a row of a register. Out: the office's signature over all that the program
//! wrote into it, and over how many rows there are, so that no id, state or file of it
//! can be another unseen, and no row be gone.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::column;
use super::statement::{encoded, holds, out_of_cell, plain};
use super::{PublicKey, SecretKey, Statement};
use crate::sheet::cells;

/// The first line of the text: which form it is.
const FORM: &str = "VANKIEN SỔ 1";
/// How the state of a certificate begins that holds no longer.
pub(crate) const VOID: &str = "không còn giá trị: ";

/// The state of a number whose row went from the list.
pub(crate) const DROPPED: &str = "bỏ, không cấp";

/// Why a certificate in this state holds no longer, if it does not.
pub(crate) fn void(state: &str) -> Option<&str> {
    state.strip_prefix(VOID).or((state == DROPPED).then_some(state))
}

/// How the state of a certificate goes on that says something else now.
pub(crate) const CORRECTED: &str = "đính chính theo Quyết định số ";
/// As many rows as may be missing or added for a register to be told as that.
const FAR: usize = 200;

fn text<'c>(cell: impl Fn(&str) -> Cow<'c, str>, count: usize) -> String {
    let lines = column::SEALED.map(|heading| format!("{heading}: {}\n", plain(&cell(heading))));
    std::iter::once(format!("{FORM}\nSố hàng: {count}\n")).chain(lines).collect()
}

/// The office's signature over a row, one of so many; `cell` is what stands under a
/// heading.
#[must_use]
pub(crate) fn seal<'c>(cell: impl Fn(&str) -> Cow<'c, str>, count: usize, key: &SecretKey) -> String {
    encoded(key, &text(cell, count))
}

/// The rows of a register below its headings, each able to say what stands under one.
pub(super) struct Table(Vec<BTreeMap<u32, String>>, BTreeMap<String, u32>);

impl Table {
    /// The table below the first row that has all of these headings, if there is one.
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

    /// The rows of certificates.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.0.iter().map(|cells| Row(cells, &self.1)).filter(|row| !row.cell(column::NUMBER).is_empty())
    }

    /// Whether something in it is signed: then every row is.
    pub(super) fn is_signed(&self) -> bool {
        self.rows().any(|row| [column::SIGNATURE, column::SEAL].iter().any(|own| !row.cell(own).is_empty()))
    }

    /// How many rows it had when it was signed, as far as that can be told.
    pub(super) fn signed_count(&self, key: &PublicKey) -> usize {
        let count = self.rows().count();
        let near = (0..=FAR).flat_map(|off| [Some(count + off), count.checked_sub(off)]).flatten();
        let sealed = self.rows().filter(|row| !row.cell(column::SEAL).is_empty()).take(3);
        let rows: Vec<_> = sealed.collect();
        let mut counts = near.filter(|count| rows.iter().any(|row| row.is_sealed(*count, key)));
        counts.next().unwrap_or(count)
    }
}

/// A row of a register.
#[derive(Clone, Copy)]
pub(super) struct Row<'t>(&'t BTreeMap<u32, String>, &'t BTreeMap<String, u32>);

impl<'t> Row<'t> {
    /// What stands under a heading.
    pub(super) fn cell(&self, heading: &str) -> &'t str {
        let cell = self.1.get(heading).and_then(|column| self.0.get(column));
        let cell = cell.map(|cell| out_of_cell(cell)).unwrap_or_default();
        if heading != column::NUMBER {
            return cell;
        }
        // Excel may show a number as the page does: 01.
        let number = cell.trim_start_matches('0');
        if number.is_empty() || !number.bytes().all(|digit| digit.is_ascii_digit()) { cell } else { number }
    }

    /// Whether the office signed just this row, one of so many.
    pub(super) fn is_sealed(&self, count: usize, key: &PublicKey) -> bool {
        holds(self.cell(column::SEAL), &text(|heading| self.cell(heading).into(), count), key)
    }

    /// What the office says of its certificate.
    pub(super) fn statement(&self) -> Statement {
        let [number, name, unit, date, kind] = column::STATED.map(|heading| self.cell(heading).to_string());
        Statement { number, name, unit, date, kind }
    }
}
