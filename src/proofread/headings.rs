//! A heading is never the last line of a page (R-D-143).

use super::{Proof, TOLERANCE, shortened};
use crate::diagnostic::{PageFault, Report};

pub(super) fn check(proof: &Proof<'_>, report: &mut Report) {
    for lines in proof.lines_in("de-muc") {
        let Some(last) = lines.last() else { continue };
        let heading = proof.texts.iter().rposition(|text| {
            text.page == last.page && text.within("de-muc").is_some() && last.text.ends_with(&text.text)
        });
        let company = heading.is_some_and(|at| {
            let heading = &proof.texts[at];
            proof.texts[at + 1..]
                .iter()
                .any(|text| text.page == heading.page && text.baseline > heading.baseline + TOLERANCE)
        });
        if !company {
            let fault = PageFault::HeadingLast { page: last.page, text: shortened(&last.text) };
            report.push(proof.at_text(&last.text, fault));
        }
    }
}
