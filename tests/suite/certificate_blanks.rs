//! Certificates printed on blanks: every part in the place that the blank has for it.

use crate::certificate_pages::page;
use crate::certificates::{FILE, OUT, ROWS, batch};
use crate::desk::{Desk, close, find};
use crate::text::letters_of_pdf;

/// A profile of the office's own.
const OWN: &str = "templates/giay/cua-toi.toml";

/// It follows the overlay that the program has, but for these lines.
fn own_profile(lines: &str) -> String {
    format!("theo = \"a4-de-len\"\nten = \"Của tôi\"\n{lines}")
}

/// A batch for the usual paper, printed on a blank of the office's own.
pub(crate) fn on_own_blank(text: &str, lines: &str) -> Desk {
    Desk::new().file(FILE, text.replace("mau: a4-ngang", "mau: cua-toi")).file(OWN, own_profile(lines))
}

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

/// The page by which a printer is adjusted shows where each part and the code will stand,
/// and is made anew when they move.
#[test]
fn the_calibration_page_shows_every_place() {
    let text = batch(&ROWS).replace("mau: a4-ngang", "ma_qr: true\nmau: cua-toi");
    let desk = on_own_blank(&text, "");
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
    let desk = desk.file(OWN, own_profile("[cho.nguoi_nhan]\nchan = 82.5\n"));
    let moved = page(&desk);
    assert_ne!(first, moved);
    let desk = desk.file(FILE, text.replace("so_dau: 1", "can_chinh: {dx: 1, dy: 0}\nso_dau: 1"));
    assert_ne!(moved, page(&desk));
}

/// Dotted lines of a blank that are close to each other are no mistake: letters shrink
/// until those of one line leave the other alone.
#[test]
fn letters_shrink_between_close_lines() {
    let rows = [["A", "Nguyễn Văn Đức", "CHI BỘ SỞ Y TẾ ỄNG gỵ", "ỄN ẾT Ỗ"]];
    let size = |own: &str| {
        let desk = on_own_blank(&batch(&rows).replace("Đạt danh hiệu", "ĐẠT DANH HIỆU Ễ"), own);
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
