//! Two days, or two years, that belong together: in order, and as far apart as the
//! text says. A part of the rule `ngay-trong-bai`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::date::number;
use super::reading::{Seldom, pattern};
use super::text::{Text, holds, sentence, tail};
use super::when::day;
use super::{Findings, Subject};
use crate::diagnostic::Wording;
use crate::values::Date;

/// `từ ngày 20/3/2026 đến ngày 18/3/2026`; the year may stand once.
static FROM_TO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\btừ\s+(?:ngày\s+)?(?P<d1>[0-9]{1,2})(?:/|\s+tháng\s+)(?P<m1>[0-9]{1,2})(?:(?:/|\s+năm\s+)(?P<y1>[0-9]{4}))?\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?(?P<d>[0-9]{1,2})(?:/|\s+tháng\s+)(?P<m>[0-9]{1,2})(?:/|\s+năm\s+)(?P<y>[0-9]{4})\b",
    )
});
/// `từ ngày 17 đến ngày 15/5/2024`: the month stands once.
static DAY_TO_DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\btừ\s+ngày\s+(?P<d1>[0-9]{1,2})\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+)?(?P<d>[0-9]{1,2})(?:/|\s+tháng\s+)(?P<m>[0-9]{1,2})\b",
    )
});
/// `giai đoạn 2025 - 2020`, `nhiệm kỳ 2025 – 2300`.
static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?P<what>giai\s+đoạn|nhiệm\s+kỳ|khóa|khoá|từ\s+năm)\s+(?P<from>[0-9]{4})\s*(?:[-–]|đến\s+(?:năm\s+)?)\s*(?P<to>[0-9]{4})\b",
    )
});
/// `năm 20026`.
static LONG_YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\bnăm\s+(?P<year>[0-9]{5,8})\b"));
/// `95 năm Ngày thành lập … (03/02/1930 - 03/02/2025)`.
static ANNIVERSARY: Seldom = Seldom::before_digit('(', || {
    pattern(
        r"(?i)\b(?P<said>[0-9]{1,4})\s+năm\b[^.;()]*\((?P<d1>[0-9]{1,2})/(?P<m1>[0-9]{1,2})/(?P<y1>[0-9]{4})\s*[-–]\s*(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})\)",
    )
});
/// `năm 2062` of a subject line, not `đến năm 2045`.
static YEAR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)(?P<until>(?:đến|tới|nhìn)\s+)?\bnăm\s+(?P<year>[0-9]{4})\b"));
/// No paper is about a year that is farther ahead.
const FARTHEST: i32 = 10;
/// No committee is elected for longer …
const LONGEST_TERM: u32 = 5;
/// … but the councils that were elected in 2004.
const LONGER: [(u32, u32); 1] = [(2004, 2011)];

/// Two days or two years in the wrong order, a year too long, an anniversary that
/// is not what lies between its days.
pub(super) fn spans(subject: &Subject<'_>, found: &mut Findings<'_>) {
    far_year(subject, found);
    for text in subject.prose() {
        for captures in FROM_TO.captures_iter(text.text) {
            let later = day(&captures);
            let year = number(&captures, "y1").or_else(|| {
                let year = number(&captures, "y")?;
                if is_of_year_before(&captures) { year.checked_sub(1) } else { Some(year) }
            });
            let first = year.and_then(|year| {
                Date::of(i32::try_from(year).ok()?, number(&captures, "m1")?, number(&captures, "d1")?)
            });
            let range = captures.get_match().range();
            if let (Some(first), Some(later)) = (first, later)
                && later >= first
            {
                counted_days(subject, text, &range, later.days_after(first), found);
            }
            if let (Some(first), Some(later)) = (first, later)
                && later < first
            {
                let words = Wording {
                    vi: [
                        format!("ngày cuối {later} đứng trước ngày đầu {first}"),
                        "xem lại hai ngày ấy".into(),
                    ],
                    en: [
                        format!("the last day, {later}, is before the first, {first}"),
                        "check both days".into(),
                    ],
                };
                found.at(subject, text, captures.get_match().range(), words);
            }
        }
        for captures in DAY_TO_DAY.captures_iter(text.text) {
            let (Some(first), Some(last)) = (number(&captures, "d1"), number(&captures, "d")) else {
                continue;
            };
            if first > last {
                let words = Wording {
                    vi: [
                        format!("ngày cuối {last} đứng trước ngày đầu {first}"),
                        "xem lại hai ngày ấy; khác tháng thì ghi đủ hai tháng".into(),
                    ],
                    en: [
                        format!("the last day, {last}, is before the first, {first}"),
                        "check both days; write both months if they differ".into(),
                    ],
                };
                found.at(subject, text, captures.get_match().range(), words);
            }
        }
        years(subject, text, found);
        for year in LONG_YEAR.captures_iter(text.text).filter_map(|captures| captures.name("year")) {
            let words = Wording {
                vi: [format!("không có năm {}", year.as_str()), "xem lại năm, thừa chữ số".into()],
                en: [format!("{} is no year", year.as_str()), "check it; it has a digit too many".into()],
            };
            found.at(subject, text, year.range(), words);
        }
        for captures in ANNIVERSARY.captures_iter(text.text) {
            let same_day = ["d", "m"]
                .iter()
                .all(|part| number(&captures, part) == number(&captures, &format!("{part}1")));
            let (Some(said), Some(from), Some(to)) =
                (number(&captures, "said"), number(&captures, "y1"), number(&captures, "y"))
            else {
                continue;
            };
            if let (true, Some(right)) = (same_day, to.checked_sub(from).filter(|right| *right != said)) {
                let words = Wording {
                    vi: [
                        format!("ghi {said} năm mà từ năm {from} đến năm {to} là {right} năm"),
                        "xem lại số năm và hai ngày trong ngoặc".into(),
                    ],
                    en: [
                        format!("{said} years are said, from {from} to {to} there are {right}"),
                        "check the number of years and the days in brackets".into(),
                    ],
                };
                found.at(subject, text, captures.get_match().range(), words);
            }
        }
    }
}

/// A subject line that names a year which is far off.
fn far_year(subject: &Subject<'_>, found: &mut Findings<'_>) {
    if let Some(text) = subject.at("trich_yeu") {
        let (today, ..) = subject.document().date.parts();
        for captures in YEAR.captures_iter(text.text).filter(|own| own.name("until").is_none()) {
            let Some(year) = captures.name("year") else { continue };
            if year.as_str().parse().is_ok_and(|year: i32| year > today + FARTHEST) {
                let words = Wording {
                    vi: [
                        format!("năm {} còn quá xa ngày ban hành", year.as_str()),
                        "xem lại năm trong trích yếu".into(),
                    ],
                    en: [
                        format!("the year {} is far from the date of the paper", year.as_str()),
                        "check the year of the subject line".into(),
                    ],
                };
                found.at(subject, text, year.range(), words);
            }
        }
    }
}

/// Whether the first day, written without its year, is of the year before: December before
/// January is, and what makes a whole year; `18/11` before `17/10` of one year is a slip.
fn is_of_year_before(captures: &Captures<'_>) -> bool {
    let number = |name: &str| number(captures, name).unwrap_or_default();
    let (first, last) = (number("m1"), number("m"));
    let whole_year = number("d1") == 1 && first == last + 1 && number("d") >= 28;
    first > last && (first - last > NEAR || whole_year)
}

/// Months that stand so near each other are those of one year.
const NEAR: u32 = 5;

/// Years of a period in the wrong order, a term that no committee has.
fn years(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    for captures in YEARS.captures_iter(text.text) {
        let (Some(from), Some(to)) = (number(&captures, "from"), number(&captures, "to")) else {
            continue;
        };
        let of_a_term = captures["what"].to_lowercase().starts_with("nhiệm");
        let long = to > from + LONGEST_TERM && !LONGER.contains(&(from, to));
        // The congresses of đảng bộ are those of years that end with 0 or 5.
        let short = to + 1 == from + LONGEST_TERM && to % 5 > 0 && {
            let before = tail(&text.text[..captures.get_match().start()], 400).to_lowercase();
            let start = sentence(&before, &(before.len()..before.len())).start;
            holds(&before[start..], "đảng bộ") && !holds(&before[start..], "chi bộ")
        };
        if to < from || (of_a_term && (long || short)) {
            let written = &captures[0];
            let words = Wording {
                vi: [format!("`{written}`: hai năm này không thành một khoảng"), "xem lại hai năm ấy".into()],
                en: [format!("`{written}`: these years are no span"), "check both years".into()],
            };
            found.at(subject, text, captures.get_match().range(), words);
        }
    }
}

/// `trong 03 ngày (từ ngày 20/3/2020 đến ngày 25/3/2020)`: neither with nor without the
/// first day.
fn counted_days(
    subject: &Subject<'_>,
    text: &Text<'_>,
    span: &Range<usize>,
    apart: i64,
    found: &mut Findings<'_>,
) {
    let before = text.text[..span.start].trim_end_matches([' ', '(', ',']);
    let Some(said) = before.strip_suffix("ngày").filter(|_| before.len() < span.start).map(str::trim_end)
    else {
        return;
    };
    let digits = said.len() - said.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let at = said.len() - digits;
    let Ok(count) = said[at..].parse::<i64>() else { return };
    if count == apart || count == apart + 1 || said[..at].ends_with(['/', '-', '.', ',']) {
        return;
    }
    let words = Wording {
        vi: [
            format!("ghi {} ngày mà từ ngày đầu đến ngày cuối là {} ngày", &said[at..], apart + 1),
            "xem lại số ngày, hoặc hai ngày ấy".into(),
        ],
        en: [
            format!("{} days are said, from the first to the last there are {}", &said[at..], apart + 1),
            "check their number, or the two days".into(),
        ],
    };
    found.at(subject, text, at..before.len(), words);
}
