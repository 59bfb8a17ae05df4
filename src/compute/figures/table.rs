//! In: a declared table. Out: its heading, rows and total as printed.

use rust_decimal::Decimal;

use super::rows::{Row, rows};
use super::{FiguresColumn, FiguresRow, FiguresView, HeadCell, cell, measure, models, selection, share};
use crate::documents::{Derivation, DerivedColumn, FigureColumn, FiguresTable, RowsOf};
use crate::expression::Scope;
use crate::figures::{self, Measure, Selection, Style};
use crate::records::Precision;
use crate::values::{one_line, writing};

/// A column of figures.
struct Figures {
    /// The years of one column group; none for the row's own years.
    years: Option<Vec<i32>>,
    /// None in a table of indicators, where the row says what is measured.
    measure: Option<Measure>,
    derivation: Option<Derivation>,
    whole: Option<Measure>,
    title: String,
}

pub(in crate::compute) fn view(table: &FiguresTable, scope: &Scope) -> FiguresView {
    let frame = FiguresView {
        caption: table.caption.as_deref().map(one_line),
        unit: table.unit.as_deref().map(one_line),
        source: table.source.as_deref().map(one_line).filter(|_| !scope.blank),
        note: table.note.as_deref().map(one_line),
        ..FiguresView::default()
    };
    if table.rows == RowsOf::Models {
        return models::fill(frame, table, scope);
    }
    let rows = rows(scope, table);
    let names = columns(table, scope);
    let groups = column_groups(table, scope);
    let figures: Vec<Figures> = groups
        .iter()
        .flat_map(|(_, years)| {
            names.iter().map(|column| Figures {
                years: years.clone(),
                measure: column.measure,
                derivation: column.derivation,
                whole: column.whole,
                title: column.title.clone(),
            })
        })
        .collect();

    let has_units = table.rows == RowsOf::Indicators;
    // Years are their own names, a handful of them needs no numbers.
    let numbered = !matches!(table.rows, RowsOf::Years);
    let mut body = printed(scope, &rows, &figures, table, numbered, has_units);
    let label = match table.rows.dimension() {
        Some(dimension) => dimension.label(),
        None => "Nội dung",
    };
    let mut lead = vec![label.to_string()];
    if numbered {
        lead.insert(0, "TT".into());
    }
    if has_units {
        lead.push("ĐVT".into());
    }
    let head = head(&lead, &groups, &names);
    let longest = |at: usize| body.iter().map(|row| row.cells[at].chars().count()).max().unwrap_or(0);
    // Many columns of figures leave less room for names.
    let names_width = if figures.len() > 10 { 28 } else { 34 };
    let columns = (0..lead.len() + figures.len()).map(|at| {
        let name = at == usize::from(numbered);
        // The longest word fits, and a long heading takes three lines at most.
        let title = |text: &str| {
            let longest = text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
            longest.max(text.chars().count() / 3)
        };
        match at.checked_sub(lead.len()) {
            None if name => FiguresColumn { share: share(longest(at), names_width).max(8), align: "trai" },
            None => FiguresColumn { share: share(longest(at).max(title(&lead[at])), 10), align: "giua" },
            Some(figure) => FiguresColumn {
                share: share(longest(at).max(title(&figures[figure].title) + 1), 12).max(5),
                align: "phai",
            },
        }
    });
    let columns = columns.collect();
    body.extend(total(scope, table, &rows, &figures, numbered, has_units));
    FiguresView { columns, head, rows: body, ..frame }
}

/// The columns of one group, before years.
fn columns(table: &FiguresTable, scope: &Scope) -> Vec<Figures> {
    if table.rows == RowsOf::Indicators && table.columns.is_empty() {
        return vec![Figures {
            years: None,
            measure: None,
            derivation: None,
            whole: None,
            title: "Số lượng".into(),
        }];
    }
    let column = |column: &FigureColumn| {
        let derived = match column {
            FigureColumn::Name(name) => {
                &DerivedColumn { measure: name.clone(), derivation: None, whole: None, title: None }
            }
            FigureColumn::Derived(derived) => derived,
        };
        let measure = measure(scope, &derived.measure)?;
        let label = || match derived.derivation {
            None => measure.label(&scope.data),
            Some(Derivation::Share) => "Tỷ trọng (%)".into(),
            Some(Derivation::Increase) => "Tăng, giảm".into(),
            Some(Derivation::Growth) => "Tăng, giảm (%)".into(),
            Some(Derivation::Rate) => "Tỷ lệ (%)".into(),
        };
        Some(Figures {
            years: None,
            measure: Some(measure),
            derivation: derived.derivation,
            whole: derived.whole.as_ref().and_then(|name| super::measure(scope, name)),
            title: derived.title.clone().unwrap_or_else(label),
        })
    };
    table.columns.iter().filter_map(column).collect()
}

/// The headings above groups of columns and the years they cover.
fn column_groups(table: &FiguresTable, scope: &Scope) -> Vec<(String, Option<Vec<i32>>)> {
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
fn head(lead: &[String], groups: &[(String, Option<Vec<i32>>)], names: &[Figures]) -> Vec<Vec<HeadCell>> {
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

fn printed(
    scope: &Scope,
    rows: &[Row],
    figures: &[Figures],
    table: &FiguresTable,
    numbered: bool,
    has_units: bool,
) -> Vec<FiguresRow> {
    let shares: Vec<Option<Vec<Option<Decimal>>>> =
        figures.iter().map(|column| shares_of(scope, rows, column)).collect();
    let row = |(at, row): (usize, &Row)| {
        let mut cells = lead(row, numbered, has_units);
        for (column, shares) in figures.iter().zip(&shares) {
            cells.push(match shares {
                Some(shares) => cell(scope, shares[at], Style::PERCENT, Precision::Exact),
                None => figure(scope, row.measure, &row.selection, column),
            });
        }
        FiguresRow { bold: row.bold, spans: false, cells }
    };
    let mut printed: Vec<_> = rows.iter().enumerate().map(row).collect();
    if let Some(rest) = rest(scope, table, rows, figures, numbered) {
        printed.push(rest);
    }
    printed
}

fn lead(row: &Row, numbered: bool, has_units: bool) -> Vec<String> {
    let mut cells = vec![row.name.clone()];
    if numbered {
        cells.insert(0, row.number.clone());
    }
    if has_units {
        cells.push(row.unit.clone().unwrap_or_default());
    }
    cells
}

/// The shares of the rows in a column that shows them; they add to 100,0.
fn shares_of(scope: &Scope, rows: &[Row], column: &Figures) -> Option<Vec<Option<Decimal>>> {
    if column.derivation != Some(Derivation::Share) {
        return None;
    }
    let value = |row: &Row| column.measure?.of(&scope.data, &in_years(&row.selection, column));
    let parts: Vec<_> =
        rows.iter().filter(|row| row.counts).map(|row| value(row).unwrap_or_default()).collect();
    let mut shares = writing::shares(&parts, 1).into_iter();
    Some(rows.iter().map(|row| if row.counts { shares.next() } else { None }).collect())
}

fn in_years(selection: &Selection, column: &Figures) -> Selection {
    column.years.as_ref().map_or_else(|| selection.clone(), |years| selection.in_years(years))
}

/// One figure of a row or of the total.
fn figure(scope: &Scope, own: Option<Measure>, selection: &Selection, column: &Figures) -> String {
    let data = &scope.data;
    let Some(measure) = own.or(column.measure) else { return String::new() };
    let selection = in_years(selection, column);
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

/// What belongs to the total but to none of the rows, such as models without a
/// rank: a row of its own, so that the rows add up.
fn rest(
    scope: &Scope,
    table: &FiguresTable,
    rows: &[Row],
    figures: &[Figures],
    numbered: bool,
) -> Option<FiguresRow> {
    if table.total.is_none() || table.ranking.is_some() || table.rows == RowsOf::Indicators || scope.blank {
        return None;
    }
    let within = selection(scope, &table.filter);
    let remainder = |column: &Figures| -> Option<Decimal> {
        if column.derivation.is_some() {
            return None;
        }
        let measure = column.measure.filter(|measure| !measure.style(&scope.data).percent)?;
        let of = |selection: &Selection| measure.of(&scope.data, &in_years(selection, column));
        let parts: Vec<_> =
            rows.iter().filter(|row| row.counts).filter_map(|row| of(&row.selection)).collect();
        let whole = of(&within)?;
        (!parts.is_empty()).then(|| whole - parts.iter().sum::<Decimal>())
    };
    let left: Vec<_> = figures.iter().map(remainder).collect();
    if table.rows == RowsOf::Years || !left.iter().any(|left| left.is_some_and(|left| !left.is_zero())) {
        return None;
    }
    let mut cells = vec!["Khác".to_string()];
    if numbered {
        cells.insert(0, String::new());
    }
    cells.extend(left.into_iter().zip(figures).map(|(left, column)| {
        let style = column.measure.map_or(Style::COUNT, |measure| measure.style(&scope.data));
        cell(scope, left, style, Precision::Exact)
    }));
    Some(FiguresRow { bold: false, spans: false, cells })
}

/// The last row, computed from the data and not from the cells above it.
fn total(
    scope: &Scope,
    table: &FiguresTable,
    rows: &[Row],
    figures: &[Figures],
    numbered: bool,
    has_units: bool,
) -> Option<FiguresRow> {
    let label = one_line(table.total.as_deref()?);
    let within = selection(scope, &table.filter);
    let mut cells = vec![label];
    if numbered {
        cells.insert(0, String::new());
    }
    if has_units {
        cells.push(String::new());
    }
    let own = |column: &Figures| {
        // Rates of years do not add up to changes of a period.
        let changes = matches!(column.derivation, Some(Derivation::Increase | Derivation::Growth));
        let of_years = table.rows == RowsOf::Years && changes;
        if of_years || rows.is_empty() {
            String::from(if scope.blank { "" } else { super::MISSING })
        } else {
            figure(scope, None, &within, column)
        }
    };
    cells.extend(figures.iter().map(own));
    Some(FiguresRow { bold: true, spans: false, cells })
}
