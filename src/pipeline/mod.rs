//! In: a request. Out: written documents and everything found on the way. The
//! one place that runs the stages; the command line is a thin user of it.

mod idle;
mod memory;
mod remarks;
mod run;
mod underway;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::certificates::{self, Batched, Books, Means, Order, Progress, Silent};
use crate::compile::{Compiler, Fonts, Pages, ReservedArea, forget};
use crate::diagnostic::{Diagnostic, FigureFault, RecipientFault, RecognitionFault, Report, Severity};
use crate::load;
use crate::output::Format;
use crate::parallel::{both, in_parallel};
use crate::plan::{self, Plan};
use crate::recognition::{self, Recognition};
use crate::standard;
use crate::values::Date;
use crate::workspace::{DataFile, Workspace, distinct};
use crate::write::remove_stale;
use memory::Memory;
pub use remarks::Remark;
use run::Run;
pub use underway::Underway;

/// What to build and how.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The folder that holds `data/`.
    pub root: PathBuf,
    /// Where outputs go; `output/` in the root if not said.
    pub out: Option<PathBuf>,
    /// Only these files or folders; all of `data/` if empty.
    pub only: Vec<PathBuf>,
    /// What to write; nothing to check only.
    pub formats: Vec<Format>,
    /// Whether a document with warnings is refused like one with errors.
    pub deny_warnings: bool,
    /// Whether everything is made, also what an earlier run made from the same
    /// things.
    pub force: bool,
    /// Only the certificates with these ids, and no document.
    pub ids: Vec<String>,
    /// Whether a batch is gone on with only if its list is still the same.
    pub resume: bool,
    /// What is being made, for whoever watches.
    pub underway: Underway,
    /// The day of the run, if whoever asks knows it: what is said to have happened
    /// later is told. No page depends on it.
    pub today: Option<Date>,
}

/// A document that was built or checked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Built {
    /// The data file, relative to the root.
    pub source: String,
    /// The guidance it follows.
    pub profile: String,
    /// How many pages it has.
    pub pages: usize,
    /// Where signatures and seals go, for the programs that place their images.
    pub reserved: Vec<ReservedArea>,
    /// The files written.
    pub outputs: Vec<PathBuf>,
    /// From reading the file to the last byte written.
    pub time: Duration,
    /// Whether an earlier run made it from the same things.
    #[serde(skip)]
    pub unchanged: bool,
}

/// A document laid out.
#[derive(Debug)]
pub struct Typeset {
    /// The guidance it follows.
    pub profile: String,
    /// The generated Typst source.
    pub source: String,
    /// Its pages.
    pub pages: Pages,
}

/// What a run came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The documents without errors, in the order of their names.
    pub built: Vec<Built>,
    /// How many were looked at.
    pub documents: usize,
    /// How many files of records were looked at by themselves.
    pub records: usize,
    /// Everything found.
    pub report: Report,
    /// The batches of certificates, in the order of their names.
    pub batches: Vec<Batched>,
    /// Whether warnings count as errors.
    pub deny_warnings: bool,
}

impl Outcome {
    /// 0 all is well, 1 the data has errors, 2 usage or environment.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        if self.report.count(Severity::Environment) > 0 {
            2
        } else {
            let denied = self.deny_warnings && self.report.count(Severity::Warning) > 0;
            u8::from(denied || self.report.count(Severity::Error) > 0)
        }
    }
}

/// Tells when it goes, however that comes, so that nobody waits for ever.
struct Told<'a>(&'a OnceLock<()>);

impl Drop for Told<'_> {
    fn drop(&mut self) {
        // It is told once.
        let _ = self.0.set(());
    }
}

/// How many documents share memoised work before it is forgotten.
const FORGET_EVERY: usize = 64;

/// Runs the whole pipeline.
#[must_use]
pub fn run(request: &Request) -> Outcome {
    run_telling(request, &Silent)
}

/// The same; `progress` is told how far the batches of certificates are.
#[must_use]
pub fn run_telling(request: &Request, progress: &dyn Progress) -> Outcome {
    let fresh = Outcome { deny_warnings: request.deny_warnings, ..Outcome::default() };
    let workspace = match Workspace::open(&request.root, request.out.as_deref()) {
        Ok(workspace) => workspace,
        Err(finding) => return Outcome { report: finding.into(), ..fresh },
    };
    if !request.formats.is_empty()
        && let Err(finding) = workspace.refuse_out()
    {
        return Outcome { report: finding.into(), ..fresh };
    }
    let memory = Memory::of(&workspace, request);
    if let Some(whole) = memory.as_ref().and_then(|memory| memory.whole(&workspace)) {
        return Outcome { deny_warnings: request.deny_warnings, ..whole };
    }
    let mut outcome = fresh;
    let batches = batches(&workspace, request);
    // Ids name certificates; no document is meant.
    if request.ids.is_empty() {
        check_and_build(&workspace, request, memory.as_ref(), &mut outcome);
    }
    print_batches(&workspace, request, &batches, progress, &mut outcome);
    if let Some(memory) = memory {
        memory.close(&workspace, &mut outcome);
    }
    outcome
}

/// The batches of certificates among what is asked for.
fn batches(workspace: &Workspace, request: &Request) -> Vec<DataFile> {
    // What cannot be found is told with the documents.
    let files = workspace.data_files(&request.only, &mut Report::default());
    files.into_iter().filter(certificates::is_batch).collect()
}

fn print_batches(
    workspace: &Workspace,
    request: &Request,
    batches: &[DataFile],
    progress: &dyn Progress,
    outcome: &mut Outcome,
) {
    let mut own = Report::default();
    workspace.inspect(&mut own);
    if own.blocks() || (batches.is_empty() && request.ids.is_empty()) {
        return;
    }
    // Fonts that cannot be read were told with the documents.
    let compiler = Compiler::new(workspace, Fonts::load(workspace, &mut Report::default()));
    let order = Order {
        write: request.formats.contains(&Format::Pdf),
        deny_warnings: request.deny_warnings,
        only: request.ids.clone(),
        resume: request.resume,
        force: request.force,
        today: request.today,
    };
    let decide = |path: &Path| recognition(workspace.root(), path);
    let means = Means { workspace, compiler: &compiler, decide: &decide };
    let mut books = Books::default();
    let mut unread = false;
    for file in batches {
        let mut report = Report::default();
        let made = certificates::build(&means, file, &order, &mut books, progress, &mut report);
        unread |= made.is_none() && report.blocks();
        outcome.batches.extend(made);
        outcome.report.extend(report);
    }
    // All certificates of a batch share the faults of a template.
    outcome.report.tell_once();
    // A batch with a fault may be the one that has it.
    for id in request.ids.iter().filter(|_| !unread) {
        if !outcome.batches.iter().any(|batched| batched.found.contains(id)) {
            let fault = RecipientFault::UnknownId { id: id.clone() };
            outcome.report.push(Diagnostic::general(fault));
        }
    }
}

/// The fonts that a run would use.
///
/// # Errors
/// A root that is no workspace.
pub fn fonts(root: &Path) -> Result<(Fonts, Report), Diagnostic> {
    let workspace = Workspace::open(root, None)?;
    let mut report = Report::default();
    let fonts = Fonts::load(&workspace, &mut report);
    Ok((fonts, report))
}

/// The plans of a workspace: every document with activities, and why some could
/// not be read.
///
/// # Errors
/// A root that is no workspace.
pub fn plans(root: &Path) -> Result<(Vec<Plan>, Report), Diagnostic> {
    let mut report = Report::default();
    let plans = plan::plans(&Workspace::open(root, None)?, &mut report);
    Ok((plans, report))
}

/// Lays out the one document at `path` without writing it.
///
/// # Errors
/// Everything that keeps it from being printed.
pub fn typeset(root: &Path, path: &Path) -> Result<Typeset, Report> {
    let mut report = Report::default();
    let workspace = Workspace::open(root, None)?;
    let files = workspace.data_files(&[path.into()], &mut report);
    let compiler = Compiler::new(&workspace, Fonts::load(&workspace, &mut report));
    let run = Run::prepare(&compiler, &[])?;
    let typeset = files.first().and_then(|file| {
        let checked = run.check(file, &mut report)?;
        run.typeset(file, &checked, &mut report)
    });
    report.extend(run.findings_of_data());
    typeset.ok_or(report)
}

/// What the decision at `path` recognises; certificates are made from it.
///
/// # Errors
/// Everything that keeps the decision from being printed, or that it declares no
/// list.
pub fn recognition(root: &Path, path: &Path) -> Result<Recognition, Report> {
    let mut report = Report::default();
    let workspace = Workspace::open(root, None)?;
    let files = workspace.data_files(&[path.into()], &mut report);
    let compiler = Compiler::new(&workspace, Fonts::load(&workspace, &mut report));
    let run = Run::prepare(&compiler, &[])?;
    let recognition = files.first().and_then(|file| {
        let recognition = run.check(file, &mut report)?.recognition();
        if recognition.is_none() {
            report.push(Diagnostic::in_file(&file.name, RecognitionFault::NoList));
        }
        recognition
    });
    report.extend(run.findings_of_data());
    recognition.filter(|_| !report.blocks()).ok_or(report)
}

/// Lays out the certificate of one recipient of the batch at `path` without writing
/// it; with its source.
///
/// # Errors
/// Everything that keeps it from being printed.
pub fn typeset_certificate(root: &Path, path: &Path, id: &str) -> Result<(String, Pages), Report> {
    certificates::typeset(root, path, id, &|path| recognition(root, path))
}

/// Locks the list of the decision at `path`: its rows are written into the file,
/// so that none can change unseen. How many there are; none if it was locked
/// before.
///
/// # Errors
/// Everything that keeps the decision from being printed; a decision without a
/// number; a file that cannot be written.
pub fn lock(root: &Path, path: &Path) -> Result<Option<usize>, Report> {
    let recognition = recognition(root, path)?;
    if recognition.locked {
        return Ok(None);
    }
    let refused = |fault| Report::from(Diagnostic::in_file(&recognition.file, fault));
    if recognition.number.is_none() {
        return Err(refused(RecognitionFault::LockWithoutNumber));
    }
    let workspace = Workspace::open(root, None)?;
    let file = workspace.data_files(&[path.into()], &mut Report::default());
    let text = file.first().and_then(|file| {
        let mut ignored = Report::default();
        let loaded = load::load_document(file, &mut ignored)?;
        let (_, list) = recognition::declared(&loaded.record)?;
        let bytes = load::bytes_of(file, &mut ignored)?;
        let (source, tree) = load::parse(&file.name, &bytes, &mut ignored)?;
        let text = recognition::locked(&source, tree.at(&list)?, &recognition::stamps(&recognition.rows))?;
        // What a careful clerk would do: read it again.
        load::parse(&file.name, text.as_bytes(), &mut ignored).filter(|_| !ignored.blocks())?;
        Some((file.path.clone(), text.into_bytes()))
    });
    let Some(text) = text else { return Err(refused(RecognitionFault::LockUnwritable)) };
    workspace.write(&[text])?;
    Ok(Some(recognition.rows.len()))
}

fn check_and_build(workspace: &Workspace, request: &Request, memory: Option<&Memory>, outcome: &mut Outcome) {
    let files = workspace.data_files(&request.only, &mut outcome.report);
    let (records, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.folder().is_some());
    let files: Vec<_> = files.into_iter().filter(|file| !certificates::is_batch(file)).collect();
    (outcome.documents, outcome.records) = (files.len(), records.len());
    let mut own = Report::default();
    workspace.inspect(&mut own);
    standard::inspect(workspace, &mut own);
    if request.only.is_empty() {
        let of_batch = |name: &String| name.split('/').nth(1).is_some_and(certificates::may_hold_lists);
        for name in workspace.unread_files().into_iter().filter(|name| !of_batch(name)) {
            own.push(Diagnostic::in_file(name, FigureFault::UnreadFile));
        }
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
    // Before the documents, so that all of them can be held against the records.
    if with_records {
        run.data();
    }
    let mut checked = in_parallel(files.len(), |at| {
        let start = Instant::now();
        let mut report = Report::default();
        let checked = run.check(&files[at], &mut report);
        (checked, report, start.elapsed())
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
