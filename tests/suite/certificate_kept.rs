//! What becomes of the files of a batch when its list changes or a file cannot be
//! written: nothing good is lost.

use crate::certificate_numbers::{PEOPLE, batch, built, given};
use crate::certificates::{FILE, OUT};
use crate::desk::Desk;

fn pdfs(desk: &Desk) -> Vec<String> {
    let names =
        std::fs::read_dir(desk.path(OUT)).unwrap().map(|own| own.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name.starts_with('0')).collect();
    names.sort();
    names
}

/// A certificate whose row has a fault now, or that was not asked for, keeps its file.
#[test]
fn a_good_certificate_is_kept() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let before = pdfs(&desk);
    let mut people = PEOPLE;
    people[1].1 = "Chi bộ Sở Khác";
    let text =
        batch(&people).replace("ten: Chi bộ Sở Khác, xep_loai: tốt, mo_hinh: Một cửa", "ten: Chi bộ Sở Khác");
    let desk = desk.file(FILE, text);
    let run = desk.run(&["build"]);
    assert!(run.code == Some(1) && !run.out.contains("đã xoá"), "{}{}", run.out, run.err);
    assert_eq!(pdfs(&desk), before);
    people[0].1 = "Chi bộ Sở Một";
    let desk = desk.file(FILE, batch(&people));
    let run = desk.run(&["build", "--only", " C, D "]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("cảnh báo[giay-chua-du]"), "the old register stands: {}", run.err);
    assert_eq!(pdfs(&desk), before);
    assert!(built(&desk).out.contains("đã xoá"));
    assert_eq!(pdfs(&desk)[..2], ["0001-chi-bo-so-mot.pdf", "0002-chi-bo-so-khac.pdf"]);
}

/// What somebody wrote into the register is not lost.
#[test]
fn a_register_that_was_written_into_is_kept() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE).replace("ma: B,", "ma: B, ghi_chu: Nhận thay,"));
    built(&desk);
    let path = format!("{OUT}/so-theo-doi.csv");
    let register = std::fs::read_to_string(desk.path(&path)).unwrap();
    assert!(register.contains(",Nhận thay\n"), "{register}");
    let desk = desk.file(&path, register.replace("Nhận thay", "Đã nhận 12/12"));
    let run = built(&desk);
    assert!(run.err.contains("cảnh báo[giay-so-theo-doi]"), "{}", run.err);
    let kept = std::fs::read_to_string(desk.path(&format!("{OUT}/so-theo-doi-ghi-tay-01.csv"))).unwrap();
    assert!(kept.contains("Đã nhận 12/12"));
    assert_eq!(built(&desk).err, "", "told once");
}

/// A memory of an earlier day, put back from a copy: the numbers given since are in the
/// register, in either of its two forms.
#[test]
fn an_older_memory_gives_no_number_away() {
    let (e, f) = (("E", "Chi bộ Sở Én"), ("F", "Chi bộ Sở Phú"));
    for (people, expected) in
        [(&[f, e][..], "A1 B2 C3 D4 E5 F6"), (&[f], "A1 B2 C3 D4 E5 F6"), (&[e, f], "A1 B2 C3 D4 E5 F6")]
    {
        for lost in ["", "so-theo-doi.csv", "so-theo-doi.xlsx"] {
            let desk = Desk::new().file(FILE, batch(&PEOPLE));
            built(&desk);
            let memory = desk.path(&format!("{OUT}/.vankien.json"));
            let older = std::fs::read(&memory).unwrap();
            let desk = desk.file(FILE, batch(&[&PEOPLE[..], &[e]].concat()));
            built(&desk);
            std::fs::write(&memory, older).unwrap();
            if !lost.is_empty() {
                std::fs::remove_file(desk.path(&format!("{OUT}/{lost}"))).unwrap();
            }
            let desk = desk.file(FILE, batch(&[&PEOPLE[..], people].concat()));
            let run = built(&desk);
            assert_eq!(given(&desk), expected, "{lost}");
            assert!(run.err.contains("cũ hơn sổ") && !run.err.contains("có người ghi"), "{}", run.err);
            let numbers: Vec<String> = pdfs(&desk).into_iter().map(|name| name[..4].into()).collect();
            assert_eq!(numbers.len(), 4 + people.len(), "{numbers:?}");
            assert_eq!(built(&desk).err, "", "told once");
        }
    }
}

/// A disk that is full in the middle: told, no half file, and the next run goes on.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_in_the_middle() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    let limited = |kibibytes: u32| {
        let script = format!("trap '' XFSZ; ulimit -f {kibibytes}; exec \"$0\" build");
        let run = std::process::Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_vankien")])
            .current_dir(desk.path(""))
            .output()
            .unwrap();
        (run.status.code(), String::from_utf8(run.stderr).unwrap())
    };
    let (code, said) = limited(8);
    assert!(code == Some(2) && said.contains("lỗi[ghi-tep]"), "{said}");
    assert!(said.contains("quá dung lượng") && said.contains("lỗi[giay-chua-du]"), "{said}");
    assert_eq!(pdfs(&desk), Vec::<String>::new());
    let left = || std::fs::read_dir(desk.path(OUT)).unwrap().map(|own| own.unwrap().file_name());
    assert!(left().all(|name| name.to_string_lossy().starts_with(".vankien.")), "no half file");
    assert!(built(&desk).out.contains("4 giấy: làm 4, giữ 0"));
    assert_eq!(given(&desk), "A1 B2 C3 D4");
}

/// A file that is in the way stops itself only.
#[test]
fn one_blocked_file_stops_no_other() {
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    std::fs::create_dir_all(desk.path(&format!("{OUT}/0002-chi-bo-so-binh.pdf/x"))).unwrap();
    let run = desk.run(&["build"]);
    assert!(run.code == Some(2) && run.err.contains("1 giấy chưa làm được"), "{}", run.err);
    assert_eq!(pdfs(&desk).len(), 4, "three certificates, and what is in the way");
}
