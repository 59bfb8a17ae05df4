//! Certificates for the list of a decision: each row once, in the order of the list.

use std::path::Path;

use crate::certificate_numbers::{PEOPLE, batch};
use crate::certificates::{FILE, files, head, letters};
use crate::desk::Desk;
use crate::text::letters_of_pdf;

/// The list of a decision: as many certificates as it has rows, each for its row,
/// with the decision's number and date.
#[test]
fn a_decision_is_carried_out_row_by_row() {
    let root = env!("CARGO_MANIFEST_DIR");
    let decision = Path::new("data/quyet-dinh/tra-giang-cong-nhan-2020.yml");
    // Away from the numbers that an earlier build of the example gave.
    let desk = example();
    let run = desk.run(&["build", EXAMPLE]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let made = files(&desk.path("output/giay-cong-nhan/theo-quyet-dinh-2020"));
    let recognition = vankien::pipeline::recognition(Path::new(root), decision).unwrap();
    assert_eq!(recognition.rows.len(), 74);
    for (at, row) in recognition.rows.iter().enumerate() {
        let number = format!("{:04}-", at + 101);
        let (_, pdf) = made.iter().find(|(name, _)| name.starts_with(&number)).unwrap();
        let text = letters_of_pdf(pdf);
        let name = row.person.as_ref().map_or(&row.unit_name, |person| &person.name);
        let printed = row.name.replace('“', "‘").replace('”', "’");
        for said in
            [name, &printed, "Quyết định số 45-QĐ/ĐUK, ngày 10/12/2020", &format!("Vào sổ số: {}", at + 101)]
        {
            assert!(text.contains(&letters(said)), "{said} in {text}");
        }
    }
    let register = String::from_utf8(made["so-theo-doi.csv"].clone()).unwrap();
    assert_eq!(register.lines().count(), 75);
}

/// The certificates stand in the register in the order of the printed list.
#[test]
fn certificates_follow_the_printed_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let decision = Path::new("data/quyet-dinh/tra-giang-cong-nhan-2020.yml");
    // Signs that Typst escapes are left out.
    let plain = |name: &str| name.replace(['\\', '"'], "");
    let printed = crate::report::rows(&vankien::pipeline::typeset(root, decision).unwrap().source);
    let printed: Vec<String> = printed.iter().filter(|row| row.len() > 2).map(|row| plain(&row[2])).collect();
    let rows = vankien::pipeline::recognition(root, decision).unwrap().rows;
    assert_eq!(printed, rows.iter().map(|row| plain(&row.name)).collect::<Vec<_>>());
}

const EXAMPLE: &str = "data/giay-cong-nhan/theo-quyet-dinh-2020.yml";

/// The example's decision, all that it comes from, and its batch.
fn example() -> Desk {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = [
        "data/quyet-dinh/tra-giang-cong-nhan-2020.yml",
        "data/don-vi/khoi-tra-giang.yml",
        "data/mo-hinh/2020.yml",
        "data/thang-diem/2016.yml",
        "data/danh-gia/2020.yml",
        EXAMPLE,
    ];
    names.into_iter().fold(Desk::new(), |desk, name| desk.file(name, std::fs::read(root.join(name)).unwrap()))
}

/// Whoever a later decision adds has earned it by points, as the decision's own rows have,
/// and is called what was registered.
#[test]
fn what_is_added_later_is_held_against_the_scores() {
    let batch = include_str!("../../data/giay-cong-nhan/theo-quyet-dinh-2020.yml");
    let models = include_str!("../../data/mo-hinh/2020.yml");
    let scores = include_str!("../../data/danh-gia/2020.yml");
    let decision = "quyet_dinh: {so: 50-QĐ/ĐUK, ngay: 2020-12-20}";
    let added = |id: &str, name: &str, rank: &str| {
        let row = format!("{{ma: {id}, ten: {name}, xep_loai: {rank}, mo_hinh: Hòa giải thành từ cơ sở}}");
        format!("{batch}\ntheo_doi:\n  bo_sung: [{{{decision}, nguoi_nhan: [{row}]}}]\n")
    };
    let corrected = |rank: &str| {
        format!("{batch}\ntheo_doi:\n  dinh_chinh: [{{ma: DVK-2020-001, {decision}, xep_loai: {rank}}}]\n")
    };
    // One that was forgotten, with the points of another that has enough.
    let row =
        |text: &'static str, id: &str| text.lines().find(|line| line.contains(&format!(": {id},"))).unwrap();
    let [own, other] = ["DVK-2020-008", "DVK-2020-001"].map(|id| row(scores, id));
    let scores = scores.replace(own, &other.replace("DVK-2020-001", "DVK-2020-008"));
    let own = row(models, "DVK-2020-008");
    let forgotten = models
        .replace(own, &(own.split("trang_thai").next().unwrap().to_string() + "trang_thai: cham_diem}"));
    let unit = "Chi bộ Cơ quan Ủy ban Kiểm tra Tỉnh ủy";
    for (batch, said) in [
        (added("DVK-2020-003", unit, "tốt"), "lỗi[giay-bo-sung]: mô hình `DVK-2020-003` không đủ điểm"),
        (added("DVK-2020-0080", unit, "tốt"), "lỗi[giay-bo-sung]: không có mô hình `DVK-2020-0080`"),
        (
            added("DVK-2020-008", unit, "xuất sắc"),
            "lỗi[giay-bo-sung]: ở đây ghi xếp loại “xuất sắc”, điểm chấm được “tốt”",
        ),
        (
            added("DVK-2020-008", "Chi bộ Ủy ban Kiểm tra", "tốt"),
            "cảnh báo[giay-bo-sung]: ở đây ghi “Chi bộ Ủy ban Kiểm tra”",
        ),
        (added("DVK-2020-008", unit, "tốt"), ""),
        (corrected("xuất sắc"), "lỗi[giay-bo-sung]: ở đây ghi xếp loại “xuất sắc”, điểm chấm được “tốt”"),
    ] {
        let desk = example()
            .file("data/mo-hinh/2020.yml", &forgotten)
            .file("data/danh-gia/2020.yml", &scores)
            .file(EXAMPLE, &batch);
        let run = desk.run(&["check", EXAMPLE]);
        assert_eq!(run.err.contains("giay-bo-sung"), !said.is_empty(), "{}", run.err);
        assert!(run.err.contains(said), "{said}: {}", run.err);
        assert_eq!(run.code, Some(i32::from(said.starts_with("lỗi"))), "{}", run.err);
    }
}

/// What a later decision adds is recognised and counts, and changes nothing in the locked
/// list of the first; what no decision adds does.
#[test]
fn a_model_added_later_does_not_break_the_lock() {
    let batch = include_str!("../../data/giay-cong-nhan/theo-quyet-dinh-2020.yml");
    let models = include_str!("../../data/mo-hinh/2020.yml");
    let scores = include_str!("../../data/danh-gia/2020.yml");
    let row =
        |text: &'static str, id: &str| text.lines().find(|line| line.contains(&format!(": {id},"))).unwrap();
    let [own, other] = ["DVK-2020-008", "DVK-2020-001"].map(|id| row(scores, id));
    let scores = scores.replace(own, &other.replace("DVK-2020-001", "DVK-2020-008"));
    let own = row(models, "DVK-2020-008");
    let models = models
        .replace(own, &(own.split("trang_thai").next().unwrap().to_string() + "trang_thai: cong_nhan}"));
    let added = format!(
        "{batch}\ntheo_doi:\n  bo_sung: [{{quyet_dinh: {{so: 50-QĐ/ĐUK, ngay: 2020-12-20}}, nguoi_nhan: [{{ma: DVK-2020-008, ten: Chi bộ Cơ quan Ủy ban Kiểm tra Tỉnh ủy, xep_loai: tốt, mo_hinh: Hòa giải thành từ cơ sở}}]}}]\n"
    );
    for (text, sound) in [(added.as_str(), true), (batch, false)] {
        let desk = example()
            .file("data/mo-hinh/2020.yml", &models)
            .file("data/danh-gia/2020.yml", &scores)
            .file(EXAMPLE, text);
        let run = desk.run(&["build"]);
        assert_eq!(run.code, Some(i32::from(!sound)), "{}", run.err);
        assert_eq!(run.err.contains("danh sách khác lúc khóa"), !sound, "{}", run.err);
        if sound {
            let register = desk.path("output/giay-cong-nhan/theo-quyet-dinh-2020/so-theo-doi.csv");
            let register = std::fs::read_to_string(register).unwrap();
            assert_eq!((register.lines().count(), register.matches("DVK-2020-008").count()), (76, 1));
        }
    }
}

/// As many certificates as the decision has rows: it is carried out once.
#[test]
fn a_decision_is_carried_out_once() {
    let one = include_str!("../../data/giay-cong-nhan/theo-quyet-dinh-2020.yml");
    let desk = example();
    assert_eq!(desk.run(&["build", EXAMPLE]).code, Some(0));
    let desk = desk.file("data/giay-cong-nhan/lan-hai.yml", one.replace("so_dau: 101", "so_dau: 301"));
    // Beside the other batch, and beside what an earlier run made of it.
    for paths in [vec!["build", "data/giay-cong-nhan"], vec!["build", "data/giay-cong-nhan/lan-hai.yml"]] {
        let run = desk.run(&paths);
        assert!(
            run.code == Some(1) && run.err.contains("danh sách của quyết định này đã in giấy"),
            "{}",
            run.err
        );
        assert!(!desk.path("output/giay-cong-nhan/lan-hai").exists());
    }
}

#[test]
fn a_decision_that_cannot_be_carried_out() {
    let batch = |more: &str| format!("{}{more}nguoi_nhan: {{quyet_dinh: data/quyet-dinh/qd.yml}}\n", head());
    let sound = include_str!("../../data/quyet-dinh/tra-giang-cong-nhan-2020.yml");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for (decision, batch, said) in [
        (sound.replace("\nso: 45", ""), batch(""), "chưa có số"),
        (
            format!(
                "{}\nnoi_nhan:{}",
                sound.split_once("          # Danh sách đã khóa").unwrap().0,
                sound.split_once("\nnoi_nhan:").unwrap().1
            ),
            batch(""),
            "chưa khóa",
        ),
        (
            sound.replace("ngay: 2020-12-10", "ngay: 2020-12-40"),
            batch(""),
            "giấy chờ quyết định: sửa `data/quyet-dinh/qd.yml` trước",
        ),
        (
            sound.replace("ngay: 2020-12-10", "ngay: 2020-12-40"),
            batch("").replace("data/quyet-dinh/", "quyet-dinh\\"),
            "giấy chờ quyết định: sửa `data/quyet-dinh/qd.yml` trước",
        ),
        // The example's own number is another one.
        (sound.into(), batch(""), "là 45-QĐ/ĐUK, 10/12/2020"),
    ] {
        let mut desk = Desk::new().file(FILE, batch).file("data/quyet-dinh/qd.yml", decision);
        for name in
            ["don-vi/khoi-tra-giang.yml", "mo-hinh/2020.yml", "thang-diem/2016.yml", "danh-gia/2020.yml"]
        {
            desk = desk.file(&format!("data/{name}"), std::fs::read(root.join(name)).unwrap());
        }
        let run = desk.run(&["check", FILE]);
        assert_eq!(run.code, Some(1), "{said}: {}", run.out);
        assert!(run.err.contains("lỗi[giay-quyet-dinh]") && run.err.contains(said), "{said}: {}", run.err);
    }
}

/// Place of issue and days of scoring are held against the decision.
#[test]
fn place_and_scores_agree_with_the_decision() {
    let desk = example();
    let read = |name: &str| std::fs::read_to_string(desk.path(name)).unwrap();
    let batch = read(EXAMPLE).replace("dia_danh: Trà Giang", "dia_danh: Bến Giang");
    let run = desk.run_with(EXAMPLE, &batch, &["check"]);
    assert!(
        run.err.contains(
            "cảnh báo[giay-quyet-dinh]: địa danh của giấy khác địa danh của quyết định (Trà Giang, "
        ),
        "{}",
        run.err
    );
    let decision = "data/quyet-dinh/tra-giang-cong-nhan-2020.yml";
    let scores = "data/danh-gia/2020.yml";
    let late = read(scores).replacen("DVK-2020-001, ", "DVK-2020-001, ngay_cham: 2020-12-20, ", 1);
    assert_ne!(late, read(scores));
    let run = desk.run_with(scores, &late, &["check", decision]);
    assert!(
        run.err.contains("`DVK-2020-001` chấm ngày 20/12/2020, sau ngày ký quyết định này"),
        "{}",
        run.err
    );
}

/// Whoever signs is in office, and is the one who signed the decision.
#[test]
fn the_signer_is_known_to_the_records() {
    let body = include_str!("../../data/to-chuc/duk-tra-giang.yml");
    let desk = |signer: &str| {
        let text = batch(&PEOPLE).replace("ho_ten: Trần Thị B", &format!("ho_ten: {signer}"));
        Desk::new().file(FILE, text).file("data/to-chuc/duk.yml", body).run(&["check", FILE])
    };
    assert_eq!(desk("Trần Thị B").code, Some(0));
    let gone = desk("Nguyễn Văn A");
    assert!(gone.code == Some(1) && gone.err.contains("data/to-chuc/duk.yml:"), "{}", gone.err);
}

/// A decision that is cited by its number, and whose file says another day.
#[test]
fn a_cited_decision_is_looked_up() {
    let decision = include_str!("../../data/quyet-dinh/tra-giang-cong-nhan-2020.yml");
    let desk = |day: &str| {
        let text = batch(&PEOPLE)
            .replace("{so: 215-QĐ/ĐUK, ngay: 2020-12-10}", &format!("{{so: 45-QĐ/ĐUK, ngay: {day}}}"));
        Desk::new().file(FILE, text).file("data/quyet-dinh/45.yml", decision).run(&["check", FILE])
    };
    let same = desk("2020-12-10");
    assert!(same.code == Some(0) && same.err.contains("quyet_dinh: data/quyet-dinh/45.yml"), "{}", same.err);
    let other = desk("2020-12-12");
    assert!(other.code == Some(1) && other.err.contains("ký ngày 10/12/2020"), "{}", other.err);
    // The State writes number and symbol otherwise.
    let decision = include_str!("../../templates/vi-du/nha_nuoc/quyet-dinh.yml");
    let certificates = include_str!("../../templates/vi-du/giay/nha_nuoc/giay-cong-nhan.yml");
    for (day, code) in [("2026-11-20", 0), ("2026-11-19", 1)] {
        let cited = format!("quyet_dinh: {{so: 12/QĐ-SNV, ngay: {day}}}");
        let text = certificates.replace("quyet_dinh: {so: 11/QĐ-UBND, ngay: 2026-11-20}", &cited);
        let run = Desk::new().file(FILE, text).file("data/quyet-dinh/12.yml", decision).run(&["check", FILE]);
        assert_eq!(run.code, Some(code), "{}", run.err);
        assert_eq!(
            run.err.contains("trong `data/quyet-dinh/12.yml` ký ngày 20/11/2026"),
            code == 1,
            "{}",
            run.err
        );
    }
}
