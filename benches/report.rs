//! How long the five-year report of a large Khối takes: 150 units, six years,
//! 300 models a year, indicators by unit. Run with `cargo bench --bench report`.

use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use vankien::output::Format;
use vankien::pipeline::{Request, run};

const UNITS: usize = 150;
const MODELS: usize = 300;
const RUNS: usize = 7;
const FIELDS: [&str; 4] = ["kinh_te", "van_hoa_xa_hoi", "quoc_phong_an_ninh", "he_thong_chinh_tri"];

fn main() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let root = folder.path();
    prepare(root)?;
    let request = Request {
        root: root.into(),
        only: vec![root.join("data/bao-cao/tong-ket-2015-2020.yml")],
        formats: vec![Format::Pdf],
        force: true,
        ..Request::default()
    };
    let mut times: Vec<_> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            let outcome = run(&request);
            assert_eq!(outcome.exit_code(), 0, "{:#?}", outcome.report.sorted());
            (start.elapsed(), outcome.built[0].pages)
        })
        .collect();
    let first = times[0];
    times.sort();
    let text = format!(
        "report, {UNITS} units × 6 years, {} pages: first {:?}, median {:?}\n",
        first.1,
        first.0,
        times[RUNS / 2].0
    );
    std::io::Write::write_all(&mut std::io::stdout(), text.as_bytes())
}

/// The example's own report and indicators over a large invented data set.
fn prepare(root: &Path) -> std::io::Result<()> {
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
    for at in 0..UNITS {
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
        for at in 0..MODELS {
            // Unevenly, so that the best units differ.
            let (unit, field, score) = ((at * at + at * 7 + year) % UNITS, FIELDS[at % 4], 60 + at % 40);
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
            for unit in 0..UNITS {
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
