//! In: a type of document and a name. Out: a commented file to begin from.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, WorkspaceFault};
use crate::standard::Kinds;
use crate::workspace::Workspace;
use crate::write;

/// The starter of types without one of their own.
const COMMON: &str = "vi-du/van-ban.yml";

/// Writes `data/<folder>/<name>.yml` in the workspace at `root` from the
/// example of the type. An existing file is never touched.
///
/// # Errors
/// An unknown type, a name that is no plain file name, an existing file.
pub fn write_starter(root: &Path, folder: &str, name: &str) -> Result<PathBuf, Diagnostic> {
    let workspace = Workspace::at(root, None);
    let kind = Kinds::read(&workspace)?;
    let kind = kind.in_folder(folder)?;
    let stem = name.trim_end_matches(".yml").trim();
    if stem.is_empty()
        || stem.starts_with(['.', '~'])
        || stem.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|'])
    {
        return Err(Diagnostic::general(WorkspaceFault::BadName { name: name.into() }));
    }
    let path = workspace.data_path(&kind.folder, stem);
    if path.exists() {
        let path = path.display().to_string();
        return Err(Diagnostic::general(WorkspaceFault::AlreadyThere { path }));
    }
    let own = workspace.template(&format!("vi-du/{}.yml", kind.folder));
    let text = own.or_else(|| workspace.template(COMMON)).unwrap_or_default();
    write::write_all(&[(path.clone(), text.into_owned())])?;
    Ok(path)
}
