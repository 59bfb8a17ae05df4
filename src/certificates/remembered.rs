//! In: the folder of a batch, and the usual one where this run writes elsewhere. Out: what
//! earlier runs gave there: numbers, those of rows that went since, and which certificates
//! a handover does not mean.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::handed::Open;
use super::issue::Issue;
use super::jobs::REPRINT;
use super::names::{is_numbered, number_of};
use super::past::Pasts;
use super::record::CertificateBatch;
use super::register::Entry;
use super::store::{Issued, Store};
use crate::dataset::Placed;
use crate::diagnostic::{Diagnostic, FollowFault, RegisterFault, Report};
use crate::workspace::{DataFile, Workspace};

/// What is known of a batch before its list is read.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    /// The numbers that were given, by id.
    pub(super) issued: BTreeMap<String, Issued>,
    /// Whose rows went.
    pub(super) dropped: BTreeMap<String, Entry>,
    pub(super) open: Open,
    /// What became of those that were handed over or corrected.
    pub(super) pasts: Pasts,
    /// Whether a register alone tells it.
    pub(super) is_forgotten: bool,
    /// Numbers in the names of files that are of no certificate known.
    pub(super) strays: BTreeSet<u32>,
}

/// What earlier runs gave, in the usual output folder too where this run
/// writes elsewhere. None where certificates lie there, but not what tells whose
/// numbers they bear: nobody may be given another one's.
pub(super) fn remembered(workspace: &Workspace, file: &DataFile, report: &mut Report) -> Option<Remembered> {
    let mut known = in_folder(&workspace.output(file, ""), file, report)?;
    if let Some(usual) = workspace.usual_out() {
        let usual = in_folder(&usual.join(&file.stem), file, report)?;
        let taken: BTreeSet<u32> = usual.issued.values().map(|own| own.number).collect();
        // What was tried elsewhere never moves a number that was given.
        known.issued.retain(|_, own| !taken.contains(&own.number));
        known.issued.extend(usual.issued);
        known.dropped.extend(usual.dropped);
        known.open.extend(usual.open);
        known.pasts.extend(usual.pasts);
        known.is_forgotten |= usual.is_forgotten;
        known.strays.extend(usual.strays);
    }
    Some(known)
}

/// Tells of papers that are said to be handed over where nothing of earlier runs is known:
/// they would be counted anew, and those in somebody's hands may bear other numbers.
pub(super) fn counted_anew(
    workspace: &Workspace,
    file: &DataFile,
    record: &Placed<CertificateBatch>,
    remembered: &Remembered,
    issues: &[Issue],
    report: &mut Report,
) {
    let mut handed = issues.iter().filter(|issue| !issue.fate().handed.is_empty());
    if handed.any(|issue| issue.own.is_none()) && remembered.issued.is_empty() {
        let folder = workspace.output(file, "").display().to_string();
        report.push(record.finding("theo_doi.trao", FollowFault::NothingKnown { folder }));
    }
}

fn in_folder(folder: &Path, file: &DataFile, report: &mut Report) -> Option<Remembered> {
    let store = Store::read(folder);
    let entries = folder.read_dir().into_iter().flatten().flatten();
    // The type of the entry itself: asking for thousands of files takes its time.
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_dir()));
    let names = files.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let names: Vec<String> = names.filter(|name| is_numbered(name) || name.starts_with(REPRINT)).collect();
    let is_remembered = store.is_remembered();
    if !is_remembered && names.iter().any(|name| is_numbered(name)) {
        let folder = folder.display().to_string();
        report.push(Diagnostic::in_file(&file.name, RegisterFault::MemoryLost { folder }));
        return None;
    }
    // The register tells numbers, not what was still to be printed.
    if store.list.is_empty() && names.iter().any(|name| name.starts_with(REPRINT)) {
        report.push(Diagnostic::in_file(&file.name, RegisterFault::ReprintForgotten));
    }
    let made: BTreeSet<&str> = store.made.values().map(|made| made.file.as_str()).collect();
    let is_stray = |name: &&String| {
        is_numbered(name)
            && !made.contains(name.as_str())
            && !store.underway.contains_key(name.as_str())
            && !store.told.values().any(|told| told.file == **name)
    };
    let mut strays: Vec<String> = names.iter().filter(is_stray).cloned().collect();
    let numbers = strays.iter().filter_map(|name| number_of(name)).collect();
    if !strays.is_empty() {
        strays.sort();
        report.push(Diagnostic::in_file(&file.name, RegisterFault::StrayNumbers { names: strays }));
    }
    let is_forgotten = store.is_forgotten();
    let Store { issued, dropped, open, pasts, .. } = store;
    let pasts = pasts.unwrap_or_default();
    Some(Remembered { issued, dropped, open, pasts, is_forgotten, strays: numbers })
}
