//! In: nothing but types. Out: how a batch is to be made, what came of it, and
//! who is told how far it is.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::store;
use crate::compile::Compiler;
use crate::diagnostic::Report;
use crate::recognition::Recognition;
use crate::values::Date;
use crate::workspace::Workspace;

/// How a batch is to be made.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools, reason = "independent switches of the command")]
pub struct Order {
    /// Whether anything is written; otherwise the batch is only looked at.
    pub write: bool,
    /// Whether a batch with warnings is refused.
    pub deny_warnings: bool,
    /// Only the certificates with these ids; all if empty.
    pub only: Vec<String>,
    /// Whether only an unchanged list may be gone on with.
    pub resume: bool,
    /// Whether everything is made again.
    pub force: bool,
    /// The day of the run, if it is known.
    pub today: Option<Date>,
}

/// Finds out what a decision in `data/` recognises; what keeps it from being
/// printed keeps its list from being had.
pub type Decide<'a> = dyn Fn(&Path) -> Result<Recognition, Report> + 'a + Sync;

/// What every batch of a run is made with.
#[derive(Clone, Copy)]
#[allow(missing_debug_implementations, reason = "a function has no form to show")]
pub struct Means<'a> {
    /// The folders it lies in.
    pub workspace: &'a Workspace,
    /// What lays its pages out.
    pub compiler: &'a Compiler<'a>,
    /// How a decision whose list it takes is read.
    pub decide: &'a Decide<'a>,
}

/// What came of a batch.
#[derive(Debug, Clone, Default)]
pub struct Batched {
    /// The data file, relative to the root.
    pub source: String,
    /// Where its files are.
    pub folder: PathBuf,
    /// How many recipients it has.
    pub total: usize,
    /// Certificates made now.
    pub made: usize,
    /// Certificates of an earlier run that stand.
    pub kept: usize,
    /// Whether every certificate stands, with volumes, proof sheets, registers.
    pub complete: bool,
    /// Those that were issued before and say something else now.
    pub reprint: Vec<Reprint>,
    /// The volumes that they wait in, one after the other.
    pub reprint_volumes: Vec<String>,
    /// Files of earlier runs that were taken away.
    pub removed: Vec<String>,
    /// The ids asked for that the batch has.
    pub found: Vec<String>,
    /// How long the certificates took, each a file, with the reading of their list
    /// and without what goes with them.
    pub certificates: Duration,
    /// From reading the file to the last byte written.
    pub time: Duration,
}

impl Batched {
    /// How the files in its folder were left; none for a batch that is not
    /// complete.
    pub(crate) fn left(&self) -> Option<String> {
        store::left(&self.folder).map(|(_, left)| left)
    }

    /// A complete batch whose files are as they were left.
    pub(crate) fn standing(source: String, folder: PathBuf, left: &str) -> Option<Self> {
        let (total, now) = store::left(&folder)?;
        let batched = Self { source, folder, total, kept: total, complete: true, ..Self::default() };
        (now == left).then_some(batched)
    }
}

/// A certificate to be printed again.
#[derive(Debug, Clone)]
pub struct Reprint {
    /// Its register number.
    pub number: u32,
    /// The id of the recipient.
    pub id: String,
    /// The recipient's name.
    pub name: String,
    /// Whether it was not issued before.
    pub is_new: bool,
}

/// Who is told how far a batch is.
pub trait Progress: Sync {
    /// A batch of so many certificates begins.
    fn begin(&self, source: &str, total: usize);
    /// One more is done.
    fn step(&self);
    /// The batch is at its end.
    fn end(&self);
}

/// Nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: &str, _: usize) {}
    fn step(&self) {}
    fn end(&self) {}
}
