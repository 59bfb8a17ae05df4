//! In: the folder of a batch. Out: a claim on it, so that one run at a time works there.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::Error;
use std::path::Path;
use std::time::Duration;

use crate::diagnostic::{Diagnostic, MachineFault, RegisterFault};
use crate::workspace::Workspace;
use crate::write::{remove_stale, remove_temporary};

/// Held while a batch is made.
const LOCK: &str = ".vankien.lock";

/// Takes a folder for this run alone until the claim is dropped, and removes what
/// a killed run left half written there. Two runs in one folder would take each
/// other's files away.
///
/// # Errors
/// [`RegisterFault::Busy`] where another run has it; a folder that cannot be
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
        Diagnostic::general(MachineFault::Unwritable { path, kind })
    })?;
    match lock.try_lock() {
        Ok(()) => remove_temporary(folder, Duration::ZERO),
        Err(TryLockError::WouldBlock) => return Err(Diagnostic::general(RegisterFault::Busy)),
        // A disk that knows no locks: what is young may be another run's.
        Err(TryLockError::Error(_)) => remove_stale(folder),
    }
    Ok(lock)
}
