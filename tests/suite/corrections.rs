//! What a later decision or a handover says of certificates that were printed before.

use crate::afterwards::{FILE, OUT, REISSUED, REVOKED, batch, built, desk, register};
use crate::desk::Desk;
use crate::text::letters_of_pdf;

pub(crate) fn corrected(on: &str, name: &str) -> String {
    format!("    - {{ma: A, quyet_dinh: {{so: 9-QĐ/ĐUK, ngay: {on}}}, ten: {name}}}\n")
}

/// Whoever reads the proof sheet finds the name where it was written: at the
/// correction. One that corrects nothing, and one that makes two people alike, is told
/// there too.
#[test]
fn a_correction_is_shown_where_it_is_written() {
    let proof =
        |desk: &Desk| letters_of_pdf(&std::fs::read(desk.path(&format!("{OUT}/ban-soat.pdf"))).unwrap());
    for (name, warned) in
        [("Lê Văn Ân", ""), ("Lê Văn An", "giay-theo-doi"), ("Thạch Sóc Kha", "giay-trung-ten")]
    {
        let correction = corrected("2021-01-05", name);
        let desk = Desk::new()
            .file(FILE, batch(&format!("  dinh_chinh:\n{correction}")).replace("ma_qr: true\n", ""));
        let run = desk.run(&["build"]);
        assert_eq!(
            (run.code, run.err.matches("cảnh báo[").count()),
            (Some(0), usize::from(!warned.is_empty())),
            "{}",
            run.err
        );
        assert!(
            run.err.contains(warned) && (warned.is_empty() || run.err.contains("dot.yml:31:")),
            "{name}: {}",
            run.err
        );
        assert!(proof(&desk).contains("dot.yml:31;dot.yml:26"), "{}", proof(&desk));
    }
}

/// What no line prints needs no new paper when it is corrected.
#[test]
fn a_correction_of_what_is_not_printed_is_told() {
    let line = ", xếp loại {{ xep_loai }}";
    for (what, without, told) in [
        ("xep_loai: khá", line, true),
        ("xep_loai: khá", "", false),
        ("xep_loai: khá, ten: Lê Văn Ân", line, true),
        ("ten: Lê Văn Ân", line, false),
    ] {
        let correction =
            format!("  dinh_chinh: [{{ma: A, quyet_dinh: {{so: 9-QĐ/ĐUK, ngay: 2020-12-21}}, {what}}}]\n");
        let text = batch(&correction);
        assert!(text.contains(line));
        let text = if without.is_empty() { text } else { text.replacen(without, "", 1) };
        let err = Desk::new().file(FILE, text).run(&["check", "--quiet"]).err;
        let place = err.contains("[giay-theo-doi]: giấy của mã `A` không in `xep_loai`")
            && err.contains("dot.yml:31:");
        assert_eq!(place, told, "{what}: {err}");
    }
}

/// A correction is of the paper that was held on its day: an earlier one keeps what
/// it said, and of two corrections the later decision counts.
#[test]
fn a_correction_is_of_the_paper_held_on_its_day() {
    let name = |desk: &Desk, number: &str| {
        let text = std::fs::read_to_string(desk.path(&format!("{OUT}/so-theo-doi.csv"))).unwrap();
        let row = text.lines().find(|row| row.starts_with(&format!("{number},"))).unwrap();
        row.split(',').nth(2).unwrap().to_string()
    };
    let (early, late) = (
        corrected("2021-01-05", "Lê Văn Anh"),
        corrected("2021-04-05", "Lê Văn Ân").replace("9-QĐ", "49-QĐ"),
    );
    for (afterwards, names, states) in [
        (format!("  dinh_chinh:\n{late}{early}"), ["Lê Văn Ân", ""], ["05/4/2021", ""]),
        (
            format!("{REISSUED}  dinh_chinh:\n{late}"),
            ["Lê Văn An", "Lê Văn Ân"],
            [
                "thay bằng số 04 (cấp lại lần 1, ngày 01/02/2021)",
                "đính chính theo Quyết định số 49-QĐ/ĐUK, ngày 05/4/2021",
            ],
        ),
        (
            format!("{REISSUED}  dinh_chinh:\n{late}{early}"),
            ["Lê Văn Anh", "Lê Văn Ân"],
            ["ngày 05/01/2021", "ngày 05/4/2021"],
        ),
    ] {
        let desk = desk(&afterwards);
        for (number, (expected, state)) in ["1", "4"].iter().zip(names.iter().zip(states)) {
            if !expected.is_empty() {
                assert_eq!(name(&desk, number), *expected, "{number} of {afterwards}");
                let told = register(&desk).into_values().find(|[own, _]| own == number).unwrap();
                assert!(told[1].ends_with(state), "{state} of {told:?}");
            }
        }
    }
}

/// What a certificate said before it was corrected, and an old register, are no
/// longer right; only what was signed revokes, and only papers of the same kind.
#[test]
fn what_was_printed_before_is_told() {
    let desk = Desk::new().file(FILE, batch(""));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    built(&desk);
    let read = |desk: &Desk, name: &str| std::fs::read(desk.path(&format!("{OUT}/{name}"))).unwrap();
    let desk = {
        let (paper, other, old) = (
            read(&desk, "0001-le-van-an.pdf"),
            read(&desk, "0002-tran-thi-binh.pdf"),
            read(&desk, "so-theo-doi.csv"),
        );
        desk.file("xa/an.pdf", paper).file("xa/binh.pdf", other).file("xa/cu.csv", old)
    };
    // Praise with the same number, name and day is another paper.
    let praise = batch(REVOKED).replace("chu: Giấy công nhận", "chu: Giấy khen");
    let desk = desk.file("data/giay-khen/dot.yml", praise);
    built(&desk);
    let run = desk.run(&["verify", "xa/binh.pdf"]);
    assert!(run.code == Some(0) && run.out.contains(": đúng"), "{}", run.out);
    let afterwards = format!("{REVOKED}  dinh_chinh:\n{}", corrected("2021-01-05", "Lê Văn Anh"));
    let desk = desk.file(FILE, batch(&afterwards));
    built(&desk);
    let run = desk.run(&["verify", "xa/an.pdf"]);
    assert!(
        run.code == Some(1)
            && run.out.contains("KHÔNG CÒN ĐÚNG, đính chính")
            && run.out.contains("sổ nay ghi Lê Văn Anh"),
        "{}",
        run.out
    );
    let run = desk.run(&["verify", "xa/cu.csv"]);
    let told = ["KHÔNG CÒN ĐÚNG", "KHÔNG CÒN GIÁ TRỊ", ": đúng"].map(|said| run.out.matches(said).count());
    assert_eq!((run.code, told), (Some(1), [1, 1, 1]), "{}", run.out);
    let path = format!("{OUT}/so-theo-doi.csv");
    let register = String::from_utf8(read(&desk, "so-theo-doi.csv")).unwrap();
    let row = |id: &str| register.lines().find(|row| row.contains(&format!(",{id},"))).unwrap().to_string();
    let revoked = row("B").split(',').find(|cell| cell.starts_with("\"không còn")).unwrap().to_string();
    let wiped = register.replacen(&row("B"), &row("B").replace("không còn giá trị", "còn giá trị"), 1);
    assert!(!revoked.is_empty() && wiped != register);
    // The workbook beside the register still says it.
    let run = desk.run_with(&path, &wiped, &["verify", "xa/binh.pdf"]);
    assert!(run.code == Some(1) && run.out.contains("KHÔNG CÒN GIÁ TRỊ, thu hồi"), "{}", run.out);
    std::fs::remove_file(desk.path(&format!("{OUT}/so-theo-doi.xlsx"))).unwrap();
    let run = desk.run_with(&path, &wiped, &["verify", "xa/binh.pdf"]);
    assert!(run.code == Some(1) && run.out.contains("đã bị sửa"), "{}", run.out);
    // A row that is gone, and one whose signature is.
    let gone = register.replacen(&format!("{}\n", row("B")), "", 1);
    let run = desk.run_with(&path, &gone, &["verify", &path]);
    assert!(run.code == Some(1) && run.out.contains("sổ khi lập có 3 hàng, nay có 2"), "{}", run.out);
    assert_eq!(run.out.matches(": đúng").count(), 2, "{}", run.out);
    let seal = row("C").rsplit(',').nth(2).unwrap().to_string();
    let cleared = register.replacen(&seal, "", 1);
    let run = desk.run_with(&path, &cleared, &["verify", &path]);
    assert_eq!((run.code, run.out.matches("KHÔNG ĐÚNG").count()), (Some(1), 1), "{}", run.out);
}

/// What a code does not say, a title or a rank, was corrected all the same; and one
/// number has one day.
#[test]
fn an_old_paper_with_the_same_name_is_told() {
    let desk = Desk::new().file(FILE, batch(""));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    built(&desk);
    let paper = format!("{OUT}/0001-le-van-an.pdf");
    let first = std::fs::read(desk.path(&paper)).unwrap();
    let correction = |what: &str| {
        format!("  dinh_chinh: [{{ma: A, quyet_dinh: {{so: 9-QĐ/ĐUK, ngay: 2020-12-21}}, {what}}}]\n")
    };
    let volume = std::fs::read(desk.path(&format!("{OUT}/in-01.pdf"))).unwrap();
    let desk = desk.file("xa/cu.pdf", first).file("xa/cu-tap.pdf", volume);
    for (what, told) in [
        (
            "mo_hinh: Áo mới",
            "KHÔNG CÒN ĐÚNG, đính chính theo Quyết định số 9-QĐ/ĐUK, ngày 21/12/2020: sổ nay ghi Áo mới",
        ),
        (
            "xep_loai: khá",
            "chữ ký đúng, nhưng số này đã đính chính theo Quyết định số 9-QĐ/ĐUK, ngày 21/12/2020: ĐỐI CHIẾU",
        ),
    ] {
        std::fs::write(desk.path(FILE), batch(&correction(what))).unwrap();
        built(&desk);
        let run = desk.run(&["verify", "xa/cu.pdf"]);
        assert!(run.out.contains(told), "{}", run.out);
        assert_eq!(run.code, Some(i32::from(told.starts_with("KHÔNG"))), "{}", run.out);
        // The new one, and its row, are right; a volume is not named in the register.
        for right in [&paper, &format!("{OUT}/so-theo-doi.csv")] {
            let run = desk.run(&["verify", right]);
            assert!(run.code == Some(0) && run.out.contains(": đúng: "), "{}", run.out);
            assert!(!run.out.contains("ĐỐI CHIẾU"), "{}", run.out);
        }
        // A page of a volume that says what the certificate says is as right as that is.
        let volume = format!("{OUT}/in-01.pdf");
        let run = desk.run(&["verify", &volume]);
        assert_eq!((run.code, run.out.matches(": đúng: ").count()), (Some(0), 3), "{}", run.out);
        std::fs::copy(desk.path(&volume), desk.path("xa/moi.pdf")).unwrap();
        let run = desk.run(&["verify", "xa/moi.pdf", "xa/cu-tap.pdf"]);
        assert_eq!(run.out.matches(told).count(), 1, "the old volume: {}", run.out);
        assert_eq!(run.out.matches(": đúng: ").count(), 5, "{}", run.out);
        // Without the certificate itself nobody can tell what else was corrected.
        let paper_now = std::fs::read(desk.path(&paper)).unwrap();
        std::fs::remove_file(desk.path(&paper)).unwrap();
        let run = desk.run(&["verify", "xa/moi.pdf"]);
        assert_eq!((run.code, run.out.matches("ĐỐI CHIẾU").count()), (Some(0), 1), "{}", run.out);
        std::fs::write(desk.path(&paper), paper_now).unwrap();
    }
    // The whole batch got another day before it was handed over.
    std::fs::write(desk.path(FILE), batch("").replace("2020-12-10", "2020-12-11")).unwrap();
    built(&desk);
    let run = desk.run(&["verify", "xa/cu.pdf"]);
    assert!(run.out.contains("KHÔNG KHỚP SỔ: sổ ghi số này ký ngày 11/12/2020"), "{}", run.out);
    assert_eq!(run.code, Some(1));
    let run = desk.run(&["verify", &paper, "--lang", "en"]);
    assert!(run.code == Some(0) && run.out.contains(": genuine: "), "{}", run.out);
}

#[test]
fn a_revocation_that_is_taken_away_is_told_once() {
    let desk = desk(REVOKED);
    let desk = desk.file(FILE, batch(""));
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.err.contains("cảnh báo[giay-theo-doi]: lần trước đã thu hồi, nay không còn dòng `thu_hoi`: mã B"),
        "{}",
        run.err
    );
    assert_eq!(desk.run(&["build"]).err, "");
    // One that is taken back later is no longer told either.
    let desk = desk.file(FILE, batch(REVOKED));
    assert!(built(&desk).contains("0002-tran-thi-binh.pdf"));
}

/// Added, taken away and put back before it was printed, it still waits.
#[test]
fn one_put_back_still_waits_for_the_printer() {
    let desk = desk(REISSUED);
    let desk = desk.file(FILE, batch(""));
    assert!(!built(&desk).contains("phải in 1 giấy mới"));
    let desk = desk.file(FILE, batch(REISSUED));
    let out = built(&desk);
    assert!(
        out.contains("A cấp lại 01/02/2021") && desk.path(&format!("{OUT}/in-lai.pdf")).exists(),
        "{out}"
    );
}
