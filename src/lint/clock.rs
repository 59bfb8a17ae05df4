//! Times of day in the text: none that no clock shows, no afternoon in the morning. A part of
//! the rule `ngay-trong-bai`.

use regex::Captures;

use super::date::number;
use super::reading::{Seldom, pattern};
use super::text::Text;
use super::{Findings, Subject};
use crate::diagnostic::Wording;

static TIME: Seldom = Seldom::new(&["lúc", "Lúc", "LÚC", "hồi", "Hồi", "HỒI"], || {
    pattern(r"(?i)\b(?:lúc|hồi)\s+(?P<time>(?P<h>[0-9]{1,2})\s*(?:giờ|h)\s*(?P<min>[0-9]{2})?)\b")
});
/// `trước 27 giờ 00 phút`, `17 giờ 75 phút`: with its minutes it is no stretch of time, and with
/// so many of them none at all.
static WITH_MINUTES: Seldom = Seldom::new(&["giờ"], || {
    pattern(
        r"(?i)(?P<by>\b(?:trước|vào|đúng|chậm nhất)\s+)?\b(?P<time>(?P<h>[0-9]{1,2})\s+giờ\s+(?P<min>[0-9]{2})\s+phút)\b",
    )
});

pub(super) fn no_such_times(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    let mut told = Vec::new();
    for captures in TIME.captures_iter(text.text) {
        no_morning(subject, text, &captures, found);
        let (hour, minute) = (number(&captures, "h"), number(&captures, "min").unwrap_or(0));
        let Some(time) = captures
            .name("time")
            .filter(|_| hour > Some(24) || minute > 59 || hour == Some(24) && minute > 0)
        else {
            continue;
        };
        told.push(time.start());
        found.at(subject, text, time.range(), no_clock(time.as_str()));
    }
    for captures in WITH_MINUTES.captures_iter(text.text) {
        let (hour, minute) = (number(&captures, "h"), number(&captures, "min"));
        let late = captures.name("by").is_some() && hour > Some(24);
        let time = captures.name("time").filter(|time| !told.contains(&time.start()));
        if let Some(time) = time.filter(|_| late || minute > Some(59)) {
            found.at(subject, text, time.range(), no_clock(time.as_str()));
        }
    }
}

fn no_clock(written: &str) -> Wording {
    Wording {
        vi: [format!("không có giờ nào là {written}"), "xem lại giờ, phút".into()],
        en: [format!("no clock shows {written}"), "check hour and minute".into()],
    }
}

/// `lúc 14 giờ 30 sáng`.
fn no_morning(subject: &Subject<'_>, text: &Text<'_>, captures: &Captures<'_>, found: &mut Findings<'_>) {
    let range = captures.get_match().range();
    let rest = text.text[range.end..].trim_start();
    let rest = rest.strip_prefix("phút").unwrap_or(rest).trim_start();
    let morning = rest.strip_prefix("sáng").is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    if morning && number(captures, "h").is_some_and(|hour| (13..=23).contains(&hour)) {
        let written = &captures["time"];
        let words = Wording {
            vi: [format!("{written} không phải buổi sáng"), "xem lại giờ, hoặc buổi".into()],
            en: [format!("{written} is not in the morning"), "check the hour, or the time of day".into()],
        };
        found.at(subject, text, range, words);
    }
}
