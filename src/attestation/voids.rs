//! In: the registers at hand. Out: what they say became of a certificate after
//! printing: that it holds no longer, or says something else now. Only what the
//! office signed counts.

use std::collections::BTreeMap;

use super::row::{CORRECTED, STATE_HEADING, Table, VOID};
use super::statement::{HEADINGS, plain};
use super::{PublicKey, Statement, Verdict};

/// What registers say of certificates, by number, date and kind of paper.
#[derive(Debug, Default)]
pub struct Voids(BTreeMap<[String; 3], Vec<Known>>);

/// A row of a register.
#[derive(Debug)]
struct Known {
    id: String,
    name: String,
    unit: String,
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
        let wanted = [HEADINGS.as_slice(), &[STATE_HEADING]].concat();
        let Some(table) = Table::read(register, &wanted) else { return };
        let key = key.filter(|_| table.is_signed());
        let count = key.map_or(0, |key| table.signed_count(key));
        for row in table.rows() {
            let statement = row.statement();
            let known = Known {
                id: row.cell("Mã").into(),
                name: plain(&statement.name),
                unit: plain(&statement.unit),
                state: row.cell(STATE_HEADING).into(),
                place: place.into(),
                intact: key.is_none_or(|key| row.is_sealed(count, key)),
            };
            self.0.entry(self::key(&statement)).or_default().push(known);
        }
    }

    /// Why this certificate, which the office signed, is not to be taken as it is.
    #[must_use]
    pub fn about(&self, statement: &Statement) -> Option<Verdict> {
        let rows = self.0.get(&key(statement))?;
        let (name, unit) = (plain(&statement.name), plain(&statement.unit));
        let (intact, forged): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.intact);
        let own = |row: &&&Known| row.name == name;
        if let Some(why) = intact.iter().filter(own).find_map(|row| row.state.strip_prefix(VOID)) {
            return Some(Verdict::Void(why.into()));
        }
        // The page need not show the unit.
        let differs = |row: &&&Known| row.name != name || (!unit.is_empty() && row.unit != unit);
        // Another body may have one with this number, which is as it says.
        let another = |id: &str| intact.iter().any(|row| row.id != id && !differs(&row));
        let corrected = |row: &&&Known| row.state.contains(CORRECTED) && differs(row) && !another(&row.id);
        if let Some(row) = intact.iter().find(corrected) {
            return Some(Verdict::Corrected { name: row.name.clone(), state: row.state.clone() });
        }
        let known = intact.iter().any(|row| own(&row));
        forged.iter().find(own).filter(|_| !known).map(|row| Verdict::StateUnknown(row.place.clone()))
    }
}

fn key(statement: &Statement) -> [String; 3] {
    [&statement.number, &statement.date, &statement.kind].map(|value| plain(value))
}
