//! Text stays inside the margins (R-D-300).

use std::collections::BTreeSet;

use super::{ENOUGH, Proof, TOLERANCE, shortened};
use crate::compile::{MARGIN, PlacedText};
use crate::diagnostic::{Diagnostic, PageFault, Report};
use crate::standard::Page;

pub(super) fn check(proof: &Proof<'_>, report: &mut Report) {
    let two_sided = proof.view.two_sided;
    let blocks: Vec<_> = proof
        .pages
        .sizes()
        .into_iter()
        .enumerate()
        .map(|(at, (width, height))| {
            let turned = (width > height) != (proof.sheet.width > proof.sheet.height);
            TextBlock::of(proof.sheet, turned, two_sided && at % 2 == 1)
        })
        .collect();
    let mut places = BTreeSet::new();
    for text in &proof.texts {
        if places.len() >= ENOUGH {
            return;
        }
        // What the guidance itself puts into the margins.
        let margin = text.within(MARGIN).is_some() || text.text == proof.profile.marks.not_for_media;
        if !margin && !blocks[text.page - 1].holds(text) {
            // One finding a value: mending it mends all its lines.
            let place = proof.written_near(text);
            if places.insert(place) {
                let fault = PageFault::OutsideTextBlock { page: text.page, text: shortened(&text.text) };
                report.push(Diagnostic::at(&proof.loaded.source, place, fault));
            }
        }
    }
}

/// The area inside the margins, mm.
struct TextBlock {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl TextBlock {
    /// On a sheet turned on its side the binding edge is above (R-D-014); on the
    /// back of a sheet it is at the right (R-D-012).
    fn of(page: &Page, turned: bool, back: bool) -> Self {
        let Page { width, height, top, bottom, left, right } = *page;
        let block = |width: f64, left: f64, right: f64, height: f64, top: f64, bottom: f64| Self {
            left: left - TOLERANCE,
            right: width - right + TOLERANCE,
            top: top - TOLERANCE,
            bottom: height - bottom + TOLERANCE,
        };
        match (turned, back) {
            (true, _) => block(height, bottom, top, width, left, right),
            (false, true) => block(width, right, left, height, top, bottom),
            (false, false) => block(width, left, right, height, top, bottom),
        }
    }

    fn holds(&self, text: &PlacedText) -> bool {
        text.x >= self.left
            && text.x + text.width <= self.right
            && text.ink_top >= self.top
            && text.ink_bottom <= self.bottom
    }
}
