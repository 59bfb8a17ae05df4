//! In: finished pages. Out: where each run of text and each ruled line stands,
//! for the rules that look at the page and for tests that measure it.

use serde::{Deserialize, Serialize};
use typst::foundations::{Content, Dict, Label};
use typst::introspection::{Introspector, Location, MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::model::HeadingElem;
use typst::text::FontStyle;
use typst::utils::PicoStr;
use typst::visualize::{FixedStroke, Geometry};

use super::Pages;
use super::ink::Ink;

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

/// The label of what stands in the top margin.
pub const MARGIN: &str = "khoi-le-tren";

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

/// The labels of such places.
const RESERVED: [(&str, Reserved); 3] =
    [("o-chu-ky", Reserved::Signature), ("o-dau", Reserved::Seal), ("o-dau-ban-sao", Reserved::CopyStamp)];

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
        let mut open: Vec<(Location, Part)> = Vec::new();
        let mut instances = 0;
        let mut ink = Ink::default();
        self.visit(&mut |page, at, item| {
            let text = match item {
                FrameItem::Tag(Tag::Start(element, _)) => {
                    instances += 1;
                    let part = name_of(element).map(|label| Part { label, instance: instances });
                    return open.extend(element.location().zip(part));
                }
                FrameItem::Tag(Tag::End(location, ..)) => return open.retain(|(own, _)| own != location),
                FrameItem::Text(text) => text,
                _ => return,
            };
            // A block that goes on over the page is open while the margin is drawn.
            let margin = open.iter().rposition(|(_, part)| part.label == MARGIN);
            let reach = ink.of(text);
            let variant = text.font.font().info().variant;
            texts.push(PlacedText {
                page,
                x: at.x.to_mm(),
                baseline: at.y.to_mm(),
                width: text.width().to_mm(),
                ink_right: (at.x + reach.max.x).to_mm(),
                ink_top: (at.y + reach.min.y).to_mm(),
                ink_bottom: (at.y + reach.max.y).to_mm(),
                size: text.size.to_pt(),
                bold: variant.weight.to_number() >= 600,
                italic: variant.style != FontStyle::Normal,
                lacks_glyph: text.glyphs.iter().any(|glyph| glyph.id == 0),
                text: text.text.to_string(),
                parts: open[margin.unwrap_or(0)..].iter().map(|(_, part)| part.clone()).collect(),
            });
        });
        texts
    }

    /// All horizontal lines.
    #[must_use]
    pub fn rules(&self) -> Vec<PlacedRule> {
        let mut rules = Vec::new();
        self.lines(|page, at, to, stroke| {
            if !to.y.approx_eq(Abs::zero()) {
                return;
            }
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

    /// All vertical lines.
    #[must_use]
    pub fn uprights(&self) -> Vec<PlacedUpright> {
        let mut uprights = Vec::new();
        self.lines(|page, at, to, _| {
            if to.x.approx_eq(Abs::zero()) {
                let ends = [at.y.to_mm(), (at.y + to.y).to_mm()];
                let (top, bottom) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
                uprights.push(PlacedUpright { page, x: at.x.to_mm(), top, bottom });
            }
        });
        uprights
    }

    /// The places that the templates keep, in the order of the pages, to a thousandth of a
    /// mm: written down and read again they are the same.
    #[must_use]
    pub fn reserved(&self) -> Vec<ReservedArea> {
        let mut areas = Vec::new();
        self.visit(&mut |page, at, item| {
            let FrameItem::Tag(Tag::Start(element, _)) = item else { return };
            let Some(name) = name_of(element) else { return };
            let Some((_, what)) = RESERVED.into_iter().find(|(label, _)| *label == name) else { return };
            // The template says how large a place it keeps.
            let size =
                element.to_packed::<MetadataElem>().and_then(|size| size.value.clone().cast::<Dict>().ok());
            let mm = |key| {
                let length = size.as_ref().and_then(|size| size.get(key).ok()?.clone().cast::<f64>().ok());
                length.unwrap_or_default()
            };
            let (width, height) = (mm("rong"), mm("cao"));
            let [x, y, width, height] =
                [at.x.to_mm(), at.y.to_mm(), width, height].map(|mm: f64| (mm * 1000.0).round() / 1000.0);
            areas.push(ReservedArea { what, page, x, y, width, height });
        });
        areas
    }

    /// Page and height (mm) of the block with this label.
    #[must_use]
    pub fn place_of(&self, label: &str) -> Option<(usize, f64)> {
        let introspector = self.document.introspector();
        let element = introspector.query_label(Label::new(PicoStr::intern(label))?).ok()?;
        let position = introspector.position(element.location()?)?;
        Some((position.page.get(), position.point.y.to_mm()))
    }

    /// All stroked lines, the sides of frames among them.
    fn lines(&self, mut see: impl FnMut(usize, Point, Point, &FixedStroke)) {
        self.visit(&mut |page, at, item| {
            let FrameItem::Shape(shape, _) = item else { return };
            let Some(stroke) = &shape.stroke else { return };
            match &shape.geometry {
                Geometry::Line(to) => see(page, at, *to, stroke),
                Geometry::Rect(size) => {
                    let (across, down) = (Point::with_x(size.x), Point::with_y(size.y));
                    for (from, to) in [(at, across), (at + down, across), (at, down), (at + across, down)] {
                        see(page, from, to, stroke);
                    }
                }
                Geometry::Curve(_) => {}
            }
        });
    }

    fn visit(&self, see: &mut impl FnMut(usize, Point, &FrameItem)) {
        for (at, page) in self.document.pages().iter().enumerate() {
            visit(&page.frame, Transform::identity(), &mut |point, item| see(at + 1, point, item));
        }
    }
}

/// What an element is known by: its label, or that it is a heading.
fn name_of(element: &Content) -> Option<String> {
    let label = element.label().map(|label| label.resolve().as_str().into());
    label.or_else(|| element.is::<HeadingElem>().then(|| "de-muc".into()))
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
