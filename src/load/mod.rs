//! In: a data file on the disk. Out: its record, with the tree of places that
//! later stages point into, or every fault of its form at once.
//!
//! The file is read twice: once into a tree that keeps places, which is checked
//! against the schema of the record's Rust type, and then, when its form is
//! sound, by `serde_yaml` into the record itself.

mod base;
mod file;
mod node;
mod record;
mod shape;
mod slip;
mod tree;

use std::collections::BTreeSet;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

pub use base::load_document;
pub(crate) use file::read as bytes_of;
pub use node::{Node, Style, Value};
pub(crate) use record::{from_value, to_value};

use crate::diagnostic::{Diagnostic, Fault, FormFault, Report};
use crate::source::{SourceFile, Span};
use crate::workspace::DataFile;

/// A record and where each of its values was written.
#[derive(Debug)]
pub struct Loaded<R> {
    /// The file.
    pub source: Arc<SourceFile>,
    /// Its values with their places.
    pub tree: Node,
    /// What it says.
    pub record: R,
}

impl<R> Loaded<R> {
    /// A finding at the value with this path (`ky.quyen_han`), or at the
    /// nearest value around it that was written.
    pub fn finding(&self, path: &str, fault: impl Into<Fault>) -> Diagnostic {
        Diagnostic::at(&self.source, self.tree.place_of(path), fault)
    }
}

/// Reads a data file into its record. `None` means that `report` has errors.
pub fn load<R>(file: &DataFile, report: &mut Report) -> Option<Loaded<R>>
where
    R: DeserializeOwned + JsonSchema,
{
    let bytes = file::read(file, report)?;
    from_bytes(&file.name, &bytes, report)
}

/// Whether a data file is a mapping with this key; one that is no sound YAML is
/// not.
#[must_use]
pub fn has_key(file: &DataFile, key: &str) -> bool {
    let mut ignored = Report::default();
    let source =
        file::read(file, &mut ignored).and_then(|bytes| file::text(&file.name, &bytes, &mut ignored));
    let tree = source.and_then(|source| tree::parse(&source, &mut ignored));
    matches!(tree, Some(Node { value: Value::Map(entries), .. }) if entries.iter().any(|(own, ..)| own == key))
}

/// The values in the bytes of a data file, whatever they say.
pub(crate) fn parse(name: &str, bytes: &[u8], report: &mut Report) -> Option<(Arc<SourceFile>, Node)> {
    let source = file::text(name, bytes, report)?;
    let tree = tree::parse(&source, report)?;
    Some((source, tree))
}

/// Reads the bytes of a data file that messages call `name`.
pub fn from_bytes<R>(name: &str, bytes: &[u8], report: &mut Report) -> Option<Loaded<R>>
where
    R: DeserializeOwned + JsonSchema,
{
    let source = file::text(name, bytes, report)?;
    let mut findings = Report::default();
    let tree = tree::parse(&source, &mut findings);
    let sound = !findings.blocks();
    report.extend(findings);
    check(source, tree.filter(|_| sound)?, report)
}

/// Checks the form of a file that is sound YAML and reads its record.
fn check<R>(source: Arc<SourceFile>, tree: Node, report: &mut Report) -> Option<Loaded<R>>
where
    R: DeserializeOwned + JsonSchema,
{
    checked(source, tree, report, |source, _| record(source))
}

/// Reads a tree that was no YAML file, the rows of a sheet or a document on top
/// of another, into its record.
pub fn load_tree<R>(source: Arc<SourceFile>, tree: Node, report: &mut Report) -> Option<Loaded<R>>
where
    R: DeserializeOwned + JsonSchema,
{
    checked(source, tree, report, |source, tree| {
        from_value(to_value(tree, &mut |_, text| text.into()))
            .map_err(|fault| Diagnostic::at(source, tree.span, fault))
    })
}

/// Reads the rows of a sheet, a list under one key: those whose form is sound,
/// so that one bad cell does not hide what else is wrong with the list. The
/// others are told.
pub fn load_rows<R>(source: Arc<SourceFile>, mut tree: Node, report: &mut Report) -> Option<Loaded<R>>
where
    R: DeserializeOwned + JsonSchema,
{
    let mut findings = Report::default();
    shape::check(schemars::schema_for!(R).as_value(), &tree, &source, &mut findings);
    let refused: BTreeSet<usize> =
        (findings.iter()).filter_map(|finding| finding.place.as_ref().map(|(_, span)| span.start)).collect();
    report.extend(findings);
    let Value::Map(entries) = &mut tree.value else { return None };
    for (.., list) in entries {
        if let Value::List(rows) = &mut list.value {
            rows.retain(|row| refused.range(row.span.start..=row.span.end).next().is_none());
        }
    }
    load_tree(source, tree, &mut Report::default())
}

/// The record, if its form is sound.
fn checked<R: JsonSchema>(
    source: Arc<SourceFile>,
    tree: Node,
    report: &mut Report,
    read: impl Fn(&Arc<SourceFile>, &Node) -> Result<R, Diagnostic>,
) -> Option<Loaded<R>> {
    let mut findings = Report::default();
    shape::check(schemars::schema_for!(R).as_value(), &tree, &source, &mut findings);
    let sound = !findings.blocks();
    report.extend(findings);
    if !sound {
        return None;
    }
    match read(&source, &tree) {
        Ok(record) => Some(Loaded { source, tree, record }),
        Err(finding) => {
            report.push(finding);
            None
        }
    }
}

/// Reads the record itself; blocks are mappings with one key, not YAML tags.
fn record<R: DeserializeOwned>(source: &Arc<SourceFile>) -> Result<R, Diagnostic> {
    let yaml = serde_yaml::Deserializer::from_str(source.text());
    serde_yaml::with::singleton_map_recursive::deserialize(yaml).map_err(|error| {
        let at = error.location().map_or(0, |at| source.offset(at.line(), at.column()));
        let fault = FormFault::RecordRefused { detail: error.to_string() };
        Diagnostic::at(source, Span::new(at, at), fault)
    })
}
