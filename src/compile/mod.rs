//! In: Typst source. Out: laid-out pages, and from them PDF, PNG and SVG. The
//! only user of the typst crates.

mod fonts;
mod ink;
mod inspect;
mod placed;
mod world;

pub use fonts::Fonts;
pub use inspect::MARGIN;
pub use placed::{Part, PlacedRule, PlacedText, PlacedUpright, Reserved, ReservedArea};

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Smart};
use typst::syntax::{FileId, Source};
use typst::utils::{LazyHash, Scalar};
use typst::{Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::diagnostic::{Diagnostic, TemplateFault};
use crate::pdf::CREATOR;
use crate::source::{SourceFile, Span};
use crate::workspace::Workspace;
use world::DocumentWorld;

/// What the template of documents begins with.
const FORMAT: &str = "#import \"/templates/the-thuc/the-thuc.typ\": *";

/// What all documents of a run share: fonts, the Typst library, the templates
/// once read.
pub struct Compiler<'a> {
    workspace: &'a Workspace,
    fonts: Fonts,
    library: LazyHash<Library>,
    files: Mutex<HashMap<FileId, Option<Bytes>>>,
    sources: Mutex<HashMap<FileId, Source>>,
}

/// Why a document could not be laid out.
#[derive(Debug)]
pub struct Failure {
    /// The finding; without a place in the data.
    pub finding: Diagnostic,
    /// The same without naming a line of the generated source.
    pub fault: TemplateFault,
    /// The texts of the document that were being set there, longest first.
    pub texts: Vec<String>,
    /// The place in a template of the workspace's own.
    pub template: Option<(Arc<SourceFile>, Span)>,
    /// The line of the generated source where it happened.
    pub line: Option<String>,
}

/// The finished pages of one document.
#[derive(Debug)]
pub struct Pages {
    document: PagedDocument,
}

impl<'a> Compiler<'a> {
    /// Prepares to compile documents of `workspace` with these fonts.
    #[must_use]
    pub fn new(workspace: &'a Workspace, fonts: Fonts) -> Self {
        Self {
            workspace,
            fonts,
            library: LazyHash::new(Library::default()),
            files: Mutex::default(),
            sources: Mutex::default(),
        }
    }

    /// The folders its templates lie in.
    pub(crate) fn workspace(&self) -> &Workspace {
        self.workspace
    }

    /// The fonts in use.
    #[must_use]
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// Lays out one document. A warning of Typst is an error here: each of them
    /// means a page that is not what was asked for.
    ///
    /// # Errors
    /// [`TemplateFault::TypesettingFailed`] with Typst's message and place.
    pub fn compile(&self, source: String) -> Result<Pages, Failure> {
        let world = DocumentWorld::new(self, source);
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        let fault = match (&output, warnings.first()) {
            (Err(errors), _) => errors.first(),
            (Ok(_), warning) => warning,
        };
        match (fault.map(|fault| failure(&world, fault)), output) {
            (None, Ok(document)) => Ok(Pages { document }),
            (Some(failure), _) => Err(failure),
            (None, Err(_)) => Err(Failure {
                finding: failed("no reason given".into()),
                fault: TemplateFault::TypesettingFailed { detail: "no reason given".into() },
                texts: Vec::new(),
                template: None,
                line: None,
            }),
        }
    }

    /// Reads and evaluates what the templates of documents import; meant for a thread
    /// of its own while the data are read. The first document then finds it done.
    pub(crate) fn warm(&self) {
        // What is wrong with them is told by the documents that need them.
        let _ = self.compile(FORMAT.into());
    }

    /// Whether a file of the templates is an image that can be laid out.
    #[must_use]
    pub fn is_image(&self, template: &str) -> bool {
        // The caller allows no sign in the name that could end the string.
        self.compile(format!("#image(\"/templates/{template}\", height: 10mm)")).is_ok()
    }
}

/// Forgets memoised work that was not asked for since this was called `age`
/// times before; keeps memory level in long runs.
pub fn forget(age: usize) {
    comemo::evict(age);
}

impl Pages {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// PDF/A-2a, tagged, every font embedded. The same pages give the same
    /// bytes; the only date in it is the document's own.
    ///
    /// # Errors
    /// [`TemplateFault::TypesettingFailed`] if the pages cannot be a PDF/A.
    pub fn pdf(&self) -> Result<Vec<u8>, Diagnostic> {
        let standards =
            PdfStandards::new(&[PdfStandard::A_2a]).map_err(|error| failed(error.message().to_string()))?;
        let options =
            PdfOptions { creator: Smart::Custom(Some(CREATOR.into())), standards, ..PdfOptions::default() };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| {
            failed(errors.first().map_or_else(String::new, |error| error.message.to_string()))
        })
    }

    /// One PNG a page, at this many dots to the inch.
    ///
    /// # Errors
    /// [`TemplateFault::TypesettingFailed`] if a page cannot be encoded.
    pub fn png(&self, dots_per_inch: f64) -> Result<Vec<Vec<u8>>, Diagnostic> {
        let options = typst_render::RenderOptions {
            pixel_per_pt: Scalar::new(dots_per_inch / 72.0),
            ..typst_render::RenderOptions::default()
        };
        let encode = |page| {
            typst_render::render(page, &options).encode_png().map_err(|error| failed(error.to_string()))
        };
        self.document.pages().iter().map(encode).collect()
    }

    /// One SVG a page.
    #[must_use]
    pub fn svg(&self) -> Vec<String> {
        let options = typst_svg::SvgOptions::default();
        self.document.pages().iter().map(|page| typst_svg::svg(page, &options)).collect()
    }
}

fn failed(detail: String) -> Diagnostic {
    Diagnostic::general(TemplateFault::TypesettingFailed { detail })
}

/// Typst's message with the places it speaks of: in a template, in the
/// generated source, and what the document said there.
fn failure(world: &DocumentWorld<'_>, fault: &SourceDiagnostic) -> Failure {
    // The calls that led there; the first inside the document itself tells.
    let spans = || std::iter::once(fault.span).chain(fault.trace.iter().map(|call| call.span.into()));
    let in_main = spans().filter(|span| span.id() == Some(world.main()));
    let main: Vec<_> =
        in_main.filter_map(|span| Some((world.source(world.main()).ok()?, world.range(span)?))).collect();
    let texts = main.iter().find_map(|(source, range)| {
        let mut texts = literals(&source.text()[range.clone()]);
        texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
        (!texts.is_empty()).then_some(texts)
    });
    let line = main.first().and_then(|(source, range)| {
        let (before, after) = source.text().split_at(range.start);
        let begin = before.rfind('\n').map_or(0, |at| at + 1);
        Some(format!("{}{}", &before[begin..], after.lines().next()?))
    });
    let template = spans().find_map(|span| world.own_template(span));
    let place = fault.span.id().filter(|_| template.is_none()).and_then(|id| {
        let range = world.range(fault.span)?;
        let line = world.source(id).ok()?.lines().byte_to_line(range.start)? + 1;
        Some(format!("{}:{line}: ", id.vpath().get_without_slash()))
    });
    let finding = failed(format!("{}{}", place.unwrap_or_default(), fault.message));
    let fault = TemplateFault::TypesettingFailed { detail: fault.message.to_string() };
    Failure { finding, fault, texts: texts.unwrap_or_default(), template, line }
}

/// The string literals in a piece of generated source.
fn literals(source: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut open: Option<String> = None;
    let mut chars = source.chars();
    while let Some(c) = chars.next() {
        match (c, &mut open) {
            ('"', None) => open = Some(String::new()),
            ('"', Some(_)) => texts.extend(open.take()),
            ('\\', Some(text)) => match chars.next() {
                Some('n') => text.push('\n'),
                Some(escaped) => text.push(escaped),
                None => {}
            },
            (c, Some(text)) => text.push(c),
            (_, None) => {}
        }
    }
    texts
}
