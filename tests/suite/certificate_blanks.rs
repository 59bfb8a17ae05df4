//! Certificates printed on blanks: every part in the place that the blank has for it.

use crate::certificate_pages::page;
use crate::certificates::{FILE, OUT, ROWS, batch};
use crate::desk::{Desk, close, find};
use crate::text::letters_of_pdf;

/// A printer that is off moves the whole overlay.
#[test]
fn the_overlay_is_moved_as_the_printer_is_off() {
    let at = |offset: &str| {
        let text = batch(&ROWS).replace("mau: a4-ngang", &format!("mau: a4-ngang\nin: de_len\n{offset}"));
        find(&page(&Desk::new().file(FILE, text), "B"), "Trần Thị Ánh Nguyệt")
    };
    let (straight, moved) = (at(""), at("can_chinh: {dx: 1.5, dy: -2}"));
    close("moved right", moved.x - straight.x, 1.5, 0.001);
    close("moved up", moved.baseline - straight.baseline, -2.0, 0.001);
}

/// A blank has its dotted lines printed: each part begins on its own first one and
/// leaves its own for nothing, whatever stands above it.
#[test]
fn every_line_of_an_overlay_has_a_place_of_its_own() {
    let unit =
        "Chi bộ Trung tâm Công tác xã hội và Bảo trợ xã hội thuộc Đảng bộ Sở Lao động, Thương binh và Xã hội";
    let model = "Vận động cán bộ, đảng viên và nhân dân hiến đất, góp ngày công làm đường giao thông nông thôn, \
                 thắp sáng đường quê và giữ gìn vệ sinh môi trường";
    let long = "Nguyễn Hoàng Thị Phương Thảo Nguyên Thành Công Trường Giang";
    let rows = [
        ["A", "Lý Ễ", "Chi bộ Sở", "Một cửa"],
        ["B", unit, "Chi bộ Sở", "Một cửa"],
        ["C", "Lý Ễ", "", "Một cửa"],
        ["D", long, "Đảng bộ Sở Giáo dục và Đào tạo tỉnh Trà Giang", model],
    ];
    let text = batch(&rows).replace("doi_tuong: ca_nhan, chuc_vu: Đảng viên, don_vi: \"\",", "");
    let text =
        text.replacen(&format!("{unit}\", doi_tuong: ca_nhan"), &format!("{unit}\", doi_tuong: tap_the"), 1);
    // What a part begins with, the first of its lines, and all of its lines.
    let parts = [
        ("nguoi_nhan", [83.0, 93.0], [125.0, 137.5]),
        ("don_vi", [101.5; 2], [148.5; 2]),
        ("noi_dung", [109.5, 116.5], [159.0, 168.0]),
        ("mo_hinh", [125.0, 131.5], [178.5, 187.0]),
        ("ngay", [138.2; 2], [197.0; 2]),
        ("ky", [145.4, 152.0], [206.5, 215.0]),
        ("ho_ten", [183.0; 2], [250.0; 2]),
        ("quyet_dinh", [176.4; 2], [241.5; 2]),
        ("vao_so", [183.0; 2], [250.0; 2]),
    ];
    for (profile, middle) in [("a4-de-len", 148.5), ("400x300-de-len", 200.0)] {
        let desk = Desk::new().file(FILE, text.replace("mau: a4-ngang", &format!("mau: {profile}")));
        let lines = |part: &str| {
            let (_, a4, wide) = parts.iter().find(|(own, ..)| *own == part).unwrap();
            if profile == "a4-de-len" { *a4 } else { *wide }
        };
        for [id, name, unit, model] in rows {
            let pages = page(&desk, id);
            let texts = pages.texts();
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let number = format!("Vào sổ số: {:02}", rows.iter().position(|row| row[0] == id).unwrap() + 1);
            let unit = if unit.is_empty() { String::new() } else { format!("Đảng viên, {unit}") };
            let model = format!("“{model}”");
            let said = [
                ("nguoi_nhan", name),
                ("don_vi", unit.as_str()),
                ("noi_dung", "Đạt danh hiệu mô hình “Dân vận khéo” năm 2020, xếp loại tốt, với mô hình"),
                ("mo_hinh", &model),
                ("ngay", "Trà Giang, ngày 10 tháng 12 năm 2020"),
                ("ky", "T/M BAN THƯỜNG VỤ BÍ THƯ"),
                ("ho_ten", "Trần Thị B"),
                ("quyet_dinh", "Quyết định số 215-QĐ/ĐUK, ngày 10/12/2020"),
                ("vao_so", &number),
            ];
            let mut count = 0;
            for (part, said) in said {
                let [first, last] = lines(part);
                let on =
                    |baseline: f64| texts.iter().filter(move |text| (text.baseline - baseline).abs() < 0.1);
                let beside =
                    |text: &&vankien::compile::PlacedText| letters(said).contains(&letters(&text.text));
                let own: Vec<_> = on(first)
                    .filter(beside)
                    .chain(on(last).filter(|_| last > first).filter(beside))
                    .collect();
                let read: String = own.iter().map(|text| letters(&text.text)).collect();
                assert_eq!(read, letters(said), "{profile} {id} {part}: {own:#?}");
                count += own.len();
                let centred = ["nguoi_nhan", "don_vi", "noi_dung", "mo_hinh"].contains(&part);
                for line in own.iter().filter(|_| centred) {
                    close(part, line.x + line.width / 2.0, middle, 0.1);
                }
            }
            assert_eq!(count, texts.len(), "{profile} {id}: nothing else is printed");
        }
    }
}

/// What has no place on the blank, and a blank that has none for what is printed.
#[test]
fn what_does_not_fit_its_blank_is_told() {
    let text = batch(&ROWS).replace("mau: a4-ngang", "mau: cua-toi");
    let second = "  - {kieu: noi_dung, chu: Thêm một dòng}\n  - {kieu: mo_hinh,";
    let long = "Nguyễn Hoàng Thị Phương Thảo Nguyên ".repeat(4);
    for (from, to, own, said, place) in [
        ("Trần Thị Ánh Nguyệt", long.as_str(), "", "không vừa chỗ phôi chừa cho `nguoi_nhan`", "dot.yml:27:"),
        ("chuc_vu: Bí thư\n", "chuc_vu: Bí thư\n  kiem: Trưởng ban A\\nkiêm Trưởng ban B\n", "", "", ""),
        (
            "chu: Giấy công nhận",
            "chu: \"Giấy của {{ ten }}\"",
            "",
            "phần `ten_giay` không in lên phôi",
            "dot.yml:13:",
        ),
        ("  - {kieu: mo_hinh,", second, "", "phôi chỉ có một chỗ cho `noi_dung`", "dot.yml:17:"),
        ("", "", "[cho.don_vi]\nchan = 98\n", "cho.don_vi.chan = 98", "dot.yml:2:"),
        ("", "", "[cho.nguoi_nhan]\ngian_dong = 5\n", "cho.nguoi_nhan.gian_dong = 5", "dot.yml:2:"),
        ("", "", "[cho.mo_hinh]\nrong = 280\n", "cho.mo_hinh.rong = 280", "dot.yml:2:"),
        (
            "",
            "",
            "de_len = [\"co_quan\", \"nguoi_nhan\", \"don_vi\", \"noi_dung\", \"mo_hinh\"]\n",
            "in đè phần `co_quan` mà không ghi chỗ",
            "dot.yml:2:",
        ),
        ("", "", "[cho.nguoi_nhan]\nchan = 80\n", "", ""),
        // The tail of a letter needs paper too.
        ("", "", "[cho.vao_so]\nchan = 209.5\n", "cho.vao_so.chan = 209.5", "dot.yml:2:"),
        ("so_dau: 1", "can_chinh: {dx: 5, dy: 0}\nso_dau: 1", "[cho.ngay]\ntrai = 180\n", "", ""),
        (
            "so_dau: 1",
            "can_chinh: {dx: 5, dy: 0}\nso_dau: 1",
            "[cho.ngay]\ntrai = 181\n",
            "căn chỉnh đẩy chỗ của `ngay`",
            "dot.yml:19:",
        ),
        (
            "so_dau: 1",
            "can_chinh: {dx: -5, dy: 0}\nso_dau: 1",
            "[cho.vao_so]\ntrai = 4\n",
            "căn chỉnh đẩy chỗ của `vao_so`",
            "dot.yml:19:",
        ),
        (
            "so_dau: 1",
            "can_chinh: {dx: 0, dy: 5}\nso_dau: 1",
            "[cho.vao_so]\nchan = 204\n",
            "căn chỉnh đẩy chỗ của `vao_so`",
            "dot.yml:19:",
        ),
    ] {
        let desk = Desk::new()
            .file(FILE, text.replacen(from, to, 1))
            .file("templates/giay/cua-toi.toml", format!("theo = \"a4-de-len\"\nten = \"Của tôi\"\n{own}"));
        let run = desk.run(&["check"]);
        let sound = said.is_empty();
        assert!(
            run.code == Some(i32::from(!sound)) && run.err.contains(said) && run.err.contains(place),
            "{to} {own}: {}",
            run.err
        );
        assert_eq!(run.err.matches("lỗi[").count(), usize::from(!sound), "{to} {own}: {}", run.err);
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
        let desk = Desk::new()
            .file(FILE, batch(&ROWS).replace("mau: a4-ngang", "mau: cua-toi"))
            .file("templates/giay/cua-toi.toml", format!("theo = \"a4-de-len\"\nten = \"Của tôi\"\n{own}"));
        let run = desk.run(&["check"]);
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
        let desk =
            Desk::new().file(FILE, batch(&rows).replace("mau: a4-ngang", "ma_qr: true\nmau: cua-toi")).file(
                "templates/giay/cua-toi.toml",
                format!("theo = \"a4-de-len\"\nten = \"Của tôi\"\n{places}"),
            );
        assert_eq!(desk.run(&["khoa"]).code, Some(0));
        let run = desk.run(&["build"]);
        assert!(run.code == Some(1) && run.err.contains(said), "{said}: {}", run.err);
    }
}

/// The page by which a printer is adjusted shows where each part and the code will stand,
/// and is made anew when they move.
#[test]
fn the_calibration_page_shows_every_place() {
    let text = batch(&ROWS).replace("mau: a4-ngang", "ma_qr: true\nmau: cua-toi");
    let own = |more: &str| format!("theo = \"a4-de-len\"\nten = \"Của tôi\"\n{more}");
    let desk = Desk::new().file(FILE, &text).file("templates/giay/cua-toi.toml", own(""));
    assert_eq!(desk.run(&["khoa"]).code, Some(0));
    let page = |desk: &Desk| {
        let run = desk.run(&["build"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        std::fs::read(desk.path(&format!("{OUT}/can-chinh.pdf"))).unwrap()
    };
    let first = page(&desk);
    let letters = letters_of_pdf(&first);
    for part in [
        "nguoi_nhan",
        "don_vi",
        "noi_dung",
        "mo_hinh",
        "quyet_dinh",
        "vao_so",
        "ngay",
        "ky",
        "ho_ten",
        "ma_qr",
    ] {
        assert!(letters.contains(part), "{part}: {letters}");
    }
    assert!(letters.contains("ởmẫucủacơquan,[cho.…]."), "{letters}");
    let desk = desk.file("templates/giay/cua-toi.toml", own("[cho.nguoi_nhan]\nchan = 82.5\n"));
    let moved = page(&desk);
    assert_ne!(first, moved);
    let desk = desk.file(FILE, text.replace("so_dau: 1", "can_chinh: {dx: 1, dy: 0}\nso_dau: 1"));
    assert_ne!(moved, page(&desk));
}

/// A place that meets others is told which, and where there is room.
#[test]
fn the_free_room_of_a_place_is_told() {
    let free = |at: &str| {
        let desk = Desk::new().file(FILE, batch(&ROWS).replace("mau: a4-ngang", "mau: cua-toi")).file(
            "templates/giay/cua-toi.toml",
            format!("theo = \"a4-de-len\"\nten = \"Của tôi\"\n[cho.nguoi_nhan]\nchan = {at}\n"),
        );
        let run = desk.run(&["check"]);
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

/// Of two places that meet, the one in the office's own file is told; the code may be
/// moved off the paper like any part.
#[test]
fn places_that_meet_and_a_code_moved_off_are_told() {
    for (own, offset, told, place) in [
        (
            "[cho.nguoi_nhan]\nchan = 90\n",
            "",
            "cho.nguoi_nhan.chan = 90 chạm chỗ của `don_vi`",
            "cua-toi.toml:4:",
        ),
        ("[cho.don_vi]\nchan = 84\n", "", "cho.don_vi.chan = 84", "cua-toi.toml:4:"),
        (
            "[cho.don_vi]\nchan = 104\n",
            "",
            "cho.don_vi.chan = 104 chạm chỗ của `noi_dung`",
            "cua-toi.toml:4:",
        ),
        // Where only the number of lines, or how far apart they are, is the file's own.
        ("[cho.nguoi_nhan]\ndong = 3\n", "", "ghi cho.nguoi_nhan.dong từ 1 đến 2", "cua-toi.toml:4:"),
        (
            "[cho.nguoi_nhan]\ngian_dong = 16\n",
            "",
            "ghi cho.nguoi_nhan.gian_dong từ 7.5 đến 11.27",
            "cua-toi.toml:4:",
        ),
        ("[cho.don_vi]\ndong = 2\ngian_dong = 8\n", "", "ghi cho.don_vi.dong từ 1 đến 1", "cua-toi.toml:4:"),
        ("[cho.vao_so]\ndong = 9\ngian_dong = 5\n", "", "ghi cho.vao_so.dong từ 1 đến 6", "cua-toi.toml:4:"),
        (
            "[cho.quyet_dinh]\nchan = 36\n",
            "can_chinh: {dx: 0, dy: -4}\n",
            "căn chỉnh đẩy chỗ của `ma_qr`",
            "dot.yml:20:",
        ),
        ("[cho.quyet_dinh]\nchan = 36\n", "can_chinh: {dx: 0, dy: 4}\n", "", ""),
    ] {
        let text = batch(&ROWS).replace("mau: a4-ngang", "ma_qr: true\nmau: cua-toi");
        let desk = Desk::new()
            .file(FILE, text.replace("so_dau: 1", &format!("{offset}so_dau: 1")))
            .file("templates/giay/cua-toi.toml", format!("theo = \"a4-de-len\"\nten = \"Của tôi\"\n{own}"));
        assert_eq!(desk.run(&["khoa"]).code, Some(0));
        let run = desk.run(&["check"]);
        assert_eq!(run.code != Some(0), !told.is_empty(), "{own}{offset}: {}", run.err);
        assert!(run.err.contains(told) && run.err.contains(place), "{own}{offset}: {}", run.err);
    }
}

/// Dotted lines of a blank that are close to each other are no mistake: letters shrink
/// until those of one line leave the other alone.
#[test]
fn letters_shrink_between_close_lines() {
    let rows = [["A", "Nguyễn Văn Đức", "CHI BỘ SỞ Y TẾ ỄNG gỵ", "ỄN ẾT Ỗ"]];
    let size = |own: &str| {
        let text =
            batch(&rows).replace("mau: a4-ngang", "mau: cua-toi").replace("Đạt danh hiệu", "ĐẠT DANH HIỆU Ễ");
        let desk = Desk::new()
            .file(FILE, text)
            .file("templates/giay/cua-toi.toml", format!("theo = \"a4-de-len\"\nten = \"Của tôi\"\n{own}"));
        let texts = page(&desk, "A").texts();
        for above in &texts {
            for below in texts.iter().filter(|below| below.baseline > above.baseline + 0.1) {
                let beside = below.x > above.ink_right || above.x > below.ink_right;
                assert!(beside || below.ink_top > above.ink_bottom, "{own}: {} / {}", above.text, below.text);
            }
        }
        texts.iter().find(|text| text.text.starts_with("ĐẠT DANH HIỆU")).unwrap().size
    };
    assert!((size("") - 17.0).abs() < 0.01);
    let shrunk = size("[cho.don_vi]\nchan = 102.5\n");
    assert!((14.0..16.5).contains(&shrunk), "{shrunk}");
}
