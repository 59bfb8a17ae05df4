//! In: a list and the register numbers that earlier runs gave. Out: the number of
//! each recipient. A number once given stays with its id, whatever becomes of the
//! list, and goes to nobody else.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use super::issue::{AGAIN, Issue};
use super::jobs::REPRINT;
use super::names::is_numbered;
use super::record::{CertificateBatch, Recipient, Recipients, Source};
use super::store::{Issued, Store};
use crate::dataset::Placed;
use crate::diagnostic::{Diagnostic, RegisterFault, Report};
use crate::workspace::{DataFile, Workspace};

/// Numbers the certificates: each has the number that was given, one of its own,
/// or one counted on from the first; one issued anew comes after all of the book,
/// `others` being those of other batches. False means that `report` says what is
/// wrong.
pub(super) fn number(
    record: &Placed<CertificateBatch>,
    recipients: &[Placed<Recipient>],
    issues: &mut [Issue],
    (given, others): (&BTreeMap<String, Issued>, &BTreeSet<u32>),
    report: &mut Report,
) -> bool {
    let known: BTreeSet<String> = issues.iter().map(|issue| issue.id.clone()).collect();
    let owners: BTreeMap<u32, &str> = given.iter().map(|(id, issued)| (issued.number, id.as_str())).collect();
    let mut sound = true;
    let mut numbers: Vec<Option<u32>> = Vec::new();
    for (at, issue) in issues.iter().enumerate() {
        let before = given.get(&issue.id).map(|issued| issued.number);
        if let Some(number) = issue.own {
            let again = format!("{}{AGAIN}", recipients[issue.recipient].id.trim());
            let is_same_paper = |owner: &&str| {
                issue.fate().line.is_some() && owner.starts_with(&again) && !known.contains(*owner)
            };
            let id = issue.id.clone();
            let fault = match (before, owners.get(&number)) {
                (Some(before), _) if before != number => Some(RegisterFault::NumberMoved {
                    id,
                    issued: before.to_string(),
                    now: number.to_string(),
                }),
                // A paper issued anew whose day was mended is the same paper.
                (None, Some(owner)) if !is_same_paper(owner) => {
                    Some(RegisterFault::NumberGiven { number: number.to_string(), owner: (*owner).into() })
                }
                _ => None,
            };
            sound &= fault.is_none();
            report.extend(
                fault.map(|fault| finding(record, recipients, issue, fault).into()).unwrap_or_default(),
            );
            numbers.push(Some(number));
        } else if issue.fate().line.is_some() {
            numbers.push(before);
        } else if let Some(first) = record.first_number {
            let turn = first.saturating_add(count(at));
            // Who is new to a printed batch does not take what another one has given.
            let taken = owners.contains_key(&turn) || (!given.is_empty() && others.contains(&turn));
            numbers.push(before.or_else(|| (!taken).then_some(turn)));
        } else {
            report.push(match &record.recipients {
                // What the decision lists has no numbers of its own.
                Recipients::Kept(Source::Decision(_)) => {
                    record.finding("nguoi_nhan", RegisterFault::NoFirstNumber)
                }
                _ => recipients[issue.recipient].finding("", RegisterFault::NoNumber),
            });
            return false;
        }
    }
    // Whose turn has gone to somebody else comes after all that were given.
    let all = owners.keys().copied().chain(numbers.iter().flatten().copied());
    let mut last = all.chain(others.iter().copied()).max().unwrap_or_default();
    for (issue, number) in issues.iter_mut().zip(numbers) {
        issue.number = number.unwrap_or_else(|| {
            last = last.saturating_add(1);
            last
        });
    }
    if let Some(first) = record.first_number {
        let out_of_turn = |(at, issue): &(usize, &Issue)| {
            let counted = issue.fate().line.is_none() && issue.own.is_none();
            counted && issue.number != first.saturating_add(count(*at))
        };
        let mut kept = issues.iter().enumerate().filter(out_of_turn).map(|(_, issue)| issue);
        if let Some(Issue { id, number, .. }) = kept.next() {
            let (count, id, number) = (kept.count() + 1, id.clone(), number.to_string());
            report.push(record.finding("so_dau", RegisterFault::NumbersKept { count, id, number }));
        }
    }
    sound && unique(record, recipients, issues, report)
}

/// A finding about the number of a certificate, where it is written.
fn finding(
    record: &Placed<CertificateBatch>,
    recipients: &[Placed<Recipient>],
    issue: &Issue,
    fault: RegisterFault,
) -> Diagnostic {
    match issue.fate().line {
        Some(line) => record.finding(&format!("theo_doi.cap_lai.{line}.so"), fault),
        None => recipients[issue.recipient].finding("so", fault),
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Whether no number stands twice in the list.
fn unique(
    record: &Placed<CertificateBatch>,
    recipients: &[Placed<Recipient>],
    issues: &[Issue],
    report: &mut Report,
) -> bool {
    let mut seen = HashMap::new();
    let mut sound = true;
    for issue in issues {
        let Some(first) = seen.insert(issue.number, &recipients[issue.recipient]) else { continue };
        let fault = RegisterFault::SameNumber { number: issue.number.to_string() };
        let label = ["lần đầu", "the first time"];
        let finding = finding(record, recipients, issue, fault);
        report.push(finding.against(first.source(), first.span("so"), label));
        sound = false;
    }
    sound
}

/// The numbers that earlier runs gave, in the usual output folder too where this run
/// writes elsewhere. None where certificates lie there, but not what tells whose
/// numbers they bear: nobody may be given another one's.
pub(super) fn remembered(
    workspace: &Workspace,
    file: &DataFile,
    report: &mut Report,
) -> Option<BTreeMap<String, Issued>> {
    let mut given = in_folder(&workspace.output(file, ""), file, report)?;
    if let Some(usual) = workspace.usual_out() {
        let usual = in_folder(&usual.join(&file.stem), file, report)?;
        let taken: BTreeSet<u32> = usual.values().map(|own| own.number).collect();
        // What was tried elsewhere never moves a number that was given.
        given.retain(|_, own| !taken.contains(&own.number));
        given.extend(usual);
    }
    Some(given)
}

fn in_folder(folder: &Path, file: &DataFile, report: &mut Report) -> Option<BTreeMap<String, Issued>> {
    let store = Store::read(folder);
    let names = || {
        let entries = folder.read_dir().into_iter().flatten().flatten();
        let files = entries.filter(|entry| entry.path().is_file());
        files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>()
    };
    if !store.is_remembered() && names().iter().any(|name| is_numbered(name)) {
        let folder = folder.display().to_string();
        report.push(Diagnostic::in_file(&file.name, RegisterFault::MemoryLost { folder }));
        return None;
    }
    // The register tells numbers, not what was still to be printed.
    if store.list.is_empty() && names().iter().any(|name| name.starts_with(REPRINT)) {
        report.push(Diagnostic::in_file(&file.name, RegisterFault::ReprintForgotten));
    }
    Some(store.issued)
}
