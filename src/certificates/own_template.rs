//! In: why a page of certificates could not be laid out. Out: the finding at the
//! office's own template that is at fault, if one is.

use std::sync::Arc;

use crate::compile::Failure;
use crate::diagnostic::{Diagnostic, TemplateFault};
use crate::render;
use crate::source::{SourceFile, Span};
use crate::workspace::Workspace;

/// What templates are called.
const ENDINGS: [&str; 2] = [".typ", ".typ.j2"];

pub(super) fn finding(workspace: &Workspace, failure: Failure) -> Diagnostic {
    let Failure { finding, fault, template, line, .. } = failure;
    let line = line.unwrap_or_default();
    if let Some((source, span)) = template.or_else(|| render::line_of(workspace, &line)) {
        return Diagnostic::at(&source, span, fault);
    }
    let own: Vec<_> = workspace
        .own_templates()
        .into_iter()
        .filter(|name| ENDINGS.iter().any(|ending| name.ends_with(ending)))
        .filter_map(|name| {
            let bytes = workspace.template(name.strip_prefix("templates/")?)?;
            Some((name, bytes))
        })
        .collect();
    let found = own.iter().find_map(|(name, bytes)| not_utf8(name, bytes)).or_else(|| {
        let text = |bytes| String::from_utf8_lossy(bytes);
        let sources = own.iter().map(|(name, bytes)| Arc::new(SourceFile::new(name.as_str(), text(bytes))));
        { sources }.find_map(|source| at_fault(&source, &line, &fault))
    });
    found.unwrap_or_else(|| match &own[..] {
        // No other can be meant.
        [(name, _)] => Diagnostic::in_file(name, fault),
        [] => finding,
        _ => Diagnostic::general(fault),
    })
}

fn not_utf8(name: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let at = std::str::from_utf8(bytes).err()?.valid_up_to();
    let source = Arc::new(SourceFile::new(name, String::from_utf8_lossy(bytes)));
    let fault = TemplateFault::TypesettingFailed { detail: "file is not valid UTF-8".into() };
    Some(Diagnostic::at(&source, Span::new(at, at + 1), fault))
}

/// The finding if this file lacks what the line imports from it, or defines what the
/// line calls.
fn at_fault(source: &Arc<SourceFile>, line: &str, fault: &TemplateFault) -> Option<Diagnostic> {
    if let Some(import) = line.trim().strip_prefix("#import ") {
        let (path, names) = import.split_once(':')?;
        if path.trim().trim_matches('"').trim_start_matches('/') != source.name() {
            return None;
        }
        let missing = names.split(',').map(str::trim).filter(|name| defined(source, name).is_none());
        let missing = missing.collect::<Vec<_>>().join("`, `");
        let fault = TemplateFault::TypesettingFailed { detail: format!("unresolved import `{missing}`") };
        return Some(Diagnostic::in_file(source.name(), fault));
    }
    let names = line.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|name| !name.is_empty());
    let span = names.into_iter().find_map(|name| defined(source, name))?;
    Some(Diagnostic::at(source, span, fault.clone()))
}

/// Where a file defines a name.
fn defined(source: &SourceFile, name: &str) -> Option<Span> {
    let mut start = 0;
    source.text().split_inclusive('\n').find_map(|line| {
        let begin = start;
        start += line.len();
        let rest = line.strip_prefix("#let ")?.strip_prefix(name)?;
        let ends = rest.starts_with(['(', ' ', '=']);
        ends.then(|| Span::new(begin, begin + line.trim_end().len()))
    })
}
