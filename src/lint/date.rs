//! Rules about dates in the text.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Match, Regex};

use super::clock::no_such_times;
use super::reading::{Seldom, pattern};
use super::text::{Text, tail};
use super::when::day;
use super::{Findings, Rule, Subject, day_slip, feast, span};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("R-D-111", Warning, zeros).and_lines(),
    Rule::of_document("ngay-trong-bai", Warning, no_such_date).and_lines(),
];

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:ngày\s+)?\b(?P<d>[0-9]{1,2})(?P<sep>/|-|\.|\s+tháng\s+)(?P<m>[0-9]{1,2})(?:/|-|\.|\s+năm\s+)(?P<y>[0-9]{4})\b",
    )
});
static MONTH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\btháng\s+(?P<m>0[3-9])(?:/|\s+năm\s+)(?P<y>[0-9]{4})\b"));
/// The first of two days that share a month: `từ ngày 5 đến ngày 09 tháng 10`.
static FIRST_DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bngày\s+(?P<d>[1-9])\s*(?:,|và|đến|-|–)\s*(?:ngày\s+)?[0-9]{1,2}\s+tháng\s+[0-9]{1,2}\s+năm\b",
    )
});
/// `tháng 13/2020`, `quý V năm 2026`.
static SPAN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:tháng\s+(?P<month>[0-9]{1,2})|quý\s+(?P<quarter>[IVX]+|[0-9]{1,2}))(?:/|\s+năm\s+)(?:19|20)[0-9]{2}\b",
    )
});

/// `năm 2222`, at the end of a clause: before a word it may count something.
static YEAR: Seldom = Seldom::new(
    &[
        "năm 21", "năm 22", "năm 23", "năm 24", "năm 25", "năm 26", "năm 27", "năm 28", "năm 29", "năm 3",
        "năm 9",
    ],
    || {
        pattern(
            r"(?:^|[^\p{L}])năm\s+(?P<year>2[1-9][0-9]{2}|[39][0-9]{3})(?:[,.;:)](?:[^0-9]|$)|\s*(?:\n|$))",
        )
    },
);

/// No plan reaches farther.
const LAST_YEAR: i32 = 2100;
/// What is told of a living person, before the day of it.
const OF_THE_LIVING: [&str; 5] = ["kết nạp", "vào đảng", "sinh ngày", "chính thức ngày", "bổ nhiệm"];
const FIRST_YEAR: i32 = 1800;

pub(super) fn number(captures: &Captures<'_>, name: &str) -> Option<u32> {
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
        (!joined && (plausible || &captures["sep"] == "/" || captures["sep"].contains("tháng")))
            .then_some((range, captures))
    })
}

/// Days 1–9 and months 1 and 2 take a zero, no other month does.
fn zeros(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        for (range, captures) in dates(text.text) {
            let Some(date) = day(&captures) else { continue };
            let in_words = captures["sep"].contains("tháng");
            let right = if in_words { date.in_words() } else { date.to_string() };
            let right = right.trim_start_matches("ngày ");
            let start = captures.name("d").map_or(range.start, |day| day.start());
            let written = &text.text[start..range.end];
            // `Ngày Nhà giáo Việt Nam 20/11 năm 2026`: a feast day of that year.
            let feast = right.rsplit_once('/').map(|(day, year)| format!("{day} năm {year}"));
            let right_feast =
                feast.is_some_and(|feast| written.split_whitespace().eq(feast.split_whitespace()));
            if !right_feast && written.split_whitespace().ne(right.split_whitespace()) {
                found.at(subject, text, start..range.end, padded(written, right));
            }
        }
        for captures in FIRST_DAY.captures_iter(text.text) {
            let Some(first) = captures.name("d") else { continue };
            let right = format!("0{}", first.as_str());
            found.at(subject, text, first.range(), padded(first.as_str(), &right));
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

/// A date in the text that no calendar has, a time that no clock shows.
fn no_such_date(subject: &Subject<'_>, found: &mut Findings<'_>) {
    span::spans(subject, found);
    day_slip::slips(subject, found);
    feast::feasts(subject, found);
    for text in subject.prose() {
        for (range, captures) in dates(text.text) {
            if day(&captures).is_none() {
                let written = format!("{}/{}/{}", &captures["d"], &captures["m"], &captures["y"]);
                let words = Wording {
                    vi: [format!("lịch không có ngày {written}"), "xem lại ngày, tháng".into()],
                    en: [format!("the calendar has no {written}"), "check day and month".into()],
                };
                found.at(subject, text, range, words);
            } else {
                no_such_year(subject, text, range, &captures, found);
            }
        }
        // The Buddhists count otherwise.
        let other_years = |captures: &Captures<'_>| {
            let before = text.text[..captures.get_match().start()].to_lowercase();
            before.contains("phật") || ["mỗi", "hằng", "hàng", "cả"].iter().any(|word| before.ends_with(word))
        };
        for captures in YEAR.captures_iter(text.text).filter(|captures| !other_years(captures)) {
            let year = captures.name("year");
            let late = |year: &Match<'_>| year.as_str().parse::<i32>().is_ok_and(|year| year > LAST_YEAR);
            if let Some(year) = year.filter(late) {
                found.at(subject, text, year.range(), unlikely_year(year.as_str()));
            }
        }
        for captures in SPAN.captures_iter(text.text) {
            let real = match captures.name("quarter") {
                Some(quarter) => ["I", "II", "III", "IV", "1", "2", "3", "4"]
                    .contains(&quarter.as_str().to_uppercase().as_str()),
                None => number(&captures, "month").is_some_and(|month| (1..=12).contains(&month)),
            };
            let range = captures.get_match().range();
            // A day stands before it: that was looked at above.
            if real || text.text[..range.start].trim_end().ends_with(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let written = &captures[0];
            let words = Wording {
                vi: [format!("lịch không có {written}"), "xem lại tháng, quý".into()],
                en: [format!("the calendar has no {written}"), "check month and quarter".into()],
            };
            found.at(subject, text, range, words);
        }
        no_such_times(subject, text, found);
    }
}

/// `kết nạp ngày 09/10/2222`, `1022`: no year that anything of the paper can be of.
fn no_such_year(
    subject: &Subject<'_>,
    text: &Text<'_>,
    range: Range<usize>,
    captures: &Captures<'_>,
    found: &mut Findings<'_>,
) {
    let Some(year) =
        captures["y"].parse::<i32>().ok().filter(|year| !(FIRST_YEAR..=LAST_YEAR).contains(year))
    else {
        return;
    };
    let before = tail(&text.text[..range.start], BESIDE).to_lowercase();
    if year > LAST_YEAR || OF_THE_LIVING.iter().any(|word| before.trim_end().ends_with(word)) {
        found.at(subject, text, range, unlikely_year(&captures["y"]));
    }
}

fn unlikely_year(year: &str) -> Wording {
    Wording {
        vi: [format!("năm {year} ở đây là gõ nhầm"), "xem lại năm".into()],
        en: [format!("the year {year} is a slip here"), "check the year".into()],
    }
}

/// How much of a text before a date is looked at, in bytes.
const BESIDE: usize = 40;
