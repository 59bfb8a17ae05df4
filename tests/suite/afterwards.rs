//! The life of a certificate after printing: handed over, corrected, added to,
//! issued anew, revoked; each joined by id, each told in the register.

use std::collections::BTreeMap;

use crate::corrections::corrected;
use crate::desk::Desk;
use crate::text::letters_of_pdf;

pub(crate) const FILE: &str = "data/giay-cong-nhan/dot.yml";
pub(crate) const OUT: &str = "output/giay-cong-nhan/dot";
const HEAD: &str = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");

/// Three people, and what became of their certificates.
pub(crate) fn batch(afterwards: &str) -> String {
    let head = HEAD.split("nguoi_nhan:\n").next().unwrap();
    let row = |id: &str, name: &str| {
        format!(
            "  - {{ma: {id}, ten: {name}, doi_tuong: ca_nhan, don_vi: Chi bộ Sở Y tế, xep_loai: tốt, mo_hinh: Áo ấm}}\n"
        )
    };
    let list = row("A", "Lê Văn An") + &row("B", "Trần Thị Bình") + &row("C", "Thạch Sóc Kha");
    let afterwards = if afterwards.is_empty() { String::new() } else { format!("theo_doi:\n{afterwards}") };
    format!("ma_qr: true\n{head}nguoi_nhan:\n{list}{afterwards}")
}

pub(crate) fn desk(afterwards: &str) -> Desk {
    let desk = Desk::new().file(FILE, batch(""));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    built(&desk);
    let desk = desk.file(FILE, batch(afterwards));
    built(&desk);
    desk
}

pub(crate) fn built(desk: &Desk) -> String {
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

/// By id: number and state of each row of the register.
pub(crate) fn register(desk: &Desk) -> BTreeMap<String, [String; 2]> {
    let text = std::fs::read_to_string(desk.path(&format!("{OUT}/so-theo-doi.csv"))).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings = reader.headers().unwrap().clone();
    let state = headings.iter().position(|own| own == "Tình trạng").unwrap();
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| (row[1].to_string(), [row[0].to_string(), row[state].to_string()])).collect()
}

pub(crate) fn certificates(desk: &Desk) -> Vec<String> {
    let names = std::fs::read_dir(desk.path(OUT)).unwrap();
    let names = names.map(|own| own.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name.starts_with('0')).collect();
    names.sort();
    names
}

pub(crate) const REVOKED: &str =
    "  thu_hoi: [{ma: [B], quyet_dinh: {so: 12-QĐ/ĐUK, ngay: 2021-03-05}, ly_do: khai không đúng}]\n";
pub(crate) const REISSUED: &str = "  cap_lai: [{ma: A, ngay: 2021-02-01, ly_do: thất lạc}]\n";

#[test]
fn the_register_tells_what_became_of_each() {
    let added = "  bo_sung: [{quyet_dinh: {so: 230-QĐ/ĐUK, ngay: 2020-12-20}, nguoi_nhan: [{ma: D, ten: Lý Ngọc, xep_loai: khá, mo_hinh: Áo mới}]}]\n";
    for (afterwards, expected) in [
        (
            "  trao: [{ngay: 2020-12-15}]\n".into(),
            "A 1 đã trao 15/12/2020|B 2 đã trao 15/12/2020|C 3 đã trao 15/12/2020",
        ),
        (
            "  trao: [{ngay: 2020-12-15, ma: [A]}, {ngay: 2020-12-16}]\n".into(),
            "A 1 đã trao 15/12/2020|B 2 đã trao 16/12/2020|C 3 đã trao 16/12/2020",
        ),
        ("  trao: [{ngay: 2020-12-15, ma: A}]\n".into(), "A 1 đã trao 15/12/2020|B 2 |C 3 "),
        (
            REVOKED.replace("[B]", "B"),
            "A 1 |B 2 không còn giá trị: thu hồi theo Quyết định số 12-QĐ/ĐUK, ngày 05/3/2021 (khai không đúng)|C 3 ",
        ),
        (
            REVOKED.to_string(),
            "A 1 |B 2 không còn giá trị: thu hồi theo Quyết định số 12-QĐ/ĐUK, ngày 05/3/2021 (khai không đúng)|C 3 ",
        ),
        (
            format!("  trao: [{{ngay: 2020-12-15}}, {{ngay: 2021-02-03, ma: [A]}}]\n{REISSUED}"),
            "A 1 không còn giá trị: thay bằng số 04 (cấp lại lần 1, ngày 01/02/2021); đã trao 15/12/2020\
             |A cấp lại 01/02/2021 4 cấp lại lần 1, ngày 01/02/2021, thay số 01 (thất lạc); đã trao 03/02/2021\
             |B 2 đã trao 15/12/2020|C 3 đã trao 15/12/2020",
        ),
        (
            "  cap_lai: [{ma: A, ngay: 2021-04-01, hinh_thuc: cap_doi}, {ma: A, ngay: 2021-02-01, so: 30}]\n"
                .into(),
            "A 1 không còn giá trị: thay bằng số 30 (cấp lại lần 1, ngày 01/02/2021)\
             |A cấp lại 01/02/2021 30 không còn giá trị: thay bằng số 31 (cấp đổi lần 2, ngày 01/4/2021); cấp lại lần 1, ngày 01/02/2021, thay số 01\
             |A cấp lại 01/4/2021 31 cấp đổi lần 2, ngày 01/4/2021, thay số 30|B 2 |C 3 ",
        ),
        (
            format!(
                "{added}  dinh_chinh: [{{ma: C, quyet_dinh: {{so: 231-QĐ/ĐUK, ngay: 2020-12-21}}, ten: Thạch Sóc Khal}}]\n"
            ),
            "A 1 |B 2 |C 3 đính chính theo Quyết định số 231-QĐ/ĐUK, ngày 21/12/2020|D 4 ",
        ),
    ] {
        let desk = desk(&afterwards);
        let told: Vec<_> = register(&desk)
            .into_iter()
            .map(|(id, [number, state])| format!("{id} {number} {state}"))
            .collect();
        assert_eq!(told.join("|"), expected);
        // With the memory lost, and with everything lost, the numbers are the same.
        for lost in [format!("{OUT}/.vankien.json"), OUT.into()] {
            let path = desk.path(&lost);
            if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) }.unwrap();
            built(&desk);
            let again: Vec<_> = register(&desk)
                .into_iter()
                .map(|(id, [number, state])| format!("{id} {number} {state}"))
                .collect();
            assert_eq!(again.join("|"), expected);
        }
    }
}

#[test]
fn one_issued_anew_says_so_and_waits_for_the_printer() {
    let desk = Desk::new().file(FILE, batch(""));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    built(&desk);
    let old = std::fs::read(desk.path(&format!("{OUT}/0001-le-van-an.pdf"))).unwrap();
    let desk = desk.file(FILE, batch(REISSUED)).file("cu.pdf", old);
    let out = built(&desk);
    assert!(out.contains("làm 1, giữ 2") && out.contains("04  A cấp lại 01/02/2021  Lê Văn An"), "{out}");
    assert_eq!(
        certificates(&desk),
        ["0002-tran-thi-binh.pdf", "0003-thach-soc-kha.pdf", "0004-le-van-an.pdf"]
    );
    let again = letters_of_pdf(&std::fs::read(desk.path(&format!("{OUT}/in-lai.pdf"))).unwrap());
    assert!(again.contains("Vàosổsố:04(cấplạilần1,ngày01/02/2021)"), "{again}");
    assert!(again.contains("ngày10tháng12năm2020"), "the day of the decision stays: {again}");
    // The former one is genuine, and void; the new one holds.
    let verified = desk.run(&["verify", "cu.pdf"]);
    assert!(
        verified.code == Some(1)
            && verified.out.contains("KHÔNG CÒN GIÁ TRỊ, thay bằng số 04 (cấp lại lần 1"),
        "{}",
        verified.out
    );
    let verified =
        desk.run(&["verify", &format!("{OUT}/0004-le-van-an.pdf"), &format!("{OUT}/so-theo-doi.csv")]);
    assert_eq!((verified.code, verified.out.matches(": đúng: ").count()), (Some(0), 5), "{}", verified.out);
    // Every profile has room for the words.
    for profile in ["a4-ngang", "a4-de-len", "a3-ngang", "a5-hai-to", "400x300-de-len"] {
        let text = batch(REISSUED).replace("mau: a4-ngang", &format!("mau: {profile}"));
        let run = desk.run_with(FILE, &text, &["check"]);
        assert_eq!(run.code, Some(0), "{profile}: {}", run.err);
    }
}

#[test]
fn one_revoked_is_not_printed_again() {
    let desk = Desk::new().file(FILE, batch(""));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    built(&desk);
    let path = format!("{OUT}/0002-tran-thi-binh.pdf");
    let old = std::fs::read(desk.path(&path)).unwrap();
    let desk = desk.file(FILE, batch(REVOKED)).file("xa/cu.pdf", old);
    assert!(built(&desk).contains("0002-tran-thi-binh.pdf"), "its file is taken away");
    assert_eq!(certificates(&desk), ["0001-le-van-an.pdf", "0003-thach-soc-kha.pdf"]);
    let volume = letters_of_pdf(&std::fs::read(desk.path(&format!("{OUT}/in-01.pdf"))).unwrap());
    assert!(!volume.contains("TrầnThịBình"));
    let run = desk.run(&["build", "--only", "B"]);
    assert!(run.code == Some(1) && run.err.contains("đã thu hồi theo 12-QĐ/ĐUK"), "{}", run.err);
    assert_eq!(run.err.matches("lỗi[").count(), 1, "{}", run.err);
    let verified = desk.run(&["verify", "xa/cu.pdf"]);
    assert!(
        verified.code == Some(1)
            && verified.out.contains("KHÔNG CÒN GIÁ TRỊ, thu hồi theo Quyết định số 12-QĐ/ĐUK"),
        "{}",
        verified.out
    );
    // All of a batch can be revoked; the register tells it.
    let all = REVOKED.replace("[B]", "[A, B, C]");
    let desk = desk.file(FILE, batch(&all));
    built(&desk);
    assert!(register(&desk).values().all(|[_, state]| state.starts_with("không còn giá trị")));
}

/// Asked for one certificate while others have changed, a run leaves the register and
/// what it lists as they were, and says so; once nothing waits, the register is new.
#[test]
fn a_register_never_lists_files_that_are_gone() {
    let anew = "  cap_lai: [{ma: A, ngay: 2021-02-01}]\n";
    let corrected =
        "  dinh_chinh: [{ma: C, quyet_dinh: {so: 9-QĐ/ĐUK, ngay: 2021-01-05}, ten: Thạch Sóc Khal}]\n";
    let desk = Desk::new().file(FILE, batch(""));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    built(&desk);
    let before = register(&desk);
    let desk = desk.file(FILE, batch(&format!("{anew}{REVOKED}{corrected}")));
    let run = desk.run(&["build", "--only", "A"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("giay-chua-du") && run.err.contains("còn 1 giấy"), "{}", run.err);
    assert!(!run.out.contains("đã xoá"), "{}", run.out);
    assert_eq!(register(&desk), before);
    let old = ["0001-le-van-an.pdf", "0002-tran-thi-binh.pdf", "0003-thach-soc-kha.pdf"];
    assert_eq!(certificates(&desk), [&old[..], &["0004-le-van-an.pdf"]].concat());
    // The last one that waited: now all stand, and all of it is told.
    let run = desk.run(&["build", "--only", "C"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(certificates(&desk), ["0003-thach-soc-khal.pdf", "0004-le-van-an.pdf"]);
    let now = register(&desk);
    assert!(["A", "B"].iter().all(|id| now[*id][1].starts_with("không còn giá trị")), "{now:?}");
    assert!(now["C"][1].contains("đính chính"), "{now:?}");
    let undisturbed = Desk::new().file(FILE, batch(&format!("{anew}{REVOKED}{corrected}")));
    for key in ["bi-mat.pem", "cong-khai.pem"] {
        let key = format!("khoa/{key}");
        std::fs::create_dir_all(undisturbed.path("khoa")).unwrap();
        std::fs::copy(desk.path(&key), undisturbed.path(&key)).unwrap();
    }
    built(&undisturbed);
    assert_eq!(certificates(&desk), certificates(&undisturbed));
    assert_eq!(register(&desk), register(&undisturbed));
}

#[test]
fn a_later_decision_is_joined_by_id() {
    let added = "  bo_sung: [{quyet_dinh: {so: 230-QĐ/ĐUK, ngay: 2020-12-20}, nguoi_nhan: [{ma: D, ten: Lý Ngọc, xep_loai: khá, mo_hinh: Áo mới}]}]\n";
    let corrected =
        "  dinh_chinh: [{ma: C, quyet_dinh: {so: 231-QĐ/ĐUK, ngay: 2020-12-21}, ten: Thạch Sóc Khal}]\n";
    let desk = desk(&format!("{added}{corrected}"));
    let [added, corrected] = ["0004-ly-ngoc.pdf", "0003-thach-soc-khal.pdf"]
        .map(|name| letters_of_pdf(&std::fs::read(desk.path(&format!("{OUT}/{name}"))).unwrap()));
    assert!(added.contains("Quyếtđịnhsố230-QĐ/ĐUK,ngày20/12/2020") && added.contains("ngày20tháng12năm2020"));
    assert!(corrected.contains("ThạchSócKhal") && corrected.contains("215-QĐ/ĐUK"));
    let verified =
        desk.run(&["verify", &format!("{OUT}/so-theo-doi.csv"), &format!("{OUT}/0004-ly-ngoc.pdf")]);
    assert_eq!((verified.code, verified.out.matches(": đúng: ").count()), (Some(0), 5), "{}", verified.out);
}

#[test]
fn contradictions_are_told_at_their_place() {
    let added = |decision: &str, date: &str| {
        let by = format!("  bo_sung: [{{quyet_dinh: {{so: {decision}, ngay: {date}}}, ");
        by + "nguoi_nhan: [{ma: D, ten: Lý Ngọc, xep_loai: khá, mo_hinh: Áo mới}]}]\n"
    };
    let revoked_on = |date: &str| REVOKED.replace("2021-03-05", date);
    for (afterwards, said) in [
        ("  trao: [{ngay: 2020-12-15, ma: [A, Bb]}]\n".into(), "không có mã `Bb`"),
        ("  trao: [{ngay: 2020-12-15, ma: [A, Bb]}]\n".into(), "dot.yml:30:37"),
        ("  trao: [{ngay: 2020-12-09, ma: [A]}]\n".into(), "ngày 09/12/2020 ở trước ngày ký giấy của mã `A` (10/12/2020)"),
        (revoked_on("2020-12-01"), "ở trước ngày ký"),
        ("  trao: [{ngay: 2020-12-15, ma: [A]}, {ngay: 2020-12-16, ma: [A]}]\n".into(), "trao hai lần"),
        ("  trao: [{ngay: 2020-12-09}]\n".into(), "ngày 09/12/2020 ở trước ngày ký giấy"),
        ("  trao: [{ngay: 2020-12-15}, {ngay: 2020-12-16}]\n".into(), "ngày 16/12/2020 không còn giấy nào để trao"),
        (REVOKED.replace("12-QĐ/ĐUK, ngay: 2021-03-05", "215-QĐ/ĐUK, ngay: 2020-12-10"), "là chính quyết định của đợt"),
        (REVOKED.replace("12-QĐ", "0-QĐ") + "  trao: [{ngay: 2020-12-09}]\n", "cảnh báo[giay-quyet-dinh]"),
        (format!("{REVOKED}  dinh_chinh:\n{}", corrected("2021-04-05", "X Y").replace("ma: A", "ma: B")), "không còn gì để đính chính"),
        (
            format!("{REVOKED}  cap_lai: [{{ma: B, ngay: 2021-04-01, quyet_dinh: {{so: 2-QĐ/ĐUK, ngay: 2021-02-28}}}}]\n"),
            "không thể cho phép cấp lại ngày 01/4/2021",
        ),
        (REVOKED.replace("[B]", "[B, B]"), "thu hồi hai lần"),
        (format!("{REVOKED}  trao: [{{ngay: 2021-03-06, ma: [B]}}]\n"), "nhưng đã thu hồi theo 12-QĐ/ĐUK, ngày 05/3/2021"),
        (format!("{REVOKED}  cap_lai: [{{ma: B, ngay: 2021-04-01}}]\n"), "không tự cấp lại được"),
        ("  cap_lai: [{ma: A, ngay: 2021-02-01}, {ma: A, ngay: 2021-02-01}]\n".into(), "cấp lại hai lần"),
        ("  cap_lai: [{ma: A, ngay: 2021-02-01, so: 2}]\n".into(), "số vào sổ 2 dùng hai lần"),
        ("  dinh_chinh: [{ma: A, quyet_dinh: {so: 1-QĐ/ĐUK, ngay: 2021-01-01}}]\n".into(), "không sửa gì"),
        (
            "  bo_sung: [{quyet_dinh: {so: 1-QĐ/ĐUK, ngay: 2021-01-01}, nguoi_nhan: [{ma: A, ten: Lý Ngọc, xep_loai: tốt, mo_hinh: Áo}]}]\n".into(),
            "lỗi[giay-ma]",
        ),
        ("  thu_hoi: [{ma: [A], ly_do: x}]\n".into(), "thiếu mục `quyet_dinh`"),
        (
            format!("  dinh_chinh:\n{}{}", corrected("2021-01-05", "Lê Văn Ân"), corrected("2021-01-05", "Lê Văn Anh")),
            "lỗi[giay-theo-doi]: mã `A` đã được đính chính điều này theo 9-QĐ/ĐUK, ngày 05/01/2021 thành “Lê Văn Ân”\n  --> data/giay-cong-nhan/dot.yml:32:66",
        ),
        (
            format!(
                "  dinh_chinh:\n{}{}",
                corrected("2021-01-05", "Lê Văn Ân"),
                corrected("2021-01-05", "Lê Văn Anh").replace("9-QĐ", "10-QĐ")
            ),
            "thành “Lê Văn Ân”",
        ),
        (
            format!(
                "  dinh_chinh:\n{}{}",
                corrected("2021-01-05", "Lê Văn Ân"),
                corrected("2021-01-06", "Trần Thị Bính").replace("ma: A", "ma: B")
            ),
            "9-QĐ/ĐUK, ngày 06/01/2021: dòng khác của `theo_doi` ghi quyết định này ký ngày 05/01/2021",
        ),
        (
            format!("{REVOKED}{}", added("12-QĐ/ĐUK", "2021-03-06")),
            "dòng khác của `theo_doi` ghi quyết định này ký ngày 06/3/2021",
        ),
        (
            format!("{REVOKED}  cap_lai: [{{ma: B, ngay: 2021-04-01, quyet_dinh: {{so: 12-QĐ/ĐUK, ngay: 2021-03-06}}}}]\n"),
            "12-QĐ/ĐUK, ngày 06/3/2021: dòng khác của `theo_doi` ghi quyết định này ký ngày 05/3/2021",
        ),
        (added("215-QĐ/ĐUK", "2020-12-20"), "215-QĐ/ĐUK, ngày 20/12/2020 là chính quyết định của đợt"),
        (added("5-QĐ/ĐUK", "2020-01-10"), "ở trước ngày ký của đợt giấy (10/12/2020)"),
    ] {
        let desk = Desk::new().file(FILE, batch(&afterwards).replace("ma_qr: true\n", ""));
        let run = desk.run(&["build"]);
        assert!(run.code == Some(1) && run.err.contains(said), "{said}: {}", run.err);
        assert!(!desk.path(&format!("{OUT}/so-theo-doi.csv")).exists(), "{said}: nothing is printed");
    }
    // A decision may give back what another took.
    let given_back =
        "  cap_lai: [{ma: B, ngay: 2021-04-01, quyet_dinh: {so: 20-QĐ/ĐUK, ngay: 2021-04-01}}]\n";
    let desk = desk(&format!("{REVOKED}{given_back}"));
    assert_eq!(
        register(&desk)["B cấp lại 01/4/2021"],
        ["4", "cấp lại lần 1, ngày 01/4/2021, thay số 02 theo Quyết định số 20-QĐ/ĐUK, ngày 01/4/2021"]
    );
}

/// The example of the README, below the list of the repository's own batch.
#[test]
fn the_example_of_the_readme_builds() {
    let readme = include_str!("../../README.md");
    let example = readme.split("```yaml\n").find(|block| block.starts_with("theo_doi:")).unwrap();
    let example = example.split("```").next().unwrap();
    let desk = Desk::new().file(FILE, HEAD);
    built(&desk);
    let desk = desk.file(FILE, format!("{HEAD}{example}"));
    built(&desk);
    let register = register(&desk);
    assert_eq!(register["CN04"], ["11", ""], "added after the handover");
    assert_eq!(register["DV01"][1], "đã trao 15/12/2020");
    assert_eq!(register["CN03"][1], "đã trao 20/12/2020");
    assert!(register["DV06"][1].contains("(khai không đúng thành tích)"));
}

/// The number of one issued anew stays with it, whatever else is found to have been
/// issued before it; and it is the next one of the whole book.
#[test]
fn one_issued_anew_keeps_its_number() {
    let later = "  cap_lai:\n    - {ma: A, ngay: 2021-04-01}\n";
    let desk = desk(later);
    let earlier = format!("{later}    - {{ma: A, ngay: 2021-02-01}}\n");
    let desk = desk.file(FILE, batch(&earlier));
    built(&desk);
    assert_eq!(register(&desk)["A cấp lại 01/4/2021"][0], "4");
    assert_eq!(register(&desk)["A cấp lại 01/02/2021"][0], "5");
    // Its day was mistyped: the register would lose its number without a word.
    let redated = later.replace("2021-04-01", "2021-04-02");
    let told = desk.run_with(FILE, &batch(&redated), &["check"]).err;
    assert!(told.is_empty(), "nothing is made yet: {told}");
    let copy = Desk::new().file(FILE, batch(later));
    built(&copy);
    let told = copy.run_with(FILE, &batch(&redated), &["build"]).err;
    assert!(told.contains("cảnh báo[giay-theo-doi]: giấy số 04 (A cấp lại 01/4/2021) đã làm"), "{told}");
    // The paper is the same where its number is told.
    let mended = "  cap_lai:\n    - {ma: A, ngay: 2021-04-02, so: 4}\n";
    let desk = desk.file(FILE, batch(mended));
    built(&desk);
    assert_eq!(register(&desk)["A cấp lại 02/4/2021"][0], "4");
    // Another batch of the book has gone on meanwhile.
    let other = batch("").replace("so_dau: 1", "so_dau: 6").replace("ma: A,", "ma: K,");
    let other = other.replace("ma: B,", "ma: L,").replace("ma: C,", "ma: M,");
    let desk = desk.file("data/giay-cong-nhan/khac.yml", other);
    built(&desk);
    let more = format!("{mended}    - {{ma: B, ngay: 2021-05-01}}\n");
    let desk = desk.file(FILE, batch(&more));
    built(&desk);
    assert_eq!(register(&desk)["B cấp lại 01/5/2021"][0], "9");
}

#[test]
fn a_line_may_say_that_it_was_issued_anew() {
    let text =
        batch(REISSUED).replace("so_dau: 1", "dong_vao_so: \"Vào sổ số: {{ so }} {{ cap_lai }}\"\nso_dau: 1");
    let desk = Desk::new().file(FILE, text.replace("ma_qr: true\n", ""));
    built(&desk);
    let volume = letters_of_pdf(&std::fs::read(desk.path(&format!("{OUT}/in-01.pdf"))).unwrap());
    assert!(volume.contains("Vàosổsố:04cấplạilần1,ngày01/02/2021"), "{volume}");
    assert!(volume.contains("Vàosổsố:02"), "{volume}");
}

/// What is said to have been done on a day that has not come is told; it may be the clock.
#[test]
fn days_that_have_not_come_are_told() {
    let revoked = REVOKED.replace("2021-03-05", "2098-03-05");
    let again = "  cap_lai: [{ma: A, ngay: 2097-02-01}]\n";
    let handed = "  trao: [{ngay: 2020-12-15}, {ngay: 2099-01-01, ma: A}]\n";
    let text = batch(&format!("{handed}{again}{revoked}")).replace("ma_qr: true\n", "");
    let run = Desk::new().file(FILE, text).run(&["build"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    for day in ["01/01/2099", "01/02/2097", "05/3/2098"] {
        assert!(run.err.contains(&format!("cảnh báo[giay-theo-doi]: ngày {day} chưa tới")), "{}", run.err);
    }
    assert_eq!(run.err.matches("chưa tới").count(), 3, "{}", run.err);
}
