//! In: the certificates of a run that came to its end. Out: what the next run must know of
//! those that were handed over or corrected, so that no paper in somebody's hands is lost or
//! says something else unseen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::batch::Batch;
use super::issue::{HANDED, HANDED_AGAIN, Issue};
use super::register::Told;
use crate::attestation::CORRECTED;
use crate::digest::Sum;

/// What became of a certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Past {
    pub(super) number: u32,
    /// The days on which it was handed over, as the register writes them.
    pub(super) handed: Vec<String>,
    /// How many corrections it had.
    pub(super) corrected: usize,
    /// How many of them the paper in hand bears.
    pub(super) in_hand: usize,
    /// What that paper says, in short; empty where nobody holds it or it is not known.
    pub(super) said: Sum,
}

/// By the ids of certificates.
pub(super) type Pasts = BTreeMap<String, Past>;

/// The same as a register tells it.
pub(super) fn told_by(rows: &BTreeMap<String, Told>) -> Pasts {
    let past = |own: &Told| {
        let handed = own.state.split("; ").find_map(|part| part.strip_prefix(HANDED));
        let handed = handed.into_iter().flat_map(|days| days.split(HANDED_AGAIN)).map(str::to_string);
        let corrected = own.state.matches(CORRECTED).count();
        Past { number: own.entry.number, handed: handed.collect(), corrected, ..Past::default() }
    };
    let all = rows.iter().map(|(id, own)| (id.clone(), past(own)));
    all.filter(|(_, past)| past.is_told()).collect()
}

impl Past {
    fn is_told(&self) -> bool {
        !self.handed.is_empty() || self.corrected > 0
    }

    /// Whether somebody holds the paper, as far as the batch says so still.
    pub(super) fn is_held(&self, issue: &Issue) -> bool {
        !self.handed.is_empty() && issue.fate().handed.len() >= self.handed.len()
    }
}

impl Batch {
    /// What the next run must know.
    pub(super) fn pasts(&self) -> Pasts {
        let mut all = Pasts::new();
        for (issue, at) in self.issues.iter().zip(self.places()) {
            let fate = issue.fate();
            let handed: Vec<String> = fate.handed.iter().map(ToString::to_string).collect();
            let in_hand = self.in_hand_of(issue);
            let said = at.filter(|_| !handed.is_empty()).map(|at| self.said_with(at, in_hand));
            let past = Past {
                number: issue.number,
                handed,
                corrected: fate.corrected.len(),
                in_hand,
                said: said.unwrap_or_default(),
            };
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

    /// How many corrections the paper bears that was handed over last: those of earlier days
    /// and, where it was handed over anew, also that of the day itself.
    pub(super) fn in_hand_of(&self, issue: &Issue) -> usize {
        let fate = issue.fate();
        let Some(last) = fate.handed.last() else { return 0 };
        let day = |at: &&usize| self.record.afterwards.corrected[**at].decision.date;
        let bears = |at: &&usize| day(at) < *last || (fate.handed.len() > 1 && day(at) == *last);
        fate.corrected.iter().take_while(bears).count()
    }

    /// What the certificate at this index says with so many of its corrections, in short.
    pub(super) fn said_with(&self, at: usize, corrections: usize) -> Sum {
        let issue = self.issue(at);
        let named = issue.named_until(self.first_said(at), &self.issues, &self.record, corrections);
        self.digest_of(&named, issue)
    }
}
