//! An office's own templates and profiles of certificates: what is wrong in one is told
//! once, at its own line.

use crate::certificates::{FILE, batch, desk};
use crate::desk::Desk;

/// A batch of 40, so that what is said for each of them is seen.
fn many() -> (Desk, String) {
    let rows: Vec<_> = (0..40).map(|at| [format!("M{at}"), format!("Nguyễn Văn Đức {at}")]).collect();
    let rows: Vec<_> = rows.iter().map(|[id, name]| [id.as_str(), name, "Chi bộ Sở", "Một cửa"]).collect();
    (desk(&rows), batch(&rows))
}

#[test]
fn a_fault_of_an_own_template_is_told_once_at_its_line() {
    let page = include_str!("../../templates/giay.typ.j2");
    let typst = include_str!("../../templates/giay/giay.typ");
    let frame = include_str!("../../templates/giay/khung.typ");
    let import = page.lines().find(|line| line.contains("giay/giay.typ")).unwrap();
    let called = import.rsplit(':').next().unwrap().split(',').next().unwrap().trim();
    for (name, text, place, said) in [
        ("giay/khung.typ", format!("{frame}\n#let x = (\n"), Some("#let x = ("), "sai cú pháp Typst"),
        ("giay.typ.j2", format!("{page}\n#khong-co()\n"), Some("#khong-co()"), "không có tên `khong-co`"),
        ("giay.typ.j2", page.replace("tieu_de", "tieu_dee"), Some("tieu_dee"), "gọi một giá trị không có"),
        (
            "giay/giay.typ",
            typst.replace("#let cac-giay(", "#let cac-giay(khac, "),
            Some("#let cac-giay("),
            "không dàn được trang",
        ),
        // What the page needs of it is gone; what is left has no line for it.
        (
            "giay/giay.typ",
            typst.replace(&format!("#let {called}"), &format!("#let {called}x")),
            None,
            "thiếu phần",
        ),
    ] {
        let (desk, _) = many();
        let desk = desk.file(&format!("templates/{name}"), &text);
        let run = desk.run(&["build"]);
        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(run.err.contains(said), "{name}: {said}: {}", run.err);
        let line = place.map(|place| text.lines().position(|own| own.contains(place)).unwrap() + 1);
        let place = line.map_or(format!("templates/{name}\n"), |line| format!("templates/{name}:{line}:"));
        assert!(run.err.contains(&place), "{place}: {}", run.err);
        // The second one says that the batch is not complete.
        assert_eq!(run.err.matches("lỗi[").count(), 2, "{}", run.err);
        assert!(!run.err.contains("van-ban.typ"), "{}", run.err);
    }
}

#[test]
fn a_fault_of_an_own_profile_is_told_at_its_key() {
    let whole = include_str!("../../templates/giay/a4-ngang.toml");
    let own = |text: &str| format!("theo = \"a4-ngang\"\nten = \"Của tôi\"\n{text}");
    for (text, key, said) in [
        (own("[kieu.nguoi_nhan]\nco = 2\n"), "co = 2", "kieu.nguoi_nhan.co"),
        (own("[chan]\nrong_ky = \"80\"\n"), "rong_ky", "giá trị này sai kiểu"),
        (own("[chan]\nrong_kyy = 80\n"), "rong_kyy", "không có mục `rong_kyy`"),
        (own("[chan\n"), "[chan", "sai cú pháp TOML"),
        (own("cach_in = []\n"), "cach_in", "giá trị này sai kiểu"),
        (own("[giay]\nrong = 20\n"), "rong = 20", "giay.rong"),
        ("theo = \"cua-toi\"\nten = \"Của tôi\"\n".into(), "theo", "mẫu `cua-toi` theo chính nó"),
        ("theo = \"a4-doc\"\nten = \"Của tôi\"\n".into(), "theo", "không có mẫu giấy `a4-doc`"),
        (own("[cho.nguoi_nhann]\nchan = 115\n"), "nguoi_nhann", "có phải là `nguoi_nhan`"),
        (whole.replacen("rong_ky = ", "rong_kyx = ", 1), "rong_kyx", "không có mục `rong_kyx`"),
    ] {
        let (desk, batch) = many();
        let desk = desk
            .file("templates/giay/cua-toi.toml", &text)
            .file(FILE, batch.replace("mau: a4-ngang", "mau: cua-toi"));
        let run = desk.run(&["build", FILE]);
        assert!(run.err.contains(said), "{key}: {}", run.err);
        let line = text.lines().position(|own| own.contains(key)).unwrap() + 1;
        assert!(run.err.contains(&format!("templates/giay/cua-toi.toml:{line}:")), "{key}: {}", run.err);
        assert_eq!(run.err.matches("lỗi[").count(), 1, "{key}: {}", run.err);
    }
}
