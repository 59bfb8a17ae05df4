//! In: a data file and what all documents of a run share. Out: the document after
//! each stage: read, checked, read with care, laid out, written.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use super::memory::Memory;
use super::{Built, Typeset, remarks};
use crate::certificates;
use crate::certificates::is_batch;
use crate::compile::Compiler;
use crate::compute::{self, Setting, View};
use crate::consistency;
use crate::dataset::{self, Dataset, Placed};
use crate::diagnostic::{
    DataFault, Diagnostic, GuidanceFault, RecognitionFault, Report, Severity, WorkspaceFault,
};
use crate::documents::{Copy, OfficialDocument};
use crate::expression::{Evaluator, Scope};
use crate::figures::Period;
use crate::fill;
use crate::lint::silence::{self, Known};
use crate::lint::{self, Lexicon, Subject};
use crate::load::{self, Loaded};
use crate::output::{self, Format};
use crate::parallel::{both, in_parallel};
use crate::proofread;
use crate::recognition::{self, Recognition};
use crate::records::Organisation;
use crate::render;
use crate::standard::{Kind, Kinds, Profile, Profiles, Rules};
use crate::validate;
use crate::values::Date;
use crate::workspace::{DataFile, Workspace};

/// What all documents of a run share.
pub(super) struct Run<'a> {
    workspace: &'a Workspace,
    kinds: Kinds,
    profiles: Profiles,
    lexicon: Lexicon,
    rules: Rules,
    pub(super) compiler: &'a Compiler<'a>,
    formats: &'a [Format],
    /// The issuing bodies of the records; the rest of them is read when needed.
    organisations: Vec<Placed<Organisation>>,
    /// Read when the first document asks for it; none if it has errors.
    data: OnceLock<Option<Arc<Dataset>>>,
    data_report: Mutex<Report>,
}

impl<'a> Run<'a> {
    pub(super) fn prepare(compiler: &'a Compiler<'a>, formats: &'a [Format]) -> Result<Self, Diagnostic> {
        let workspace = compiler.workspace();
        let words = || (Lexicon::read(workspace), Rules::read(workspace));
        let ((lexicon, rules), (kinds, profiles)) =
            both(words, || (Kinds::read(workspace), Profiles::read(workspace)));
        Ok(Self {
            workspace,
            kinds: kinds?,
            profiles: profiles?,
            lexicon: lexicon?,
            rules,
            compiler,
            formats,
            organisations: dataset::organisations(workspace),
            data: OnceLock::new(),
            data_report: Mutex::default(),
        })
    }

    /// All records, read once a run.
    pub(super) fn data(&self) -> Option<&Arc<Dataset>> {
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
    pub(super) fn findings_of_data(&self) -> Report {
        std::mem::take(&mut *self.data_report.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A document that was read and looked at on its own.
pub(super) struct Checked<'r> {
    loaded: Loaded<OfficialDocument>,
    /// The data its expressions speak of.
    scope: Option<Scope>,
    kind: &'r Kind,
    profile: &'r Profile,
    /// The guidance of what makes it a copy.
    copy_profile: Option<&'r Profile>,
}

impl Checked<'_> {
    /// What the document recognises, if it is a decision that does.
    pub(super) fn recognition(&self) -> Option<Recognition> {
        let scope = self.scope.as_ref()?;
        let rows = scope.recognised.clone()?;
        let symbol = compute::symbol(&self.loaded.record, self.kind, self.profile);
        Some(Recognition::new(
            &self.loaded,
            symbol,
            rows,
            recognition::candidates(&scope.data, scope.period.years()),
        ))
    }
}

/// What came of reading a file: the document, what was found, and how long it took.
pub(super) type Reading<'r> = (Option<Checked<'r>>, Report, Duration);

impl Run<'_> {
    /// A checked document to the end; `remarks` waits for what the rules that read
    /// the text have found. `None` means that `report` forbids it.
    pub(super) fn document(
        &self,
        file: &DataFile,
        checked: &Checked<'_>,
        remarks: &dyn Fn() -> Report,
        memory: Option<&Memory>,
        deny_warnings: bool,
        report: &mut Report,
    ) -> Option<Built> {
        let Loaded { source: written, tree, .. } = &checked.loaded;
        report.cite(&checked.profile.clauses);
        let remarks = || {
            let mut remarks = remarks();
            remarks.cite(&checked.profile.clauses);
            remarks
        };
        let Some((view, source)) = self.rendered(file, checked, report) else {
            let mut remarks = remarks();
            remarks.retain(|remark| !report.refuses(remark));
            report.extend(remarks);
            silence::apply(written, tree, &self.rules, Known::BeforePages, report);
            return None;
        };
        let memory = memory.map(|memory| (memory, memory.key(written.text(), &source)));
        let standing = memory.as_ref();
        let standing = standing.and_then(|(memory, key)| memory.document(self.workspace, &file.name, key));
        let (standing, found) = standing.unzip();
        let mut found = found.unwrap_or_default();
        let typeset = match standing {
            Some(_) => None,
            None => Some(self.laid_out(file, checked, (view, source), &mut found)),
        };
        // While the files are made, the texts may still be being read.
        let made = typeset.as_ref().and_then(Option::as_ref);
        let made = made.map(|typeset| output::make(self.workspace, file, typeset, self.formats));
        found.cite(&checked.profile.clauses);
        let kept = remarks::kept(&found);
        report.extend(remarks());
        report.extend(found);
        let known = if matches!(typeset, Some(None)) { Known::BeforePages } else { Known::All };
        silence::apply(written, tree, &self.rules, known, report);
        if known == Known::BeforePages {
            return None;
        }
        if report.blocks() || (deny_warnings && report.count(Severity::Warning) > 0) {
            return None;
        }
        let Some((typeset, made)) = typeset.flatten().zip(made) else { return standing };
        let pages = typeset.pages.count();
        let outputs = made.and_then(|made| output::write(self.workspace, file, made, pages, self.formats));
        let outputs = outputs.map_err(|finding| report.push(finding.in_the_file(&file.name))).ok()?;
        let built = Built {
            source: file.name.clone(),
            profile: typeset.profile,
            pages,
            reserved: typeset.pages.reserved(),
            outputs,
            time: Duration::ZERO,
            unchanged: false,
        };
        if let Some((memory, key)) = memory {
            memory.keep(key, &built, kept);
        }
        Some(built)
    }

    /// Reads a file and looks at the document on its own.
    pub(super) fn check(&self, file: &DataFile, report: &mut Report) -> Option<Checked<'_>> {
        let kind = self.kind_of(file).map_err(|finding| report.push(finding)).ok()?;
        let mut form = Report::default();
        let loaded = load::load_document(file, &mut form);
        let whole = !form.blocks();
        report.extend(form);
        if let Some(finding) = loaded.as_ref().and_then(validate::lengths::unbearable) {
            report.push(finding);
            return None;
        }
        // What is left of a document whose form is not sound is read all the same.
        let (loaded, scope) = if whole { self.filled(loaded?, report)? } else { (loaded?, None) };
        validate::characters(&loaded, |c| self.compiler.fonts().covers(c), report);
        let profile = self.guidance(&loaded);
        let profile = profile.map_err(|finding| report.push(finding)).ok()?;
        let copy_profile = self.copy_guidance(&loaded).map_err(|finding| report.push(finding)).ok()?;
        if !whole {
            return Some(Checked { loaded, scope, kind, profile, copy_profile });
        }
        validate::document(&loaded, kind, profile, copy_profile, report);
        validate::figures(&loaded, scope.as_ref(), report);
        consistency::signer(&loaded, &self.organisations, report);
        Some(Checked { loaded, scope, kind, profile, copy_profile })
    }

    /// Reads the documents as a person would, each by itself and all together;
    /// where only some are asked for, the others in `data/` are compared with.
    pub(super) fn lint(
        &self,
        files: &[DataFile],
        checked: &[Reading<'_>],
        reports: &[Mutex<Report>],
        some_only: bool,
    ) {
        let others =
            if some_only { self.workspace.data_files(&[], &mut Report::default()) } else { Vec::new() };
        let others = others.into_iter();
        let others =
            others.filter(|other| other.folder().is_none() && !is_batch(other) && !files.contains(other));
        let others: Vec<_> = others.collect();
        let others = in_parallel(others.len(), |at| self.check(&others[at], &mut Report::default()));
        let all: Vec<_> = checked.iter().map(|(checked, ..)| checked).chain(&others).collect();
        let subjects = in_parallel(all.len(), |at| {
            let Checked { loaded, scope, kind, profile, .. } = all[at].as_ref()?;
            let OfficialDocument { body, place, date, .. } = &loaded.record;
            let office = consistency::issuer(&self.organisations, body, place, *date);
            let subject = Subject::new(loaded, kind, profile, &self.kinds, &self.lexicon)
                .issued_by(office.map(|office| &**office))
                .speaking_of(scope.as_ref());
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
    pub(super) fn typeset(
        &self,
        file: &DataFile,
        checked: &Checked<'_>,
        report: &mut Report,
    ) -> Option<Typeset> {
        let rendered = self.rendered(file, checked, report)?;
        self.laid_out(file, checked, rendered, report)
    }

    /// The view of a document and the Typst source made of it.
    fn rendered(
        &self,
        file: &DataFile,
        checked: &Checked<'_>,
        report: &mut Report,
    ) -> Option<(View, String)> {
        if report.blocks() {
            return None;
        }
        let &Checked { ref loaded, ref scope, kind, profile, copy_profile } = checked;
        let font = self.compiler.fonts().family();
        let setting = Setting { kind, profile, copy_profile, font, scope: scope.as_ref() };
        let view = compute::view(&loaded.record, setting);
        let source = render::render(self.workspace, &kind.template, &view);
        let source = source.map_err(|finding| report.push(finding.in_the_file(&file.name))).ok()?;
        Some((view, source))
    }

    /// Its pages, looked at.
    fn laid_out(
        &self,
        file: &DataFile,
        checked: &Checked<'_>,
        (view, source): (View, String),
        report: &mut Report,
    ) -> Option<Typeset> {
        let Checked { loaded, kind, profile, .. } = checked;
        let pages = self.compiler.compile(source.clone()).map_err(|mut failure| {
            if let (None, Some(line)) = (&failure.template, &failure.line) {
                failure.template = render::line_of(self.workspace, line);
            }
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
        if !used.blank && !consistency::has_figures(&loaded, data, report) {
            return None;
        }
        let period = Period::new(used.from.into(), used.until.into(), used.label.as_deref());
        let (today, padded, blank) = (loaded.record.date, used.padded, used.blank);
        let list = recognition::declared(&loaded.record);
        if let (None, Some(span)) = (&list, recognition::counted(&loaded.tree)) {
            report.push(Diagnostic::at(&loaded.source, span, RecognitionFault::NoList));
            return None;
        }
        let recognised = list.map(|(list, _)| {
            let rows = recognition::rows(data, &list, period.years());
            // A locked list stays as it was signed, whatever later decisions add.
            if list.lock.is_empty() {
                return rows.into();
            }
            let added = certificates::added_to(self.workspace, loaded.source.name());
            recognition::without(rows, &added, &list.lock).into()
        });
        let scope = Scope { data: data.clone(), period, today, padded, blank, recognised };
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
