//! In: `thứ Năm`, `Năm`, `Chủ nhật`. Out: a day of the week and its printed form.

use std::fmt;
use std::str::FromStr;

use super::{Date, format, without_marks};
use crate::diagnostic::ValueFault;

/// A day of the week: 0 is Monday, thứ Hai.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekday(usize);

super::scalar_value!(Weekday, format::WEEKDAY, ["string", "integer"]);

const NAMES: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

impl Weekday {
    /// The weekday of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self(date.weekday())
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(NAMES[self.0])
    }
}

/// Case and the word `thứ` do not count; `2`…`7` are read as people say them.
impl FromStr for Weekday {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let plain = without_marks(text.trim());
        let plain = plain.strip_prefix("thu_").unwrap_or(&plain);
        let spoken = plain.parse::<usize>().ok().filter(|day| (2..=7).contains(day)).map(|day| day - 2);
        let named = NAMES.iter().position(|name| without_marks(name).trim_start_matches("thu_") == plain);
        spoken.or(named).map(Self).ok_or_else(|| ValueFault::WeekdayForm { text: text.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::Weekday;

    #[test]
    fn read_and_printed() {
        for (written, printed) in [
            ("Năm", "thứ Năm"),
            ("thứ năm", "thứ Năm"),
            ("Thứ Hai", "thứ Hai"),
            ("4", "thứ Tư"),
            ("chủ nhật", "Chủ nhật"),
            ("bảy", "thứ Bảy"),
        ] {
            assert_eq!(written.parse::<Weekday>().unwrap().to_string(), printed);
        }
        assert!("8".parse::<Weekday>().is_err());
        let date = "2020-11-26".parse().unwrap();
        assert_eq!(Weekday::of(date).to_string(), "thứ Năm");
    }
}
