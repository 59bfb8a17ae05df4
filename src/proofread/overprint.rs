//! No two texts share a place on a line.

use super::{Proof, TOLERANCE, shortened};
use crate::compile::PlacedText;
use crate::diagnostic::{PageFault, Report};

pub(super) fn check(proof: &Proof<'_>, report: &mut Report) {
    // What is wider than its cell runs over its neighbour; that is said already.
    if report.blocks() {
        return;
    }
    let texts = &proof.texts;
    for (at, text) in texts.iter().enumerate() {
        let same_line =
            |other: &&PlacedText| other.page == text.page && other.baseline - text.baseline < TOLERANCE;
        let overlaps = |other: &&PlacedText| {
            let right = (text.x + text.width).min(other.x + other.width);
            right - text.x.max(other.x) > TOLERANCE
        };
        if let Some(other) = texts[at + 1..].iter().take_while(same_line).find(overlaps) {
            let fault = PageFault::Overprinted { page: other.page, text: shortened(&other.text) };
            report.push(proof.at_placed(other, fault));
            // The first one tells enough.
            return;
        }
    }
}
