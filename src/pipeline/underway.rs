//! In: the documents that are being made right now. Out: which of them takes
//! longest, for whoever waits: the typesetter itself cannot be interrupted.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The documents being made, by name; clones share them.
#[derive(Debug, Clone, Default)]
pub struct Underway(Arc<Mutex<BTreeMap<String, Instant>>>);

/// Takes its document off the list when it is done.
pub(super) struct Making<'a> {
    underway: &'a Underway,
    name: &'a str,
}

impl Underway {
    /// The document that was begun first, and how long ago.
    #[must_use]
    pub fn longest(&self) -> Option<(String, Duration)> {
        let all = self.all();
        let (name, begun) = all.iter().min_by_key(|(_, begun)| **begun)?;
        Some((name.clone(), begun.elapsed()))
    }

    pub(super) fn begin<'a>(&'a self, name: &'a str) -> Making<'a> {
        self.all().insert(name.into(), Instant::now());
        Making { underway: self, name }
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Instant>> {
        // A poisoned lock still holds whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Making<'_> {
    fn drop(&mut self) {
        self.underway.all().remove(self.name);
    }
}
