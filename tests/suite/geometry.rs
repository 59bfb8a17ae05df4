//! Sheet, body and page numbers against the guidance: R-D-010…022, R-D-130…133,
//! R-D-300…308.

use std::collections::BTreeMap;

use vankien::compile::{Pages, PlacedText};

use crate::desk::{Desk, SHORT, centre, close, plan, right};

const MM_PER_PT: f64 = 25.4 / 72.0;
const LEFT: f64 = 30.0;
const RIGHT: f64 = 195.0;

/// A line of the body: its runs share a baseline.
struct Line {
    page: usize,
    baseline: f64,
    left: f64,
    right: f64,
}

/// The lines of the body in order, heading and signature left out.
fn body_lines(pages: &Pages, size: f64) -> Vec<Line> {
    let texts = pages.texts();
    let start = texts.iter().find(|run| run.text == "-----").unwrap().baseline;
    let (end_page, end) = pages.place_of("khoi-cuoi").unwrap();
    let in_body = |run: &&PlacedText| {
        let place = (run.page, run.baseline);
        (run.size - size).abs() < 0.01 && run.baseline > 20.0 && place > (1, start) && place < (end_page, end)
    };
    let mut lines: BTreeMap<(usize, i64), Line> = BTreeMap::new();
    for run in texts.iter().filter(in_body) {
        #[allow(clippy::cast_possible_truncation, reason = "micrometres on a sheet of paper")]
        let key = (run.page, (run.baseline * 1000.0).round() as i64);
        let line = lines.entry(key).or_insert(Line {
            page: run.page,
            baseline: run.baseline,
            left: f64::MAX,
            right: 0.0,
        });
        line.left = line.left.min(run.x);
        if !run.text.trim().is_empty() {
            line.right = line.right.max(run.ink_right);
        }
    }
    lines.into_values().collect()
}

#[test]
fn sheets_are_a4_and_ink_stays_inside_the_margins() {
    let pages = plan().pages;
    for (width, height) in pages.sizes() {
        close("R-D-010: width", width, 210.0, 0.1);
        close("R-D-010: height", height, 297.0, 0.1);
    }
    for run in pages.texts().iter().filter(|run| run.baseline > 15.0 && !run.text.trim().is_empty()) {
        let inside = run.x >= LEFT - 0.5 && right(run) <= RIGHT + 0.5;
        assert!(inside, "R-D-300: `{}` at {:.2}…{:.2}", run.text, run.x, right(run));
        assert!(run.ink_top >= 19.5 && run.ink_bottom <= 277.5, "R-D-300: `{}`", run.text);
    }
}

/// Line pitch, paragraph gap and indent as the profile's defaults and as an
/// office may choose them.
#[test]
fn the_body_keeps_its_pitch_gap_and_indent() {
    let chosen = "trinh_bay: {co_chu: 15, gian_dong: 19, cach_doan: 9, thut_dau_dong: 12.7}\n";
    let long = |extra: &str| {
        let paragraph =
            "Tiếp tục đổi mới nội dung, nâng cao chất lượng, hiệu quả công tác dân vận. ".repeat(6);
        SHORT.replace("Một đoạn văn.", &paragraph).replace("so: 27\n", &format!("so: 27\n{extra}"))
    };
    for (extra, size, pitch, gap, indent) in [("", 14.0, 18.0, 6.0, 10.0), (chosen, 15.0, 19.0, 9.0, 12.7)] {
        let pages = Desk::with_plan(&long(extra)).typeset().pages;
        check_body(&pages, size, pitch, gap, indent);
    }
    check_body(&plan().pages, 14.0, 18.0, 6.0, 10.0);

    // A closing paragraph is cut before its last two lines; no line may show it.
    for sentences in 3..12 {
        let closing =
            "Đề nghị *các chi bộ*, đảng bộ cơ sở triển khai thực hiện tốt kế hoạch này. ".repeat(sentences);
        let yaml = SHORT.replace("noi_nhan:\n", &format!("ket: {}\nnoi_nhan:\n", closing.trim()));
        check_body(&Desk::with_plan(&yaml).typeset().pages, 14.0, 18.0, 6.0, 10.0);
    }
}

fn check_body(pages: &Pages, size: f64, pitch: f64, gap: f64, indent: f64) {
    let lines = body_lines(pages, size);
    assert!(lines.len() > 5);
    let starts_paragraph = |line: &Line| line.left > LEFT + 1.0;
    for line in &lines {
        let start = if starts_paragraph(line) { LEFT + indent } else { LEFT };
        close("R-D-307: first glyph", line.left, start, 0.3);
    }
    for pair in lines.windows(2).filter(|pair| pair[0].page == pair[1].page) {
        let step = (pair[1].baseline - pair[0].baseline) / MM_PER_PT;
        if starts_paragraph(&pair[1]) {
            close("R-D-306: paragraph step", step, pitch + gap, 0.2);
            assert!(step - pitch >= 5.8);
        } else {
            close("R-D-305: line pitch", step, pitch, 0.2);
            close("R-D-308: justified line", pair[0].right, RIGHT, 0.5);
        }
    }
}

#[test]
fn numbers_stand_on_every_page_but_the_first() {
    let pages = plan().pages;
    let count = pages.count();
    assert!(count >= 3);
    let texts = pages.texts();
    let numbers: Vec<_> = texts.iter().filter(|run| run.baseline < 15.0).collect();
    assert_eq!(numbers.len(), count - 1, "R-D-018");
    for (at, number) in numbers.iter().enumerate() {
        assert_eq!((number.page, number.text.as_str()), (at + 2, (at + 2).to_string().as_str()));
        close("R-D-019: centre of the text block", centre(number), 112.5, 1.0);
        close(
            "R-D-019: 10 mm from the top edge",
            f64::midpoint(number.ink_top, number.ink_bottom),
            10.0,
            0.5,
        );
        assert!(number.ink_top >= 7.0 && number.ink_bottom <= 14.0, "R-D-022");
        close("R-D-020: size", number.size, 14.0, 0.1);
        assert!(!number.bold && !number.italic, "R-D-020");
    }
}
