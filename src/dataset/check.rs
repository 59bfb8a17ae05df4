//! In: a dataset. Out: a finding for every two places in it that disagree, each
//! naming both.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{Dataset, Placed, YearModel};
use crate::diagnostic::{DataFault, Report};
use crate::figures::{Measure, Selection};
use crate::records::{Freshness, IndicatorKind, State, Subject, UnitKind};
use crate::values::{Amount, comparable, nearest};

pub(super) fn all(data: &Dataset, report: &mut Report) {
    same_ids(data, report);
    units(data, report);
    indicators(data, report);
    for model in &data.models {
        state(data, model, report);
        origin(data, model, report);
        fields(data, model, report);
    }
    same_names(data, report);
    super::scores::check(data, report);
    figures(data, report);
    sums(data, report);
    counted(data, report);
}

/// Two records with one code.
fn same_ids(data: &Dataset, report: &mut Report) {
    fn unique<'r, T: 'r>(
        records: impl Iterator<Item = &'r Placed<T>>,
        id: impl Fn(&'r T) -> Option<&'r String>,
        report: &mut Report,
    ) {
        let mut first: HashMap<&str, &Placed<T>> = HashMap::new();
        for record in records {
            let Some(id) = id(record) else { continue };
            match first.get(id.as_str()) {
                Some(other) => {
                    report.push(
                        record.finding("ma", DataFault::SameId { id: id.clone(), other: other.place("ma") }),
                    );
                }
                None => _ = first.insert(id, record),
            }
        }
    }
    unique(data.organisations.iter(), |body| Some(&body.id), report);
    unique(data.units.iter(), |unit| Some(&unit.code), report);
    unique(data.indicators.iter(), |indicator| Some(&indicator.code), report);
    unique(data.models.iter(), |model| model.model.id.as_ref(), report);
}

fn units(data: &Dataset, report: &mut Report) {
    let codes = || data.units.iter().map(|unit| unit.code.as_str());
    for unit in &data.units {
        for (key, code) in [("truc_thuoc", &unit.parent), ("nhap_vao", &unit.merged_into)] {
            if let Some(code) = code.as_ref().filter(|code| data.unit(code).is_none()) {
                report.push(unit.finding(key, DataFault::unknown_unit(code, nearest(code, codes()))));
            }
        }
        if unit.merged_into.is_some() && unit.until.is_none() {
            report.push(unit.finding("nhap_vao", DataFault::MergedWithoutEnd));
        }
        if unit.kind == UnitKind::Cell && unit.parent.is_none() {
            report.push(unit.finding("loai", DataFault::CellWithoutParent));
        }
        if let (Some(until), Some(_)) =
            (unit.until, unit.from.filter(|from| unit.until.is_some_and(|until| until < *from)))
        {
            let other = unit.place("lap_ngay");
            report.push(
                unit.finding("het_ngay", DataFault::EndsBeforeItBegins { end: until.to_string(), other }),
            );
        }
    }
}

fn indicators(data: &Dataset, report: &mut Report) {
    for indicator in &data.indicators {
        if let Some(parent) = indicator.parent.as_ref().filter(|parent| data.indicator(parent).is_none()) {
            let nearest = nearest(parent, data.indicators.iter().map(|own| own.code.as_str()));
            report.push(indicator.finding("thuoc", DataFault::unknown_indicator(parent, nearest)));
        }
        if Measure::is_built_in(&indicator.code) {
            report.push(indicator.finding("ma", DataFault::ReservedCode { code: indicator.code.clone() }));
        }
        if let Some(counted) = &indicator.counted
            && let Err(fault) = Measure::named(data, &counted.measure)
        {
            report.push(indicator.finding("doi_chieu.do", fault));
        }
    }
}

/// Registered, recognised, exemplary, proposed, awarded: each stage is part of
/// the one before. A score decides what may be recognised.
fn state(data: &Dataset, model: &Placed<YearModel>, report: &mut Report) {
    let own = &model.model;
    let recognised = own.state == State::Recognised;
    let stages = [
        ("tieu_bieu", own.exemplary, "trang_thai", recognised),
        ("de_nghi_khen", own.proposed, "trang_thai", recognised),
        ("duoc_khen", own.awarded, "de_nghi_khen", own.proposed),
    ];
    for (key, stage, before, reached) in stages {
        if stage && !reached {
            let fault = DataFault::StageSkipped { stage: key, before, other: model.place(before) };
            report.push(model.finding(key, fault));
        }
    }
    let score = data.score(model);
    for (key, value) in [("diem", own.score), ("diem_tu_cham", own.own_score)] {
        if value.is_some_and(|value| !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&value.value())) {
            report.push(model.finding(key, DataFault::ScoreRange));
        }
    }
    let eligible = data.is_eligible(model);
    if recognised && (score.is_some() || !eligible) && data.rank(model).is_none() {
        let keys = if eligible { ["diem", "cham"] } else { ["du_dieu_kien"; 2] };
        let other = data.evaluation(model).map_or_else(|| model.place(keys[0]), |own| own.place(keys[1]));
        report.push(model.finding("trang_thai", DataFault::RecognisedBelow { other }));
    }
    let lowered = own.own_score.zip(own.score).is_some_and(|(own, score)| own != score);
    if lowered && own.score_reason.is_none() {
        report.push(model.finding("diem", DataFault::ScoreChanged { other: model.place("diem_tu_cham") }));
    }
    if matches!(own.state, State::NotRecognised | State::Withdrawn) && own.reason.is_none() {
        report.push(model.finding("trang_thai", DataFault::NoReason));
    }
}

/// Where a model comes from: its unit in its year, the year it began, its person.
fn origin(data: &Dataset, model: &Placed<YearModel>, report: &mut Report) {
    let own = &model.model;
    let unit = &data.units[model.unit];
    if !unit.exists_in(model.year) {
        let fault =
            DataFault::UnitGone { unit: unit.code.clone(), year: model.year, other: unit.place("ma") };
        report.push(model.finding("don_vi", fault));
    }
    let began_later = own.first_year.is_some_and(|first| i32::from(first) > model.year);
    if began_later || (own.freshness == Freshness::Continued && own.first_year.is_none()) {
        report.push(model.finding("tinh_trang", DataFault::FirstYear { other: model.place("nam_dau") }));
    }
    if own.from.zip(own.until).is_some_and(|(from, until)| until < from) {
        let end = own.until.map_or_else(String::new, |until| until.to_string());
        report.push(
            model.finding("den_ngay", DataFault::EndsBeforeItBegins { end, other: model.place("tu_ngay") }),
        );
    }
    if own.budget.is_some_and(|budget| budget.value() < Decimal::ZERO) {
        report.push(model.finding("kinh_phi", DataFault::NegativeBudget));
    }
    if (own.subject == Subject::Person) != own.person.is_some() {
        report.push(model.finding("doi_tuong", DataFault::PersonMissing { other: model.place("ca_nhan") }));
    }
}

fn fields(data: &Dataset, model: &Placed<YearModel>, report: &mut Report) {
    let known = || data.lists.fields.iter().map(|field| field.code.as_str());
    if !known().any(|code| code == model.model.field) {
        let name = &model.model.field;
        let (nearest, known) = (nearest(name, known()), known().collect::<Vec<_>>().join(", "));
        report
            .push(model.finding("linh_vuc", DataFault::UnknownField { name: name.clone(), nearest, known }));
    }
    if model.model.name.chars().count() > 160 {
        report.push(model.finding("ten", DataFault::LongName));
    }
}

/// One unit does not register one name twice a year.
fn same_names(data: &Dataset, report: &mut Report) {
    let mut first = HashMap::new();
    for model in data.models.iter().filter(|model| model.model.state != State::Withdrawn) {
        let key = (model.year, model.unit, comparable(&model.model.name));
        if let Some(other) = first.insert(key, model) {
            report.push(model.finding("ten", DataFault::SameName { other: other.place("ten") }));
        }
    }
}

fn figures(data: &Dataset, report: &mut Report) {
    for figure in &data.figures {
        let indicator = &data.indicators[figure.indicator];
        let Some(value) = figure.figure.value.map(Amount::value) else { continue };
        let range = match indicator.kind {
            IndicatorKind::Percent => Decimal::ZERO..=Decimal::ONE_HUNDRED,
            _ => Decimal::ZERO..=Decimal::MAX,
        };
        let whole = matches!(indicator.kind, IndicatorKind::Count | IndicatorKind::People);
        if !range.contains(&value) || (whole && !value.is_integer()) {
            let other = indicator.place("loai");
            report.push(figure.finding("so", DataFault::FigureRange { other }));
        }
        if let Some(unit) = figure.unit.map(|at| &data.units[at]).filter(|unit| !unit.exists_in(figure.year))
        {
            let fault =
                DataFault::UnitGone { unit: unit.code.clone(), year: figure.year, other: unit.place("ma") };
            report.push(figure.finding("don_vi", fault));
        }
    }
}

/// Parts add to their whole, units to the Khối.
fn sums(data: &Dataset, report: &mut Report) {
    for whole in &data.figures {
        let Some(stated) = whole.figure.value.map(Amount::value) else { continue };
        let indicator = &data.indicators[whole.indicator];
        let parts: Vec<_> = (0..data.indicators.len())
            .filter(|at| data.indicators[*at].parent.as_ref() == Some(&indicator.code))
            .filter_map(|at| data.figure(at, whole.unit, whole.year))
            .collect();
        let value =
            |part: &&Placed<super::YearFigure>| part.figure.value.map_or(Decimal::ZERO, Amount::value);
        let sum: Decimal = parts.iter().map(value).sum();
        if let Some(first) = parts.first().filter(|_| indicator.exhaustive && sum != stated) {
            let fault = DataFault::sum(stated, sum, first.place("so"));
            report.push(whole.finding("so", fault));
        }
        for part in parts.iter().filter(|part| value(part) > stated) {
            report.push(part.finding("so", DataFault::part_larger(value(part), stated, whole.place("so"))));
        }
        if whole.unit.is_none() && indicator.kind != IndicatorKind::Percent {
            let of_units = || data.figures_of_units(whole.indicator, whole.year);
            let sum: Decimal = of_units().map(|own| value(&own)).sum();
            if let Some(first) = of_units().next().filter(|_| sum != stated) {
                report.push(whole.finding("so", DataFault::sum(stated, sum, first.place("so"))));
            }
        }
    }
}

/// A stated number of models is the number in the list of that year.
fn counted(data: &Dataset, report: &mut Report) {
    for figure in data.figures.iter().filter(|figure| figure.unit.is_none()) {
        let indicator = &data.indicators[figure.indicator];
        let Some(counted) = &indicator.counted else { continue };
        let (Some(stated), Ok(measure)) = (figure.figure.value, Measure::named(data, &counted.measure))
        else {
            continue;
        };
        let selection = Selection {
            years: vec![figure.year],
            field: counted.field.clone(),
            subject: counted.subject.clone(),
            rank: counted.rank.clone(),
            ..Selection::default()
        };
        let Some(own) = measure.of(data, &selection).filter(|own| *own != stated.value()) else { continue };
        let first = data.models.iter().find(|model| model.year == figure.year);
        let other =
            first.map_or_else(|| indicator.place("doi_chieu"), |model| model.source().name().to_string());
        report.push(figure.finding("so", DataFault::counted(stated.value(), own, other)));
    }
}
