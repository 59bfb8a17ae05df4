//! From scores to ranks: exact decimals, exact boundaries, and a finding for every
//! score that breaks its rubric.

use std::path::Path;

use proptest::prelude::prop;
use proptest::test_runner::{Config, TestRunner};
use rust_decimal::Decimal;
use vankien::pipeline::typeset;
use vankien::records::{Evaluation, Rubric};

use crate::desk::{Desk, SHORT};

pub(crate) const RUBRIC: &str = "ten: Thang điểm
tu: 2020
tong_diem: 100
tu_cham: 90
cap_tren: 10
buoc: \"0,25\"
tieu_chi:
  - {ma: TC1, ten: Một, toi_da: 50}
  - {ma: TC2, ten: Hai, toi_da: 40, diem_liet: true}
  - {ma: TCX, ten: Cấp trên, toi_da: 10, nguoi_cham: cap_tren}
xep_loai:
  - {ma: xuat_sac, tu: 90}
  - {ma: tot, tu: 80}
  - {ma: kha, tu: 75}
";
pub(crate) const MODELS: &str = "mo_hinh:
  - {ma: M1, don_vi: A, ten: Một, linh_vuc: kinh_te, trang_thai: cham_diem}
";
pub(crate) const SCORES: &str = "danh_gia:
  - {mo_hinh: M1, tu_cham: {TC1: 45, TC2: 40}, cham: {TC1: 45, TC2: 40, TCX: 5}}
";
const LIST: &str = "so_lieu: {tu: 2020, den: 2020}
noi_dung:
  - bang_so_lieu: {hang: mo_hinh, cot: [ma, TC1, TCX, diem_tu_cham, diem, xep_loai]}
";

pub(crate) fn desk(rubric: &str, models: &str, scores: &str) -> Desk {
    Desk::with_plan(&SHORT.replace("noi_dung:\n  - doan: Một đoạn văn.\n", LIST))
        .file("data/don-vi/a.yml", "don_vi:\n  - {ma: A, loai: dang_bo_co_so, ten: Sở A}\n")
        .file("data/thang-diem/2020.yml", rubric)
        .file("data/mo-hinh/2020.yml", models)
        .file("data/danh-gia/2020.yml", scores)
}

pub(crate) fn row(desk: &Desk) -> String {
    crate::report::rows(&desk.typeset().source)[0].join(" | ")
}

/// “Từ … đến dưới …”: what is a quarter below a mark is below it.
#[test]
fn ranks_at_exact_boundaries() {
    for (given, total, rank) in [
        ("TC1: 50, TC2: 40, TCX: 10", "100", "Xuất sắc"),
        ("TC1: 45, TC2: 40, TCX: 5", "90", "Xuất sắc"),
        ("TC1: 45, TC2: 40, TCX: \"4,75\"", "89,75", "Tốt"),
        ("TC1: 40, TC2: 40, TCX: 0", "80", "Tốt"),
        ("TC1: \"39,75\", TC2: 40, TCX: 0", "79,75", "Khá"),
        ("TC1: 35, TC2: 40, TCX: 0", "75", "Khá"),
        ("TC1: \"34.75\", TC2: 40, TCX: 0", "74,75", "–"),
        ("TC1: 50, TC2: 0, TCX: 10", "60", "–"),
        ("TC1: 0, TC2: 0, TCX: 0", "0", "–"),
    ] {
        let scores = format!("danh_gia:\n  - {{mo_hinh: M1, cham: {{{given}}}}}\n");
        let row = row(&desk(RUBRIC, MODELS, &scores));
        assert!(row.ends_with(&format!("| {total} | {rank}")), "{given}: {row}");
    }
}

/// A criterion at zero that disqualifies, or the word of the committee.
#[test]
fn what_is_not_eligible_has_no_rank() {
    let zero = RUBRIC
        .replace("toi_da: 50", "toi_da: 95")
        .replace("toi_da: 40", "toi_da: 5")
        .replace("tong_diem: 100\ntu_cham: 90", "tong_diem: 110\ntu_cham: 100");
    let given = "danh_gia:\n  - {mo_hinh: M1, cham: {TC1: 95, TC2: 0, TCX: 0}}\n";
    assert!(row(&desk(&zero, MODELS, given)).ends_with("| 95 | –"));
    let refused = SCORES.replace(
        "cham: {TC1: 45, TC2: 40, TCX: 5}",
        "cham: {TC1: 45, TC2: 40, TCX: 5}, du_dieu_kien: false, ly_do: Nộp muộn",
    );
    assert!(row(&desk(RUBRIC, MODELS, &refused)).ends_with("| 90 | –"));
    assert_eq!(row(&desk(RUBRIC, MODELS, SCORES)), "1 | M1 | 45 | 5 | 85 | 90 | Xuất sắc");
}

#[test]
fn scores_that_break_the_rubric_name_both_places() {
    for (file, from, to, message, other) in [
        (
            "danh-gia",
            "TCX: 5",
            "TCX: 11",
            "lỗi[cham-diem]: điểm 11 ngoài khoảng từ 0 đến 10",
            "thang-diem/2020.yml:10",
        ),
        // The comma would end the value at 4, and 5 be a score of nothing.
        ("danh-gia", "TCX: 5", "TCX: 4,5", "dấu phẩy kết thúc giá trị: `5`", "danh-gia/2020.yml:2"),
        ("danh-gia", "TCX: 5", "TCX: -1", "điểm -1 ngoài khoảng", "thang-diem/2020.yml:10"),
        ("danh-gia", "TCX: 5", "TCX: \"5,1\"", "điểm 5,1 không phải bội của 0,25", "thang-diem/2020.yml:6"),
        ("danh-gia", "TCX: 5", "TCY: 5", "thang điểm không có tiêu chí `TCY`", "có phải là `TC1`?"),
        ("danh-gia", ", TCX: 5", "", "còn thiếu điểm của TCX", "ghi 0"),
        ("danh-gia", "TC2: 40}, ", "TC2: 40, TCX: 5}, ", "`TCX` do cấp trên chấm", "thang-diem/2020.yml:10"),
        ("danh-gia", "TC2: 40}, ", "TC2: 39}, ", "điểm `TC2` khác điểm tự chấm", "danh-gia/2020.yml:2"),
        (
            "danh-gia",
            "TCX: 5}",
            "TCX: 5}, du_dieu_kien: false",
            "không đủ điều kiện xếp loại mà chưa ghi",
            "ly_do",
        ),
        ("danh-gia", "M1", "M9", "năm 2020 không có mô hình `M9`", "có phải là `M1`?"),
        (
            "danh-gia",
            "danh_gia:\n",
            "danh_gia:\n  - {mo_hinh: m1, cham: {TC1: 1, TC2: 1, TCX: 1}}\n",
            "mô hình này đã có điểm",
            "danh-gia/2020.yml:2",
        ),
        ("mo-hinh", "cham_diem", "rut, ly_do: Bận", "mô hình đã rút mà vẫn có điểm", "mo-hinh/2020.yml:2"),
        (
            "mo-hinh",
            "cham_diem",
            "cham_diem, diem: \"89,5\"",
            "ghi 89,5 điểm, phiếu chấm cộng lại được 90",
            "danh-gia/2020.yml:2",
        ),
        (
            "mo-hinh",
            "mo_hinh:\n",
            "mo_hinh:\n  - {ma: M2, don_vi: A, ten: Hai, linh_vuc: kinh_te, trang_thai: cong_nhan}\n",
            "chưa có phiếu điểm",
            "danh-gia/2020.yml",
        ),
        (
            "danh-gia",
            "TCX: 5}",
            "TCX: 5}, tong_diem: 99",
            "ghi 99 điểm, phiếu chấm cộng lại được 90",
            "danh-gia/2020.yml:2",
        ),
        (
            "danh-gia",
            "TCX: 5}",
            "TCX: 5}, xep_loai: Tốt",
            "ghi xếp loại “Tốt”, điểm chấm được Xuất sắc",
            "danh-gia/2020.yml:2",
        ),
        (
            "thang-diem",
            "toi_da: 50",
            "toi_da: 51",
            "ghi 100 điểm, điểm tối đa của các tiêu chí cộng lại được 101",
            "thang-diem/2020.yml:8",
        ),
        ("thang-diem", "nguoi_cham: cap_tren", "nguoi_cham: don_vi", "ghi 90 điểm", "thang-diem/2020.yml:8"),
        ("thang-diem", "tu: 80", "tu: 90", "mức điểm phải giảm dần", "từ loại cao nhất"),
        ("thang-diem", "ma: TC2", "ma: TC1", "mã tiêu chí `TC1` đã dùng", "thang-diem/2020.yml:8"),
        (
            "thang-diem",
            "ma: tot",
            "ma: xuat_sac",
            "xếp loại `xuat_sac` ghi hai lần",
            "thang-diem/2020.yml:12",
        ),
        ("thang-diem", "ma: kha", "ma: khaa", "không có xếp loại `khaa`", "có phải là `kha`?"),
        ("thang-diem", "\"0,25\"", "0", "bước điểm phải lớn hơn 0", "0,25"),
        ("thang-diem", "tu: 2020", "tu: 2021", "năm 2020 chưa có thang điểm", "data/thang-diem/2020.yml"),
    ] {
        let put = |own: &str, text: &str| {
            let changed = text.replacen(from, to, 1);
            if own == file {
                assert_ne!(changed, text, "{from}");
                changed
            } else {
                text.into()
            }
        };
        let desk = desk(&put("thang-diem", RUBRIC), &put("mo-hinh", MODELS), &put("danh-gia", SCORES));
        let said = desk.run(&["check"]).err;
        assert!(said.contains(message), "{message}\n{said}");
        assert!(said.contains(other), "{other}\n{said}");
    }
}

/// What is missing or impossible is told once, and what only follows from it is not.
#[test]
fn one_mistake_of_a_score_is_told_once() {
    let recognised =
        "mo_hinh:\n  - {ma: M2, don_vi: A, ten: Hai, linh_vuc: kinh_te, trang_thai: cong_nhan}\n";
    for (file, from, to, rule) in [
        ("mo-hinh", "mo_hinh:\n", recognised, "cham-diem"),
        ("danh-gia", "TCX: 5", "TCX: 11", "cham-diem"),
        ("danh-gia", "TC2: 40, TCX", "TC2: 51, TCX", "cham-diem"),
        ("danh-gia", "TC2: 40, TCX", "TC2: \"40,1\", TCX", "cham-diem"),
        ("danh-gia", "TC2: 40}, ", "TC2: 51}, ", "cham-diem"),
        ("danh-gia", "TC2: 40, TCX", "TC2: 39, TCX", "cham-diem"),
    ] {
        let put = |own: &str, text: &str| if own == file { text.replacen(from, to, 1) } else { text.into() };
        let desk = desk(&put("thang-diem", RUBRIC), &put("mo-hinh", MODELS), &put("danh-gia", SCORES));
        let said = desk.run(&["check", "--quiet"]).err;
        assert_eq!((said.matches("lỗi[").count(), said.contains(rule)), (1, true), "{to}: {said}");
    }
}

/// Every message of this kind that a year's files can provoke at once, in both
/// languages.
#[test]
fn the_messages_in_both_languages() {
    let earlier = RUBRIC
        .replace("tu: 2020", "tu: 2010\nden: 2012")
        .replace("toi_da: 50", "toi_da: 51")
        .replace("tu: 80", "tu: 95")
        .replace("ma: tot", "ma: xuat_sac")
        .replace("ma: kha", "ma: khaa");
    let models = format!(
        "{MODELS}{}",
        "  - {ma: M2, don_vi: A, ten: Hai, linh_vuc: kinh_te, trang_thai: rut, ly_do: Bận}
  - {ma: M3, don_vi: A, ten: Ba, linh_vuc: kinh_te, trang_thai: cham_diem, diem: 70}
  - {ma: M4, don_vi: A, ten: Bốn, linh_vuc: kinh_te, trang_thai: cong_nhan}\n"
    );
    let scores = format!(
        "{SCORES}{}",
        "  - {mo_hinh: M1, cham: {TC1: 60, TC2: \"1,1\", TCX: 5}}
  - {mo_hinh: M2, tu_cham: {TC1: 1, TC2: 1, TCX: 1}, cham: {TC1: 1, TC2: 2, TCX: 1}}
  - {mo_hinh: M3, cham: {TC1: 45, TC2: 40}, du_dieu_kien: false}
  - {mo_hinh: M9, cham: {TC1: 45, TC2: 40, TCY: 5}}\n"
    );
    let desk = desk(RUBRIC, &models, &scores)
        .file("data/thang-diem/2010.yml", earlier)
        .file("data/danh-gia/2019.yml", "danh_gia: [{mo_hinh: M1}]\n");
    let (vi, en) = (desk.run(&["check"]), desk.run(&["check", "--lang", "en"]));
    assert_eq!((vi.code, en.code), (Some(1), Some(1)));
    insta::assert_snapshot!(format!("{}\n{}", vi.err, en.err));
}

/// Scores are not held against a rubric that must be mended first.
#[test]
fn a_mistake_of_the_rubric_is_told_alone() {
    let scores = SCORES.replace("TCX: 5", "TCX: 11");
    for (from, to) in [("toi_da: 50", "toi_da: 51"), ("ma: TC2", "ma: TC1"), ("ma: tot", "ma: xuat_sac")] {
        let said = desk(&RUBRIC.replacen(from, to, 1), MODELS, &scores).run(&["check"]).err;
        assert!(said.contains("[thang-diem]") && !said.contains("[cham-diem]"), "{to}: {said}");
    }
}

/// A cell of a sheet that is no score is told at its place, and once.
#[test]
fn a_cell_that_is_no_score_is_told_once() {
    let sheet = |fill: &dyn Fn(&mut rust_xlsxwriter::Worksheet)| {
        crate::sheets::workbook(|sheet| {
            for (column, heading) in (0..).zip(["Mô hình", "TC1 chấm", "TC2 chấm", "TCX chấm"]) {
                sheet.write(0, column, if column == 0 { "Mã mô hình" } else { heading }).unwrap();
            }
            sheet.write(1, 0, "M1").unwrap();
            for (column, score) in [(1, 45), (2, 40), (3, 5)] {
                sheet.write(1, column, score).unwrap();
            }
            fill(sheet);
        })
    };
    let said = |fill: &dyn Fn(&mut rust_xlsxwriter::Worksheet)| {
        let desk = desk(RUBRIC, MODELS, SCORES).file("data/danh-gia/2020.xlsx", sheet(fill));
        std::fs::remove_file(desk.path("data/danh-gia/2020.yml")).unwrap();
        desk.run(&["check", "--quiet"]).err
    };
    assert!(!said(&|_| {}).contains("lỗi["));
    let fault = said(&|sheet| {
        sheet.write(1, 1, "#REF!").unwrap();
    });
    assert!(fault.contains("ô B2: "), "{fault}");
    let day = said(&|sheet| {
        let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 5, 8).unwrap();
        let format = rust_xlsxwriter::Format::new().set_num_format("d-mmm");
        sheet.write_with_format(1, 1, &date, &format).unwrap();
    });
    assert!(day.contains("ô B2: ô cần số mà là ngày 08/5/2026") && day.contains("`8,5`"), "{day}");
    for said in [fault, day] {
        assert_eq!(said.matches("lỗi[").count(), 1, "{said}");
    }
}

#[test]
fn two_rubrics_for_one_year() {
    let desk = desk(RUBRIC, MODELS, SCORES).file("data/thang-diem/2021.yml", RUBRIC);
    let said = desk.run(&["check"]).err;
    assert!(said.contains("hai thang điểm cùng dùng cho một năm"), "{said}");
}

/// A registration after the deadline of the plan is told with both places.
#[test]
fn late_registration_is_told() {
    let plan = SHORT.replace(
        "  - doan: Một đoạn văn.\n",
        "  - hoat_dong: {han: 5/2020, viec: Các chi bộ đăng ký mô hình gửi Đảng ủy.}\n",
    );
    for (day, late) in [("2020-05-31", false), ("2020-06-01", true)] {
        let models = MODELS.replace("M1,", &format!("M1, ngay_dang_ky: {day},"));
        let said = desk(RUBRIC, &models, SCORES).file("data/ke-hoach/dang-ky.yml", &plan).run(&["check"]).err;
        let told = said.contains("lưu ý[dang-ky-muon]") && said.contains("data/ke-hoach/dang-ky.yml:10");
        assert_eq!(told, late, "{said}");
    }
}

/// Whatever the scores: the total is their sum, and no higher score ranks lower.
#[test]
fn totals_are_sums_and_ranks_are_monotone() {
    let rubric: Rubric = serde_yaml::from_str(RUBRIC).unwrap();
    let order = |score: Decimal| {
        let rank = rubric.rank(score);
        rank.map_or(usize::MAX, |rank| rubric.ranks.iter().position(|own| own.rank == rank).unwrap())
    };
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(
            &(prop::collection::vec(0..200_u32, 1..12), 0..=400_i64, 0..=400_i64),
            |(quarters, one, other)| {
                let score = |quarters: u32| format!("\"{},{:02}\"", quarters / 4, quarters % 4 * 25);
                let given: Vec<_> =
                    quarters.iter().enumerate().map(|(at, own)| format!("T{at}: {}", score(*own))).collect();
                let yaml = format!("mo_hinh: M\ncham: {{{}}}\n", given.join(", "));
                let own: Evaluation = serde_yaml::from_str(&yaml).unwrap();
                let sum = Decimal::from(quarters.iter().sum::<u32>()) / Decimal::from(4);
                proptest::prop_assert_eq!(own.total(), Some(sum));
                let (low, high) = (one.min(other), one.max(other));
                proptest::prop_assert!(order(Decimal::new(high * 25, 2)) <= order(Decimal::new(low * 25, 2)));
                Ok(())
            },
        )
        .unwrap();
}

/// One form a model, whole on its page; the votes are as many as those present.
#[test]
fn score_sheets_and_votes_of_the_example() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paper =
        |name: &str| typeset(root, Path::new(name)).unwrap_or_else(|report| panic!("{:#?}", report.sorted()));
    let submission = paper("data/to-trinh/tra-giang-cong-nhan-2020.yml");
    let texts = submission.pages.texts();
    let pages = |text: &str| -> Vec<usize> {
        texts.iter().filter(|run| run.text.trim().starts_with(text)).map(|run| run.page).collect()
    };
    let forms = pages("Phiếu chấm điểm mô hình");
    assert_eq!(forms.len(), 3, "SYT has three models");
    assert_eq!(forms, pages("Xếp loại:"), "each form is whole on its page");
    assert!(forms.windows(2).all(|pair| pair[0] < pair[1]), "{forms:?}");
    let rows = crate::report::rows(&submission.source);
    assert!(rows.iter().any(|row| row.len() == 15 && row.last().unwrap() == "Tốt"));
    let minutes = paper("data/bien-ban/tra-giang-hop-xet-2020.yml");
    assert_eq!(crate::report::rows(&minutes.source).len(), 91);
}
