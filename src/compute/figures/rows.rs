//! In: what the rows of a table are. Out: its rows with their names, each with
//! the part of the data and the measure it stands for.

use super::{measure, selection};
use crate::compute::numbering::roman;
use crate::documents::{FiguresTable, Grouping, RowsOf};
use crate::expression::Scope;
use crate::figures::{self, Dimension, Group, Measure, Selection};

/// A row before its figures are computed.
pub(super) struct Row {
    /// Its number, or the Roman number of its group.
    pub(super) number: String,
    pub(super) name: String,
    /// The unit of count, in a table of indicators.
    pub(super) unit: Option<String>,
    pub(super) selection: Selection,
    /// The measure of an indicator's row; else the columns have their own.
    pub(super) measure: Option<Measure>,
    pub(super) bold: bool,
    /// Whether it is a part of the total, not a sum of others.
    pub(super) counts: bool,
}

pub(super) fn rows(scope: &Scope, table: &FiguresTable) -> Vec<Row> {
    let within = selection(scope, &table.filter);
    let Some(dimension) = table.rows.dimension() else { return indicators(scope, table, &within) };
    if let Some(by) = table.grouped_by {
        return grouped(scope, table, dimension, by, &within);
    }
    let groups = chosen(scope, table, figures::groups(&scope.data, dimension, &within));
    groups.into_iter().zip(1..).map(|(group, number)| row(group, number)).collect()
}

fn row(group: Group, number: usize) -> Row {
    Row {
        number: number.to_string(),
        name: group.name,
        unit: None,
        selection: group.selection,
        measure: None,
        bold: false,
        counts: true,
    }
}

/// The best or the weakest, if only they are asked for; a blank form has as
/// many lines to fill in.
fn chosen(scope: &Scope, table: &FiguresTable, groups: Vec<Group>) -> Vec<Group> {
    let Some(ranking) = &table.ranking else { return groups };
    let Some(measure) = measure(scope, &ranking.measure) else { return groups };
    if scope.blank {
        let blank = |group: Group| Group { name: String::new(), ..group };
        return groups.into_iter().take(ranking.count.into()).map(blank).collect();
    }
    figures::leading(&scope.data, groups, measure, ranking.lowest_first, ranking.count.into())
}

/// `I. Đảng bộ cơ sở` with its sum, then its rows numbered on.
fn grouped(
    scope: &Scope,
    table: &FiguresTable,
    dimension: Dimension,
    by: Grouping,
    within: &Selection,
) -> Vec<Row> {
    let by = match by {
        Grouping::UnitKinds => Dimension::UnitKind,
        Grouping::Clusters => Dimension::Cluster,
    };
    let mut rows = Vec::new();
    let mut number = 0;
    for (group, at) in figures::groups(&scope.data, by, within).into_iter().zip(1..) {
        let inside = chosen(scope, table, figures::groups(&scope.data, dimension, &group.selection));
        rows.push(Row { number: roman(at), bold: true, counts: false, ..row(group, at) });
        for group in inside {
            number += 1;
            rows.push(row(group, number));
        }
    }
    rows
}

/// Indicators in the order of the data, each with its parts (“trong đó”) below.
fn indicators(scope: &Scope, table: &FiguresTable, within: &Selection) -> Vec<Row> {
    if table.rows != RowsOf::Indicators {
        return Vec::new();
    }
    let data = &scope.data;
    let asked = |at: usize| {
        let own = &data.indicators[at];
        (table.indicators.is_empty() || table.indicators.contains(&own.code))
            && table.indicator_group.as_ref().is_none_or(|group| own.group.as_ref() == Some(group))
    };
    let of = |at: usize, number: String, name: String| Row {
        number,
        name,
        unit: Some(data.indicators[at].unit.clone()),
        selection: within.clone(),
        measure: Some(Measure::Indicator(at)),
        bold: false,
        counts: true,
    };
    let mut rows = Vec::new();
    let mut number = 0;
    for at in (0..data.indicators.len()).filter(|at| asked(*at) && data.indicators[*at].parent.is_none()) {
        let own = &data.indicators[at];
        number += 1;
        rows.push(of(at, number.to_string(), own.label.clone()));
        let parts = (0..data.indicators.len())
            .filter(|part| asked(*part) && data.indicators[*part].parent.as_ref() == Some(&own.code));
        for (part, first) in parts.zip(std::iter::once(true).chain(std::iter::repeat(false))) {
            let label = &data.indicators[part].label;
            let name = if first { format!("Trong đó: {label}") } else { format!("– {label}") };
            rows.push(of(part, String::new(), name));
        }
    }
    rows
}
