//! Awards: within the authority of a level, for what was recognised, the money
//! exact; documents and indicators count them.

use std::path::Path;

use vankien::pipeline::typeset;

use crate::desk::{Desk, SHORT};

const AWARDS: &str = "khen_thuong:
  - {don_vi: A, mo_hinh: M1, hinh_thuc: giay_khen, cap: huyen_tuong_duong, quyet_dinh: {so: 5-QĐ/ĐUK, ngay: 2020-12-01}, he_so: \"1,5\"}
  - {don_vi: A, doi_tuong: ca_nhan, ca_nhan: {ho_ten: X Y}, ly_do: chi_dao, hinh_thuc: bang_khen, cap: tinh, quyet_dinh: {so: 9-QĐ/TU, ngay: 2019-06-30}, he_so: 1}
";

fn desk(awards: &str) -> Desk {
    let text = "so_lieu: {tu: 2020, den: 2020}\nnoi_dung:\n  - doan: \"Tặng {{ khen_thuong().so }}, tập thể {{ khen_thuong(hinh_thuc='giay_khen').tap_the }}, \
        tiền {{ khen_thuong().tien | dong }} ({{ khen_thuong(cap='huyen_tuong_duong').tien | dong_bang_chu }}); {{ so('gk') }}.\"\n";
    Desk::with_plan(&SHORT.replace("noi_dung:\n  - doan: Một đoạn văn.\n", text))
        .file("data/don-vi/a.yml", "don_vi:\n  - {ma: A, loai: dang_bo_co_so, ten: Sở A}\n  - {ma: B, loai: dang_bo_co_so, ten: Sở B}\n")
        .file(
            "data/mo-hinh/2020.yml",
            "mo_hinh:\n  - {ma: M1, don_vi: A, ten: Một, linh_vuc: kinh_te, trang_thai: cong_nhan}\n  - {ma: M2, don_vi: A, ten: Hai, linh_vuc: kinh_te}\n",
        )
        .file(
            "data/chi-tieu/a.yml",
            "chi_tieu:\n  - {ma: gk, ten: Giấy khen, don_vi_tinh: giấy, doi_chieu: {do: khen_thuong, hinh_thuc: giay_khen}}\n",
        )
        .file("data/khen-thuong/2020.yml", awards)
}

/// The base salary is that of the day of the decision, 1.490.000 or 1.390.000.
#[test]
fn money_is_exact_on_its_day() {
    let source = desk(AWARDS).typeset().source;
    assert!(
        source
            .contains("Tặng 02, tập thể 01, tiền 3.625.000 đồng (Hai triệu hai trăm ba mươi lăm nghìn đồng"),
        "{source}"
    );
    assert!(source.contains("); 01."), "an indicator need not be typed: {source}");
}

#[test]
fn what_may_not_be_awarded() {
    for (from, to, said) in [
        ("hinh_thuc: giay_khen", "hinh_thuc: bang_khen", "Cấp huyện và tương đương không tặng Bằng khen"),
        ("hinh_thuc: giay_khen", "hinh_thuc: giay_khenn", "có phải là `giay_khen`?"),
        ("cap: tinh", "cap: tin", "có phải là `tinh`?"),
        ("mo_hinh: M1", "mo_hinh: M2", "khen mô hình chưa được công nhận"),
        ("mo_hinh: M1", "mo_hinh: M9", "năm 2020 không có mô hình `M9`"),
        ("mo_hinh: M1, ", "", "khen về mô hình mà chưa ghi mô hình nào"),
        ("ngay: 2020-12-01", "ngay: 2012-12-01", "chưa tính được tiền thưởng"),
        ("doi_tuong: ca_nhan, ", "", "`doi_tuong` và `ca_nhan` không khớp"),
        ("don_vi: A, mo_hinh", "don_vi: Z, mo_hinh", "`Z`"),
        ("don_vi: A, mo_hinh", "don_vi: B, mo_hinh", "mô hình này là của đơn vị `A`"),
        ("he_so: \"1,5\"", "he_so: 0", "hệ số tiền thưởng phải lớn hơn 0"),
        ("he_so: \"1,5\"", "he_so: \"-2\"", "hệ số tiền thưởng phải lớn hơn 0"),
        (
            "khen_thuong:\n",
            "khen_thuong:\n  - {don_vi: A, mo_hinh: M1, hinh_thuc: giay_khen, cap: huyen_tuong_duong}\n",
            "đã có dòng khen này",
        ),
    ] {
        let text = AWARDS.replacen(from, to, 1);
        assert_ne!(text, AWARDS);
        let run = desk(&text).run(&["check"]);
        assert!(run.code == Some(1) && run.err.contains(said), "{said}: {}", run.err);
    }
    let typed =
        desk(AWARDS).file("data/ket-qua/2020.yml", "ket_qua:\n  - {chi_tieu: gk, so: 7}\n").run(&["check"]);
    assert!(typed.code == Some(1) && typed.err.contains("data/khen-thuong/2020.yml"), "{}", typed.err);
}

/// Rows of one decision agree on its day and on the money; none is before its model.
#[test]
fn rows_are_held_against_each_other() {
    let row = |model: u8, date: &str, coefficient: &str| {
        format!(
            "  - {{don_vi: A, mo_hinh: M{model}, hinh_thuc: giay_khen, cap: huyen_tuong_duong, \
             quyet_dinh: {{so: 5-QĐ/ĐUK, ngay: {date}}}, he_so: \"{coefficient}\"}}\n"
        )
    };
    let model = |at: u8| {
        format!(
            "  - {{ma: M{at}, don_vi: A, ten: Mô hình thứ {at}, linh_vuc: kinh_te, trang_thai: cong_nhan}}\n"
        )
    };
    let models = (1..=4).map(model).collect::<Vec<_>>().concat();
    for (day, coefficient, said) in [
        ("2020-12-01", "2", &[][..]),
        ("2020-12-01", "1,5", &["quyết định này, cùng hình thức, đều ghi hệ số 2"]),
        ("2020-12-01", "20", &["cao hơn mức cao nhất của Giấy khen: 2", "đều ghi hệ số 2"]),
        ("2020-12-02", "2", &["`5-QĐ/ĐUK` chỗ này ghi ngày 02/12/2020, chỗ khác ghi ngày 01/12/2020"]),
        (
            "2019-12-01",
            "2",
            &["khen ngày 01/12/2019, trước khi mô hình đăng ký", "chỗ này ghi ngày 01/12/2019"],
        ),
    ] {
        let rows = (2..=4).map(|at| row(at, "2020-12-01", "2")).collect::<Vec<_>>().concat();
        let awards = format!("khen_thuong:\n{}{rows}", row(1, day, coefficient));
        let desk = desk(&awards).file("data/mo-hinh/2020.yml", format!("mo_hinh:\n{models}"));
        let run = desk.run(&["check", "--quiet", "data/khen-thuong"]);
        let told = run.err.matches("cảnh báo[").count();
        assert!(run.code == Some(0) && told == said.len(), "{day} {coefficient}: {}", run.err);
        for words in said {
            assert!(run.err.contains(words) && run.err.contains("2020.yml:2:"), "{words}: {}", run.err);
        }
    }
}

/// The report counts the awards of 2020 from their list, and sheets hold them too.
#[test]
fn the_report_counts_the_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let report = typeset(root, Path::new("data/bao-cao/tong-ket-2015-2020.yml"))
        .unwrap_or_else(|found| panic!("{:#?}", found.sorted()));
    let rows = crate::report::rows(&report.source);
    let row = rows
        .iter()
        .find(|row| row.iter().any(|cell| cell.starts_with("Giấy khen của Đảng ủy Khối – tập thể")))
        .unwrap();
    assert!(row.contains(&"15".to_string()) && row.contains(&"45".to_string()), "{row:?}");
    let csv = "Đơn vị;Lý do;Mã mô hình;Hình thức;Cấp;Số quyết định;Ngày quyết định;Hệ số\nA;mô hình;M1;Giấy khen;Khối;5-QĐ/ĐUK;01/12/2020;1,5\n";
    let desk = desk(AWARDS).file("data/khen-thuong/2020.csv", csv);
    std::fs::remove_file(desk.path("data/khen-thuong/2020.yml")).unwrap();
    assert!(desk.typeset().source.contains("Tặng 01, tập thể 01, tiền 2.235.000 đồng"));
}
