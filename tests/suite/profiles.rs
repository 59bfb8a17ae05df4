//! No number, word or mark of a guidance hides in code, and none stands in a
//! profile without a use: every value in the TOML moves something on the pages.

use std::path::Path;

use toml::{Table, Value};
use vankien::pipeline::typeset;

use crate::desk::Desk;

const HD36: &str = include_str!("../../templates/the-thuc/hd36.toml");
const HD05: &str = include_str!("../../templates/the-thuc/hd05.toml");
const ND30: &str = include_str!("../../templates/the-thuc/nd30.toml");

/// Documents that show between them everything a page can have.
const DOCUMENTS: [(&str, &str); 6] = [
    ("bao-cao/dai-hoi", include_str!("../fixtures/day-du/dai-hoi.yml")),
    ("cong-van", include_str!("../fixtures/day-du/cong-van.yml")),
    ("to-trinh", include_str!("../fixtures/day-du/to-trinh.yml")),
    ("bao-cao", include_str!("../fixtures/day-du/bao-cao.yml")),
    ("giay-gioi-thieu", include_str!("../fixtures/day-du/giay-gioi-thieu.yml")),
    ("thong-bao", include_str!("../fixtures/day-du/so-lieu.yml")),
];

/// Values that choose or check rather than print: names and dates of the
/// guidance, ranges, prefixes, withdrawn codes. Other tests are about them.
const NOT_PRINTED: [&str; 13] = [
    "ma",
    "ten",
    "he_thong",
    "tu_ngay",
    "den_ngay",
    ".tu",
    ".den",
    "ky.quyen_han",
    "so_ky_hieu.da_bo",
    "noi_nhan.giu_lien",
    "noi_dung.thu_chu_toi_da",
    "noi_dung.cuoi",
    "ma_quy_tac",
];

#[test]
fn every_value_of_hd36_is_on_a_page() {
    every_value_moves("hd36", HD36, "2020-11-20", "T/M ");
}

#[test]
fn every_value_of_hd05_is_on_a_page() {
    every_value_moves("hd05", HD05, "2026-11-20", "T/M ");
}

#[test]
fn every_value_of_nd30_is_on_a_page() {
    every_value_moves("nd30", ND30, "2020-11-20", "TM. ");
}

fn every_value_moves(code: &str, text: &str, date: &str, authority: &str) {
    let profile: Table = text.parse().unwrap();
    let system = profile["he_thong"].as_str().unwrap();
    let indicator = |at| format!("  - {{ma: c{at}, ten: Chỉ tiêu {at}, don_vi_tinh: cái}}\n");
    let figure = |at| format!("  - {{chi_tieu: c{at}, so: {}}}\n", at * 7);
    let of = |one: &dyn Fn(i32) -> String| (1..=12).map(one).collect::<String>();
    let mut desk = Desk::new()
        .file("data/chi-tieu/a.yml", format!("chi_tieu:\n{}", of(&indicator)))
        .file("data/ket-qua/2019.yml", format!("ket_qua:\n{}", of(&figure)))
        .file("data/ket-qua/2020.yml", format!("ket_qua:\n{}", of(&figure)));
    for (kind, yaml) in DOCUMENTS {
        // The State knows no other sheet than A4.
        let sheet = if profile.contains_key("kho_giay") { "kho_giay: A5" } else { "" };
        let yaml = yaml.replace("kho_giay: A5", sheet);
        let yaml =
            yaml.replace("{{HE_THONG}}", system).replace("{{NGAY}}", date).replace("{{TM}}", authority);
        desk = desk.file(&format!("data/{kind}/thu.yml"), yaml);
    }
    let measure = |profile: &Table, at: usize| {
        let path = desk.path(&format!("templates/the-thuc/{code}.toml"));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, profile.to_string()).unwrap();
        match typeset(&desk.path(""), Path::new(&format!("data/{}/thu.yml", DOCUMENTS[at].0))) {
            Ok(typeset) => {
                let pages = typeset.pages;
                let uprights = pages.uprights().iter().map(|line| format!("{line:?}")).collect::<Vec<_>>();
                let (texts, sizes) = (pages.texts(), pages.sizes());
                format!("{texts:?}{sizes:?}{:?}{uprights:?}{:?}", pages.rules(), pages.reserved())
            }
            Err(report) => {
                format!("{:?}", report.sorted().iter().map(|finding| &finding.fault).collect::<Vec<_>>())
            }
        }
    };
    let before: Vec<_> = (0..DOCUMENTS.len()).map(|at| measure(&profile, at)).collect();
    for (at, pages) in before.iter().enumerate() {
        assert!(pages.starts_with("[PlacedText"), "{code}, {}: {pages}", DOCUMENTS[at].0);
    }
    let mut idle = Vec::new();
    for path in leaves(&profile) {
        if NOT_PRINTED.iter().any(|name| {
            path == *name
                || path.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
                || (name.starts_with('.') && path.ends_with(name))
        }) {
            continue;
        }
        let moves = changes(&profile, &path)
            .iter()
            .any(|changed| (0..DOCUMENTS.len()).any(|at| measure(changed, at) != before[at]));
        if !moves {
            idle.push(path);
        }
    }
    assert!(idle.is_empty(), "{code}: nothing on any page follows {idle:#?}");
}

/// The paths of all values that are no tables.
fn leaves(table: &Table) -> Vec<String> {
    table
        .iter()
        .flat_map(|(key, value)| match value {
            Value::Table(inside) => leaves(inside).into_iter().map(|path| format!("{key}.{path}")).collect(),
            _ => vec![key.clone()],
        })
        .collect()
}

/// The profile with one value changed, in each way that may show.
fn changes(profile: &Table, path: &str) -> Vec<Table> {
    let others: Vec<Value> = match at(&mut profile.clone(), path).clone() {
        Value::Integer(number) => [1, 40, -number / 2].map(|more| Value::Integer(number + more)).into(),
        Value::Float(number) => [1.3, 0.5].map(|factor| Value::Float(number * factor)).into(),
        Value::Boolean(flag) => vec![Value::Boolean(!flag)],
        Value::Array(list) if list.iter().all(Value::is_integer) => {
            let moved = |by| {
                let value = |value: &Value| Value::Integer(value.as_integer().unwrap() + by);
                Value::Array(list.iter().map(value).collect())
            };
            vec![moved(1), moved(-1)]
        }
        Value::Array(list) => vec![Value::Array(list.into_iter().skip(1).collect())],
        Value::String(word) => ["trang_dau", "trang_cuoi", "mep_duoi", "duoi_chu_ky", "khoi", "dau"]
            .into_iter()
            .filter(|_| path.contains("cho_") || path.ends_with("cach"))
            .map(String::from)
            .chain([format!("{word}i"), word.replace("{gio}", "")])
            .map(Value::String)
            .collect(),
        value => panic!("{path}: {value}"),
    };
    let changed = |other: Value| {
        let mut profile = profile.clone();
        *at(&mut profile, path) = other;
        profile
    };
    others.into_iter().map(changed).collect()
}

fn at<'a>(table: &'a mut Table, path: &str) -> &'a mut Value {
    match path.split_once('.') {
        Some((key, rest)) => at(table[key].as_table_mut().unwrap(), rest),
        None => &mut table[path],
    }
}

/// An office's own guidance, for a system of its own, needs a TOML file and
/// nothing else.
#[test]
fn a_profile_of_ones_own_is_one_file() {
    let own = ND30
        .replace("ma = \"nd30\"", "ma = \"doan-the\"")
        .replace("he_thong = \"nha_nuoc\"", "he_thong = \"doan_the\"")
        .replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "HỘI TRÀ GIANG");
    let yaml = crate::desk::SHORT
        .replace("  ky_hieu: ĐUK", "  ky_hieu: HTG\n  he_thong: doan_the")
        .replace("T/M Ban Thường vụ", "TM. Ban Chấp hành");
    let desk = Desk::with_plan(&yaml).file("templates/the-thuc/doan-the.toml", own);
    let typeset = desk.typeset();
    assert_eq!(typeset.profile, "doan-the");
    crate::desk::find(&typeset.pages, "HỘI TRÀ GIANG");

    let desk = Desk::with_plan(&yaml);
    let run = desk.run(&["check"]);
    assert!(run.err.contains("lỗi[R-N-003]") && run.err.contains("dang, nha_nuoc"), "{}", run.err);
}
