//! In: a path and bytes. Out: the file, whole or not at all.

use std::io::Write;
use std::path::Path;

use crate::diagnostic::{Diagnostic, WorkspaceFault};

/// Writes `bytes` to a temporary file beside `path` and renames it, so that a
/// failure leaves the old file as it was. Folders are made as needed.
///
/// # Errors
/// [`WorkspaceFault::Unwritable`] with the system's reason.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let attempt = || -> std::io::Result<()> {
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
        file.persist(path)?;
        Ok(())
    };
    attempt().map_err(|error| {
        let fault = WorkspaceFault::Unwritable { path: path.display().to_string(), kind: error.kind() };
        Diagnostic::general(fault)
    })
}
