//! Outputs that nothing makes again as they are: told as often as one builds, never
//! deleted.

use std::fs;

use crate::desk::{Desk, Run, SHORT};
use crate::incremental::{BATCH, MEMORY, batch};

const PLAN: &str = "data/ke-hoach/thu.yml";
const PAPER: &str = "data/giay-chung-nhan/thu.yml";

/// A sound plan with nothing to remark.
fn plan() -> String {
    SHORT.replace("Thực hiện", "thực hiện")
}

/// The finding about superfluous files, if there is one.
fn told(run: &Run) -> Option<String> {
    let found = run.err.split("cảnh báo[tep-thua]").nth(1)?;
    Some(found.split("\n\n").next()?.into())
}

/// Told as often as one builds, until the files are gone; never deleted.
#[test]
fn outputs_of_what_is_gone_are_told() {
    let desk = Desk::with_plan(&plan())
        .file("data/ke-hoach/hai.yml", SHORT.replace("so: 27", "so: 28").replace("Thực", "thực"));
    assert_eq!(desk.run(&["build", "--format", "pdf,typ,png"]).err, "");
    assert_eq!(desk.run(&["build"]).err, "");
    fs::rename(desk.path(PLAN), desk.path("data/ke-hoach/ba.yml")).unwrap();
    let tells = |args: &[&str]| {
        let run = desk.run(args);
        let told = run.err.contains("cảnh báo[tep-thua]");
        assert!(!told || run.err.contains("`data/ke-hoach/thu.yml` không còn"), "{}", run.err);
        assert!(desk.path("output/ke-hoach/ba.pdf").exists());
        told.then_some(run.err)
    };
    let first = tells(&["build"]).expect("told after the change");
    assert!(first.contains("output/ke-hoach/thu-1.png") && first.contains("`thu.pdf`, `thu.typ`"), "{first}");
    // With nothing changed, with everything made, and after the memory was of no use.
    assert_eq!(tells(&["build"]).as_ref(), Some(&first));
    assert_eq!(tells(&["build", "--force"]).as_ref(), Some(&first));
    // Whoever asks for one document is told of that.
    assert_eq!(tells(&["build", "data/ke-hoach/hai.yml"]), None);
    fs::remove_file(desk.path("output/ke-hoach/thu-1.png")).unwrap();
    fs::remove_file(desk.path("output/ke-hoach/thu.typ")).unwrap();
    let less = tells(&["build"]).expect("one file is left");
    assert!(less.contains("output/ke-hoach/thu.pdf") && !less.contains("thu.typ"), "{less}");
    fs::remove_file(desk.path("output/ke-hoach/thu.pdf")).unwrap();
    assert_eq!(tells(&["build"]), None);
    // Another ending, and on Windows another capital, makes the same outputs; a document
    // with errors will again.
    fs::rename(desk.path("data/ke-hoach/ba.yml"), desk.path("data/ke-hoach/ba.yaml")).unwrap();
    assert_eq!(tells(&["build"]), None);
    fs::rename(desk.path("data/ke-hoach/ba.yaml"), desk.path("data/ke-hoach/Ba.yaml")).unwrap();
    desk.run(&["build"]);
    if cfg!(target_os = "linux") {
        // Here both pairs lie there.
        fs::remove_file(desk.path("output/ke-hoach/ba.pdf")).unwrap();
        fs::remove_file(desk.path("output/ke-hoach/ba.typ")).unwrap();
    }
    assert_eq!(desk.run(&["build"]).err, "");
    fs::write(desk.path("data/ke-hoach/Ba.yaml"), "so: [").unwrap();
    assert!(!desk.run(&["build"]).err.contains("[tep-thua]"));
}

/// Certificates of a batch that was renamed keep their numbers if their folder follows.
#[test]
fn the_folder_of_a_renamed_batch_is_told() {
    const FOLDER: &str = "output/giay-cong-nhan/dot";
    let desk = Desk::with_plan(&plan()).file(BATCH, batch(&["Nguyễn Văn Đức", "Trần Thị Ánh"]));
    assert_eq!(desk.run(&["build"]).err, "");
    let register = fs::read(desk.path(FOLDER).join("so-theo-doi.csv")).unwrap();
    fs::rename(desk.path(BATCH), desk.path("data/giay-cong-nhan/dot-1.yml")).unwrap();
    let run = desk.run(&["build"]);
    assert!(run.err.contains("cảnh báo[tep-thua]") && run.err.contains(FOLDER), "{}", run.err);
    assert!(run.err.contains("đổi tên thư mục này theo"), "{}", run.err);
    let new = desk.path("output/giay-cong-nhan/dot-1");
    let _ = fs::remove_dir_all(&new);
    fs::rename(desk.path(FOLDER), &new).unwrap();
    assert_eq!(desk.run(&["build"]).err, "");
    assert!(fs::read(new.join("so-theo-doi.csv")).unwrap() == register);
}

/// Whoever builds the PDF alone after a correction still has the old source and pictures.
#[test]
fn other_formats_of_an_earlier_version_are_told() {
    let desk = Desk::with_plan(&plan()).file("data/ke-hoach/hai.yml", plan().replace("so: 27", "so: 28"));
    assert_eq!(desk.run(&["build", "--format", "pdf,typ,png"]).err, "");
    assert_eq!(desk.run(&["build", "--format", "pdf"]).err, "");
    fs::write(desk.path(PLAN), plan().replace("Một", "Hai")).unwrap();
    let first = told(&desk.run(&["build", "--format", "pdf"])).expect("told");
    for said in [
        "output/ke-hoach/thu-1.png",
        "`thu.typ`",
        "bản trước của `data/ke-hoach/thu.yml`",
        "--format png,typ",
    ] {
        assert!(first.contains(said), "{said}: {first}");
    }
    // With nothing to do, where the document is asked for, and made anew; not with another.
    for (args, again) in [
        (&["build", "--format", "pdf"][..], true),
        (&["build", "--format", "pdf", PLAN], true),
        (&["build", "--format", "pdf", "--force", PLAN], true),
        (&["build", "--format", "pdf", "data/ke-hoach/hai.yml"], false),
    ] {
        assert_eq!(told(&desk.run(args)), again.then(|| first.clone()), "{args:?}");
    }
    // The advice helps.
    let less = told(&desk.run(&["build", "--format", "typ"])).expect("the picture is left");
    assert!(less.contains("thu-1.png") && !less.contains("thu.typ"), "{less}");
    fs::remove_file(desk.path("output/ke-hoach/thu-1.png")).unwrap();
    assert_eq!(told(&desk.run(&["build"])), None);
}

/// Also of a document whose remarks are too many to be remembered.
#[test]
fn they_are_told_of_a_document_that_is_always_made() {
    let desk = Desk::with_plan(&plan());
    desk.run(&["build"]);
    let text = plan().replace("Một đoạn văn.", &"Thực hiện thực hiện một. ".repeat(210));
    fs::write(desk.path(PLAN), text).unwrap();
    for _ in 0..2 {
        let found = told(&desk.run(&["build", "--format", "pdf"])).expect("told");
        assert!(found.contains("output/ke-hoach/thu.typ"), "{found}");
    }
}

/// A file that becomes a batch of certificates, and a document again, leaves the outputs
/// of what it was; one that is only broken does not.
#[test]
fn what_was_a_document_or_a_batch_is_told() {
    let slip = include_str!("../../templates/vi-du/dang/giay-chung-nhan.yml");
    let desk = Desk::new().file(PAPER, slip);
    desk.run(&["build"]);
    assert!(desk.path("output/giay-chung-nhan/thu.pdf").exists());
    fs::write(desk.path(PAPER), batch(&["Nguyễn Văn Đức"])).unwrap();
    for _ in 0..2 {
        let found = told(&desk.run(&["build"])).expect("told of the document");
        assert!(
            found.contains("nay là một đợt giấy") && found.contains("giay-chung-nhan/thu.pdf"),
            "{found}"
        );
    }
    for name in ["thu.pdf", "thu.typ"] {
        fs::remove_file(desk.path("output/giay-chung-nhan").join(name)).unwrap();
    }
    fs::write(desk.path(PAPER), "a: [").unwrap();
    assert_eq!(told(&desk.run(&["build"])), None);
    fs::write(desk.path(PAPER), slip).unwrap();
    for _ in 0..2 {
        let found = told(&desk.run(&["build"])).expect("told of the batch");
        assert!(
            found.contains("không còn là đợt giấy") && found.contains("output/giay-chung-nhan/thu"),
            "{found}"
        );
    }
}

/// Where capitals tell files apart, a renamed document leaves a second pair.
#[cfg(target_os = "linux")]
#[test]
fn a_second_pair_in_other_capitals_is_told() {
    let desk = Desk::with_plan(&plan());
    desk.run(&["build"]);
    fs::rename(desk.path(PLAN), desk.path("data/ke-hoach/Thu.yml")).unwrap();
    for _ in 0..2 {
        let found = told(&desk.run(&["build"])).expect("both lie there");
        assert!(found.contains("output/ke-hoach/thu.pdf") && found.contains("`thu.typ`"), "{found}");
    }
    fs::remove_file(desk.path("output/ke-hoach/thu.pdf")).unwrap();
    fs::remove_file(desk.path("output/ke-hoach/thu.typ")).unwrap();
    assert_eq!(told(&desk.run(&["build"])), None);
}

/// Two workspaces that write into one folder: what the other made is none of ours.
#[test]
fn a_shared_output_folder_is_told_and_nothing_in_it_called_idle() {
    let (one, other) = (Desk::with_plan(&plan()), Desk::new().file("data/ke-hoach/hai.yml", plan()));
    let out = tempfile::tempdir().unwrap();
    let build = |desk: &Desk| desk.run(&["build", "--out", &out.path().display().to_string()]);
    assert_eq!(build(&one).err, "");
    for (own, before) in [(&other, &one), (&one, &other)] {
        let run = build(own);
        let root = before.path("").canonicalize().unwrap();
        assert!(run.err.contains("cảnh báo[trung-ten]"), "{}", run.err);
        assert!(run.err.contains(&format!("`{}`", root.display())), "{}", run.err);
        assert_eq!(run.err.matches("cảnh báo[").count(), 1, "{}", run.err);
        // Told once, when the folder changes hands.
        assert_eq!(build(own).err, "");
    }
}

/// A workspace that was moved, or its output folder with it, shares with nobody.
#[test]
fn a_moved_workspace_keeps_its_outputs() {
    let desk = Desk::with_plan(&plan());
    assert_eq!(desk.run(&["build"]).err, "");
    let moved = Desk::new().file("data/ke-hoach/hai.yml", plan());
    fs::create_dir_all(moved.path("output/ke-hoach")).unwrap();
    fs::rename(desk.path(MEMORY), moved.path(MEMORY)).unwrap();
    fs::rename(desk.path("output/ke-hoach/thu.pdf"), moved.path("output/ke-hoach/thu.pdf")).unwrap();
    let run = moved.run(&["build"]);
    assert!(!run.err.contains("[trung-ten]") && told(&run).is_some(), "{}", run.err);
}
