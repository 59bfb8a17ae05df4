//! In: a request. Out: a build now and after every change of what it reads,
//! until the listener has heard enough. The only user of the file watcher.
//!
//! The build itself decides what must be made again; here it is only decided
//! when to look. So a change that is noticed twice, or that was none, costs
//! a few milliseconds, and one that is lost in a burst is seen with the next.

use std::collections::BTreeSet;
use std::ops::{Bound, ControlFlow};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::compile::forget;
use crate::diagnostic::{Diagnostic, Fault, MachineFault, Report, WorkspaceFault};
use crate::pipeline::{Outcome, Request, run};
use crate::workspace::{Workspace, is_hidden};

/// The folders of a workspace that a build reads.
const READ: [&str; 4] = ["data", "templates", "fonts", "khoa"];

/// An editor that saves writes, renames and sets times one after the other;
/// after this long without another of them it is done.
const QUIET: Duration = Duration::from_millis(10);
/// One that has just emptied a file is about to write it.
const EMPTIED: Duration = Duration::from_millis(250);
/// A program that never stops writing is not waited for.
const LONG_ENOUGH: Duration = Duration::from_millis(500);
/// How often it is looked whether the workspace went or came: of the folders above it,
/// and of a disk taken out, nobody tells.
const LOOK: Duration = Duration::from_millis(500);
/// How many builds the memoised work of a document outlives; a person who goes
/// back and forth between two versions finds both.
const BUILDS_REMEMBERED: usize = 8;

/// A build and how long after the change it was done.
#[derive(Debug)]
pub struct Rebuilt {
    /// What it came to.
    pub outcome: Outcome,
    /// From the first sign of the change; none for the first build.
    pub after: Option<Duration>,
}

/// Builds, and builds again whenever something changed or an output was taken away,
/// until `tell` breaks off. Outputs of documents with errors stay as they were. A
/// workspace that goes is told once and waited for.
///
/// # Errors
/// [`WorkspaceFault::NoData`] where there is no such folder at the start, what a path
/// asked for is not; [`MachineFault::Unwatchable`] where the machine cannot tell of
/// changes.
pub fn watch(request: &Request, mut tell: impl FnMut(Rebuilt) -> ControlFlow<()>) -> Result<(), Diagnostic> {
    is_there(request)?;
    let (send, changes) = channel();
    // A receiver that is gone means that nobody listens any more.
    let watcher = notify::recommended_watcher(move |event| drop(send.send(event)));
    let mut watcher = watcher.map_err(|error| unwatchable(&error))?;
    // Events tell full paths.
    let root = absolute(&request.root);
    let mut began = None;
    loop {
        // Before the build, so that nothing that changes during it is missed.
        let there = attach(&mut watcher, &root)?;
        let outcome = run(request);
        let linked = Workspace::at(&root, None).linked_from(&READ);
        let seen = Seen { made: Made::by(&outcome), linked, root: &root, there };
        seen.attach(&mut watcher);
        let after = began.map(|at: Instant| at.elapsed());
        if tell(Rebuilt { outcome, after }).is_break() {
            return Ok(());
        }
        // It takes a while, and nobody waits now.
        forget(BUILDS_REMEMBERED);
        began = Some(seen.next_change(&changes));
    }
}

/// Refuses names that lead nowhere: whoever mistypes one would wait for ever.
fn is_there(request: &Request) -> Result<(), Diagnostic> {
    if !absolute(&request.root).is_dir() {
        let root = request.root.display().to_string();
        return Err(Diagnostic::general(WorkspaceFault::NoData { root }));
    }
    let mut report = Report::default();
    if !request.only.is_empty() {
        Workspace::at(&request.root, None).data_files(&request.only, &mut report);
    }
    let nowhere = |finding: &&Diagnostic| {
        use WorkspaceFault::{NoSuchPath, OutsideData};
        matches!(finding.fault, Fault::Workspace(NoSuchPath { .. } | OutsideData { .. }))
    };
    report.iter().find(nowhere).map_or(Ok(()), |finding| Err(finding.clone()))
}

/// Watches the folders that are there now; whether the workspace is.
fn attach(watcher: &mut RecommendedWatcher, root: &Path) -> Result<bool, Diagnostic> {
    // The root itself tells when one of its folders comes or goes. All of it is
    // not watched: whatever else the office keeps is there.
    let mut folders = vec![(root.to_path_buf(), RecursiveMode::NonRecursive)];
    folders.extend(READ.map(|folder| (root.join(folder), RecursiveMode::Recursive)));
    for (folder, mode) in folders.into_iter().filter(|(folder, _)| folder.is_dir()) {
        match watcher.watch(&folder, mode) {
            // It went away between the two looks at it.
            Err(error) if folder.is_dir() => return Err(unwatchable(&error)),
            _ => {}
        }
    }
    Ok(root.is_dir())
}

/// What a build made, by full paths.
struct Made {
    /// All files, those of certificates too, and the folders of these.
    all: BTreeSet<PathBuf>,
    /// All folders that something was written to.
    folders: BTreeSet<PathBuf>,
}

impl Made {
    fn by(outcome: &Outcome) -> Self {
        let files = outcome.built.iter().flat_map(|built| &built.outputs);
        let files: BTreeSet<_> = files.map(|path| absolute(path)).collect();
        let batches: BTreeSet<_> = outcome.batches.iter().map(|batch| absolute(&batch.folder)).collect();
        let parents = files.iter().filter_map(|path| path.parent());
        let folders = parents.chain(batches.iter().map(PathBuf::as_path)).map(PathBuf::from).collect();
        // What lies there now: what the build itself took away is missed by nobody.
        let entries = batches.iter().filter_map(|folder| folder.read_dir().ok()).flatten().flatten();
        let certificates = entries.map(|entry| entry.path()).filter(|path| !is_hidden(path)).collect();
        let all = [files, certificates, batches].into_iter().flatten().collect();
        Self { all, folders }
    }

    /// Whether a path that is gone was one of them, or a folder with some of them.
    fn had(&self, gone: &Path) -> bool {
        // What lies in a folder comes right after it.
        let first = self.all.range::<Path, _>((Bound::Included(gone), Bound::Unbounded)).next();
        first.is_some_and(|path| path.starts_with(gone)) && !gone.exists()
    }
}

/// What is looked at between two builds.
struct Seen<'a> {
    made: Made,
    /// Files elsewhere in the workspace that links lead to.
    linked: BTreeSet<PathBuf>,
    root: &'a Path,
    /// Whether the workspace was there at the last build.
    there: bool,
}

impl Seen<'_> {
    /// Watches the folders of what was made and of what links lead to. Where that cannot
    /// be, it is looked at with the next change.
    fn attach(&self, watcher: &mut RecommendedWatcher) {
        let linked = self.linked.iter().filter_map(|path| path.parent());
        for folder in self.made.folders.iter().map(PathBuf::as_path).chain(linked) {
            let _ = watcher.watch(folder, RecursiveMode::NonRecursive);
        }
    }

    /// Waits for a change and for the burst it belongs to; when it began.
    fn next_change(&self, changes: &Receiver<notify::Result<Event>>) -> Instant {
        let mut touched = loop {
            match changes.recv_timeout(LOOK) {
                // What is still told of a workspace that went.
                Ok(_) if !self.there => {}
                Ok(Ok(event)) if !self.matters(&event) => {}
                Ok(Ok(event)) => break event.paths,
                Err(RecvTimeoutError::Timeout) if self.root.is_dir() == self.there => {}
                // An error, too many changes at once: look at everything.
                _ => break Vec::new(),
            }
        };
        let began = Instant::now();
        while began.elapsed() < LONG_ENOUGH {
            let emptied = touched.iter().any(|path| self.is_read(path) && is_empty(path));
            match changes.recv_timeout(if emptied { EMPTIED } else { QUIET }) {
                Ok(Ok(event)) => touched.extend(event.paths),
                Ok(Err(_)) => {}
                Err(_) => break,
            }
        }
        began
    }

    /// Whether an event can change what a build comes to.
    fn matters(&self, event: &Event) -> bool {
        use EventKind::{Access, Modify, Remove};
        let Event { kind, paths, .. } = event;
        let removed = matches!(kind, Remove(_) | Modify(ModifyKind::Name(RenameMode::From)));
        let looked_at = matches!(kind, Access(_));
        !looked_at
            && (paths.is_empty()
                || paths.iter().any(|path| self.is_read(path) || removed && self.made.had(path)))
    }

    /// Whether a build reads what lies at a path.
    fn is_read(&self, path: &Path) -> bool {
        if self.linked.contains(path) {
            return true;
        }
        let Ok(inside) = path.strip_prefix(self.root) else {
            // Told in a way of its own, so look; unless it was written by the build.
            return !path.parent().is_some_and(|parent| self.made.folders.contains(parent));
        };
        let mut names = inside.iter().map(Path::new);
        // A template may open what is hidden; a document may not.
        let is = |folder: &Path, those: &[&str]| those.iter().any(|own| folder == Path::new(own));
        names.next().is_none_or(|folder| {
            is(folder, &READ) && (is(folder, &Workspace::LOOKS) || !names.any(is_hidden))
        })
    }
}

fn is_empty(path: &Path) -> bool {
    path.metadata().is_ok_and(|about| about.is_file() && about.len() == 0)
}

fn absolute(path: &Path) -> PathBuf {
    // No path at all is the folder one is in.
    std::path::absolute(Path::new(".").join(path)).unwrap_or_else(|_| path.into())
}

fn unwatchable(error: &notify::Error) -> Diagnostic {
    Diagnostic::general(MachineFault::Unwatchable { detail: error.to_string() })
}
