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
    at: At,
}

/// A place in a file.
#[derive(Debug, Clone)]
enum At {
    /// The way to it from the top of the tree.
    Path(String),
    /// The row of a sheet, of which no tree is kept: lists are long.
    Row(Span),
}

impl<T> Placed<T> {
    pub(crate) fn new(value: T, origin: &Arc<Origin>, path: String) -> Self {
        Self { value, origin: origin.clone(), at: At::Path(path) }
    }

    /// A record that stands in this row of a sheet.
    pub(crate) fn in_row(value: T, origin: &Arc<Origin>, row: Span) -> Self {
        Self { value, origin: origin.clone(), at: At::Row(row) }
    }

    /// The same place with another value.
    pub(crate) fn map<U>(self, turn: impl FnOnce(T) -> U) -> Placed<U> {
        Placed { value: turn(self.value), origin: self.origin, at: self.at }
    }

    /// Another value that stands at the same place.
    pub(crate) fn with<U>(&self, value: U) -> Placed<U> {
        Placed { value, origin: self.origin.clone(), at: self.at.clone() }
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
        match &self.at {
            At::Path(path) => {
                let separator = if path.is_empty() || key.is_empty() { "" } else { "." };
                tree.place_of(&format!("{path}{separator}{key}"))
            }
            At::Row(row) => source.cell_of(*row, key).unwrap_or(*row),
        }
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
