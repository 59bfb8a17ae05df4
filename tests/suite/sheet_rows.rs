//! Which rows and cells of a list are read, and which are told and left out.

use rust_xlsxwriter::{Format, Workbook};

use crate::sheets::{headings, models, row, said, workbook};

#[test]
fn a_dash_is_an_empty_cell_and_a_tick_is_yes() {
    let csv = "Đơn vị;Tên mô hình;Lĩnh vực;Kết quả;Điểm;Tiêu biểu;Lý do\n\
               SYT;Một;Kinh tế;Công nhận;80;✓;–\n\
               SYT;Hai;Kinh tế;Không công nhận;-;…;Chưa đạt\n";
    let (desk, run) = models(csv, "csv");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(said(&desk, r#"{{ so("dang_ky") }} {{ so("tieu_bieu") }}"#), "02 01");
    let (_, run) = models("Đơn vị;Tên mô hình;Lĩnh vực\nSYT;–;Kinh tế\n", "csv");
    assert!(run.err.contains("ô B2: ô trống ở cột “Tên mô hình”"), "{}", run.err);
}

#[test]
fn ditto_repeats_the_cell_above_where_rows_share_it() {
    for [one, other] in [["-nt-", "nt"], ["-//-", "nt."], ["(nt)", "n/t"], ["//", "-\"-"], ["idem", "”"]] {
        let csv = format!(
            "Đơn vị;Tên mô hình;Lĩnh vực\nSYT;Một;Kinh tế\n{one};Hai;{}\n",
            other.replace('"', "\"\"").replace("-\"\"-", "\"-\"\"-\"")
        );
        let (desk, run) = models(&csv, "csv");
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{csv}");
        assert_eq!(said(&desk, r#"{{ so("dang_ky", don_vi="SYT", linh_vuc="kinh_te") }}"#), "02");
    }
    let (_, run) = models("Đơn vị;Tên mô hình;Lĩnh vực\nSYT;Một;Kinh tế\nSYT;nt;Kinh tế\n", "csv");
    assert!(run.err.contains("ô B3: `nt` ở đây không rõ là giá trị nào"), "{}", run.err);
}

#[test]
fn a_repeated_row_of_headings_is_told_and_left_out() {
    let csv = "Đơn vị;Tên mô hình;Lĩnh vực\nSYT;Một;Kinh tế\nĐơn vị;Tên mô hình;Lĩnh vực\nSYT;Hai;Kinh tế\n";
    let (desk, run) = models(csv, "csv");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("ô A3: không đọc hàng này: tiêu đề lặp lại"), "{}", run.err);
    assert_eq!(said(&desk, r#"{{ so("dang_ky") }}"#), "02");
}

/// A table below the list is another one: where its columns stand in another order, none
/// of its rows can be read by those of the list.
#[test]
fn a_second_table_is_read_by_its_own_columns_or_not_at_all() {
    for (second, code, said) in [
        ("Mã;Người nhận;Đơn vị;Mô hình;Xếp loại", 0, "cảnh báo[hang-bo-qua]: ô A3: "),
        ("Mã số;Họ và tên;Nơi công tác;Tên mô hình;Xếp loại", 0, "cảnh báo[hang-bo-qua]: ô A3: "),
        (
            "Mã;Đơn vị;Người nhận;Xếp loại;Mô hình",
            1,
            "lỗi[tieu-de-cot]: ô B3: hàng này là tiêu đề của bảng khác: “Đơn vị” đứng dưới cột “Người nhận”",
        ),
        ("Mã;Người nhận;Chức vụ;Mô hình;Xếp loại", 1, "“Chức vụ” đứng dưới cột “Đơn vị”"),
        ("Mã;Người nhận;Ảnh;Mô hình;Xếp loại", 1, "“Ảnh” đứng dưới cột “Đơn vị”"),
        ("Đơn vị;Ghi chú;;;", 1, "“Đơn vị” đứng dưới cột “Mã”"),
        ("Đơn vị;Ảnh;Xếp loại;;", 1, "“Đơn vị” đứng dưới cột “Mã”"),
        // What a row of the list may say is no heading.
        ("A3;Chi bộ Sở Y tế;Đơn vị;Một;tốt", 0, ""),
    ] {
        let second = second.replace(';', ",");
        let list = format!("A1,Lê Văn Năm,Sở Y tế,Một,tốt\n{second}\nA2,Lê Thị Lan,Sở Y tế,Hai,tốt\n");
        let run = crate::lint::batch(&list).run(&["check", "--quiet"]);
        assert_eq!(run.code, Some(code), "{list}{}", run.err);
        assert!(run.err.contains(said), "{said}: {}", run.err);
        let told = run.err.matches("[tieu-de-cot]").count() + run.err.matches("[hang-bo-qua]").count();
        assert_eq!(told, usize::from(!said.is_empty()), "{}", run.err);
        assert!(run.err.matches(" ô ").count() <= 1, "what stands below is told once: {}", run.err);
    }
}

/// Two headings that differ by a comma only are two columns, or the one that is free.
#[test]
fn what_a_list_prints_over_its_names_is_read() {
    let batch = |heading: &str, rows: &str| {
        let desk = crate::lint::batch("").file("data/giay-cong-nhan/ds.csv", format!("{heading}\n{rows}"));
        let run = desk.run(&["build", "--quiet"]);
        let register = std::fs::read_to_string(desk.path("output/giay-cong-nhan/dot/so-theo-doi.csv"));
        (run.err, register.unwrap_or_default())
    };
    let row = "A1;Lê Văn Năm;Chi bộ Sở Y tế;Một;tốt\n";
    for heading in [
        "Mã;Tập thể, cá nhân;Đơn vị;Mô hình;Xếp loại",
        "Mã;TẬP THỂ, CÁ NHÂN;Đơn vị công tác;Mô hình (tên đầy đủ);Kết quả xếp loại",
        "Mã;Họ và tên;Cơ quan, đơn vị;Nội dung mô hình;Xếp loại",
        "Mã;Người nhận;Đ.vị;Tên mô hình “Dân vận khéo”;Xếp loại",
    ] {
        let (said, register) = batch(heading, row);
        assert!(said.is_empty() && register.contains("Lê Văn Năm"), "{heading}: {said}");
        assert!(register.contains("Chi bộ Sở Y tế") && register.contains("Một"), "{heading}: {register}");
    }
    let both = "Mã;Tập thể, cá nhân;Họ tên;Đơn vị;Mô hình;Xếp loại";
    let (said, register) = batch(both, "A1;cá nhân;Lê Văn Năm;Sở Y tế;Một;tốt\n");
    assert!(said.is_empty() && register.contains("Lê Văn Năm"), "{said}");
    let (said, _) = batch("Mã;Tập thể/cá nhân;Đơn vị;Mô hình;Xếp loại", row);
    assert!(said.contains("lỗi[tieu-de-cot]"), "{said}");
}

/// A group `I`, `II` in the column of ids is no recipient; where ids are letters, it is.
#[test]
fn numbered_groups_of_recipients_are_told_and_left_out() {
    let rows = |list: &str| {
        let run = crate::lint::batch(list).run(&["check", "--quiet"]);
        let told = run.err.matches("[hang-bo-qua]").count();
        assert!(!run.err.contains("lỗi["), "{}", run.err);
        told
    };
    for (list, groups) in [
        (
            "I,Lĩnh vực kinh tế,,,\nA1,Lê Văn Năm,Sở Y tế,Một,tốt\nII,Văn hóa,,,\nA2,Lê Lan,Sở Y tế,Hai,tốt\n",
            2,
        ),
        ("A1,Lê Văn Năm,Sở Y tế,Một,tốt\nA.,KHỐI ĐẢNG,,,\nA2,Lê Lan,Sở Y tế,Hai,tốt\n", 1),
        ("A,Lê Văn Năm,Sở Y tế,Một,tốt\nB,Lê Lan,Sở Y tế,Hai,tốt\n", 0),
        ("I,Lê Văn Năm,Sở Y tế,Một,tốt\nA2,Lê Lan,Sở Y tế,Hai,tốt\n", 0),
    ] {
        assert_eq!(rows(list), groups, "{list}");
    }
}

#[test]
fn cells_without_a_heading_are_told() {
    let (_, run) = models("Đơn vị;Tên mô hình;;Lĩnh vực\nSYT;Một;thừa;Kinh tế\n", "csv");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("ô C2: không đọc cột này: phía trên không có tiêu đề"), "{}", run.err);
    // A cell too many in a text file: a comma has split one, and all have slipped.
    let (_, run) = models("Đơn vị,Tên mô hình,Lĩnh vực\nSYT,Mô hình \"Ba không\", một có,Kinh tế\n", "csv");
    assert!(
        run.code == Some(1) && run.err.contains("lỗi[o-thua]: ô D2: hàng này có nhiều ô hơn"),
        "{}",
        run.err
    );
}

/// The hint names what parts the cells of this file.
#[test]
fn a_cell_with_the_separator_inside() {
    for (sign, seen) in [(",", ","), (";", ";"), ("\t", "Tab")] {
        let text = "Đơn vị,Tên mô hình,Lĩnh vực\nSYT,Ba không, một có,Kinh tế\n".replace(',', sign);
        let (_, run) = models(text, "csv");
        assert!(run.err.contains(&format!("ô có `{seen}` bên trong thì đặt trong ngoặc kép")), "{}", run.err);
    }
}

#[test]
fn a_heading_of_two_rows() {
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        sheet.merge_range(1, 0, 2, 0, "Đơn vị", &plain).unwrap();
        sheet.merge_range(1, 1, 1, 2, "Mô hình đăng ký", &plain).unwrap();
        sheet.write(2, 1, "Tên mô hình").unwrap();
        sheet.write(2, 2, "Lĩnh vực").unwrap();
        sheet.merge_range(1, 3, 1, 4, "Điểm", &plain).unwrap();
        sheet.write(2, 3, "tự chấm").unwrap();
        sheet.write(2, 4, "chính thức").unwrap();
        for (column, text) in (0..).zip(["SYT", "Một", "Kinh tế", "81", "81"]) {
            sheet.write(3, column, text).unwrap();
        }
    });
    let (desk, run) = models(bytes, "xlsx");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(said(&desk, r#"{{ so("dang_ky") }}"#), "01");
    let (_, run) = models("Danh sách\nĐơn vị;Tên mô hình;Ghi chú\nSYT;Một;x\n", "csv");
    assert!(run.err.contains("giống nhất là hàng 2, còn thiếu cột “lĩnh vực”"), "{}", run.err);
}

/// A filter hides rows of a list that are in it all the same.
#[test]
fn hidden_rows_and_columns_are_read_and_told() {
    let bytes = workbook(|sheet| {
        headings(sheet, 0);
        for (at, name) in (1..).zip(["Một", "Hai", "Ba", "Bốn", "Năm"]) {
            row(sheet, at, ["SYT", name, "Kinh tế"]);
        }
        for at in [2, 3, 5, 8] {
            sheet.set_row_hidden(at).unwrap();
        }
        sheet.set_column_hidden(3).unwrap();
        sheet.set_column_hidden(6).unwrap();
    });
    let (desk, run) = models(bytes, "xlsx");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("ô B3: hàng 3–4, 6 đang ẩn nhưng vẫn được đọc"), "{}", run.err);
    assert!(run.err.contains("ô D1: cột “Lĩnh vực” đang ẩn nhưng vẫn được đọc"), "{}", run.err);
    assert!(!run.err.contains("cột “Điểm” đang ẩn"), "{}", run.err);
    assert_eq!(said(&desk, r#"{{ so("dang_ky") }}"#), "05");
}

/// Who was crossed out is in the list all the same.
#[test]
fn rows_struck_through_are_read_and_told() {
    let bytes = workbook(|sheet| {
        headings(sheet, 0);
        for (at, name) in (1..).zip(["Một", "Hai", "Ba", "Bốn"]) {
            row(sheet, at, ["SYT", name, "Kinh tế"]);
        }
        let struck = Format::new().set_font_strikethrough();
        for at in [2, 3] {
            sheet.write_with_format(at, 1, "SYT", &struck).unwrap();
        }
        // Beside the list, and empty.
        sheet.write_blank(4, 1, &struck).unwrap();
        sheet.write_with_format(4, 1, "SYT", &Format::new().set_bold()).unwrap();
        sheet.write_blank(1, 5, &struck).unwrap();
    });
    let (_, run) = models(bytes, "xlsx");
    assert!(
        run.err.contains("cảnh báo[dang-an]: trang tính “Danh sách”, ô B3: hàng 3–4 có ô gạch ngang chữ"),
        "{}",
        run.err
    );
    assert_eq!(run.err.matches("[dang-an]").count(), 1, "{}", run.err);
}

#[test]
fn a_hidden_sheet_is_read_and_told() {
    let mut book = Workbook::new();
    headings(book.add_worksheet().set_name("Một").unwrap(), 0);
    row(&mut book.worksheets_mut()[0], 1, ["SYT", "Một", "Kinh tế"]);
    headings(book.add_worksheet().set_name("Hai").unwrap(), 0);
    row(&mut book.worksheets_mut()[1], 1, ["SYT", "Hai", "Kinh tế"]);
    book.worksheets_mut()[1].set_hidden(true);
    let (_, run) = models(book.save_to_buffer().unwrap(), "xlsx");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.err.contains("cảnh báo[dang-an]: trang tính “Hai” đang ẩn nhưng vẫn được đọc"),
        "{}",
        run.err
    );
}

/// What a list says of itself is held against what it is.
#[test]
fn totals_titles_and_half_filled_rows() {
    let head = "STT;Đơn vị;Tên mô hình;Lĩnh vực\n";
    let rows = "1;SYT;Một;Kinh tế\n2;SYT;Hai;Kinh tế\n";
    for (text, said) in [
        (format!("{head}{rows}Tổng cộng 5;;;\n"), "hàng tổng ghi 5, danh sách ở trên có 2 hàng"),
        (format!("{head}{rows}3;SYT;;\n"), "ô C4: ô trống ở cột “Tên mô hình”"),
        (format!("Danh sách năm 2018\n{head}{rows}"), "trang tính ghi năm 2018, tệp lại của năm 2020"),
        (format!("{head}I;Các cơ quan Đảng;;\n{rows}"), "không đọc hàng “I”"),
    ] {
        let (_, run) = models(&text, "csv");
        assert!(run.err.contains(said), "{said}\n{}", run.err);
    }
    // A group title under a column of ids, numbered lines that nobody filled in, a right total.
    let csv = "Mã;Đơn vị;Tên mô hình;Lĩnh vực\nI;Các cơ quan Đảng;;\nA1;SYT;Một;Kinh tế\nCộng 1;;;\n";
    let (_, run) = models(csv, "csv");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(!run.err.contains("hàng tổng ghi"), "{}", run.err);
    let (_, run) = models(format!("{head}{rows}3;;;\n4;;;\n"), "csv");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}
