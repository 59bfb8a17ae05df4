//! In: the TOML files in `templates/the-thuc/`. Out: the official format as the
//! stages need it: which guidance governs a document, what its type is called.

mod kinds;
mod lists;
mod profile;
mod rules;
mod words;

pub use kinds::{Address, Kind, Kinds};
pub use lists::{Field, Lists, Rank};
pub use profile::{Page, Profile, Profiles, Range};
pub use words::{BasisWords, CopyForms, ListMarks, MeetingWords};

pub use rules::{Rule, Rules};
use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostic, WorkspaceFault};
use crate::values::Date;
use crate::workspace::Workspace;

/// The calendar date in a TOML value.
pub(crate) fn date_of(stamp: &toml::value::Datetime) -> Option<Date> {
    let date = stamp.date?;
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day).parse().ok()
}

/// Reads one TOML file of the templates.
pub(crate) fn read<T: DeserializeOwned>(workspace: &Workspace, name: &str) -> Result<T, Diagnostic> {
    let broken =
        |detail: String| Diagnostic::general(WorkspaceFault::ProfileBroken { file: name.into(), detail });
    let bytes = workspace.template(name).ok_or_else(|| broken("missing".into()))?;
    let text = std::str::from_utf8(&bytes).map_err(|error| broken(error.to_string()))?;
    toml::from_str(text).map_err(|error| broken(error.message().into()))
}
