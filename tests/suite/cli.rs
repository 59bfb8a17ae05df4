//! The program as a person at a terminal meets it.

use crate::desk::{Desk, PLAN, SHORT};

#[test]
fn build_writes_and_says_so() {
    let desk = Desk::with_plan(SHORT);
    let run = desk.run(&["build"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let line = run.out.lines().next().unwrap();
    let (said, time) = line.split_once("hd36, ").unwrap();
    assert_eq!(said, "data/ke-hoach/thu.yml → output/ke-hoach/thu.pdf, thu.typ (1 trang, ");
    assert!(time.ends_with(" ms)"), "{time}");
    assert!(run.out.ends_with("xong 1/1 văn bản; 0 lỗi, 0 cảnh báo, 1 lưu ý\n"));
    let pdf = std::fs::read(desk.path("output/ke-hoach/thu.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
}

#[test]
fn one_bad_document_does_not_stop_the_others() {
    let desk = Desk::with_plan(SHORT)
        .file("data/ke-hoach/hong.yml", SHORT.replace("trich_yeu", "trich_yeo"))
        .file("data/thong-bao/2020/khac.yaml", SHORT);
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("xong 2/3 văn bản; 1 lỗi"), "{}", run.out);
    assert!(desk.path("output/thong-bao/2020/khac.pdf").exists());
    assert!(!desk.path("output/ke-hoach/hong.pdf").exists());
}

#[test]
fn a_failed_build_leaves_the_old_file_alone() {
    let desk = Desk::with_plan(SHORT);
    desk.run(&["build"]);
    let old = std::fs::read(desk.path("output/ke-hoach/thu.pdf")).unwrap();
    let desk = desk.file("data/ke-hoach/thu.yml", "hỏng: [");
    assert_eq!(desk.run(&["build"]).code, Some(1));
    assert_eq!(std::fs::read(desk.path("output/ke-hoach/thu.pdf")).unwrap(), old);
    let left: Vec<_> = std::fs::read_dir(desk.path("output/ke-hoach")).unwrap().collect();
    assert_eq!(left.len(), 2, "nothing half-written");
}

#[test]
fn only_what_is_named_is_built() {
    let desk = Desk::with_plan(SHORT).file("data/ke-hoach/2.yml", SHORT).file("data/thong-bao/3.yml", SHORT);
    for (asked, built) in [
        (vec!["data/ke-hoach/2.yml"], 1),
        (vec!["data/ke-hoach"], 2),
        (vec!["data/ke-hoach", "data/ke-hoach/2.yml"], 2),
        (vec!["data"], 3),
        (vec![], 3),
    ] {
        let args: Vec<_> = ["build", "--json"].into_iter().chain(asked).collect();
        let run = desk.run(&args);
        let said: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(said["documents"].as_array().unwrap().len(), built, "{args:?}");
    }
}

#[test]
fn check_writes_nothing() {
    let desk = Desk::with_plan(SHORT);
    let run = desk.run(&["check"]);
    assert_eq!(run.code, Some(0));
    assert!(run.out.contains("data/ke-hoach/thu.yml đúng (1 trang, hd36, "), "{}", run.out);
    assert!(!desk.path("output").exists());
}

#[test]
fn formats_and_places() {
    let desk = Desk::with_plan(SHORT);
    let run = desk.run(&["build", "--format", "png,svg", "--out", "khac/noi", "--quiet"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "", ""));
    let png = std::fs::read(desk.path("khac/noi/ke-hoach/thu-1.png")).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    let svg = std::fs::read_to_string(desk.path("khac/noi/ke-hoach/thu-1.svg")).unwrap();
    assert!(svg.starts_with("<svg"));
    assert!(!desk.path("khac/noi/ke-hoach/thu.pdf").exists());

    let elsewhere = Desk::new();
    let root = desk.path("").display().to_string();
    let run = elsewhere.run(&["build", "--root", &root]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(desk.path("output/ke-hoach/thu.pdf").exists());
}

/// A shorter version leaves no pages of the longer one behind.
#[test]
fn stale_pages_go() {
    let long = SHORT.replace("Một đoạn văn.", &"Một đoạn văn dài. ".repeat(600));
    let desk = Desk::with_plan(&long);
    desk.run(&["build", "--format", "png"]);
    assert!(desk.path("output/ke-hoach/thu-3.png").exists());
    let desk = desk.file("data/ke-hoach/thu.yml", SHORT);
    desk.run(&["build", "--format", "png"]);
    let left: Vec<_> = std::fs::read_dir(desk.path("output/ke-hoach")).unwrap().collect();
    assert_eq!(left.len(), 1);
}

/// What cannot be written in full is not written at all.
#[test]
fn outputs_of_a_document_are_all_or_none() {
    let desk = Desk::with_plan(SHORT).file("output/ke-hoach/thu.typ/vuong", "x");
    assert_eq!(desk.run(&["build"]).code, Some(2));
    assert!(!desk.path("output/ke-hoach/thu.pdf").exists());
}

#[test]
fn a_file_named_twice_is_one_document() {
    let desk = Desk::with_plan(SHORT);
    let absolute = desk.path("data/ke-hoach/thu.yml").display().to_string();
    for other in ["./data/ke-hoach/thu.yml", "data/../data/ke-hoach/thu.yml", "data", absolute.as_str()] {
        let run = desk.run(&["build", "data/ke-hoach/thu.yml", other]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{other}");
        assert!(run.out.contains("xong 1/1"), "{other}: {}", run.out);
    }
}

#[test]
fn json_says_what_was_written_and_found() {
    let desk =
        Desk::with_plan(SHORT).file("data/ke-hoach/hong.yml", SHORT.replace("2020-03-19", "2020-02-30"));
    let run = desk.run(&["build", "--json"]);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    let said: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(said["documents"][0]["pages"], 1);
    assert_eq!(said["documents"][0]["profile"], "hd36");
    let finding = &said["findings"][0];
    assert_eq!(finding["rule"], "ngay");
    assert_eq!(finding["file"], "data/ke-hoach/hong.yml");
    assert_eq!((&finding["line"], &finding["column"]), (&7.into(), &7.into()));
}

/// Wrong usage and a machine that refuses: exit code 2, one clear message.
#[test]
fn usage_and_environment() {
    let empty = tempfile::tempdir().unwrap();
    let root = empty.path().to_str().unwrap();
    let desk = Desk::with_plan(SHORT).file("ngoai.yml", SHORT).file("output/ke-hoach/thu.pdf/vuong", "x");
    for (args, message) in [
        (vec!["build", "--root", root], "không có thư mục `data/`"),
        (vec!["build", "data/ke-hoach/khong-co.yml"], "không thấy `data/ke-hoach/khong-co.yml`"),
        (vec!["build", "ngoai.yml"], "`ngoai.yml` không phải tệp `.yml` trong `data/`"),
        (vec!["build", "--lag", "en"], "không có tuỳ chọn `--lag`"),
        (vec!["bulid"], "không có lệnh `bulid`"),
        (vec!["build", "--format", "docx"], "không nhận `docx`; dùng một trong: pdf, typ, png, svg"),
        (
            vec!["build", "--format", "docx", "--lang", "en"],
            "does not take `docx`; use one of: pdf, typ, png, svg",
        ),
        (vec!["build", "--root"], "cần một giá trị"),
        (vec![], "Cách dùng: vankien"),
        (vec!["build"], "không ghi được `output/ke-hoach/thu.pdf`"),
    ] {
        let run = desk.run(&args);
        assert_eq!(run.code, Some(2), "{args:?}");
        assert!(run.err.contains(message), "{args:?} said {}", run.err);
    }
}

#[test]
fn help_is_complete_in_both_languages() {
    let desk = Desk::new();
    let help = |args: &[&str]| {
        let run = desk.run(args);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        run.out
    };
    insta::assert_snapshot!(
        "help-vi",
        help(&["--help"])
            + &help(&["build", "--help"])
            + &help(&["check", "--help"])
            + &help(&["new", "--help"])
    );
    insta::assert_snapshot!(
        "help-en",
        help(&["--lang", "en", "--help"]) + &help(&["build", "--help", "--lang=en"])
    );
}

#[test]
fn the_office_s_own_font_and_templates_win() {
    let desk = Desk::with_plan(SHORT);
    assert!(desk.run(&["fonts"]).out.starts_with("phông chữ đang dùng: Vankien Serif\n"));
    let desk = desk.file("fonts/hong.ttf", "không phải phông");
    let run = desk.run(&["build"]);
    assert!(run.err.contains("`fonts/hong.ttf` không phải phông chữ đọc được"), "{}", run.err);

    let desk = Desk::with_plan(SHORT).file("templates/van-ban.typ.j2", "#text({{ khong_co }})");
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("lỗi[mau]: mẫu `van-ban.typ.j2`, dòng 1"), "{}", run.err);

    let desk = Desk::with_plan(SHORT).file("templates/van-ban.typ.j2", "#khong-co()");
    assert!(desk.run(&["build"]).err.contains("lỗi[dan-trang]"));
}

#[test]
fn a_starter_never_overwrites() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "ke-hoach", "28-kh"]).code, Some(0));
    let run = desk.run(&["new", "ke-hoach", "28-kh.yml"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("đã có"), "{}", run.err);
    for (args, message) in [
        (["new", "ke-hoac", "x"], "có phải là `ke-hoach`?"),
        (["new", "ke-hoach", "../x"], "không dùng làm tên tệp được"),
        (["new", "ke-hoach", ""], "không dùng làm tên tệp được"),
        (["new", "mo-hinh", "a1"], "ví dụ: vankien new mo-hinh 2026"),
        (["new", "danh-gia", "dot-2026"], "`dot-2026` không cho biết năm nào"),
    ] {
        let run = desk.run(&args);
        assert_eq!(run.code, Some(2), "{args:?}");
        assert!(run.err.contains(message), "{args:?} said {}", run.err);
    }
}

#[test]
fn the_repository_is_a_workspace_itself() {
    assert!(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(PLAN).exists());
    let out = tempfile::tempdir().unwrap();
    let run = Desk::new().run(&[
        "build",
        "--root",
        env!("CARGO_MANIFEST_DIR"),
        "--out",
        out.path().to_str().unwrap(),
    ]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(out.path().join("ke-hoach/27-kh-duk-2020.pdf").exists());
}

/// Links that lead nowhere or round in a circle, and folders that look like
/// documents.
#[cfg(unix)]
#[test]
fn odd_things_in_the_data_folder() {
    use std::os::unix::fs::symlink;
    let desk =
        Desk::with_plan(SHORT).file("data/ke-hoach/thu-muc.yml/trong.yml", SHORT.replace("so: 27", "so: 28"));
    symlink("khong-co.yml", desk.path("data/ke-hoach/dut.yml")).unwrap();
    symlink("..", desk.path("data/ke-hoach/vong")).unwrap();
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("lỗi[doc-tep]: không đọc được tệp"), "{}", run.err);
    assert!(run.err.contains("data/ke-hoach/dut.yml"), "{}", run.err);
    assert!(run.out.contains("xong 2/3 văn bản; 1 lỗi"), "{}", run.out);
}

/// Whatever id a message bears, the page of rules explains it.
#[test]
fn every_rule_that_is_reported_is_explained() {
    let desk = Desk::new();
    let listed = desk.run(&["rules"]);
    assert_eq!(listed.code, Some(0));
    let ids: std::collections::BTreeSet<_> =
        listed.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(ids.len() > 150, "{}", ids.len());
    let snapshots =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults/snapshots")).unwrap();
    for snapshot in snapshots {
        let said = std::fs::read_to_string(snapshot.unwrap().path()).unwrap();
        for finding in ["lỗi[", "cảnh báo["].into_iter().flat_map(|word| said.split(word).skip(1)) {
            let id = finding.split(']').next().unwrap();
            assert!(ids.contains(id), "no rule `{id}`");
        }
    }
    // Not every message has a fixture; the catalogue itself names every id.
    let catalogue =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/diagnostic/catalogue")).unwrap();
    for file in catalogue {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let named = source.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\","));
        for id in named.filter(|id| !id.contains(' ') && !id.contains('`') && id.is_ascii()) {
            assert!(ids.contains(id), "no rule `{id}`");
        }
    }
    let one = desk.run(&["rules", "r-d-152", "--lang", "en"]);
    assert!(one.out.starts_with("R-D-152\n") && one.out.contains("The program: `checked`"), "{}", one.out);
    let lint = desk.run(&["rules", "thu-ngay"]).out;
    assert!(lint.contains("Mức: cảnh báo") && lint.contains("# vankien: bỏ qua thu-ngay"), "{lint}");
    let run = desk.run(&["rules", "R-D-999"]);
    assert_eq!(run.code, Some(2));
}

/// What the README tells a newcomer to copy must build.
#[test]
fn the_plan_in_the_readme_builds() {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("   ```yaml\n").unwrap();
    let (block, _) = rest.split_once("   ```\n").unwrap();
    let yaml: String =
        block.lines().flat_map(|line| [line.strip_prefix("   ").unwrap_or(line), "\n"]).collect();
    let run = Desk::with_plan(&yaml).run(&["build"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

/// An office's own template can put one text over another; the page is looked
/// at, whatever made it.
#[test]
fn overprinted_text_is_found() {
    let template = |second: &str| {
        format!(
            "#set document(date: datetime(year: 2020, month: 3, day: 19))\n\
             #set page(width: 210mm, height: 297mm, margin: 30mm)\n\
             #set text(font: {{{{ phong_chu }}}}, lang: \"vi\", fallback: false)\n\
             #place(top + left, dy: 20mm, text({{{{ trich_yeu }}}}))\n\
             #place(top + left, dy: {second}, dx: 10mm, text({{{{ ky.ho_ten }}}}))\n"
        )
    };
    for (second, code) in [("20mm", Some(1)), ("40mm", Some(0))] {
        let desk = Desk::with_plan(SHORT).file("templates/van-ban.typ.j2", template(second));
        let run = desk.run(&["build", "--quiet"]);
        assert_eq!(run.code, code, "{}", run.err);
        assert_eq!(run.err.contains("lỗi[in-de]"), code == Some(1), "{}", run.err);
    }
}
