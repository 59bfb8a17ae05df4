//! In: records. Out: a finding for every one that says again what another said;
//! one finding for a list that was sent twice.

use std::collections::{BTreeMap, HashMap};

use super::names::letter_for_letter;
use super::{Dataset, Placed};
use crate::diagnostic::{DataFault, Diagnostic, FigureFault, Report};
use crate::records::State;

/// More rows than this in two files that say the same are one list sent twice.
const FEW: usize = 5;

/// A record that says what another has said.
pub(super) struct Again {
    finding: Diagnostic,
    file: String,
    other: String,
    /// Where the record stands, to count each once.
    place: String,
}

impl Again {
    pub(super) fn new<T>(finding: Diagnostic, record: &Placed<T>, first: &Placed<T>) -> Self {
        let name = |record: &Placed<T>| record.source().name().to_string();
        Self { finding, file: name(record), other: name(first), place: record.place("") }
    }
}

/// Tells them; whether a whole list is there twice.
pub(super) fn tell(again: Vec<Again>, report: &mut Report) -> bool {
    let mut by_files: BTreeMap<(String, String), Vec<Again>> = BTreeMap::new();
    for own in again {
        by_files.entry((own.file.clone(), own.other.clone())).or_default().push(own);
    }
    let mut twice = false;
    for ((file, other), all) in by_files {
        let mut places: Vec<_> = all.iter().map(|own| own.place.as_str()).collect();
        places.dedup();
        if file != other && places.len() > FEW {
            twice = true;
            report.push(Diagnostic::in_file(file, FigureFault::SameList { rows: places.len(), other }));
        } else {
            for own in all {
                report.push(own.finding);
            }
        }
    }
    twice
}

/// Records with one code, and names that a unit registers twice a year; whether
/// a whole list is there twice.
pub(super) fn find(data: &Dataset, report: &mut Report) -> bool {
    let mut again = Vec::new();
    same_ids(data.organisations.iter(), |body| Some(&body.id), &mut again);
    same_ids(data.units.iter(), |unit| Some(&unit.code), &mut again);
    same_ids(data.indicators.iter(), |indicator| Some(&indicator.code), &mut again);
    same_ids(data.models.iter(), |model| model.model.id.as_ref(), &mut again);
    let mut first = HashMap::new();
    for model in data.models.iter().filter(|model| model.model.state != State::Withdrawn) {
        let key = (model.year, model.unit, letter_for_letter(&model.model.name));
        if let Some(other) = first.insert(key, model) {
            let fault = DataFault::SameName { other: other.place("ten") };
            again.push(Again::new(model.finding("ten", fault), model, other));
        }
    }
    again.sort_by(|a, b| a.place.cmp(&b.place));
    tell(again, report)
}

fn same_ids<'r, T: 'r>(
    records: impl Iterator<Item = &'r Placed<T>>,
    id: impl Fn(&'r T) -> Option<&'r String>,
    again: &mut Vec<Again>,
) {
    let mut first: HashMap<&str, &Placed<T>> = HashMap::new();
    for record in records {
        let Some(id) = id(record) else { continue };
        match first.get(id.as_str()) {
            Some(other) => {
                let fault = DataFault::SameId { id: id.clone(), other: other.place("ma") };
                again.push(Again::new(record.finding("ma", fault), record, other));
            }
            None => _ = first.insert(id, record),
        }
    }
}
