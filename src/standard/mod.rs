//! In: the TOML files in `templates/the-thuc/`. Out: the official format as the
//! stages need it: which guidance governs a document, what its type is called.

mod awards;
mod kinds;
mod lists;
mod profile;
mod rules;
mod table;
mod words;

pub use awards::{AwardLevel, AwardLists};
pub use kinds::{Address, Kind, Kinds};
pub use lists::{Field, Lists, Rank};
pub use profile::{Page, Profile, Profiles, Range};
pub use words::{BasisWords, CopyForms, ListMarks, MeetingWords};

pub use rules::{Rule, Rules};
pub(crate) use table::{inspect, read};

use crate::values::Date;

/// The calendar date in a TOML value.
pub(crate) fn date_of(stamp: &toml::value::Datetime) -> Option<Date> {
    let date = stamp.date?;
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day).parse().ok()
}
