//! In: finished pages and their guidance. Out: findings that only the finished
//! page can show.

use crate::compile::Pages;
use crate::diagnostic::{ContentFault, Diagnostic, Report};
use crate::load::Loaded;
use crate::source::Span;
use crate::standard::Profile;
use crate::values::one_line;

/// How far ink may pass the edge of the text block, mm (R-D-300).
const TOLERANCE: f64 = 0.5;

/// Looks at the pages of a document.
pub fn pages<R>(pages: &Pages, profile: &Profile, loaded: &Loaded<R>, report: &mut Report) {
    signature_alone(pages, profile, loaded, report);
    outside_text_block(pages, profile, loaded, report);
}

/// The signature block needs text above it on its page (R-D-143).
fn signature_alone<R>(pages: &Pages, profile: &Profile, loaded: &Loaded<R>, report: &mut Report) {
    let Some((page, top)) = pages.place_of("khoi-ky") else { return };
    let above = |y: f64| y > profile.page.top && y < top;
    if !pages.texts().iter().any(|text| text.page == page && above(text.baseline)) {
        report.push(loaded.finding("ky", ContentFault::SignatureAlone { page }));
    }
}

/// All text below the page number stays inside the margins.
fn outside_text_block<R>(pages: &Pages, profile: &Profile, loaded: &Loaded<R>, report: &mut Report) {
    let page = &profile.page;
    let (left, right) = (page.left - TOLERANCE, page.width - page.right + TOLERANCE);
    let bottom = page.height - page.bottom + TOLERANCE;
    for text in pages.texts() {
        // What the guidance itself puts into the margins.
        let header = text.baseline < page.top || text.text == profile.marks.not_for_media;
        let inside = text.x >= left && text.x + text.width <= right && text.ink_bottom <= bottom;
        if !header && !inside && !text.text.trim().is_empty() {
            let fault = ContentFault::OutsideTextBlock { page: text.page, text: shortened(&text.text) };
            report.push(Diagnostic::at(&loaded.source, written(loaded, &text.text), fault));
        }
    }
}

/// Where the author wrote a piece of text: the first value that holds it.
fn written<R>(loaded: &Loaded<R>, piece: &str) -> Span {
    let mut place = None;
    loaded.tree.scalars(&mut |node, text| {
        // Names are printed in capitals, so case does not count.
        if place.is_none() && one_line(text).to_uppercase().contains(&piece.trim().to_uppercase()) {
            place = Some(node.span);
        }
    });
    place.unwrap_or(loaded.tree.span)
}

/// Enough of a text to find it again.
fn shortened(text: &str) -> String {
    const ENOUGH: usize = 40;
    let short: String = text.chars().take(ENOUGH).collect();
    if short.len() < text.len() { short + "…" } else { short }
}
