//! In: the recipients of a batch and what became of their certificates. Out: every
//! certificate that was or is to be issued, which of them no longer hold and why,
//! and what in that contradicts itself.

use std::collections::{BTreeMap, BTreeSet};

use super::afterwards::{Reissue, Revocation};
use super::record::{CertificateBatch, Decision, Recipient};
use crate::attestation::VOID;
use crate::dataset::Placed;
use crate::diagnostic::{Diagnostic, FollowFault, Report};
use crate::values::{Date, EntryNumber, nearest};

/// A certificate of a recipient: the first, or one issued in its place.
#[derive(Debug)]
pub(super) struct Issue {
    /// What it is known by: the recipient's id, and the turn if it is not the first.
    pub(super) id: String,
    /// The recipient's index in the list.
    pub(super) recipient: usize,
    pub(super) number: u32,
    /// The number that was asked for.
    pub(super) own: Option<u32>,
    /// Which line of `theo_doi.cap_lai` issued it; none for the first, whose number
    /// is counted on from that of the batch.
    pub(super) line: Option<usize>,
    /// `cấp lại lần 1, ngày 01/02/2021`, printed on it.
    pub(super) again: Option<String>,
    /// Which decision of `theo_doi.bo_sung` added the recipient.
    added: Option<usize>,
    /// The day from which it holds.
    since: Date,
    /// The certificate it stands in for, and the one that stands in for it.
    before: Option<usize>,
    after: Option<usize>,
    handed: Option<Date>,
    corrected: Vec<Decision>,
    revoked: Option<(Decision, Option<String>)>,
}

/// All certificates of these recipients: first that of each, then those issued
/// anew, by date. `None` means that `report` says what contradicts itself.
pub(super) fn issues(
    record: &Placed<CertificateBatch>,
    recipients: &[Placed<Recipient>],
    date: Date,
    report: &mut Report,
) -> Option<Vec<Issue>> {
    let mut lives = Lives { record, all: Vec::new(), last: BTreeMap::new(), found: Report::default() };
    let added = record.afterwards.added.iter().enumerate();
    let added: BTreeMap<&str, usize> = added
        .flat_map(|(at, own)| own.recipients.iter().map(move |recipient| (recipient.id.trim(), at)))
        .collect();
    for (at, recipient) in recipients.iter().enumerate() {
        let added = added.get(recipient.id.trim()).copied();
        let since = added.map_or(date, |at| record.afterwards.added[at].decision.date);
        lives.first(at, recipient, added, since);
    }
    lives.corrected();
    lives.reissued();
    lives.handed();
    let sound = !lives.found.blocks();
    report.extend(lives.found);
    sound.then_some(lives.all)
}

struct Lives<'a> {
    record: &'a Placed<CertificateBatch>,
    all: Vec<Issue>,
    /// By recipient: the certificate issued last.
    last: BTreeMap<String, usize>,
    found: Report,
}

/// What is done to a certificate after it was printed.
enum Change<'a> {
    Reissued(&'a Reissue, usize),
    Revoked(&'a Revocation),
}

impl Lives<'_> {
    fn first(&mut self, at: usize, recipient: &Recipient, added: Option<usize>, since: Date) {
        let id = recipient.id.trim().to_string();
        self.last.insert(id.clone(), self.all.len());
        self.all.push(Issue {
            id,
            recipient: at,
            number: 0,
            own: recipient.number.map(EntryNumber::plain),
            line: None,
            again: None,
            added,
            since,
            before: None,
            after: None,
            handed: None,
            corrected: Vec::new(),
            revoked: None,
        });
    }

    /// The certificate that a recipient held on a day. None, and a finding, for
    /// one who is not in the list or had none yet.
    fn held(&mut self, id: &str, on: Date, place: &str) -> Option<usize> {
        let id = id.trim();
        let Some(&last) = self.last.get(id) else {
            let nearest = nearest(id, self.last.keys().map(String::as_str));
            self.tell(place, FollowFault::Unknown { id: id.into(), nearest });
            return None;
        };
        let mut held = Some(last);
        while let Some(at) = held.filter(|at| self.all[*at].since > on) {
            held = self.all[at].before;
        }
        if held.is_none() {
            let (date, issued) = (on.to_string(), self.all[last].since.to_string());
            self.tell(place, FollowFault::BeforeIssue { id: id.into(), date, issued });
        }
        held
    }

    fn tell(&mut self, place: &str, fault: FollowFault) {
        self.found.push(self.record.finding(&format!("theo_doi.{place}"), fault));
    }

    fn corrected(&mut self) {
        for (at, own) in self.record.afterwards.corrected.iter().enumerate() {
            if let Some(held) = self.held(&own.id, own.decision.date, &format!("dinh_chinh.{at}.ma")) {
                self.all[held].corrected.push(own.decision.clone());
            }
        }
    }

    /// Certificates issued anew and taken back, in the order in which that was done.
    fn reissued(&mut self) {
        let record = self.record;
        let mut changes: Vec<(Date, String, &str, Change<'_>)> = Vec::new();
        for (at, own) in record.afterwards.revoked.iter().enumerate() {
            for (turn, id) in own.ids.iter().enumerate() {
                let place = format!("thu_hoi.{at}.ma.{turn}");
                changes.push((own.decision.date, place, id, Change::Revoked(own)));
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
                Change::Revoked(_) if self.all[held].revoked.is_some() => {
                    self.tell(
                        &place,
                        FollowFault::Twice { id: id.trim().into(), done: ["thu hồi", "revoked"] },
                    );
                }
                Change::Revoked(own) => {
                    self.all[held].revoked = Some((own.decision.clone(), own.reason.clone()));
                }
                Change::Reissued(own, line) => self.again(held, own, line, &place),
            }
        }
    }

    /// A certificate in the place of another.
    fn again(&mut self, held: usize, own: &Reissue, line: usize, place: &str) {
        let old = &self.all[held];
        let id = own.id.trim();
        if old.before.is_some() && old.since == own.date {
            return self.tell(place, FollowFault::Twice { id: id.into(), done: ["cấp lại", "issued anew"] });
        }
        if let (Some((revoked, _)), None) = (&old.revoked, &own.decision) {
            let revoked = cited(revoked);
            return self.tell(place, FollowFault::ReissuedWithoutDecision { id: id.into(), revoked });
        }
        let turn = std::iter::successors(Some(held), |at| self.all[*at].before).count();
        let word = own.form.word();
        let new = Issue {
            id: format!("{id} {word} {turn}"),
            recipient: old.recipient,
            number: 0,
            own: own.number.map(EntryNumber::plain),
            line: Some(line),
            again: Some(format!("{word} lần {turn}, ngày {}", own.date)),
            added: old.added,
            since: own.date,
            before: Some(held),
            after: None,
            handed: None,
            corrected: Vec::new(),
            revoked: None,
        };
        let at = self.all.len();
        self.all[held].after = Some(at);
        self.last.insert(id.into(), at);
        self.all.push(new);
    }

    fn handed(&mut self) {
        let record = self.record;
        let handovers = &record.afterwards.handed;
        let named: BTreeSet<&str> =
            handovers.iter().flat_map(|own| own.ids.iter().flatten()).map(|id| id.trim()).collect();
        let rest: Vec<String> = self.last.keys().filter(|id| !named.contains(id.as_str())).cloned().collect();
        for (at, own) in handovers.iter().enumerate() {
            let ids = own.ids.as_ref().unwrap_or(&rest);
            for (turn, id) in ids.iter().enumerate() {
                let place =
                    if own.ids.is_some() { format!("trao.{at}.ma.{turn}") } else { format!("trao.{at}") };
                let Some(held) = self.held(id, own.date, &place) else { continue };
                let issue = &self.all[held];
                let revoked = issue.revoked.as_ref().filter(|(decision, _)| decision.date <= own.date);
                let id = id.trim().to_string();
                if let Some((decision, _)) = revoked {
                    // Whoever hands over all the others means no such one.
                    if own.ids.is_some() {
                        let (date, revoked) = (own.date.to_string(), cited(decision));
                        self.tell(&place, FollowFault::HandedAfterRevoked { id, date, revoked });
                    }
                } else if issue.handed.is_some() {
                    self.tell(&place, FollowFault::Twice { id, done: ["trao", "handed over"] });
                } else {
                    self.all[held].handed = Some(own.date);
                }
            }
        }
    }
}

/// `12-QĐ/ĐUK, ngày 05/3/2021`.
fn cited(decision: &Decision) -> String {
    format!("{}, ngày {}", decision.symbol.trim(), decision.date)
}

impl Issue {
    /// Whether it holds: it was neither taken back nor issued anew.
    pub(super) fn holds(&self) -> bool {
        self.revoked.is_none() && self.after.is_none()
    }

    /// The decision that added its recipient, if that is not the one of the batch.
    pub(super) fn own_decision<'r>(&self, record: &'r CertificateBatch) -> Option<&'r Decision> {
        Some(&record.afterwards.added.get(self.added?)?.decision)
    }

    /// What became of it, for the register; `all` are the certificates it is one of.
    pub(super) fn state(&self, all: &[Self]) -> String {
        let mut void = Vec::new();
        if let Some((decision, reason)) = &self.revoked {
            let reason = reason.as_ref().map(|own| format!(" ({})", own.trim())).unwrap_or_default();
            void.push(format!("thu hồi theo Quyết định số {}{reason}", cited(decision)));
        }
        if let Some(new) = self.after.and_then(|at| all.get(at)) {
            void.push(format!(
                "thay bằng số {:02} ({})",
                new.number,
                new.again.as_deref().unwrap_or_default()
            ));
        }
        let mut said = Vec::new();
        if !void.is_empty() {
            said.push(format!("{VOID}{}", void.join(", ")));
        }
        if let (Some(again), Some(old)) = (&self.again, self.before.and_then(|at| all.get(at))) {
            said.push(format!("{again}, thay số {:02}", old.number));
        }
        said.extend(self.corrected.iter().map(|own| format!("đính chính theo Quyết định số {}", cited(own))));
        said.extend(self.handed.map(|date| format!("đã trao {date}")));
        said.join("; ")
    }

    /// Why it is not printed, for whoever asks for it.
    pub(super) fn refusal(&self, record: &Placed<CertificateBatch>) -> Option<Diagnostic> {
        let (decision, _) = self.revoked.as_ref()?;
        let fault = FollowFault::Revoked { id: self.id.clone(), decision: cited(decision) };
        Some(record.finding("theo_doi.thu_hoi", fault))
    }
}
