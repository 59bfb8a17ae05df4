//! In: a batch file. Out: the batch, checked: its profile, its recipients with
//! their register numbers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::amended;
use super::bare_rows;
use super::books::Books;
use super::care;
use super::dropped::dropped;
use super::examine;
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
use super::record::{CertificateBatch, Decision, PrintMode, Recipient};
use super::register::Entry;
use super::remembered::remembered;
use crate::attestation::SecretKey;
use crate::dataset::{Origin, Placed};
use crate::diagnostic::{Diagnostic, Report};
use crate::digest::{Digest, Sum};
use crate::expression::expressions;
use crate::load::{self, Loaded};
use crate::recognition::Recognition;
use crate::validate;
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
    let Means { workspace, compiler, decide } = *means;
    let fonts = compiler.fonts();
    let loaded: Loaded<CertificateBatch> = examine::bounded(load::load(file, report)?, report)?;
    let mut characters = Report::default();
    validate::characters(&loaded, |c| fonts.covers(c), &mut characters);
    let signed = loaded.record.date.or_else(|| loaded.record.decision.as_ref().map(|own| own.date));
    let mut own = Report::default();
    let Loaded { source, tree, record } = care::read(workspace, loaded, signed, &mut own);
    let origin = Arc::new(Origin { source, tree });
    let record = Placed::new(record, &origin, String::new());
    let decided = match recipients::decision(workspace, &record, decide) {
        Ok(decided) => decided,
        Err(finding) => {
            report.extend(own);
            report.push(finding);
            return None;
        }
    };
    let record = match &decided {
        None => record,
        Some(Recognition { symbol, date, .. }) => {
            let decision = Some(Decision { symbol: symbol.clone(), date: *date });
            record.map(|record| CertificateBatch { decision, ..record })
        }
    };
    let profile = CertificateProfile::read(workspace, record.profile.trim())
        .map_err(|finding| own.push(examine::of_profile(&record, finding)))
        .ok();
    let breaks = Breaks::read(workspace).map_err(|finding| own.push(finding)).ok();
    let mode = record.mode.or_else(|| profile.as_ref()?.modes.first().copied());
    if let Some((profile, mode)) = profile.as_ref().zip(mode) {
        examine::profile(workspace, &record, profile, mode, compiler, &mut own);
    }
    let date = record.date.or_else(|| record.decision.as_ref().map(|decision| decision.date));
    examine::dates(&record, decided.is_some(), &mut own);
    if let Some(date) = date {
        examine::decided(workspace, &record, decided.as_ref(), date, &mut own);
    }
    if let Some(decided) = &decided {
        amended::check(&record, decided, &mut own);
    }
    let folder = workspace.output(file, "");
    let key = examine::key(workspace, &record, &folder, &mut own);
    // A tab is told as the character it is, not as an odd space too.
    let is_told = |finding: &Diagnostic| characters.iter().any(|own| finding.place_is(own));
    own.retain(|finding| finding.rule() != "cach-la" || !is_told(finding));
    let gathered = recipients::gather(workspace, file, &record, decided.as_ref(), &origin, fonts, report);
    let mut sound = !own.blocks();
    report.extend(own);
    let Some(mut gathered) = gathered else {
        report.extend(characters);
        return None;
    };
    // A character that cannot be printed outside the list is on every page.
    sound &= gathered.take(characters, report);
    let Gathered { recipients, refused, mut listed, .. } = gathered;
    bare_rows::check(&recipients, report);
    let date = date?;
    let remembered = remembered(workspace, file, report)?;
    let (mut issues, open) = issues(&record, &recipients, date, &remembered, report)?;
    let others = books.taken(workspace, &book(file, &record, date), &folder);
    if !number(&record, &recipients, &mut issues, (&remembered, &others), report) {
        return None;
    }
    let all = issues.iter().enumerate();
    let (printed, void): (Vec<usize>, Vec<usize>) =
        all.map(|(at, _)| at).partition(|at: &usize| issues[*at].holds());
    let named = |at: usize| {
        let recipient = &recipients[issues[at].recipient];
        let first = listed.get(&issues[at].recipient).unwrap_or(recipient);
        recipient.with(issues[at].named(first, &issues, &record))
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
    let batch = Batch {
        file: file.clone(),
        profile: profile?,
        mode: mode?,
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
        breaks: breaks?,
        key,
    };
    sound &= lines::check(&batch, compiler, report);
    Some(batch).filter(|_| sound)
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
        let own = self.corrected.get(&at).unwrap_or(&self.recipients[at]);
        let parts = [&own.title, &own.position, &own.unit, &own.model, &own.rank, &own.merit];
        let parts = parts.map(|part| one_line(part.as_deref().unwrap_or_default()));
        let said = parts.iter().fold(Digest::default().with(one_line(&own.name)), Digest::with);
        let issue = self.issue(at);
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
