//! The rule about weekdays: a date that names one, before it or after it, must
//! fall on that day.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::deadline::TimeWords;
use super::reading::{Seldom, pattern, words};
use super::text::{ends_with, holds, tail};
use super::when::{day, day_of};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::Date;

pub(super) const RULES: &[Rule] = &[Rule::of_document("thu-ngay", Warning, weekday)];

const NAMES: &str = r"(?P<day>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật|CN|T[2-7])";

/// `08 giờ 00 `, `lúc 14h30, `: the time of day between a weekday and its date.
const CLOCK: &str =
    r"(?:vào\s+)?(?:lúc\s+|hồi\s+)?[0-9]{1,2}\s*(?:giờ|h|g)(?:\s*[0-9]{2})?(?:\s*phút)?\s*,?\s*";

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:ngày\s+)?\b(?P<d>[0-9]{1,2})(?:/|\s+tháng\s+)(?P<m>[0-9]{1,2})(?:(?:/|\s+năm\s+)(?P<y>[0-9]{4}))?\b",
    )
});
static BEFORE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)\b{NAMES}\s*(?P<mark>[,(–-])?\s*(?:{CLOCK})?$")));
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^\s*(?P<mark>[,(–-])?\s*(?P<falls>(?:nhằm|là|rơi\s+vào|tức)\s+(?:vào\s+)?(?:ngày\s+)?)?(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối|đêm)\s+)?{NAMES}(?P<next>\s*[.,;)]|\s*$|\s+(?:tại|lúc|từ|ở)\s)"
    ))
});
static ANOTHER_DATE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^[\s,(–-]*(?:ngày\s+)?[0-9]{1,2}(?:/|\s+tháng)"));

/// `Thứ tám, ngày 05/3`, where no words before it show what is counted.
static NO_WEEKDAY: Seldom = Seldom::new(
    &["tám", "Tám", "TÁM", "chín", "Chín", "CHÍN", "ứ 8", "Ứ 8", "ứ 9", "Ứ 9"],
    || {
        pattern(
            r"(?i)(?:^|[\n.;(:]\s*|\b(?:sáng|trưa|chiều|tối)\s+)(?P<day>thứ\s+(?:tám|chín|8|9))\s*,?\s*ngày\s+[0-9]",
        )
    },
);

/// A day of the moon is none of the calendar.
static LUNAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\s*\(?(?:âm\s+lịch|ÂL|năm\s+(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\s)")
});

const WEEKDAYS: [(&str, &str); 7] = [
    ("thứ Hai", "Monday"),
    ("thứ Ba", "Tuesday"),
    ("thứ Tư", "Wednesday"),
    ("thứ Năm", "Thursday"),
    ("thứ Sáu", "Friday"),
    ("thứ Bảy", "Saturday"),
    ("Chủ nhật", "Sunday"),
];

/// `thứ Năm, ngày 26/11/2020` and `26/11/2020 (thứ Năm)` must be a Thursday.
fn weekday(subject: &Subject<'_>, found: &mut Findings<'_>) {
    no_weekdays(subject, found);
    for text in subject.prose() {
        let lower = text.text.to_lowercase();
        if !names_a_weekday(&lower) {
            continue;
        }
        // `Thứ nhất, …; thứ hai, ngày …` counts points.
        let counts = lower.contains("thứ nhất");
        for captures in DAY.captures_iter(text.text) {
            let date = captures.get_match().range();
            if LUNAR.is_match(&text.text[date.end..]) {
                continue;
            }
            let Some(is) = dates(&captures, subject.document().date) else { continue };
            let before = before(text.text, &date, &subject.lexicon.time, counts);
            for (said, range) in [before, after(text.text, &date, counts)].into_iter().flatten() {
                if !is.iter().any(|date| date.weekday() == said) {
                    found.at(subject, text, range, disagrees(is[0], said));
                }
            }
        }
    }
}

/// Whether a weekday may be named in a text in lower case; most have none.
fn names_a_weekday(lower: &str) -> bool {
    const AFTER_ORDINAL: [&str; 7] = ["hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy"];
    const SHORT: [&str; 7] = ["cn", "t2", "t3", "t4", "t5", "t6", "t7"];
    let all = words(lower).map(|(_, word)| word);
    all.clone().zip(all.clone().skip(1)).any(|pair| match pair {
        ("thứ", day) => AFTER_ORDINAL.contains(&day) || day.starts_with(|c: char| c.is_ascii_digit()),
        ("chủ", day) => day == "nhật",
        _ => false,
    }) || all.into_iter().any(|word| SHORT.iter().any(|short| word.starts_with(short)))
}

/// A week has no eighth day. Whoever counts points begins with the first.
fn no_weekdays(subject: &Subject<'_>, found: &mut Findings<'_>) {
    if subject.prose().any(|text| text.text.to_lowercase().contains("thứ nhất")) {
        return;
    }
    for text in subject.prose() {
        for day in NO_WEEKDAY.captures_iter(text.text).filter_map(|captures| captures.name("day")) {
            let written = day.as_str();
            let words = Wording {
                vi: [format!("tuần không có `{written}`"), "xem lại lịch rồi sửa thứ".into()],
                en: [format!("no week has `{written}`"), "look at the calendar; mend the weekday".into()],
            };
            found.at(subject, text, day.range(), words);
        }
    }
}

/// Nobody leaves out the year of a day that is nearer in another one.
const HALF_A_YEAR: i64 = 183;

/// The date; without a year the document's own is meant, or the one next to it
/// where that day may be as near.
fn dates(captures: &Captures<'_>, own: Date) -> Option<Vec<Date>> {
    if captures.name("y").is_some() {
        return day(captures).map(|date| vec![date]);
    }
    let (year, ..) = own.parts();
    let near = day_of(captures, year)?;
    let other = day_of(captures, if near < own { year + 1 } else { year - 1 });
    let other = other.filter(|_| near.days_after(own).abs() > HALF_A_YEAR);
    Some([Some(near), other].into_iter().flatten().collect())
}

/// No word that is counted has more letters, and no weekday with the time of day.
const LONGEST: usize = 160;

/// The weekday before a date. An ordinal looks the same: `báo cáo thứ hai ngày
/// …`, so the word before it must be one that a weekday follows, or the weekday
/// has its capital and nothing near is counted, as in `kỳ họp thứ Hai, ngày …`.
fn before(text: &str, date: &Range<usize>, words: &TimeWords, counts: bool) -> Option<(usize, Range<usize>)> {
    let right_before = tail(&text[..date.start], LONGEST);
    let captures = BEFORE.captures(right_before)?;
    let day = captures.name("day")?;
    let said = named(day.as_str())?;
    let start = date.start - right_before.len() + day.start();
    let lead = text[..start].trim_end();
    let word = lead.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    // All before a date, for every date, would take the square of the text.
    let near = tail(lead, LONGEST).to_lowercase();
    let next_to = |what: &String| ends_with(&near, what);
    // `Ngày thứ Hai (17/3/2026): …` is the second day of a meeting.
    let of_a_meeting =
        lead.ends_with("Ngày") && captures.name("mark").is_some_and(|mark| "(,".contains(mark.as_str()));
    let counted = of_a_meeting || is_counted(lead, &words.counted) || words.counted_next.iter().any(next_to);
    // `tổ chức ngày thứ Hai 17/3/2026`, without a comma.
    let that_day = lead.ends_with("ngày") && captures.name("mark").is_none() && has_capital(day.as_str());
    // `T2` may be a house; after `sáng` it is a Monday.
    let short = day.as_str().len() == 2 && said != 6;
    let follows = said == 6
        || (lead.is_empty() || lead.ends_with(|c: char| !c.is_alphabetic())) && !short
        || words.before_weekday.contains(&word) && !words.counted.iter().any(next_to)
        || that_day
        || has_capital(day.as_str()) && !counted && !short;
    let point = counts && captures.name("mark").is_some_and(|mark| mark.as_str() == ",");
    (follows && !point).then_some((said, start..date.end))
}

fn has_capital(name: &str) -> bool {
    name.split_whitespace().last().is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// How far before a number the thing that is counted stands, in words.
const NEAR: usize = 8;

/// So many words have no more bytes.
const CLAUSE: usize = 200;

fn is_counted(lead: &str, counted: &[String]) -> bool {
    let clause = tail(lead, CLAUSE).rsplit(['.', ';', ',', '\n']).next().unwrap_or_default().to_lowercase();
    let near: Vec<_> = clause.split_whitespace().rev().take(NEAR).collect();
    let near = near.into_iter().rev().collect::<Vec<_>>().join(" ");
    counted.iter().any(|what| holds(&near, what))
}

/// The weekday after a date, if it ends there: `(thứ Ba)`, `, thứ Hai.`
fn after(text: &str, date: &Range<usize>, counts: bool) -> Option<(usize, Range<usize>)> {
    let rest = &text[date.end..];
    let captures = AFTER.captures(rest)?;
    let (day, next) = (captures.name("day")?, captures.name("next")?);
    let (mark, falls) = (captures.name("mark").map(|mark| mark.as_str()), captures.name("falls"));
    // `ngày 17/3 là thứ hai` may count.
    let told = falls.is_some() && (has_capital(day.as_str()) || named(day.as_str()) == Some(6));
    if mark.is_none() && !told {
        return None;
    }
    let in_brackets = mark == Some("(");
    let closed = next.as_str().trim() == ")";
    let of_another = ANOTHER_DATE.is_match(&rest[day.end()..]);
    if in_brackets != closed || of_another || (counts && !in_brackets) {
        return None;
    }
    Some((named(day.as_str())?, date.start..date.end + day.end()))
}

fn disagrees(date: Date, said: usize) -> Wording {
    let ((said, said_en), (is, is_en)) = (WEEKDAYS[said], WEEKDAYS[date.weekday()]);
    Wording {
        vi: [format!("ngày {date} là {is}, không phải {said}"), "xem lại lịch rồi sửa thứ hoặc ngày".into()],
        en: [
            format!("{date} is a {is_en}, not a {said_en}"),
            "look at the calendar; mend the weekday or the date".into(),
        ],
    }
}

/// Days from Monday.
fn named(words: &str) -> Option<usize> {
    let words = words.to_lowercase();
    let name = words.split_whitespace().last()?;
    Some(match name {
        "hai" | "2" | "t2" => 0,
        "ba" | "3" | "t3" => 1,
        "tư" | "4" | "t4" => 2,
        "năm" | "5" | "t5" => 3,
        "sáu" | "6" | "t6" => 4,
        "bảy" | "bẩy" | "7" | "t7" => 5,
        _ => 6,
    })
}
