//! One slip in the records is told once; what follows from it only hides it.

use crate::desk::Desk;

const RUBRIC: &str = "ten: Thang điểm
tu: 2020
tong_diem: 100
tu_cham: 90
cap_tren: 10
buoc: \"0,25\"
tieu_chi:
  - {ma: TC1, ten: Một, toi_da: 90}
  - {ma: TCX, ten: Cấp trên, toi_da: 10, nguoi_cham: cap_tren}
xep_loai:
  - {ma: tot, tu: 80}
  - {ma: kha, tu: 75}
";
const UNITS: &str = "don_vi:
  - {ma: A, loai: dang_bo_co_so, ten: Sở A}
  - {ma: B, loai: chi_bo_truc_thuoc, ten: Phòng B, truc_thuoc: A}
";
const MODELS: &str = "mo_hinh:
  - {ma: M1, don_vi: A, ten: Một, linh_vuc: kinh_te, trang_thai: cong_nhan, diem: 76}
  - {ma: M2, don_vi: A, ten: Hai, linh_vuc: kinh_te, trang_thai: cong_nhan}
  - {ma: M3, don_vi: B, ten: Ba, linh_vuc: kinh_te, trang_thai: cong_nhan}
";
const SCORES: &str = "danh_gia:
  - {mo_hinh: M1, cham: {TC1: 70, TCX: 6}, xep_loai: Khá}
  - {mo_hinh: M2, cham: {TC1: 80, TCX: 6}, xep_loai: Tốt}
  - {mo_hinh: M3, cham: {TC1: 80, TCX: 6}}
";
const AWARDS: &str = "khen_thuong:
  - {don_vi: A, mo_hinh: M2, hinh_thuc: giay_khen, cap: huyen_tuong_duong}
  - {don_vi: B, mo_hinh: M3, hinh_thuc: giay_khen, cap: huyen_tuong_duong}
";
const FILES: [(&str, &str); 5] = [
    ("data/don-vi/a.yml", UNITS),
    ("data/thang-diem/2020.yml", RUBRIC),
    ("data/mo-hinh/2020.yml", MODELS),
    ("data/danh-gia/2020.yml", SCORES),
    ("data/khen-thuong/2020.yml", AWARDS),
];

/// The headlines of what is told when one file has another text at one place.
fn told(file: &str, from: &str, to: &str) -> Vec<String> {
    let put = |desk: Desk, (name, text): (&str, &str)| {
        let changed = if name.contains(file) { text.replacen(from, to, 1) } else { text.into() };
        assert!(!name.contains(file) || from.is_empty() || changed != text, "{from}");
        desk.file(name, changed)
    };
    let said = FILES.into_iter().fold(Desk::new(), put).run(&["check"]).err;
    said.lines().filter(|line| line.starts_with("lỗi[")).map(Into::into).collect()
}

#[test]
fn one_slip_in_the_records_is_told_alone() {
    assert_eq!(told("mo-hinh", "", ""), [""; 0]);
    for (file, from, to, cause) in [
        // A whole file that cannot be read.
        ("mo-hinh", "diem: 76", "diem: 76,0", "dấu phẩy kết thúc giá trị: `0`"),
        ("mo-hinh", "cong_nhan", "cong_nham", "cong_nham"),
        ("mo-hinh", "mo_hinh:\n", "mo_hinh\n", "lỗi[yaml]"),
        ("thang-diem", "tu: 75", "tu: 74,75", "dấu phẩy kết thúc giá trị: `75`"),
        ("thang-diem", "tu: 2020", "tu:2020", "lỗi[yaml]"),
        ("danh-gia", "TC1: 70", "TC1: 70,5", "dấu phẩy kết thúc giá trị: `5`"),
        ("don-vi", "ma: A", "maa: A", "maa"),
        ("khen-thuong", "cap: ", "capp: ", "capp"),
        // One record that is left out.
        ("mo-hinh", "don_vi: A, ten: Hai", "don_vi: C, ten: Hai", "không có đơn vị `C`"),
    ] {
        let told = told(file, from, to);
        assert!(told.len() == 1 && told[0].contains(cause), "{file}, {to}: {told:#?}");
    }
}

/// What has nothing to do with the slip is told beside it.
#[test]
fn other_mistakes_are_told_beside_it() {
    let slips = |text: &str| {
        text.replace("don_vi: A, ten: Hai", "don_vi: C, ten: Hai").replace("mo_hinh: M1", "mo_hinh: M9")
    };
    let put = |desk: Desk, (name, text): (&str, &str)| desk.file(name, slips(text));
    let said = FILES.into_iter().fold(Desk::new(), put).run(&["check"]).err;
    for message in ["không có đơn vị `C`", "năm 2020 không có mô hình `M9`"] {
        assert!(said.contains(message), "{said}");
    }
    assert!(!said.contains("không có mô hình `M2`"), "{said}");
}
