//! In: the folder of a batch. Out: what earlier runs made there: which files
//! still stand, which numbers were given, what was issued. Kept beside the
//! certificates; damaged, altered or missing, everything is made again, under the numbers
//! that the register tells, and held against what it says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::handed::Open;
use super::jobs::REPRINT;
use super::past::{Past, Pasts};
use super::register::{Entry, Told};
use crate::diagnostic::{Diagnostic, MachineFault};
use crate::digest::{Digest, Sum};
use crate::ordinary::bytes_of;
use crate::sealed::{NAME, seal, unsealed};
use crate::stamp::FileStamp;
use crate::workspace::Workspace;

/// What is known of a batch.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Store {
    /// The digest of the whole list as the last run began with it.
    pub(super) list: Sum,
    /// Whether that run came to its end.
    pub(super) complete: bool,
    /// By id.
    pub(super) made: BTreeMap<String, Box<Made>>,
    /// By id: the register number it was given, and what the last complete run
    /// issued. Who is no longer in the list keeps the number: it goes to nobody
    /// else.
    pub(super) issued: BTreeMap<String, Issued>,
    /// The book that the numbers stand in.
    #[serde(default)]
    pub(super) book: String,
    /// Volumes, proof sheets, registers, by their names.
    pub(super) others: BTreeMap<String, Stamp>,
    /// Files of earlier runs under names that are no longer used, with their digests,
    /// and, without one, those that a run was about to write: what a killed run
    /// leaves is taken away by the next one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) underway: BTreeMap<String, Sum>,
    /// The ids whose certificates are to be printed again.
    #[serde(default)]
    pub(super) reprint: BTreeSet<String>,
    /// Those among them that were never issued before.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) fresh: BTreeSet<String>,
    /// By id: numbers whose rows went.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) dropped: BTreeMap<String, Entry>,
    /// The certificates that were made after a handover of all was written down.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) open: Open,
    /// The ids that the last complete run took for revoked.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) revoked: BTreeSet<String>,
    /// What became of those that were handed over or corrected, by id; none where an older
    /// version kept it in the register alone.
    #[serde(default)]
    pub(super) pasts: Option<Pasts>,
    /// What all certificates of the last complete run have alike, as digests by the
    /// keys that say it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) alike: BTreeMap<String, String>,
    /// The SHA-256 of files by id as the register told them, where the rest was lost,
    /// until a run comes to its end.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) registered: BTreeMap<String, Sum>,
    /// What the register told and nothing else did; by id.
    #[serde(skip)]
    pub(super) told: BTreeMap<String, Told>,
}

/// A certificate as it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Made {
    pub(super) number: u32,
    pub(super) file: String,
    /// What the list said of the recipient, in short; empty if not known.
    #[serde(default)]
    pub(super) listed: Sum,
    #[serde(flatten)]
    pub(super) stamp: Stamp,
}

/// A file: what it came from, and its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    pub(super) key: Sum,
    pub(super) sha256: Sum,
}

/// What a certificate said when it was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Issued {
    pub(super) number: u32,
    /// What it said; empty where it was made but no run came to its end.
    pub(super) content: Sum,
}

impl Store {
    /// The store of a folder. Where there is none that can be read, the register
    /// beside it still tells which numbers were given; so it does what a copy of an
    /// earlier day does not know.
    pub(super) fn read(folder: &Path) -> Self {
        let stored = bytes_of(&folder.join(NAME)).and_then(|bytes| unsealed(&bytes));
        stored.map_or_else(|| Self::recalled(folder), |store: Self| store.brought_up_to(folder))
    }

    /// What became of a certificate, as the last complete run knew it.
    pub(super) fn past(&self, id: &str) -> Option<&Past> {
        self.pasts.as_ref()?.get(id)
    }

    /// Whether a register knows what this does not.
    pub(super) fn is_forgotten(&self) -> bool {
        !self.told.is_empty()
    }

    /// Whether anything is known of the folder.
    pub(super) fn is_remembered(&self) -> bool {
        !self.list.is_empty() || !self.issued.is_empty()
    }

    /// The stores of all batches below a folder, each with its own folder.
    pub(super) fn below(folder: &Path, found: &mut Vec<(PathBuf, Self)>) {
        for entry in folder.read_dir().into_iter().flatten().flatten() {
            let path = entry.path();
            // The type of the entry itself: a link could lead round in a circle.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                Self::below(&path, found);
            } else if entry.file_name() == NAME {
                found.push((folder.into(), Self::read(folder)));
            }
        }
    }

    /// # Errors
    /// A folder that cannot be written.
    pub(super) fn save(&self, workspace: &Workspace, folder: &Path) -> Result<(), Diagnostic> {
        workspace.write_piecewise(&folder.join(NAME), |out| seal(self, out))
    }

    /// The certificate of an id, if it came from the same things and its file
    /// still holds the same bytes.
    pub(super) fn standing(&self, folder: &Path, id: &str, key: Sum, file: &str) -> Option<&Made> {
        self.made
            .get(id)
            .map(|made| &**made)
            .filter(|made| made.file == file && made.stamp.stands(&folder.join(file), key))
    }

    /// Whether another file is still the one that these things gave.
    pub(super) fn has(&self, folder: &Path, name: &str, key: Sum) -> bool {
        self.others.get(name).is_some_and(|stamp| stamp.stands(&folder.join(name), key))
    }

    /// Puts a register that somebody wrote into out of the way of a new one; its
    /// new name. One that says the same was left by a run that was killed.
    ///
    /// # Errors
    /// A file that cannot be renamed.
    pub(super) fn keep_written(
        &self,
        folder: &Path,
        name: &str,
        new: &[u8],
    ) -> Result<Option<String>, Diagnostic> {
        let path = folder.join(name);
        let Some(bytes) = bytes_of(&path) else { return Ok(None) };
        let ours = self.others.get(name).is_some_and(|stamp| stamp.sha256 == Sum::of(&bytes));
        if ours || bytes == new {
            return Ok(None);
        }
        put_aside(folder, name, "ghi-tay").map(Some)
    }

    /// Puts a volume to be printed again out of the way that is not known, as where the memory
    /// was lost: nobody may have printed it yet. Its new name.
    ///
    /// # Errors
    /// A file that cannot be renamed.
    pub(super) fn keep_unprinted(&self, folder: &Path, name: &str) -> Result<Option<String>, Diagnostic> {
        let unknown =
            name.starts_with(REPRINT) && !self.others.contains_key(name) && folder.join(name).is_file();
        unknown.then(|| put_aside(folder, name, "truoc")).transpose()
    }

    /// The ids that are still to be printed again. Whoever has printed them takes
    /// the volume away.
    pub(super) fn pending(&self, folder: &Path) -> BTreeSet<String> {
        let mut volumes = self.others.keys().filter(|name| name.starts_with(REPRINT)).peekable();
        let printed = volumes.peek().is_some() && !volumes.any(|name| folder.join(name).exists());
        if printed { BTreeSet::new() } else { self.reprint.clone() }
    }

    /// Remembers, before the first file is written, which will be, under which names
    /// others lie there, and all numbers: a run may be killed at any moment.
    pub(super) fn begin<'n>(
        &mut self,
        numbers: impl Iterator<Item = (&'n str, u32)>,
        names: impl Iterator<Item = String>,
    ) {
        // Maps that are collected take half of the memory of those that grow.
        let given = numbers.map(|(id, number)| (id.into(), Issued { number, content: Sum::default() }));
        let known = std::mem::replace(&mut self.issued, given.collect());
        self.issued.extend(known);
        let known = std::mem::replace(&mut self.underway, names.map(|name| (name, Sum::default())).collect());
        self.underway.extend(known);
        self.underway.extend(self.made.values().map(|made| (made.file.clone(), made.stamp.sha256)));
    }

    /// Takes away the files of earlier runs that this one has no use for; one that
    /// someone changed stays. Those removed, and those left. `listed` are the ids
    /// of the list, `others` the names of its volumes, proof sheets, registers.
    pub(super) fn tidy(
        &mut self,
        folder: &Path,
        listed: &BTreeSet<&str>,
        others: &BTreeSet<&str>,
    ) -> [Vec<String>; 2] {
        self.made.retain(|id, _| listed.contains(id.as_str()));
        let mut known = std::mem::take(&mut self.underway);
        known.extend(self.others.iter().map(|(name, stamp)| (name.clone(), stamp.sha256)));
        self.others.retain(|name, _| others.contains(name.as_str()));
        let wanted: BTreeSet<&str> = self.made.values().map(|made| made.file.as_str()).collect();
        let (mut removed, mut left) = (Vec::new(), Vec::new());
        for (name, sha) in known {
            let path = folder.join(&name);
            if wanted.contains(name.as_str()) || others.contains(name.as_str()) || !path.is_file() {
                continue;
            }
            let ours = sha.is_empty() || bytes_of(&path).is_some_and(|bytes| Sum::of(&bytes) == sha);
            let list = if ours && std::fs::remove_file(&path).is_ok() { &mut removed } else { &mut left };
            list.push(name);
        }
        [removed, left]
    }
}

/// Gives a file a free name with this word in it, and tells it.
fn put_aside(folder: &Path, name: &str, word: &str) -> Result<String, Diagnostic> {
    let path = folder.join(name);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let free = (1..).map(|at| format!("{stem}-{word}-{at:02}.{ending}"));
    let kept = free.into_iter().find(|kept| !folder.join(kept).exists()).unwrap_or_default();
    std::fs::rename(&path, folder.join(&kept)).map_err(|error| {
        let (path, kind) = (path.display().to_string(), error.kind());
        Diagnostic::general(MachineFault::Unwritable { path, kind })
    })?;
    Ok(kept)
}

impl Stamp {
    fn stands(&self, path: &Path, key: Sum) -> bool {
        self.key == key && bytes_of(path).is_some_and(|bytes| Sum::of(&bytes) == self.sha256)
    }
}

/// How many certificates the folder of a batch holds, and how its files were
/// left, as a digest; none if the last run there did not come to its end, or if
/// certificates are still to be printed again. Times
/// are not kept in the store itself: two runs that make the same leave the same.
pub(super) fn left(folder: &Path) -> Option<(usize, String)> {
    let store = Store::read(folder);
    // What waits for the printer is told at every run.
    let complete = store.complete && store.pending(folder).is_empty();
    let Store { made, others, .. } = store;
    let names = made.values().map(|made| &made.file).chain(others.keys());
    let digest = names.into_iter().try_fold(Digest::default(), |digest, name| {
        Some(digest.with(name).with(format!("{:?}", FileStamp::of(&folder.join(name))?)))
    })?;
    complete.then(|| (made.len(), digest.finish()))
}
