//! The votes of a meeting, and models recognised against them or below the mark.

use std::path::Path;

use crate::desk::Desk;
use crate::scores::{MODELS, RUBRIC, SCORES, desk};

/// One wrong number of those who attended is one mistake.
#[test]
fn votes_that_all_differ_are_told_once() {
    let own = |name: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let minutes = "data/bien-ban/tra-giang-hop-xet-2020.yml";
    let names = [
        "data/don-vi/khoi-tra-giang.yml",
        "data/mo-hinh/2020.yml",
        "data/thang-diem/2016.yml",
        "data/danh-gia/2020.yml",
    ];
    let desk = names.iter().fold(Desk::new(), |desk, name| desk.file(name, own(name)));
    let desk = desk.file(minutes, own(minutes).replace("co_mat: 9", "co_mat: 8"));
    let said = desk.run(&["check", "--quiet"]).err;
    assert_eq!(said.matches("[bieu-quyet]").count(), 1, "{said}");
    assert!(
        said.contains("phiếu, cuộc họp có 8 người dự; ") && said.contains("mô hình khác cũng lệch"),
        "{said}"
    );
}

/// Recognised against the vote of the meeting, or without a score sheet.
#[test]
fn recognised_without_vote_or_score() {
    let models = MODELS.replace("cham_diem", "cong_nhan");
    let said = |scores: &str| desk(RUBRIC, &models, scores).run(&["check"]).err;
    let votes = |yes: u32, no: u32| {
        SCORES.replace("TCX: 5}", &format!("TCX: 5}}, dong_y: {yes}, khong_dong_y: {no}"))
    };
    assert!(!said(&votes(7, 2)).contains("lỗi[bieu-quyet]"));
    assert!(said(&votes(2, 7)).contains("lỗi[bieu-quyet]: được công nhận mà chỉ 2 phiếu đồng ý"));
    // One number without the other cannot be held against who was present.
    for (written, missing) in
        [("dong_y: 9", "không đồng ý (`khong_dong_y`)"), ("khong_dong_y: 0", "đồng ý (`dong_y`)")]
    {
        let half = said(&SCORES.replace("TCX: 5}", &format!("TCX: 5}}, {written}")));
        assert!(
            half.contains(&format!("cảnh báo[bieu-quyet]: phiếu ghi một nửa: chưa ghi số phiếu {missing}")),
            "{half}"
        );
    }
    assert!(!said(SCORES).contains("bieu-quyet"));
    let other = format!("{models}{}", models.lines().nth(1).unwrap().replace("M1", "M2") + "\n");
    let unscored = desk(RUBRIC, &other, SCORES).run(&["check"]).err;
    assert!(unscored.contains("lỗi[cham-diem]: mô hình đã chấm hoặc đã xét"), "{unscored}");
}

#[test]
fn recognised_below_the_mark() {
    let models = MODELS.replace("cham_diem", "cong_nhan");
    let scores = SCORES.replace("TCX: 5", "TCX: 0").replace("TC1: 45", "TC1: \"34,75\"");
    let said = desk(RUBRIC, &models, &scores).run(&["check"]).err;
    assert!(said.contains("lỗi[diem]: được công nhận nhưng không đủ điểm"), "{said}");
    assert!(said.contains("data/danh-gia/2020.yml:2"), "{said}");
}
