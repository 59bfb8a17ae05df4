//! In: a sentence of a decision. Out: the numbers in it that count rows of its list, in
//! digits or in words.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::records::Subject;
use crate::values::writing::spelled;
use crate::values::{comparable, words_and_counts};

/// What is counted in the list of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// Its rows.
    All,
    /// Those of collectives, or of persons.
    Models(Subject),
    /// Not rows: collectives, or persons, each once.
    Honoured(Subject),
    /// Those of a rank, by index.
    Ranked(usize),
}

/// The words of a number that is spelled before its digits, letters only.
const NUMERALS: [&str; 20] = [
    "khong", "mot", "hai", "ba", "bon", "tu", "nam", "lam", "sau", "bay", "tam", "chin", "muoi", "tram",
    "linh", "le", "nghin", "ngan", "nhat", "trieu",
];

/// A number that counts something.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Count {
    /// How many; nothing where it is no whole number, `1,074`, and counts no rows.
    pub(super) value: Option<usize>,
    /// As it is told.
    pub(super) written: String,
    pub(super) what: Counted,
}

/// The numbers of a sentence that count rows of the list, in digits or in words;
/// `ranks` are the names of ranks, letters only.
pub(super) fn numbers(text: &str, ranks: &[String]) -> Vec<Count> {
    let spoken = words_and_counts(text);
    let words: Vec<_> = spoken.iter().map(|(_, word)| comparable(word)).collect();
    let is_numeral = |at: usize| words.get(at).is_some_and(|word| NUMERALS.contains(&word.as_str()));
    let is_figure = |at: usize| words.get(at).is_some_and(|word| is_digits(word));
    let mut found = Vec::new();
    for at in 0..words.len() {
        // `bảy mươi ba (73)`: the words end where the digits or others begin.
        if !is_figure(at) && (!is_numeral(at) || is_numeral(at + 1) || is_figure(at + 1)) {
            continue;
        }
        let figure = is_figure(at).then(|| figure(text, &spoken, at));
        let end = figure.as_ref().map_or(at + 1, |own| own.first);
        let start = end - (1..=end).take_while(|back| is_numeral(end - back)).count();
        // `06 (bảy)`: the words follow the digits.
        let before = start.checked_sub(1).filter(|before| {
            start < end && is_figure(*before) && between(text, &spoken, *before).trim() == "("
        });
        if let Some(before) = before.map(|before| self::figure(text, &spoken, before)) {
            if let Some(what) = counted(&words, before.first, end, ranks) {
                found.extend(before.count(what));
                found.extend(spelled_count(&words[start..end], what));
            }
            continue;
        }
        // Alone, `năm` is a year.
        let is_year = words[start..end] == ["nam"] && !recognises(&words[..start]);
        let last = figure.as_ref().map_or(end, |_| at + 1);
        if let Some(what) = counted(&words, start, last, ranks) {
            found.extend(figure.and_then(|own| own.count(what)));
            found.extend(spelled_count(&words[start..end], what).filter(|_| !is_year));
        }
    }
    found
}

/// A number in digits that ends in a word of a sentence.
struct Figure {
    /// The word in which it begins.
    first: usize,
    value: Option<usize>,
    written: String,
    /// `61/74 mô hình`, `60-65 mô hình`: a part of it, or a guess.
    is_part: bool,
}

impl Figure {
    fn count(&self, what: Counted) -> Option<Count> {
        (!self.is_part).then(|| Count { value: self.value, written: self.written.clone(), what })
    }
}

/// The number that ends in this word, with what is glued to it: `10.74`, `1 074`.
fn figure(text: &str, spoken: &[(usize, &str)], at: usize) -> Figure {
    let mut first = at;
    let mut by_blanks = true;
    while let Some(before) = first.checked_sub(1).filter(|before| is_digits(spoken[*before].1)) {
        match between(text, spoken, before) {
            "," | "." => by_blanks = false,
            " " | "\u{a0}" | "\u{202f}" if spoken[first].1.len() == 3 && is_group(spoken[before].1) => {}
            _ => break,
        }
        first = before;
    }
    let is_part = first.checked_sub(1).is_some_and(|before| {
        is_digits(spoken[before].1) && matches!(between(text, spoken, before), "/" | "-" | "–")
    });
    let digits: String = spoken[first..=at].iter().map(|(_, word)| comparable(word)).collect();
    let value = digits.parse().ok().filter(|_| by_blanks);
    let (last, word) = spoken[at];
    let glued = &text[spoken[first].0..last + word.len()];
    let written = value.map_or_else(|| glued.to_string(), |value: usize| value.to_string());
    Figure { first, value, written, is_part }
}

/// What stands between a word and the next.
fn between<'t>(text: &'t str, spoken: &[(usize, &str)], at: usize) -> &'t str {
    let (start, word) = spoken[at];
    spoken.get(at + 1).map_or("", |(next, _)| &text[start + word.len()..*next])
}

/// Digits, with points between thousands.
fn is_digits(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

/// Whether a number may go on with three more digits: `1` of `1 074`.
fn is_group(word: &str) -> bool {
    word.len() <= 3 && !word.starts_with('0')
}

/// What words for a number, letters only, count.
fn spelled_count(words: &[String], what: Counted) -> Option<Count> {
    let value = spelled_value(words)?;
    Some(Count { value: Some(value), written: value.to_string(), what })
}

/// The numbers as large as lists are by their words, letters only.
static SPELLED: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    (0..10_000).filter_map(|number: usize| Some((comparable(&spelled(number.into())?), number))).collect()
});

/// The number of these words, letters only, as large as lists are.
fn spelled_value(words: &[String]) -> Option<usize> {
    let usual = |(at, word): (usize, &String)| match word.as_str() {
        "tu" if at > 0 => "bon".into(),
        "le" => "linh".into(),
        "ngan" => "nghin".into(),
        word => word.to_string(),
    };
    let said: String = words.iter().enumerate().map(usual).collect();
    SPELLED.get(&said).copied()
}

/// `Công nhận 73 mô hình`, `Tổng cộng: 73 mô hình`.
fn recognises(before: &[String]) -> bool {
    before.ends_with(&["cong".into(), "nhan".into()]) || before.ends_with(&["tong".into(), "cong".into()])
}

/// What a number counts that stands between these words.
fn counted(words: &[String], start: usize, end: usize, ranks: &[String]) -> Option<Counted> {
    let next = |n: usize| words.get(end + n).map_or("", String::as_str);
    let ranked = || {
        let name: String = words.iter().skip(end + 4).take(3).map(String::as_str).collect();
        ranks.iter().position(|rank| name.starts_with(rank.as_str()))
    };
    match (next(0), next(1)) {
        ("mo" | "dien", "hinh") if (next(2), next(3)) == ("xep", "loai") => ranked().map(Counted::Ranked),
        ("mo" | "dien", "hinh") => match subject(next(2), next(3), next(4)) {
            Some(subject) => Some(Counted::Models(subject)),
            None => recognises(&words[..start]).then_some(Counted::All),
        },
        (one, two) => subject("", one, two).map(Counted::Honoured),
    }
}

/// `tập thể`, `của tập thể`, `cá nhân`.
fn subject(of: &str, one: &str, two: &str) -> Option<Subject> {
    let (one, two) = if of == "cua" || of.is_empty() { (one, two) } else { (of, one) };
    match (one, two) {
        ("tap", "the") => Some(Subject::Collective),
        ("ca", "nhan") => Some(Subject::Person),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Counted, numbers};
    use crate::records::Subject;

    #[test]
    fn counts_in_a_sentence() {
        let ranks = ["xuatsac".to_string(), "tot".into(), "kha".into()];
        let numbers = |text: &str| {
            let told = numbers(text, &ranks).into_iter();
            // What is no whole number counts more than any list has.
            told.map(|own| (own.value.unwrap_or(usize::MAX), own.what)).collect::<Vec<_>>()
        };
        assert_eq!(
            numbers("Công nhận 74 mô hình “Dân vận khéo” năm 2020 (gồm 61 tập thể, 09 cá nhân)."),
            [
                (74, Counted::All),
                (61, Counted::Honoured(Subject::Collective)),
                (9, Counted::Honoured(Subject::Person))
            ]
        );
        assert_eq!(
            numbers("Công nhận 74 mô hình, gồm 61 mô hình của tập thể, 13 mô hình cá nhân"),
            [
                (74, Counted::All),
                (61, Counted::Models(Subject::Collective)),
                (13, Counted::Models(Subject::Person))
            ]
        );
        for (text, counts) in [
            ("Công nhận bảy mươi ba (74) mô hình", [74, 73].as_slice()),
            ("Công nhận 06 (bảy) mô hình", &[6, 7]),
            ("Công nhận 05 (năm) mô hình", &[5, 5]),
            ("Công nhận bảy mươi tư mô hình", &[74]),
            ("Công nhận một trăm lẻ năm mô hình", &[105]),
            ("Công nhận năm mô hình", &[5]),
            ("Công nhận 1.074 mô hình", &[1074]),
            ("Công nhận 1.234.567 mô hình", &[1_234_567]),
            ("Theo khoản 2.074 Công nhận 74 mô hình", &[74]),
            ("Công nhận 1 074 mô hình", &[1074]),
            ("Công nhận 1,074 mô hình", &[usize::MAX]),
            ("Công nhận 10.74 mô hình", &[usize::MAX]),
            ("Công nhận 7.5 mô hình", &[usize::MAX]),
            ("Công nhận 0.074 mô hình", &[usize::MAX]),
            ("Công nhận 74.0 mô hình", &[usize::MAX]),
            ("Công nhận 74.000 mô hình", &[74_000]),
            ("Công nhận bảy mươi ba (1,074) mô hình", &[usize::MAX, 73]),
            ("Công nhận 99.999.999.999.999.999.999.999 mô hình", &[usize::MAX]),
            ("Công nhận 61/74 mô hình", &[]),
            ("Công nhận mười lăm điển hình", &[15]),
            ("Công nhận mô hình năm 2020, trong năm tập thể đã cố gắng", &[]),
        ] {
            let expected: Vec<_> = counts.iter().map(|count| (*count, Counted::All)).collect();
            assert_eq!(numbers(text), expected, "{text}");
        }
        for (text, counts) in [
            ("năm 2020, 65 mô hình của tập thể", [65].as_slice()),
            ("năm 2020, sáu mươi lăm mô hình của tập thể", &[65]),
            ("đạt 61/74 mô hình của tập thể", &[]),
            ("chín nghìn chín trăm chín mươi chín mô hình của tập thể", &[9999]),
        ] {
            let expected: Vec<_> =
                counts.iter().map(|count| (*count, Counted::Models(Subject::Collective))).collect();
            assert_eq!(numbers(text), expected, "{text}");
        }
        assert_eq!(numbers("Tổng cộng: 70 mô hình"), [(70, Counted::All)]);
        assert_eq!(
            numbers("15 mô hình xếp loại xuất sắc, 2 mô hình xếp loại khá"),
            [(15, Counted::Ranked(0)), (2, Counted::Ranked(2))]
        );
        assert_eq!(numbers("Tặng giấy khen cho 3 mô hình, theo Quyết định 12-QĐ/ĐUK năm 2020."), []);
    }
}
