//! In: a record, its type and its guidance. Out: the view that templates see:
//! every number formatted, every mark set, no decision left.

mod annex;
mod basis;
mod body;
mod numbering;
pub(crate) mod placeholder;
mod signature;
mod table;

use serde::Serialize;

pub use annex::AnnexView;
pub use body::{Passage, PassageRole};
pub use signature::SignatureView;
pub use table::TableView;

use crate::documents::{Marks, OfficialDocument, Presentation, Urgency};
use crate::standard::{Address, Kind, ListMarks, Profile, Range};
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
    #[serde(rename = "in_hai_mat")]
    pub two_sided: bool,
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
    /// None for a công văn.
    #[serde(rename = "ten_loai")]
    pub kind: Option<String>,
    #[serde(rename = "trich_yeu")]
    pub subject: String,
    #[serde(rename = "dau_chi")]
    pub marks: MarksView,
    #[serde(rename = "kinh_gui")]
    pub address: Option<AddressView>,
    #[serde(rename = "noi_dung")]
    pub content: Vec<Passage>,
    #[serde(rename = "ky")]
    pub signature: SignatureView,
    #[serde(rename = "ky_cung")]
    pub cosigners: Vec<SignatureView>,
    #[serde(rename = "xac_nhan")]
    pub attestation: Option<SignatureView>,
    #[serde(rename = "noi_nhan")]
    pub recipients: Vec<String>,
    #[serde(rename = "phu_luc")]
    pub annexes: Vec<AnnexView>,
}

/// The optional marks, in the words that are printed.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct MarksView {
    #[serde(rename = "khan")]
    pub urgency: Option<&'static str>,
    #[serde(rename = "mat")]
    pub secret: bool,
    #[serde(rename = "du_thao")]
    pub draft: Option<String>,
    #[serde(rename = "luu_hanh")]
    pub circulation: Option<String>,
    #[serde(rename = "nguoi_soan")]
    pub drafter: Option<String>,
    #[serde(rename = "khong_pho_bien")]
    pub not_for_media: Option<String>,
    #[serde(rename = "lien_he")]
    pub contact: Option<String>,
}

/// Kính gửi, Kính trình.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct AddressView {
    #[serde(rename = "nhan")]
    pub label: String,
    #[serde(rename = "noi")]
    pub addressees: Vec<String>,
}

/// Computes the view of a document that has passed validation.
#[must_use]
pub fn view(document: &OfficialDocument, setting: Setting<'_>) -> View {
    let Setting { kind, profile, .. } = setting;
    let ranges = &profile.body;
    let chosen = |own: Option<f64>, range: &Range| own.unwrap_or(range.default);
    let Presentation { size, pitch, paragraph_gap, indent, two_sided } = document.presentation;
    let symbol = symbol(document, kind, profile);
    View {
        profile: profile.code.clone(),
        font: setting.font.into(),
        size: chosen(size, &ranges.size),
        pitch: chosen(pitch, &ranges.pitch),
        paragraph_gap: chosen(paragraph_gap, &ranges.paragraph_gap),
        indent: chosen(indent, &ranges.indent),
        two_sided,
        title: format!("{} {symbol}: {}", capitalised(&kind.name), one_line(&document.subject)),
        author: one_line(&document.body.name),
        date: document.date.parts(),
        superior: document.body.superior.as_deref().and_then(capital_lines),
        body: capital_lines(&document.body.name).unwrap_or_default(),
        symbol: format!("{}{symbol}", profile.symbol.prefix),
        place_and_date: format!("{}, {}", one_line(&document.place), document.date.in_words()),
        kind: kind.prints_name.then(|| kind.name.clone()),
        subject: lines(&document.subject).unwrap_or_default(),
        content: body::passages(document, profile),
        marks: marks(&document.marks, profile),
        address: address(document, kind, profile),
        signature: SignatureView::new(&document.signature),
        cosigners: document.cosigners.iter().map(SignatureView::new).collect(),
        attestation: document.attestation.as_ref().map(SignatureView::attesting),
        recipients: marked(&document.recipients, &profile.recipients),
        annexes: annex::annexes(document, kind, profile),
    }
}

/// `27-KH/ĐUK` (R-D-100), with room for the number while there is none.
fn symbol(document: &OfficialDocument, kind: &Kind, profile: &Profile) -> String {
    let words = &profile.symbol;
    let number = document.number.map_or_else(|| words.blank.clone(), |number| number.to_string());
    let code = document.body.code.trim();
    // A state công văn has no type code (R-N-027).
    let kind = match kind.code_on(document.date, profile.system) {
        "" => String::new(),
        kind => format!("{kind}{}", words.before_body),
    };
    format!("{number}{}{kind}{code}", words.before_type)
}

fn marks(marks: &Marks, profile: &Profile) -> MarksView {
    let words = &profile.marks;
    let urgency = |urgency| match urgency {
        Urgency::Urgent => "KHẨN",
        Urgency::VeryUrgent => "THƯỢNG KHẨN",
        Urgency::Express => "HOẢ TỐC",
    };
    MarksView {
        urgency: marks.urgency.map(urgency),
        secret: marks.secret,
        draft: marks.draft.map(|draft| format!("{} {}", words.draft, draft.plain())),
        circulation: marks.circulation.as_deref().and_then(capital_lines),
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
