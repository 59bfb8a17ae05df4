//! Register numbers that nobody has any more, that somebody wrote by hand, or that a file
//! of an unknown owner bears.

use crate::afterwards::register;
use crate::certificate_numbers::{PEOPLE, batch, built, given};
use crate::certificates::{FILE, OUT};
use crate::desk::Desk;

const MORE: [(&str, &str); 2] = [("E", "Chi bộ Sở Én"), ("F", "Chi bộ Sở Phú")];

/// A number whose row went stays in the register, told once, whatever is lost then; and
/// it is that of its id again once the row is back.
#[test]
fn a_number_whose_row_went_stays_in_the_register() {
    let both = ["so-theo-doi.csv", "so-theo-doi.xlsx"];
    for lost in [&[][..], &[".vankien.json"], &[".vankien.json", both[0]], &[".vankien.json", both[1]], &both]
    {
        let desk = Desk::new().file(FILE, batch(&PEOPLE));
        assert_eq!(desk.run(&["khoa"]).code, Some(0));
        built(&desk);
        let desk = desk.file(FILE, batch(&PEOPLE[..3]));
        let err = built(&desk).err;
        let told =
            "cảnh báo[giay-so]: không còn trong danh sách: mã D (số 04); sổ giữ số, ghi “bỏ, không cấp”";
        assert!(err.contains(told), "{err}");
        assert_eq!(built(&desk).err, "", "told once");
        for name in lost {
            std::fs::remove_file(desk.path(&format!("{OUT}/{name}"))).unwrap();
        }
        let desk = desk.file(FILE, batch(&[&PEOPLE[..3], &MORE[..1]].concat()));
        let err = built(&desk).err;
        assert!(!err.contains("không còn trong danh sách"), "{lost:?}: {err}");
        assert_eq!(given(&desk), "A1 B2 C3 D4 E5", "{lost:?}");
        let text = std::fs::read_to_string(desk.path(&format!("{OUT}/so-theo-doi.csv"))).unwrap();
        assert!(text.contains("\n4,D,Chi bộ Sở Dân,"), "{text}");
        assert_eq!(register(&desk)["D"], ["4", "bỏ, không cấp"], "{lost:?}");
        let run = desk.run(&["verify", &format!("{OUT}/so-theo-doi.csv")]);
        assert_eq!(run.code, Some(0), "{}", run.out);
        let desk = desk.file(FILE, batch(&PEOPLE));
        let run = built(&desk);
        assert_eq!(register(&desk)["D"], ["4", ""], "{lost:?}");
        // The sheet may have been destroyed.
        assert!(run.out.contains("04  D  Chi bộ Sở Dân"), "{lost:?}: {}", run.out);
    }
}

/// A number that was given up is given to nobody else: not in another batch of the book,
/// and not without a word under the same id.
#[test]
fn a_number_given_up_goes_to_nobody_else() {
    let other = |people: &[(&str, &str)]| {
        batch(people).replace("so: 215-QĐ/ĐUK", "so: 216-QĐ/ĐUK").replace("so_dau: 1\n", "so_dau: 11\n")
    };
    let others = [("X", "Chi bộ Sở Xuân"), ("Y", "Chi bộ Sở Yên")];
    let first = batch(&PEOPLE).replace("so_dau: 1\n", "so_dau: 13\n");
    assert_ne!(first, batch(&PEOPLE));
    let second = "data/giay-cong-nhan/hai.yml";
    let desk = Desk::new().file(FILE, &first).file(second, other(&others));
    built(&desk);
    assert_eq!(given(&desk), "A13 B14 C15 D16");
    let gone = batch(&PEOPLE[..3]).replace("so_dau: 1\n", "so_dau: 13\n");
    let desk = desk.file(FILE, gone).file(second, other(&[&others[..], &MORE[..1]].concat()));
    let run = built(&desk);
    assert!(run.out.contains("17  E  Chi bộ Sở Én"), "{}", run.out);
    let desk = desk.file(FILE, first.replace("Chi bộ Sở Dân", "Chi bộ Sở Đoan"));
    let run = built(&desk);
    let told = "cảnh báo[giay-so]: số 16 đã bỏ là của `Chi bộ Sở Dân`, nay cấp cho người khác cùng mã";
    assert!(run.err.contains(told), "{}", run.err);
}

/// A paper in somebody's hands whose row went is told by whoever verifies it.
#[test]
fn a_paper_whose_row_went_is_told() {
    let desk = Desk::new().file(FILE, format!("ma_qr: true\n{}", batch(&PEOPLE)));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    built(&desk);
    let paper = std::fs::read(desk.path(&format!("{OUT}/0004-chi-bo-so-dan.pdf"))).unwrap();
    let desk = desk.file("xa/cu.pdf", paper).file(FILE, format!("ma_qr: true\n{}", batch(&PEOPLE[..3])));
    built(&desk);
    let run = desk.run(&["verify", "xa/cu.pdf"]);
    assert!(run.code == Some(1) && run.out.contains("KHÔNG CÒN GIÁ TRỊ, bỏ, không cấp"), "{}", run.out);
    let another = [&PEOPLE[..3], &[("D", "Chi bộ Sở Đoan")]].concat();
    let desk = desk.file(FILE, format!("ma_qr: true\n{}", batch(&another)));
    built(&desk);
    let run = desk.run(&["verify", "xa/cu.pdf"]);
    let told = "KHÔNG KHỚP SỔ: sổ ghi số này cấp cho Chi bộ Sở Đoan";
    assert!(run.code == Some(1) && run.out.contains(told), "{}", run.out);
}

/// All that tells numbers put back from a copy of an earlier day: files since then still
/// bear theirs. Nobody is given them, and they are told as long as they lie there.
#[test]
fn the_number_of_a_file_of_nobody_is_not_given() {
    let kept = [".vankien.json", "so-theo-doi.csv", "so-theo-doi.xlsx"];
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let before = kept.map(|name| std::fs::read(desk.path(&format!("{OUT}/{name}"))).unwrap());
    let desk = desk.file(FILE, batch(&[&PEOPLE[..], &MORE[..1]].concat()));
    built(&desk);
    for (name, bytes) in kept.iter().zip(before) {
        std::fs::write(desk.path(&format!("{OUT}/{name}")), bytes).unwrap();
    }
    let desk = desk
        .file(FILE, batch(&[&PEOPLE[..], &MORE[1..]].concat()))
        .file(&format!("{OUT}/20201210-quet.pdf"), "%PDF");
    for command in ["check", "build", "build"] {
        let run = desk.run(&[command]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let told = "cảnh báo[giay-thua]: tệp mang số vào sổ mà không giấy nào của đợt này biết đến: 0005-chi-bo-so-en.pdf, 20201210-quet.pdf";
        assert!(run.err.contains(told), "{command}: {}", run.err);
    }
    assert_eq!(given(&desk), "A1 B2 C3 D4 F6");
}

/// Numbers that are counted step aside for those that are written, in whatever row.
#[test]
fn counted_numbers_leave_out_those_by_hand() {
    let by_hand = |own: &[(&str, u32)]| {
        let written = |text: String, (id, number): &(&str, u32)| {
            text.replace(&format!("ma: {id},"), &format!("ma: {id}, so: {number},"))
        };
        own.iter().fold(batch(&PEOPLE), written)
    };
    let new = "  - {ma: N, ten: Chi bộ Sở Năm, xep_loai: tốt, mo_hinh: Áo}\n";
    for (own, first, later) in [
        (&[("C", 1)][..], "A2 B3 C1 D4", "A2 B3 C1 D4 N5"),
        (&[("A", 7), ("C", 12)], "A7 B1 C12 D2", "A7 B1 C12 D2 N13"),
        (&[("A", 2), ("B", 1)], "A2 B1 C3 D4", "A2 B1 C3 D4 N5"),
    ] {
        let text = by_hand(own);
        let desk = Desk::new().file(FILE, &text);
        let run = built(&desk);
        assert_eq!((given(&desk).as_str(), run.err.as_str()), (first, ""));
        let (head, rows) = text.split_once("nguoi_nhan:\n").unwrap();
        let desk = desk.file(FILE, format!("{head}nguoi_nhan:\n{new}{rows}"));
        built(&desk);
        assert_eq!(given(&desk), later);
    }
    // What cannot be told apart is told where it was written.
    let desk = Desk::new().file(FILE, by_hand(&[("C", 1), ("D", 1)]));
    let run = desk.run(&["build"]);
    assert!(run.code == Some(1) && run.err.contains("số vào sổ 1 dùng hai lần"), "{}", run.err);
    let desk = Desk::new().file(FILE, batch(&PEOPLE));
    built(&desk);
    let desk = desk.file(FILE, by_hand(&[("C", 1)]));
    let run = desk.run(&["build"]);
    assert!(
        run.code == Some(1) && run.err.contains("giấy mã `C` đã vào sổ số 3, nay thành số 1"),
        "{}",
        run.err
    );
}
