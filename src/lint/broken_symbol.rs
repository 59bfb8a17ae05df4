//! Symbols of cited papers that are none: a blank or a backslash inside, no number,
//! a National Assembly of another time. A part of the rule `vien-dan`.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::pattern;
use super::symbol::{is_party, is_state};
use super::{Findings, Subject};
use crate::diagnostic::Wording;

/// `số 57 NQ/TW`, `57\NQ-TW`, `số -KH/ĐU`, `số 24-KH ĐUK`, `số 04/15/NĐ-CP`. Before 2000
/// years of two digits were in use.
static BROKEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\bsố\s+(?P<blank>[0-9]{1,4}\s\p{Lu}{2,4}/\p{Lu}{2,8})",
        r"|\b(?P<slash>[0-9]{1,4}(?:/[0-9]{4})?\\\p{Lu}{2,4}(?:[-/]\p{Lu}{2,8})?)",
        r"|\bsố\s+(?P<bare>[-–]\p{Lu}{2,4}/\p{Lu}{2,8})",
        r"|\bsố\s+(?P<gap>[0-9]{1,4}-\p{Lu}{2,4}\s\p{Lu}{2,8})\b",
        r"|\bsố\s+(?P<year>[0-9]{1,4}/[0-3][0-9]/(?:NĐ-CP|QĐ-TTg|CT-TTg|TT-\p{Lu}{2,8}|QĐ-UBND|NQ-HĐND))\b",
    ))
});
static ASSEMBLY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b[0-9]{1,4}/(?P<year>[0-9]{4})/(?:UBTV)?QH(?P<term>[0-9]{1,2})\b"));

/// The terms of the National Assembly from the tenth on, first and last year.
const TERMS: [(u32, i32, i32); 7] = [
    (10, 1997, 2002),
    (11, 2002, 2007),
    (12, 2007, 2011),
    (13, 2011, 2016),
    (14, 2016, 2021),
    (15, 2021, 2026),
    (16, 2026, 2031),
];

pub(super) fn broken(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        for captures in BROKEN.captures_iter(text.text) {
            let Some(symbol) = captures.iter().skip(1).flatten().next() else { continue };
            let written = symbol.as_str();
            // `số 24-KH CỦA`: what follows must be the code of a body.
            if captures.name("gap").is_some()
                && !written.rsplit(' ').next().is_some_and(|body| is_party(body) || is_state(body))
            {
                continue;
            }
            let (vi, en) = if captures.name("bare").is_some() {
                ("thiếu số của văn bản".into(), "the number of the paper is missing".into())
            } else {
                let parts: Vec<_> = written.split([' ', '\\', '-', '/']).collect();
                let right = match parts[..] {
                    [number, year, code, body] if captures.name("year").is_some() => {
                        format!("{number}/20{year}/{code}-{body}")
                    }
                    [number, code, body] => format!("{number}-{code}/{body}"),
                    [number, year, code, body] => format!("{number}/{year}/{code}-{body}"),
                    _ => written.replace([' ', '\\'], "-"),
                };
                (format!("có phải là `{right}`?"), format!("did you mean `{right}`?"))
            };
            let words = Wording {
                vi: [format!("số, ký hiệu `{written}` viết chưa đúng"), vi],
                en: [format!("the symbol `{written}` is not well formed"), en],
            };
            found.at(subject, text, symbol.range(), words);
        }
        for captures in ASSEMBLY.captures_iter(text.text) {
            let (year, term): (Option<i32>, Option<u32>) =
                (captures["year"].parse().ok(), captures["term"].parse().ok());
            let known = TERMS.iter().find(|(number, ..)| Some(*number) == term);
            let (Some(year), Some((term, first, last))) = (year, known) else { continue };
            if (*first..=*last).contains(&year) {
                continue;
            }
            let words = Wording {
                vi: [
                    format!("Quốc hội khóa {term} không có văn bản nào năm {year}"),
                    format!("khóa {term} từ năm {first} đến năm {last}: xem lại năm, hoặc số khóa"),
                ],
                en: [
                    format!("National Assembly {term} issued nothing in {year}"),
                    format!("its term is {first} to {last}: check the year, or the number"),
                ],
            };
            found.at(subject, text, captures.get_match().range(), words);
        }
    }
}
