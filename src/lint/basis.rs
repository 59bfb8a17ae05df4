//! The rule about the marks after legal bases.

use super::{Check, Findings, Rule, Subject};
use crate::diagnostic::Severity::Info;
use crate::diagnostic::Wording;
use crate::documents::Citation;

pub(super) const RULES: &[Rule] =
    &[Rule { id: "R-D-135", severity: Info, check: Check::Document(basis_marks) }];

/// Marks that the author typed after a legal basis in words of his own.
fn basis_marks(subject: &Subject<'_>, found: &mut Findings<'_>) {
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
