//! In: the declared columns of a table. Out: its columns of figures, a group for
//! each year where the table runs through them, and their heading.

use super::{HeadCell, measure};
use crate::documents::{Derivation, DerivedColumn, FigureColumn, FiguresTable, RowsOf};
use crate::expression::Scope;
use crate::figures::{Measure, Selection};
use crate::values::one_line;

/// A column of figures.
#[derive(Clone)]
pub(super) struct Column {
    /// The years of one column group; none for the row's own years.
    pub(super) years: Option<Vec<i32>>,
    /// None in a table of indicators, where the row says what is measured.
    pub(super) measure: Option<Measure>,
    pub(super) derivation: Option<Derivation>,
    pub(super) whole: Option<Measure>,
    pub(super) title: String,
}

impl Column {
    /// The part of the data that the column shows of a row's.
    pub(super) fn of(&self, selection: &Selection) -> Selection {
        self.years.as_ref().map_or_else(|| selection.clone(), |years| selection.in_years(years))
    }
}

/// The columns of a table and its heading; `lead` are the headings before them.
pub(super) fn columns(
    table: &FiguresTable,
    scope: &Scope,
    lead: &[String],
) -> (Vec<Column>, Vec<Vec<HeadCell>>) {
    let names = names(table, scope);
    let groups = groups(table, scope);
    let head = head(lead, &groups, &names);
    let of_group = |(_, years): &(String, Option<Vec<i32>>)| {
        let years = years.clone();
        names.iter().map(move |column| Column { years: years.clone(), ..column.clone() }).collect::<Vec<_>>()
    };
    (groups.iter().flat_map(of_group).collect(), head)
}

/// The columns of one group, before years.
fn names(table: &FiguresTable, scope: &Scope) -> Vec<Column> {
    if table.rows == RowsOf::Indicators && table.columns.is_empty() {
        let title = "Số lượng".into();
        return vec![Column { years: None, measure: None, derivation: None, whole: None, title }];
    }
    let column = |column: &FigureColumn| {
        let derived = match column {
            FigureColumn::Name(name) => {
                &DerivedColumn { measure: name.clone(), derivation: None, whole: None, title: None }
            }
            FigureColumn::Derived(derived) => derived,
        };
        let own = measure(scope, &derived.measure)?;
        let label = || match derived.derivation {
            None => own.label(&scope.data),
            Some(Derivation::Share) => "Tỷ trọng (%)".into(),
            Some(Derivation::Increase) => "Tăng, giảm".into(),
            Some(Derivation::Growth) => "Tăng, giảm (%)".into(),
            Some(Derivation::Rate) => "Tỷ lệ (%)".into(),
        };
        Some(Column {
            years: None,
            measure: Some(own),
            derivation: derived.derivation,
            whole: derived.whole.as_ref().and_then(|name| measure(scope, name)),
            title: derived.title.clone().unwrap_or_else(label),
        })
    };
    table.columns.iter().filter_map(column).collect()
}

/// The headings above groups of columns and the years they cover.
fn groups(table: &FiguresTable, scope: &Scope) -> Vec<(String, Option<Vec<i32>>)> {
    if !table.by_year {
        return vec![(String::new(), None)];
    }
    let years = scope.period.years();
    let mut groups: Vec<_> = years.iter().map(|year| (year.to_string(), Some(vec![*year]))).collect();
    if let Some(label) = table.whole_period.as_ref().filter(|_| years.len() > 1) {
        groups.push((one_line(label), Some(years.to_vec())));
    }
    groups
}

/// One line of headings, or two where years stand above the figures.
fn head(lead: &[String], groups: &[(String, Option<Vec<i32>>)], names: &[Column]) -> Vec<Vec<HeadCell>> {
    let cell = |text: &str, columns, lines| HeadCell { text: text.into(), columns, lines };
    let by_year = groups.iter().any(|(label, _)| !label.is_empty());
    let two_lines = by_year && names.len() > 1;
    let mut first: Vec<_> = lead.iter().map(|text| cell(text, 1, if two_lines { 2 } else { 1 })).collect();
    if two_lines {
        first.extend(groups.iter().map(|(label, _)| cell(label, names.len(), 1)));
        let second = groups.iter().flat_map(|_| names.iter().map(|name| cell(&name.title, 1, 1)));
        vec![first, second.collect()]
    } else if by_year {
        first.extend(groups.iter().map(|(label, _)| cell(label, 1, 1)));
        vec![first]
    } else {
        first.extend(names.iter().map(|name| cell(&name.title, 1, 1)));
        vec![first]
    }
}
