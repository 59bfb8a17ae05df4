//! In: a data file. Out: its document, filled with what the data say and looked at on
//! its own, with the type and the guidance it follows.

use std::time::Duration;

use super::run::Run;
use crate::compute;
use crate::consistency;
use crate::diagnostic::{DataFault, Diagnostic, GuidanceFault, RecognitionFault, Report, WorkspaceFault};
use crate::documents::{Copy, OfficialDocument};
use crate::expression::{Evaluator, Scope};
use crate::figures::Period;
use crate::fill;
use crate::lint::Tables;
use crate::load::{self, Loaded};
use crate::recognition::{self, Recognition};
use crate::standard::{Kind, Profile};
use crate::validate;
use crate::values::Date;
use crate::workspace::DataFile;

/// A document that was read and looked at on its own.
pub(super) struct Checked<'r> {
    pub(super) loaded: Loaded<OfficialDocument>,
    /// The data its expressions speak of.
    pub(super) scope: Option<Scope>,
    pub(super) kind: &'r Kind,
    pub(super) profile: &'r Profile,
    /// The guidance of what makes it a copy.
    pub(super) copy_profile: Option<&'r Profile>,
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
    /// Reads a file and looks at the document on its own.
    pub(super) fn check(&self, file: &DataFile, report: &mut Report) -> Option<Checked<'_>> {
        let kind = self.kind_of(file).map_err(|finding| report.push(finding)).ok()?;
        let checked = self.checked(file, kind, report);
        // Who has more to mend than is told need not hear of more.
        if checked.is_none() && !report.is_full() {
            self.read_broken(file, kind, report);
        }
        checked
    }

    /// What can be read of a document that none can be made of: its texts, so that all its
    /// mistakes are told at once.
    fn read_broken(&self, file: &DataFile, kind: &Kind, report: &mut Report) {
        let Some((source, tree)) = load::document_tree(file, &mut Report::default()) else { return };
        let broken = Loaded { source, tree, record: () };
        if validate::lengths::unbearable(&broken).is_some() {
            return;
        }
        validate::characters(&broken, |c| self.compiler.fonts().covers(c), report);
        let Self { kinds, profiles, lexicon, rules, .. } = self;
        Tables { kinds, profiles, lexicon, rules }.read_broken(broken, kind, report);
    }

    fn checked<'r>(&'r self, file: &DataFile, kind: &'r Kind, report: &mut Report) -> Option<Checked<'r>> {
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

    fn kind_of(&self, file: &DataFile) -> Result<&Kind, Diagnostic> {
        let Some(folder) = &file.kind else {
            return Err(Diagnostic::in_file(&file.name, WorkspaceFault::LooseFile));
        };
        self.kinds.in_folder(folder).map_err(|finding| finding.in_the_file(&file.name))
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
            match self.added_later().get(loaded.source.name()) {
                Some(added) => recognition::without(rows, added, &list.lock).into(),
                None => rows.into(),
            }
        });
        let scope = Scope { data: data.clone(), period, today, padded, blank, recognised };
        let filled = fill::fill(loaded, &Evaluator::new(scope.clone()), report)?;
        Some((filled, Some(scope)))
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
}
