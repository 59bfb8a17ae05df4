//! In: how many pieces of work there are. Out: what each came to, in their order,
//! done on as many threads as the machine has.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

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

/// Does two things at the same time, the first on a thread of its own.
pub(crate) fn both<A: Send, B>(aside: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
    let work = Mutex::new(Some(aside));
    let turn = || work.lock().unwrap_or_else(PoisonError::into_inner).take().map(|work| work());
    std::thread::scope(|scope| {
        let worker = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, turn);
        let here = here();
        let done = match worker {
            // What went wrong there goes on here.
            Ok(worker) => worker.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => turn(),
        };
        (done.expect("the work is taken once"), here)
    })
}

/// Does something on a thread of its own: the memory that it no longer needs is free for
/// the others when that ends, not when this thread next needs some.
pub(crate) fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    both(work, || ()).0
}
