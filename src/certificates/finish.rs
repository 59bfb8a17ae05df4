//! In: a batch whose certificates all stand. Out: its volumes, proof sheets and
//! registers.

use std::sync::{Mutex, PoisonError};

use super::issue::Issue;
use super::jobs::{Job, What};
use super::keys::Keys;
use super::order::Batched;
use super::run::Run;
use super::store::{Issued, Made, Stamp, Store};
use crate::compile::forget;
use crate::diagnostic::{Diagnostic, RegisterFault, Report};
use crate::digest::{Digest, Sum};
use crate::parallel::in_parallel;

impl Run<'_> {
    /// Volumes, proof sheets and registers, once every certificate stands.
    pub(super) fn finish(
        &self,
        all: &[&Made],
        jobs: &[Job],
        keys: &Keys,
        store: &mut Store,
        batched: &mut Batched,
        report: &mut Report,
    ) {
        let folder = &batched.folder;
        // A volume needs room of its own.
        forget(0);
        let shas = all.iter().zip(&self.batch.recipients).fold(Digest::default(), |digest, (made, own)| {
            digest.with(made.stamp.sha256).with(format!("{:?} {:?}", own.note, own.model))
        });
        let shas = shas.with(self.batch.states()).finish();
        let kept = Mutex::new(Vec::new());
        let make = |job: &Job| {
            // Only the registers name the files' digests.
            let shas = if job.what.is_register() { &shas } else { "" };
            let key = keys.file(&format!("{} {shas}", job.what), job.certificates.iter().copied());
            if !self.order.force && store.has(folder, &job.name, key) {
                return Ok(None);
            }
            let bytes = self.press.job(job, all, folder)?;
            if job.what.is_register()
                && let Some(name) = store.keep_written(folder, &job.name, &bytes)?
            {
                let fault = RegisterFault::RegisterKept { name, forgotten: store.is_forgotten() };
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(fault);
            }
            if let Some(name) = store.keep_unprinted(folder, &job.name)? {
                let fault = RegisterFault::UnprintedKept { name };
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(fault);
            }
            let sha256 = Sum::of(&bytes);
            self.workspace.write(&[(folder.join(&job.name), bytes)])?;
            forget(0);
            Ok(Some((job.name.clone(), Stamp { key, sha256 })))
        };
        // A volume that is laid out fills the memory and, its pages being laid out
        // side by side, the machine: one after the other.
        let laid_out = |job: &&Job| job.what == What::Volume && self.press.several_on_a_sheet();
        let (volumes, rest): (Vec<_>, Vec<_>) = jobs.iter().partition(laid_out);
        // Nor are the registers of a long list small: before the others leave memory in pieces.
        let (registers, rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(|job| job.what.is_register());
        let mut results: Vec<_> = registers.into_iter().chain(volumes).map(make).collect();
        results.extend(in_parallel(rest.len(), |at| make(rest[at])));
        for fault in kept.into_inner().unwrap_or_else(PoisonError::into_inner) {
            report.push(Diagnostic::in_file(&self.batch.file.name, fault));
        }
        let mut sound = true;
        for result in results {
            match result {
                Ok(Some((name, stamp))) => {
                    store.others.insert(name, stamp);
                }
                Ok(None) => {}
                Err(finding) => {
                    let finding: Diagnostic = finding;
                    sound = false;
                    report.push(finding.in_the_file(&self.batch.file.name));
                }
            }
        }
        if !sound {
            report.push(Diagnostic::in_file(&self.batch.file.name, RegisterFault::VolumesMissing));
            return;
        }
        store.issued.extend((0..all.len()).map(|at| {
            let issued = Issued { number: all[at].number, content: keys.contents[at] };
            (self.batch.id(at).to_string(), issued)
        }));
        for (at, _) in &self.batch.void {
            let Issue { id, number, .. } = &self.batch.issues[*at];
            let given = Issued { number: *number, content: Sum::default() };
            store.issued.entry(id.clone()).or_insert(given);
        }
        let revoked = self.batch.issues.iter().filter(|issue| issue.fate().revoked.is_some());
        store.revoked = revoked.map(|issue| issue.id.clone()).collect();
        store.pasts = Some(self.batch.pasts(&store.pasts.take().unwrap_or_default()));
        store.alike = self.batch.alike();
        store.registered.clear();
        (store.complete, batched.complete) = (true, true);
    }
}
