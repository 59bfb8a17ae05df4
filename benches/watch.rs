//! How long after a save the new PDF is there: `vankien::watch` with the file watcher of
//! the machine, on the five-year report of a Khối, after three kinds of changes: a figure
//! of its data, a word of its text, its number. Run with `cargo bench --bench watch`.

mod office;

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
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
/// Saves measured of each kind.
const SAVES: usize = 11;
/// What is changed, in which file, and by what, `#` being another figure at every save.
const CHANGES: [(&str, &str, &str, &str); 3] = [
    ("a figure", "data/ket-qua/2020.yml", "so: 1}", "so: 10#}"),
    ("a word", REPORT, "tiếp tục sắp xếp, tinh gọn", "tiếp tục sắp xếp, tinh gọn lần 1#"),
    ("the number", REPORT, "\nso: 58\n", "\nso: 1#\n"),
];
/// A clerk reads the page before the next save.
const PAUSE: Duration = Duration::from_millis(300);

fn main() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let root = folder.path();
    prepare(root, UNITS, MODELS)?;
    let pdf = root.join(REPORT.replace("data/", "output/")).with_extension("pdf");
    let formats = vec![Format::Pdf, Format::Typ];
    let request = Request { root: root.into(), formats, ..Request::default() };
    for (what, file, from, to) in CHANGES {
        let path = root.join(file);
        let written = std::fs::read_to_string(&path)?;
        let (mut times, pages) = measured(&request, &pdf, |turn| {
            let changed = written.replacen(from, &to.replace('#', &format!("{turn:02}")), 1);
            assert_ne!(changed, written, "{what} is there");
            std::fs::write(&path, changed)
        });
        assert!(times.len() == SAVES && pages >= 20, "{pages} pages");
        std::fs::write(&path, &written)?;
        times.sort();
        let [first, median, last] = [0, SAVES / 2, SAVES - 1].map(|at| times[at].as_millis());
        writeln!(
            std::io::stdout(),
            "watch, report of {pages} pages, {UNITS} units × 6 years, {what}: save to PDF {median} ms (median of {SAVES}, {first}–{last})"
        )?;
    }
    Ok(())
}

/// The times from each save to its PDF, and how many pages that has.
fn measured(
    request: &Request,
    pdf: &Path,
    save: impl Fn(usize) -> std::io::Result<()> + Sync,
) -> (Vec<Duration>, usize) {
    let (mut times, mut pages): (Vec<Duration>, usize) = (Vec::new(), 0);
    let saved: Mutex<Option<Instant>> = Mutex::default();
    let mut before = Vec::new();
    std::thread::scope(|scope| {
        let watched = watch(request, |rebuilt| {
            let done = Instant::now();
            let outcome = rebuilt.outcome;
            assert_eq!(outcome.exit_code(), 0, "{:#?}", outcome.report.sorted());
            let now = std::fs::read(pdf).unwrap_or_default();
            if let Some(saved) = saved.lock().unwrap_or_else(PoisonError::into_inner).take() {
                assert_ne!(now, before, "the change is printed");
                times.push(done - saved);
            }
            before = now;
            pages = outcome.built.iter().map(|built| built.pages).max().unwrap_or(0);
            if times.len() == SAVES {
                return ControlFlow::Break(());
            }
            let (turn, saved, save) = (times.len(), &saved, &save);
            scope.spawn(move || {
                std::thread::sleep(PAUSE);
                *saved.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
                save(turn).expect("a folder of its own can be written");
            });
            ControlFlow::Continue(())
        });
        watched.expect("it can be watched");
    });
    (times, pages)
}
