//! In: a batch of which only the register is left, some certificates of it handed over.
//! Out: whether one of them would be another from now on: the register knows its file,
//! not all that it says.

use std::path::Path;

use super::run::{Run, TOGETHER};
use super::store::Store;
use crate::attestation::CORRECTED;
use crate::compile::forget;
use crate::diagnostic::{FollowFault, Report};
use crate::digest::Sum;
use crate::ordinary::bytes_of;
use crate::parallel::in_parallel;
use crate::pdf::Pdf;

/// What a certificate would be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Same,
    /// It says the same, or what it said cannot be seen any more.
    LooksElse,
    SaysElse,
}

impl Run<'_> {
    /// Tells of papers in somebody's hands that would say something else; true if one
    /// would, and none may be made.
    pub(super) fn changes_in_hand(&self, old: &Store, folder: &Path, report: &mut Report) -> bool {
        // What was corrected since may change.
        let is_held = |at: &usize| {
            let issue = self.batch.issue(*at);
            let told = old.told.get(&issue.id);
            let corrected = told.map(|told| told.state.matches(CORRECTED).count());
            !issue.fate().handed.is_empty() && corrected == Some(issue.fate().corrected.len())
        };
        let held: Vec<usize> = (0..self.batch.recipients.len()).filter(is_held).collect();
        let units: Vec<&[usize]> = held.chunks(TOGETHER).collect();
        let pages = in_parallel(units.len(), |unit| {
            let mut papers = self.press.papers(units[unit]).map(Vec::into_iter);
            let mut paper = |at: usize| match papers.as_mut().and_then(Iterator::next) {
                Some(paper) => Some(paper),
                // What cannot be made is told when it is to be.
                None => self.press.paper(at).ok(),
            };
            let pages: Vec<Page> = units[unit]
                .iter()
                .map(|at| paper(*at).map_or(Page::Same, |now| self.compared(*at, &now, old, folder)))
                .collect();
            forget(0);
            pages
        });
        let pages = pages.concat();
        let which =
            |page: Page| held.iter().zip(&pages).filter(move |(_, own)| **own == page).map(|(at, _)| *at);
        let record = &self.batch.record;
        let says_else: Vec<usize> = which(Page::SaysElse).collect();
        if let Some(first) = says_else.first() {
            let ids = says_else.iter().map(|at| self.batch.id(*at).to_string()).collect();
            let fault = FollowFault::ChangedInHand { ids };
            report.push(self.batch.beside_handover(self.batch.recipients[*first].finding("", fault)));
            return true;
        }
        if which(Page::LooksElse).next().is_some() {
            report.push(self.batch.beside_handover(record.finding("mau", FollowFault::LooksInHand)));
        }
        false
    }

    fn compared(&self, at: usize, now: &[u8], old: &Store, folder: &Path) -> Page {
        let id = self.batch.id(at);
        let Some(was) = old.registered.get(id).filter(|was| Sum::of(now) != **was) else { return Page::Same };
        let text = |bytes: &[u8]| Some(Pdf::open(bytes).ok()?.texts().collect::<String>());
        let file = old.made.get(id).and_then(|made| bytes_of(&folder.join(&made.file)));
        match file.filter(|bytes| Sum::of(bytes) == *was) {
            Some(file) if text(&file) != text(now) => Page::SaysElse,
            _ => Page::LooksElse,
        }
    }
}
