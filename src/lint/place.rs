//! The rule about the place of issue: it is a name, spelled as in the name of the
//! body that issues.

use super::reading::folded;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::without_marks;

pub(super) const RULES: &[Rule] = &[Rule::of_document("R-D-113", Warning, place_of_issue)];

/// `bến giang`, `BẾN GIANG`, and `Bến Giàng` of an office of Bến Giang.
fn place_of_issue(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let Some(text) = subject.at("dia_danh") else { return };
    let written = text.text.trim();
    let start = text.text.len() - text.text.trim_start().len();
    let first = written.split_whitespace().next().unwrap_or_default();
    let letters = || written.chars().filter(|c| c.is_alphabetic());
    let (end, words) = if first.starts_with(char::is_lowercase) {
        let words = Wording {
            vi: [format!("địa danh bắt đầu bằng chữ thường: `{first}`"), "viết hoa chữ đầu mỗi tiếng".into()],
            en: [
                format!("the place begins with a small letter: `{first}`"),
                "each syllable has a capital".into(),
            ],
        };
        (first.len(), words)
    } else if written.contains(' ') && letters().count() > 3 && letters().all(char::is_uppercase) {
        let words = Wording {
            vi: ["địa danh viết toàn chữ in hoa".into(), "chỉ viết hoa chữ đầu mỗi tiếng".into()],
            en: ["the place is all capitals".into(), "each syllable has one capital".into()],
        };
        (written.len(), words)
    } else if let Some(meant) = of_the_body(subject, written) {
        let words = Wording {
            vi: [format!("địa danh `{written}` khác dấu với tên cơ quan"), format!("có phải là `{meant}`?")],
            en: [
                format!("the place `{written}` has other marks than the name of the body"),
                format!("did you mean `{meant}`?"),
            ],
        };
        (written.len(), words)
    } else {
        return;
    };
    found.at(subject, text, start..start + end, words);
}

/// The end of the name of the body, or of the one above it, that has the letters of
/// the place and other marks.
fn of_the_body(subject: &Subject<'_>, place: &str) -> Option<String> {
    let body = &subject.document().body;
    let count = place.split_whitespace().count();
    let plain = without_marks(&folded(place));
    [Some(&body.name), body.superior.as_ref()].into_iter().flatten().find_map(|name| {
        let syllables: Vec<_> = name.split_whitespace().collect();
        let end = syllables[syllables.len().checked_sub(count)?..].join(" ");
        let same = folded(&end) == folded(place);
        (!same && without_marks(&folded(&end)) == plain).then_some(end)
    })
}
