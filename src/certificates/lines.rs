//! In: a batch whose recipients are numbered. Out: a finding for everything in its
//! lines that is wrong on every sheet, told once: a line too long, one that says
//! another year or another kind of paper, a name or a unit that no line prints.

use std::collections::BTreeMap;

use super::batch::Batch;
use super::record::{Line, Recipients, Source};
use crate::compile::Compiler;
use crate::diagnostic::{CertificateFault, Fault, FollowFault, Report};
use crate::expression::expressions;
use crate::values::{comparable, one_line};

/// Until this month what a year was worth may be said by papers of the next.
const LATE: u32 = 6;

/// Looks at the lines. False means that nothing can be printed.
pub(super) fn check(batch: &Batch, compiler: &Compiler<'_>, report: &mut Report) -> bool {
    title(batch, report);
    years(batch, report);
    // A style that the profile does not have was told.
    if batch.record.lines.iter().any(|line| !batch.profile.styles.contains_key(line.style.trim())) {
        return false;
    }
    let composer = batch.composer(compiler);
    let mut faults = composer.signature();
    faults.extend(composer.fixed_lines(batch.date));
    if faults.is_empty() {
        faults.extend(composer.too_tall(batch.date).map(|fault| ("dong".into(), fault)));
    }
    let sound = faults.is_empty();
    for (key, fault) in faults {
        report.push(batch.record.finding(&key, fault));
    }
    sound & printed(batch, report)
}

/// The folder says what kind of paper it is, and so which book it is entered in.
fn title(batch: &Batch, report: &mut Report) {
    let kind = batch.file.kind.as_deref().unwrap_or_default();
    let Some(at) = batch.record.lines.iter().position(|line| line.style.trim() == "ten_giay") else { return };
    let title = one_line(&batch.record.lines[at].text);
    let names = |folder: &str| comparable(&title).starts_with(&comparable(folder));
    let own = super::FOLDERS.iter().map(|(folder, _)| *folder).find(|folder| names(folder));
    // Certificates of any name may lie among the others.
    if let Some(own) = own.filter(|own| *own != kind && kind != super::FOLDERS[0].0) {
        let (folder, own) = (kind.to_string(), own.to_string());
        let fault = CertificateFault::OtherFolder { title, folder, own };
        report.push(batch.record.finding(&format!("dong.{at}.chu"), fault));
    }
}

/// A year left over from the certificates of another one.
fn years(batch: &Batch, report: &mut Report) {
    let (year, month, _) = batch.date.parts();
    for (at, line) in batch.record.lines.iter().enumerate() {
        let words: Vec<_> = line.text.split_whitespace().collect();
        let said = words.windows(2).filter(|pair| pair[0].to_lowercase().ends_with("năm"));
        let digits = |word: &str| word.trim_matches(|c: char| !c.is_ascii_digit()).parse::<i32>().ok();
        let said = said.filter_map(|pair| digits(pair[1])).filter(|year| (1900..=2999).contains(year));
        // Of several years the last is the one that is spoken of.
        let Some(said) = said.max() else { continue };
        if said != year && !(said == year - 1 && month <= LATE) {
            let fault = CertificateFault::OtherYear { said, date: batch.date.to_string() };
            report.push(batch.record.finding(&format!("dong.{at}.chu"), fault));
        }
    }
}

/// Whether the lines can be said, and print each name and what the list gives
/// besides. Recipients who have the same parts are printed alike; one of them stands
/// for all.
fn printed(batch: &Batch, report: &mut Report) -> bool {
    let record = &batch.record;
    if !batch.mentions("ten") {
        report.push(record.finding("dong", CertificateFault::NameNotPrinted));
        return false;
    }
    let wordings = Batch::wordings();
    let mut alike: BTreeMap<Vec<&str>, Vec<&'static str>> = BTreeMap::new();
    let mut lost: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let corrections = record.afterwards.corrections();
    let mut mistakes = Report::default();
    for at in 0..batch.recipients.len() {
        let facts = batch.facts(at);
        let given: Vec<_> = facts.listed().filter_map(|(name, words)| Some((name, words?))).collect();
        let names = given.iter().map(|(name, _)| *name).collect();
        let missing = alike.entry(names).or_insert_with(|| match batch.said(&wordings, at) {
            Ok(said) => given.iter().filter(|(_, words)| !said.shows(words)).map(|(name, _)| *name).collect(),
            Err(finding) => {
                // What the recipient lacks is told with the page.
                if !matches!(finding.fault, Fault::Certificate(CertificateFault::Lacking { .. })) {
                    mistakes.push(finding);
                }
                Vec::new()
            }
        });
        let id = batch.recipients[at].id.trim();
        for (correction, own) in corrections.iter().filter(|(_, own)| own.id.trim() == id) {
            for (key, _) in own.said().filter(|(key, _)| missing.contains(key)) {
                let fault = FollowFault::CorrectsUnprinted { id: id.into(), word: key };
                report.push(record.finding(&format!("theo_doi.dinh_chinh.{correction}.{key}"), fault));
            }
        }
        for word in missing {
            lost.entry(word).or_insert((0, at)).0 += 1;
        }
    }
    mistakes.tell_once();
    let sound = !mistakes.blocks();
    report.extend(mistakes);
    let listed = !matches!(&record.recipients, Recipients::Kept(Source::Decision(_)));
    for (word, (count, first)) in lost {
        let meant = batch.mentions(word);
        if meant || listed {
            let fault = CertificateFault::Unprinted { word: word.into(), count, meant };
            report.push(batch.recipients[first].finding(word, fault));
        }
    }
    sound
}

impl Batch {
    /// Whether an expression in the middle of the page speaks of this word.
    fn mentions(&self, word: &str) -> bool {
        let printed = |line: &&Line| self.profile.prints(self.mode, line.style.trim());
        self.record.lines.iter().filter(printed).any(|line| speaks_of(&line.text, word))
    }
}

/// Whether an expression of a line speaks of this word.
pub(super) fn speaks_of(line: &str, word: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let holds = |code: &str| code.split(|c: char| !is_word(c)).any(|own| own == word);
    expressions(line).iter().filter_map(|own| own.code).any(holds)
}
