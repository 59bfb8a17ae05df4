//! In: the papers of a round of recognition. Out: a finding where two of them count
//! the models that were registered, scored or recognised otherwise.

use std::ops::Range;

use super::reading::{folded, words};
use super::round::{Round, tell};
use super::text::sentence;
use super::{Findings, Place, Subject};
use crate::diagnostic::Wording;
use crate::fill::printed;
use crate::values::words_and_counts;

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
        let told: Vec<_> =
            { papers }.into_iter().flatten().filter_map(|paper| stated(paper, stage, round.year)).collect();
        // What was typed is held against what comes from the data, else against the first.
        let Some(at) = told.iter().position(|own| own.computed).or((!told.is_empty()).then_some(0)) else {
            continue;
        };
        let right = &told[at];
        for own in told.iter().filter(|own| own.number != right.number) {
            tell(&own.place, &right.place, unlike(stage, own, right), found);
        }
    }
}

fn unlike(stage: Stage, own: &Stated<'_, '_>, right: &Stated<'_, '_>) -> Wording {
    let ([vi, en], number, other) = (stage.names(), own.number, right.number);
    let [where_vi, where_en] = if right.computed {
        [format!("số liệu tính ra {other}"), format!("the data make {other}")]
    } else {
        [format!("văn bản trước của đợt này ghi {other}"), format!("{other} in the paper before it")]
    };
    Wording {
        vi: [
            format!("ở đây ghi {number} mô hình {vi}, {where_vi}"),
            "xem lại hai số; viết {{ so(\"…\") }} thì số luôn lấy từ số liệu".into(),
        ],
        en: [
            format!("{number} models {en} here, {where_en}"),
            "look at both numbers; {{ so(\"…\") }} always takes them from the data".into(),
        ],
    }
}

/// A number that a paper tells.
struct Stated<'s, 'a> {
    number: u32,
    place: Place<'s, 'a>,
    /// Whether it comes from the data, and was not typed.
    computed: bool,
}

/// The first number of models of a stage that a paper tells of this year. One that is
/// computed has its paragraph for a place.
fn stated<'s, 'a>(paper: &'s Subject<'a>, stage: Stage, year: i32) -> Option<Stated<'s, 'a>> {
    let first = |words: &str| {
        let mut counts = counts(words, year).into_iter();
        counts.find_map(|(own, number, range)| (own == stage).then_some((number, range)))
    };
    paper.prose().find_map(|text| {
        text.each_paragraph().find_map(|(start, paragraph)| {
            let typed = first(paragraph);
            let (number, range) = match paper.scope.filter(|_| paragraph.contains("{{")) {
                Some(scope) => {
                    let (number, _) = first(&printed(paragraph, scope))?;
                    let own = typed.clone().filter(|(own, _)| *own == number).map(|(_, range)| range);
                    (number, own.unwrap_or(0..paragraph.len()))
                }
                None => typed.clone()?,
            };
            let computed = typed.is_none_or(|(own, _)| own != number);
            let range = start + range.start..start + range.end;
            Some(Stated { number, place: Place { subject: paper, text, range }, computed })
        })
    })
}

/// What follows a number that counts only a part of the models.
const PARTS: [&str; 7] = ["xếp", "loại", "của", "tập", "cá", "tiêu", "đạt"];

/// What stands before a number of models that are not of this round, or not recognised.
const REFUSED: [&str; 5] = ["không", "chưa", "từ chối", "bổ sung", "thu hồi"];
/// What tells in a sentence that it speaks of another year.
const BEFORE: [&str; 3] = ["năm trước", "năm ngoái", "kỳ trước"];
/// What begins the parts of a number told before.
const INCLUDED: [&str; 3] = ["gồm", "trong đó", "trong số"];

/// A number of models in a text.
struct Count {
    stage: Option<Stage>,
    number: u32,
    range: Range<usize>,
    /// Whether the words after it say that it counts only a part.
    is_part: bool,
}

/// The numbers of models in a text by what they count; those of other years and those
/// of a part are left out.
fn counts(text: &str, year: i32) -> Vec<(Stage, u32, Range<usize>)> {
    let all = numbers(text);
    let of = |count: &Count| {
        let sentence = sentence(text, &count.range);
        let before = folded(&text[sentence.start..count.range.start]);
        let clause = before.rsplit(',').next().unwrap_or_default();
        let refused = is_said(clause, &REFUSED) || is_said(&before, &BEFORE);
        // `14 mô hình xuất sắc và 60 mô hình tốt`: neither is all of them.
        let beside = |other: &&Count| {
            let between = text.get(count.range.end..other.range.start).map(folded);
            let included = between.is_some_and(|between| is_said(&between, &INCLUDED));
            let own = other.stage.is_some() && other.stage != count.stage;
            sentence.contains(&other.range.start) && other.range != count.range && !included && !own
        };
        let is_whole = !count.is_part && !refused && !all.iter().any(|other| beside(&other));
        let stage = count.stage.filter(|_| is_whole && is_of_year(&text[sentence.clone()], year))?;
        Some((stage, count.number, count.range.clone()))
    };
    all.iter().filter_map(of).collect()
}

/// Whether one of these stands in a text as words of their own.
fn is_said(text: &str, sought: &[&str]) -> bool {
    let told: Vec<&str> = words(text).map(|(_, word)| word).collect();
    let told = format!(" {} ", told.join(" "));
    sought.iter().any(|words| told.contains(&format!(" {} ", folded(words))))
}

/// All numbers of models in a text.
fn numbers(text: &str) -> Vec<Count> {
    let found = words_and_counts(text);
    let lower: Vec<String> = found.iter().map(|(_, word)| folded(word)).collect();
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    let mut counts = Vec::new();
    for (at, (start, written)) in found.iter().enumerate() {
        let range = *start..start + written.len();
        let Some(number) =
            written.replace('.', "").parse().ok().filter(|_| is_counted(word(at + 1), word(at + 2)))
        else {
            continue;
        };
        let before = |back: usize| at.checked_sub(back).map_or("", word);
        let after: Vec<&str> =
            (at + 3..at + 7).map(word).filter(|own| !matches!(*own, "được" | "đã")).collect();
        let next = |own: usize| after.get(own).copied().unwrap_or_default();
        let stage = match ((before(2), before(1)), (next(0), next(1))) {
            (("công", "nhận"), _) => Some(Stage::Recognised),
            (("đăng", "ký"), _) | (_, ("đăng", "ký")) => Some(Stage::Registered),
            (("chấm", "điểm"), _) | (_, ("chấm", _)) => Some(Stage::Scored),
            _ => None,
        };
        counts.push(Count { stage, number, range, is_part: PARTS.contains(&next(0)) });
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
            ("đề nghị công nhận 7.400 mô hình", vec![(Stage::Recognised, 7400)]),
            ("đề nghị công nhận 1.074 mô hình. 074 mô hình khác", vec![(Stage::Recognised, 1074)]),
            ("công nhận 14 mô hình xuất sắc và 60 mô hình tốt, khá", vec![]),
            ("công nhận 14 mô hình trong lĩnh vực kinh tế và 60 mô hình ở các lĩnh vực khác", vec![]),
            ("đã đăng ký 20 mô hình duy trì và 71 mô hình mới", vec![]),
            ("đã đăng ký 20 mô hình kinh tế, 71 mô hình ở lĩnh vực khác", vec![]),
            ("chưa đủ điều kiện để công nhận 17 mô hình", vec![]),
            ("từ chối công nhận 17 mô hình", vec![]),
            ("nhắc lại năm trước đã công nhận 60 mô hình", vec![]),
            ("bổ sung vào danh sách đề nghị công nhận 02 mô hình", vec![]),
            (
                "trong 91 mô hình đăng ký, đề nghị công nhận 74 mô hình",
                vec![(Stage::Registered, 91), (Stage::Recognised, 74)],
            ),
        ] {
            let counts = counts(text, 2020).into_iter().map(|(stage, number, _)| (stage, number));
            assert_eq!(counts.collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
