//! In: a date in a TOML file. Out: a day of the calendar; a time of day alone is
//! refused where it stands.

use serde::Deserialize;
use toml::value::Datetime;

use crate::values::Date;

/// A date that a table states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "Datetime")]
pub(crate) struct Day(pub(crate) Date);

impl TryFrom<Datetime> for Day {
    type Error = &'static str;

    fn try_from(stamp: Datetime) -> Result<Self, Self::Error> {
        let date = stamp.date.ok_or(NO_DATE)?;
        let day = Date::of(date.year.into(), date.month.into(), date.day.into());
        day.map(Self).ok_or(NO_DATE)
    }
}

/// What the reader of TOML is told, and tells again.
pub(crate) const NO_DATE: &str = "a date is needed here";

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_time_of_day_is_no_date() {
        let read = |text: &str| toml::from_str::<std::collections::BTreeMap<String, Day>>(text);
        assert_eq!(read("tu = 2020-03-05").unwrap()["tu"].0.iso(), "2020-03-05");
        for text in ["tu = 07:30:00", "tu = \"2020-03-05\"", "tu = 2020"] {
            assert!(read(text).unwrap_err().span().is_some(), "{text}");
        }
    }
}
