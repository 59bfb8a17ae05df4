//! The rule about references inside a document: to an annex, to an article of its
//! own, that is not there.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::pattern;
use super::text::Text;
use super::{Check, Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::documents::Block;
use crate::validate::blocks;

pub(super) const RULES: &[Rule] =
    &[Rule { id: "dan-chieu", severity: Warning, check: Check::Document(references) }];

/// `Phụ lục 5 kèm theo`, of no other paper.
static ANNEX: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\bphụ lục\s+(?:số\s+)?(?P<no>[0-9]{1,2}|[IVX]{1,5})\s*,?\s*(?:ban hành\s+)?kèm theo(?:\s*[.,;)]|\s*$|\s+(?P<kind>\p{L}+(?:\s+\p{L}+)?)\s+này)",
    )
});
/// `Điều 3 Kế hoạch này`, `Điều 3 của Quyết định này`.
static ARTICLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\bđiều\s+(?P<no>[0-9]{1,3})\s+(?:của\s+)?(?P<kind>\p{L}+(?:\s+\p{L}+)?)\s+này\b")
});
/// An article typed as a paragraph.
static TYPED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\**Điều\s+(?P<no>[0-9]{1,3})\b"));

fn references(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let document = subject.document();
    let annexes = document.annexes.len();
    let kind = subject.kind.name.to_lowercase();
    let mut articles = 0;
    blocks(document, &mut |block, _| articles += usize::from(matches!(block, Block::Article(_))));
    let typed = subject
        .prose()
        .flat_map(Text::each_paragraph)
        .filter_map(|(_, paragraph)| TYPED.captures(paragraph)?["no"].parse::<usize>().ok());
    let articles = articles.max(typed.max().unwrap_or(0));
    for text in subject.prose() {
        for captures in ANNEX.captures_iter(text.text) {
            let Some(number) = numeral(&captures["no"]).filter(|number| *number > annexes) else { continue };
            let range = captures.get_match().range();
            let named = captures
                .name("kind")
                .is_some_and(|kind| is_of_another(text.text, range.start, kind.as_str()));
            if named {
                continue;
            }
            let words = Wording {
                vi: [
                    format!("phụ lục {number} không có: văn bản này có {annexes} phụ lục"),
                    "xem lại số, hoặc thêm phụ lục vào `phu_luc`".into(),
                ],
                en: [
                    format!("there is no annex {number}: this document has {annexes}"),
                    "check the number, or add the annex to `phu_luc`".into(),
                ],
            };
            // Without any here, the annexes may be files of their own.
            if annexes == 0 {
                found.remark_at(subject, text, range, words);
            } else {
                found.at(subject, text, range, words);
            }
        }
        for captures in ARTICLE.captures_iter(text.text) {
            let own = captures["kind"].to_lowercase() == kind;
            let Some(number) = numeral(&captures["no"]).filter(|number| own && *number > articles) else {
                continue;
            };
            if is_of_another(text.text, captures.get_match().start(), &kind) {
                continue;
            }
            let words = Wording {
                vi: [
                    format!("điều {number} không có: văn bản này có {articles} điều"),
                    "xem lại số của điều".into(),
                ],
                en: [
                    format!("there is no article {number}: this document has {articles}"),
                    "check the number of the article".into(),
                ],
            };
            found.at(subject, text, captures.get_match().range(), words);
        }
    }
}

/// Whether `Quyết định này` may mean a paper that the same line has named before:
/// `Quyết định số 217-QĐ/TW …; theo Điều 3 Quyết định này`.
fn is_of_another(text: &str, at: usize, kind: &str) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[line..at].to_lowercase().contains(&format!("{} số ", kind.to_lowercase()))
}

/// A number in figures or in Roman numerals.
pub(super) fn numeral(written: &str) -> Option<usize> {
    if let Ok(number) = written.parse() {
        return Some(number);
    }
    let values: Option<Vec<usize>> = written
        .chars()
        .map(|c| {
            Some(match c.to_ascii_uppercase() {
                'I' => 1,
                'V' => 5,
                'X' => 10,
                _ => return None,
            })
        })
        .collect();
    let values = values.filter(|values| !values.is_empty())?;
    // A smaller one before a greater is taken away.
    let smaller = |at: usize| values.get(at + 1).is_some_and(|next| *next > values[at]);
    let (minus, plus): (Vec<_>, Vec<_>) = (0..values.len()).partition(|&at| smaller(at));
    let sum = |places: Vec<usize>| places.into_iter().map(|at| values[at]).sum::<usize>();
    sum(plus).checked_sub(sum(minus))
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn numerals() {
        for (written, number) in
            [("5", Some(5)), ("IV", Some(4)), ("XIX", Some(19)), ("viii", Some(8)), ("K", None), ("", None)]
        {
            assert_eq!(numeral(written), number, "{written}");
        }
    }
}
