//! In: the checked documents of a run. Out: what a careful reader remarks on each, and
//! on all of them together.

use std::sync::{Mutex, PoisonError};

use super::check::{Checked, Reading};
use super::run::Run;
use crate::certificates::is_batch;
use crate::consistency;
use crate::diagnostic::{Diagnostic, Report};
use crate::documents::OfficialDocument;
use crate::lint::{self, Subject};
use crate::parallel::in_parallel;
use crate::workspace::DataFile;

impl Run<'_> {
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
}
