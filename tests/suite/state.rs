//! State documents against the decree of 2020 (R-N-…): the same data, another
//! system, every difference from the profile.

use std::path::Path;

use vankien::compile::{Pages, PlacedRule, PlacedText};
use vankien::pipeline::typeset;

use crate::desk::{Desk, SHORT, centre, close, find, right};

/// A document of a state body, as `kind`.
fn state(kind: &str, more: &str) -> Pages {
    let yaml = SHORT
        .replace("cap_tren: Đảng bộ tỉnh Trà Vinh", "cap_tren: Ủy ban nhân dân tỉnh Trà Giang")
        .replace("ten: Đảng ủy Khối các cơ quan và doanh nghiệp", "ten: Sở Nội vụ\n  he_thong: nha_nuoc")
        .replace("ky_hieu: ĐUK", "ky_hieu: SNV")
        .replace("T/M Ban Thường vụ", "KT. Giám đốc")
        .replace("Phó Bí thư", "Phó Giám đốc")
        .replace("Một đoạn văn.", &"Thực hiện công tác dân vận chính quyền của các cơ quan. ".repeat(30));
    let name = format!("data/{kind}/thu.yml");
    let desk = Desk::new().file(&name, format!("{yaml}{more}"));
    typeset(&desk.path(""), Path::new(&name)).unwrap_or_else(|report| panic!("{:#?}", report.sorted())).pages
}

fn rule_below(pages: &Pages, text: &PlacedText) -> PlacedRule {
    let below = |rule: &PlacedRule| {
        let gap = rule.y - text.baseline;
        rule.page == text.page && (0.3..5.0).contains(&gap) && rule.x > text.x - 1.0 && rule.x < right(text)
    };
    pages.rules().into_iter().find(below).unwrap_or_else(|| panic!("no rule below `{}`", text.text))
}

#[test]
fn every_cell_has_its_size_and_weight() {
    let pages = state("ke-hoach", "");
    for (rule, text, sizes, bold, italic) in [
        ("R-N-020", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12.0..=13.0, true, false),
        ("R-N-021", "Độc lập - Tự do - Hạnh phúc", 13.0..=14.0, true, false),
        ("R-N-024", "SỞ NỘI VỤ", 12.0..=13.0, true, false),
        ("R-N-026", "Số: 27/KH-SNV", 13.0..=13.0, false, false),
        ("R-N-028", "Trà Vinh, ngày 19 tháng 3 năm 2020", 13.0..=14.0, false, true),
        ("R-N-029", "KẾ HOẠCH", 13.0..=14.0, true, false),
        ("R-N-030", "Thực hiện công tác Dân vận năm 2020", 13.0..=14.0, true, false),
        ("R-N-039", "KT. GIÁM ĐỐC", 13.0..=14.0, true, false),
        ("R-N-040", "PHÓ GIÁM ĐỐC", 13.0..=14.0, true, false),
        ("R-N-041", "Trương Thanh Long", 13.0..=14.0, true, false),
        ("R-N-044", "- Ban Dân vận Tỉnh ủy;", 11.0..=11.0, false, false),
    ] {
        let run = find(&pages, text);
        assert!(sizes.contains(&run.size), "{rule}: `{text}` is {} pt", run.size);
        assert_eq!((run.bold, run.italic), (bold, italic), "{rule}: `{text}`");
    }
    let label = pages.texts().into_iter().find(|run| run.text.starts_with("Nơi nhận")).unwrap();
    close("R-N-043: size", label.size, 12.0, 0.1);
    assert!(label.bold && label.italic, "R-N-043");
    for party in ["ĐẢNG CỘNG SẢN VIỆT NAM", "*", "-----"] {
        assert!(!pages.texts().iter().any(|run| run.text == party), "R-N-003: `{party}`");
    }
}

#[test]
fn drawn_rules_instead_of_asterisk_and_hyphens() {
    let pages = state("ke-hoach", "");
    let motto = find(&pages, "Độc lập - Tự do - Hạnh phúc");
    let rule = rule_below(&pages, &motto);
    close("R-N-021: as long as the motto", rule.length, motto.width, motto.width * 0.02);
    for (id, text) in [("R-N-024", "SỞ NỘI VỤ"), ("R-N-030", "Thực hiện công tác Dân vận năm 2020")]
    {
        let line = find(&pages, text);
        let rule = rule_below(&pages, &line);
        close(&format!("{id}: centred"), rule.x + rule.length / 2.0, centre(&line), 1.0);
    }
    let subject = find(&pages, "Thực hiện công tác Dân vận năm 2020");
    let share = rule_below(&pages, &subject).length / subject.width;
    assert!((0.33..=0.5).contains(&share), "R-N-030: {share:.2}");
    let number = find(&pages, "Số: 27/KH-SNV");
    close(
        "R-N-028: level with the number",
        number.baseline,
        find(&pages, "Trà Vinh, ngày 19 tháng 3 năm 2020").baseline,
        0.3,
    );
    let country = find(&pages, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assert!(right(&country) <= 195.5, "one line, inside the margin");
}

#[test]
fn a_state_letter_has_no_type_code_and_says_v_v() {
    let pages = state("cong-van", "kinh_gui: [Các sở, Các phòng nội vụ]\n");
    find(&pages, "Số: 27/SNV");
    let subject = pages.texts().into_iter().find(|run| run.text.starts_with("V/v ")).unwrap();
    assert!((12.0..=13.0).contains(&subject.size) && !subject.italic, "R-N-031");
    let label = pages.texts().into_iter().find(|run| run.text.starts_with("Kính gửi")).unwrap();
    assert!(!label.italic, "R-N-042: upright");
    for text in ["- Các sở;", "- Các phòng nội vụ."] {
        find(&pages, text);
    }
}

#[test]
fn bases_are_italic_and_the_prefixes_have_points() {
    let pages = state(
        "quyet-dinh",
        "can_cu: {van_ban: [Luật Tổ chức chính quyền địa phương, Nghị định số 30/2020/NĐ-CP]}\n",
    );
    let italics: String = pages.texts().into_iter().filter(|run| run.italic).map(|run| run.text).collect();
    let italics = italics.replace(' ', "");
    for basis in ["CăncứLuậtTổchứcchínhquyềnđịaphương;", "CăncứNghịđịnhsố30/2020/NĐ-CP."]
    {
        assert!(italics.contains(basis), "R-N-032: {italics}");
    }
    let desk =
        Desk::with_plan(&SHORT.replace("ten: Đảng ủy Khối", "he_thong: nha_nuoc\n  ten: Đảng ủy Khối"));
    let run = desk.run(&["check"]);
    assert!(run.err.contains("lỗi[R-N-039]") && run.err.contains("TM., KT., TL."), "R-N-092: {}", run.err);
    // The id is one that can be asked for, and that a silence names.
    let rules = desk.run(&["rules"]).out;
    let profile: toml::Table = include_str!("../../templates/the-thuc/nd30.toml").parse().unwrap();
    for (party, state) in profile["ma_quy_tac"].as_table().unwrap() {
        let known = |id: &str| rules.lines().any(|line| line.starts_with(id));
        assert!(known(party) && known(state.as_str().unwrap()), "{party} {state}");
    }
}
