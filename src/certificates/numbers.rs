//! In: a list and the register numbers that earlier runs gave. Out: the number of
//! each recipient. A number once given stays with its id, whatever becomes of the
//! list, and goes to nobody else.

use std::collections::{BTreeMap, HashMap};

use super::record::{CertificateBatch, Recipient};
use super::store::Issued;
use crate::dataset::Placed;
use crate::diagnostic::{CertificateFault, Report};
use crate::values::Number;

/// The number of each recipient: the one that was given, the recipient's own, or
/// counted on from the first. `None` means that `report` says what is wrong.
pub(super) fn numbers(
    record: &Placed<CertificateBatch>,
    recipients: &[Placed<Recipient>],
    issued: &BTreeMap<String, Issued>,
    report: &mut Report,
) -> Option<Vec<u32>> {
    let owners: BTreeMap<u32, &str> =
        issued.iter().map(|(id, issued)| (issued.number, id.as_str())).collect();
    let mut sound = true;
    let mut numbers: Vec<Option<u32>> = Vec::new();
    for (at, recipient) in recipients.iter().enumerate() {
        let id = recipient.id.trim();
        let before = issued.get(id).map(|issued| issued.number);
        if let Some(number) = recipient.number.map(Number::plain) {
            let fault = match (before, owners.get(&number)) {
                (Some(before), _) if before != number => Some(CertificateFault::NumberMoved {
                    id: id.into(),
                    issued: before.to_string(),
                    now: number.to_string(),
                }),
                (None, Some(owner)) => {
                    Some(CertificateFault::NumberGiven { number: number.to_string(), owner: (*owner).into() })
                }
                _ => None,
            };
            sound &= fault.is_none();
            if let Some(fault) = fault {
                report.push(recipient.finding("so", fault));
            }
            numbers.push(Some(number));
        } else if let Some(first) = record.first_number {
            let turn = first.saturating_add(count(at));
            numbers.push(before.or_else(|| (!owners.contains_key(&turn)).then_some(turn)));
        } else {
            report.push(recipient.finding("", CertificateFault::NoNumber));
            return None;
        }
    }
    // Whose turn has gone to somebody else comes after all that were given.
    let given = owners.keys().copied().chain(numbers.iter().flatten().copied());
    let mut last = given.max().unwrap_or_default();
    let numbers: Vec<u32> = numbers
        .into_iter()
        .map(|number| {
            number.unwrap_or_else(|| {
                last = last.saturating_add(1);
                last
            })
        })
        .collect();
    if let Some(first) = record.first_number {
        let out_of_turn =
            |at: &usize| recipients[*at].number.is_none() && numbers[*at] != first.saturating_add(count(*at));
        let kept: Vec<usize> = (0..numbers.len()).filter(out_of_turn).collect();
        if let Some(at) = kept.first() {
            let (id, number) = (recipients[*at].id.trim().into(), numbers[*at].to_string());
            let fault = CertificateFault::NumbersKept { count: kept.len(), id, number };
            report.push(record.finding("so_dau", fault));
        }
    }
    (sound && unique(recipients, &numbers, report)).then_some(numbers)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Whether no number stands twice in the list.
fn unique(recipients: &[Placed<Recipient>], numbers: &[u32], report: &mut Report) -> bool {
    let mut seen = HashMap::new();
    let mut sound = true;
    for (recipient, number) in recipients.iter().zip(numbers) {
        let Some(first) = seen.insert(number, recipient) else { continue };
        let fault = CertificateFault::SameNumber { number: number.to_string() };
        let label = ["lần đầu", "the first time"];
        report.push(recipient.finding("so", fault).against(first.source(), first.span("so"), label));
        sound = false;
    }
    sound
}
