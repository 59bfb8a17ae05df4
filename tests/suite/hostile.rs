//! Files made to do harm: each is answered by a message, in good time, and
//! nothing outside the workspace is read.

use std::fmt::Write;
use std::time::{Duration, Instant};

use crate::desk::{Desk, Run, SHORT};

/// A check that must end within a time that a person waits.
fn check(text: impl AsRef<[u8]>) -> Run {
    let desk = Desk::new().file("data/ke-hoach/thu.yml", text);
    let start = Instant::now();
    let run = desk.run(&["check"]);
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
    assert!(run.code.is_some(), "it died: {}", run.err);
    run
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

#[test]
fn every_bound_has_its_message() {
    let body = |body: &str| SHORT.replace("  - doan: Một đoạn văn.\n", body);
    let wide = format!(
        "  - bang:\n      cot: [{}]\n      hang:\n        - [a]\n",
        lines(50, |at| format!("{{ten: c{at}}}, "))
    );
    for (what, text, rule) in [
        ("deep lists", "[".repeat(100_000), "yaml-qua-sau"),
        ("deep maps", "{a: ".repeat(100_000), "yaml-qua-sau"),
        ("deep blocks", lines(300, |at| format!("{}a:\n", " ".repeat(at))), "yaml-qua-sau"),
        ("aliases", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n".into(), "yaml-dau-sao"),
        ("a tag", "co_quan: !!python/object x\n".into(), "yaml-dau-than"),
        ("a large file", "a".repeat(5 << 20), "tep-qua-lon"),
        ("many values", format!("noi_nhan: [{}]\n", "a, ".repeat(250_000)), "tep-qua-lon"),
        ("many keys", lines(90_000, |at| format!("k{at}: a\n")), "con-nua"),
        ("one key often", lines(20_000, |_| "so: 27\n".into()), "trung-muc"),
        ("many columns", body(&wide), "bang"),
        ("many pages", body(&format!("  - doan: {}\n", "chữ ".repeat(500_000))), "qua-dai"),
        ("two documents", format!("{SHORT}---\n{SHORT}"), "yaml"),
        ("a zero", SHORT.replace("Một", "\0"), "ky-tu"),
    ] {
        let run = check(text);
        assert_eq!(run.code, Some(1), "{what}");
        assert!(run.err.contains(&format!("lỗi[{rule}]")), "{what}: {}", &run.err[..run.err.len().min(600)]);
    }
}

/// A text that is hard to read, look at or lay out takes no longer for it.
#[test]
fn hard_texts_end() {
    for hard in [
        "“".repeat(20_000),
        "( ".repeat(20_000),
        "27-KH/ĐUK ngày ".repeat(5_000),
        "ngày 3/2/2020, ".repeat(5_000),
        "Đảng ủy Khôi Khối ".repeat(5_000),
        "{{ han }}".repeat(10_000),
        "a".repeat(100_000),
        "\u{300}".repeat(20_000),
        "*".repeat(100_000),
        "*a ".repeat(50_000),
        "BCD ".repeat(10_000),
        "§¶ng ".repeat(20_000),
    ] {
        let mut yaml = String::new();
        write!(yaml, "\"{hard}\"").unwrap();
        check(SHORT.replace("Một đoạn văn.", &yaml));
        check(SHORT.replace("        - Gạch một\n", &format!("        {hard}\n")));
    }
}

#[cfg(unix)]
#[test]
fn nothing_outside_is_read() {
    use std::os::unix::fs::symlink;
    let secret = Desk::new().file("bi-mat.yml", SHORT).file("mau.typ.j2", "#text({{ trich_yeu }})");
    let desk = Desk::with_plan(SHORT);
    symlink(secret.path("bi-mat.yml"), desk.path("data/ke-hoach/lien-ket.yml")).unwrap();
    symlink(secret.path(""), desk.path("data/ke-hoach/thu-muc")).unwrap();
    let run = desk.run(&["check"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("lỗi[lien-ket]") && run.err.contains("data/ke-hoach/lien-ket.yml"),
        "{}",
        run.err
    );
    assert!(
        run.err.contains("cảnh báo[lien-ket]") && run.err.contains("data/ke-hoach/thu-muc"),
        "{}",
        run.err
    );
    assert!(run.out.contains("1/1"), "{}", run.out);
    for path in ["data/ke-hoach/lien-ket.yml", "data/../../bi-mat.yml", "/etc/passwd"] {
        let run = desk.run(&["check", path]);
        assert_eq!(run.code, Some(2), "{path}");
    }

    // A template that is a link out of the workspace is not passed over.
    let desk = Desk::with_plan(SHORT);
    std::fs::create_dir(desk.path("templates")).unwrap();
    symlink(secret.path("mau.typ.j2"), desk.path("templates/van-ban.typ.j2")).unwrap();
    let run = desk.run(&["build"]);
    assert!(run.code == Some(2) && run.err.contains("lỗi[lien-ket]"), "{}", run.err);
    assert!(!desk.path("output").exists());
}

/// Neither may an office's own template read files.
#[test]
fn templates_see_only_templates() {
    for source in
        ["#read(\"/etc/passwd\")", "#read(\"../../../../etc/passwd\")", "#read(\"/data/ke-hoach/thu.yml\")"]
    {
        let desk = Desk::with_plan(SHORT).file("templates/van-ban.typ.j2", source);
        let run = desk.run(&["build"]);
        assert!(run.code == Some(2) && run.err.contains("lỗi[dan-trang]"), "{source}: {}", run.err);
    }
}

/// A template that is a folder, or text that is not UTF-8, is told.
#[test]
fn own_templates_and_fonts_that_cannot_be_used_are_told() {
    let desk = Desk::with_plan(SHORT).file("templates/van-ban.typ.j2", b"\xff\xfe\xff");
    let run = desk.run(&["build"]);
    assert!(run.code == Some(2) && run.err.contains("lỗi[mau]"), "{}", run.err);
}

/// What Typst refuses is shown at the value it was setting.
#[test]
fn a_failure_of_the_typesetter_points_into_the_data() {
    let template = "#set document(date: none)\n#assert({{ trich_yeu }}.len() < 5, message: \"dài quá\")\n";
    let desk = Desk::with_plan(SHORT).file("templates/van-ban.typ.j2", template);
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("lỗi[dan-trang]"), "{}", run.err);
    assert!(run.err.contains("data/ke-hoach/thu.yml:8:12"), "{}", run.err);
}
