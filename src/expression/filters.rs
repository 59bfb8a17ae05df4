//! In: a value in an expression. Out: how Vietnamese texts write it. One
//! registration a filter; what each does is in [`crate::values::writing`].

use minijinja::{Environment, Error, Value};
use rust_decimal::Decimal;

use super::{Number, listed, quoted, refuse};
use crate::diagnostic::ExpressionFault;
use crate::values::{Date, writing};

/// Every filter, for the message about one that is not known.
pub(super) const NAMES: [&str; 18] = [
    "nghin",
    "so_le",
    "hai_chu_so",
    "phan_tram",
    "dong",
    "tien",
    "dong_bang_chu",
    "bang_chu",
    "ngay",
    "ngay_chu",
    "tren",
    "hon",
    "gan",
    "danh_sach",
    "tang_giam",
    "ngoac_kep",
    "chu_thuong",
    "thieu",
];

/// `padded`: whether counts below ten have two digits.
pub(super) fn register(environment: &mut Environment<'static>, padded: bool) {
    environment.add_filter("nghin", |value: &Value| Ok::<_, Error>(writing::thousands(number(value)?.value)));
    environment.add_filter("so_le", |value: &Value, decimals: u32| {
        Ok::<_, Error>(writing::decimal(number(value)?.value, decimals.min(6)))
    });
    environment
        .add_filter("hai_chu_so", |value: &Value| Ok::<_, Error>(writing::padded(number(value)?.value)));
    environment.add_filter("phan_tram", |value: &Value, decimals: Option<u32>| {
        Ok::<_, Error>(format!("{}%", writing::decimal(number(value)?.value, decimals.unwrap_or(1).min(6))))
    });
    environment.add_filter("dong", |value: &Value| Ok::<_, Error>(writing::dong(number(value)?.value)));
    environment
        .add_filter("tien", |value: &Value| Ok::<_, Error>(writing::short_money(number(value)?.value)));
    environment.add_filter("dong_bang_chu", |value: &Value| spelled(value, writing::dong_spelled));
    environment.add_filter("bang_chu", |value: &Value| spelled(value, writing::spelled));
    environment.add_filter("ngay", |text: &str| Ok::<_, Error>(date(text)?.to_string()));
    environment.add_filter("ngay_chu", |text: &str| Ok::<_, Error>(date(text)?.in_words()));
    environment.add_filter("tren", |value: &Value, step: i64| {
        Ok::<_, Error>(writing::over(number(value)?.value, step.into(), "trên"))
    });
    environment.add_filter("hon", |value: &Value, step: i64| {
        Ok::<_, Error>(writing::over(number(value)?.value, step.into(), "hơn"))
    });
    environment.add_filter("gan", |value: &Value, step: i64| {
        Ok::<_, Error>(writing::nearly(number(value)?.value, step.into()))
    });
    environment.add_filter("danh_sach", |names: Vec<String>| listed(&names));
    environment.add_filter("tang_giam", move |value: &Value, unit: Option<&str>| {
        Ok::<_, Error>(change(padded, number(value)?, unit))
    });
    environment.add_filter("ngoac_kep", quoted);
    environment.add_filter("chu_thuong", |text: &str| {
        let mut letters = text.chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        first.chain(letters).collect::<String>()
    });
    environment.add_filter(
        "thieu",
        |value: Value, instead: Value| {
            if value.is_none() || value.is_undefined() { instead } else { value }
        },
    );
}

fn number(value: &Value) -> Result<Number, Error> {
    if value.is_none() {
        return Err(refuse(ExpressionFault::NoFigure));
    }
    Number::from_value(value).ok_or_else(|| refuse(ExpressionFault::NotANumber { value: value.to_string() }))
}

fn spelled(value: &Value, say: impl Fn(Decimal) -> Option<String>) -> Result<String, Error> {
    let number = number(value)?.value;
    say(number).ok_or_else(|| refuse(ExpressionFault::NotANumber { value: writing::thousands(number) }))
}

fn date(text: &str) -> Result<Date, Error> {
    text.parse().map_err(|fault: crate::diagnostic::FormFault| refuse(fault))
}

/// `tăng 09 mô hình`, `giảm 2,5%`, `không thay đổi`.
fn change(padded: bool, number: Number, unit: Option<&str>) -> String {
    let size = Number { value: number.value.abs(), ..number };
    let percent = if number.style.percent { "%" } else { "" };
    let unit = unit.map_or_else(String::new, |unit| format!(" {unit}"));
    let digits = format!("{}{percent}{unit}", size.printed(padded));
    match number.value.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Greater => format!("tăng {digits}"),
        std::cmp::Ordering::Less => format!("giảm {digits}"),
        std::cmp::Ordering::Equal => "không thay đổi".into(),
    }
}
