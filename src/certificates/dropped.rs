//! In: what earlier runs gave, and the certificates of today's list. Out: the numbers whose
//! rows went. Each stays in the register on a line of its own: a paper that bears it may be
//! in somebody's hands.

use std::collections::{BTreeMap, BTreeSet};

use super::issue::{AGAIN, Issue};
use super::names::slug;
use super::register::{self, Entry, REGISTERS};
use super::remembered::Remembered;
use super::run::Run;
use super::store::Store;
use crate::diagnostic::{RegisterFault, Report};
use crate::ordinary::bytes_of;
use crate::workspace::{DataFile, Workspace};

/// All of them, by id.
pub(super) fn dropped(
    workspace: &Workspace,
    file: &DataFile,
    remembered: &Remembered,
    issues: &[Issue],
) -> BTreeMap<String, Entry> {
    let listed: BTreeSet<&str> = issues.iter().map(|issue| issue.id.as_str()).collect();
    // One issued anew whose day was mended is the same paper.
    let numbers: BTreeSet<u32> = issues.iter().map(|issue| issue.number).collect();
    let gone = remembered.issued.iter();
    let gone = gone.filter(|(id, own)| !listed.contains(id.as_str()) && !numbers.contains(&own.number));
    let (known, new): (Vec<_>, Vec<_>) = gone.partition(|(id, _)| remembered.dropped.contains_key(*id));
    let mut all: BTreeMap<String, Entry> = BTreeMap::new();
    all.extend(known.into_iter().map(|(id, _)| (id.clone(), remembered.dropped[id].clone())));
    if new.is_empty() {
        return all;
    }
    // What the last run said of it.
    let usual = workspace.usual_out().map(|usual| usual.join(&file.stem));
    let folders: Vec<_> = std::iter::once(workspace.output(file, "")).chain(usual).collect();
    let paths = folders.iter().flat_map(|folder| REGISTERS.map(|name| folder.join(name)));
    let told: Vec<_> = paths.filter_map(|path| Some(register::told(&bytes_of(&path)?))).collect();
    all.extend(new.into_iter().map(|(id, own)| {
        let told = told.iter().filter_map(|told| told.get(id)).find(|told| told.entry.number == own.number);
        let said = told.map(|told| told.entry.clone());
        (id.clone(), said.unwrap_or_else(|| Entry { number: own.number, ..Entry::default() }))
    }));
    all
}

impl Run<'_> {
    /// Tells of somebody else under the id of a number that was given up: a paper with that
    /// number may be in another one's hands.
    pub(super) fn other_person(&self, old: &Store, report: &mut Report) {
        for at in 0..self.batch.recipients.len() {
            let (recipient, number) = (&self.batch.recipients[at], self.batch.numbers[at]);
            let Some(was) = old.dropped.get(self.batch.id(at)).filter(|own| !own.name.is_empty()) else {
                continue;
            };
            if was.number == number && slug(&was.name) != slug(&recipient.name) {
                let fault = RegisterFault::OtherPerson { number, was: was.name.clone() };
                report.push(recipient.finding("ten", fault));
            }
        }
    }

    /// Tells, once, of numbers whose rows went; `renamed` are the ids that are told
    /// otherwise.
    pub(super) fn rows_gone(&self, old: &Store, renamed: &BTreeSet<String>, report: &mut Report) {
        let is_new =
            |id: &&String| !old.dropped.contains_key(*id) && !renamed.contains(*id) && !id.contains(AGAIN);
        let new = self.batch.dropped.iter().filter(|(id, _)| is_new(id));
        let mut rows: Vec<(u32, String)> = new.map(|(id, own)| (own.number, id.clone())).collect();
        rows.sort();
        if !rows.is_empty() {
            report.push(self.batch.record.finding("nguoi_nhan", RegisterFault::RowsGone { rows }));
        }
    }
}
