//! Templates and fonts of an office's own: what they may see, how long they may take, and
//! where their faults are told.

use crate::desk::{Desk, SHORT};

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

/// A template that never ends is left, and named.
#[test]
fn an_endless_template_is_left() {
    let endless = "#for i in range(100000) { for j in range(100000) { let x = i + j } }";
    let desk = Desk::with_plan(SHORT).file("templates/van-ban.typ.j2", endless);
    let run = desk.run(&["build", "--timeout", "1"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("lỗi[dan-trang]") && run.err.contains("thu.yml"), "{}", run.err);
    assert!(run.err.contains("templates/van-ban.typ.j2") && run.err.contains("--timeout"), "{}", run.err);
    assert!(!desk.path("output").exists());
    let run = desk.run(&["check", "--timeout", "1", "--json"]);
    assert!(run.code == Some(2) && run.out.contains("\"rule\": \"dan-trang\""), "{}", run.out);
}

/// Nor does one fill the memory with what it writes.
#[test]
fn a_template_that_writes_without_end_is_left() {
    for (template, said) in [
        ("{% for i in range(9000) %}{{ \"a\" * 9000 }}{% endfor %}", "64 MiB"),
        (
            "{% for i in range(9000) %}{% for j in range(9000) %}{% set x = i %}{% endfor %}{% endfor %}",
            "bước",
        ),
    ] {
        let desk = Desk::with_plan(SHORT).file("templates/van-ban.typ.j2", template);
        let run = desk.run(&["build"]);
        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(run.err.contains("lỗi[mau]") && run.err.contains(said), "{}", run.err);
        assert!(run.err.contains("templates/van-ban.typ.j2"), "{}", run.err);
    }
}

/// A fault in an office's own file below `templates/` is shown there.
#[test]
fn faults_of_own_templates_have_a_place() {
    let built_in = |name: &str| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        std::fs::read_to_string(root.join(name)).unwrap()
    };
    let (page, profile) = ("the-thuc/ten-loai.typ", "the-thuc/hd36.toml");
    for (name, text, rule, place) in [
        ("van-ban.typ.j2", "#set page()\n#khong-co()\n".to_string(), "dan-trang", ":2:1"),
        ("van-ban.typ.j2", "abc\n#text({{ khong_co }})\n".into(), "mau", ":2:"),
        ("van-ban.typ.j2", " ".into(), "mau", ""),
        (page, format!("#khong-co()\n{}", built_in(page)), "dan-trang", ":1:2"),
        (profile, format!("{}\n[trang]\n", built_in(profile)), "huong-dan", ""),
        (profile, built_in(profile).replace("le_duoi = ", "le_duooi = 1\nle_duoi = "), "huong-dan", ""),
        (profile, built_in(profile).replace("le_duoi = 20", "le_duoi = \"a\""), "huong-dan", ""),
        (profile, built_in(profile).replacen("rong = 210", "rong = 1e9", 1), "huong-dan", ":12:1"),
        (profile, built_in(profile).replacen("rong = 210", "rong = 0", 1), "huong-dan", ":12:1"),
        (profile, built_in(profile).replacen("le_trai = 30", "le_trai = 250", 1), "huong-dan", ":16:1"),
        (profile, built_in(profile).replacen("cao = 148", "cao = 30", 1), "huong-dan", ":"),
        ("the-thuc/bang/muc.toml", "a = [".into(), "huong-dan", ":1:"),
        ("the-thuc/bang/ngat-dong.toml", "\n[a\n".into(), "huong-dan", ":2:"),
        ("the-thuc/bang/loai.toml", "[[loai]]\nten = 3\n".into(), "huong-dan", ":"),
        (
            "the-thuc/bang/loai.toml",
            built_in("the-thuc/bang/loai.toml").replace("\"chi-thi\"", "\"ke-hoach\""),
            "huong-dan",
            ":",
        ),
        (
            "the-thuc/bang/loai.toml",
            built_in("the-thuc/bang/loai.toml").replacen(
                "[[loai]]",
                "[[loai]]\nthu_muc = \"../../x\"\nten = \"X\"\nky_hieu = \"X\"\n\n[[loai]]",
                1,
            ),
            "huong-dan",
            ":",
        ),
    ] {
        let desk = Desk::with_plan(SHORT).file(&format!("templates/{name}"), &text);
        let run = desk.run(&["check"]);
        assert_eq!(run.code, Some(2), "{name}: {}", run.err);
        let place = format!("templates/{name}{place}");
        assert!(run.err.contains(&format!("lỗi[{rule}]")) && run.err.contains(&place), "{name}: {}", run.err);
        let english = ["expected", "missing", "invalid", "unknown field", "duplicate"];
        assert!(
            rule == "dan-trang" || rule == "mau" || !english.iter().any(|word| run.err.contains(word)),
            "{}",
            run.err
        );
    }
    let desk = Desk::with_plan(SHORT).file(
        "templates/the-thuc/hd36.toml",
        built_in(profile).replace("le_duoi = ", "le_duooi = 1\nle_duoi = "),
    );
    assert!(desk.run(&["check"]).err.contains("có phải là `trang.le_duoi`?"));
}

/// Of a type that stands twice the second is shown; nothing is written outside the
/// workspace.
#[test]
fn own_types_lie_in_folders_of_their_own() {
    let built_in = include_str!("../../templates/the-thuc/bang/loai.toml");
    for (folder, said) in [
        ("../../x", "`../../x` không phải tên một thư mục"),
        ("a/b", "`a/b` không phải tên một thư mục"),
        ("", "`` không phải tên một thư mục"),
        ("ke-hoach", "hai loại văn bản cùng dùng thư mục `ke-hoach`"),
    ] {
        let added = format!("\n[[loai]]\nthu_muc = \"{folder}\"\nten = \"KHÁC\"\nky_hieu = \"K\"\n");
        let line = format!("loai.toml:{}:11", built_in.lines().count() + 3);
        let desk = Desk::new().file("templates/the-thuc/bang/loai.toml", format!("{built_in}{added}"));
        for args in [&["check"][..], &["new", folder, "ten1"]] {
            let run = desk.run(args);
            assert_eq!(run.code, Some(2), "{folder}: {}", run.err);
            assert!(run.err.contains(said) && run.err.contains(&line), "{folder}: {}", run.err);
        }
        assert!(!desk.path("data/../../x/ten1.yml").exists());
    }
}

/// Tables that Typst alone reads are held against the built-in ones: what nobody
/// reads, what is of another kind, what measures nothing and what lacks is told
/// at its key, all of it at once.
#[test]
fn own_tables_have_the_shape_of_the_built_in_ones() {
    let built_in = |name: &str| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        std::fs::read_to_string(root.join(name)).unwrap()
    };
    let (guidance, breaks, meanings, paper) = (
        "the-thuc/hd36.toml",
        "the-thuc/bang/ngat-dong.toml",
        "the-thuc/bang/muc.toml",
        "giay/a4-ngang.toml",
    );
    for (name, written, instead, key, said) in [
        (guidance, "net_ke = 0.75", "net_ke = \"a\"", "net_ke", "`dau_trang.net_ke` sai kiểu giá trị"),
        (guidance, "net_ke = 0.75", "net_ke = -inf", "net_ke", "`dau_trang.net_ke` không thể là `-inf`"),
        (guidance, "net_ke = 0.75", "", "[dau_trang]", "thiếu mục `dau_trang.net_ke`"),
        (guidance, "le_tren = 20 ", "le_tren = nan ", "le_tren", "`trang.le_tren` không thể là `nan`"),
        (guidance, "cao = 148", "cao = -148", "cao = -148", "`kho_giay.A5.cao` không thể là `-148`"),
        (
            guidance,
            "cap_tren = { co_chu = [14, 14]",
            "cap_tren = { co_chu = [14]",
            "co_chu = [14]",
            "sai kiểu",
        ),
        (breaks, "truoc_so = [", "truoc_sso = [", "truoc_sso", "có phải là `truoc_so`?"),
        (breaks, "truoc_ten = [", "truoc_ten = [3, ", "truoc_ten", "`truoc_ten` sai kiểu giá trị"),
        (
            meanings,
            "dia_danh = \"",
            "dia_danh = 3 # \"",
            "dia_danh = 3",
            "`OfficialDocument.dia_danh` sai kiểu",
        ),
        (meanings, "dia_danh = \"", "dia_dang = \"", "dia_dang", "là `OfficialDocument.dia_danh`?"),
    ] {
        let text = built_in(name).replacen(written, instead, 1);
        let line = text.lines().position(|line| line.contains(key)).unwrap() + 1;
        let run = Desk::with_plan(SHORT).file(&format!("templates/{name}"), &text).run(&["check"]);
        assert_eq!(run.code, Some(2), "{instead}: {}", run.err);
        let place = format!("--> templates/{name}:{line}:");
        assert!(run.err.contains(said) && run.err.contains(&place), "{instead}, {place}: {}", run.err);
        assert!(run.err.contains("lỗi[huong-dan]") && run.err.matches("lỗi[").count() == 1, "{}", run.err);
    }
    for name in [guidance, breaks, meanings, paper] {
        let run = Desk::with_plan(SHORT).file(&format!("templates/{name}"), built_in(name)).run(&["check"]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.err);
    }
}

/// A file below `templates/` that nothing reads is told with the one it was
/// meant to be; what has a name of the office's own by right is not.
#[test]
fn templates_that_nothing_reads_are_told() {
    for (name, text, said) in [
        ("hd36.toml", "", Some("`templates/the-thuc/hd36.toml`?")),
        ("the-thuc/bang/loaj.toml", "", Some("`templates/the-thuc/bang/loai.toml`?")),
        ("the-thuc/bang/loai.toml.txt", "", Some("`templates/the-thuc/bang/loai.toml`?")),
        ("van_ban.typ.j2", "", Some("`templates/van-ban.typ.j2`?")),
        ("mau-cua-toi.typ.j2", "", Some("đặt đúng tên")),
        ("ghi-chu.txt", "nhớ hỏi lại", None),
        ("giay/sen.png", "", None),
        ("vi-du/dang/ke-hoach.yml", "", None),
        ("the-thuc/bang/viet-tat.toml", include_str!("../../templates/the-thuc/bang/viet-tat.toml"), None),
    ] {
        let desk = Desk::with_plan(SHORT).file(&format!("templates/{name}"), text);
        let run = desk.run(&["check", "--quiet"]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.err);
        assert_eq!(run.err.contains("[mau-thua]"), said.is_some(), "{name}: {}", run.err);
        assert!(run.err.contains(said.unwrap_or_default()), "{name}: {}", run.err);
    }
    // A skeleton that the office's own table of types names is read.
    let kinds = include_str!("../../templates/the-thuc/bang/loai.toml");
    let kinds = kinds.replacen("ky_hieu = \"KH\"", "ky_hieu = \"KH\"\nmau = \"mau-cua-toi.typ.j2\"", 1);
    let desk = Desk::with_plan(SHORT)
        .file("templates/the-thuc/bang/loai.toml", kinds)
        .file("templates/mau-cua-toi.typ.j2", include_str!("../../templates/van-ban.typ.j2"));
    let run = desk.run(&["check", "--quiet"]);
    assert_eq!((run.code, run.err.contains("mau-thua")), (Some(0), false), "{}", run.err);
}
