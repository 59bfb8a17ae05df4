//! In: a text in lower case. Out: the figures in it, each with the words behind it and its
//! place.

use std::ops::Range;

use rust_decimal::Decimal;

/// A figure, the words behind it, and where it stands.
pub(super) struct Figure<'t> {
    pub(super) value: Decimal,
    /// Two words, or one that a mark follows; `%` is one.
    pub(super) unit: &'t str,
    pub(super) range: Range<usize>,
}

impl Figure<'_> {
    /// Whether both count one thing: `hồ sơ`, or `hộ,` and `hộ nghèo`.
    pub(super) fn counts_with(&self, other: &Self) -> bool {
        let begins = |long: &str, short: &str| {
            !short.contains(' ') && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
        };
        let (one, two) = (self.unit, other.unit);
        !one.is_empty() && !two.is_empty() && (one == two || begins(one, two) || begins(two, one))
    }
}

/// The figure that begins here.
pub(super) fn figure(lower: &str, from: usize) -> Option<Figure<'_>> {
    let start = from + lower[from..].len() - lower[from..].trim_start().len();
    let digits = lower[start..].find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let end = start + digits.unwrap_or(lower.len() - start);
    let written = lower[start..end].trim_end_matches(['.', ',']);
    let end = start + written.len();
    let value = number(written)?;
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

/// All figures of a text but those inside a date, a symbol, a fraction.
pub(super) fn figures(text: &str) -> Vec<Figure<'_>> {
    let starts = text.char_indices().filter(|(at, c)| {
        c.is_ascii_digit() && !text[..*at].ends_with(|c: char| c.is_alphanumeric() || "./,-".contains(c))
    });
    starts.filter_map(|(at, _)| figure(text, at)).collect()
}

/// A number as Vietnamese write it; `12.5` is a decimal of another language, told elsewhere.
pub(super) fn number(written: &str) -> Option<Decimal> {
    let (whole, decimals) = written.split_once(',').unwrap_or((written, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let grouped = whole.split('.').skip(1).all(|part| part.len() == 3);
    let plain = whole.split('.').all(digits) && digits(decimals);
    (grouped && plain).then(|| written.replace('.', "").replace(',', ".").parse().ok())?
}

/// Where the first of these marks stands that is no part of a number.
pub(super) fn first_stop(text: &str, marks: &[char]) -> Option<usize> {
    text.match_indices(marks).map(|(at, _)| at).find(|at| !is_in_number(text, *at))
}

/// Where the last one stands.
pub(super) fn last_stop(text: &str, marks: &[char]) -> Option<usize> {
    text.rmatch_indices(marks).map(|(at, _)| at).find(|at| !is_in_number(text, *at))
}

/// Whether a mark parts the digits of a number: `1.250`, `12,5`.
pub(super) fn is_in_number(text: &str, at: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let mark = text[at..].starts_with(['.', ',']);
    mark && text[..at].ends_with(digit) && text[at + 1..].starts_with(digit)
}

#[cfg(test)]
mod tests {
    use super::{figure, figures};

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
        for text in ["mô hình", "12.5 tỷ", "1,2,3 hộ", ""] {
            assert!(figure(text, 0).is_none(), "{text}");
        }
    }

    #[test]
    fn one_thing_is_counted() {
        for (text, same) in [
            ("120 hồ sơ, gồm 20 hồ sơ giấy", true),
            ("120 người, gồm 20 người lớn", true),
            ("120 chi bộ, gồm 20 chi hội", false),
            ("ngày 15/10/2020 có 20 hộ", false),
        ] {
            let all = figures(text);
            assert_eq!(matches!(&all[..], [one, two] if one.counts_with(two)), same, "{text}");
        }
    }
}
