//! In: the outputs of one document. Out: the files; whatever can fail is tried
//! before the first of them is replaced.

use std::fs::{DirEntry, Metadata};
use std::io::{BufWriter, Error, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::diagnostic::{Diagnostic, MachineFault, WorkspaceFault};

/// Writes every output to a temporary file beside its place and renames them
/// only when all are written, so that a failure leaves the old files as they
/// were. Folders are made as needed.
///
/// # Errors
/// [`MachineFault::Unwritable`] with the machine's reason.
pub fn write_all(outputs: &[(PathBuf, Vec<u8>)]) -> Result<(), Diagnostic> {
    let mut staged = Vec::new();
    for (path, bytes) in outputs {
        let file = stage(path, |file| file.write_all(bytes));
        staged.push((path, file.map_err(|error| refused(path, &error))?));
    }
    for (path, file) in staged {
        file.persist(path).map_err(|failed| refused(path, &failed.error))?;
    }
    Ok(())
}

/// Writes one file in the same way; `say` writes what it holds.
///
/// # Errors
/// As [`write_all`].
pub(crate) fn write_piecewise(
    path: &Path,
    say: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
) -> Result<(), Diagnostic> {
    let in_pieces = |file: &mut NamedTempFile| {
        let mut pieces = BufWriter::new(file);
        say(&mut pieces)?;
        pieces.flush()
    };
    let file = stage(path, in_pieces).map_err(|error| refused(path, &error))?;
    file.persist(path).map(drop).map_err(|failed| refused(path, &failed.error))
}

fn refused(path: &Path, error: &Error) -> Diagnostic {
    let path = path.display().to_string();
    Diagnostic::general(MachineFault::Unwritable { path, kind: error.kind() })
}

/// Refuses a folder below `base` that is a link, or that one leads away.
///
/// # Errors
/// [`WorkspaceFault::LinkedForWriting`] with the link.
pub(crate) fn refuse_links(base: &Path, folder: &Path) -> Result<(), Diagnostic> {
    let Ok(inside) = folder.strip_prefix(base) else { return Ok(()) };
    let mut folder = base.to_path_buf();
    for part in inside {
        folder.push(part);
        if folder.is_symlink() {
            let path = folder.display().to_string();
            return Err(Diagnostic::general(WorkspaceFault::LinkedForWriting { path }));
        }
    }
    Ok(())
}

/// How temporary files begin.
const PREFIX: &str = ".vankien-";

/// A temporary file lives for less than a second.
const STALE: Duration = Duration::from_mins(1);

/// Removes the temporary files that a run left in a folder when it was killed.
pub(crate) fn remove_stale(folder: &Path) {
    remove_temporary(folder, STALE);
}

/// Removes the temporary files of at least this age; without an age only where
/// no other run can be writing.
pub(crate) fn remove_temporary(folder: &Path, age: Duration) {
    let is_stale = |entry: &DirEntry| {
        let modified =
            entry.metadata().ok().filter(Metadata::is_file).and_then(|about| about.modified().ok());
        entry.file_name().to_string_lossy().starts_with(PREFIX)
            && modified.is_some_and(|time| time.elapsed().unwrap_or_default() >= age)
    };
    for entry in folder.read_dir().into_iter().flatten().flatten().filter(is_stale) {
        // One that cannot be removed is in nobody's way.
        let _ = std::fs::remove_file(entry.path());
    }
}

fn stage(
    path: &Path,
    write: impl FnOnce(&mut NamedTempFile) -> Result<(), Error>,
) -> Result<NamedTempFile, Error> {
    if path.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    {
        // A temporary file is private by default; a document is for the office.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o644));
    }
    let mut file = builder.tempfile_in(folder)?;
    write(&mut file)?;
    Ok(file)
}
