//! In: the batches of a run, and what earlier runs left in the output folder.
//! Out: whether a register number is given in two batches of one book. A book is
//! kept for a kind of paper by an issuing body in a year.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::FOLDERS;
use super::batch::Batch;
use super::carried::Carried;
use super::names::slug;
use super::record::{Recipients, Source};
use super::store::Store;
use crate::diagnostic::{DecisionFault, RecipientFault, RegisterFault, Report};
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
    numbers: BTreeSet<u32>,
    /// Those who have a certificate: of a long list there are too many to keep their names.
    people: BTreeSet<u64>,
    /// The decision whose list it carries out.
    decision: Option<String>,
    /// Whom it names; none as long as the register of an earlier run was not read.
    carried: Option<Carried>,
}

impl Books {
    /// The numbers that the other batches of a book have given; `folder` is where
    /// the asking one is written.
    pub(super) fn taken(&mut self, workspace: &Workspace, book: &str, folder: &Path) -> BTreeSet<u32> {
        let known = self.0.get_or_insert_with(|| earlier(workspace));
        let others = known.iter().filter(|(path, other)| *path != folder && other.book == book);
        others.flat_map(|(_, other)| other.numbers.iter().copied()).collect()
    }

    /// Enters a batch. False, and a finding, where another one of the book has given some of its
    /// numbers, has the same recipients, or carries out the same decision.
    pub(super) fn enter(
        &mut self,
        workspace: &Workspace,
        batch: &Batch,
        folder: &Path,
        report: &mut Report,
    ) -> bool {
        let known = self.0.get_or_insert_with(|| earlier(workspace));
        let who = |at: usize| person(batch.id(at), &batch.name(at));
        let own = Given {
            book: batch.book(),
            place: batch.file.name.clone(),
            numbers: batch.numbers_of_book().collect(),
            people: (0..batch.recipients.len()).map(who).collect(),
            decision: match &batch.record.recipients {
                Recipients::Kept(Source::Decision(path)) => Some(path.trim().to_string()),
                _ => None,
            },
            carried: Some(Carried::of(batch)),
        };
        let mut found = Report::default();
        for (path, other) in known.iter_mut().filter(|(path, _)| *path != folder) {
            let carried = other.carried.get_or_insert_with(|| Carried::told(path));
            if let Some(date) = own.carried.as_ref().and_then(|own| carried.other_day(own)) {
                let fault = DecisionFault::DatedElsewhere { date, place: other.place.clone() };
                found.push(batch.record.finding("quyet_dinh.ngay", fault));
            }
            let mut again = carried.again(batch);
            again.retain(|at| !other.people.contains(&who(*at)));
            if let Some(first) = again.first() {
                let (count, place) = (again.len(), other.place.clone());
                let recipient = &batch.recipients[*first];
                let fault = RecipientFault::AgainElsewhere { name: recipient.name.clone(), count, place };
                found.push(recipient.finding("ten", fault));
            }
        }
        let others = || known.iter().filter(|(path, other)| *path != folder && other.book == own.book);
        let twice = others().find_map(|(_, other)| {
            let same = own.people.intersection(&other.people).count();
            let place = other.place.clone();
            let decided =
                own.decision.is_some() && (other.decision == own.decision || same == own.people.len());
            if decided && same > 0 {
                let fault = DecisionFault::Twice { place };
                return Some(batch.record.finding("nguoi_nhan.quyet_dinh", fault));
            }
            let fault = RecipientFault::ElsewhereToo { count: same, place };
            (same > 0).then(|| batch.record.finding("nguoi_nhan", fault))
        });
        let clash = others().find_map(|(_, other)| {
            let numbers: Vec<u32> = own.numbers.intersection(&other.numbers).copied().collect();
            let (place, numbers) =
                (other.place.clone(), Some(numbers).filter(|numbers| !numbers.is_empty())?);
            let next = other.numbers.last().map_or(1, |last| last.saturating_add(1));
            Some(RegisterFault::NumbersElsewhere { numbers, place, next })
        });
        known.insert(folder.into(), own);
        let clash = clash.map(|fault| batch.record.finding("so_dau", fault));
        clash.into_iter().chain(twice).for_each(|finding| found.push(finding));
        let sound = !found.blocks();
        report.extend(found);
        sound
    }
}

/// What earlier runs left, by the folders where this run would write it: in its
/// output folder, and in the usual one where that is another.
fn earlier(workspace: &Workspace) -> BTreeMap<PathBuf, Given> {
    let mut all: BTreeMap<PathBuf, Given> = BTreeMap::new();
    for out in std::iter::once(workspace.out().to_path_buf()).chain(workspace.usual_out()) {
        let mut stores = Vec::new();
        for (kind, _) in FOLDERS {
            Store::below(&out.join(kind), &mut stores);
        }
        for (folder, store) in stores {
            let place = format!("{}/", folder.display());
            let here = workspace.out().join(folder.strip_prefix(&out).unwrap_or(&folder));
            let own = all.entry(here).or_insert_with(|| Given {
                book: store.book,
                place,
                numbers: BTreeSet::new(),
                people: BTreeSet::new(),
                decision: None,
                carried: None,
            });
            own.numbers.extend(store.issued.values().map(|issued| issued.number));
            own.people.extend(store.made.iter().map(|(id, made)| person(id, &made.file)));
        }
    }
    all
}

impl Batch {
    /// All numbers that are its own: one whose row went is given to nobody else either.
    fn numbers_of_book(&self) -> impl Iterator<Item = u32> {
        let dropped = self.dropped.values().map(|own| own.number);
        self.issues.iter().map(|issue| issue.number).chain(dropped)
    }
}

/// A person by his id and his name, as files are called.
fn person(id: &str, file: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (id, slug(file)).hash(&mut hasher);
    hasher.finish()
}
