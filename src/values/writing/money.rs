//! In: a sum of whole đồng. Out: `1.500.000 đồng`, `102 tỷ 140 triệu đồng`, and
//! the sum in words.

use rust_decimal::Decimal;

use super::{spelled, thousands};

/// How many đồng one of a unit of count is worth; none if it is no money.
#[must_use]
pub fn worth(unit: &str) -> Option<u64> {
    let words = unit.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    Some(match words.as_str() {
        "đồng" | "đ" | "vnđ" | "vnd" => 1,
        "nghìn đồng" | "ngàn đồng" => 1_000,
        "triệu đồng" => 1_000_000,
        "tỷ đồng" | "tỉ đồng" => 1_000_000_000,
        _ => return None,
    })
}

/// The full sum, for tables: `1.500.000 đồng`.
#[must_use]
pub fn dong(sum: Decimal) -> String {
    format!("{} đồng", thousands(sum))
}

/// The sum in running text: `102 tỷ 140 triệu đồng`; nothing is rounded away.
#[must_use]
pub fn short_money(sum: Decimal) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "tỷ"), (1_000_000, "triệu"), (1_000, "nghìn")];
    let mut rest = sum.abs();
    let mut words = Vec::new();
    for (size, name) in UNITS {
        let size = Decimal::from(size);
        let count = (rest / size).trunc();
        if count > Decimal::ZERO {
            words.push(format!("{} {name}", thousands(count)));
            rest -= count * size;
        }
    }
    if rest > Decimal::ZERO || words.is_empty() {
        words.push(thousands(rest));
    }
    let sign = if sum < Decimal::ZERO { "-" } else { "" };
    format!("{sign}{} đồng", words.join(" "))
}

/// The sum in words with a capital, as decisions write it; nothing where it is
/// not a whole number of đồng.
#[must_use]
pub fn dong_spelled(sum: Decimal) -> Option<String> {
    let words = spelled(sum)?;
    let mut letters = words.chars();
    let first = letters.next()?.to_uppercase();
    Some(format!("{}{} đồng", first, letters.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{dong, dong_spelled, short_money, worth};

    #[test]
    fn sums() {
        for (sum, full, short, words) in [
            ("1500000", "1.500.000 đồng", "1 triệu 500 nghìn đồng", "Một triệu năm trăm nghìn đồng"),
            (
                "102140000000",
                "102.140.000.000 đồng",
                "102 tỷ 140 triệu đồng",
                "Một trăm linh hai tỷ một trăm bốn mươi triệu đồng",
            ),
            ("0", "0 đồng", "0 đồng", "Không đồng"),
        ] {
            let sum = sum.parse().unwrap();
            assert_eq!((dong(sum), short_money(sum)), (full.into(), short.into()));
            assert_eq!(dong_spelled(sum).unwrap(), words);
        }
        for (unit, expected) in [("Triệu  đồng", Some(1_000_000)), ("đồng", Some(1)), ("cuộc", None)]
        {
            assert_eq!(worth(unit), expected, "{unit}");
        }
    }
}
