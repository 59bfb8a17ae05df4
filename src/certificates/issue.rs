//! In: a certificate that was or is to be issued, and what became of it. Out: whether
//! it holds, whom it names, and what the register says of it.

use super::afterwards::{Correction, Revocation};
use super::record::{CertificateBatch, Decision, Recipient};
use crate::attestation::{CORRECTED, VOID};
use crate::dataset::Placed;
use crate::diagnostic::{Diagnostic, FollowFault};
use crate::values::Date;

/// Between a recipient's id and the day, in what one issued anew is known by.
pub(super) const AGAIN: &str = " cấp lại ";

/// How the reason of one that was taken back begins.
pub(super) const REVOKED: &str = "thu hồi theo Quyết định số ";

/// Before the days on which one was handed over, and between them.
pub(super) const HANDED: &str = "đã trao ";
pub(super) const HANDED_AGAIN: &str = ", trao lại ";

/// A certificate of a recipient: the first, or one issued in its place.
#[derive(Debug, Clone)]
pub(super) struct Issue {
    /// What it is known by: the recipient's id, and the day if it is not the first.
    pub(super) id: String,
    /// The recipient's index in the list.
    pub(super) recipient: usize,
    pub(super) number: u32,
    /// The number that was asked for.
    pub(super) own: Option<u32>,
    /// The day from which it holds.
    pub(super) since: Date,
    /// Apart, since most of a long list have none.
    fate: Option<Box<Fate>>,
}

/// What is not said of a certificate that was issued once, with all the others.
#[derive(Debug, Clone, Default)]
pub(super) struct Fate {
    /// Which line of `theo_doi.cap_lai` issued it; none for the first, whose number
    /// is counted on from that of the batch.
    pub(super) line: Option<usize>,
    /// `cấp lại lần 1, ngày 01/02/2021`, printed on it.
    pub(super) again: Option<String>,
    /// Which decision of `theo_doi.bo_sung` added the recipient.
    pub(super) added: Option<usize>,
    /// The certificate it stands in for, and the one that stands in for it.
    pub(super) before: Option<usize>,
    pub(super) after: Option<usize>,
    /// When it was handed over, anew after each correction.
    pub(super) handed: Vec<Date>,
    /// The lines of `theo_doi.dinh_chinh` that correct it, in the order of their
    /// decisions.
    pub(super) corrected: Vec<usize>,
    /// The line of `theo_doi.thu_hoi` that takes it back.
    pub(super) revoked: Option<usize>,
}

/// `12-QĐ/ĐUK, ngày 05/3/2021`.
pub(super) fn cited(decision: &Decision) -> String {
    format!("{}, ngày {}", decision.symbol.trim(), decision.date)
}

impl Issue {
    /// A certificate whose number is still to be given.
    pub(super) fn new(id: String, recipient: usize, own: Option<u32>, since: Date) -> Self {
        Self { id, recipient, number: 0, own, since, fate: None }
    }

    pub(super) fn fate(&self) -> &Fate {
        const NONE: &Fate = &Fate {
            line: None,
            again: None,
            added: None,
            before: None,
            after: None,
            handed: Vec::new(),
            corrected: Vec::new(),
            revoked: None,
        };
        self.fate.as_deref().unwrap_or(NONE)
    }

    pub(super) fn fate_mut(&mut self) -> &mut Fate {
        self.fate.get_or_insert_default()
    }

    /// Whether it holds: it was neither taken back nor issued anew.
    pub(super) fn holds(&self) -> bool {
        self.fate().revoked.is_none() && self.fate().after.is_none()
    }

    /// What takes it back.
    pub(super) fn revocation<'r>(&self, record: &'r CertificateBatch) -> Option<&'r Revocation> {
        record.afterwards.revoked.get(self.fate().revoked?)
    }

    /// The decision that had taken it back by this day.
    pub(super) fn revoked_by<'r>(&self, day: Date, record: &'r CertificateBatch) -> Option<&'r Decision> {
        self.revocation(record).map(|own| &own.decision).filter(|decision| decision.date <= day)
    }

    /// The decision that added its recipient, if that is not the one of the batch.
    pub(super) fn own_decision<'r>(&self, record: &'r CertificateBatch) -> Option<&'r Decision> {
        Some(&record.afterwards.added.get(self.fate().added?)?.decision)
    }

    /// Whom it names: `listed` with what was corrected until it held no longer; `all`
    /// are the certificates it is one of.
    pub(super) fn named(&self, listed: &Recipient, all: &[Self], record: &CertificateBatch) -> Recipient {
        self.named_where(listed, all, record, |_, _| true)
    }

    /// The same with those of its own corrections that it bears, told by their turn and what
    /// they say.
    pub(super) fn named_where(
        &self,
        listed: &Recipient,
        all: &[Self],
        record: &CertificateBatch,
        bears: impl Fn(usize, &Correction) -> bool,
    ) -> Recipient {
        let before = self.fate().before.and_then(|at| all.get(at));
        let mut named = before.map_or_else(|| listed.clone(), |own| own.named(listed, all, record));
        let corrected = self.fate().corrected.iter().filter_map(|at| record.afterwards.corrected.get(*at));
        for (_, own) in corrected.enumerate().filter(|(turn, own)| bears(*turn, own)) {
            named = own.of(&named).unwrap_or(named);
        }
        named
    }

    /// What became of it, for the register.
    pub(super) fn state(&self, all: &[Self], record: &CertificateBatch) -> String {
        let because = |reason: &Option<String>| {
            reason.as_ref().map(|own| format!(" ({})", own.trim())).unwrap_or_default()
        };
        let mut void = Vec::new();
        if let Some(own) = self.revocation(record) {
            void.push(format!("{REVOKED}{}{}", cited(&own.decision), because(&own.reason)));
        }
        if let Some(new) = self.fate().after.and_then(|at| all.get(at)) {
            void.push(format!(
                "thay bằng số {:02} ({})",
                new.number,
                new.fate().again.as_deref().unwrap_or_default()
            ));
        }
        let mut said = Vec::new();
        if !void.is_empty() {
            said.push(format!("{VOID}{}", void.join(", ")));
        }
        if let (Some(again), Some(old)) = (&self.fate().again, self.fate().before.and_then(|at| all.get(at)))
        {
            let line = self.fate().line.and_then(|at| record.afterwards.reissued.get(at));
            let by = line.and_then(|own| own.decision.as_ref());
            let by = by.map(|own| format!(" theo Quyết định số {}", cited(own))).unwrap_or_default();
            let reason = line.map(|own| because(&own.reason)).unwrap_or_default();
            said.push(format!("{again}, thay số {:02}{by}{reason}", old.number));
        }
        let corrected = self.fate().corrected.iter().filter_map(|at| record.afterwards.corrected.get(*at));
        said.extend(corrected.map(|own| format!("{CORRECTED}{}", cited(&own.decision))));
        let handed = self.fate().handed.iter().map(ToString::to_string);
        let handed = handed.collect::<Vec<_>>().join(HANDED_AGAIN);
        said.extend((!handed.is_empty()).then(|| format!("{HANDED}{handed}")));
        said.join("; ")
    }

    /// Why it is not printed, for whoever asks for it.
    pub(super) fn refusal(&self, record: &Placed<CertificateBatch>) -> Option<Diagnostic> {
        let decision = cited(&self.revocation(record)?.decision);
        let fault = FollowFault::Revoked { id: self.id.clone(), decision };
        Some(record.finding("theo_doi.thu_hoi", fault))
    }
}
