//! In: a request and what an earlier run left beside the outputs. Out: which
//! documents need not be made again.
//!
//! Two questions are asked. Before anything is read: are all inputs those of a
//! build that found nothing, or nothing but what the same texts say again? Then
//! there is nothing to do. After a document was
//! read and checked, which costs little: is its Typst source, and all that it
//! is laid out with, that of pages that were found sound? Then they stand.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use super::{Built, Outcome, Remark, Request, idle, remarks};
use crate::certificates::is_batch;
use crate::diagnostic::{Diagnostic, Report, Severity, WorkspaceFault};
use crate::digest::Digest;
use crate::output::Format;
use crate::state::{self, Sources, State};
use crate::workspace::Workspace;

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
    /// Whether what was made is made again.
    force: bool,
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
        let inputs = if everything { inputs(workspace, &ground) } else { None };
        Some(Self {
            state: Mutex::new(State::read(workspace)),
            ground,
            formats: request.formats.clone(),
            everything,
            inputs,
            strict: request.deny_warnings,
            force: request.force,
        })
    }

    /// What there is to tell if nothing has changed since everything was found
    /// sound.
    pub(super) fn whole(&self, workspace: &Workspace) -> Option<Outcome> {
        if self.force {
            return None;
        }
        let (outcome, told) = self.with(|state| state.whole(self.inputs.as_deref()?, &self.formats))?;
        let mut report = remarks::again(workspace, &told)?;
        if self.strict && report.count(Severity::Warning) > 0 {
            return None;
        }
        let mut sources = Sources::default();
        outcome.built.iter().for_each(|built| sources.add(&built.source, Some(false)));
        outcome.batches.iter().for_each(|batch| sources.add(&batch.source, Some(true)));
        self.with(|state| {
            idle::tell(state.former(&names(&outcome.built)), &mut report);
            idle::tell(state.idle(&sources), &mut report);
        });
        Some(Outcome { report, ..outcome })
    }

    /// What the pages of a document come from: what its file says and the
    /// source made of it, on the common ground.
    pub(super) fn key(&self, written: &str, source: &str) -> String {
        self.ground.clone().with(written).with(source).finish()
    }

    /// A document whose pages still stand, and what was remarked on them.
    pub(super) fn document(&self, workspace: &Workspace, name: &str, key: &str) -> Option<(Built, Report)> {
        if self.force {
            return None;
        }
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
            let now = || inputs(workspace, &ground);
            let inputs = self.inputs.filter(|own| now().as_ref() == Some(own));
            // What warnings kept from being written is missing.
            let whole = !self.strict || outcome.report.count(Severity::Warning) == 0;
            let told = remarks::kept(&outcome.report).filter(|_| whole);
            if let (Some(inputs), Some(told)) = (inputs, told) {
                state.keep_whole(inputs, outcome, told);
            }
        } else {
            state.forget_all();
        }
        if let Some(root) = state.shared_with() {
            let fault = WorkspaceFault::SharedOutput { root: root.into() };
            outcome.report.push(Diagnostic::in_file(workspace.out().display().to_string(), fault));
        }
        idle::tell(state.former(&names(&outcome.built)), &mut outcome.report);
        if self.everything {
            let mut unseen = Report::default();
            let files = workspace.data_files(&[], &mut unseen);
            // What cannot be listed may be there.
            if !unseen.blocks() {
                let mut sources = Sources::default();
                let built = names(&outcome.built);
                for file in &files {
                    let is_document = built.contains(file.name.as_str()).then_some(false);
                    sources.add(&file.name, is_document.or(is_batch(file).then_some(true)));
                }
                idle::tell(state.idle(&sources), &mut outcome.report);
            }
        }
        state.save().unwrap_or_else(|finding| outcome.report.push(finding));
    }

    fn with<T>(&self, ask: impl FnOnce(&mut State) -> T) -> T {
        // A poisoned lock still holds whole entries.
        ask(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// All that a build of everything comes from.
fn inputs(workspace: &Workspace, ground: &Digest) -> Option<String> {
    Some(state::inputs(workspace, ground)?.finish())
}

fn names(built: &[Built]) -> BTreeSet<&str> {
    built.iter().map(|built| built.source.as_str()).collect()
}
