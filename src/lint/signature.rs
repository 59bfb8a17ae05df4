//! Rules about how the signature block names the signer and his position.

use std::ops::Range;

use super::cell_end;
use super::position::misspelt;
use super::reading::{folded, words};
use super::strange_name::{is_person, stands_for_none};
use super::swapped::names_exchanged;
use super::{Findings, Lexicon, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::validate::signers_of;
use crate::values::one_line;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("R-D-155", Warning, body_in_title).and_lines(),
    Rule::of_document("R-D-157", Warning, titles_in_name).and_lines(),
    Rule::of_document("ho-ten", Warning, name_form).and_rows(),
    Rule::of_document("chuc-vu", Warning, position_spelling).and_lines(),
];

/// `BÍ THƯ ĐẢNG ỦY KHỐI`: the body already stands at the top left.
fn body_in_title(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let document = subject.document();
    if !subject.is_party() || !document.cosigners.is_empty() {
        return;
    }
    let main = &document.signature;
    let Some(position) = main.position.as_deref().filter(|_| main.also.is_none()) else { return };
    let line = folded(&one_line(position));
    let heads =
        ["phó bí thư", "bí thư", "phó chủ nhiệm", "chủ nhiệm", "phó chánh văn phòng", "chánh văn phòng"];
    let bodies = ["đảng ủy", "tỉnh ủy", "huyện ủy", "thành ủy", "đảng bộ", "khối", "ủy ban kiểm tra"];
    let rest = heads.iter().find_map(|head| line.strip_prefix(head));
    if rest.is_some_and(|rest| bodies.iter().any(|body| rest.trim().starts_with(body))) {
        let words = Wording {
            vi: [
                "sau chức vụ không ghi tên cơ quan".into(),
                "chỉ ghi chức vụ, ví dụ Bí thư; tên cơ quan đã có ở đầu trang".into(),
            ],
            en: [
                "the name of the body does not follow the position".into(),
                "write the position only, as in Bí thư; the body stands at the head of the page".into(),
            ],
        };
        found.value(subject, "ky.chuc_vu", words);
    }
}

/// No degrees, ranks or `Đồng chí` before a name.
fn titles_in_name(subject: &Subject<'_>, found: &mut Findings<'_>) {
    if !subject.is_party() {
        return;
    }
    for (path, signature) in signers_of(subject.document()) {
        if let Some(title) = title_of(subject, &signature.name) {
            let words = Wording {
                vi: [
                    format!("họ tên người ký có chữ “{title}”"),
                    "chỉ ghi họ và tên, không ghi học vị, cấp bậc, danh hiệu, “Đồng chí”".into(),
                ],
                en: [
                    format!("the signer's name bears “{title}”"),
                    "write the name alone, without degree, rank, honour or “Đồng chí”".into(),
                ],
            };
            found.value(subject, &format!("{path}.ho_ten"), words);
        }
    }
}

/// The degree, rank or address with which a name begins.
fn title_of<'s>(subject: &'s Subject<'_>, name: &str) -> Option<&'s String> {
    let name = name.trim().to_lowercase();
    subject
        .lexicon
        .signing
        .titles
        .iter()
        .find(|title| name.strip_prefix(title.as_str()).is_some_and(|rest| rest.starts_with(['.', ' ', ','])))
}

/// `Lê văn Bé`, `Lê Văn Bé.`: each syllable of a name has a capital, no mark
/// follows.
fn name_form(subject: &Subject<'_>, found: &mut Findings<'_>) {
    cell_end::marks(subject, found);
    for (path, signature) in signers_of(subject.document()) {
        let path = format!("{path}.ho_ten");
        // Told otherwise.
        if title_of(subject, &signature.name).is_some() || names_exchanged(subject, signature) {
            continue;
        }
        let Some(text) = subject.at(&path) else { continue };
        let name = text.text.trim_end();
        let spoken: Vec<_> = words(name).collect();
        let small = spoken.iter().find(|(_, word)| word.starts_with(char::is_lowercase));
        // `ThS. Kim Sa Oanh, bác sĩ` is more than a name.
        let plain = signature.name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || c == '.');
        if let Some((at, word)) = small.filter(|_| plain) {
            let words = Wording {
                vi: [format!("họ tên có tiếng viết thường: `{word}`"), "viết hoa chữ đầu mỗi tiếng".into()],
                en: [
                    format!("a syllable of the name has a small letter: `{word}`"),
                    "each syllable begins with a capital".into(),
                ],
            };
            found.at(subject, text, *at..at + word.len(), words);
        }
        if let Some((at, [vi, en])) = no_name(subject.lexicon, name) {
            let words = Wording {
                vi: [
                    format!("họ tên có {vi}, không phải tên người"),
                    "chỉ ghi họ và tên người ký, chữ hoa đầu mỗi tiếng".into(),
                ],
                en: [
                    format!("the name holds {en}; that is no person's name"),
                    "write the signer's name alone, a capital for each syllable".into(),
                ],
            };
            found.at(subject, text, at, words);
            continue;
        }
        let syllable = spoken.last().is_some_and(|(_, word)| word.chars().count() > 1);
        if name.ends_with(['.', ',', ';']) && syllable {
            let words = Wording {
                vi: ["sau họ tên không có dấu".into(), "xoá dấu ấy".into()],
                en: ["no mark follows the name".into(), "delete it".into()],
            };
            found.at(subject, text, name.len() - 1..name.len(), words);
        }
    }
}

/// What a name holds that no person's name does, and where.
fn no_name(lexicon: &Lexicon, name: &str) -> Option<(Range<usize>, [&'static str; 2])> {
    let families = &lexicon.names.families;
    let whole = 0..name.len();
    if stands_for_none(lexicon, name.trim()) {
        return Some((whole, ["chữ thay cho tên", "a word in its place"]));
    }
    if let Some(at) = name.trim_start().find('\n') {
        let at = name.len() - name.trim_start().len() + at;
        return Some((at..at + 1, ["chỗ xuống dòng", "a line break"]));
    }
    let divides = |between: &&str| {
        let mut parts = name.split(*between);
        name.contains(*between) && parts.all(|part| is_person(families, part.trim()))
    };
    if [",", ";", "/", "+", " và ", " - ", " & "].iter().any(divides) {
        return Some((whole, ["hai tên", "two names"]));
    }
    // `Nguyễn V. Đức`; `K. Sơn` begins with its point, `Trần Thị B.` names nobody.
    let family = name.split_whitespace().next().unwrap_or_default();
    let known = families.contains(&family.to_lowercase());
    let short = |word: &&str| word.ends_with('.') && word.chars().count() == 2;
    let tokens: Vec<_> = name.split_whitespace().collect();
    let inner = tokens.get(1..tokens.len().saturating_sub(1)).unwrap_or_default();
    if known && let Some(word) = inner.iter().find(|word| short(word)) {
        let at = word.as_ptr() as usize - name.as_ptr() as usize;
        return Some((at..at + word.len(), ["chữ viết tắt", "an initial"]));
    }
    // Whoever types `Nguyễn` with its marks means `Văn`.
    if let Some(word) = inner.first().filter(|word| known && !family.is_ascii() && **word == "Van") {
        let at = word.as_ptr() as usize - name.as_ptr() as usize;
        return Some((at..at + word.len(), ["chữ thiếu dấu", "a syllable without its mark"]));
    }
    let odd = |c: char| "“”\"«»()[]".contains(c) || c.is_ascii_digit();
    if let Some(at) = name.find(odd) {
        let c = name[at..].chars().next().unwrap_or_default();
        let said = if c.is_ascii_digit() {
            ["chữ số", "a digit"]
        } else {
            ["dấu ngoặc", "a bracket or quotation mark"]
        };
        return Some((at..at + c.len_utf8(), said));
    }
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    (letters().count() > 3 && letters().all(char::is_uppercase))
        .then_some((whole, ["toàn chữ in hoa", "capitals only"]))
}

/// A position that is nearly one of the list is a slip of the hand.
fn position_spelling(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for (path, signature) in signers_of(subject.document()) {
        let authority = signature.authority.as_deref().map(|line| {
            let (_, whom) = line.trim().split_once(' ').unwrap_or_default();
            whom.to_string()
        });
        for (key, line) in [
            ("quyen_han", authority),
            ("chuc_vu", signature.position.clone()),
            ("kiem", signature.also.clone()),
        ] {
            let line = one_line(&line.unwrap_or_default());
            let line = line.strip_prefix("Q. ").unwrap_or(&line);
            let Some(meant) = misspelt(line, &subject.lexicon.signing.positions) else { continue };
            let words = Wording {
                vi: [format!("chức vụ `{line}` viết chưa đúng"), format!("có phải là `{meant}`?")],
                en: [format!("the position `{line}` is misspelt"), format!("did you mean `{meant}`?")],
            };
            found.value(subject, &format!("{path}.{key}"), words);
        }
    }
}
