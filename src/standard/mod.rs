//! In: the TOML files in `templates/the-thuc/`. Out: the official format as the
//! stages need it: which guidance governs a document, what its type is called.

mod awards;
mod blanks;
mod day;
mod kinds;
mod lists;
mod profile;
mod rules;
mod shape;
mod table;
mod words;

pub use awards::{AwardLevel, AwardLists};
pub use blanks::Blanks;
pub(crate) use day::{Day, NO_DATE};
pub use kinds::{Address, Kind, Kinds};
pub use lists::{Field, Lists, Rank};
pub use profile::{Page, Profile, Profiles, Range};
pub use words::{BasisWords, CopyForms, ListMarks, MeetingWords};

pub use rules::{Rule, Rules};
pub(crate) use table::{fault_at_key, inspect, read};
