//! In: a dataset. Out: a finding for every figure out of its range, every whole
//! that is not the sum of its parts, and every year that a sum over the years
//! lacks.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Dataset, Placed, YearFigure};
use crate::diagnostic::{DataFault, Diagnostic, FigureFault, Report};
use crate::figures::{Measure, Selection};
use crate::records::{Aggregate, Counted, IndicatorKind};
use crate::values::Amount;

/// Figures that no indicator of their kind can have.
pub(super) fn figures(data: &Dataset, report: &mut Report) {
    for figure in &data.figures {
        let indicator = &data.indicators[figure.indicator];
        if let Some(unit) = figure.unit.map(|at| &data.units[at]).filter(|unit| !unit.exists_in(figure.year))
        {
            let fault =
                DataFault::UnitGone { unit: unit.code.clone(), year: figure.year, other: unit.place("ma") };
            report.push(figure.finding("don_vi", fault));
        }
        let Some(value) = figure.figure.value.map(Amount::value) else { continue };
        let other = || indicator.place("loai");
        let fault = match indicator.kind {
            _ if value < Decimal::ZERO => FigureFault::Negative,
            IndicatorKind::Percent if value > Decimal::ONE_HUNDRED => {
                FigureFault::PercentRange { other: other() }
            }
            IndicatorKind::Count | IndicatorKind::People if !value.is_integer() => {
                FigureFault::NotWhole { other: other() }
            }
            _ => continue,
        };
        report.push(figure.finding("so", fault));
    }
}

/// Everything that must add up.
pub(super) fn all(data: &Dataset, report: &mut Report) {
    sums(data, report);
    counted(data, report);
    missing_lists(data, report);
    gaps(data, report);
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
        let value = |part: &&Placed<YearFigure>| part.figure.value.map_or(Decimal::ZERO, Amount::value);
        let sum: Decimal = parts.iter().map(value).sum();
        if let Some(first) = parts.first().filter(|_| indicator.exhaustive && sum != stated) {
            let fault = FigureFault::sum(stated, sum, first.place("so"));
            report.push(whole.finding("so", fault));
        }
        for part in parts.iter().filter(|part| value(part) > stated) {
            report.push(part.finding("so", FigureFault::part_larger(value(part), stated, whole.place("so"))));
        }
        if whole.unit.is_none() && indicator.kind != IndicatorKind::Percent {
            let of_units = || data.figures_of_units(whole.indicator, whole.year);
            let sum: Decimal = of_units().map(|own| value(&own)).sum();
            if let Some(first) = of_units().next().filter(|_| sum != stated) {
                report.push(whole.finding("so", FigureFault::sum(stated, sum, first.place("so"))));
            }
        }
    }
}

/// A stated number of models is the number in the list of that year.
fn counted(data: &Dataset, report: &mut Report) {
    for figure in data.figures.iter().filter(|figure| figure.unit.is_none()) {
        let indicator = &data.indicators[figure.indicator];
        let Some(counted) = &indicator.counted else { continue };
        if counted.counts_awards() {
            awards(data, figure, counted, report);
            continue;
        }
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
        let other = lists_of(data, figure.year).unwrap_or_else(|| indicator.place("doi_chieu"));
        report.push(figure.finding("so", FigureFault::counted(stated.value(), own, other)));
    }
}

/// A stated number of awards is the number in the list of that year, if it has one.
fn awards(data: &Dataset, figure: &Placed<YearFigure>, counted: &Counted, report: &mut Report) {
    let of_year = || data.awards.iter().filter(|own| own.year == figure.year);
    let (Some(stated), Some(first)) = (figure.figure.value.map(Amount::value), of_year().next()) else {
        return;
    };
    let own = Decimal::from(of_year().filter(|own| counted.has(&own.award)).count());
    if own != stated {
        report.push(figure.finding("so", FigureFault::counted(stated, own, first.source().name().into())));
    }
}

/// The places where the models of a year are listed, the first three by name.
fn lists_of(data: &Dataset, year: i32) -> Option<String> {
    let mut seen = BTreeSet::new();
    let models = data.models.iter().filter(|model| model.year == year);
    let mut places: Vec<_> = models
        .filter(|model| {
            let sheet = model.source().cell(model.span("")).and_then(|(sheet, _)| sheet);
            seen.insert((model.source().name().to_string(), sheet.map(String::from)))
        })
        .map(|model| model.place(""))
        .collect();
    let more = places.len().saturating_sub(3);
    places.truncate(3);
    let more = if more > 0 { format!(" (+{more})") } else { String::new() };
    (!places.is_empty()).then(|| format!("{}{more}", places.join("; ")))
}

/// A year whose models were counted, or that lies between two that have a list,
/// has a list too.
fn missing_lists(data: &Dataset, report: &mut Report) {
    let years = &data.model_years;
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return };
    let stated = |year: i32| {
        data.figures.iter().find(|figure| {
            let counted = data.indicators[figure.indicator].counted.as_ref();
            let counted = counted.is_some_and(|counted| !counted.counts_awards());
            counted && figure.year == year && figure.figure.value.is_some_and(|own| !own.value().is_zero())
        })
    };
    let all: BTreeSet<i32> = (*first..=*last).chain(data.figure_years.iter().copied()).collect();
    for year in all.into_iter().filter(|year| !years.contains(year)) {
        match stated(year) {
            Some(figure) => report.push(figure.finding("so", FigureFault::NoList { year })),
            None if (first..=last).contains(&&year) => {
                report.push(Diagnostic::in_file("data/mo-hinh", FigureFault::NoList { year }));
            }
            None => {}
        }
    }
}

/// What is added up over the years has a figure in each of them, from its first
/// year on.
fn gaps(data: &Dataset, report: &mut Report) {
    let years = &data.figure_years;
    let (Some(begin), Some(last)) = (years.first(), years.last()) else { return };
    for year in (*begin..*last).filter(|year| !years.contains(year)) {
        report.push(Diagnostic::in_file("data/ket-qua", FigureFault::NoFigures { year }));
    }
    for (at, indicator) in data.indicators.iter().enumerate() {
        if indicator.aggregate != Aggregate::Sum {
            continue;
        }
        let has = |year: i32| {
            let whole = data.figure(at, None, year).is_some_and(|own| own.figure.value.is_some());
            whole || data.figures_of_units(at, year).any(|own| own.figure.value.is_some())
        };
        let known: Vec<_> = data.figures.iter().filter(|own| own.indicator == at && has(own.year)).collect();
        let Some(first) = known.iter().min_by_key(|own| own.year) else { continue };
        let missing = years.range(first.year..).filter(|year| !has(**year));
        let missing: Vec<_> = missing.map(ToString::to_string).collect();
        if !missing.is_empty() {
            let fault = FigureFault::Gap { label: indicator.label.clone(), years: missing.join(", ") };
            report.push(first.finding("so", fault));
        }
    }
}
