//! The bodies of the fuzz targets, over every faulty file of the fixtures: what they
//! call exists, and what they demand holds.

#[path = "../../fuzz/fuzz_targets/bodies.rs"]
mod bodies;

#[test]
fn fuzz_targets_hold_for_the_fixtures() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yml"));
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        bodies::load(&bytes);
        bodies::document(&bytes);
        for line in String::from_utf8_lossy(&bytes).lines() {
            bodies::markup(line);
            bodies::expression(line);
        }
    }
    for expression in ["so('x')", "1 + 2 * (3 - 4)", "range(9)", "'a' ~ 'b' | thieu('')", "((((", "{{ }}", ""]
    {
        bodies::expression(expression);
    }
}
