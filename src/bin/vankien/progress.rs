//! In: how far a batch of certificates is. Out: a bar on a terminal, a line now
//! and then elsewhere, nothing where nothing is asked for.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use vankien::certificates::{Progress, Silent};
use vankien::diagnostic::Lang;

use crate::args::{Action, Args, Form};
use crate::print::to_error;

/// Between two lines where there is no terminal.
const PAUSE: Duration = Duration::from_secs(5);

/// Who tells it, for this run.
pub(crate) fn of(args: &Args) -> Box<dyn Progress> {
    let silent = args.quiet || args.form != Form::Terminal || matches!(args.action, Action::Check(_));
    if silent {
        Box::new(Silent)
    } else if std::io::stderr().is_terminal() {
        Box::new(Bar(ProgressBar::hidden()))
    } else {
        Box::new(Lines { lang: args.lang, counted: Mutex::default(), done: AtomicUsize::new(0) })
    }
}

struct Bar(ProgressBar);

impl Progress for Bar {
    fn begin(&self, source: &str, total: usize) {
        // The template is a constant that indicatif understands.
        let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len} {eta}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        self.0.set_style(style);
        self.0.set_length(total as u64);
        self.0.set_position(0);
        self.0.set_message(source.to_string());
        self.0.set_draw_target(indicatif::ProgressDrawTarget::stderr());
    }

    fn step(&self) {
        self.0.inc(1);
    }

    fn end(&self) {
        self.0.finish_and_clear();
        self.0.set_draw_target(indicatif::ProgressDrawTarget::hidden());
    }
}

struct Lines {
    lang: Lang,
    counted: Mutex<Option<(String, usize, Instant)>>,
    done: AtomicUsize,
}

impl Progress for Lines {
    fn begin(&self, source: &str, total: usize) {
        self.done.store(0, Ordering::Relaxed);
        *self.counted.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((source.into(), total, Instant::now()));
    }

    fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        // Another worker that is telling it will do.
        let Ok(mut counted) = self.counted.try_lock() else { return };
        let Some((source, total, last)) = counted.as_mut().filter(|(.., last)| last.elapsed() >= PAUSE)
        else {
            return;
        };
        *last = Instant::now();
        to_error(&self.lang.pick(
            format!("{source}: đã làm {done}/{total} giấy\n"),
            format!("{source}: {done} of {total} certificates\n"),
        ));
    }

    fn end(&self) {}
}
