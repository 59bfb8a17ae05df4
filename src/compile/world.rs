//! In: one document's source. Out: all that Typst may see of the world: that
//! source, the templates, the fonts. No clock, no packages, no other files.

use std::sync::{Arc, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World, WorldExt};

use super::Compiler;
use crate::source::{SourceFile, Span};

/// All documents share one virtual path: Typst's file ids live as long as the
/// process and there are only 65,535 of them.
const MAIN: &str = "/output/van-ban.typ";

pub(super) struct DocumentWorld<'a> {
    compiler: &'a Compiler<'a>,
    main: Source,
}

impl<'a> DocumentWorld<'a> {
    pub(super) fn new(compiler: &'a Compiler<'a>, source: String) -> Self {
        // The path is a constant without `..` or a drive, so it is always valid.
        let path = VirtualPath::new(MAIN).expect("a valid virtual path");
        let id = FileId::new(RootedPath::new(VirtualRoot::Project, path));
        Self { compiler, main: Source::new(id, source) }
    }

    /// The place of a span in a template of the workspace's own.
    pub(super) fn own_template(&self, span: DiagSpan) -> Option<(Arc<SourceFile>, Span)> {
        let id = span.id().filter(|id| *id != self.main.id())?;
        let path = id.vpath().get_without_slash();
        let name = path.strip_prefix("templates/")?;
        let range = self.range(span).filter(|_| self.compiler.workspace.has_own_template(name))?;
        let source = SourceFile::new(path, self.source(id).ok()?.text());
        Some((Arc::new(source), Span::new(range.start, range.end)))
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.compiler.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.compiler.fonts.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        // A poisoned lock still holds whole entries: they are inserted ready.
        let mut sources = self.compiler.sources.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(source) = sources.get(&id) {
            return Ok(source.clone());
        }
        let source =
            Source::new(id, std::str::from_utf8(&self.file(id)?).map_err(|_| FileError::InvalidUtf8)?.into());
        sources.insert(id, source.clone());
        Ok(source)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_without_slash();
        let mut files = self.compiler.files.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = files.entry(id).or_insert_with(|| {
            let name = path.strip_prefix("templates/").filter(|_| *id.root() == VirtualRoot::Project)?;
            self.compiler.workspace.template(name).map(Bytes::new)
        });
        bytes.clone().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.compiler.fonts.all.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::Fonts;
    use crate::diagnostic::Report;
    use crate::workspace::Workspace;

    /// A path of its own for each document would end the process at the 65,536th.
    #[test]
    fn more_documents_than_typst_has_file_ids() {
        let workspace = Workspace::at(env!("CARGO_MANIFEST_DIR").as_ref(), None);
        let compiler = Compiler::new(&workspace, Fonts::load(&workspace, &mut Report::default()));
        let first = DocumentWorld::new(&compiler, String::new()).main();
        for at in 0..70_000 {
            assert_eq!(DocumentWorld::new(&compiler, format!("{at}")).main(), first);
        }
    }
}
