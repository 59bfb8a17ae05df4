//! Papers that people hold: what the list, `theo_doi` or a lost memory may not do to them.

use crate::certificate_numbers::{PEOPLE, batch, built, given};
use crate::certificates::{FILE, OUT};
use crate::desk::{Desk, Run};

/// The batch with what became of its certificates.
fn followed(people: &[(&str, &str)], lines: &str) -> String {
    format!("{}theo_doi:\n{lines}", batch(people))
}

const ALL: &str = "  trao: [{ngay: 2020-12-20}]\n";
const ANEW: &str = "  trao: [{ngay: 2020-12-20}, {ngay: 2021-01-20, ma: [A]}]\n";

fn corrected(name: &str) -> String {
    format!("  dinh_chinh: [{{ma: A, quyet_dinh: {{so: 9-QĐ/ĐUK, ngay: 2021-01-05}}, ten: {name}}}]\n")
}

/// A batch that was built with one thing after the other; and what the last of them told.
fn steps(texts: &[String]) -> (Desk, Run) {
    let mut desk = Desk::new();
    let mut last = None;
    for text in texts {
        desk = desk.file(FILE, text);
        last = Some(desk.run(&["build"]));
        // Whoever printed what waited took it away.
        let _ = std::fs::remove_file(desk.path(&format!("{OUT}/in-lai.pdf")));
    }
    (desk, last.unwrap())
}

#[test]
fn what_is_done_to_a_paper_in_hand_is_told() {
    let plain = || batch(&PEOPLE);
    let one = "  trao: [{ngay: 2020-12-20, ma: [A]}]\n";
    let anew = |name: &str| format!("{}{ANEW}", corrected(name));
    let reissued = |day: &str| {
        format!(
            "  cap_lai: [{{ma: A, ngay: {day}}}]\n  trao: [{{ngay: 2020-12-20}}, {{ngay: 2021-02-01, ma: [A]}}]\n"
        )
    };
    let given = |lines: &str| followed(&PEOPLE, lines);
    let steps_of =
        |name: &str| vec![plain(), given(ALL), given(&(corrected(name) + ALL)), given(&anew(name))];
    let and = |mut before: Vec<String>, last: String| {
        before.push(last);
        before
    };
    for (texts, told) in [
        // Nobody holds the paper of D.
        (
            vec![plain(), given(one), followed(&PEOPLE[..3], one)],
            "cảnh báo[giay-so]: không còn trong danh sách: mã D (số 04)",
        ),
        (
            vec![plain(), given(ALL), followed(&PEOPLE[..3], ALL)],
            "lỗi[giay-theo-doi]: giấy số 04 của mã `D` đã trao mà không còn trong danh sách",
        ),
        (
            vec![plain(), given(one), followed(&PEOPLE[1..], one)],
            "lỗi[giay-theo-doi]: mã `A` (giấy số 01) không còn trong danh sách người nhận",
        ),
        (
            vec![plain(), given(ALL), plain()],
            "cảnh báo[giay-theo-doi]: lần trước đã trao, nay không còn dòng `trao`: mã A, B, C, D",
        ),
        (
            and(steps_of("Chi bộ Sở Ân"), given(&anew("Chi bộ Sở Ấn"))),
            "lỗi[giay-theo-doi]: giấy đã trao mà danh sách nay ghi khác: mã A",
        ),
        (
            and(steps_of("Chi bộ Sở Ân"), given(ANEW)),
            "lỗi[giay-theo-doi]: giấy đã trao mà danh sách nay ghi khác: mã A",
        ),
        (
            vec![plain(), given(ALL), given(&(corrected("Chi bộ Sở Ân") + ALL)), given(ALL)],
            "cảnh báo[giay-theo-doi]: lần trước đã đính chính, nay không còn dòng `dinh_chinh`: mã A",
        ),
        (
            vec![plain(), given(ALL), given(&reissued("2021-01-15")), given(&reissued("2021-01-16"))],
            "lỗi[giay-theo-doi]: giấy số 05 của mã `A cấp lại 15/01/2021` đã trao mà không còn trong danh sách",
        ),
    ] {
        let (_, run) = steps(&texts);
        assert!(run.err.contains(told), "{told}: {}", run.err);
    }
}

/// A paper that only looks otherwise is not printed again for whoever holds one.
#[test]
fn other_looks_are_for_those_who_hold_none() {
    let one = followed(&PEOPLE, "  trao: [{ngay: 2020-12-20, ma: [A, B, C]}]\n");
    let (desk, _) = steps(&[batch(&PEOPLE), one.clone()]);
    let desk = desk.file(FILE, one.replace("a4-ngang", "a3-ngang"));
    let run = built(&desk);
    assert!(run.err.contains("mẫu hoặc cách in đã đổi"), "{}", run.err);
    assert!(run.out.contains("phải in lại 1 giấy") && run.out.contains("04  D"), "{}", run.out);
}

/// With all that an earlier run left gone, numbers would be counted anew.
#[test]
fn papers_handed_over_without_any_memory_are_told() {
    let (desk, _) = steps(&[batch(&PEOPLE), followed(&PEOPLE, ALL)]);
    std::fs::remove_dir_all(desk.path("output")).unwrap();
    let desk = desk.file(FILE, followed(&PEOPLE[1..], ALL));
    let run = built(&desk);
    let told = "cảnh báo[giay-theo-doi]: `trao` ghi giấy đã trao mà ";
    assert!(run.err.contains(told), "{}", run.err);
    assert_eq!(built(&desk).err, "", "told once");
}

/// Where the memory is lost, what waited for the printer is kept beside what waits now.
#[test]
fn what_waited_for_the_printer_is_not_written_over() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let first = batch(&PEOPLE).replace("Sở Bình", "Sở Bính");
    let desk = desk.file(FILE, &first);
    built(&desk);
    let waits = std::fs::read(desk.path(&format!("{OUT}/in-lai.pdf"))).unwrap();
    std::fs::remove_file(desk.path(&format!("{OUT}/.vankien.json"))).unwrap();
    let desk = desk.file(FILE, first.replace("Sở An", "Sở Ân"));
    let run = built(&desk);
    assert!(run.err.contains("tệp in-lai của lần trước nay là in-lai-truoc-01.pdf"), "{}", run.err);
    assert_eq!(std::fs::read(desk.path(&format!("{OUT}/in-lai-truoc-01.pdf"))).unwrap(), waits);
}

/// A first number that is set higher later is that of whoever comes next.
#[test]
fn a_higher_first_number_is_that_of_the_next() {
    let (desk, _) = steps(&[batch(&PEOPLE[..3]), batch(&PEOPLE).replace("so_dau: 1\n", "so_dau: 101\n")]);
    assert_eq!(given(&desk), "A1 B2 C3 D101");
}

/// What stands in somebody's hands is what was printed when the handover was written down,
/// whatever is decided, written or mended later; each of these steps is in order.
#[test]
fn ordinary_steps_are_not_held_up() {
    let plain = || batch(&PEOPLE);
    let given = |lines: &str| followed(&PEOPLE, lines);
    let ann = corrected("Chi bộ Sở Ân");
    let early = ann.replace("2021-01-05", "2020-12-15");
    let renamed = [&[("A", "Chi bộ Sở Ân")], &PEOPLE[1..]].concat();
    let two = format!(
        "{}{ANEW}",
        ann.replace("]\n", ", {ma: A, quyet_dinh: {so: 8-QĐ/ĐUK, ngay: 2020-12-30}, mo_hinh: Áo mới}]\n")
    );
    for texts in [
        // The list takes over what a correction said; then the paper is handed over.
        vec![plain(), given(&ann), batch(&renamed), followed(&renamed, "  trao: [{ngay: 2021-01-20}]\n")],
        // A decision of an earlier day comes late, is mended, and the new paper handed over.
        vec![
            plain(),
            given(ALL),
            given(&(early.clone() + ALL)),
            given(&(early.replace("Ân", "Ấn") + ALL)),
            given(&(early.clone() + ANEW)),
        ],
        // Another one, after a first correction was handed over anew.
        vec![plain(), given(ALL), given(&(ann.clone() + ALL)), given(&(ann.clone() + ANEW)), given(&two)],
    ] {
        for count in 1..=texts.len() {
            let (_, run) = steps(&texts[..count]);
            assert!(!run.err.contains("lỗi["), "{count}: {}", run.err);
        }
    }
}

/// A paper that waits for the printer waits still once its revocation is taken away.
#[test]
fn what_waits_for_the_printer_is_not_forgotten() {
    let corrected = corrected("Chi bộ Sở Ân") + ALL;
    let revoked =
        format!("{corrected}  thu_hoi: [{{ma: A, quyet_dinh: {{so: 12-QĐ/ĐUK, ngay: 2021-01-08}}}}]\n");
    let mut desk = Desk::new();
    for (lines, waits) in
        [("", false), (ALL, false), (&corrected, true), (&revoked, false), (&corrected, true)]
    {
        let text = if lines.is_empty() { batch(&PEOPLE) } else { followed(&PEOPLE, lines) };
        desk = desk.file(FILE, text);
        let run = built(&desk);
        assert_eq!(run.out.contains("01  A  Chi bộ Sở Ân"), waits, "{lines}: {}", run.out);
    }
}
