//! In: `loai.toml`. Out: the table of document types.

use serde::Deserialize;

use crate::diagnostic::Diagnostic;
use crate::workspace::Workspace;

/// A type of document (tên loại).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// The folder under `data/` whose files are of this type.
    #[serde(rename = "thu_muc")]
    pub folder: String,
    /// Its name as printed: `KẾ HOẠCH`.
    #[serde(rename = "ten")]
    pub name: String,
    /// Its code in the number: `KH` (R-D-105).
    #[serde(rename = "ky_hieu")]
    pub code: String,
    /// The template, relative to `templates/`.
    #[serde(rename = "mau")]
    pub template: String,
}

/// All types, in the order of the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    #[serde(rename = "loai")]
    all: Vec<Kind>,
}

impl Kinds {
    /// Reads the table.
    ///
    /// # Errors
    /// A broken table, with the reason.
    pub fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        super::read(workspace, "the-thuc/bang/loai.toml")
    }

    /// The type whose documents lie in this folder.
    #[must_use]
    pub fn of_folder(&self, folder: &str) -> Option<&Kind> {
        self.all.iter().find(|kind| kind.folder == folder)
    }

    /// All types in the order of the table.
    #[must_use]
    pub fn all(&self) -> &[Kind] {
        &self.all
    }
}
