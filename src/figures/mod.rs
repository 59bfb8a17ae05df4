//! In: a dataset and a question: what, in which years, of whom. Out: exact
//! figures. Sentences, tables and charts all ask here, so that the same figure
//! cannot differ between them.

mod measure;
mod period;
mod ranking;
mod selection;
mod style;

pub use measure::Measure;
pub use period::Period;
pub use ranking::{Dimension, Group, groups, leading};
pub use selection::Selection;
pub use style::Style;

use rust_decimal::Decimal;

use crate::values::writing;

/// The shares of parts in their whole, in percent with one decimal; they add to
/// 100,0 with what the whole has beside them. A part without a figure has none.
#[must_use]
pub fn shares(parts: &[Option<Decimal>], whole: Option<Decimal>) -> Vec<Option<Decimal>> {
    let mut known: Vec<_> = parts.iter().flatten().copied().collect();
    let sum: Decimal = known.iter().sum();
    known.extend(whole.map(|whole| whole - sum).filter(|rest| *rest > Decimal::ZERO));
    let mut shares = writing::shares(&known, 1).into_iter();
    parts.iter().map(|part| part.and_then(|_| shares.next())).collect()
}

/// Growth of `now` on `before`, in percent with one decimal.
#[must_use]
pub fn growth(before: Decimal, now: Decimal) -> Option<Decimal> {
    writing::percent_of(now - before, before, 1)
}
