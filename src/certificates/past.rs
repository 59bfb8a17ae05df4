//! In: the certificates of a run that came to its end. Out: what the next run must know of
//! those that were handed over or corrected, so that no paper in somebody's hands is lost or
//! says something else unseen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::afterwards::Correction;
use super::batch::Batch;
use super::issue::{HANDED, HANDED_AGAIN, Issue};
use super::register::Told;
use crate::attestation::CORRECTED;
use crate::digest::Sum;
use crate::values::Date;

/// What became of a certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Past {
    pub(super) number: u32,
    /// The days on which it was handed over, as the register writes them.
    pub(super) handed: Vec<String>,
    /// How many corrections it had.
    pub(super) corrected: usize,
    /// What the paper in hand says, in short, as it was when its handover was written down;
    /// empty where nobody holds it or it is not known.
    pub(super) said: Sum,
}

/// By the ids of certificates.
pub(super) type Pasts = BTreeMap<String, Past>;

/// The same as a register tells it.
pub(super) fn told_by(rows: &BTreeMap<String, Told>) -> Pasts {
    rows.iter().filter_map(|(id, own)| Some((id.clone(), of_row(own)?))).collect()
}

/// The same as one row of a register tells it, if it tells of any.
pub(super) fn of_row(own: &Told) -> Option<Past> {
    let handed = own.state.split("; ").find_map(|part| part.strip_prefix(HANDED));
    let handed = handed.into_iter().flat_map(|days| days.split(HANDED_AGAIN)).map(str::to_string);
    let corrected = own.state.matches(CORRECTED).count();
    let past = Past { number: own.entry.number, handed: handed.collect(), corrected, said: Sum::default() };
    Some(past).filter(Past::is_told)
}

impl Past {
    fn is_told(&self) -> bool {
        !self.handed.is_empty() || self.corrected > 0
    }

    /// Whether somebody holds the paper, and the batch says so still.
    pub(super) fn is_held(&self, issue: &Issue) -> bool {
        !self.handed.is_empty() && !issue.fate().handed.is_empty()
    }
}

/// More corrections of one paper than these are only tried all together.
const TRIED: usize = 8;

impl Batch {
    /// What the next run must know; `old` is what this one knew.
    pub(super) fn pasts(&self, old: &Pasts) -> Pasts {
        let mut all = Pasts::new();
        for (issue, at) in self.issues.iter().zip(self.places()) {
            let fate = issue.fate();
            let handed: Vec<String> = fate.handed.iter().map(ToString::to_string).collect();
            // Whatever is written later, the paper in hand stays what it was; one of which
            // nothing was known may have had the corrections of its day.
            let same = old.get(&issue.id).filter(|own| own.handed.len() == handed.len());
            let now = || Some(self.said_by(at?, fate.handed.last().copied()?));
            let said = same.map(|own| own.said).filter(|said| !said.is_empty()).or_else(now);
            let corrected = fate.corrected.len();
            let past = Past { number: issue.number, handed, corrected, said: said.unwrap_or_default() };
            if past.is_told() {
                all.insert(issue.id.clone(), past);
            }
        }
        all
    }

    /// At which index each of all certificates is printed, if it holds.
    fn places(&self) -> Vec<Option<usize>> {
        let mut places = vec![None; self.issues.len()];
        for (at, issue) in self.printed.iter().enumerate() {
            places[*issue] = Some(at);
        }
        places
    }

    /// What the certificate at this index said by a day, in short.
    fn said_by(&self, at: usize, day: Date) -> Sum {
        self.said_where(at, |_, own| own.decision.date <= day)
    }

    /// What the certificate at this index says, in short.
    pub(super) fn said_now(&self, at: usize) -> Sum {
        self.said_where(at, |_, _| true)
    }

    /// Whether the certificate at this index, with some of its corrections, says this: the
    /// others may have been decided or written down since.
    pub(super) fn may_say(&self, at: usize, said: Sum) -> bool {
        let count = self.issue(at).fate().corrected.len();
        let tried = if count > TRIED { 0 } else { 1_usize << count };
        let says = |which: usize| self.said_where(at, |turn, _| which & (1 << turn) != 0) == said;
        self.said_now(at) == said || (0..tried).any(says)
    }

    fn said_where(&self, at: usize, bears: impl Fn(usize, &Correction) -> bool) -> Sum {
        let issue = self.issue(at);
        let named = issue.named_where(self.first_said(at), &self.issues, &self.record, bears);
        self.digest_of(&named, issue)
    }
}
