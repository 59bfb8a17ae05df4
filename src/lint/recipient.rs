//! Rules about the recipients: the marks after them, the file copy, and who is above or first.

use super::text::{Role, Text};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;
use crate::load::Node;
use crate::standard::{Address, ListMarks};
use crate::values::one_line;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("R-D-173", Info, recipient_marks),
    Rule::of_document("R-D-174", Warning, recipients),
    Rule::of_document("R-D-175", Info, first_as_above),
];

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
    let named = !document.addressees.is_empty() || subject.kind.names_recipient;
    if named || subject.prose().any(addresses) {
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

/// Whom a letter or a submission of the Party addresses comes first, as `Như trên`.
fn first_as_above(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let (document, kind) = (subject.document(), subject.kind);
    let is_submission = kind.address == Some(Address::Submission);
    let addresses = is_submission || (kind.prints_symbol && !kind.prints_name);
    let Some(first) = document.recipients.first().filter(|_| addresses && subject.is_party()) else { return };
    if document.addressees.is_empty() || one_line(first).to_lowercase().starts_with("như trên") {
        return;
    }
    let words = Wording {
        vi: [
            "nơi nhận đầu tiên của văn bản có kính gửi là “Như trên”".into(),
            "thêm dòng đầu `- Như trên`; các nơi khác xếp sau".into(),
        ],
        en: [
            "the first recipient of a paper with addressees is “Như trên”".into(),
            "add `- Như trên` as the first line; the others come after it".into(),
        ],
    };
    found.value(subject, "noi_nhan.0", words);
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
