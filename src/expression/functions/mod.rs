//! In: a name in an expression. Out: a figure or a name from the data. A new
//! function is one row of the table here; all figures come from
//! [`crate::figures`].

mod awards;
mod condition;
mod figures;
mod models;

use std::sync::Arc;

use minijinja::value::Value;
use minijinja::{Environment, Error};
use rust_decimal::Decimal;

use super::{Number, Scope, refuse};
use crate::diagnostic::ExpressionFault;
use crate::figures::{Measure, Style};
use crate::values::nearest;

/// Adds a function of this name.
type Add = fn(&mut Environment<'static>, &'static str, Arc<Scope>);

/// Every function.
const FUNCTIONS: [(&str, Add); 12] = [
    ("so", figures::figure),
    ("ty_le", figures::rate),
    ("tang", figures::increase),
    ("toc_do_tang", figures::growth),
    ("tang_lien_tuc", figures::grows),
    ("co_cau", figures::shares),
    ("xep_hang", figures::ranking),
    ("mo_hinh", models::best),
    ("tien_do", figures::progress),
    ("ten", models::name),
    ("diem_trung_binh", models::mean_score),
    ("khen_thuong", awards::awards),
];

/// The name of the period.
pub(super) const PERIOD: &str = "ky";

/// What a name stands for; none where the document has no such thing.
type Known = fn(&Scope) -> Option<Value>;

/// Every value that is no function.
const VALUES: [(&str, Known); 2] = [(PERIOD, period), ("cong_nhan", models::recognised)];

/// Every name, for the message about one that is not known.
pub(super) fn names() -> Vec<&'static str> {
    let values = VALUES.iter().map(|(name, _)| *name);
    values.chain(FUNCTIONS.iter().map(|(name, _)| *name)).collect()
}

pub(super) fn register(environment: &mut Environment<'static>, scope: &Arc<Scope>) {
    for (name, value) in VALUES {
        if let Some(value) = value(scope) {
            environment.add_global(name, value);
        }
    }
    for (name, add) in FUNCTIONS {
        add(environment, name, scope.clone());
    }
}

/// Years are texts: 2020 is printed as it stands, never as 2.020.
#[allow(clippy::unnecessary_wraps, reason = "one row of a table whose other values may be missing")]
fn period(scope: &Scope) -> Option<Value> {
    let period = &scope.period;
    let years: Vec<String> = period.years().iter().map(ToString::to_string).collect();
    Some(Value::from_pairs([
        ("tu", Value::from(years.first().cloned())),
        ("den", Value::from(years.last().cloned())),
        ("nhan", Value::from(period.label())),
        ("so_nam", Value::from(years.len())),
    ]))
}

fn measure(scope: &Scope, name: &str) -> Result<Measure, Error> {
    Measure::named(&scope.data, name).map_err(refuse)
}

fn unknown(name: &str, known: &[&str]) -> Error {
    let nearest = nearest(name, known.iter().copied());
    refuse(ExpressionFault::UnknownWord { name: name.into(), nearest, known: known.join(", ") })
}

fn value(number: Option<Decimal>, style: Style) -> Value {
    number.map_or(Value::from(()), |number| Number::new(number, style).into_value())
}
