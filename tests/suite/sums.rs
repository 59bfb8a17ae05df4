//! Whatever the units report, the parts of every table add up to its totals and
//! shares add to 100,0.

use proptest::prelude::{Strategy, prop};
use proptest::test_runner::{Config, TestRunner};

use crate::desk::{Desk, SHORT};
use crate::report::rows;

const FIELDS: [&str; 4] = ["kinh_te", "van_hoa_xa_hoi", "quoc_phong_an_ninh", "he_thong_chinh_tri"];
const YEARS: std::ops::RangeInclusive<usize> = 2018..=2020;
const TABLES: &str = "so_lieu: {tu: 2018, den: 2020}
noi_dung:
  - bang_so_lieu: {hang: linh_vuc, theo_nam: true, cot: [dang_ky, cong_nhan], ca_giai_doan: Cộng, tong: Tổng}
  - bang_so_lieu: {hang: don_vi, theo_nam: true, cot: [dang_ky, cong_nhan], ca_giai_doan: Cộng, tong: Tổng}
  - bang_so_lieu: {hang: xep_loai, theo_nam: true, cot: [dang_ky, cong_nhan], ca_giai_doan: Cộng, tong: Tổng}
  - bang_so_lieu: {hang: doi_tuong, theo_nam: true, cot: [dang_ky, cong_nhan], ca_giai_doan: Cộng, tong: Tổng}
  - bang_so_lieu: {hang: cum, theo_nam: true, cot: [dang_ky, cong_nhan], ca_giai_doan: Cộng, tong: Tổng}
  - bang_so_lieu: {hang: linh_vuc, cot: [{do: dang_ky, tinh: co_cau}, {do: cong_nhan, tinh: co_cau}], tong: Tổng}
";
const UNITS: &str = "don_vi:
  - {ma: A, loai: dang_bo_co_so, ten: Sở A, cum: Một}
  - {ma: A1, loai: chi_bo_truc_thuoc, ten: Phòng A, truc_thuoc: A}
  - {ma: B, loai: chi_bo_co_so, ten: Sở B, cum: Hai}
  - {ma: C, loai: chi_bo_co_so, ten: Sở C}
";

/// Year, unit, field, whether it is a person's, and the score, if it has one.
type Model = (usize, usize, usize, bool, Option<u32>);

fn models() -> impl Strategy<Value = Vec<Model>> {
    let model = (YEARS, 0..4_usize, 0..4_usize, prop::bool::ANY, prop::option::of(0..=400_u32));
    prop::collection::vec(model, 0..60)
}

fn desk(models: &[Model]) -> Desk {
    let mut desk = Desk::with_plan(&SHORT.replace("noi_dung:\n  - doan: Một đoạn văn.\n", TABLES))
        .file("data/don-vi/a.yml", UNITS);
    for year in YEARS {
        let rows: Vec<String> = models
            .iter()
            .enumerate()
            .filter(|(_, model)| model.0 == year)
            .map(|(at, (_, unit, field, person, score))| {
                let unit = ["A", "A1", "B", "C"][*unit];
                let person = if *person { ", doi_tuong: ca_nhan, ca_nhan: {ho_ten: X Y}" } else { "" };
                // The first list has no scores at all: its models have no rank.
                let score = score.filter(|_| year != *YEARS.start());
                let score = score.map(|score| (score, format!("{},{:02}", score / 4, score % 4 * 25)));
                let state = match score {
                    Some((quarters, score)) if quarters >= 300 => {
                        format!(", trang_thai: cong_nhan, diem: \"{score}\"")
                    }
                    Some((_, score)) => format!(", trang_thai: cham_diem, diem: \"{score}\""),
                    None if year == *YEARS.start() => ", trang_thai: cong_nhan".into(),
                    None => ", trang_thai: kiem_tra".into(),
                };
                let field = FIELDS[*field];
                format!("  - {{don_vi: {unit}, ten: Mô hình {at}, linh_vuc: {field}{person}{state}}}\n")
            })
            .collect();
        let list =
            if rows.is_empty() { "mo_hinh: []\n".into() } else { format!("mo_hinh:\n{}", rows.concat()) };
        desk = desk.file(&format!("data/mo-hinh/{year}.yml"), list);
    }
    desk
}

fn number(cell: &str) -> f64 {
    if cell == "–" { 0.0 } else { cell.replace('.', "").replace(',', ".").parse().unwrap() }
}

#[test]
fn parts_add_up() {
    let config = Config { cases: 24, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&models(), |models| {
            let all = rows(&desk(&models).typeset().source);
            let mut table: Vec<Vec<f64>> = Vec::new();
            let mut totals = 0;
            for row in &all {
                let figures: Vec<f64> = row[2..].iter().map(|cell| number(cell)).collect();
                if row[1] != "Tổng" {
                    table.push(figures);
                    continue;
                }
                totals += 1;
                for (column, total) in figures.iter().enumerate() {
                    let sum: f64 = table.iter().map(|row| row[column]).sum();
                    proptest::prop_assert!((sum - total).abs() < 1e-6, "column {} of {:?}", column, all);
                }
                if figures.len() == 8 {
                    for row in table.iter().chain([&figures]) {
                        for which in 0..2 {
                            let years: f64 = (0..3).map(|year| row[year * 2 + which]).sum();
                            proptest::prop_assert!((years - row[6 + which]).abs() < 1e-6, "{:?}", row);
                        }
                    }
                }
                table.clear();
            }
            proptest::prop_assert_eq!(totals, 6);
            Ok(())
        })
        .unwrap();
}
