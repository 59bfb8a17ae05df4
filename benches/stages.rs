//! How long each stage takes for a plan of four pages and a report of twenty-two,
//! and the whole way with and without anything to do. Run with
//! `cargo bench --bench stages`.

use std::path::{Path, PathBuf};

use divan::{Bencher, black_box};
use tempfile::TempDir;
use vankien::compile::{Compiler, Fonts, Pages, forget};
use vankien::compute::{Setting, view};
use vankien::diagnostic::Report;
use vankien::load::load_document;
use vankien::output::Format;
use vankien::pipeline::{Request, run, typeset};
use vankien::standard::{Kinds, Profiles};
use vankien::workspace::Workspace;

const DOCUMENTS: [&str; 2] = ["ke-hoach/27-kh-duk-2020", "bao-cao/tong-ket-2015-2020"];

fn main() {
    divan::main();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn path(document: &str) -> PathBuf {
    format!("data/{document}.yml").into()
}

fn workspace() -> Workspace {
    Workspace::open(root(), None).expect("the repository is a workspace")
}

fn source(document: &str) -> String {
    typeset(root(), &path(document)).expect("the example is sound").source
}

/// From bytes to a checked record.
#[divan::bench(args = DOCUMENTS)]
fn load(bencher: Bencher<'_, '_>, document: &str) {
    let files = workspace().data_files(&[path(document)], &mut Report::default());
    bencher.bench(|| load_document(black_box(&files[0]), &mut Report::default()));
}

/// From a checked record to Typst source; the plan's, which asks for no figures.
#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let workspace = workspace();
    let files = workspace.data_files(&[path(DOCUMENTS[0])], &mut Report::default());
    let record = load_document(&files[0], &mut Report::default()).expect("the example is sound").record;
    let kinds = Kinds::read(&workspace).expect("the built-in table");
    let kind = kinds.in_folder("ke-hoach").expect("a plan has a kind");
    let profiles = Profiles::read(&workspace).expect("the built-in guidance");
    let profile = profiles.named("hd36").expect("the guidance of its day");
    let font = Fonts::load(&workspace, &mut Report::default()).family().to_string();
    let setting = Setting { kind, profile, copy_profile: None, font: &font, scope: None };
    bencher.bench(|| vankien::render::render(&workspace, &kind.template, view(black_box(&record), setting)));
}

/// From bytes to Typst source, pages and their proofreading, nothing remembered.
#[divan::bench(args = DOCUMENTS, sample_count = 20)]
fn typeset_cold(bencher: Bencher<'_, '_>, document: &str) {
    bencher.with_inputs(|| forget(0)).bench_values(|()| typeset(root(), black_box(&path(document))));
}

/// The same while Typst remembers the last time: what `watch` does.
#[divan::bench(args = DOCUMENTS, sample_count = 20)]
fn typeset_warm(bencher: Bencher<'_, '_>, document: &str) {
    bencher.bench(|| typeset(root(), black_box(&path(document))));
}

/// From Typst source to pages, nothing remembered.
#[divan::bench(args = DOCUMENTS, sample_count = 20)]
fn compile(bencher: Bencher<'_, '_>, document: &str) {
    let (workspace, source) = (workspace(), source(document));
    let fonts = Fonts::load(&workspace, &mut Report::default());
    let compiler = Compiler::new(&workspace, fonts);
    let pages = |source| -> Pages { compiler.compile(source).expect("it was compiled before") };
    bencher
        .with_inputs(|| {
            forget(0);
            source.clone()
        })
        .bench_values(pages);
}

/// From pages to PDF/A.
#[divan::bench(args = DOCUMENTS)]
fn export(bencher: Bencher<'_, '_>, document: &str) {
    let pages = typeset(root(), &path(document)).expect("the example is sound").pages;
    bencher.bench(|| pages.pdf());
}

/// The example workspace in a folder of its own.
fn example() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&root().join("data"), &folder.path().join("data")).expect("the example can be copied");
    folder
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            std::fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

fn request(folder: &TempDir, force: bool) -> Request {
    Request {
        root: folder.path().into(),
        formats: vec![Format::Pdf, Format::Typ],
        force,
        ..Request::default()
    }
}

/// The whole example, files and all.
#[divan::bench(sample_count = 20)]
fn build_all(bencher: Bencher<'_, '_>) {
    let folder = example();
    bencher.with_inputs(|| forget(0)).bench_values(|()| run(&request(&folder, true)).built.len());
}

/// The whole example when nothing has changed.
#[divan::bench]
fn build_nothing(bencher: Bencher<'_, '_>) {
    let folder = example();
    assert_eq!(run(&request(&folder, false)).exit_code(), 0);
    bencher.bench(|| run(&request(&folder, false)).built.len());
}

/// One plan of the example after a word of it has changed.
#[divan::bench(sample_count = 20)]
fn build_one(bencher: Bencher<'_, '_>) {
    let folder = example();
    let path = folder.path().join("data/ke-hoach/27-kh-duk-2020.yml");
    let text = std::fs::read_to_string(&path).expect("the example");
    let mut count = 0;
    bencher
        .with_inputs(|| {
            count += 1;
            let changed = text.replacen("năm 2020", &format!("năm 2020 ({count})"), 1);
            std::fs::write(&path, changed).expect("the copy can be written");
        })
        .bench_local_values(|()| run(&request(&folder, false)).built.len());
}
