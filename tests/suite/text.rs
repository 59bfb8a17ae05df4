//! What is written is what is printed: every word, in order, as NFC Unicode.

use crate::desk::{Desk, SHORT, plan};
use vankien::compile::Pages;

/// The text of a PDF without white space: line breaks are layout.
pub(crate) fn letters_of_pdf(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    letters(&document.extract_text(&pages).unwrap())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn printed(pages: &Pages) -> String {
    letters_of_pdf(&pages.pdf().unwrap())
}

/// The scanned text, with the corrections that the data file lists. What the
/// scan has and the page orders differently stands at the page's place.
fn expected() -> String {
    let scan = include_str!("../fixtures/27-kh-duk-2020-ban-quet.md");
    let mut text = scan.replace("* **Lưu ý:**", "⁎ Lưu ý:").replace('*', "").replace('⁎', "*");
    for (wrong, corrected, times) in [
        ("Khôi", "Khối", 5),
        ("tám gương", "tấm gương", 3),
        ("BCD", "BCĐ", 1),
        ("trực thuộc (tháng 6/2020)", "trực thuộc (tháng 6/2020).", 1),
        ("đảng bộ. (tháng 11/2020)", "đảng bộ (tháng 11/2020)", 1),
        (
            "Trà Vinh, ngày 19 tháng 3 năm 2020\n\nSố 27-KH/ĐUK",
            "ĐẢNG BỘ TỈNH TRÀ VINH ĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP * Số 27-KH/ĐUK ĐẢNG CỘNG SẢN VIỆT NAM Trà Vinh, ngày 19 tháng 3 năm 2020",
            1,
        ),
        ("năm 2020\n\nCăn cứ", "năm 2020 ----- Căn cứ", 1),
        ("Lưu VPĐU.", "Lưu VPĐU. T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ", 1),
    ] {
        assert_eq!(text.matches(wrong).count(), times, "`{wrong}` in the scan");
        text = text.replace(wrong, corrected);
    }
    letters(&text)
}

#[test]
fn every_word_of_the_source_is_printed_once_and_in_order() {
    let pages = plan().pages;
    let mut printed = printed(&pages);
    // Page numbers stand before the text of their page; the words around them are known.
    for (number, first_words) in page_starts(&pages) {
        let with_number = format!("{number}{first_words}");
        assert_eq!(printed.matches(&with_number).count(), 1);
        printed = printed.replacen(&with_number, &first_words, 1);
    }
    let expected = expected();
    let differs = printed.chars().zip(expected.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.chars().skip(differs.saturating_sub(20)).take(60).collect::<String>();
    assert!(printed == expected, "printed  {}\nexpected {}", around(&printed), around(&expected));
}

/// The number and the first line of each page after the first.
fn page_starts(pages: &Pages) -> Vec<(String, String)> {
    let texts = pages.texts();
    (2..=pages.count())
        .map(|page| {
            let first = texts.iter().find(|run| run.page == page && run.baseline > 20.0).unwrap();
            (page.to_string(), letters(&first.text))
        })
        .collect()
}

/// Signs that Typst, Jinja, Markdown or PDF could take for their own.
#[test]
fn hostile_text_is_printed_as_it_stands() {
    for text in [
        "#panic() #let x = 1 #include \"/etc/passwd\"",
        "$x^2$ \\ \\n \\u{41} _gạch_ @nhãn <nhãn> ]đóng[ }đóng{",
        "`mã` ``` ~ = - + / // /chú thích/ -- --- ... 1. a)",
        "{{ 7 * 7 } {% for x in y %} {# chú thích #}",
        "\"ngoặc\" ‘ngoặc’ “ngoặc” 'ngoặc' ''",
        "5* 6 * 7 & < > % | ; : ! ?",
        "https://example.vn/a?b=c#d",
        "C:\\van-ban\\ke-hoach",
    ] {
        let quoted = format!("'{}'", text.replace('\'', "''"));
        let yaml =
            SHORT.replace("Một đoạn văn.", &quoted).replace("Thực hiện công tác Dân vận năm 2020", &quoted);
        let printed = printed(&Desk::with_plan(&yaml).typeset().pages);
        assert_eq!(printed.matches(&letters(text)).count(), 2, "`{text}` in `{printed}`");
    }
}

#[test]
fn decomposed_input_comes_out_composed() {
    let decomposed =
        SHORT.replace("Một đoạn văn.", "Ti\u{0065}\u{0302}\u{0301}ng Vi\u{0065}\u{0323}\u{0302}t");
    let desk = Desk::with_plan(&decomposed);
    assert!(printed(&desk.typeset().pages).contains("TiếngViệt"));
    let run = desk.run(&["check"]);
    assert_eq!(run.code, Some(0));
    assert!(run.err.contains("cảnh báo[unicode-to-hop]"), "{}", run.err);
}

#[test]
fn windows_files_read_the_same() {
    let windows = format!("\u{feff}{}", SHORT.replace('\n', "\r\n"));
    assert_eq!(Desk::with_plan(&windows).typeset().source, Desk::with_plan(SHORT).typeset().source);
}

/// Codes and numbers of papers are never torn at a hyphen or a slash (R-D-145).
#[test]
fn symbols_are_not_torn() {
    for filler in 0..40 {
        let text = format!(
            "{} Nghị định số 149/2018/NĐ-CP và Quyết định số 1893-QĐ/TU, Kế hoạch số 69-KH/BDVTU.",
            "a ".repeat(filler)
        );
        let yaml = SHORT.replace("Một đoạn văn.", &text);
        let pages = Desk::with_plan(&yaml).typeset().pages;
        for symbol in ["149/2018/NĐ-CP", "1893-QĐ/TU", "69-KH/BDVTU"] {
            assert!(pages.texts().iter().any(|run| run.text.contains(symbol)), "{symbol} after {filler}");
        }
    }
}
