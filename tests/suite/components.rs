//! Components that only some documents have, in both profiles: công văn, tờ
//! trình, articles, several signers, marks, and what changed from hd36 to hd05.

use std::path::Path;

use vankien::compile::{Pages, PlacedText};
use vankien::pipeline::typeset;

use crate::desk::{Desk, SHORT, centre, close, find, right};

/// Lays out a fixture of `tests/fixtures/khung/` as a document of this date.
fn pages(kind: &str, date: &str) -> Pages {
    let path = format!("{}/tests/fixtures/khung/{kind}.yml", env!("CARGO_MANIFEST_DIR"));
    let yaml = std::fs::read_to_string(path).unwrap();
    let yaml: Vec<_> = yaml
        .lines()
        .map(|line| if line.starts_with("ngay:") { format!("ngay: {date}") } else { line.into() })
        .collect();
    let name = format!("data/{kind}/thu.yml");
    let desk = Desk::new().file(&name, yaml.join("\n"));
    typeset(&desk.path(""), Path::new(&name)).unwrap_or_else(|report| panic!("{:#?}", report.sorted())).pages
}

const HD36: &str = "2020-11-20";
const HD05: &str = "2026-11-20";

fn texts(pages: &Pages) -> Vec<String> {
    pages.texts().into_iter().map(|run| run.text).collect()
}

fn has(pages: &Pages, text: &str) -> bool {
    texts(pages).iter().any(|own| own.trim() == text)
}

fn containing(pages: &Pages, text: &str) -> PlacedText {
    pages.texts().into_iter().find(|run| run.text.contains(text)).unwrap_or_else(|| panic!("no `{text}`"))
}

#[test]
fn a_letter_prints_no_type_name() {
    for date in [HD36, HD05] {
        let pages = pages("cong-van", date);
        assert!(!texts(&pages).iter().any(|text| text.contains("CÔNG VĂN") || text == "-----"), "R-D-126");
        let number = find(&pages, "Số 112-CV/ĐUK");
        for line in ["đăng ký mô hình “Dân vận khéo”", "năm 2020 của các chi bộ, đảng bộ cơ sở"]
        {
            let subject = find(&pages, line);
            close("R-D-037: size", subject.size, 12.0, 0.1);
            assert!(subject.italic && !subject.bold, "R-D-037");
            assert!(subject.baseline > number.baseline, "R-D-126: under the number");
            close("R-D-126: centred under the number", centre(&subject), centre(&number), 1.0);
        }
        let label = find(&pages, "Kính gửi:");
        close("R-D-049: size", label.size, 14.0, 0.1);
        assert!(label.italic && !label.bold, "R-D-049");
    }
}

#[test]
fn several_addressees_align_after_the_colon() {
    for (date, mark) in [(HD36, ","), (HD05, ";")] {
        let pages = pages("cong-van", date);
        let first = find(&pages, &format!("- Các chi bộ cơ sở trực thuộc Đảng bộ Khối{mark}"));
        let second = find(&pages, &format!("- Các đảng bộ cơ sở trực thuộc Đảng bộ Khối{mark}"));
        let label = find(&pages, "Kính gửi:");
        close("R-D-176: aligned", first.x, second.x, 0.1);
        assert!(first.x > right(&label), "R-D-176");
        close("R-D-176: on the label's line", first.baseline, label.baseline, 0.1);
        close("R-D-050", first.size, 14.0, 0.1);
        assert!(!first.italic && !first.bold, "R-D-050");
    }
}

#[test]
fn a_submission_addresses_by_the_words_of_its_guidance() {
    for (date, label) in [(HD36, "Kính gửi:"), (HD05, "Kính trình:")] {
        let pages = pages("to-trinh", date);
        let hyphens = find(&pages, "-----");
        close("R-D-177: below the hyphens", find(&pages, label).baseline - hyphens.baseline, 14.0, 0.1);
        let addressee = find(&pages, "Ban Thường vụ Đảng ủy Khối");
        close(
            "R-D-176: one addressee on the same line",
            addressee.baseline,
            find(&pages, label).baseline,
            0.1,
        );
    }
}

#[test]
fn bases_and_recipients_take_the_marks_of_their_guidance() {
    let old = pages("to-trinh", HD36);
    for text in [
        "Căn cứ Hướng dẫn số 25-HD/BCĐ;",
        "Căn cứ Kế hoạch số 27-KH/ĐUK,",
        "- Như trên,",
        "- Lưu Ban Chỉ đạo.",
    ] {
        assert!(printed(&old).contains(&text.replace(' ', "")), "hd36: `{text}` in {:?}", texts(&old));
    }
    let new = pages("to-trinh", HD05);
    for text in [
        "- Căn cứ Hướng dẫn số 25-HD/BCĐ;",
        "- Căn cứ Kế hoạch số 27-KH/ĐUK.",
        "- Như trên;",
        "- Lưu Ban Chỉ đạo.",
    ] {
        assert!(printed(&new).contains(&text.replace(' ', "")), "hd05: `{text}` in {:?}", texts(&new));
    }
}

/// All runs in order without spaces: a boxed number splits a line into runs.
fn printed(pages: &Pages) -> String {
    texts(pages).concat().replace(' ', "")
}

#[test]
fn marks_stand_where_the_guidance_puts_them() {
    let letter = pages("cong-van", HD36);
    let circulation = find(&letter, "LƯU HÀNH NỘI BỘ");
    close(
        "R-D-192: 10 mm from the top edge",
        f64::midpoint(circulation.ink_top, circulation.ink_bottom),
        10.0,
        1.0,
    );
    close("R-D-192: at the right margin", right(&circulation), 195.0, 0.5);
    close("R-D-055", circulation.size, 12.0, 0.1);
    assert!(circulation.bold);
    let urgency = find(&letter, "KHẨN");
    assert!(urgency.bold && urgency.baseline > find(&letter, "Số 112-CV/ĐUK").baseline, "R-D-191");
    close("R-D-057: drafter", find(&letter, "HTH-45").size, 8.0, 0.1);
    close("R-D-057: drafter", find(&pages("cong-van", HD05), "HTH-45").size, 11.0, 0.1);
    let contact = containing(&letter, "Địa chỉ:");
    close("R-D-058", contact.size, 10.0, 0.1);
    let rule = letter.rules().into_iter().find(|rule| rule.length > 160.0).unwrap();
    assert!(rule.y < contact.baseline && contact.ink_bottom < 277.5, "R-D-195");

    // R-D-070: hd36 puts the draft above the urgency, hd05 below it.
    for (date, draft_first) in [(HD36, true), (HD05, false)] {
        let submission = pages("to-trinh", date);
        let (draft, urgency) = (find(&submission, "Dự thảo lần 2"), find(&submission, "HOẢ TỐC"));
        assert!(draft.italic, "R-D-056");
        assert_eq!(draft.baseline < urgency.baseline, draft_first, "R-D-070");
    }

    let note = "Không phổ biến trên các phương tiện thông tin đại chúng";
    let below = find(&pages("to-trinh", HD36), note);
    assert!(below.baseline < 277.0, "R-D-193: hd36 below the signature");
    let edge = find(&pages("to-trinh", HD05), note);
    close("R-D-193: hd05 10 mm from the bottom edge", edge.baseline, 287.0, 1.0);
    close("R-D-193: centred", centre(&edge), 112.5, 1.0);
}

#[test]
fn articles_chapters_and_points() {
    let pages = pages("quyet-dinh", HD36);
    for (text, bold) in [
        ("QUYẾT ĐỊNH:", true),
        ("Điều 1.", true),
        ("Công nhận 41 mô hình “Dân vận khéo” năm 2020.", false),
        ("Điều 2. Trách nhiệm", true),
        ("1. Văn phòng Đảng ủy Khối gửi quyết định.", false),
        ("2. Các chi bộ nhân rộng mô hình.", false),
        ("a) trong tháng 12;", false),
        ("b) trong quý I năm sau.", false),
        ("Chương I", true),
        ("ĐIỀU KHOẢN THI HÀNH", true),
        ("Mục 1", true),
        ("HIỆU LỰC", true),
        ("Điều 3.", true),
    ] {
        let run = containing(&pages, text);
        assert_eq!(run.bold, bold, "R-D-039…045: `{text}`");
    }
    for centred in ["Chương I", "ĐIỀU KHOẢN THI HÀNH", "Mục 1", "HIỆU LỰC"] {
        close(&format!("R-D-137: `{centred}`"), centre(&find(&pages, centred)), 112.5, 1.0);
    }
}

#[test]
fn several_signers_and_an_attestation() {
    let pages = pages("bien-ban", HD36);
    let (chair, secretary) = (find(&pages, "CHỦ TRÌ HỘI NGHỊ"), find(&pages, "NGƯỜI GHI BIÊN BẢN"));
    assert!(chair.x > right(&secretary), "R-D-159: the chair signs at the right");
    close("R-D-159: level", chair.baseline, secretary.baseline, 0.1);
    assert!(chair.bold && secretary.bold, "R-D-151");
    let sentence = find(&pages, "Xác nhận chữ ký của đồng chí Nguyễn Văn Đức");
    assert!(!sentence.bold && sentence.baseline > find(&pages, "Nguyễn Văn Đức").baseline, "R-D-160");
    close("R-D-160: centred under the others", centre(&sentence), 112.5, 1.0);
    assert!(find(&pages, "T/L BAN THƯỜNG VỤ").bold && !find(&pages, "CHÁNH VĂN PHÒNG").bold, "R-D-160");

    let submission = self::pages("to-trinh", HD36);
    for (text, bold) in [("PHÓ BÍ THƯ ĐẢNG ỦY", true), ("kiêm", false), ("TRƯỞNG BAN CHỈ ĐẠO", true)]
    {
        assert_eq!(find(&submission, text).bold, bold, "R-D-153: `{text}`");
    }
}

#[test]
fn the_profile_follows_the_date() {
    for (date, profile) in [
        ("2018-04-03", "hd36"),
        ("2020-03-19", "hd36"),
        ("2026-05-26", "hd36"),
        ("2026-05-27", "hd05"),
        ("2030-01-01", "hd05"),
    ] {
        let typeset = Desk::with_plan(&SHORT.replace("2020-03-19", date)).typeset();
        assert_eq!(typeset.profile, profile, "R-D-001: {date}");
    }
    let chosen = SHORT.replace("so: 27\n", "so: 27\nhuong_dan: hd05\n");
    assert_eq!(Desk::with_plan(&chosen).typeset().profile, "hd05");
}

/// R-D-105, R-D-255: the code of a quy định was QĐi for eleven months.
#[test]
fn the_code_of_a_regulation_follows_the_date() {
    for (date, symbol) in
        [("2018-05-02", "Số 27-QĐi/ĐUK"), ("2019-03-11", "Số 27-QĐ/ĐUK"), ("2026-06-01", "Số 27-QĐ/ĐUK")]
    {
        let desk = Desk::new().file("data/quy-dinh/thu.yml", SHORT.replace("2020-03-19", date));
        let pages = typeset(&desk.path(""), Path::new("data/quy-dinh/thu.yml")).unwrap().pages;
        assert!(has(&pages, symbol), "{date}: {:?}", &texts(&pages)[..6]);
    }
}

/// R-D-012: on the back of a sheet the wide margin is at the right.
#[test]
fn two_sided_sheets_are_mirrored() {
    let paragraph = "Tiếp tục đổi mới nội dung, nâng cao chất lượng, hiệu quả công tác dân vận. ".repeat(60);
    let yaml = SHORT
        .replace("Một đoạn văn.", &paragraph)
        .replace("so: 27\n", "so: 27\ntrinh_bay: {in_hai_mat: true}\n");
    let pages = Desk::with_plan(&yaml).typeset().pages;
    let sides = |page: usize| {
        let runs: Vec<_> =
            pages.texts().into_iter().filter(|run| run.page == page && run.baseline > 20.0).collect();
        let left = runs.iter().map(|run| run.x).fold(f64::MAX, f64::min);
        let right = runs.iter().map(right).fold(0.0, f64::max);
        (left, right)
    };
    for (page, left, right) in [(1, 30.0, 195.0), (2, 15.0, 180.0)] {
        let (own_left, own_right) = sides(page);
        assert!(own_left >= left - 0.5 && own_left < left + 3.0, "page {page} begins at {own_left:.1}");
        assert!(own_right <= right + 0.5 && own_right > right - 3.0, "page {page} ends at {own_right:.1}");
    }
    let number = pages.texts().into_iter().find(|run| run.page == 2 && run.baseline < 15.0).unwrap();
    close("R-D-019: centre of the text block", centre(&number), 97.5, 1.0);
}

/// R-D-014, R-D-021, R-D-196, R-D-259.
#[test]
fn annexes_have_their_own_sheets_and_numbers() {
    let pages = pages("bao-cao", HD05);
    let sizes = pages.sizes();
    let first = find(&pages, "Phụ lục 1").page;
    let (width, height) = sizes[first - 1];
    assert!(width > height, "R-D-014: on its side");
    for text in [
        "DANH SÁCH MÔ HÌNH ĐƯỢC CÔNG NHẬN",
        "(Kèm theo Báo cáo số 05-BC/ĐUK, ngày 20/11/2026 của Đảng ủy Khối)",
    ] {
        let run = containing(&pages, text.split_whitespace().next().unwrap());
        assert!(printed(&pages).contains(&text.replace(' ', "")), "R-D-196: {text}");
        assert!(run.page >= first);
    }
    let numbers = |page: usize| {
        pages
            .texts()
            .into_iter()
            .filter(|run| run.page == page && run.baseline < 15.0)
            .map(|run| run.text)
            .collect::<Vec<_>>()
    };
    assert!(numbers(first).is_empty(), "R-D-021: the first page of an annex shows no number");
    assert_eq!(numbers(first + 1), ["2"], "R-D-021: counted anew");
    let second = find(&pages, "Phụ lục 2").page;
    assert!(second > first + 1 && sizes[second - 1].0 < sizes[second - 1].1);

    // hd36 says nothing: the numbers run on and there is no reference line.
    let old = self::pages("bao-cao", HD36);
    assert!(!printed(&old).contains("Kèmtheo"));
    let first = find(&old, "Phụ lục 1").page;
    assert!(
        old.texts()
            .iter()
            .any(|run| run.page == first && run.baseline < 15.0 && run.text == first.to_string())
    );
}

#[test]
fn tables_repeat_their_head_and_align_figures() {
    let pages = pages("bao-cao", HD36);
    let figures: Vec<_> = ["1.058", "66", "1.124"].iter().map(|text| right(&find(&pages, text))).collect();
    for figure in &figures {
        close("figures end together", *figure, figures[0], 0.1);
    }
    assert!(find(&pages, "Tổng cộng").bold);
    let first = find(&pages, "Phụ lục 1").page;
    for page in [first, first + 1] {
        assert!(
            pages.texts().iter().any(|run| run.page == page && run.text == "Ghi chú" && run.bold),
            "page {page}"
        );
    }
}
