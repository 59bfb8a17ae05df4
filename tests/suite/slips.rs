//! Administrative slips, meetings and what else an office chooses: A5, form
//! lines, weekdays, tables on their side, tighter paragraphs.

use std::path::Path;

use vankien::compile::{Pages, Reserved};
use vankien::pipeline::typeset;

use crate::desk::{Desk, SHORT, centre, close, find, right};

fn document(kind: &str, yaml: &str) -> Pages {
    let name = format!("data/{kind}/thu.yml");
    let desk = Desk::new().file(&name, yaml);
    typeset(&desk.path(""), Path::new(&name)).unwrap_or_else(|report| panic!("{:#?}", report.sorted())).pages
}

fn with_block(block: &str) -> String {
    SHORT.replace("  - doan: Một đoạn văn.\n", block)
}

#[test]
fn a_slip_may_be_on_a5() {
    let yaml = format!("{SHORT}trinh_bay: {{kho_giay: A5}}\n");
    let pages = document("giay-gioi-thieu", &yaml);
    for (width, height) in pages.sizes() {
        close("R-D-010: width", width, 210.0, 0.1);
        close("R-D-010: height", height, 148.0, 0.1);
    }
    find(&pages, "GIẤY GIỚI THIỆU");
    let run = Desk::with_plan(&yaml).run(&["check"]);
    assert!(run.err.contains("lỗi[R-D-010]: khổ A5 chỉ dùng cho giấy tờ hành chính"), "{}", run.err);
}

#[test]
fn form_lines_are_filled_or_dotted() {
    let yaml = with_block("  - dien: [{nhan: Họ và tên, chu: Lê Thị Hoa}, {nhan: \"Chức vụ:\"}]\n");
    let pages = document("giay-gioi-thieu", &yaml);
    let printed: String = pages.texts().into_iter().map(|run| run.text).collect();
    assert!(printed.contains("Họ và tên: Lê Thị Hoa"), "{printed}");
    let label = pages.texts().into_iter().find(|run| run.text.starts_with("Chức vụ:")).unwrap();
    let on_line = |run: &&vankien::compile::PlacedText| (run.baseline - label.baseline).abs() < 0.1;
    let dots: Vec<_> = pages.texts();
    let dots = dots.iter().filter(on_line).filter(|run| run.text.trim().starts_with('.'));
    close("dotted to the margin", dots.map(right).fold(0.0, f64::max), 195.0, 2.0);
}

const MEETING: &str = "  - cuoc_hop:\n      bat_dau: \"8:00\"\n      ket_thuc: 11h30\n      ngay: 2020-11-26\n      \
     thu: Năm\n      dia_diem: Hội trường\n      thanh_phan: [Bí thư, Phó Bí thư]\n      trieu_tap: 8\n      \
     co_mat: 7\n      vang_mat: [\"Lê Văn An, đi công tác\"]\n";

#[test]
fn a_meeting_prints_its_weekday_and_its_end() {
    let pages = document("bien-ban", &with_block(MEETING));
    let label = find(&pages, "Thời gian:");
    assert!(label.bold, "R-D-241");
    let texts: Vec<_> = pages.texts().into_iter().map(|run| run.text).collect();
    let printed = texts.concat();
    for line in [
        "8 giờ 00, thứ Năm, ngày 26/11/2020.",
        "- Bí thư;",
        "- Phó Bí thư.",
        "07/08 đồng chí.",
        "01 đồng chí (Lê Văn An, đi công tác).",
        "Cuộc họp kết thúc vào hồi 11 giờ 30 cùng ngày.",
    ] {
        assert!(printed.contains(line), "no `{line}` in {printed}");
    }
    let end = texts.iter().position(|text| text.contains("kết thúc vào hồi")).unwrap();
    let last_block = texts.iter().position(|text| text.contains("Gạch hai")).unwrap();
    assert!(end > last_block, "the closing sentence ends the text");
}

#[test]
fn joint_bodies_lead_by_the_first() {
    let yaml = SHORT
        .replace("  cap_tren: Đảng bộ tỉnh Trà Vinh\n", "")
        .replace("  ten: Đảng ủy Khối các cơ quan và doanh nghiệp\n  ky_hieu: ĐUK\n",
            "  ten: Ban Tổ chức Tỉnh ủy\n  ky_hieu: BTCTU\n  cung_ban_hanh: [{ten: Ban Dân vận Tỉnh ủy, ky_hieu: BDVTU}]\n");
    let pages = Desk::with_plan(&yaml).typeset().pages;
    let left: String = pages
        .texts()
        .into_iter()
        .filter(|run| run.within("khoi-trai").is_some() && run.bold)
        .map(|run| run.text + " ")
        .collect();
    let name = left.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(name, "BAN TỔ CHỨC TỈNH ỦY - BAN DÂN VẬN TỈNH ỦY", "R-D-092");
    find(&pages, "Số 27-KH/BTCTU-BDVTU");
}

/// Between type and subject, or in place of both.
#[test]
fn author_line_and_congress_theme() {
    let pages = Desk::with_plan(&format!("{SHORT}cua: Ban Thường vụ Tỉnh ủy\n")).typeset().pages;
    let (kind, author) = (find(&pages, "KẾ HOẠCH"), find(&pages, "CỦA BAN THƯỜNG VỤ TỈNH ỦY"));
    let subject = find(&pages, "Thực hiện công tác Dân vận năm 2020");
    assert!(kind.baseline < author.baseline && author.baseline < subject.baseline && author.bold, "R-D-124");

    let theme = "thay_ten_loai: {chu_de: Phát huy truyền thống, ghi_chu: trình Đại hội}\n";
    let run = Desk::with_plan(&format!("{SHORT}{theme}")).run(&["check"]);
    assert!(run.err.contains("lỗi[R-D-125]"), "a report's only: {}", run.err);
    let pages = document("bao-cao", &format!("{SHORT}{theme}"));
    let (theme, note) = (find(&pages, "PHÁT HUY TRUYỀN THỐNG"), find(&pages, "(trình Đại hội)"));
    assert!(theme.bold && note.italic && theme.baseline < note.baseline, "R-D-125");
    assert!(!pages.texts().iter().any(|run| run.text == "BÁO CÁO"), "R-D-125");
    find(&pages, "-----");
}

#[test]
fn a_wide_table_lies_on_its_side() {
    let table = "  - doan: Trước bảng.\n  - bang: {ngang: true, cot: [{ten: Một}, {ten: Hai}], hang: [[a, b]]}\n  - doan: Sau bảng.\n";
    let pages = Desk::with_plan(&with_block(table)).typeset().pages;
    let page = |text| find(&pages, text).page;
    assert_eq!([page("Trước bảng."), page("Một"), page("Sau bảng.")], [1, 2, 3], "R-D-014");
    let (width, height) = pages.sizes()[1];
    assert!(width > height, "R-D-014");
    let head = find(&pages, "Một");
    assert!(head.ink_top >= 29.5, "R-D-014: the binding edge is above");
    let number = find(&pages, "2");
    close("R-D-019: centred", centre(&number), 297.0 / 2.0, 1.0);
}

#[test]
fn the_day_may_be_left_blank() {
    let pages = Desk::with_plan(&format!("{SHORT}trinh_bay: {{de_trong_ngay: true}}\n")).typeset().pages;
    assert!(pages.texts().iter().any(|run| run.text == "Trà Vinh, ngày        tháng 3 năm 2020"));
}

/// Tighter by at most what the profile allows, and only where it saves a line.
#[test]
fn condensing_saves_a_last_line_of_one_word() {
    let lines = |words: usize, condense: bool| {
        let text = "Tiếp tục đổi mới nội dung công tác dân vận của các chi bộ, đảng bộ cơ sở ".repeat(3);
        let text: Vec<_> = text.split(' ').take(words).collect();
        let mut yaml =
            with_block(&format!("  - doan: {}\n  - doan: Hết.\n", text.join(" ").trim_end_matches(',')));
        if condense {
            yaml.push_str("trinh_bay: {thu_chu: true}\n");
        }
        let pages = Desk::with_plan(&yaml).typeset().pages;
        let mut body = pages.texts();
        body.retain(|run| run.parts.is_empty() && run.page == 1 && (run.size - 14.0).abs() < 0.1);
        let end = find(&pages, "Hết.").baseline;
        let mut baselines: Vec<_> =
            body.iter().filter(|run| run.baseline < end).map(|run| run.baseline).collect();
        baselines.dedup_by(|a, b| (*a - *b).abs() < 0.1);
        baselines.len()
    };
    let saved: Vec<_> = (18..40).filter(|&words| lines(words, true) < lines(words, false)).collect();
    assert!(!saved.is_empty() && saved.len() < 6, "{saved:?}");
}

/// Places for the images of signature and seal, free of anything printed.
#[test]
fn places_for_signature_and_seal() {
    let pages = Desk::with_plan(SHORT).typeset().pages;
    let (title, name) = (find(&pages, "PHÓ BÍ THƯ"), find(&pages, "Trương Thanh Long"));
    let areas = pages.reserved();
    let signature = areas.iter().find(|area| area.what == Reserved::Signature).unwrap();
    close("R-D-164: centred", signature.x + signature.width / 2.0, centre(&name), 0.5);
    assert!(signature.y > title.ink_bottom && signature.y + signature.height < name.ink_top, "R-D-165");
    let seal = areas.iter().find(|area| area.what == Reserved::Seal).unwrap();
    let covered = seal.x + seal.width - signature.x;
    close("R-D-162: over the left third", covered, signature.width / 3.0, 0.5);
    let run = Desk::with_plan(SHORT).run(&["check", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["documents"][0]["reserved"][0]["for"], "signature");
}

/// A type that a system does not have is refused there.
#[test]
fn types_belong_to_systems() {
    let state = SHORT.replace("  ky_hieu: ĐUK\n", "  ky_hieu: UBND\n  he_thong: nha_nuoc\n");
    let desk = Desk::new().file("data/chi-thi/a.yml", SHORT).file("data/hop-dong/a.yml", SHORT);
    let desk = desk.file("data/ket-luan/a.yml", state.replace("T/M", "TM."));
    let run = desk.run(&["check"]);
    assert_eq!(run.err.matches("lỗi[loai-van-ban]").count(), 2, "{}", run.err);
    let run = Desk::new().run(&["new", "hop-dong", "a", "--system", "dang"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("không có loại văn bản `hop-dong`"), "{}", run.err);
    assert_eq!(Desk::new().run(&["new", "hop-dong", "a"]).code, Some(0));
}

/// A long joint name breaks between the bodies, not inside a name.
#[test]
fn joint_names_break_between_bodies() {
    let yaml = SHORT
        .replace("  cap_tren: Đảng bộ tỉnh Trà Vinh\n", "")
        .replace("ten: Đảng ủy Khối các cơ quan và doanh nghiệp", "ten: Đảng ủy phường Bến Giang")
        .replace(
            "  ky_hieu: ĐUK\n",
            "  ky_hieu: ĐU\n  cung_ban_hanh: [{ten: Ban Xây dựng Đảng, ky_hieu: BXDĐ}]\n",
        );
    let pages = Desk::with_plan(&yaml).typeset().pages;
    find(&pages, "ĐẢNG ỦY PHƯỜNG BẾN GIANG -");
    find(&pages, "BAN XÂY DỰNG ĐẢNG");
}

/// What would be dropped without a word is refused.
#[test]
fn nothing_typed_is_dropped() {
    let letter = format!("{SHORT}cua: Ban Thường vụ\nkinh_gui: [Các chi bộ]\n");
    let desk = Desk::new().file("data/cong-van/a.yml", &letter).file("data/thu-cong/a.yml", &letter);
    let run = desk.run(&["check"]);
    assert_eq!(run.err.matches("lỗi[R-D-124]").count(), 2, "{}", run.err);
    assert_eq!(run.err.matches("lỗi[R-D-241]: loại văn bản này không có số").count(), 1, "{}", run.err);
}

/// The line under an annex leaves the day blank where the header does.
#[test]
fn annexes_of_a_paper_not_yet_signed() {
    let yaml = SHORT.replace("2020-03-19", "2026-11-19").replace("  ky_hieu: ĐUK", "  ky_hieu: ĐU");
    let more =
        "trinh_bay: {de_trong_ngay: true}\nphu_luc: [{ten: \"Danh sách\\nmô hình\", noi_dung: Một.}]\n";
    let pages = Desk::with_plan(&format!("{yaml}{more}")).typeset().pages;
    let printed = pages.texts().into_iter().map(|run| run.text.replace(' ', "")).collect::<String>();
    assert!(printed.contains("ngày/11/2026củaĐảngủyKhối"), "{printed}");
    find(&pages, "DANH SÁCH");
    find(&pages, "MÔ HÌNH");
}

/// Every meeting ends where its text ends, in an annex too.
#[test]
fn each_meeting_closes() {
    let second = MEETING.replace("\"8:00\"", "13 giờ").replace("11h30", "16 giờ");
    let annex = format!(
        "phu_luc:\n  - ten: Biên bản họp tổ\n    noi_dung:\n{}",
        MEETING.replace("\n  ", "\n      ").replacen("  -", "      -", 1).replace("11h30", "9h")
    );
    let yaml = with_block(&format!("{MEETING}  - doan: Giữa hai phiên.\n{second}")) + &annex;
    let printed = document("bien-ban", &yaml).texts().into_iter().map(|run| run.text).collect::<String>();
    let at = |text: &str| printed.find(text).unwrap_or_else(|| panic!("no `{text}` in {printed}"));
    assert!(at("Giữa hai phiên.") < at("vào hồi 11 giờ 30"));
    assert!(at("vào hồi 11 giờ 30") < at("13 giờ 00, thứ Năm"));
    assert!(
        at("13 giờ 00, thứ Năm") < at("vào hồi 16 giờ 00")
            && at("vào hồi 16 giờ 00") < at("vào hồi 9 giờ 00")
    );
}

/// Wide signatures get a wider column; names in one row stand level.
#[test]
fn signature_columns_give_way() {
    let yaml = SHORT.replace("T/M Ban Thường vụ", "T/M Ban Chấp hành Trung ương");
    find(&Desk::with_plan(&yaml).typeset().pages, "T/M BAN CHẤP HÀNH TRUNG ƯƠNG");
    let cosigner = "ky_cung: [{chuc_vu: \"Phó Trưởng Ban\\nkiêm Chánh Văn phòng\\nTrưởng tiểu ban\", ho_ten: Lê Thị Hoa}]\n";
    let pages = Desk::with_plan(&format!("{SHORT}{cosigner}")).typeset().pages;
    let (left, right) = (find(&pages, "Lê Thị Hoa"), find(&pages, "Trương Thanh Long"));
    close("R-D-159: level", left.baseline, right.baseline, 0.1);
}

/// Eleven signers of minutes go on over the page, each block whole.
#[test]
fn many_signers() {
    let others: Vec<_> =
        (1..=11).map(|at| format!("  - {{chuc_vu: Ủy viên, ho_ten: Lê Văn {at}}}\n")).collect();
    let pages = document("bien-ban", &format!("{SHORT}ky_cung:\n{}", others.concat()));
    assert!(find(&pages, "Lê Văn 11").page > find(&pages, "Lê Văn 1").page);
}

/// An office of a system of its own gets starters that name it.
#[test]
fn starters_lent_to_another_system() {
    let own = include_str!("../../templates/the-thuc/hd05.toml")
        .replace("ma = \"hd05\"", "ma = \"doan\"")
        .replace("he_thong = \"dang\"", "he_thong = \"doan\"");
    let desk = Desk::new().file("templates/the-thuc/doan.toml", &own);
    assert_eq!(desk.run(&["new", "ke-hoach", "a", "--system", "doan"]).code, Some(0));
    let run = desk.run(&["check"]);
    assert!(run.out.contains("doan"), "{}{}", run.out, run.err);
    // Two guidances that began together cannot be told apart by date.
    let desk = desk.file("templates/the-thuc/khac.toml", own.replace("ma = \"doan\"", "ma = \"khac\""));
    assert!(desk.run(&["check"]).err.contains("lỗi[R-D-001]: hai hướng dẫn"));
}
