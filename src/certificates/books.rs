//! In: the batches of a run, and what earlier runs left in the output folder.
//! Out: whether a register number is given in two batches of one book. A book is
//! kept for a kind of paper by an issuing body in a year.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::FOLDERS;
use super::batch::Batch;
use super::store::Store;
use crate::diagnostic::{CertificateFault, Diagnostic};
use crate::workspace::Workspace;

/// The numbers of all batches that a run knows of, by the folders they are
/// written to.
#[derive(Debug, Default)]
pub struct Books(Option<BTreeMap<PathBuf, Given>>);

/// What one batch has given.
#[derive(Debug)]
struct Given {
    book: String,
    /// Where that can be read: a data file, or the folder that an earlier run wrote.
    place: String,
    /// By number: the id.
    ids: BTreeMap<u32, String>,
}

impl Books {
    /// Enters the numbers of a batch. A finding where another batch of the book
    /// has given some of them.
    pub(super) fn enter(
        &mut self,
        workspace: &Workspace,
        batch: &Batch,
        folder: &Path,
    ) -> Option<Diagnostic> {
        let known = self.0.get_or_insert_with(|| earlier(workspace));
        let ids = batch.issues.iter().map(|issue| (issue.number, issue.id.clone())).collect();
        let own = Given { book: batch.book(), place: batch.file.name.clone(), ids };
        let others = known.iter().filter(|(path, other)| *path != folder && other.book == own.book);
        let clash = others.into_iter().find_map(|(_, other)| {
            let numbers: Vec<u32> =
                own.ids.keys().filter(|number| other.ids.contains_key(number)).copied().collect();
            let (place, numbers) =
                (other.place.clone(), Some(numbers).filter(|numbers| !numbers.is_empty())?);
            let next = other.ids.keys().last().map_or(1, |last| last.saturating_add(1));
            Some(CertificateFault::NumbersElsewhere { numbers, place, next })
        });
        known.insert(folder.into(), own);
        clash.map(|fault| batch.record.finding("so_dau", fault))
    }
}

fn earlier(workspace: &Workspace) -> BTreeMap<PathBuf, Given> {
    let mut stores = Vec::new();
    for (kind, _) in FOLDERS {
        Store::below(&workspace.out().join(kind), &mut stores);
    }
    let given = |(folder, store): (PathBuf, Store)| {
        let place = format!("{}/", folder.display());
        let ids = store.issued.into_iter().map(|(id, issued)| (issued.number, id)).collect();
        (folder, Given { book: store.book, place, ids })
    };
    stores.into_iter().map(given).collect()
}
