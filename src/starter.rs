//! In: a type of document or a kind of records, a system and a name. Out: a
//! commented file to begin from.

use std::path::{Path, PathBuf};

use crate::certificates;
use crate::diagnostic::{Diagnostic, GuidanceFault, WorkspaceFault};
use crate::records::Folder;
use crate::schema;
use crate::standard::{Kinds, Profiles};
use crate::workspace::{Workspace, is_portable, year_of};

/// The starter of types without one of their own.
const COMMON: &str = "van-ban";

/// The system whose starters serve a system that has none.
const FALLBACK: &str = "dang";

/// Writes `data/<folder>/<name>.yml` in the workspace at `root` from the example
/// of the type in this system; left out, the first system that has the type. An
/// existing file is never touched. The schemas that editors read are written too.
///
/// # Errors
/// An unknown type or system, a name that is no plain file name, an existing
/// file.
pub fn write_starter(
    root: &Path,
    folder: &str,
    name: &str,
    system: Option<&str>,
) -> Result<PathBuf, Diagnostic> {
    let workspace = Workspace::at(root, None);
    if let Some(own) = certificates::starter(folder, system.unwrap_or(FALLBACK)) {
        Profiles::read(&workspace)?.of_system(system.unwrap_or(FALLBACK)).map_err(Diagnostic::general)?;
        let path = place(&workspace, folder, name)?;
        let text = workspace
            .template(&own)
            .or_else(|| workspace.template(&certificates::starter(folder, FALLBACK)?));
        return write(&workspace, path, schema::CERTIFICATES, &text.unwrap_or_default());
    }
    if let Some(records) = Folder::named(folder) {
        let path = place(&workspace, folder, name)?;
        if records.is_yearly() && year_of(name.trim()).is_none() {
            let (folder, name) = (folder.into(), name.into());
            return Err(Diagnostic::general(WorkspaceFault::NameWithoutYear { folder, name }));
        }
        let text = workspace.template(&format!("vi-du/so-lieu/{folder}.yml")).unwrap_or_default();
        return write(&workspace, path, records.name(), &text);
    }
    let kinds = Kinds::read(&workspace)?;
    let kind = kinds.in_folder(folder)?;
    let system = system.unwrap_or_else(|| kind.first_system().unwrap_or(FALLBACK));
    Profiles::read(&workspace)?.of_system(system).map_err(Diagnostic::general)?;
    if !kind.is_of(system) {
        return Err(Diagnostic::general(GuidanceFault::KindNotInSystem { kind: folder.into() }));
    }
    let path = place(&workspace, &kind.folder, name)?;
    let names =
        [(system, kind.folder.as_str()), (system, COMMON), (FALLBACK, &kind.folder), (FALLBACK, COMMON)];
    let starter = |(own, name): (&str, &str)| {
        let text = workspace.template(&format!("vi-du/{own}/{name}.yml"))?;
        let text = String::from_utf8_lossy(&text);
        // A starter of the Party's, lent to another system, names that system.
        let lent = own != system;
        Some(if lent {
            text.replacen("co_quan:\n", &format!("co_quan:\n  he_thong: {system}\n"), 1)
        } else {
            text.into()
        })
    };
    let example = names.into_iter().find_map(starter).unwrap_or_default();
    write(&workspace, path, schema::OFFICIAL, example.as_bytes())
}

/// Where the new file goes.
fn place(workspace: &Workspace, folder: &str, name: &str) -> Result<PathBuf, Diagnostic> {
    let stem = name.trim_end_matches(".yml").trim();
    if stem.is_empty() || stem.starts_with(['.', '~']) || stem.contains('/') || !is_portable(stem) {
        return Err(Diagnostic::general(WorkspaceFault::BadName { name: name.into() }));
    }
    let path = workspace.data_path(folder, stem);
    if path.exists() {
        let path = path.display().to_string();
        return Err(Diagnostic::general(WorkspaceFault::AlreadyThere { path }));
    }
    Ok(path)
}

/// Writes a starter that names its schema.
fn write(workspace: &Workspace, path: PathBuf, schema: &str, text: &[u8]) -> Result<PathBuf, Diagnostic> {
    schema::write_schemas(workspace)?;
    let text = [schema::editor_line(schema).as_bytes(), text].concat();
    workspace.write(&[(path.clone(), text)])?;
    Ok(path)
}
