//! In: exact numbers and names. Out: how Vietnamese official texts write them.
//! Each file is one way of writing; expressions register them one by one as
//! filters (see `crate::expression`).

mod approximate;
mod digits;
mod listing;
mod money;
mod share;
mod spelled;

pub use approximate::{nearly, over};
pub use digits::{decimal, padded, thousands};
pub use listing::list;
pub use money::{dong, dong_spelled, short_money, worth};
pub use share::{percent_of, shares};
pub use spelled::spelled;
