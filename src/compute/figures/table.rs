//! In: a declared table. Out: its heading, rows and total as printed, and how
//! wide its columns are.

use super::body::Body;
use super::column::columns;
use super::rows::rows;
use super::{FiguresView, models, width};
use crate::documents::{FiguresTable, RowsOf};
use crate::expression::Scope;
use crate::figures::Dimension;
use crate::values::one_line;

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
    let has_units = table.rows == RowsOf::Indicators;
    // Years are their own names, a handful of them needs no numbers.
    let numbered = !matches!(table.rows, RowsOf::Years);
    let label = table.rows.dimension().map_or("Nội dung", Dimension::label);
    let mut lead = vec![label.to_string()];
    if numbered {
        lead.insert(0, "TT".into());
    }
    if has_units {
        lead.push("ĐVT".into());
    }
    let rows = rows(scope, table);
    let (figures, head) = columns(table, scope, &lead);
    let body = Body { scope, table, rows: &rows, columns: &figures, numbered, has_units };
    let mut printed = body.rows();
    printed.extend(body.total());
    let texts = |at: usize| printed.iter().map(move |row| row.cells[at].as_str());
    let longest = |at: usize| texts(at).map(|text| text.chars().count()).max().unwrap_or(0);
    let columns = (0..lead.len() + figures.len()).map(|at| {
        let (figure, name) = (at.checked_sub(lead.len()), at == usize::from(numbered));
        let title = figure.map_or_else(|| lead[at].as_str(), |figure| figures[figure].title.as_str());
        // A long heading takes three lines at most.
        let heading = title.chars().count() / 3;
        let (letters, align) = match figure {
            None if name => (longest(at).clamp(8, 34), "trai"),
            None => (longest(at).max(heading).min(10), "giua"),
            Some(_) => ((longest(at).max(heading) + 1).clamp(5, 12), "phai"),
        };
        width::column(letters, texts(at).chain([title]), align)
    });
    let columns = columns.collect();
    FiguresView { columns, head, rows: printed, ..frame }
}
