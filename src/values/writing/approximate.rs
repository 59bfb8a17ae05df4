//! In: an exact number and a round step. Out: `trên 630`, `gần 640`: the word is
//! true of the number, and a round number stands alone.

use rust_decimal::Decimal;

use super::thousands;

/// `word` (`trên`, `hơn`) and the number rounded down to the step.
#[must_use]
pub fn over(number: Decimal, step: Decimal, word: &str) -> String {
    let (below, exact) = floor(number, step);
    // “Trên 0” says nothing.
    if exact || below.is_zero() { thousands(number) } else { format!("{word} {}", thousands(below)) }
}

/// `gần` and the number rounded up to the step.
#[must_use]
pub fn nearly(number: Decimal, step: Decimal) -> String {
    let (below, exact) = floor(number, step);
    if exact { thousands(number) } else { format!("gần {}", thousands(below + step)) }
}

fn floor(number: Decimal, step: Decimal) -> (Decimal, bool) {
    if step <= Decimal::ZERO {
        return (number, true);
    }
    let below = (number / step).floor() * step;
    (below, below == number)
}

#[cfg(test)]
mod tests {
    use super::{nearly, over};

    #[test]
    fn round_numbers() {
        assert_eq!(over(634.into(), 10.into(), "trên"), "trên 630");
        assert_eq!(over(630.into(), 10.into(), "trên"), "630");
        assert_eq!(over(5.into(), 10.into(), "trên"), "5");
        assert_eq!(over(31830.into(), 1000.into(), "hơn"), "hơn 31.000");
        assert_eq!(nearly(634.into(), 10.into()), "gần 640");
        assert_eq!(nearly(634.into(), 0.into()), "634");
    }
}
