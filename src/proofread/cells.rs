//! Nothing is larger than its cell: the columns of the header (R-D-071), a
//! signature block (R-D-150), the stamp of a copy (R-D-235), the cells of a table.

use std::collections::BTreeSet;

use super::{Proof, TOLERANCE, shortened};
use crate::compile::{PlacedText, Reserved};
use crate::diagnostic::{PageFault, Report};

pub(super) fn check(proof: &Proof<'_>, report: &mut Report) {
    let in_block = |label: &'static str| proof.texts.iter().filter(move |text| text.within(label).is_some());
    let mut wide = |text: &PlacedText, rule| {
        let fault = PageFault::WiderThanCell { page: text.page, text: shortened(&text.text), rule };
        report.push(proof.at_placed(text, fault));
    };

    let right_column = in_block("khoi-phai").map(|text| text.x).fold(f64::INFINITY, f64::min);
    in_block("khoi-trai")
        .filter(|text| text.x + text.width > right_column)
        .for_each(|text| wide(text, "R-D-071"));

    let column = proof.profile.signature.width + TOLERANCE;
    // The sentence of an attestation spans the page.
    let sentence = proof.view.attestation.as_ref().and_then(|block| block.sentence.as_deref());
    in_block("khoi-nguoi-ky")
        .filter(|text| text.width > column && Some(text.text.as_str()) != sentence)
        .for_each(|text| wide(text, "R-D-150"));

    let stamps = proof.pages.reserved().into_iter().filter(|area| area.what == Reserved::CopyStamp);
    for stamp in stamps {
        let below = |text: &&PlacedText| text.page == stamp.page && text.ink_bottom > stamp.y + stamp.height;
        in_block("khoi-dau-ban-sao").find(below).into_iter().for_each(|text| wide(text, "R-D-235"));
    }

    let lines = proof.pages.uprights();
    let crossed = |text: &&PlacedText| {
        lines.iter().any(|line| {
            line.page == text.page
                && line.x > text.x + TOLERANCE
                && line.x < text.ink_right - TOLERANCE
                && (line.top..line.bottom).contains(&text.baseline)
        })
    };
    // One finding a table: its columns are widened together.
    let mut tables = BTreeSet::new();
    in_block("khoi-bang")
        .filter(crossed)
        .filter(|text| tables.insert(text.within("khoi-bang")))
        .for_each(|text| wide(text, "bang"));
}
