//! Batches of certificates: what is printed, what is kept, what is refused.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use rust_xlsxwriter::Workbook;
use vankien::digest::sha256;

use crate::desk::{Desk, SHORT};
use crate::text::letters_of_pdf;

const EXAMPLE: &str = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
pub(crate) const FILE: &str = "data/giay-cong-nhan/dot.yml";
pub(crate) const OUT: &str = "output/giay-cong-nhan/dot";

/// The example up to its list.
pub(crate) fn head() -> &'static str {
    EXAMPLE.split("nguoi_nhan:\n").next().unwrap()
}

/// A desk with one batch of these rows (id, name, unit, model).
pub(crate) fn desk(rows: &[[&str; 4]]) -> Desk {
    Desk::new().file(FILE, batch(rows))
}

pub(crate) fn batch(rows: &[[&str; 4]]) -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let mut text = format!("{}nguoi_nhan:\n", head());
    for [id, name, unit, model] in rows.iter().map(|row| row.map(quoted)) {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "  - {{ma: {id}, ten: {name}, doi_tuong: ca_nhan, chuc_vu: Đảng viên, don_vi: {unit}, mo_hinh: {model}, xep_loai: tốt}}"
        );
    }
    text
}

pub(crate) const ROWS: [[&str; 4]; 4] = [
    ["A", "Nguyễn Văn Đức", "Chi bộ Sở Tư pháp", "Một cửa thân thiện"],
    ["B", "Trần Thị Ánh Nguyệt", "Đảng bộ Sở Y tế", "Bữa cơm 0 đồng"],
    ["C", "Thạch Sóc Kha", "Chi bộ Kho bạc", "Tiếng trống “Chhay-dăm”"],
    ["D", "LÊ THỊ ỄN", "Chi bộ Cấp nước", "Nước sạch về cù lao"],
];

pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let name = |entry: &std::fs::DirEntry| entry.file_name().into_string().unwrap();
    // What a run holds while it writes is nobody's file.
    entries
        .filter(|entry| name(entry) != ".vankien.lock")
        .map(|entry| (name(&entry), std::fs::read(entry.path()).unwrap()))
        .collect()
}

/// Every file by the register, every certificate by its record: name, unit,
/// model and number stand on it, letter for letter, and nothing of the others.
#[test]
fn every_certificate_says_what_its_record_says() {
    let names = ["Nguyễn", "Trần", "Thạch", "Lý", "Huỳnh"];
    let given = ["Ễn", "Ế", "Ỗ", "Phượng", "Đức", "Uyên", "Khôi"];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in
        (0..).zip(["Mã", "Họ và tên", "Đối tượng", "Chức vụ", "Đơn vị", "Mô hình", "Xếp loại"])
    {
        sheet.write(3, column, heading).unwrap();
    }
    let mut records = Vec::new();
    for at in 0..35_u32 {
        let index = at as usize;
        let name = format!("{} Thị {} {}", names[index % 5], given[index % 7], given[(index / 5) % 7]);
        let (unit, model) = (format!("Chi bộ số {} phường", at + 100), format!("Mô hình thứ {}", at + 500));
        let cells = [&format!("M{at}"), &name, "cá nhân", "Đảng viên", &unit, &model, "tốt"];
        for (column, cell) in (0..).zip(cells) {
            sheet.write(4 + at, column, cell).unwrap();
        }
        records.push((name, unit, model));
    }
    let desk = Desk::new()
        .file(FILE, format!("{}moi_tap: 20\nnguoi_nhan: {{tep: ds.xlsx}}\n", head()))
        .file("data/giay-cong-nhan/ds.xlsx", book.save_to_buffer().unwrap());
    let run = desk.run(&["build"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let register = std::fs::read_to_string(desk.path(&format!("{OUT}/so-theo-doi.csv"))).unwrap();
    let mut reader = csv::Reader::from_reader(register.trim_start_matches('\u{feff}').as_bytes());
    let lines: Vec<_> = reader.records().map(|line| line.unwrap()).collect();
    assert_eq!(lines.len(), records.len());
    let mut volumes = String::new();
    for volume in ["in-01.pdf", "in-02.pdf"] {
        volumes += &letters_of_pdf(&std::fs::read(desk.path(&format!("{OUT}/{volume}"))).unwrap());
    }
    let proofs: String = ["ban-soat-01.pdf", "ban-soat-02.pdf"]
        .map(|proof| letters_of_pdf(&std::fs::read(desk.path(&format!("{OUT}/{proof}"))).unwrap()))
        .concat();
    for (at, (line, (name, unit, model))) in lines.iter().zip(&records).enumerate() {
        let number = format!("{:02}", at + 1);
        assert_eq!(
            (&line[0], &line[1], &line[2]),
            ((at + 1).to_string().as_str(), format!("M{at}").as_str(), name.as_str())
        );
        let pdf = std::fs::read(desk.path(&format!("{OUT}/{}", &line[7]))).unwrap();
        assert_eq!(sha256(&pdf), line[8]);
        let text = letters_of_pdf(&pdf);
        let expected = format!(
            "ĐẢNG CỘNG SẢN VIỆT NAM BAN THƯỜNG VỤ ĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH TRÀ GIANG GIẤY CÔNG NHẬN {name} \
             Đảng viên, {unit} Đạt danh hiệu mô hình “Dân vận khéo” năm 2020, xếp loại tốt, với mô hình “{model}” \
             Trà Giang, ngày 10 tháng 12 năm 2020 T/M BAN THƯỜNG VỤ BÍ THƯ \
             Quyết định số 215-QĐ/ĐUK, ngày 10/12/2020 Vào sổ số: {number} Trần Thị B"
        );
        assert_eq!(text, letters(&expected));
        assert!(volumes.contains(&text), "{name} in the volumes");
        let row = letters(&format!(
            "{number} M{at} {name} Đảng viên; {unit} {model}; tốt ds.xlsx, Sheet1!B{}",
            at + 5
        ));
        assert!(proofs.contains(&row), "{row} in {proofs}");
    }
    assert!(files(&desk.path(OUT)).contains_key("so-theo-doi.xlsx"));
}

/// Certificates are PDF only; whoever asks for something else is told what was made.
#[test]
fn other_formats_are_told() {
    let desk = Desk::new().file(FILE, include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml"));
    for (format, said) in [
        ("png", "giấy của các đợt chỉ ra PDF, không có png: mới soát, chưa ghi gì"),
        ("typ,svg", "giấy của các đợt chỉ ra PDF, không có typ, svg: mới soát, chưa ghi gì"),
        ("pdf,png", ""),
        ("pdf", ""),
    ] {
        let run = desk.run(&["build", "--format", format]);
        assert_eq!(run.code, Some(0), "{format}: {}", run.err);
        assert_eq!(run.err.contains("cảnh báo[giay-tep]"), !said.is_empty(), "{format}: {}", run.err);
        assert!(run.err.contains(said), "{format}: {}", run.err);
        assert_eq!(desk.path(&format!("{OUT}/in-01.pdf")).exists(), said.is_empty(), "{format}");
        let _ = std::fs::remove_dir_all(desk.path("output"));
    }
    // Among documents, which have other forms, it is a remark.
    let desk = desk.file("data/ke-hoach/thu.yml", SHORT.replace("Thực", "thực"));
    let run = desk.run(&["build", "--format", "png", "--deny", "warnings"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(run.out.contains("1 lưu ý"), "{}", run.out);
    let named = desk.run(&["build", "--format", "png", FILE]);
    assert!(named.err.contains("chỉ ra PDF"), "{}", named.err);
}

/// Builds into `out` and is killed, again and again, after these shares of the time
/// that a quiet run takes; what has its name is whole. Then it may come to its end.
fn killed_and_finished(desk: &Desk, out: &str, whole: Duration, quiet: &BTreeMap<String, Vec<u8>>) {
    let build = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vankien"));
        command.args(["build", "--out", out]).current_dir(desk.path(""));
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let folder = desk.path(&format!("{out}/giay-cong-nhan/dot"));
    let before = if folder.is_dir() { files(&folder) } else { BTreeMap::new() };
    for share in [0.15, 0.35, 0.6, 0.9] {
        let mut child = build().spawn().unwrap();
        std::thread::sleep(whole.mul_f64(share).min(Duration::from_secs(2)));
        child.kill().unwrap();
        child.wait().unwrap();
        let made = if folder.is_dir() { files(&folder) } else { BTreeMap::new() };
        for (name, bytes) in made.iter().filter(|(name, _)| name.contains(".pdf")) {
            let known = [before.get(name), quiet.get(name)];
            assert!(known.contains(&Some(bytes)) || name.starts_with("in-"), "{name} is half written");
        }
    }
    assert!(build().status().unwrap().success());
    let finished = files(&folder);
    assert_eq!(finished.keys().collect::<Vec<_>>(), quiet.keys().collect::<Vec<_>>());
    for (name, bytes) in quiet {
        assert!(finished[name] == *bytes, "{name} differs");
    }
}

/// Killed at any moment and gone on with, the folder is that of one quiet run: of a
/// first run, and of one that changes names and adds people to a printed batch.
#[test]
fn a_killed_run_is_finished_by_the_next() {
    let list = |from: u32, name: &str| -> Vec<[String; 2]> {
        (from..120).map(|at| [format!("M{at}"), format!("{name} {at}")]).collect()
    };
    let text = |rows: &[[String; 2]]| {
        let rows: Vec<_> =
            rows.iter().map(|[id, name]| [id.as_str(), name, "Chi bộ Sở", "Một cửa"]).collect();
        batch(&rows)
    };
    let mut desk = Desk::new();
    for list in [list(40, "Nguyễn Văn Đức"), list(0, "Nguyễn Thị Đức")] {
        desk = desk.file(FILE, text(&list));
        let start = std::time::Instant::now();
        assert_eq!(desk.run(&["build", "--out", "yen"]).code, Some(0));
        let quiet = files(&desk.path("yen/giay-cong-nhan/dot"));
        killed_and_finished(&desk, "dut", start.elapsed(), &quiet);
    }
}

/// What was made before a run that changes a printed batch was killed is not made again.
#[test]
fn a_killed_correction_is_gone_on_with() {
    const ALL: usize = 400;
    let text = |name: &str| {
        let rows: Vec<_> = (0..ALL).map(|at| [format!("M{at}"), format!("{name} {at}")]).collect();
        let rows: Vec<_> =
            rows.iter().map(|[id, name]| [id.as_str(), name, "Chi bộ Sở", "Một cửa"]).collect();
        batch(&rows)
    };
    let desk = Desk::new().file(FILE, text("Nguyễn Văn Đức"));
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let desk = desk.file(FILE, text("Nguyễn Thị Đức"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_vankien"))
        .args(["build", "--quiet"])
        .current_dir(desk.path(""))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let made = || {
        let names = std::fs::read_dir(desk.path(OUT)).unwrap().map(|own| own.unwrap().file_name());
        names.filter(|name| name.to_str().unwrap().contains("-nguyen-thi-duc")).count()
    };
    while made() < ALL / 2 {
        assert!(child.try_wait().unwrap().is_none(), "it came to its end before it was killed");
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let before = made();
    let out = desk.run(&["build"]).out;
    let again: usize = out.split("làm ").nth(1).unwrap().split(',').next().unwrap().parse().unwrap();
    // Besides what was not made: the share not yet written down, and what two workers held.
    assert!(again <= ALL - before * 5 / 6 + 64, "{before} stood, {again} were made again");
}

#[test]
fn a_correction_makes_again_only_what_changed() {
    let desk = desk(&ROWS);
    assert!(desk.run(&["build"]).out.contains("4 giấy: làm 4, giữ 0"));
    let first = files(&desk.path(OUT));
    assert!(desk.run(&["build"]).out.contains("4 giấy: làm 0, giữ 4"), "nothing changed");
    assert_eq!(files(&desk.path(OUT)), first);

    let mut rows = ROWS;
    rows[1][1] = "Trần Thị Ánh Nguyễn";
    let desk = desk.file(FILE, batch(&rows));
    let run = desk.run(&["build", "--resume"]);
    assert!(run.code == Some(1) && run.err.contains("lỗi[giay-lam-tiep]"), "{}", run.err);
    assert_eq!(files(&desk.path(OUT)), first, "refused before anything was touched");

    let run = desk.run(&["build"]);
    assert!(
        run.out.contains("làm 1, giữ 3") && run.out.contains("02  B  Trần Thị Ánh Nguyễn"),
        "{}",
        run.out
    );
    let second = files(&desk.path(OUT));
    assert!(!second.contains_key("0002-tran-thi-anh-nguyet.pdf"), "the old name is gone");
    let again = letters_of_pdf(&second["in-lai.pdf"]);
    assert!(again.contains("TrầnThịÁnhNguyễn") && !again.contains("ThạchSócKha"));
    assert_eq!(first["0001-nguyen-van-duc.pdf"], second["0001-nguyen-van-duc.pdf"]);

    // A row taken away from the end is a certificate taken away.
    let desk = desk.file(FILE, batch(&rows[..3]));
    assert!(desk.run(&["build"]).out.contains("0004-le-thi-en.pdf"));
    assert!(!files(&desk.path(OUT)).contains_key("0004-le-thi-en.pdf"));
}

/// A list that became much shorter is told in one line.
#[test]
fn files_taken_away_are_named_up_to_a_few() {
    let names: Vec<_> = (0..8).map(|at| [format!("M{at}"), format!("Nguyễn Văn Đức {at}")]).collect();
    let rows: Vec<_> = names.iter().map(|[id, name]| [id, name.as_str(), "Chi bộ Sở", "Một cửa"]).collect();
    let desk = desk(&rows);
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let desk = desk.file(FILE, batch(&rows[..1]));
    let out = desk.run(&["build"]).out;
    let line = out.lines().find(|line| line.contains("đã xoá")).unwrap();
    assert!(line.ends_with("0006-nguyen-van-duc-5.pdf và 2 tệp khác"), "{line}");
    assert_eq!(line.matches(".pdf").count(), 5, "{line}");
}

/// A column that was sorted alone gives every id the name of another.
#[test]
fn names_that_moved_by_a_row_are_told() {
    let desk = desk(&ROWS);
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let mut rows = ROWS;
    for (at, row) in rows.iter_mut().enumerate() {
        row[1] = ROWS[(at + 1) % ROWS.len()][1];
    }
    let run = desk.run_with(FILE, &batch(&rows), &["build"]);
    assert!(run.err.contains("cảnh báo[giay-lech-hang]: 4 tên đã đổi chỗ"), "{}", run.err);
    // Whole rows in another order are no other names.
    let mut rows = ROWS;
    rows.reverse();
    let desk = desk.file(FILE, batch(&rows));
    assert!(!desk.run(&["build", "--out", "khac"]).err.contains("giay-lech-hang"));
}

#[test]
fn only_some_ids() {
    let desk = desk(&ROWS);
    for nothing in ["", "A,,B"] {
        let run = desk.run(&["build", "--only", nothing]);
        assert!(run.code == Some(2) && run.err.contains("cần một giá trị"), "{}", run.err);
    }
    let run = desk.run(&["build", "--only", "C,A"]);
    // The one name in capitals is remarked upon.
    assert!(run.code == Some(0) && !run.err.contains("cảnh báo"), "{}", run.err);
    let names: Vec<_> = files(&desk.path(OUT)).into_keys().collect();
    assert_eq!(names, [".vankien.json", "0001-nguyen-van-duc.pdf", "0003-thach-soc-kha.pdf"]);
    assert!(desk.run(&["build", "--only", "c"]).out.contains("giữ 1"), "ids are the same in capitals or not");
    let run = desk.run(&["build", "--only", "K"]);
    assert!(run.code == Some(2) && run.err.contains("mã `K`"), "{}", run.err);
    // Whether a batch that cannot be read has the id is not known.
    let run =
        desk.run_with(FILE, &batch(&ROWS).replace("{ma: \"A\",", "{ma \"A\","), &["build", "--only", "B"]);
    assert!(run.code == Some(1) && !run.err.contains("mã `B`"), "{}", run.err);
}

/// One that cannot be printed is told; the others keep their numbers and are
/// made, and nothing goes to the printer before all are there.
#[test]
fn one_that_fails_shifts_no_other() {
    let long = "Nguyễn ".repeat(30);
    let mut rows = ROWS;
    rows[1][1] = &long;
    rows[2][3] = "Vui 🙂 khỏe";
    let desk = desk(&rows);
    let run = desk.run(&["build"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("lỗi[giay-dai]") && run.err.contains("dot.yml:27"), "{}", run.err);
    assert!(run.err.contains("lỗi[ky-tu]") && run.err.contains("dot.yml:28"), "{}", run.err);
    assert!(run.err.contains("lỗi[giay-chua-du]: 2 giấy"), "{}", run.err);
    let names: Vec<_> = files(&desk.path(OUT)).into_keys().collect();
    assert_eq!(names, [".vankien.json", "0001-nguyen-van-duc.pdf", "0004-le-thi-en.pdf"]);
    let desk = desk.file(FILE, batch(&ROWS));
    let run = desk.run(&["build", "--resume"]);
    assert_eq!(run.code, Some(1), "the list has changed");
    assert!(desk.run(&["build"]).out.contains("làm 2, giữ 2"));
}

/// A second run waits for nobody and takes nothing away.
#[test]
fn one_run_at_a_time() {
    let desk = desk(&ROWS);
    assert_eq!(desk.run(&["build"]).code, Some(0));
    let before = files(&desk.path(OUT));
    let lock = std::fs::File::options().write(true).open(desk.path(&format!("{OUT}/.vankien.lock"))).unwrap();
    lock.lock().unwrap();
    let run = desk.run(&["build", "--force"]);
    assert!(run.code == Some(2) && run.err.contains("lỗi[giay-dang-lam]"), "{}", run.err);
    assert_eq!(files(&desk.path(OUT)), before);
    drop(lock);
    assert_eq!(desk.run(&["build", "--force"]).code, Some(0));
}

#[test]
fn starters_are_batches() {
    let desk = Desk::new();
    let kinds = [("giay-cong-nhan", "GIẤYCÔNGNHẬN"), ("giay-khen", "GIẤYKHEN"), ("bang-khen", "BẰNGKHEN")];
    let systems = [("dang", "ĐẢNGCỘNGSẢN"), ("nha_nuoc", "CỘNGHÒAXÃHỘI")];
    for (kind, _) in kinds {
        for (system, _) in systems {
            assert_eq!(desk.run(&["new", kind, system, "--system", system]).code, Some(0), "{kind}");
        }
    }
    let run = desk.run(&["build", "--deny", "warnings"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
    for (kind, title) in kinds {
        for (system, heading) in systems {
            let volume = std::fs::read(desk.path(&format!("output/{kind}/{system}/in-01.pdf"))).unwrap();
            let letters = letters_of_pdf(&volume);
            assert!(letters.contains(title) && letters.contains(heading), "{letters}");
        }
    }
    assert_eq!(desk.run(&["new", "giay-khen", "x", "--system", "doan"]).code, Some(2));
}
