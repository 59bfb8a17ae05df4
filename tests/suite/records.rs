//! Records that are at odds with each other, and files that nobody reads: each
//! is told once, where a person can mend it.

use crate::desk::{Desk, Run, SHORT};

const UNITS: &str = "don_vi:
  - {ma: A, loai: dang_bo_co_so, ten: Sở A}
  - {ma: B, loai: chi_bo_co_so, ten: Sở B}
";
const INDICATORS: &str = "chi_tieu:
  - {ma: lop, ten: Lớp tập huấn, don_vi_tinh: lớp}
  - {ma: dang_ky_bao, ten: Mô hình báo cáo, don_vi_tinh: mô hình, doi_chieu: {do: dang_ky}}
";

fn desk() -> Desk {
    Desk::new().file("data/don-vi/khoi.yml", UNITS).file("data/chi-tieu/chung.yml", INDICATORS)
}

fn list(year: i32) -> String {
    format!("mo_hinh:\n  - {{don_vi: A, ten: Mô hình {year}, linh_vuc: kinh_te}}\n")
}

fn check(desk: &Desk) -> Run {
    desk.run(&["check", "--quiet"])
}

fn told(run: &Run, text: &str) -> usize {
    run.err.matches(text).count()
}

/// A document over these years with one sentence.
fn speaking(desk: Desk, (from, until): (i32, i32), sentence: &str) -> Desk {
    let plan = SHORT.replace("Một đoạn văn.", &format!("'{sentence}'")).replace(
        "noi_dung:\n  - doan",
        &format!("so_lieu: {{tu: {from}, den: {until}}}\nnoi_dung:\n  - doan"),
    );
    desk.file("data/ke-hoach/thu.yml", plan)
}

#[test]
fn recognised_models_of_a_scored_list_have_a_score() {
    let models = "mo_hinh:
  - {don_vi: A, ten: Một, linh_vuc: kinh_te, trang_thai: cong_nhan, diem: 80}
  - {don_vi: A, ten: Hai, linh_vuc: kinh_te, trang_thai: cong_nhan}
";
    let run = check(&desk().file("data/mo-hinh/2020.yml", models));
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.err.contains("được công nhận mà chưa có điểm"), "{}", run.err);
    assert!(run.err.contains("data/mo-hinh/2020.yml:3:"), "{}", run.err);
    // A list without any scores has no ranks to be missing from.
    let run = check(&desk().file("data/mo-hinh/2020.yml", models.replace(", diem: 80", "")));
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn a_year_that_sums_lack_is_named() {
    let figures = |count: usize| format!("ket_qua:\n  - {{chi_tieu: lop, so: {count}}}\n");
    let both = desk().file("data/mo-hinh/2018.yml", list(2018)).file("data/mo-hinh/2020.yml", list(2020));
    let run =
        check(&both.file("data/ket-qua/2018.yml", figures(1)).file("data/ket-qua/2020.yml", figures(2)));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(told(&run, "không có danh sách mô hình năm 2019"), 1, "{}", run.err);
    assert_eq!(told(&run, "[thieu-nam]: không có số liệu năm 2019"), 1, "{}", run.err);

    let stated = "ket_qua:\n  - {chi_tieu: dang_ky_bao, so: 5}\n  - {chi_tieu: lop, so: 1}\n";
    let run = check(
        &desk()
            .file("data/mo-hinh/2019.yml", list(2019))
            .file("data/ket-qua/2018.yml", stated)
            .file("data/ket-qua/2019.yml", "ket_qua:\n  - {chi_tieu: dang_ky_bao, so: 1}\n"),
    );
    assert!(run.err.contains("không có danh sách mô hình năm 2018"), "{}", run.err);
    assert!(run.err.contains("data/ket-qua/2018.yml:2:"), "{}", run.err);
    assert!(run.err.contains("“Lớp tập huấn” chưa có số năm 2019"), "{}", run.err);
}

#[test]
fn files_that_nobody_reads_are_named() {
    let desk = desk()
        .file("data/mo-hinh/2020.yml", list(2020))
        .file("data/mo-hinh/2020.docx", "x")
        .file("data/don-vi/them.xlsx", "x")
        .file("data/danh-sach.csv", "x")
        .file("data/mo_hinh/2019.xlsx", "x")
        .file("data/mo-hinh/quet.pdf", "x")
        .file("data/mo-hinh/2019.yml.goc", "x");
    let run = check(&desk);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(told(&run, "tệp này không được đọc"), 4, "{}", run.err);
    for name in ["2020.docx", "them.xlsx", "danh-sach.csv", "mo_hinh/2019.xlsx"] {
        assert!(run.err.contains(name), "{name}\n{}", run.err);
    }
}

/// A row that was refused is in no sum, so no sum is held against it; a broken
/// list of units does not make every unit unknown.
#[test]
fn one_fault_is_not_told_as_many() {
    let stated = "ket_qua:\n  - {chi_tieu: dang_ky_bao, so: 2}\n";
    let csv = "Đơn vị;Tên mô hình;Lĩnh vực;Điểm\nA;Một;Kinh tế;80\nA;Hai;Kinh tế;tám\nX;Ba;Kinh tế;80\n";
    let desk = desk().file("data/mo-hinh/2020.csv", csv).file("data/ket-qua/2020.yml", stated);
    let run = check(&desk);
    assert!(run.err.contains("ô D3: `tám` không phải số"), "{}", run.err);
    // The other rows are looked at all the same.
    assert!(run.err.contains("ô A4: không có đơn vị `X`"), "{}", run.err);
    assert_eq!(told(&run, "đếm được"), 0, "{}", run.err);

    let desk = desk.file("data/don-vi/khoi.yml", UNITS.replace("chi_bo_co_so", "chi_bo_co_s"));
    let run = check(&desk);
    assert_eq!(told(&run, "không có đơn vị"), 0, "{}", run.err);
    assert!(run.err.contains("chi_bo_co_s"), "{}", run.err);
}

#[test]
fn a_list_sent_twice_is_one_finding() {
    let rows = (0..8).fold(String::new(), |rows, at| rows + &format!("A;Mô hình {at};Kinh tế\n"));
    let csv = format!("Đơn vị;Tên mô hình;Lĩnh vực\n{rows}");
    let stated = "ket_qua:\n  - {chi_tieu: dang_ky_bao, so: 8}\n";
    let desk = desk()
        .file("data/mo-hinh/2020/mot.csv", &csv)
        .file("data/mo-hinh/2020/hai.csv", &csv)
        .file("data/ket-qua/2020.yml", stated);
    let run = check(&desk);
    assert_eq!((run.code, told(&run, "lỗi[")), (Some(1), 1), "{}", run.err);
    assert!(run.err.contains("8 hàng của tệp này đã có trong data/mo-hinh/2020/hai.csv"), "{}", run.err);
}

/// A cluster written in two ways would be two in tables; a unit has one code; times
/// do not run backwards.
#[test]
fn clusters_names_and_terms() {
    let units = |cluster: &str, name: &str| {
        format!(
            "don_vi:\n  - {{ma: A, loai: dang_bo_co_so, ten: Sở A, cum: Các cơ quan Đảng}}\n  - {{ma: B, loai: dang_bo_co_so, ten: Sở B, cum: Các cơ quan Đảng}}\n  \
             - {{ma: C, loai: dang_bo_co_so, ten: {name}, cum: {cluster}}}\n"
        )
    };
    let body = |first: &str, next: &str, signer: &str| {
        format!(
            "ma: duk\nten: Đảng ủy Khối\nky_hieu: ĐUK\nnhiem_ky:\n  - {{nhan: 2015 – 2020, tu: 2015-07-15, den: {first}}}\n  \
             - {{nhan: 2020 – 2025, tu: {next}}}\nnguoi_ky:\n  - {{ho_ten: Lê Văn C, chuc_vu: Bí thư, tu: 2015-07-15{signer}}}\n"
        )
    };
    for (cluster, name, [first, next], signer, said) in [
        ("Các cơ quan Đảng", "Sở C", ["2020-07-20", "2020-07-21"], ", den: 2018-06-30", None),
        ("Các sở ngành", "Sở C", ["2020-07-20", "2020-07-28"], "", None),
        ("Các cơ quan đảng", "Sở C", ["2020-07-20", "2020-07-21"], "", Some("gan-giong")),
        ("Các cơ quan Đảgn", "Sở C", ["2020-07-20", "2020-07-21"], "", Some("gan-giong")),
        ("Các cơ quan Đảng", "Sở A", ["2020-07-20", "2020-07-21"], "", Some("ma-trung")),
        ("Các cơ quan Đảng", "sở  A", ["2020-07-20", "2020-07-21"], "", Some("ma-trung")),
        ("Các cơ quan Đảng", "Sở Á", ["2020-07-20", "2020-07-21"], "", None),
        ("Các cơ quan Đảng", "Sở C", ["2020-07-20", "2021-07-21"], "", Some("don-vi")),
        ("Các cơ quan Đảng", "Sở C", ["2021-07-20", "2020-07-21"], "", Some("don-vi")),
        ("Các cơ quan Đảng", "Sở C", ["2020-07-20", "2025-07-21"], "", None),
        ("Các cơ quan Đảng", "Sở C", ["2020-07-20", "2020-07-21"], ", den: 2012-06-30", Some("don-vi")),
    ] {
        let desk = Desk::new()
            .file("data/don-vi/a.yml", units(cluster, name))
            .file("data/to-chuc/duk.yml", body(first, next, signer));
        let err = desk.run(&["check", "--quiet"]).err;
        let told: Vec<_> = said.map(|rule| format!("[{rule}]")).into_iter().collect();
        assert_eq!(err.matches("]: ").count(), told.len(), "{err}");
        assert!(told.iter().all(|rule| err.contains(rule)), "{told:?}: {err}");
    }
}

/// `CB1-1` is not `CB11`, nor `Thạnh Phú` `Thành Phú`: a name means the record that is
/// written so, and a record with other marks only where no second one has its letters.
#[test]
fn a_name_means_one_record() {
    const UNITS: &str = "don_vi:\n  - {ma: CB1-1, loai: chi_bo_co_so, ten: Ấp Đông}\n  - {ma: CB11, loai: chi_bo_co_so, ten: Ấp Tây}\n  \
        - {ma: P1, loai: chi_bo_co_so, ten: Ấp Thạnh Phú}\n  - {ma: P2, loai: dang_bo_co_so, ten: Ấp Thành Phú}\n";
    for (unit, means) in [
        ("CB11", Some("Ấp Tây")),
        ("CB1-1", Some("Ấp Đông")),
        ("cb1-1", Some("Ấp Đông")),
        ("Ấp Thành Phú", Some("Ấp Thành Phú")),
        ("ấp Thạnh Phú", Some("Ấp Thạnh Phú")),
        ("Ap Tay", Some("Ấp Tây")),
        ("Ap Thanh Phu", None),
        ("CB-11", None),
    ] {
        let models = format!("mo_hinh:\n  - {{don_vi: {unit}, ten: Cổng xanh, linh_vuc: kinh_te}}\n");
        let desk = desk().file("data/don-vi/khoi.yml", UNITS).file("data/mo-hinh/2020.yml", models);
        let table = "Một đoạn văn.\n  - bang_so_lieu: {hang: mo_hinh, cot: [cua, ten]}";
        let plan = SHORT
            .replace("Một đoạn văn.", table)
            .replace("noi_dung:\n", "so_lieu: {tu: 2020, den: 2020}\nnoi_dung:\n");
        let desk = desk.file("data/ke-hoach/thu.yml", plan);
        let run = desk.run(&["build", "--format", "typ"]);
        let made = std::fs::read_to_string(desk.path("output/ke-hoach/thu.typ")).unwrap_or_default();
        assert!(means.is_none_or(|name| made.contains(name)), "{unit}: {made}{}", run.err);
        assert_eq!(run.err.contains("ghi mã thay cho tên"), means.is_none(), "{unit}: {}", run.err);
    }
}

#[test]
fn units_dates_and_figures_that_cannot_be() {
    for (file, text, said) in [
        (
            "don-vi/x.yml",
            "don_vi:\n  - {ma: X, loai: chi_bo_co_so, ten: X, nhap_vao: X, het_ngay: 2020-06-30}\n",
            "chính mình",
        ),
        (
            "mo-hinh/2020.yml",
            "mo_hinh:\n  - {don_vi: A, ten: M, linh_vuc: kinh_te, ngay_dang_ky: 2017-05-17}\n",
            "ngày đăng ký 17/5/2017 không thuộc năm 2020",
        ),
        (
            "mo-hinh/2020.yml",
            "mo_hinh:\n  - {don_vi: A, ten: M, linh_vuc: kinh_te, tinh_trang: duy_tri, nam_dau: 17}\n",
            "không thể bắt đầu từ năm 17",
        ),
        ("ket-qua/2020.yml", "ket_qua:\n  - {chi_tieu: lop, so: -9}\n", "số không thể âm"),
        (
            "ket-qua/2020.yml",
            "ket_qua:\n  - {chi_tieu: lop, so: \"9,5\"}\n",
            "chỉ tiêu đếm phải là số nguyên",
        ),
    ] {
        let run = check(&desk().file(&format!("data/{file}"), text));
        assert!(run.err.contains(said), "{said}\n{}", run.err);
    }
}

#[test]
fn a_period_without_figures_is_one_finding() {
    let desk = speaking(
        desk().file("data/mo-hinh/2020.yml", list(2020)),
        (2021, 2021),
        "{{ so(\"dang_ky\") }} {{ so(\"cong_nhan\") }}",
    );
    let run = check(&desk);
    assert_eq!((run.code, told(&run, "lỗi[")), (Some(1), 1), "{}", run.err);
    assert!(run.err.contains("`data/` không có số liệu nào của 2021"), "{}", run.err);
    assert!(run.err.contains("các năm đã có: 2020"), "{}", run.err);
}

/// The place of a faulty expression is the expression, also where YAML escapes
/// the quotes in it; statements are refused.
#[test]
fn the_expression_that_fails_is_marked() {
    let desk = speaking(desk().file("data/mo-hinh/2020.yml", list(2020)), (2020, 2020), "x");
    let text = std::fs::read_to_string(desk.path("data/ke-hoach/thu.yml")).unwrap();
    let said = r#""Có {{ so(\"dang_ky\") }}, rồi {{ so(\"cong_nhn\") }}.""#;
    let desk = desk.file("data/ke-hoach/thu.yml", text.replace("'x'", said));
    let run = check(&desk);
    let line = run.err.lines().find(|line| line.contains("^^^")).unwrap_or_default();
    let marked = line.chars().filter(|c| *c == '^').count();
    assert_eq!(marked, r#"{{ so(\"cong_nhn\") }}"#.len(), "{}", run.err);

    let desk = desk.file("data/ke-hoach/thu.yml", text.replace("'x'", "'{% for x in [1] %}a{% endfor %}'"));
    assert!(check(&desk).err.contains("`{% … %}` không dùng được trong văn bản"));
}

/// All that tie with the last are in a ranking; a unit that did not work all the
/// time is not among the weakest.
#[test]
fn rankings_are_fair() {
    let units = "don_vi:
  - {ma: A, loai: chi_bo_co_so, ten: Sở A}
  - {ma: B, loai: chi_bo_co_so, ten: Sở B}
  - {ma: C, loai: chi_bo_co_so, ten: Sở C}
  - {ma: D, loai: chi_bo_co_so, ten: Sở D, lap_ngay: 2020-06-01}
  - {ma: E, loai: chi_bo_co_so, ten: Sở E, het_ngay: 2020-06-30, nhap_vao: A}
";
    let models = "mo_hinh:
  - {don_vi: A, ten: Một, linh_vuc: kinh_te}
  - {don_vi: A, ten: Hai, linh_vuc: kinh_te}
  - {don_vi: B, ten: Ba, linh_vuc: kinh_te}
  - {don_vi: C, ten: Bốn, linh_vuc: kinh_te}
";
    let sentence = r#"{{ xep_hang("dang_ky", "don_vi", lay=2) | danh_sach }}; {{ xep_hang("dang_ky", "don_vi", lay=1, thap_nhat=true) | danh_sach }}"#;
    let desk = desk().file("data/don-vi/khoi.yml", units).file("data/mo-hinh/2020.yml", models);
    let source = speaking(desk, (2020, 2020), sentence).typeset().source;
    let best = "Chi bộ Sở A (02), Chi bộ Sở B (01) và Chi bộ Sở C (01)";
    let weakest = "Chi bộ Sở B (01) và Chi bộ Sở C (01)";
    assert!(source.contains(&format!("{best}; {weakest}")), "{source}");
}
