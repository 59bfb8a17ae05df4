//! In: finished pages and their guidance. Out: findings that only the finished
//! page can show.

use std::collections::BTreeSet;

use crate::compile::{Pages, PlacedText};
use crate::diagnostic::{ContentFault, Diagnostic, Report};
use crate::load::Loaded;
use crate::source::Span;
use crate::standard::{Page, Profile};
use crate::values::one_line;

/// How far ink may pass the edge of the text block, mm (R-D-300).
const TOLERANCE: f64 = 0.5;

/// Looks at the pages of a document.
pub fn pages<R>(pages: &Pages, profile: &Profile, two_sided: bool, loaded: &Loaded<R>, report: &mut Report) {
    signature_alone(pages, profile, loaded, report);
    outside_text_block(pages, profile, two_sided, loaded, report);
    overprinted(pages, loaded, report);
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
fn outside_text_block<R>(
    pages: &Pages,
    profile: &Profile,
    two_sided: bool,
    loaded: &Loaded<R>,
    report: &mut Report,
) {
    let blocks: Vec<_> = pages
        .sizes()
        .into_iter()
        .enumerate()
        .map(|(at, (width, height))| TextBlock::of(&profile.page, width > height, two_sided && at % 2 == 1))
        .collect();
    let mut places = BTreeSet::new();
    for text in pages.texts() {
        // What the guidance itself puts into the margins.
        let margin = text.baseline < profile.page.top || text.text == profile.marks.not_for_media;
        let inside = blocks[text.page - 1].holds(&text);
        if !margin && !inside && !text.text.trim().is_empty() {
            // One finding a value: mending it mends all its lines.
            let place = written(loaded, &text.text);
            if places.insert(place) {
                let fault = ContentFault::OutsideTextBlock { page: text.page, text: shortened(&text.text) };
                report.push(Diagnostic::at(&loaded.source, place, fault));
            }
        }
    }
}

/// Two texts may not share a place on a line.
fn overprinted<R>(pages: &Pages, loaded: &Loaded<R>, report: &mut Report) {
    let mut texts: Vec<_> = pages.texts().into_iter().filter(|text| !text.text.trim().is_empty()).collect();
    texts.sort_by(|a, b| a.page.cmp(&b.page).then(a.baseline.total_cmp(&b.baseline)));
    for (at, text) in texts.iter().enumerate() {
        let same_line =
            |other: &&PlacedText| other.page == text.page && other.baseline - text.baseline < TOLERANCE;
        let overlaps = |other: &&PlacedText| {
            let right = (text.x + text.width).min(other.x + other.width);
            right - text.x.max(other.x) > TOLERANCE
        };
        if let Some(other) = texts[at + 1..].iter().take_while(same_line).find(overlaps) {
            let fault = ContentFault::Overprinted { page: other.page, text: shortened(&other.text) };
            report.push(Diagnostic::at(&loaded.source, written(loaded, &other.text), fault));
            // The first one tells enough.
            return;
        }
    }
}

/// The area inside the margins, mm.
struct TextBlock {
    left: f64,
    right: f64,
    bottom: f64,
}

impl TextBlock {
    /// On a sheet that lies on its side the binding edge is above (R-D-014);
    /// on the back of a sheet it is at the right (R-D-012).
    fn of(page: &Page, landscape: bool, back: bool) -> Self {
        let Page { width, height, top, bottom, left, right } = *page;
        let block = |width: f64, left: f64, right: f64, height: f64, bottom: f64| Self {
            left: left - TOLERANCE,
            right: width - right + TOLERANCE,
            bottom: height - bottom + TOLERANCE,
        };
        match (landscape, back) {
            (true, _) => block(height, bottom, top, width, right),
            (false, true) => block(width, right, left, height, bottom),
            (false, false) => block(width, left, right, height, bottom),
        }
    }

    fn holds(&self, text: &PlacedText) -> bool {
        text.x >= self.left && text.x + text.width <= self.right && text.ink_bottom <= self.bottom
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
