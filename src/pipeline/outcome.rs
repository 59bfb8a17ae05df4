//! In: what the stages came to. Out: what whoever asked is told of it.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::certificates::Batched;
use crate::compile::{Pages, ReservedArea};
use crate::diagnostic::{Report, Severity};

/// A document that was built or checked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Built {
    /// The data file, relative to the root.
    pub source: String,
    /// The guidance it follows.
    pub profile: String,
    /// How many pages it has.
    pub pages: usize,
    /// Where signatures and seals go, for the programs that place their images.
    pub reserved: Vec<ReservedArea>,
    /// The files written.
    pub outputs: Vec<PathBuf>,
    /// From reading the file to the last byte written.
    pub time: Duration,
    /// Whether an earlier run made it from the same things.
    #[serde(skip)]
    pub unchanged: bool,
}

/// A document laid out.
#[derive(Debug)]
pub struct Typeset {
    /// The guidance it follows.
    pub profile: String,
    /// The generated Typst source.
    pub source: String,
    /// Its pages.
    pub pages: Pages,
}

/// What a run came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The documents without errors, in the order of their names.
    pub built: Vec<Built>,
    /// How many were looked at.
    pub documents: usize,
    /// How many files of records were looked at by themselves.
    pub records: usize,
    /// Everything found.
    pub report: Report,
    /// The batches of certificates, in the order of their names.
    pub batches: Vec<Batched>,
    /// Whether warnings count as errors.
    pub deny_warnings: bool,
}

impl Outcome {
    /// 0 all is well, 1 the data has errors, 2 usage or environment.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        if self.report.count(Severity::Environment) > 0 {
            2
        } else {
            let denied = self.deny_warnings && self.report.count(Severity::Warning) > 0;
            u8::from(denied || self.report.count(Severity::Error) > 0)
        }
    }
}
