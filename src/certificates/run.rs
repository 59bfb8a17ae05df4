//! In: a batch that may be printed, and which of its certificates. Out: each of them
//! written whole or not at all, and, once all stand, what goes with them. What an
//! earlier run made of the same things is kept; what a killed one left is taken away.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::batch::Batch;
use super::claim::claim;
use super::jobs::{Job, REPRINT};
use super::keys::Keys;
use super::order::{Batched, Order, Progress};
use super::press::Press;
use super::store::{Made, Stamp, Store};
use crate::compile::forget;
use crate::diagnostic::{Diagnostic, Fault, MachineFault, RegisterFault, Report};
use crate::digest::Sum;
use crate::parallel::in_parallel;
use crate::workspace::Workspace;

/// How many certificates are laid out together. More gain little and share a
/// small batch badly among the workers.
pub(super) const TOGETHER: usize = 32;
/// How often what was made is written down.
const SAVE_EVERY: Duration = Duration::from_secs(2);

/// What was made so far.
struct Live {
    store: Store,
    /// How many of them by this run, and at how many that is written down next.
    made: usize,
    next: usize,
    /// When it last was.
    saved: Instant,
}

/// Whether no other file can be written either.
fn is_disk_refusing(finding: &Diagnostic) -> bool {
    let Fault::Machine(MachineFault::Unwritable { kind, .. }) = &finding.fault else { return false };
    matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::ReadOnlyFilesystem)
}

/// One batch being written.
pub(super) struct Run<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) batch: &'a Batch,
    pub(super) press: &'a Press<'a>,
    pub(super) order: &'a Order,
    pub(super) progress: &'a dyn Progress,
    /// When the reading of the list began.
    pub(super) start: Instant,
}

impl Run<'_> {
    pub(super) fn make(&self, wanted: &[usize], batched: &mut Batched, report: &mut Report) {
        let folder = batched.folder.clone();
        let Some(keys) = Keys::of(self.workspace, self.batch) else {
            let fault = MachineFault::Unreadable { kind: ErrorKind::Other };
            return report.push(Diagnostic::in_file("templates", fault));
        };
        let _claim = match claim(self.workspace, &folder) {
            Ok(claim) => claim,
            Err(finding) => return report.push(finding.in_the_file(&self.batch.file.name)),
        };
        let mut old = Store::read(&folder);
        let list = keys.file("danh-sach", 0..keys.contents.len());
        if self.order.resume && !old.list.is_empty() && old.list != list {
            let finding = Diagnostic::in_file(&self.batch.file.name, RegisterFault::ListChanged);
            return report.push(finding);
        }
        let changed = self.changed(&old, &keys, batched);
        if self.against_last_run(&old, &folder, report) {
            return;
        }
        let jobs = self.waiting(&mut old, &changed, batched);
        let numbers = self.batch.issues.iter().map(|issue| (issue.id.as_str(), issue.number));
        old.begin(numbers, wanted.iter().map(|at| self.batch.name(*at)));
        old.dropped.clone_from(&self.batch.dropped);
        old.open.clone_from(&self.batch.open);
        (old.list, old.complete, old.book) = (list, false, self.batch.book());
        if let Err(finding) = old.save(self.workspace, &folder) {
            return report.push(finding.in_the_file(&self.batch.file.name));
        }
        let mut store = self.print(wanted, &keys, &folder, old, batched, report);
        self.conclude(&keys, jobs, &mut store, batched, report);
        forget(0);
        // What is not complete has no volume to print again from.
        if !batched.complete {
            batched.reprint.clear();
        }
        if let Err(finding) = store.save(self.workspace, &folder) {
            report.push(finding.in_the_file(&self.batch.file.name));
        }
    }

    /// Tells of what the list says otherwise than the last run. True where a paper that is in
    /// somebody's hands would change.
    fn against_last_run(&self, old: &Store, folder: &Path, report: &mut Report) -> bool {
        let renamed = self.other_ids(old, report);
        self.rows_gone(old, &renamed, report);
        self.other_person(old, report);
        self.moved_names(old, report);
        self.reissues_gone(old, report);
        self.revocations_gone(old, report);
        self.lines_gone(old, report);
        self.changes_in_hand(old, folder, report)
    }

    /// Makes those of the wanted certificates that do not stand as they should. Out: what is
    /// known of all of them then.
    fn print(
        &self,
        wanted: &[usize],
        keys: &Keys,
        folder: &Path,
        old: Store,
        batched: &mut Batched,
        report: &mut Report,
    ) -> Store {
        self.progress.begin(&self.batch.file.name, wanted.len());
        let stands = in_parallel(wanted.len(), |turn| self.stands(wanted[turn], keys, &old, folder));
        let (kept, todo): (Vec<_>, Vec<_>) = wanted.iter().zip(stands).partition(|(_, stands)| *stands);
        batched.kept = kept.len();
        for _ in &kept {
            self.progress.step();
        }
        let todo: Vec<usize> =
            todo.into_iter().map(|(at, _)| *at).filter(|at| !self.batch.refused[*at]).collect();
        let live = Mutex::new(Live { store: old, made: 0, next: TOGETHER, saved: Instant::now() });
        let units: Vec<&[usize]> = todo.chunks(TOGETHER).collect();
        let stop = AtomicBool::new(false);
        let turns = in_parallel(units.len(), |unit| {
            let turns = self.unit(units[unit], keys, folder, &live, &stop);
            // Certificates differ too much for another unit to profit.
            forget(0);
            turns
        });
        self.progress.end();
        batched.certificates = self.start.elapsed();
        for turn in turns.into_iter().flatten() {
            match turn {
                Ok(()) => batched.made += 1,
                Err(finding) => report.push(*finding),
            }
        }
        live.into_inner().unwrap_or_else(PoisonError::into_inner).store
    }

    /// Makes what goes with the certificates, if all of them are there; else says what waits.
    fn conclude(
        &self,
        keys: &Keys,
        mut jobs: Vec<Job>,
        store: &mut Store,
        batched: &mut Batched,
        report: &mut Report,
    ) {
        let stands = |at: &usize| {
            let made = store.made.get(self.batch.id(*at));
            made.is_some_and(|made| made.stamp.key == keys.file("giay", *at..=*at))
        };
        let count = self.batch.recipients.len();
        let standing: Vec<usize> = (0..count).filter(stands).collect();
        let waiting = count - standing.len();
        // What a correction said may stand in the list now: the paper is the same.
        for at in standing {
            if let Some(made) = store.made.get_mut(self.batch.id(at)) {
                made.listed = self.batch.listed(at);
            }
        }
        if waiting == 0 && !store.registered.is_empty() {
            let changed = self.made_otherwise(store, batched);
            jobs = self.waiting(store, &changed, batched);
        }
        // Where only some were asked for and others wait, the register stays that of the
        // last run, and so does what it lists.
        if waiting == 0 || self.order.only.is_empty() {
            self.tidy(store, &jobs, batched, report);
        }
        if waiting == 0 {
            let made = std::mem::take(&mut store.made);
            let all: Vec<&Made> = (0..self.batch.recipients.len())
                .filter_map(|at| made.get(self.batch.id(at)).map(|made| &**made))
                .collect();
            self.finish(&all, &jobs, keys, store, batched, report);
            store.made = made;
        } else if self.order.only.is_empty() {
            let failed = batched.total - batched.made - batched.kept;
            let fault = RegisterFault::NotComplete { failed };
            report.push(Diagnostic::in_file(&self.batch.file.name, fault));
        } else if !store.others.is_empty() {
            // What an earlier run left of the whole batch says something else now.
            let fault = RegisterFault::OnlySome { waiting };
            report.push(Diagnostic::in_file(&self.batch.file.name, fault));
        }
    }

    /// The files that go with the certificates, those that wait for the printer noted.
    fn waiting(&self, store: &mut Store, changed: &[usize], batched: &mut Batched) -> Vec<Job> {
        let jobs = self.press.jobs(changed);
        let volumes = jobs.iter().filter(|job| job.name.starts_with(REPRINT));
        batched.reprint_volumes = volumes.map(|job| job.name.clone()).collect();
        self.wait(store, changed, batched);
        jobs
    }

    /// Takes away what the list does not have any more. Certificates that could
    /// not be made again, or were not asked for, keep their old files.
    fn tidy(&self, store: &mut Store, jobs: &[Job], batched: &mut Batched, report: &mut Report) {
        let listed: BTreeSet<&str> = (0..self.batch.recipients.len()).map(|at| self.batch.id(at)).collect();
        let others: BTreeSet<&str> = jobs.iter().map(|job| job.name.as_str()).collect();
        let [removed, left] = store.tidy(&batched.folder, &listed, &others);
        batched.removed = removed;
        for name in left {
            let finding = Diagnostic::in_file(&self.batch.file.name, RegisterFault::StrayFile { name });
            report.push(finding);
        }
    }

    /// Whether the certificate of an earlier run need not be made again.
    fn stands(&self, at: usize, keys: &Keys, old: &Store, folder: &Path) -> bool {
        let (id, file) = (self.batch.id(at), self.batch.name(at));
        let stands = || old.standing(folder, id, keys.file("giay", at..=at), &file).is_some();
        !self.order.force && !self.batch.refused[at] && stands()
    }

    /// Certificates that are laid out together; what became of each, until the
    /// machine refuses one.
    fn unit(
        &self,
        certificates: &[usize],
        keys: &Keys,
        folder: &Path,
        live: &Mutex<Live>,
        stop: &AtomicBool,
    ) -> Vec<Result<(), Box<Diagnostic>>> {
        let mut papers = self.press.papers(certificates).map(Vec::into_iter);
        let mut turns = Vec::new();
        for &at in certificates {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            let paper = match papers.as_mut().and_then(Iterator::next) {
                Some(paper) => Ok(paper),
                None => self.press.paper(at),
            };
            let made = paper.and_then(|paper| self.write(at, paper, keys, folder));
            turns.push(made.map(|made| self.keep(at, made, folder, live)).map_err(|finding| {
                // A file that somebody has open stands in nobody else's way.
                stop.fetch_or(is_disk_refusing(&finding), Ordering::Relaxed);
                finding.in_the_file(&self.batch.file.name).into()
            }));
            self.progress.step();
        }
        turns
    }

    fn write(&self, at: usize, pdf: Vec<u8>, keys: &Keys, folder: &Path) -> Result<Made, Diagnostic> {
        let file = self.batch.name(at);
        let stamp = Stamp { key: keys.file("giay", at..=at), sha256: Sum::of(&pdf) };
        self.workspace.write(&[(folder.join(&file), pdf)])?;
        Ok(Made { number: self.batch.numbers[at], file, listed: self.batch.listed(at), stamp })
    }

    /// Remembers a certificate that was made, and from time to time on the disk.
    fn keep(&self, at: usize, mut made: Made, folder: &Path, live: &Mutex<Live>) {
        let id = self.batch.id(at);
        // A poisoned lock still holds whole entries.
        let mut live = live.lock().unwrap_or_else(PoisonError::into_inner);
        // Its name is wanted from now on; the text of it need not be kept twice.
        if let Some((file, _)) = live.store.underway.remove_entry(&made.file) {
            made.file = file;
        }
        live.store.made.insert(id.into(), Box::new(made));
        live.made += 1;
        // A short batch too is worth remembering; a long one is not written down
        // over and over: at any moment five sixths of what was made are.
        if live.saved.elapsed() > SAVE_EVERY || live.made >= live.next {
            live.saved = Instant::now();
            live.next = live.made * 6 / 5 + TOGETHER;
            // What cannot be remembered is only made again.
            let _ = live.store.save(self.workspace, folder);
        }
    }
}
