//! Rules about quotation marks and brackets.

use std::ops::Range;

use super::quotation::styles;
use super::reading::{Seldom, pattern};
use super::text::{Role, Text};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;
use crate::encoding;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("ngoac", Warning, pairs).and_rows(),
    Rule::of_document("ngoac-long", Info, nested).and_lines(),
];

/// Opening and closing marks, each kind for itself.
const PAIRS: [(char, char); 5] = [('“', '”'), ('«', '»'), ('‹', '›'), ('(', ')'), ('[', ']')];

/// A mark that is opened and not closed in its paragraph, or closed and never
/// opened.
fn pairs(subject: &Subject<'_>, found: &mut Findings<'_>) {
    styles(subject, found);
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        // An old encoding, told elsewhere, has such a mark for a letter: `c«ng`.
        if text.text.contains(['«', '»']) && encoding::of_text(text.text).is_some() {
            continue;
        }
        let mixed: Vec<_> = text.each_paragraph().filter_map(mixed_pair).collect();
        for (open, close) in PAIRS {
            for range in stretches(text.text, &text.paragraphs, open, close) {
                if let Some((at, mark)) = unpaired(&text.text[range.clone()], open, close) {
                    let at = range.start + at;
                    if mixed.iter().all(|pair| pair.start != at) {
                        found.at(subject, text, at..at + mark.len_utf8(), lonely(mark, open, close));
                    }
                }
            }
        }
        let runs_on = straight_runs(text);
        for (start, paragraph) in text.each_paragraph() {
            let mut straight: Vec<_> = paragraph.match_indices('"').map(|(at, _)| start + at).collect();
            if straight.len() % 2 == 1 {
                straight.retain(|at| !is_inches(&text.text[..*at]));
            }
            let last = straight.last().filter(|_| straight.len() % 2 == 1);
            let lone = |last: &&usize| !runs_on.iter().any(|own| own.contains(last));
            if let Some(last) =
                last.filter(lone).filter(|last| mixed.iter().all(|pair| pair.end != **last + 1))
            {
                found.at(subject, text, *last..last + 1, lonely('"', '"', '"'));
            }
            // `’` is an apostrophe as well: only an opening mark tells.
            let single = |mark: char| paragraph.matches(mark).count();
            if let Some(at) = paragraph.rfind('‘').filter(|_| single('‘') > single('’')) {
                found.at(subject, text, start + at..start + at + '‘'.len_utf8(), lonely('‘', '‘', '’'));
            }
            if let Some(at) = open_apostrophe(paragraph) {
                found.at(subject, text, start + at..start + at + 1, lonely('\'', '\'', '\''));
            }
        }
        for odd in APOSTROPHES.find_iter(text.text) {
            let words = Wording {
                vi: ["ngoặc kép gõ bằng hai dấu `'`".into(), "dùng “ ”".into()],
                en: ["two `'` stand for a quotation mark".into(), "use “ ”".into()],
            };
            found.remark_at(subject, text, odd.range(), words);
        }
        for range in mixed {
            let words = Wording {
                vi: ["ngoặc kép mở bằng `“` mà đóng bằng `\"`".into(), "đóng bằng `”`".into()],
                en: ["the quotation opens with `“` and closes with `\"`".into(), "close it with `”`".into()],
            };
            found.at(subject, text, range, words);
        }
    }
}

/// `màn hình 32"`: a mark after a number of two digits.
fn is_inches(before: &str) -> bool {
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (1..=2).contains(&digits)
}

/// From a `“` that is not closed to the straight mark that was meant to close it.
fn mixed_pair((start, paragraph): (usize, &str)) -> Option<Range<usize>> {
    let (open, _) = unpaired(paragraph, '“', '”').filter(|(_, mark)| *mark == '“')?;
    let straight: Vec<_> = paragraph.match_indices('"').map(|(at, _)| at).collect();
    let [close] = straight[..] else { return None };
    (close > open).then(|| start + open..start + close + 1)
}

/// `''…''`: two apostrophes at each end.
static APOSTROPHES: Seldom = Seldom::new(&["''"], || pattern(r"''[^'\n]{1,200}''"));

static APOSTROPHE: Seldom = Seldom::new(&["'"], || pattern(r"(?:^|[\s(])(?P<open>')\p{L}"));

/// A straight `'` that opens a quotation and is closed nowhere; `K'Ho` and `6h15'`
/// open none.
fn open_apostrophe(paragraph: &str) -> Option<usize> {
    let open = APOSTROPHE.captures_iter(paragraph).last()?.name("open")?.start();
    let closes = |(at, _): (usize, &str)| !paragraph[open + 1 + at + 1..].starts_with(char::is_alphanumeric);
    (!paragraph[open + 1..].match_indices('\'').any(closes)).then_some(open)
}

/// The lines of a quotation that begins its own paragraph.
const LINES: usize = 12;

/// The paragraphs, those of one quotation together: after `như sau:` it may run
/// over many, as amended articles do, and the lines of a poem are some.
fn stretches(text: &str, paragraphs: &[Range<usize>], open: char, close: char) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if found.last().is_some_and(|last| paragraph.start < last.end) {
            continue;
        }
        let opens = unpaired(&text[paragraph.clone()], open, close).filter(|(_, mark)| *mark == open);
        let bare = |c: char| c.is_whitespace() || "*-+".contains(c);
        let announced = |mark: usize| text[..mark].trim_end_matches(bare).ends_with(':');
        let begins = |mark: usize| text[paragraph.start..mark].trim_matches(bare).is_empty();
        let whole = |end: &usize| unpaired(&text[paragraph.start..*end], open, close).is_none();
        let end = opens.map(|(mark, _)| paragraph.start + mark).filter(|_| open == '“').and_then(|mark| {
            let end = paragraphs[at..].iter().map(|later| later.end).find(whole)?;
            // The lines of a poem, each a paragraph.
            let closed = || text[..end].trim_end_matches(|c| bare(c) || ".,;!?".contains(c)).ends_with(close);
            let lines = || paragraphs[at..].iter().take(LINES).any(|later| later.end == end);
            (announced(mark) || begins(mark) && closed() && lines()).then_some(end)
        });
        found.push(paragraph.start..end.unwrap_or(paragraph.end));
    }
    found
}

/// Where a straight mark begins a paragraph and its partner ends a later one.
fn straight_runs(text: &Text<'_>) -> Vec<Range<usize>> {
    let odd = |(_, paragraph): &(usize, &str)| paragraph.matches('"').count() % 2 == 1;
    let mut found = Vec::new();
    let mut open = None;
    for (start, paragraph) in text.each_paragraph().filter(odd) {
        match open {
            Some(from) if paragraph.trim_end_matches(['.', ';', ',', ' ', '*']).ends_with('"') => {
                found.push(from..start + paragraph.len());
                open = None;
            }
            _ => open = paragraph.starts_with('"').then_some(start),
        }
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
