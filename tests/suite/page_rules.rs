//! Rules that look at the finished pages. What the shipped templates never do,
//! an office's own changed copy of a template may.

use crate::desk::{Desk, SHORT};

fn check(desk: &Desk) -> String {
    desk.run(&["check"]).err
}

/// A template with one place changed.
fn changed(desk: Desk, name: &str, from: &str, to: &str) -> Desk {
    let path = format!("{}/templates/the-thuc/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{name} has no `{from}`");
    desk.file(&format!("templates/the-thuc/{name}"), text.replace(from, to))
}

#[test]
fn a_header_line_is_whole() {
    let desk = changed(
        Desk::with_plan(SHORT),
        "dau-trang.typ",
        "mot-dong(kieu(\"dia_danh\", text(dia-danh-ngay)))",
        "box(width: 40mm, { set par(leading: 5mm); kieu(\"dia_danh\", text(dia-danh-ngay)) })",
    );
    let said = check(&desk);
    assert!(said.contains("lỗi[R-D-072]") && said.contains("Trà Vinh, ngày 19 tháng 3 năm 2020"), "{said}");
}

#[test]
fn a_heading_is_not_the_last_line() {
    let mut found = 0;
    for lines in 14..32 {
        let body = format!(
            "{}  - de_muc: {{ten: ĐỀ MỤC, noi_dung: Nội dung của đề mục.}}\n",
            "  - doan: Một dòng.\n".repeat(lines)
        );
        let desk = Desk::with_plan(&SHORT.replace("  - doan: Một đoạn văn.\n", &body));
        assert!(
            !check(&desk).contains("đứng cuối trang"),
            "{lines} lines: the templates keep headings in company"
        );
        let desk = changed(desk, "trang.typ", "sticky: true", "sticky: false");
        let said = check(&desk);
        if said.contains("lỗi[R-D-143]: trang 1: đề mục `I. ĐỀ MỤC` đứng cuối trang") {
            found += 1;
        }
    }
    assert!(found > 0, "some length of text leaves the heading alone");
}

#[test]
fn a_title_does_not_end_in_one_word() {
    let yaml = SHORT.replace(
        "trich_yeu: Thực hiện công tác Dân vận năm 2020",
        "trich_yeu: |\n  Thực hiện công tác Dân vận năm\n  2020",
    );
    let said = check(&Desk::with_plan(&yaml));
    assert!(said.contains("cảnh báo[R-D-123]") && said.contains("`2020`"), "{said}");
}

#[test]
fn a_word_wider_than_its_cell() {
    let long = "a".repeat(60);
    let table =
        format!("  - bang: {{cot: [{{ten: A, rong: 1}}, {{ten: B, rong: 9}}], hang: [[{long}, b]]}}\n");
    let said = check(&Desk::with_plan(&SHORT.replace("  - doan: Một đoạn văn.\n", &table)));
    assert!(said.contains("lỗi[bang]") && said.contains("không vừa ô của nó"), "{said}");
    let said = check(&Desk::with_plan(
        &SHORT.replace("chuc_vu: Phó Bí thư", &format!("chuc_vu: {}", "B".repeat(40))),
    ));
    assert!(said.contains("lỗi[R-D-150]"), "{said}");
    let said = check(&Desk::with_plan(
        &SHORT.replace("ten: Đảng ủy Khối các cơ quan", &format!("ten: Đ{}", "ả".repeat(40))),
    ));
    assert!(said.contains("lỗi[R-D-071]"), "{said}");
}

#[test]
fn the_room_to_sign_stays_free() {
    let state = SHORT.replace("  ky_hieu: ĐUK", "  ky_hieu: SNV\n  he_thong: nha_nuoc");
    let state = state.replace("2020-03-19", "2020-04-19").replace("T/M Ban Thường vụ", "KT. Giám đốc");
    let state = state.replace("Phó Bí thư", "Phó Giám đốc").replace("Đảng ủy Khối", "Sở Khối");
    for (text, rule) in [(SHORT, "[R-D-165]"), (&state, "[R-N-060]")] {
        let desk = changed(
            Desk::with_plan(text),
            "ket-thuc.typ",
            "    o-ky-va-dau(hd,",
            "    place(top + center, dy: 20mm, text(\"đã ký\"))\n    o-ky-va-dau(hd,",
        );
        let said = check(&desk);
        assert!(said.contains(&format!("lỗi{rule}")) && said.contains("đã ký"), "{said}");
    }
}

#[test]
fn a_character_no_font_has_is_seen_on_the_page_too() {
    let desk = changed(
        Desk::with_plan(SHORT),
        "ten-loai.typ",
        "  xuong-noi-dung(hd)",
        "  text(\"漢\")\n  xuong-noi-dung(hd)",
    );
    let run = desk.run(&["check"]);
    assert_ne!(run.code, Some(0));
    assert!(run.err.contains("lỗi[ky-tu]") || run.err.contains("lỗi[dan-trang]"), "{}", run.err);
}

#[test]
fn a_letter_is_short() {
    let letter = |lines: usize| {
        let yaml = SHORT.replace("  - doan: Một đoạn văn.\n", &"  - doan: Một dòng.\n".repeat(lines));
        let yaml = yaml.replace("trich_yeu: Thực", "trich_yeu: thực") + "kinh_gui: [Các chi bộ]\n";
        let yaml = yaml.replace("noi_nhan:\n", "noi_nhan:\n  - Như trên\n");
        check(&Desk::new().file("data/cong-van/thu.yml", yaml))
    };
    assert_eq!(letter(30), "");
    let said = letter(90);
    assert!(said.contains("cảnh báo[so-trang]: văn bản dài 4 trang"), "{said}");
}

/// A table at the end of the text, however long, leaves some of its rows with
/// the signature; they bear the head of the table again.
#[test]
fn a_table_keeps_the_signature_company() {
    let rows = |count: usize| {
        (1..=count).fold(String::new(), |rows, at| rows + &format!("        - [\"{at}\", Chi bộ {at}]\n"))
    };
    let table = |count| {
        format!(
            "  - bang:\n      cot:\n        - {{ten: TT, rong: 1}}\n        - {{ten: Đơn vị, rong: 4}}\n      hang:\n{}",
            rows(count)
        )
    };
    let (head, rest) = SHORT.split_once("  - de_muc:").unwrap();
    let (_, tail) = rest.split_once("noi_nhan:").unwrap();
    let mut desk = Desk::new();
    for count in 1..60 {
        let text =
            format!("{head}{}noi_nhan:{tail}", table(count)).replace("so: 27", &format!("so: {count}"));
        desk = desk.file(&format!("data/ke-hoach/{count}.yml"), text);
    }
    let run = desk.run(&["check"]);
    assert!(!run.err.contains("lỗi[") && run.out.contains("59/59"), "{}{}", run.err, run.out);
}
