//! In: runs of text on finished pages. Out: how far their ink reaches. The outline of a
//! glyph is worked out once, however often the glyph is printed.

use std::collections::HashMap;

use typst::layout::{Abs, Em, Point, Rect};
use typst::text::{Glyph, TextItem};
use typst::utils::Numeric;

/// The ink of glyphs by their font, their number in it and their size.
#[derive(Default)]
pub(super) struct Ink(HashMap<(usize, u16, u64), Option<Rect>>);

impl Ink {
    /// The box that the ink of a run fills, from the start of its baseline, in the
    /// directions of the page; without ink it is inside out.
    pub(super) fn of(&mut self, text: &TextItem) -> Rect {
        let (mut min, mut max) = (Point::splat(Abs::inf()), Point::splat(-Abs::inf()));
        let mut cursor = Point::zero();
        for glyph in &text.glyphs {
            let moved = |x: Em, y: Em| Point::new(x.at(text.size), -y.at(text.size));
            if let Some(own) = self.alone(text, glyph) {
                let at = cursor + moved(glyph.x_offset, glyph.y_offset);
                min = min.min(at + own.min);
                max = max.max(at + own.max);
            }
            cursor += moved(glyph.x_advance, glyph.y_advance);
        }
        Rect::new(min, max)
    }

    /// The box of one glyph; none for a space.
    fn alone(&mut self, text: &TextItem, glyph: &Glyph) -> Option<Rect> {
        // Fonts live as long as the document that is looked at.
        let font = std::ptr::from_ref(text.font.ttf()) as usize;
        let own = || {
            let still = Glyph { x_offset: Em::zero(), y_offset: Em::zero(), ..glyph.clone() };
            let Rect { min, max } = TextItem { glyphs: vec![still], ..text.clone() }.bbox();
            // The library tells the lower edge first.
            min.x.is_finite().then(|| Rect::new(min.min(max), max.max(min)))
        };
        *self.0.entry((font, glyph.id, text.size.to_pt().to_bits())).or_insert_with(own)
    }
}
