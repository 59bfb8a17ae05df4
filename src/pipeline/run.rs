//! In: a workspace. Out: what all documents of a run share, each read once.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::certificates::{self, AddedLater};
use crate::compile::Compiler;
use crate::dataset::{self, Dataset, Placed};
use crate::diagnostic::{Diagnostic, Report};
use crate::lint::Lexicon;
use crate::output::Format;
use crate::parallel::both;
use crate::records::Organisation;
use crate::standard::{Kinds, Profiles, Rules};
use crate::workspace::Workspace;

/// What all documents of a run share.
pub(super) struct Run<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) kinds: Kinds,
    pub(super) profiles: Profiles,
    pub(super) lexicon: Lexicon,
    pub(super) rules: Rules,
    pub(super) compiler: &'a Compiler<'a>,
    pub(super) formats: &'a [Format],
    /// The issuing bodies of the records; the rest of them is read when needed.
    pub(super) organisations: Vec<Placed<Organisation>>,
    /// Read when the first document asks for it; none if it has errors.
    data: OnceLock<Option<Arc<Dataset>>>,
    data_report: Mutex<Report>,
    /// Read when the first locked list asks for it.
    added_later: OnceLock<AddedLater>,
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
            added_later: OnceLock::new(),
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

    /// What later decisions add to the lists of others, read once a run.
    pub(super) fn added_later(&self) -> &AddedLater {
        self.added_later.get_or_init(|| certificates::added_later(self.workspace))
    }

    /// What was found in the records; told once a run, not once a document.
    pub(super) fn findings_of_data(&self) -> Report {
        std::mem::take(&mut *self.data_report.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
