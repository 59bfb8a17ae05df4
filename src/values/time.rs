//! In: `8 giờ 00`, `8:00`, `14h30`. Out: a time of day and its printed form.

use std::fmt;
use std::str::FromStr;

use super::date::digits;
use super::format;
use crate::diagnostic::ValueFault;

/// A time of day, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    hour: u32,
    minute: u32,
}

super::scalar_value!(Time, format::TIME, ["string", "integer"]);

/// `8 giờ 00`, `14 giờ 05`.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} giờ {:02}", self.hour, self.minute)
    }
}

impl FromStr for Time {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let text = text.trim().trim_end_matches("phút").trim();
        let (hour, minute) =
            ["giờ", "h", "g", ":"].into_iter().find_map(|mark| text.split_once(mark)).unwrap_or((text, ""));
        let minute = match minute.trim() {
            "" => Some(0),
            minute => digits(minute, 1..=2),
        };
        digits(hour.trim(), 1..=2)
            .zip(minute)
            .filter(|&(hour, minute)| hour < 24 && minute < 60)
            .map(|(hour, minute)| Self { hour, minute })
            .ok_or_else(|| ValueFault::TimeForm { text: text.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::Time;

    #[test]
    fn printed_forms() {
        for (written, printed) in [
            ("8 giờ", "8 giờ 00"),
            ("8 giờ 5 phút", "8 giờ 05"),
            ("08:30", "8 giờ 30"),
            ("14h", "14 giờ 00"),
            ("7g45", "7 giờ 45"),
            ("9", "9 giờ 00"),
        ] {
            assert_eq!(written.parse::<Time>().unwrap().to_string(), printed);
        }
        for text in ["24 giờ", "8:60", "sáng", "", "8 giờ rưỡi", "8:00:00"] {
            assert!(text.parse::<Time>().is_err(), "{text}");
        }
    }
}
