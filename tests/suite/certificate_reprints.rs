//! Certificates that are to be printed, anew or again: they wait in volumes of their own
//! until somebody has printed them.

use crate::certificate_numbers::{PEOPLE, batch, built};
use crate::certificates::{FILE, OUT};
use crate::desk::Desk;
use crate::text::letters_of_pdf;

/// Corrections wait in one volume until somebody has printed it and takes it away.
#[test]
fn reprints_wait_until_they_are_printed() {
    let volume = format!("{OUT}/in-lai.pdf");
    let mut people = PEOPLE;
    let desk = Desk::new().file(FILE, batch(&people));
    built(&desk);
    people[0].1 = "Chi bộ Sở Anh";
    let desk = desk.file(FILE, batch(&people));
    built(&desk);
    people[2].1 = "Chi bộ Sở Cánh";
    let desk = desk.file(FILE, batch(&people));
    for _ in 0..3 {
        assert!(built(&desk).out.contains("phải in lại 2 giấy"), "told until they are printed");
    }
    let letters = letters_of_pdf(&std::fs::read(desk.path(&volume)).unwrap());
    assert!(
        letters.contains("ChibộSởAnh") && letters.contains("ChibộSởCánh") && !letters.contains("ChibộSởDân")
    );
    std::fs::remove_file(desk.path(&volume)).unwrap();
    assert!(!built(&desk).out.contains("in lại"));
    people[3].1 = "Chi bộ Sở Dần";
    let desk = desk.file(FILE, batch(&people));
    assert!(built(&desk).out.contains("phải in lại 1 giấy"));
}

/// Where all changed, they wait too, in as many volumes as it takes; told by name.
#[test]
fn all_that_changed_wait_until_they_are_printed() {
    for (per_volume, volumes, told) in [
        ("", vec!["in-lai.pdf"], "phải in lại 4 giấy (trong in-lai.pdf; in xong thì xoá tệp này)"),
        (
            "\nmoi_tap: 3",
            vec!["in-lai-01.pdf", "in-lai-02.pdf"],
            "phải in lại 4 giấy (trong in-lai-01.pdf … in-lai-02.pdf; in xong thì xoá hết các tệp này)",
        ),
    ] {
        let text = batch(&PEOPLE).replace("so_dau: 1", &format!("so_dau: 1{per_volume}"));
        let desk = Desk::new().file(FILE, &text);
        built(&desk);
        let desk = desk.file(FILE, text.replace("Đạt danh hiệu", "Có danh hiệu"));
        for _ in 0..2 {
            let out = built(&desk).out;
            assert!(out.contains(told), "{out}");
        }
        for name in volumes {
            std::fs::remove_file(desk.path(&format!("{OUT}/{name}"))).unwrap();
        }
        let out = built(&desk).out;
        assert!(!out.contains("in lại"), "{out}");
    }
}

/// Volumes of reprints that a later list has no use for go away, all of them.
#[test]
fn stale_volumes_of_reprints_go() {
    let desk = |people: &[(&str, &str)]| batch(people).replace("so_dau: 1", "so_dau: 1\nmoi_tap: 1");
    let mut people = PEOPLE;
    let own = Desk::new().file(FILE, desk(&people));
    built(&own);
    for person in people.iter_mut().take(3) {
        person.1 = "Chi bộ Sở Mới";
    }
    let own = own.file(FILE, desk(&people));
    built(&own);
    let volumes = |desk: &Desk| {
        (1..=3).map(|at| desk.path(&format!("{OUT}/in-lai-{at:02}.pdf")).exists()).collect::<Vec<_>>()
    };
    assert_eq!(volumes(&own), [true; 3]);
    let own = own.file(FILE, desk(&people[2..]));
    built(&own);
    assert_eq!(volumes(&own), [false; 3]);
    assert!(own.path(&format!("{OUT}/in-lai.pdf")).exists());
}

/// Who is new to a batch that was printed waits for the printer by name.
#[test]
fn new_recipients_are_told_and_wait_to_be_printed() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let mut people = PEOPLE.to_vec();
    people.insert(0, ("N", "Chi bộ Sở Ngọc"));
    people[2].1 = "Chi bộ Sở Bình Minh";
    let desk = desk.file(FILE, batch(&people));
    let out = built(&desk).out;
    assert!(out.contains("phải in 1 giấy mới, in lại 1 giấy (trong in-lai.pdf"), "{out}");
    assert!(
        out.contains("05  N  Chi bộ Sở Ngọc  (mới)") && out.contains("02  B  Chi bộ Sở Bình Minh\n"),
        "{out}"
    );
    let volume = letters_of_pdf(&std::fs::read(desk.path(&format!("{OUT}/in-lai.pdf"))).unwrap());
    assert!(volume.contains("SởNgọc") && volume.contains("BìnhMinh") && !volume.contains("SởAn"), "{volume}");
    // It is still new as long as it waits, whatever changes beside it or in it.
    for from in ["Chi bộ Sở Dân", "Chi bộ Sở Ngọc"] {
        let at = people.iter().position(|(_, name)| *name == from).unwrap_or_default();
        people[at].1 = if at == 0 { "Chi bộ Sở Ngọc Hà" } else { "Chi bộ Sở Dân Chủ" };
        std::fs::write(desk.path(FILE), batch(&people)).unwrap();
        let out = built(&desk).out;
        assert!(out.contains("phải in 1 giấy mới, in lại 2 giấy"), "{out}");
    }
    // One that cannot be made is in no volume, and none is told.
    let desk = desk.file(FILE, batch(&people).replace("Chi bộ Sở Dân", "Chi bộ Sở Dân 😀"));
    let run = desk.run(&["build"]);
    assert!(run.code == Some(1) && !run.out.contains("in-lai.pdf"), "{}", run.out);
}
