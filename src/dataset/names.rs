//! In: records that other records name. Out: which record a name means: the one with this
//! code, or with this name; if none is written so, the only one whose letters are the same.

use std::collections::{BTreeSet, HashMap};

use super::Placed;
use crate::diagnostic::{DataFault, Report};
use crate::encoding::tone;
use crate::values::{comparable, nearest, one_line};

/// A code or a name as it is compared where marks and hyphens tell one from another:
/// `Hùng` and `Hưng`, `1-2` and `12`. Case, blanks and the place of a tone mark do not count.
pub(crate) fn letter_for_letter(text: &str) -> String {
    tone::unified(&one_line(text).to_lowercase())
}

/// Which records bear a name.
type Bearers = HashMap<String, BTreeSet<usize>>;

/// Records by their codes, by their names, and by the letters of either.
pub(super) struct Names {
    by: [Bearers; 3],
    codes: Vec<String>,
    known: Vec<String>,
}

impl Names {
    /// `names` gives the code of a record first.
    pub(super) fn new<T>(records: &[Placed<T>], names: impl Fn(&T) -> Vec<String>) -> Self {
        let mut own = Self { by: Default::default(), codes: Vec::new(), known: Vec::new() };
        for (at, record) in records.iter().enumerate() {
            for (turn, name) in names(record).into_iter().enumerate() {
                let [codes, names, letters] = &mut own.by;
                let exact = if turn == 0 { codes } else { names };
                exact.entry(letter_for_letter(&name)).or_default().insert(at);
                letters.entry(comparable(&name)).or_default().insert(at);
                if turn == 0 {
                    own.codes.push(name.clone());
                }
                own.known.push(name);
            }
        }
        own
    }

    /// The record that `name` means; a finding where it means none, or more than one.
    pub(super) fn find<T>(
        &self,
        record: &Placed<T>,
        key: &str,
        name: &str,
        fault: impl Fn(&str, Option<String>) -> DataFault,
        report: &mut Report,
    ) -> Option<usize> {
        let [codes, names, letters] = &self.by;
        let bearers = codes.get(&letter_for_letter(name)).or_else(|| names.get(&letter_for_letter(name)));
        let Some(bearers) = bearers.or_else(|| letters.get(&comparable(name))) else {
            let nearest = nearest(name, self.known.iter().map(String::as_str));
            report.push(record.finding(key, fault(name, nearest)));
            return None;
        };
        // Two records of one code are told where they stand.
        let is_code = codes.contains_key(&letter_for_letter(name));
        if bearers.len() > 1 && !is_code {
            let codes =
                bearers.iter().map(|at| format!("`{}`", self.codes[*at])).collect::<Vec<_>>().join(", ");
            report.push(record.finding(key, DataFault::SeveralMeant { name: name.into(), codes }));
            return None;
        }
        bearers.first().copied()
    }
}
