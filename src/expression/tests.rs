//! The language of expressions, on a small data set.

use std::sync::Arc;

use super::{Evaluator, Scope};
use crate::dataset::gather;
use crate::diagnostic::{Lang, Report};
use crate::figures::Period;
use crate::workspace::Workspace;

/// The worked example of the repository.
fn evaluator(first: i32, last: i32) -> Evaluator {
    let workspace = Workspace::open(env!("CARGO_MANIFEST_DIR").as_ref(), None).unwrap();
    let mut report = Report::default();
    let data = Arc::new(gather(&workspace, &mut report).unwrap());
    assert!(!report.blocks(), "{:#?}", report.sorted());
    Evaluator::new(Scope {
        data,
        period: Period::new(first, last, None),
        today: "2020-12-31".parse().unwrap(),
        padded: true,
        blank: false,
        recognised: None,
    })
}

#[test]
fn words_for_figures() {
    let evaluator = evaluator(2016, 2020);
    for (expression, words) in [
        ("so('dang_ky')", "371"),
        ("so('cong_nhan')", "286"),
        ("so('cong_nhan', tu=2019, den=2020)", "139"),
        ("so('ty_le') | phan_tram", "77,1%"),
        ("so('dang_ky', nam=2016, linh_vuc='quoc_phong_an_ninh')", "04"),
        ("so('luot_nguoi')", "31.830"),
        ("so('kinh_phi', nam=2017)", "962,0"),
        ("so('kinh_phi')", "5.953,8"),
        ("so('luot_nguoi') | tren(1000)", "trên 31.000"),
        ("so('bai_viet', nam=2016) | thieu('chưa thống kê')", "chưa thống kê"),
        ("tang('dang_ky', nam=2020) | tang_giam('mô hình')", "tăng 09 mô hình"),
        ("toc_do_tang('dang_ky', nam=2020) | tang_giam", "tăng 11,0%"),
        ("'tăng' if so('dang_ky', nam=2020) > so('dang_ky', nam=2019) else 'giảm'", "tăng"),
        ("co_cau('dang_ky', 'linh_vuc').kinh_te | phan_tram", "18,6%"),
        // Of all that registered, not of those that got a rank: 166 of 371.
        ("co_cau('dang_ky', 'xep_loai').tot | phan_tram", "44,7%"),
        ("co_cau('bai_viet', 'nam')['2016'] | thieu('chưa thống kê')", "chưa thống kê"),
        ("ty_le('y_kien_da_giai_quyet', 'y_kien')", "94,5"),
        ("ky.tu ~ ' – ' ~ ky.den", "2016 – 2020"),
        ("ky.nhan", "giai đoạn 2016 – 2020"),
        ("so('cong_nhan', nam=2019) - so('cong_nhan', nam=2018)", "08"),
        ("1490000 | dong_bang_chu", "Một triệu bốn trăm chín mươi nghìn đồng"),
        ("'2020-03-09' | ngay_chu", "ngày 09 tháng 3 năm 2020"),
        ("'tăng' if so('ty_le', nam=2020) > so('ty_le', nam=2016) else 'giảm'", "tăng"),
        ("'đều' if tang_lien_tuc('cong_nhan') else 'không đều'", "đều"),
        ("'đều' if tang_lien_tuc('hoi_nghi') else 'không đều'", "không đều"),
        ("tien_do('ke-hoach/tra-giang-dan-van-2020.yml').muon", "02"),
        ("tien_do('ke-hoach/tra-giang-dan-van-2020.yml').qua_han", "01"),
        ("ten('SYT')", "Đảng bộ Sở Y tế"),
        ("['a', 'b', 'c'] | danh_sach", "a, b và c"),
    ] {
        assert_eq!(
            evaluator.words(expression).map_err(|fault| fault.message(Lang::Vi).headline),
            Ok(words.into()),
            "{expression}"
        );
    }
}

#[test]
fn what_cannot_be_said_is_refused() {
    let evaluator = evaluator(2016, 2020);
    for (expression, headline) in [
        ("so('dang_ki')", "không có số liệu nào tên là `dang_ki`"),
        ("so('dang_ky', lin_vuc='kinh_te')", "không có `lin_vuc`"),
        ("so('dang_ky', linh_vuc='kinh te')", "không có `kinh te`"),
        ("so('don_vi', nam=2016) | thieu('chưa thống kê')", "không có số liệu nào tên là `don_vi`"),
        // A condition that a function does not know would be ignored.
        ("so('dang_ky', lay=3)", "không có `lay`"),
        ("so('dang_ky', thap_nhat=true)", "không có `thap_nhat`"),
        ("mo_hinh(thap_nhat=true) | danh_sach", "không có `thap_nhat`"),
        ("tang('dang_ky', tu=2016, den=2020)", "không có `den`"),
        ("'x' if tang_lien_tuc('dang_ky', nam=2020) else 'y'", "không có `nam`"),
        ("so('dang_ky', nam=2019, tu=2016)", "không có `tu`"),
        ("so('dang_ky', tu=2020, den=2016)", "từ năm 2020 đến năm 2016 là đi ngược"),
        ("so('dang_ky', den=2031)", "năm 2031 nằm ngoài giai đoạn 2016 – 2020 và không có số liệu"),
        ("so('dang_ky', tieu_bieu='co')", "không có `co`"),
        ("xep_hang('dang_ky', 'don_vi', lay=-1) | danh_sach", "`-1` không phải số dùng được ở đây"),
        ("so('bai_viet', nam=2016)", "chưa có số liệu cho biểu thức này"),
        ("so('dang_ky') / 8", "số lẻ tính trong biểu thức không in được chính xác"),
        ("1 / 0", "phép chia cho 0"),
        ("1 // 0", "phép chia cho 0"),
        ("none - none", "chưa có số liệu cho biểu thức này"),
        ("so('bai_viet', nam=2016) + 1", "chưa có số liệu cho biểu thức này"),
        ("10 ** 30", "kết quả lớn quá, không ghi được"),
        ("10 ** 30 * 10 ** 30", "kết quả lớn quá, không ghi được"),
        ("79228162514264337593543950335 | gan(2)", "kết quả lớn quá, không ghi được"),
        ("so('ty_le') + 1", "chỉ cộng, trừ, so sánh được các số đếm với nhau"),
        ("so('dang_ky', nam=2031)", "năm 2031 nằm ngoài giai đoạn 2016 – 2020 và không có số liệu"),
        ("tien_do('ke-hoach/la.yml').muon", "không có kế hoạch `ke-hoach/la.yml` nào ghi hoạt động"),
        ("so('dang_ky') | nghinn", "không có `nghinn`"),
        ("dangky", "không có `dangky`"),
        ("xep_hang('cong_nhan', 'don_vi')", "biểu thức cho một danh sách"),
        ("1 == 1", "biểu thức không cho số hay chữ"),
        ("range(10)", "không có `range`"),
        ("so()", "thiếu hoặc thừa giá trị trong ngoặc"),
        ("so('luot_nguoi') | tren", "thiếu hoặc thừa giá trị trong ngoặc"),
        ("'x' * 1000000000", "biểu thức tính quá lâu"),
    ] {
        let fault = evaluator.words(expression).expect_err(expression);
        assert_eq!(fault.message(Lang::Vi).headline, headline, "{expression}");
    }
    assert!(evaluator.words("so('dang_ky'").is_err());
}

/// What is longer than an expression may be is not read at all; what is as long ends soon,
/// on the small stack of a test's thread.
#[test]
fn long_expressions_end() {
    let evaluator = evaluator(2016, 2020);
    for (part, last) in [
        ("-", "1"),
        ("1+", "1"),
        ("1~", "1"),
        ("1-", "1"),
        ("1<", "1"),
        ("1**", "1"),
        ("1//", "1"),
        ("not ", "1"),
        ("1 and ", "1"),
        ("1 if 1 else ", "1"),
        ("(", "1"),
        ("[", "]"),
        ("{1:", "}"),
        ("ten(", "'SYT')"),
        ("1|", "thieu"),
        ("'a'|thieu('')|", "thieu('')"),
        ("ky.", "nhan"),
        ("1 is ", "none"),
    ] {
        let long = |letters: usize| part.repeat((letters - last.len()) / part.len()) + last;
        let _ = evaluator.words(&long(2_000));
        let fault = evaluator.words(&long(40_000)).expect_err(part);
        assert_eq!(fault.message(Lang::Vi).headline, "biểu thức dài quá 2000 chữ", "{part}");
    }
    assert_eq!(evaluator.words(&format!("'{}'", "ơ".repeat(1_998))), Ok("ơ".repeat(1_998)));
}
