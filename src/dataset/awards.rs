//! In: the awards of a dataset. Out: how many there are and what money goes with
//! them, and a finding for each that nobody may give, or that was given to what
//! was never recognised.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::names::letter_for_letter;
use super::{Dataset, Placed, YearAward, YearModel, award_rows};
use crate::diagnostic::{AwardFault, EvaluationFault, Report};
use crate::records::{Award, AwardReason, State, Subject};
use crate::values::nearest;

/// Which awards are meant; what is left out is not looked at.
#[derive(Debug, Clone, Default)]
pub struct AwardFilter {
    /// Năm.
    pub years: Vec<i32>,
    /// Hình thức.
    pub form: Option<String>,
    /// Cấp.
    pub level: Option<String>,
    /// Đối tượng.
    pub subject: Option<Subject>,
}

impl Dataset {
    /// The awards that a filter leaves.
    pub fn awards<'d>(&'d self, filter: &'d AwardFilter) -> impl Iterator<Item = &'d Award> {
        let awards = self.awards.iter().filter(|own| filter.years.contains(&own.year)).map(|own| &own.award);
        awards.filter(move |award| {
            filter.form.as_ref().is_none_or(|form| award.form == *form)
                && filter.level.as_ref().is_none_or(|level| award.level == *level)
                && filter.subject.is_none_or(|own| own == award.subject)
        })
    }

    /// The money that goes with awards, đồng, exact.
    pub fn award_money<'a>(&self, awards: impl Iterator<Item = &'a Award>) -> Decimal {
        awards.filter_map(|award| self.award_lists.money(award)).sum()
    }
}

/// Models by their ids, in the order of the files.
type ById<'d> = HashMap<String, Vec<&'d Placed<YearModel>>>;

pub(super) fn check(data: &Dataset, report: &mut Report) {
    let mut first: BTreeMap<String, &Placed<YearAward>> = BTreeMap::new();
    let mut models: ById<'_> = HashMap::new();
    for model in &data.models {
        if let Some(id) = &model.model.id {
            models.entry(letter_for_letter(id)).or_default().push(model);
        }
    }
    for own in &data.awards {
        let award = &own.award;
        given(data, own, report);
        merited(data, &models, own, report);
        if (award.subject == Subject::Person) != award.person.is_some() {
            let other = own.place("ca_nhan");
            report.push(own.finding("doi_tuong", AwardFault::AwardPerson { other }));
        }
        let person = award.person.as_ref().map(|person| letter_for_letter(&person.name)).unwrap_or_default();
        let model = award.model.as_deref().map(letter_for_letter).unwrap_or_default();
        let (form, level, reason) = (&award.form, &award.level, award.reason);
        let key = format!("{} {} {person} {model} {form} {level} {reason:?}", own.year, own.unit);
        if let Some(other) = first.insert(key, own) {
            let other = other.place("don_vi");
            report.push(own.finding("don_vi", AwardFault::AwardedTwice { other }));
        }
    }
}

/// The form is one that its level may give, and its money can be counted.
fn given(data: &Dataset, own: &Placed<YearAward>, report: &mut Report) {
    let (lists, award) = (&data.award_lists, &own.award);
    let mut unknown = |key: &str, name: &str, known: Vec<&str>| {
        let nearest = nearest(name, known.iter().copied());
        let (name, known) = (name.to_string(), known.join(", "));
        report.push(own.finding(key, AwardFault::UnknownAward { name, nearest, known }));
    };
    let form = lists.forms.iter().find(|form| form.code == award.form);
    if form.is_none() {
        unknown("hinh_thuc", &award.form, lists.forms.iter().map(|form| form.code.as_str()).collect());
    }
    let level = lists.levels.iter().find(|level| level.code == award.level);
    let Some(level) = level else {
        return unknown("cap", &award.level, lists.levels.iter().map(|level| level.code.as_str()).collect());
    };
    if let Some(form) = form.filter(|form| !level.forms.contains(&form.code)) {
        let (form, level) = (form.name.clone(), level.name.clone());
        report.push(own.finding("hinh_thuc", AwardFault::BeyondAuthority { form, level }));
    }
    if award.coefficient.is_some() && lists.money(award).is_none() {
        report.push(own.finding("he_so", AwardFault::MoneyUnknown));
    }
}

/// What is awarded for a model was recognised, in its year or before.
fn merited(data: &Dataset, models: &ById<'_>, own: &Placed<YearAward>, report: &mut Report) {
    let award = &own.award;
    let Some(id) = &award.model else {
        if award.reason == AwardReason::Model {
            report.push(own.finding("ly_do", AwardFault::AwardWithoutModel));
        }
        return;
    };
    let named = models.get(&letter_for_letter(id)).into_iter().flatten().copied();
    match named.into_iter().find(|model| model.year <= own.year) {
        None if data.refused.may_have_until(own.year, id) => {}
        None => {
            let known = data.models.iter().filter(|model| model.year <= own.year);
            let nearest = nearest(id, known.filter_map(|model| model.model.id.as_deref()));
            let (id, year) = (id.clone(), own.year);
            report.push(own.finding("mo_hinh", EvaluationFault::UnknownModel { id, year, nearest }));
        }
        Some(model) if model.model.state != State::Recognised => {
            let other = model.place("trang_thai");
            report.push(own.finding("mo_hinh", AwardFault::AwardedUnrecognised { other }));
        }
        Some(model) => award_rows::of_model(data, own, model, report),
    }
}
