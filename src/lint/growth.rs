//! Two figures of one sentence that one word orders: what grows ends higher than it began,
//! a part is no more than its whole. A part of the rule `cong-lech`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::text::{Text, at_words, head, lowered, tail};
use super::{Findings, Subject};
use crate::diagnostic::Wording;

/// A figure, the word behind it, and where both stand.
struct Figure<'t> {
    value: Decimal,
    unit: &'t str,
    range: Range<usize>,
}

pub(super) fn growth(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    let lower = lowered(text.text);
    for (lead, over, grows) in
        [("tăng từ", "lên", true), ("giảm từ", "xuống", false), ("giảm từ", "còn", false)]
    {
        for at in at_words(&lower, lead) {
            let Some(first) = figure(&lower, at + lead.len()) else { continue };
            // `tăng từ 74 mô hình năm 2019 lên 82 mô hình`
            let rest = clause(&lower, first.range.end);
            let Some(between) = at_words(rest, over).next() else { continue };
            let Some(last) = figure(&lower, first.range.end + between + over.len()) else { continue };
            let alike = first.unit == last.unit || last.unit.is_empty();
            let wrong = if grows { last.value < first.value } else { last.value > first.value };
            if alike && wrong {
                let written = &text.text[at..last.range.end];
                let words = Wording {
                    vi: [
                        format!("`{written}`: hai số này ngược chiều"),
                        "xem lại hai số, hoặc chữ tăng, giảm".into(),
                    ],
                    en: [
                        format!("`{written}`: the figures go the other way"),
                        "check both figures, or the word".into(),
                    ],
                };
                found.at(subject, text, at..last.range.end, words);
            }
        }
    }
    for at in at_words(&lower, "trong đó") {
        let rest = &lower[at + "trong đó".len()..];
        let skipped = rest.len() - rest.trim_start_matches([':', ' ']).len();
        let has = if rest[skipped..].starts_with("có ") { "có ".len() } else { 0 };
        let Some(part) = figure(&lower, at + "trong đó".len() + skipped + has) else { continue };
        let before = tail(&lower[..at], 200);
        let start = before.rfind(['.', ';', '(', ')', '\n']).map_or(0, |stop| stop + 1);
        let whole = whole_before(&before[start..]);
        let Some(whole) = whole.filter(|whole| whole.unit == part.unit && whole.value < part.value) else {
            continue;
        };
        let words = Wording {
            vi: [
                format!("phần này, {}, lớn hơn cả số chung, {}", part.value, whole.value),
                "xem lại hai số".into(),
            ],
            en: [
                format!("this part, {}, is more than its whole, {}", part.value, whole.value),
                "check both".into(),
            ],
        };
        found.at(subject, text, part.range, words);
    }
}

/// The text to the end of its clause.
fn clause(lower: &str, from: usize) -> &str {
    let rest = head(&lower[from..], 200);
    let end = rest.find([',', ';', '.', '(', '\n']).unwrap_or(rest.len());
    &rest[..end]
}

/// The figure that begins here, and the two words behind it; `%` is one.
fn figure(lower: &str, from: usize) -> Option<Figure<'_>> {
    let start = from + lower[from..].len() - lower[from..].trim_start().len();
    let digits = lower[start..].find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let end = start + digits.unwrap_or(lower.len() - start);
    let written = lower[start..end].trim_end_matches(['.', ',']);
    let end = start + written.len();
    // `12.5` is a decimal of another language, told elsewhere.
    let grouped = written.split(['.', ',']).skip(1).all(|part| part.len() == 3) || !written.contains('.');
    let value = written.replace('.', "").replace(',', ".").parse().ok().filter(|_| grouped)?;
    let behind = lower[end..].trim_start();
    let unit = if behind.starts_with('%') {
        "%"
    } else if lower[end..].starts_with(' ') {
        let words = behind.match_indices(' ').nth(1).map_or(behind, |(at, _)| &behind[..at]);
        words.split([',', '.', ';', ':', '(', ')', '\n']).next().unwrap_or_default().trim_end()
    } else {
        ""
    };
    Some(Figure { value, unit, range: start..end })
}

/// The only figure of a text, if a noun follows it.
fn whole_before(text: &str) -> Option<Figure<'_>> {
    let starts = text.char_indices().filter(|(at, c)| {
        c.is_ascii_digit() && !text[..*at].ends_with(|c: char| c.is_alphanumeric() || "./,-".contains(c))
    });
    let figures: Vec<_> = starts.filter_map(|(at, _)| figure(text, at)).collect();
    // Of two wholes nobody knows which is meant.
    let [_] = &figures[..] else { return None };
    figures.into_iter().next().filter(|whole| !whole.unit.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{figure, whole_before};

    #[test]
    fn figures_with_their_words() {
        for (text, value, unit) in [
            (" 74 mô hình kinh tế", "74", "mô hình"),
            ("12,5% hộ", "12.5", "%"),
            ("1.250 hộ, trong", "1250", "hộ"),
            ("74", "74", ""),
            ("74.", "74", ""),
        ] {
            let own = figure(text, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((own.value.to_string().as_str(), own.unit), (value, unit), "{text}");
        }
        for text in ["mô hình", "12.5 tỷ", ""] {
            assert!(figure(text, 0).is_none(), "{text}");
        }
        assert!(whole_before("năm 2020 mời 120 đại biểu, ").is_none(), "two figures");
        assert!(whole_before("mời 120 đại biểu, ").is_some());
    }
}
