//! The rule about the form of a subject line.

use super::text::{Role, lowered};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Info;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("R-D-122", Info, subject_line)];

/// A subject line begins in lower case and has no full stop, its own and those
/// of the legal bases; a base may have a title that begins otherwise than `về`.
fn subject_line(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role == Role::Subject) {
        let trimmed = text.text.trim_end();
        if trimmed.ends_with(['.', ';', ',']) && !trimmed.ends_with("..") {
            let words = Wording {
                vi: ["trích yếu không có dấu ở cuối".into(), "xoá dấu ấy".into()],
                en: ["no mark follows a subject line".into(), "delete it".into()],
            };
            found.at(subject, text, trimmed.len() - 1..trimmed.len(), words);
        }
        if text.path.starts_with("can_cu.") && text.text.starts_with("Về ") {
            let words = Wording {
                vi: ["trích yếu trong căn cứ bắt đầu bằng chữ hoa: `Về`".into(), "viết `về`".into()],
                en: ["the subject of a legal basis begins with a capital: `Về`".into(), "write `về`".into()],
            };
            found.at(subject, text, 0.."Về".len(), words);
        }
    }
    let Some(text) = subject.at("trich_yeu") else { return };
    let kind = subject.kind.name.to_lowercase();
    let begin = lowered(text.text);
    // A letter prints no name of its type.
    let printed = subject.kind.name.chars().any(char::is_alphabetic) && subject.kind.folder != "cong-van";
    if printed && begin.strip_prefix(&kind).is_some_and(|rest| rest.starts_with(' ')) {
        let written = &text.text[..kind.len()];
        let words = Wording {
            vi: [
                format!("trích yếu lặp lại tên loại: `{written}`"),
                "chương trình đã in tên loại ở dòng trên; trích yếu ghi tiếp: về việc gì".into(),
            ],
            en: [
                format!("the subject line repeats the type: `{written}`"),
                "the type is printed on the line above; the subject goes on with what it is about".into(),
            ],
        };
        return found.at(subject, text, 0..kind.len(), words);
    }
    let letters = || text.text.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 12 && letters().all(char::is_uppercase) {
        let words = Wording {
            vi: ["trích yếu viết toàn chữ in hoa".into(), "viết chữ thường; chỉ tên riêng viết hoa".into()],
            en: [
                "the subject line is all capitals".into(),
                "write small letters; names alone have capitals".into(),
            ],
        };
        return found.at(subject, text, 0..text.text.trim_end().len(), words);
    }
    if subject.is_party()
        && let Some(word) = capital_without_cause(text.text)
    {
        let start = text.text.find(word).unwrap_or_default();
        let words = Wording {
            vi: [
                format!("trích yếu bắt đầu bằng chữ hoa: `{word}`"),
                "văn bản mẫu của hướng dẫn viết thường chữ đầu; chương trình in đúng như đã ghi".into(),
            ],
            en: [
                format!("the subject line begins with a capital: `{word}`"),
                "the guidance's samples begin in lower case; the program prints it as written".into(),
            ],
        };
        found.at(subject, text, start..start + word.len(), words);
    }
}

/// The first word, if it has a capital that no name explains: an abbreviation,
/// a word before another capital (`Đại hội Đảng`, `Nguyễn Văn`) is a name.
fn capital_without_cause(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace();
    let (first, second) = (words.next()?, words.next().unwrap_or_default());
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let rest_lower = first.chars().skip(1).all(char::is_lowercase);
    let names = ["Đảng", "Đại", "Quốc", "Hội", "Mặt", "Đoàn", "Ban", "Tết", "Ngày"];
    (capital(first) && rest_lower && !capital(second) && !names.contains(&first)).then_some(first)
}
