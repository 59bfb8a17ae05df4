//! In: a dataset and a question: what, in which years, of whom. Out: exact
//! figures. Sentences, tables and charts all ask here, so that the same figure
//! cannot differ between them.

mod measure;
mod period;
mod ranking;
mod selection;

pub use measure::{Measure, Style};
pub use period::Period;
pub use ranking::{Dimension, Group, groups, leading};
pub use selection::Selection;

use rust_decimal::Decimal;

use crate::values::writing;

/// Growth of `now` on `before`, in percent with one decimal.
#[must_use]
pub fn growth(before: Decimal, now: Decimal) -> Option<Decimal> {
    writing::percent_of(now - before, before, 1)
}
