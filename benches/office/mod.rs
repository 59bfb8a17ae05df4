//! In: how large an office. Out: a workspace with its five-year report, for the
//! benchmarks that make it.

use std::fmt::Write;
use std::path::Path;

const FIELDS: [&str; 4] = ["kinh_te", "van_hoa_xa_hoi", "quoc_phong_an_ninh", "he_thong_chinh_tri"];

/// The report.
pub(crate) const REPORT: &str = "data/bao-cao/tong-ket-2015-2020.yml";

/// The example's own report and indicators over an invented data set of so many units, and
/// models a year.
pub(crate) fn prepare(root: &Path, units: usize, models: usize) -> std::io::Result<()> {
    let (count, a_year) = (units, models);
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let data = root.join("data");
    for folder in ["bao-cao", "ke-hoach", "don-vi", "mo-hinh", "ket-qua", "chi-tieu"] {
        std::fs::create_dir_all(data.join(folder))?;
    }
    for file in
        ["bao-cao/tong-ket-2015-2020.yml", "ke-hoach/tra-giang-dan-van-2020.yml", "chi-tieu/dan-van-kheo.yml"]
    {
        std::fs::copy(example.join(file), data.join(file))?;
    }
    let mut units = String::from("don_vi:\n");
    for at in 0..count {
        let kind = if at % 2 == 0 { "dang_bo_co_so" } else { "chi_bo_co_so" };
        // Writing to a string cannot fail.
        let _ = writeln!(
            units,
            "  - {{ma: U{at}, loai: {kind}, ten: Cơ quan tổng hợp số {at} tỉnh, cum: Cụm {}, so_dang_vien: 30}}",
            at % 8
        );
    }
    std::fs::write(data.join("don-vi/a.yml"), units)?;
    for year in 2015..=2020 {
        let mut models = String::from("mo_hinh:\n");
        for at in 0..a_year {
            // Unevenly, so that the best units differ.
            let (unit, field, score) = ((at * at + at * 7 + year) % count, FIELDS[at % 4], 60 + at % 40);
            let state = if score >= 75 { "cong_nhan" } else { "cham_diem" };
            let _ = writeln!(
                models,
                "  - {{don_vi: U{unit}, ten: Mô hình số {at}, linh_vuc: {field}, trang_thai: {state}, diem: {score}}}"
            );
        }
        std::fs::write(data.join(format!("mo-hinh/{year}.yml")), models)?;
        let mut figures = String::from("ket_qua:\n");
        let indicators = [
            "hoi_nghi",
            "luot_nguoi",
            "doi_thoai",
            "y_kien",
            "tap_huan",
            "bai_viet",
            "kinh_phi",
            "ngay_cong",
            "kiem_tra",
        ];
        for indicator in indicators {
            for unit in 0..count {
                let _ =
                    writeln!(figures, "  - {{chi_tieu: {indicator}, don_vi: U{unit}, so: {}}}", unit % 9 + 1);
            }
        }
        for indicator in [
            "y_kien_da_giai_quyet",
            "giay_khen_tap_the",
            "giay_khen_ca_nhan",
            "bang_khen_tap_the",
            "bang_khen_ca_nhan",
        ] {
            let _ = writeln!(figures, "  - {{chi_tieu: {indicator}, so: 3}}");
        }
        std::fs::write(data.join(format!("ket-qua/{year}.yml")), figures)?;
    }
    Ok(())
}
