//! In: the recipients of a batch and what became of their certificates. Out: every
//! certificate that was or is to be issued, which of them no longer hold and why,
//! and what in that contradicts itself.

use std::collections::BTreeMap;

use super::afterwards::Reissue;
use super::handed::Open;
use super::issue::{AGAIN, Fate, Issue, cited};
use super::record::{CertificateBatch, Decision, Recipient};
use super::remembered::Remembered;
use crate::dataset::Placed;
use crate::diagnostic::{FollowFault, Report};
use crate::values::{Date, EntryNumber, nearest};

/// All certificates of these recipients: first that of each, then those issued
/// anew, by date; with what a handover of all does not mean. `None` means that `report` says what contradicts itself.
pub(super) fn issues(
    record: &Placed<CertificateBatch>,
    recipients: &[Placed<Recipient>],
    date: Date,
    remembered: &Remembered,
    report: &mut Report,
) -> Option<(Vec<Issue>, Open)> {
    let mut lives = Lives {
        record,
        remembered,
        open: Open::new(),
        all: Vec::with_capacity(recipients.len()),
        last: BTreeMap::new(),
        found: Report::default(),
    };
    let added = record.afterwards.added.iter().enumerate();
    let added: BTreeMap<&str, usize> = added
        .flat_map(|(at, own)| own.recipients.iter().map(move |recipient| (recipient.id.trim(), at)))
        .collect();
    for (at, recipient) in recipients.iter().enumerate() {
        let added = added.get(recipient.id.trim()).copied();
        let since = added.map_or(date, |at| record.afterwards.added[at].decision.date);
        lives.first(at, recipient, added, since);
    }
    lives.decisions();
    lives.corrections();
    lives.added(date);
    lives.reissued();
    lives.corrected();
    lives.handed();
    let sound = !lives.found.blocks();
    report.extend(lives.found);
    sound.then_some((lives.all, lives.open))
}

pub(super) struct Lives<'a> {
    pub(super) record: &'a Placed<CertificateBatch>,
    pub(super) remembered: &'a Remembered,
    /// What is to be remembered of the handovers of all.
    pub(super) open: Open,
    pub(super) all: Vec<Issue>,
    /// By recipient: the certificate issued last.
    pub(super) last: BTreeMap<String, usize>,
    pub(super) found: Report,
}

/// What is done to a certificate after it was printed.
enum Change<'a> {
    Reissued(&'a Reissue, usize),
    Revoked(usize),
}

impl Lives<'_> {
    fn first(&mut self, at: usize, recipient: &Recipient, added: Option<usize>, since: Date) {
        let id = recipient.id.trim().to_string();
        self.last.insert(id.clone(), self.all.len());
        let mut issue = Issue::new(id, at, recipient.number.map(EntryNumber::plain), since);
        if added.is_some() {
            issue.fate_mut().added = added;
        }
        self.all.push(issue);
    }

    /// The certificate that a recipient held on a day. None, and a finding, for
    /// one who is not in the list or had none yet.
    pub(super) fn held(&mut self, id: &str, on: Date, place: &str) -> Option<usize> {
        let held = self.on(id.trim(), on);
        held.map_err(|fault| self.tell(place, fault)).ok()
    }

    pub(super) fn on(&self, id: &str, day: Date) -> Result<usize, FollowFault> {
        let Some(&last) = self.last.get(id) else {
            if let Some(issued) = self.remembered.issued.get(id) {
                return Err(FollowFault::Unlisted { id: id.into(), number: issued.number });
            }
            let nearest = nearest(id, self.last.keys().map(String::as_str));
            return Err(FollowFault::Unknown { id: id.into(), nearest });
        };
        let mut held = Some(last);
        while let Some(at) = held.filter(|at| self.all[*at].since > day) {
            held = self.all[at].fate().before;
        }
        held.ok_or_else(|| {
            let (date, issued) = (day.to_string(), self.all[last].since.to_string());
            FollowFault::BeforeIssue { id: id.into(), date, issued }
        })
    }

    pub(super) fn tell(&mut self, place: &str, fault: FollowFault) {
        self.found.push(self.record.finding(&format!("theo_doi.{place}"), fault));
    }

    /// Who is added is added later.
    fn added(&mut self, first: Date) {
        for (at, own) in self.record.afterwards.added.iter().enumerate() {
            let decision = cited(&own.decision);
            if own.decision.date < first {
                let first = first.to_string();
                let fault = FollowFault::AddedBefore { decision, first };
                self.tell(&format!("bo_sung.{at}.quyet_dinh.ngay"), fault);
            }
        }
    }

    fn corrected(&mut self) {
        let record = self.record;
        for (at, own) in record.afterwards.corrections() {
            let place = format!("dinh_chinh.{at}.ma");
            let Some(held) = self.held(&own.id, own.decision.date, &place) else { continue };
            match self.all[held].revoked_by(own.decision.date, record) {
                Some(revoked) => {
                    let (id, revoked) = (own.id.trim().into(), cited(revoked));
                    self.tell(&place, FollowFault::CorrectedAfterRevoked { id, revoked });
                }
                None => self.all[held].fate_mut().corrected.push(at),
            }
        }
    }

    /// Certificates issued anew and taken back, in the order in which that was done.
    fn reissued(&mut self) {
        let record = self.record;
        let mut changes: Vec<(Date, String, &str, Change<'_>)> = Vec::new();
        for (at, own) in record.afterwards.revoked.iter().enumerate() {
            for (turn, id) in own.ids.all().iter().enumerate() {
                let place = format!("thu_hoi.{at}.ma.{turn}");
                changes.push((own.decision.date, place, id, Change::Revoked(at)));
            }
        }
        for (at, own) in record.afterwards.reissued.iter().enumerate() {
            changes.push((own.date, format!("cap_lai.{at}"), &own.id, Change::Reissued(own, at)));
        }
        // What is taken back and issued anew on one day was taken back first.
        changes.sort_by_key(|(date, ..)| *date);
        for (date, place, id, change) in changes {
            let Some(held) = self.held(id, date, &place) else { continue };
            match change {
                Change::Revoked(_) if self.all[held].fate().revoked.is_some() => {
                    self.tell(
                        &place,
                        FollowFault::Twice { id: id.trim().into(), done: ["thu hồi", "revoked"] },
                    );
                }
                Change::Revoked(at) => self.all[held].fate_mut().revoked = Some(at),
                Change::Reissued(own, line) => self.again(held, own, line, &place),
            }
        }
    }

    /// A certificate in the place of another.
    fn again(&mut self, held: usize, own: &Reissue, line: usize, place: &str) {
        let old = &self.all[held];
        let id = own.id.trim();
        if old.fate().before.is_some() && old.since == own.date {
            return self.tell(place, FollowFault::Twice { id: id.into(), done: ["cấp lại", "issued anew"] });
        }
        let revoked = old.revocation(self.record).map(|own| &own.decision);
        if let (Some(revoked), None) = (revoked, &own.decision) {
            let revoked = cited(revoked);
            return self.tell(place, FollowFault::ReissuedWithoutDecision { id: id.into(), revoked });
        }
        let out_of_order = |decision: &&Decision| {
            decision.date > own.date || revoked.is_some_and(|revoked| decision.date < revoked.date)
        };
        if let Some(decision) = own.decision.as_ref().filter(out_of_order) {
            let (decision, date) = (cited(decision), own.date.to_string());
            return self.tell(place, FollowFault::ReissueDecisionDate { decision, date });
        }
        let turn = std::iter::successors(Some(held), |at| self.all[*at].fate().before).count();
        let word = own.form.word();
        // Whatever else is issued anew, before it or after it, the number stays with it.
        let number = own.number.map(EntryNumber::plain);
        let mut new = Issue::new(format!("{id}{AGAIN}{}", own.date), old.recipient, number, own.date);
        *new.fate_mut() = Fate {
            line: Some(line),
            again: Some(format!("{word} lần {turn}, ngày {}", own.date)),
            added: old.fate().added,
            before: Some(held),
            ..Fate::default()
        };
        let at = self.all.len();
        self.all[held].fate_mut().after = Some(at);
        self.last.insert(id.into(), at);
        self.all.push(new);
    }
}
