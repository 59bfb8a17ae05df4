//! In: an exact number. Out: its digits with points between thousands and a
//! comma before decimals: `31.830`, `5.953,8`, `09`.

use rust_decimal::{Decimal, RoundingStrategy};

/// A number with this many decimals, halves away from zero.
#[must_use]
pub fn decimal(number: Decimal, decimals: u32) -> String {
    let rounded = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let text = rounded.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if rounded < Decimal::ZERO { "-" } else { "" };
    let mut printed = format!("{sign}{}", grouped(whole));
    if decimals > 0 {
        printed.push(',');
        printed.push_str(fraction);
        printed.extend(std::iter::repeat_n('0', (decimals as usize).saturating_sub(fraction.len())));
    }
    printed
}

/// A number with all the decimals it has.
#[must_use]
pub fn thousands(number: Decimal) -> String {
    let number = number.normalize();
    decimal(number, number.scale())
}

/// A count: 1–9 take a leading zero, zero and ten and more do not.
#[must_use]
pub fn padded(number: Decimal) -> String {
    let digits = thousands(number);
    let one_to_nine = number.is_integer() && number >= Decimal::ONE && number < Decimal::TEN;
    if one_to_nine { format!("0{digits}") } else { digits }
}

fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{decimal, padded, thousands};

    #[test]
    fn written_forms() {
        for (number, printed) in [
            ("0", "0"),
            ("999", "999"),
            ("31830", "31.830"),
            ("-1234567", "-1.234.567"),
            ("5953.80", "5.953,8"),
        ] {
            assert_eq!(thousands(number.parse().unwrap()), printed);
        }
        for (number, decimals, printed) in [
            ("962", 1, "962,0"),
            ("77.05", 1, "77,1"),
            ("0.04", 1, "0,0"),
            ("-0.04", 1, "0,0"),
            ("99.95", 1, "100,0"),
        ] {
            assert_eq!(decimal(number.parse().unwrap(), decimals), printed);
        }
        for (number, printed) in
            [("0", "0"), ("5", "05"), ("9", "09"), ("10", "10"), ("2.5", "2,5"), ("-3", "-3")]
        {
            assert_eq!(padded(number.parse().unwrap()), printed);
        }
    }
}
