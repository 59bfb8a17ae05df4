//! The rule about the marks after legal bases and what leads on from them.

use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Info;
use crate::diagnostic::Wording;
use crate::documents::Citation;

pub(super) const RULES: &[Rule] = &[Rule::of_document("R-D-135", Info, basis_marks)];

/// What leads to what is decided, and ends with a colon.
const LEADS: [&str; 3] = ["quyết định", "quyết nghị", "như sau"];

/// `Ban Chấp hành quyết định.`, the line `QUYẾT ĐỊNH`: the articles follow.
fn lead_marks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let lead = |text: &str, mark: &str| {
        let bare = text.trim_end().to_lowercase();
        bare.strip_suffix(mark).is_some_and(|bare| LEADS.iter().any(|word| bare.ends_with(word)))
    };
    let line = |text: &str| ["QUYẾT ĐỊNH", "QUYẾT NGHỊ"].contains(&text.trim().trim_end_matches('.'));
    for text in &subject.texts {
        let is_lead = text.path == "can_cu.cau_dan" && lead(text.text, ".");
        if is_lead || text.key() == "dong_giua" && line(text.text) {
            let end = text.text.trim_end().len();
            let start = end - text.text[..end].chars().next_back().map_or(0, char::len_utf8);
            let words = Wording {
                vi: [
                    "câu dẫn vào nội dung kết thúc bằng dấu hai chấm".into(),
                    "viết `:` ở cuối dòng này".into(),
                ],
                en: ["what leads to the text ends with a colon".into(), "end this line with `:`".into()],
            };
            found.at(subject, text, start..end, words);
        }
    }
}

/// Marks that the author typed after a legal basis in words of his own.
fn basis_marks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    lead_marks(subject, found);
    let Some(basis) = &subject.document().basis else { return };
    let words = &subject.profile.basis;
    for (at, paper) in basis.papers.iter().enumerate() {
        let Citation::Text(_) = paper else { continue };
        let last = at + 1 == basis.papers.len();
        let due = if last { &words.after_last } else { &words.after_each };
        let Some(text) = subject.at(&format!("can_cu.van_ban.{at}")) else { continue };
        let trimmed = text.text.trim_end();
        let Some(mark) = trimmed.chars().next_back().filter(|c| ".,;".contains(*c)) else { continue };
        if !due.trim().starts_with(mark) {
            let words = Wording {
                vi: [
                    format!("căn cứ này kết thúc bằng `{mark}`, hướng dẫn dùng `{}`", due.trim()),
                    "xoá dấu cuối dòng, chương trình tự đặt đúng dấu".into(),
                ],
                en: [
                    format!("this legal basis ends with `{mark}`, the guidance has `{}`", due.trim()),
                    "delete the mark; the program sets the right one".into(),
                ],
            };
            found.at(subject, text, trimmed.len() - 1..trimmed.len(), words);
        }
    }
}
