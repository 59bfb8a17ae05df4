//! What a build remembers beside its outputs: believed only as it was written, and
//! enough to tell of what is made no more.

use std::fs;
use std::time::SystemTime;

use crate::desk::{Desk, Run, SHORT};
use crate::incremental::{BATCH, MEMORY, batch, letter};

const PLAN: &str = "data/ke-hoach/thu.yml";

/// A sound plan with nothing to remark.
fn sound() -> Desk {
    Desk::with_plan(&SHORT.replace("Thực hiện", "thực hiện"))
}

fn is_unchanged(run: &Run) -> bool {
    run.out.contains("không đổi")
}

#[test]
fn a_memory_that_somebody_altered_is_none() {
    let desk = sound();
    let first = desk.run(&["build"]);
    let memory = fs::read_to_string(desk.path(MEMORY)).unwrap();
    let key = memory.split("\"key\":\"").nth(1).unwrap();
    for (what, altered) in [
        ("no outputs", memory.replace("\"outputs\":[[\"", "\"outputs\":[],\"x\":[[\"")),
        ("another document", memory.replace("ke-hoach/thu.pdf", "ke-hoach/hai.pdf")),
        ("another digest", memory.replace(&key[..8], "00000000")),
        ("other pages", memory.replace("\"pages\":1", "\"pages\":7")),
        ("another sum", memory.replacen(char::is_numeric, "x", 1)),
        ("half of it", memory[..memory.len() / 2].into()),
        ("nothing", String::new()),
        ("the form of old", memory.split_once('\n').unwrap().1.into()),
    ] {
        assert_ne!(altered, memory, "{what}");
        fs::write(desk.path(MEMORY), altered).unwrap();
        let run = desk.run(&["build"]);
        assert!(run.code == Some(0) && !is_unchanged(&run) && run.err == first.err, "{what}: {}", run.err);
        assert!(is_unchanged(&desk.run(&["build"])), "{what}, and again");
    }
}

#[test]
fn a_memory_that_cannot_be_written_is_told() {
    let desk = sound();
    fs::create_dir_all(desk.path(MEMORY)).unwrap();
    for _ in 0..2 {
        let run = desk.run(&["build"]);
        assert!(run.code == Some(0) && !is_unchanged(&run), "{}", run.out);
        assert_eq!(run.err.matches("cảnh báo[bo-nho]").count(), 1, "{}", run.err);
        assert!(run.err.contains("xoá hoặc đổi tên") && run.err.contains(MEMORY), "{}", run.err);
    }
    fs::remove_dir(desk.path(MEMORY)).unwrap();
    assert_eq!(desk.run(&["build"]).err, "");
    assert!(is_unchanged(&desk.run(&["build"])));
}

/// Whoever writes into a file can set its time, but not when that was done.
#[cfg(unix)]
#[test]
fn an_output_altered_under_its_own_size_and_time_is_made_again() {
    let desk = sound();
    desk.run(&["build"]);
    for name in ["output/ke-hoach/thu.pdf", "output/ke-hoach/thu.typ"] {
        let path = desk.path(name);
        let good = fs::read(&path).unwrap();
        let time: SystemTime = fs::metadata(&path).unwrap().modified().unwrap();
        let mut bad = good.clone();
        bad[200] ^= 1;
        fs::write(&path, &bad).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        assert!(!is_unchanged(&desk.run(&["build"])), "{name}");
        assert!(fs::read(&path).unwrap() == good, "{name}");
    }
}

/// Told as often as one builds, until the files are gone; never deleted.
#[test]
fn outputs_of_what_is_gone_are_told() {
    let desk =
        sound().file("data/ke-hoach/hai.yml", SHORT.replace("so: 27", "so: 28").replace("Thực", "thực"));
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
    assert_eq!(tells(&["build"]), None);
    fs::write(desk.path("data/ke-hoach/Ba.yaml"), "so: [").unwrap();
    assert_eq!(tells(&["build"]), None);
}

/// Certificates of a batch that was renamed keep their numbers if their folder follows.
#[test]
fn the_folder_of_a_renamed_batch_is_told() {
    const FOLDER: &str = "output/giay-cong-nhan/dot";
    let desk = sound().file(BATCH, batch(&["Nguyễn Văn Đức", "Trần Thị Ánh"]));
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

/// Neither documents nor certificates without a code have anything of the keys.
#[test]
fn new_keys_make_nothing_anew_without_codes() {
    let desk = sound().file(BATCH, batch(&["Nguyễn Văn Đức", "Trần Thị Ánh"]));
    desk.run(&["build"]);
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    let run = desk.run(&["build"]);
    assert!(is_unchanged(&run) && run.out.contains("làm 0, giữ 2"), "{}", run.out);
    assert!(!run.out.contains("phải in lại"), "{}", run.out);
}

/// What the pages showed is told again without laying them out, also beside a document
/// that has changed, and a silence for it is no idle one.
#[test]
fn what_pages_showed_is_told_from_memory() {
    let long = letter(90);
    for (what, letter, told) in [
        ("told", long.clone(), 1),
        (
            "silenced",
            long.replace("\nnoi_dung:", "\nnoi_dung:\n  # vankien: bỏ qua so-trang – dài theo yêu cầu"),
            0,
        ),
    ] {
        let desk = sound().file("data/cong-van/dai.yml", letter);
        let first = desk.run(&["build"]);
        assert_eq!(first.err.matches("[so-trang]").count(), told, "{what}: {}", first.err);
        assert!(!first.err.contains("[bo-qua]"), "{what}: {}", first.err);
        let unchanged = |run: &Run| {
            assert_eq!(run.err, first.err, "{what}");
            run.out.matches("không đổi").count()
        };
        assert_eq!(unchanged(&desk.run(&["build"])), 2, "{what}");
        let memory = fs::read_to_string(desk.path(MEMORY)).unwrap();
        assert!(memory.contains("\"whole\":{"), "{what}: nothing need be read: {memory}");
        let desk = desk.file(PLAN, SHORT.replace("Thực hiện", "thực hiện").replace("Một", "Hai"));
        assert_eq!(unchanged(&desk.run(&["build"])), 1, "{what}");
        let denied = desk.run(&["build", "--deny", "warnings"]);
        assert_eq!(denied.code, Some(i32::from(told > 0)), "{what}: {}", denied.err);
    }
}
