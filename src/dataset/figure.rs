//! In: a figure as it was written, and its indicator. Out: its value in the unit
//! that the indicator declares, or why it cannot be told.

use rust_decimal::Decimal;

use super::Placed;
use crate::diagnostic::{FigureFault, Report};
use crate::records::{Figure, Indicator, IndicatorKind};
use crate::values::{Amount, comparable, writing};

/// The value of a figure; none where there is none.
pub(super) fn value(
    figure: &Placed<Figure>,
    indicator: &Placed<Indicator>,
    report: &mut Report,
) -> Option<Amount> {
    let value = figure.value?;
    let span = figure.span("so");
    let written = figure.source().text().get(span.start..span.end).unwrap_or_default();
    let in_percent = written.trim_end().ends_with('%');
    let percent = indicator.kind == IndicatorKind::Percent;
    if in_percent && !percent {
        report.push(figure.finding("so", of_other_unit("%", indicator)));
    }
    let part = value.value() > Decimal::ZERO && value.value() < Decimal::ONE;
    if percent && part && !in_percent && figure.source().is_sheet() {
        let read = value.value().normalize().to_string().replace('.', ",");
        report.push(figure.finding("so", FigureFault::PercentPlain { read }));
    }
    let Some(unit) = figure.unit_of_count.as_ref().filter(|own| !same(own, &indicator.unit)) else {
        return Some(value);
    };
    let worth = writing::worth(unit).zip(writing::worth(&indicator.unit));
    let turned = worth.and_then(|(own, declared)| {
        let turned = value.value().checked_mul(own.into())?.checked_div(declared.into())?;
        turned.normalize().to_string().replace('.', ",").parse().ok()
    });
    if turned.is_none() {
        report.push(figure.finding("don_vi_tinh", of_other_unit(unit, indicator)));
    }
    turned
}

fn same(one: &str, other: &str) -> bool {
    comparable(one) == comparable(other) || (one.trim() == "%" && other.trim() == "%")
}

fn of_other_unit(written: &str, indicator: &Placed<Indicator>) -> FigureFault {
    FigureFault::UnitOfCount {
        written: written.into(),
        declared: indicator.unit.clone(),
        other: indicator.place("don_vi_tinh"),
    }
}
