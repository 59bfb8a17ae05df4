//! In: the file that an earlier run left beside its outputs. Out: which of its
//! outputs still stand, so that only what changed is made again.
//!
//! The state is a memory, never a source: one that is damaged, of another
//! version or not there at all means that everything is made.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::certificates::Batched;
use crate::digest::Digest;
use crate::pipeline::{Built, Outcome, Remark};
use crate::stamp::FileStamp;
use crate::workspace::Workspace;
use crate::write::write_all;

/// Hidden, because nobody reads it.
const NAME: &str = ".vankien.json";

/// What earlier runs made.
#[derive(Debug)]
pub struct State {
    out: PathBuf,
    kept: Kept,
    changed: bool,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    /// The last build of everything, if it may be told again without another.
    whole: Option<Whole>,
    /// By the name of the data file.
    documents: BTreeMap<String, Entry>,
}

/// A build of everything, beside the documents.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Whole {
    /// The digest of all inputs.
    inputs: String,
    /// How many files of records were looked at.
    records: usize,
    batches: Vec<BatchEntry>,
    /// What it remarked.
    told: Vec<Remark>,
}

/// A batch of certificates that was made whole.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct BatchEntry {
    source: String,
    folder: PathBuf,
    /// How its files were left.
    left: String,
}

/// A document that was made without a finding about its pages.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    /// The digest of all that its pages come from.
    key: String,
    /// What it came to.
    built: Built,
    /// One for each output.
    stamps: Vec<FileStamp>,
}

impl State {
    /// The state of the outputs in `out`.
    #[must_use]
    pub fn read(out: &Path) -> Self {
        let kept = std::fs::read(out.join(NAME)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self { kept: kept.unwrap_or_default(), ..Self::empty(out) }
    }

    /// A state that remembers nothing of the outputs in `out`.
    #[must_use]
    pub fn empty(out: &Path) -> Self {
        Self { out: out.into(), kept: Kept::default(), changed: false }
    }

    /// What the last build of everything came to and remarked, if its inputs had this
    /// digest and its outputs still stand.
    #[must_use]
    pub fn whole(&self, inputs: &str) -> Option<(Outcome, Vec<Remark>)> {
        let whole = self.kept.whole.as_ref().filter(|own| own.inputs == inputs)?;
        let built: Vec<_> =
            self.kept.documents.values().map(|entry| self.standing(entry)).collect::<Option<_>>()?;
        let batch =
            |own: &BatchEntry| Batched::standing(own.source.clone(), self.out.join(&own.folder), &own.left);
        let batches = whole.batches.iter().map(batch).collect::<Option<_>>()?;
        let (documents, records) = (built.len(), whole.records);
        let outcome = Outcome { built, documents, records, batches, ..Outcome::default() };
        Some((outcome, whole.told.clone()))
    }

    /// The document made from this data file, if it came from the same things
    /// and its outputs still stand.
    #[must_use]
    pub fn document(&self, name: &str, key: &str) -> Option<Built> {
        self.standing(self.kept.documents.get(name).filter(|entry| entry.key == key)?)
    }

    fn standing(&self, entry: &Entry) -> Option<Built> {
        let built = Built { outputs: self.paths(&entry.built), unchanged: true, ..entry.built.clone() };
        let stands = |(path, stamp): (&PathBuf, &FileStamp)| FileStamp::of(path) == Some(*stamp);
        (built.outputs.len() == entry.stamps.len() && built.outputs.iter().zip(&entry.stamps).all(stands))
            .then_some(built)
    }

    fn paths(&self, built: &Built) -> Vec<PathBuf> {
        built.outputs.iter().map(|name| self.out.join(name)).collect()
    }

    /// Remembers a document that was made just now.
    pub fn keep(&mut self, key: String, built: &Built) {
        let stamps: Option<Vec<_>> = built.outputs.iter().map(|path| FileStamp::of(path)).collect();
        let inside: Option<Vec<PathBuf>> =
            built.outputs.iter().map(|path| Some(path.strip_prefix(&self.out).ok()?.into())).collect();
        self.changed = true;
        self.kept.whole = None;
        if let (Some(stamps), Some(outputs)) = (stamps, inside) {
            let built = Built { outputs, ..built.clone() };
            self.kept.documents.insert(built.source.clone(), Entry { key, built, stamps });
        }
    }

    /// Forgets a document that was not made, or whose pages were complained of.
    pub fn forget(&mut self, name: &str) {
        self.changed |= self.kept.documents.remove(name).is_some();
        self.forget_whole();
    }

    /// Forgets what the last build of everything came to: another took place.
    pub fn forget_whole(&mut self) {
        self.changed |= self.kept.whole.take().is_some();
    }

    /// Remembers that everything with these inputs came to this, and what was
    /// remarked.
    pub fn keep_whole(&mut self, inputs: String, outcome: &Outcome, told: Vec<Remark>) {
        let known = |name: &String| outcome.built.iter().any(|built| built.source == *name);
        self.kept.documents.retain(|name, _| known(name));
        let all_known = self.kept.documents.len() == outcome.built.len();
        let batch = |batch: &Batched| {
            let folder = batch.folder.strip_prefix(&self.out).ok()?.into();
            Some(BatchEntry { source: batch.source.clone(), folder, left: batch.left()? })
        };
        let batches: Option<Vec<_>> = outcome.batches.iter().map(batch).collect();
        let whole = |batches| Whole { inputs, records: outcome.records, batches, told };
        let whole = batches.filter(|_| all_known).map(whole);
        self.changed |= whole != self.kept.whole;
        self.kept.whole = whole;
    }

    /// Writes down that nothing is known.
    pub fn save_anew(mut self) {
        self.changed = true;
        self.save();
    }

    /// Writes it down. What cannot be remembered is only made again.
    pub fn save(&self) {
        if self.changed
            && let Ok(bytes) = serde_json::to_vec(&self.kept)
        {
            let _ = write_all(&[(self.out.join(NAME), bytes)]);
        }
    }
}

/// The digest of what every document of a workspace depends on: the program and
/// the workspace's own templates, fonts and keys. None if some of it cannot be read.
#[must_use]
pub fn ground(workspace: &Workspace) -> Option<Digest> {
    with_files(program()?, &workspace.files_below(&["templates", "fonts", "khoa"])?)
}

/// The digest of all inputs of a workspace. None if some cannot be read.
#[must_use]
pub fn inputs(workspace: &Workspace, ground: &Digest) -> Option<Digest> {
    let strays = workspace.strays_below(&["data", "templates"])?;
    let digest = strays.iter().fold(ground.clone(), Digest::with);
    with_files(digest, &workspace.files_below(&["data"])?)
}

fn with_files(digest: Digest, files: &[(String, PathBuf)]) -> Option<Digest> {
    files
        .iter()
        .try_fold(digest, |digest, (name, path)| Some(digest.with(name).with(std::fs::read(path).ok()?)))
}

/// The program by its own file: another build of it differs in one of these.
fn program() -> Option<Digest> {
    let path = std::env::current_exe().ok()?;
    let FileStamp { bytes, modified } = FileStamp::of(&path)?;
    let digest = Digest::default().with(env!("CARGO_PKG_VERSION")).with(path.as_os_str().as_encoded_bytes());
    Some(digest.with(bytes.to_le_bytes()).with(modified.as_nanos().to_le_bytes()))
}
