//! In: a batch, and what the last run made of it. Out: findings about ids, names and
//! numbers that went, or stand elsewhere now.

use std::collections::{BTreeMap, BTreeSet};

use super::issue::AGAIN;
use super::names;
use super::run::Run;
use super::store::Store;
use crate::diagnostic::{FollowFault, RecipientFault, Report};

impl Run<'_> {
    /// Tells of certificates that the last run took for revoked and this one does not.
    pub(super) fn revocations_gone(&self, old: &Store, report: &mut Report) {
        let revoked = |id: &&String| {
            !self.batch.issues.iter().any(|issue| issue.id == **id && issue.fate().revoked.is_some())
        };
        let ids: Vec<String> = old.revoked.iter().filter(revoked).cloned().collect();
        if !ids.is_empty() {
            report.push(self.batch.record.finding("theo_doi", FollowFault::RevocationGone { ids }));
        }
    }

    /// Tells of handovers and corrections that the last run knew and this one does not.
    pub(super) fn lines_gone(&self, old: &Store, report: &mut Report) {
        let pasts = old.pasts.iter().flatten();
        let known = pasts.filter_map(|(id, past)| {
            Some((id, past, self.batch.issues.iter().find(|issue| issue.id == *id)?.fate()))
        });
        let days: BTreeSet<&String> = old.pasts.iter().flatten().flat_map(|(_, own)| &own.handed).collect();
        let (mut handed, mut corrected) = (Vec::new(), Vec::new());
        for (id, past, fate) in known {
            let now: Vec<String> = fate.handed.iter().map(ToString::to_string).collect();
            // A day that nobody knew is the mended one.
            let is_mended = now.len() == past.handed.len() && now.iter().any(|day| !days.contains(day));
            let went = past.handed.iter().any(|day| !now.contains(day)) && !is_mended;
            handed.extend(went.then(|| id.clone()));
            corrected.extend((fate.corrected.len() < past.corrected).then(|| id.clone()));
        }
        if !handed.is_empty() {
            report.push(self.batch.record.finding("theo_doi", FollowFault::HandoverGone { ids: handed }));
        }
        if !corrected.is_empty() {
            let fault = FollowFault::CorrectionGone { ids: corrected };
            report.push(self.batch.record.finding("theo_doi", fault));
        }
    }

    /// Tells of certificates issued anew whose line went or got another day: their
    /// numbers would be in no register.
    pub(super) fn reissues_gone(&self, old: &Store, report: &mut Report) {
        let listed = |id: &str| self.batch.issues.iter().any(|issue| issue.id == id);
        let numbered = |number: u32| self.batch.issues.iter().any(|issue| issue.number == number);
        let again =
            old.made.iter().filter(|(id, made)| id.contains(AGAIN) && !listed(id) && !numbered(made.number));
        for (id, made) in again {
            let fault = FollowFault::ReissueGone { id: id.clone(), number: made.number };
            report.push(self.batch.record.finding("theo_doi", fault));
        }
    }

    /// Tells of names that left their ids for one another, as where a column of the
    /// list was sorted or moved by a row.
    pub(super) fn moved_names(&self, old: &Store, report: &mut Report) {
        let was = |at: usize| old.made.get(self.batch.id(at)).map(|made| names::slug(&made.file).to_string());
        let now = |at: usize| names::slug(&self.batch.name(at)).to_string();
        let changed: Vec<(usize, String)> = (0..self.batch.recipients.len())
            .filter_map(|at| Some((at, was(at).filter(|was| *was != now(at))?)))
            .collect();
        let whose: BTreeMap<&str, usize> = changed.iter().map(|(at, was)| (was.as_str(), *at)).collect();
        let moved = changed.iter().filter_map(|(at, _)| Some((*at, *whose.get(now(*at).as_str())?)));
        let moved: Vec<(usize, usize)> = moved.collect();
        if let Some((at, from)) = moved.first() {
            let recipient = &self.batch.recipients[*at];
            let fault = RecipientFault::Moved {
                name: recipient.name.clone(),
                old: self.batch.id(*from).into(),
                count: moved.len(),
            };
            report.push(recipient.finding("ten", fault));
        }
    }

    /// Tells of ids that went while others of the same name came; the ids that went.
    pub(super) fn other_ids(&self, old: &Store, report: &mut Report) -> BTreeSet<String> {
        let mut told = BTreeSet::new();
        let mut gone: BTreeMap<&str, (&str, u32)> = BTreeMap::new();
        let listed: BTreeSet<&str> = self.batch.issues.iter().map(|issue| issue.id.as_str()).collect();
        for (id, made) in
            old.made.iter().filter(|(id, _)| !listed.contains(id.as_str()) && !id.contains(AGAIN))
        {
            gone.insert(names::slug(&made.file), (id, made.number));
        }
        let came = (0..self.batch.recipients.len()).filter(|at| !old.issued.contains_key(self.batch.id(*at)));
        for at in came {
            if let Some((id, number)) = gone.get(names::slug(&self.batch.name(at))) {
                let fault = RecipientFault::OtherId { old: (*id).into(), number: *number };
                report.push(self.batch.recipients[at].finding("ma", fault));
                told.insert((*id).to_string());
            }
        }
        told
    }
}
