//! In: the registers in the folder of a batch, and what is remembered of it. Out: what the
//! registers alone know: all that was given where the memory is lost, and what came after
//! it where a copy of an earlier day was put back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::handed;
use super::issue::REVOKED;
use super::past;
use super::register::{self, REGISTERS, Told};
use super::store::{Issued, Made, Stamp, Store};
use crate::attestation::{DROPPED, VOID};
use crate::digest::Sum;
use crate::ordinary::bytes_of;

impl Store {
    /// What a register alone tells.
    pub(super) fn recalled(folder: &Path) -> Self {
        let registers = REGISTERS.iter().filter_map(|name| bytes_of(&folder.join(name)));
        let told = registers.map(|bytes| register::told(&bytes)).filter(|told| !told.is_empty());
        let mut told: Vec<_> = told.collect();
        // One in which somebody changed a number does not fit its files.
        let sound = told.iter().position(|told| told.values().all(Told::fits_its_file)).unwrap_or(0);
        let told = if told.is_empty() { BTreeMap::new() } else { told.swap_remove(sound) };
        let is_revoked =
            |own: &Told| own.state.strip_prefix(VOID).is_some_and(|why| why.starts_with(REVOKED));
        let made: BTreeMap<_, _> =
            told.iter().filter_map(|(id, own)| Some((id.clone(), made(own)?))).collect();
        let known = made.iter().filter(|(_, made)| !made.stamp.sha256.is_empty());
        let dropped = told.iter().filter(|(_, own)| own.state == DROPPED);
        Self {
            dropped: dropped.map(|(id, own)| (id.clone(), own.entry.clone())).collect(),
            open: handed::told_by(&told.iter().collect::<Vec<_>>()),
            issued: told.iter().map(|(id, own)| (id.clone(), issued(own))).collect(),
            registered: known.map(|(id, made)| (id.clone(), made.stamp.sha256)).collect(),
            made,
            pasts: Some(past::told_by(&told)),
            revoked: told.iter().filter(|(_, own)| is_revoked(own)).map(|(id, _)| id.clone()).collect(),
            told,
            ..Self::default()
        }
    }

    /// With what a later run wrote into the registers: they are read only where they are
    /// not those that are remembered.
    pub(super) fn brought_up_to(mut self, folder: &Path) -> Self {
        if self.pasts.is_none() {
            let registers = REGISTERS.iter().filter_map(|name| bytes_of(&folder.join(name)));
            self.pasts = registers.map(|bytes| past::told_by(&register::told(&bytes))).next();
        }
        let is_other = |name: &str, bytes: &[u8]| {
            self.others.get(name).is_some_and(|stamp| stamp.sha256 != Sum::of(bytes))
        };
        let registers = REGISTERS.iter().filter_map(|name| Some((name, bytes_of(&folder.join(name))?)));
        let registers = registers.filter(|(name, bytes)| is_other(name, bytes));
        let mut rows: Vec<(String, Told)> = registers.flat_map(|(_, bytes)| register::told(&bytes)).collect();
        // A number that somebody changed in one of them does not fit its file.
        rows.sort_by_key(|(_, own)| !own.fits_its_file());
        for (day, ids) in handed::told_by(&rows.iter().map(|(id, own)| (id, own)).collect::<Vec<_>>()) {
            let new = ids.into_iter().filter(|id| !self.issued.contains_key(id));
            self.open.entry(day).or_default().extend(new);
        }
        self.newer_pasts(&rows);
        let mut given: BTreeSet<u32> = self.issued.values().map(|own| own.number).collect();
        for (id, own) in rows {
            if let Some(made) = self.made.get(&id) {
                // Another file than is remembered: a hand changes no digest.
                if Sum::read(&own.sha256).is_some_and(|sha| sha != made.stamp.sha256) {
                    self.told.entry(id).or_insert(own);
                }
            } else if !self.issued.contains_key(&id) && given.insert(own.entry.number) {
                // All is looked at again.
                self.complete = false;
                self.issued.insert(id.clone(), issued(&own));
                if own.state == DROPPED {
                    self.dropped.insert(id.clone(), own.entry.clone());
                }
                self.made.extend(made(&own).map(|made| (id.clone(), made)));
                self.told.insert(id, own);
            }
        }
        self
    }
}

impl Store {
    /// Takes over what registers tell of handovers and corrections that a copy of an earlier
    /// day does not know: what such a paper says, the register alone tells.
    fn newer_pasts(&mut self, rows: &[(String, Told)]) {
        let pasts = self.pasts.get_or_insert_default();
        for (id, own) in rows {
            let Some(told) = past::of_row(own) else { continue };
            let known = pasts
                .get(id)
                .filter(|known| known.handed.len() >= told.handed.len() && known.corrected >= told.corrected);
            if known.is_none() {
                pasts.insert(id.clone(), told);
                self.told.insert(id.clone(), own.clone());
            }
        }
    }
}

fn issued(own: &Told) -> Issued {
    Issued { number: own.entry.number, content: Sum::default() }
}

/// What holds no longer has no file.
fn made(own: &Told) -> Option<Box<Made>> {
    let sha256 = Sum::read(&own.sha256).unwrap_or_default();
    let stamp = Stamp { key: Sum::default(), sha256 };
    let made = Made { number: own.entry.number, file: own.file.clone(), listed: Sum::default(), stamp };
    (!own.file.is_empty()).then(|| Box::new(made))
}
