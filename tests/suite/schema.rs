//! The JSON Schema that editors read: every example follows it, and it speaks
//! Vietnamese.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::desk::{Desk, SHORT};

fn schema() -> Value {
    let desk = Desk::new();
    let run = desk.run(&["schema"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    serde_json::from_str(&std::fs::read_to_string(desk.path("data/.schema/van-ban.json")).unwrap()).unwrap()
}

/// What JSON Schema calls the type of a value.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_i64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// The first thing in `value` that the schema does not allow, with its path.
/// Only what our own schemas use is understood; anything else fails the test.
fn fault(root: &Value, schema: &Value, value: &Value, path: &str) -> Option<String> {
    for key in schema.as_object().into_iter().flat_map(|schema| schema.keys()) {
        let known = [
            "$ref",
            "$schema",
            "$defs",
            "title",
            "description",
            "default",
            "examples",
            "type",
            "properties",
            "required",
            "if",
            "else",
            "additionalProperties",
            "minLength",
            "items",
            "minItems",
            "anyOf",
            "oneOf",
            "const",
            "enum",
            "pattern",
            "format",
            "minimum",
            "maximum",
        ];
        assert!(known.contains(&key.as_str()), "{path}: {key}");
    }
    if let Some(name) = schema["$ref"].as_str() {
        let definition = &root["$defs"][name.strip_prefix("#/$defs/").unwrap()];
        assert!(!definition.is_null(), "{name}");
        if let Some(fault) = fault(root, definition, value, path) {
            return Some(fault);
        }
    }
    let kind = kind(value);
    let is = |own: &Value| own == kind || (own == "number" && kind == "integer");
    let right = match &schema["type"] {
        Value::Null => true,
        Value::Array(kinds) => kinds.iter().any(is),
        own => is(own),
    };
    if !right {
        return Some(format!("{path}: is {kind}"));
    }
    for (key, exactly) in [("anyOf", false), ("oneOf", true)] {
        let Some(choices) = schema[key].as_array() else { continue };
        let faults: Vec<_> = choices.iter().map(|choice| fault(root, choice, value, path)).collect();
        let fitting = faults.iter().filter(|fault| fault.is_none()).count();
        if fitting == 0 || (exactly && fitting > 1) {
            return Some(faults.into_iter().flatten().max_by_key(String::len).unwrap_or_else(|| path.into()));
        }
    }
    let constant = |own: &Value| own.is_null() || own == value;
    let listed = schema["enum"].as_array().is_none_or(|words| words.contains(value));
    if !constant(&schema["const"]) || !listed {
        return Some(format!("{path}: {value}"));
    }
    if let (Some(pattern), Some(text)) = (schema["pattern"].as_str(), value.as_str())
        && !regex::Regex::new(pattern).unwrap().is_match(text)
    {
        return Some(format!("{path}: `{text}` is not {pattern}"));
    }
    if let Some(keys) = value.as_object().filter(|_| schema["properties"].is_object()) {
        let has = |own: &Value| {
            own.as_array().into_iter().flatten().all(|key| keys.contains_key(key.as_str().unwrap()))
        };
        let otherwise = schema["if"].is_object() && !has(&schema["if"]["required"]);
        let required = if otherwise { &schema["else"]["required"] } else { &schema["required"] };
        let missing =
            required.as_array().into_iter().flatten().find(|key| !keys.contains_key(key.as_str().unwrap()));
        if let Some(key) = missing {
            return Some(format!("{path}: no {key}"));
        }
        for (key, value) in keys {
            let Some(own) = schema["properties"].get(key) else {
                return Some(format!("{path}.{key}: unknown"));
            };
            if let Some(fault) = fault(root, own, value, &format!("{path}.{key}")) {
                return Some(fault);
            }
        }
    }
    let items = value.as_array().filter(|_| schema["items"].is_object());
    if items.is_some_and(|items| (items.len() as u64) < schema["minItems"].as_u64().unwrap_or(0)) {
        return Some(format!("{path}: too short"));
    }
    items
        .into_iter()
        .flatten()
        .enumerate()
        .find_map(|(at, item)| fault(root, &schema["items"], item, &format!("{path}.{at}")))
}

fn data(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

/// Every `.yml` file in these folders of the repository.
fn files(folders: &[&str]) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()));
    let mut all: Vec<_> = all.filter(|path| path.extension().is_some_and(|own| own == "yml")).collect();
    all.sort();
    all
}

#[test]
fn every_example_follows_the_schema() {
    let schema = schema();
    let files = files(&[
        "data/ke-hoach",
        "data/bao-cao",
        "data/quyet-dinh",
        "data/to-trinh",
        "data/bien-ban",
        "data/giay-moi",
        "templates/vi-du/dang",
        "templates/vi-du/nha_nuoc",
        "tests/fixtures",
        "tests/fixtures/khung",
    ]);
    assert!(files.len() > 10);
    for path in files {
        let value = data(&std::fs::read_to_string(&path).unwrap());
        assert_eq!(fault(&schema, &schema, &value, ""), None, "{}", path.display());
    }
}

/// Records and certificates too: every example in `data/` and every starter.
#[test]
fn every_record_follows_its_schema() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["schema"]).code, Some(0));
    let mut folders: Vec<(String, String)> =
        ["giay-cong-nhan"].map(|name| (format!("data/{name}"), "dot-giay".into())).into();
    folders
        .extend(["dang", "nha_nuoc"].map(|name| (format!("templates/vi-du/giay/{name}"), "dot-giay".into())));
    let records =
        ["to-chuc", "don-vi", "chi-tieu", "mo-hinh", "thang-diem", "danh-gia", "ket-qua", "khen-thuong"];
    folders.extend(records.map(|name| (format!("data/{name}"), name.into())));
    let starters = files(&["templates/vi-du/so-lieu"]);
    let starters = starters.iter().map(|path| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_string();
        (path.clone(), name)
    });
    let examples = folders.iter().flat_map(|(folder, name)| {
        files(&[folder.as_str()]).into_iter().map(move |path| (path, name.clone()))
    });
    let all: Vec<_> = starters.chain(examples).collect();
    assert!(records.iter().all(|name| all.iter().filter(|(_, own)| own == name).count() > 1));
    for (path, name) in all {
        let schema = std::fs::read_to_string(desk.path(&format!("data/.schema/{name}.json"))).unwrap();
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let value = data(&std::fs::read_to_string(&path).unwrap());
        assert_eq!(fault(&schema, &schema, &value, ""), None, "{}", path.display());
        for (key, own) in schema["properties"].as_object().unwrap() {
            let description = own["description"].as_str().unwrap_or_default();
            assert!(!description.is_empty(), "{name}.{key}");
        }
    }
}

/// The starters of all records together are a sound workspace.
#[test]
fn starters_of_records_fit_together() {
    let desk = Desk::new();
    for (kind, name) in [
        ("to-chuc", "dub"),
        ("don-vi", "danh-sach"),
        ("chi-tieu", "danh-sach"),
        ("mo-hinh", "2026"),
        ("thang-diem", "2026"),
        ("danh-gia", "2026"),
        ("ket-qua", "2026"),
        ("khen-thuong", "2026"),
    ] {
        let run = desk.run(&["new", kind, name]);
        assert_eq!(run.code, Some(0), "{kind}: {}", run.err);
        let text = std::fs::read_to_string(desk.path(&format!("data/{kind}/{name}.yml"))).unwrap();
        assert!(
            text.starts_with(&format!("# yaml-language-server: $schema=../.schema/{kind}.json\n")),
            "{text}"
        );
    }
    let run = desk.run(&["check", "--deny", "warnings"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(desk.run(&["new", "danh-gia", "2026"]).code, Some(2), "never over a file");
}

/// All starters of a system in one workspace contradict each other nowhere.
#[test]
fn starters_of_a_system_fit_together() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let kinds = std::fs::read_to_string(root.join("templates/the-thuc/bang/loai.toml")).unwrap();
    let kinds: toml::Table = kinds.parse().unwrap();
    let kinds = kinds["loai"].as_array().unwrap().iter().map(|kind| kind["thu_muc"].as_str().unwrap());
    let kinds: Vec<_> = kinds.chain(["giay-cong-nhan", "giay-khen", "bang-khen"]).collect();
    for system in ["dang", "nha_nuoc"] {
        let desk = Desk::new();
        for kind in
            ["to-chuc", "don-vi", "chi-tieu", "mo-hinh", "thang-diem", "danh-gia", "ket-qua", "khen-thuong"]
        {
            assert_eq!(desk.run(&["new", kind, "2026"]).code, Some(0), "{kind}");
        }
        // Some types are of one system only.
        let made =
            kinds.iter().filter(|kind| desk.run(&["new", kind, "mau", "--system", system]).code == Some(0));
        assert!(made.count() > 20, "{system}");
        let run = desk.run(&["build"]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{system}");
    }
}

/// What its comments promise: the decision takes its list from the data, is locked, and
/// gives the certificates theirs.
#[test]
fn the_starter_of_a_decision_can_take_its_list_from_the_data() {
    let desk = Desk::new();
    for (kind, name) in [
        ("to-chuc", "dub"),
        ("don-vi", "a"),
        ("mo-hinh", "2026"),
        ("thang-diem", "2026"),
        ("danh-gia", "2026"),
        ("quyet-dinh", "mau"),
        ("giay-cong-nhan", "dot-1"),
    ] {
        assert_eq!(desk.run(&["new", kind, name]).code, Some(0), "{kind}");
    }
    let read = |path: &str| std::fs::read_to_string(desk.path(path)).unwrap();
    let (decision, batch) = ("data/quyet-dinh/mau.yml", "data/giay-cong-nhan/dot-1.yml");
    let mut text = read(decision);
    let table = text.find("      - bang:").unwrap()..text.find("# Có data/mo-hinh/").unwrap();
    text.replace_range(table, "");
    let text = text
        .replace("#      - danh_sach", "      - danh_sach")
        .replace("# so_lieu:", "so_lieu:")
        .replace(
            "noi_dung: Công nhận 06 mô hình",
            "noi_dung: 'Công nhận {{ cong_nhan.so | hai_chu_so }} mô hình",
        )
        .replace("(có danh sách kèm theo).", "(có danh sách kèm theo).'");
    let list = read(batch);
    let rows = list.find("\nnguoi_nhan:").unwrap()..list.find("\n# Sau khi in").unwrap();
    let mut list = list.clone();
    list.replace_range(rows, "");
    let list = list
        .replace("# nguoi_nhan: {quyet", "nguoi_nhan: {quyet")
        .replace("\nquyet_dinh: {so: 12-QĐ/ĐU, ngay: 2026-11-20}\n", "\n");
    let models = "data/mo-hinh/2026.yml";
    let recognised = read(models).replacen("trang_thai: cham_diem", "trang_thai: cong_nhan", 1);
    std::fs::write(desk.path(models), recognised).unwrap();
    std::fs::write(desk.path(decision), text).unwrap();
    std::fs::write(desk.path(batch), list).unwrap();
    let run = desk.run(&["chot", decision]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let run = desk.run(&["build"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
}

#[test]
fn what_is_wrong_does_not_follow_it() {
    let schema = schema();
    for (right, wrong) in [
        ("trich_yeu", "trich_yeo"),
        ("ngay: 2020-03-19", "ngay: hôm nay"),
        ("so: 27", "so: 27a"),
        ("- doan:", "- doann:"),
        ("ky_hieu: ĐUK", "ky_hieu: 5"),
        ("  - Ban Dân vận Tỉnh ủy\n  - Lưu VPĐU\n", "  []\n"),
    ] {
        let value = data(&SHORT.replace(right, wrong));
        assert!(fault(&schema, &schema, &value, "").is_some(), "{wrong}");
    }
}

/// Each key has a term or a meaning in Vietnamese, and the table explains no key
/// that is gone.
#[test]
fn descriptions_are_vietnamese() {
    let schema = schema();
    let table: toml::Table = include_str!("../../templates/the-thuc/bang/muc.toml").parse().unwrap();
    let types = schema["$defs"].as_object().unwrap();
    let of = |name: &str| if name == "OfficialDocument" { &schema } else { &types[name] };
    for (name, meanings) in &table {
        let described = of(name).to_string();
        for (key, meaning) in meanings.as_table().unwrap() {
            let meaning = serde_json::to_string(meaning.as_str().unwrap()).unwrap();
            assert!(described.contains(meaning.trim_matches('"')), "{name}.{key} is explained but gone");
        }
    }
    for (name, own) in types.iter().map(|(name, own)| (name.as_str(), own)).chain([("", &schema)]) {
        for (key, value) in own["properties"].as_object().into_iter().flatten() {
            let description = value["description"].as_str().unwrap_or_default();
            assert!(!description.is_empty(), "{name}.{key}");
            for english in [" the ", " of ", " is ", " if ", " a "] {
                assert!(!description.contains(english), "{name}.{key}: {description}");
            }
        }
    }
}

#[test]
fn a_starter_names_its_schema() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "cong-van", "12"]).code, Some(0));
    let text = std::fs::read_to_string(desk.path("data/cong-van/12.yml")).unwrap();
    let line = text.lines().next().unwrap();
    let path = line.strip_prefix("# yaml-language-server: $schema=").unwrap();
    assert!(desk.path("data/cong-van").join(path).is_file(), "{line}");
    // The schemas are nobody's document.
    assert!(desk.run(&["check"]).out.contains("1/1"));
}

#[test]
fn the_json_of_a_run_follows_its_schema() {
    let desk = Desk::with_plan(&SHORT.replace("Một đoạn văn.", "Nêu tám gương tốt."))
        .file("data/ke-hoach/hong.yml", SHORT.replace("so: 27", "so: 0"));
    desk.run(&["schema"]);
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(desk.path("data/.schema/lan-chay.json")).unwrap())
            .unwrap();
    let said: Value = serde_json::from_str(&desk.run(&["check", "--json"]).out).unwrap();
    assert_eq!(fault(&schema, &schema, &said, ""), None);
    assert!(said["errors"] == 1 && said["warnings"] == 1, "{said}");
}
