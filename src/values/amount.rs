//! In: a figure as a person writes it: `131`, `845.5`, `845,5`, `1.120,4`. Out:
//! an exact decimal. `5.420` is refused: five thousand to a clerk, five and a
//! half to YAML.

use std::str::FromStr;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de::Error};

use super::format;
use crate::diagnostic::{Fault, Lang, ValueFault};

/// An exact decimal, never a binary fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(Decimal);

/// Larger sums than any office counts; it keeps totals far from overflow.
const DIGITS: usize = 15;

impl Amount {
    /// The number itself.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }
}

impl From<i64> for Amount {
    fn from(number: i64) -> Self {
        Self(number.into())
    }
}

impl FromStr for Amount {
    type Err = ValueFault;

    fn from_str(text: &str) -> Result<Self, ValueFault> {
        let fault = || ValueFault::AmountForm { text: text.into() };
        let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
        let (whole, fraction) = match (digits.split_once(','), digits.rsplit_once('.')) {
            (Some((whole, fraction)), _) => (without_points(whole).ok_or_else(fault)?, fraction),
            // More than one point can only stand between thousands.
            (None, Some((front, _))) if front.contains('.') => {
                (without_points(digits).ok_or_else(fault)?, "0")
            }
            (None, Some((_, end))) if end.len() == 3 => {
                return Err(ValueFault::AmountAmbiguous { text: text.into() });
            }
            (None, Some((whole, fraction))) => (whole.into(), fraction),
            (None, None) => (digits.into(), "0"),
        };
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(&whole) || !plain(fraction) || whole.len() + fraction.len() > DIGITS {
            return Err(fault());
        }
        format!("{sign}{whole}.{fraction}")
            .parse()
            .map(|value: Decimal| Self(value.normalize()))
            .map_err(|_| fault())
    }
}

/// `1.120` without the points between thousands, if they stand where they must.
fn without_points(whole: &str) -> Option<String> {
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let several = whole.contains('.');
    let sound = (!several || (1..=3).contains(&first.len())) && groups.all(|group| group.len() == 3);
    sound.then(|| whole.replace('.', ""))
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Scalar {
            Whole(i64),
            Fraction(f64),
            Text(String),
        }
        // The shortest text of a binary fraction is what was written.
        let text = match Scalar::deserialize(from)? {
            Scalar::Whole(number) => return Ok(number.into()),
            Scalar::Fraction(number) => format!("{number}").replace('.', ","),
            Scalar::Text(text) => text,
        };
        text.trim()
            .parse()
            .map_err(|fault: ValueFault| D::Error::custom(Fault::from(fault).message(Lang::Vi).headline))
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format::AMOUNT.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["number", "string"], "format": format::AMOUNT })
    }
}

#[cfg(test)]
mod tests {
    use super::Amount;
    use crate::diagnostic::ValueFault;

    #[test]
    fn figures_as_people_write_them() {
        for (written, value) in [
            ("131", "131"),
            ("845.5", "845.5"),
            ("845,5", "845.5"),
            ("1.120,4", "1120.4"),
            ("1.500.050,30", "1500050.3"),
            ("1.500.000", "1500000"),
            ("-3,25", "-3.25"),
            ("0", "0"),
        ] {
            assert_eq!(written.parse::<Amount>().unwrap().value().to_string(), value, "{written}");
        }
        for text in
            ["", "-", "5.420,", "12a", "1..2", "1.2.3", "1,2,3", "1e9", "9999999999999999", "+5", ",5"]
        {
            assert!(matches!(text.parse::<Amount>(), Err(ValueFault::AmountForm { .. })), "{text}");
        }
        for text in ["5.420", "0.125", "-1.500"] {
            assert!(matches!(text.parse::<Amount>(), Err(ValueFault::AmountAmbiguous { .. })), "{text}");
        }
    }
}
