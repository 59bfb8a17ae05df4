//! In: a checked document. Out: its pages, looked at, and the files written of them.

use std::time::Duration;

use super::check::Checked;
use super::memory::Memory;
use super::run::Run;
use super::{Built, Typeset, remarks};
use crate::compute::{self, Setting, View};
use crate::diagnostic::{Report, Severity};
use crate::lint::silence::{self, Known};
use crate::load::Loaded;
use crate::output;
use crate::parallel::both;
use crate::proofread;
use crate::render;
use crate::workspace::DataFile;

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
        let typeset = standing.is_none().then(|| {
            let files = |typeset: &Typeset| output::make(self.workspace, file, typeset, self.formats);
            self.laid_out(file, checked, (view, source), files, &mut found)
        });
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
        let Some((typeset, made)) = typeset.flatten() else { return standing };
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

    /// Everything between the checks and the writing.
    pub(super) fn typeset(
        &self,
        file: &DataFile,
        checked: &Checked<'_>,
        report: &mut Report,
    ) -> Option<Typeset> {
        let rendered = self.rendered(file, checked, report)?;
        self.laid_out(file, checked, rendered, |_| (), report).map(|(typeset, ())| typeset)
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

    /// Its pages, and what is made of them while they are looked at.
    fn laid_out<T: Send>(
        &self,
        file: &DataFile,
        checked: &Checked<'_>,
        (view, source): (View, String),
        meanwhile: impl FnOnce(&Typeset) -> T + Send,
        report: &mut Report,
    ) -> Option<(Typeset, T)> {
        let Checked { loaded, kind, profile, .. } = checked;
        let pages = self.compiler.compile(source.clone()).map_err(|mut failure| {
            if let (None, Some(line)) = (&failure.template, &failure.line) {
                failure.template = render::line_of(self.workspace, line);
            }
            report.push(proofread::at_its_text(failure, loaded).in_the_file(&file.name));
        });
        let pages = pages.ok()?;
        let typeset = Typeset { profile: profile.code.clone(), source, pages };
        let look = || proofread::pages(&typeset.pages, &view, kind, profile, loaded, report);
        let (made, ()) = both(|| meanwhile(&typeset), look);
        (!report.blocks()).then_some((typeset, made))
    }
}
