//! In: a request. Out: written documents and everything found on the way. The
//! one place that runs the stages; the command line is a thin user of it.

mod asked;
mod batches;
mod check;
mod documents;
mod idle;
mod lint;
mod make;
mod memory;
mod outcome;
mod remarks;
mod request;
mod run;
mod underway;

use std::path::Path;

use crate::certificates::{Progress, Silent};
use crate::compile::Fonts;
use crate::diagnostic::{Diagnostic, Report};
use crate::plan::{self, Plan};
use crate::workspace::Workspace;
pub use asked::{lock, recognition, typeset, typeset_certificate};
use memory::Memory;
pub use outcome::{Built, Outcome, Typeset};
pub use remarks::Remark;
pub use request::Request;
pub use underway::Underway;

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
    let batches = batches::among(&workspace, request);
    // Ids name certificates; no document is meant.
    if request.ids.is_empty() {
        documents::build(&workspace, request, memory.as_ref(), &mut outcome);
    }
    batches::print(&workspace, request, &batches, progress, &mut outcome);
    if let Some(memory) = memory {
        memory.close(&workspace, &mut outcome);
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
