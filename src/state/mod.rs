//! In: the file that an earlier run left beside its outputs. Out: which of its
//! outputs still stand, so that only what changed is made again.
//!
//! The state is a memory, never a source: one that is damaged, altered, of another
//! version or not there at all means that everything is made.

mod ground;
mod idle;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::certificates::Batched;
use crate::diagnostic::{Diagnostic, MachineFault};
use crate::ordinary::bytes_of;
use crate::output::Format;
use crate::pipeline::{Built, Outcome, Remark};
use crate::sealed::{NAME, seal, unsealed};
use crate::stamp::FileStamp;
use crate::workspace::Workspace;
use crate::write::write_piecewise;
pub use ground::{ground, inputs};
pub use idle::{Idle, Sources};

/// What earlier runs made.
#[derive(Debug)]
pub struct State {
    out: PathBuf,
    kept: Kept,
    changed: bool,
    /// The other workspace whose outputs the folder holds too.
    shared_with: Option<String>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    /// The workspace that the outputs are of.
    #[serde(default)]
    root: String,
    /// The last build of everything, if it may be told again without another.
    whole: Option<Whole>,
    /// By the name of the data file.
    documents: BTreeMap<String, Entry>,
    /// All that was ever made and may still lie there, by its path in the output folder:
    /// the data file it came from.
    made: BTreeMap<PathBuf, String>,
}

/// A build of everything, beside the documents.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Whole {
    /// The digest of all inputs.
    inputs: String,
    /// How many files of records were looked at.
    records: usize,
    /// All batches there are, each as it was left.
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

/// A document that was made.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    /// The digest of all that its pages come from.
    key: String,
    /// What it came to; its outputs are the following.
    built: Built,
    /// In all formats that were asked for since, and how they were left.
    outputs: Vec<(PathBuf, FileStamp)>,
    /// What was remarked on its pages; none if that cannot be told again.
    told: Option<Vec<Remark>>,
}

impl State {
    /// The state of the outputs of a workspace. That of another one is none of ours.
    #[must_use]
    pub fn read(workspace: &Workspace) -> Self {
        let out = workspace.out();
        let kept = bytes_of(&out.join(NAME)).and_then(|bytes| unsealed::<Kept>(&bytes));
        let (own, root) = (kept.unwrap_or_default(), workspace.place());
        // One that was moved takes its outputs along.
        let foreign = !own.root.is_empty() && own.root != root && !workspace.holds_out();
        let (kept, shared_with) = if foreign { (Kept::default(), Some(own.root)) } else { (own, None) };
        Self { out: out.into(), kept: Kept { root, ..kept }, changed: false, shared_with }
    }

    /// The other workspace whose outputs the folder held when it was read.
    #[must_use]
    pub fn shared_with(&self) -> Option<&str> {
        self.shared_with.as_deref()
    }

    /// Forgets everything but which files were made.
    pub fn forget_all(&mut self) {
        self.changed |= self.kept.whole.is_some() || !self.kept.documents.is_empty();
        (self.kept.whole, self.kept.documents) = (None, BTreeMap::new());
    }

    /// What the last build of everything came to and remarked, if its inputs had this
    /// digest and its outputs in these formats still stand.
    #[must_use]
    pub fn whole(&self, inputs: &str, formats: &[Format]) -> Option<(Outcome, Vec<Remark>)> {
        let whole = self.kept.whole.as_ref().filter(|own| own.inputs == inputs)?;
        let built: Vec<_> =
            self.kept.documents.values().map(|entry| self.standing(entry, formats)).collect::<Option<_>>()?;
        // Without a PDF certificates are not made, only looked at.
        (whole.batches.is_empty() || formats.contains(&Format::Pdf)).then_some(())?;
        let batch =
            |own: &BatchEntry| Batched::standing(own.source.clone(), self.out.join(&own.folder), &own.left);
        let batches = whole.batches.iter().map(batch).collect::<Option<_>>()?;
        let (documents, records) = (built.len(), whole.records);
        let outcome = Outcome { built, documents, records, batches, ..Outcome::default() };
        Some((outcome, whole.told.clone()))
    }

    /// The document made from this data file, and what was remarked on its pages, if
    /// it came from the same things and its outputs in these formats still stand.
    #[must_use]
    pub fn document(&self, name: &str, key: &str, formats: &[Format]) -> Option<(Built, Vec<Remark>)> {
        let entry = self.kept.documents.get(name).filter(|entry| entry.key == key)?;
        Some((self.standing(entry, formats)?, entry.told.clone()?))
    }

    /// None if there is an output asked for that is not there as it was left.
    fn standing(&self, entry: &Entry, formats: &[Format]) -> Option<Built> {
        let mut outputs = Vec::new();
        for format in formats {
            let own = entry.outputs.iter().filter(|(path, _)| format.is_of(path)).collect::<Vec<_>>();
            let stands = |(path, stamp): &&(PathBuf, FileStamp)| {
                Some(self.out.join(path)).filter(|path| FileStamp::of(path) == Some(*stamp))
            };
            outputs.extend(own.iter().map(stands).collect::<Option<Vec<_>>>()?);
            (!own.is_empty()).then_some(())?;
        }
        Some(Built { outputs, unchanged: true, ..entry.built.clone() })
    }

    /// Remembers a document that was made just now, and what was remarked on its
    /// pages; without that it is made again next time. What everything came to with
    /// other pages of it is forgotten.
    pub fn keep(&mut self, key: String, built: &Built, told: Option<Vec<Remark>>) {
        let stamped = |path: &PathBuf| {
            let inside = PathBuf::from(path.strip_prefix(&self.out).ok()?);
            Some((inside, FileStamp::of(path)?))
        };
        let outputs: Option<Vec<_>> = built.outputs.iter().map(stamped).collect();
        self.changed = true;
        let before = self.kept.documents.remove(&built.source).filter(|own| own.key == key);
        // The same pages anew change nothing of what everything came to.
        if before.is_none() || outputs.is_none() {
            self.kept.whole = None;
        }
        let Some(mut outputs) = outputs else { return };
        self.kept.made.extend(outputs.iter().map(|(path, _)| (path.clone(), built.source.clone())));
        let built = Built { outputs: Vec::new(), ..built.clone() };
        // The same pages in other formats.
        let others = before.into_iter().flat_map(|own| own.outputs);
        let others = others.filter(|(path, _)| outputs.iter().all(|(own, _)| own != path));
        outputs.extend(others.collect::<Vec<_>>());
        self.kept.documents.insert(built.source.clone(), Entry { key, built, outputs, told });
    }

    /// Remembers which folders hold certificates.
    pub fn keep_batches(&mut self, batches: &[Batched]) {
        for batch in batches {
            let Ok(folder) = batch.folder.strip_prefix(&self.out) else { continue };
            if self.kept.made.get(folder) != Some(&batch.source) && batch.folder.is_dir() {
                self.kept.made.insert(folder.into(), batch.source.clone());
                self.changed = true;
            }
        }
    }

    /// Forgets what somebody took away.
    pub fn forget_gone(&mut self) {
        let before = self.kept.made.len();
        self.kept.made.retain(|path, _| self.out.join(path).exists());
        self.changed |= self.kept.made.len() != before;
    }

    /// Remembers that everything with these inputs came to this, and what was
    /// remarked. Where certificates were only looked at, an earlier build may still tell
    /// of them.
    pub fn keep_whole(&mut self, inputs: String, outcome: &Outcome, told: Vec<Remark>) {
        let complete = outcome.batches.iter().all(|batch| batch.complete);
        if !complete && self.kept.whole.as_ref().is_some_and(|own| own.inputs == inputs) {
            return;
        }
        let known = |name: &String| outcome.built.iter().any(|built| built.source == *name);
        self.kept.documents.retain(|name, _| known(name));
        let all_known = self.kept.documents.len() == outcome.built.len();
        let batch = |batch: &Batched| {
            let folder = batch.folder.strip_prefix(&self.out).ok()?.into();
            Some(BatchEntry { source: batch.source.clone(), folder, left: batch.left()? })
        };
        let batches: Option<Vec<_>> = outcome.batches.iter().map(batch).collect();
        let whole = |batches| Whole { inputs, records: outcome.records, batches, told };
        let whole = batches.filter(|_| complete && all_known).map(whole);
        self.changed |= whole != self.kept.whole;
        self.kept.whole = whole;
    }

    /// Writes it down.
    ///
    /// # Errors
    /// [`MachineFault::Forgetful`], a warning: what cannot be remembered is only
    /// made again.
    pub fn save(&self) -> Result<(), Diagnostic> {
        if !self.changed {
            return Ok(());
        }
        let path = self.out.join(NAME);
        let folder = path.is_dir();
        let written = write_piecewise(&path, |out| seal(&self.kept, out));
        let forgetful = MachineFault::Forgetful { folder };
        written.map_err(|_| Diagnostic::in_file(path.display().to_string(), forgetful))
    }
}
