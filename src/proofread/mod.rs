//! In: finished pages, the view they show and their guidance. Out: findings that
//! only the finished page can show. Each rule is a file.

mod cells;
mod glyphs;
mod header;
mod headings;
mod length;
mod margins;
mod overprint;
mod signature;
mod titles;

use crate::compile::{Failure, Pages, PlacedText};
use crate::compute::View;
use crate::diagnostic::{Diagnostic, PageFault, Report};
use crate::documents::OfficialDocument;
use crate::load::{Loaded, Node};
use crate::source::{SourceFile, Span};
use crate::standard::{Kind, Page, Profile};
use crate::values::one_line;

/// How far ink may pass an edge, mm (R-D-300).
const TOLERANCE: f64 = 0.5;

/// No document of an office is longer.
const PAGE_LIMIT: usize = 500;

/// Values named of one rule; whoever mends these checks again.
const ENOUGH: usize = 50;

/// A laid-out document under the reader's eye.
struct Proof<'a> {
    pages: &'a Pages,
    /// All visible runs of text by page and height.
    texts: Vec<PlacedText>,
    view: &'a View,
    kind: &'a Kind,
    profile: &'a Profile,
    sheet: &'a Page,
    loaded: &'a Loaded<OfficialDocument>,
}

/// Looks at the pages of a document.
pub fn pages(
    pages: &Pages,
    view: &View,
    kind: &Kind,
    profile: &Profile,
    loaded: &Loaded<OfficialDocument>,
    report: &mut Report,
) {
    if pages.count() > PAGE_LIMIT {
        let fault = PageFault::FarTooManyPages { pages: pages.count(), limit: PAGE_LIMIT };
        // What stands on so many pages is not looked at.
        return report.push(loaded.finding(loaded.tree.longest(&["noi_dung", "phu_luc", "noi_nhan"]), fault));
    }
    let mut texts = pages.texts();
    texts.retain(|text| !text.text.trim().is_empty());
    texts.sort_by(|a, b| {
        a.page.cmp(&b.page).then(a.baseline.total_cmp(&b.baseline)).then(a.x.total_cmp(&b.x))
    });
    let sheet = profile.page(&loaded.record.presentation);
    let proof = Proof { pages, texts, view, kind, profile, sheet, loaded };
    header::check(&proof, report);
    // A header that does not fit pushes everything else out of place.
    if report.blocks() {
        return;
    }
    for rule in [
        titles::check,
        headings::check,
        margins::check,
        signature::check,
        cells::check,
        overprint::check,
        glyphs::check,
        length::check,
    ] {
        rule(&proof, report);
    }
}

/// A line of a labelled block: its runs joined.
struct Line {
    page: usize,
    text: String,
}

impl Proof<'_> {
    /// The lines inside each block of the page with this label.
    fn lines_in(&self, label: &str) -> Vec<Vec<Line>> {
        let mut blocks: Vec<(usize, f64, Vec<Line>)> = Vec::new();
        for text in &self.texts {
            let Some(instance) = text.within(label) else { continue };
            let at = blocks.iter().position(|(own, ..)| *own == instance).unwrap_or_else(|| {
                blocks.push((instance, f64::NAN, Vec::new()));
                blocks.len() - 1
            });
            let (_, baseline, lines) = &mut blocks[at];
            match lines.last_mut() {
                Some(line) if line.page == text.page && (text.baseline - *baseline).abs() < TOLERANCE => {
                    line.text.push_str(&text.text);
                }
                _ => lines.push(Line { page: text.page, text: text.text.clone() }),
            }
            *baseline = text.baseline;
        }
        blocks.into_iter().map(|(.., lines)| lines).collect()
    }

    /// A finding where the author wrote this piece of text.
    fn at_text(&self, piece: &str, fault: PageFault) -> Diagnostic {
        Diagnostic::at(&self.loaded.source, self.written(piece), fault)
    }

    /// A finding about this text on the page. What a computed table prints was
    /// written nowhere: its finding stands at the nearest text before the table.
    fn at_placed(&self, text: &PlacedText, fault: PageFault) -> Diagnostic {
        Diagnostic::at(&self.loaded.source, self.written_near(text), fault)
    }

    /// Where the author wrote a text of the page, or what stands before it: of a table and of
    /// an expression, what is printed was written nowhere.
    fn written_near(&self, text: &PlacedText) -> Span {
        /// Shorter pieces stand in many values by chance.
        const TELLING: usize = 8;
        let in_table = |text: &PlacedText| text.within("khoi-bang").is_some();
        let tells = |text: &PlacedText| text.text.trim().chars().count() >= TELLING;
        let own = value_with(self.loaded, &text.text).filter(|_| tells(text) || !in_table(text));
        let at = self.texts.iter().position(|own| std::ptr::eq(own, text)).unwrap_or(0);
        let before = || {
            let before = self.texts[..at].iter().rev().filter(|own| !in_table(own) && tells(own));
            before.take(ENOUGH).find_map(|own| value_with(self.loaded, &own.text))
        };
        own.or_else(before).unwrap_or(self.loaded.tree.span)
    }

    /// Where the author wrote a piece of text.
    fn written(&self, piece: &str) -> Span {
        value_with(self.loaded, piece).unwrap_or(self.loaded.tree.span)
    }
}

/// A failure of the typesetter at the value it was setting, if that is known,
/// and at the line of the office's own template, if it happened there.
#[must_use]
pub fn at_its_text(failure: Failure, loaded: &Loaded<OfficialDocument>) -> Diagnostic {
    let Failure { finding, fault, texts, template, .. } = failure;
    let value = texts.iter().filter(|text| !text.trim().is_empty()).find_map(|text| value_with(loaded, text));
    match (value, template) {
        (Some(span), None) => Diagnostic::at(&loaded.source, span, fault),
        (Some(span), Some((source, line))) => Diagnostic::at(&loaded.source, span, fault).against(
            &source,
            line,
            ["mẫu đang dàn chữ này", "the template that was setting it"],
        ),
        (None, Some((source, line))) => Diagnostic::at(&source, line, fault),
        (None, None) => finding,
    }
}

/// Where the author wrote a piece of text: the first value that is it, else the
/// first that holds it, else the longest that it holds.
fn value_with(loaded: &Loaded<OfficialDocument>, piece: &str) -> Option<Span> {
    // The page ends an entry with a mark of its own.
    let bare = |text: &str| text.trim().trim_end_matches(['.', ';', ',']).to_uppercase();
    let piece = bare(piece);
    let (mut same, mut around, mut inside) = (None, None, (0, None));
    loaded.tree.scalars(&mut |node, written| {
        // Names are printed in capitals, so case does not count.
        let text = bare(&one_line(written));
        if text == piece {
            same.get_or_insert(node.span);
        } else if text.contains(&piece) {
            around.get_or_insert_with(|| piece_in(node, written, &piece, &loaded.source));
        } else if text.len() > inside.0.max(2) && piece.contains(&text) {
            inside = (text.len(), Some(node.span));
        }
    });
    same.or(around).or(inside.1)
}

/// The place of a piece, in capitals, in a value of several lines; of a shorter one the whole.
fn piece_in(node: &Node, written: &str, piece: &str, source: &SourceFile) -> Span {
    /// The beginning of a piece tells where it stands.
    const BEGINNING: usize = 60;
    let mut lines = written.trim_end().split_inclusive('\n');
    if lines.clone().count() < 2 {
        return node.span;
    }
    let beginning: String = piece.chars().take(BEGINNING).collect();
    let begins = |text: &str| {
        let mut own = text.chars().flat_map(char::to_uppercase).map(|c| if c == '\n' { ' ' } else { c });
        beginning.chars().all(|c| own.next() == Some(c))
    };
    let mut before = 0;
    let found = lines.find_map(|line| {
        let start = before;
        before += line.len();
        let mut places = line.char_indices().map(|(at, _)| start + at);
        places.find(|at| begins(&written[*at..])).map(|at| at..(at + 1).max(before))
    });
    found.map_or(node.span, |range| {
        node.place_in(source, &(range.start..written[..range.end].trim_end().len()))
    })
}

/// Enough of a text to find it again.
fn shortened(text: &str) -> String {
    const ENOUGH: usize = 40;
    let short: String = text.chars().take(ENOUGH).collect();
    if short.len() < text.len() { short + "…" } else { short }
}
