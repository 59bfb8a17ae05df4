//! Register numbers: a number stays with its id and goes to nobody else.

use std::collections::BTreeMap;

use crate::certificates::{FILE, OUT};
use crate::desk::{Desk, Run};

const EXAMPLE: &str = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");

/// A batch of these people, `(id, name)`.
pub(crate) fn batch(people: &[(&str, &str)]) -> String {
    let head = EXAMPLE.split("nguoi_nhan:\n").next().unwrap();
    let row = |(id, name): &(&str, &str)| {
        format!("  - {{ma: {id}, ten: {name}, xep_loai: tốt, mo_hinh: Một cửa}}\n")
    };
    format!("{head}nguoi_nhan:\n{}", people.iter().map(row).collect::<String>())
}

pub(crate) const PEOPLE: [(&str, &str); 4] =
    [("A", "Chi bộ Sở An"), ("B", "Chi bộ Sở Bình"), ("C", "Chi bộ Sở Cảnh"), ("D", "Chi bộ Sở Dân")];

pub(crate) fn built(desk: &Desk) -> Run {
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    run
}

/// The numbers of the register by id.
fn numbers(desk: &Desk) -> BTreeMap<String, String> {
    let register = std::fs::read_to_string(desk.path(&format!("{OUT}/so-theo-doi.csv"))).unwrap();
    let rows = register.lines().skip(1).map(|row| row.split(',').map(String::from).collect::<Vec<_>>());
    rows.map(|row| (row[1].clone(), row[0].clone())).collect()
}

pub(crate) fn given(desk: &Desk) -> String {
    numbers(desk).into_iter().map(|(id, number)| id + &number).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_number_stays_with_its_id() {
    let person = |id: &str| {
        let more = [("E", "Chi bộ Sở Én"), ("F", "Chi bộ Sở Phú")];
        PEOPLE.into_iter().chain(more).find(|(own, _)| *own == id).unwrap()
    };
    for (people, expected) in [
        ("E A B C D", "A1 B2 C3 D4 E5"),
        ("D C B A", "A1 B2 C3 D4"),
        ("A C D", "A1 B2 C3 D4"),
        ("A B C E", "A1 B2 C3 D4 E5"),
        ("E F C D", "A1 B2 C3 D4 E5 F6"),
    ] {
        let people: Vec<_> = people.split(' ').map(person).collect();
        let desk = Desk::new().file(FILE, batch(&PEOPLE));
        built(&desk);
        let desk = desk.file(FILE, batch(&people));
        built(&desk);
        assert_eq!(given(&desk), expected);
        // Nor does it come back to somebody else in a third run, with the state lost.
        std::fs::remove_file(desk.path(&format!("{OUT}/.vankien.json"))).unwrap();
        let remark = desk.run(&["check"]).err;
        built(&desk);
        assert_eq!(given(&desk), expected);
        assert!(remark.contains("lưu ý[giay-so]"), "{remark}");
    }
}

/// A memory that somebody altered is damaged: the register tells whose the numbers are.
#[test]
fn an_altered_memory_is_not_believed() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let path = desk.path(&format!("{OUT}/.vankien.json"));
    let before = std::fs::read(&path).unwrap();
    let text = String::from_utf8(before.clone()).unwrap();
    let swapped = text.replace("\"number\":1,", "\"number\":9,").replace("\"number\":2,", "\"number\":1,");
    assert_ne!(swapped, text);
    std::fs::write(&path, swapped.replace("\"number\":9,", "\"number\":2,")).unwrap();
    built(&desk);
    assert_eq!(given(&desk), "A1 B2 C3 D4");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

/// What all certificates say alike is remembered under the names of the file and by its
/// words: another version of the program that computes other digests would tell every
/// batch with papers handed over that something had changed.
#[test]
fn what_all_say_alike_is_remembered_in_a_lasting_form() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let text = std::fs::read_to_string(desk.path(&format!("{OUT}/.vankien.json"))).unwrap();
    let memory: serde_json::Value = serde_json::from_str(text.split_once('\n').unwrap().1).unwrap();
    let mut alike = memory["alike"].as_object().unwrap().clone();
    // That of the profile changes with the profile.
    assert!(alike.remove("mau").is_some());
    insta::assert_snapshot!(serde_json::to_string_pretty(&alike).unwrap(), @r#"
    {
      "co_quan": "78133104cc0b3e53",
      "dia_danh": "3cae8887f76f3849",
      "dong": "9d0877a8cb783d98",
      "dong_quyet_dinh": "8af154e08780c6c6",
      "dong_vao_so": "ff025c378ea07014",
      "ky": "eb551104232a16fe",
      "ngay": "d8149359bd9b8458",
      "quyet_dinh": "8cf6a8bd695c5852"
    }
    "#);
}

/// A number that was given and taken away again is never given anew.
#[test]
fn a_retired_number_is_not_used_again() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let desk = desk.file(FILE, batch(&PEOPLE[..3]));
    built(&desk);
    let mut people = PEOPLE.to_vec();
    people[3] = ("M", "Phạm Văn Mới");
    let desk = desk.file(FILE, batch(&people));
    built(&desk);
    assert_eq!(given(&desk), "A1 B2 C3 D4 M5");
    let desk = desk.file(FILE, batch(&people).replace("ma: M,", "ma: M, so: 4,"));
    let run = desk.run(&["build"]);
    assert!(run.code == Some(1) && run.err.contains("đã vào sổ số 5, nay thành số 4"), "{}", run.err);
    let desk = desk.file(FILE, batch(&people).replace("ma: M,", "ma: N, so: 4,"));
    let run = desk.run(&["build"]);
    assert!(run.code == Some(1) && run.err.contains("số vào sổ 4 đã cấp cho mã `D`"), "{}", run.err);
}

#[test]
fn two_batches_of_a_book_share_no_number() {
    let other = "data/giay-cong-nhan/khac.yml";
    let two = |first: &str| batch(&[("X", "Chi bộ Sở X"), ("Y", "Chi bộ Sở Y")]).replace("so_dau: 1", first);
    let desk = Desk::new().file(FILE, batch(&PEOPLE)).file(other, two("so_dau: 4"));
    let run = desk.run(&["build"]);
    assert!(run.code == Some(1) && run.err.contains("1 số vào sổ đã cấp trong"), "{}", run.err);
    assert!(run.err.contains("so_dau: 5"), "{}", run.err);
    let desk = desk.file(other, two("so_dau: 5"));
    built(&desk);
    // Another body, another year, another kind of paper has a book of its own.
    let desk = desk.file(other, two("so_dau: 1").replace("ky_hieu: ĐUK", "ky_hieu: BCĐ"));
    std::fs::remove_dir_all(desk.path("output/giay-cong-nhan/khac")).unwrap();
    built(&desk);
    // A batch that was renamed has given its numbers already.
    std::fs::rename(desk.path(FILE), desk.path("data/giay-cong-nhan/doi-ten.yml")).unwrap();
    let run = desk.run(&["build"]);
    assert!(run.code == Some(1) && run.err.contains("output/giay-cong-nhan/dot/"), "{}", run.err);
}

#[test]
fn an_id_that_was_mended_is_told() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let desk = desk.file(FILE, batch(&PEOPLE).replace("ma: B,", "ma: B2,"));
    let run = built(&desk);
    assert!(run.err.contains("cảnh báo[giay-ma]: mã `B` không còn trong danh sách"), "{}", run.err);
    assert!(run.err.contains("(trước là 02)"), "{}", run.err);
}

/// Numbers are read from whatever register is left; with none, nobody is numbered anew.
#[test]
fn lost_memory_is_no_reason_to_number_anew() {
    let mut people = PEOPLE.to_vec();
    people.insert(0, ("N", "Chi bộ Sở Ngọc"));
    let lose = |desk: &Desk, names: &[&str]| {
        for name in names {
            std::fs::remove_file(desk.path(&format!("{OUT}/{name}"))).unwrap();
        }
    };
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let desk = desk.file(FILE, batch(&people));
    lose(&desk, &[".vankien.json", "so-theo-doi.csv"]);
    built(&desk);
    assert_eq!(given(&desk), "A1 B2 C3 D4 N5");
    lose(&desk, &[".vankien.json", "so-theo-doi.csv", "so-theo-doi.xlsx"]);
    let run = desk.run(&["build"]);
    assert!(run.code == Some(1) && run.err.contains("không biết số nào của ai"), "{}", run.err);
    // What was still to be printed is told to be unknown.
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let desk = desk.file(FILE, batch(&people));
    built(&desk);
    lose(&desk, &[".vankien.json"]);
    let run = built(&desk);
    assert!(run.err.contains("cảnh báo[giay-in-lai]"), "{}", run.err);
}

/// The register alone tells, by the SHA-256 of the files, what has changed since.
#[test]
fn what_the_register_has_otherwise_is_printed_again() {
    let other = batch(&PEOPLE).replace("mo_hinh: ", "mo_hinh: Cũ ");
    let changed = other.replacen("mo_hinh: Cũ ", "mo_hinh: Mới ", 1);
    let more = changed
        .replace("  - {ma: A,", "  - {ma: N, ten: Chi bộ Sở Năm, xep_loai: tốt, mo_hinh: Áo}\n  - {ma: A,");
    assert!(more.contains("ma: N,") && changed != other);
    for (what, text, steps, told) in [
        ("nothing", &other, &["build"][..], None),
        ("a paper", &changed, &["build"], Some("phải in lại 1 giấy")),
        ("a paper and a row", &more, &["build"], Some("phải in 1 giấy mới, in lại 1 giấy")),
        ("in two runs", &changed, &["build --only B", "build"], Some("phải in lại 1 giấy")),
    ] {
        let desk = Desk::new().file(FILE, &other);
        built(&desk);
        std::fs::remove_file(desk.path(&format!("{OUT}/.vankien.json"))).unwrap();
        let desk = desk.file(FILE, text);
        let outs: String =
            steps.iter().map(|step| desk.run(&step.split(' ').collect::<Vec<_>>()).out).collect();
        assert_eq!(outs.contains("phải in"), told.is_some(), "{what}: {outs}");
        assert!(told.is_none_or(|told| outs.contains(told)), "{what}: {outs}");
        assert_eq!(desk.path(&format!("{OUT}/in-lai.pdf")).exists(), told.is_some(), "{what}");
    }
}

/// What was handed over is not made otherwise because the memory was lost.
#[test]
fn papers_in_hand_are_held_against_the_register() {
    let handed = format!("theo_doi: {{trao: [{{ngay: 2020-12-15}}]}}\n{}", batch(&PEOPLE));
    let file = format!("{OUT}/0001-chi-bo-so-an.pdf");
    for (what, text, error) in [
        ("nothing", handed.clone(), false),
        ("a rank", handed.replacen("xep_loai: tốt", "xep_loai: khá", 1), true),
        ("a line of all", handed.replace("năm 2020", "năm 2019"), true),
    ] {
        let desk = Desk::new().file(FILE, &handed);
        built(&desk);
        let before = std::fs::read(desk.path(&file)).unwrap();
        std::fs::remove_file(desk.path(&format!("{OUT}/.vankien.json"))).unwrap();
        let desk = desk.file(FILE, text);
        let run = desk.run(&["build"]);
        let told = run.err.contains("lỗi[giay-theo-doi]");
        assert_eq!((told, run.code), (error, Some(i32::from(error))), "{what}: {}", run.err);
        assert!(std::fs::read(desk.path(&file)).unwrap() == before, "{what}");
    }
}

/// A number that somebody changed in one register does not fit its file.
#[test]
fn a_number_changed_in_one_register_is_not_believed() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    std::fs::remove_file(desk.path(&format!("{OUT}/.vankien.json"))).unwrap();
    let path = format!("{OUT}/so-theo-doi.csv");
    let register = std::fs::read_to_string(desk.path(&path)).unwrap();
    let altered = register.replace("\n2,", "\n9,");
    assert_ne!(altered, register);
    std::fs::write(desk.path(&path), altered).unwrap();
    built(&desk);
    assert_eq!(given(&desk), "A1 B2 C3 D4");
}

/// A number that is written where it was kept before changes no paper.
#[test]
fn a_number_written_or_kept_is_the_same() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let desk = desk.file(FILE, batch(&PEOPLE).replace("ma: B,", "ma: B, so: 2,"));
    let out = built(&desk).out;
    assert!(out.contains("làm 0, giữ 4") && !out.contains("phải in"), "{out}");
}

/// A recipient has one certificate in a book, a decision one batch.
#[test]
fn nobody_is_given_two_certificates_of_a_book() {
    let other = batch(&[("B", "Chi bộ Sở Bình"), ("Z", "Chi bộ Sở Zôn")]).replace("so_dau: 1", "so_dau: 11");
    let desk = Desk::new().file(FILE, batch(&PEOPLE)).file("data/giay-cong-nhan/khac.yml", other);
    let run = built(&desk);
    assert!(
        run.err.contains("cảnh báo[giay-trung-ten]: 1 người nhận cùng mã, cùng tên đã có giấy"),
        "{}",
        run.err
    );
}

/// A person who has a certificate of a decision is known in another batch whatever the
/// id there, in one run or after; a decision has one day, and the form of its issuer.
#[test]
fn two_batches_of_one_decision_are_held_against_each_other() {
    const OTHER: &str = "data/giay-cong-nhan/khac.yml";
    let same = batch(&[("Y", "Chi bộ Sở Bình"), ("Z", "Chi bộ Sở Zôn")]).replace("so_dau: 1", "so_dau: 11");
    let again = "cảnh báo[giay-trung-ten]: `Chi bộ Sở Bình` đã có giấy của quyết định này";
    let day = "cảnh báo[giay-quyet-dinh]: ";
    for (what, other, told) in [
        ("another id", same.clone(), Some(again)),
        ("another decision", same.replace("215-QĐ/ĐUK", "216-QĐ/ĐUK"), None),
        ("another model", same.replace("mo_hinh: ", "mo_hinh: Khác "), None),
        (
            "another day",
            same.replace("Sở Bình", "Sở Xa").replace("2020-12-10", "2020-12-11"),
            Some("ghi quyết định này ký ngày 10/12/2020"),
        ),
        (
            "as the State writes it",
            same.replace("Sở Bình", "Sở Xa").replace("215-QĐ/ĐUK", "216/QĐ-ĐUK"),
            Some("có phải là `216-QĐ/ĐUK`?"),
        ),
        (
            "without its marks",
            same.replace("Sở Bình", "Sở Xa").replace("215-QĐ/ĐUK", "215-QĐ/DUK"),
            Some("`215-QĐ/DUK` không ghi đúng `ky_hieu`"),
        ),
        ("of another body", same.replace("Sở Bình", "Sở Xa").replace("215-QĐ/ĐUK", "15-QĐ/TU"), None),
        ("neither", same.replace("Sở Bình", "Sở Xa"), None),
    ] {
        let told_by = |run: &Run| {
            let count = run.err.matches(again).count() + run.err.matches(day).count();
            assert_eq!((run.code, count), (Some(0), usize::from(told.is_some())), "{what}: {}", run.err);
            assert!(told.is_none_or(|told| run.err.contains(told)), "{what}: {}", run.err);
        };
        told_by(&Desk::new().file(FILE, batch(&PEOPLE)).file(OTHER, &other).run(&["build"]));
        // Where the register of an earlier run is all that is known.
        let desk = Desk::new().file(FILE, batch(&PEOPLE));
        built(&desk);
        told_by(&desk.file(OTHER, &other).run(&["build", OTHER]));
    }
}

/// Written elsewhere, certificates bear the numbers that the usual folder gave, and
/// none that another batch has there.
#[test]
fn numbers_given_in_the_usual_folder_hold_elsewhere() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE[1..]));
    built(&desk);
    let desk = desk.file(FILE, batch(&PEOPLE));
    let elsewhere = |desk: &Desk, out: &str| {
        let run = desk.run(&["build", "--out", out]);
        let register =
            std::fs::read_to_string(desk.path(&format!("{out}/giay-cong-nhan/dot/so-theo-doi.csv")));
        let rows = register.unwrap_or_default();
        let rows = rows.lines().skip(1).map(|row| row.split(',').take(2).collect::<Vec<_>>().join(" "));
        (run, rows.collect::<Vec<_>>().join(", "))
    };
    let (run, rows) = elsewhere(&desk, "usb");
    assert_eq!((run.code, rows.as_str()), (Some(0), "4 A, 1 B, 2 C, 3 D"), "{}", run.err);
    // What was numbered elsewhere first gives way.
    std::fs::remove_dir_all(desk.path("output")).unwrap();
    built(&desk);
    assert_eq!(elsewhere(&desk, "usb").1, "1 A, 2 B, 3 C, 4 D");
    let other = batch(&[("X", "Chi bộ Sở X")]);
    let desk = desk.file("data/giay-cong-nhan/khac.yml", other);
    std::fs::remove_file(desk.path(FILE)).unwrap();
    let run = desk.run(&["build", "--out", "moi"]);
    assert!(run.code == Some(1) && run.err.contains("1 số vào sổ đã cấp trong"), "{}", run.err);
}
