//! The pages of certificates: what a profile says holds, names stay whole, nothing
//! lies on another thing.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use vankien::compile::Pages;
use vankien::pipeline::typeset_certificate;

use crate::certificates::{FILE, OUT, ROWS, batch, desk, files};
use crate::desk::{Desk, close, find};

pub(crate) fn page(desk: &Desk, id: &str) -> Pages {
    typeset_certificate(&desk.path(""), FILE.as_ref(), id)
        .unwrap_or_else(|report| panic!("{:#?}", report.sorted()))
        .1
}

/// What the profile says of paper, room to sign and centre holds in each.
#[test]
fn every_profile_is_laid_out_as_it_says() {
    for (profile, width, height, scale, mode) in [
        ("a4-ngang", 297.0, 210.0, 1.0, "day_du"),
        ("a4-de-len", 297.0, 210.0, 1.0, "de_len"),
        ("a3-ngang", 420.0, 297.0, std::f64::consts::SQRT_2, "day_du"),
        ("a5-hai-to", 210.0, 148.5, 0.707_07, "day_du"),
        ("400x300-de-len", 400.0, 300.0, 1.0, "de_len"),
    ] {
        let mut rows = ROWS;
        rows[0][1] = "Phạm Ỗ Ễ";
        let text = batch(&rows).replace("mau: a4-ngang", &format!("mau: {profile}\nin: {mode}"));
        let pages = page(&Desk::new().file(FILE, text), "A");
        assert_eq!(pages.count(), 1);
        let (own_width, own_height) = pages.sizes()[0];
        close(profile, own_width, width, 0.02);
        close(profile, own_height, height, 0.02);
        let (room, middle) = if profile.starts_with("400") { (35.0, 292.0) } else { (31.0, 218.0) };
        let (position, signer) = (find(&pages, "BÍ THƯ"), find(&pages, "Trần Thị B"));
        close("room to sign", signer.baseline - position.baseline, room * scale, 0.02);
        close("centre of the signature", signer.x + signer.width / 2.0, middle * scale, 0.1);
        let name = find(&pages, "Phạm Ỗ Ễ");
        close("centre of the name", name.x + name.width / 2.0, width / 2.0, 0.1);
        let full = pages.texts().iter().any(|text| text.text.contains("GIẤY CÔNG NHẬN"));
        assert_eq!((full, pages.rules().is_empty()), (mode == "day_du", mode == "de_len"), "{profile}");
        // No line's ink touches that of another, whatever marks it bears.
        let texts = pages.texts();
        for above in &texts {
            for below in texts.iter().filter(|below| below.baseline > above.baseline + 0.1) {
                let beside = below.x > above.ink_right || above.x > below.ink_right;
                assert!(
                    beside || below.ink_top > above.ink_bottom,
                    "{profile}: {} / {}",
                    above.text,
                    below.text
                );
            }
        }
    }
}

#[test]
fn two_on_a_sheet_for_the_printer() {
    let desk = desk(&ROWS[..3]).file(FILE, batch(&ROWS[..3]).replace("a4-ngang", "a5-hai-to"));
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let volume = lopdf::Document::load(desk.path(&format!("{OUT}/in-01.pdf"))).unwrap();
    assert_eq!(volume.get_pages().len(), 2);
    let overlay = desk.file(FILE, batch(&ROWS).replace("a4-ngang", "a4-de-len"));
    std::fs::remove_dir_all(overlay.path(OUT)).unwrap();
    assert_eq!(overlay.run(&["build"]).code, Some(0));
    assert!(files(&overlay.path(OUT)).contains_key("can-chinh.pdf"));
}

/// Any name that Vietnamese can spell comes back whole, on one line, its marks
/// on it; or it is refused as too long.
#[test]
fn any_name_is_printed_whole_or_refused() {
    let syllable = "[BCDĐGHKLMNPQRSTVX]?[AĂÂEÊIOÔƠUƯYÁẮẤÉẾÍÓỐỚÚỨÝẶẬẸỆỊỌỘỢỤỰỴẼỄỸỖỠỮ][ctmnp]?";
    let names = prop::collection::vec(prop::collection::vec(syllable, 2..8), 12..13);
    let config = Config { cases: 4, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&names, |names| {
            let names: Vec<_> = names.into_iter().map(|name| name.join(" ")).collect();
            let ids: Vec<_> = (0..names.len()).map(|at| format!("N{at}")).collect();
            let rows: Vec<_> = ids
                .iter()
                .zip(&names)
                .map(|(id, name)| [id.as_str(), name, "Chi bộ Sở", "Một cửa"])
                .collect();
            let desk = desk(&rows);
            for (id, name) in ids.iter().zip(&names) {
                match typeset_certificate(&desk.path(""), FILE.as_ref(), id) {
                    Ok((_, pages)) => {
                        let printed = find(&pages, name);
                        prop_assert!(printed.x >= 17.0 && printed.ink_right <= 280.0, "{name}");
                        prop_assert!(!printed.lacks_glyph, "{name}");
                    }
                    Err(report) => prop_assert!(name.chars().count() > 30, "{name}: {:#?}", report.sorted()),
                }
            }
            Ok(())
        })
        .unwrap();
}

/// No box of any profile lies on another, the QR code included.
#[test]
fn a_code_has_a_place_of_its_own() {
    for profile in ["a4-ngang", "a4-de-len", "a3-ngang", "a5-hai-to", "400x300-de-len"] {
        let text = batch(&ROWS).replace("mau: a4-ngang", &format!("ma_qr: true\nmau: {profile}"));
        // A blank has one line for it.
        let long = if profile.ends_with("de-len") {
            "ĐUKCCQDN"
        } else {
            "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh"
        };
        let text = text.replace("so: 215-QĐ/ĐUK", &format!("so: 215-QĐ/{long}"));
        let desk = Desk::new().file(FILE, text);
        assert_eq!(desk.run(&["khoa"]).code, Some(0));
        code_stands_clear(&desk, profile);
    }
    // A short signature leaves the lines of the middle more room, but not that of the code.
    let long = "Tuyến đường hoa xanh, sạch, đẹp ven đường liên ấp do hội viên tự trồng và chăm sóc, mỗi hộ một đoạn đường, \
                mỗi tuần một buổi, mỗi tháng một lần bình chọn";
    for profile in ["a4-ngang", "a5-hai-to"] {
        let rows = [["A", "Nguyễn Văn Đức", "Chi bộ Sở Tư pháp", long]];
        let text = batch(&rows).replace("mau: a4-ngang", &format!("ma_qr: true\nmau: {profile}"));
        let text = text.replace("  quyen_han: T/M Ban Thường vụ\n", "");
        let desk = Desk::new().file(FILE, text);
        assert_eq!(desk.run(&["khoa"]).code, Some(0));
        code_stands_clear(&desk, profile);
    }
}

/// No text of the first certificate stands where its code is, which is on the paper.
fn code_stands_clear(desk: &Desk, profile: &str) {
    let (source, pages) = typeset_certificate(&desk.path(""), FILE.as_ref(), "A").unwrap();
    // Only a code has a side.
    let (before, _) = source.split_once("\"canh\"").unwrap();
    let code = &source[before.rfind('(').unwrap()..];
    let number = |key: &str| -> f64 {
        let value = code.split_once(key).unwrap().1.trim_start_matches([':', '"', ' ']);
        value.split([',', ')']).next().unwrap().trim().parse().unwrap()
    };
    let (x, y, side) = (number("x"), number("y"), number("canh"));
    for text in pages.texts() {
        let beside = text.x > x + side || text.ink_right < x;
        assert!(beside || text.ink_top > y + side || text.ink_bottom < y, "{profile}: {}", text.text);
    }
    let (_, height) = pages.sizes()[0];
    assert!(x > 0.0 && y > 0.0 && y + side < height);
}

/// A telephone reads a code off paper if its modules are a third of a millimetre, with
/// a long name and unit too.
#[test]
fn the_modules_of_every_code_can_be_told_apart() {
    let name = "Nguyễn Hoàng Thị Phương Thảo Nguyên";
    let unit = "Chi bộ Trung tâm Công tác xã hội và Bảo trợ xã hội, Đảng bộ Sở Lao động";
    for profile in ["a4-ngang", "a4-de-len", "a3-ngang", "a5-hai-to", "400x300-de-len"] {
        let text = batch(&[["A", name, unit, "Một cửa"]]);
        let text = text.replace("mau: a4-ngang", &format!("ma_qr: true\nmau: {profile}"));
        let desk = Desk::new().file(FILE, text);
        assert_eq!(desk.run(&["khoa"]).code, Some(0));
        let (source, _) = typeset_certificate(&desk.path(""), FILE.as_ref(), "A").unwrap();
        let after = |key: &str| {
            let rest = source.split_once(key).unwrap_or_else(|| panic!("{key} in {source}")).1;
            let rest = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
            rest.split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap().parse::<f64>().unwrap()
        };
        let (side, modules) = (after("canh"), after("viewBox=\\\"0 0"));
        assert!(modules >= 61.0, "{profile}: name and unit are in the code: {modules}");
        assert!(side / modules >= 0.33, "{profile}: {side} mm for {modules} modules");
    }
}

/// What is too tall for the page shrinks before it is refused.
#[test]
fn lines_shrink_to_fit_the_height() {
    let size = |more: usize| {
        let line = "  - {kieu: noi_dung, chu: Thêm một dòng}\n".repeat(more);
        let text = batch(&ROWS).replace("  - {kieu: ten_giay", &format!("{line}  - {{kieu: ten_giay"));
        let desk = Desk::new().file(FILE, text);
        let (_, pages) = typeset_certificate(&desk.path(""), FILE.as_ref(), "A").ok()?;
        let name = pages.texts().into_iter().find(|text| text.text == "Nguyễn Văn Đức")?;
        Some(name.size)
    };
    let sizes: Vec<f64> = (0..12).map_while(size).collect();
    assert!(sizes.len() < 12, "refused in the end: {sizes:?}");
    assert!(sizes.windows(2).all(|pair| pair[1] <= pair[0]), "{sizes:?}");
    assert!(sizes[0] > *sizes.last().unwrap() && sizes.iter().all(|size| *size >= 17.0), "{sizes:?}");
}

/// A profile of the office's own that would print beside the paper, or nothing.
#[test]
fn a_profile_stays_on_its_paper() {
    for (own, key) in [
        ("[bieu_trung]\ndinh = -1\n", "bieu_trung.dinh = -1"),
        ("[bieu_trung]\ndinh = 200\n", "bieu_trung.dinh = 200"),
        ("[bieu_trung]\ncao = 0\n", "bieu_trung.cao = 0"),
        ("[bieu_trung]\ncao = 211\n", "bieu_trung.cao = 211"),
        ("[ma_qr]\ncanh = 14\n", "ma_qr.canh = 14"),
        ("[ma_qr]\ncanh = 61\n", "ma_qr.canh = 61"),
        ("[ma_qr]\ncach = -1\n", "ma_qr.cach = -1"),
        ("[ma_qr]\ncach = 41\n", "ma_qr.cach = 41"),
        ("[to]\nrong = 296\ncao = 420\ncot = 1\nhang = 2\n", "to.rong = 296"),
        ("[to]\nrong = 297\ncao = 209\ncot = 1\nhang = 1\n", "to.cao = 209"),
        ("[to]\nrong = 297\ncao = 420\ncot = 2\nhang = 2\n", "to.cot = 2"),
        ("[to]\nrong = 297\ncao = 420\ncot = 1\nhang = 3\n", "to.hang = 3"),
        ("[to]\nrong = 297\ncao = 420\ncot = 0\nhang = 2\n", "to.cot = 0"),
        ("[to]\nrong = 297\ncao = 420\ncot = 1\nhang = 0\n", "to.hang = 0"),
        ("ti_le = 0.5\n[to]\nrong = 297\ncao = 210\ncot = 2\nhang = 3\n", "to.hang = 3"),
        ("[giay]\nrong = 210\ncao = 297\n", "chan.tam_ky = 218"),
        ("[kieu.nguoi_nhan]\nco = 0\n", "kieu.nguoi_nhan.co = 0"),
        ("[kieu.nguoi_nhan]\nco_nho = 40\n", "kieu.nguoi_nhan.co_nho = 40"),
        ("[kieu.noi_dung]\nrong = 400\n", "kieu.noi_dung.rong = 400"),
        ("[khung]\nngoai_ngang = 20\n", "khung.ngoai_ngang = 20"),
        ("[kieu.noi_dung]\ncach = -1\n", "kieu.noi_dung.cach = -1"),
        ("[chan]\ngian_dong = -1\n", "chan.gian_dong = -1"),
        ("[khung]\nnet_trong = -1\n", "khung.net_trong = -1"),
        ("ti_le = 0\n", "ti_le = 0"),
        ("ti_le = nan\n", "ti_le = NaN"),
        ("ti_le = 0.2\n", "ti_le = 0.2"),
        ("ti_le = 3\n", "ti_le = 3"),
        ("do = \"đỏ\"\n", "do = “đỏ” không phải màu"),
        ("den = \"#00\"\n", "den = “#00” không phải màu"),
        ("[khung]\nmau = \"c00000\"\n", "khung.mau = “c00000” không phải màu"),
    ] {
        let desk = Desk::new()
            .file(FILE, batch(&ROWS).replace("mau: a4-ngang", "mau: cua-toi"))
            .file("templates/giay/cua-toi.toml", format!("theo = \"a4-ngang\"\nten = \"Của tôi\"\n{own}"));
        let run = desk.run(&["check"]);
        assert!(
            // Told once, as what it is: a fault of the office's own file.
            run.code == Some(1)
                && run.err.contains(&format!("lỗi[giay-khuon]: mẫu giấy không dùng được: {key}")),
            "{key}: {}",
            run.err
        );
        assert!(run.err.contains("templates/giay/cua-toi.toml"), "{}", run.err);
        assert_eq!(run.err.matches("lỗi[").count(), 1, "{}", run.err);
    }
}

/// What is wrong with a line of the page is told once, at the line.
#[test]
fn a_mistake_of_a_line_is_told_once() {
    let rows: Vec<_> = (0..40).map(|at| [format!("M{at}"), format!("Nguyễn Văn Đức {at}")]).collect();
    let rows: Vec<_> = rows.iter().map(|[id, name]| [id.as_str(), name, "Chi bộ Sở", "Một cửa"]).collect();
    let text = batch(&rows);
    let desk = desk(&rows);
    let long = "rất dài ".repeat(60);
    for (from, to, said, place) in [
        ("{{ mo_hinh }}", "{{ mo_hin }}", "mo_hin", "dot.yml:17:"),
        ("{{ xep_loai }}", "{{ xep_loay }}", "xep_loay", "dot.yml:16:27"),
        ("{{ mo_hinh }}", "{{ mo_hinh if chuc_vu != 'Đảng viên' else mo_hin }}", "mo_hin", "dot.yml:17:"),
        ("chu: Giấy công nhận", &format!("chu: Giấy {long}"), "quá dài", "dot.yml:13:"),
        ("dia_danh: Trà Giang", &format!("dia_danh: Trà Giang {long}"), "quá dài", "dot.yml:9:"),
        ("so_dau: 1", &format!("dong_vao_so: Vào sổ {long}\nso_dau: 1"), "quá dài", "dot.yml:19:"),
        (
            "  - {kieu: nguoi_nhan,",
            &format!("{}  - {{kieu: nguoi_nhan,", "  - {kieu: noi_dung, chu: Một dòng nữa}\n".repeat(20)),
            "không xếp vừa",
            "dot.yml:12:",
        ),
    ] {
        let run = desk.run_with(FILE, &text.replacen(from, to, 1), &["check"]);
        assert!(
            run.code == Some(1) && run.err.contains(said) && run.err.contains(place),
            "{to}: {}",
            run.err
        );
        assert_eq!(run.err.matches("lỗi[").count(), 1, "{to}: {}", run.err);
    }
    let quoted = text.replacen("Một cửa", &"Vận động ".repeat(80), 1);
    let run = desk.run_with(FILE, &quoted, &["check"]);
    assert!(run.err.contains("“Vận động Vận") && !run.err.contains("““"), "{}", run.err);
    // A tab is told once.
    let run = desk.run_with(FILE, &text.replacen("Nguyễn Văn", "Nguyễn\\tVăn", 1), &["check"]);
    assert!(run.err.contains("lỗi[ky-tu]") && !run.err.contains("cach-la"), "{}", run.err);
}

/// A heading of another folder, and a year left over from another batch.
#[test]
fn lines_copied_from_another_batch_are_told() {
    let desk = desk(&ROWS);
    let text = batch(&ROWS);
    for (from, to, said) in [
        ("năm 2020, xếp loại", "năm 2021, xếp loại", "dòng này ghi năm 2021, giấy ký ngày 10/12/2020"),
        ("năm 2020, xếp loại", "năm 2019, xếp loại", "dòng này ghi năm 2019"),
        ("năm 2020, xếp loại", "từ năm 2016 đến năm 2020, xếp loại", ""),
        ("215-QĐ/ĐUK, ngay: 2020-12-10", "15-QĐ/ĐUK, ngay: 2021-02-10", ""),
        ("215-QĐ/ĐUK, ngay: 2020-12-10", "215-QĐ/ĐUK, ngay: 2021-12-10", "dòng này ghi năm 2020"),
        ("chu: Giấy công nhận", "chu: Giấy khen", "giấy trong data/giay-cong-nhan/ mà in “Giấy khen”"),
        ("chu: Giấy công nhận", "chu: GIẤY CÔNG NHẬN DANH HIỆU", ""),
    ] {
        let run = desk.run_with(FILE, &text.replacen(from, to, 1), &["build"]);
        let told = run.err.contains("cảnh báo[giay-dong]");
        assert!(
            run.code == Some(0) && told != said.is_empty() && run.err.contains(said),
            "{to}: {}",
            run.err
        );
        std::fs::remove_dir_all(desk.path("output")).unwrap();
    }
}

/// A printer is off by `-0,5`, with the comma of all other figures.
#[test]
fn offsets_are_read_with_a_comma() {
    let desk = desk(&ROWS);
    let text = format!("in: de_len\ncan_chinh: {{dx: \"-0,5\", dy: 1.5}}\n{}", batch(&ROWS));
    let run = desk.run_with(FILE, &text, &["build"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let run = desk.run_with(FILE, &text.replace("-0,5", "nửa"), &["check"]);
    assert!(run.code == Some(1) && run.err.contains("dot.yml:2:"), "{}", run.err);
}
