//! In: the number a document was given in its register. Out: its printed form.

use std::fmt;
use std::str::FromStr;

use super::format;
use crate::diagnostic::ValueFault;

/// A document number, from 1. It is taken as given and never computed from the
/// year: a series runs through a term of the committee (R-D-102).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number(u32);

super::scalar_value!(Number, format::NUMBER, ["integer", "string"]);

impl Number {
    /// The number without padding, for comparing.
    #[must_use]
    pub fn plain(self) -> u32 {
        self.0
    }
}

/// Numbers below 10 take a leading zero (R-D-101).
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

impl FromStr for Number {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        super::date::digits(text, 1..=6)
            .filter(|&number| number > 0)
            .map(Self)
            .ok_or_else(|| ValueFault::NumberForm { text: text.into() })
    }
}

/// A number in a register of certificates, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryNumber(u32);

super::scalar_value!(EntryNumber, format::ENTRY, ["integer", "string"]);

impl EntryNumber {
    /// The number without padding.
    #[must_use]
    pub fn plain(self) -> u32 {
        self.0
    }
}

impl FromStr for EntryNumber {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let number: Result<Number, _> = text.parse();
        number.map(|own| Self(own.plain())).map_err(|_| ValueFault::EntryNumberForm { text: text.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn leading_zero_below_ten() {
        for (written, printed) in [("7", "07"), ("07", "07"), ("27", "27"), ("1893", "1893")] {
            assert_eq!(written.parse::<Number>().unwrap().to_string(), printed);
        }
        for text in ["0", "-3", "27a", "2,5", "27-KH/ĐUK", ""] {
            assert!(text.parse::<Number>().is_err(), "{text}");
        }
    }
}
