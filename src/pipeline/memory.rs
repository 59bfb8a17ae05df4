//! In: a request and what an earlier run left beside the outputs. Out: which
//! documents need not be made again.
//!
//! Two questions are asked. Before anything is read: are all inputs those of a
//! build that found nothing, or nothing but what the same texts say again? Then
//! there is nothing to do. After a document was
//! read and checked, which costs little: is its Typst source, and all that it
//! is laid out with, that of pages that were found sound? Then they stand.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::{Built, Outcome, Remark, Request, remarks};
use crate::diagnostic::{Diagnostic, Report, Severity, WorkspaceFault};
use crate::digest::Digest;
use crate::output::Format;
use crate::state::{self, State};
use crate::workspace::{Workspace, on_windows};

/// What a run remembers of earlier ones.
pub(super) struct Memory {
    state: Mutex<State>,
    /// Program, templates and fonts.
    ground: Digest,
    formats: Vec<Format>,
    /// Whether everything is asked for.
    everything: bool,
    /// All inputs, if everything is asked for.
    inputs: Option<String>,
    /// Whether warnings forbid writing.
    strict: bool,
}

impl Memory {
    /// None where nothing is written, or where what a document depends on cannot
    /// be listed.
    pub(super) fn of(workspace: &Workspace, request: &Request) -> Option<Self> {
        if request.formats.is_empty() {
            return None;
        }
        let ground = state::ground(workspace)?;
        let everything = request.only.is_empty() && request.ids.is_empty();
        let inputs = if everything { inputs(workspace, &ground, &request.formats) } else { None };
        let mut state = State::read(workspace.out());
        if request.force {
            state.forget_all();
        }
        Some(Self {
            state: Mutex::new(state),
            ground,
            formats: request.formats.clone(),
            everything,
            inputs,
            strict: request.deny_warnings,
        })
    }

    /// What there is to tell if nothing has changed since everything was found
    /// sound.
    pub(super) fn whole(&self, workspace: &Workspace) -> Option<Outcome> {
        let (outcome, told) = self.with(|state| state.whole(self.inputs.as_deref()?, &self.formats))?;
        let mut report = remarks::again(workspace, &told)?;
        if self.strict && report.count(Severity::Warning) > 0 {
            return None;
        }
        let built = outcome.built.iter().map(|built| &built.source);
        let there: BTreeSet<_> = built.chain(outcome.batches.iter().map(|batch| &batch.source)).collect();
        self.with(|state| tell_idle(state, there.into_iter(), &mut report));
        Some(Outcome { report, ..outcome })
    }

    /// What the pages of a document come from: what its file says and the
    /// source made of it, on the common ground.
    pub(super) fn key(&self, written: &str, source: &str) -> String {
        self.ground.clone().with(written).with(source).finish()
    }

    /// A document whose pages still stand, and what was remarked on them.
    pub(super) fn document(&self, workspace: &Workspace, name: &str, key: &str) -> Option<(Built, Report)> {
        let (built, told) = self.with(|state| state.document(name, key, &self.formats))?;
        Some((built, remarks::again(workspace, &told)?))
    }

    /// Remembers a document that was written, if what was remarked on its pages can be
    /// told again.
    pub(super) fn keep(&self, key: String, built: &Built, told: Option<Vec<Remark>>) {
        self.with(|state| state.keep(key, built, told));
    }

    /// Writes down what the run came to, and tells which outputs nothing makes any more.
    /// What was changed while it ran may have been read before or after: nothing is
    /// known of it then.
    pub(super) fn close(self, workspace: &Workspace, outcome: &mut Outcome) {
        let mut state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        let ground = state::ground(workspace);
        let ground = ground.filter(|ground| ground.clone().finish() == self.ground.clone().finish());
        state.keep_batches(&outcome.batches);
        state.forget_gone();
        if let Some(ground) = ground {
            let now = || inputs(workspace, &ground, &self.formats);
            let inputs = self.inputs.filter(|own| now().as_ref() == Some(own));
            // What warnings kept from being written is missing.
            let whole = !self.strict || outcome.report.count(Severity::Warning) == 0;
            let told = remarks::kept(&outcome.report).filter(|_| whole);
            match (inputs, told) {
                (Some(inputs), Some(told)) => state.keep_whole(inputs, outcome, told),
                _ => state.forget_whole(),
            }
        } else {
            state.forget_all();
        }
        if self.everything {
            let mut unseen = Report::default();
            let files = workspace.data_files(&[], &mut unseen);
            // What cannot be listed may be there.
            if !unseen.blocks() {
                tell_idle(&state, files.iter().map(|file| &file.name), &mut outcome.report);
            }
        }
        state.save().unwrap_or_else(|finding| outcome.report.push(finding));
    }

    fn with<T>(&self, ask: impl FnOnce(&mut State) -> T) -> T {
        // A poisoned lock still holds whole entries.
        ask(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// All that a build of everything comes from; the formats too, since certificates are
/// not made in every one. Their order counts for nothing.
fn inputs(workspace: &Workspace, ground: &Digest, formats: &[Format]) -> Option<String> {
    let formats: BTreeSet<_> = formats.iter().map(|format| format.ending()).collect();
    Some(formats.into_iter().fold(state::inputs(workspace, ground)?, Digest::with).finish())
}

/// Tells of outputs whose data files are not among those that are `there`: somebody may
/// send them. A file that only its ending, or a capital on another machine, sets apart
/// makes them still.
fn tell_idle<'a>(state: &State, there: impl Iterator<Item = &'a String>, report: &mut Report) {
    let stem = |name: &str| on_windows(&Path::new(name).with_extension(""));
    let there: BTreeSet<_> = there.map(|name| stem(name)).collect();
    for (source, paths) in state.idle(|source| there.contains(&stem(source))) {
        let source = String::from(source);
        let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
        for folder in folders {
            let fault = WorkspaceFault::IdleBatch { source: source.clone() };
            report.push(Diagnostic::in_file(folder.display().to_string(), fault));
        }
        let names = files.iter().skip(1).filter_map(|path| path.file_name());
        let others = names.map(|name| format!("`{}`", name.to_string_lossy())).collect();
        if let Some(first) = files.first() {
            let fault = WorkspaceFault::IdleOutput { source, others };
            report.push(Diagnostic::in_file(first.display().to_string(), fault));
        }
    }
}
