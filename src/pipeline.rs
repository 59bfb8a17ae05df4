//! In: a request. Out: written documents and everything found on the way. The
//! one place that runs the stages; the command line is a thin user of it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use crate::compile::{Compiler, Fonts, Pages, ReservedArea};
use crate::compute::{self, Setting};
use crate::consistency;
use crate::dataset::{self, Dataset};
use crate::diagnostic::{DataFault, Diagnostic, GuidanceFault, Report, Severity, WorkspaceFault};
use crate::documents::{Copy, OfficialDocument};
use crate::expression::{Evaluator, Scope};
use crate::figures::Period;
use crate::fill;
use crate::lint::{self, Lexicon, Subject, silence};
use crate::load::{self, Loaded};
use crate::output::{self, Format};
use crate::parallel::in_parallel;
use crate::plan::{self, Plan};
use crate::proofread;
use crate::render;
use crate::standard::{Kind, Kinds, Profile, Profiles, Rules};
use crate::validate;
use crate::values::Date;
use crate::workspace::{DataFile, Workspace};

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
}

/// A document that was built or checked.
#[derive(Debug)]
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

/// How many documents share memoised work before it is forgotten.
const FORGET_EVERY: usize = 64;

/// Runs the whole pipeline.
#[must_use]
pub fn run(request: &Request) -> Outcome {
    let mut outcome = Outcome { deny_warnings: request.deny_warnings, ..Outcome::default() };
    match Workspace::open(&request.root, request.out.as_deref()) {
        Ok(workspace) => build_all(&workspace, request, &mut outcome),
        Err(finding) => outcome.report.push(finding),
    }
    outcome
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

/// The plans of a workspace: every document with activities.
///
/// # Errors
/// A root that is no workspace.
pub fn plans(root: &Path) -> Result<Vec<Plan>, Diagnostic> {
    Ok(plan::plans(&Workspace::open(root, None)?))
}

/// Lays out the one document at `path` without writing it.
///
/// # Errors
/// Everything that keeps it from being printed.
pub fn typeset(root: &Path, path: &Path) -> Result<Typeset, Report> {
    let mut report = Report::default();
    let workspace = Workspace::open(root, None)?;
    let files = workspace.data_files(&[path.into()], &mut report);
    let run = Run::prepare(&workspace, &[], &mut report)?;
    let typeset = files.first().and_then(|file| {
        let checked = run.check(file, &mut report)?;
        run.typeset(file, &checked, &mut report)
    });
    report.extend(run.findings_of_data());
    typeset.ok_or(report)
}

/// What all documents of a run share.
struct Run<'a> {
    workspace: &'a Workspace,
    kinds: Kinds,
    profiles: Profiles,
    lexicon: Lexicon,
    rules: Rules,
    compiler: Compiler<'a>,
    formats: &'a [Format],
    /// Read when the first document asks for it; none if it has errors.
    data: OnceLock<Option<Arc<Dataset>>>,
    data_report: Mutex<Report>,
}

impl<'a> Run<'a> {
    fn prepare(
        workspace: &'a Workspace,
        formats: &'a [Format],
        report: &mut Report,
    ) -> Result<Self, Diagnostic> {
        let fonts = Fonts::load(workspace, report);
        let (kinds, profiles) = (Kinds::read(workspace)?, Profiles::read(workspace)?);
        let (lexicon, rules) = (Lexicon::read(workspace)?, Rules::read(workspace));
        Ok(Self {
            workspace,
            kinds,
            profiles,
            lexicon,
            rules,
            compiler: Compiler::new(workspace, fonts),
            formats,
            data: OnceLock::new(),
            data_report: Mutex::default(),
        })
    }

    /// All records, read once a run.
    fn data(&self) -> Option<&Arc<Dataset>> {
        let read = || {
            let mut report = Report::default();
            let data = dataset::gather(self.workspace, &mut report);
            let data = data.map_err(|finding| report.push(finding)).ok().filter(|_| !report.blocks());
            // A poisoned lock still holds whole findings.
            self.data_report.lock().unwrap_or_else(PoisonError::into_inner).extend(report);
            data.map(Arc::new)
        };
        self.data.get_or_init(read).as_ref()
    }

    /// What was found in the records; told once a run, not once a document.
    fn findings_of_data(&self) -> Report {
        std::mem::take(&mut *self.data_report.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn build_all(workspace: &Workspace, request: &Request, outcome: &mut Outcome) {
    let files = workspace.data_files(&request.only, &mut outcome.report);
    let (records, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.folder().is_some());
    (outcome.documents, outcome.records) = (files.len(), records.len());
    let mut own = Report::default();
    workspace.inspect(&mut own);
    let sound = !own.blocks();
    outcome.report.extend(own);
    if !sound {
        return;
    }
    let run = match Run::prepare(workspace, &request.formats, &mut outcome.report) {
        Ok(run) => run,
        Err(finding) => return outcome.report.push(finding),
    };
    let files = without_collisions(files, &mut outcome.report);

    // Before the documents, so that all of them can be held against the records.
    if !records.is_empty() {
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
    run.lint(&files, &checked, &reports, !request.only.is_empty());

    let built = in_parallel(files.len(), |at| {
        let start = Instant::now();
        let (Some(checked), _, before) = &checked[at] else { return None };
        // Each report is used by one worker at a time.
        let mut report = reports[at].lock().unwrap_or_else(PoisonError::into_inner);
        let built = run.document(&files[at], checked, request.deny_warnings, &mut report);
        if at % FORGET_EVERY == FORGET_EVERY - 1 {
            run.compiler.forget();
        }
        built.map(|built| Built { time: *before + start.elapsed(), ..built })
    });
    outcome.built.extend(built.into_iter().flatten());
    for report in reports.drain(..) {
        outcome.report.extend(report.into_inner().unwrap_or_else(PoisonError::into_inner));
    }
    outcome.report.extend(run.findings_of_data());
    // Documents that follow the same one share its faults.
    outcome.report.tell_once();
}

/// Two files that differ in their ending only would write the same output.
fn without_collisions(files: Vec<DataFile>, report: &mut Report) -> Vec<DataFile> {
    let mut first: HashMap<PathBuf, String> = HashMap::new();
    files
        .into_iter()
        .filter(|file| {
            if let Some(other) = first.get(&file.stem) {
                let fault = WorkspaceFault::SameOutput { other: other.clone() };
                report.push(Diagnostic::in_file(&file.name, fault));
                false
            } else {
                first.insert(file.stem.clone(), file.name.clone());
                true
            }
        })
        .collect()
}

/// A document that was read and looked at on its own.
struct Checked<'r> {
    loaded: Loaded<OfficialDocument>,
    /// The data its expressions speak of.
    scope: Option<Scope>,
    kind: &'r Kind,
    profile: &'r Profile,
    /// The guidance of what makes it a copy.
    copy_profile: Option<&'r Profile>,
}

/// What came of reading a file: the document, what was found, and how long it took.
type Reading<'r> = (Option<Checked<'r>>, Report, Duration);

impl Run<'_> {
    /// A checked document to the end. `None` means that `report` forbids it.
    fn document(
        &self,
        file: &DataFile,
        checked: &Checked<'_>,
        deny_warnings: bool,
        report: &mut Report,
    ) -> Option<Built> {
        let typeset = self.typeset(file, checked, report)?;
        let Loaded { source, tree, .. } = &checked.loaded;
        silence::apply(source, tree, &self.rules, report);
        if report.blocks() || (deny_warnings && report.count(Severity::Warning) > 0) {
            return None;
        }
        let written = output::write(self.workspace, file, &typeset, self.formats);
        let outputs = written.map_err(|finding| report.push(finding.in_the_file(&file.name))).ok()?;
        Some(Built {
            source: file.name.clone(),
            profile: typeset.profile,
            pages: typeset.pages.count(),
            reserved: typeset.pages.reserved(),
            outputs,
            time: Duration::ZERO,
        })
    }

    /// Reads a file and looks at the document on its own.
    fn check(&self, file: &DataFile, report: &mut Report) -> Option<Checked<'_>> {
        let kind = self.kind_of(file).map_err(|finding| report.push(finding)).ok()?;
        let (loaded, scope) = self.filled(load::load_document(file, report)?, report)?;
        validate::characters(&loaded, |c| self.compiler.fonts().covers(c), report);
        let profile = self.guidance(&loaded);
        let profile = profile.map_err(|finding| report.push(finding)).ok()?;
        let copy_profile = self.copy_guidance(&loaded).map_err(|finding| report.push(finding)).ok()?;
        validate::document(&loaded, kind, profile, copy_profile, report);
        validate::figures(&loaded, scope.as_ref(), report);
        if let Some(data) = self.data.get().and_then(Option::as_ref) {
            consistency::signer(&loaded, data, report);
        }
        report.shorten(&file.name);
        Some(Checked { loaded, scope, kind, profile, copy_profile })
    }

    /// Reads the documents as a person would, each by itself and all together;
    /// where only some are asked for, the others in `data/` are compared with.
    fn lint(&self, files: &[DataFile], checked: &[Reading<'_>], reports: &[Mutex<Report>], some_only: bool) {
        let others =
            if some_only { self.workspace.data_files(&[], &mut Report::default()) } else { Vec::new() };
        let others = others.into_iter().filter(|other| other.folder().is_none() && !files.contains(other));
        let others: Vec<_> = others.collect();
        let others = in_parallel(others.len(), |at| self.check(&others[at], &mut Report::default()));
        let all: Vec<_> = checked.iter().map(|(checked, ..)| checked).chain(&others).collect();
        let subjects = in_parallel(all.len(), |at| {
            let Checked { loaded, kind, profile, .. } = all[at].as_ref()?;
            let subject = Subject::new(loaded, kind, profile, &self.kinds, &self.lexicon);
            if let Some(report) = reports.get(at) {
                lint::document(&subject, &mut report.lock().unwrap_or_else(PoisonError::into_inner));
            }
            Some(subject)
        });
        let subjects: Vec<_> = subjects.into_iter().flatten().collect();
        let mut found = Report::default();
        lint::workspace(&subjects, &mut found);
        let of = |finding: &Diagnostic| {
            files.iter().position(|file| Some(file.name.as_str()) == finding.file.as_deref())
        };
        for finding in found.iter() {
            if let Some(report) = of(finding).and_then(|at| reports.get(at)) {
                report.lock().unwrap_or_else(PoisonError::into_inner).push(finding.clone());
            }
        }
    }

    /// Everything between the checks and the writing.
    fn typeset(&self, file: &DataFile, checked: &Checked<'_>, report: &mut Report) -> Option<Typeset> {
        if report.blocks() {
            return None;
        }
        let &Checked { ref loaded, ref scope, kind, profile, copy_profile } = checked;
        let font = self.compiler.fonts().family();
        let setting = Setting { kind, profile, copy_profile, font, scope: scope.as_ref() };
        let view = compute::view(&loaded.record, setting);
        let source = render::render(self.workspace, &kind.template, &view);
        let source = source.map_err(|finding| report.push(finding.in_the_file(&file.name))).ok()?;
        let pages = self.compiler.compile(source.clone()).map_err(|failure| {
            report.push(proofread::at_its_text(failure, loaded).in_the_file(&file.name));
        });
        let pages = pages.ok()?;
        proofread::pages(&pages, &view, kind, profile, loaded, report);
        (!report.blocks()).then(|| Typeset { profile: profile.code.clone(), source, pages })
    }

    /// The guidance a document names, or the one in force on its date.
    fn guidance(&self, loaded: &Loaded<OfficialDocument>) -> Result<&Profile, Diagnostic> {
        let document = &loaded.record;
        match &document.profile {
            Some(code) => {
                self.profiles.named(code.trim()).map_err(|fault| loaded.finding("huong_dan", fault))
            }
            None => self.in_force(loaded, "", document.date, document.system()),
        }
    }

    /// The guidance of a copy, which was made later than the document.
    fn copy_guidance(&self, loaded: &Loaded<OfficialDocument>) -> Result<Option<&Profile>, Diagnostic> {
        let guidance = |copy: &Copy| {
            let system = copy.body.system.as_deref().unwrap_or_else(|| loaded.record.system());
            self.in_force(loaded, "ban_sao.", copy.date, system)
        };
        loaded.record.copy.as_ref().map(guidance).transpose()
    }

    fn in_force(
        &self,
        loaded: &Loaded<OfficialDocument>,
        path: &str,
        date: Date,
        system: &str,
    ) -> Result<&Profile, Diagnostic> {
        self.profiles.on(date, system).map_err(|fault| {
            let key = if matches!(fault, GuidanceFault::UnknownSystem { .. }) {
                "co_quan.he_thong"
            } else {
                "ngay"
            };
            loaded.finding(&format!("{path}{key}"), fault)
        })
    }

    /// The document with its expressions replaced by what the data say.
    fn filled(
        &self,
        loaded: Loaded<OfficialDocument>,
        report: &mut Report,
    ) -> Option<(Loaded<OfficialDocument>, Option<Scope>)> {
        let Some(used) = &loaded.record.figures else { return Some((loaded, None)) };
        consistency::period(&loaded, report);
        if report.blocks() {
            return None;
        }
        let Some(data) = self.data() else {
            report.push(loaded.finding("so_lieu", DataFault::DataFaulty));
            return None;
        };
        let period = Period::new(used.from.into(), used.until.into(), used.label.as_deref());
        let (today, padded, blank) = (loaded.record.date, used.padded, used.blank);
        let scope = Scope { data: data.clone(), period, today, padded, blank };
        let filled = fill::fill(loaded, &Evaluator::new(scope.clone()), report)?;
        Some((filled, Some(scope)))
    }

    fn kind_of(&self, file: &DataFile) -> Result<&Kind, Diagnostic> {
        let Some(folder) = &file.kind else {
            return Err(Diagnostic::in_file(&file.name, WorkspaceFault::LooseFile));
        };
        self.kinds.in_folder(folder).map_err(|finding| finding.in_the_file(&file.name))
    }
}
