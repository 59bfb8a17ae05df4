//! How long after a save the new PDF is there: `vankien::watch` with the file watcher of
//! the machine, on the five-year report of a Khối, one figure of its data changed each
//! time. Run with `cargo bench --bench watch`.

mod office;

use std::io::Write;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use vankien::output::Format;
use vankien::pipeline::Request;
use vankien::watch::watch;

use office::{REPORT, prepare};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const UNITS: usize = 40;
const MODELS: usize = 60;
/// Saves measured.
const SAVES: usize = 11;
/// The file that is saved.
const SAVED: &str = "data/ket-qua/2020.yml";
/// A clerk reads the page before the next save.
const PAUSE: Duration = Duration::from_millis(300);

fn main() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let root = folder.path();
    prepare(root, UNITS, MODELS)?;
    let written = std::fs::read_to_string(root.join(SAVED))?;
    let pdf = root.join(REPORT.replace("data/", "output/")).with_extension("pdf");
    let formats = vec![Format::Pdf, Format::Typ];
    let request = Request { root: root.into(), formats, ..Request::default() };
    let (mut times, mut pages): (Vec<Duration>, usize) = (Vec::new(), 0);
    let saved: Arc<Mutex<Option<Instant>>> = Arc::default();
    let mut before = Vec::new();
    let watched = watch(&request, |rebuilt| {
        let done = Instant::now();
        let outcome = rebuilt.outcome;
        assert_eq!(outcome.exit_code(), 0, "{:#?}", outcome.report.sorted());
        let now = std::fs::read(&pdf).unwrap_or_default();
        let since = saved.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(saved) = since {
            assert_ne!(now, before, "the figure is printed");
            times.push(done - saved);
        }
        before = now;
        pages = outcome.built.iter().map(|built| built.pages).max().unwrap_or(0);
        if times.len() == SAVES {
            return ControlFlow::Break(());
        }
        let changed = written.replacen("so: 1}", &format!("so: {}}}", 100 + times.len()), 1);
        let (saved, path) = (saved.clone(), root.join(SAVED));
        std::thread::spawn(move || {
            std::thread::sleep(PAUSE);
            *saved.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
            std::fs::write(path, changed).expect("a folder of its own can be written");
        });
        ControlFlow::Continue(())
    });
    assert!(watched.is_ok() && times.len() == SAVES && pages >= 20, "{pages} pages, {watched:#?}");
    times.sort();
    let [first, median, last] = [0, SAVES / 2, SAVES - 1].map(|at| times[at].as_millis());
    writeln!(
        std::io::stdout(),
        "watch, report of {pages} pages, {UNITS} units × 6 years: save to PDF {median} ms (median of {SAVES}, {first}–{last})"
    )
}
