//! In: the rubrics and scores of a dataset. Out: the total and the eligibility of
//! a model, and a finding for every rubric and model that contradicts another.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::criteria::Criteria;
use super::names::letter_for_letter;
use super::{Dataset, Placed, YearEvaluation, YearModel, outcomes};
use crate::diagnostic::{EvaluationFault, Report};
use crate::records::{Criterion, Folder, Rubric, ScoredBy, State};
use crate::values::{Amount, comparable, nearest};

impl Dataset {
    /// The rubric of a year.
    #[must_use]
    pub fn rubric(&self, year: i32) -> Option<&Placed<Rubric>> {
        self.rubrics.iter().find(|rubric| rubric.covers(year))
    }

    /// Whether the ranks of a year can be told: its rubric was not refused.
    pub(super) fn knows_ranks(&self, year: i32) -> bool {
        self.rubric(year).is_some() || !self.refused.any(Folder::Rubrics)
    }

    /// Whether nothing is known of the scores of a year that has a rubric: nobody in it
    /// has one, and no file of them was refused.
    #[must_use]
    pub fn lacks_scores(&self, year: i32) -> bool {
        let scored = |model: &Placed<YearModel>| model.year == year && self.score(model).is_some();
        self.rubric(year).is_some()
            && !self.refused.of_year(Folder::Evaluations, year)
            && !self.models.iter().any(scored)
    }

    /// The scores of a model.
    #[must_use]
    pub fn evaluation(&self, model: &YearModel) -> Option<&Placed<YearEvaluation>> {
        model.evaluation.map(|at| &self.evaluations[at])
    }

    /// The score sheets of the year of a model that must be among them and is not.
    pub(super) fn without_sheet(&self, model: &YearModel) -> Option<&Placed<YearEvaluation>> {
        let scored = matches!(model.model.state, State::Scored | State::Recognised | State::NotRecognised);
        let due = scored && model.evaluation.is_none();
        let sheets = self.evaluations.iter().find(|own| own.year == model.year);
        sheets.filter(|_| due && !self.refused.of_year(Folder::Evaluations, model.year))
    }

    /// The final score of a model: the sum of its evaluation, or what its
    /// registration states where it has none.
    #[must_use]
    pub fn score(&self, model: &YearModel) -> Option<Decimal> {
        match self.evaluation(model) {
            Some(own) => own.evaluation.total(),
            None => model.model.score.map(Amount::value),
        }
    }

    /// Thứ hạng: the place of a model among those of its year that may be ranked, by their
    /// final scores; who has the same has the same place, and the next is left out.
    #[must_use]
    pub fn place(&self, model: &YearModel) -> Option<usize> {
        let own = self.ranked_score(model)?;
        let of_year = self.ranked.get_or_init(|| self.ranked_by_year()).get(&model.year)?;
        Some(1 + of_year.partition_point(|score| *score > own))
    }

    /// The scores of all that may be ranked, by year, the highest first.
    fn ranked_by_year(&self) -> BTreeMap<i32, Vec<Decimal>> {
        let mut by_year: BTreeMap<i32, Vec<Decimal>> = BTreeMap::new();
        for model in &self.models {
            by_year.entry(model.year).or_default().extend(self.ranked_score(model));
        }
        for scores in by_year.values_mut() {
            scores.sort_by(|one, other| other.cmp(one));
        }
        by_year
    }

    /// The score of a model, if it may be ranked.
    fn ranked_score(&self, model: &YearModel) -> Option<Decimal> {
        let is_ranked = model.model.state != State::Withdrawn && self.is_eligible(model);
        self.score(model).filter(|_| is_ranked)
    }

    /// The unit's own score, likewise.
    #[must_use]
    pub fn own_score(&self, model: &YearModel) -> Option<Decimal> {
        match self.evaluation(model) {
            Some(own) => own.evaluation.own_total(),
            None => model.model.own_score.map(Amount::value),
        }
    }

    /// Whether a model may be ranked: neither said not to be, nor at zero where
    /// that disqualifies it.
    #[must_use]
    pub fn is_eligible(&self, model: &YearModel) -> bool {
        let Some(own) = self.evaluation(model) else { return model.model.eligible };
        let zero = |criterion: &Criterion| {
            criterion.disqualifies
                && own.evaluation.given.get(&criterion.code).is_some_and(|score| score.value().is_zero())
        };
        let disqualified = self.rubric(model.year).is_some_and(|rubric| rubric.criteria.iter().any(zero));
        model.model.eligible && own.evaluation.eligible && !disqualified
    }
}

/// Two codes of models are one whatever their case.
pub(super) fn key(year: i32, id: &str) -> (i32, String) {
    (year, letter_for_letter(id))
}

pub(super) fn check(data: &Dataset, report: &mut Report) {
    // What scores would say of a rubric with mistakes comes of these.
    let mut unsound = Vec::new();
    for (at, rubric) in data.rubrics.iter().enumerate() {
        let mut found = Report::default();
        self::rubric(data, rubric, &mut found);
        unsound.extend(found.blocks().then_some(rubric));
        report.extend(found);
        let overlaps = |other: &&Placed<Rubric>| {
            let last = |own: &Rubric| own.until.unwrap_or(u16::MAX);
            other.from <= last(rubric) && rubric.from <= last(other)
        };
        if let Some(other) = data.rubrics[..at].iter().find(overlaps) {
            report.push(rubric.finding("tu", EvaluationFault::TwoRubrics { other: other.place("tu") }));
        }
    }
    let models: HashMap<_, _> = data
        .models
        .iter()
        .filter_map(|model| Some((key(model.year, model.model.id.as_ref()?), model)))
        .collect();
    let mut first = HashMap::new();
    let mut criteria = Criteria::of(&data.evaluations);
    for own in &data.evaluations {
        let id = key(own.year, &own.evaluation.model);
        if let Some(other) = first.insert(id.clone(), own) {
            let fault = EvaluationFault::ScoredTwice { other: other.place("mo_hinh") };
            report.push(own.finding("mo_hinh", fault));
        }
        let own_rubric = data.rubric(own.year);
        let is_unsound = own_rubric.is_some_and(|own| unsound.iter().any(|other| std::ptr::eq(*other, own)));
        match models.get(&id) {
            None if data.refused.may_have(own.year, &own.evaluation.model) => {}
            None => {
                let ids = data.models.iter().filter(|model| model.year == own.year);
                let nearest =
                    nearest(&own.evaluation.model, ids.filter_map(|model| model.model.id.as_deref()));
                let (id, year) = (own.evaluation.model.clone(), own.year);
                report.push(own.finding("mo_hinh", EvaluationFault::UnknownModel { id, year, nearest }));
            }
            Some(model) if model.model.state == State::Withdrawn => {
                let fault = EvaluationFault::ScoredWithdrawn { other: model.place("trang_thai") };
                report.push(own.finding("mo_hinh", fault));
            }
            Some(model) => {
                typed(own, model, report);
                if !is_unsound {
                    stated(data, own, model, report);
                }
                outcomes::outvoted(own, model, report);
                outcomes::half_voted(own, report);
            }
        }
        match own_rubric {
            _ if is_unsound => {}
            Some(rubric) => criteria.check(own, rubric, report),
            None if data.refused.any(Folder::Rubrics) => {}
            None => report.push(own.finding("", EvaluationFault::NoRubric { year: own.year })),
        }
    }
    for model in &data.models {
        outcomes::earned(data, model, report);
        if let Some(other) = data.without_sheet(model) {
            let other = other.source().name().to_string();
            let recognised = model.model.state == State::Recognised;
            report.push(model.finding("trang_thai", EvaluationFault::NotScored { other, recognised }));
        }
    }
}

/// A rubric adds up, and its ranks go down.
fn rubric(data: &Dataset, rubric: &Placed<Rubric>, report: &mut Report) {
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, criterion) in rubric.criteria.iter().enumerate() {
        if let Some(first) = codes.insert(&criterion.code, at) {
            let (code, other) = (criterion.code.clone(), rubric.place(&format!("tieu_chi.{first}.ma")));
            report.push(
                rubric.finding(&format!("tieu_chi.{at}.ma"), EvaluationFault::SameCriterion { code, other }),
            );
        }
    }
    let sum = |by: Option<ScoredBy>| -> Decimal {
        let own = rubric.criteria.iter().filter(|own| by.is_none_or(|by| own.scored_by == by));
        own.map(|own| own.maximum.value()).sum()
    };
    for (key, stated, sum) in [
        ("tong_diem", rubric.total.value(), sum(None)),
        ("tu_cham", rubric.own.value(), sum(Some(ScoredBy::Unit))),
        ("cap_tren", rubric.superior.value(), sum(Some(ScoredBy::Superior))),
    ] {
        if stated != sum {
            let other = rubric.place("tieu_chi");
            report.push(rubric.finding(key, EvaluationFault::maxima(stated, sum, other)));
        }
    }
    if rubric.step.value() <= Decimal::ZERO {
        report.push(rubric.finding("buoc", EvaluationFault::BadStep));
    }
    let mut above = rubric.total.value();
    let mut ranks: BTreeMap<String, usize> = BTreeMap::new();
    for (at, rank) in rubric.ranks.iter().enumerate() {
        if let Some(first) = ranks.insert(comparable(&rank.rank), at) {
            let (code, other) = (rank.rank.clone(), rubric.place(&format!("xep_loai.{first}.ma")));
            report.push(
                rubric.finding(&format!("xep_loai.{at}.ma"), EvaluationFault::SameRank { code, other }),
            );
        }
        let place = |key: &str| format!("xep_loai.{at}.{key}");
        let from = rank.from.value();
        // The highest rank may begin at the full score, each other below the one above it.
        if from < Decimal::ZERO || from > above || (at > 0 && from == above) {
            report.push(rubric.finding(&place("tu"), EvaluationFault::ThresholdOrder));
        }
        above = from;
        if data.lists.rank(&rank.rank).is_none() {
            let known: Vec<_> = data.lists.ranks.iter().map(|rank| rank.code.as_str()).collect();
            let fault = EvaluationFault::UnknownRank {
                name: rank.rank.clone(),
                nearest: nearest(&rank.rank, known.iter().copied()),
                known: known.join(", "),
            };
            report.push(rubric.finding(&place("ma"), fault));
        }
    }
}

/// A total or a rank that a paper sheet states is the one that the scores give.
fn stated(data: &Dataset, own: &Placed<YearEvaluation>, model: &YearModel, report: &mut Report) {
    let evaluation = &own.evaluation;
    if let Some((stated, sum)) = evaluation.stated_total.map(Amount::value).zip(evaluation.total())
        && stated != sum
    {
        report.push(own.finding("tong_diem", EvaluationFault::typed_total(stated, sum, own.place("cham"))));
    }
    let Some(stated) = evaluation.stated_rank.as_ref().filter(|_| data.knows_ranks(own.year)) else { return };
    let earned = data.rank(model);
    let same = earned
        .is_some_and(|rank| [&rank.name, &rank.code].iter().any(|own| comparable(own) == comparable(stated)));
    let none =
        earned.is_none() && data.lists.ranks.iter().all(|rank| comparable(&rank.name) != comparable(stated));
    if !same && !none {
        let earned = earned.map(|rank| rank.name.clone());
        let (stated, other) = (stated.clone(), own.place("cham"));
        report.push(own.finding("xep_loai", EvaluationFault::StatedRank { stated, earned, other }));
    }
}

/// A total typed in the registration is that of the scores.
fn typed(own: &Placed<YearEvaluation>, model: &Placed<YearModel>, report: &mut Report) {
    let registered = &model.model;
    for (key, typed, sum, scores) in [
        ("diem", registered.score, own.evaluation.total(), "cham"),
        ("diem_tu_cham", registered.own_score, own.evaluation.own_total(), "tu_cham"),
    ] {
        let Some((typed, sum)) = typed.map(Amount::value).zip(sum) else { continue };
        if typed != sum {
            report.push(model.finding(key, EvaluationFault::typed_total(typed, sum, own.place(scores))));
        }
    }
}
