//! In: a request and what an earlier run left beside the outputs. Out: which
//! documents need not be made again.
//!
//! Two questions are asked. Before anything is read: are all inputs those of a
//! build that found nothing, or nothing but what the same texts say again? Then
//! there is nothing to do. After a document was
//! read and checked, which costs little: is its Typst source, and all that it
//! is laid out with, that of pages that were found sound? Then they stand.

use std::sync::{Mutex, PoisonError};

use super::{Built, Outcome, Request, remarks};
use crate::diagnostic::Severity;
use crate::digest::Digest;
use crate::state::{self, State};
use crate::workspace::Workspace;

/// What a run remembers of earlier ones.
pub(super) struct Memory {
    state: Mutex<State>,
    /// Program, templates, fonts and formats.
    ground: Digest,
    formats: String,
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
        let formats = format!("{:?}", request.formats);
        let ground = state::ground(workspace)?.with(&formats);
        let everything = request.only.is_empty() && request.ids.is_empty();
        let inputs = if everything { state::inputs(workspace, &ground) } else { None };
        let state = if request.force { State::empty(workspace.out()) } else { State::read(workspace.out()) };
        Some(Self {
            state: Mutex::new(state),
            ground,
            formats,
            inputs: inputs.map(Digest::finish),
            strict: request.deny_warnings,
        })
    }

    /// What there is to tell if nothing has changed since everything was found
    /// sound.
    pub(super) fn whole(&self, workspace: &Workspace) -> Option<Outcome> {
        let (outcome, told) = self.with(|state| state.whole(self.inputs.as_deref()?))?;
        let report = remarks::again(workspace, &told)?;
        let refused = self.strict && report.count(Severity::Warning) > 0;
        (!refused).then_some(Outcome { report, ..outcome })
    }

    /// What the pages of a document come from: what its file says and the
    /// source made of it, on the common ground.
    pub(super) fn key(&self, written: &str, source: &str) -> String {
        self.ground.clone().with(written).with(source).finish()
    }

    /// A document whose pages still stand.
    pub(super) fn document(&self, name: &str, key: &str) -> Option<Built> {
        self.with(|state| state.document(name, key))
    }

    /// Remembers a document that was written; only one without a finding about
    /// its pages, since those are not looked for again.
    pub(super) fn keep(&self, key: String, built: &Built, sound: bool) {
        self.with(|state| if sound { state.keep(key, built) } else { state.forget(&built.source) });
    }

    /// Writes down what the run came to. What was changed while it ran may have been
    /// read before or after: nothing is known of it then.
    pub(super) fn close(self, workspace: &Workspace, outcome: &Outcome) {
        let mut state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        let ground = state::ground(workspace).map(|ground| ground.with(&self.formats));
        let Some(ground) = ground.filter(|ground| ground.clone().finish() == self.ground.clone().finish())
        else {
            return State::empty(workspace.out()).save_anew();
        };
        let inputs = || Some(state::inputs(workspace, &ground)?.finish());
        let inputs = self.inputs.filter(|own| inputs().as_ref() == Some(own));
        // What warnings kept from being written is missing.
        let whole = !self.strict || outcome.report.count(Severity::Warning) == 0;
        let told = remarks::kept(&outcome.report).filter(|_| whole);
        match (inputs, told) {
            (Some(inputs), Some(told)) => state.keep_whole(inputs, outcome, told),
            _ => state.forget_whole(),
        }
        state.save();
    }

    fn with<T>(&self, ask: impl FnOnce(&mut State) -> T) -> T {
        // A poisoned lock still holds whole entries.
        ask(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
