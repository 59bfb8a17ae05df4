//! In: a request. Out: the documents it asks for, checked side by side, read with
//! care while they are laid out, and written.

use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Instant;

use super::memory::Memory;
use super::run::Run;
use super::{Built, Outcome, Request};
use crate::certificates;
use crate::compile::{Compiler, Fonts, forget};
use crate::dataset;
use crate::diagnostic::Report;
use crate::parallel::{both, in_parallel};
use crate::standard;
use crate::workspace::{DataFile, Workspace, distinct};
use crate::write::remove_stale;

/// How many documents share memoised work before it is forgotten.
const FORGET_EVERY: usize = 64;

/// Checks and builds what is asked for, if the workspace itself is sound.
pub(super) fn build(
    workspace: &Workspace,
    request: &Request,
    memory: Option<&Memory>,
    outcome: &mut Outcome,
) {
    let files = workspace.data_files(&request.only, &mut outcome.report);
    let (records, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.folder().is_some());
    let files: Vec<_> = files.into_iter().filter(|file| !certificates::is_batch(file)).collect();
    (outcome.documents, outcome.records) = (files.len(), records.len());
    let mut own = Report::default();
    workspace.inspect(&mut own);
    standard::inspect(workspace, &mut own);
    if request.only.is_empty() {
        dataset::unread(workspace, &mut own);
    }
    let sound = !own.blocks();
    outcome.report.extend(own);
    if !sound {
        return;
    }
    let files = distinct(files, &mut outcome.report);
    if !request.formats.is_empty() {
        let folders: BTreeSet<_> = files
            .iter()
            .filter_map(|file| Some(workspace.output(file, ".pdf").parent()?.to_path_buf()))
            .collect();
        for folder in &folders {
            remove_stale(folder);
        }
    }
    let compiler = Compiler::new(workspace, Fonts::load(workspace, &mut outcome.report));
    let warm = || {
        if !files.is_empty() {
            compiler.warm();
        }
    };
    both(warm, || match Run::prepare(&compiler, &request.formats) {
        Ok(run) => run_through(&run, &files, !records.is_empty(), request, memory, outcome),
        Err(finding) => outcome.report.push(finding),
    });
}

/// Every document through all stages; records are read even if none speaks of them.
fn run_through(
    run: &Run<'_>,
    files: &[DataFile],
    with_records: bool,
    request: &Request,
    memory: Option<&Memory>,
    outcome: &mut Outcome,
) {
    let records = || {
        if with_records {
            run.data();
        }
    };
    // Documents wait for the records only where they speak of them.
    let ((), mut checked) = both(records, || {
        in_parallel(files.len(), |at| {
            let start = Instant::now();
            let mut report = Report::default();
            let checked = run.check(&files[at], &mut report);
            (checked, report, start.elapsed())
        })
    });
    let mut reports: Vec<_> =
        checked.iter_mut().map(|(_, report, _)| Mutex::new(std::mem::take(report))).collect();
    // While the pages are laid out, the texts are read; a document is written when both are done.
    let remarks: Vec<Mutex<Report>> = files.iter().map(|_| Mutex::default()).collect();
    let read = OnceLock::new();
    let built = std::thread::scope(|scope| {
        scope.spawn(|| {
            let _read = Told(&read);
            run.lint(files, &checked, &remarks, !request.only.is_empty());
        });
        in_parallel(files.len(), |at| {
            let start = Instant::now();
            let (Some(checked), _, before) = &checked[at] else { return None };
            let _making = request.underway.begin(&files[at].name);
            // Each report is used by one worker at a time.
            let mut report = reports[at].lock().unwrap_or_else(PoisonError::into_inner);
            let remarks = || {
                read.wait();
                std::mem::take(&mut *remarks[at].lock().unwrap_or_else(PoisonError::into_inner))
            };
            let built =
                run.document(&files[at], checked, &remarks, memory, request.deny_warnings, &mut report);
            if at % FORGET_EVERY == FORGET_EVERY - 1 {
                forget(0);
            }
            built.map(|built| Built { time: *before + start.elapsed(), ..built })
        })
    });
    outcome.built.extend(built.into_iter().flatten());
    for report in reports.drain(..) {
        outcome.report.extend(report.into_inner().unwrap_or_else(PoisonError::into_inner));
    }
    outcome.report.extend(run.findings_of_data());
    // Documents that follow the same one share its faults.
    outcome.report.tell_once();
}

/// Tells when it goes, however that comes, so that nobody waits for ever.
struct Told<'a>(&'a OnceLock<()>);

impl Drop for Told<'_> {
    fn drop(&mut self) {
        // It is told once.
        let _ = self.0.set(());
    }
}
