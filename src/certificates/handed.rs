//! In: the certificates of a batch, and the days on which some were handed over. Out:
//! when each was, once, and anew where it was corrected meanwhile.

use super::afterwards::Ids;
use super::issue::{Issue, cited};
use super::lives::Lives;
use crate::diagnostic::FollowFault;
use crate::values::Date;

impl Lives<'_> {
    /// What was handed over: first to those who are named, then, day by day, all
    /// the others that were held by then.
    pub(super) fn handed(&mut self) {
        self.named();
        self.open();
    }

    fn named(&mut self) {
        let record = self.record;
        let mut handovers: Vec<_> = record.afterwards.handed.iter().enumerate().collect();
        handovers.sort_by_key(|(_, own)| own.date);
        for (at, own) in handovers {
            for (turn, id) in own.ids.iter().flat_map(Ids::all).enumerate() {
                let place = format!("trao.{at}.ma.{turn}");
                let Some(held) = self.held(id, own.date, &place) else { continue };
                let id = id.trim().to_string();
                let issue = &self.all[held];
                if let Some(revoked) = issue.revoked_by(own.date, record) {
                    let (date, revoked) = (own.date.to_string(), cited(revoked));
                    self.tell(&place, FollowFault::HandedAfterRevoked { id, date, revoked });
                } else if issue
                    .fate()
                    .handed
                    .last()
                    .is_some_and(|last| !self.corrected_within(issue, *last, own.date))
                {
                    self.tell(&place, FollowFault::Twice { id, done: ["trao", "handed over"] });
                } else {
                    self.all[held].fate_mut().handed.push(own.date);
                }
            }
        }
    }

    /// Who is named only for the paper that was corrected since had the first one with
    /// all the others.
    fn open(&mut self) {
        let handovers = &self.record.afterwards.handed;
        let mut open: Vec<_> = handovers.iter().enumerate().filter(|(_, own)| own.ids.is_none()).collect();
        open.sort_by_key(|(_, own)| own.date);
        for (at, own) in open {
            let held: Vec<_> = self.last.keys().map(|id| self.on(id, own.date)).collect();
            let place = format!("trao.{at}");
            let mut any = false;
            for held in held.iter().filter_map(|held| held.as_ref().ok()) {
                let issue = &self.all[*held];
                let first = issue.fate().handed.first();
                let waits = first.is_none_or(|first| self.corrected_within(issue, own.date, *first));
                if waits && issue.revoked_by(own.date, self.record).is_none() {
                    self.all[*held].fate_mut().handed.insert(0, own.date);
                    any = true;
                }
            }
            if !any {
                let none_yet = held.into_iter().collect::<Result<Vec<_>, _>>().err();
                let date = own.date.to_string();
                self.tell(&place, none_yet.unwrap_or(FollowFault::NobodyLeft { date }));
            }
        }
    }

    /// Whether a certificate was corrected from one day to a later one.
    fn corrected_within(&self, issue: &Issue, from: Date, until: Date) -> bool {
        let days =
            issue.fate().corrected.iter().map(|at| self.record.afterwards.corrected[*at].decision.date);
        from < until && days.into_iter().any(|day| from <= day && day <= until)
    }
}
