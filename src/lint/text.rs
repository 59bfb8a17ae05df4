//! In: the tree of a document. Out: its texts, each with its path, what it is
//! for, and its paragraphs: what the rules read.

use std::ops::Range;

use crate::load::{Node, Style, Value};
use crate::source::{SourceFile, Span};
use crate::values::prose::own_mark;

/// What a text is for, by the key it stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Running text: paragraphs, items, activities, the closing.
    Body,
    /// A heading or the name of an annex.
    Heading,
    /// A cell of a table.
    Cell,
    /// Trích yếu of the document itself.
    Subject,
    /// A legal basis in the author's own words.
    Basis,
    /// A recipient or an addressee.
    Recipient,
    /// The name of a body, a place or a person.
    Name,
    /// The authority or the position of a signer.
    Position,
    /// A code, a choice, a date: not prose.
    Data,
}

/// A text of a document.
#[allow(clippy::struct_field_names, reason = "a text has a text")]
pub(super) struct Text<'a> {
    /// Its path from the top: `noi_dung.0.khoan`.
    pub(super) path: String,
    /// What it is for.
    pub(super) role: Role,
    /// The text itself.
    pub(super) text: &'a str,
    /// Byte ranges of its paragraphs.
    pub(super) paragraphs: Vec<Range<usize>>,
    node: &'a Node,
}

impl Text<'_> {
    /// The place in the file of a byte range of the text. White space has no
    /// place of its own, so a range of it takes in its neighbours.
    pub(super) fn place(&self, source: &SourceFile, range: &Range<usize>) -> Span {
        self.node.place_in(source, range)
    }

    /// The last step of its path.
    pub(super) fn key(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }

    /// Whether it is printed as prose.
    pub(super) fn is_prose(&self) -> bool {
        matches!(self.role, Role::Body | Role::Heading | Role::Cell | Role::Subject | Role::Basis)
    }

    /// Its paragraphs with their place in it.
    pub(super) fn each_paragraph(&self) -> impl Iterator<Item = (usize, &str)> {
        self.paragraphs.iter().map(|range| (range.start, &self.text[range.clone()]))
    }
}

/// All texts of a document in the order of the file.
pub(super) fn texts(tree: &Node) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    gather(tree, &mut Vec::new(), &mut texts);
    texts
}

fn gather<'a>(node: &'a Node, path: &mut Vec<String>, texts: &mut Vec<Text<'a>>) {
    match &node.value {
        Value::Map(entries) => {
            for (key, _, value) in entries {
                path.push(key.clone());
                gather(value, path, texts);
                path.pop();
            }
        }
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                path.push(at.to_string());
                gather(item, path, texts);
                path.pop();
            }
        }
        Value::Scalar { text, style } => {
            let paragraphs = if *style == Style::Literal { paragraphs(text) } else { whole(text) };
            texts.push(Text { path: path.join("."), role: role(path), text, paragraphs, node });
        }
    }
}

/// Blocks that are computed from data, by codes.
const COMPUTED: [&str; 5] =
    ["bang_so_lieu", "bieu_do", "bang_tien_do", "danh_sach_cong_nhan", "phieu_cham_diem"];

fn role(path: &[String]) -> Role {
    let words: Vec<_> = path.iter().map(String::as_str).filter(|step| !is_index(step)).collect();
    let inside = |key: &str| words.contains(&key);
    // Of what a computed block says, only these are printed as they stand.
    let last = words.last().copied().unwrap_or_default();
    if COMPUTED.into_iter().any(inside) && !matches!(last, "ten" | "nguon" | "ghi_chu" | "tong") {
        return Role::Data;
    }
    match last {
        "ky_hieu" | "he_thong" | "cach_ghi" | "huong_dan" | "khan" | "can" | "so" | "dau" | "ngay"
        | "han" | "rong" | "dieu_kien" => Role::Data,
        "hang" | "tong" => Role::Cell,
        "quyen_han" | "chuc_vu" | "kiem" => Role::Position,
        "ten" if inside("noi_dung") || inside("phu_luc") => Role::Heading,
        "ten" | "ho_ten" | "dia_danh" | "cap_tren" | "chu_tri" | "phoi_hop" | "co_quan" => Role::Name,
        "noi_nhan" | "kinh_gui" => Role::Recipient,
        "van_ban" => Role::Basis,
        "trich_yeu" => Role::Subject,
        // The lines of a certificate and what it says of each recipient.
        "chu" if inside("dong") => Role::Heading,
        "mo_hinh" | "thanh_tich" if inside("nguoi_nhan") => Role::Heading,
        "don_vi" if inside("nguoi_nhan") => Role::Name,
        _ if inside("noi_dung") || inside("ket") || inside("can_cu") => Role::Body,
        _ => Role::Data,
    }
}

fn is_index(step: &str) -> bool {
    step.bytes().all(|b| b.is_ascii_digit())
}

fn whole(text: &str) -> Vec<Range<usize>> {
    let inner = text.trim();
    let start = text.len() - text.trim_start().len();
    let range = start..start + inner.len();
    Some(range).filter(|range| !range.is_empty()).into_iter().collect()
}

/// The paragraphs of light Markdown: an empty line ends one, and so does a line
/// that begins with a mark of its own.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let inner = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        let own = inner.starts_with(['#', '-', '+']) || own_mark(inner).is_some() || is_numbered(inner);
        if inner.is_empty() {
            open = false;
        } else if let (true, false, Some(last)) = (open, own, found.last_mut()) {
            last.end = start + inner.len();
        } else {
            found.push(start..start + inner.len());
            open = !inner.starts_with('#');
        }
        at += line.len();
    }
    found
}

/// `1. `, `12) `
pub(super) fn is_numbered(line: &str) -> bool {
    line.split_once(' ').is_some_and(|(mark, _)| {
        mark.strip_suffix(['.', ')']).is_some_and(|digits| !digits.is_empty() && is_index(digits))
    })
}

/// The text in lower case, each letter as long as it was: a place in one is that place in the
/// other. Letters of other alphabets that would not be stay as they are.
pub(super) fn lowered(text: &str) -> String {
    let lower = |c: char| {
        let mut lower = c.to_lowercase();
        let same = |own: &char| own.len_utf8() == c.len_utf8();
        lower.next().filter(|own| same(own) && lower.next().is_none()).unwrap_or(c)
    };
    text.chars().map(lower).collect()
}

/// Whether a phrase stands in a text in whole words; both in lower case.
pub(super) fn holds(lower: &str, phrase: &str) -> bool {
    at_words(lower, phrase).next().is_some()
}

/// Where a phrase stands in a text in whole words.
pub(super) fn at_words<'t>(lower: &'t str, phrase: &'t str) -> impl Iterator<Item = usize> + 't {
    lower.match_indices(phrase).map(|(at, _)| at).filter(move |&at| {
        let (before, after) = (&lower[..at], &lower[at + phrase.len()..]);
        let goes_on_before =
            phrase.starts_with(char::is_alphanumeric) && before.ends_with(char::is_alphanumeric);
        let goes_on_after =
            phrase.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric);
        !goes_on_before && !goes_on_after
    })
}

/// Whether a text ends with a phrase in whole words.
pub(super) fn ends_with(lower: &str, phrase: &str) -> bool {
    lower.strip_suffix(phrase).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// The last bytes of a text, in whole letters: what is looked at before a place, however
/// long a text without a stop may be.
pub(super) fn tail(text: &str, bytes: usize) -> &str {
    let from = (text.len().saturating_sub(bytes)..=text.len()).find(|at| text.is_char_boundary(*at));
    &text[from.unwrap_or(text.len())..]
}

/// The first bytes of a text, in whole letters.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or_default()]
}

/// How far a sentence reaches to either side, in bytes: a list of citations may have no
/// stop, and who looks around each of them would read it all as often as it has items.
const REACH: usize = 2_000;

/// The sentence around a place: to the next point, semicolon or line, or as far as it
/// [reaches](REACH). A point in a number ends nothing.
pub(super) fn sentence(text: &str, place: &Range<usize>) -> Range<usize> {
    let stops = |(at, c): &(usize, char)| {
        matches!(c, ';' | '\n')
            || (*c == '.' && !text[at + 1..].starts_with(|next: char| next.is_alphanumeric()))
    };
    let (before, after) = (tail(&text[..place.start], REACH), head(&text[place.end..], REACH));
    let (first, last) = (place.start - before.len(), place.end + after.len());
    let start = before.char_indices().map(|(at, c)| (first + at, c)).rev().find(stops);
    let end = after.char_indices().map(|(at, c)| (place.end + at, c)).find(stops);
    start.map_or(first, |(at, _)| at + 1)..end.map_or(last, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn paragraphs_of_prose() {
        let text = "# Đề mục\n- một\n  nối\n- hai\n\nĐoạn\nnối\n2. ba\na) bốn\n";
        let found: Vec<_> = paragraphs(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["# Đề mục", "- một\n  nối", "- hai", "Đoạn\nnối", "2. ba", "a) bốn"]);
    }
}
