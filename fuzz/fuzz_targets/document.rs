//! Any bytes as a document in a workspace, through every stage.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;
use vankien::output::Format;
use vankien::pipeline::{self, Request};

static DESK: LazyLock<TempDir> = LazyLock::new(|| {
    let desk = tempfile::tempdir().expect("a temporary folder");
    std::fs::create_dir_all(desk.path().join("data/ke-hoach")).expect("a folder in it");
    desk
});

fuzz_target!(|bytes: &[u8]| {
    let root = DESK.path();
    std::fs::write(root.join("data/ke-hoach/thu.yml"), bytes).expect("a file in it");
    let request = Request { root: root.into(), formats: vec![Format::Pdf], ..Request::default() };
    let outcome = pipeline::run(&request);
    assert!(outcome.built.len() == 1 || outcome.report.blocks(), "lost without a word");
});
