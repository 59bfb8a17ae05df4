//! Lists as the chi bộ send them: workbooks and CSV files, sound and faulty.

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::desk::{Desk, Run};

pub(crate) const UNITS: &str = "don_vi:
  - {ma: SYT, loai: dang_bo_co_so, ten: Sở Y tế, so_dang_vien: 96}
  - {ma: TTR, loai: chi_bo_co_so, ten: Thanh tra tỉnh, so_dang_vien: 33}
  - {ma: '05', loai: chi_bo_co_so, ten: Báo Trà Giang}
";
pub(crate) const INDICATORS: &str = "chi_tieu:
  - {ma: hoi_nghi, ten: Hội nghị tuyên truyền, don_vi_tinh: cuộc}
  - {ma: hai_long, ten: Tỷ lệ hài lòng, don_vi_tinh: '%', loai: phan_tram, cong: khong}
";
pub(crate) const HEADINGS: [&str; 8] =
    ["STT", "Đơn vị", "Tên mô hình", "Lĩnh vực", "Ngày đăng ký", "Kết quả", "Điểm", "Lý do"];

pub(crate) fn desk() -> Desk {
    Desk::new().file("data/don-vi/khoi.yml", UNITS).file("data/chi-tieu/chung.yml", INDICATORS)
}

/// A workbook whose first sheet is made by `fill`.
pub(crate) fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Danh sách").unwrap());
    book.save_to_buffer().unwrap()
}

pub(crate) fn headings(sheet: &mut Worksheet, row: u32) {
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(row, column, heading).unwrap();
    }
}

pub(crate) fn row(sheet: &mut Worksheet, row: u32, texts: [&str; 3]) {
    for (column, text) in (1..).zip(texts) {
        sheet.write(row, column, text).unwrap();
    }
}

pub(crate) fn models(bytes: impl AsRef<[u8]>, ending: &str) -> (Desk, Run) {
    let desk = desk().file(&format!("data/mo-hinh/2020.{ending}"), bytes);
    let run = desk.run(&["check", "--quiet"]);
    (desk, run)
}

/// What the data say after reading: one sentence of a document over them.
pub(crate) fn said(desk: &Desk, sentence: &str) -> String {
    let plan = crate::desk::SHORT
        .replace("Một đoạn văn.", &format!("'{sentence}'"))
        .replace("noi_dung:\n  - doan", "so_lieu: {tu: 2020, den: 2020}\nnoi_dung:\n  - doan");
    std::fs::create_dir_all(desk.path("data/ke-hoach")).unwrap();
    std::fs::write(desk.path("data/ke-hoach/thu.yml"), plan).unwrap();
    let source = desk.typeset().source;
    source.lines().find_map(|line| line.strip_prefix("#doan(\"")).unwrap().trim_end_matches("\")").into()
}

#[test]
fn a_list_below_title_rows_with_typed_cells() {
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let bytes = workbook(|sheet| {
        sheet.merge_range(0, 0, 0, 7, "DANH SÁCH ĐĂNG KÝ MÔ HÌNH", &Format::new()).unwrap();
        headings(sheet, 3);
        for column in 0..8 {
            sheet.write(4, column, f64::from(column) + 1.0).unwrap();
        }
        row(sheet, 5, ["Đảng bộ Sở Y tế", "Tủ áo nghĩa tình", "Văn hóa – Xã hội"]);
        sheet.write_with_format(5, 4, 43_941.0, &date).unwrap();
        sheet.write(5, 5, "Công nhận").unwrap();
        sheet.write(5, 6, 79.75).unwrap();
        row(sheet, 6, ["thanh tra TỈNH", "Đối thoại định kỳ", "HTCT"]);
        sheet.write(6, 4, 43_942.0).unwrap();
        sheet.write(6, 5, "Không công nhận").unwrap();
        sheet.write(6, 7, "Chưa đạt").unwrap();
        sheet.write(7, 0, "Cộng").unwrap();
        sheet.write(7, 1, 2).unwrap();
    });
    let (desk, run) = models(bytes, "xlsx");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("trang tính “Danh sách”, ô A8: không đọc hàng “Cộng”"), "{}", run.err);
    let sentence = r#"{{ so("dang_ky") }} {{ so("cong_nhan", linh_vuc="van_hoa_xa_hoi") }} {{ so("cong_nhan", don_vi="TTR") }} {{ so("cong_nhan", xep_loai="kha") }}"#;
    assert_eq!(said(&desk, sentence), "02 01 0 01");
}

#[test]
fn refused_cells_are_named_by_sheet_and_address() {
    let bytes = workbook(|sheet| {
        headings(sheet, 0);
        row(sheet, 1, ["Sở Y té", "Một", "Kinh tế"]);
        row(sheet, 2, ["SYT", "Hai", "Thể thao"]);
        row(sheet, 3, ["SYT", "", "Kinh tế"]);
        row(sheet, 4, ["SYT", "Bốn", "Kinh tế"]);
        sheet.write(4, 4, "30/02/2020").unwrap();
        row(sheet, 5, ["SYT", "Năm", "Kinh tế"]);
        sheet.write(5, 6, "tám mươi").unwrap();
        row(sheet, 6, ["SYT", "Sáu", "Kinh tế"]);
        sheet.write_formula(6, 6, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        row(sheet, 7, ["5", "Bảy", "Kinh tế"]);
        sheet.write(7, 1, 5).unwrap();
        sheet.write(7, 9, "thừa").unwrap();
        sheet.write(0, 9, "Cột lạ").unwrap();
        row(sheet, 8, ["SYT", "Tám", "Kinh tế"]);
        sheet.write(8, 5, "có lẽ").unwrap();
    });
    let (_, run) = models(bytes, "xlsx");
    assert_eq!(run.code, Some(1));
    for (cell, fault) in [
        ("D3", "không có lĩnh vực"),
        ("C4", "ô trống ở cột “Tên mô hình”"),
        ("E5", "lịch không có ngày"),
        ("G6", "`tám mươi` không phải số"),
        ("F9", "không dùng được `có lẽ` ở đây"),
        ("J1", "không đọc cột “Cột lạ”"),
    ] {
        let said = format!("trang tính “Danh sách”, ô {cell}: {fault}");
        assert!(run.err.contains(&said), "{said}\n{}", run.err);
    }
    // Words are offered as people write them.
    assert!(run.err.contains("đã chấm điểm, chấp nhận, công nhận"), "{}", run.err);
}

#[test]
fn unknown_names_are_named_with_the_nearest() {
    let bytes = workbook(|sheet| {
        headings(sheet, 0);
        row(sheet, 1, ["Sở Y té nghiệp", "Một", "Kinh tế"]);
        row(sheet, 2, ["SYT", "Hai", "Thể thao"]);
        row(sheet, 3, ["", "Ba", "Kinh tế"]);
        // “05” typed as a number loses its zero.
        sheet.write(3, 1, 5).unwrap();
    });
    let (_, run) = models(bytes, "xlsx");
    assert_eq!(run.code, Some(1));
    for said in [
        "ô B2: không có đơn vị `Sở Y té nghiệp`",
        "ô D3: không có lĩnh vực `Thể thao`",
        "ô B4: không có đơn vị `5`",
        "có phải là `05`?",
    ] {
        assert!(run.err.contains(said), "{said}\n{}", run.err);
    }
}

#[test]
fn merged_cells_give_every_row_its_value_or_are_refused() {
    let bytes = workbook(|sheet| {
        headings(sheet, 0);
        sheet.merge_range(1, 1, 3, 1, "SYT", &Format::new()).unwrap();
        for (line, name) in (1..).zip(["Một", "Hai", "Ba"]) {
            sheet.write(line, 2, name).unwrap();
            sheet.write(line, 3, "Kinh tế").unwrap();
        }
    });
    let (desk, run) = models(bytes, "xlsx");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(said(&desk, r#"{{ so("dang_ky", don_vi="SYT") }}"#), "03");

    let bytes = workbook(|sheet| {
        headings(sheet, 0);
        row(sheet, 1, ["SYT", "Một", "Kinh tế"]);
        row(sheet, 2, ["SYT", "Hai", "Kinh tế"]);
        sheet.merge_range(1, 6, 2, 6, "", &Format::new()).unwrap();
        sheet.write(1, 6, 80).unwrap();
    });
    let (_, run) = models(bytes, "xlsx");
    assert!(run.err.contains("[o-gop]") && run.err.contains("ô G3: ô gộp từ G2"), "{}", run.err);
}

#[test]
fn a_percentage_stored_as_a_fraction() {
    let percent = Format::new().set_num_format("0%");
    let bytes = workbook(|sheet| {
        sheet.write(0, 0, "Chỉ tiêu").unwrap();
        sheet.write(0, 1, "Số liệu").unwrap();
        sheet.write(1, 0, "Tỷ lệ hài lòng").unwrap();
        sheet.write_with_format(1, 1, 0.25, &percent).unwrap();
        sheet.write(2, 0, "Hội nghị tuyên truyền").unwrap();
        sheet.write(2, 1, 5420).unwrap();
    });
    let desk = desk().file("data/ket-qua/2020/tong-hop.xlsx", bytes);
    let run = desk.run(&["check", "--quiet"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(run.err, "");
    assert_eq!(said(&desk, r#"{{ so("hai_long") }} {{ so("hoi_nghi") }}"#), "25 5.420");
}

#[test]
fn files_that_cannot_be_opened_say_why() {
    let sound = workbook(|sheet| headings(sheet, 0));
    let cut = sound[..sound.len() / 2].to_vec();
    for (bytes, said) in [
        (vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], "tệp Word hoặc Excel đời cũ"),
        (cut, "bảng tính hỏng"),
        (b"PK\x03\x04rubbish".to_vec(), "bảng tính hỏng"),
        (Vec::new(), "tệp rỗng, không có gì trong đó"),
        ("Đơn vị;Tên mô hình;Lĩnh vực\n".into(), "không phải bảng tính Excel"),
        (sound, "dưới hàng tiêu đề không có hàng nào"),
    ] {
        let (_, run) = models(bytes, "xlsx");
        assert!(run.err.contains(said), "{said}\n{}", run.err);
    }
}

#[test]
fn ten_thousand_rows() {
    let bytes = workbook(|sheet| {
        headings(sheet, 0);
        for line in 1..=10_000 {
            row(sheet, line, ["SYT", &format!("Mô hình {line}"), "Kinh tế"]);
        }
    });
    let (desk, run) = models(bytes, "xlsx");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(said(&desk, r#"{{ so("dang_ky") }}"#), "10.000");
}

/// One cell far out must not make the reader lay out all the cells between.
#[test]
fn a_stray_cell_far_out_is_named() {
    let bytes = workbook(|sheet| {
        headings(sheet, 0);
        row(sheet, 1, ["SYT", "Một", "Kinh tế"]);
        sheet.write(1_048_575, 16_383, "x").unwrap();
    });
    let (_, run) = models(bytes, "xlsx");
    assert!(run.err.contains("ngoài 20000 hàng, 200 cột đầu"), "{}", run.err);
}

/// Cells that begin with a letter of two bytes or more, in columns of numbers,
/// dates and years, in both kinds of file.
#[test]
fn refused_text_that_begins_with_any_letter() {
    for (text, fault) in [
        ("đạt", "`đạt` không phải số"),
        ("½", "`½` không phải số"),
        ("“80”", "`“80”` không phải số"),
        ("ế", "`ế` không phải số"),
    ] {
        let bytes = workbook(|sheet| {
            headings(sheet, 0);
            row(sheet, 1, ["SYT", "Một", "Kinh tế"]);
            sheet.write(1, 6, text).unwrap();
            sheet.write(1, 4, text).unwrap();
        });
        let (_, run) = models(bytes, "xlsx");
        assert_eq!(run.code, Some(1), "{}", run.err);
        assert!(run.err.contains(&format!("ô G2: {fault}")), "{}", run.err);
        assert!(run.err.contains("ô E2: "), "{}", run.err);
        let csv = format!("Đơn vị;Tên mô hình;Lĩnh vực;Điểm\nSYT;Một;Kinh tế;{text}\n");
        let (_, run) = models(csv, "csv");
        assert!(run.err.contains(&format!("ô D2: {fault}")), "{}", run.err);
    }
}

/// What a file is, is told by what stands in it, not by its name.
#[test]
fn files_of_another_format_are_told_how_to_save_them() {
    let utf_16 = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let ole = |name: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &utf_16(name)].concat();
    let sound = workbook(|sheet| headings(sheet, 0));
    let named_inside = |names: &[&str]| {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for name in names {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    };
    let web = "<html><body><table><tr><td>Đơn vị</td></tr></table></body></html>";
    let xml = "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    for (bytes, ending, said) in [
        (ole("Workbook"), "xls", "tệp này thật ra là bảng tính .xls đời cũ"),
        (ole("Workbook"), "xlsx", "tệp này thật ra là bảng tính .xls đời cũ"),
        (ole("Workbook"), "csv", "tệp này thật ra là bảng tính .xls đời cũ"),
        (ole("EncryptedPackage"), "xlsx", "bảng tính có mật khẩu"),
        (ole("WordDocument"), "xls", "tệp này thật ra là văn bản Word"),
        (named_inside(&["mimetype", "content.xml"]), "ods", "tệp này thật ra là tệp OpenDocument (.ods)"),
        (named_inside(&["mimetype", "content.xml"]), "xlsx", "tệp này thật ra là tệp OpenDocument (.ods)"),
        (named_inside(&["[Content_Types].xml", "xl/workbook.bin"]), "xlsb", "bảng tính nhị phân .xlsb"),
        (named_inside(&["word/document.xml"]), "xlsx", "tệp này thật ra là văn bản Word"),
        (named_inside(&["danh-sach.xlsx"]), "xlsx", "tệp này thật ra là tệp nén"),
        (sound.clone(), "csv", "tệp này thật ra là bảng tính .xlsx"),
        ("Đơn vị;Tên mô hình\n".into(), "xlsx", "không phải bảng tính Excel"),
        (web.into(), "xls", "tệp này thật ra là trang web"),
        (web.into(), "xlsx", "tệp này thật ra là trang web"),
        (format!("\u{feff}\n{web}").into(), "csv", "mở bằng Excel hoặc LibreOffice"),
        (b"MIME-Version: 1.0\r\n".to_vec(), "xls", "tệp này thật ra là trang web"),
        (xml.into(), "xls", "tệp này thật ra là bảng tính XML 2003"),
        (xml.into(), "csv", "tệp này thật ra là bảng tính XML 2003"),
        (b"{\\rtf1\\ansi a}".to_vec(), "xlsx", "tệp này thật ra là văn bản RTF"),
        (b"%PDF-1.4\n".to_vec(), "csv", "tệp này thật ra là tệp PDF"),
        (web.into(), "yml", "tệp này thật ra là trang web"),
        (ole("WordDocument"), "yml", "tệp này thật ra là văn bản Word"),
        (Vec::new(), "csv", "tệp rỗng"),
        (b"\xef\xbb\xbf\r\n\r\n".to_vec(), "csv", "tệp rỗng"),
        (workbook(|_| {}), "xlsx", "tệp rỗng"),
    ] {
        let (_, run) = models(bytes, ending);
        assert_eq!(run.code, Some(1), "{said}");
        assert!(run.err.contains(said), "{said}\n{}", run.err);
    }
    // A workbook is read whatever workbook's ending it bears.
    let (_, run) = models(sound, "xls");
    assert!(run.err.contains("dưới hàng tiêu đề không có hàng nào"), "{}", run.err);
}

/// Written by a program that does not reckon: the formulas have no values.
#[test]
fn formulas_without_a_value_are_named() {
    let (_, run) = models(include_bytes!("../fixtures/cong-thuc-chua-tinh.xlsx"), "xlsx");
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("trang tính “Danh sách”, ô F2: công thức chưa có giá trị"), "{}", run.err);
    // What is not known is not missing, and a column of numbers is not looked at.
    assert!(!run.err.contains("chưa có điểm") && !run.err.contains("ô A2"), "{}", run.err);
}

/// Figures as sheets have them: a column for each year, the unit of count, percents.
#[test]
fn figures_by_year_in_their_unit() {
    let indicators = "chi_tieu:
  - {ma: kinh_phi, ten: Kinh phí, don_vi_tinh: triệu đồng, loai: tien, so_le: 1}
  - {ma: hai_long, ten: Tỷ lệ hài lòng, don_vi_tinh: '%', loai: phan_tram, cong: khong}
";
    let percent = |code: &str| Format::new().set_num_format(code);
    let bytes = workbook(|sheet| {
        for (column, heading) in (0..).zip(["Nội dung", "ĐVT", "2019", "2020"]) {
            sheet.write(0, column, heading).unwrap();
        }
        sheet.write(1, 0, "Kinh phí").unwrap();
        sheet.write(1, 1, "đồng").unwrap();
        sheet.write(1, 2, 1).unwrap();
        sheet.write(1, 3, 1_385_700_000.0).unwrap();
        sheet.write(2, 0, "Tỷ lệ hài lòng").unwrap();
        sheet.write_with_format(2, 3, 0.925, &percent("0.0%")).unwrap();
    });
    let desk = Desk::new()
        .file("data/don-vi/khoi.yml", UNITS)
        .file("data/chi-tieu/chung.yml", indicators)
        .file("data/ket-qua/2020.xlsx", bytes);
    let run = desk.run(&["check"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("ô C1: không đọc cột “2019”"), "{}", run.err);
    let sentence = r#"{{ so("kinh_phi") }} {{ so("kinh_phi") | tien }} {{ so("hai_long") | phan_tram }}"#;
    assert_eq!(said(&desk, sentence), "1.385,7 1 tỷ 385 triệu 700 nghìn đồng 92,5%");
    for (rows, said) in [
        ("Kinh phí;người;5", "số này ghi theo `người`, chỉ tiêu khai theo `triệu đồng`"),
        ("Kinh phí;;25%", "số này ghi theo `%`, chỉ tiêu khai theo `triệu đồng`"),
        ("Tỷ lệ hài lòng;;120%", "phần trăm phải từ 0 đến 100"),
        ("Tỷ lệ hài lòng;;0,25", "ô này không ghi dấu %, đã đọc là 0,25%"),
        ("Tỷ lệ hài lòng;;0,25", "[phan-tram]"),
    ] {
        let desk = Desk::new()
            .file("data/don-vi/khoi.yml", UNITS)
            .file("data/chi-tieu/chung.yml", indicators)
            .file("data/ket-qua/2020.csv", format!("Nội dung;ĐVT;Số\n{rows}\n"));
        let run = desk.run(&["check"]);
        assert!(run.err.contains(said), "{said}\n{}", run.err);
    }
    let desk = Desk::new()
        .file("data/chi-tieu/chung.yml", indicators)
        .file("data/ket-qua/2020.csv", "Nội dung;ĐVT;Năm 2019\nKinh phí;đồng;5\n");
    let run = desk.run(&["check"]);
    assert!(run.err.contains("giống nhất là hàng 1, còn thiếu cột “số”"), "{}", run.err);
}

/// A file and a folder of one year may hold one list twice.
#[test]
fn a_file_and_a_folder_of_one_year_are_told() {
    let csv = |name: &str| format!("Đơn vị;Tên mô hình;Lĩnh vực\nSYT;{name};Kinh tế\n");
    let desk = desk().file("data/mo-hinh/2020.csv", csv("Một")).file("data/mo-hinh/2020/a.csv", csv("Hai"));
    let run = desk.run(&["check"]);
    assert!(run.err.contains("năm 2020 có cả tệp lẫn thư mục, đã cộng cả hai"), "{}", run.err);
}

/// A row that was written by another machine is lost to none: each of these would
/// be left out as a heading, or printed as a name.
#[test]
fn rows_and_cells_of_another_program_are_refused() {
    for (row, place, headline) in [
        ("SYT;Hai;Kinh tế", ":3:", "hàng này ngăn ô bằng `;`, các hàng khác bằng `,`"),
        ("SYT,#REF!,Kinh tế", "", "#REF!"),
        ("SYT,nan,Kinh tế", "", "nan"),
        ("SYT,'5 không,Kinh tế", "", "ô bắt đầu bằng dấu ' của Excel"),
    ] {
        let csv = format!("Đơn vị,Tên mô hình,Lĩnh vực\nSYT,Một,Kinh tế\n{row}\nSYT,Ba,Kinh tế\n");
        let (_, run) = models(csv, "csv");
        assert_eq!(run.code, Some(1), "{row}: {}", run.err);
        assert!(
            run.err.contains(headline) && run.err.contains(&format!(".csv{place}")),
            "{row}: {}",
            run.err
        );
    }
    let (_, run) = models("Đơn vị,Tên mô hình,Lĩnh vực\nSYT,'5 không 3 sạch',Kinh tế\n", "csv");
    assert!(!run.err.contains("của Excel"), "a title between quotation marks: {}", run.err);
}
