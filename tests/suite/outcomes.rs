//! From scores and votes to the decision: what became of each model must be what they
//! say, and nobody falls out of the list unseen.

use crate::desk::{Desk, SHORT};
use crate::scores::RUBRIC;

const UNITS: &str = "don_vi:
  - {ma: A, loai: dang_bo_co_so, ten: Sở A, thu_tu: 1}
  - {ma: B, loai: chi_bo_co_so, ten: Sở B, thu_tu: 2}
";
const MODELS: &str = "mo_hinh:
  - {ma: M1, don_vi: A, ten: Một, linh_vuc: kinh_te, trang_thai: cong_nhan}
  - {ma: M2, don_vi: B, ten: Hai, linh_vuc: kinh_te, trang_thai: cong_nhan}
";
const SCORES: &str = "danh_gia:
  - {mo_hinh: M1, cham: {TC1: 45, TC2: 40, TCX: 5}, dong_y: 9, khong_dong_y: 0}
  - {mo_hinh: M2, cham: {TC1: 45, TC2: 30, TCX: 5}, dong_y: 5, khong_dong_y: 4}
";
const MINUTES: &str = "so_lieu: {tu: 2020, den: 2020}
noi_dung:
  - cuoc_hop:
      bat_dau: \"8:00\"
      ngay: 2020-11-26
      dia_diem: Hội trường
      chu_tri: Đồng chí Lê Văn C, Phó Bí thư
      trieu_tap: 10
      co_mat: 9
      vang_mat: [\"Huỳnh Văn E, đi công tác\"]
phu_luc:
  - ten: Phiếu
    noi_dung:
      - bang_so_lieu: {hang: mo_hinh, cot: [ma, ten, dong_y, khong_dong_y]}
";
const DECISION: &str = "so_lieu: {tu: 2020, den: 2020}
noi_dung:
  - dieu: {noi_dung: \"Công nhận {{ cong_nhan.so }} mô hình.\"}
phu_luc:
  - ten: Danh sách
    noi_dung:
      - danh_sach_cong_nhan:
          nhom: doi_tuong
";

/// The papers of a year: minutes and a numbered decision over these records.
fn year() -> Desk {
    let paper = |text: &str| {
        let (body, annex) = text.split_once("phu_luc:").unwrap();
        let body = SHORT.replace("noi_dung:\n  - doan: Một đoạn văn.\n", body);
        format!("{body}phu_luc:{annex}")
    };
    Desk::new()
        .file("data/don-vi/a.yml", UNITS)
        .file("data/thang-diem/2020.yml", RUBRIC)
        .file("data/mo-hinh/2020.yml", MODELS)
        .file("data/danh-gia/2020.yml", SCORES)
        .file("data/bien-ban/hop.yml", paper(MINUTES))
        .file("data/quyet-dinh/thu.yml", paper(DECISION))
}

/// What is said of the records and papers of a year, but that the list is not locked
/// and how bare the papers are.
fn said(desk: &Desk) -> String {
    let told = desk.run(&["check", "--quiet"]).err;
    let rules = ["[diem]", "[bieu-quyet]", "[danh-sach-cong-nhan]", "[cuoc-hop]", "[cham-diem]"];
    let heads = told.lines().filter(|line| rules.iter().any(|rule| line.contains(rule)));
    heads.flat_map(|line| [line, "\n"]).collect()
}

/// Each slip of the records is told once, at its own place; what is right is not.
#[test]
fn what_became_of_a_model_is_what_its_scores_and_votes_say() {
    const M1: &str = "Một, linh_vuc: kinh_te, trang_thai: cong_nhan";
    let refused = |reason: &str| {
        let state = format!("Một, linh_vuc: kinh_te, trang_thai: khong_cong_nhan, ly_do: {reason}");
        ("data/mo-hinh/2020.yml", M1, state)
    };
    let open = ("data/mo-hinh/2020.yml", M1, "Một, linh_vuc: kinh_te, trang_thai: cham_diem".to_string());
    let scores = |from: &'static str, to: &str| ("data/danh-gia/2020.yml", from, to.to_string());
    let voted_down = || scores("dong_y: 9, khong_dong_y: 0", "dong_y: 1, khong_dong_y: 8");
    let below = || scores("TC1: 45, TC2: 40, TCX: 5}, dong_y: 9", "TC1: 30, TC2: 40, TCX: 4}, dong_y: 9");
    let mark = ("data/thang-diem/2020.yml", "{ma: kha, tu: 75}", "{ma: kha, tu: 74}".to_string());
    let above = "không công nhận mà được 90 điểm (Xuất sắc)";
    let voted = "không công nhận mà được 90 điểm (Xuất sắc), 9 phiếu đồng ý, 0 phiếu không đồng ý";
    let undecided = "đã chấm, đã biểu quyết mà chưa ghi kết quả: M1, data/mo-hinh/2020.yml:2";
    for (changes, told) in [
        (vec![], None),
        (vec![refused("Chưa đạt 75 điểm")], Some(("lỗi[diem]", voted))),
        (vec![refused("Chưa đạt 75 điểm"), voted_down()], Some(("lỗi[diem]", above))),
        (vec![refused("Vi phạm kỷ luật sau cuộc họp")], Some(("cảnh báo[diem]", voted))),
        (vec![refused("Vi phạm kỷ luật"), voted_down()], None),
        // Fewer points than any rank asks for are those of one criterion.
        (vec![refused("Tiêu chí TC2 chưa đạt 20 điểm"), voted_down()], None),
        (vec![refused("Chưa đạt 75 điểm"), below()], None),
        // The mark was lowered after the model had been refused.
        (
            vec![refused("Chưa đạt 75 điểm"), below(), mark],
            Some(("cảnh báo[diem]", "không công nhận mà được 74 điểm (Khá)")),
        ),
        (vec![open.clone()], Some(("cảnh báo[danh-sach-cong-nhan]", undecided))),
        // Scored after the decision was signed, or not voted on: for a later one.
        (vec![open.clone(), scores("dong_y: 9, kh", "ngay_cham: 2021-12-30, dong_y: 9, kh")], None),
        (vec![open, scores(", dong_y: 9, khong_dong_y: 0", "")], None),
        (
            vec![scores(", dong_y: 9, khong_dong_y: 0", "")],
            Some(("lỗi[bieu-quyet]", "`M1` được công nhận mà chưa ghi số phiếu\n")),
        ),
        (
            vec![scores(", dong_y: 9, khong_dong_y: 0", ""), scores(", dong_y: 5, khong_dong_y: 4", "")],
            Some(("lỗi[bieu-quyet]", "chưa ghi số phiếu; 1 mô hình khác cũng thiếu\n")),
        ),
    ] {
        let mut desk = year();
        for (file, from, to) in &changes {
            let text = std::fs::read_to_string(desk.path(file)).unwrap();
            assert!(text.contains(from), "{from}");
            desk = desk.file(file, text.replacen(from, to, 1));
        }
        let said = said(&desk);
        let (head, text) = told.unwrap_or_default();
        assert_eq!(said.lines().count(), usize::from(told.is_some()), "{changes:?}: {said}");
        assert!(said.starts_with(head) && said.contains(text), "{changes:?}: {said}");
    }
}

/// Ranks without scores cannot be printed; a list that shows none needs none, and a year
/// without a rubric has none.
#[test]
fn a_list_with_ranks_needs_the_scores_of_its_year() {
    let unscored = || {
        let desk = year();
        std::fs::remove_file(desk.path("data/danh-gia/2020.yml")).unwrap();
        std::fs::remove_file(desk.path("data/bien-ban/hop.yml")).unwrap();
        desk
    };
    let columns = |columns: &str| {
        let desk = unscored();
        let text = std::fs::read_to_string(desk.path("data/quyet-dinh/thu.yml")).unwrap();
        desk.file("data/quyet-dinh/thu.yml", format!("{text}          cot: [{columns}]\n"))
    };
    let without_rubric = unscored();
    std::fs::remove_file(without_rubric.path("data/thang-diem/2020.yml")).unwrap();
    let told = "lỗi[diem]: 2 mô hình được công nhận chưa có điểm: năm 2020 có thang điểm";
    for (desk, told) in [
        (unscored(), told),
        (unscored().file("data/danh-gia/2020.yml", "danh_gia: []\n"), told),
        (unscored().file("data/danh-gia/2020.csv", "Mã mô hình,Tổng điểm\nM1,90\nM2,80\n"), told),
        (columns("don_vi, ten, xep_loai"), told),
        (columns("don_vi, ten, linh_vuc"), ""),
        (without_rubric, ""),
    ] {
        let said = said(&desk);
        assert!(said.contains(told) && said.is_empty() == told.is_empty(), "{said}");
    }
}

/// A signed list stays in the order in which it was signed.
#[test]
fn the_order_of_a_locked_list_is_kept() {
    let desk = year();
    let run = desk.run(&["chot", "data/quyet-dinh/thu.yml"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let said = |desk: &Desk| desk.run(&["check", "data/quyet-dinh", "--quiet"]).err;
    assert!(!said(&desk).contains("khoa-danh-sach"), "{}", said(&desk));
    let moved = "cảnh báo[khoa-danh-sach]: thứ tự khác lúc khóa: `M1` ở hàng 1, nay ở hàng 2";
    let desk = desk.file("data/don-vi/a.yml", UNITS.replace("thu_tu: 1", "thu_tu: 9"));
    assert!(said(&desk).contains(moved), "{}", said(&desk));
    let desk = desk.file("data/don-vi/a.yml", UNITS);
    let decision = std::fs::read_to_string(desk.path("data/quyet-dinh/thu.yml")).unwrap();
    let desk = desk.file("data/quyet-dinh/thu.yml", decision.replace("nhom: doi_tuong", "nhom: xep_loai"));
    let regrouped =
        "cảnh báo[khoa-danh-sach]: nhóm khác lúc khóa: khi ấy `nhom` là `doi_tuong`, nay là `xep_loai`";
    assert!(said(&desk).contains(regrouped), "the rows are in the same order: {}", said(&desk));
    // Older locks do not say how the rows were put together.
    let decision = std::fs::read_to_string(desk.path("data/quyet-dinh/thu.yml")).unwrap();
    assert!(decision.contains("nhom doi_tuong, M1 "), "{decision}");
    let desk = desk.file("data/quyet-dinh/thu.yml", decision.replace("nhom doi_tuong, ", ""));
    assert!(!said(&desk).contains("khoa-danh-sach"), "{}", said(&desk));
    let grouped = MODELS.replace("Một, linh_vuc: kinh_te", "Một, linh_vuc: van_hoa_xa_hoi");
    let desk = year().file("data/mo-hinh/2020.yml", grouped);
    assert_eq!(desk.run(&["chot", "data/quyet-dinh/thu.yml"]).code, Some(0));
    let decision = std::fs::read_to_string(desk.path("data/quyet-dinh/thu.yml")).unwrap();
    let desk = desk.file("data/quyet-dinh/thu.yml", decision.replace("nhom: doi_tuong", "nhom: linh_vuc"));
    assert!(said(&desk).contains("nay là `linh_vuc`"), "{}", said(&desk));
    let decision = std::fs::read_to_string(desk.path("data/quyet-dinh/thu.yml")).unwrap();
    let desk = desk.file("data/quyet-dinh/thu.yml", decision.replace("nhom doi_tuong, ", ""));
    assert!(said(&desk).contains(moved), "{}", said(&desk));
}

/// A table that shows places is in their order: ties share one, and what may not be
/// ranked has none. A score sheet says why.
#[test]
fn models_stand_in_the_order_of_their_places() {
    let model = |at: usize| {
        format!("  - {{ma: M{at}, don_vi: A, ten: Số {at}, linh_vuc: kinh_te, trang_thai: cham_diem}}\n")
    };
    let score = |(at, (tc1, tc2)): (usize, &(u32, u32))| {
        format!("  - {{mo_hinh: M{}, cham: {{TC1: {tc1}, TC2: {tc2}, TCX: 5}}}}\n", at + 1)
    };
    let scores = [(40, 30), (45, 40), (50, 0), (35, 35), (45, 40), (20, 10)];
    let plan = "so_lieu: {tu: 2020, den: 2020}
noi_dung:
  - bang_so_lieu: {hang: mo_hinh, cot: [ma, diem, thu_hang, xep_loai]}
  - phieu_cham_diem: {ten: Phiếu, mo_hinh: M3}
";
    let desk = Desk::with_plan(&SHORT.replace("noi_dung:\n  - doan: Một đoạn văn.\n", plan))
        .file("data/don-vi/a.yml", UNITS)
        .file("data/thang-diem/2020.yml", RUBRIC)
        .file("data/mo-hinh/2020.yml", format!("mo_hinh:\n{}", (1..=6).map(model).collect::<String>()))
        .file(
            "data/danh-gia/2020.yml",
            format!("danh_gia:\n{}", scores.iter().enumerate().map(score).collect::<String>()),
        );
    let source = desk.typeset().source;
    let rows: Vec<_> = crate::report::rows(&source).into_iter().take(6).map(|row| row.join(" | ")).collect();
    assert_eq!(
        rows,
        [
            "1 | M2 | 90 | 1 | Xuất sắc",
            "2 | M5 | 90 | 1 | Xuất sắc",
            "3 | M1 | 75 | 3 | Khá",
            "4 | M4 | 75 | 3 | Khá",
            "5 | M6 | 35 | 5 | –",
            "6 | M3 | 55 | – | –",
        ]
    );
    assert!(source.contains("tiêu chí “Hai” 0 điểm"), "{source}");
}

/// Minutes that contradict themselves; a reason that says nothing is none.
#[test]
fn odd_minutes_and_empty_reasons() {
    let minutes = "data/bien-ban/hop.yml";
    for (file, from, to, told) in [
        (
            minutes,
            "Huỳnh Văn E",
            "Đ/c Lê Văn C",
            "cảnh báo[cuoc-hop]: `Lê Văn C` ghi ở `chu_tri` lại ghi vắng mặt",
        ),
        (minutes, "Huỳnh Văn E", "Lê Văn C (Sở B)", ""),
        (minutes, "Huỳnh Văn E", "Lê Văn Cường", ""),
        (
            minutes,
            "trieu_tap: 10\n      co_mat: 9\n      vang_mat: [\"Huỳnh Văn E, đi công tác\"]",
            "trieu_tap: 18\n      co_mat: 9\n      vang_mat: [A, B, C, D, Đ, E, G, H, I]",
            "cảnh báo[bieu-quyet]: biểu quyết khi có mặt 9 trên 18 người được triệu tập",
        ),
        (
            "data/danh-gia/2020.yml",
            "M1, cham",
            "M1, ly_do_doi_diem: \"...\", tu_cham: {TC1: 46, TC2: 40}, cham",
            "lỗi[cham-diem]",
        ),
        (
            "data/danh-gia/2020.yml",
            "M1, cham",
            "M1, ly_do_doi_diem: Thiếu minh chứng, tu_cham: {TC1: 46, TC2: 40}, cham",
            "",
        ),
    ] {
        let desk = year();
        let text = std::fs::read_to_string(desk.path(file)).unwrap();
        assert!(text.contains(from), "{from}");
        let said = said(&desk.file(file, text.replacen(from, to, 1)));
        assert!(said.contains(told) && said.is_empty() == told.is_empty(), "{to}: {said}");
    }
}
