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
        .file("data/don-vi/a.yml", "don_vi:\n  - {ma: A, loai: dang_bo_co_so, ten: Sở A}\n")
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
