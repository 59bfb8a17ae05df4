//! Links, pipes, names and files that do not belong into a workspace, and what is lost or
//! left behind in its output.

use std::time::Duration;

use crate::desk::{Desk, SHORT};

/// Nothing is read or written through a link out of the workspace.
#[cfg(unix)]
#[test]
fn links_are_not_written_through() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    let empty = || std::fs::read_dir(elsewhere.path()).unwrap().next().is_none();
    let desk = Desk::with_plan(SHORT);
    symlink(elsewhere.path(), desk.path("output")).unwrap();
    symlink(elsewhere.path(), desk.path("data/.schema")).unwrap();
    symlink(elsewhere.path(), desk.path("data/bao-cao")).unwrap();
    for args in [&["build"][..], &["schema"], &["new", "bao-cao", "1"]] {
        let run = desk.run(args);
        assert_eq!(run.code, Some(2), "{args:?}");
        assert!(run.err.contains("lỗi[lien-ket]"), "{args:?}: {}", run.err);
        assert!(empty(), "{args:?}");
    }
    // Neither are certificates, nor is anything there swept or tidied away.
    let batch = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let certificates = Desk::new().file("data/giay-cong-nhan/dot.yml", batch).file("output/a", "");
    std::fs::write(elsewhere.path().join(".vankien-cua-ai"), "giữ").unwrap();
    symlink(elsewhere.path(), certificates.path("output/giay-cong-nhan")).unwrap();
    let run = certificates.run(&["build"]);
    assert!(run.code == Some(2) && run.err.contains("lỗi[lien-ket]"), "{}", run.err);
    std::fs::remove_file(elsewhere.path().join(".vankien-cua-ai")).unwrap();
    assert!(empty());
    // A place that was named is meant, wherever it leads.
    let out = elsewhere.path().to_str().unwrap();
    assert_eq!(desk.run(&["build", "--out", out, "data/ke-hoach"]).code, Some(0));

    for folder in ["data", "templates", "fonts"] {
        let desk = Desk::with_plan(SHORT);
        if folder == "data" {
            std::fs::rename(desk.path("data"), elsewhere.path().join("data")).unwrap();
        }
        symlink(elsewhere.path().join(folder), desk.path(folder)).unwrap();
        std::fs::create_dir_all(elsewhere.path().join(folder)).unwrap();
        let run = desk.run(&["check"]);
        assert!(run.code == Some(2) && run.err.contains("lỗi[lien-ket]"), "{folder}: {}", run.err);
    }
    let desk = Desk::with_plan(SHORT).file("templates/van-ban.typ.j2/a", "");
    let run = desk.run(&["check"]);
    assert!(run.code == Some(2) && run.err.contains("templates/van-ban.typ.j2"), "{}", run.err);
}

#[test]
fn somebody_s_own_file_is_no_schema() {
    let desk = Desk::new().file("data/.schema/van-ban.json", "{\"cua\": \"tôi\"}");
    assert_eq!(desk.run(&["schema"]).code, Some(2));
    assert_eq!(
        std::fs::read_to_string(desk.path("data/.schema/van-ban.json")).unwrap(),
        "{\"cua\": \"tôi\"}"
    );
    let desk = Desk::new();
    assert_eq!(desk.run(&["schema"]).code, Some(0));
    assert_eq!(desk.run(&["schema"]).code, Some(0), "its own it may replace");
}

/// What a killed run left behind is removed by the next one.
#[test]
fn stale_temporary_files_are_removed() {
    let desk = Desk::with_plan(SHORT);
    let left = |name: &str, age: u64| {
        let desk = desk.path("output/ke-hoach");
        std::fs::create_dir_all(&desk).unwrap();
        let file = std::fs::File::create(desk.join(name)).unwrap();
        let now = file.metadata().unwrap().modified().unwrap();
        file.set_modified(now - Duration::from_secs(age)).unwrap();
        desk.join(name)
    };
    let (old, new, other) = (left(".vankien-a", 3600), left(".vankien-b", 0), left("vankien-c", 3600));
    assert_eq!(desk.run(&["build"]).code, Some(0));
    assert_eq!([old, new, other].map(|path| path.exists()), [false, true, true]);
}

#[cfg(target_os = "linux")]
#[test]
fn lost_output_is_told() {
    let desk = Desk::with_plan(SHORT);
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_vankien"))
        .args(["check", "--json"])
        .current_dir(desk.path(""))
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2));
}

/// Names and texts never command the terminal.
#[cfg(unix)]
#[test]
fn the_terminal_obeys_nobody() {
    let name = "data/ke-hoach/a\u{1b}[31m\n.yml";
    let text = SHORT.replace("Một đoạn", "Một\u{9b}31m\u{2028} đoạn");
    let run = Desk::new().file(name, text).run(&["check"]);
    assert_eq!(run.code, Some(1));
    let bad = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    assert!(!run.err.contains(bad), "{:?}", run.err);
    assert!(run.err.contains("lỗi[ky-tu]"), "{}", run.err);
}

/// Two names that are one to Windows, and names that it cannot have.
#[cfg(unix)]
#[test]
fn names_that_other_machines_cannot_have() {
    let desk = Desk::with_plan(SHORT)
        .file("data/ke-hoach/THU.yml", SHORT.replace("so: 27", "so: 28"))
        .file("data/ke-hoach/CON.yml", SHORT.replace("so: 27", "so: 29"));
    let run = desk.run(&["check"]);
    assert!(run.err.contains("cảnh báo[trung-ten]") && run.err.contains("cảnh báo[ten-tep]"), "{}", run.err);
    assert_eq!(Desk::new().run(&["new", "ke-hoach", "nul"]).code, Some(2));
}

/// A file that is no text is told what it is, whatever its name ends in.
#[test]
fn files_that_are_no_text_are_named() {
    for (bytes, named) in [
        (&b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"[..], "tệp PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "hình ảnh"),
        (b"PK\x03\x04\x14\0\x06\0", "tệp nén"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "văn bản Word"),
        (b"\x1f\x8b\x08\0", "tệp nén"),
    ] {
        let run = Desk::new().file("data/ke-hoach/a.yml", bytes).run(&["check"]);
        assert!(run.code == Some(1) && run.err.contains("lỗi[bang-ma]"), "{named}: {}", run.err);
        assert!(run.err.contains(named), "{named}: {}", run.err);
    }
}

/// Opening a pipe would wait for ever for whoever writes into it.
#[cfg(unix)]
#[test]
fn pipes_are_told_and_not_waited_for() {
    for name in [
        "templates/giay/f.png",
        "templates/x.typ",
        "templates/van-ban.typ.j2",
        "templates/the-thuc/hd36.toml",
        "templates/the-thuc/rieng.toml",
        "fonts/x.ttf",
        "data/ke-hoach/f.yml",
        "data/mo-hinh/2020.yml",
        "data/mo-hinh/2020.csv",
    ] {
        let desk = Desk::with_plan(SHORT);
        let path = desk.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        for command in ["check", "build"] {
            let run = desk.run(&[command]);
            assert!(run.code == Some(2) && run.err.contains("không phải tệp thường"), "{name}: {}", run.err);
            assert!(run.err.contains(name), "{name}: {}", run.err);
        }
    }
}
