//! In: a grid and the columns it may have. Out: its rows as a tree, in the form
//! that YAML would have, each value at its cell.

use std::sync::Arc;

use super::Sheet;
use super::columns::{Column, ColumnKind, Columns, List};
use super::grid::{Content, Grid, address, plain as number_text};
use super::tcvn3;
use super::text::text_of;
use crate::diagnostic::{Diagnostic, Report, SheetFault};
use crate::load::{Node, Style, Value};
use crate::source::{SourceFile, Span};
use crate::values::{Amount, Date, comparable as plain};
use crate::workspace::DataFile;

/// Title rows above the headings are no more than this.
const HEADER_WITHIN: usize = 40;
/// A day number of Excel between 1954 and 2064, in a column of dates.
const DAY_NUMBERS: std::ops::RangeInclusive<f64> = 20_000.0..=60_000.0;

/// Whether a sheet has a row of headings with all that a list needs.
pub(super) fn has_header(grid: &Grid, columns: &Columns, list: List) -> bool {
    header(grid, columns, list).is_some()
}

/// The row of headings: the first with every required column; of the column
/// keys, the first of a name counts.
fn header(grid: &Grid, columns: &Columns, list: List) -> Option<(u32, Vec<(u32, String)>)> {
    let tcvn3 = tcvn3::occurs_in(grid);
    grid.rows.iter().take(HEADER_WITHIN).find_map(|(row, cells)| {
        let mut keys: Vec<(u32, String)> = Vec::new();
        for (column, content) in cells {
            let Content::Text(text) = content else { continue };
            let text = if tcvn3 { tcvn3::to_unicode(text) } else { text.clone() };
            if let Some(key) = columns.key(list, &text).filter(|key| !keys.iter().any(|(_, own)| own == key))
            {
                keys.push((*column, key));
            }
        }
        let required = columns.of(list).iter().filter(|(_, column)| column.required);
        let complete = required.into_iter().all(|(key, _)| keys.iter().any(|(_, own)| own == key));
        // A word that happens to be a heading does not make a title row one.
        (complete && keys.len() >= 2).then_some((*row, keys))
    })
}

pub(super) fn sheet(
    file: &DataFile,
    mut grid: Grid,
    columns: &Columns,
    list: List,
    report: &mut Report,
) -> Option<Sheet> {
    let (header_row, keys) = header(&grid, columns, list)?;
    let converted = unicode(&mut grid);
    let (source, places) = text_of(file, &grid);
    let source = Arc::new(source);
    let at = |row: u32, column: u32| places.span(row, column);
    let mut reader = Rows { grid: &grid, source: &source, report };
    if let Some((row, column, old, new)) = converted {
        reader.fault(at(row, column), SheetFault::OldFont { old, new });
    }
    let unused = grid.rows.get(&header_row).into_iter().flatten();
    for (column, content) in unused.filter(|(column, _)| !keys.iter().any(|(own, _)| own == *column)) {
        let counter = columns.counters.iter().any(|word| plain(word) == plain(&content.shown()));
        let filled = grid.rows.range(header_row + 1..).any(|(_, cells)| cells.contains_key(column));
        if !counter && filled {
            reader.fault(at(header_row, *column), SheetFault::UnusedColumn { heading: content.shown() });
        }
    }

    let mut items = Vec::new();
    for (row, cells) in grid.rows.range(header_row + 1..) {
        let line = places.line(*row);
        let first = cells.first_key_value().map(|(column, content)| (*column, content.shown()));
        let Some((first_column, first_text)) = first else { continue };
        if is_numbering(cells.values()) {
            continue;
        }
        let of_list = |column: &u32| keys.iter().any(|(own, _)| own == column);
        let footer = columns.footers.iter().any(|word| {
            let (word, text) = (plain(word), plain(&first_text));
            text == word || (cells.len() <= 3 && text.starts_with(&word))
        });
        let missing: Vec<_> = columns
            .of(list)
            .iter()
            .filter(|(_, column)| column.required)
            .filter_map(|(key, column)| {
                let (place, _) = keys.iter().find(|(_, own)| own == key)?;
                value_at(&grid, *row, *place, column).is_none().then_some(*place)
            })
            .collect();
        let alone = cells.keys().filter(|column| of_list(column)).count() <= 1;
        if footer || (!missing.is_empty() && alone) {
            reader.fault(at(*row, first_column), SheetFault::SkippedRow { text: first_text });
            continue;
        }
        for column in &missing {
            let heading = grid.cell(header_row, *column).map(Content::shown).unwrap_or_default();
            reader.fault(at(*row, *column), SheetFault::EmptyCell { heading });
        }
        if !missing.is_empty() {
            continue;
        }
        let mut entries = Vec::new();
        for (column, key) in &keys {
            let Some(about) = columns.column(list, key) else { continue };
            if let Some(node) = reader.node(*row, *column, about, at(*row, *column)) {
                put(&mut entries, key, node);
            }
        }
        items.push(Node { span: line, value: Value::Map(entries) });
    }
    if items.is_empty() {
        reader.fault(at(header_row, keys[0].0), SheetFault::NoRows);
    }
    let whole = Span::new(0, source.text().len());
    let rows = Node { span: whole, value: Value::List(items) };
    let entries = vec![(list.key().into(), whole, rows)];
    Some(Sheet { source, tree: Node { span: whole, value: Value::Map(entries) } })
}

/// Puts a value under its key; `ca_nhan.ho_ten` is a key inside a group.
fn put(entries: &mut Vec<(String, Span, Node)>, key: &str, node: Node) {
    let Some((group, key)) = key.split_once('.') else {
        entries.push((key.into(), node.span, node));
        return;
    };
    let entry = (key.to_string(), node.span, node);
    let known = entries.iter_mut().find(|(own, ..)| own == group);
    if let Some((.., Node { value: Value::Map(inside), .. })) = known {
        inside.push(entry);
    } else {
        let span = entry.1;
        entries.push((group.into(), span, Node { span, value: Value::Map(vec![entry]) }));
    }
}

/// A row `(1) (2) (3)` below the headings.
fn is_numbering<'c>(cells: impl Iterator<Item = &'c Content>) -> bool {
    let mut expected = 1..;
    let mut seen = 0;
    let all = cells.into_iter().all(|content| {
        seen += 1;
        let text = content.shown();
        text.trim_matches(['(', ')', ' ']) == expected.next().unwrap_or(0).to_string()
    });
    all && seen > 2
}

/// The content of a cell, or of the merged block it lies in where the column
/// allows that.
fn value_at<'g>(grid: &'g Grid, row: u32, column: u32, about: &Column) -> Option<&'g Content> {
    grid.cell(row, column).or_else(|| {
        let (top, left) = grid.block_of(row, column).filter(|_| about.may_be_merged)?;
        grid.cell(top, left)
    })
}

struct Rows<'a> {
    grid: &'a Grid,
    source: &'a Arc<SourceFile>,
    report: &'a mut Report,
}

impl Rows<'_> {
    fn fault(&mut self, span: Span, fault: SheetFault) {
        self.report.push(Diagnostic::at(self.source, span, fault));
    }

    /// A cell as YAML would have written it; an empty one is a key left out.
    fn node(&mut self, row: u32, column: u32, about: &Column, span: Span) -> Option<Node> {
        if !about.may_be_merged
            && let Some((top, left)) =
                self.grid.block_of(row, column).filter(|_| self.grid.cell(row, column).is_none())
            && self.grid.cell(top, left).is_some()
        {
            self.fault(span, SheetFault::Merged { first: address(top, left) });
            return None;
        }
        let content = value_at(self.grid, row, column, about)?;
        let quoted = |text: String| (text, Style::Quoted);
        let (text, style) = match (about.kind, content) {
            (_, Content::Fault(error)) => {
                self.fault(span, SheetFault::CellError { error: error.clone() });
                return None;
            }
            (ColumnKind::Text, content) => {
                let text = content.shown();
                quoted(about.code(&text).map_or(text, String::from))
            }
            (ColumnKind::Number, Content::Number(number)) => quoted(number_text(*number)),
            (ColumnKind::Number, Content::Text(text)) => {
                // `1 120` is a way to write thousands.
                let digits = text.replace(' ', "");
                quoted(if digits.parse::<Amount>().is_ok() { digits } else { text.clone() })
            }
            (ColumnKind::Day, Content::Day(day)) => {
                let (year, month, day) = day.parts();
                quoted(format!("{year:04}-{month:02}-{day:02}"))
            }
            (ColumnKind::Day, Content::Number(number)) if DAY_NUMBERS.contains(number) => {
                // Excel counts days from 30/12/1899.
                #[allow(clippy::cast_possible_truncation, reason = "the range is checked")]
                let day = Date::from_excel(*number as i64);
                quoted(
                    day.map(|day| {
                        let (y, m, d) = day.parts();
                        format!("{y:04}-{m:02}-{d:02}")
                    })
                    .unwrap_or_default(),
                )
            }
            (ColumnKind::Year, content) => (content.shown(), Style::Plain),
            (ColumnKind::Truth, content) => {
                let truth = match plain(&content.shown()).as_str() {
                    "x" | "co" | "1" | "true" | "dung" => "true",
                    "khong" | "0" | "false" | "sai" => "false",
                    _ => {
                        self.fault(span, SheetFault::NotYesOrNo { text: content.shown() });
                        return None;
                    }
                };
                (truth.into(), Style::Plain)
            }
            (ColumnKind::Day | ColumnKind::Number, content) => quoted(content.shown()),
        };
        Some(Node { span, value: Value::Scalar { text, style } })
    }
}

/// Turns a sheet typed in TCVN3 into Unicode; the first changed cell, before and
/// after.
fn unicode(grid: &mut Grid) -> Option<(u32, u32, String, String)> {
    if !tcvn3::occurs_in(grid) {
        return None;
    }
    let mut first = None;
    for (row, cells) in &mut grid.rows {
        for (column, content) in cells {
            let Content::Text(text) = content else { continue };
            let new = tcvn3::to_unicode(text);
            if new != *text {
                first.get_or_insert_with(|| (*row, *column, text.clone(), new.clone()));
                *text = new;
            }
        }
    }
    first
}
