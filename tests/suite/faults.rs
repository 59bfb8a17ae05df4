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

/// Whatever YAML makes of prose without its bar, the bar is asked for at its key.
#[test]
fn prose_without_its_bar_is_told_at_its_key() {
    let head = "co_quan: {ten: Đảng ủy xã Trà Giang, ky_hieu: ĐU}\nso: 4\ndia_danh: Trà Giang\nngay: 2026-05-20\n\
                trich_yeu: công tác dân vận\nnoi_dung:";
    let tail =
        "noi_nhan:\n  - Các chi bộ\nky: {quyen_han: T/M Ban Thường vụ, chuc_vu: Bí thư, ho_ten: Lê Văn C}\n";
    for (text, told) in [
        ("\n  # TÌNH HÌNH\n\n  Việc hai.\n", true),
        ("\n  Việc hai.\n\n  # KẾT QUẢ ĐẠT ĐƯỢC\n", true),
        ("\n  Một dòng\n  hai dòng.\n", true),
        ("\n  Ban Thường vụ thông báo như sau:\n\n  - Việc một: làm ngay.\n", true),
        ("\n  - Việc một: làm ngay.\n  - Việc hai: làm sau.\n", true),
        ("\n  \"Dân vận khéo\" là phong trào.\n", true),
        ("\n# ghi chú\n  Việc hai.\n    # ghi chú\n", false),
        (" Việc hai.\n  # ghi chú\n", false),
        ("\n  # Chờ Văn phòng duyệt\n  Việc hai.\n", false),
        ("\n  # vankien: bỏ qua go-nham – nguyên văn\n  Việc hai dân vân.\n", false),
        ("\n  ## Thuận lợi\n  Việc hai.\n", true),
        (" |\n  # TÌNH HÌNH\n\n  Việc hai:\n  - Việc ba: làm ngay.\n", false),
    ] {
        let written = format!("{head}{text}{tail}");
        let said = Desk::new().file("data/ke-hoach/thu.yml", written).run(&["check"]).err;
        let at_key = said.contains("[van-xuoi]") && said.contains("thu.yml:6:1\n");
        assert_eq!((at_key, said.contains("lỗi[")), (told, told), "{text}\n{said}");
    }
}
