//! In: a declared chart. Out: its bars as shares of its height, each with the
//! figure that stands on it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::{cell, measure, selection};
use crate::documents::{Chart, ChartForm};
use crate::expression::Scope;
use crate::figures::{self, Group};
use crate::values::{one_line, writing};

/// A chart ready for the page.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct ChartView {
    #[serde(rename = "ten")]
    pub caption: String,
    /// Whether the bars lie on their side.
    #[serde(rename = "thanh_ngang")]
    pub bars: bool,
    #[serde(rename = "don_vi_tinh")]
    pub unit: Option<String>,
    /// What each series is called.
    #[serde(rename = "day")]
    pub series: Vec<String>,
    #[serde(rename = "nhom")]
    pub groups: Vec<BarGroup>,
    /// The marks of the axis: where, of its length, and what stands there.
    #[serde(rename = "moc")]
    pub ticks: Vec<(f64, String)>,
    #[serde(rename = "nguon")]
    pub source: Option<String>,
    /// The figures in words, for who cannot see the bars.
    #[serde(rename = "mo_ta")]
    pub alternative: String,
}

/// The bars that stand together.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct BarGroup {
    #[serde(rename = "ten")]
    pub name: String,
    #[serde(rename = "cot")]
    pub bars: Vec<Bar>,
}

/// A bar; its length is a share of the axis, zero where there is no figure.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the Vietnamese names are the documentation")]
pub struct Bar {
    #[serde(rename = "phan")]
    pub share: f64,
    #[serde(rename = "so")]
    pub figure: String,
}

/// More groups than these have no room on a page: columns side by side, bars one
/// below the other.
const MOST_COLUMNS: usize = 12;
const MOST_BARS: usize = 24;

/// The groups that a chart shows.
fn groups(chart: &Chart, scope: &Scope) -> Vec<Group> {
    let groups = figures::groups(&scope.data, chart.by, &selection(scope, &chart.filter));
    let ranking = chart.ranking.as_ref();
    match ranking.and_then(|ranking| measure(scope, &ranking.measure).map(|by| (ranking, by))) {
        Some((ranking, by)) => {
            figures::leading(&scope.data, groups, by, ranking.lowest_first, ranking.count.into())
        }
        None => groups,
    }
}

/// How many groups a chart has, and how many fit, if it has more.
pub(crate) fn crowd(chart: &Chart, scope: &Scope) -> Option<(usize, usize)> {
    let most = if chart.form == ChartForm::Bars { MOST_BARS } else { MOST_COLUMNS };
    let bars = groups(chart, scope).len();
    (!scope.blank && bars > most).then_some((bars, most))
}

/// Whether there is nothing to draw.
pub(crate) fn is_empty(chart: &Chart, scope: &Scope) -> bool {
    let measures: Vec<_> = chart.measures.iter().filter_map(|name| measure(scope, name)).collect();
    let has_figure =
        |group: &Group| measures.iter().any(|own| own.of(&scope.data, &group.selection).is_some());
    !scope.blank && !groups(chart, scope).iter().any(has_figure)
}

/// The chart; a blank form has none.
pub(in crate::compute) fn view(chart: &Chart, scope: &Scope) -> Option<ChartView> {
    if scope.blank {
        return None;
    }
    let data = &scope.data;
    let measures: Vec<_> = chart.measures.iter().filter_map(|name| measure(scope, name)).collect();
    let groups = groups(chart, scope);
    let values: Vec<Vec<Option<Decimal>>> = groups
        .iter()
        .map(|group| measures.iter().map(|own| own.of(data, &group.selection)).collect())
        .collect();
    let largest = values.iter().flatten().flatten().max().copied().unwrap_or_default();
    let step = step(largest);
    let top = (largest / step).ceil().max(Decimal::ONE) * step;
    let share = |value: Decimal| (value / top).to_f64().unwrap_or(0.0).clamp(0.0, 1.0);
    let series: Vec<_> = measures.iter().map(|own| own.label(data)).collect();
    let bars: Vec<_> = groups
        .into_iter()
        .zip(values)
        .map(|(group, values)| {
            let bars = values.into_iter().zip(&measures).map(|(value, own)| Bar {
                share: value.map_or(0.0, share),
                figure: cell(scope, value, own.style(data), own.precision(data, &group.selection)),
            });
            BarGroup { bars: bars.collect(), name: group.name }
        })
        .collect();
    let mut ticks = Vec::new();
    let mut at = Decimal::ZERO;
    while at <= top {
        ticks.push((share(at), writing::thousands(at)));
        at += step;
    }
    let caption = one_line(&chart.caption);
    let described = bars.iter().map(|group| {
        let bars = group
            .bars
            .iter()
            .zip(&series)
            .map(|(bar, name)| format!("{} {}", name.to_lowercase(), bar.figure));
        format!("{}: {}", group.name, bars.collect::<Vec<_>>().join(", "))
    });
    let alternative = format!("{caption}. {}", described.collect::<Vec<_>>().join("; "));
    Some(ChartView {
        caption,
        bars: chart.form == ChartForm::Bars,
        unit: chart.unit.as_deref().map(one_line),
        series,
        groups: bars,
        ticks,
        source: chart.source.as_deref().map(one_line),
        alternative,
    })
}

/// A round step that gives four to eight marks: 1, 2 or 5 times a power of ten.
fn step(largest: Decimal) -> Decimal {
    let mut power = Decimal::new(1, 2);
    loop {
        for factor in [1, 2, 5] {
            let step = power * Decimal::from(factor);
            if largest / step <= Decimal::from(6) {
                return step;
            }
        }
        power *= Decimal::TEN;
    }
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn round_steps() {
        for (largest, expected) in
            [("0", "0.01"), ("5", "1"), ("91", "20"), ("74", "20"), ("1640.2", "500"), ("60", "10")]
        {
            assert_eq!(step(largest.parse().unwrap()).normalize().to_string(), expected, "{largest}");
        }
    }
}
