//! In: a figure of the data. Out: a value that expressions can hand on without
//! losing how it is printed.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use minijinja::value::{DynObject, Object, ObjectRepr, Value, ValueKind};
use rust_decimal::Decimal;

use crate::figures::Style;
use crate::records::Precision;
use crate::values::writing;

/// A figure with its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    pub(crate) value: Decimal,
    pub(crate) style: Style,
    pub(crate) precision: Precision,
}

impl Number {
    pub(crate) fn new(value: Decimal, style: Style) -> Self {
        Self { value, style, precision: Precision::Exact }
    }

    /// As printed, with the word of an inexact figure before it.
    pub(crate) fn printed(&self, padded: bool) -> String {
        let digits = match self.style {
            Style { counts: true, .. } if padded => writing::padded(self.value),
            Style { counts: true, .. } => writing::thousands(self.value),
            style => writing::decimal(self.value, style.decimals),
        };
        match self.precision {
            Precision::Exact => digits,
            Precision::Over => format!("trên {digits}"),
            Precision::Nearly => format!("gần {digits}"),
        }
    }

    /// The sum in đồng, if it is counted in a larger unit.
    pub(super) fn in_dong(self) -> Decimal {
        self.value * Decimal::from(self.style.worth.unwrap_or(1))
    }

    /// Exact whole counts are plain integers, so that they can be compared and
    /// added.
    pub(super) fn into_value(self) -> Value {
        let whole = i64::try_from(self.value).ok().filter(|_| self.value.is_integer());
        match whole {
            Some(whole) if self.style.counts && self.precision == Precision::Exact => Value::from(whole),
            _ => Value::from_object(self),
        }
    }

    /// The figure in a value, if it is one.
    pub(super) fn from_value(value: &Value) -> Option<Self> {
        if let Some(number) = value.downcast_object_ref::<Self>() {
            return Some(*number);
        }
        if value.kind() != ValueKind::Number {
            return None;
        }
        if let Ok(whole) = i64::try_from(value.clone()) {
            return Some(Self::new(whole.into(), Style::COUNT));
        }
        // A fraction typed in the expression itself: `0.5`.
        let number: Decimal = value.to_string().parse().ok()?;
        // More than a whole number may be would overflow what filters reckon with.
        if number.abs() > Decimal::from(i64::MAX) {
            return None;
        }
        Some(Self::new(number, Style { decimals: number.scale(), ..Style::default() }))
    }
}

impl Object for Number {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn custom_cmp(self: &Arc<Self>, other: &DynObject) -> Option<Ordering> {
        other.downcast_ref::<Self>().map(|other| self.value.cmp(&other.value))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.printed(false))
    }
}
