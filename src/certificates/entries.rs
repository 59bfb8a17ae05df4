//! In: a batch and its certificates as they were made. Out: the entries of its
//! register: every certificate that was issued, also those that hold no longer,
//! with what became of each, and the numbers whose rows went.

use super::batch::Batch;
use super::issue::Issue;
use super::record::Recipient;
use super::register::{Entry, Row, sealed};
use super::store::Made;
use crate::attestation::DROPPED;
use crate::diagnostic::Diagnostic;
use crate::values::one_line;

impl Batch {
    /// The rows of the register, in the order of the list, one after the other: ten
    /// thousand at once are many. `signature` is that of the QR code at an index.
    pub(super) fn rows<'a>(
        &'a self,
        all: &'a [&'a Made],
        signature: impl Fn(usize) -> Option<String> + 'a,
    ) -> impl Iterator<Item = Row> + 'a {
        let held = self.printed.iter().zip(&self.recipients).enumerate();
        let held = held.map(|(at, (issue, recipient))| (*issue, recipient, all.get(at).map(|own| (at, own))));
        let void = self.void.iter().map(|(issue, recipient)| (*issue, recipient, None));
        let mut entries: Vec<_> = held.chain(void).collect();
        entries.sort_by_key(|(issue, ..)| *issue);
        let count = entries.len() + self.dropped.len();
        let rows = entries.into_iter().map(move |(issue, recipient, made)| {
            let mut row = self.row(&self.issues[issue], recipient);
            if let Some((at, made)) = made {
                row.file.clone_from(&made.file);
                row.sha256 = made.stamp.sha256.to_string();
                row.signature = signature(at).unwrap_or_default();
            }
            self.sealed(row, count)
        });
        let mut dropped: Vec<_> = self.dropped.iter().collect();
        dropped.sort_by_key(|(_, own)| own.number);
        let dropped = dropped.into_iter().map(move |(id, own)| self.sealed(self.given_up(id, own), count));
        rows.chain(dropped)
    }

    /// The row of a number whose row went from the list.
    fn given_up(&self, id: &str, own: &Entry) -> Row {
        let Entry { number, name, unit, model, date, decision } = own.clone();
        Row {
            number,
            id: id.into(),
            name,
            unit,
            model,
            date,
            kind: self.kind(),
            decision,
            state: DROPPED.into(),
            file: String::new(),
            sha256: String::new(),
            signature: String::new(),
            seal: String::new(),
            note: String::new(),
        }
    }

    fn row(&self, issue: &Issue, recipient: &Recipient) -> Row {
        let decision = self.decision(issue).map(|own| format!("{}, {}", own.symbol, own.date));
        Row {
            number: issue.number,
            id: issue.id.clone(),
            name: recipient.name.clone(),
            unit: recipient.unit.as_deref().unwrap_or_default().into(),
            model: recipient.model.as_deref().unwrap_or_default().into(),
            date: self.date_of(issue).to_string(),
            kind: self.kind(),
            decision: decision.unwrap_or_default(),
            state: issue.state(&self.issues, &self.record),
            file: String::new(),
            sha256: String::new(),
            signature: String::new(),
            seal: String::new(),
            note: recipient.note.as_deref().map(one_line).unwrap_or_default(),
        }
    }

    /// The row, one of so many, with the office's signature over it, if there is a key.
    fn sealed(&self, row: Row, count: usize) -> Row {
        let seal = self.key.as_ref().map(|key| sealed(&row, count, key));
        Row { seal: seal.unwrap_or_default(), ..row }
    }

    /// What became of all certificates, for whoever must know whether it changed.
    pub(super) fn states(&self) -> String {
        let void = self.void.iter().map(|(_, own)| format!("{own:?}\n", own = **own));
        let states = self.issues.iter().map(|issue| issue.state(&self.issues, &self.record) + "\n");
        let dropped = self.dropped.iter().map(|own| format!("{own:?}\n"));
        states.chain(void).chain(dropped).collect()
    }

    /// Why the certificate that was asked for by this id is not printed again.
    pub(super) fn refusal(&self, id: &str) -> Option<Diagnostic> {
        let id = id.trim();
        if self.recipients.iter().any(|recipient| recipient.id.trim() == id) {
            return None;
        }
        self.issues.iter().find(|issue| issue.id == id)?.refusal(&self.record)
    }
}
