//! In: a sentence of a decision. Out: the numbers in it that count rows of its list, in
//! digits or in words.

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

/// The numbers of a sentence that count rows of the list, in digits or in words;
/// `ranks` are the names of ranks, letters only.
pub(super) fn numbers(text: &str, ranks: &[String]) -> Vec<(usize, Counted)> {
    let words: Vec<_> = words_and_counts(text).into_iter().map(|(_, word)| comparable(word)).collect();
    let is_numeral = |at: usize| words.get(at).is_some_and(|word| NUMERALS.contains(&word.as_str()));
    let digits = |at: usize| words.get(at)?.parse::<usize>().ok();
    let mut found = Vec::new();
    for at in 0..words.len() {
        // `bảy mươi ba (73)`: the words end where the digits or others begin.
        let end = if digits(at).is_some() { at } else { at + 1 };
        if digits(at).is_none() && (!is_numeral(at) || is_numeral(end) || digits(end).is_some()) {
            continue;
        }
        let start = end - (1..=end).take_while(|back| is_numeral(end - back)).count();
        // `06 (bảy)`: the words follow the digits.
        if let Some(number) = start.checked_sub(1).and_then(digits) {
            if let Some(counted) = counted(&words, start - 1, end, ranks) {
                let said = spelled_value(&words[start..end]);
                found.extend([Some(number), said].into_iter().flatten().map(|number| (number, counted)));
            }
            continue;
        }
        // Alone, `năm` is a year.
        let is_year = words[start..end] == ["nam"] && !recognises(&words[..start]);
        let last = digits(at).map_or(end, |_| at + 1);
        if let Some(counted) = counted(&words, start, last, ranks) {
            let said = spelled_value(&words[start..end]).filter(|_| !is_year);
            found.extend([digits(at), said].into_iter().flatten().map(|number| (number, counted)));
        }
    }
    found
}

/// The number of these words, letters only, as large as lists are.
fn spelled_value(words: &[String]) -> Option<usize> {
    let usual = |(at, word): (usize, &String)| match word.as_str() {
        "tu" if at > 0 => "bon".into(),
        "le" => "linh".into(),
        "ngan" => "nghin".into(),
        word => word.to_string(),
    };
    let said: String = words.iter().enumerate().map(usual).collect();
    let is_said = |number: &usize| spelled((*number).into()).is_some_and(|own| comparable(&own) == said);
    (!said.is_empty()).then(|| (0..10_000).find(is_said))?
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
        let numbers = |text: &str| numbers(text, &ranks);
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
            ("Công nhận mười lăm điển hình", &[15]),
            ("Công nhận mô hình năm 2020, trong năm tập thể đã cố gắng", &[]),
        ] {
            let expected: Vec<_> = counts.iter().map(|count| (*count, Counted::All)).collect();
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
