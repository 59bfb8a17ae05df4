//! In: a time as a field or a sentence says it, a day, a month or a quarter. Out: the day on
//! which it ends.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::reading::pattern;
use super::when::{DAY, day};
use crate::values::{Date, Deadline};

/// `ngày 20/01/2021`, `tháng 12/2021`, `quý I năm 2022`.
pub(super) static WHEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:(?:ngày\s+)?{DAY}|tháng\s+(?P<mm>[0-9]{{1,2}})(?:/|\s+năm\s+)(?P<my>[0-9]{{4}})|quý\s+(?P<q>IV|I{{1,3}}|[1-4])(?:/|\s+năm\s+|\s+)(?P<qy>[0-9]{{4}}))\b",
    ))
});

/// A span of time that ends on a day.
pub(super) struct Due {
    pub(super) year: i32,
    month: u32,
    pub(super) end: Date,
    pub(super) written: String,
}

impl Due {
    pub(super) fn of(deadline: Deadline) -> Option<Self> {
        let written = deadline.to_string();
        match deadline {
            Deadline::Month { year, month } => Self::month(year.cast_signed(), month, written),
            Deadline::Day(end) => Some(Self { year: end.parts().0, month: end.parts().1, end, written }),
        }
    }

    fn month(year: i32, month: u32, written: String) -> Option<Self> {
        Some(Self { year, month, end: Date::end_of_month(year, month)?, written })
    }

    pub(super) fn read(captures: &Captures<'_>) -> Option<Self> {
        let part = |name: &str| captures.name(name).map(|part| part.as_str());
        let written = captures[0].to_string();
        if captures.name("d").is_some() {
            let end = day(captures)?;
            return Some(Self { year: end.parts().0, month: end.parts().1, end, written });
        }
        if let (Some(month), Some(year)) = (part("mm"), part("my")) {
            return Self::month(year.parse().ok()?, month.parse().ok()?, written);
        }
        let quarter = match part("q")?.to_uppercase().as_str() {
            "I" | "1" => 1,
            "II" | "2" => 2,
            "III" | "3" => 3,
            _ => 4,
        };
        Self::month(part("qy")?.parse().ok()?, quarter * 3, written)
    }

    /// What a year achieved is reported in the first months of the next.
    pub(super) fn is_just_after(&self, years: &RangeInclusive<i32>) -> bool {
        self.year == years.end() + 1 && self.month <= 3
    }
}
