//! The rules that are no rules of `tests/lint/`: each speaks of a small slip and is
//! silent without it; and no rule that `rules` calls checked goes untested.

use std::path::Path;

use crate::desk::{Desk, Run, SHORT};

const PLAN: &str = "data/ke-hoach/thu.yml";
const MODELS: &str = "data/mo-hinh/2020.yml";
const LIST: &str = "data/mo-hinh/2020.csv";
const FIGURES: &str = "data/ket-qua/2020.yml";
const BATCH: &str = "data/giay-cong-nhan/dot.yml";
const DECIDED: &str = "data/giay-cong-nhan/theo-quyet-dinh-2020.yml";

const UNITS: &str = "don_vi:
  - {ma: SYT, loai: dang_bo_co_so, ten: Sở Y tế, so_dang_vien: 96}
  - {ma: TTR, loai: chi_bo_co_so, ten: Thanh tra tỉnh, so_dang_vien: 33}
";

/// A sound file of each kind, together in one folder.
fn sound() -> Vec<(&'static str, String)> {
    let model = |at: usize, unit: &str, name: &str| {
        format!(
            "  - {{ma: M{at}, ten: {name}, don_vi: {unit}, linh_vuc: kinh_te, tinh_trang: moi, doi_tuong: tap_the}}\n"
        )
    };
    let models = model(1, "SYT", "Tủ áo nghĩa tình") + &model(2, "TTR", "Đối thoại");
    let figures = "  - {chi_tieu: hoi_nghi, so: 10}
  - {chi_tieu: hoi_nghi, don_vi: SYT, so: 6}
  - {chi_tieu: hoi_nghi, don_vi: TTR, so: 4}
";
    let batch = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let head = &batch[..batch.find("nguoi_nhan:\n").unwrap()];
    let recipient = "  - {ma: A, ten: Chi bộ Sở Tư pháp, xep_loai: tốt, mo_hinh: Áo ấm}\n";
    let plan = SHORT
        .replace("Trà Vinh", "Trà Giang")
        .replace("doanh nghiệp", "doanh nghiệp tỉnh Trà Giang")
        .replace("Trương Thanh Long", "Lê Văn C");
    vec![
        (PLAN, plan),
        ("data/to-chuc/duk.yml", include_str!("../../data/to-chuc/duk-tra-giang.yml").into()),
        ("data/don-vi/khoi.yml", UNITS.into()),
        (
            "data/chi-tieu/chung.yml",
            "chi_tieu:\n  - {ma: hoi_nghi, ten: Hội nghị, don_vi_tinh: cuộc}\n".into(),
        ),
        (MODELS, format!("mo_hinh:\n{models}")),
        (FIGURES, format!("ket_qua:\n{figures}")),
        (BATCH, format!("{head}nguoi_nhan:\n{recipient}")),
        ("ghi-chu.yml", "a: b\n".into()),
    ]
}

/// The same with the models in a CSV file.
fn with_list() -> Vec<(&'static str, String)> {
    let mut files = sound();
    files.retain(|(name, _)| *name != MODELS);
    files.push((
        LIST,
        "Đơn vị,Tên mô hình,Lĩnh vực,Điểm\nSYT,Tủ áo,Kinh tế,\nTTR,Đối thoại,Kinh tế,\n".into(),
    ));
    files
}

/// A plan of a State body.
fn of_the_state() -> Vec<(&'static str, String)> {
    let plan = SHORT
        .replace("cap_tren: Đảng bộ", "cap_tren: Ủy ban nhân dân")
        .replace("Đảng ủy Khối các cơ quan và doanh nghiệp", "Sở Nội vụ\n  he_thong: nha_nuoc")
        .replace("ĐUK", "SNV")
        .replace("2020-03-19", "2020-04-19")
        .replace("T/M Ban Thường vụ", "KT. Giám đốc")
        .replace("Phó Bí thư", "Phó Giám đốc");
    vec![(PLAN, plan)]
}

/// The example's decision, all that it comes from, and the certificates it gives.
fn with_decision() -> Vec<(&'static str, String)> {
    let own = |name: &'static str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        (name, std::fs::read_to_string(path).unwrap())
    };
    let names = [
        "data/quyet-dinh/tra-giang-cong-nhan-2020.yml",
        "data/don-vi/khoi-tra-giang.yml",
        MODELS,
        "data/thang-diem/2016.yml",
        "data/danh-gia/2020.yml",
        DECIDED,
    ];
    names.map(own).into()
}

fn run(files: &[(&str, String)], args: &str) -> Run {
    let desk = files.iter().fold(Desk::new(), |desk, (name, text)| desk.file(name, text));
    std::fs::create_dir_all(desk.path("data/rong")).unwrap();
    std::fs::write(desk.path("anh.jpg"), b"\xff\xd8\xff").unwrap();
    desk.run(&["khoa"]);
    desk.run(&args.split(' ').collect::<Vec<_>>())
}

#[test]
fn each_slip_is_told_by_its_rule() {
    for (rule, files, place, written, slip) in [
        ("R-D-131", sound as fn() -> _, PLAN, "ngay: ", "trinh_bay: {thut_dau_dong: 30}\nngay: "),
        ("R-D-132", sound, PLAN, "ngay: ", "trinh_bay: {cach_doan: 30}\nngay: "),
        ("R-N-010", of_the_state, PLAN, "ngay: ", "trinh_bay: {kho_giay: A5}\nngay: "),
        ("R-N-015", of_the_state, PLAN, "ngay: ", "trinh_bay: {thut_dau_dong: 30}\nngay: "),
        (
            "R-N-032",
            of_the_state,
            PLAN,
            "noi_dung:\n  - doan",
            "can_cu: {van_ban: [\"Căn cứ Luật Tổ chức chính quyền địa phương,\", Căn cứ Luật Cán bộ]}\nnoi_dung:\n  - doan",
        ),
        ("R-N-042", of_the_state, PLAN, "noi_nhan:", "kinh_gui: [Ủy ban nhân dân tỉnh]\nnoi_nhan:"),
        ("nguoi-ky", sound, PLAN, "Lê Văn C", "Lê Văn D"),
        ("nguoi-ky", sound, PLAN, "Lê Văn C", "Lê Vân C"),
        ("phong-chu", sound, "fonts/la.ttf", "", "không phải phông"),
        ("ca-nhan", sound, MODELS, "doi_tuong: tap_the", "doi_tuong: ca_nhan"),
        ("nam-dau", sound, MODELS, "tinh_trang: moi", "tinh_trang: duy_tri"),
        ("ma-trung", sound, MODELS, "ma: M2", "ma: M1"),
        ("pheu", sound, MODELS, "kinh_te", "kinh_te, tieu_bieu: true"),
        ("tong", sound, FIGURES, "so: 10", "so: 12"),
        ("o-trong", with_list, LIST, "SYT,Tủ áo", "SYT,"),
        (
            "hang-bo-qua",
            with_list,
            LIST,
            "TTR,Đối thoại,Kinh tế,\n",
            "TTR,Đối thoại,Kinh tế,\nTổng cộng,,,\n",
        ),
        ("nam-du-lieu", with_list, LIST, "Đơn vị,", "Danh sách mô hình năm 2019\nĐơn vị,"),
        ("giay-mau", sound, BATCH, "mau: a4-ngang", "mau: a4-ngangg"),
        ("giay-thieu", sound, BATCH, ", mo_hinh: Áo ấm", ""),
        ("giay-ten", sound, BATCH, "ten: Chi bộ Sở Tư pháp", "ten: \"12\""),
        ("giay-xep-loai", sound, BATCH, "xep_loai: tốt", "xep_loai: tót"),
        ("giay-ky", with_decision, DECIDED, "ho_ten: Lê Văn C", "ho_ten: Lê Văn D"),
    ] {
        let mut files = files();
        let marked = format!("[{rule}]");
        let before = run(&files, "check");
        assert!(!before.err.contains(&marked), "{rule}: {}", before.err);
        match files.iter_mut().find(|(name, _)| *name == place) {
            Some((_, text)) => {
                assert!(text.contains(written), "{rule}");
                *text = text.replacen(written, slip, 1);
            }
            None => files.push((place, slip.into())),
        }
        let after = run(&files, "check");
        assert!(after.err.contains(&marked), "{rule}: {}", after.err);
    }
}

/// A certificate that somebody changed is not swept away with its row.
#[test]
fn a_changed_certificate_without_a_row_is_told() {
    let files = sound();
    let desk = files.iter().fold(Desk::new(), |desk, (name, text)| desk.file(name, text));
    assert_eq!(desk.run(&["build", BATCH]).code, Some(0));
    let folder = desk.path("output/giay-cong-nhan/dot");
    let is_own = |name: &str| name.ends_with("chi-bo-so-tu-phap.pdf");
    let mut names = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let own = names.find(|path| is_own(path.to_str().unwrap())).unwrap();
    std::fs::write(&own, "của ai đó").unwrap();
    let batch = &files.iter().find(|(name, _)| *name == BATCH).unwrap().1;
    let run = desk.run_with(
        BATCH,
        &batch.replace("ma: A,", "ma: B,").replace("Tư pháp", "Y tế"),
        &["build", BATCH],
    );
    assert!(run.err.contains("cảnh báo[giay-thua]") && own.exists(), "{}", run.err);
}

/// What the command line itself asks for wrongly.
#[test]
fn each_wrong_request_is_told_by_its_rule() {
    for (rule, right, wrong) in [
        ("khong-thay-tep", "check data/ke-hoach/thu.yml", "check data/ke-hoach/thuu.yml"),
        ("ngoai-data", "check data/ke-hoach", "check ghi-chu.yml"),
        ("khong-co-van-ban", "check data/ke-hoach", "check data/rong"),
        ("thu-muc-data", "check --root .", "check --root data/ke-hoach"),
        ("quy-tac", "rules go-nham", "rules go-nhem"),
        ("kiem-tra-giay", "check", "verify anh.jpg"),
    ] {
        let marked = format!("[{rule}]");
        let [right, wrong] = [right, wrong].map(|args| run(&sound(), args));
        assert!(!right.err.contains(&marked) && right.code == Some(0), "{rule}: {}", right.err);
        assert!(wrong.err.contains(&marked) && wrong.code != Some(0), "{rule}: {}", wrong.err);
    }
}

/// Rules that no test can make speak: the machine must refuse to watch a folder; a value
/// that the checks of form let pass must fail to be read.
const UNHEARD: [&str; 2] = ["theo-doi", "du-lieu"];

/// A rule whose row in `STANDARD.md` says that it is checked under its own id is named by
/// a test or by what one expects to be printed.
#[test]
fn every_checked_rule_is_tested() {
    fn texts(folder: &Path, all: &mut String) {
        for entry in folder.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                texts(&path, all);
            } else if path.extension().is_some_and(|own| own == "rs" || own == "snap") {
                all.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut all = String::new();
    texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"), &mut all);
    let standard = include_str!("../../templates/the-thuc/STANDARD.md");
    let rows = standard.lines().filter_map(|line| {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        let [_, id, _, _, status, _] = cells[..] else { return None };
        let own = [format!("`checked` {id}"), format!("`checked` `{id}`")];
        own.iter().any(|own| status.contains(own)).then_some(id)
    });
    let mut count = 0;
    for rule in rows.filter(|rule| !UNHEARD.contains(rule)) {
        count += 1;
        let named = [format!("[{rule}"), format!("\"{rule}\"")].iter().any(|own| all.contains(own));
        assert!(named, "no test speaks of `{rule}`");
    }
    assert!(count > 150, "{count}");
}
