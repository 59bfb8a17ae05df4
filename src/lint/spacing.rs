//! Rules about spaces: two in a row, one at the wrong side of a mark, one of
//! another kind in a name.

use super::reading::{Seldom, is_address, pattern, word_at};
use super::text::Role;
use super::typed::ends_with_entity;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("cach-doi", Info, double_spaces).and_lines(),
    Rule::of_document("cach-dau", Warning, spaces_at_marks).and_rows(),
    Rule::of_document("cach-la", Warning, odd_spaces).and_rows(),
];

static DOUBLE: Seldom = Seldom::new(&["  "], || pattern(r"\S(?P<gap>  +)\S"));

/// Two spaces where one is meant. They are printed as one.
fn double_spaces(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        for (start, paragraph) in text.each_paragraph() {
            for captures in DOUBLE.captures_iter(paragraph) {
                let range = captures.get_match().range();
                let words = Wording {
                    vi: [
                        "có hai dấu cách liền nhau".into(),
                        "để một dấu cách; trên giấy cũng chỉ in một".into(),
                    ],
                    en: ["two spaces in a row".into(), "leave one; one is printed anyway".into()],
                };
                found.at(subject, text, start + range.start..start + range.end, words);
            }
        }
    }
}

/// Two syllables of a name in running text: `Lê Văn`. A number and its unit may well
/// be joined by such a space.
static IN_NAME: Seldom = Seldom::beside(
    |one, next| is_odd(one) && next.is_alphabetic(),
    || pattern(r"\p{Lu}\p{Ll}*(?P<space>[\x{a0}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}])\p{Lu}\p{Ll}"),
);

fn is_odd(c: char) -> bool {
    c != ' ' && c != '\n' && c.is_whitespace()
}

/// A space of another kind inside a name: it looks the same, but the name is not
/// found when searched for, and does not stretch with its line. One finding a text.
fn odd_spaces(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in &subject.texts {
        let at = match text.role {
            Role::Data => None,
            Role::Name | Role::Position | Role::Recipient => text.text.find(is_odd),
            _ => IN_NAME.captures_iter(text.text).next().and_then(|name| Some(name.name("space")?.start())),
        };
        let Some(at) = at else { continue };
        let space = text.text[at..].chars().next().unwrap_or_default();
        let code = u32::from(space);
        let words = Wording {
            vi: [
                format!("trong tên có dấu cách lạ U+{code:04X}, thường theo chữ dán từ nơi khác"),
                "xoá rồi gõ lại bằng phím cách".into(),
            ],
            en: [
                format!("the name holds an odd space U+{code:04X}, often from pasted text"),
                "delete it and press the space bar".into(),
            ],
        };
        found.at(subject, text, at..at + space.len_utf8(), words);
    }
}

static BEFORE_MARK: Seldom = Seldom::beside(
    |one, next| one.is_whitespace() && ",;:.!?".contains(next),
    || pattern(r"[\p{L}\p{N}”)]\s+(?P<mark>[,;:.!?])(?:\s|$|(?P<joined>\p{Ll}))"),
);
static AFTER_MARK: Seldom = Seldom::beside(
    |one, next| matches!(one, ',' | ';') && next.is_alphabetic(),
    || pattern(r"\p{Ll}(?P<mark>[,;])\p{L}"),
);
/// `một.Câu hai`: whole syllables, so that `tp.Vinh` and `A.B` are spared.
static JOINED_SENTENCES: Seldom = Seldom::beside(
    |one, next| one == '.' && next.is_alphabetic(),
    || pattern(r"\p{Ll}{3}(?P<mark>[.])\p{Lu}\p{Ll}+\s"),
);
/// `thành công ...tốt đẹp`: the marks belong to the word before them.
static DOTS: Seldom = Seldom::new(&["..."], || pattern(r"\p{Ll}(?P<joined>\s+)(?P<mark>\.\.\.)\p{Ll}"));
static IN_BRACKET: Seldom = Seldom::beside(
    |one, next| "(“".contains(one) && next.is_whitespace() || one.is_whitespace() && ")”".contains(next),
    || pattern(r"[(“]\s+\p{L}|\p{L}\s+[)”]"),
);

/// A space before a mark, none after it, or one inside a bracket.
fn spaces_at_marks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        for (start, paragraph) in text.each_paragraph() {
            for captures in BEFORE_MARK.captures_iter(paragraph).chain(DOTS.captures_iter(paragraph)) {
                let mark = &captures["mark"];
                // `tệp .docx` is a name.
                if captures.name("joined").is_some() && !matches!(mark, "," | ";" | "...") {
                    continue;
                }
                let words = Wording {
                    vi: [format!("thừa dấu cách trước `{mark}`"), "xoá dấu cách ấy".into()],
                    en: [format!("a space stands before `{mark}`"), "delete it".into()],
                };
                let at = captures.name("mark").map_or(0, |mark| mark.start());
                let before = captures.get_match().start();
                found.at(subject, text, start + before..start + at + mark.len(), words);
            }
            let unspaced = AFTER_MARK.captures_iter(paragraph);
            for captures in unspaced.chain(JOINED_SENTENCES.captures_iter(paragraph)) {
                let mark = &captures["mark"];
                let range = captures.get_match().range();
                let end = captures.name("mark").map_or(0, |mark| mark.end());
                if is_address(&paragraph[word_at(paragraph, &range)]) || ends_with_entity(&paragraph[..end]) {
                    continue;
                }
                let words = Wording {
                    vi: [format!("thiếu dấu cách sau `{mark}`"), "thêm một dấu cách".into()],
                    en: [format!("no space stands after `{mark}`"), "add one".into()],
                };
                found.at(subject, text, start + range.start..start + range.end, words);
            }
            for inside in IN_BRACKET.find_iter(paragraph) {
                let words = Wording {
                    vi: [
                        "thừa dấu cách bên trong ngoặc".into(),
                        "chữ đứng sát dấu ngoặc ở phía trong".into(),
                    ],
                    en: [
                        "a space stands inside the bracket or quotation mark".into(),
                        "the words touch the mark on its inner side".into(),
                    ],
                };
                found.at(subject, text, start + inside.start()..start + inside.end(), words);
            }
        }
    }
}
