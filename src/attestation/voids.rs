//! In: the registers at hand. Out: what they say became of a certificate after
//! printing: that it holds no longer, or says something else now. Only what the
//! office signed counts.

use std::collections::BTreeMap;
use std::path::Path;

use super::column;
use super::register::file_of;
use super::row::{CORRECTED, Table, void};
use super::shown::Shown;
use super::statement::plain;
use super::{PublicKey, Statement, Verdict};

/// What registers say of certificates, by number and kind of paper.
#[derive(Debug, Default)]
pub struct Voids(BTreeMap<[String; 2], Vec<Known>>);

/// The file that a certificate was read from.
pub(super) struct Seen<'p> {
    pub(super) sha256: String,
    pub(super) shown: &'p Shown,
    /// Its name, if a register beside it means another file by that.
    pub(super) instead: Option<String>,
}

impl Known {
    /// What its certificate shows, if that lies beside the register.
    fn paper(&self) -> Option<Shown> {
        let folder = Path::new(&self.place).parent()?;
        Some(Shown::on(&file_of(folder, &self.file, &self.sha256)?))
    }

    /// Whether a file is its certificate, or has a page that says what that says, as a
    /// volume for the printer does.
    fn is_in(&self, seen: &Seen<'_>) -> bool {
        seen.sha256 == self.sha256 || self.paper().is_some_and(|own| seen.shown.holds(&own))
    }

    /// Whether a file has the certificate as it was before the model was corrected.
    fn was_in(&self, statement: &Statement, seen: &Seen<'_>) -> bool {
        // A certificate need not print the model.
        let prints = || self.paper().is_none_or(|own| own.shows(&self.model));
        !seen.shown.shows_with(statement, &self.model) && prints()
    }
}

/// A row of a register.
#[derive(Debug)]
struct Known {
    id: String,
    date: String,
    name: String,
    unit: String,
    model: String,
    file: String,
    sha256: String,
    state: String,
    /// The register it stands in.
    place: String,
    /// Whether the office signed it, and the register has all rows that it signed
    /// with it; true where nothing in the register is signed.
    intact: bool,
}

impl Voids {
    /// Takes in a register, a CSV file or a workbook, `place` being its name;
    /// whatever else says nothing.
    pub fn add(&mut self, register: &[u8], place: &str, key: Option<&PublicKey>) {
        let wanted = [column::STATED.as_slice(), &[column::STATE]].concat();
        let Some(table) = Table::read(register, &wanted) else { return };
        let key = key.filter(|_| table.is_signed());
        let count = key.map_or(0, |key| table.signed_count(key));
        for row in table.rows() {
            let statement = row.statement();
            let known = Known {
                id: row.cell(column::ID).into(),
                date: plain(&statement.date),
                name: plain(&statement.name),
                unit: plain(&statement.unit),
                model: row.cell(column::MODEL).into(),
                file: row.cell(column::FILE).into(),
                sha256: row.cell(column::SHA256).into(),
                state: row.cell(column::STATE).into(),
                place: place.into(),
                intact: key.is_none_or(|key| row.is_sealed(count, key)),
            };
            self.0.entry(self::key(&statement)).or_default().push(known);
        }
    }

    /// The name of the file at `path`, if a register beside it means another by that name.
    pub(super) fn other_file(&self, path: &Path, sha256: &str) -> Option<String> {
        let name = path.file_name()?.to_str()?;
        let folder = |path: &Path| path.parent().and_then(|own| own.canonicalize().ok());
        let own = folder(&std::path::absolute(path).ok()?)?;
        let beside = |row: &&Known| {
            let register = std::path::absolute(&row.place).ok();
            row.intact && row.file == name && register.and_then(|path| folder(&path)).as_ref() == Some(&own)
        };
        let mut rows = self.0.values().flatten().filter(beside).peekable();
        (rows.peek().is_some() && !rows.any(|row| row.sha256 == sha256)).then(|| name.into())
    }

    /// Why this certificate, which the office signed, is not to be taken as it is; `seen`
    /// is the file it stands in, where there is one.
    pub(super) fn about(&self, statement: &Statement, seen: Option<&Seen<'_>>) -> Option<Verdict> {
        let rows = self.0.get(&key(statement))?;
        let date = plain(&statement.date);
        let (rows, others): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.date == date);
        let (name, unit) = (plain(&statement.name), plain(&statement.unit));
        let (intact, forged): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.intact);
        let own = |row: &&&Known| row.name == name;
        if let Some(why) = intact.iter().filter(own).find_map(|row| void(&row.state)) {
            return Some(Verdict::Void(why.into()));
        }
        // The page need not show the unit.
        let differs = |row: &Known| row.name != name || (!unit.is_empty() && row.unit != unit);
        // Another body may have one with this number, which is as it says.
        let another = |id: &str| intact.iter().any(|row| row.id != id && !differs(row));
        let is_corrected = |row: &&&Known| row.state.contains(CORRECTED);
        let corrected = |row: &&&Known| is_corrected(row) && differs(row) && !another(&row.id);
        if let Some(row) = intact.iter().find(corrected) {
            return Some(Verdict::Corrected { now: row.name.clone(), state: row.state.clone() });
        }
        let registered = |row: &&Known| seen.is_some_and(|seen| row.is_in(seen));
        if let Some(row) = intact.iter().filter(own).find(is_corrected)
            && !intact.iter().any(registered)
        {
            // The code says neither model nor rank.
            let (now, state) = (row.model.clone(), row.state.clone());
            let is_old = seen.is_some_and(|seen| row.was_in(statement, seen));
            return Some(if is_old {
                Verdict::Corrected { now, state }
            } else {
                Verdict::Compare { now, state }
            });
        }
        let known = intact.iter().any(|row| own(&row));
        // A number returns in the book of the next year.
        let year = |date: &str| date.rsplit('/').next().unwrap_or_default().to_string();
        let same_book = |row: &&&Known| row.intact && row.name == name && year(&row.date) == year(&date);
        if let Some(row) = others.iter().filter(|_| !known).find(same_book) {
            return Some(Verdict::OtherDate(row.date.clone()));
        }
        // The number was given up, and its id and number went to somebody else.
        if let Some(row) = intact.first().filter(|_| !known) {
            return Some(Verdict::OtherName(row.name.clone()));
        }
        forged.iter().find(own).filter(|_| !known).map(|row| Verdict::StateUnknown(row.place.clone()))
    }
}

fn key(statement: &Statement) -> [String; 2] {
    [&statement.number, &statement.kind].map(|value| plain(value))
}
