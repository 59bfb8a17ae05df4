//! What a build comes from: whatever it reads counts, however it is called and wherever
//! it lies; what would not count is refused.

use std::fs;

use crate::desk::{Desk, SHORT};
use crate::incremental::{BATCH, batch};

/// A template of the office's own may open any file beside it.
#[test]
fn whatever_a_template_opens_counts() {
    const READ: [&str; 8] = [
        "chung.json",
        "chung.txt",
        "chung",
        "anh.GIF",
        ".chung.xml",
        ".rieng/chung.tsv",
        "~rieng/.sau/chung.bib",
        ".#chung.txt",
    ];
    let own = |name: &str| {
        let built_in = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/");
        let text = fs::read_to_string(format!("{built_in}{name}")).unwrap();
        READ.iter().fold(text, |text, read| format!("{text}\n#let _ = read(\"/templates/{read}\")"))
    };
    let names = ["van-ban.typ.j2", "giay.typ.j2"];
    let desk = Desk::with_plan(SHORT).file(BATCH, batch(&["Nguyễn Văn Đức", "Trần Thị Ánh"]));
    let desk = names.iter().fold(desk, |desk, name| desk.file(&format!("templates/{name}"), own(name)));
    let desk = READ.iter().fold(desk, |desk, read| desk.file(&format!("templates/{read}"), "một"));
    let unchanged = || {
        let run = desk.run(&["build"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        let (document, certificates) = (run.out.contains("không đổi"), run.out.contains("làm 0, giữ 2"));
        assert!(certificates || run.out.contains("làm 2, giữ 0"), "{}", run.out);
        (document, certificates)
    };
    assert_eq!(unchanged(), (false, false));
    assert_eq!(unchanged(), (true, true));
    for read in READ {
        fs::write(desk.path("templates").join(read), "hai").unwrap();
        assert_eq!(unchanged(), (false, false), "{read}");
        assert_eq!(unchanged(), (true, true), "{read}, and again");
    }
}

/// A list, a decision or a base that no walk through `data/` meets could change unseen.
#[test]
fn what_is_hidden_is_refused() {
    const LIST: &str = "Mã,Người nhận,Đơn vị,Mô hình,Xếp loại\nM1,Nguyễn Văn Đức,Chi bộ Sở,Một cửa,tốt\n";
    let given = |key: &str, path: &str| {
        let head = batch(&[]);
        head.replace("nguoi_nhan:\n", &format!("nguoi_nhan: {{{key}: {path}}}\n"))
    };
    let desk = |folder: &str, name: &str, text: &str| {
        Desk::with_plan(SHORT).file(&format!("data/{folder}/{name}"), text)
    };
    for (name, hidden) in [
        ("ds.csv", false),
        (".luu/ds.csv", true),
        ("~luu/ds.csv", true),
        ("luu/.cu/ds.csv", true),
        (".ds.csv", true),
        (".#ds.csv", true),
    ] {
        let desk = desk("giay-cong-nhan", name, LIST).file(BATCH, given("tep", name));
        let run = desk.run(&["build"]);
        assert_eq!(run.err.contains("lỗi[giay-danh-sach]"), hidden, "{name}: {}", run.err);
        assert_eq!(run.err.contains(&format!("`{name}` là tệp ẩn")), hidden, "{name}: {}", run.err);
        assert_eq!(run.out.contains("làm 1, giữ 0"), !hidden, "{name}: {}", run.out);
    }
    let desk =
        desk("quyet-dinh", ".luu/45.yml", SHORT).file(BATCH, given("quyet_dinh", "quyet-dinh/.luu/45.yml"));
    let run = desk.run(&["build"]);
    assert!(run.err.contains("lỗi[giay-danh-sach]") && run.err.contains("thư mục ẩn"), "{}", run.err);
    for (name, hidden) in [("goc.yml", false), (".goc.yml", true), (".#goc.yml", true), ("~$goc.yml", true)] {
        let text = format!("theo: {name}\nso: 28\ntrich_yeu: công tác dân vận\n");
        let desk = Desk::with_plan(&text).file(&format!("data/ke-hoach/{name}"), SHORT);
        let run = desk.run(&["build"]);
        assert_eq!(run.err.contains("lỗi[theo]"), hidden, "{name}: {}", run.err);
    }
}
