//! In: finished pages. Out: where each run of text and each ruled line stands,
//! for the rules that look at the page and for tests that measure it.

use typst::foundations::{Content, Dict, Label};
use typst::introspection::{Introspector, Location, MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::model::HeadingElem;
use typst::text::FontStyle;
use typst::utils::PicoStr;
use typst::visualize::{FixedStroke, Geometry};

use super::Pages;
use super::ink::Ink;
use super::placed::{Part, PlacedRule, PlacedText, PlacedUpright, Reserved, ReservedArea};

/// The label of what stands in the top margin.
pub const MARGIN: &str = "khoi-le-tren";

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
