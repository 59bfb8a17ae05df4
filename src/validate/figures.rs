//! In: the declared tables and charts of a document and the data. Out: a
//! finding for every name in them that the data do not know.

use super::{recognition, votes, walk};
use crate::compute::{facts, is_criterion};
use crate::diagnostic::{ContentFault, DataFault, EvaluationFault, Fault, Report};
use crate::documents::{
    Block, Chart, Derivation, FigureColumn, FiguresTable, Filter, OfficialDocument, Ranking, RowsOf,
};
use crate::expression::Scope;
use crate::figures::Measure;
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
            return push("", ContentFault::NoFiguresDeclared.into());
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
                    recognition::check(loaded, own, &path, rows, &scope.data, report);
                    first_list = Some(path.clone());
                }
            }
            Block::Progress(own) if !scope.data.plans.iter().any(|plan| plan.file == own.plan) => {
                let files: Vec<_> = scope.data.plans.iter().map(|plan| plan.file.as_str()).collect();
                let nearest = nearest(&own.plan, files.iter().copied());
                push("ke_hoach", ContentFault::NoSuchPlan { file: own.plan.clone(), nearest }.into());
            }
            _ => {}
        }
    });
}

fn table(table: &FiguresTable, scope: &Scope, push: &mut impl FnMut(&str, Fault)) {
    let data = &scope.data;
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
        push("hang", ContentFault::NoColumns.into());
    }
    for (at, column) in table.columns.iter().enumerate() {
        let key = format!("cot.{at}");
        match column {
            FigureColumn::Name(name) if table.rows == RowsOf::Models => {
                if !facts().any(|own| own == name) && !is_criterion(data, name) {
                    push(&key, unknown(name, facts()).into());
                }
            }
            FigureColumn::Name(name) => measure(scope, name, &key, push),
            FigureColumn::Derived(derived) => {
                measure(scope, &derived.measure, &format!("{key}.do"), push);
                match (&derived.whole, derived.derivation) {
                    (Some(whole), _) => measure(scope, whole, &format!("{key}.tren"), push),
                    (None, Some(Derivation::Rate)) => push(&key, ContentFault::RateOfWhat.into()),
                    (None, _) => {}
                }
            }
        }
    }
    ranking(table.ranking.as_ref(), scope, push);
    filter(&table.filter, scope, push);
}

fn chart(chart: &Chart, scope: &Scope, push: &mut impl FnMut(&str, Fault)) {
    if chart.measures.len() > SERIES {
        push("do", ContentFault::TooManySeries { most: SERIES }.into());
    }
    for (at, name) in chart.measures.iter().enumerate() {
        measure(scope, name, &format!("do.{at}"), push);
    }
    ranking(chart.ranking.as_ref(), scope, push);
    filter(&chart.filter, scope, push);
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
    let checks: [(&str, &Option<String>, Vec<&str>); 5] = [
        ("linh_vuc", &filter.field, data.lists.fields.iter().map(|field| field.code.as_str()).collect()),
        ("don_vi", &filter.unit, data.units.iter().map(|unit| unit.code.as_str()).collect()),
        ("cum", &filter.cluster, data.units.iter().filter_map(|unit| unit.cluster.as_deref()).collect()),
        ("doi_tuong", &filter.subject, vec!["tap_the", "ca_nhan"]),
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
