//! In: the name of a TOML file below `templates/`. Out: what it says, or a fault
//! at its line.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use super::shape;
use crate::diagnostic::{Diagnostic, Fault, Report, TableFault};
use crate::source::{SourceFile, Span};
use crate::workspace::Workspace;

/// Where the profiles of certificates lie, whose own reader knows what each length may be.
const CERTIFICATES: &str = "giay/";

/// Reads one TOML file of the templates.
///
/// # Errors
/// [`TableFault::Broken`] at the place that cannot be read.
pub(crate) fn read<T: DeserializeOwned>(workspace: &Workspace, name: &str) -> Result<T, Diagnostic> {
    let source = source_of(workspace, name)?;
    toml::from_str(source.text()).map_err(|error| broken(&source, &error))
}

/// A fault of such a file that its form does not show, at the last place where
/// it says `words`: of what stands twice, that was added.
pub(super) fn fault_at(workspace: &Workspace, name: &str, words: &str, fault: TableFault) -> Diagnostic {
    match source_of(workspace, name) {
        Ok(source) => {
            let at = source.text().rfind(words).unwrap_or_default();
            Diagnostic::at(&source, Span::new(at, at + words.len()), fault)
        }
        Err(finding) => finding,
    }
}

/// A fault at a key, `cho.ky.chan`, of the first of these files that has it, else at
/// what is around it there. None where none of them is the workspace's own.
pub(crate) fn fault_at_key(
    workspace: &Workspace,
    files: &[String],
    key: &str,
    fault: impl Into<Fault>,
) -> Option<Diagnostic> {
    let own = files.iter().filter(|name| workspace.has_own_template(name));
    let sources: Vec<_> = own.filter_map(|name| source_of(workspace, name).ok()).collect();
    let mut wanted = Some(key);
    while let Some(path) = wanted {
        for source in &sources {
            let mut found = None;
            if let Ok(table) = DeTable::parse(source.text()) {
                keys(table.get_ref(), "", &mut |own, span| {
                    if own == path {
                        found.get_or_insert(span);
                    }
                });
            }
            if let Some(span) = found {
                return Some(Diagnostic::at(source, span, fault));
            }
        }
        wanted = path.rsplit_once('.').map(|(around, _)| around);
    }
    sources.first().map(|source| Diagnostic::in_file(source.name(), fault))
}

/// Looks at every TOML file of the workspace's own, also those that only Typst
/// or another command reads.
pub(crate) fn inspect(workspace: &Workspace, report: &mut Report) {
    let own = workspace.own_templates();
    for name in own.iter().filter_map(|name| name.strip_prefix("templates/")) {
        if std::path::Path::new(name).extension().is_some_and(|ending| ending == "toml") {
            match source_of(workspace, name) {
                Ok(source) => match DeTable::parse(source.text()) {
                    // A profile of certificates is looked at with the batch that uses it.
                    Ok(_) if name.starts_with(CERTIFICATES) => {}
                    Ok(table) => shape::inspect(name, &source, table.get_ref(), report),
                    Err(error) => report.push(broken(&source, &error)),
                },
                Err(finding) => report.push(finding),
            }
        }
    }
}

/// Every key with its path, `ky.rong`, and its place.
fn keys(table: &DeTable<'_>, around: &str, see: &mut impl FnMut(&str, Span)) {
    for (key, value) in table {
        let path = format!("{around}{}", key.get_ref());
        see(&path, Span::new(key.span().start, key.span().end));
        if let DeValue::Table(inner) = value.get_ref() {
            keys(inner, &format!("{path}."), see);
        }
    }
}

fn source_of(workspace: &Workspace, name: &str) -> Result<Arc<SourceFile>, Diagnostic> {
    let file = format!("templates/{name}");
    let bytes = workspace.template(name);
    let bytes = bytes.ok_or_else(|| Diagnostic::in_file(&file, TableFault::Missing))?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Arc::new(SourceFile::new(file, text.trim_start_matches('\u{feff}')))),
        Err(error) => {
            let at = error.valid_up_to();
            let source = Arc::new(SourceFile::new(file, String::from_utf8_lossy(&bytes)));
            Err(Diagnostic::at(&source, Span::new(at, at + 1), TableFault::NotUtf8))
        }
    }
}

fn broken(source: &Arc<SourceFile>, error: &toml::de::Error) -> Diagnostic {
    let span = error.span().unwrap_or_default();
    let fault = TableFault::Broken { detail: error.message().into() };
    Diagnostic::at(source, Span::new(span.start, span.end), fault)
}
