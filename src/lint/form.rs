//! Rules about the form of single components: subject line, recipients, legal
//! bases.

use super::text::{Role, Text};
use super::{Check, Findings, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;
use crate::documents::Citation;
use crate::load::Node;
use crate::standard::ListMarks;
use crate::values::one_line;

pub(super) const RULES: &[Rule] = &[
    Rule { id: "R-D-122", severity: Info, check: Check::Document(subject_line) },
    Rule { id: "R-D-173", severity: Info, check: Check::Document(recipient_marks) },
    Rule { id: "R-D-174", severity: Warning, check: Check::Document(recipients) },
    Rule { id: "R-D-135", severity: Info, check: Check::Document(basis_marks) },
];

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
    let begin = text.text.to_lowercase();
    // A letter prints no name of its type.
    let printed = subject.kind.name.chars().any(char::is_alphabetic) && subject.kind.folder != "cong-van";
    if printed
        && begin.strip_prefix(&kind).is_some_and(|rest| rest.starts_with(' '))
        && begin.len() == text.text.len()
    {
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

/// Marks that the author typed after the recipients are those of the guidance.
fn recipient_marks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    list_marks(subject, "noi_nhan", &subject.profile.recipients, found);
}

fn list_marks(subject: &Subject<'_>, key: &str, marks: &ListMarks, found: &mut Findings<'_>) {
    let prefix = format!("{key}.");
    let entries: Vec<_> = subject
        .texts
        .iter()
        .filter(|text| text.role == Role::Recipient && text.path.starts_with(&prefix))
        .collect();
    // `Nguyễn Văn K.` ends with the point of an initial.
    let initial = |line: &str| {
        let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
        let mut letters = last.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "."
    };
    let typed = |text: &Text<'_>| {
        let line = text.text.trim_end();
        line.chars().next_back().filter(|c| ".,;:".contains(*c) && !initial(line))
    };
    for (at, text) in entries.iter().enumerate() {
        let last = at + 1 == entries.len();
        let due = if last { &marks.after_last } else { &marks.after_each };
        let Some(mark) = typed(text).filter(|mark| !due.starts_with(*mark)) else { continue };
        let end = text.text.trim_end().len();
        let words = Wording {
            vi: [
                format!("sau nơi nhận này có dấu `{mark}`, hướng dẫn dùng `{}`", due.trim()),
                "xoá dấu ở cuối các dòng, chương trình tự đặt đúng dấu".into(),
            ],
            en: [
                format!("`{mark}` stands after this recipient, the guidance has `{}`", due.trim()),
                "delete the marks at the ends of the lines; the program sets the right ones".into(),
            ],
        };
        // The first one tells enough.
        return found.at(subject, text, end - 1..end, words);
    }
}

fn recipients(subject: &Subject<'_>, found: &mut Findings<'_>) {
    file_copy(subject, found);
    as_above(subject, found);
}

/// `Như trên` speaks of the addressees; a paper that has none has nobody above.
fn as_above(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let document = subject.document();
    // An invitation may have its guests in the text.
    let addresses = |text: &Text<'_>| {
        let lower = text.text.to_lowercase();
        ["kính gửi", "kính mời", "gửi:"].iter().any(|word| lower.contains(word))
    };
    if !document.addressees.is_empty() || subject.prose().any(addresses) {
        return;
    }
    for (at, line) in document.recipients.iter().enumerate() {
        let line = one_line(line).to_lowercase();
        if line.trim_end_matches([',', ';', '.', ' ']) != "như trên" {
            continue;
        }
        let words = Wording {
            vi: [
                "“Như trên” mà văn bản không có nơi kính gửi".into(),
                "ghi tên nơi nhận; công văn, tờ trình thì thêm `kinh_gui`".into(),
            ],
            en: [
                "“Như trên” stands for addressees, and the paper has none".into(),
                "name the recipient; a letter or a submission has `kinh_gui`".into(),
            ],
        };
        found.value(subject, &format!("noi_nhan.{at}"), words);
    }
}

/// The last recipient is the file copy, in the Party's words without a colon.
fn file_copy(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let document = subject.document();
    let Some(last) = document.recipients.len().checked_sub(1) else { return };
    // A line that could not be read is told; it may have been the last.
    let written = subject.loaded.tree.at("noi_nhan").map_or(0, Node::entries);
    if written > last + 1 {
        return;
    }
    let path = format!("noi_nhan.{last}");
    let line = one_line(&document.recipients[last]);
    let lower = line.to_lowercase();
    let words = if !lower.starts_with("lưu") {
        Wording {
            vi: [
                "nơi nhận cuối cùng không phải nơi lưu".into(),
                "thêm dòng cuối, ví dụ Lưu VPĐU (văn bản nhà nước: \"Lưu: VT\")".into(),
            ],
            en: [
                "the last recipient is not the file copy".into(),
                "add a last line such as Lưu VPĐU (state documents: \"Lưu: VT\")".into(),
            ],
        }
    } else if subject.is_party() && (lower.starts_with("lưu:") || is_state_file(&lower)) {
        Wording {
            vi: [
                format!("`{line}` là cách ghi của Nhà nước"),
                "văn bản của Đảng ghi nơi lưu không có dấu hai chấm, không có “VT”: Lưu VPĐU".into(),
            ],
            en: [
                format!("`{line}` is how the State writes it"),
                "the Party names the place without a colon and without “VT”: Lưu VPĐU".into(),
            ],
        }
    } else if !subject.is_party() && !lower.starts_with("lưu:") {
        Wording {
            vi: [
                format!("`{line}` thiếu dấu hai chấm sau chữ “Lưu”"),
                "văn bản nhà nước ghi \"Lưu: VT\" (đặt trong ngoặc kép)".into(),
            ],
            en: [
                format!("`{line}` lacks the colon after “Lưu”"),
                "state documents write \"Lưu: VT\" (in quotation marks)".into(),
            ],
        }
    } else {
        return;
    };
    found.value(subject, &path, words);
}

fn is_state_file(line: &str) -> bool {
    line.split(|c: char| !c.is_alphabetic()).any(|word| word == "vt")
}

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
