//! Tiêu đề, number and date each stand whole on one line (R-D-072, R-D-110).

use super::Proof;
use crate::diagnostic::{PageFault, Report};

/// What the left column needs beside place and date, mm: the number fits.
const LEAST_LEFT: f64 = 40.0;

pub(super) fn check(proof: &Proof<'_>, report: &mut Report) {
    let sheet = proof.sheet;
    let room = sheet.width - sheet.left - sheet.right - LEAST_LEFT;
    let date = &proof.view.place_and_date;
    if proof.texts.iter().any(|text| text.text == *date && text.width > room) {
        let fault = PageFault::PlaceTooLong { place: proof.loaded.record.place.clone() };
        return report.push(proof.loaded.finding("dia_danh", fault));
    }
    let words = &proof.profile.header;
    let right = [words.title.as_str(), words.motto.as_str(), proof.view.place_and_date.as_str()];
    let left = proof.view.symbol.as_deref().unwrap_or_default();
    for (label, wanted) in right.map(|text| ("khoi-phai", text)).into_iter().chain([("khoi-trai", left)]) {
        let lines = proof.lines_in(label);
        // Room left for a number or a day is only white space.
        let whole = |text: &str| squeezed(text) == squeezed(wanted);
        // A template of the office's own may have no such column.
        if !wanted.is_empty() && !lines.is_empty() && !lines.iter().flatten().any(|line| whole(&line.text)) {
            report.push(proof.at_text(wanted, PageFault::HeaderBroken { text: wanted.into() }));
        }
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
