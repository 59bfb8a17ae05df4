//! In: a record and the file it was read from. Out: the record with its place,
//! so that a check far from the file can still point at the value.

use std::ops::Deref;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Fault};
use crate::load::Node;
use crate::source::{SourceFile, Span};

/// A file that was read.
#[derive(Debug)]
pub(crate) struct Origin {
    pub(crate) source: Arc<SourceFile>,
    pub(crate) tree: Node,
}

/// A record that knows where it stands.
#[derive(Debug)]
pub struct Placed<T> {
    value: T,
    origin: Arc<Origin>,
    path: String,
}

impl<T> Placed<T> {
    pub(crate) fn new(value: T, origin: &Arc<Origin>, path: String) -> Self {
        Self { value, origin: origin.clone(), path }
    }

    /// The same place with another value.
    pub(crate) fn map<U>(self, turn: impl FnOnce(T) -> U) -> Placed<U> {
        Placed { value: turn(self.value), origin: self.origin, path: self.path }
    }

    /// Another value that stands at the same place.
    pub(crate) fn with<U>(&self, value: U) -> Placed<U> {
        Placed { value, origin: self.origin.clone(), path: self.path.clone() }
    }

    /// The file it stands in.
    #[must_use]
    pub fn source(&self) -> &Arc<SourceFile> {
        &self.origin.source
    }

    /// Where a key of it stands, or the record if it lacks the key.
    #[must_use]
    pub fn span(&self, key: &str) -> Span {
        let Origin { source, tree } = &*self.origin;
        let separator = if self.path.is_empty() || key.is_empty() { "" } else { "." };
        let found = tree.place_of(&format!("{}{separator}{key}", self.path));
        // Of the rows of a sheet the tree may know no more than where they stand.
        source.cell_of(found, key).unwrap_or(found)
    }

    /// A finding at a key of it.
    #[must_use]
    pub fn finding(&self, key: &str, fault: impl Into<Fault>) -> Diagnostic {
        Diagnostic::at(&self.origin.source, self.span(key), fault)
    }

    /// The place in words: the file and the line, or the cell of a sheet.
    #[must_use]
    pub fn place(&self, key: &str) -> String {
        let (source, span) = (&self.origin.source, self.span(key));
        match source.cell(span) {
            Some((Some(sheet), cell)) => format!("{}, {sheet}!{cell}", source.name()),
            Some((None, cell)) => format!("{}, {cell}", source.name()),
            None => format!("{}:{}", source.name(), source.line_column(span.start).0),
        }
    }
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
