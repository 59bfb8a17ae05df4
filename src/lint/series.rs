//! Rules about the numbers of a workspace: one used twice, one left out, one
//! given on an earlier day than the number before it.

use std::collections::BTreeMap;

use super::{Findings, Place, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;
use crate::values::comparable;

pub(super) const RULES: &[Rule] = &[
    Rule::of_workspace("so-trung", Warning, reused),
    Rule::of_workspace("so-khuyet", Info, gaps),
    Rule::of_workspace("so-nguoc", Warning, backwards),
];

/// Papers of one body and one type that are numbered together.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Series {
    issuer: String,
    kind: String,
    run: Option<String>,
}

impl Series {
    /// The Party numbers through a term of the committee (R-D-102), which only the
    /// records of the body tell; the State through a calendar year.
    fn of(subject: &Subject<'_>) -> Self {
        let document = subject.document();
        let issuer = match subject.office {
            Some(office) => office.id.clone(),
            None => format!("{} {}", document.body.code.trim(), comparable(&document.body.name)),
        };
        let run = if subject.is_party() {
            subject.office.and_then(|office| office.term_on(document.date)).map(|term| term.label.clone())
        } else {
            Some(document.date.parts().0.to_string())
        };
        Self { issuer, kind: subject.kind.folder.clone(), run }
    }
}

fn series<'s, 'a>(subjects: &'s [Subject<'a>]) -> BTreeMap<Series, Vec<(u32, &'s Subject<'a>)>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for subject in subjects {
        let Some(number) = subject.document().number else { continue };
        all.entry(Series::of(subject)).or_default().push((number.plain(), subject));
    }
    for papers in all.values_mut() {
        papers.sort_by_key(|(number, subject)| (*number, subject.document().date));
    }
    all
}

/// Papers as near as this are of one term, where the terms are not known.
const NEAR_YEARS: f64 = 1.0;

/// Two papers of one series, each with the text of one of its keys.
fn places<'s, 'a>([one, two]: [&'s Subject<'a>; 2], key: &str) -> Option<(Place<'s, 'a>, Place<'s, 'a>)> {
    Some((Place::whole(one, one.at(key)?), Place::whole(two, two.at(key)?)))
}

fn reused(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    for (series, papers) in &series(subjects) {
        for pair in papers.windows(2) {
            let &[(first, one), (second, two)] = pair else { continue };
            let near = one.document().date.years_from(two.document().date) < NEAR_YEARS;
            if first != second || !(near || series.run.is_some()) {
                continue;
            }
            let Some((before, after)) = places([one, two], "so") else { continue };
            let name = one.loaded.source.name();
            let words = Wording {
                vi: [
                    format!("số {second} đã dùng cho `{name}`"),
                    format!("xem lại sổ văn bản; mỗi số chỉ cấp một lần trong một {}", run(two)[0]),
                ],
                en: [
                    format!("number {second} is taken by `{name}`"),
                    format!("look at the register; a number is given once in a {}", run(two)[1]),
                ],
            };
            found.against(&after, &before, words, ["số này ở đây", "the same number here"]);
        }
    }
}

/// Fewer papers than this are no series.
const SERIES: usize = 3;

/// A workspace that holds most of a series shows what is missing in it.
fn gaps(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    for papers in series(subjects).values() {
        let (Some((first, _)), Some((last, _))) = (papers.first(), papers.last()) else { continue };
        let missing = (last - first + 1) as usize - distinct(papers);
        if papers.len() < SERIES || missing == 0 || missing * 2 > papers.len() {
            continue;
        }
        for pair in papers.windows(2) {
            let &[(before, one), (after, two)] = pair else { continue };
            if after - before < 2 {
                continue;
            }
            let Some((other, place)) = places([one, two], "so") else { continue };
            let (from, to) = (before + 1, after - 1);
            let span = if from == to { from.to_string() } else { format!("{from}–{to}") };
            let words = Wording {
                vi: [
                    format!("khuyết số {span} trong dãy văn bản này"),
                    "xem lại sổ văn bản; số bỏ không dùng thì ghi rõ trong sổ".into(),
                ],
                en: [
                    format!("number {span} is missing in this series"),
                    "look at the register; a number not used is noted there".into(),
                ],
            };
            found.against(&place, &other, words, ["số liền trước", "the number before"]);
        }
    }
}

/// Where terms are not known, only numbers as close as this follow each other …
const FEW: u32 = 3;

/// … and only within two months.
const SOON_YEARS: f64 = 1.0 / 6.0;

/// Numbers are given as papers are signed: a later one is not of an earlier day.
fn backwards(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    let dated = |(_, subject): &(u32, &Subject<'_>)| !subject.document().presentation.blank_day;
    for (series, mut papers) in series(subjects) {
        papers.retain(dated);
        for pair in papers.windows(2) {
            let &[(before, one), (after, two)] = pair else { continue };
            let (first, second) = (one.document().date, two.document().date);
            let close = after - before <= FEW && first.years_from(second) < SOON_YEARS;
            if before == after || first <= second || !(close || series.run.is_some()) {
                continue;
            }
            let Some((other, place)) = places([one, two], "ngay") else { continue };
            let words = Wording {
                vi: [
                    format!("số {after} ký ngày {second}, trước ngày {first} của số {before}"),
                    "xem lại sổ văn bản rồi sửa số hoặc ngày; số cấp sau không mang ngày trước".into(),
                ],
                en: [
                    format!("number {after} is of {second}, before {first}, the day of number {before}"),
                    "look at the register; mend the number or the date".into(),
                ],
            };
            found.against(&place, &other, words, ["ngày của số trước", "the day of the number before"]);
        }
    }
}

/// Through what the numbers of a paper run.
fn run(subject: &Subject<'_>) -> [&'static str; 2] {
    if subject.is_party() { ["nhiệm kỳ", "term"] } else { ["năm", "year"] }
}

fn distinct(papers: &[(u32, &Subject<'_>)]) -> usize {
    1 + papers.windows(2).filter(|pair| pair[0].0 != pair[1].0).count()
}
