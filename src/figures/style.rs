//! In: nothing but types. Out: how the figures of a measure are printed.

/// How figures of a measure are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    /// Decimals.
    pub decimals: u32,
    /// Whether it is a count, which may be padded to two digits.
    pub counts: bool,
    /// Whether it is a percentage.
    pub percent: bool,
    /// Whether it is the difference of two percentages.
    pub points: bool,
    /// How many đồng one is worth, if it is counted in a unit of money.
    pub worth: Option<u64>,
}

impl Style {
    pub(crate) const COUNT: Self =
        Self { decimals: 0, counts: true, percent: false, points: false, worth: None };
    pub(crate) const PERCENT: Self =
        Self { decimals: 1, counts: false, percent: true, points: false, worth: None };
}
