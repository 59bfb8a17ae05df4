//! In: a document that follows another one (`theo: tong-ket.yml`). Out: what it
//! says itself, and below that what the other one says, each value at its place.

use std::sync::Arc;

use super::node::{Node, Value};
use super::{Loaded, file, tree};
use crate::diagnostic::{Diagnostic, FormFault, Report};
use crate::documents::OfficialDocument;
use crate::source::{SourceFile, Span};
use crate::workspace::{DataFile, is_hidden};

/// The key that names the other document, a file of the same folder.
pub(crate) const FOLLOWED: &str = "theo";
/// A number is given to one paper only.
const NEVER_TAKEN: [&str; 2] = ["so", FOLLOWED];

/// Reads a document, alone or on top of the one it follows. Where `report` has
/// errors it is not whole, or `None`.
pub fn load_document(own: &DataFile, report: &mut Report) -> Option<Loaded<OfficialDocument>> {
    let (source, tree) = document_tree(own, report)?;
    if source.is_joined() {
        super::load_tree(source, tree, report)
    } else {
        super::load_partly(source, tree, report)
    }
}

/// What a document says, alone or on top of the one it follows, before its form
/// is checked. `None` means that it is no sound YAML.
pub(crate) fn document_tree(own: &DataFile, report: &mut Report) -> Option<(Arc<SourceFile>, Node)> {
    let source = source_of(own, report)?;
    let tree = parsed(&source, report)?;
    let Some((other, span)) = followed(&tree) else { return Some((source, tree)) };
    let refused = |report: &mut Report| {
        report.push(Diagnostic::at(&source, span, FormFault::NothingToFollow { file: other.clone() }));
    };
    let path = own.path.with_file_name(&other);
    let yaml = path.extension().is_some_and(|ending| ending == "yml");
    // What is hidden may change and nobody looks.
    if other.contains(['/', '\\']) || is_hidden(&path) || !yaml || !path.is_file() || path == own.path {
        refused(report);
        return None;
    }
    let name =
        own.name.rsplit_once('/').map_or_else(|| other.clone(), |(folder, _)| format!("{folder}/{other}"));
    let base = source_of(&DataFile { path, name, ..own.clone() }, report)?;
    let mut base_tree = parsed(&base, report)?;
    if followed(&base_tree).is_some() {
        refused(report);
        return None;
    }
    let source = Arc::new(SourceFile::joined(&source, base));
    base_tree.shift(source.second_part());
    Some((source, merged(tree, base_tree)))
}

fn source_of(file: &DataFile, report: &mut Report) -> Option<Arc<SourceFile>> {
    let bytes = file::read(file, report)?;
    file::text(&file.name, &bytes, report)
}

fn parsed(source: &Arc<SourceFile>, report: &mut Report) -> Option<Node> {
    let mut findings = Report::default();
    let tree = tree::parse(source, &mut findings);
    let sound = !findings.blocks();
    report.extend(findings);
    tree.filter(|_| sound)
}

/// The file a document follows, and where it says so.
fn followed(tree: &Node) -> Option<(String, Span)> {
    let Value::Map(entries) = &tree.value else { return None };
    let (.., value) = entries.iter().find(|(key, ..)| key == FOLLOWED)?;
    let Value::Scalar { text, .. } = &value.value else { return None };
    Some((text.trim().into(), value.span))
}

fn merged(own: Node, base: Node) -> Node {
    let (Value::Map(mut entries), Value::Map(below)) = (own.value, base.value) else {
        return Node { span: own.span, value: Value::Map(Vec::new()) };
    };
    for (key, span, value) in below {
        if !NEVER_TAKEN.contains(&key.as_str()) && !entries.iter().any(|(own, ..)| *own == key) {
            entries.push((key, span, value));
        }
    }
    Node { span: own.span, value: Value::Map(entries) }
}
