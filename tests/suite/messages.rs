//! Findings as other programs read them, and every message in both languages.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::desk::{Desk, SHORT};

/// Every faulty document of the fixtures, all on one desk.
fn faulty() -> Desk {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folders = std::fs::read_dir(root.join("lint")).unwrap().map(|entry| entry.unwrap().path());
    let files = folders
        .chain([root.join("faults")])
        .flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    files.filter(|path| path.extension().is_some_and(|ending| ending == "yml")).fold(
        Desk::new(),
        |desk, path| {
            let of = path.parent().unwrap().file_name().unwrap().to_str().unwrap();
            let name = format!("data/ke-hoach/{of}/{}", path.file_name().unwrap().to_str().unwrap());
            desk.file(&name, std::fs::read(&path).unwrap())
        },
    )
}

fn findings(desk: &Desk, lang: &str) -> Vec<Value> {
    let run = desk.run(&["check", "--json", "--lang", lang]);
    let said: Value = serde_json::from_str(&run.out).unwrap();
    said["findings"].as_array().unwrap().clone()
}

/// Same rule, same place, other words.
#[test]
fn every_message_speaks_both_languages() {
    let desk = faulty();
    let (vi, en) = (findings(&desk, "vi"), findings(&desk, "en"));
    assert_eq!(vi.len(), en.len());
    let mut rules = BTreeSet::new();
    for (vi, en) in vi.iter().zip(&en) {
        for key in ["rule", "severity", "file", "line", "column", "end_line", "end_column"] {
            assert_eq!(vi[key], en[key], "{vi} {en}");
        }
        let words = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().trim().to_string();
        let rule = words(vi, "rule");
        for key in ["message", "hint"] {
            assert!(!words(vi, key).is_empty() && !words(en, key).is_empty(), "{rule}: {key}");
        }
        assert_ne!(words(vi, "message"), words(en, "message"), "{rule}");
        rules.insert(rule);
    }
    assert!(rules.len() > 55, "{}", rules.len());
}

#[test]
fn json_names_the_second_place() {
    let lint = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint/so-trung");
    let read = |name: &str| std::fs::read(lint.join(name)).unwrap();
    let desk = Desk::new()
        .file("data/ke-hoach/1.yml", read("bao.yml"))
        .file("data/ke-hoach/2.yml", read("bao-2.yml"));
    let found = findings(&desk, "vi");
    assert_eq!(found[0]["rule"], "so-trung");
    assert_eq!(found[0]["file"], "data/ke-hoach/2.yml");
    assert_eq!(found[0]["other"]["file"], "data/ke-hoach/1.yml");
    assert_eq!((&found[0]["other"]["line"], &found[0]["other"]["column"]), (&4.into(), &5.into()));
    let shown = desk.run(&["check"]).err;
    assert!(shown.contains("::: data/ke-hoach/1.yml:4:5"), "{shown}");
}

#[test]
fn sarif_and_github() {
    let text = SHORT.replace("Một đoạn văn.", "Nêu tám gương tốt.").replace("so: 27", "so: 0");
    let desk = Desk::new().file("data/ke-hoach/kế hoạch, 1.yml", text);
    let run = desk.run(&["check", "--report", "sarif"]);
    assert_eq!(run.code, Some(1));
    let log: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let result = &log["runs"][0]["results"][0];
    assert_eq!((&result["ruleId"], &result["level"]), (&"R-D-101".into(), &"error".into()));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "data/ke-hoach/k%E1%BA%BF%20ho%E1%BA%A1ch%2C%201.yml");
    assert_eq!(place["region"]["startLine"], 5);

    let run = desk.run(&["check", "--report", "github", "--lang", "en"]);
    let line = run.out.lines().next().unwrap();
    let begin =
        "::error file=data/ke-hoach/kế hoạch%2C 1.yml,line=5,col=5,endLine=5,endColumn=6,title=R-D-101::";
    assert!(line.starts_with(begin), "{line}");
    assert!(line.contains("%0A"), "{line}");
}

/// The caret stands under the letters, wide and combining ones included.
#[test]
fn carets_are_right_for_vietnamese() {
    let text = SHORT.replace("Một đoạn văn.", "Việt (ngữ) – “một” và tám gương.");
    let shown = Desk::with_plan(&text).run(&["check"]).err;
    let lines: Vec<_> = shown.lines().collect();
    let at = lines.iter().position(|line| line.contains("tám gương") && line.contains("doan")).unwrap();
    let column = |line: &str, what: &str| line[..line.find(what).unwrap()].chars().count();
    assert_eq!(column(lines[at], "tám gương"), column(lines[at + 1], "^"));
    assert_eq!(lines[at + 1].matches('^').count(), "tám gương".chars().count());
}
