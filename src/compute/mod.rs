//! In: a record, its type and its guidance. Out: the view that templates see:
//! every number formatted, every mark set, no decision left.

mod activity;
mod annex;
mod basis;
mod body;
mod computed;
mod copy;
mod figures;
mod header;
mod meeting;
mod numbering;
mod passage;
pub(crate) mod placeholder;
mod prose;
mod signature;
mod table;
mod view;

pub(crate) use activity::activity_words;
pub use annex::AnnexView;
pub use copy::{CopyView, StampLine};
pub use figures::{ChartView, FiguresView};
pub(crate) use figures::{chart_is_empty, crowd, facts, is_criterion};
pub use passage::{Passage, PassageRole};
pub use signature::SignatureView;
pub use table::TableView;
pub use view::{AddressView, MarksView, ThemeView, View};

use crate::documents::{CongressTheme, Marks, OfficialDocument, Presentation, Urgency};
use crate::expression::Scope;
use crate::standard::{Address, Kind, ListMarks, Profile, Range};
use crate::values::one_line;

/// What a document is computed against.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The document's type.
    pub kind: &'a Kind,
    /// The guidance that governs it.
    pub profile: &'a Profile,
    /// The guidance that governs the copy, if it is one (R-D-230).
    pub copy_profile: Option<&'a Profile>,
    /// The font family in use.
    pub font: &'a str,
    /// The data it speaks of.
    pub scope: Option<&'a Scope>,
}

/// Computes the view of a document that has passed validation.
#[must_use]
pub fn view(document: &OfficialDocument, setting: Setting<'_>) -> View {
    let Setting { kind, profile, scope, .. } = setting;
    let ranges = &profile.body;
    let chosen = |own: Option<f64>, range: &Range| own.unwrap_or(range.default);
    let Presentation { size, pitch, paragraph_gap, indent, two_sided, condense, blank_day, .. } =
        document.presentation;
    let symbol = symbol(document, kind, profile);
    View {
        profile: profile.code.clone(),
        font: setting.font.into(),
        size: chosen(size, &ranges.size),
        pitch: chosen(pitch, &ranges.pitch),
        paragraph_gap: chosen(paragraph_gap, &ranges.paragraph_gap),
        indent: chosen(indent, &ranges.indent),
        two_sided,
        sheet: document.presentation.sheet.clone(),
        condense,
        title: if kind.prints_symbol {
            format!("{} {symbol}: {}", capitalised(&kind.name), one_line(&document.subject))
        } else {
            format!("{}: {}", capitalised(&kind.name), one_line(&document.subject))
        },
        author: header::body_in_text(&document.body),
        date: document.date.parts(),
        superior: header::superior(&document.body),
        body: header::body(&document.body),
        symbol: kind.prints_symbol.then(|| format!("{}{symbol}", profile.symbol.prefix)),
        place_and_date: header::place_and_date(&document.place, document.date, blank_day, profile),
        kind: kind.prints_name.then(|| kind.name.clone()),
        author_line: document.author.as_deref().and_then(lines).map(|author| named_author(&author, profile)),
        theme: document.theme.as_ref().map(theme),
        subject: lines(&document.subject).filter(|_| kind.prints_symbol),
        content: body::passages(document, profile, scope),
        marks: marks(&document.marks, profile),
        address: address(document, kind, profile),
        signature: SignatureView::new(&document.signature, profile),
        cosigners: document.cosigners.iter().map(|who| SignatureView::new(who, profile)).collect(),
        attestation: document.attestation.as_ref().map(|own| SignatureView::attesting(own, profile)),
        recipients: marked(&document.recipients, &profile.recipients),
        annexes: annex::annexes(document, kind, profile, scope),
        copy: document.copy.as_ref().map(|copy| copy::view(copy, setting.copy_profile.unwrap_or(profile))),
    }
}

/// The number of a document in its register, `27-KH/ĐUK`.
pub(crate) fn symbol(document: &OfficialDocument, kind: &Kind, profile: &Profile) -> String {
    header::symbol(document.number, kind.code_on(document.date, &profile.system), &document.body, profile)
}

fn theme(theme: &CongressTheme) -> ThemeView {
    let note = one_line(&theme.note);
    let note = note.trim_start_matches('(').trim_end_matches(')');
    ThemeView { theme: lines(&theme.theme).unwrap_or_default(), note: format!("({note})") }
}

fn marks(marks: &Marks, profile: &Profile) -> MarksView {
    let words = &profile.marks;
    let urgency = |urgency| match urgency {
        Urgency::Urgent => words.urgency.urgent.clone(),
        Urgency::VeryUrgent => words.urgency.very_urgent.clone(),
        Urgency::Express => words.urgency.express.clone(),
    };
    MarksView {
        urgency: marks.urgency.map(urgency),
        secret: marks.secret,
        draft: marks.draft.map(|draft| format!("{} {draft}", words.draft)),
        circulation: marks.circulation.as_deref().map(one_line),
        drafter: marks.drafter.as_deref().map(one_line),
        not_for_media: marks.not_for_media.then(|| words.not_for_media.clone()),
        contact: marks.contact.as_deref().map(one_line),
    }
}

/// One addressee needs no mark after it, several do (R-D-176, R-D-178).
fn address(document: &OfficialDocument, kind: &Kind, profile: &Profile) -> Option<AddressView> {
    let words = &profile.address;
    let label = match kind.address? {
        Address::Letter => &words.letter,
        Address::Submission => &words.submission,
    };
    let addressees = match document.addressees.as_slice() {
        [] => return None,
        [one] => vec![one_line(one)],
        several => marked(several, &words.marks),
    };
    Some(AddressView { label: label.clone(), addressees })
}

/// Entries as given; one that lacks its closing mark gets the guidance's.
fn marked(entries: &[String], marks: &ListMarks) -> Vec<String> {
    let last = entries.len().saturating_sub(1);
    let marked = |(at, entry): (usize, &String)| {
        let entry = one_line(entry);
        let mark = if at == last { &marks.after_last } else { &marks.after_each };
        if entry.ends_with(['.', ',', ';']) { entry } else { entry + mark }
    };
    entries.iter().enumerate().map(marked).collect()
}

/// The author's lines, each tidied; nothing if all are empty.
fn lines(text: &str) -> Option<String> {
    let lines: Vec<_> = text.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// `CỦA Ban Thường vụ`, whether or not the author wrote the first word.
fn named_author(author: &str, profile: &Profile) -> String {
    let before = &profile.title.before_author;
    let own = author.get(..before.len()).filter(|own| own.to_lowercase() == before.to_lowercase());
    format!("{before}{}", &author[own.map_or(0, str::len)..])
}

/// `KẾ HOẠCH` as a word in a title: `Kế hoạch`.
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter();
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}
