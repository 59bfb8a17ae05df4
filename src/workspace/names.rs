//! In: data files. Out: those whose outputs have names of their own; a name that
//! another machine of the office could not bear is told.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::DataFile;
use crate::diagnostic::{Diagnostic, Report, WorkspaceFault};

/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Drops files whose output another one writes too, and tells of names that
/// Windows does not distinguish or cannot write.
pub fn distinct(files: Vec<DataFile>, report: &mut Report) -> Vec<DataFile> {
    let mut first: HashMap<String, (PathBuf, String)> = HashMap::new();
    let mut kept = Vec::new();
    for file in files {
        if !is_portable(&file.stem.to_string_lossy()) {
            report.push(Diagnostic::in_file(&file.name, WorkspaceFault::NotForWindows));
        }
        let (stem, other) =
            first.entry(on_windows(&file.stem)).or_insert_with(|| (file.stem.clone(), file.name.clone()));
        let fault = match (*stem == file.stem, *other == file.name) {
            (_, true) => None,
            (true, false) => Some(WorkspaceFault::SameOutput { other: other.clone() }),
            (false, false) => Some(WorkspaceFault::SameOnWindows { other: other.clone() }),
        };
        let same = matches!(fault, Some(WorkspaceFault::SameOutput { .. }));
        if let Some(fault) = fault {
            report.push(Diagnostic::in_file(&file.name, fault));
        }
        if !same {
            kept.push(file);
        }
    }
    kept
}

/// Whether the last name of a path is hidden or that of an editor's copy (`~$27.yml`,
/// `.27.yml.swp`): nobody's document.
pub(crate) fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~']))
}

/// What a path is to a machine that tells neither capitals nor the coding of marks apart.
pub(crate) fn on_windows(path: &Path) -> String {
    path.to_string_lossy().nfc().collect::<String>().to_lowercase()
}

/// Whether every machine can have a file of this name; `/` parts folders.
pub(crate) fn is_portable(name: &str) -> bool {
    name.split('/').all(|part| {
        let stem = part.split('.').next().unwrap_or_default().trim_end().to_lowercase();
        let numbered = |device: &str| {
            stem.strip_prefix(device).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']))
        };
        !part.ends_with(['.', ' '])
            && !part.contains(|c: char| c.is_control() || "\\:*?\"<>|".contains(c))
            && !DEVICES.contains(&stem.as_str())
            && !numbered("com")
            && !numbered("lpt")
    })
}

#[cfg(test)]
mod tests {
    use super::is_portable;

    #[test]
    fn names_for_every_machine() {
        for name in ["27-kh", "ke-hoach/quý 1.2020", "conference", "com10"] {
            assert!(is_portable(name), "{name}");
        }
        for name in ["CON", "ke-hoach/nul.x", "a:b", "a.", "com1", "a\nb", "a\\b"] {
            assert!(!is_portable(name), "{name}");
        }
    }
}
