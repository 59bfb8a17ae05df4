//! In: texts one after the other, by what they say. Out: findings where one says what
//! another said before it.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use super::text::Text;
use super::{Findings, Place, Subject};
use crate::diagnostic::Wording;

/// The first text to say a thing, by what it says.
pub(super) struct Firsts<'t, 'a, K>(HashMap<K, &'t Text<'a>>);

impl<K> Default for Firsts<'_, '_, K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<'t, 'a, K: Eq + Hash> Firsts<'t, 'a, K> {
    /// Tells a text that says what another one said before it, in these words.
    pub(super) fn tell_again(
        &mut self,
        said: K,
        (subject, text): (&Subject<'a>, &'t Text<'a>),
        words: impl FnOnce() -> Wording,
        found: &mut Findings<'_>,
    ) {
        match self.0.entry(said) {
            Entry::Vacant(first) => drop(first.insert(text)),
            Entry::Occupied(first) => {
                let (one, other) = (Place::whole(subject, text), Place::whole(subject, first.get()));
                found.against(&one, &other, words(), ["lần đầu", "the first time"]);
            }
        }
    }
}
