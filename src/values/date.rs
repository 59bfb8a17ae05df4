//! In: `2020-03-19` or `19/3/2020`. Out: a calendar date and its two printed
//! forms, with the zero rule of the guidance (R-D-111, R-D-116).

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::format;
use crate::diagnostic::ValueFault;

/// A date that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(NaiveDate);

super::scalar_value!(Date, format::DATE, "string");

impl Date {
    /// The day of these numbers, if the calendar has it.
    pub(crate) fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The form that programs read: `2020-03-19`.
    #[must_use]
    pub fn iso(self) -> String {
        self.0.to_string()
    }

    /// Year, month, day.
    #[must_use]
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The last day of a year, if the calendar reaches it.
    pub(crate) fn end_of(year: i32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, 12, 31).map(Self)
    }

    /// The last day of a month, if there is such a month.
    pub(crate) fn end_of_month(year: i32, month: u32) -> Option<Self> {
        let (next_year, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        NaiveDate::from_ymd_opt(next_year, next, 1)?.pred_opt().map(Self)
    }

    /// The day with this number in a sheet, which counts from 30/12/1899.
    pub(crate) fn from_excel(number: i64) -> Option<Self> {
        let days = chrono::TimeDelta::try_days(number)?;
        NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(days).map(Self)
    }

    /// The day in Vietnam, seven hours east, so many seconds after 1970 began there
    /// at the meridian.
    #[must_use]
    pub fn in_vietnam(seconds: u64) -> Option<Self> {
        let days = i64::try_from(seconds.checked_add(7 * 3600)? / 86_400).ok()?;
        let days = chrono::TimeDelta::try_days(days)?;
        NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_signed(days).map(Self)
    }

    /// How many days this is after another day.
    pub(crate) fn days_after(self, other: Self) -> i64 {
        (self.0 - other.0).num_days()
    }

    /// Days from Monday, 0–6.
    #[must_use]
    pub fn weekday(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }

    /// How far two dates are apart, in years.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "days of four-digit years are small")]
    pub fn years_from(self, other: Self) -> f64 {
        (self.0 - other.0).num_days().abs() as f64 / 365.25
    }

    /// The form of the header: `ngày 03 tháng 02 năm 2020`.
    #[must_use]
    pub fn in_words(self) -> String {
        let (.., day) = self.parts();
        self.with_day(&format!("{day:02}"))
    }

    /// The same with something else in place of the day: room to write it in.
    #[must_use]
    pub fn with_day(self, day: &str) -> String {
        let (year, month, _) = self.parts();
        format!("ngày {day} tháng {} năm {year}", padded_month(month))
    }

    /// The short form with something else in place of the day.
    #[must_use]
    pub fn short_with_day(self, day: &str) -> String {
        let (year, month, _) = self.parts();
        format!("{day}/{}/{year}", padded_month(month))
    }
}

/// Days 1–9 and months 1–2 take a leading zero, months 3–9 do not.
pub(super) fn padded_month(month: u32) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

/// The form inside running text: `03/02/2020`, `19/3/2020`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (.., day) = self.parts();
        f.write_str(&self.short_with_day(&format!("{day:02}")))
    }
}

impl FromStr for Date {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let wrong_form = || ValueFault::DateForm { text: text.into() };
        let (year, month, day) = if let Some((year, rest)) = text.split_once('-') {
            let (month, day) = rest.split_once('-').ok_or_else(wrong_form)?;
            (year, month, day)
        } else {
            let (day, rest) = text.split_once('/').ok_or_else(wrong_form)?;
            let (month, year) = rest.split_once('/').ok_or_else(wrong_form)?;
            (year, month, day)
        };
        let year = digits(year, 4..=4).ok_or_else(wrong_form)?;
        let month = digits(month, 1..=2).ok_or_else(wrong_form)?;
        let day = digits(day, 1..=2).ok_or_else(wrong_form)?;
        NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
            .map(Self)
            .ok_or_else(|| ValueFault::NoSuchDate { text: text.into() })
    }
}

/// A number of so many digits and nothing else.
pub(super) fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<u32> {
    (count.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::Date;
    use crate::diagnostic::ValueFault;

    #[test]
    fn zero_rule() {
        for (written, header, short) in [
            ("2020-03-19", "ngày 19 tháng 3 năm 2020", "19/3/2020"),
            ("3/2/2020", "ngày 03 tháng 02 năm 2020", "03/02/2020"),
            ("2013-06-03", "ngày 03 tháng 6 năm 2013", "03/6/2013"),
            ("07/01/2019", "ngày 07 tháng 01 năm 2019", "07/01/2019"),
            ("2019-12-09", "ngày 09 tháng 12 năm 2019", "09/12/2019"),
        ] {
            let date: Date = written.parse().unwrap();
            assert_eq!(date.in_words(), header);
            assert_eq!(date.to_string(), short);
        }
    }

    #[test]
    fn refused() {
        for text in ["", "hôm nay", "2020-3", "20-03-19", "2020-03-19T00:00", "1/2/3/4", "+2020-1-1"] {
            assert!(matches!(text.parse::<Date>(), Err(ValueFault::DateForm { .. })), "{text}");
        }
        for text in ["2020-02-30", "31/4/2020", "2019-02-29", "2020-13-01", "0/1/2020"] {
            assert!(matches!(text.parse::<Date>(), Err(ValueFault::NoSuchDate { .. })), "{text}");
        }
    }
}
