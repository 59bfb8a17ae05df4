//! In: a text. Out: the days that stand in it.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::reading::pattern;
use crate::values::Date;

/// A day with its year, `19/3/2020` or `19 tháng 3 năm 2020`: a part of patterns,
/// whose groups [`day`] reads.
pub(super) const DAY: &str =
    r"(?P<d>[0-9]{1,2})(?:/|\s+tháng\s+)(?P<m>[0-9]{1,2})(?:/|\s+năm\s+)(?P<y>[0-9]{4})";

/// Such a day, with or without the word before it.
pub(super) static DAYS: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?i)(?:ngày\s+)?\b{DAY}\b")));

/// The day in the groups `d`, `m` and `y`; none if the calendar has no such day,
/// or no year was written.
pub(super) fn day(captures: &Captures<'_>) -> Option<Date> {
    day_of(captures, captures.name("y")?.as_str().parse().ok()?)
}

/// The same in another year than the one written, if any.
pub(super) fn day_of(captures: &Captures<'_>, year: i32) -> Option<Date> {
    let number = |name: &str| captures.name(name)?.as_str().parse().ok();
    Date::of(year, number("m")?, number("d")?)
}
