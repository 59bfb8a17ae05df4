//! In: a register of certificates, and the folder it lies in. Out: whether each
//! row says what the office said, and what differs from the certificates beside
//! it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::check::texts;
use super::column::{self, DECISION, FILE, SHA256};
use super::row::{Row, Table, void};
use super::shown::Shown;
use super::{Checked, PublicKey, Signed, Statement, Verdict};
use crate::digest::sha256;
use crate::ordinary::bytes_of;
use crate::pdf::Pdf;

/// Certificates that are asked for the values of all rows.
const ASKED: usize = 3;

/// What a row says besides the signed values, and a page can be asked for.
const UNSIGNED: [&str; 2] = [column::MODEL, DECISION];

/// Checks the rows of a register, a CSV file or a workbook, against their
/// signatures, if there is a key, and the files in `folder`. None if it has no row of headings that
/// names what was signed, and the signature.
#[must_use]
pub fn check_register(register: &[u8], folder: &Path, key: Option<&PublicKey>) -> Option<Vec<Checked>> {
    let wanted = [column::STATED.as_slice(), &[column::SIGNATURE]].concat();
    let table = Table::read(register, &wanted)?;
    let rows: Vec<Row<'_>> = table.rows().collect();
    // A register of nobody is beside all the certificates that are there.
    let present = rows.is_empty() || rows.iter().any(|row| beside(folder, row.cell(FILE)).is_some());
    let papers: Vec<Paper> = rows.iter().map(|row| Paper::of(folder, row, present)).collect();
    // A certificate need not print the model, or the decision: where most do, all do;
    // and where the first ones show what other rows say, the rows have slipped.
    let prints = |heading: &str| {
        let said =
            rows.iter().zip(&papers).filter_map(|(row, paper)| paper.shows(heading, row.cell(heading)));
        let (shown, hidden): (Vec<_>, Vec<_>) = said.partition(|shows| *shows);
        let slipped =
            |paper: &Paper| rows.iter().any(|row| paper.shows(heading, row.cell(heading)) == Some(true));
        shown.len() > hidden.len()
            || papers.iter().filter(|paper| matches!(paper, Paper::There(..))).take(ASKED).any(slipped)
    };
    let printed: Vec<&'static str> = UNSIGNED.into_iter().filter(|heading| prints(heading)).collect();
    let mut numbers = BTreeSet::new();
    let mut checked: Vec<Checked> = Vec::new();
    // Where anything is signed, every row is.
    let key_of_rows = key.filter(|_| table.is_signed());
    let signed_count = key_of_rows.map_or(rows.len(), |key| table.signed_count(key));
    if rows.is_empty() {
        checked.push(Checked::without_statement(Verdict::NoRows));
    }
    if signed_count != rows.len() {
        let verdict = Verdict::Rows { now: rows.len(), signed: signed_count };
        checked.push(Checked::without_statement(verdict));
    }
    for (row, paper) in rows.iter().zip(papers) {
        let statement = row.statement();
        let differing = paper.differing(&statement, &printed, |heading| row.cell(heading));
        let sealed = key_of_rows.map(|key| row.is_sealed(signed_count, key));
        let state = row.cell(column::STATE).to_string();
        let verdict = match paper {
            _ if !numbers.insert(statement.number.clone()) => Verdict::Twice,
            Paper::Gone => Verdict::FileMissing(row.cell(FILE).into()),
            Paper::Other => Verdict::FileDiffers(row.cell(FILE).into()),
            _ if !differing.is_empty() => Verdict::RowDiffers(differing),
            _ if sealed == Some(false) => Verdict::Altered,
            // What holds no longer has no file, and no code of its own.
            _ if void(&state).is_some() => match sealed {
                Some(_) => Verdict::Genuine,
                None if table.is_signed() => Verdict::Unchecked,
                None => Verdict::Matches,
            },
            Paper::There(..) if row.cell(column::SIGNATURE).is_empty() => Verdict::Matches,
            _ => signed(&statement, row.cell(column::SIGNATURE), key),
        };
        checked.push(Checked { statement: Some(statement), state, ..Checked::without_statement(verdict) });
    }
    let named: BTreeSet<&str> = rows.iter().map(|row| row.cell(FILE)).collect();
    let others = certificates(folder).into_iter().filter(|name| present && !named.contains(name.as_str()));
    checked.extend(others.map(|name| Checked::without_statement(Verdict::NotInRegister(name))));
    Some(checked)
}

/// Whether the office signed what a row says. Where no page shows the unit, it
/// was not signed.
fn signed(statement: &Statement, signature: &str, key: Option<&PublicKey>) -> Verdict {
    if signature.is_empty() {
        return Verdict::Unsigned;
    }
    let Some(key) = key else { return Verdict::Unchecked };
    let without_unit = Statement { unit: String::new(), ..statement.clone() };
    let holds = |statement: Statement| Signed { statement, signature: signature.into() }.holds(key);
    if holds(statement.clone()) || holds(without_unit) { Verdict::Genuine } else { Verdict::Altered }
}

/// The certificate that a row names.
enum Paper {
    /// Nothing of the batch lies beside the register.
    Elsewhere,
    /// The others do, this one does not.
    Gone,
    /// Another file than the register says.
    Other,
    /// What its pages show, and what its QR code says.
    There(Shown, Option<Statement>),
}

impl Paper {
    fn of(folder: &Path, row: &Row<'_>, present: bool) -> Self {
        let (name, digest) = (row.cell(FILE), row.cell(SHA256));
        if !present || name.is_empty() || name.contains(['/', '\\']) {
            return Self::Elsewhere;
        }
        if beside(folder, name).is_none() {
            return Self::Gone;
        }
        let Some(pdf) = file_of(folder, name, digest) else { return Self::Other };
        let code = texts(&pdf).iter().find_map(|text| Signed::read(text)).map(|own| own.statement);
        Self::There(Shown::on(&pdf), code)
    }

    /// Whether the page shows what the row says under a heading, if it says anything.
    fn shows(&self, heading: &str, said: &str) -> Option<bool> {
        let Self::There(shown, _) = self else { return None };
        // Number and date of a decision stand apart on the page.
        let parts: Vec<&str> = if heading == DECISION { said.split(", ").collect() } else { vec![said] };
        (!said.is_empty()).then(|| parts.iter().all(|part| shown.shows(part)))
    }

    /// The values of its row that it says otherwise.
    fn differing<'t>(
        &self,
        row: &Statement,
        printed: &[&'static str],
        cell: impl Fn(&str) -> &'t str,
    ) -> Vec<&'static str> {
        let Self::There(_, code) = self else { return Vec::new() };
        // A unit that the page does not show was not signed.
        let other = |((_, row), (_, own)): &((_, &str), (_, &str))| row != own && !own.is_empty();
        let signed = code.iter().flat_map(|code| row.values().into_iter().zip(code.values()).filter(other));
        let signed = signed.map(|((label, _), _)| label);
        let unsigned = printed.iter().filter(|heading| self.shows(heading, cell(heading)) == Some(false));
        signed.chain(unsigned.copied()).collect()
    }
}

/// The certificate of this name beside a register, if it is the one that the register
/// means.
pub(super) fn file_of(folder: &Path, name: &str, digest: &str) -> Option<Pdf> {
    let bytes = bytes_of(&beside(folder, name)?)?;
    (sha256(&bytes) == digest).then(|| Pdf::open(&bytes).ok())?
}

/// A file of this name in the folder; nothing that leads elsewhere, nor a pipe that never
/// ends.
fn beside(folder: &Path, name: &str) -> Option<PathBuf> {
    let is_plain = !name.is_empty() && !name.contains(['/', '\\']);
    is_plain.then(|| folder.join(name)).filter(|path| path.is_file())
}

/// The certificates in a folder: files whose names begin with their numbers.
fn certificates(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_one = |name: &String| {
        Path::new(name).extension().is_some_and(|own| own == "pdf")
            && name.len() > 8
            && name.bytes().take(4).all(|digit| digit.is_ascii_digit())
    };
    let mut names: Vec<_> = names.filter(is_one).collect();
    names.sort();
    names
}
