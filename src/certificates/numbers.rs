//! In: a list and the register numbers that earlier runs gave. Out: the number of
//! each recipient. A number once given stays with its id, whatever becomes of the
//! list, and goes to nobody else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::issue::{AGAIN, Issue};
use super::record::{CertificateBatch, Recipient, Recipients, Source};
use super::remembered::Remembered;
use crate::dataset::Placed;
use crate::diagnostic::{Diagnostic, RegisterFault, Report};

/// Numbers the certificates: each has the number that was given, one of its own,
/// or one counted on from the first past those that recipients have of their own; one
/// issued anew comes after all of the book, `others` being those of other batches. False
/// means that `report` says what is wrong.
pub(super) fn number(
    record: &Placed<CertificateBatch>,
    recipients: &[Placed<Recipient>],
    issues: &mut [Issue],
    (remembered, others): (&Remembered, &BTreeSet<u32>),
    report: &mut Report,
) -> bool {
    let Remembered { issued: given, strays, .. } = remembered;
    let turns = turns(record, issues, remembered);
    let known: BTreeSet<String> = issues.iter().map(|issue| issue.id.clone()).collect();
    let owners: BTreeMap<u32, &str> = given.iter().map(|(id, issued)| (issued.number, id.as_str())).collect();
    let mut sound = true;
    let mut numbers: Vec<Option<u32>> = Vec::new();
    for (issue, turn) in issues.iter().zip(&turns) {
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
        } else if let Some(turn) = *turn {
            // Who is new to a printed batch does not take what another one has given, or
            // what a paper bears whose owner is not known.
            let taken = owners.contains_key(&turn)
                || (!given.is_empty() && (others.contains(&turn) || strays.contains(&turn)));
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
            last =
                (last.saturating_add(1)..=u32::MAX).find(|next| !strays.contains(next)).unwrap_or(u32::MAX);
            last
        });
    }
    let out_of_turn = |(issue, turn): &(&Issue, &Option<u32>)| turn.is_some_and(|turn| turn != issue.number);
    let mut kept = issues.iter().zip(&turns).filter(out_of_turn).map(|(issue, _)| issue);
    if let Some(Issue { id, number, .. }) = kept.next() {
        let (count, id, number) = (kept.count() + 1, id.clone(), number.to_string());
        report.push(record.finding("so_dau", RegisterFault::NumbersKept { count, id, number }));
    }
    sound && unique(record, recipients, issues, report)
}

/// The number that each certificate without one of its own has in the order of the list,
/// if they are counted. Who keeps a number from before the first one was set higher takes no
/// turn: whoever comes next begins with that first one.
fn turns(record: &CertificateBatch, issues: &[Issue], remembered: &Remembered) -> Vec<Option<u32>> {
    let is_first = |issue: &&Issue| issue.fate().line.is_none();
    let by_hand: BTreeSet<u32> = issues.iter().filter(is_first).filter_map(|issue| issue.own).collect();
    let first = record.first_number.unwrap_or(u32::MAX);
    let mut free = (first..=u32::MAX).filter(|at| !by_hand.contains(at));
    let counted = |issue: &Issue| record.first_number.is_some() && is_first(&issue) && issue.own.is_none();
    let is_below = |issue: &Issue| remembered.issued.get(&issue.id).is_some_and(|own| own.number < first);
    let mut turn = |issue: &Issue| if is_below(issue) { first } else { free.next().unwrap_or(u32::MAX) };
    issues.iter().map(|issue| counted(issue).then(|| turn(issue))).collect()
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
        let Some(first) = seen.insert(issue.number, issue) else { continue };
        // Who wrote the number can mend it.
        let (issue, first) = if issue.own.is_none() { (first, issue) } else { (issue, first) };
        let fault = RegisterFault::SameNumber { number: issue.number.to_string() };
        let label = ["cũng số này", "the same number"];
        let first = &recipients[first.recipient];
        let finding = finding(record, recipients, issue, fault);
        report.push(finding.against(first.source(), first.span("so"), label));
        sound = false;
    }
    sound
}
