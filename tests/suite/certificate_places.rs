//! The places that a profile of the office's own has on a blank: what is wrong with one
//! is told at its line, before anything is printed.

use crate::certificate_blanks::on_own_blank;
use crate::certificates::{ROWS, batch};
use crate::desk::Desk;

/// One error, which says this of this place; none if it says nothing.
fn tells(desk: &Desk, said: &str, place: &str) {
    let run = desk.run(&["check"]);
    let sound = said.is_empty();
    assert!(
        run.code == Some(i32::from(!sound)) && run.err.contains(said) && run.err.contains(place),
        "{said}: {}",
        run.err
    );
    assert_eq!(run.err.matches("lỗi[").count(), usize::from(!sound), "{said}: {}", run.err);
}

/// A batch that says more than its blank has room for.
#[test]
fn what_does_not_fit_its_blank_is_told() {
    let second = "  - {kieu: noi_dung, chu: Thêm một dòng}\n  - {kieu: mo_hinh,";
    let long = "Nguyễn Hoàng Thị Phương Thảo Nguyên ".repeat(4);
    let title = ("chu: Giấy công nhận", "chu: \"Giấy của {{ ten }}\"");
    let office = ("chuc_vu: Bí thư\n", "chuc_vu: Bí thư\n  kiem: Trưởng ban A\\nkiêm Trưởng ban B\n");
    for ((from, to), said, place) in [
        (("Trần Thị Ánh Nguyệt", &*long), "không vừa chỗ phôi chừa cho `nguoi_nhan`", "dot.yml:27:"),
        (office, "", ""),
        (title, "phần `ten_giay` không in lên phôi", "dot.yml:13:"),
        (("  - {kieu: mo_hinh,", second), "phôi chỉ có một chỗ cho `noi_dung`", "dot.yml:17:"),
    ] {
        tells(&on_own_blank(&batch(&ROWS).replacen(from, to, 1), ""), said, place);
    }
}

/// A profile whose places cannot be, or that prints what has none.
#[test]
fn places_that_cannot_be_are_told() {
    let printed = "de_len = [\"co_quan\", \"nguoi_nhan\", \"don_vi\", \"noi_dung\", \"mo_hinh\"]\n";
    for (own, said) in [
        ("[cho.don_vi]\nchan = 98\n", "cho.don_vi.chan = 98"),
        ("[cho.nguoi_nhan]\ngian_dong = 5\n", "cho.nguoi_nhan.gian_dong = 5"),
        ("[cho.mo_hinh]\nrong = 280\n", "cho.mo_hinh.rong = 280"),
        (printed, "in đè phần `co_quan` mà không ghi chỗ"),
        ("[cho.nguoi_nhan]\nchan = 80\n", ""),
        // The tail of a letter needs paper too.
        ("[cho.vao_so]\nchan = 209.5\n", "cho.vao_so.chan = 209.5"),
    ] {
        let place = if said.is_empty() { "" } else { "dot.yml:2:" };
        tells(&on_own_blank(&batch(&ROWS), own), said, place);
    }
}

/// A printer that is off by so much that a place leaves the paper.
#[test]
fn places_moved_off_the_paper_are_told() {
    for ((across, down), own, part) in [
        ((5, 0), "[cho.ngay]\ntrai = 180\n", None),
        ((5, 0), "[cho.ngay]\ntrai = 181\n", Some("ngay")),
        ((-5, 0), "[cho.vao_so]\ntrai = 4\n", Some("vao_so")),
        ((0, 5), "[cho.vao_so]\nchan = 204\n", Some("vao_so")),
    ] {
        let offset = format!("can_chinh: {{dx: {across}, dy: {down}}}\nso_dau: 1");
        let desk = on_own_blank(&batch(&ROWS).replacen("so_dau: 1", &offset, 1), own);
        let said = part.map(|part| format!("căn chỉnh đẩy chỗ của `{part}`")).unwrap_or_default();
        tells(&desk, &said, if part.is_some() { "dot.yml:19:" } else { "" });
    }
}

/// A place of the office's own for a part that no overlay prints: the line would be
/// missing from the paper. Places of the profile it follows are nobody's mistake.
#[test]
fn a_place_at_which_nothing_is_printed_is_told() {
    let place = |part: &str| format!("[cho.{part}]\nchan = 60\ntrai = 30\nrong = 200\n");
    let style = "[kieu.noi_dung_2]\nco = 17\ncach = 9\n";
    let all =
        "\"nguoi_nhan\", \"don_vi\", \"noi_dung\", \"mo_hinh\", \"quyet_dinh\", \"vao_so\", \"ngay\", \"ky\"";
    for (own, told) in [
        (format!("{style}{}", place("noi_dung_2")), Some("noi_dung_2")),
        (format!("de_len = [{all}, \"noi_dung_2\"]\n{style}{}", place("noi_dung_2")), None),
        (place("nguoi_nham"), Some("nguoi_nham")),
        ("[cho.ho_ten]\nchan = 184\n".into(), None),
        (format!("de_len = [{}]\n", all.replace("\"ngay\", ", "")), None),
    ] {
        let run = on_own_blank(&batch(&ROWS), &own).run(&["check"]);
        assert_eq!(run.code, Some(0), "{own}: {}", run.err);
        assert_eq!(
            run.err.matches("cảnh báo[giay-khuon]").count(),
            usize::from(told.is_some()),
            "{own}: {}",
            run.err
        );
        let said = told.map(|part| format!("thêm \"{part}\" vào `de_len`")).unwrap_or_default();
        assert!(run.err.contains(&said), "{own}: {}", run.err);
    }
}

/// A batch with codes, on a blank of the office's own.
fn with_codes(text: &str, own: &str) -> Desk {
    let desk = on_own_blank(&text.replace("mau: a4-ngang", "ma_qr: true\nmau: a4-ngang"), own);
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    desk
}

/// On a blank of the office's own the code has its place from those of the lines
/// below it; where that is no place, no page is made.
#[test]
fn a_code_without_room_is_told() {
    let wide = "Vận động nhân dân hiến đất, góp công mở rộng đường liên ấp, trồng hoa ven đường, thắp sáng ngõ xóm, \
                giữ gìn vệ sinh chung";
    let rows = [["A", "Nguyễn Văn Đức", "Chi bộ Sở Tư pháp", wide]];
    for (places, said) in [
        (
            "[cho.quyet_dinh]\nchan = 138\ntrai = 60\nrong = 90\n[cho.vao_so]\nchan = 150\ntrai = 60\nrong = 90\n",
            "mã QR đè lên dòng",
        ),
        ("[cho.quyet_dinh]\nchan = 20\n", "mã QR ra ngoài mép giấy"),
    ] {
        let run = with_codes(&batch(&rows), places).run(&["build"]);
        assert!(run.code == Some(1) && run.err.contains(said), "{said}: {}", run.err);
    }
}

/// The code may be moved off the paper like any part.
#[test]
fn a_code_moved_off_the_paper_is_told() {
    for (down, told) in [(-4, true), (4, false)] {
        let offset = format!("can_chinh: {{dx: 0, dy: {down}}}\nso_dau: 1");
        let text = batch(&ROWS).replace("so_dau: 1", &offset);
        let run = with_codes(&text, "[cho.quyet_dinh]\nchan = 36\n").run(&["check"]);
        assert_eq!(run.code != Some(0), told, "{down}: {}", run.err);
        let said = run.err.contains("căn chỉnh đẩy chỗ của `ma_qr`") && run.err.contains("dot.yml:20:");
        assert_eq!(said, told, "{down}: {}", run.err);
    }
}

/// A place that meets others is told which, and where there is room.
#[test]
fn the_free_room_of_a_place_is_told() {
    let free = |at: &str| {
        let run = on_own_blank(&batch(&ROWS), &format!("[cho.nguoi_nhan]\nchan = {at}\n")).run(&["check"]);
        let told =
            run.err.split("còn trống từ ").nth(1).map(|rest| rest.split(';').next().unwrap().to_string());
        (told, run)
    };
    for at in ["115", "128", "90", "140"] {
        let (told, run) = free(at);
        let told = told.unwrap_or_else(|| panic!("{at}: {}", run.err));
        let ends: Vec<f64> = told.split(" đến ").map(|end| end.parse().unwrap()).collect();
        assert!(ends[0] <= ends[1], "{told}");
        // Both ends are free; they are told to a hundredth.
        for end in [ends[0] + 0.01, ends[1] - 0.01] {
            let (again, run) = free(&format!("{end:.2}"));
            assert_eq!(again, None, "{at}: {told}, {end}: {}", run.err);
        }
    }
}

/// Of two places that meet, the one in the office's own file is told.
#[test]
fn places_that_meet_are_told() {
    for (part, lines, told) in [
        ("nguoi_nhan", "chan = 90", "cho.nguoi_nhan.chan = 90 chạm chỗ của `don_vi`"),
        ("don_vi", "chan = 84", "cho.don_vi.chan = 84"),
        ("don_vi", "chan = 104", "cho.don_vi.chan = 104 chạm chỗ của `noi_dung`"),
        // Where only the number of lines, or how far apart they are, is the file's own.
        ("nguoi_nhan", "dong = 3", "ghi cho.nguoi_nhan.dong từ 1 đến 2"),
        ("nguoi_nhan", "gian_dong = 16", "ghi cho.nguoi_nhan.gian_dong từ 7.5 đến 11.27"),
        ("don_vi", "dong = 2\ngian_dong = 8", "ghi cho.don_vi.dong từ 1 đến 1"),
        ("vao_so", "dong = 9\ngian_dong = 5", "ghi cho.vao_so.dong từ 1 đến 6"),
    ] {
        let run = with_codes(&batch(&ROWS), &format!("[cho.{part}]\n{lines}\n")).run(&["check"]);
        assert_ne!(run.code, Some(0), "{part} {lines}: {}", run.err);
        assert!(run.err.contains(told) && run.err.contains("cua-toi.toml:4:"), "{lines}: {}", run.err);
    }
}
