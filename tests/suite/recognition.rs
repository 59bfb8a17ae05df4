//! The decision of recognition: its list comes from the data, the count in Điều 1
//! is the number of its rows, and once numbered it does not change unseen.

use std::path::Path;

use vankien::pipeline::{recognition, typeset};

use crate::desk::{Desk, SHORT};
use crate::text::letters_of_pdf;

const DECISION: &str = "data/quyet-dinh/tra-giang-cong-nhan-2020.yml";
const UNITS: &str = "don_vi:
  - {ma: A, loai: dang_bo_co_so, ten: Sở A}
  - {ma: B, loai: chi_bo_co_so, ten: Sở B}
";
const MODELS: &str = "mo_hinh:
  - {ma: M3, don_vi: B, ten: Ba, linh_vuc: kinh_te, trang_thai: cong_nhan, diem: 80}
  - {ma: M2, don_vi: A, ten: Hai, linh_vuc: kinh_te, trang_thai: cong_nhan, diem: 75}
  - {ma: M1, don_vi: A, ten: Một, linh_vuc: van_hoa_xa_hoi, trang_thai: cong_nhan, diem: 90, doi_tuong: ca_nhan, ca_nhan: {ho_ten: X Y}}
  - {ma: M4, don_vi: A, ten: Bốn, linh_vuc: kinh_te, trang_thai: cham_diem, diem: 80}
";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A decision with this text in its first article and these lines in its list.
fn decision(article: &str, list: &str) -> Desk {
    let article =
        format!("so_lieu: {{tu: 2020, den: 2020}}\nnoi_dung:\n  - dieu: {{noi_dung: \"{article}\"}}\n");
    let annex = format!(
        "phu_luc:\n  - ten: Danh sách\n    noi_dung:\n      - danh_sach_cong_nhan:\n          nhom: linh_vuc\n{list}"
    );
    Desk::new()
        .file(
            "data/quyet-dinh/thu.yml",
            SHORT.replace("noi_dung:\n  - doan: Một đoạn văn.\n", &article) + &annex,
        )
        .file("data/don-vi/a.yml", UNITS)
        .file("data/mo-hinh/2020.yml", MODELS)
}

fn said(desk: &Desk) -> String {
    desk.run(&["check", "data/quyet-dinh"]).err
}

/// What the list says, every row of it, is what the data say, in the order of
/// units and ids, and the article counts it.
#[test]
fn the_list_is_the_data() {
    let own =
        recognition(root(), Path::new(DECISION)).unwrap_or_else(|report| panic!("{:#?}", report.sorted()));
    assert_eq!((own.symbol.as_str(), own.date.to_string().as_str()), ("45-QĐ/ĐUK", "10/12/2020"));
    assert_eq!(own.rows.len(), 74);
    assert_eq!(own.rows[0].id, "DVK-2020-009", "the first field of work comes first");
    let first = own.rows.iter().find(|row| row.id == "DVK-2020-001").unwrap();
    assert_eq!(first.unit_name, "Đảng bộ Văn phòng Tỉnh ủy");
    assert_eq!((first.rank_name.as_deref(), first.year), (Some("Tốt"), 2020));
    assert!(first.place("ma").starts_with("data/mo-hinh/2020.yml:"));

    let printed = letters_of_pdf(&typeset(root(), Path::new(DECISION)).unwrap().pages.pdf().unwrap());
    assert!(
        printed.contains("Côngnhận74môhình“Dânvậnkhéo”năm2020,gồm61môhìnhcủatậpthể,13môhìnhcủacánhân"),
        "{printed}"
    );
    assert!(printed.contains("15môhìnhxếploạixuấtsắc,43môhìnhxếploạitốt,16môhìnhxếploạikhá"));
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    for row in own.rows.iter() {
        assert!(printed.contains(&letters(&row.name)), "{}", row.id);
        assert!(printed.contains(&letters(&row.unit_name)), "{}", row.id);
        assert!(row.person.iter().all(|person| printed.contains(&letters(&person.name))), "{}", row.id);
    }
}

/// The widest numeral of a group stays in its cell.
#[test]
fn numerals_of_groups_fit_their_column() {
    let units: Vec<_> =
        (1..=28).map(|at| format!("  - {{ma: U{at:02}, loai: chi_bo_co_so, ten: Sở số {at}}}\n")).collect();
    let units = units.concat();
    let models: Vec<_> = (1..=28)
        .map(|at| {
            format!("  - {{ma: M{at:02}, don_vi: U{at:02}, ten: Mô hình về nước sạch, linh_vuc: kinh_te, trang_thai: cong_nhan, diem: 80}}\n")
        })
        .collect();
    let models = models.concat();
    let path = "data/quyet-dinh/thu.yml";
    let desk = decision("Công nhận {{ cong_nhan.so }} mô hình.", "");
    let text = std::fs::read_to_string(desk.path(path)).unwrap().replace("nhom: linh_vuc", "nhom: don_vi");
    let desk = desk
        .file(path, text)
        .file("data/don-vi/a.yml", format!("don_vi:\n{units}"))
        .file("data/mo-hinh/2020.yml", format!("mo_hinh:\n{models}"));
    let pages = typeset(&desk.path(""), path.as_ref())
        .unwrap_or_else(|report| panic!("{:#?}", report.sorted()))
        .pages;
    let texts = pages.texts();
    // Both cells keep their padding, so the words stand twice that far from the numeral.
    let padding = 0.8;
    for numeral in ["VIII", "XVIII", "XXIII", "XXVIII"] {
        let number = texts.iter().find(|text| text.text.trim() == numeral).unwrap();
        let same_line = |text: &&vankien::compile::PlacedText| {
            text.page == number.page && (text.baseline - number.baseline).abs() < 0.1 && text.x > number.x
        };
        let name = texts.iter().filter(same_line).min_by(|a, b| a.x.total_cmp(&b.x)).unwrap();
        let gap = name.x - number.ink_right;
        assert!(gap >= 2.0 * padding - 0.01, "{numeral}: {gap} mm");
    }
}

#[test]
fn rows_follow_units_and_ids() {
    let desk = decision("Công nhận {{ cong_nhan.so }} mô hình.", "");
    let own = recognition(&desk.path(""), Path::new("data/quyet-dinh/thu.yml")).unwrap();
    let ids: Vec<_> = own.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["M2", "M3", "M1"]);
    let typeset = typeset(&desk.path(""), Path::new("data/quyet-dinh/thu.yml")).unwrap();
    let rows = crate::report::rows(&typeset.source);
    let rows: Vec<_> = rows.iter().map(|row| row.join(" | ")).collect();
    assert_eq!(
        rows,
        [
            "I | Kinh tế (02)",
            "1 | Đảng bộ Sở A | Hai | Kinh tế | Khá | ",
            "2 | Chi bộ Sở B | Ba | Kinh tế | Tốt | ",
            "II | Văn hóa – xã hội (01)",
            "3 | Đảng bộ Sở A | Một | Văn hóa – xã hội | Xuất sắc | ",
        ]
    );
}

#[test]
fn a_typed_count_must_be_that_of_the_list() {
    for (article, wrong) in [
        ("Công nhận 03 mô hình của 02 tập thể và 01 cá nhân.", None),
        ("Công nhận 03 mô hình, gồm 02 mô hình của tập thể, 01 mô hình cá nhân.", None),
        ("Công nhận 03 mô hình, gồm 01 mô hình của tập thể.", Some("Điều này ghi 1, danh sách có 2")),
        ("Công nhận 04 mô hình.", Some("Điều này ghi 4, danh sách có 3")),
        ("Công nhận 03 mô hình của 3 tập thể.", Some("Điều này ghi 3, danh sách có 2")),
        ("Công nhận 03 mô hình, 2 cá nhân.", Some("Điều này ghi 2, danh sách có 1")),
        ("Công nhận 1,003 mô hình.", Some("Điều này ghi 1,003, danh sách có 3")),
        ("Công nhận 3.0 mô hình.", Some("Điều này ghi 3.0, danh sách có 3")),
        ("Công nhận năm 2020, 03 mô hình của tập thể.", Some("Điều này ghi 3, danh sách có 2")),
        ("Công nhận bốn (04) mô hình.", Some("Điều này ghi 4, danh sách có 3")),
        ("Công nhận 03 mô hình; 01 mô hình xếp loại xuất sắc.", None),
        ("Công nhận 03 mô hình; 02 mô hình xếp loại xuất sắc.", Some("Điều này ghi 2, danh sách có 1")),
    ] {
        let said = said(&decision(article, ""));
        let found = said.contains("lỗi[so-cong-nhan]");
        assert_eq!(found, wrong.is_some(), "{said}");
        assert!(wrong.is_none_or(|wrong| said.contains(wrong)), "{said}");
        assert!(wrong.is_none() || said.contains("data/quyet-dinh/thu.yml:"), "both places: {said}");
    }
}

/// Words in brackets that differ from the figure before them are told with the count.
#[test]
fn a_count_is_told_once() {
    for (article, errors, warnings) in [
        ("Công nhận 04 (ba) mô hình.", 1, 0),
        ("Công nhận 03 (bốn) mô hình.", 1, 0),
        ("Công nhận 06 (bảy) mô hình.", 1, 0),
        ("Công nhận 03 (ba) mô hình.", 0, 0),
        // What the list does not count is told by its words alone.
        ("Công nhận 03 mô hình, tặng 06 (bảy) lẵng hoa.", 0, 1),
    ] {
        let said = said(&decision(article, ""));
        let count = |rule: &str| said.matches(rule).count();
        assert_eq!((count("lỗi[so-cong-nhan]"), count("[bang-chu]")), (errors, warnings), "{said}");
    }
}

#[test]
fn a_typed_total_must_be_that_of_the_list() {
    for (total, wrong) in [("Tổng cộng: 03 mô hình", false), ("Tổng cộng: 70 mô hình", true)] {
        let said = said(&decision("Công nhận.", &format!("          tong: \"{total}\"\n")));
        assert_eq!(said.contains("lỗi[so-cong-nhan]"), wrong, "{said}");
    }
}

#[test]
fn a_numbered_list_is_locked() {
    let article = "Công nhận {{ cong_nhan.so }} mô hình.";
    let open = decision(article, "");
    let unlocked = said(&open);
    assert!(unlocked.contains("cảnh báo[khoa-danh-sach]") && unlocked.contains("vankien chot"), "{unlocked}");
    let before = std::fs::read_to_string(open.path("data/quyet-dinh/thu.yml")).unwrap();
    let run = open.run(&["chot", "data/quyet-dinh/thu.yml"]);
    assert!(run.code == Some(0) && run.out.contains("3 hàng"), "{}{}", run.out, run.err);
    let after = std::fs::read_to_string(open.path("data/quyet-dinh/thu.yml")).unwrap();
    let kept: String = after.split_inclusive('\n').filter(|line| before.contains(line)).collect();
    assert_eq!(kept, before, "nothing else is touched");
    let run = open.run(&["chot", "data/quyet-dinh/thu.yml"]);
    assert!(run.code == Some(0) && run.out.contains("từ trước"), "{}", run.out);
    let locked = |models: &str| {
        let desk = decision(article, "").file("data/quyet-dinh/thu.yml", &after);
        said(&desk.file("data/mo-hinh/2020.yml", models))
    };
    assert!(!locked(MODELS).contains("khoa-danh-sach"));
    for (from, to, change) in [
        ("diem: 80}\n  - {ma: M2", "diem: 90}\n  - {ma: M2", "đổi 1 (M3, data/mo-hinh/2020.yml:2)"),
        ("X Y", "X Z", "đổi 1 (M1, data/mo-hinh/2020.yml:4)"),
        ("ho_ten: X Y", "ho_ten: X Y, chuc_vu: Bí thư", "đổi 1 (M1, data/mo-hinh/2020.yml:4)"),
        ("ten: Ba,", "ten: Ba, ghi_chu: Mới,", "đổi 1 (M3, data/mo-hinh/2020.yml:2)"),
        (
            "trang_thai: cong_nhan, diem: 75",
            "trang_thai: cham_diem, diem: 75",
            "bớt 1 (M2, data/mo-hinh/2020.yml:3)",
        ),
        ("trang_thai: cham_diem", "trang_thai: cong_nhan", "thêm 1 (M4, data/mo-hinh/2020.yml:5)"),
    ] {
        let said = locked(&MODELS.replacen(from, to, 1));
        assert!(said.contains("lỗi[khoa-danh-sach]") && said.contains(change), "{said}");
    }
}

/// A decision that counts a list it does not have is told so, once.
#[test]
fn a_missing_list_is_told_once() {
    let desk = decision("Công nhận {{ cong_nhan.so }} mô hình của {{ cong_nhan.tap_the }} tập thể.", "");
    let text = std::fs::read_to_string(desk.path("data/quyet-dinh/thu.yml")).unwrap();
    let desk = desk.file("data/quyet-dinh/thu.yml", text.split("phu_luc:").next().unwrap());
    let said = said(&desk);
    assert_eq!(said.matches("lỗi[").count(), 1, "{said}");
    assert!(said.contains("lỗi[danh-sach-cong-nhan]: văn bản không có danh sách công nhận"), "{said}");
}

#[test]
fn what_is_not_locked() {
    let article = "Công nhận {{ cong_nhan.so }} mô hình.";
    let unnumbered = decision(article, "");
    let text = std::fs::read_to_string(unnumbered.path("data/quyet-dinh/thu.yml")).unwrap();
    let unnumbered = unnumbered.file("data/quyet-dinh/thu.yml", text.replace("so: 27\n", ""));
    let run = unnumbered.run(&["chot", "data/quyet-dinh/thu.yml"]);
    assert!(run.code == Some(1) && run.err.contains("chưa có số"), "{}", run.err);
    let faulty = decision("Công nhận 04 mô hình.", "");
    let run = faulty.run(&["chot", "data/quyet-dinh/thu.yml"]);
    assert!(run.code == Some(1) && run.err.contains("lỗi[so-cong-nhan]"), "{}", run.err);
    assert!(!std::fs::read_to_string(faulty.path("data/quyet-dinh/thu.yml")).unwrap().contains("khoa:"));
    assert_eq!(faulty.run(&["chot", "data/quyet-dinh/khong-co.yml"]).code, Some(2));
}

#[test]
fn a_list_without_rows_or_ids_is_refused() {
    let none = decision("Công nhận.", "          loc: {xep_loai: kha, doi_tuong: ca_nhan}\n");
    assert!(said(&none).contains("lỗi[danh-sach-cong-nhan]: danh sách công nhận không có hàng nào"));
    let nameless = decision("Công nhận.", "").file("data/mo-hinh/2020.yml", MODELS.replace("ma: M3, ", ""));
    assert!(said(&nameless).contains("mô hình được công nhận mà chưa có mã"));
    let report = recognition(root(), Path::new("data/bao-cao/nam-2019.yml")).unwrap_err();
    assert!(report.sorted().iter().any(|finding| format!("{finding:?}").contains("NoList")));
}

/// A unit with two models is one collective; a person of two models is one person.
#[test]
fn collectives_are_counted_once() {
    let models = MODELS.replace(
        "{ma: M4, don_vi: A, ten: Bốn, linh_vuc: kinh_te, trang_thai: cham_diem",
        "{ma: M4, don_vi: A, ten: Bốn, linh_vuc: kinh_te, trang_thai: cong_nhan",
    );
    let article = "Công nhận {{ cong_nhan.so }} mô hình ({{ cong_nhan.mo_hinh_tap_the }} của tập thể) của {{ cong_nhan.tap_the }} tập thể.";
    let desk = decision(article, "").file("data/mo-hinh/2020.yml", &models);
    assert!(!said(&desk).contains("lỗi["), "{}", said(&desk));
    let source = typeset(&desk.path(""), Path::new("data/quyet-dinh/thu.yml")).unwrap().source;
    assert!(source.contains("Công nhận 04 mô hình (03 của tập thể) của 02 tập thể."), "{source}");
    let desk = decision("Công nhận 04 mô hình của 03 tập thể.", "").file("data/mo-hinh/2020.yml", &models);
    assert!(said(&desk).contains("Điều này ghi 3, danh sách có 2"), "{}", said(&desk));
}

/// What is typed in one paper of a round is held against what another computes.
#[test]
fn counts_of_a_round_are_held_against_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let names = [
        "bien-ban/tra-giang-hop-xet-2020.yml",
        "to-trinh/tra-giang-cong-nhan-2020.yml",
        "quyet-dinh/tra-giang-cong-nhan-2020.yml",
        "don-vi/khoi-tra-giang.yml",
        "mo-hinh/2020.yml",
        "thang-diem/2016.yml",
        "danh-gia/2020.yml",
    ];
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap();
    let desk = names.iter().fold(Desk::new(), |desk, name| desk.file(&format!("data/{name}"), read(name)));
    assert_eq!(desk.run(&["check"]).err, "");
    for (at, from, to, said) in [
        (
            0,
            "công nhận {{ so(\"cong_nhan\") }} mô hình",
            "công nhận 73 mô hình",
            "ghi 73 mô hình công nhận, số liệu tính ra 74",
        ),
        (
            1,
            "công nhận {{ so(\"cong_nhan\") }} mô hình",
            "công nhận 73 mô hình",
            "ghi 73 mô hình công nhận, số liệu tính ra 74",
        ),
        (
            1,
            "đăng ký {{ so(\"dang_ky\") }} mô hình",
            "đăng ký 90 mô hình",
            "ghi 90 mô hình đăng ký, số liệu tính ra 91",
        ),
    ] {
        let text = read(names[at]);
        assert!(text.contains(from), "{from}");
        let run = desk.run_with(&format!("data/{}", names[at]), &text.replacen(from, to, 1), &["check"]);
        assert!(run.err.contains(&format!("cảnh báo[dot-xet]: ở đây {said}")), "{said}: {}", run.err);
        // The caret stands under what was typed, once, in whatever paper it is.
        assert!(run.err.contains(&format!("--> data/{}:", names[at])), "{said}: {}", run.err);
        assert_eq!(run.err.matches("[dot-xet]").count(), 1, "{said}: {}", run.err);
    }
}
