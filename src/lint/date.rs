//! Rules about dates in the text and deadlines in the plan.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::citation::pattern;
use super::text::Text;
use super::{Check, Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::documents::Block;
use crate::validate::blocks;
use crate::values::{Date, Deadline};

pub(super) const RULES: &[Rule] = &[
    Rule { id: "R-D-111", severity: Warning, check: Check::Document(zeros) },
    Rule { id: "ngay-trong-bai", severity: Warning, check: Check::Document(no_such_date) },
    Rule { id: "thu-ngay", severity: Warning, check: Check::Document(weekday) },
    Rule { id: "han-ngoai-nam", severity: Warning, check: Check::Document(deadline) },
];

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:ngày\s+)?\b(?P<d>[0-9]{1,2})(?P<sep>/|-|\.|\s+tháng\s+)(?P<m>[0-9]{1,2})(?:/|-|\.|\s+năm\s+)(?P<y>[0-9]{4})\b",
    )
});
static MONTH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\btháng\s+(?P<m>0[3-9])(?:/|\s+năm\s+)(?P<y>[0-9]{4})\b"));
static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?P<day>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)\s*(?:,|\(|-|–)?\s*(?:ngày\s+)?(?P<d>[0-9]{1,2})(?:/|\s+tháng\s+)(?P<m>[0-9]{1,2})(?:(?:/|\s+năm\s+)(?P<y>[0-9]{4}))?",
    )
});
static YEARS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<from>(?:19|20)[0-9]{2})(?:\s*[-–]\s*(?P<to>(?:19|20)[0-9]{2}))?\b"));

fn number(captures: &Captures<'_>, name: &str) -> Option<u32> {
    captures.name(name)?.as_str().parse().ok()
}

/// The dates in full that stand in a text: range, day and month as written, year.
fn dates(text: &str) -> impl Iterator<Item = (Range<usize>, Captures<'_>)> {
    DATE.captures_iter(text).filter_map(|captures| {
        let range = captures.get_match().range();
        // `04/01/2015/NĐ-CP` is a symbol, `1.12.3.2020` no date.
        let after = text[range.end..].chars().next();
        let before = text[..range.start].chars().next_back();
        let part = |c: Option<char>| c.is_some_and(|c| matches!(c, '/' | '-' | '.') || c.is_alphanumeric());
        let next = text[range.end..].chars().nth(1);
        let joined = part(before) || (part(after) && next.is_some_and(char::is_alphanumeric));
        let plausible = number(&captures, "d")? <= 31 && number(&captures, "m")? <= 12;
        (!joined && (plausible || &captures["sep"] == "/")).then_some((range, captures))
    })
}

/// Days 1–9 and months 1 and 2 take a zero, no other month does.
fn zeros(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        for (range, captures) in dates(text.text) {
            let right = format!("{}/{}/{}", &captures["d"], &captures["m"], &captures["y"]).parse::<Date>();
            let Ok(date) = right else { continue };
            let in_words = captures["sep"].contains("tháng");
            let right = if in_words { date.in_words() } else { date.to_string() };
            let right = right.trim_start_matches("ngày ");
            let start = captures.name("d").map_or(range.start, |day| day.start());
            let written = &text.text[start..range.end];
            if written.split_whitespace().ne(right.split_whitespace()) {
                found.at(subject, text, start..range.end, padded(written, right));
            }
        }
        for captures in MONTH.captures_iter(text.text) {
            let month = number(&captures, "m").unwrap_or_default();
            let range = captures.get_match().range();
            let before = text.text[..range.start].trim_end();
            // A day stands before it: the rule above has seen it.
            if !before.ends_with(|c: char| c.is_ascii_digit()) {
                let right = captures[0].replacen(&captures["m"], &month.to_string(), 1);
                found.at(subject, text, range, padded(&captures[0], &right));
            }
        }
    }
}

fn padded(written: &str, right: &str) -> Wording {
    Wording {
        vi: [
            format!("ngày tháng `{written}` viết chưa đúng"),
            format!("viết `{right}`: thêm số 0 trước ngày 1–9 và tháng 1, 2; tháng khác thì không"),
        ],
        en: [
            format!("the date `{written}` is not written as the guidance asks"),
            format!("write `{right}`: a zero before days 1–9 and months 1 and 2, not before other months"),
        ],
    }
}

/// A date in the text that no calendar has.
fn no_such_date(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        for (range, captures) in dates(text.text) {
            let written = format!("{}/{}/{}", &captures["d"], &captures["m"], &captures["y"]);
            if written.parse::<Date>().is_err() {
                let words = Wording {
                    vi: [format!("lịch không có ngày {written}"), "xem lại ngày, tháng".into()],
                    en: [format!("the calendar has no {written}"), "check day and month".into()],
                };
                found.at(subject, text, range, words);
            }
        }
    }
}

const WEEKDAYS: [(&str, &str); 7] = [
    ("thứ Hai", "Monday"),
    ("thứ Ba", "Tuesday"),
    ("thứ Tư", "Wednesday"),
    ("thứ Năm", "Thursday"),
    ("thứ Sáu", "Friday"),
    ("thứ Bảy", "Saturday"),
    ("Chủ nhật", "Sunday"),
];

/// `thứ Năm, ngày 26/11/2020` must be a Thursday; without a year the
/// document's own is meant.
fn weekday(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let (own_year, ..) = subject.document().date.parts();
    for text in subject.prose() {
        for captures in WEEKDAY.captures_iter(text.text) {
            let year = number(&captures, "y").unwrap_or_else(|| u32::try_from(own_year).unwrap_or_default());
            let date = format!("{}/{}/{year}", &captures["d"], &captures["m"]).parse::<Date>();
            // `lần thứ hai, ngày …` counts meetings.
            let before = text.text[..captures.get_match().start()].trim_end().to_lowercase();
            if ["lần", "đợt", "phiên", "vòng", "kỳ", "ngày"].iter().any(|word| before.ends_with(word))
            {
                continue;
            }
            let (Ok(date), Some(said)) = (date, weekday_named(&captures["day"])) else { continue };
            let is = date.weekday();
            if said != is {
                let ((said, said_en), (is, is_en)) = (WEEKDAYS[said], WEEKDAYS[is]);
                let words = Wording {
                    vi: [
                        format!("ngày {date} là {is}, không phải {said}"),
                        "xem lại lịch rồi sửa thứ hoặc ngày".into(),
                    ],
                    en: [
                        format!("{date} is a {is_en}, not a {said_en}"),
                        "look at the calendar; mend the weekday or the date".into(),
                    ],
                };
                found.at(subject, text, captures.get_match().range(), words);
            }
        }
    }
}

/// Days from Monday.
fn weekday_named(words: &str) -> Option<usize> {
    let words = words.to_lowercase();
    let name = words.split_whitespace().last()?;
    Some(match name {
        "hai" | "2" => 0,
        "ba" | "3" => 1,
        "tư" | "4" => 2,
        "năm" | "5" => 3,
        "sáu" | "6" => 4,
        "bảy" | "bẩy" | "7" => 5,
        _ => 6,
    })
}

/// What a plan asks for is due after its date and in its years.
fn deadline(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let document = subject.document();
    let (own_year, own_month, _) = document.date.parts();
    let years = years(subject.at("trich_yeu"), own_year);
    blocks(document, &mut |block, path| {
        let Block::Activity(activity) = block else { return };
        let Some(due) = activity.deadline else { return };
        let (year, month, past) = match due {
            Deadline::Month { year, month } => {
                (year.cast_signed(), month, (year.cast_signed(), month) < (own_year, own_month))
            }
            Deadline::Day(date) => (date.parts().0, date.parts().1, date < document.date),
        };
        let words = if past {
            Wording {
                vi: [
                    format!("thời hạn {due} đã qua khi văn bản ban hành, ngày {}", document.date),
                    "xem lại năm, tháng của thời hạn".into(),
                ],
                en: [
                    format!("the deadline {due} is past on the day of the document, {}", document.date),
                    "check its year and month".into(),
                ],
            }
        } else if !years.contains(&year) {
            let span = if years.start() == years.end() {
                years.start().to_string()
            } else {
                format!("{}–{}", years.start(), years.end())
            };
            Wording {
                vi: [
                    format!("thời hạn {due} nằm ngoài năm của kế hoạch, {span}"),
                    "xem lại năm của thời hạn, hoặc năm trong trích yếu".into(),
                ],
                en: [
                    format!("the deadline {due} lies outside the years of the plan, {span}"),
                    "check its year, or the year in the subject line".into(),
                ],
            }
        } else {
            return;
        };
        let path = format!("{path}.hoat_dong.han");
        // What a year achieved is reported in the first months of the next.
        if !past && year == years.end() + 1 && month <= 3 {
            found.remark(subject, &path, words);
        } else {
            found.value(subject, &path, words);
        }
    });
}

/// The years that the subject line names; without any, this year and the next.
fn years(subject_line: Option<&Text<'_>>, own_year: i32) -> std::ops::RangeInclusive<i32> {
    let line = subject_line.map_or("", |text| text.text);
    let named = YEARS.captures_iter(line).flat_map(|captures| {
        ["from", "to"].map(|name| captures.name(name).and_then(|year| year.as_str().parse::<i32>().ok()))
    });
    let named: Vec<i32> = named.flatten().collect();
    match (named.iter().min(), named.iter().max()) {
        (Some(first), Some(last)) => *first..=*last,
        _ => own_year..=own_year + 1,
    }
}
