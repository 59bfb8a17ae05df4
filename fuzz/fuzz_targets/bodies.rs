//! What each target does with its input and what must hold. The tests of the program
//! run these too, over the faulty files they have, so that they stay right.
#![allow(dead_code, reason = "each target runs one of them")]

use std::sync::{Arc, LazyLock};

use tempfile::TempDir;
use vankien::dataset;
use vankien::diagnostic::{Lang, Report, Terminal};
use vankien::documents::OfficialDocument;
use vankien::encoding;
use vankien::expression::{Evaluator, Scope};
use vankien::figures::Period;
use vankien::load;
use vankien::output::Format;
use vankien::pipeline::{self, Request};
use vankien::values::{Runs, prose};
use vankien::workspace::Workspace;

/// Any bytes as a data file: a record or findings, each at a place in the file.
pub(crate) fn load(bytes: &[u8]) {
    let mut report = Report::default();
    let loaded = load::from_bytes::<OfficialDocument>("thu.yml", bytes, &mut report);
    assert!(loaded.is_some() || report.blocks(), "lost without a word");
    for lang in [Lang::Vi, Lang::En] {
        let _ = Terminal { lang, colour: false }.render(&report);
    }
}

/// Any text as inline marks and as light Markdown: no letter is lost.
pub(crate) fn markup(text: &str) {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let runs: String = Runs::parse(text).runs().iter().map(|run| run.text.as_str()).collect();
    assert_eq!(letters(&runs), letters(text));
    let _ = prose::passages(text);
    let _ = encoding::of_text(text);
}

static DESK: LazyLock<TempDir> = LazyLock::new(|| {
    let desk = tempfile::tempdir().expect("a temporary folder");
    std::fs::create_dir_all(desk.path().join("data/ke-hoach")).expect("a folder in it");
    desk
});

static EVALUATOR: LazyLock<Evaluator> = LazyLock::new(|| {
    let workspace = Workspace::open(DESK.path(), None).expect("a workspace");
    let data = dataset::gather(&workspace, &mut Report::default()).expect("no records, and none broken");
    Evaluator::new(Scope {
        data: Arc::new(data),
        period: Period::new(2020, 2020, None),
        today: "2020-12-31".parse().expect("a day"),
        padded: false,
        blank: false,
        recognised: None,
    })
});

/// Any text as an expression: words or a fault, and an end to it.
pub(crate) fn expression(text: &str) {
    let _ = EVALUATOR.words(text);
    let _ = EVALUATOR.holds(text);
}

/// Any bytes as a document in a workspace, through every stage.
pub(crate) fn document(bytes: &[u8]) {
    let root = DESK.path();
    std::fs::write(root.join("data/ke-hoach/thu.yml"), bytes).expect("a file in it");
    let request = Request { root: root.into(), formats: vec![Format::Pdf], ..Request::default() };
    let outcome = pipeline::run(&request);
    assert!(outcome.built.len() == 1 || outcome.report.blocks(), "lost without a word");
}
