//! In: how many pieces of work there are. Out: what each came to, in their order,
//! done on as many threads as the machine has.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Typst lays out nested content by recursion; a document worker gets a stack
/// that deep outlines do not exhaust. Workers are plain threads: inside Typst's
/// own pool one document would be laid out on top of another's stack.
const STACK: usize = 32 << 20;

/// Does `work` for each index on plain threads with a large stack; the results
/// come in the order of the indexes.
pub(crate) fn in_parallel<T: Send + Sync>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let results: Vec<OnceLock<T>> = (0..count).map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let turn = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(result) = results.get(at) else { return };
            // Each index is handed out once, so the cell is still empty.
            let _ = result.set(work(at));
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(count);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            let worker = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, turn);
            if worker.is_err() {
                // Without a thread of its own the work is done here.
                turn();
            }
        }
    });
    results.into_iter().filter_map(OnceLock::into_inner).collect()
}

/// Does two things at the same time.
pub(crate) fn both<A: Send, B>(aside: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
    std::thread::scope(|scope| {
        let aside = scope.spawn(aside);
        let here = here();
        // Whatever went wrong there goes on here.
        (aside.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), here)
    })
}
