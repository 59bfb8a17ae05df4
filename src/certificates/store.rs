//! In: the folder of a batch. Out: what earlier runs made there: which files
//! still stand, which numbers were given, what was issued. Kept beside the
//! certificates; damaged or missing, everything is made again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::Error;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{CertificateFault, Diagnostic, WorkspaceFault};
use crate::digest::sha256;
use crate::workspace::Workspace;
use crate::write::{remove_stale, remove_temporary};

const NAME: &str = ".vankien.json";
/// Held while a batch is made.
const LOCK: &str = ".vankien.lock";

/// What is known of a batch.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Store {
    /// The digest of the whole list as the last run began with it.
    pub(super) list: String,
    /// Whether that run came to its end.
    pub(super) complete: bool,
    /// By id.
    pub(super) made: BTreeMap<String, Made>,
    /// By id: what the last complete run issued, and its register number.
    pub(super) issued: BTreeMap<String, Issued>,
    /// Volumes, proof sheets, registers, by their names.
    pub(super) others: BTreeMap<String, Stamp>,
    /// The ids whose certificates had to be printed again when something last
    /// changed.
    #[serde(default)]
    pub(super) reprint: BTreeSet<String>,
}

/// A certificate as it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Made {
    pub(super) number: u32,
    pub(super) file: String,
    #[serde(flatten)]
    pub(super) stamp: Stamp,
}

/// A file: what it came from, and its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    pub(super) key: String,
    pub(super) sha256: String,
}

/// What a certificate said when it was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Issued {
    pub(super) number: u32,
    pub(super) content: String,
}

impl Store {
    /// The store of a folder; empty if there is none that can be read.
    pub(super) fn read(folder: &Path) -> Self {
        let bytes = std::fs::read(folder.join(NAME)).ok();
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// # Errors
    /// A folder that cannot be written.
    pub(super) fn save(&self, workspace: &Workspace, folder: &Path) -> Result<(), Diagnostic> {
        // Maps of strings and numbers always have a JSON form.
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        workspace.write(&[(folder.join(NAME), bytes)])
    }

    /// The certificate of an id, if it came from the same things and its file
    /// still holds the same bytes.
    pub(super) fn standing(&self, folder: &Path, id: &str, key: &str, file: &str) -> Option<&Made> {
        self.made.get(id).filter(|made| made.file == file && made.stamp.stands(&folder.join(file), key))
    }

    /// Whether another file is still the one that these things gave.
    pub(super) fn has(&self, folder: &Path, name: &str, key: &str) -> bool {
        self.others.get(name).is_some_and(|stamp| stamp.stands(&folder.join(name), key))
    }

    /// Takes away the files of earlier runs that this one has no use for; one
    /// that someone changed stays. Those removed, and those left.
    pub(super) fn tidy(&mut self, folder: &Path, wanted: impl Fn(&str) -> bool) -> [Vec<String>; 2] {
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        known.extend(self.made.values().map(|made| (made.file.clone(), made.stamp.sha256.clone())));
        known.extend(self.others.iter().map(|(name, stamp)| (name.clone(), stamp.sha256.clone())));
        let (mut removed, mut left) = (Vec::new(), Vec::new());
        for (name, sha) in known {
            let path = folder.join(&name);
            if wanted(&name) || !path.is_file() {
                continue;
            }
            let ours = std::fs::read(&path).is_ok_and(|bytes| sha256(&bytes) == sha);
            if ours && std::fs::remove_file(&path).is_ok() {
                removed.push(name);
            } else {
                left.push(name);
            }
        }
        self.made.retain(|_, made| wanted(&made.file));
        self.others.retain(|name, _| wanted(name));
        [removed, left]
    }
}

impl Stamp {
    fn stands(&self, path: &Path, key: &str) -> bool {
        self.key == key && std::fs::read(path).is_ok_and(|bytes| sha256(&bytes) == self.sha256)
    }
}

/// Takes a folder for this run alone until the claim is dropped, and removes what
/// a killed run left half written there. Two runs in one folder would take each
/// other's files away.
///
/// # Errors
/// [`CertificateFault::Busy`] where another run has it; a folder that cannot be
/// written, or that a link leads away.
pub(super) fn claim(workspace: &Workspace, folder: &Path) -> Result<File, Diagnostic> {
    let path = folder.join(LOCK);
    workspace.refuse_links(&path)?;
    let open = || -> Result<File, Error> {
        std::fs::create_dir_all(folder)?;
        OpenOptions::new().write(true).create(true).truncate(false).open(&path)
    };
    let lock = open().map_err(|error| {
        let (path, kind) = (path.display().to_string(), error.kind());
        Diagnostic::general(WorkspaceFault::Unwritable { path, kind })
    })?;
    match lock.try_lock() {
        Ok(()) => remove_temporary(folder, Duration::ZERO),
        Err(TryLockError::WouldBlock) => return Err(Diagnostic::general(CertificateFault::Busy)),
        // A disk that knows no locks: what is young may be another run's.
        Err(TryLockError::Error(_)) => remove_stale(folder),
    }
    Ok(lock)
}
