//! Rules about where paragraphs and sentences end.

use super::ending::last_words;
use super::reading::{Seldom, pattern};
use super::text::{Role, Text, is_numbered, tail};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;
use crate::values::last_word;
use crate::values::prose::own_mark;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("doan-gay", Warning, broken_paragraph),
    Rule::of_document("dau-cuoi", Info, no_end_mark),
    Rule::of_document("cham-thua", Warning, point_before_bracket).and_lines(),
];

/// A paragraph of prose that stops in the middle of a sentence, while the next
/// goes on with a small letter or a figure.
fn broken_paragraph(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role == Role::Body) {
        for pair in text.paragraphs.windows(2) {
            let (first, next) = (&text.text[pair[0].clone()], &text.text[pair[1].clone()]);
            let bare = first.trim_end_matches(['*', ' ']);
            let stops = bare.ends_with(|c: char| c.is_alphanumeric() || c == ',');
            let goes_on = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
            let marked = next.split_once(' ').is_some_and(|(mark, _)| mark.ends_with([')', '.', '-']));
            if stops && goes_on && !marked && !first.starts_with('#') && first.contains(char::is_lowercase) {
                let words = Wording {
                    vi: [
                        "đoạn này đứt giữa câu, câu nối tiếp ở đoạn sau".into(),
                        "nối hai đoạn lại; chữ dán từ bản quét hay bị gãy như vậy".into(),
                    ],
                    en: [
                        "this paragraph stops in the middle of a sentence that goes on in the next".into(),
                        "join the two; text pasted from a scan often breaks so".into(),
                    ],
                };
                let start = pair[0].start + last_word(bare);
                found.at(subject, text, start..pair[0].start + bare.len(), words);
            }
        }
    }
}

/// A paragraph without a closing mark among others that have one.
fn no_end_mark(subject: &Subject<'_>, found: &mut Findings<'_>) {
    marked_headings(subject, found);
    // Elsewhere stand names and phrases; an activity is closed by its deadline.
    let keys = ["doan", "khoan", "diem", "gach", "luu_y", "ket", "noi_dung"];
    let sentence = |text: &&Text<'_>| {
        let key = text.path.rsplit('.').next().unwrap_or_default();
        text.role == Role::Body && keys.contains(&key) && !text.path.contains("cuoc_hop")
    };
    // The last one is told by R-D-134.
    let last = last_words(subject).map(|(text, range)| (text.path.as_str(), range.start));
    let mut ended = 0;
    let mut open = Vec::new();
    for text in subject.texts.iter().filter(sentence) {
        for (at, (start, paragraph)) in text.each_paragraph().enumerate() {
            let bare = paragraph.trim_end_matches(['*', ' ']);
            let next = text.paragraphs.get(at + 1).map(|next| &text.text[next.clone()]);
            // A name, a heading, a line of a form is no sentence.
            if paragraph.starts_with('#')
                || !paragraph.contains(char::is_lowercase)
                || bare.split_whitespace().count() < 6
                || is_heading(paragraph, next)
            {
                continue;
            }
            match bare.chars().next_back() {
                Some('.' | ';' | ':' | ',' | '!' | '?' | '…' | '”' | '"') => ended += 1,
                // `(Có dự thảo nghị quyết kèm theo.)`: the sentence ends inside.
                Some(')') if bare.ends_with(".)") && is_sentence_in_brackets(bare) => ended += 1,
                _ if last == Some((text.path.as_str(), start)) => {}
                _ => open.push((text, start + last_word(bare)..start + bare.len())),
            }
        }
    }
    // Whoever ends no paragraph with a mark has a style, not a slip.
    if open.len() * 3 <= ended {
        for (text, range) in open {
            let words = Wording {
                vi: [
                    "đoạn này thiếu dấu kết thúc".into(),
                    "thêm dấu chấm, hoặc dấu chấm phẩy nếu còn ý tiếp theo".into(),
                ],
                en: [
                    "this paragraph has no closing mark".into(),
                    "add a full stop, or a semicolon if more follows".into(),
                ],
            };
            found.at(subject, text, range, words);
        }
    }
}

/// Whether the bracket that ends a paragraph opens it, or follows a sentence.
fn is_sentence_in_brackets(paragraph: &str) -> bool {
    let before = paragraph.rfind('(').map(|at| paragraph[..at].trim_end_matches(['*', ' ']));
    before.is_some_and(|before| before.is_empty() || before.ends_with(['.', '-', '+']))
}

/// A heading with a mark behind it, where most have none; in running text too.
fn marked_headings(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let own = |text: &&Text<'_>| text.path.starts_with("noi_dung");
    let headings: Vec<_> = subject
        .texts
        .iter()
        .filter(own)
        .flat_map(|text| text.each_paragraph().map(move |(start, paragraph)| (text, start, paragraph)))
        .filter(|(text, _, paragraph)| match text.role {
            Role::Heading => true,
            Role::Body => paragraph.starts_with('#'),
            _ => false,
        })
        .map(|(text, start, paragraph)| (text, start + paragraph.trim_end_matches(['*', ' ']).len()))
        .collect();
    let marked = headings.iter().filter(|(text, end)| {
        let written = tail(&text.text[..*end], 8).to_lowercase();
        written.ends_with([':', ';', ',', '.']) && !written.ends_with("..") && !written.ends_with("v.v.")
    });
    if marked.clone().count() * 2 >= headings.len() {
        return;
    }
    for (text, end) in marked {
        let words = Wording {
            vi: ["đề mục này có dấu ở cuối, các đề mục khác thì không".into(), "xoá dấu ấy".into()],
            en: ["this heading ends with a mark, the others do not".into(), "delete it".into()],
        };
        found.at(subject, text, end - 1..*end, words);
    }
}

/// Whether a numbered line without a mark inside stands over a paragraph without a
/// number, or is the name of an article in a quotation.
fn is_heading(paragraph: &str, next: Option<&str>) -> bool {
    let marked = |text: &str| is_numbered(text) || own_mark(text).is_some();
    let plain = paragraph.split_once(' ').is_some_and(|(_, rest)| !rest.contains(['.', ',', ';', ':']));
    let over = marked(paragraph) && plain && next.is_some_and(|next| !marked(next));
    over || paragraph.starts_with("“Điều ")
}

static POINT: Seldom = Seldom::new(&["(tháng", "(ngày", "(quý"], || {
    pattern(r"\p{L}+(?P<point>\.)\s\((?:tháng|ngày|quý)\s[^()]{1,30}\)\.")
});

static DOUBLED: Seldom = Seldom::beside(
    |one, next| ".,:;".contains(one) && ".,:;".contains(next),
    || {
        pattern(
            r"(?:[\p{L}\p{N})”](?P<marks>\.\.|,,|;;|::|,[.;:]|;[.,:]|:[.,;])|\p{Ll}{3}(?P<point>\.[,;]))(?:\s|$)",
        )
    },
);

/// `trong đảng bộ. (tháng 11/2020).`: one full stop too many.
fn point_before_bracket(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role == Role::Body) {
        for captures in POINT.captures_iter(text.text) {
            let Some(point) = captures.name("point") else { continue };
            let words = Wording {
                vi: [
                    "thừa dấu chấm trước ngoặc đơn".into(),
                    "xoá dấu chấm này, câu đã kết thúc sau ngoặc".into(),
                ],
                en: [
                    "one full stop too many before the bracket".into(),
                    "delete it; the sentence ends after the bracket".into(),
                ],
            };
            found.at(subject, text, point.range(), words);
        }
        for captures in DOUBLED.captures_iter(text.text) {
            let Some(marks) = captures.name("marks").or_else(|| captures.name("point")) else { continue };
            // `v.v..` ends a sentence with a list that goes on.
            if text.text[..marks.start()].ends_with("v.v") {
                continue;
            }
            let written = marks.as_str();
            let words = Wording {
                vi: [format!("hai dấu liền nhau: `{written}`"), "xoá bớt một dấu".into()],
                en: [format!("two marks in a row: `{written}`"), "delete one".into()],
            };
            found.at(subject, text, marks.range(), words);
        }
    }
}
