//! How long the five-year report of a large Khối takes: 150 units, six years,
//! 300 models a year, indicators by unit. Run with `cargo bench --bench report`.

mod office;

use std::time::Instant;

use vankien::output::Format;
use vankien::pipeline::{Request, run};

use office::{REPORT, prepare};

const UNITS: usize = 150;
const MODELS: usize = 300;
const RUNS: usize = 7;

fn main() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let root = folder.path();
    prepare(root, UNITS, MODELS)?;
    let request = Request {
        root: root.into(),
        only: vec![root.join(REPORT)],
        formats: vec![Format::Pdf],
        force: true,
        ..Request::default()
    };
    let mut times: Vec<_> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let outcome = run(&request);
            assert_eq!(outcome.exit_code(), 0, "{:#?}", outcome.report.sorted());
            (start.elapsed(), outcome.built[0].pages)
        })
        .collect();
    let first = times[0];
    times.sort();
    let text = format!(
        "report, {UNITS} units × 6 years, {} pages: first {:?}, median {:?}\n",
        first.1,
        first.0,
        times[RUNS / 2].0
    );
    std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes())
}
