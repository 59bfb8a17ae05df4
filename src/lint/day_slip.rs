//! Dates with a slip of the hand: a letter for a digit, a year of three or five
//! digits, a stroke twice or not at all. A part of the rule `ngay-trong-bai`.

use super::reading::{Seldom, pattern};
use super::text::ends_with;
use super::{Findings, Subject};
use crate::diagnostic::Wording;

/// `l6/3/2026`, `1O/3/2026`.
static LETTER: Seldom = Seldom::beside(is_among_digits, || {
    pattern(r"\b(?P<date>[0-9lIOo]{1,2}/[0-9lIOo]{1,2}/[12I][0-9lIOo]{3})\b")
});
/// A letter beside what dates are written with.
fn is_among_digits(one: char, next: char) -> bool {
    let of_date = |c: char| c == '/' || c.is_ascii_digit();
    let like = |c| matches!(c, 'l' | 'I' | 'O' | 'o');
    of_date(one) && like(next) || like(one) && of_date(next)
}

/// `ngày 16/3/206`, `16/3/20226`.
static YEAR: Seldom = Seldom::new(&["/"], || {
    pattern(
        r"(?i)\bngày\s+(?P<date>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{3}|[0-9]{5,6}))\b|\b(?P<long>[0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{3,4})\b",
    )
});
/// `ngày 05/3/20`: which century is left to the reader.
static SHORT_YEAR: Seldom = Seldom::new(&["gày"], || {
    pattern(r"\b[Nn]gày\s+(?P<date>(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])/[0-9]{2})\b")
});
/// Days that no year has: `30/2`, `31/4`.
const NO_DAY: [&str; 11] =
    ["30/2", "30/02", "31/2", "31/02", "31/4", "31/04", "31/6", "31/06", "31/9", "31/09", "31/11"];
/// What stands before a day whatever follows; anything else may be a fraction, `đạt
/// 31/11 chỉ tiêu`.
const BEFORE_DAY: [&str; 10] =
    ["ngày", "trước", "sáng", "chiều", "tối", "chậm nhất", "muộn nhất", "hạn chót", "hạn cuối", "thời hạn"];
/// What stands before a day that ends its clause.
const BEFORE_LAST: [&str; 5] = ["đến", "tới", "hết", "từ", "hạn"];
/// `16/3//2026`.
static STROKES: Seldom = Seldom::new(&["//"], || {
    pattern(r"\b(?P<date>[0-9]{1,2}(?://[0-9]{1,2}/|/[0-9]{1,2}//|//[0-9]{1,2}//)[0-9]{4})\b")
});
/// `ngày l6 tháng 3`.
static IN_WORDS: Seldom =
    Seldom::new(&["gày"], || pattern(r"\b[Nn]gày\s+(?P<date>[0-9lIO]{1,2}\s+tháng\s+[0-9lIO]{1,2})\b"));
/// `ngày 16/32026`, `ngày 163/2026`: a stroke is lost.
static STROKE_LOST: Seldom = Seldom::new(&["gày"], || {
    pattern(r"\b[Nn]gày\s+(?P<lost>[0-9]{1,2}/[0-9]{1,2}(?:19|20)[0-9]{2}|[0-9]{3,4}/(?:19|20)[0-9]{2})\b")
});

/// A day without a year that is in no year. The moon has a 30/2.
fn no_such_days(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        let tokens: Vec<&str> = text.text.split_whitespace().collect();
        for (at, token) in tokens.iter().enumerate() {
            let written = token.trim_matches(['(', ')', ',', '.', ';', ':', '*', '“', '”']);
            if !NO_DAY.contains(&written) {
                continue;
            }
            let start = written.as_ptr() as usize - text.text.as_ptr() as usize;
            let before = tokens[at.saturating_sub(2)..at].join(" ").to_lowercase();
            let next = tokens.get(at + 1).map(|next| next.trim_start_matches('(').to_lowercase());
            let lunar =
                next.as_ref().is_some_and(|next| ["âm", "al", "âl"].iter().any(|own| next.starts_with(own)));
            let ends = next.is_none() || token.ends_with([',', '.', ';', ':', ')']);
            let is_day = BEFORE_DAY.iter().any(|word| ends_with(&before, word))
                || ends && BEFORE_LAST.iter().any(|word| ends_with(&before, word));
            if lunar || !is_day {
                continue;
            }
            let words = Wording {
                vi: [format!("lịch không có ngày {written}"), "xem lại ngày, tháng".into()],
                en: [format!("the calendar has no {written}"), "check day and month".into()],
            };
            found.at(subject, text, start..start + written.len(), words);
        }
    }
}

/// Tells dates that are none, with the one that is meant where it is plain.
pub(super) fn slips(subject: &Subject<'_>, found: &mut Findings<'_>) {
    no_such_days(subject, found);
    for text in subject.prose() {
        let all = [&LETTER, &YEAR, &SHORT_YEAR, &STROKES, &IN_WORDS, &STROKE_LOST]
            .map(|pattern| pattern.captures_iter(text.text));
        for captures in all.into_iter().flatten() {
            let lost = captures.name("lost");
            let date = captures.name("date").or_else(|| captures.name("long")).or(lost);
            let Some(date) = date else { continue };
            let written = date.as_str();
            let joined = |c: Option<char>| c.is_some_and(|c| matches!(c, '/' | '-') || c.is_alphanumeric());
            let before = text.text[..date.start()].chars().next_back();
            // `12/5/20125/NĐ-CP` is a symbol. Only digits make a right date.
            if joined(before) || joined(text.text[date.end()..].chars().next()) {
                continue;
            }
            let digits = written.replace(['l', 'I'], "1").replace(['O', 'o'], "0").replace("//", "/");
            let (vi, en) = if lost.is_some() {
                let vi = "giữa ngày, tháng, năm có dấu `/`: xem lại";
                (vi.to_string(), "strokes stand between day, month and year: check it".to_string())
            } else if digits == written {
                if !written.contains('/') || written.rsplit('/').next().is_some_and(|year| year.len() == 4) {
                    continue;
                }
                ("năm có bốn chữ số: xem lại".to_string(), "a year has four digits: check it".to_string())
            } else {
                (format!("có phải là `{digits}`?"), format!("did you mean `{digits}`?"))
            };
            let words = Wording {
                vi: [format!("ngày `{written}` gõ nhầm"), vi],
                en: [format!("the date `{written}` is a slip"), en],
            };
            found.at(subject, text, date.range(), words);
        }
    }
}
