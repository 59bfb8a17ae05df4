//! In: records that other records name. Out: which record a name means; letters
//! decide, not marks and case.

use std::collections::HashMap;

use super::Placed;
use crate::diagnostic::{DataFault, Report};
use crate::values::{comparable, nearest};

/// Records by any of their names, and the names to offer.
pub(super) struct Names(HashMap<String, usize>, Vec<String>);

impl Names {
    pub(super) fn new<T>(records: &[Placed<T>], names: impl Fn(&T) -> Vec<String>) -> Self {
        let mut by_name = HashMap::new();
        let mut known = Vec::new();
        for (at, record) in records.iter().enumerate() {
            for name in names(record) {
                by_name.entry(comparable(&name)).or_insert(at);
                known.push(name);
            }
        }
        Self(by_name, known)
    }

    pub(super) fn find<T>(
        &self,
        record: &Placed<T>,
        key: &str,
        name: &str,
        fault: impl Fn(&str, Option<String>) -> DataFault,
        report: &mut Report,
    ) -> Option<usize> {
        let found = self.0.get(&comparable(name)).copied();
        if found.is_none() {
            let nearest = nearest(name, self.1.iter().map(String::as_str));
            report.push(record.finding(key, fault(name, nearest)));
        }
        found
    }
}
