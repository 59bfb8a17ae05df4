//! In: the outputs of one document. Out: the files; whatever can fail is tried
//! before the first of them is replaced.

use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::diagnostic::{Diagnostic, WorkspaceFault};

/// Writes every output to a temporary file beside its place and renames them
/// only when all are written, so that a failure leaves the old files as they
/// were. Folders are made as needed.
///
/// # Errors
/// [`WorkspaceFault::Unwritable`] with the machine's reason.
pub fn write_all(outputs: &[(PathBuf, Vec<u8>)]) -> Result<(), Diagnostic> {
    let refused = |path: &Path, error: &Error| {
        let path = path.display().to_string();
        Diagnostic::general(WorkspaceFault::Unwritable { path, kind: error.kind() })
    };
    let mut staged = Vec::new();
    for (path, bytes) in outputs {
        staged.push((path, stage(path, bytes).map_err(|error| refused(path, &error))?));
    }
    for (path, file) in staged {
        file.persist(path).map_err(|failed| refused(path, &failed.error))?;
    }
    Ok(())
}

fn stage(path: &Path, bytes: &[u8]) -> Result<NamedTempFile, Error> {
    if path.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".vankien-");
    #[cfg(unix)]
    {
        // A temporary file is private by default; a document is for the office.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o644));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    Ok(file)
}
