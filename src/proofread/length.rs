//! Some types are short by custom: a công văn takes a page or two.

use super::Proof;
use crate::diagnostic::{PageFault, Report};

pub(super) fn check(proof: &Proof<'_>, report: &mut Report) {
    let Some(usual) = proof.kind.usual_pages else { return };
    // Annexes and copies come after the signature and do not count.
    let pages = proof.pages.place_of("khoi-cuoi").map_or(0, |(page, _)| page);
    if pages > usual {
        report.push(proof.loaded.finding("noi_dung", PageFault::TooManyPages { pages, usual }));
    }
}
