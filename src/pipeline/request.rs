//! In: what somebody asks for. Out: the same as a value that the stages read.

use std::path::PathBuf;

use super::Underway;
use crate::output::Format;
use crate::values::Date;

/// What to build and how.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The folder that holds `data/`.
    pub root: PathBuf,
    /// Where outputs go; `output/` in the root if not said.
    pub out: Option<PathBuf>,
    /// Only these files or folders; all of `data/` if empty.
    pub only: Vec<PathBuf>,
    /// What to write; nothing to check only.
    pub formats: Vec<Format>,
    /// Whether a document with warnings is refused like one with errors.
    pub deny_warnings: bool,
    /// Whether everything is made, also what an earlier run made from the same
    /// things.
    pub force: bool,
    /// Only the certificates with these ids, and no document.
    pub ids: Vec<String>,
    /// Whether a batch is gone on with only if its list is still the same.
    pub resume: bool,
    /// What is being made, for whoever watches.
    pub underway: Underway,
    /// The day of the run, if whoever asks knows it: what is said to have happened
    /// later is told. No page depends on it.
    pub today: Option<Date>,
}
