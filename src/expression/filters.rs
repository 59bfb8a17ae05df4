//! In: a value in an expression. Out: how Vietnamese texts write it. A new filter
//! is one row of the table here; what each does is in [`crate::values::writing`].

use minijinja::value::ValueKind;
use minijinja::{Environment, Error, Value};
use rust_decimal::Decimal;

use super::{Number, listed, quoted, refuse};
use crate::diagnostic::ExpressionFault;
use crate::figures::Style;
use crate::values::{Date, writing};

/// Adds a filter of this name; `padded`: whether counts below ten have two digits.
type Add = fn(&mut Environment<'static>, &'static str, padded: bool);

/// Every filter.
const FILTERS: [(&str, Add); 18] = [
    ("nghin", |env, name, _| {
        env.add_filter(name, |value: &Value| Ok::<_, Error>(writing::thousands(number(value)?.value)));
    }),
    ("so_le", |env, name, _| {
        env.add_filter(name, |value: &Value, decimals: u32| {
            Ok::<_, Error>(writing::decimal(number(value)?.value, decimals.min(6)))
        });
    }),
    ("hai_chu_so", |env, name, _| {
        env.add_filter(name, |value: &Value| Ok::<_, Error>(writing::padded(number(value)?.value)));
    }),
    ("phan_tram", |env, name, _| {
        env.add_filter(name, |value: &Value, decimals: Option<u32>| {
            let digits = writing::decimal(number(value)?.value, decimals.unwrap_or(1).min(6));
            Ok::<_, Error>(format!("{digits}%"))
        });
    }),
    ("dong", |env, name, _| {
        env.add_filter(name, |value: &Value| Ok::<_, Error>(writing::dong(number(value)?.in_dong())));
    }),
    ("tien", |env, name, _| {
        env.add_filter(name, |value: &Value| Ok::<_, Error>(writing::short_money(number(value)?.in_dong())));
    }),
    ("dong_bang_chu", |env, name, _| {
        env.add_filter(name, |value: &Value| spelled(number(value)?.in_dong(), writing::dong_spelled));
    }),
    ("bang_chu", |env, name, _| {
        env.add_filter(name, |value: &Value| spelled(number(value)?.value, writing::spelled));
    }),
    ("ngay", |env, name, _| {
        env.add_filter(name, |text: &str| Ok::<_, Error>(date(text)?.to_string()));
    }),
    ("ngay_chu", |env, name, _| {
        env.add_filter(name, |text: &str| Ok::<_, Error>(date(text)?.in_words()));
    }),
    ("tren", |env, name, _| env.add_filter(name, |value: &Value, step: i64| over(value, step, "trên"))),
    ("hon", |env, name, _| env.add_filter(name, |value: &Value, step: i64| over(value, step, "hơn"))),
    ("gan", |env, name, _| {
        env.add_filter(name, |value: &Value, step: i64| {
            Ok::<_, Error>(writing::nearly(number(value)?.value, step.into()))
        });
    }),
    // Nothing is no sentence: `| thieu("…")` says what stands in its place.
    ("danh_sach", |env, name, _| {
        env.add_filter(name, |names: Vec<String>| (!names.is_empty()).then(|| listed(&names)));
    }),
    ("tang_giam", |env, name, padded| {
        env.add_filter(name, move |value: &Value, unit: Option<&str>| {
            Ok::<_, Error>(change(padded, number(value)?, unit))
        });
    }),
    ("ngoac_kep", |env, name, _| env.add_filter(name, quoted)),
    ("chu_thuong", |env, name, _| env.add_filter(name, uncapitalised)),
    ("thieu", |env, name, _| {
        env.add_filter(name, |value: Value, instead: Value| {
            // A slip of the finger is not a figure that is missing.
            if value.is_undefined() {
                return Err(refuse(ExpressionFault::NoSuchPart));
            }
            Ok(if value.is_none() { instead } else { value })
        });
    }),
];

/// Every name, for the message about one that is not known.
pub(super) fn names() -> Vec<&'static str> {
    FILTERS.iter().map(|(name, _)| *name).collect()
}

pub(super) fn register(environment: &mut Environment<'static>, padded: bool) {
    for (name, add) in FILTERS {
        add(environment, name, padded);
    }
}

fn over(value: &Value, step: i64, word: &str) -> Result<String, Error> {
    Ok(writing::over(number(value)?.value, step.into(), word))
}

fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

fn number(value: &Value) -> Result<Number, Error> {
    if value.is_none() {
        return Err(refuse(ExpressionFault::NoFigure));
    }
    Number::from_value(value).ok_or_else(|| match value.kind() {
        ValueKind::Number => refuse(ExpressionFault::TooLarge),
        _ => refuse(ExpressionFault::NotANumber { value: value.to_string() }),
    })
}

fn spelled(number: Decimal, say: impl Fn(Decimal) -> Option<String>) -> Result<String, Error> {
    say(number).ok_or_else(|| refuse(ExpressionFault::NotANumber { value: writing::thousands(number) }))
}

fn date(text: &str) -> Result<Date, Error> {
    text.parse().map_err(|fault: crate::diagnostic::ValueFault| refuse(fault))
}

/// `tăng 09 mô hình`, `giảm 2,5%`, `tăng 2,0 điểm phần trăm`, `không thay đổi`.
fn change(padded: bool, number: Number, unit: Option<&str>) -> String {
    let size = Number { value: number.value.abs(), ..number };
    let percent = match number.style {
        Style { points: true, .. } => " điểm phần trăm",
        Style { percent: true, .. } => "%",
        _ => "",
    };
    let unit = unit.map_or_else(String::new, |unit| format!(" {unit}"));
    let digits = format!("{}{percent}{unit}", size.printed(padded));
    match number.value.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Greater => format!("tăng {digits}"),
        std::cmp::Ordering::Less => format!("giảm {digits}"),
        std::cmp::Ordering::Equal => "không thay đổi".into(),
    }
}
