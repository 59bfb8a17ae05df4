//! Quotation marks of other languages, and two kinds of them in one paper. A part of
//! the rule `ngoac`; remarks only, the words are all there.

use super::text::{Role, Text, tail};
use super::{Findings, Subject};
use crate::diagnostic::Wording;
use crate::encoding;

/// The marks of French.
const FOREIGN: [(char, char); 2] = [('«', '»'), ('‹', '›')];

/// One remark of each: whoever wrote it has one habit.
pub(super) fn styles(subject: &Subject<'_>, found: &mut Findings<'_>) {
    // An old encoding, told elsewhere, has such a mark for a letter: `c«ng`.
    let old = |text: &Text<'_>| text.text.contains('«') && encoding::of_text(text.text).is_some();
    let marked = subject.texts.iter().filter(|text| text.text.contains(['«', '‹', '"', '“']));
    let texts: Vec<_> = marked.filter(|text| text.role != Role::Data && !old(text)).collect();
    for (open, close) in FOREIGN {
        let first = texts.iter().find_map(|text| {
            let at = text.text.find(open)?;
            text.text[at..].contains(close).then_some((text, at))
        });
        if let Some((text, at)) = first {
            let words = Wording {
                vi: [format!("ngoặc kép kiểu `{open} {close}`"), "dùng “ ”".into()],
                en: [
                    format!("the quotation marks `{open} {close}` are of another language"),
                    "use “ ”".into(),
                ],
            };
            found.remark_at(subject, text, at..at + open.len_utf8(), words);
        }
    }
    let straight = texts.iter().find_map(|text| Some((text, opening(text.text)?)));
    let Some((text, at)) = straight.filter(|_| texts.iter().any(|text| text.text.contains('“'))) else {
        return;
    };
    let words = Wording {
        vi: [
            "văn bản dùng cả ngoặc kép `“ ”` lẫn `\"`".into(),
            "dùng một kiểu, tốt nhất là “ ”, từ đầu đến cuối".into(),
        ],
        en: ["the paper has both `“ ”` and `\"` around quotations".into(), "keep to one, best to “ ”".into()],
    };
    found.remark_at(subject, text, at..at + 1, words);
}

/// The first straight mark that opens a quotation closed by another; `32"` is a size, and
/// those of expressions are not printed.
fn opening(text: &str) -> Option<usize> {
    let opens = |at: usize| {
        let after = text[at + 1..].starts_with(char::is_alphabetic);
        let before = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
        let lead = tail(&text[..at], 400);
        let computed = lead.rfind("{{") > lead.rfind("}}");
        after && before && !computed && text[at + 1..].contains('"')
    };
    text.match_indices('"').map(|(at, _)| at).find(|at| opens(*at))
}

#[cfg(test)]
mod tests {
    use super::opening;

    #[test]
    fn straight_marks_that_open() {
        for (text, at) in [
            ("\"Dân vận khéo\"", Some(0)),
            ("phong trào (\"Dân vận\")", Some("phong trào (".len())),
            ("màn hình 32\" và 40\"", None),
            ("một \"hai", None),
            ("{{ tong( \"dvk\" ) }} mô hình", None),
        ] {
            assert_eq!(opening(text), at, "{text}");
        }
    }
}
