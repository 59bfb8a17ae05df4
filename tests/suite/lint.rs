//! Each rule of `vankien::lint` has a folder in `tests/lint/` with documents that
//! make it speak (`bao*.yml`) and documents that leave everything silent
//! (`im*.yml`); and the scan of the real plan is read with all its slips.

use std::collections::BTreeSet;
use std::path::Path;

use crate::desk::{Desk, PLAN, SHORT};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lint");

/// The documents of one rule whose names begin so, on a desk of their own.
fn desk(rule: &str, begin: &str) -> Desk {
    let mut files: Vec<_> = std::fs::read_dir(Path::new(FOLDER).join(rule))
        .unwrap_or_else(|_| panic!("tests/lint/{rule} is missing"))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|own| own == "yml"))
        .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(begin))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{rule}/{begin}");
    files.into_iter().fold(Desk::new(), |desk, path| {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        // `bao.to-trinh.yml` is a tờ trình; most are plans.
        let (stem, kind) = stem.split_once('.').unwrap_or((stem, "ke-hoach"));
        desk.file(&format!("data/{kind}/{stem}.yml"), std::fs::read(&path).unwrap())
    })
}

fn rules() -> Vec<&'static str> {
    vankien::lint::rules().map(|rule| rule.id).chain(["bo-qua"]).collect()
}

#[test]
fn each_rule_speaks() {
    for rule in rules() {
        let desk = desk(rule, "bao");
        let said = desk.run(&["check", "--quiet"]).err + &desk.run(&["check", "--quiet", "--lang", "en"]).err;
        assert!(said.contains(&format!("[{rule}]")), "{rule} said nothing:\n{said}");
        insta::with_settings!({ snapshot_path => format!("{FOLDER}/{rule}"), prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!("bao", said);
        });
    }
}

#[test]
fn each_rule_is_silent_where_all_is_well() {
    for rule in rules() {
        let run = desk(rule, "im").run(&["check", "--quiet"]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{rule}");
    }
}

/// A document that cannot be loaded is read by the rules of single lines all the same.
#[test]
fn what_is_broken_is_read_all_the_same() {
    for (written, broken, rule) in [
        ("2020-03-19", "2023-12-38", "ngay"),
        ("2020-03-19", "1999-03-19", "R-D-001"),
        ("dia_danh:", "diadanh:", "muc-la"),
        ("  ho_ten: Trương Thanh Long", "", "thieu-muc"),
        ("so: 27", "so: bốn", "R-D-101"),
        ("Một", "Một {{ mot }}", "bieu-thuc"),
    ] {
        let text = SHORT.replace("đoạn văn.", "hộ ngèo.").replace("Thực hiện", "thực hiện");
        let run = Desk::with_plan(&text.replace(written, broken)).run(&["check", "--quiet"]);
        assert!(run.err.contains(&format!("[{rule}]")), "{rule}: {}", run.err);
        assert!(run.err.contains("cảnh báo[go-nham]: `ngèo`"), "{rule}: {}", run.err);
        assert_eq!((run.code, run.err.matches("-->").count()), (Some(1), 2), "{rule}: {}", run.err);
    }
}

/// Of what is left of a sound document no rule speaks.
#[test]
fn no_rule_speaks_of_what_is_missing() {
    for rule in rules() {
        let desk = desk(rule, "im");
        let mut broken = 0;
        for kind in std::fs::read_dir(desk.path("data")).unwrap() {
            for file in std::fs::read_dir(kind.unwrap().path()).unwrap() {
                let path = file.unwrap().path();
                let text = std::fs::read_to_string(&path).unwrap();
                broken += text.matches("\nngay: ").count();
                std::fs::write(path, text.replacen("\nngay: ", "\nngay: 0", 1)).unwrap();
            }
        }
        let run = desk.run(&["check", "--quiet"]);
        assert_eq!(run.err.matches("-->").count(), broken, "{rule}: {}", run.err);
    }
}

#[test]
fn every_folder_is_a_rule_and_every_rule_is_explained() {
    let listed = Desk::new().run(&["rules"]).out;
    let explained: BTreeSet<_> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let rules: BTreeSet<_> = rules().into_iter().collect();
    for folder in std::fs::read_dir(FOLDER).unwrap() {
        let name = folder.unwrap().file_name().into_string().unwrap();
        assert!(rules.contains(name.as_str()), "{name}");
    }
    assert!(rules.is_subset(&explained), "{:?}", rules.difference(&explained));
}

/// Every slip of the scanned plan, at its place; in the corrected plan none.
#[test]
fn the_scanned_plan() {
    let text = include_str!("../fixtures/27-kh-duk-2020-ban-quet.yml");
    let desk = Desk::with_plan(text);
    let said: serde_json::Value = serde_json::from_str(&desk.run(&["check", "--json"]).out).unwrap();
    let findings = said["findings"].as_array().unwrap();
    let lines: Vec<_> = text.lines().collect();
    let marked: Vec<_> = findings
        .iter()
        .map(|finding| {
            let number = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap();
            let line: Vec<char> = lines[number("line") - 1].chars().collect();
            let words: String = line[number("column") - 1..number("end_column") - 1].iter().collect();
            format!("{}: {words}", finding["rule"].as_str().unwrap())
        })
        .collect();
    for (slip, times) in [
        ("R-D-105: Kết luận số 43-KH/TW", 1),
        ("dai-hoi: đại hội XII", 1),
        ("go-nham: tám gương", 3),
        ("gan-giong: Khôi", 5),
        ("viet-tat-sai: BCD", 1),
        ("doan-gay: Điều", 1),
        ("ngoac: “", 1),
        ("ngoac-long: “", 1),
        ("ten-cat-ngan: Khối các cơ quan", 1),
        ("cham-thua: .", 1),
        ("dau-cuoi: 6/2020)", 1),
        ("R-D-116: Nghị quyết số 02-NQ/ĐUK", 1),
        ("R-D-122: Thực", 1),
        ("R-D-173: ;", 1),
    ] {
        assert_eq!(marked.iter().filter(|own| *own == slip).count(), times, "{slip} in {marked:#?}");
    }
}

#[test]
fn the_corrected_plan_is_silent() {
    let run = Desk::new().run(&["check", "--root", env!("CARGO_MANIFEST_DIR"), PLAN, "--deny", "warnings"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

/// Nothing is written that has warnings where warnings are denied.
#[test]
fn denied_warnings_forbid_writing() {
    let folder = Path::new(FOLDER).join("go-nham/bao.yml");
    let desk = Desk::with_plan(&std::fs::read_to_string(folder).unwrap());
    assert_eq!(desk.run(&["build", "--deny", "warnings"]).code, Some(1));
    assert!(!desk.path("output").exists());
    assert_eq!(desk.run(&["build"]).code, Some(0));
    assert!(desk.path("output/ke-hoach/thu.pdf").exists());
}

/// A document asked for alone is still compared with its neighbours, and only
/// its own findings are told.
#[test]
fn neighbours_are_compared_with() {
    let desk = desk("so-trung", "bao");
    let run = desk.run(&["check", "data/ke-hoach/bao-2.yml"]);
    assert!(run.err.contains("[so-trung]") && run.out.contains("1/1"), "{}{}", run.err, run.out);
    assert_eq!(desk.run(&["check", "data/ke-hoach/bao.yml"]).err, "");
    assert!(desk.run(&["build"]).err.contains("[so-trung]"));
}

/// What the records say of the body that issues the fixtures.
const OFFICE: &str = "\
ma: duk
he_thong: dang
ten: Đảng ủy Khối các cơ quan
ky_hieu: ĐUK
dia_danh: Trà Giang
nhiem_ky:
  - {nhan: 2015 – 2020, tu: 2015-07-15, den: 2020-07-20}
  - {nhan: 2020 – 2025, tu: 2020-07-21}
nguoi_ky:
  - {ho_ten: Nguyễn Văn Đức, chuc_vu: Phó Bí thư, tu: 2015-07-15}
";

/// Numbers run through a term of the committee, however long; in the next one
/// they begin again. A document asked for alone is held to the same terms.
#[test]
fn numbers_run_through_a_term() {
    let paper = include_str!("../lint/so-trung/bao.yml");
    for (number, day, other, said) in [
        (27, "2018-05-20", "", "[so-trung]"),
        (27, "2020-09-20", "", ""),
        (28, "2018-05-20", "", "[so-nguoc]"),
        (28, "2020-09-20", "", ""),
        (5, "2020-09-20", "", ""),
        (27, "2018-05-20", "Đảng ủy Khối thị xã", ""),
    ] {
        let mut second = paper
            .replace("so: 27", &format!("so: {number}"))
            .replace("2020-03-19", day)
            .replace("2020", &day[..4]);
        if !other.is_empty() {
            second = second.replace("Đảng ủy Khối các cơ quan", other).replace("Trà Giang", "Bến Giang");
        }
        let desk = Desk::new()
            .file("data/to-chuc/duk.yml", OFFICE)
            .file("data/ke-hoach/mot.yml", paper)
            .file("data/ke-hoach/hai.yml", second);
        for only in [&["check", "--quiet"][..], &["check", "--quiet", "data/ke-hoach"]] {
            let err = desk.run(only).err;
            let right = if said.is_empty() { err.is_empty() } else { err.contains(said) };
            assert!(right, "{number} of {day}: {err}");
        }
    }
}

/// The State's numbers begin again every year.
#[test]
fn numbers_of_the_state_run_through_a_year() {
    let paper = include_str!("../lint/so-trung/bao.yml")
        .replace("  ky_hieu: ĐUK", "  ky_hieu: UBND\n  he_thong: nha_nuoc")
        .replace("Đảng ủy Khối các cơ quan", "Ủy ban nhân dân huyện Trà Giang")
        .replace("T/M Ban Thường vụ", "TM. Ủy ban nhân dân");
    for (day, said) in [("2020-12-30", true), ("2021-01-04", false)] {
        let desk = Desk::new()
            .file("data/ke-hoach/mot.yml", &paper)
            .file("data/ke-hoach/hai.yml", paper.replace("2020-03-19", day));
        let err = desk.run(&["check", "--quiet"]).err;
        assert_eq!(err.contains("[so-trung]"), said, "{day}: {err}");
    }
}

/// A batch of certificates, sound, with its recipients in a list.
pub(crate) fn batch(list: &str) -> Desk {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let head = &example[..example.find("nguoi_nhan:\n").unwrap()];
    let units = "don_vi:\n  - {ma: STP, loai: chi_bo_co_so, ten: Sở Tư pháp}\n  - {ma: SYT, loai: dang_bo_co_so, ten: Sở Y tế}\n";
    Desk::new()
        .file("data/don-vi/khoi.yml", units)
        .file("data/giay-cong-nhan/dot.yml", format!("{head}nguoi_nhan: {{tep: ds.csv}}\n"))
        .file("data/giay-cong-nhan/ds.csv", format!("Mã,Người nhận,Đơn vị,Mô hình,Xếp loại\n{list}"))
}

/// Who is given a certificate is read as carefully as a text: 700 copies of one
/// slip are printed from a list.
#[test]
fn lists_of_recipients_are_read_with_care() {
    for (row, rule, cell) in [
        ("A1,Chi bộ Sở Tư pháp,,Phiên tòa,tốt", "", ""),
        ("A1,Trường Tiểu học Kim Đồng,,Hệu trưởng gương mẫu,tốt", "go-nham", "D2"),
        ("A1,Trường THCS Lý Tự Trọg,,Phiên tòa,tốt", "go-nham", "B2"),
        ("A1,Đảng bô Sở Y tế,,Phiên tòa,tốt", "go-nham", "B2"),
        ("A1,chi bộ Sở Tư pháp,,Phiên tòa,tốt", "ho-ten", "B2"),
        ("A1,Chi bộ Sở Tư pháo,,Phiên tòa,tốt", "gan-giong", "B2"),
        ("A1,Chi bộ Sở Tư phap,,Phiên tòa,tốt", "gan-giong", "B2"),
        ("A1,“Chi bộ Sở Tư pháp,,Phiên tòa,tốt", "ngoac", "B2"),
        ("A1,1. Chi bộ Sở Tư pháp,,Phiên tòa,tốt", "ho-ten", "B2"),
        ("A1,a) Chi bộ Sở Tư pháp,,Phiên tòa,tốt", "ho-ten", "B2"),
        ("A1,- Chi bộ Sở Tư pháp,,Phiên tòa,tốt", "ho-ten", "B2"),
        ("A1,Chi bộ Một; Chi bộ Hai,,Phiên tòa,tốt", "ho-ten", "B2"),
        ("A1,Lê Văn Tám và Trần Thị Cúc,,Phiên tòa,tốt", "ho-ten", "B2"),
        ("A1,Lê Văn Tám (Bí thư),,Phiên tòa,tốt", "ho-ten", "B2"),
        ("A1,LÊ VĂN TÁM,,Phiên tòa,tốt", "", ""),
        ("A1,Hộ ông Lê Văn Tám và bà Trần Thị Cúc,,Phiên tòa,tốt", "", ""),
        ("A1,Sở Văn hóa và Thể thao,,Phiên tòa,tốt", "", ""),
        ("A1,Trường Tiểu học Tân An (cơ sở 2),,Phiên tòa,tốt", "", ""),
        ("A1,Le Van Tam,,Phiên tòa,tốt", "khong-dau", "B2"),
        ("A1,Chi bo So Tu phap,,Phiên tòa,tốt", "khong-dau", "B2"),
        ("A1,Nguyeenx Vawn Tuwf,,Phiên tòa,tốt", "khong-dau", "B2"),
        ("A1,Chi bộ Sở Tư pháp,,kie^?m tra,tốt", "khong-dau", "D2"),
        ("A1,Kim Sa Oanh,,Phiên tòa,tốt", "", ""),
        ("A1,Chi b&#7897; Sở Tư pháp,,Phiên tòa,tốt", "ma-may", "B2"),
        ("A1,<b>Chi bộ Ba</b>,,Phiên tòa,tốt", "dau-la", "B2"),
        ("A1,Chi bộ Ba,,{{ ten }},tốt", "dau-la", "D2"),
    ] {
        let run = batch(&format!("{row}\n")).run(&["check", "--quiet"]);
        if rule.is_empty() {
            assert_eq!(run.err, "", "{row}");
        } else {
            assert!(run.err.contains(&format!("[{rule}]: ô {cell}: ")), "{row}: {}", run.err);
        }
    }
    // Names in capitals are an office's own way; one of several is a slip.
    let mixed =
        batch("A1,Lê Văn Tám,,Phiên tòa,tốt\nA2,TRẦN THỊ CÚC,,Phiên tòa hai,tốt\n").run(&["check"]).err;
    assert!(mixed.contains("[ho-ten]: ô B3: tên toàn chữ in hoa"), "{mixed}");
    let right = batch("A1,Chi bộ Sở Tư pháo,,Phiên tòa,tốt\n").run(&["check"]).err;
    assert!(right.contains("có phải là `Chi bộ Sở Tư pháp`?"), "{right}");
}

/// What is on every certificate is read too: its heading, its body, its decision.
#[test]
fn certificates_are_read_with_care() {
    for (from, to, rule) in [
        ("chu: Giấy công nhận", "chu: Giấy công nhân", "go-nham"),
        ("chu: Ban Thường vụ Đảng ủy Khối các", "chu: Ban Thường vụ Đảng ủy Khôi các", "gan-giong"),
        ("so: 215-QĐ/ĐUK", "so: 215-KH/ĐUK", "R-D-105"),
    ] {
        let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
        assert!(example.contains(from), "{from}");
        let desk = Desk::new().file("data/giay-cong-nhan/dot.yml", example.replacen(from, to, 1));
        let run = desk.run(&["check", "--quiet"]);
        assert!(run.err.contains(&format!("[{rule}]")), "{to}: {}", run.err);
    }
}

/// The names in the registers are printed in lists and on certificates.
#[test]
fn lists_of_models_are_read_with_care() {
    let model = "mo_hinh:\n  - {ma: DVK, don_vi: SYT, ten: Bữa cơm nghĩa tình, linh_vuc: kinh_te}\n";
    for (model, said) in [(model.to_string(), false), (model.replace("nghĩa tình", "nghĩa tìnhh"), true)]
    {
        let desk = Desk::new()
            .file("data/don-vi/khoi.yml", "don_vi:\n  - {ma: SYT, loai: dang_bo_co_so, ten: Sở Y tế}\n")
            .file("data/mo-hinh/2020.yml", &model);
        let run = desk.run(&["check", "--quiet"]);
        assert_eq!(
            run.err.contains("data/mo-hinh/2020.yml:2") && run.err.contains("[go-nham]"),
            said,
            "{}",
            run.err
        );
        let silenced = model.replace("  - {ma", "  # vankien: bỏ qua go-nham – tên riêng\n  - {ma");
        let run = desk.run_with("data/mo-hinh/2020.yml", &silenced, &["check", "--quiet"]);
        assert!(!run.err.contains("[go-nham]"), "{}", run.err);
    }
}

/// The page of a rule says how grave its findings are, and shows one.
#[test]
fn pages_of_rules_say_what_comes_out() {
    for rule in vankien::lint::rules() {
        let desk = desk(rule.id, "bao");
        let said: serde_json::Value = serde_json::from_str(&desk.run(&["check", "--json"]).out).unwrap();
        let findings = said["findings"].as_array().unwrap().iter();
        let own: BTreeSet<_> = findings
            .filter(|own| own["rule"] == rule.id)
            .filter_map(|own| own["severity"].as_str())
            .collect();
        let gravest = ["error", "warning", "info"].into_iter().find(|grave| own.contains(grave));
        for (lang, names) in [("vi", ["lỗi", "cảnh báo", "lưu ý"]), ("en", ["error", "warning", "remark"])]
        {
            let page = desk.run(&["rules", rule.id, "--lang", lang]).out;
            let at = ["error", "warning", "info"].iter().position(|own| Some(*own) == gravest).unwrap();
            let level = if lang == "vi" {
                format!("Mức: {}\n", names[at])
            } else {
                format!("Level: {}\n", names[at])
            };
            assert!(page.contains(&level), "{}: {gravest:?}\n{page}", rule.id);
            assert!(page.contains(&format!("[{}]: ", rule.id)), "{page}");
        }
    }
}
