//! The parts of a whole, each with the whole's own unit: `1.318 hồ sơ, gồm 1.120 hồ sơ trực
//! tuyến (85%) và 198 hồ sơ trực tiếp`, `gồm: chi thường xuyên 118 triệu đồng; …`. A part of
//! the rule `cong-lech`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::figure::{Figure, figures, first_stop, is_in_number, last_stop};
use super::text::{Text, at_words, head, holds, lowered, tail};
use super::{Findings, Subject};
use crate::diagnostic::Wording;
use crate::values::writing::thousands;

const COMPRISES: &str = "gồm";

/// How far the whole stands before `gồm`, and the sentence goes on after it, in bytes.
const BEFORE: usize = 200;
const AFTER: usize = 600;
/// As many letters stand between the whole and `gồm`: what is counted, what was done with it.
const BETWEEN: usize = 90;

/// What compares figures, or says that parts overlap or some are left out.
const OTHER: [&str; 20] = [
    "trong đó",
    "riêng",
    "tăng",
    "giảm",
    "so với",
    "cùng kỳ",
    "mỗi",
    "trong số",
    "khoảng",
    "gần",
    "hơn",
    "trên",
    "dưới",
    "nữ",
    "dân tộc",
    "tôn giáo",
    "trình độ",
    "trẻ",
    "đạt",
    "vượt",
];

/// Tells the wholes whose parts make another sum, but those that are told already.
pub(super) fn parts(subject: &Subject<'_>, text: &Text<'_>, told: &[Range<usize>], found: &mut Findings<'_>) {
    if !text.text.contains(COMPRISES) {
        return;
    }
    for (start, paragraph) in text.each_paragraph() {
        // A line that the file breaks goes on.
        let plain = without_brackets(&lowered(paragraph).replace('\n', " "));
        for at in at_words(&plain, COMPRISES) {
            let Some((whole, sum)) = adds_up(&plain, at) else { continue };
            let whole = start + whole.start..start + whole.end;
            if told.contains(&whole) {
                continue;
            }
            let (sum, said) = (thousands(sum), &text.text[whole.clone()]);
            let words = Wording {
                vi: [format!("các phần cộng lại là {sum}, ở đây ghi {said}"), "xem lại các con số".into()],
                en: [format!("the parts add up to {sum}, not to {said}"), "check the figures".into()],
            };
            found.at(subject, text, whole, words);
        }
    }
}

/// Where the whole before `gồm` stands and what its parts add up to, if that is another sum.
fn adds_up(plain: &str, at: usize) -> Option<(Range<usize>, Decimal)> {
    let before = tail(&plain[..at], BEFORE);
    let start = at - before.len() + last_stop(before, &['.', ';', ':']).map_or(0, |end| end + 1);
    let before = figures(&plain[start..at]);
    let whole = before.last()?;
    let after = at + COMPRISES.len();
    let rest = head(&plain[after..], AFTER);
    // A list without an end may go on in the next paragraph.
    let whole_rest = rest.len() == plain.len() - after && !rest.trim_end().ends_with([',', ':']);
    let end = first_stop(rest, &['.']).or_else(|| whole_rest.then_some(rest.len()))?;
    let parts = listed(rest[..end].trim_start_matches([':', ' ']).trim_start_matches("có "), whole)?;
    let between = &plain[start + whole.range.end..at];
    // Of two wholes nobody knows which is meant.
    let alone = before.iter().filter(|other| other.counts_with(whole)).count() == 1;
    let lead = plain[start..start + whole.range.start].trim_end();
    let about = ["khoảng", "gần", "hơn", "trên", "năm", "tháng", "ngày", "mỗi"];
    let counted = !about.iter().any(|word| lead.ends_with(word)) && !lead.ends_with(['/', '-', '–']);
    if !alone || !counted || between.chars().count() > BETWEEN || holds(between, "trong đó") {
        return None;
    }
    // Rounded parts are half a last place off, each of them.
    let place = parts.iter().chain([&whole.value]).map(Decimal::scale).max()?;
    let off = if place == 0 { 0 } else { parts.len() + 1 };
    let most = Decimal::new(i64::try_from(off).ok()?, place) / Decimal::TWO;
    let sum: Decimal = parts.iter().sum();
    ((sum - whole.value).abs() > most).then(|| (start + whole.range.start..start + whole.range.end, sum))
}

/// The values of the parts, if each has one figure of the whole's unit, all at their beginning
/// or all at their end.
fn listed(parts: &str, whole: &Figure<'_>) -> Option<Vec<Decimal>> {
    if OTHER.iter().any(|word| holds(parts, word)) {
        return None;
    }
    let pieces = pieces(parts, whole.unit);
    let mut values = Vec::new();
    let (mut first, mut last) = (true, true);
    for piece in &pieces {
        let own: Vec<_> = figures(piece).into_iter().filter(|own| own.counts_with(whole)).collect();
        let [own] = &own[..] else { return None };
        // `10 hồ sơ hộ tịch và hồ sơ khác`: what nobody counted.
        let more = piece[own.range.end..].split_once(AND).map_or("", |(_, more)| more);
        if more.starts_with(whole.unit) || ["khác", "nhiều", "một số"].iter().any(|word| holds(more, word))
        {
            return None;
        }
        first &= own.range.start == 0;
        last &= piece[own.range.end..].trim() == whole.unit;
        values.push(own.value);
    }
    let percent = whole.unit == "%";
    (values.len() > 1 && (first || last) && !percent).then_some(values)
}

const AND: &str = " và ";

/// What stands between commas and semicolons, and around an `và` that a figure follows, or that
/// follows one.
fn pieces<'p>(parts: &'p str, unit: &str) -> Vec<&'p str> {
    let (mut found, mut from) = (Vec::new(), 0);
    let marks = parts.match_indices([',', ';']).map(|(at, _)| at).filter(|at| !is_in_number(parts, *at));
    for end in marks.chain([parts.len()]) {
        let piece = parts[from..end].trim();
        let piece = piece.strip_prefix("và ").unwrap_or(piece);
        let both = piece.match_indices(AND).find(|(at, _)| {
            let (before, after) = (&piece[..*at], &piece[at + AND.len()..]);
            after.starts_with(|c: char| c.is_ascii_digit())
                || before.ends_with(unit) && !before.starts_with(|c: char| c.is_ascii_digit())
        });
        match both {
            Some((at, _)) => found.extend([&piece[..at], &piece[at + AND.len()..]]),
            None if piece.is_empty() => {}
            None => found.push(piece),
        }
        from = (end + 1).min(parts.len());
    }
    found
}

/// The text with blanks for what stands in brackets; every place stays what it was.
fn without_brackets(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut depth = 0_u32;
    for c in text.chars() {
        if c == '(' {
            depth += 1;
        }
        if depth > 0 {
            plain.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            plain.push(c);
        }
        if c == ')' {
            depth = depth.saturating_sub(1);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{COMPRISES, adds_up, without_brackets};

    #[test]
    fn parts_of_one_unit() {
        for (text, sum) in [
            (
                "tiếp nhận 1.318 hồ sơ, gồm 1.120 hồ sơ trực tuyến (83,6%) và 216 hồ sơ trực tiếp (16,4%).",
                Some("1336"),
            ),
            (
                "tiếp nhận 1.336 hồ sơ, gồm 1.120 hồ sơ trực tuyến (83,6%) và 216 hồ sơ trực tiếp (16,4%).",
                None,
            ),
            (
                "tổng chi 153.720 triệu đồng, gồm: chi đầu tư 32.400 triệu đồng; chi thường xuyên 118.520 triệu đồng; dự phòng 3.070 triệu đồng.",
                Some("153990"),
            ),
            (
                "18 đồng chí được tặng, gồm: 02 đồng chí huy hiệu 60 năm, 05 đồng chí huy hiệu 50 năm và 12 đồng chí huy hiệu 40 năm.",
                Some("19"),
            ),
            ("tổng vốn 24,5 tỷ đồng, gồm ngân sách 9 tỷ đồng và vốn xã hội hóa 15 tỷ đồng.", Some("24")),
            // Rounded, overlapping, a part only, another whole.
            ("tổng vốn 24,5 tỷ đồng, gồm ngân sách 9,2 tỷ đồng và vốn xã hội hóa 15,2 tỷ đồng.", None),
            ("50 đại biểu, gồm 30 đại biểu nữ và 30 đại biểu trẻ.", None),
            ("50 hồ sơ, gồm 30 hồ sơ đất đai, 10 hồ sơ hộ tịch và hồ sơ khác.", None),
            ("50 hồ sơ, gồm 30 hồ sơ đất đai, hộ tịch, 10 hồ sơ khác.", None),
            ("tăng 5 hồ sơ, có 50 hồ sơ, gồm 30 hồ sơ đất đai và 10 hồ sơ hộ tịch.", None),
            ("khoảng 50 hồ sơ, gồm 30 hồ sơ đất đai và 10 hồ sơ hộ tịch.", None),
            ("12 chi bộ, gồm 30 đảng viên nam và 10 đảng viên mới.", None),
            ("50 hồ sơ, gồm 30 hồ sơ đất đai, 10 hồ sơ hộ tịch,", None),
            ("giao 20 triệu đồng cho 3 xã, gồm xã a 5 triệu đồng, xã b 6 triệu đồng.", None),
        ] {
            let plain = without_brackets(text);
            let told = adds_up(&plain, plain.find(COMPRISES).unwrap());
            assert_eq!(told.map(|(_, sum)| sum.to_string()), sum.map(String::from), "{text}");
        }
    }
}
