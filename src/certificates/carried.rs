//! In: a batch, or the register that an earlier run left of one. Out: who has a
//! certificate of which decision, whatever the ids, and what day each decision is of.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use super::batch::Batch;
use super::gathered::{letters, named};
use super::register::{self, Entry, Told};
use crate::attestation::void;
use crate::ordinary::bytes_of;
use crate::values::comparable;

/// What a batch carries out.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// Of a long list there are too many to keep their names.
    people: BTreeSet<u64>,
    /// Decisions by their symbols, each with its day as it is printed.
    days: BTreeMap<String, String>,
}

impl Carried {
    pub(super) fn of(batch: &Batch) -> Self {
        let people = (0..batch.recipients.len()).filter_map(|at| person(batch, at)).collect();
        let record = &batch.record;
        let decisions = record.decision.iter().chain(record.afterwards.added.iter().map(|own| &own.decision));
        Self { people, days: decisions.map(|own| (comparable(&own.symbol), own.date.to_string())).collect() }
    }

    /// The same of a folder that an earlier run wrote.
    pub(super) fn told(folder: &Path) -> Self {
        let register = bytes_of(&folder.join(register::CSV)).unwrap_or_default();
        let mut all = Self::default();
        for Told { entry, state, .. } in register::told(&register).into_values() {
            let Entry { name, unit, model, decision, .. } = entry;
            let Some((symbol, day)) = decision.rsplit_once(", ") else { continue };
            all.days.insert(comparable(symbol), day.into());
            if void(&state).is_none() {
                // A register does not say who is a person.
                all.people.extend(["", &model].map(|model| key(symbol, &name, &unit, model)));
            }
        }
        all
    }

    /// Which recipients of a batch have a certificate of the same decision here.
    pub(super) fn again(&self, batch: &Batch) -> Vec<usize> {
        let is_here = |at: &usize| person(batch, *at).is_some_and(|own| self.people.contains(&own));
        (0..batch.recipients.len()).filter(is_here).collect()
    }

    /// A decision that is of another day of the same year here, with that day.
    pub(super) fn other_day(&self, other: &Self) -> Option<String> {
        let year = |day: &str| day.rsplit('/').next().map(str::to_string);
        other.days.iter().find_map(|(symbol, day)| {
            let own = self.days.get(symbol)?;
            (own != day && year(own) == year(day)).then(|| own.clone())
        })
    }
}

/// A recipient of a batch; none without a decision.
fn person(batch: &Batch, at: usize) -> Option<u64> {
    let (recipient, decision) = (&batch.recipients[at], batch.decision(batch.issue(at))?);
    // A person is one person, whatever the models; a unit may have several.
    let is_person = recipient.is_person();
    let model = if is_person { None } else { recipient.model.as_deref() };
    let unit = recipient.unit.as_deref().unwrap_or_default();
    Some(key(&decision.symbol, &recipient.name, unit, model.unwrap_or_default()))
}

fn key(symbol: &str, name: &str, unit: &str, model: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (comparable(symbol), letters(&named(name)), letters(unit), letters(model)).hash(&mut hasher);
    hasher.finish()
}
