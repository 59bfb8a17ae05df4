//! In: the declared tables and charts of a document and the data. Out: a
//! finding for every name in them that the data do not know.

use super::recognition::Declared;
use super::{recognition, votes, walk};
use crate::compute::{chart_is_empty, crowd, facts, is_criterion};
use crate::diagnostic::{DataFault, DeclaredFault, EvaluationFault, Fault, Report};
use crate::documents::{
    Block, Chart, Derivation, FigureColumn, FiguresTable, Filter, OfficialDocument, Ranking, RowsOf,
};
use crate::expression::Scope;
use crate::figures::{Dimension, Measure};
use crate::load::Loaded;
use crate::values::nearest;

/// A chart has patterns for so many series.
const SERIES: usize = 3;

/// Checks every declared table and chart; without data there may be none.
pub fn figures(loaded: &Loaded<OfficialDocument>, scope: Option<&Scope>, report: &mut Report) {
    let mut first_list: Option<String> = None;
    walk::blocks(&loaded.record, &mut |block, path| {
        let key = match block {
            Block::FiguresTable(_) => "bang_so_lieu",
            Block::Chart(_) => "bieu_do",
            Block::RecognitionList(_) => "danh_sach_cong_nhan",
            Block::ScoreSheets(_) => "phieu_cham_diem",
            Block::Progress(_) => "bang_tien_do",
            Block::When(_) => "neu",
            _ => return,
        };
        let path = format!("{path}.{key}");
        let mut push = |key: &str, fault: Fault| {
            let separator = if key.is_empty() { "" } else { "." };
            report.push(loaded.finding(&format!("{path}{separator}{key}"), fault));
        };
        let Some(scope) = scope else {
            return push("", DeclaredFault::NoFigures.into());
        };
        match block {
            Block::FiguresTable(own) => {
                table(own, scope, &mut push);
                votes::check(loaded, own, &path, scope, report);
            }
            Block::ScoreSheets(own) => {
                let filter = Filter { unit: own.unit.clone(), ..Filter::default() };
                self::filter(&filter, scope, &mut |_, fault| push("don_vi", fault));
                let ids = || scope.data.models.iter().filter_map(|model| model.model.id.as_deref());
                if let Some(id) = own.model.as_ref().filter(|id| !ids().any(|own| own == *id)) {
                    let year = scope.period.years().last().copied().unwrap_or_default();
                    let nearest = nearest(id, ids());
                    push("mo_hinh", EvaluationFault::UnknownModel { id: id.clone(), year, nearest }.into());
                }
            }
            Block::Chart(own) => chart(own, scope, &mut push),
            Block::RecognitionList(own) => {
                for (at, name) in own.columns.iter().enumerate() {
                    if !facts().any(|fact| fact == name) && !is_criterion(&scope.data, name) {
                        push(&format!("cot.{at}"), unknown(name, facts()).into());
                    }
                }
                filter(&own.filter, scope, &mut push);
                if let Some(first) = &first_list {
                    recognition::second(loaded, &path, first, report);
                } else if !scope.blank {
                    let rows = scope.recognised.as_deref().unwrap_or_default();
                    let data = &*scope.data;
                    recognition::check(&Declared { loaded, list: own, path: &path, rows, data }, report);
                    first_list = Some(path.clone());
                }
            }
            Block::Progress(own) => {
                if let Err(fault) = scope.data.plans.named(&own.plan) {
                    push("ke_hoach", fault.into());
                }
            }
            _ => {}
        }
    });
}

/// What a table says that its rows make no use of.
fn without_effect(table: &FiguresTable) -> Vec<&'static str> {
    let rows = table.rows;
    let (models, indicators) = (rows == RowsOf::Models, rows == RowsOf::Indicators);
    let filter = &table.filter;
    let about_models =
        filter.field.is_some() || filter.subject.is_some() || filter.rank.is_some() || filter.exemplary;
    let derived = table.columns.iter().any(|column| matches!(column, FigureColumn::Derived(_)));
    let keys = [
        ("theo_nam", table.by_year && (models || rows == RowsOf::Years)),
        ("ca_giai_doan", table.whole_period.is_some() && !table.by_year),
        ("tong", table.total.is_some() && (models || indicators)),
        ("nhom", table.grouped_by.is_some() && rows != RowsOf::Units),
        ("xep_hang", table.ranking.is_some() && (models || indicators)),
        ("cot", (models && derived) || (indicators && !table.columns.is_empty())),
        ("chi_tieu", !table.indicators.is_empty() && !indicators),
        ("nhom_chi_tieu", table.indicator_group.is_some() && !indicators),
        ("loc", indicators && about_models),
    ];
    keys.into_iter().filter(|(_, given)| *given).map(|(key, _)| key).collect()
}

fn table(table: &FiguresTable, scope: &Scope, push: &mut impl FnMut(&str, Fault)) {
    let data = &scope.data;
    for key in without_effect(table) {
        push(key, DeclaredFault::NoEffect { key, rows: table.rows.code().into() }.into());
    }
    for (at, code) in table.indicators.iter().enumerate() {
        if data.indicator(code).is_none() {
            let nearest = nearest(code, data.indicators.iter().map(|own| own.code.as_str()));
            push(&format!("chi_tieu.{at}"), DataFault::unknown_indicator(code, nearest).into());
        }
    }
    let groups = || data.indicators.iter().filter_map(|own| own.group.as_deref());
    if let Some(group) = table.indicator_group.as_ref().filter(|group| !groups().any(|own| own == *group)) {
        push("nhom_chi_tieu", unknown(group, groups()).into());
    }
    if table.columns.is_empty() && table.rows != RowsOf::Indicators {
        push("hang", DeclaredFault::NoColumns.into());
    }
    for (at, column) in table.columns.iter().enumerate() {
        let key = format!("cot.{at}");
        match column {
            FigureColumn::Name(name) if table.rows == RowsOf::Models => {
                if !facts().any(|own| own == name) && !is_criterion(data, name) {
                    push(&key, unknown(name, facts()).into());
                }
            }
            FigureColumn::Name(name) => {
                measure(scope, name, &key, push);
                split(scope, table, name, &key, push);
            }
            FigureColumn::Derived(derived) => {
                let place = format!("{key}.do");
                measure(scope, &derived.measure, &place, push);
                split(scope, table, &derived.measure, &place, push);
                let own = Measure::named(data, &derived.measure).ok();
                let rate = own.filter(|own| own.style(data).percent);
                if let (Some(rate), Some(Derivation::Share)) = (rate, derived.derivation) {
                    push(&place, DeclaredFault::NotShared { label: rate.label(data) }.into());
                }
                match (&derived.whole, derived.derivation) {
                    (Some(whole), _) => measure(scope, whole, &format!("{key}.tren"), push),
                    (None, Some(Derivation::Rate)) => push(&key, DeclaredFault::RateOfWhat.into()),
                    (None, _) => {}
                }
            }
        }
    }
    ranking(table.ranking.as_ref(), scope, push);
    filter(&table.filter, scope, push);
}

/// Whether the rows, and the years beside them, have figures of their own.
fn split(scope: &Scope, table: &FiguresTable, name: &str, key: &str, push: &mut impl FnMut(&str, Fault)) {
    let Ok(measure) = Measure::named(&scope.data, name) else { return };
    let years = table.by_year.then_some(Dimension::Year);
    for by in table.rows.dimension().into_iter().chain(years) {
        not_split(scope, measure, by, key, push);
    }
}

fn not_split(scope: &Scope, own: Measure, by: Dimension, key: &str, push: &mut impl FnMut(&str, Fault)) {
    if !own.is_split_by(by) {
        push(key, DeclaredFault::NotSplit { label: own.label(&scope.data), by: by.label() }.into());
    }
}

fn chart(chart: &Chart, scope: &Scope, push: &mut impl FnMut(&str, Fault)) {
    if chart.measures.len() > SERIES {
        push("do", DeclaredFault::TooManySeries { most: SERIES }.into());
    }
    for (at, name) in chart.measures.iter().enumerate() {
        let key = format!("do.{at}");
        measure(scope, name, &key, push);
        if let Ok(own) = Measure::named(&scope.data, name) {
            not_split(scope, own, chart.by, &key, push);
        }
    }
    ranking(chart.ranking.as_ref(), scope, push);
    filter(&chart.filter, scope, push);
    if let Some((bars, most)) = crowd(chart, scope) {
        push("theo", DeclaredFault::TooManyBars { bars, most }.into());
    } else if chart_is_empty(chart, scope) {
        push("do", DeclaredFault::EmptyChart.into());
    }
}

fn ranking(ranking: Option<&Ranking>, scope: &Scope, push: &mut impl FnMut(&str, Fault)) {
    if let Some(ranking) = ranking {
        measure(scope, &ranking.measure, "xep_hang.theo", push);
    }
}

fn measure(scope: &Scope, name: &str, key: &str, push: &mut impl FnMut(&str, Fault)) {
    if let Err(fault) = Measure::named(&scope.data, name) {
        push(key, fault.into());
    }
}

fn filter(filter: &Filter, scope: &Scope, push: &mut impl FnMut(&str, Fault)) {
    let data = &scope.data;
    let checks: [(&str, &Option<String>, Vec<&str>); 4] = [
        ("linh_vuc", &filter.field, data.lists.fields.iter().map(|field| field.code.as_str()).collect()),
        ("don_vi", &filter.unit, data.units.iter().map(|unit| unit.code.as_str()).collect()),
        ("cum", &filter.cluster, data.units.iter().filter_map(|unit| unit.cluster.as_deref()).collect()),
        ("xep_loai", &filter.rank, data.lists.ranks.iter().map(|rank| rank.code.as_str()).collect()),
    ];
    for (key, given, known) in checks {
        if let Some(name) = given.as_ref().filter(|name| !known.contains(&name.as_str())) {
            push(&format!("loc.{key}"), unknown(name, known.iter().copied()).into());
        }
    }
}

fn unknown<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> DataFault {
    let known: Vec<_> = known.collect();
    DataFault::UnknownMeasure {
        name: name.into(),
        nearest: nearest(name, known.iter().copied()),
        known: known.join(", "),
    }
}
