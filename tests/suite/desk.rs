//! A workspace in a temporary folder, and the program run in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use vankien::compile::{Pages, PlacedText};
use vankien::pipeline::{Typeset, typeset};

/// A short, sound plan.
pub(crate) const SHORT: &str = include_str!("../fixtures/ngan.yml");

/// The real plan of the example.
pub(crate) const PLAN: &str = "data/ke-hoach/27-kh-duk-2020.yml";

pub(crate) struct Desk {
    folder: TempDir,
}

/// What a run of the program printed.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("data")).unwrap();
        Self { folder }
    }

    /// A desk with one plan, `data/ke-hoach/thu.yml`.
    pub(crate) fn with_plan(text: &str) -> Self {
        Self::new().file("data/ke-hoach/thu.yml", text)
    }

    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_vankien"))
            .args(args)
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The program run while a file says something else for once.
    pub(crate) fn run_with(&self, name: &str, content: &str, args: &[&str]) -> Run {
        let before = std::fs::read(self.path(name)).unwrap();
        std::fs::write(self.path(name), content).unwrap();
        let run = self.run(args);
        std::fs::write(self.path(name), before).unwrap();
        run
    }

    /// Lays out `data/ke-hoach/thu.yml`; a finding that forbids it fails the test.
    pub(crate) fn typeset(&self) -> Typeset {
        typeset(self.folder.path(), Path::new("data/ke-hoach/thu.yml"))
            .unwrap_or_else(|report| panic!("{:#?}", report.sorted()))
    }
}

/// The example of the repository, laid out.
pub(crate) fn plan() -> Typeset {
    typeset(Path::new(env!("CARGO_MANIFEST_DIR")), Path::new(PLAN)).unwrap()
}

/// The one run of text that reads exactly so.
pub(crate) fn find(pages: &Pages, text: &str) -> PlacedText {
    let mut found = pages.texts().into_iter().filter(|run| run.text.trim() == text);
    let first = found.next().unwrap_or_else(|| panic!("no text `{text}` on the pages"));
    assert!(found.next().is_none(), "`{text}` stands more than once");
    first
}

/// Fails unless two measures agree.
#[track_caller]
pub(crate) fn close(what: &str, measured: f64, demanded: f64, tolerance: f64) {
    assert!(
        (measured - demanded).abs() <= tolerance,
        "{what}: measured {measured:.2}, demanded {demanded:.2} ± {tolerance}"
    );
}

pub(crate) fn centre(text: &PlacedText) -> f64 {
    text.x + text.width / 2.0
}

pub(crate) fn right(text: &PlacedText) -> f64 {
    text.x + text.width
}
