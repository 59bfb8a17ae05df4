//! Symbols of cited papers that are none: a blank or a backslash inside, no number,
//! a National Assembly of another time. A part of the rule `vien-dan`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::reading::{Seldom, pattern};
use super::symbol::{is_party, is_state};
use super::{Findings, Subject};
use crate::diagnostic::Wording;

/// `57\NQ-TW`, `số -KH/ĐU`, `số 04/15/NĐ-CP`. Before 2000 years of two digits were in
/// use.
static BROKEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?P<slash>[0-9]{1,4}(?:/[0-9]{4})?\\[A-ZĐƯ]{2,4}(?:[-/][A-ZĐƯ]{2,8})?)",
        r"|\bsố\s+(?P<bare>[-–][A-ZĐƯ]{2,4}/[A-ZĐƯ]{2,8})",
        r"|\bsố\s+(?P<year>[0-9]{1,4}/[0-3][0-9]/(?:NĐ-CP|QĐ-TTg|CT-TTg|TT-[A-ZĐƯ]{2,8}|QĐ-UBND|NQ-HĐND))\b",
    ))
});
static ASSEMBLY: Seldom =
    Seldom::new(&["QH"], || pattern(r"\b[0-9]{1,4}/(?P<year>[0-9]{4})/(?:UBTV)?QH(?P<term>[0-9]{1,2})\b"));

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
            found.at(subject, text, symbol.range(), malformed(written, vi, en));
        }
        for (range, right) in parted(subject, text.text) {
            let (vi, en) = (format!("có phải là `{right}`?"), format!("did you mean `{right}`?"));
            let words = malformed(&text.text[range.clone()], vi, en);
            found.at(subject, text, range, words);
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

fn malformed(written: &str, vi: String, en: String) -> Wording {
    Wording {
        vi: [format!("số, ký hiệu `{written}` viết chưa đúng"), vi],
        en: [format!("the symbol `{written}` is not well formed"), en],
    }
}

/// Symbols with a blank in the middle, `57 NQ/TW`, `24-KH ĐUK`, `15/QĐ UBND`, each with
/// what is meant. Type and body must be known, unless `số` and a slash show a symbol
/// anyway.
fn parted(subject: &Subject<'_>, text: &str) -> Vec<(Range<usize>, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let known = |code: &str| {
        subject.kinds.all().iter().any(|kind| kind.codes().any(|own| own == code))
            || subject.lexicon.abbreviations.all_state_codes().any(|own| own == code)
    };
    let of_body = |body: &str| is_party(body) || is_state(body);
    let read = |(at, pair): (usize, &[&str])| {
        let first = pair[0].trim_start_matches(['(', '“', '"', '*']);
        let second = pair[1].trim_end_matches([',', '.', ';', ':', ')', '”', '"', '*']);
        let announced = at > 0 && words[at - 1].to_lowercase().ends_with("số");
        let symbol = match (first.split_once(['-', '/']), second.split_once('/')) {
            (None, Some((code, body))) if is_number(first) && is_code(code) && is_code(body) => {
                (first, code, body).into()
            }
            (Some((number, code)), None) if is_number(number) && known(code) && of_body(second) => {
                (number, code, second).into()
            }
            _ => None,
        };
        let (number, code, body): (&str, &str, &str) = symbol?;
        let start = first.as_ptr() as usize - text.as_ptr() as usize;
        let end = second.as_ptr() as usize - text.as_ptr() as usize + second.len();
        let right = if is_state(body) {
            format!("{number}/{code}-{body}")
        } else {
            format!("{number}-{code}/{body}")
        };
        (announced || known(code) && of_body(body)).then_some((start..end, right))
    };
    words.windows(2).enumerate().filter_map(read).collect()
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Capitals only, as codes of types and bodies are.
fn is_code(text: &str) -> bool {
    (2..=8).contains(&text.chars().count()) && text.chars().all(char::is_uppercase)
}
