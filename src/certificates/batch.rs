//! In: a batch file. Out: the batch, checked: its profile, its recipients with
//! their register numbers.

use std::collections::BTreeMap;

use super::bare_rows;
use super::books::Books;
use super::declared::{Declared, Look, declared};
use super::dropped::dropped;
use super::fit::Breaks;
use super::gathered::Gathered;
use super::handed::Open;
use super::issue::Issue;
use super::lines;
use super::lives::issues;
use super::numbers::number;
use super::order::Means;
use super::profile::CertificateProfile;
use super::recipients;
use super::record::{CertificateBatch, PrintMode, Recipient};
use super::register::Entry;
use super::remembered::{counted_anew, remembered};
use crate::attestation::SecretKey;
use crate::dataset::Placed;
use crate::diagnostic::{Diagnostic, Report};
use crate::digest::{Digest, Sum};
use crate::expression::expressions;
use crate::values::{Date, Texts, comparable, one_line};
use crate::workspace::DataFile;

/// Certificates that one file for the printer holds, if the batch does not say.
const PER_VOLUME: usize = 50;

/// A batch that can be printed.
pub(super) struct Batch {
    pub(super) file: DataFile,
    pub(super) record: Placed<CertificateBatch>,
    pub(super) profile: CertificateProfile,
    pub(super) mode: PrintMode,
    pub(super) date: Date,
    /// Who is given a certificate that holds.
    pub(super) recipients: Vec<Placed<Recipient>>,
    /// Those that a finding keeps from being printed.
    pub(super) refused: Vec<bool>,
    /// The register number of each.
    pub(super) numbers: Vec<u32>,
    /// Which of the certificates each is given.
    pub(super) printed: Vec<usize>,
    /// All certificates, those that hold no longer too.
    pub(super) issues: Vec<Issue>,
    /// Whose they were that hold no longer, by their index.
    pub(super) void: Vec<(usize, Placed<Recipient>)>,
    /// Numbers whose rows went, by id.
    pub(super) dropped: BTreeMap<String, Entry>,
    /// The certificates that a handover of all does not mean.
    pub(super) open: Open,
    /// What the list said of those whom a later decision corrected, by their indexes.
    corrected: BTreeMap<usize, Recipient>,
    pub(super) breaks: Breaks,
    /// The key that signs the QR codes, if there are any.
    pub(super) key: Option<SecretKey>,
}

/// Reads a batch; `books` know the numbers of the others. `None` means that `report` says why it cannot be printed.
pub(super) fn read(
    means: &Means<'_>,
    file: &DataFile,
    books: &mut Books,
    report: &mut Report,
) -> Option<Batch> {
    let Means { workspace, compiler, .. } = *means;
    let Declared { record, decided, origin, look, date, key, mut found, characters } =
        declared(means, file, report)?;
    // A tab is told as the character it is, not as an odd space too.
    let is_told = |finding: &Diagnostic| characters.iter().any(|own| finding.place_is(own));
    found.retain(|finding| finding.rule() != "cach-la" || !is_told(finding));
    let fonts = compiler.fonts();
    let gathered = recipients::gather(workspace, file, &record, decided.as_ref(), &origin, fonts, report);
    let mut sound = !found.blocks();
    report.extend(found);
    let Some(mut gathered) = gathered else {
        report.extend(characters);
        return None;
    };
    // A character that cannot be printed outside the list is on every page.
    sound &= gathered.take(characters, report);
    bare_rows::check(&gathered.recipients, report);
    let date = date?;
    let remembered = remembered(workspace, file, report)?;
    let (mut issues, open) = issues(&record, &gathered.recipients, date, &remembered, report)?;
    counted_anew(workspace, file, &record, &remembered, &issues, report);
    let others = books.taken(workspace, &book(file, &record, date), &workspace.output(file, ""));
    if !number(&record, &gathered.recipients, &mut issues, (&remembered, &others), report) {
        return None;
    }
    let Held { recipients, refused, printed, void, corrected } = held(gathered, &issues, &record);
    let Look { profile, mode, breaks } = look?;
    let batch = Batch {
        file: file.clone(),
        profile,
        mode,
        date,
        record,
        recipients,
        refused,
        numbers: printed.iter().map(|at| issues[*at].number).collect(),
        dropped: dropped(workspace, file, &remembered, &issues),
        printed,
        issues,
        void,
        open,
        corrected,
        breaks,
        key,
    };
    sound &= lines::check(&batch, compiler, report);
    Some(batch).filter(|_| sound)
}

/// Who is given a certificate that holds, and whose hold no longer.
struct Held {
    recipients: Vec<Placed<Recipient>>,
    refused: Vec<bool>,
    printed: Vec<usize>,
    void: Vec<(usize, Placed<Recipient>)>,
    corrected: BTreeMap<usize, Recipient>,
}

fn held(gathered: Gathered, issues: &[Issue], record: &CertificateBatch) -> Held {
    let Gathered { recipients, refused, mut listed, .. } = gathered;
    let (printed, void): (Vec<usize>, Vec<usize>) =
        (0..issues.len()).partition(|at: &usize| issues[*at].holds());
    let named = |at: usize| {
        let recipient = &recipients[issues[at].recipient];
        let first = listed.get(&issues[at].recipient).unwrap_or(recipient);
        recipient.with(issues[at].named(first, issues, record))
    };
    let void = void.into_iter().map(|at| (at, named(at))).collect();
    let first = printed
        .iter()
        .enumerate()
        .filter_map(|(at, issue)| Some((at, listed.remove(&issues[*issue].recipient)?)));
    let corrected = first.collect();
    // Each has one certificate at most that holds.
    let mut recipients: Vec<_> = recipients.into_iter().zip(refused).map(Some).collect();
    let kept = printed.iter().filter_map(|at| recipients[issues[*at].recipient].take());
    let (mut recipients, refused): (Vec<_>, _) = kept.unzip();
    recipients.shrink_to_fit();
    Held { recipients, refused, printed, void, corrected }
}

impl Batch {
    /// The same with the long lists in memory of their own, and what many rows say
    /// alike kept once: what stays of the reading lies
    /// scattered among what went, and keeps that from being given back.
    pub(super) fn settled(self) -> Self {
        let mut texts = Texts::default();
        let recipients = self.recipients.iter().map(|own| own.with(own.sharing(&mut texts))).collect();
        Self { recipients, issues: self.issues.clone(), ..self }
    }

    pub(super) fn per_volume(&self) -> usize {
        self.record.per_volume.map_or(PER_VOLUME, |number| number as usize)
    }

    /// What the list, and the decision that added the recipient at this index, say,
    /// whatever corrects it, as a short digest that other versions of the program read too.
    pub(super) fn listed(&self, at: usize) -> Sum {
        self.digest_of(self.first_said(at), self.issue(at))
    }

    /// What the list said of the recipient at this index, before any correction.
    pub(super) fn first_said(&self, at: usize) -> &Recipient {
        self.corrected.get(&at).unwrap_or(&self.recipients[at])
    }

    /// What a certificate says of a recipient, in short.
    pub(super) fn digest_of(&self, own: &Recipient, issue: &Issue) -> Sum {
        let parts = [&own.title, &own.position, &own.unit, &own.model, &own.rank, &own.merit];
        let parts = parts.map(|part| one_line(part.as_deref().unwrap_or_default()));
        let said = parts.iter().fold(Digest::default().with(one_line(&own.name)), Digest::with);
        let added =
            issue.own_decision(&self.record).map(|own| format!("{} {}", one_line(&own.symbol), own.date));
        added.into_iter().chain(issue.fate().again.clone()).fold(said, Digest::with).sum().short()
    }

    /// The certificate at this index.
    pub(super) fn issue(&self, at: usize) -> &Issue {
        &self.issues[self.printed[at]]
    }

    /// `Giấy công nhận số 07: Chi bộ Sở Tư pháp`.
    pub(super) fn title(&self, at: usize) -> String {
        let Recipient { name, .. } = &*self.recipients[at];
        format!("{} số {:02}: {}", self.kind(), self.numbers[at], one_line(name))
    }

    /// The book that its numbers stand in: one kind of paper by one body in one year.
    pub(super) fn book(&self) -> String {
        book(&self.file, &self.record, self.date)
    }

    /// What the certificates are called.
    pub(super) fn kind(&self) -> String {
        let line = self.record.lines.iter().find(|line| line.style == "ten_giay");
        let fixed = line.filter(|line| expressions(&line.text).is_empty());
        fixed.map_or_else(|| "Giấy".into(), |line| one_line(&line.text))
    }
}

fn book(file: &DataFile, record: &CertificateBatch, date: Date) -> String {
    let kind = file.kind.as_deref().unwrap_or_default();
    let (code, place) = (comparable(&record.body.code), comparable(&record.place));
    format!("{kind} {code} {place} {}", date.parts().0)
}
