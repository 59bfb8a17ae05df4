//! Rules about the numbers of a workspace: one used twice, one left out.

use std::collections::BTreeMap;

use super::{Check, Findings, Place, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[
    Rule { id: "so-trung", severity: Warning, check: Check::Workspace(reused) },
    Rule { id: "so-khuyet", severity: Info, check: Check::Workspace(gaps) },
];

/// Body, type, and for the State the year: a series of the Party runs through
/// a term, whose days the data files do not tell.
type Series = (String, String, Option<i32>);

fn series<'s, 'a>(subjects: &'s [Subject<'a>]) -> BTreeMap<Series, Vec<(u32, &'s Subject<'a>)>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for subject in subjects {
        let document = subject.document();
        let Some(number) = document.number else { continue };
        let year = (!subject.is_party()).then(|| document.date.parts().0);
        let key = (document.body.code.trim().to_string(), subject.kind.folder.clone(), year);
        all.entry(key).or_default().push((number.plain(), subject));
    }
    for papers in all.values_mut() {
        papers.sort_by_key(|(number, subject)| (*number, subject.document().date));
    }
    all
}

/// Papers of one series as near as this are of one term.
const NEAR_YEARS: f64 = 1.0;

fn reused(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    for papers in series(subjects).values() {
        for pair in papers.windows(2) {
            let [(first, one), (second, two)] = pair else { continue };
            let near = one.document().date.years_from(two.document().date) < NEAR_YEARS;
            if first != second || !near {
                continue;
            }
            let (Some(text), Some(other)) = (two.at("so"), one.at("so")) else { continue };
            let name = one.loaded.source.name();
            let words = Wording {
                vi: [
                    format!("số {second} đã dùng cho `{name}`"),
                    "xem lại sổ văn bản; mỗi số chỉ cấp một lần trong một nhiệm kỳ".into(),
                ],
                en: [
                    format!("number {second} is taken by `{name}`"),
                    "look at the register; a number is given once in a term".into(),
                ],
            };
            let one = Place { subject: one, text: other, range: 0..other.text.len() };
            let two = Place { subject: two, text, range: 0..text.text.len() };
            found.against(&two, &one, words, ["số này ở đây", "the same number here"]);
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
            let [(before, one), (after, two)] = pair else { continue };
            if after - before < 2 {
                continue;
            }
            let (Some(text), Some(other)) = (two.at("so"), one.at("so")) else { continue };
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
            let one = Place { subject: one, text: other, range: 0..other.text.len() };
            let two = Place { subject: two, text, range: 0..text.text.len() };
            found.against(&two, &one, words, ["số liền trước", "the number before"]);
        }
    }
}

fn distinct(papers: &[(u32, &Subject<'_>)]) -> usize {
    1 + papers.windows(2).filter(|pair| pair[0].0 != pair[1].0).count()
}
