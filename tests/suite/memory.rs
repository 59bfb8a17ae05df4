//! What a build remembers beside its outputs: believed only as it was written, and
//! forgotten only where something else was made.

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

/// Certificates that were only looked at are not called complete, however often.
#[test]
fn certificates_that_were_not_made_are_not_told_as_such() {
    let desk = sound().file(BATCH, batch(&["Nguyễn Văn Đức", "Trần Thị Ánh"]));
    let complete = |args: &[&str]| {
        let run = desk.run(&[args, &["--json"]].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out.contains("\"complete\": true")
    };
    assert!(complete(&["build"]) && !complete(&["build", "--format", "typ"]));
    fs::write(desk.path(BATCH), batch(&["Nguyễn Văn Đức", "Trần Thị Ánh Nguyệt"])).unwrap();
    for _ in 0..3 {
        assert!(!complete(&["build", "--format", "typ"]));
    }
    assert!(complete(&["build"]) && complete(&["build"]));
}

/// A build of some things, in some formats, or of what stands anyway, forgets nothing
/// that it did not change: the next one of everything has nothing to read.
#[test]
fn a_build_of_a_part_forgets_nothing_else() {
    let desk = sound()
        .file("data/ke-hoach/hai.yml", SHORT.replace("so: 27", "so: 28").replace("Thực", "thực"))
        .file(BATCH, batch(&["Nguyễn Văn Đức", "Trần Thị Ánh"]));
    let build = |args: &[&str]| {
        let run = desk.run(args);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
        run.out
    };
    // A batch that is not even read takes no time.
    let is_fast = || {
        let out = build(&["build", "--json"]);
        out.contains("\"certificate_milliseconds\": 0.0") && out.matches("\"unchanged\": true").count() == 2
    };
    build(&["build"]);
    assert!(is_fast());
    // Nothing is written either: the folder may be read only.
    let memory = || fs::metadata(desk.path(MEMORY)).unwrap().modified().unwrap();
    let before = memory();
    for args in [
        &["build", PLAN][..],
        &["build", BATCH],
        &["build", "--only", "M1"],
        &["build", "--format", "pdf"],
        &["build", "--format", "typ"],
    ] {
        build(args);
        assert!(memory() == before, "{args:?}");
        assert!(is_fast(), "{args:?}");
    }
    let forced = build(&["build", "--force", PLAN]);
    assert!(!forced.contains("không đổi"), "{forced}");
    assert!(is_fast(), "only the one was made again");
    build(&["build", "--format", "png"]);
    assert!(is_fast(), "other formats are of the same pages");
    fs::remove_file(desk.path("output/ke-hoach/thu.pdf")).unwrap();
    build(&["build", PLAN]);
    assert!(is_fast(), "it was made from the same things");
    // A change that one document was made with, and that is undone.
    for name in ["thu-1.png", "hai-1.png"] {
        fs::remove_file(desk.path("output/ke-hoach").join(name)).unwrap();
    }
    let run = desk.run_with(PLAN, &SHORT.replace("Thực", "thực").replace("Một", "Hai"), &["build", PLAN]);
    assert!(run.code == Some(0) && !is_unchanged(&run), "{}", run.err);
    let pages = || fs::read_to_string(desk.path("output/ke-hoach/thu.typ")).unwrap();
    assert!(pages().contains("Hai đoạn văn."));
    build(&["build"]);
    assert!(pages().contains("Một đoạn văn.") && is_fast());
}

/// Reading a pipe would wait for ever.
#[cfg(unix)]
#[test]
fn a_memory_that_is_a_pipe_is_none() {
    let desk = sound().file(BATCH, batch(&["Nguyễn Văn Đức"]));
    desk.run(&["build"]);
    let memories = [MEMORY, "output/giay-cong-nhan/dot/.vankien.json"].map(|name| desk.path(name));
    for memory in &memories {
        fs::remove_file(memory).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(memory).status().unwrap().success());
    }
    let run = desk.run(&["build"]);
    assert!(run.code == Some(0) && !is_unchanged(&run), "{}", run.err);
    assert!(memories.iter().all(|memory| memory.is_file()), "another one took its place");
}

/// What other programs measure by is told from memory to the last digit.
#[test]
fn places_for_signatures_are_the_same_from_memory() {
    let desk = (0..30).fold(Desk::new(), |desk, at| {
        desk.file(&format!("data/cong-van/{at}.yml"), letter(at + 1).replace("so: 27", &format!("so: {at}1")))
    });
    let places = || {
        let out = desk.run(&["build", "--json"]).out;
        out.lines().filter(|line| line.contains("_mm\"")).map(String::from).collect::<Vec<_>>()
    };
    let first = places();
    assert!(first.len() > 100, "{first:?}");
    assert_eq!(places(), first);
}

/// One finding, not one a document.
#[test]
fn an_output_folder_that_is_none_is_told_once() {
    let desk = sound()
        .file("data/ke-hoach/hai.yml", SHORT.replace("so: 27", "so: 28"))
        .file(BATCH, batch(&["Nguyễn Văn Đức"]))
        .file("output", "x");
    for (args, place) in [(&["build"][..], "output"), (&["build", "--out", "output/deep/er"], "output")] {
        let run = desk.run(args);
        assert_eq!((run.code, run.err.matches("lỗi[").count()), (Some(2), 1), "{}", run.err);
        assert!(run.err.contains(&format!("`{place}`")), "{}", run.err);
    }
    assert_eq!(desk.run(&["check"]).code, Some(0));
}
