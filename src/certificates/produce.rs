//! In: a batch file and which ids are asked for. Out: the batch read, held against
//! the others of its book, and made; or one of its certificates laid out alone.

use std::path::Path;
use std::time::Instant;

use super::batch::{self, Batch};
use super::books::Books;
use super::future;
use super::names;
use super::order::{Batched, Decide, Means, Order, Progress};
use super::press::Press;
use super::run::Run;
use crate::compile::{Compiler, Pages};
use crate::diagnostic::{Diagnostic, RecipientFault, Report, Severity};
use crate::parallel::{aside, in_parallel};
use crate::render::Templates;
use crate::workspace::{DataFile, Workspace};

/// Makes a batch; `books` are shared by all batches of a run. `None` where
/// `report` forbids all of it, or it has none of the ids asked for.
pub fn build(
    means: &Means<'_>,
    file: &DataFile,
    order: &Order,
    books: &mut Books,
    progress: &dyn Progress,
    report: &mut Report,
) -> Option<Batched> {
    let start = Instant::now();
    let Means { workspace, compiler, .. } = *means;
    // What only the reading needs is let go with its thread.
    let batch = aside(|| batch::read(means, file, books, report))?.settled();
    if let Some(today) = order.today.filter(|today| *today >= batch.date) {
        future::check(&batch.record, today, report);
    }
    if !books.enter(workspace, &batch, &workspace.output(file, ""), report) {
        return None;
    }
    let in_hand = batch.in_hand(workspace);
    let refused = in_hand.blocks() && order.write;
    report.extend(in_hand);
    if refused {
        return None;
    }
    if order.deny_warnings && report.count(Severity::Warning) > 0 {
        return None;
    }
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    let asks = |id: &str, at: usize| same(batch.id(at), id) || same(&batch.recipients[at].id, id);
    let asked = |at: &usize| order.only.iter().any(|id| asks(id, *at));
    let all = 0..batch.recipients.len();
    let wanted: Vec<usize> = all.filter(|at| order.only.is_empty() || asked(at)).collect();
    let revoked: Vec<_> = order.only.iter().filter_map(|id| Some((id, batch.refusal(id)?))).collect();
    if wanted.is_empty() && revoked.is_empty() && !order.only.is_empty() {
        return None;
    }
    let found =
        |id: &&String| wanted.iter().any(|at| asks(id, *at)) || revoked.iter().any(|(own, _)| own == id);
    let mut batched = Batched {
        source: file.name.clone(),
        folder: workspace.output(file, ""),
        total: batch.recipients.len(),
        found: order.only.iter().filter(found).cloned().collect(),
        ..Batched::default()
    };
    for (_, finding) in revoked {
        report.push(finding);
    }
    let templates = Templates::read(workspace).map_err(|finding| report.push(finding)).ok()?;
    let press = Press::new(&batch, compiler, &templates).map_err(|finding| report.push(finding)).ok()?;
    if order.write {
        let run = Run { workspace, batch: &batch, press: &press, order, progress, start };
        run.make(&wanted, &mut batched, report);
    } else {
        let pages = in_parallel(wanted.len(), |at| press.view(wanted[at]).err());
        pages.into_iter().flatten().for_each(|finding| report.push(finding));
    }
    batched.time = start.elapsed();
    Some(batched)
}

/// Lays out the certificate of one recipient without writing it, for whoever
/// measures it; with its source.
///
/// # Errors
/// Everything that keeps it from being printed.
pub fn typeset(root: &Path, path: &Path, id: &str, decide: &Decide<'_>) -> Result<(String, Pages), Report> {
    let mut report = Report::default();
    let workspace = Workspace::open(root, None)?;
    let files = workspace.data_files(&[path.into()], &mut report);
    let fonts = crate::compile::Fonts::load(&workspace, &mut report);
    let compiler = Compiler::new(&workspace, fonts);
    let means = Means { workspace: &workspace, compiler: &compiler, decide };
    let mut books = Books::default();
    let batch = files.first().and_then(|file| batch::read(&means, file, &mut books, &mut report));
    let Some(batch) = batch else { return Err(report) };
    let templates = Templates::read(&workspace)?;
    let press = Press::new(&batch, &compiler, &templates)?;
    let Some(at) = (0..batch.recipients.len()).find(|at| batch.id(*at) == id) else {
        return Err(Diagnostic::general(RecipientFault::UnknownId { id: id.into() }).into());
    };
    let source = press.source(at)?;
    let pages = compiler.compile(source.clone()).map_err(|failure| failure.finding)?;
    Ok((source, pages))
}

impl Batch {
    /// The id of the recipient at this index.
    pub(super) fn id(&self, at: usize) -> &str {
        &self.issue(at).id
    }

    /// The name of its file.
    pub(super) fn name(&self, at: usize) -> String {
        names::file_name(self.numbers[at], &self.recipients[at].name)
    }
}
