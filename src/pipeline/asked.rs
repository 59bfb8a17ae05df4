//! In: one document, by its path. Out: what somebody asks of it alone: its pages, what
//! it recognises, its list locked. Only the lock writes.

use std::path::Path;

use super::Typeset;
use super::run::Run;
use crate::certificates;
use crate::compile::{Compiler, Fonts, Pages};
use crate::diagnostic::{Diagnostic, RecognitionFault, Report};
use crate::load;
use crate::recognition::{self, Recognition};
use crate::workspace::Workspace;

/// Lays out the one document at `path` without writing it.
///
/// # Errors
/// Everything that keeps it from being printed.
pub fn typeset(root: &Path, path: &Path) -> Result<Typeset, Report> {
    let mut report = Report::default();
    let workspace = Workspace::open(root, None)?;
    let files = workspace.data_files(&[path.into()], &mut report);
    let compiler = Compiler::new(&workspace, Fonts::load(&workspace, &mut report));
    let run = Run::prepare(&compiler, &[])?;
    let typeset = files.first().and_then(|file| {
        let checked = run.check(file, &mut report)?;
        run.typeset(file, &checked, &mut report)
    });
    report.extend(run.findings_of_data());
    typeset.ok_or(report)
}

/// What the decision at `path` recognises; certificates are made from it.
///
/// # Errors
/// Everything that keeps the decision from being printed, or that it declares no
/// list.
pub fn recognition(root: &Path, path: &Path) -> Result<Recognition, Report> {
    let mut report = Report::default();
    let workspace = Workspace::open(root, None)?;
    let files = workspace.data_files(&[path.into()], &mut report);
    let compiler = Compiler::new(&workspace, Fonts::load(&workspace, &mut report));
    let run = Run::prepare(&compiler, &[])?;
    let recognition = files.first().and_then(|file| {
        let recognition = run.check(file, &mut report)?.recognition();
        if recognition.is_none() {
            report.push(Diagnostic::in_file(&file.name, RecognitionFault::NoList));
        }
        recognition
    });
    report.extend(run.findings_of_data());
    recognition.filter(|_| !report.blocks()).ok_or(report)
}

/// Lays out the certificate of one recipient of the batch at `path` without writing
/// it; with its source.
///
/// # Errors
/// Everything that keeps it from being printed.
pub fn typeset_certificate(root: &Path, path: &Path, id: &str) -> Result<(String, Pages), Report> {
    certificates::typeset(root, path, id, &|path| recognition(root, path))
}

/// Locks the list of the decision at `path`: its rows are written into the file,
/// so that none can change unseen. How many there are; none if it was locked
/// before.
///
/// # Errors
/// Everything that keeps the decision from being printed; a decision without a
/// number; a file that cannot be written.
pub fn lock(root: &Path, path: &Path) -> Result<Option<usize>, Report> {
    let recognition = recognition(root, path)?;
    if recognition.locked {
        return Ok(None);
    }
    let refused = |fault| Report::from(Diagnostic::in_file(&recognition.file, fault));
    if recognition.number.is_none() {
        return Err(refused(RecognitionFault::LockWithoutNumber));
    }
    let workspace = Workspace::open(root, None)?;
    let file = workspace.data_files(&[path.into()], &mut Report::default());
    let text = file.first().and_then(|file| {
        let mut ignored = Report::default();
        let loaded = load::load_document(file, &mut ignored)?;
        let (declared, list) = recognition::declared(&loaded.record)?;
        let bytes = load::bytes_of(file, &mut ignored)?;
        let (source, tree) = load::parse(&file.name, &bytes, &mut ignored)?;
        let stamps = recognition::stamps(&recognition.rows, declared.grouped_by);
        let text = recognition::locked(&source, tree.at(&list)?, &stamps)?;
        // What a careful clerk would do: read it again.
        load::parse(&file.name, text.as_bytes(), &mut ignored).filter(|_| !ignored.blocks())?;
        Some((file.path.clone(), text.into_bytes()))
    });
    let Some(text) = text else { return Err(refused(RecognitionFault::LockUnwritable)) };
    workspace.write(&[text])?;
    Ok(Some(recognition.rows.len()))
}
