//! The top of page 1 against the guidance: R-D-030…036, R-D-070…093, R-D-120…123.

use crate::desk::{Desk, SHORT, centre, close, find, plan, right};

const LEFT_MARGIN: f64 = 30.0;
const RIGHT_EDGE: f64 = 195.0;
const TEXT_BLOCK_CENTRE: f64 = 112.5;

#[test]
fn every_cell_has_its_size_and_weight() {
    let pages = plan().pages;
    for (rule, text, size, bold, italic) in [
        ("R-D-030", "ĐẢNG CỘNG SẢN VIỆT NAM", 15.0, true, false),
        ("R-D-031", "ĐẢNG BỘ TỈNH TRÀ VINH", 14.0, false, false),
        ("R-D-032", "ĐẢNG ỦY KHỐI CÁC CƠ QUAN", 14.0, true, false),
        ("R-D-032", "VÀ DOANH NGHIỆP", 14.0, true, false),
        ("R-D-091", "*", 14.0, false, false),
        ("R-D-033", "Số 27-KH/ĐUK", 14.0, false, false),
        ("R-D-034", "Trà Vinh, ngày 19 tháng 3 năm 2020", 14.0, false, true),
        ("R-D-035", "KẾ HOẠCH", 15.0, true, false),
        ("R-D-036", "Thực hiện công tác Dân vận, Quy chế dân chủ ở cơ sở", 14.0, true, false),
        ("R-D-036", "và phong trào thi đua “Dân vận khéo” năm 2020", 14.0, true, false),
        ("R-D-120", "-----", 14.0, false, false),
    ] {
        // The asterisk of a note further down is text of the body.
        let run = pages.texts().into_iter().find(|run| run.text.trim() == text);
        let run = run.unwrap_or_else(|| panic!("{rule}: no `{text}`"));
        assert_eq!(run.page, 1, "{rule}: `{text}`");
        close(&format!("{rule}: size of `{text}`"), run.size, size, 0.1);
        assert_eq!((run.bold, run.italic), (bold, italic), "{rule}: face of `{text}`");
    }
}

#[test]
fn two_columns_each_centred_within_itself() {
    let pages = plan().pages;
    let heading = find(&pages, "ĐẢNG CỘNG SẢN VIỆT NAM");
    let body = find(&pages, "ĐẢNG ỦY KHỐI CÁC CƠ QUAN");
    close("R-D-071: the widest line begins at the left margin", body.x, LEFT_MARGIN, 0.5);
    close("R-D-071: tiêu đề ends at the right margin", right(&heading), RIGHT_EDGE, 0.5);
    let superior = find(&pages, "ĐẢNG BỘ TỈNH TRÀ VINH");
    close("R-D-073: first baselines agree", superior.baseline, heading.baseline, 0.5);
    for text in ["ĐẢNG BỘ TỈNH TRÀ VINH", "VÀ DOANH NGHIỆP", "*", "Số 27-KH/ĐUK"] {
        let run = pages.texts().into_iter().find(|run| run.text.trim() == text).unwrap();
        close(&format!("R-D-071: centre of `{text}`"), centre(&run), centre(&body), 1.0);
    }
    let date = find(&pages, "Trà Vinh, ngày 19 tháng 3 năm 2020");
    close("R-D-071: centre of the date", centre(&date), centre(&heading), 1.0);
}

#[test]
fn a_drawn_rule_as_long_as_the_heading() {
    let pages = plan().pages;
    let heading = find(&pages, "ĐẢNG CỘNG SẢN VIỆT NAM");
    let rules = pages.rules();
    let rule = rules.iter().find(|rule| rule.page == 1 && rule.y < 60.0).unwrap();
    close("R-D-081: length", rule.length, heading.width, heading.width * 0.02);
    close("R-D-082: centre", rule.x + rule.length / 2.0, centre(&heading), 0.5);
    close("R-D-082: stroke", rule.thickness, 0.75, 0.05);
    let gap = rule.y - heading.baseline;
    assert!((0.5..=3.0).contains(&gap), "R-D-302: gap {gap:.2} mm");
}

#[test]
fn the_title_is_centred_in_the_text_block() {
    let pages = plan().pages;
    for text in [
        "KẾ HOẠCH",
        "Thực hiện công tác Dân vận, Quy chế dân chủ ở cơ sở",
        "và phong trào thi đua “Dân vận khéo” năm 2020",
        "-----",
    ] {
        close(&format!("R-D-304: centre of `{text}`"), centre(&find(&pages, text)), TEXT_BLOCK_CENTRE, 1.0);
    }
}

#[test]
fn long_names_break_at_sense_units_and_balance() {
    for (name, lines) in [
        ("Chi bộ Văn phòng", vec!["CHI BỘ VĂN PHÒNG"]),
        ("Đảng ủy Khối doanh nghiệp", vec!["ĐẢNG ỦY KHỐI DOANH NGHIỆP"]),
        ("Đảng ủy Khối các cơ quan và doanh nghiệp", vec!["ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "VÀ DOANH NGHIỆP"]),
        (
            "Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở và phong trào thi đua Dân vận khéo",
            vec!["BAN CHỈ ĐẠO THỰC HIỆN", "QUY CHẾ DÂN CHỦ Ở CƠ SỞ", "VÀ PHONG TRÀO THI ĐUA", "DÂN VẬN KHÉO"],
        ),
        ("Đảng bộ tỉnh Trà Giang lần thứ mười hai", vec!["ĐẢNG BỘ TỈNH TRÀ GIANG", "LẦN THỨ MƯỜI HAI"]),
        ("Hội đồng nhân dân phường Bến Giang", vec!["HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG BẾN GIANG"]),
    ] {
        let yaml = SHORT.replace("Đảng ủy Khối các cơ quan và doanh nghiệp", name);
        let pages = Desk::with_plan(&yaml).typeset().pages;
        let (from, to) = (find(&pages, "ĐẢNG BỘ TỈNH TRÀ VINH").baseline, find(&pages, "*").baseline);
        let printed: Vec<_> = pages
            .texts()
            .into_iter()
            .filter(|run| run.bold && run.baseline > from && run.baseline < to && run.x < 110.0)
            .map(|run| run.text)
            .collect();
        assert_eq!(printed, lines, "R-D-090: {name}");
    }
}

#[test]
fn the_author_may_break_lines_himself() {
    let yaml = SHORT.replace(
        "ten: Đảng ủy Khối các cơ quan và doanh nghiệp",
        "ten: |\n    Đảng ủy Khối\n    các cơ quan và doanh nghiệp",
    );
    let pages = Desk::with_plan(&yaml).typeset().pages;
    find(&pages, "ĐẢNG ỦY KHỐI");
    find(&pages, "CÁC CƠ QUAN VÀ DOANH NGHIỆP");
}

#[test]
fn a_long_subject_never_ends_in_a_single_word() {
    let words = "tổ chức thực hiện phong trào thi đua dân vận khéo trong toàn đảng bộ giai đoạn mới nhằm nâng cao \
                 chất lượng công tác";
    let all: Vec<_> = words.split_whitespace().collect();
    for count in 8..=all.len() {
        let subject = all[..count].join(" ");
        let yaml = SHORT.replace("Thực hiện công tác Dân vận năm 2020", &subject);
        let pages = Desk::with_plan(&yaml).typeset().pages;
        let (from, to) = (find(&pages, "KẾ HOẠCH").baseline, find(&pages, "-----").baseline);
        let lines: Vec<_> = pages
            .texts()
            .into_iter()
            .filter(|run| run.page == 1 && run.baseline > from && run.baseline < to)
            .collect();
        let printed: Vec<_> = lines.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(printed.join(" "), subject, "R-D-123: nothing lost");
        assert!(lines.last().unwrap().text.contains(' '), "R-D-123: {printed:?}");
        let widths = || lines.iter().map(|run| run.width);
        let (narrow, wide) = (widths().fold(f64::MAX, f64::min), widths().fold(0.0, f64::max));
        assert!(narrow > wide * 0.5, "R-D-123: not balanced: {printed:?}");
    }
}

#[test]
fn a_number_not_yet_given_leaves_room() {
    let pages = Desk::with_plan(&SHORT.replace("so: 27\n", "")).typeset().pages;
    find(&pages, "Số       -KH/ĐUK");
    let pages = Desk::with_plan(&SHORT.replace("so: 27", "so: 7")).typeset().pages;
    find(&pages, "Số 07-KH/ĐUK");
}

/// The distances between baselines that the official documents show.
#[test]
fn distances_down_the_page() {
    let pages = plan().pages;
    let first_words = "Căn cứ Nghị quyết số ";
    for (from, to, distance) in [
        ("ĐẢNG BỘ TỈNH TRÀ VINH", "ĐẢNG ỦY KHỐI CÁC CƠ QUAN", 5.7),
        ("VÀ DOANH NGHIỆP", "Số 27-KH/ĐUK", 11.2),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Trà Vinh, ngày 19 tháng 3 năm 2020", 9.1),
        ("Số 27-KH/ĐUK", "KẾ HOẠCH", 14.0),
        ("KẾ HOẠCH", "Thực hiện công tác Dân vận, Quy chế dân chủ ở cơ sở", 7.0),
        ("và phong trào thi đua “Dân vận khéo” năm 2020", "-----", 6.7),
        ("-----", first_words, 14.4),
        ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", 5.6),
        ("PHÓ BÍ THƯ", "Trương Thanh Long", 32.0),
    ] {
        let place = |text: &str| {
            let found = pages.texts().into_iter().find(|run| run.text == text || run.text.trim() == text);
            found.unwrap_or_else(|| panic!("no `{text}`")).baseline
        };
        close(&format!("from `{from}` to `{to}`"), place(to) - place(from), distance, 0.1);
    }
}

/// A long place takes room from the names, it is never broken.
#[test]
fn place_and_date_stay_on_one_line() {
    for place in ["Huế", "Quận Hai Bà Trưng", "Bà Rịa - Vũng Tàu", "TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"]
    {
        let pages = Desk::with_plan(&SHORT.replace("dia_danh: Trà Vinh", &format!("dia_danh: \"{place}\"")))
            .typeset()
            .pages;
        let date = find(&pages, &format!("{place}, ngày 19 tháng 3 năm 2020"));
        assert!(right(&date) <= RIGHT_EDGE + 0.5, "R-D-110: {place}");
        for name in pages.texts().iter().filter(|run| run.page == 1 && run.baseline < 50.0 && run.x < 100.0) {
            assert!(
                *name == date || right(name) < date.x || (name.baseline - date.baseline).abs() > 3.0,
                "{place}: `{}` touches the date",
                name.text
            );
        }
    }
}
