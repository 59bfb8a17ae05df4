//! In: the papers of a round of recognition. Out: a finding where two of them count
//! the models that were registered, scored or recognised otherwise.

use std::ops::Range;

use super::reading::{folded, words};
use super::round::{Round, tell};
use super::text::sentence;
use super::{Findings, Place, Subject};
use crate::diagnostic::Wording;
use crate::fill::printed;

/// What a number of models counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Registered,
    Scored,
    Recognised,
}

impl Stage {
    const ALL: [Self; 3] = [Self::Registered, Self::Scored, Self::Recognised];

    fn names(self) -> [&'static str; 2] {
        match self {
            Self::Registered => ["đăng ký", "registered"],
            Self::Scored => ["được chấm", "scored"],
            Self::Recognised => ["công nhận", "to be recognised"],
        }
    }
}

pub(super) fn agree(round: &Round<'_, '_>, found: &mut Findings<'_>) {
    let papers = [round.minutes, round.submission, round.decision];
    for stage in Stage::ALL {
        let mut first: Option<(u32, Place<'_, '_>)> = None;
        for (number, place) in
            papers.into_iter().flatten().filter_map(|paper| stated(paper, stage, round.year))
        {
            match first.take() {
                Some((before, other)) if before != number => {
                    let [vi, en] = stage.names();
                    let words = Wording {
                        vi: [
                            format!(
                                "ở đây ghi {number} mô hình {vi}, văn bản trước của đợt này ghi {before}"
                            ),
                            "xem lại hai số; viết {{ so(\"…\") }} thì số luôn lấy từ số liệu".into(),
                        ],
                        en: [
                            format!("{number} models {en} here, {before} in the paper before it"),
                            "look at both numbers; {{ so(\"…\") }} always takes them from the data".into(),
                        ],
                    };
                    tell(&place, &other, words, found);
                    first = Some((before, other));
                }
                Some(before) => first = Some(before),
                None => first = Some((number, place)),
            }
        }
    }
}

/// The first number of models of a stage that a paper tells of this year. One that is
/// computed has its paragraph for a place.
fn stated<'s, 'a>(paper: &'s Subject<'a>, stage: Stage, year: i32) -> Option<(u32, Place<'s, 'a>)> {
    let first = |words: &str| {
        let mut counts = counts(words, year).into_iter();
        counts.find_map(|(own, number, range)| (own == stage).then_some((number, range)))
    };
    paper.prose().find_map(|text| {
        text.each_paragraph().find_map(|(start, paragraph)| {
            let (number, range) = match paper.scope.filter(|_| paragraph.contains("{{")) {
                Some(scope) => (first(&printed(paragraph, scope))?.0, 0..paragraph.len()),
                None => first(paragraph)?,
            };
            let range = start + range.start..start + range.end;
            Some((number, Place { subject: paper, text, range }))
        })
    })
}

/// What follows a number that counts only a part of the models.
const PARTS: [&str; 7] = ["xếp", "loại", "của", "tập", "cá", "tiêu", "đạt"];

/// The numbers of models in a text by what they count; those of other years and those
/// of a part are left out.
fn counts(text: &str, year: i32) -> Vec<(Stage, u32, Range<usize>)> {
    let found: Vec<(usize, &str)> = words(text).collect();
    let lower: Vec<String> = found.iter().map(|(_, word)| folded(word)).collect();
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    let mut counts = Vec::new();
    for (at, (start, written)) in found.iter().enumerate() {
        let range = *start..start + written.len();
        let Some(number) = written.parse().ok().filter(|_| is_counted(word(at + 1), word(at + 2))) else {
            continue;
        };
        let before = |back: usize| at.checked_sub(back).map_or("", word);
        let after: Vec<&str> =
            (at + 3..at + 7).map(word).filter(|own| !matches!(*own, "được" | "đã")).collect();
        let next = |own: usize| after.get(own).copied().unwrap_or_default();
        let stage = match ((before(2), before(1)), (next(0), next(1))) {
            (("công", "nhận"), _) if !(3..=5).any(|back| matches!(before(back), "không" | "chưa")) => {
                Stage::Recognised
            }
            (("đăng", "ký"), _) | (_, ("đăng", "ký")) => Stage::Registered,
            (("chấm", "điểm"), _) | (_, ("chấm", _)) => Stage::Scored,
            _ => continue,
        };
        if !PARTS.contains(&next(0)) && is_of_year(&text[sentence(text, &range)], year) {
            counts.push((stage, number, range));
        }
    }
    counts
}

fn is_counted(one: &str, two: &str) -> bool {
    matches!(one, "mô" | "điển") && two == "hình"
}

/// Whether a sentence names no year, or this one too.
fn is_of_year(sentence: &str, year: i32) -> bool {
    let years = words(sentence).filter(|(_, word)| word.len() == 4).filter_map(|(_, word)| word.parse().ok());
    let years: Vec<i32> = years.filter(|own| (1945..2100).contains(own)).collect();
    years.is_empty() || years.contains(&year)
}

#[cfg(test)]
mod tests {
    use super::{Stage, counts};

    #[test]
    fn numbers_of_models_by_what_they_count() {
        for (text, expected) in [
            ("các chi bộ đã đăng ký 91 mô hình", vec![(Stage::Registered, 91)]),
            ("có 91 mô hình đăng ký đã được chấm điểm", vec![(Stage::Registered, 91)]),
            ("91 mô hình được chấm điểm", vec![(Stage::Scored, 91)]),
            ("quyết định công nhận 74 mô hình, gồm 15 mô hình loại xuất sắc", vec![(Stage::Recognised, 74)]),
            ("không công nhận 17 mô hình", vec![]),
            ("Năm 2019 đã công nhận 60 mô hình.", vec![]),
            ("công nhận 15 mô hình xếp loại xuất sắc", vec![]),
            ("có 74 mô hình mới", vec![]),
        ] {
            let counts = counts(text, 2020).into_iter().map(|(stage, number, _)| (stage, number));
            assert_eq!(counts.collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
