//! In: a register of certificates, and the folder it lies in. Out: whether each
//! row says what the office said, and what differs from the certificates beside
//! it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::check::Shown;
use super::statement::{HEADINGS, SIGNATURE_HEADING, out_of_cell};
use super::{Checked, PublicKey, Signed, Statement, Verdict, check_pdf};
use crate::digest::sha256;
use crate::pdf::Pdf;
use crate::sheet::cells;

/// What a row says besides the signed values, and a page can be asked for.
const UNSIGNED: [&str; 2] = ["Mô hình", DECISION];
const DECISION: &str = "Quyết định";
const FILE: &str = "Tệp";
const SHA256: &str = "SHA-256";

type Cells = BTreeMap<u32, String>;

/// Checks the rows of a register, a CSV file or a workbook, against their
/// signatures and the files in `folder`. None if it has no row of headings that
/// names what was signed, and the signature.
#[must_use]
pub fn check_register(register: &[u8], folder: &Path, key: &PublicKey) -> Option<Vec<Checked>> {
    let rows = cells(register)?;
    let at = |row: &Cells, heading: &str| {
        row.iter().find(|(_, cell)| cell.as_str() == heading).map(|(column, _)| *column)
    };
    let headings = rows.iter().position(|row| at(row, SIGNATURE_HEADING).is_some())?;
    for heading in HEADINGS {
        at(&rows[headings], heading)?;
    }
    let cell = |row: &Cells, heading: &str| {
        let cell = at(&rows[headings], heading).and_then(|column| row.get(&column));
        cell.map(|cell| out_of_cell(cell).to_string()).unwrap_or_default()
    };
    let rows = &rows[headings + 1..];
    let present = rows.iter().any(|row| folder.join(cell(row, FILE)).is_file());
    let papers: Vec<Paper> = rows
        .iter()
        .map(|row| Paper::of(folder, &cell(row, FILE), &cell(row, SHA256), present, key))
        .collect();
    // A certificate need not print the model, or the decision: where most do, all do.
    let prints = |heading: &str| {
        let said =
            rows.iter().zip(&papers).filter_map(|(row, paper)| paper.shows(heading, &cell(row, heading)));
        let (shown, hidden): (Vec<_>, Vec<_>) = said.partition(|shows| *shows);
        shown.len() > hidden.len()
    };
    let printed: Vec<&'static str> = UNSIGNED.into_iter().filter(|heading| prints(heading)).collect();
    let mut numbers = BTreeSet::new();
    let mut checked: Vec<Checked> = Vec::new();
    for (row, paper) in rows.iter().zip(papers) {
        let cell = |heading: &str| cell(row, heading);
        let [number, name, unit, date] = HEADINGS.map(cell);
        let statement = Statement { number, name, unit, date };
        let differing = paper.differing(&statement, &printed, &cell);
        let verdict = match paper {
            _ if !numbers.insert(statement.number.clone()) => Verdict::Twice,
            Paper::Gone => Verdict::FileMissing(cell(FILE)),
            Paper::Other => Verdict::FileDiffers(cell(FILE)),
            _ if !differing.is_empty() => Verdict::RowDiffers(differing),
            _ => signed(&statement, &cell(SIGNATURE_HEADING), key),
        };
        checked.push(Checked { statement: Some(statement), verdict });
    }
    let named: BTreeSet<String> = rows.iter().map(|row| cell(row, FILE)).collect();
    let others = certificates(folder).into_iter().filter(|name| present && !named.contains(name));
    checked.extend(others.map(|name| Checked { statement: None, verdict: Verdict::NotInRegister(name) }));
    Some(checked)
}

/// Whether the office signed what a row says. Where no page shows the unit, it
/// was not signed.
fn signed(statement: &Statement, signature: &str, key: &PublicKey) -> Verdict {
    if signature.is_empty() {
        return Verdict::Unsigned;
    }
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
    fn of(folder: &Path, name: &str, digest: &str, present: bool, key: &PublicKey) -> Self {
        if !present || name.is_empty() || name.contains(['/', '\\']) {
            return Self::Elsewhere;
        }
        let Ok(pdf) = std::fs::read(folder.join(name)) else { return Self::Gone };
        if sha256(&pdf) != digest {
            return Self::Other;
        }
        let Some(document) = Pdf::open(&pdf) else { return Self::Other };
        let code = check_pdf(&pdf, key).and_then(|all| all.into_iter().find_map(|own| own.statement));
        Self::There(Shown::on(&document), code)
    }

    /// Whether the page shows what the row says under a heading, if it says anything.
    fn shows(&self, heading: &str, said: &str) -> Option<bool> {
        let Self::There(shown, _) = self else { return None };
        // Number and date of a decision stand apart on the page.
        let parts: Vec<&str> = if heading == DECISION { said.split(", ").collect() } else { vec![said] };
        (!said.is_empty()).then(|| parts.iter().all(|part| shown.shows(part)))
    }

    /// The values of its row that it says otherwise.
    fn differing(
        &self,
        row: &Statement,
        printed: &[&'static str],
        cell: &impl Fn(&str) -> String,
    ) -> Vec<&'static str> {
        let Self::There(_, code) = self else { return Vec::new() };
        // A unit that the page does not show was not signed.
        let other = |((_, row), (_, own)): &((_, &str), (_, &str))| row != own && !own.is_empty();
        let signed = code.iter().flat_map(|code| row.values().into_iter().zip(code.values()).filter(other));
        let signed = signed.map(|((label, _), _)| label);
        let unsigned = printed.iter().filter(|heading| self.shows(heading, &cell(heading)) == Some(false));
        signed.chain(unsigned.copied()).collect()
    }
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
