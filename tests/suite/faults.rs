//! Every file in `tests/faults/` is a mistake someone makes; its snapshot is
//! what the program says, in Vietnamese and in English.

use crate::desk::Desk;

#[test]
fn each_mistake_has_its_message() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yml"));
    files.sort();
    assert!(files.len() > 30);
    for path in files {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let desk = Desk::new().file("data/ke-hoach/thu.yml", std::fs::read(&path).unwrap());
        let vi = desk.run(&["check"]);
        let en = desk.run(&["check", "--lang", "en"]);
        assert_eq!(vi.code, en.code);
        let said = format!("mã thoát {}\n\n{}\n{}", vi.code.unwrap(), vi.err, en.err);
        insta::with_settings!({ snapshot_path => "../faults/snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, said);
        });
    }
}
