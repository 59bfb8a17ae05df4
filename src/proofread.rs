//! In: finished pages and their guidance. Out: findings that only the finished
//! page can show.

use crate::compile::Pages;
use crate::diagnostic::{ContentFault, Diagnostic, Report};
use crate::standard::Profile;

/// How far ink may pass the edge of the text block, mm (R-D-300).
const TOLERANCE: f64 = 0.5;

/// Looks at the pages of the document in `file`.
pub fn pages(pages: &Pages, profile: &Profile, file: &str, report: &mut Report) {
    signature_alone(pages, profile, file, report);
    outside_text_block(pages, profile, file, report);
}

/// The signature block needs text above it on its page (R-D-143).
fn signature_alone(pages: &Pages, profile: &Profile, file: &str, report: &mut Report) {
    let Some((page, top)) = pages.place_of("khoi-ky") else { return };
    let above = |y: f64| y > profile.page.top && y < top;
    if !pages.texts().iter().any(|text| text.page == page && above(text.baseline)) {
        report.push(Diagnostic::in_file(file, ContentFault::SignatureAlone { page }));
    }
}

/// All text below the page number stays inside the margins.
fn outside_text_block(pages: &Pages, profile: &Profile, file: &str, report: &mut Report) {
    let page = &profile.page;
    let (left, right) = (page.left - TOLERANCE, page.width - page.right + TOLERANCE);
    let bottom = page.height - page.bottom + TOLERANCE;
    for text in pages.texts() {
        let header = text.baseline < page.top;
        let inside = text.x >= left && text.x + text.width <= right && text.ink_bottom <= bottom;
        if !header && !inside && !text.text.trim().is_empty() {
            let fault = ContentFault::OutsideTextBlock { page: text.page, text: shortened(&text.text) };
            report.push(Diagnostic::in_file(file, fault));
        }
    }
}

/// Enough of a text to find it again.
fn shortened(text: &str) -> String {
    const ENOUGH: usize = 40;
    let short: String = text.chars().take(ENOUGH).collect();
    if short.len() < text.len() { short + "…" } else { short }
}
