//! In: a call that asks for a figure or for how it has changed. Out: the figure.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error};
use rust_decimal::Decimal;

use super::condition::{Years, count, selection, truth};
use super::{measure, unknown, value};
use crate::diagnostic::{DeclaredFault, ExpressionFault};
use crate::expression::{Number, Scope, refuse};
use crate::figures::{self, Dimension, Measure, Style};
use crate::plan::Standing;
use crate::values::writing;

/// The figure itself.
pub(super) fn figure(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |name: &str, conditions: Kwargs| {
        let measure = measure(&scope, name)?;
        if ["nam", "tu", "den"].iter().any(|year| conditions.has(year)) {
            by_year(measure, name)?;
        }
        let selection = selection(&scope, &conditions, Years::Any, &[])?;
        let data = &scope.data;
        let number = measure.of(data, &selection).map(|value| Number {
            value,
            style: measure.style(data),
            precision: measure.precision(data, &selection),
        });
        Ok::<_, Error>(number.map_or(Value::from(()), Number::into_value))
    });
}

/// One figure in percent of another.
pub(super) fn rate(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |part: &str, whole: &str, conditions: Kwargs| {
        let selection = selection(&scope, &conditions, Years::Any, &[])?;
        let count = |name| Ok::<_, Error>(measure(&scope, name)?.of(&scope.data, &selection));
        let share =
            count(part)?.zip(count(whole)?).and_then(|(part, whole)| writing::percent_of(part, whole, 1));
        Ok::<_, Error>(value(share, Style::PERCENT))
    });
}

/// How much more than in the year before.
pub(super) fn increase(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |name: &str, conditions: Kwargs| {
        let measure = measure(&scope, name)?;
        by_year(measure, name)?;
        let pair = with_year_before(&scope, measure, &conditions)?;
        let style = measure.style(&scope.data);
        let style = Style { points: style.percent, ..style };
        Ok::<_, Error>(value(pair.map(|(before, now)| now - before), style))
    });
}

/// The same in percent.
pub(super) fn growth(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |name: &str, conditions: Kwargs| {
        let measure = measure(&scope, name)?;
        by_year(measure, name)?;
        let pair = with_year_before(&scope, measure, &conditions)?;
        Ok::<_, Error>(value(pair.and_then(|(before, now)| figures::growth(before, now)), Style::PERCENT))
    });
}

/// Whether it grew from each year to the next.
pub(super) fn grows(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |name: &str, conditions: Kwargs| {
        let measure = measure(&scope, name)?;
        by_year(measure, name)?;
        let selection = selection(&scope, &conditions, Years::Several, &[])?;
        let years = selection.years.iter();
        let figures: Vec<_> =
            years.map(|year| measure.of(&scope.data, &selection.in_years(&[*year]))).collect();
        // Before the first figure and after the last there is nothing to compare;
        // across a year without one nobody can say.
        let first = figures.iter().position(Option::is_some).unwrap_or(0);
        let last = figures.iter().rposition(Option::is_some).unwrap_or(0);
        let known = &figures[first.min(figures.len())..figures.len().min(last + 1)];
        let rises = |pair: &[Option<Decimal>]| pair[0].zip(pair[1]).is_some_and(|(one, next)| one < next);
        Ok::<_, Error>(known.len() > 1 && known.windows(2).all(rises))
    });
}

/// The shares of the members of a dimension, by code; they add to 100,0.
pub(super) fn shares(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |name: &str, by: &str, conditions: Kwargs| {
        let measure = measure(&scope, name)?;
        let selection = selection(&scope, &conditions, Years::Any, &[])?;
        let groups = figures::groups(&scope.data, splitting(&scope, measure, by)?, &selection);
        let parts: Vec<_> = groups.iter().map(|group| measure.of(&scope.data, &group.selection)).collect();
        let shares = figures::shares(&parts, measure.of(&scope.data, &selection));
        let pairs =
            groups.into_iter().zip(shares).map(|(group, share)| (group.code, value(share, Style::PERCENT)));
        Ok::<_, Error>(Value::from(pairs.collect::<BTreeMap<_, _>>()))
    });
}

/// The best or the weakest, each with its figure.
pub(super) fn ranking(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |name: &str, by: &str, conditions: Kwargs| {
        let measure = measure(&scope, name)?;
        let selection = selection(&scope, &conditions, Years::Any, &["lay", "thap_nhat"])?;
        let lowest = truth(&conditions, "thap_nhat")?;
        let take = count(&conditions, "lay")?.unwrap_or(3);
        let groups = figures::groups(&scope.data, splitting(&scope, measure, by)?, &selection);
        let names = figures::leading(&scope.data, groups, measure, lowest, take).into_iter().map(|group| {
            let number = measure.of(&scope.data, &group.selection).unwrap_or_default();
            let number = scope.printed(&Number::new(number, measure.style(&scope.data)));
            format!("{} ({number})", group.name)
        });
        Ok::<_, Error>(names.collect::<Vec<_>>())
    });
}

/// How many activities of a plan are done, late, overdue.
pub(super) fn progress(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |file: &str| {
        let plan = scope.data.plans.named(file).map_err(refuse)?;
        let standings = || plan.activities.iter().map(|activity| activity.standing(scope.today));
        let count = |like: fn(&Standing) -> bool| Value::from(standings().filter(like).count());
        Ok::<_, Error>(Value::from_pairs([
            ("so_viec", Value::from(standings().count())),
            ("dung_han", count(|own| *own == Standing::Done)),
            ("muon", count(|own| matches!(own, Standing::DoneLate(_)))),
            ("qua_han", count(|own| matches!(own, Standing::Overdue(_)))),
            ("chua_den_han", count(|own| *own == Standing::Due)),
            ("khong_han", count(|own| *own == Standing::Open)),
        ]))
    });
}

/// The dimension of this name, if the measure has figures for its members.
fn splitting(scope: &Scope, measure: Measure, name: &str) -> Result<Dimension, Error> {
    let dimension =
        Dimension::named(name).ok_or_else(|| unknown(name, &Dimension::ALL.map(|(own, _)| own)))?;
    if measure.is_split_by(dimension) {
        return Ok(dimension);
    }
    Err(refuse(DeclaredFault::NotSplit { label: measure.label(&scope.data), by: dimension.label() }))
}

/// Refuses a measure that has no figures by year.
fn by_year(measure: Measure, name: &str) -> Result<(), Error> {
    if measure.is_split_by(Dimension::Year) {
        return Ok(());
    }
    Err(refuse(ExpressionFault::NotByYear { name: name.into() }))
}

/// The figures of the year before and of the year asked for.
fn with_year_before(
    scope: &Scope,
    measure: Measure,
    conditions: &Kwargs,
) -> Result<Option<(Decimal, Decimal)>, Error> {
    let now = selection(scope, conditions, Years::One, &[])?;
    let Some(year) = now.years.last().copied() else { return Ok(None) };
    let of = |year| measure.of(&scope.data, &now.in_years(&[year]));
    Ok(of(year - 1).zip(of(year)))
}
