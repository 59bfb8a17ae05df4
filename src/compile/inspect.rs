//! In: finished pages. Out: where each run of text and each ruled line stands,
//! for the rules that look at the page and for tests that measure it.

use typst::foundations::Label;
use typst::introspection::Introspector;
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::FontStyle;
use typst::utils::PicoStr;
use typst::visualize::Geometry;

use super::Pages;

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
    /// The text.
    pub text: String,
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

impl Pages {
    /// Width and height of each page, mm.
    #[must_use]
    pub fn sizes(&self) -> Vec<(f64, f64)> {
        let sizes = self.document.pages().iter().map(|page| page.frame.size());
        sizes.map(|size| (size.x.to_mm(), size.y.to_mm())).collect()
    }

    /// All runs of text in the order they are drawn.
    #[must_use]
    pub fn texts(&self) -> Vec<PlacedText> {
        let mut texts = Vec::new();
        self.visit(&mut |page, at, item| {
            let FrameItem::Text(text) = item else { return };
            let ink = text.bbox();
            let variant = text.font.font().info().variant;
            texts.push(PlacedText {
                page,
                x: at.x.to_mm(),
                baseline: at.y.to_mm(),
                width: text.width().to_mm(),
                ink_right: (at.x + ink.max.x.max(ink.min.x)).to_mm(),
                ink_top: (at.y + ink.min.y.min(ink.max.y)).to_mm(),
                ink_bottom: (at.y + ink.max.y.max(ink.min.y)).to_mm(),
                size: text.size.to_pt(),
                bold: variant.weight.to_number() >= 600,
                italic: variant.style != FontStyle::Normal,
                text: text.text.to_string(),
            });
        });
        texts
    }

    /// All horizontal lines.
    #[must_use]
    pub fn rules(&self) -> Vec<PlacedRule> {
        let mut rules = Vec::new();
        self.visit(&mut |page, at, item| {
            let FrameItem::Shape(shape, _) = item else { return };
            let (Geometry::Line(to), Some(stroke)) = (&shape.geometry, &shape.stroke) else { return };
            rules.push(PlacedRule {
                page,
                x: at.x.to_mm(),
                y: at.y.to_mm(),
                length: to.x.to_mm(),
                thickness: stroke.thickness.to_pt(),
            });
        });
        rules
    }

    /// Page and height (mm) of the block with this label.
    #[must_use]
    pub fn place_of(&self, label: &str) -> Option<(usize, f64)> {
        let introspector = self.document.introspector();
        let element = introspector.query_label(Label::new(PicoStr::intern(label))?).ok()?;
        let position = introspector.position(element.location()?)?;
        Some((position.page.get(), position.point.y.to_mm()))
    }

    fn visit(&self, see: &mut impl FnMut(usize, Point, &FrameItem)) {
        for (at, page) in self.document.pages().iter().enumerate() {
            visit(&page.frame, Transform::identity(), &mut |point, item| see(at + 1, point, item));
        }
    }
}

fn visit(frame: &Frame, around: Transform, see: &mut impl FnMut(Point, &FrameItem)) {
    for (at, item) in frame.items() {
        let inside = around.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Group(group) => visit(&group.frame, inside.pre_concat(group.transform), see),
            item => see(Point::new(Abs::zero(), Abs::zero()).transform(inside), item),
        }
    }
}
