//! Rules about quotation marks, brackets and spaces.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::citation::pattern;
use super::text::{Role, Text};
use super::{Check, Findings, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[
    Rule { id: "ngoac", severity: Warning, check: Check::Document(pairs) },
    Rule { id: "ngoac-long", severity: Info, check: Check::Document(nested) },
    Rule { id: "cach-doi", severity: Info, check: Check::Document(double_spaces) },
    Rule { id: "cach-dau", severity: Warning, check: Check::Document(spaces_at_marks) },
    Rule { id: "cach-la", severity: Warning, check: Check::Document(odd_spaces) },
];

/// Opening and closing marks, each kind for itself.
const PAIRS: [(char, char); 2] = [('“', '”'), ('(', ')')];

/// A mark that is opened and not closed in its paragraph, or closed and never
/// opened.
fn pairs(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        for (open, close) in PAIRS {
            for range in stretches(text.text, &text.paragraphs, open, close) {
                if let Some((at, mark)) = unpaired(&text.text[range.clone()], open, close) {
                    let at = range.start + at;
                    found.at(subject, text, at..at + mark.len_utf8(), lonely(mark, open, close));
                }
            }
        }
        for (start, paragraph) in text.each_paragraph() {
            let straight: Vec<_> = paragraph.match_indices('"').map(|(at, _)| at).collect();
            if let Some(last) = straight.last().filter(|_| straight.len() % 2 == 1) {
                found.at(subject, text, start + last..start + last + 1, lonely('"', '"', '"'));
            }
        }
    }
}

/// The paragraphs, those of one quotation together: after `như sau:` it may run
/// over many, as amended articles do.
fn stretches(text: &str, paragraphs: &[Range<usize>], open: char, close: char) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if found.last().is_some_and(|last| paragraph.start < last.end) {
            continue;
        }
        let opens = unpaired(&text[paragraph.clone()], open, close).filter(|(_, mark)| *mark == open);
        let announced = |&(at, _): &(usize, char)| {
            let before = text[..paragraph.start + at]
                .trim_end_matches(|c: char| c.is_whitespace() || "*-+".contains(c));
            open == '“' && before.ends_with(':')
        };
        let whole = |end: &usize| unpaired(&text[paragraph.start..*end], open, close).is_none();
        let end =
            opens.filter(announced).and_then(|_| paragraphs[at..].iter().map(|later| later.end).find(whole));
        found.push(paragraph.start..end.unwrap_or(paragraph.end));
    }
    found
}

/// The first mark without its partner. `a)` at the beginning of a paragraph or
/// after a mark is a list mark, not a closing bracket.
fn unpaired(paragraph: &str, open: char, close: char) -> Option<(usize, char)> {
    let mut opened = Vec::new();
    for (at, c) in paragraph.char_indices() {
        if c == open {
            opened.push(at);
        } else if c == close && opened.pop().is_none() {
            let word = paragraph[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            if close != ')' || word.chars().count() > 2 || word.is_empty() {
                return Some((at, c));
            }
        }
    }
    opened.first().map(|&at| (at, open))
}

fn lonely(mark: char, open: char, close: char) -> Wording {
    let opens = mark == open;
    let partner = if opens { close } else { open };
    Wording {
        vi: [
            if opens {
                format!("dấu `{mark}` mở ra mà không đóng trong đoạn này")
            } else {
                format!("dấu `{mark}` đóng mà không có dấu mở trước nó")
            },
            format!("thêm `{partner}` hoặc xoá `{mark}`; đoạn bị ngắt đôi thì nối lại"),
        ],
        en: [
            if opens {
                format!("`{mark}` is opened but not closed in this paragraph")
            } else {
                format!("`{mark}` is closed but was not opened before")
            },
            format!("add `{partner}` or delete `{mark}`; join the paragraph if it was torn"),
        ],
    }
}

/// Quotation marks of one kind inside each other: the reader cannot tell where
/// the outer quotation ends.
fn nested(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        let deeper = text.each_paragraph().find_map(|(start, paragraph)| {
            let mut depth = 0;
            let at = paragraph.char_indices().find_map(|(at, c)| {
                match c {
                    '“' => depth += 1,
                    '”' => depth -= 1,
                    _ => {}
                }
                (c == '“' && depth > 1).then_some(at)
            });
            at.map(|at| start + at)
        });
        if let Some(at) = deeper {
            let words = Wording {
                vi: [
                    "ngoặc kép mở trong ngoặc kép".into(),
                    "bên trong dùng ‘ ’, hoặc bỏ bớt một lớp ngoặc".into(),
                ],
                en: [
                    "quotation marks inside quotation marks".into(),
                    "use ‘ ’ inside, or leave one pair out".into(),
                ],
            };
            // One finding a value: its author has one habit.
            found.at(subject, text, at..at + '“'.len_utf8(), words);
        }
    }
}

static DOUBLE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\S(?P<gap>  +)\S"));

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

/// A space of another kind inside a name: it looks the same, but the name is not
/// found when searched for, and does not stretch with its line.
fn odd_spaces(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let name = |text: &&Text<'_>| matches!(text.role, Role::Name | Role::Position | Role::Recipient);
    for text in subject.texts.iter().filter(name) {
        let odd = |c: char| c != ' ' && c != '\n' && c.is_whitespace();
        let Some(at) = text.text.find(odd) else { continue };
        // White space has no place of its own: the word before it shows it.
        let start = text.text[..at].rfind(' ').map_or(0, |space| space + 1);
        let code = text.text[at..].chars().next().map_or(0, u32::from);
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
        found.at(subject, text, start..at, words);
    }
}

static BEFORE_MARK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[\p{L}\p{N}”)]\s+(?P<mark>[,;:.!?])(?:\s|$|(?P<joined>\p{Ll}))"));
static AFTER_MARK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\p{Ll}(?P<mark>[,;])\p{L}"));
/// `một.Câu hai`: whole syllables, so that `tp.Vinh` and `A.B` are spared.
static JOINED_SENTENCES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\p{Ll}{3}(?P<mark>[.])\p{Lu}\p{Ll}+\s"));
static IN_BRACKET: LazyLock<Regex> = LazyLock::new(|| pattern(r"[(“]\s+\p{L}|\p{L}\s+[)”]"));

/// A space before a mark, none after it, or one inside a bracket.
fn spaces_at_marks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        for (start, paragraph) in text.each_paragraph() {
            for captures in BEFORE_MARK.captures_iter(paragraph) {
                let mark = &captures["mark"];
                // `tệp .docx` is a name.
                if captures.name("joined").is_some() && !matches!(mark, "," | ";") {
                    continue;
                }
                let words = Wording {
                    vi: [format!("thừa dấu cách trước `{mark}`"), "xoá dấu cách ấy".into()],
                    en: [format!("a space stands before `{mark}`"), "delete it".into()],
                };
                let at = captures.name("mark").map_or(0, |mark| mark.start());
                let before = captures.get_match().start();
                found.at(subject, text, start + before..start + at + 1, words);
            }
            let unspaced = AFTER_MARK.captures_iter(paragraph);
            for captures in unspaced.chain(JOINED_SENTENCES.captures_iter(paragraph)) {
                let mark = &captures["mark"];
                if is_address(paragraph, captures.get_match().start()) {
                    continue;
                }
                let words = Wording {
                    vi: [format!("thiếu dấu cách sau `{mark}`"), "thêm một dấu cách".into()],
                    en: [format!("no space stands after `{mark}`"), "add one".into()],
                };
                let range = captures.get_match().range();
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

/// Whether the word at this place is an address of the web or of mail.
fn is_address(paragraph: &str, at: usize) -> bool {
    let start = paragraph[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let word = paragraph[start..].split_whitespace().next().unwrap_or_default();
    word.contains("://") || word.contains('@') || word.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::unpaired;

    #[test]
    fn marks_without_partners() {
        for (text, open, close, mark) in [
            ("“một”", '“', '”', None),
            ("“một “hai” ba”", '“', '”', None),
            ("“một “hai”", '“', '”', Some(0)),
            ("một”", '“', '”', Some("một".len())),
            ("a) một (hai)", '(', ')', None),
            ("điểm b), khoản 1", '(', ')', None),
            ("một (hai", '(', ')', Some("một ".len())),
            ("một hai)", '(', ')', Some("một hai".len())),
        ] {
            assert_eq!(unpaired(text, open, close).map(|(at, _)| at), mark, "{text}");
        }
    }
}
