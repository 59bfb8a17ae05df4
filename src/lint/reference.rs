//! The rule about references inside a document: to an annex, an article, a table, a
//! heading of its own that is not there.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::numbered::{Numbered, Part, clauses};
use super::reading::{Seldom, pattern};
use super::text::{Role, Text};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("dan-chieu", Warning, references)];

/// `Phụ lục 5 kèm theo`, of no other paper.
static ANNEX: Seldom = Seldom::new(&["èm theo", "èm Theo", "ÈM THEO"], || {
    pattern(
        r"(?i)\bphụ lục\s+(?:số\s+)?(?P<no>[0-9]{1,2}|[IVX]{1,5})\s*,?\s*(?:ban hành\s+)?kèm theo(?:\s*[.,;)]|\s*$|\s+(?P<kind>\p{L}+(?:\s+\p{L}+)?)\s+này)",
    )
});
/// `Điều 3 Kế hoạch này`, `Điều 3 của Quyết định này`.
static ARTICLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\bđiều\s+(?P<no>[0-9]{1,3})\s+(?:của\s+)?(?P<kind>\p{L}+(?:\s+\p{L}+)?)\s+này\b")
});
/// `khoản 5 Điều 1 Quy chế này`.
static CLAUSE: Seldom = Seldom::new(&["hoản "], || {
    pattern(
        r"(?i)\bkhoản\s+(?P<clause>[0-9]{1,2})\s+điều\s+(?P<no>[0-9]{1,3})\s+(?:của\s+)?(?P<kind>\p{L}+(?:\s+\p{L}+)?)\s+này\b",
    )
});
/// `Như Điều 3` among the recipients, and no more.
static AS_ARTICLE: Seldom = Seldom::new(&["hư Điều", "hư điều"], || {
    pattern(r"^\s*[Nn]hư [Đđ]iều\s+(?P<no>[0-9]{1,3}|[IVX]{1,5})\s*[.,;]?\s*$")
});
/// `(Bảng 5)`, `tại mục IV nêu trên`, `Phụ lục 3.`, `mục V Kế hoạch này`: the sentence
/// ends there, or says that the paper itself is meant.
static PART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?P<word>phụ lục|bảng|biểu đồ|biểu|mục)\s+(?:số\s+)?(?P<no>[0-9]{1,2}|[IVX]{1,5})(?:\s*(?P<end>[.,;:)])|\s*$|\s+(?:này|nêu trên|ở trên|trên đây|dưới đây|sau đây)|\s+(?:của\s+)?(?P<kind>\p{L}+(?:\s+\p{L}+)?)\s+này)",
    )
});
/// What stands before a part of the paper itself: `bảng 5` alone may be one of a contest.
const LEADS: [&str; 8] = ["tại", "theo", "ở", "xem", "thuộc", "trong", "từ", "như"];
/// The symbol of a paper: what its line refers to may be in that one.
static OTHER: LazyLock<Regex> = LazyLock::new(|| pattern(r"[0-9]{1,5}(?:/[0-9]{4})?[-/]\p{Lu}"));
/// Papers that have no type of the table.
const LAWS: [&str; 8] =
    ["Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh", "Nghị định", "Thông tư", "Điều lệ", "Sách"];

fn references(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let numbered = Numbered::of(subject);
    let clauses = clauses(subject.document());
    let annexes = subject.document().annexes.len();
    let kind = subject.kind.name.to_lowercase();
    recipients(subject, &numbered, found);
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
            let words = absent(Part::Annex, &captures["no"], number, annexes);
            // Without any here, the annexes may be files of their own.
            if annexes == 0 {
                found.remark_at(subject, text, range, words);
            } else {
                found.at(subject, text, range, words);
            }
        }
        for captures in ARTICLE.captures_iter(text.text) {
            let own = captures["kind"].to_lowercase() == kind;
            let articles = numbered.how_many(Part::Article);
            let Some(number) = numeral(&captures["no"]).filter(|number| own && *number > articles) else {
                continue;
            };
            if !is_of_another(text.text, captures.get_match().start(), &kind) {
                let words = absent(Part::Article, &captures["no"], number, articles);
                found.at(subject, text, captures.get_match().range(), words);
            }
        }
        for captures in CLAUSE.captures_iter(text.text) {
            let (Some(clause), Some(no)) = (numeral(&captures["clause"]), numeral(&captures["no"])) else {
                continue;
            };
            let there = no.checked_sub(1).and_then(|at| clauses.get(at)).copied().unwrap_or(0);
            let own = captures["kind"].to_lowercase() == kind;
            let start = captures.get_match().start();
            if own && there > 0 && clause > there && !is_of_another(text.text, start, &kind) {
                let words = Wording {
                    vi: [
                        format!("Điều {no} không có khoản {clause}: điều ấy có {there} khoản"),
                        "xem lại số".into(),
                    ],
                    en: [
                        format!("article {no} has no clause {clause}: it has {there}"),
                        "check the number".into(),
                    ],
                };
                found.at(subject, text, captures.get_match().range(), words);
            }
        }
        for captures in PART.captures_iter(text.text) {
            parts(subject, text, &captures, &numbered, found);
        }
    }
}

/// The article that says who carries a decision out, among its recipients.
fn recipients(subject: &Subject<'_>, numbered: &Numbered, found: &mut Findings<'_>) {
    let articles = numbered.how_many(Part::Article);
    for text in subject.texts.iter().filter(|text| text.role == Role::Recipient) {
        let Some(captures) = AS_ARTICLE.captures_iter(text.text).next() else { continue };
        let (Some(no), Some(number)) = (captures.name("no"), numeral(&captures["no"])) else { continue };
        // The articles of a decision may be lines that nobody numbered.
        let unseen = articles == 0 && !subject.kind.lacks_articles;
        if number > articles && !unseen {
            let words = absent(Part::Article, no.as_str(), number, articles);
            found.at(subject, text, no.range(), words);
        } else if no.as_str().starts_with(char::is_alphabetic) {
            let words = Wording {
                vi: [format!("điều không đánh số La Mã: `{}`", no.as_str()), format!("ghi `Điều {number}`")],
                en: [
                    format!("articles bear no Roman numerals: `{}`", no.as_str()),
                    format!("write `Điều {number}`"),
                ],
            };
            found.at(subject, text, no.range(), words);
        }
    }
}

/// A reference to a part where the document has numbered ones of its kind.
fn parts(
    subject: &Subject<'_>,
    text: &Text<'_>,
    captures: &Captures<'_>,
    numbered: &Numbered,
    found: &mut Findings<'_>,
) {
    let word = captures["word"].to_lowercase();
    let (Some(part), Some(number)) = (Part::named(&word), numeral(&captures["no"])) else { return };
    let there = numbered.how_many(part);
    let roman = !captures["no"].starts_with(|c: char| c.is_ascii_digit());
    let start = captures.get_match().start();
    let before = text.text[..start].trim_end();
    let led = matches!(part, Part::Annex | Part::Chart)
        || captures.name("kind").is_some()
        || before.ends_with('(')
        || before.rsplit(' ').next().is_some_and(|word| LEADS.contains(&word.to_lowercase().as_str()));
    // `mục 3` may be an item of any list.
    let counted = if part == Part::Section { roman && there > 1 } else { there > 0 };
    // `mục 1.2`, `Phụ lục 3.1`: a number within a number.
    let goes_on = captures.name("end").is_some()
        && text.text[captures.get_match().end()..].starts_with(|c: char| c.is_alphanumeric());
    if number <= there || !led || !counted || goes_on || names_another(subject, text.text, captures) {
        return;
    }
    let end = captures.name("no").map_or(start, |number| number.end());
    found.at(subject, text, start..end, absent(part, &captures["no"], number, there));
}

/// Whether the line names another paper, by its symbol or by its type: `Hướng dẫn của
/// Tỉnh ủy (Phụ lục 3)`.
fn names_another(subject: &Subject<'_>, text: &str, captures: &Captures<'_>) -> bool {
    let own = subject.kind.name.to_lowercase();
    if captures.name("kind").is_some_and(|kind| kind.as_str().to_lowercase() != own) {
        return true;
    }
    let at = captures.get_match();
    let begins = text[..at.start()].rfind('\n').map_or(0, |end| end + 1);
    let ends = text[at.start()..].find('\n').map_or(text.len(), |end| at.start() + end);
    let line = &text[begins..ends];
    let capital = |name: &str| {
        let mut letters = name.chars();
        letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect::<String>()
    };
    let types = subject.kinds.all().iter().map(|kind| capital(&kind.name));
    OTHER.is_match(line)
        || types.chain(LAWS.map(String::from)).any(|name| {
            let after = |(at, _): (usize, &str)| line[at + name.len()..].trim_start().to_string();
            line.match_indices(&name).map(after).any(|after| !after.starts_with("này"))
        })
}

fn absent(part: Part, written: &str, number: usize, there: usize) -> Wording {
    let [vi, en] = part.names();
    let number = if part == Part::Section { written.to_string() } else { number.to_string() };
    let hint = match part {
        Part::Annex => {
            ["xem lại số, hoặc thêm phụ lục vào `phu_luc`", "check the number, or add the annex to `phu_luc`"]
        }
        _ => ["xem lại số", "check the number"],
    };
    Wording {
        vi: [format!("{vi} {number} không có: văn bản này có {there} {vi}"), hint[0].into()],
        en: [format!("there is no {en} {number}: this document has {there}"), hint[1].into()],
    }
}

/// Whether `Quyết định này` may mean a paper that the same line has named before:
/// `Quyết định số 217-QĐ/TW …; theo Điều 3 Quyết định này`.
fn is_of_another(text: &str, at: usize, kind: &str) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[line..at].to_lowercase().contains(&format!("{} số ", kind.to_lowercase()))
}

/// A number in figures or in Roman numerals; none as large as no paper counts.
pub(super) fn numeral(written: &str) -> Option<usize> {
    if let Ok(number) = written.parse::<u16>() {
        return Some(number.into());
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
