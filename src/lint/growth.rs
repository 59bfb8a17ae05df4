//! Two figures of one sentence that one word orders: what grows ends higher than it began,
//! a part is no more than its whole. A part of the rule `cong-lech`.

use rust_decimal::Decimal;

use super::figure::{Figure, figure, figures, last_stop};
use super::text::{Text, at_words, head, holds, lowered, tail};
use super::{Findings, Subject};
use crate::diagnostic::Wording;
use crate::values::writing::thousands;

pub(super) fn growth(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    let lower = lowered(text.text);
    for (lead, over, grows) in [("tăng", "lên", true), ("giảm", "xuống", false), ("giảm", "còn", false)]
    {
        for at in at_words(&lower, lead) {
            let Some(from) = begins(&lower, at + lead.len()) else { continue };
            let Some(first) = figure(&lower, from) else { continue };
            // `tăng từ 74 mô hình năm 2019 lên 82 mô hình`
            let rest = clause(&lower, first.range.end);
            let Some(between) = at_words(rest, over).next() else { continue };
            let Some(last) = figure(&lower, first.range.end + between + over.len()) else { continue };
            let alike = first.unit == last.unit || last.unit.is_empty() || first.counts_with(&last);
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
        let start = last_stop(before, &['.', ';', '(', ')', '\n']).map_or(0, |stop| stop + 1);
        let Some(whole) = is_more_than(&part, &before[start..]) else { continue };
        let words = Wording {
            vi: [
                format!("phần này, {}, lớn hơn cả số chung, {}", thousands(part.value), thousands(whole)),
                "xem lại hai số".into(),
            ],
            en: [
                format!("this part, {}, is more than its whole, {}", thousands(part.value), thousands(whole)),
                "check both".into(),
            ],
        };
        found.at(subject, text, part.range, words);
    }
}

/// Where the first figure begins: `giảm từ …`, `giảm tỷ lệ hộ nghèo từ …`.
fn begins(lower: &str, from: usize) -> Option<usize> {
    let rest = clause(lower, from);
    let at = at_words(rest, "từ").next()?;
    let between = &rest[..at];
    // `giảm nghèo, nâng thu nhập từ …` speaks of something else.
    let whose = between.split_whitespace().count() <= WORDS && !OTHER.iter().any(|own| holds(between, own));
    whose.then_some(from + at + "từ".len())
}

/// What else is told between them: `tăng cường …`, a rank that rises falls.
const OTHER: [&str; 5] = ["cường", "và", "bậc", "hạng", "vị trí"];

/// As many words stand between what changes and its first figure.
const WORDS: usize = 7;

/// The text to the end of its clause; what stands in brackets ends none.
fn clause(lower: &str, from: usize) -> &str {
    let rest = head(&lower[from..], 200);
    let mut inside = false;
    let end = rest.char_indices().find(|(at, c)| {
        inside = *c == '(' || inside && !rest[..*at].ends_with(')');
        let number = rest[at + c.len_utf8()..].starts_with(|next: char| next.is_ascii_digit());
        matches!(c, ';' | '\n') || !inside && matches!(c, ',' | '.') && !number
    });
    &rest[..end.map_or(rest.len(), |(at, _)| at)]
}

/// The wholes before a part that count what it counts: of several, none is as large.
fn is_more_than(part: &Figure<'_>, before: &str) -> Option<Decimal> {
    let wholes = figures(before).into_iter().filter(|whole| whole.unit == part.unit);
    let most = wholes.map(|whole| whole.value).max()?;
    (most < part.value && !part.unit.is_empty() && part.unit != "%").then_some(most)
}

#[cfg(test)]
mod tests {
    use super::{figure, is_more_than};

    #[test]
    fn a_part_is_no_more_than_its_whole() {
        for (before, part, most) in [
            ("mời 120 đại biểu, ", "130 đại biểu nữ", Some(120)),
            ("năm 2020 mời 120 đại biểu, ", "130 đại biểu nữ", Some(120)),
            ("21 chi bộ với 412 đảng viên, ", "498 đảng viên chính thức", Some(412)),
            ("kết nạp 10 đảng viên, có 412 đảng viên, ", "398 đảng viên chính thức", None),
            ("21 chi bộ, ", "398 đảng viên", None),
            ("95% hộ, ", "98% hộ", None),
        ] {
            let own = figure(part, 0).unwrap_or_else(|| panic!("{part}"));
            assert_eq!(is_more_than(&own, before), most.map(Into::into), "{before}{part}");
        }
    }
}
