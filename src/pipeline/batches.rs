//! In: a request. Out: the certificates of the batches it asks for, printed, and what
//! was found in them.

use std::path::Path;

use super::{Outcome, Request, recognition};
use crate::certificates::{self, Books, Means, Order, Progress};
use crate::compile::{Compiler, Fonts};
use crate::diagnostic::{Diagnostic, RecipientFault, RegisterFault, Report};
use crate::output::Format;
use crate::workspace::{DataFile, Workspace};

/// The batches of certificates among what is asked for.
pub(super) fn among(workspace: &Workspace, request: &Request) -> Vec<DataFile> {
    // What cannot be found is told with the documents.
    let files = workspace.data_files(&request.only, &mut Report::default());
    files.into_iter().filter(certificates::is_batch).collect()
}

/// Prints them, one batch after the other.
pub(super) fn print(
    workspace: &Workspace,
    request: &Request,
    batches: &[DataFile],
    progress: &dyn Progress,
    outcome: &mut Outcome,
) {
    let mut own = Report::default();
    workspace.inspect(&mut own);
    if own.blocks() || (batches.is_empty() && request.ids.is_empty()) {
        return;
    }
    let formats = &request.formats;
    if !batches.is_empty() && !formats.is_empty() && !formats.contains(&Format::Pdf) {
        let asked = formats.iter().map(|own| own.ending()).collect::<Vec<_>>().join(", ");
        // Whoever makes all documents of a workspace knows that they have other forms.
        let among_others = request.only.is_empty() && request.ids.is_empty() && !outcome.built.is_empty();
        outcome.report.push(Diagnostic::general(RegisterFault::PdfOnly { asked, among_others }));
    }
    // Fonts that cannot be read were told with the documents.
    let compiler = Compiler::new(workspace, Fonts::load(workspace, &mut Report::default()));
    let order = Order {
        write: request.formats.contains(&Format::Pdf),
        deny_warnings: request.deny_warnings,
        only: request.ids.clone(),
        resume: request.resume,
        force: request.force,
        today: request.today,
    };
    let decide = |path: &Path| recognition(workspace.root(), path);
    let means = Means { workspace, compiler: &compiler, decide: &decide };
    let mut books = Books::default();
    let mut unread = false;
    for file in batches {
        let mut report = Report::default();
        let made = certificates::build(&means, file, &order, &mut books, progress, &mut report);
        unread |= made.is_none() && report.blocks();
        outcome.batches.extend(made);
        outcome.report.extend(report);
    }
    // All certificates of a batch share the faults of a template.
    outcome.report.tell_once();
    // A batch with a fault may be the one that has it.
    for id in request.ids.iter().filter(|_| !unread) {
        if !outcome.batches.iter().any(|batched| batched.found.contains(id)) {
            let fault = RecipientFault::UnknownId { id: id.clone() };
            outcome.report.push(Diagnostic::general(fault));
        }
    }
}
