//! Batches that cannot be made as they are, and what is said of them.

use crate::certificates::{FILE, OUT, ROWS, batch, desk, head};
use crate::desk::Desk;

#[test]
#[allow(clippy::too_many_lines, reason = "a table, one row a refusal")]
fn what_is_refused() {
    let rows = |from: &str, to: &str| batch(&ROWS).replacen(from, to, 1);
    let (ok, denied) = (Some(0), Some(1));
    for (text, code, said) in [
        (rows("\"B\"", "\"A\""), denied, "lỗi[giay-ma]"),
        (rows("ma: \"B\", ", ""), denied, "thiếu mục `ma`"),
        (rows("\"Thạch Sóc Kha\"", "\"  \""), denied, "dot.yml:28"),
        (rows("\"Thạch Sóc Kha\"", "\"Thạch\\tSóc\""), denied, "lỗi[ky-tu]"),
        (rows("Thạch Sóc Kha", "NguyÔn V¨n §øc"), denied, "TCVN3"),
        (rows("ngay: 2020-12-10", "ngay: 2020-12-32"), denied, "dot.yml"),
        (rows("dia_danh", "ngay: 2020-12-11\ndia_danh"), ok, "cảnh báo[giay-ngay]"),
        (rows("mau: a4-ngang", "mau: a4-nganh"), denied, "có phải là `a4-ngang`?"),
        (rows("mau: a4-ngang", "mau: a4-ngang.toml"), denied, "có phải là `a4-ngang`?"),
        (rows("kieu: ten_giay", "kieu: ten_giai"), denied, "có phải là `ten_giay`?"),
        (rows("{{ xep_loai }}", "{{ xep_loay }}"), denied, "có phải là `xep_loai`?"),
        (rows("xep_loai: tốt}", "thanh_tich: tốt}"), denied, "dot.yml:26"),
        (rows("xep_loai: tốt}", "thanh_tich: tốt}"), denied, "chưa có `xep_loai` mà một dòng cần in"),
        (rows("mau:", "bieu_trung: a.png\nmau:"), denied, "lỗi[giay-bieu-trung]"),
        (rows("so_dau: 1\n", ""), denied, "lỗi[giay-so]"),
        (batch(&ROWS).replace("ma: \"", "so: 1, ma: \""), denied, "số vào sổ 1 dùng hai lần"),
        (rows("ma: \"B\"", "so: \"9,5\", ma: \"B\""), denied, "`9,5` không phải số vào sổ"),
        (rows("215-QĐ/ĐUK", "215-KH/ĐUK"), ok, "cảnh báo[giay-quyet-dinh]"),
        (rows("215-QĐ/ĐUK", "0-QĐ/ĐUK"), ok, "cảnh báo[giay-quyet-dinh]"),
        (rows("215-QĐ/ĐUK", "215 - QĐ/ĐUK"), ok, "cảnh báo[giay-quyet-dinh]: `215 - QĐ/ĐUK` không giống"),
        (
            format!("{}nguoi_nhan: {{quyet_dinh: data/x.yml, loc: {{xep_loai: tot}}}}\n", head()),
            denied,
            "không có mục `loc`",
        ),
        (rows("so_dau: 1", "so_dau: 0"), denied, "số từ 1 trở lên"),
        (rows("so_dau: 1", "so_dau: 1\nmoi_tap: 0"), denied, "số từ 1 trở lên"),
        (
            rows(
                "{kieu: nguoi_nhan, chu: \"{{ danh_xung | thieu('') }} {{ ten }}\"}",
                "{kieu: mo_hinh, chu: x}",
            ),
            denied,
            "không dòng nào in tên",
        ),
        (rows("{{ xep_loai }}", "xếp loại tốt"), ok, ""),
        (rows("\"Thạch Sóc Kha\"", "\"0,25\""), denied, "không phải tên người hay đơn vị"),
        (rows("\"Thạch Sóc Kha\"", "\"TRUE\""), denied, "không phải tên người hay đơn vị"),
        (rows("\"Thạch Sóc Kha\"", "\"...\""), denied, "không phải tên người hay đơn vị"),
        (rows("\"Thạch Sóc Kha\"", "\"Đ/c Thạch Sóc Kha\""), ok, "cảnh báo[ho-ten]: “Đ/c” đứng trong tên"),
        (rows("\"Thạch Sóc Kha\"", "\"Ông Sóc Kha\""), ok, ""),
        (rows("xep_loai: tốt}", "xep_loai: tốtt}"), ok, "có phải là “Tốt”?"),
        (rows("mau:", "can_chinh: {dx: 80, dy: 0}\nmau:"), denied, "căn chỉnh quá 10 mm"),
        (
            rows("ho_ten: Trần Thị B", &format!("ho_ten: {}", "Nguyễn Văn ".repeat(9))),
            denied,
            "dot.yml:23:11",
        ),
        (rows("\"B\"", "\"a \""), denied, "lỗi[giay-ma]"),
        (
            batch(&[ROWS[0], ["Z", "NGUYỄN  VĂN ĐỨC", "chi bộ sở tư pháp", "Khác"]]),
            ok,
            "cảnh báo[giay-trung-ten]",
        ),
        (
            format!("{}nguoi_nhan: {{quyet_dinh: quyet-dinh/45.yml}}\n", head()),
            denied,
            "không có tệp quyết định",
        ),
        (format!("{}nguoi_nhan: []\n", head()), denied, "lỗi[giay-danh-sach]"),
        (format!("{}nguoi_nhan: {{tep: ds.xlsx}}\n", head()), denied, "lỗi[giay-danh-sach]"),
        (
            format!("{}nguoi_nhan: {{quyet_dinh: quyet-dinh/45.yml, tep: ds.xlsx}}\n", head()),
            denied,
            "giữ đúng một trong các mục: tep, quyet_dinh",
        ),
        (format!("{}nguoi_nhan: {{tep: ../../x.xlsx}}\n", head()), denied, "lỗi[giay-danh-sach]"),
        (format!("{}nguoi_nhan: {{tep: ds.docx}}\n", head()), denied, "chép sang Excel, lưu thành .xlsx"),
        (batch(&[ROWS[0], ["Z", ROWS[0][1], ROWS[0][2], ROWS[0][3]]]), ok, "cảnh báo[giay-trung-ten]"),
        (
            batch(&[
                ["A", "Lê Thị Hòa", "Chi bộ Ủy ban", "X"],
                ["Z", "Đồng chí Lê Thị Hoà", "Chi bộ Uỷ ban", "X"],
            ]),
            ok,
            "cảnh báo[giay-trung-ten]",
        ),
        (rows("Đức", "Đu\u{31b}\u{301}c"), ok, ""),
        (rows("Nguyễn", "Nguyễn\u{301}"), ok, "chữ `ń` không có trong tiếng Việt"),
        (rows("Nguyễn", "\u{301}Nguyễn"), denied, "dấu rời U+0301"),
    ] {
        let desk = Desk::new().file(FILE, &text);
        let run = desk.run(&["check"]);
        assert_eq!(run.code, code, "{said}: {}{}", run.out, run.err);
        assert!(run.err.contains(said), "{said}: {}", run.err);
        let english = desk.run(&["check", "--lang", "en"]);
        assert_eq!(english.code, code);
        assert!(said.is_empty() || english.err != run.err);
    }
    let desk = Desk::new()
        .file(FILE, rows("mau:", "bieu_trung: a.png\nmau:"))
        .file("templates/giay/a.png", "không phải hình");
    let run = desk.run(&["build"]);
    assert!(run.code == Some(1) && run.err.contains("không phải tệp hình"), "{}", run.err);
    // A small file of a huge picture is not unpacked.
    let huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x4e\x20\0\0\x4e\x20\x08\x02\0\0\0";
    let run = desk.file("templates/giay/a.png", huge).run(&["build"]);
    assert!(run.code == Some(1) && run.err.contains("20000 × 20000 điểm ảnh"), "{}", run.err);
    // A slip of the guidance in the first folder stays a document.
    let slip = include_str!("../../templates/vi-du/dang/giay-chung-nhan.yml");
    assert!(Desk::new().file("data/giay-chung-nhan/a.yml", slip).run(&["check"]).out.contains("1/1"));
}

/// A value in an old encoding is turned as a whole: some of its words could be read
/// in both.
#[test]
fn an_old_name_in_a_list_is_converted_whole() {
    let desk = Desk::new().file(FILE, batch(&[["A", "NguyÔn V¨n Tõ", "Chi bộ Sở Y tế", "Một cửa"]]));
    let run = desk.run(&["convert", FILE]);
    let text = std::fs::read_to_string(desk.path(FILE)).unwrap();
    assert!(text.contains("\"Nguyễn Văn Từ\"") && text.contains("\"Chi bộ Sở Y tế\""), "{}{text}", run.err);
}

/// An output folder that is a file: told, and no other file touched.
/// Lines and signature of a batch are read with the care of a document: a slip
/// there is on every sheet.
#[test]
fn slips_in_lines_and_signature_are_told() {
    let rows = [["1", "Nguyễn Văn Đức", "Chi bộ Sở Tư pháp", "Tiết kiệm điện"]];
    let sound = batch(&rows);
    let clean = Desk::new().file(FILE, &sound).run(&["check"]);
    assert_eq!(clean.err, "");
    let signer = sound.lines().find(|line| line.trim_start().starts_with("chuc_vu:")).unwrap();
    let name = sound.lines().find(|line| line.trim_start().starts_with("ho_ten:")).unwrap();
    for (from, to, rule) in [
        (signer, "  chuc_vu: Hệu trưởng".to_string(), "cảnh báo[chuc-vu]"),
        (name, "  ho_ten: Nguyễn văn Đức".into(), "cảnh báo[ho-ten]"),
        ("quyen_han: T/M", "quyen_han: TM.".into(), "lỗi[R-D-152]"),
        ("Tiết kiệm điện", "Nêu tám gương tiết kiệm".into(), "cảnh báo[go-nham]"),
    ] {
        let text = sound.replace(from, &to);
        assert_ne!(text, sound, "{from}");
        let desk = Desk::new().file(FILE, text);
        let run = desk.run(&["check"]);
        assert!(run.err.contains(rule) && run.err.contains(FILE), "{rule}: {}", run.err);
        // An error there is on every sheet: none is made.
        if rule.starts_with("lỗi") {
            assert_eq!(desk.run(&["build"]).code, Some(1));
            assert!(!desk.path(OUT).exists());
        }
    }
}

#[test]
fn a_folder_that_cannot_be_written() {
    let desk = desk(&ROWS).file(OUT, "một tệp");
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert_eq!(std::fs::read_to_string(desk.path(OUT)).unwrap(), "một tệp");
}
