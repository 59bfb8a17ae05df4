//! Signature and recipients against the guidance: R-D-046…052, R-D-143,
//! R-D-150…174.

use crate::desk::{Desk, SHORT, centre, close, find, plan, right};

#[test]
fn authority_position_and_name() {
    let pages = plan().pages;
    for (rule, text, bold) in [
        ("R-D-046", "T/M BAN THƯỜNG VỤ", true),
        ("R-D-047", "PHÓ BÍ THƯ", false),
        ("R-D-048", "Trương Thanh Long", true),
    ] {
        let run = find(&pages, text);
        close(&format!("{rule}: size of `{text}`"), run.size, 14.0, 0.1);
        assert_eq!((run.bold, run.italic), (bold, false), "{rule}: `{text}`");
        close("R-D-150: centred in the right column", centre(&run), 155.0, 1.0);
    }
}

#[test]
fn without_authority_the_position_is_the_bold_line() {
    let yaml = SHORT.replace("  quyen_han: T/M Ban Thường vụ\n", "").replace("Phó Bí thư", "Trưởng Ban");
    let run = find(&Desk::with_plan(&yaml).typeset().pages, "TRƯỞNG BAN");
    assert!(run.bold, "R-D-151");
}

#[test]
fn room_to_sign_and_seal_is_kept_free() {
    let pages = plan().pages;
    let position = find(&pages, "PHÓ BÍ THƯ");
    let name = find(&pages, "Trương Thanh Long");
    let gap = name.baseline - position.baseline;
    assert!((30.0..=39.5).contains(&gap), "R-D-158: {gap:.1} mm");
    let between = |page, x: f64, y: f64| {
        page == position.page && x > 115.0 && y > position.baseline + 0.1 && y < name.baseline - 0.1
    };
    assert!(!pages.texts().iter().any(|run| between(run.page, run.x, run.baseline)), "R-D-165");
    assert!(!pages.rules().iter().any(|rule| between(rule.page, rule.x, rule.y)), "R-D-165");
}

#[test]
fn recipients_stand_level_with_the_signature() {
    let pages = plan().pages;
    let label = find(&pages, "Nơi nhận");
    let colon = find(&pages, ":");
    let authority = find(&pages, "T/M BAN THƯỜNG VỤ");
    assert_eq!(label.page, authority.page);
    close("R-D-309: level", label.baseline, authority.baseline, 1.5);
    assert!(label.x >= 30.0 && label.x <= 35.0, "R-D-309: x {:.1}", label.x);
    close("R-D-051: size", label.size, 14.0, 0.1);
    assert!(!label.bold && !label.italic, "R-D-171");

    let rules = pages.rules();
    let line = rules.iter().find(|rule| rule.page == label.page && rule.y > label.baseline).unwrap();
    close("R-D-310: the line is as long as the words", line.length, label.width, label.width * 0.03);
    assert!(line.x + line.length <= colon.x + 0.1, "R-D-171: the colon is not underlined");

    for text in ["- Ban Dân vận Tỉnh ủy;", "- BTV Đảng ủy Khối các cơ quan;", "- Lưu VPĐU."]
    {
        let run = find(&pages, text);
        close("R-D-052: size", run.size, 12.0, 0.1);
        close("R-D-172: at the margin", run.x, 30.0, 1.0);
        assert!(!run.bold && !run.italic);
        assert!(right(&run) < 115.0);
    }
}

#[test]
fn marks_after_recipients_are_kept_or_added() {
    let printed = |recipients: &str| {
        let yaml = SHORT.replace("  - Ban Dân vận Tỉnh ủy\n  - Lưu VPĐU\n", recipients);
        let pages = Desk::with_plan(&yaml).typeset().pages;
        pages
            .texts()
            .into_iter()
            .map(|run| run.text)
            .filter(|text| text.starts_with("- ") && !text.contains("Gạch"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        printed("  - Tỉnh ủy\n  - Các chi bộ\n  - Lưu VPĐU\n"),
        ["- Tỉnh ủy,", "- Các chi bộ,", "- Lưu VPĐU."],
        "R-D-173"
    );
    assert_eq!(
        printed("  - Tỉnh ủy;\n  - Lưu VPĐU.\n"),
        ["- Tỉnh ủy;", "- Lưu VPĐU."],
        "R-D-173: kept as given"
    );
}

/// Whatever the length of the text, the block has body text above it on its
/// page, and it is never torn apart.
#[test]
fn the_signature_never_stands_alone() {
    let paragraph =
        "Tiếp tục đổi mới nội dung, nâng cao chất lượng, hiệu quả công tác dân vận ở các chi bộ. ";
    for lines in 25..75 {
        let short: String = (0..lines).map(|_| "  - doan: Một dòng.\n").collect();
        let yaml = SHORT.replace("  - doan: Một đoạn văn.\n", &short);
        assert_signature_in_company(&yaml, &format!("{lines} short paragraphs"));
    }
    for sentences in 18..60 {
        let yaml = SHORT
            .replace("noi_nhan:\n", &format!("ket: {}\nnoi_nhan:\n", paragraph.repeat(sentences).trim()));
        assert_signature_in_company(&yaml, &format!("a last paragraph of {sentences} sentences"));
    }
}

fn assert_signature_in_company(yaml: &str, case: &str) {
    // A block alone on its page would be a finding and stop the document.
    let pages = Desk::with_plan(yaml).typeset().pages;
    let first = find(&pages, "T/M BAN THƯỜNG VỤ");
    let last = find(&pages, "Trương Thanh Long");
    assert_eq!(first.page, last.page, "torn apart: {case}");
    let above: std::collections::BTreeSet<_> = pages
        .texts()
        .iter()
        .filter(|run| run.page == first.page && run.baseline > 20.0 && run.baseline < first.baseline - 1.0)
        .map(|run| run.baseline.to_bits())
        .collect();
    assert!(above.len() >= 2, "R-D-143: {} line above: {case}", above.len());
}

/// A long list goes on over the page, the signature stays whole.
#[test]
fn sixty_recipients() {
    let recipients: Vec<_> = (1..60).map(|at| format!("  - Chi bộ số {at}\n")).collect();
    let yaml = SHORT.replace("  - Ban Dân vận Tỉnh ủy\n", &recipients.concat());
    let pages = Desk::with_plan(&yaml).typeset().pages;
    assert_eq!(pages.count(), 2);
    let (first, last) = (find(&pages, "T/M BAN THƯỜNG VỤ"), find(&pages, "Trương Thanh Long"));
    assert_eq!((first.page, last.page), (1, 1));
    assert_eq!(find(&pages, "- Lưu VPĐU.").page, 2);
}

/// Long entries count by their lines: the list begins on the page of the text.
#[test]
fn long_recipients_fill_the_page() {
    let long =
        "  - Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực và các cơ quan liên quan của tỉnh\n";
    let yaml = SHORT.replace("  - Ban Dân vận Tỉnh ủy\n", &long.repeat(18));
    let pages = Desk::with_plan(&yaml).typeset().pages;
    assert_eq!(find(&pages, "T/M BAN THƯỜNG VỤ").page, 1);
}

/// Wherever on the page a long list begins, the signature beside it is whole.
#[test]
fn a_long_list_never_tears_the_signature() {
    let recipients: Vec<_> = (1..35).map(|at| format!("  - Chi bộ số {at}\n")).collect();
    for lines in 12..30 {
        let filler = "  - doan: Một dòng.\n".repeat(lines);
        let yaml = SHORT
            .replace("  - Ban Dân vận Tỉnh ủy\n", &recipients.concat())
            .replace("  - doan: Một đoạn văn.\n", &filler);
        assert_signature_in_company(&yaml, &format!("{lines} lines before a long list"));
    }
}
