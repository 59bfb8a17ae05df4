//! In: a month (`5/2020`, `2020-05`) or a day. Out: a deadline and its printed
//! form: `tháng 5/2020` (a month alone takes no zero), `ngày 20/5/2020`.

use std::fmt;
use std::str::FromStr;

use super::date::digits;
use super::{Date, format};
use crate::diagnostic::ValueFault;

/// When an activity is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// Some day of this month.
    Month {
        /// The year, four digits.
        year: u32,
        /// 1–12.
        month: u32,
    },
    /// This very day.
    Day(Date),
}

super::scalar_value!(Deadline, format::DEADLINE, "string");

impl Deadline {
    /// The last day on which it is kept.
    pub(crate) fn last_day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month { year, month } => Date::end_of_month(i32::try_from(year).ok()?, month),
        }
    }
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month { year, month } => write!(f, "tháng {month}/{year}"),
            Self::Day(date) => write!(f, "ngày {date}"),
        }
    }
}

impl FromStr for Deadline {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        match text.parse::<Date>() {
            Ok(date) => return Ok(Self::Day(date)),
            Err(fault @ ValueFault::NoSuchDate { .. }) => return Err(fault),
            Err(_) => {}
        }
        let parts = match text.split_once('-') {
            Some((year, month)) => Some((year, month)),
            None => text.split_once('/').map(|(month, year)| (year, month)),
        };
        parts
            .and_then(|(year, month)| Some((digits(year, 4..=4)?, digits(month, 1..=2)?)))
            .filter(|(_, month)| (1..=12).contains(month))
            .map(|(year, month)| Self::Month { year, month })
            .ok_or_else(|| ValueFault::DeadlineForm { text: text.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::Deadline;

    #[test]
    fn printed_forms() {
        for (written, printed) in [
            ("2020-05", "tháng 5/2020"),
            ("02/2020", "tháng 2/2020"),
            ("11/2020", "tháng 11/2020"),
            ("2020-05-09", "ngày 09/5/2020"),
        ] {
            assert_eq!(written.parse::<Deadline>().unwrap().to_string(), printed);
        }
        for text in ["13/2020", "quý II", "2020", "5-2020", "31/2/2020"] {
            assert!(text.parse::<Deadline>().is_err(), "{text}");
        }
    }
}
