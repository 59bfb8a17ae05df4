//! Certified copies: the block of 2018, the stamp of 2026, the State's block
//! (R-D-230, R-D-235, R-N-064), each by the guidance of the copy's own date.

use vankien::compile::{Pages, Reserved};

use crate::desk::{Desk, SHORT, centre, close, find, right};

fn copy(form: &str, date: &str, more: &str) -> String {
    format!(
        "{SHORT}ban_sao:\n  hinh_thuc: {form}\n  co_quan: {{cap_tren: Đảng ủy Khối, ten: Văn phòng, \
         ky_hieu: VPĐUK{more}}}\n  so: 5\n  dia_danh: Trà Giang\n  ngay: {date}\n  \
         noi_nhan: [Các chi bộ, Lưu Văn phòng]\n  \
         ky: {{chuc_vu: Chánh Văn phòng, ho_ten: Lê Thị Ánh Nguyệt}}\n"
    )
}

fn pages(yaml: &str) -> Pages {
    Desk::with_plan(yaml).typeset().pages
}

/// Height of the rule that parts the copy from the original.
fn parting_rule(pages: &Pages) -> f64 {
    let wide = pages.rules().into_iter().find(|rule| (rule.length - 165.0).abs() < 0.5);
    wide.expect("a rule across the page").y
}

#[test]
fn the_block_of_2018() {
    for (form, printed) in [("sao y", "SAO Y BẢN CHÍNH"), ("sao lục", "SAO LỤC"), ("trích sao", "TRÍCH SAO")]
    {
        let pages = pages(&copy(form, "2020-05-04", ""));
        let rule = parting_rule(&pages);
        let kind = find(&pages, printed);
        close("R-D-059: size", kind.size, 14.0, 0.1);
        assert!(kind.bold && !kind.italic, "R-D-059");
        assert!(find(&pages, "Trương Thanh Long").baseline < rule && rule < kind.baseline, "R-D-230");
        let body = find(&pages, "VĂN PHÒNG");
        let number = find(&pages, "Số 05-BS/VPĐUK");
        assert!(body.bold && body.baseline < number.baseline && right(&number) < kind.x, "R-D-230: at left");
        close("R-D-230: one level", find(&pages, "ĐẢNG ỦY KHỐI").baseline, kind.baseline, 0.5);
        let date = find(&pages, "Trà Giang, ngày 04 tháng 5 năm 2020");
        assert!(date.italic && date.baseline > kind.baseline, "R-D-230: below the kind of copy");
        close("R-D-230: centred", centre(&find(&pages, "CHÁNH VĂN PHÒNG")), 155.0, 1.0);
        assert!(find(&pages, "- Lưu Văn phòng.").baseline > number.baseline, "R-D-230");
    }
}

#[test]
fn the_stamp_of_2026() {
    // The original follows hd36, the copy made later follows hd05.
    let pages = pages(&copy("sao lục", "2026-06-08", ""));
    let rule = parting_rule(&pages);
    let stamp = pages.reserved().into_iter().find(|area| area.what == Reserved::CopyStamp).unwrap();
    close("R-D-235: width", stamp.width, 80.0, 0.1);
    close("R-D-235: height", stamp.height, 50.0, 0.1);
    close("R-D-235: at the left margin", stamp.x, 30.0, 0.5);
    assert!(stamp.y > rule, "R-D-235: below the rule");
    let sides = pages.rules().into_iter().filter(|side| (side.length - 80.0).abs() < 0.1).count();
    assert_eq!(sides, 2, "R-D-235: a drawn frame");
    let title = find(&pages, "BẢN SAO VĂN BẢN");
    close("R-D-235: size", title.size, 13.0, 0.1);
    assert!(title.bold, "R-D-235");
    close("R-D-235: centred in the stamp", centre(&title), stamp.x + 40.0, 1.0);
    let inside = pages.texts().into_iter().filter(|run| run.within("khoi-dau-ban-sao").is_some());
    let inside: Vec<_> = inside.collect();
    for run in &inside {
        assert!(run.x >= stamp.x && run.ink_right <= stamp.x + stamp.width, "R-D-235: `{}`", run.text);
        assert!(run.ink_bottom <= stamp.y + stamp.height, "R-D-235: `{}`", run.text);
    }
    let words = inside.iter().map(|run| run.text.replace(' ', "")).collect::<String>();
    for line in [
        "Cơ quan, tổ chức sao: Văn phòng",
        "Số, ký hiệu bản sao: 05-BS/VPĐUK",
        "Hình thức sao: Sao lục",
        "Trà Giang, ngày 08 tháng 6 năm 2026",
        "Nơi nhận bản sao: Các chi bộ; Lưu Văn phòng",
    ] {
        assert!(words.contains(&line.replace(' ', "")), "R-D-235: no `{line}` in {words}");
    }
    assert!(find(&pages, "CHÁNH VĂN PHÒNG").x > stamp.x + stamp.width, "R-D-235: the signer at right");
}

/// The frame has room for so much; what does not fit is said, not printed
/// over the edge.
#[test]
fn a_stamp_that_overflows_is_refused() {
    let many = (1..30).map(|at| format!("Chi bộ số {at}")).collect::<Vec<_>>().join(", ");
    let yaml = copy("sao y", "2026-06-08", "").replace("[Các chi bộ, Lưu", &format!("[{many}, Lưu"));
    let run = Desk::with_plan(&yaml).run(&["check"]);
    assert!(run.err.contains("lỗi[R-D-235]"), "{}", run.err);
}

#[test]
fn the_state_has_its_own_codes() {
    for (form, symbol) in
        [("sao y", "Số: 05/SY-VPĐUK"), ("sao lục", "Số: 05/SL-VPĐUK"), ("trích sao", "Số: 05/TrS-VPĐUK")]
    {
        let pages = pages(&copy(form, "2020-05-04", ", he_thong: nha_nuoc"));
        find(&pages, symbol);
    }
}

/// A copy block that the page has no room for goes to the next page, whole.
#[test]
fn a_copy_is_never_torn() {
    for lines in 8..30 {
        let yaml = copy("sao y", "2020-05-04", "")
            .replace("  - doan: Một đoạn văn.\n", &"  - doan: Một dòng.\n".repeat(lines));
        let pages = pages(&yaml);
        let (first, last) = (find(&pages, "SAO Y BẢN CHÍNH"), find(&pages, "Lê Thị Ánh Nguyệt"));
        assert_eq!(first.page, last.page, "{lines} lines");
    }
}

/// A copy is judged by the guidance of the copy, not of the original.
#[test]
fn a_copy_has_its_own_guidance() {
    let state = copy("sao y", "2020-05-04", ", he_thong: nha_nuoc");
    let deputy = |prefix: &str| {
        let signer = format!("ky: {{quyen_han: {prefix} Chánh Văn phòng, chuc_vu: Phó Chánh Văn phòng,");
        Desk::with_plan(&state.replace("ky: {chuc_vu: Chánh Văn phòng,", &signer)).run(&["build"]).err
    };
    assert_eq!(deputy("KT."), "");
    assert!(deputy("K/T").contains("lỗi[R-D-152]"), "the id is that of the original's guidance");
    let late = copy("sao y", "2026-06-08", "").replace("ky_hieu: VPĐUK}", "ky_hieu: ĐUK}");
    assert!(Desk::with_plan(&late).run(&["check"]).err.contains("cảnh báo[R-D-256]"));
}

/// It is also of the document's system unless it says otherwise, and never
/// older than the document.
#[test]
fn a_copy_follows_its_original() {
    let state = copy("sao y", "2020-05-04", "")
        .replace("  ky_hieu: ĐUK\n", "  ky_hieu: SNV\n  he_thong: nha_nuoc\n")
        .replace("T/M Ban Thường vụ", "KT. Giám đốc");
    find(&pages(&state), "Số: 05/SY-VPĐUK");
    let run = Desk::with_plan(&copy("sao y", "2020-01-04", "")).run(&["check"]);
    assert!(run.err.contains("lỗi[R-D-230]: bản sao có ngày trước bản chính (19/3/2020)"), "{}", run.err);
}

/// The original's contact line stays at the foot, below the copy.
#[test]
fn the_contact_line_stays_at_the_foot() {
    let yaml = copy("sao y", "2020-05-04", "") + "dau_chi: {lien_he: Số 1 đường Hùng Vương}\n";
    let pages = pages(&yaml);
    assert!(find(&pages, "Số 1 đường Hùng Vương").baseline > find(&pages, "Lê Thị Ánh Nguyệt").baseline);
}
