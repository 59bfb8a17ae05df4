//! Every character on the page has a glyph (R-D-016). Validation has looked at the
//! data; this looks at what templates add.

use super::{Proof, shortened};
use crate::diagnostic::{PageFault, Report};

pub(super) fn check(proof: &Proof<'_>, report: &mut Report) {
    if let Some(text) = proof.texts.iter().find(|text| text.lacks_glyph) {
        let fault = PageFault::NoGlyph { page: text.page, text: shortened(&text.text) };
        report.push(proof.at_text(&text.text, fault));
    }
}
