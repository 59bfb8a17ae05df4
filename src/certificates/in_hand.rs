//! In: a batch, and what earlier runs made of it. Out: a finding where a paper that was
//! handed over would say something else from now on, or be in no register.

use std::collections::BTreeSet;

use super::alike::LOOKS;
use super::batch::Batch;
use super::issue::{AGAIN, Issue};
use super::register::Told;
use super::store::Store;
use crate::attestation::CORRECTED;
use crate::diagnostic::{Diagnostic, FollowFault, Report};
use crate::values::one_line;
use crate::workspace::Workspace;

impl Batch {
    /// Holds what was handed over against the output folder, and against the usual one
    /// where this run writes elsewhere.
    pub(super) fn in_hand(&self, workspace: &Workspace) -> Report {
        let usual = workspace.usual_out().map(|usual| usual.join(&self.file.stem));
        let folders = std::iter::once(workspace.output(&self.file, "")).chain(usual);
        let reports = folders.map(|folder| self.held_against(&Store::read(&folder)));
        reports.into_iter().find(|report| report.iter().next().is_some()).unwrap_or_default()
    }

    fn held_against(&self, old: &Store) -> Report {
        let mut report = Report::default();
        let handed = || self.issues.iter().filter(|issue| !issue.fate().handed.is_empty());
        if handed().next().is_none() {
            return report;
        }
        self.gone(old).into_iter().for_each(|finding| report.push(finding));
        // What was handed over before it was ever made here says what it says.
        if handed().any(|issue| old.issued.contains_key(&issue.id)) {
            self.shared(old, &mut report);
        }
        self.changed(old).into_iter().for_each(|finding| report.push(finding));
        report
    }

    /// A certificate that was handed over and is gone, with its recipient or its line of
    /// `cap_lai`: the register would lose it.
    fn gone(&self, old: &Store) -> Option<Diagnostic> {
        let listed: BTreeSet<&str> = self.issues.iter().map(|issue| issue.id.as_str()).collect();
        let mut pasts = old.pasts.iter().flatten();
        let (id, past) = pasts.find(|(id, own)| !own.handed.is_empty() && !listed.contains(id.as_str()))?;
        let key = if id.contains(AGAIN) { "theo_doi.cap_lai" } else { "theo_doi.trao" };
        Some(self.record.finding(key, FollowFault::Gone { id: id.clone(), number: past.number }))
    }

    /// Certificates whose rows say something else than the papers, not by a
    /// correction: the register would tell what nobody holds.
    fn changed(&self, old: &Store) -> Option<Diagnostic> {
        let other = |at: &usize| {
            let id = self.id(*at);
            let said = old.past(id).filter(|own| !own.handed.is_empty()).map(|own| own.said);
            match (said.filter(|said| !said.is_empty()), old.told.get(id), old.made.get(id)) {
                (Some(said), ..) => !self.may_say(*at, said),
                (None, Some(told), _) => self.differs(*at, told),
                // It was made, and handed over since, as the list said then.
                (None, None, made) => {
                    made.is_some_and(|made| !made.listed.is_empty() && made.listed != self.listed(*at))
                }
            }
        };
        let handed = (0..self.recipients.len()).filter(|at| !self.issue(*at).fate().handed.is_empty());
        let changed: Vec<usize> = handed.filter(other).collect();
        let ids = changed.iter().map(|at| self.id(*at).to_string()).collect();
        let first = *changed.first()?;
        let is_row = old.made.get(self.id(first)).is_none_or(|made| made.listed != self.listed(first));
        let fault = FollowFault::ChangedInHand { ids };
        let finding = if is_row || self.record.afterwards.corrected.is_empty() {
            self.recipients[first].finding("", fault)
        } else {
            self.record.finding("theo_doi.dinh_chinh", fault)
        };
        Some(self.beside_handover(finding))
    }

    /// The finding with the place that says what was handed over.
    pub(super) fn beside_handover(&self, finding: Diagnostic) -> Diagnostic {
        finding.against(self.record.source(), self.record.span("theo_doi.trao"), ["đã trao", "handed over"])
    }

    /// Whether a row of the register says something else than the list says now; what
    /// was corrected since may.
    fn differs(&self, at: usize, told: &Told) -> bool {
        let (own, issue) = (&self.recipients[at], self.issue(at));
        let text = |text: Option<&str>| one_line(text.unwrap_or_default());
        let now = [one_line(&own.name), text(own.unit.as_deref()), text(own.model.as_deref())];
        let same = now == [&told.entry.name, &told.entry.unit, &told.entry.model].map(|own| one_line(own));
        let decision = issue.fate().added.is_some() && self.decided(issue) != one_line(&told.entry.decision);
        decision || (!same && told.state.matches(CORRECTED).count() == issue.fate().corrected.len())
    }

    fn decided(&self, issue: &Issue) -> String {
        one_line(&self.decision(issue).map(|own| format!("{}, {}", own.symbol, own.date)).unwrap_or_default())
    }

    /// What all certificates say alike, told once, where it stands.
    fn shared(&self, old: &Store, report: &mut Report) {
        let now = self.alike();
        let differs = |key: &str| match (old.alike.get(key), now.get(key)) {
            (Some(was), Some(now)) => was != now,
            _ => false,
        };
        let mut keys: Vec<&str> = now.keys().map(String::as_str).filter(|key| differs(key)).collect();
        if old.alike.is_empty() {
            keys.extend(self.register_differs(old));
        }
        // The day is that of the decision.
        let decision = keys.contains(&"quyet_dinh");
        for key in keys.into_iter().filter(|key| *key != "ngay" || !decision) {
            let fault = match key {
                LOOKS => FollowFault::LooksInHand,
                key => FollowFault::SharedInHand { key: key.into() },
            };
            report.push(self.beside_handover(self.record.finding(key, fault)));
        }
    }

    /// The same as far as a register alone can tell.
    fn register_differs(&self, old: &Store) -> Option<&'static str> {
        let first = |issue: &&Issue| issue.fate().added.is_none() && issue.fate().before.is_none();
        let mut handed = self.issues.iter().filter(|issue| first(issue) && !issue.fate().handed.is_empty());
        let (issue, told) = handed.find_map(|issue| Some((issue, old.told.get(&issue.id)?)))?;
        if self.decided(issue) != one_line(&told.entry.decision) {
            return Some("quyet_dinh");
        }
        (self.date_of(issue).to_string() != told.entry.date).then_some("ngay")
    }
}
