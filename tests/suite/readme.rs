//! What the documents say of the program is so.

use std::collections::BTreeSet;
use std::path::Path;

use regex::Regex;

use crate::desk::Desk;

const README: &str = include_str!("../../README.md");
const STANDARD: &str = include_str!("../../templates/the-thuc/STANDARD.md");

/// What a pattern finds, once each.
fn found<'t>(text: &'t str, pattern: &str) -> BTreeSet<&'t str> {
    let pattern = Regex::new(pattern).unwrap();
    pattern.captures_iter(text).map(|own| own.get(1).unwrap().as_str()).collect()
}

#[test]
fn every_command_is_explained() {
    let help = Desk::new().run(&["--help", "--lang", "en"]).out;
    let commands = help.split("Commands").nth(1).unwrap().split("Options").next().unwrap();
    let commands = found(commands, r"(?m)^  ([a-z]+) ");
    assert!(commands.len() > 10, "{commands:?}");
    let explained = found(README, r"`([a-z]+)(?: [^`]*)?`");
    assert!(commands.is_subset(&explained), "{:?}", commands.difference(&explained));
}

#[test]
fn every_option_of_a_build_is_explained() {
    let help = Desk::new().run(&["build", "--help", "--lang", "en"]).out;
    let options = found(&help, r"(--[a-z]+)");
    let explained = found(README, r"(--[a-z]+)");
    assert!(options.is_subset(&explained), "{:?}", options.difference(&explained));
}

#[test]
fn every_file_that_is_named_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for text in [README, STANDARD] {
        for file in found(
            text,
            r"`((?:src|templates|tests|data|benches|docs)/[a-z0-9_./-]+\.(?:rs|typ|toml|j2|md|sh|yml))`",
        ) {
            // Of the office's own files and of what is written only the form is told.
            let told = file.contains("28-kh-duk") || file.starts_with("data/.schema");
            assert!(told || root.join(file).is_file(), "{file}");
        }
    }
}

#[test]
fn the_folders_of_the_example_are_listed() {
    let data = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap();
    for folder in data.map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
        assert!(folder.starts_with('.') || README.contains(&format!("{folder}/")), "{folder}");
    }
}
