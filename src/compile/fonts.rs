//! In: font files of the workspace and the built-in ones. Out: the family that
//! documents are set in, and what it can print.

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{
    Font, FontBook, FontInstance, FontStretch, FontStyle, FontVariant, FontVariations, FontWeight,
};
use typst::utils::LazyHash;

use crate::diagnostic::{Diagnostic, MachineFault, Report};
use crate::workspace::Workspace;

/// The face that the guidance asks for; an office that owns it puts it into
/// its `fonts/` (R-D-015).
const REQUIRED: &str = "Times New Roman";
/// The metric-compatible family that is always there (R-D-016).
const BUILT_IN: &str = "Vankien Serif";

/// The fonts of a run.
#[derive(Debug)]
pub struct Fonts {
    pub(super) all: Vec<Font>,
    pub(super) book: LazyHash<FontBook>,
    family: &'static str,
    /// The four faces of the family in use.
    faces: Vec<usize>,
    /// The same, ready to be measured with.
    measures: Vec<FontInstance>,
}

impl Fonts {
    /// Reads all fonts. A file that is not a font is a finding; the rest is
    /// used.
    #[must_use]
    pub fn load(workspace: &Workspace, report: &mut Report) -> Self {
        let mut fonts = Vec::new();
        for (name, bytes) in workspace.fonts() {
            let faces: Vec<_> = Font::iter(Bytes::new(bytes)).collect();
            if faces.is_empty() {
                report.push(Diagnostic::in_file(&name, MachineFault::FontUnreadable { file: name.clone() }));
            }
            fonts.extend(faces);
        }
        let book = FontBook::from_fonts(&fonts);
        let complete = faces_of(&book, REQUIRED).filter(|faces| {
            // All four, not one face standing in for another.
            faces.iter().collect::<std::collections::BTreeSet<_>>().len() == faces.len()
        });
        let (family, faces) = match complete {
            Some(faces) => (REQUIRED, faces),
            None => (BUILT_IN, faces_of(&book, BUILT_IN).unwrap_or_default()),
        };
        let plain = FontVariations::default();
        let measure = |face: &usize| {
            let variant = book.info(*face)?.variant;
            Some(fonts.get(*face)?.clone().instantiate(variant, Abs::pt(12.0), &plain))
        };
        let measures = faces.iter().filter_map(measure).collect();
        Self { all: fonts, book: LazyHash::new(book), family, faces, measures }
    }

    /// The family that documents are set in.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.family
    }

    /// Whether that is the face the guidance names, not its stand-in.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.family == REQUIRED
    }

    /// The width of a text in sizes: the sum of its advances, without kerning.
    #[must_use]
    pub fn width(&self, text: &str, bold: bool, italic: bool) -> f64 {
        let Some(face) = self.measures.get(usize::from(bold) + 2 * usize::from(italic)) else { return 0.0 };
        let ttf = face.ttf();
        let advance = |c| ttf.glyph_hor_advance(ttf.glyph_index(c)?).map(f64::from);
        text.chars().filter_map(advance).sum::<f64>() / f64::from(ttf.units_per_em())
    }

    /// Whether every face of the family has this character.
    #[must_use]
    pub fn covers(&self, character: char) -> bool {
        let has =
            |face: &usize| self.book.info(*face).is_some_and(|info| info.coverage.contains(character.into()));
        self.faces.iter().all(has)
    }
}

/// Regular, bold, italic and bold italic of a family.
fn faces_of(book: &FontBook, family: &str) -> Option<Vec<usize>> {
    let variants = [
        (FontStyle::Normal, FontWeight::REGULAR),
        (FontStyle::Normal, FontWeight::BOLD),
        (FontStyle::Italic, FontWeight::REGULAR),
        (FontStyle::Italic, FontWeight::BOLD),
    ];
    let family = family.to_lowercase();
    let face = |(style, weight)| book.select(&family, FontVariant::new(style, weight, FontStretch::NORMAL));
    variants.into_iter().map(face).collect()
}
