//! In: parts of a whole. Out: percentages; those of one whole add to 100,0.

use rust_decimal::{Decimal, RoundingStrategy};

/// `part` in percent of `whole`; nothing where the whole is zero.
#[must_use]
pub fn percent_of(part: Decimal, whole: Decimal, decimals: u32) -> Option<Decimal> {
    let share = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    Some(share.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
}

/// The shares of the parts in percent with this many decimals, adding to
/// exactly 100: each is rounded down, and what is left goes to the largest
/// remainders, the first of equals. All zero where the whole is zero.
#[must_use]
pub fn shares(parts: &[Decimal], decimals: u32) -> Vec<Decimal> {
    let whole: Decimal = parts.iter().sum();
    if whole <= Decimal::ZERO {
        return vec![Decimal::ZERO; parts.len()];
    }
    let step = Decimal::new(1, decimals);
    let exact: Vec<_> = parts.iter().map(|part| part * Decimal::ONE_HUNDRED / whole).collect();
    let mut rounded: Vec<_> = exact.iter().map(|share| share.trunc_with_scale(decimals)).collect();
    let given: Decimal = rounded.iter().sum();
    let mut left = Decimal::ONE_HUNDRED - given;
    let mut order: Vec<_> = (0..parts.len()).collect();
    order.sort_by(|a, b| (exact[*b] - rounded[*b]).cmp(&(exact[*a] - rounded[*a])));
    for at in order {
        if left < step {
            break;
        }
        rounded[at] += step;
        left -= step;
    }
    rounded
}

#[cfg(test)]
mod tests {
    use super::{percent_of, shares};
    use rust_decimal::Decimal;

    #[test]
    fn shares_add_to_a_hundred() {
        let parts = |list: &[i64]| list.iter().map(|part| Decimal::from(*part)).collect::<Vec<_>>();
        for (list, printed) in [
            (&[25, 9, 37, 46][..], "21.4 7.7 31.6 39.3"),
            (&[1, 1, 1][..], "33.4 33.3 33.3"),
            (&[69, 116, 28, 158][..], "18.6 31.3 7.5 42.6"),
            (&[5][..], "100.0"),
        ] {
            let shown: Vec<_> = shares(&parts(list), 1).iter().map(ToString::to_string).collect();
            assert_eq!(shown.join(" "), printed);
        }
        assert_eq!(shares(&parts(&[0, 0]), 1), [Decimal::ZERO; 2]);
        assert_eq!(percent_of(286.into(), 371.into(), 1).unwrap().to_string(), "77.1");
        assert_eq!(percent_of(1.into(), 0.into(), 1), None);
    }
}
