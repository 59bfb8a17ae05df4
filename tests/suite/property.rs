//! Any text at all comes back from the PDF as it was written, or is refused at
//! its place.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use unicode_normalization::UnicodeNormalization;
use vankien::pipeline::typeset;
use vankien::values::Runs;

use crate::desk::{Desk, SHORT};
use crate::text::letters_of_pdf;

/// The line of the fixture on which the text stands.
const LINE: usize = 10;

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Ordinary sentences, text in every script, and the signs of YAML, Typst,
/// Jinja and Markdown.
fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-zA-ZăâđêôơưĂÂĐÊÔƠƯáàảãạếềểễệứừửữự0-9]{1,8}",
        2 => "[#$*_@\\\\{}\\[\\]<>`~=+/|&%!?.,:;'\"“”()–-]{1,5}",
        1 => "\\PC{1,4}",
        1 => any::<String>(),
    ];
    prop::collection::vec(word, 1..8).prop_map(|words| words.join(" "))
}

#[test]
fn any_text_is_printed_as_written_or_refused_at_its_place() {
    let config = Config { cases: 96, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&texts(), |text| {
            let quoted = serde_json::to_string(&text).unwrap();
            let desk = Desk::with_plan(&SHORT.replace("Một đoạn văn.", &quoted));
            match typeset(&desk.path(""), "data/ke-hoach/thu.yml".as_ref()) {
                Ok(typeset) => {
                    let composed: String = text.nfc().collect();
                    let written: String =
                        Runs::parse(&composed).runs().iter().map(|run| run.text.as_str()).collect();
                    let printed = letters_of_pdf(&typeset.pages.pdf().unwrap());
                    prop_assert!(printed.contains(&letters(&written)), "{written:?} in {printed}");
                }
                Err(report) => {
                    let lines: Vec<_> = report
                        .iter()
                        .filter_map(|finding| finding.place.as_ref())
                        .map(|(source, span)| source.line_column(span.start).0)
                        .collect();
                    prop_assert!(lines.contains(&LINE), "{:?}", report.sorted());
                }
            }
            Ok(())
        })
        .unwrap();
}
