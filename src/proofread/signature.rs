//! The signature has text above it on its page (R-D-143), and the room between
//! title and name stays free (R-D-165).

use super::{Proof, shortened};
use crate::compile::Reserved;
use crate::diagnostic::{Diagnostic, Fault, PageFault, Report};

pub(super) fn check(proof: &Proof<'_>, report: &mut Report) {
    alone(proof, report);
    room(proof, report);
}

fn alone(proof: &Proof<'_>, report: &mut Report) {
    let Some((page, top)) = proof.pages.place_of("khoi-cuoi") else { return };
    let above = |y: f64| y > proof.sheet.top && y < top;
    if !proof.texts.iter().any(|text| text.page == page && above(text.baseline)) {
        report.push(proof.loaded.finding("ky", PageFault::SignatureAlone { page }));
    }
}

fn room(proof: &Proof<'_>, report: &mut Report) {
    // A seal is larger than the room for the name and may touch what is printed.
    for area in proof.pages.reserved().into_iter().filter(|area| area.what == Reserved::Signature) {
        let inside = proof.texts.iter().find(|text| {
            text.page == area.page
                && text.x < area.x + area.width
                && text.ink_right > area.x
                && text.ink_top < area.y + area.height
                && text.ink_bottom > area.y
        });
        if let Some(text) = inside {
            let fault = PageFault::RoomTaken { page: text.page, text: shortened(&text.text) };
            let finding = proof.at_text(&text.text, fault);
            // A line that runs out of its column is told as such.
            let too_wide = |own: &Diagnostic| {
                matches!(own.fault, Fault::Page(PageFault::OutsideTextBlock { .. }))
                    && own.place.as_ref().map(|(_, span)| span)
                        == finding.place.as_ref().map(|(_, span)| span)
            };
            if !report.iter().any(too_wide) {
                report.push(finding);
            }
        }
    }
}
