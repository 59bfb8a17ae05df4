//! In: a data file on the disk. Out: its record, with the tree of places that
//! later stages point into, or every fault of its form at once.
//!
//! The file is read once, into a tree that keeps places. It is checked against
//! the schema of the record's Rust type and, when its form is sound, becomes the
//! record by way of `serde_yaml`'s values.

mod base;
mod depth;
mod file;
mod joined;
mod node;
mod partly;
mod record;
mod refusal;
mod schema;
mod shape;
mod slip;
mod survey;
mod tree;

use std::collections::BTreeSet;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

pub use base::load_document;
pub(crate) use base::{FOLLOWED, document_tree};
pub(crate) use file::read as bytes_of;
pub use node::{Node, Style, Value};
pub(crate) use record::{from_value, to_value};
pub(crate) use tree::COMMENT;

use partly::Faults;
use record::plain;

use crate::diagnostic::{Diagnostic, Fault, Report};
use crate::source::SourceFile;
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
    /// Where the value with this path stands, for a message about another place:
    /// `data/ke-hoach/27.yml:7`.
    #[must_use]
    pub fn place(&self, path: &str) -> String {
        let (source, span) = self.source.locate(self.tree.place_of(path));
        format!("{}:{}", source.name(), source.line_column(span.start).0)
    }

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
pub(crate) fn has_key(file: &DataFile, key: &str) -> bool {
    let mut ignored = Report::default();
    let source =
        file::read(file, &mut ignored).and_then(|bytes| file::text(&file.name, &bytes, &mut ignored));
    let tree = source.and_then(|source| tree::parse(&source, &mut ignored));
    matches!(tree, Some(Node { value: Value::Map(entries), .. }) if entries.iter().any(|(own, ..)| own == key))
}

/// The text of a data file that was read before.
pub(crate) fn source(name: &str, bytes: &[u8]) -> Option<Arc<SourceFile>> {
    file::text(name, bytes, &mut Report::default())
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
    load_tree(source, tree.filter(|_| sound)?, report)
}

/// Checks the form of a tree and reads its record.
pub(crate) fn load_tree<R>(source: Arc<SourceFile>, tree: Node, report: &mut Report) -> Option<Loaded<R>>
where
    R: DeserializeOwned + JsonSchema,
{
    let mut own = Report::default();
    let loaded = load_partly(source, tree, &mut own).filter(|_| !own.blocks());
    report.extend(own);
    loaded
}

/// The same; where the form is not sound, as much of the record as is, for those
/// who only read it. `report` then has errors.
fn load_partly<R>(source: Arc<SourceFile>, tree: Node, report: &mut Report) -> Option<Loaded<R>>
where
    R: DeserializeOwned + JsonSchema,
{
    let mut findings = Report::default();
    shape::check(schemars::schema_for!(R).as_value(), &tree, &source, &mut findings);
    let values = if findings.blocks() {
        Faults::of(&findings).and_then(|faults| faults.rest(&tree))
    } else {
        Some(plain(&tree))
    };
    let sound = !findings.blocks();
    report.extend(findings);
    match from_value(values?) {
        Ok(record) => Some(Loaded { source, tree, record }),
        Err(fault) => {
            if sound {
                report.push(Diagnostic::at(&source, tree.span, fault));
            }
            None
        }
    }
}

/// Reads the rows of a sheet, a list under one key: those whose form is sound,
/// so that one bad cell does not hide what else is wrong with the list. The
/// others are told.
pub(crate) fn load_rows<R>(source: Arc<SourceFile>, mut tree: Node, report: &mut Report) -> Option<Loaded<R>>
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
    // What is left has the form of the record: it was just looked at.
    let record = from_value(to_value(&tree, &mut |_, text| text.into())).ok()?;
    Some(Loaded { source, tree, record })
}
