//! Text from old fonts, old encodings and web pages: told at its place,
//! converted when asked, never changed in silence.

use crate::desk::{Desk, SHORT};

fn bytes(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// The short plan as an office of the nineties typed it.
const TCVN3: &str = "co_quan:\n  ten: §¶ng ñy Khèi c¸c c¬ quan\n  ky_hieu: §UK\ndia_danh: Trµ Giang\nngay: 2020-03-19\n\
    trich_yeu: thùc hiÖn c«ng t¸c d©n vËn\nnoi_dung:\n  - doan: C¸c chi bé th\u{ad}êng xuyªn b¸o c¸o.\n\
    noi_nhan:\n  - L\u{ad}u VP§U\nky:\n  quyen_han: T/M Ban Th\u{ad}êng vô\n  ho_ten: NguyÔn V¨n §øc\n";

const VNI: &str = "co_quan:\n  ten: Ñaûng uûy Khoái caùc cô quan\n  ky_hieu: ÑUK\ndia_danh: Traø Giang\nngay: 2020-03-19\n\
    trich_yeu: thöïc hieän coâng taùc daân vaän\nnoi_dung:\n  - doan: Caùc chi boä thöôøng xuyeân baùo caùo.\n\
    noi_nhan:\n  - Löu VPÑU\nky:\n  quyen_han: T/M Ban Thöôøng vuï\n  ho_ten: Nguyeãn Vaên Ñöùc\n";

const UNICODE: &str = "co_quan:\n  ten: Đảng ủy Khối các cơ quan\n  ky_hieu: ĐUK\ndia_danh: Trà Giang\nngay: 2020-03-19\n\
    trich_yeu: thực hiện công tác dân vận\nnoi_dung:\n  - doan: Các chi bộ thường xuyên báo cáo.\n\
    noi_nhan:\n  - Lưu VPĐU\nky:\n  quyen_han: T/M Ban Thường vụ\n  ho_ten: Nguyễn Văn Đức\n";

#[test]
fn old_files_are_named_and_converted() {
    for (name, content) in [
        ("TCVN3 (ABC)", bytes(TCVN3)),
        ("VNI", bytes(VNI)),
        ("TCVN3 (ABC)", TCVN3.as_bytes().to_vec()),
        ("VNI", VNI.as_bytes().to_vec()),
    ] {
        let desk = Desk::new().file("data/ke-hoach/cu.yml", &content);
        let run = desk.run(&["check"]);
        assert_eq!(run.code, Some(1), "{name}");
        assert!(run.err.contains("lỗi[bang-ma]") && run.err.contains(name), "{}", run.err);
        assert!(run.err.contains("vankien convert"), "{}", run.err);
        let run = desk.run(&["convert", "data/ke-hoach/cu.yml"]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
        assert!(run.out.contains(name) && run.out.contains("Đảng ủy Khối"), "{}", run.out);
        let converted = std::fs::read_to_string(desk.path("data/ke-hoach/cu.yml")).unwrap();
        assert_eq!(converted, UNICODE, "{name}");
        assert_eq!(std::fs::read(desk.path("data/ke-hoach/cu.yml.goc")).unwrap(), content);
        assert_eq!(desk.run(&["check", "--deny", "warnings"]).code, Some(0), "{name}");
        // What is Unicode already is left alone, and the old file is safe.
        assert!(desk.run(&["convert", "data/ke-hoach/cu.yml"]).out.contains("không đổi gì"));
    }
}

#[test]
fn utf16_and_windows_1258() {
    let utf16: Vec<u8> =
        "\u{feff}".encode_utf16().chain(UNICODE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let desk = Desk::new().file("data/ke-hoach/cu.yml", utf16);
    assert!(desk.run(&["check"]).err.contains("UTF-16"));
    assert_eq!(desk.run(&["convert", "data/ke-hoach/cu.yml"]).code, Some(0));
    assert_eq!(std::fs::read_to_string(desk.path("data/ke-hoach/cu.yml")).unwrap(), UNICODE);

    // `Dân vận`, `công tác` in Windows-1258: a letter, then its tone.
    let old =
        b"trich_yeu: c\xf4ng t\xe1c d\xe2n v\xe2\xf2n, \xf0\xf4\xeci m\xf5\xeci, \xf0\xe0o ta\xf2o".to_vec();
    let desk = Desk::new().file("cu.txt", old);
    let run = desk.run(&["convert", "cu.txt"]);
    assert!(run.out.contains("Windows-1258"), "{}{}", run.out, run.err);
    let text = std::fs::read_to_string(desk.path("cu.txt")).unwrap();
    assert_eq!(text, "trich_yeu: công tác dân vận, đối mới, đào tạo");
}

/// Comments and values that are Unicode already stay as they are beside one
/// pasted value.
#[test]
fn only_old_lines_are_converted() {
    let text = SHORT.replace("Một đoạn văn.", "§¶ng ñy Khèi th\u{ad}êng xuyªn kiÓm tra.");
    let desk = Desk::with_plan(&text);
    let run = desk.run(&["check"]);
    assert!(run.err.contains("thu.yml:10:11"), "{}", run.err);
    desk.run(&["convert", "data/ke-hoach/thu.yml"]);
    let converted = std::fs::read_to_string(desk.path("data/ke-hoach/thu.yml")).unwrap();
    assert_eq!(converted, SHORT.replace("Một đoạn văn.", "Đảng ủy Khối thường xuyên kiểm tra."));
}

#[test]
fn a_kept_file_is_never_overwritten() {
    let desk = Desk::new().file("cu.txt", bytes(TCVN3)).file("cu.txt.goc", "giữ");
    let run = desk.run(&["convert", "cu.txt"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(std::fs::read(desk.path("cu.txt")).unwrap(), bytes(TCVN3));
    assert_eq!(desk.run(&["convert", "khong-co.txt"]).code, Some(2));
    let run = Desk::new().file("la.txt", b"\xff\xf1 \x80\x81\x82").run(&["convert", "la.txt"]);
    assert!(run.code == Some(2) && run.err.contains("--from"), "{}", run.err);
}

#[test]
fn invisible_and_foreign_characters() {
    for (text, said) in [
        ("Dân\u{200b} vận.", "U+200B"),
        ("Dân\u{ad} vận.", "U+00AD"),
        ("Dân \u{202e}vận.", "U+202E"),
        ("Dân\u{feff} vận.", "U+FEFF"),
        ("D\u{430}n vận.", "(U+0430)"),
        ("Dân v\u{3b1}n.", "(U+03B1)"),
    ] {
        let run = Desk::with_plan(&SHORT.replace("Một đoạn văn.", text)).run(&["check"]);
        assert_eq!(run.code, Some(1), "{text:?}");
        assert!(run.err.contains("lỗi[ky-tu]") && run.err.contains(said), "{text:?}: {}", run.err);
        assert!(run.err.contains("thu.yml:10:1"), "{text:?}: {}", run.err);
    }
    // One finding a word, at the whole of it where no letter is Latin.
    for (text, said) in [
        ("Ông Владимир Ильин đến thăm.", ["`Владимир`", "`Ильин`"]),
        ("Ông Владимир Ильин, Владимир.", ["`Владимир`", "`Ильин`"]),
        ("Dân v\u{430}n, D\u{430}\u{43e}n.", ["(U+0430)", ""]),
        ("Góc Ω và π.", ["`Ω`", "`π`"]),
    ] {
        let run = Desk::with_plan(&SHORT.replace("Một đoạn văn.", text)).run(&["check"]);
        let count = said.iter().filter(|said| !said.is_empty()).count();
        assert_eq!(run.err.matches("lỗi[ky-tu]").count(), count, "{text}: {}", run.err);
        assert!(said.iter().all(|said| run.err.contains(said)), "{text}: {}", run.err);
    }
}

/// What is no text in an old encoding is left alone.
#[test]
fn only_text_is_converted() {
    let mixed = "ten: Đảng ".bytes().chain([0xa7, 0xb6, b'n', b'g', b'\n']).collect();
    for (name, content) in [
        ("bytes", vec![0, 1, 2, 255]),
        ("half a letter", b"\xff\xfea\0\0\xd8b\0".to_vec()),
        ("two encodings", mixed),
    ] {
        let desk = Desk::new().file("data/ke-hoach/cu.yml", &content);
        for args in [
            &["convert", "data/ke-hoach/cu.yml"][..],
            &["convert", "--from", "utf-16", "data/ke-hoach/cu.yml"],
            &["convert", "--from", "tcvn3", "data/ke-hoach/cu.yml"],
        ] {
            let run = desk.run(args);
            assert_eq!(run.code, Some(2), "{name}: {}{}", run.out, run.err);
            assert_eq!(std::fs::read(desk.path("data/ke-hoach/cu.yml")).unwrap(), content, "{name}");
        }
    }
    assert_eq!(Desk::new().run(&["convert", "data"]).code, Some(2), "a folder");
}

/// Letters of two and four bytes, with and without their mark, either way round;
/// UTF-8 taken for Latin-1 or Windows-1252 and saved again.
#[test]
fn wide_and_doubled_letters() {
    let wide = |bytes: fn(u16) -> [u8; 2]| UNICODE.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let full = [0xff, 0xfe, 0, 0].into_iter().chain(UNICODE.chars().flat_map(|c| u32::from(c).to_le_bytes()));
    let latin: String = UNICODE.bytes().map(char::from).collect();
    let western = encoding_rs::WINDOWS_1252.decode(UNICODE.as_bytes()).0.into_owned();
    for (name, content) in [
        ("UTF-16", wide(u16::to_le_bytes)),
        ("UTF-16", wide(u16::to_be_bytes)),
        ("UTF-32", full.collect()),
        ("UTF-8 ×2", latin.into_bytes()),
        ("UTF-8 ×2", western.into_bytes()),
    ] {
        let desk = Desk::new().file("data/ke-hoach/cu.yml", &content);
        let run = desk.run(&["check"]);
        assert!(run.err.contains("lỗi[bang-ma]") && run.err.contains(name), "{name}: {}", run.err);
        let run = desk.run(&["convert", "data/ke-hoach/cu.yml"]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.err);
        assert_eq!(std::fs::read_to_string(desk.path("data/ke-hoach/cu.yml")).unwrap(), UNICODE, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn links_are_not_converted() {
    let desk = Desk::new().file("cu.yml", bytes(TCVN3));
    std::os::unix::fs::symlink("../cu.yml", desk.path("data/cu.yml")).unwrap();
    assert_eq!(desk.run(&["convert", "data/cu.yml"]).code, Some(2));
    assert!(desk.path("data/cu.yml").is_symlink());
}

/// A remark in Markdown text is silenced from before its key.
#[test]
fn silence_before_a_bar_covers_the_text() {
    let text = "noi_dung: |\n  Hệu trưởng họp với các chi bộ.\n\n  Đoạn hai.\n";
    let (head, rest) = SHORT.split_once("noi_dung:").unwrap();
    let (_, tail) = rest.split_once("noi_nhan:").unwrap();
    let plan =
        |comment: &str| Desk::with_plan(&format!("{head}{comment}{text}noi_nhan:{tail}")).run(&["check"]).err;
    assert!(plan("").contains("[go-nham]"), "{}", plan(""));
    let silent = plan("# vankien: bỏ qua go-nham – tên riêng của vở kịch\n");
    assert!(!silent.contains("[go-nham]") && !silent.contains("[bo-qua]"), "{silent}");
}

/// Text that opens braces without end is text: it is laid out, and too long for
/// its line.
#[test]
fn braces_without_end_are_text() {
    let braces = "{{ ".repeat(50_000);
    let activity = format!("  - hoat_dong: {{viec: \"{braces}x\"}}\n");
    let run = Desk::with_plan(&SHORT.replace("  - doan: Một đoạn văn.\n", &activity)).run(&["check"]);
    assert!(run.code == Some(1) && run.err.contains("lỗi[R-D-300]"), "{}", run.err);
    assert!(run.err.contains("thu.yml:10:23"), "{}", run.err);
}

/// What does not fit its line is shown where it stands in a long text, a heading too; what an
/// expression makes, at the text before it.
#[test]
fn what_is_too_wide_is_shown_in_its_line() {
    for (odd, place) in [
        (format!("Hai {} ba.", "x".repeat(300)), "thu.yml:14:7"),
        (format!("# {}", "N".repeat(120)), "thu.yml:14:5"),
        ("Bốn năm sáu bảy tám {{ 'x' * 300 }} ba.".to_string(), "thu.yml:14:3"),
    ] {
        let (head, rest) = SHORT.split_once("noi_dung:").unwrap();
        let (_, tail) = rest.split_once("noi_nhan:").unwrap();
        let text = format!("noi_dung: |\n  # Một mục\n\n  Một đoạn văn.\n\n  {odd}\n\n  Hết.\n");
        let data = "so_lieu: {tu: 2020, den: 2020}\n";
        let run = Desk::with_plan(&format!("{head}{text}noi_nhan:{tail}{data}")).run(&["check"]);
        assert!(run.err.contains("lỗi[R-D-300]") && run.err.contains(place), "{odd}: {}", run.err);
    }
}

/// A comment that nearly asks for silence is told; one that does is obeyed.
#[test]
fn a_silence_that_is_misspelt_is_told() {
    let check = |comment: &str| {
        let text = SHORT.replace("trich_yeu:", &format!("{comment}\ntrich_yeu:"));
        Desk::with_plan(&text).run(&["check"]).err
    };
    assert!(check("# ghi chú").contains("[R-D-122]"));
    let silent = check("# vankien: bỏ qua R-D-122 – giữ như bản gốc");
    assert!(!silent.contains("[R-D-122]") && !silent.contains("[bo-qua]"), "{silent}");
    for comment in [
        "# vankien bỏ qua R-D-122 – lý do",
        "# VANKIEN: BỎ QUA R-D-122 – lý do",
        "# vankein: bỏ qua R-D-122 – lý do",
        "# van kien: bỏ qua R-D-122 – lý do",
        "# vankien: bỏ qua R-D-122 – x",
        "# vankien: bỏ qua R-D-122, R-D-111 – giữ như bản gốc",
    ] {
        let said = check(comment);
        // Of two ids the one that fits is obeyed, the other one told.
        assert_eq!(said.contains("[R-D-122]"), !comment.contains(','), "{comment}: {said}");
        assert!(said.contains("cảnh báo[bo-qua]"), "{comment}: {said}");
    }
    assert!(!check("# văn kiện này bỏ qua mục 3").contains("[bo-qua]"));
}

/// Spaces of two and three bytes before a mark, a last word, a lost letter.
#[test]
fn wide_spaces_are_no_trap() {
    let odd = "Một\u{a0}hai\u{2002}?ba bốn năm sáu,bảy\u{2003}tám\u{2009}chín\u{a0}v?n\u{2002}mười";
    let run =
        Desk::with_plan(&format!("{}ket: {odd}\n", SHORT.replace("Một đoạn văn.", odd))).run(&["check"]);
    assert!(run.code.is_some(), "{}", run.err);
    assert!(run.err.contains("[ky-tu]") && run.err.contains("[R-D-134]"), "{}", run.err);
}

/// One value that was spoilt is told as that at its place, and nothing else of it.
#[test]
fn a_spoilt_value_is_told_once() {
    for (written, spoilt, place, encoding) in [
        ("dia_danh: Trà Vinh", "dia_danh: HÃ²a An", "6:11", "UTF-8 ×2"),
        ("Đảng ủy Khối", "Äáº£ng á»§y xÃ£", "3:8", "UTF-8 ×2"),
        ("Một đoạn văn", "Làm tốt công tác dÃ¢n sá»‘", "10:28", "UTF-8 ×2"),
        ("Trương Thanh Long", "Huá»³nh Táº¥n Lá»™c", "22:11", "UTF-8 ×2"),
        ("Một đoạn văn", "Làm tốt công tác d©n sè", "10:28", "TCVN3"),
        ("Trương Thanh Long", "Huúnh TÊn Léc", "22:11", "TCVN3"),
        ("Một đoạn văn", "Làm tốt phép nhân sô´", "10:31", "U+00B4"),
    ] {
        let run = Desk::with_plan(&SHORT.replacen(written, spoilt, 1)).run(&["check", "--quiet"]);
        assert!(run.err.contains(encoding) && run.err.contains(&format!("thu.yml:{place}")), "{}", run.err);
        let told = run.err.matches("lỗi[").count() + run.err.matches("cảnh báo[").count();
        assert_eq!((run.code, told), (Some(1), 1), "{spoilt}: {}", run.err);
    }
}

/// Old words in the middle of Unicode are told, and turned without touching the rest.
#[test]
fn old_words_among_unicode_are_converted() {
    let text = SHORT.replace("Một đoạn văn.", "Nâng cao chất lượng coâng taùc daân vaän của Đảng bộ.");
    let desk = Desk::with_plan(&text);
    let run = desk.run(&["check"]);
    assert!(run.err.contains("lỗi[bang-ma]") && run.err.contains("thu.yml:10:31"), "{}", run.err);
    assert_eq!(desk.run(&["convert", "data/ke-hoach/thu.yml"]).code, Some(0));
    let turned = std::fs::read_to_string(desk.path("data/ke-hoach/thu.yml")).unwrap();
    assert!(turned.contains("Nâng cao chất lượng công tác dân vận của Đảng bộ."), "{turned}");
    assert_eq!(desk.run(&["check"]).code, Some(0));
}

/// Records print in many documents, so their characters are looked at as well.
#[test]
fn hidden_characters_in_records_are_told() {
    let units = "don_vi:\n  - {ma: VP, loai: chi_bo_co_so, ten: \"Chi bộ Văn ph\u{200b}òng\"}\n";
    let run = Desk::with_plan(SHORT).file("data/don-vi/a.yml", units).run(&["check"]);
    assert!(run.err.contains("lỗi[ky-tu]") && run.err.contains("data/don-vi/a.yml:2:"), "{}", run.err);
    // So are those that an expression makes.
    let text = SHORT.replace(
        "noi_dung:\n  - doan: Một đoạn văn.",
        "so_lieu: {tu: 2019, den: 2020}\nnoi_dung:\n  - doan: 'B{{ \"\\u202e\" }}abc.'",
    );
    let run = Desk::with_plan(&text).run(&["check"]);
    assert!(run.err.contains("lỗi[ky-tu]") && run.err.contains("thu.yml:11:"), "{}", run.err);
}

/// A file that was meant to be read and has another ending.
#[test]
fn files_under_another_ending_are_told() {
    let desk = Desk::with_plan(SHORT)
        .file("data/ke-hoach/b.yml.txt", SHORT)
        .file("data/ke-hoach/d.docx", "x")
        .file("data/ke-hoach/quet.pdf", "x");
    let run = desk.run(&["check"]);
    assert_eq!(run.err.matches("cảnh báo[tep-khong-doc]").count(), 2, "{}", run.err);
    assert!(run.err.contains("b.yml.txt") && run.err.contains("d.docx"), "{}", run.err);
}

/// What no font has is told once, with what to type instead.
#[test]
fn letters_of_science_and_of_other_keyboards() {
    for (from, to, said) in [
        ("Một đoạn văn.", "Hệ số Δ tăng.", "viết tên của nó: delta"),
        ("Một đoạn văn.", "Khí CO₂, H₂SO₄.", "viết bằng chữ số thường: CO2"),
        ("Một đoạn văn.", "\u{f0b7} Một ý.", "đầu dòng thì gõ gạch nối `-`"),
        ("Một đoạn văn.", "Có １２ dòng.", "tắt bộ gõ toàn hình, gõ lại: `12`"),
        ("so: 27", "so: ２７", "tắt bộ gõ toàn hình, gõ lại: `27`"),
        ("Một đoạn văn.", "Kế hoạch ñăm sau.", "không có trong tiếng Việt"),
    ] {
        assert!(SHORT.contains(from), "{from}");
        let run = Desk::with_plan(&SHORT.replace(from, to)).run(&["check", "--quiet"]);
        assert!(run.err.contains(said), "{to}: {}", run.err);
        let faults = run.err.lines().filter(|line| line.starts_with("lỗi[") || line.starts_with("cảnh báo["));
        assert_eq!(faults.count(), 1, "{to}: {}", run.err);
    }
    let run = Desk::with_plan(&SHORT.replace("Một đoạn văn.", "Đội España và ông Núñez."));
    assert!(!run.run(&["check", "--quiet"]).err.contains("[ky-tu]"));
}
