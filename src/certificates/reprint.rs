//! In: a batch, and what the last run issued. Out: the certificates that wait for the
//! printer, from one run to the next until somebody has printed them.

use std::collections::BTreeSet;

use super::keys::Keys;
use super::order::{Batched, Reprint};
use super::run::Run;
use super::store::Store;

impl Run<'_> {
    /// The certificates that must be printed again: those that say something else
    /// than when they were issued or were not issued then, those that were given up
    /// meanwhile, which may be destroyed, and those of earlier runs that nobody has
    /// printed yet.
    pub(super) fn changed(&self, old: &Store, keys: &Keys, batched: &mut Batched) -> Vec<usize> {
        let pending = old.pending(&batched.folder);
        let known = |at: usize| old.issued.get(self.batch.id(at)).filter(|issued| !issued.content.is_empty());
        // Once a batch was printed, whoever is new to it waits to be printed too.
        let printed = old.issued.values().any(|issued| !issued.content.is_empty());
        let says_else = |at: &usize| known(*at).map_or(printed, |own| own.content != keys.contents[*at]);
        // Whoever holds a paper that says the same need not be given it again, however it looks.
        let is_in_hand = |at: usize| {
            let issue = self.batch.issue(at);
            old.past(self.batch.id(at)).filter(|own| own.is_held(issue)).is_some_and(|own| {
                if own.said.is_empty() {
                    own.corrected == issue.fate().corrected.len()
                } else {
                    own.said == self.batch.said_now(at)
                }
            })
        };
        let is_back = |at: &usize| old.dropped.contains_key(self.batch.id(*at));
        let still_new = |id: &str| old.fresh.contains(id) && pending.contains(id);
        let all = 0..self.batch.recipients.len();
        // One that is new waits until it was printed, handed over or not.
        let waits = |at: &usize| {
            let id = self.batch.id(*at);
            is_back(at) || still_new(id) || ((pending.contains(id) || says_else(at)) && !is_in_hand(*at))
        };
        let changed: Vec<usize> = all.filter(waits).collect();
        let is_new = |at: usize| known(at).is_none() || still_new(self.batch.id(at));
        batched.reprint = self.again(&changed, is_new);
        changed
    }

    /// The same where only a register is left of earlier runs, once all certificates are
    /// made: those whose files are not the ones that it lists.
    pub(super) fn made_otherwise(&self, store: &Store, batched: &mut Batched) -> Vec<usize> {
        let registered = |at: usize| store.registered.get(self.batch.id(at));
        let made = |at: usize| store.made.get(self.batch.id(at)).map(|made| made.stamp.sha256);
        // What was handed over says what it said, or the run was ended before.
        let is_held = |at: usize| {
            let (issue, past) = (self.batch.issue(at), store.past(self.batch.id(at)));
            past.is_some_and(|own| own.is_held(issue) && own.corrected == issue.fate().corrected.len())
        };
        let differs = |at: &usize| match registered(*at) {
            Some(was) => made(*at) != Some(*was) && !is_held(*at),
            None => true,
        };
        let changed: Vec<usize> = (0..self.batch.recipients.len()).filter(differs).collect();
        batched.reprint = self.again(&changed, |at| registered(at).is_none());
        changed
    }

    fn again(&self, changed: &[usize], is_new: impl Fn(usize) -> bool) -> Vec<Reprint> {
        let again = changed.iter().map(|at| Reprint {
            number: self.batch.numbers[*at],
            id: self.batch.id(*at).into(),
            name: self.batch.recipients[*at].name.clone(),
            is_new: is_new(*at),
        });
        again.collect()
    }

    /// Remembers who waits.
    pub(super) fn wait(&self, old: &mut Store, changed: &[usize], batched: &Batched) {
        let again = changed.iter().map(|at| self.batch.id(*at).into());
        // Who is out of the list for now, or has none that holds, still waits, should he come back.
        let listed: BTreeSet<&str> =
            self.batch.printed.iter().map(|at| self.batch.issues[*at].id.as_str()).collect();
        let away: Vec<String> =
            old.pending(&batched.folder).into_iter().filter(|id| !listed.contains(id.as_str())).collect();
        let fresh = batched.reprint.iter().filter(|own| own.is_new).map(|own| own.id.clone());
        let fresh = fresh.chain(away.iter().filter(|id| old.fresh.contains(*id)).cloned());
        old.fresh = fresh.collect();
        old.reprint = again.chain(away).collect();
    }
}
