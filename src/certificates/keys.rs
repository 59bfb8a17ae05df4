//! In: a batch and the workspace. Out: for each of its files a digest of all that
//! it comes from: while that is the same, the file stands.

use super::batch::Batch;
use crate::digest::{Digest, Sum};
use crate::ordinary::bytes_of;
use crate::state;
use crate::workspace::Workspace;

/// What all certificates of a run were made of.
pub(super) struct Keys {
    ground: Digest,
    /// What each certificate says.
    pub(super) contents: Vec<Sum>,
}

impl Keys {
    pub(super) fn of(workspace: &Workspace, batch: &Batch) -> Option<Self> {
        let ground = state::ground(workspace)?;
        // A certificate without a code has nothing of the keys.
        let keys = if batch.key.is_some() { workspace.files_below(&["khoa"])? } else { Vec::new() };
        let looks = workspace.looks()?;
        let looks = looks.iter().chain(&keys).try_fold(Digest::default(), |digest, (name, path)| {
            Some(digest.with(name).with(bytes_of(path)?))
        })?;
        let common = batch.common(looks);
        let contents = (0..batch.recipients.len()).map(|at| batch.content(&common, at)).collect();
        Some(Self { ground, contents })
    }

    /// Of one file, made of these certificates.
    pub(super) fn file(&self, what: &str, certificates: impl Iterator<Item = usize>) -> Sum {
        certificates.fold(self.ground.clone().with(what), |key, at| key.with(self.contents[at])).sum()
    }
}
