//! In: a record, its type and its guidance. Out: the view that templates see:
//! every number formatted, every mark set, no decision left.

mod basis;
mod body;
pub(crate) mod placeholder;

use serde::Serialize;

pub use body::Passage;

use crate::documents::{NamedDocument, Presentation};
use crate::standard::{Kind, Profile, Range};
use crate::values::one_line;

/// What a document is computed against.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The document's type.
    pub kind: &'a Kind,
    /// The guidance that governs it.
    pub profile: &'a Profile,
    /// The font family in use.
    pub font: &'a str,
}

/// A document ready for its template. The serialised names are the template's.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct View {
    #[serde(rename = "huong_dan")]
    pub profile: String,
    #[serde(rename = "phong_chu")]
    pub font: String,
    #[serde(rename = "co_noi_dung")]
    pub size: f64,
    #[serde(rename = "gian_dong")]
    pub pitch: f64,
    #[serde(rename = "cach_doan")]
    pub paragraph_gap: f64,
    #[serde(rename = "thut_dau_dong")]
    pub indent: f64,
    #[serde(rename = "tieu_de_tep")]
    pub title: String,
    #[serde(rename = "tac_gia")]
    pub author: String,
    /// Year, month, day.
    #[serde(rename = "ngay")]
    pub date: (i32, u32, u32),
    #[serde(rename = "cap_tren")]
    pub superior: Option<String>,
    #[serde(rename = "co_quan")]
    pub body: String,
    #[serde(rename = "so")]
    pub symbol: String,
    #[serde(rename = "dia_danh_ngay")]
    pub place_and_date: String,
    #[serde(rename = "ten_loai")]
    pub kind: String,
    #[serde(rename = "trich_yeu")]
    pub subject: String,
    #[serde(rename = "noi_dung")]
    pub content: Vec<Passage>,
    #[serde(rename = "quyen_han")]
    pub authority: Option<String>,
    #[serde(rename = "chuc_vu")]
    pub position: Option<String>,
    #[serde(rename = "ho_ten")]
    pub name: String,
    #[serde(rename = "noi_nhan")]
    pub recipients: Vec<String>,
}

/// Computes the view of a document that has passed validation.
#[must_use]
pub fn view(document: &NamedDocument, setting: Setting<'_>) -> View {
    let Setting { kind, profile, .. } = setting;
    let ranges = &profile.body;
    let chosen = |own: Option<f64>, range: &Range| own.unwrap_or(range.default);
    let Presentation { size, pitch, paragraph_gap, indent } = document.presentation;
    let symbol = symbol(document, kind, profile);
    View {
        profile: profile.code.clone(),
        font: setting.font.into(),
        size: chosen(size, &ranges.size),
        pitch: chosen(pitch, &ranges.pitch),
        paragraph_gap: chosen(paragraph_gap, &ranges.paragraph_gap),
        indent: chosen(indent, &ranges.indent),
        title: format!("{} {symbol}: {}", capitalised(&kind.name), one_line(&document.subject)),
        author: one_line(&document.body.name),
        date: document.date.parts(),
        superior: document.body.superior.as_deref().and_then(capital_lines),
        body: capital_lines(&document.body.name).unwrap_or_default(),
        symbol: format!("{}{symbol}", profile.symbol.prefix),
        place_and_date: format!("{}, {}", one_line(&document.place), document.date.in_words()),
        kind: kind.name.clone(),
        subject: lines(&document.subject).unwrap_or_default(),
        content: body::passages(document, profile),
        authority: document.signature.authority.as_deref().and_then(capital_lines),
        position: document.signature.position.as_deref().and_then(capital_lines),
        name: one_line(&document.signature.name),
        recipients: recipients(document, profile),
    }
}

/// `27-KH/ĐUK` (R-D-100), with room for the number while there is none.
fn symbol(document: &NamedDocument, kind: &Kind, profile: &Profile) -> String {
    let words = &profile.symbol;
    let number = document.number.map_or_else(|| words.blank.clone(), |number| number.to_string());
    let code = document.body.code.trim();
    format!("{number}{}{}{}{code}", words.before_type, kind.code, words.before_body)
}

/// Recipients as given; one that lacks its closing mark gets the guidance's.
fn recipients(document: &NamedDocument, profile: &Profile) -> Vec<String> {
    let last = document.recipients.len().saturating_sub(1);
    let marked = |(at, recipient): (usize, &String)| {
        let recipient = one_line(recipient);
        let marks = &profile.recipients;
        let mark = if at == last { &marks.after_last } else { &marks.after_each };
        if recipient.ends_with(['.', ',', ';']) { recipient } else { recipient + mark }
    };
    document.recipients.iter().enumerate().map(marked).collect()
}

/// The author's lines, each tidied; nothing if all are empty.
fn lines(text: &str) -> Option<String> {
    let lines: Vec<_> = text.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Names in the header and the signature are printed in capitals; Unicode's
/// rules turn every Vietnamese letter into its own capital (R-D-283).
fn capital_lines(text: &str) -> Option<String> {
    lines(text).map(|lines| lines.to_uppercase())
}

/// `KẾ HOẠCH` as a word in a title: `Kế hoạch`.
fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter();
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}
