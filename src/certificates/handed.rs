//! In: the certificates of a batch, the days on which some were handed over, and what was
//! made when that was written. Out: when each was, once, and anew where it was corrected
//! meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use super::afterwards::Ids;
use super::issue::{HANDED, HANDED_AGAIN, Issue, cited};
use super::lives::Lives;
use super::register::Told;
use crate::diagnostic::FollowFault;
use crate::values::Date;

/// By the day of a handover that names nobody: the certificates it does not mean, because
/// they were made after it was written down.
pub(super) type Open = BTreeMap<String, BTreeSet<String>>;

/// The same as registers tell it of their rows.
pub(super) fn told_by(rows: &[(&String, &Told)]) -> Open {
    let mut all: BTreeMap<&str, BTreeSet<&String>> = BTreeMap::new();
    for (id, own) in rows {
        let handed = own.state.split("; ").find_map(|part| part.strip_prefix(HANDED));
        for day in handed.into_iter().flat_map(|days| days.split(HANDED_AGAIN)) {
            all.entry(day).or_default().insert(*id);
        }
    }
    let others = |handed: BTreeSet<&String>| {
        let rows = rows.iter().map(|(id, _)| *id).filter(|id| !handed.contains(id));
        rows.cloned().collect()
    };
    all.into_iter().map(|(day, handed)| (day.to_string(), others(handed))).collect()
}

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
        let days: Vec<String> = open.iter().map(|(_, own)| own.date.to_string()).collect();
        let mut later = self.made_later(&days);
        for ((at, own), day) in open.into_iter().zip(days) {
            let held: Vec<_> = self.last.keys().map(|id| self.on(id, own.date)).collect();
            let place = format!("trao.{at}");
            // Whoever it did not mean once it does not mean later, whatever else is said of him.
            let mut known = later.remove(&day).unwrap_or_default();
            let mut ids: BTreeSet<String> = BTreeSet::new();
            let mut any = false;
            for held in held.iter().filter_map(|held| held.as_ref().ok()) {
                let mut held = Some(*held);
                while let Some(at) = held {
                    let issue = &self.all[at];
                    let first = issue.fate().handed.first();
                    let waits = first.is_none_or(|first| self.corrected_within(issue, own.date, *first))
                        && issue.revoked_by(own.date, self.record).is_none();
                    if self.is_later(issue, &known) {
                        known.insert(issue.id.clone());
                        if !waits {
                            break;
                        }
                        ids.insert(issue.id.clone());
                        held = issue.fate().before;
                        continue;
                    }
                    if waits {
                        self.all[at].fate_mut().handed.insert(0, own.date);
                        any = true;
                    }
                    break;
                }
            }
            if !ids.is_empty() {
                let (date, ids) = (day.clone(), ids.into_iter().collect());
                self.tell(&place, FollowFault::MadeLater { date, ids });
            } else if !any {
                let none_yet = held.into_iter().collect::<Result<Vec<_>, _>>().err();
                let date = own.date.to_string();
                self.tell(&place, none_yet.unwrap_or(FollowFault::NobodyLeft { date }));
            }
            self.open.insert(day, known);
        }
    }

    /// The certificates made after each handover of all was written down, by its day; one
    /// whose day was mended is still the same.
    fn made_later(&self, days: &[String]) -> Open {
        let remembered = &self.remembered.open;
        let new = days.iter().filter(|day| !remembered.contains_key(*day));
        // A register has the days of all handovers.
        let gone = remembered.iter().filter(|(day, _)| !self.remembered.is_forgotten && !days.contains(day));
        let mended = new.zip(gone).map(|(day, (_, ids))| (day.clone(), ids.clone()));
        mended.chain(remembered.clone()).collect()
    }

    /// Whether a certificate was not made yet when that was written.
    fn is_later(&self, issue: &Issue, known: &BTreeSet<String>) -> bool {
        let issued = &self.remembered.issued;
        known.contains(&issue.id) || (!issued.is_empty() && !issued.contains_key(&issue.id))
    }

    /// Whether a certificate was corrected from one day to a later one; a decision of an
    /// earlier day may have come after the paper was handed over, if an earlier run knew that.
    fn corrected_within(&self, issue: &Issue, from: Date, until: Date) -> bool {
        let known = self.remembered.pasts.get(&issue.id);
        let known = known.is_some_and(|own| own.handed.contains(&from.to_string()));
        let days =
            issue.fate().corrected.iter().map(|at| self.record.afterwards.corrected[*at].decision.date);
        from < until && days.into_iter().any(|day| (known || from <= day) && day <= until)
    }
}
