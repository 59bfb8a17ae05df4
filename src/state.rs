//! In: the file that an earlier run left beside its outputs. Out: which of its
//! outputs still stand, so that only what changed is made again.
//!
//! The state is a memory, never a source: one that is damaged, of another
//! version or not there at all means that everything is made.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::pipeline::Built;
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
    /// The digest of all inputs of the last build of everything, if it found
    /// nothing worth telling, and how many files of records it looked at.
    whole: Option<(String, usize)>,
    /// By the name of the data file.
    documents: BTreeMap<String, Entry>,
}

/// A document that was made without a finding about its pages.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    /// The digest of all that its pages come from.
    key: String,
    /// What it came to.
    built: Built,
    /// One for each output.
    stamps: Vec<Stamp>,
}

/// A file as it was left: a later hand on it changes one of these.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    bytes: u64,
    modified: Duration,
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

    /// All documents of the last build of everything, and how many files of
    /// records it looked at, if its inputs had this digest and its outputs
    /// still stand.
    #[must_use]
    pub fn whole(&self, inputs: &str) -> Option<(Vec<Built>, usize)> {
        let (_, records) = self.kept.whole.as_ref().filter(|(own, _)| own == inputs)?;
        let built: Option<Vec<_>> = self.kept.documents.values().map(|entry| self.standing(entry)).collect();
        Some((built?, *records))
    }

    /// The document made from this data file, if it came from the same things
    /// and its outputs still stand.
    #[must_use]
    pub fn document(&self, name: &str, key: &str) -> Option<Built> {
        self.standing(self.kept.documents.get(name).filter(|entry| entry.key == key)?)
    }

    fn standing(&self, entry: &Entry) -> Option<Built> {
        let built = Built { outputs: self.paths(&entry.built), unchanged: true, ..entry.built.clone() };
        let stands = |(path, stamp): (&PathBuf, &Stamp)| stamp_of(path).as_ref() == Some(stamp);
        (built.outputs.len() == entry.stamps.len() && built.outputs.iter().zip(&entry.stamps).all(stands))
            .then_some(built)
    }

    fn paths(&self, built: &Built) -> Vec<PathBuf> {
        built.outputs.iter().map(|name| self.out.join(name)).collect()
    }

    /// Remembers a document that was made just now.
    pub fn keep(&mut self, key: String, built: &Built) {
        let stamps: Option<Vec<_>> = built.outputs.iter().map(|path| stamp_of(path)).collect();
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
    }

    /// Remembers that everything with these inputs was made, these documents,
    /// and nothing was found.
    pub fn keep_whole(&mut self, inputs: String, documents: &[Built], records: usize) {
        let known = |name: &String| documents.iter().any(|built| built.source == *name);
        self.kept.documents.retain(|name, _| known(name));
        let whole = (self.kept.documents.len() == documents.len()).then_some((inputs, records));
        self.changed |= whole != self.kept.whole;
        self.kept.whole = whole;
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

fn stamp_of(path: &Path) -> Option<Stamp> {
    let about = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    Some(Stamp { bytes: about.len(), modified: since_epoch(about.modified().ok()?) })
}

fn since_epoch(time: SystemTime) -> Duration {
    time.duration_since(UNIX_EPOCH).unwrap_or_default()
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
    with_files(ground.clone(), &workspace.files_below(&["data"])?)
}

fn with_files(digest: Digest, files: &[(String, PathBuf)]) -> Option<Digest> {
    files
        .iter()
        .try_fold(digest, |digest, (name, path)| Some(digest.with(name).with(std::fs::read(path).ok()?)))
}

/// The program by its own file: another build of it differs in one of these.
fn program() -> Option<Digest> {
    let path = std::env::current_exe().ok()?;
    let Stamp { bytes, modified } = stamp_of(&path)?;
    let digest = Digest::default().with(env!("CARGO_PKG_VERSION")).with(path.as_os_str().as_encoded_bytes());
    Some(digest.with(bytes.to_le_bytes()).with(modified.as_nanos().to_le_bytes()))
}
