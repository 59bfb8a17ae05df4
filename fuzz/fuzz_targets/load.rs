//! Any bytes as a data file: a record or findings, each at a place in the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vankien::diagnostic::{Lang, Report, Terminal};
use vankien::documents::OfficialDocument;
use vankien::load;

fuzz_target!(|bytes: &[u8]| {
    let mut report = Report::default();
    let loaded = load::from_bytes::<OfficialDocument>("thu.yml", bytes, &mut report);
    assert!(loaded.is_some() || report.blocks(), "lost without a word");
    for lang in [Lang::Vi, Lang::En] {
        let _ = Terminal { lang, colour: false }.render(&report);
    }
});
