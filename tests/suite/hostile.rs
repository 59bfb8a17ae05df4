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
    assert!(matches!(run.code, Some(0..=2)), "it died: {}", run.err);
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
        ("one key often in brackets", format!("a: {{{}}}\n", "so: 27, ".repeat(20_000)), "con-nua"),
        ("the year 0000", SHORT.replace("2020-03-19", "0000-03-19"), "ngay"),
        ("the year 9999", SHORT.replace("2020-03-19", "9999-03-19"), "ngay"),
        ("many pages", body(&format!("  - doan: {}\n", "chữ ".repeat(500_000))), "qua-dai"),
        ("many short paragraphs", body(&"  - doan: a\n".repeat(31_000)), "qua-dai"),
        (
            "many recipients",
            SHORT.replace("noi_nhan:\n", &format!("noi_nhan:\n{}", "  - Đảng ủy xã\n".repeat(100_000))),
            "qua-dai",
        ),
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
        // Lower case lengthens the first of these letters and shortens the last.
        "İ tỉnh Trà Vinhẞ".into(),
        "Ngày Nhà giáo Việt Nam 22/11/2147483647".into(),
        "từ 31/12 đến 01/01/0000".into(),
        r"Điều 18446744073709551615. Một\nĐiều 5. Hai".into(),
    ] {
        let mut yaml = String::new();
        write!(yaml, "\"{hard}\"").unwrap();
        check(SHORT.replace("Một đoạn văn.", &yaml));
        check(SHORT.replace("        - Gạch một\n", &format!("        {hard}\n")));
        check(SHORT.replace("ngay: 2020-", "ngay: 2026-").replace("Một đoạn văn.", &yaml));
    }
    check(format!("a: b\n{}c: d: e\n", " x\n".repeat(300_000)));
}

/// Four times the text takes about four times as long, not sixteen times: whoever looks
/// around a place looks no farther than a sentence goes, also where there is no stop.
#[test]
fn long_paragraphs_take_as_long_as_they_are() {
    let seconds = |part: &str, times: usize| {
        let plan = SHORT.replace("Một đoạn văn.", &format!("'{}'", part.repeat(times).trim_end()));
        let start = Instant::now();
        check(&plan);
        start.elapsed().as_secs_f64()
    };
    for part in
        ["Kế hoạch số 26-KH/ĐUK, ngày 20/02/2020 ", "thứ Hai, ngày 20/3/2020, ", "…… ... ", "XYZ ở xã "]
    {
        let times = 30_000 / part.len();
        // A machine with other work may be slow in one try, or two.
        let tries: Vec<_> = (0..4).map(|_| (seconds(part, times), seconds(part, 4 * times))).collect();
        let grows = |(once, four): &(f64, f64)| *four > 9.0 * once;
        assert!(!tries.iter().all(grows), "{part}: {tries:?}");
    }
}

/// Thousands of papers cited in cells, as recipients, as legal bases end soon.
#[test]
fn thousands_of_papers_are_read_soon() {
    let cited = |at: usize| {
        format!("Kế hoạch số {}-KH/HU, ngày 20/02/2020 của Huyện ủy về việc {at}", at % 1_000 + 11)
    };
    let cells = lines(2_000, |at| format!("        - ['{at}', '{}']\n", cited(at)));
    let table = format!("  - bang:\n      cot: [{{ten: TT}}, {{ten: Tên}}]\n      hang:\n{cells}");
    let recipients = lines(2_000, |at| format!("  - {}\n", cited(at)));
    let bases = lines(500, |at| {
        format!(
            "    - {{loai: Kế hoạch, so: {at}-KH/HU, ngay: 2020-02-20, co_quan: Huyện ủy, trich_yeu: việc {at}}}\n"
        )
    });
    for (what, text) in [
        ("cells", SHORT.replace("  - doan: Một đoạn văn.\n", &table)),
        ("recipients", SHORT.replace("noi_nhan:\n", &format!("noi_nhan:\n{recipients}"))),
        ("bases", format!("{SHORT}can_cu:\n  van_ban:\n{bases}")),
    ] {
        let start = Instant::now();
        let run = check(text);
        assert_eq!(run.code, Some(0), "{what}: {}", &run.err[..run.err.len().min(600)]);
        assert!(start.elapsed() < Duration::from_secs(30), "{what}: {:?}", start.elapsed());
    }
}

/// Typst gives up a stretch of text with more than 512 symbols that must not
/// break; here a paragraph of more is printed whole, whatever its style and place.
#[test]
fn a_paragraph_of_many_symbols_is_printed() {
    let symbols = "27-KH/ĐUK, ".repeat(1_300);
    let symbols = symbols.trim_end();
    for (what, paragraph, after) in [
        ("plain", symbols.to_string(), ""),
        ("italic", format!("Theo *{symbols}* nêu trên"), ""),
        ("last, kept with the signature", format!("**Theo** {symbols}"), "last"),
        ("drawn together", symbols.to_string(), "trinh_bay: {thu_chu: true}\n"),
    ] {
        let text = if after == "last" {
            SHORT.replace("        - Gạch hai\n", &format!("        - {paragraph}\n"))
        } else {
            SHORT.replace("Một đoạn văn.", &format!("\"{paragraph}\"")) + after
        };
        let set = Desk::with_plan(&text).typeset();
        let printed: String = set.pages.texts().iter().map(|placed| placed.text.as_str()).collect();
        // The number of the paper itself ends without what these begin with.
        assert_eq!(printed.matches("27-KH/ĐUK,").count(), 1_300, "{what}");
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

/// A long document is told at the part that makes it long.
#[test]
fn what_is_too_long_is_pointed_at() {
    let words = "toan ".repeat(40);
    let annexes: String =
        lines(15_000, |at| format!("  - {{ten: Phụ lục {at}, noi_dung: [doan: {words}]}}\n"));
    let run = check(format!("{SHORT}phu_luc:\n{annexes}"));
    assert!(run.err.contains("lỗi[qua-dai]") && run.err.contains("thu.yml:24:3"), "{}", run.err);
}

/// A long list of recipients costs no more than its lines; a cell that is a text is
/// refused, with its beginning.
#[test]
fn long_lists_and_cells_end() {
    let start = Instant::now();
    let many = lines(20_000, |at| format!("  - Đảng ủy xã Trà {at}.\n"));
    let run = check(SHORT.replace("noi_nhan:\n", &format!("noi_nhan:\n{many}  - Đảng ủy xã Trà 7\n")));
    assert!(run.err.contains("cảnh báo[lap-lai]"), "{}", &run.err[..run.err.len().min(600)]);
    let run = crate::lint::batch(&format!("A1,{},,Áo ấm,tốt\n", "Lê Văn Năm ".repeat(7_000))).run(&["check"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("lỗi[ten-qua-dai]: ô B2: ") && run.err.len() < 2_000, "{}", run.err.len());
    assert!(start.elapsed() < Duration::from_secs(40), "{:?}", start.elapsed());
}

/// So it is in the list that a batch of certificates holds itself.
#[test]
fn a_text_among_the_recipients_ends() {
    let start = Instant::now();
    let row =
        |name: &str| format!("nguoi_nhan:\n  - {{ma: A, ten: {name}, mo_hinh: Áo ấm, xep_loai: tốt}}\n");
    let head = crate::certificates::head();
    for (name, code) in [("Nguyễn ".repeat(20_000), 1), ("Lê Văn Năm".into(), 0)] {
        let run = Desk::new()
            .file(crate::certificates::FILE, format!("{head}{}", row(name.trim())))
            .run(&["check"]);
        assert_eq!(
            (run.code, run.err.matches("lỗi[ten-qua-dai]").count()),
            (Some(code), usize::from(code == 1))
        );
        assert!(run.err.len() < 2_000 && (code == 0 || run.err.contains("dot.yml:26:")), "{}", run.err);
    }
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

/// Comments that ask for silence cost no more than other lines.
#[test]
fn many_silences_end() {
    let run = check(format!("{}{SHORT}", "# vankien: bỏ qua R-D-999 – thử\n".repeat(100_000)));
    assert!(run.err.contains("cảnh báo[con-nua]"), "{}", &run.err[..600]);
}
