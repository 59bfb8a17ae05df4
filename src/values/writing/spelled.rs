//! In: a whole number. Out: the words for it: `hai mươi mốt`, `một nghìn không
//! trăm linh năm`.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// The words for a whole number below a billion billions; nothing for others.
#[must_use]
pub fn spelled(number: Decimal) -> Option<String> {
    if !number.is_integer() {
        return None;
    }
    let value = number.abs().to_u64().filter(|value| *value < 1_000_000_000_000_000_000)?;
    let sign = if number < Decimal::ZERO { "âm " } else { "" };
    Some(format!("{sign}{}", whole(value)))
}

/// Billions are counted like numbers themselves: `hai nghìn tỷ`.
fn whole(value: u64) -> String {
    const BILLION: u64 = 1_000_000_000;
    match (value / BILLION, value % BILLION) {
        (0, rest) => below_billion(rest, false),
        (billions, 0) => format!("{} tỷ", whole(billions)),
        (billions, rest) => format!("{} tỷ {}", whole(billions), below_billion(rest, true)),
    }
}

/// `follows`: something larger stands before, so hundreds are always said.
fn below_billion(value: u64, follows: bool) -> String {
    if value == 0 {
        return DIGITS[0].into();
    }
    let mut words = Vec::new();
    for (size, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = value / size % 1_000;
        if group > 0 {
            words.push(hundreds(group, follows || !words.is_empty()));
            words.push(name.into());
        }
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

fn hundreds(group: u64, full: bool) -> String {
    let digit = |at: u64| DIGITS[usize::try_from(at % 10).unwrap_or(0)];
    let (hundred, ten, one) = (group / 100, group / 10 % 10, group % 10);
    let mut words = Vec::new();
    if full || hundred > 0 {
        words.push(format!("{} trăm", digit(hundred)));
    }
    match ten {
        0 if one > 0 && !words.is_empty() => words.push("linh".into()),
        0 => {}
        1 => words.push("mười".into()),
        _ => words.push(format!("{} mươi", digit(ten))),
    }
    match one {
        0 => {}
        1 if ten > 1 => words.push("mốt".into()),
        5 if ten > 0 => words.push("lăm".into()),
        _ => words.push(digit(one).into()),
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn words() {
        for (number, said) in [
            (0_i64, "không"),
            (5, "năm"),
            (10, "mười"),
            (15, "mười lăm"),
            (21, "hai mươi mốt"),
            (24, "hai mươi bốn"),
            (55, "năm mươi lăm"),
            (100, "một trăm"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (1_005, "một nghìn không trăm linh năm"),
            (1_490_000, "một triệu bốn trăm chín mươi nghìn"),
            (1_500_050, "một triệu năm trăm nghìn không trăm năm mươi"),
            (2_000_000_000, "hai tỷ"),
            (1_000_000_001, "một tỷ không trăm linh một"),
            (3_000_000_000_000, "ba nghìn tỷ"),
            (-7, "âm bảy"),
        ] {
            assert_eq!(spelled(number.into()).unwrap(), said, "{number}");
        }
        assert_eq!(spelled("1.5".parse().unwrap()), None);
    }
}
