//! The five-year report of the example, its yearly report and its blank form:
//! the published sums stand in the tables, the sentences say the same.

use std::path::Path;

use vankien::pipeline::{Typeset, typeset};

use crate::desk::{Desk, SHORT};
use crate::text::letters_of_pdf;

fn report(name: &str) -> Typeset {
    typeset(Path::new(env!("CARGO_MANIFEST_DIR")), Path::new(&format!("data/bao-cao/{name}.yml")))
        .unwrap_or_else(|report| panic!("{:#?}", report.sorted()))
}

/// The cells of every row of every computed table, in order.
pub(crate) fn rows(source: &str) -> Vec<Vec<String>> {
    let rows =
        source.lines().filter_map(|line| line.trim().strip_prefix("(\"dam\": ")?.split_once("\"o\": ("));
    let cells = |row: &str| row.split('"').skip(1).step_by(2).map(String::from).collect();
    rows.map(|(_, row)| cells(row)).collect()
}

/// The published sums of the invented province, with the years they are made of.
#[test]
fn the_published_figures_stand_in_the_tables() {
    let report = report("tong-ket-2015-2020");
    let rows = rows(&report.source);
    for row in [
        "2016 | 58 | – | 41 | – | 70,7 | 03",
        "2017 | 66 | 08 | 49 | 08 | 74,2 | 04",
        "2018 | 74 | 08 | 57 | 08 | 77,0 | 05",
        "2019 | 82 | 08 | 65 | 08 | 79,3 | 06",
        "2020 | 91 | 09 | 74 | 09 | 81,3 | 08",
        "Cả giai đoạn | 371 | – | 286 | – | 77,1 | 26",
        "1 | Kinh tế | 69 | 18,6 | 54 | 18,9 | 78,3",
        " | Tổng cộng | 371 | 100,0 | 286 | 100,0 | 77,1",
        "1 | Tập thể | – | 36 | 42 | 48 | 54 | 61 | 241",
        "2 | Cá nhân | – | 05 | 07 | 09 | 11 | 13 | 45",
        "1 | Xuất sắc | – | 06 | 08 | 10 | 12 | 15 | 51",
        "2 | Tốt | – | 24 | 28 | 33 | 38 | 43 | 166",
        "3 | Khá | – | 11 | 13 | 14 | 15 | 16 | 69",
        "1 | Hội nghị tuyên truyền | cuộc | – | 96 | 104 | 118 | 131 | 112 | 561",
        "2 | Lượt người dự hội nghị | lượt | – | 5.420 | 6.015 | 6.870 | 7.345 | 6.180 | 31.830",
        "3 | Hội nghị đối thoại | cuộc | – | 44 | 47 | 52 | 56 | 49 | 248",
        "4 | Ý kiến tại hội nghị đối thoại | ý kiến | – | 312 | 341 | 388 | 402 | 365 | 1.808",
        " | Trong đó: đã giải quyết | ý kiến | – | 287 | 319 | 367 | 385 | 351 | 1.709",
        "5 | Lớp tập huấn | lớp | – | 02 | 02 | 03 | 03 | 02 | 12",
        "6 | Bài viết gửi dự thi | bài | – | – | 11 | 19 | 24 | 31 | 85",
        "7 | Kinh phí vận động | triệu đồng | – | 845,5 | 962,0 | 1.120,4 | 1.385,7 | 1.640,2 | 5.953,8",
        "8 | Ngày công vận động | ngày | – | 1.240 | 1.365 | 1.510 | 1.695 | 1.430 | 7.240",
        "9 | Cuộc kiểm tra | cuộc | – | 08 | 09 | 10 | 12 | 09 | 48",
        "1 | Giấy khen của Đảng ủy Khối – tập thể | giấy khen | – | 06 | 07 | 08 | 09 | 15 | 45",
        "2 | Giấy khen của Đảng ủy Khối – cá nhân | giấy khen | – | 08 | 09 | 10 | 12 | 20 | 59",
        "3 | Bằng khen cấp tỉnh – tập thể | bằng khen | – | 01 | 01 | 02 | 02 | 04 | 10",
        "4 | Bằng khen cấp tỉnh – cá nhân | bằng khen | – | 01 | 02 | 02 | 03 | 05 | 13",
    ] {
        assert!(rows.iter().any(|own| own.join(" | ") == row), "no row `{row}`");
    }
    // The whole list of units and its total, registered and recognised by year.
    let total = rows.iter().find(|row| row.len() == 16 && row[1] == "Tổng cộng").unwrap();
    assert_eq!(total[2..].join(" "), "– – 58 41 66 49 74 57 82 65 91 74 371 286");

    let printed = letters_of_pdf(&report.pages.pdf().unwrap());
    for sentence in [
        "đăngký371môhình",
        "côngnhận286môhình,đạt77,1%sốđăngký",
        "561hộinghịtuyêntruyềnvới31.830lượtngườidự",
        "tiếpnhận1.808ýkiến,đãgiảiquyết1.709ýkiến,đạt94,5%",
        "vậnđộngđược5.953,8triệuđồngvà7.240ngàycông",
        "tăng09môhình(tăng11,0%)",
        "xâydựnghệthốngchínhtrị(121);thấpnhấtlàquốcphòng–anninh(22)",
        "trong06côngviệccó03việchoànthànhđúnghạn,02việchoànthànhmuộn,01việcquáhạnchưaxong",
        "51môhìnhxuấtsắc(17,8%),166môhìnhtốt(58,1%)và69môhìnhkhá(24,1%)",
    ] {
        assert!(printed.contains(sentence), "{sentence}");
    }
    assert!((15..=25).contains(&report.pages.count()), "{} pages", report.pages.count());
}

/// The annexes lie on their side and repeat their heads; nothing leaves the page.
#[test]
fn wide_annexes_repeat_their_heads() {
    let pages = report("tong-ket-2015-2020").pages;
    let texts = pages.texts();
    let landscape: Vec<_> = pages
        .sizes()
        .iter()
        .zip(1..)
        .filter(|((width, height), _)| width > height)
        .map(|(_, page)| page)
        .collect();
    assert!(landscape.len() >= 5);
    let heads = texts.iter().filter(|text| text.text.trim() == "Cộng" && landscape.contains(&text.page));
    let pages_with_heads: std::collections::BTreeSet<_> = heads.map(|text| text.page).collect();
    assert!(pages_with_heads.len() >= 4, "{pages_with_heads:?}");
}

#[test]
fn the_yearly_report_is_the_same_text_over_one_year() {
    let report = report("nam-2019");
    let printed = letters_of_pdf(&report.pages.pdf().unwrap());
    assert!(printed.contains("đăngký82môhình"), "{printed}");
    assert!(printed.contains("Số44-BC/ĐUK"));
    assert!(printed.contains("tăng08môhình(tăng10,8%)"));
    // Parts that compare the years of a period are left out, and the plan of another year.
    for absent in ["doyêucầuhạnchế", "đượccôngnhậntheonăm", "LĨNHVỰCVÀNĂM", "kếhoạchnăm2020"]
    {
        assert!(!printed.contains(absent), "{absent}");
    }
    let rows = rows(&report.source);
    assert!(!rows.iter().any(|row| row[0] == "2019"));
}

/// Who is named as exemplary in the text stands in the list of them.
#[test]
fn exemplary_models_are_the_same_in_text_and_annex() {
    for name in ["tong-ket-2015-2020", "nam-2019"] {
        let report = report(name);
        let listed: Vec<_> = rows(&report.source).into_iter().filter(|row| row.len() == 7).collect();
        let named = report.source.lines().filter_map(|line| line.strip_prefix("#doan(\"Tiêu biểu "));
        let mut count = 0;
        for name in named.flat_map(|line| line.split('“').skip(1).filter_map(|rest| rest.split('”').next()))
        {
            count += 1;
            assert!(listed.iter().any(|row| row[3] == name), "{name}: {listed:#?}");
        }
        assert!(count > 1, "{name}");
    }
}

/// Every table and chart says where its figures come from; a date in a table
/// stands on one line.
#[test]
fn tables_name_their_source() {
    let report = report("tong-ket-2015-2020");
    let sources = report.source.lines().filter(|line| line.trim_start().starts_with("nguon: "));
    for (at, line) in sources.enumerate() {
        assert!(line.contains("Nguồn: "), "{at}: {line}");
    }
    for date in ["27/11/2020", "15/11/2020", "31/8/2020"] {
        assert!(report.pages.texts().iter().any(|text| text.text.trim() == date), "{date}");
    }
    assert!(!report.source.contains("(ngày 15/11/2020)"), "the deadline stands in its own column");
}

#[test]
fn the_blank_form_has_rows_and_no_figures() {
    let report = report("de-cuong");
    let rows = rows(&report.source);
    assert!(rows.len() > 50);
    for row in &rows {
        let figures = row.iter().skip(2).filter(|cell| cell.chars().any(|c| c.is_ascii_digit() || c == '–'));
        assert_eq!(figures.count(), 0, "{row:?}");
    }
    let printed = letters_of_pdf(&report.pages.pdf().unwrap());
    assert!(printed.contains("ĐỀCƯƠNGBÁOCÁOTỔNGKẾT05NĂM"), "{printed}");
    assert!(printed.contains("GIAIĐOẠN2015–2020"));
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The example in a folder of its own, to be changed.
pub(crate) fn example() -> Desk {
    let desk = Desk::new();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &desk.path("data"));
    desk
}

/// “05 năm” are six calendar years, the first of them half a year.
#[test]
fn six_columns_when_the_first_half_year_is_counted() {
    let fields =
        [("kinh_te", 4), ("van_hoa_xa_hoi", 6), ("quoc_phong_an_ninh", 2), ("he_thong_chinh_tri", 9)];
    let all = fields.iter().flat_map(|(field, count)| std::iter::repeat_n(field, *count));
    let model = |(at, field): (usize, &&str)| {
        let state = if at < 12 { "trang_thai: cong_nhan, diem: 80" } else { "trang_thai: cham_diem" };
        format!("  - {{don_vi: SYT, ten: Mô hình {at}, linh_vuc: {field}, {state}}}\n")
    };
    let models = format!("mo_hinh:\n{}", all.enumerate().map(model).collect::<String>());
    let desk = example().file("data/mo-hinh/2015.yml", models);
    let report = typeset(&desk.path(""), Path::new("data/bao-cao/tong-ket-2015-2020.yml"))
        .unwrap_or_else(|report| panic!("{:#?}", report.sorted()));
    let rows = rows(&report.source);
    for row in ["2015 | 21 | – | 12 | – | 57,1 | 0", "Cả giai đoạn | 392 | – | 298 | – | 76,0 | 26"]
    {
        assert!(rows.iter().any(|own| own.join(" | ") == row), "{row}");
    }
}

/// Every slip that the records can catch, with both places in the message.
#[test]
fn places_that_disagree_are_both_named() {
    for (file, from, to, said) in [
        ("data/ket-qua/2019.yml", "so: 385", "so: 455", "phần 455 lớn hơn tổng 402"),
        ("data/ket-qua/2019.yml", "mo_hinh_cong_nhan, so: 65", "mo_hinh_cong_nhan, so: 66", "đếm được 65"),
        ("data/ket-qua/2020.yml", "hoi_nghi, so: 112", "hoi_nghi, so: 113", "các phần cộng lại được 112"),
        ("data/mo-hinh/2019.yml", "ma: DVK-2019-002", "ma: DVK-2019-001", "mã `DVK-2019-001` đã dùng"),
        ("data/mo-hinh/2019.yml", "diem: 75}", "diem: \"74,75\"}", "được công nhận nhưng không đủ điểm"),
        ("data/mo-hinh/2020.yml", "diem: 75}", "diem: \"74,75\"}", "phiếu chấm cộng lại được 75"),
        (
            "data/mo-hinh/2019.yml",
            ", ly_do_doi_diem",
            ", ghi_chu",
            "chưa ghi lý do đổi điểm (`ly_do_doi_diem`)",
        ),
        (
            "data/don-vi/khoi-tra-giang.yml",
            "so_dang_vien: 38}",
            "so_dang_vien: 38, het_ngay: 2016-06-30}",
            "không có trong năm",
        ),
        (
            "data/bao-cao/tong-ket-2015-2020.yml",
            "ho_ten: Trần Thị B",
            "ho_ten: Nguyễn Văn A",
            "không có trong danh sách người ký",
        ),
        (
            "data/bao-cao/tong-ket-2015-2020.yml",
            "  tu: 2015",
            "  nhan: giai đoạn 2011 – 2015\n  tu: 2015",
            "không khớp với các năm",
        ),
        (
            "data/bao-cao/tong-ket-2015-2020.yml",
            "so(\\\"hoi_nghi\\\")",
            "so(\\\"hoi_ngh\\\")",
            "có phải là `hoi_nghi`?",
        ),
        ("data/ke-hoach/tra-giang-dan-van-2020.yml", "ngay: 2019-12-19", "ngay: 2019-12-20", ""),
    ] {
        let desk = example();
        let text = std::fs::read_to_string(desk.path(file)).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        let desk = desk.file(file, text.replacen(from, to, 1));
        let run = desk.run(&["check", "--quiet"]);
        if said.is_empty() {
            assert_eq!(
                (run.code, run.err.as_str()),
                (Some(0), ""),
                "another body's paper may bear that number"
            );
            continue;
        }
        assert_eq!(run.code, Some(1), "{said}\n{}", run.err);
        assert!(run.err.contains(said), "{said}\n{}", run.err);
    }
}

#[test]
fn one_paper_has_one_date() {
    let citing = |day: &str| {
        SHORT.replace("noi_dung:\n  - doan", &format!("can_cu:\n  van_ban:\n    - {{loai: Kế hoạch, so: 69-KH/BDVTU, ngay: {day}, co_quan: Ban Dân vận Tỉnh ủy, trich_yeu: về dân vận}}\nnoi_dung:\n  - doan"))
    };
    let desk = Desk::with_plan(&citing("2020-03-10")).file("data/thong-bao/hai.yml", citing("2020-03-11"));
    let run = desk.run(&["check", "--quiet"]);
    assert!(run.err.contains("cảnh báo[vien-dan-lech]: `69-KH/BDVTU`"), "{}", run.err);
    for place in ["data/ke-hoach/thu.yml:11", "data/thong-bao/hai.yml:11"] {
        assert!(run.err.contains(place), "{}", run.err);
    }
}

/// Names with signs that Typst, Jinja or Markdown could take for their own are
/// printed as they stand.
#[test]
fn values_with_markup_stay_text() {
    let name = r#"{{ 7 * 7 }} *sao* **đậm** # $ _ @ \ <b> 1. "kép" ]"#;
    let model = format!(
        "mo_hinh:\n  - {{don_vi: A, ten: '{name}', linh_vuc: kinh_te, trang_thai: cong_nhan, diem: 95, tieu_bieu: true}}\n"
    );
    let body = "so_lieu: {tu: 2020, den: 2020}\nnoi_dung:\n  - doan: \"{{ mo_hinh() | danh_sach }}\"\n  - de_muc:\n      ten: \"{{ mo_hinh() | danh_sach }}\"\n      noi_dung: |\n        {{ '# ' ~ '- ' ~ ten('A') }}\n  - bang_so_lieu: {hang: mo_hinh, cot: [ten]}\n";
    let plan = SHORT.replace("noi_dung:\n  - doan: Một đoạn văn.\n", body);
    assert_ne!(plan, SHORT);
    let desk = Desk::with_plan(&plan)
        .file("data/don-vi/a.yml", "don_vi:\n  - {ma: A, loai: doan_the, ten: Hội}\n")
        .file("data/mo-hinh/2020.yml", model);
    let printed = letters_of_pdf(&desk.typeset().pages.pdf().unwrap());
    let letters: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    assert_eq!(printed.matches(&letters).count(), 3, "{printed}");
    assert!(printed.contains("#-Hội"), "{printed}");
}

#[test]
fn the_calendar_lists_what_is_overdue() {
    let desk = example();
    let run = desk.run(&["lich", "--ngay", "2020-12-01", "--ics", "lich.ics"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.contains("QUÁ HẠN 16 ngày          Phát hành tập san"), "{}", run.out);
    assert!(run.out.contains("xong, muộn 10 ngày"), "{}", run.out);
    assert!(run.out.contains("xong, muộn 03 ngày"), "{}", run.out);
    assert!(run.out.contains("đã viết lich.ics; "), "{}", run.out);
    let ics = std::fs::read_to_string(desk.path("lich.ics")).unwrap();
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.ends_with("END:VCALENDAR\r\n"));
    assert!(ics.contains("DTSTART;VALUE=DATE:20201115"), "{ics}");
    // An entry takes the whole of its day, what is done reminds nobody, and no stamp is today's.
    assert!(!ics.contains("DTEND"), "{ics}");
    assert!(ics.contains("SUMMARY:Đã xong 29/5/2020: Các chi bộ"), "{ics}");
    let entries = |name: &str| ics.matches(&format!("BEGIN:{name}\r\n")).count();
    assert_eq!(entries("VEVENT") - entries("VALARM"), ics.matches("Đã xong").count());
    assert!(ics.lines().filter(|line| line.starts_with("DTSTAMP:")).all(|line| line.contains("T000000Z")));
    // The same plans give the same bytes, whenever they are read.
    desk.run(&["lich", "--ics", "hai.ics"]);
    assert_eq!(std::fs::read_to_string(desk.path("hai.ics")).unwrap(), ics);
    let run = desk.run(&["lich", "--ngay", "31/02/2020"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("lịch không có ngày `31/02/2020`"), "{}", run.err);
}

/// A plan that cannot be read is told; the others are listed.
#[test]
fn a_broken_plan_does_not_vanish_from_the_calendar() {
    let desk = example();
    let file = "data/ke-hoach/tra-giang-dan-van-2020.yml";
    let text = std::fs::read_to_string(desk.path(file)).unwrap();
    let desk = desk.file(file, text.replace("han: 5/2020", "han: 32/5/2020"));
    let run = desk.run(&["lich"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("lịch không có ngày `32/5/2020`"), "{}", run.err);
    assert!(run.out.contains("(ke-hoach/27-kh-duk-2020.yml:"), "{}", run.out);
    // The sound activities of that plan are there too.
    let all = text.matches("hoat_dong:").count();
    assert_eq!(run.out.matches("(ke-hoach/tra-giang-dan-van-2020.yml:").count(), all - 1, "{}", run.out);
}
