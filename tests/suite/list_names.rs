//! Cells of a list of recipients that hold no name, or more than one, as Excel or a
//! tired clerk leaves them; and names that look odd and are right.

use crate::desk::Desk;
use crate::lint::batch;

/// A row of a list: who, of which unit, with which model.
type Row<'r> = [&'r str; 3];

fn said(rows: &[Row<'_>]) -> String {
    let lines = rows.iter().enumerate().map(|(at, [name, unit, model])| {
        let [name, unit, model] =
            [name, unit, model].map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        format!("A{at},{name},{unit},{model},tốt\n")
    });
    batch(&lines.collect::<String>()).run(&["check", "--quiet"]).err
}

#[test]
fn what_is_no_name_is_told_at_its_cell() {
    let rows = [
        (["Không", "", "Áo ấm"], "ho-ten", "B"),
        (["Tập thể", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê Văn Năm 0912345678", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê Văn Năm (1985)", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê Văn Năm - Bí thư", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê Văn Năm.", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê Văn Năm *", "", "Áo ấm"], "ho-ten", "B"),
        (["(Lê Văn Năm)", "", "Áo ấm"], "ho-ten", "B"),
        (["Chi bộ Ba)", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê Văn Năm + Trần Thị Bé", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê Văn Năm cùng Trần Thị Bé", "", "Áo ấm"], "ho-ten", "B"),
        (["LêVănNăm", "", "Áo ấm"], "ho-ten", "B"),
        (["an@tragiang.vn", "", "Áo ấm"], "ho-ten", "B"),
        (["=HYPERLINK(\"x\")", "", "Áo ấm"], "sot-mau", "B"),
        (["@SUM(A1)", "", "Áo ấm"], "sot-mau", "B"),
        (["=cmd|/c calc", "", "Áo ấm"], "sot-mau", "B"),
        (["#read(\"/etc/passwd\")", "", "Áo ấm"], "sot-mau", "B"),
        (["//abc", "", "Áo ấm"], "sot-mau", "B"),
        (["Lê Văn Năm_x000D_", "", "Áo ấm"], "sot-mau", "B"),
        (["Lê Văn Năm", "=A1", "Áo ấm"], "sot-mau", "C"),
        (["Lê Văn Năm", "0", "Áo ấm"], "ten-so", "C"),
        (["Lê Văn Năm", "", "45366"], "ten-so", "D"),
        (["Lê Văn Năm", "", "03/5/2020"], "ten-so", "D"),
        (["Lê Văn Năm", "", "TRUE"], "ten-so", "D"),
        (["N/A", "", "Áo ấm"], "ho-ten", "B"),
        (["Cộng", "", "Áo ấm"], "ho-ten", "B"),
        (["Lĩnh vực kinh tế", "", "Áo ấm"], "ho-ten", "B"),
        (["LÊ THị LAN", "", "Áo ấm"], "ho-ten", "B"),
        (["TRầN VăN BìNH", "", "Áo ấm"], "ho-ten", "B"),
        (["ĐảNG Bộ Sở Y Tế", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê Thị LaN", "", "Áo ấm"], "ho-ten", "B"),
        (["01 - Lê Thị Lan", "", "Áo ấm"], "ho-ten", "B"),
        (["2/ Lê Thị Lan", "", "Áo ấm"], "ho-ten", "B"),
        (["Ông: Nguyễn Văn An", "", "Áo ấm"], "ho-ten", "B"),
        (["Nguyễn Văn An - Chi bộ A", "", "Áo ấm"], "ho-ten", "B"),
        (["Nguyễn Văn An (B)", "", "Áo ấm"], "ho-ten", "B"),
        (["Nguyễn văn An", "", "Áo ấm"], "ho-ten", "B"),
        (["1, Lê Thị Lan", "", "Áo ấm"], "ho-ten", "B"),
        (["A. Lê Thị Lan", "", "Áo ấm"], "ho-ten", "B"),
        ([".Nguyễn Văn An", "", "Áo ấm"], "ho-ten", "B"),
        (["Nguyễn Văn An, Chi bộ A", "", "Áo ấm"], "ho-ten", "B"),
        (["LÊTHỊ LAN", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê Văn Năm", "N/A", "Áo ấm"], "ten-so", "C"),
        (["Lê Văn Năm", "chưa rõ", "Áo ấm"], "ten-so", "C"),
        (["Lê Văn Năm", "đang cập nhật", "Áo ấm"], "ten-so", "C"),
        (["Lê Văn Năm", "", "x"], "ten-so", "D"),
        (["Lê Văn Năm", "", "?"], "ten-so", "D"),
        (["Lê Văn Năm", "", "Không"], "ten-so", "D"),
        (["Lê Văn Năm", "", "(chưa có)"], "ten-so", "D"),
        (["*Lê* Văn Năm", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê_Văn Năm", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê \\ Năm", "", "Áo ấm"], "ho-ten", "B"),
        (["$x$ Lê Năm", "", "Áo ấm"], "ho-ten", "B"),
        (["\"Lê Văn Năm\"", "", "Áo ấm"], "ho-ten", "B"),
        (["“Lê Văn Năm”", "", "Áo ấm"], "ho-ten", "B"),
        (["Trần Thị Bé, Phó Bí thư", "", "Áo ấm"], "ho-ten", "B"),
        (["Trần Thị BÉ", "", "Áo ấm"], "ho-ten", "B"),
        (["NGUYỄN Văn An", "", "Áo ấm"], "ho-ten", "B"),
        (["Trần Thj Bé", "", "Áo ấm"], "ho-ten", "B"),
        (["Trần Thị Bej", "", "Áo ấm"], "ho-ten", "B"),
        (["../../Trần/Bé", "", "Áo ấm"], "ho-ten", "B"),
        (["Trần Thị/Bé", "", "Áo ấm"], "ho-ten", "B"),
        (["Lê Văn Năm", "Chi bộ Khu phố 2,", "Áo ấm"], "ho-ten", "C"),
        (["Lê Văn Năm", "Chi bộ Khu phố 2 -", "Áo ấm"], "ho-ten", "C"),
        (["Lê Văn Năm", "", "Đường hoa."], "ho-ten", "D"),
        // A row of two lines: the rows below it count on from there.
        (["Lê Văn Năm\nĐội trưởng", "", "Áo ấm"], "ho-ten", "B"),
    ];
    let told = said(&rows.map(|(row, ..)| row));
    for (at, (row, rule, column)) in rows.iter().enumerate() {
        let place = format!("[{rule}]: ô {column}{}: ", at + 2);
        assert!(told.contains(&place), "{row:?}: {told}");
    }
}

/// A cell has no place for a comment; the hint says where there is one.
#[test]
fn the_hint_says_how_a_cell_is_kept() {
    let told = said(&[["Lê Văn Năm.", "", "Áo ấm"]]);
    assert!(told.contains("cố ý giữ thì ghi hàng này trong YAML"), "{told}");
    assert!(told.contains("`# vankien: bỏ qua ho-ten – lý do`"), "{told}");
}

#[test]
fn odd_names_that_are_right() {
    let rows = [
        ["Hà Tiên 1", "", "Áo ấm một"],
        ["Công ty Cổ phần A.B.", "Tổ 2", "3+1"],
        ["Trường Tiểu học Lê Văn Tám 2", "", "5K"],
        ["Công ty TNHH MobiFone", "", "Áo ấm hai"],
        ["Doanh nghiệp tư nhân Kim Anh Co.", "", "19/5"],
        ["Hợp tác xã 30/4", "", "Áo ấm ba"],
        ["Ông Lê Văn Năm, Bí thư Chi bộ ấp 3", "", "Áo ấm bốn"],
        ["Nhóm “5 không, 3 sạch”", "", "Áo ấm năm"],
        ["Hộ ông Lê Văn Bảy cùng bà Trần Thị Bé", "", "Áo ấm sáu"],
        ["Ban Chỉ huy Quân sự xã (chi bộ ghép)", "", "Áo ấm bảy"],
        ["H'Hen Niê", "Chi bộ buôn", "Áo ấm tám"],
        ["Y Ƀham Êñuôl", "Chi bộ buôn", "Áo ấm chín"],
        ["H’Bơ\u{306} Ayŭn", "Chi bộ buôn", "Áo ấm mười"],
        ["Lê Thị Ba", "Sư đoàn 330", "Áo ấm chín"],
        ["Nhóm A/B", "", "#TựHào"],
        ["Nguyễn Huệ - Chợ Cũ", "", "Không rác thải nhựa"],
        ["Công ty SaPa, VinaFood", "Tổ X", "NT3"],
        ["iSpace Trà Giang", "", "Áo ấm mười"],
        ["Hòa thượng Thạch Sok Xane", "", "Kinh sách"],
        ["Hoà thượng Thạch Sa Rây", "", "Lớp chữ Khmer"],
        ["Thạch Thị Sor", "Tổ 4", "Thư viện A.B."],
        ["Danh Sok Nas", "Ban Quản lý ấp", "Rác đi đâu?"],
        ["Kim Sơn GTVT", "Công ty Kim Anh Co.", "Đoàn kết, sáng tạo!"],
        ["Thạch Jana Kiên", "Đảng bộ Sở Y tế (cơ sở 2)", "Số hóa v.v."],
    ];
    assert_eq!(said(&rows), "");
}

/// A list that does not say who is a person: a name that can be nobody else's stands for
/// one person, whatever the models; a body may have several.
#[test]
fn one_person_twice_is_told_where_the_list_does_not_say_who_is_one() {
    for (one, other, told) in [
        (["Lê Văn Năm", "Sở Y tế", "Một"], ["Lê Văn Năm", "Sở Y tế", "Hai"], true),
        (["Lê Văn Năm", "Sở Y tế", "Một"], ["LÊ VĂN NĂM", "Sở Y tế", "Hai"], true),
        (["Lê Văn Năm", "Sở Y tế", "Một"], ["Lê Văn Năm", "Sở Tư pháp", "Hai"], false),
        (["Lê Lợi", "Sở Y tế", "Một"], ["Lê Lợi", "Sở Y tế", "Hai"], false),
        (["Chi bộ Sở Y tế", "", "Một"], ["Chi bộ Sở Y tế", "", "Hai"], false),
        (["Đoàn Thanh Niên", "Sở Y tế", "Một"], ["Đoàn Thanh Niên", "Sở Y tế", "Hai"], false),
        (["Trường THCS Lê Lợi", "", "Một"], ["Trường THCS Lê Lợi", "", "Hai"], false),
    ] {
        let said = said(&[one, other]);
        assert_eq!(said.contains("[giay-trung-ten]: ô B3: "), told, "{one:?} {other:?}: {said}");
    }
}

/// A row of which nothing but the name is said, where all others are praised for
/// something: the heading of a group, whatever stands in the column of ids.
#[test]
fn a_row_with_a_name_alone_is_told() {
    let rows = "A1,Lê Văn Năm,Sở Y tế,Áo ấm,tốt\nA2,Chi bộ Sở Nội vụ,,Một cửa,tốt\n";
    for (heading, told) in [
        ("1,\"Khối xã, phường\",,,\n", true),
        ("1.1,Các cơ quan Đảng,,,\n", true),
        ("1,\"Khối xã, phường\",,Áo mới,\n", false),
        ("", false),
    ] {
        let err = batch(&format!("{heading}{rows}")).run(&["check", "--quiet"]).err;
        assert_eq!(err.contains("chỉ có mã và tên, các dòng khác có nhiều hơn"), told, "{heading}: {err}");
    }
}

/// The same in YAML: of recipients, of models, of scores.
#[test]
fn what_says_nothing_is_told_in_yaml_too() {
    let model = "mo_hinh:\n  - {ma: M1, ten: Một cửa, don_vi: SYT, linh_vuc: kinh_te, tinh_trang: moi, doi_tuong: ca_nhan, ca_nhan: {ho_ten: Lê Văn Năm, chuc_vu: Bí thư}}\n";
    let scores = "danh_gia:\n  - {mo_hinh: M1, ly_do: Thiếu hồ sơ}\n";
    let desk = batch("A1,Lê Văn Năm,Sở Y tế,Một,tốt\n")
        .file("data/mo-hinh/2020.yml", model)
        .file("data/danh-gia/2020.yml", scores);
    let recipient = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    let desk = desk.file("data/giay-cong-nhan/hai.yml", recipient.replace("so_dau: 1", "so_dau: 50"));
    for (file, from, to, told) in [
        ("data/mo-hinh/2020.yml", "ten: Một cửa", "ten: \"-//-\"", 1),
        ("data/mo-hinh/2020.yml", "ho_ten: Lê Văn Năm", "ho_ten: \"nt.\"", 1),
        ("data/mo-hinh/2020.yml", "chuc_vu: Bí thư", "chuc_vu: không", 1),
        ("data/mo-hinh/2020.yml", "tinh_trang: moi", "tinh_trang: moi, noi_dung: không", 0),
        ("data/danh-gia/2020.yml", "Thiếu hồ sơ", "\"-//-\"", 1),
        ("data/giay-cong-nhan/hai.yml", "xep_loai: tốt", "xep_loai: chưa rõ", 1),
        ("data/giay-cong-nhan/hai.yml", "mo_hinh: Phiên", "ghi_chu: nt, mo_hinh: Phiên", 0),
    ] {
        let text = std::fs::read_to_string(desk.path(file)).unwrap();
        assert!(text.contains(from), "{from}");
        let run = desk.run_with(file, &text.replacen(from, to, 1), &["check", "--quiet"]);
        assert_eq!(run.err.matches("[ten-so]").count(), told, "{to}: {}", run.err);
    }
}

/// One row whose cells stand in each other's place, among rows that are right.
#[test]
fn exchanged_cells_of_one_row_are_told() {
    let right = [
        ["Lê Văn Năm", "Chi bộ Ấp 1", "Đường hoa"],
        ["Nguyễn Thị Lan", "Chi bộ Ấp 2", "Áo ấm"],
        ["Võ Văn Sáu", "Chi bộ Ấp 4", "Tổ tự quản"],
    ];
    let said = |row: [&str; 3]| said(&[right.as_slice(), &[row]].concat());
    for (row, column) in [
        (["Chi bộ Ấp 3", "Phạm Văn Dũng", "Hụi"], "B"),
        (["Phạm Văn Dũng", "Hụi", "Chi bộ Ấp 3"], "C"),
        (["Phạm Văn Dũng", "Hụi", "Chi bộ ấp 3"], "C"),
        (["Chi bộ Ấp 3", "Hụi", "Phạm Văn Dũng"], "B"),
        (["Hụi", "Phạm Văn Dũng", "Chi bộ Ấp 3"], "C"),
        (["Hụi", "Chi bộ Ấp 3", "Phạm Văn Dũng"], "D"),
        (["Trần Thị Bé", "Phạm Văn Dũng", "Hụi"], "C"),
        (["Lê Thị Ba", "Phiên tòa giả định", "Sở Tư pháp"], "C"),
    ] {
        let told = said(row);
        let place = format!("[doi-cho]: ô {column}5: ");
        assert_eq!((told.matches("cảnh báo[").count(), told.contains(&place)), (1, true), "{row:?}: {told}");
    }
    for row in [
        ["Chi bộ Ấp 3", "Đảng bộ xã Long Đức", "Hụi"],
        ["Chi bộ Ấp 3", "", "Phiên tòa"],
        ["Phạm Văn Dũng", "Kho bạc Nhà nước", "Chi bộ 4 tốt"],
        ["Phạm Văn Dũng", "Nhóm Phụ nữ", "Tổ ấm Yêu Thương"],
        ["Phạm Văn Dũng", "Trần Hưng Đạo", "Hụi"],
        ["Phạm Văn Dũng", "Nhóm thiện nguyện", "Tổ hợp tác trồng rau"],
        ["Phạm Văn Dũng", "Lê Lợi", "Trường học hạnh phúc"],
        ["Chi bộ Ấp 3", "Lê Lợi", "Hoàng Sa Trường Sa"],
        ["Ban Văn Hùng", "Chi bộ Ấp 3", "Hoàng Sa Trường Sa"],
        ["Trường THCS Lê Lợi", "", "Nguyễn Văn Trỗi"],
    ] {
        assert_eq!(said(row), "", "{row:?}");
    }
    // A unit that is called after somebody is one: others are of it, or the records know it.
    let heroes =
        [["Lê Văn Năm", "Nguyễn Thị Minh Khai", "Một"], ["Lê Thị Tư", "Nguyễn Thị Minh Khai", "Hai"]];
    assert_eq!(super::list_names::said(&[right.as_slice(), &heroes].concat()), "");
}

/// A person with the name of a unit, in YAML, where a comment may keep it.
#[test]
fn a_person_is_not_called_like_a_unit() {
    let example = include_str!("../../data/giay-cong-nhan/dan-van-kheo-2020.yml");
    for (name, told) in [
        ("ten: Chi bộ Khu phố 2, doi_tuong: ca_nhan, don_vi: Trần Thị Bé", 1),
        ("ten: Chi bộ Khu phố 2, doi_tuong: ca_nhan, don_vi: Sở Y tế", 1),
        ("ten: Chi bộ Khu phố 2, doi_tuong: tap_the, don_vi: Sở Y tế", 0),
        ("ten: Ban Văn Hùng, doi_tuong: ca_nhan, don_vi: Sở Y tế", 0),
    ] {
        let row = format!("  - {{ma: A2, {name}, xep_loai: tốt, mo_hinh: Hụi}}\n");
        let text = example.replacen("nguoi_nhan:\n", &format!("nguoi_nhan:\n{row}"), 1);
        let err = Desk::new().file("data/giay-cong-nhan/dot.yml", text).run(&["check", "--quiet"]).err;
        assert_eq!(
            (err.matches("cảnh báo[").count(), err.matches("[doi-cho]").count()),
            (told, told),
            "{name}: {err}"
        );
    }
    let kept = "nguoi_nhan:\n  # vankien: bỏ qua doi-cho – tên người là vậy\n  - {ma: A2, ten: Tổ Lan Anh, doi_tuong: ca_nhan, xep_loai: tốt, mo_hinh: Hụi}\n";
    let text = example.replacen("nguoi_nhan:\n", kept, 1);
    assert_eq!(Desk::new().file("data/giay-cong-nhan/dot.yml", text).run(&["check", "--quiet"]).err, "");
}

/// One finding for the whole list, and none where some rows are persons' own.
#[test]
fn exchanged_columns_are_told_once() {
    let swapped = [
        ["Chi bộ Sở Tài chính", "Lê Văn Năm", "Một"],
        ["Chi bộ Sở Tài chính", "Trần Thị Bé", "Hai"],
        ["Trường THCS Lê Lợi", "Lê Văn Sáu", "Ba"],
    ];
    let told = said(&swapped);
    assert_eq!((told.matches("[doi-cho]").count(), told.contains("ô B2: ")), (1, true), "{told}");
    let right = swapped.map(|[unit, name, model]| [name, unit, model]);
    assert_eq!(said(&right), "");
}
