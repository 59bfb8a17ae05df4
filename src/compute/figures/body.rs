//! In: the rows and columns of a table. Out: its cells, the row of what stands in
//! no other, and the total.

use rust_decimal::Decimal;

use super::column::Column;
use super::rows::Row;
use super::{FiguresRow, MISSING, cell, selection};
use crate::documents::{Derivation, FiguresTable, RowsOf};
use crate::expression::Scope;
use crate::figures::{self, Measure, Selection, Style};
use crate::records::Precision;
use crate::values::{one_line, writing};

/// What the rest of a total is called.
const REST: &str = "Khác";

/// A table whose cells are being written.
pub(super) struct Body<'t> {
    pub(super) scope: &'t Scope,
    pub(super) table: &'t FiguresTable,
    pub(super) rows: &'t [Row],
    pub(super) columns: &'t [Column],
    /// Whether a number stands before the names.
    pub(super) numbered: bool,
    /// Whether the unit of count stands behind them.
    pub(super) has_units: bool,
}

impl Body<'_> {
    /// The rows and, where the table has a total, the rest.
    pub(super) fn rows(&self) -> Vec<FiguresRow> {
        let shares: Vec<_> = self.columns.iter().map(|column| self.shares_of(column)).collect();
        let row = |(at, row): (usize, &Row)| {
            let mut cells = self.lead(&row.number, &row.name, row.unit.as_deref());
            for (column, shares) in self.columns.iter().zip(&shares) {
                cells.push(match shares {
                    Some(shares) => cell(self.scope, shares[at], Style::PERCENT, Precision::Exact),
                    None => self.figure(row.measure, &row.selection, column),
                });
            }
            FiguresRow { bold: row.bold, spans: false, cells }
        };
        let rows = self.rows.iter().enumerate().map(row);
        rows.chain(self.rest(&shares)).collect()
    }

    /// The last row, computed from the data and not from the cells above it.
    pub(super) fn total(&self) -> Option<FiguresRow> {
        let label = one_line(self.table.total.as_deref()?);
        let within = selection(self.scope, &self.table.filter);
        let own = |column: &Column| {
            // Rates of years do not add up to changes of a period.
            let changes = matches!(column.derivation, Some(Derivation::Increase | Derivation::Growth));
            let of_years = self.table.rows == RowsOf::Years && changes;
            if of_years || self.rows.is_empty() {
                String::from(if self.scope.blank { "" } else { MISSING })
            } else {
                self.figure(None, &within, column)
            }
        };
        let mut cells = self.lead("", &label, None);
        cells.extend(self.columns.iter().map(own));
        Some(FiguresRow { bold: true, spans: false, cells })
    }

    fn lead(&self, number: &str, name: &str, unit: Option<&str>) -> Vec<String> {
        let number = self.numbered.then(|| number.to_string());
        let unit = self.has_units.then(|| unit.unwrap_or_default().to_string());
        number.into_iter().chain([name.to_string()]).chain(unit).collect()
    }

    /// The shares of the rows in a column that shows them; with the rest they add
    /// to 100,0. Of the best few they are shares of all.
    fn shares_of(&self, column: &Column) -> Option<Vec<Option<Decimal>>> {
        if column.derivation != Some(Derivation::Share) {
            return None;
        }
        let value = |selection: &Selection| column.measure?.of(&self.scope.data, &column.of(selection));
        let counted = self.rows.iter().filter(|row| row.counts);
        let parts: Vec<_> = counted.map(|row| value(&row.selection)).collect();
        let whole = value(&selection(self.scope, &self.table.filter));
        let mut shares = figures::shares(&parts, whole).into_iter();
        Some(self.rows.iter().map(|row| if row.counts { shares.next().flatten() } else { None }).collect())
    }

    /// One figure of a row or of the total.
    fn figure(&self, own: Option<Measure>, selection: &Selection, column: &Column) -> String {
        let (scope, data) = (self.scope, &self.scope.data);
        let Some(measure) = own.or(column.measure) else { return String::new() };
        let selection = column.of(selection);
        let now = || measure.of(data, &selection);
        let before = || match selection.years.as_slice() {
            [year] => measure.of(data, &selection.in_years(&[year - 1])),
            // A period has no year before it.
            _ => None,
        };
        let style = measure.style(data);
        match column.derivation {
            None => cell(scope, now(), style, measure.precision(data, &selection)),
            Some(Derivation::Share) => {
                // Nothing has no shares.
                let whole = now().map(|now| if now.is_zero() { now } else { Decimal::ONE_HUNDRED });
                cell(scope, whole, Style::PERCENT, Precision::Exact)
            }
            Some(Derivation::Increase) => {
                let change = now().zip(before()).map(|(now, before)| now - before);
                // Padded as sentences pad it: `tăng 09`, `giảm 03`.
                let sign = if change.is_some_and(|change| change < Decimal::ZERO) { "-" } else { "" };
                format!("{sign}{}", cell(scope, change.map(|change| change.abs()), style, Precision::Exact))
            }
            Some(Derivation::Growth) => {
                let change = now().zip(before()).and_then(|(now, before)| figures::growth(before, now));
                cell(scope, change, Style::PERCENT, Precision::Exact)
            }
            Some(Derivation::Rate) => {
                let whole = column.whole.and_then(|whole| whole.of(data, &selection));
                let rate = now().zip(whole).and_then(|(part, whole)| writing::percent_of(part, whole, 1));
                cell(scope, rate, Style::PERCENT, Precision::Exact)
            }
        }
    }

    /// What belongs to the total but to none of the rows, such as models without
    /// a rank or units that are not among the best: a row of its own, so that the
    /// rows add up.
    fn rest(&self, shares: &[Option<Vec<Option<Decimal>>>]) -> Option<FiguresRow> {
        let has_parts = !matches!(self.table.rows, RowsOf::Indicators | RowsOf::Years);
        if self.table.total.is_none() || !has_parts || self.scope.blank {
            return None;
        }
        let within = selection(self.scope, &self.table.filter);
        let data = &self.scope.data;
        let counted = |column: &Column| {
            let measure = column.measure.filter(|measure| !measure.style(data).percent)?;
            let of = |selection: &Selection| measure.of(data, &column.of(selection));
            let rows = self.rows.iter().filter(|row| row.counts);
            let parts: Vec<_> = rows.filter_map(|row| of(&row.selection)).collect();
            let whole = of(&within)?;
            // Where no row has a figure, the rows say so themselves.
            (!parts.is_empty()).then(|| whole - parts.iter().sum::<Decimal>())
        };
        let remainder = |(column, shares): (&Column, &Option<Vec<Option<Decimal>>>)| {
            let left = counted(column)?;
            match (column.derivation, shares) {
                (None, _) => Some(left),
                (Some(Derivation::Share), Some(shares)) if left > Decimal::ZERO => {
                    Some(Decimal::ONE_HUNDRED - shares.iter().flatten().sum::<Decimal>())
                }
                _ => None,
            }
        };
        let left: Vec<_> = self.columns.iter().zip(shares).map(remainder).collect();
        if !left.iter().flatten().any(|left| !left.is_zero()) {
            return None;
        }
        let mut cells = self.lead("", REST, None);
        cells.extend(left.into_iter().zip(self.columns).map(|(left, column)| {
            let own = column.measure.map_or(Style::COUNT, |measure| measure.style(data));
            let style = if column.derivation.is_some() { Style::PERCENT } else { own };
            cell(self.scope, left, style, Precision::Exact)
        }));
        Some(FiguresRow { bold: false, spans: false, cells })
    }
}
