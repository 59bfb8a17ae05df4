//! What the register and the list may say of papers that were handed over.

use crate::afterwards::{FILE, OUT, REISSUED, REVOKED, batch, built, desk, register};
use crate::corrections::corrected;
use crate::desk::Desk;

/// A paper that was handed over is in the register for good: a later line about the
/// one issued in its place takes nothing from it, nor does the list.
#[test]
fn what_was_handed_over_stays_in_the_register() {
    let again = REISSUED.to_string() + "  trao: [{ngay: 2020-12-15}, {ngay: 2021-02-03, ma: [A]}]\n";
    let desk = desk(&again);
    assert!(register(&desk)["A"][1].ends_with("; đã trao 15/12/2020"), "{:?}", register(&desk));
    assert!(register(&desk)["A cấp lại 01/02/2021"][1].ends_with("; đã trao 03/02/2021"));
    let text = batch(&again);
    let row = text.lines().find(|line| line.contains("ma: C,")).unwrap();
    let run = desk.run_with(FILE, &text.replace(&format!("{row}\n"), ""), &["build"]);
    assert!(
        run.code == Some(1) && run.err.contains("giấy số 03 của mã `C` đã trao mà không còn"),
        "{}",
        run.err
    );
    assert_eq!(register(&desk).len(), 4);
}

/// A paper that was corrected after it was handed over is handed over anew, by name; the
/// register tells both days. Uncorrected it is not.
#[test]
fn a_corrected_paper_is_handed_over_anew() {
    let correction = format!("  dinh_chinh:\n{}", corrected("2020-12-21", "Lê Văn Ân"));
    for (handed, expected) in [
        ("{ngay: 2020-12-15}, {ngay: 2020-12-28, ma: A}", ["15/12/2020, trao lại 28/12/2020", "15/12/2020"]),
        (
            "{ngay: 2020-12-28, ma: A}, {ngay: 2020-12-15, ma: [A, B]}",
            ["15/12/2020, trao lại 28/12/2020", "15/12/2020"],
        ),
        ("{ngay: 2020-12-15}, {ngay: 2020-12-21, ma: A}", ["15/12/2020, trao lại 21/12/2020", "15/12/2020"]),
        // The first one was never handed over: it was corrected before.
        ("{ngay: 2020-12-28, ma: A}, {ngay: 2020-12-30}", ["28/12/2020", "30/12/2020"]),
    ] {
        let desk = desk(&format!("{correction}  trao: [{handed}]\n"));
        for (id, state) in ["A", "B"].iter().zip(expected) {
            let told = &register(&desk)[*id][1];
            assert!(told.ends_with(&format!("đã trao {state}")), "{handed}: {told}");
        }
    }
    for (correction, handed) in [
        ("", "{ngay: 2020-12-15, ma: A}, {ngay: 2020-12-28, ma: A}"),
        (correction.as_str(), "{ngay: 2020-12-15, ma: A}, {ngay: 2020-12-16, ma: A}"),
        (&correction, "{ngay: 2020-12-22, ma: A}, {ngay: 2020-12-28, ma: A}"),
    ] {
        let desk = Desk::new().file(FILE, batch(&format!("{correction}  trao: [{handed}]\n")));
        let said = desk.run(&["check"]).err;
        assert!(said.contains("giấy của mã `A` được ghi trao hai lần"), "{handed}: {said}");
    }
}

/// What the list says of a paper that somebody holds is changed by a decision only.
#[test]
fn a_list_that_changes_under_a_paper_handed_over_is_told() {
    let handed = "  trao: [{ngay: 2020-12-15, ma: [A, B]}]\n";
    let correction = format!("  dinh_chinh:\n{}", corrected("2020-12-21", "Lê Văn Ân"));
    for (from, to, told) in [
        ("ten: Lê Văn An", "ten: Lê Văn Anh", Some("mã A")),
        (
            "Trần Thị Bình, doi_tuong: ca_nhan, don_vi: Chi bộ Sở Y tế",
            "Trần Thị Bình, doi_tuong: ca_nhan, don_vi: Chi bộ Sở Xây dựng",
            Some("mã B"),
        ),
        ("mo_hinh: Áo ấm", "mo_hinh: Áo mới", Some("mã A, B")),
        // Not handed over, not printed, and corrected by a decision.
        ("ten: Thạch Sóc Kha", "ten: Thạch Sóc Khal", None),
        ("ten: Lê Văn An", "ghi_chu: Xem lại, ten: Lê Văn An", None),
        ("theo_doi:\n", &format!("theo_doi:\n{correction}"), None),
    ] {
        for before in ["", handed] {
            let desk = Desk::new().file(FILE, batch(before).replace("ma_qr: true\n", ""));
            built(&desk);
            let text = batch(handed).replace("ma_qr: true\n", "").replace(from, to);
            let desk = desk.file(FILE, text);
            let run = desk.run(&["build"]);
            assert_eq!(run.code, Some(i32::from(told.is_some())), "{to}: {}", run.err);
            if let Some(ids) = told {
                assert!(run.err.contains(&format!("danh sách nay ghi khác: {ids}\n")), "{to}: {}", run.err);
                assert_eq!(run.err.matches("lỗi[").count(), 1, "{}", run.err);
            }
        }
    }
}

/// What all papers say alike is told once, at its own key; looks are a warning. `check`
/// tells the same, and another output folder hides nothing.
#[test]
fn what_all_say_alike_does_not_change_under_papers_handed_over() {
    let plain = batch("  trao: [{ngay: 2020-12-15, ma: [A, B]}]\n").replace("ma_qr: true\n", "");
    let desk = Desk::new().file(FILE, &plain);
    built(&desk);
    for (from, to, key) in [
        ("so: 215-QĐ/ĐUK", "so: 216-QĐ/ĐUK", Some("quyet_dinh")),
        ("ngay: 2020-12-10", "ngay: 2020-12-11", Some("quyet_dinh")),
        ("ho_ten: Trần Thị B\n", "ho_ten: Trần Thị C\n", Some("ky")),
        ("dia_danh: Trà Giang", "dia_danh: Bến Giang", Some("dia_danh")),
        ("Đạt danh hiệu", "Có danh hiệu", Some("dong")),
        ("so_dau: 1\n", "so_dau: 1\nmoi_tap: 2\n", None),
    ] {
        let text = plain.replacen(from, to, 1);
        assert_ne!(text, plain, "{from}");
        for args in [&["build"][..], &["build", "--out", "khac"], &["check"]] {
            let run = desk.run_with(FILE, &text, args);
            assert_eq!(run.code, Some(i32::from(key.is_some())), "{to}, {args:?}: {}", run.err);
            let Some(key) = key else { continue };
            let message = format!("lỗi[giay-theo-doi]: giấy đã trao mà nay `{key}` ghi khác");
            assert_eq!(run.err.matches(&message).count(), 1, "{to}, {args:?}: {}", run.err);
            assert_eq!(run.err.matches("lỗi[").count(), 1, "{to}, {args:?}: {}", run.err);
        }
    }
    let desk = desk.file(FILE, plain.replacen("mau: a4-ngang", "mau: a3-ngang", 1));
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("cảnh báo[giay-theo-doi]: mẫu hoặc cách in đã đổi"), "{}", run.err);
    assert_eq!(run.err.matches("cảnh báo[").count(), 1, "{}", run.err);
}

/// A register beside a lost memory still tells what was handed over, and revoked.
#[test]
fn a_lost_memory_is_read_back_from_the_register() {
    let handed = "  trao: [{ngay: 2020-12-15, ma: [A, C]}]\n";
    let both = format!("{handed}{REVOKED}");
    let correction = format!("  dinh_chinh:\n{}", corrected("2020-12-21", "Lê Văn Ân"));
    for (from, to, told) in [
        ("ten: Lê Văn An", "ten: Lê Văn Anh", Some("danh sách nay ghi khác: mã A\n")),
        ("mo_hinh: Áo ấm", "mo_hinh: Áo mới", Some("danh sách nay ghi khác: mã A\n")),
        ("so: 215-QĐ/ĐUK", "so: 216-QĐ/ĐUK", Some("nay `quyet_dinh` ghi khác")),
        ("ngay: 2020-12-10", "ngay: 2020-12-11", Some("nay `quyet_dinh` ghi khác")),
        ("  - {ma: C, ", "  - {ma: D, ", Some("mã `C` (giấy số 03) không còn trong danh sách")),
        ("theo_doi:\n", &format!("theo_doi:\n{correction}"), None),
        (REVOKED, "", None),
    ] {
        let before = batch(&both).replace("ma_qr: true\n", "");
        let desk = Desk::new().file(FILE, &before);
        built(&desk);
        std::fs::remove_file(desk.path(&format!("{OUT}/.vankien.json"))).unwrap();
        let after = before.replacen(from, to, 1);
        assert_ne!(after, before, "{from}");
        let desk = desk.file(FILE, after);
        let run = desk.run(&["build"]);
        assert_eq!(run.code, Some(i32::from(told.is_some())), "{to}: {}", run.err);
        if let Some(told) = told {
            assert!(run.err.contains(told), "{to}: {}", run.err);
        } else {
            assert!(
                run.err.contains(
                    ".vankien.json đã mất, bị sửa hoặc cũ hơn sổ theo dõi nên không biết ai đã ghi gì"
                ),
                "{to}: {}",
                run.err
            );
            assert_eq!(run.err.contains("không còn dòng `thu_hoi`: mã B"), to.is_empty(), "{}", run.err);
        }
    }
}
