//! In: the scores of models, and their rubric. Out: a finding for every score that
//! breaks the rubric. A wrong heading of a sheet is one mistake, whatever the number
//! of its rows.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Placed, YearEvaluation};
use crate::diagnostic::{EvaluationFault, Report};
use crate::records::{Rubric, ScoredBy};
use crate::values::{Amount, nearest};

/// What the scores of each file have in common.
pub(super) struct Criteria {
    /// File and place of every score, `cham.TC1`.
    given: BTreeSet<(String, String)>,
    /// The mistakes of whole files that were told.
    told: BTreeSet<(String, String)>,
}

impl Criteria {
    pub(super) fn of(evaluations: &[Placed<YearEvaluation>]) -> Self {
        let paths = |own: &Placed<YearEvaluation>| {
            let keys = groups(own)
                .into_iter()
                .flat_map(|(key, _, scores)| scores.keys().map(move |code| (key, code)));
            let file = own.source().name().to_string();
            keys.map(|(key, code)| (file.clone(), format!("{key}.{code}"))).collect::<Vec<_>>()
        };
        Self { given: evaluations.iter().flat_map(paths).collect(), told: BTreeSet::new() }
    }

    /// The scores of one model against its rubric.
    pub(super) fn check(
        &mut self,
        own: &Placed<YearEvaluation>,
        rubric: &Placed<Rubric>,
        report: &mut Report,
    ) {
        let evaluation = &own.evaluation;
        // Of a score that cannot be, nobody asks why it was changed.
        let mut impossible = BTreeSet::new();
        for (key, _, scores) in groups(own) {
            for (code, score) in scores {
                let mut found = Report::default();
                self.score(own, rubric, (key, code, score.value()), &mut found);
                impossible.extend(found.blocks().then_some(code));
                report.extend(found);
            }
        }
        for (key, by, scores) in groups(own).into_iter().filter(|(.., scores)| !scores.is_empty()) {
            let all = rubric.criteria.iter().filter(|own| by.is_none_or(|by| own.scored_by == by));
            let codes = all.map(|own| own.code.clone()).filter(|code| !scores.contains_key(code));
            let codes: Vec<_> = codes.filter(|code| self.is_new(own, key, code)).collect();
            if let Some(first) = codes.first() {
                let fault = EvaluationFault::CriterionMissing { codes: codes.join(", ") };
                report.push(own.finding(&format!("{key}.{first}"), fault));
            }
        }
        let changed = evaluation.own.iter().find(|(code, score)| {
            let given = evaluation.given.get(*code).filter(|_| !impossible.contains(code));
            given.is_some_and(|given| given.value() != score.value())
        });
        if let Some((code, _)) = changed.filter(|_| !says_something(evaluation.change_reason.as_ref())) {
            let fault = EvaluationFault::ChangedWithoutReason {
                code: code.clone(),
                other: own.place(&format!("tu_cham.{code}")),
            };
            report.push(own.finding(&format!("cham.{code}"), fault));
        }
        if !evaluation.eligible && !says_something(evaluation.reason.as_ref()) {
            report.push(own.finding("du_dieu_kien", EvaluationFault::IneligibleWithoutReason));
        }
    }

    /// One score.
    fn score(
        &mut self,
        own: &Placed<YearEvaluation>,
        rubric: &Placed<Rubric>,
        (key, code, value): (&str, &String, Decimal),
        report: &mut Report,
    ) {
        let path = format!("{key}.{code}");
        let Some(at) = rubric.criteria.iter().position(|criterion| criterion.code == *code) else {
            let in_sheet = own.source().cell(own.span(&path)).is_some();
            if in_sheet && !self.told.insert((own.source().name().into(), path.clone())) {
                return;
            }
            let known: Vec<_> = rubric.criteria.iter().map(|criterion| criterion.code.as_str()).collect();
            let fault = EvaluationFault::UnknownCriterion {
                code: code.clone(),
                nearest: nearest(code, known.iter().copied()),
                known: known.join(", "),
            };
            return report.push(own.finding(&path, fault));
        };
        let (criterion, step) = (&rubric.criteria[at], rubric.step.value());
        let other = rubric.place(&format!("tieu_chi.{at}.toi_da"));
        let most = criterion.maximum.value();
        if value < Decimal::ZERO || value > most {
            report.push(own.finding(&path, EvaluationFault::score_range(value, most, other)));
        } else if step > Decimal::ZERO && !(value % step).is_zero() {
            let other = rubric.place("buoc");
            report.push(own.finding(&path, EvaluationFault::off_step(value, step, other)));
        } else if key == "tu_cham" && criterion.scored_by == ScoredBy::Superior {
            report.push(own.finding(&path, EvaluationFault::OwnOfSuperior { code: code.clone(), other }));
        }
    }

    /// Whether a criterion without a score is to be told: one that nobody in the
    /// file has a score of is told once.
    fn is_new(&mut self, own: &Placed<YearEvaluation>, key: &str, code: &str) -> bool {
        let place = (own.source().name().to_string(), format!("{key}.{code}"));
        self.given.contains(&place) || self.told.insert(place)
    }
}

/// Whether a reason has a letter: `...` stands where somebody meant to write one.
fn says_something(reason: Option<&String>) -> bool {
    reason.is_some_and(|reason| reason.contains(char::is_alphabetic))
}

/// The scores of a model by the keys they stand under, with who has to give them;
/// nobody in particular for the final ones.
fn groups(own: &YearEvaluation) -> [(&'static str, Option<ScoredBy>, &BTreeMap<String, Amount>); 2] {
    let evaluation = &own.evaluation;
    [("tu_cham", Some(ScoredBy::Unit), &evaluation.own), ("cham", None, &evaluation.given)]
}
