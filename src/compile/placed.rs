//! In: nothing. Out: what can stand on a page and where: texts, lines, places that
//! are kept.

use serde::{Deserialize, Serialize};

/// A run of text on a page. Positions are mm from the top left of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedText {
    /// Page, from 1.
    pub page: usize,
    /// Left edge of the first glyph's advance.
    pub x: f64,
    /// Baseline.
    pub baseline: f64,
    /// Sum of the advances.
    pub width: f64,
    /// Right edge of the ink; a space at the end has none.
    pub ink_right: f64,
    /// Upper edge of the ink.
    pub ink_top: f64,
    /// Lower edge of the ink.
    pub ink_bottom: f64,
    /// Font size, pt.
    pub size: f64,
    /// From a bold face.
    pub bold: bool,
    /// From an italic face.
    pub italic: bool,
    /// Whether the font lacks one of its characters.
    pub lacks_glyph: bool,
    /// The text.
    pub text: String,
    /// The labelled blocks around it, outermost first.
    pub parts: Vec<Part>,
}

/// A labelled block of the page, or a heading (`de-muc`).
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its label in the Typst files: `khoi-trai`, `khoi-ten-loai` …
    pub label: String,
    /// Which block it is; labels repeat.
    pub instance: usize,
}

impl PlacedText {
    /// The innermost block with this label that holds the text.
    #[must_use]
    pub fn within(&self, label: &str) -> Option<usize> {
        self.parts.iter().rev().find(|part| part.label == label).map(|part| part.instance)
    }
}

/// A horizontal line on a page, mm.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedRule {
    /// Page, from 1.
    pub page: usize,
    /// Left end.
    pub x: f64,
    /// Height on the page.
    pub y: f64,
    /// Length.
    pub length: f64,
    /// Stroke, pt.
    pub thickness: f64,
}

/// A vertical line on a page, mm.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedUpright {
    /// Page, from 1.
    pub page: usize,
    /// Its distance from the left edge.
    pub x: f64,
    /// Upper end.
    pub top: f64,
    /// Lower end.
    pub bottom: f64,
}

/// A place that a template keeps for something of a known size, mm: the images
/// of signature and seal (R-D-164), the stamp of a copy (R-D-235).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReservedArea {
    /// What it is kept for.
    pub what: Reserved,
    /// Page, from 1.
    pub page: usize,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// What a place is kept for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reserved {
    /// The image of a signature.
    Signature,
    /// The image of a seal.
    Seal,
    /// The stamp of a copy.
    CopyStamp,
}
