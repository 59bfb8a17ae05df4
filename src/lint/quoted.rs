//! The rule about curly quotation marks around a whole value: they were meant as
//! the quotation marks of YAML, which are straight, and would be printed.

use super::text::Role;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("ngoac-cong", Warning, quoted).and_rows()];

/// What a word processor or a telephone makes of straight marks.
const CURLY: [(char, char); 3] = [('“', '”'), ('‘', '’'), ('”', '”')];

/// Names, positions, recipients and the subject are no quotations; the title of a
/// cited paper is one. A whole paragraph
/// may be one; the name of a person is looked at by `ho-ten`.
fn quoted(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in &subject.texts {
        let value = matches!(text.role, Role::Name | Role::Position | Role::Recipient)
            || text.path == "trich_yeu"
            || text.path.ends_with("cau_dan");
        let whole = text.text.trim();
        let around = CURLY.into_iter().find(|&(open, close)| {
            let inner = whole.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
            inner.is_some_and(|inner| !inner.contains([open, close]))
        });
        let Some((open, close)) = around.filter(|_| value && !text.path.ends_with("ho_ten")) else {
            continue;
        };
        let words = Wording {
            vi: [
                format!("ngoặc cong `{open}{close}` quanh cả giá trị sẽ bị in ra"),
                "YAML chỉ biết ngoặc thẳng: xoá hai dấu ngoặc này hoặc gõ lại thành \"…\"".into(),
            ],
            en: [
                format!("the curly marks `{open}{close}` around the whole value would be printed"),
                "YAML knows straight marks only: delete these two or type \"…\"".into(),
            ],
        };
        let start = text.text.len() - text.text.trim_start().len();
        found.at(subject, text, start..start + whole.len(), words);
    }
}
