//! In: a call that asks for models or for what something is called. Out: names,
//! mean scores, and the counts of a decision's own list.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error};
use rust_decimal::Decimal;

use super::condition::{Years, count, selection};
use super::value;
use crate::expression::{Number, Scope, quoted, refuse};
use crate::figures::Style;
use crate::recognition::{Recognised, honoured};
use crate::records::Subject;
use crate::values::nearest;

/// The best models by name, each once, with whose they are.
pub(super) fn best(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |conditions: Kwargs| {
        let selection = selection(&scope, &conditions, Years::Any, &["lay"])?;
        let take = count(&conditions, "lay")?.unwrap_or(3);
        let data = &scope.data;
        let mut models: Vec<_> = data
            .models
            .iter()
            .filter(|model| selection.has(data, model) && data.rank(model).is_some())
            .collect();
        // The best first, each name once, in the order of the data.
        models.sort_by_key(|model| std::cmp::Reverse(data.score(model)));
        let mut seen = Vec::new();
        models.retain(|model| {
            let new = !seen.contains(&&model.model.name);
            seen.push(&model.model.name);
            new
        });
        let names = models.into_iter().take(take).map(|model| {
            let unit = data.units[model.unit].printed_in(model.year);
            let person = model.model.person.as_ref().filter(|_| model.model.subject == Subject::Person);
            let whose = person.map_or(unit.clone(), |person| format!("{}, {unit}", person.name));
            format!("{} ({whose})", quoted(&model.model.name))
        });
        Ok::<_, Error>(names.collect::<Vec<_>>())
    });
}

/// The mean score of the models that have one, exact to two decimals.
pub(super) fn mean_score(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |conditions: Kwargs| {
        let selection = selection(&scope, &conditions, Years::Any, &[])?;
        let models = scope.data.models.iter().filter(|model| selection.has(&scope.data, model));
        let scores: Vec<_> = models.filter_map(|model| scope.data.score(model)).collect();
        let style = Style { decimals: 2, ..Style::default() };
        let mean = scores.iter().sum::<Decimal>().checked_div(scores.len().into());
        Ok::<_, Error>(value(mean, style))
    });
}

/// The printed name of a code.
pub(super) fn name(environment: &mut Environment<'static>, name: &'static str, scope: Arc<Scope>) {
    environment.add_function(name, move |code: &str| {
        let last = scope.period.years().last().copied().unwrap_or_default();
        let data = &scope.data;
        let unit = data.unit(code).map(|at| data.units[at].printed_in(last));
        let field =
            || data.lists.fields.iter().find(|field| field.code == code).map(|field| field.name.clone());
        let indicator = || data.indicator(code).map(|at| data.indicators[at].label.clone());
        unit.or_else(field).or_else(indicator).ok_or_else(|| {
            let codes = data.units.iter().map(|unit| unit.code.as_str());
            refuse(crate::diagnostic::DataFault::unknown_unit(code, nearest(code, codes)))
        })
    });
}

/// `cong_nhan.so`; `cong_nhan.tap_the`, `cong_nhan.ca_nhan`, who is honoured, and
/// `cong_nhan.mo_hinh_tap_the`, `cong_nhan.mo_hinh_ca_nhan`, the models of each; the
/// count of each rank and each field by its code; none where the document recognises
/// nothing.
pub(super) fn recognised(scope: &Scope) -> Option<Value> {
    let rows = scope.recognised.as_ref()?;
    let count = |holds: &dyn Fn(&Recognised) -> bool| {
        let number = rows.iter().filter(|row| holds(row)).count();
        Number::new(number.into(), Style::COUNT).into_value()
    };
    let lists = &scope.data.lists;
    let ranks = lists
        .ranks
        .iter()
        .map(|rank| (rank.code.clone(), count(&|row| row.rank.as_ref() == Some(&rank.code))));
    let fields = lists.fields.iter().map(|field| (field.code.clone(), count(&|row| row.field == field.code)));
    let subjects = Subject::ALL.map(|own| {
        let honoured = Number::new(honoured(rows, own).into(), Style::COUNT).into_value();
        (own.code().to_string(), honoured)
    });
    let models =
        Subject::ALL.map(|own| (format!("mo_hinh_{}", own.code()), count(&|row| row.subject == own)));
    let all = [("so".to_string(), count(&|_| true))];
    Some(Value::from(
        ranks.chain(fields).chain(subjects).chain(models).chain(all).collect::<BTreeMap<_, _>>(),
    ))
}
