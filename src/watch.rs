//! In: a request. Out: a build now and after every change of what it reads,
//! until the listener has heard enough. The only user of the file watcher.
//!
//! The build itself decides what must be made again; here it is only decided
//! when to look. So a change that is noticed twice, or that was none, costs
//! a few milliseconds, and one that is lost in a burst is seen with the next.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::compile::forget;
use crate::diagnostic::{Diagnostic, WorkspaceFault};
use crate::pipeline::{Outcome, Request, run};

/// The folders of a workspace that a build reads.
const READ: [&str; 4] = ["data", "templates", "fonts", "khoa"];

/// An editor that saves writes, renames and sets times one after the other;
/// after this long without another of them it is done.
const QUIET: Duration = Duration::from_millis(15);
/// A program that never stops writing is not waited for.
const LONG_ENOUGH: Duration = Duration::from_millis(500);
/// How often a workspace that is not there is looked for.
const ABSENT: Duration = Duration::from_millis(500);
/// One that is there is waited for as long as it takes.
const LONG: Duration = Duration::from_hours(1);
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

/// Builds, and builds again whenever something changed, until `tell` breaks
/// off. Outputs of documents with errors stay as they were.
///
/// # Errors
/// [`WorkspaceFault::Unwatchable`] where the machine cannot tell of changes.
pub fn watch(request: &Request, mut tell: impl FnMut(Rebuilt) -> ControlFlow<()>) -> Result<(), Diagnostic> {
    let (send, changes) = channel();
    // A receiver that is gone means that nobody listens any more.
    let watcher = notify::recommended_watcher(move |event| drop(send.send(event)));
    let mut watcher = watcher.map_err(|error| unwatchable(&error))?;
    // Events tell full paths.
    let root = std::path::absolute(&request.root).unwrap_or_else(|_| request.root.clone());
    let mut began = None;
    loop {
        // Before the build, so that nothing that changes during it is missed.
        let there = attach(&mut watcher, &root)?;
        let outcome = run(request);
        forget(BUILDS_REMEMBERED);
        let after = began.map(|at: Instant| at.elapsed());
        if tell(Rebuilt { outcome, after }).is_break() {
            return Ok(());
        }
        began = Some(next_change(&changes, &root, there));
    }
}

/// Watches the folders that are there now; whether the workspace is.
fn attach(watcher: &mut RecommendedWatcher, root: &Path) -> Result<bool, Diagnostic> {
    // The root itself tells when one of its folders comes or goes. All of it is
    // not watched: outputs are there, and whatever else the office keeps.
    let mut folders = vec![(root.to_path_buf(), RecursiveMode::NonRecursive)];
    folders.extend(READ.map(|folder| (root.join(folder), RecursiveMode::Recursive)));
    let mut there = false;
    for (folder, mode) in folders.into_iter().filter(|(folder, _)| folder.is_dir()) {
        match watcher.watch(&folder, mode) {
            Ok(()) => there = true,
            // It went away between the two looks at it.
            Err(_) if !folder.is_dir() => {}
            Err(error) => return Err(unwatchable(&error)),
        }
    }
    Ok(there)
}

/// Waits for a change and for the burst it belongs to; when it began.
fn next_change(changes: &Receiver<notify::Result<Event>>, root: &Path, there: bool) -> Instant {
    // A workspace that is not there sends nothing when it comes.
    let patience = if there { LONG } else { ABSENT };
    loop {
        match changes.recv_timeout(patience) {
            Ok(Ok(event)) if !matters(&event, root) => {}
            Err(_) if there => {}
            // A change; or an error, too many at once: look at everything.
            _ => break,
        }
    }
    let began = Instant::now();
    while began.elapsed() < LONG_ENOUGH && changes.recv_timeout(QUIET).is_ok() {}
    began
}

/// Whether an event can change what a build comes to.
fn matters(event: &Event, root: &Path) -> bool {
    let is_read = |path: &PathBuf| {
        // Not below the root: it is told in a way of its own, so look.
        let Ok(inside) = path.strip_prefix(root) else { return true };
        let mut names = inside.iter().map(|name| name.to_string_lossy());
        names.next().is_none_or(|folder| READ.contains(&folder.as_ref()))
            && names.all(|name| !name.starts_with(['.', '~']))
    };
    let looked_at = matches!(event.kind, EventKind::Access(_));
    !looked_at && (event.paths.is_empty() || event.paths.iter().any(is_read))
}

fn unwatchable(error: &notify::Error) -> Diagnostic {
    Diagnostic::general(WorkspaceFault::Unwatchable { detail: error.to_string() })
}
