//! In: a grid with a heading. Out: its rows as a tree, in the form that YAML
//! would have, each value at its cell.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Sheet;
use super::cell;
use super::columns::{Column, Columns, List};
use super::grid::{Content, Grid};
use super::header::Header;
use super::tcvn3::Converted;
use super::text::text_of;
use crate::diagnostic::{CellFault, Diagnostic, Report};
use crate::load::{Node, Style, Value};
use crate::source::{SourceFile, Span, address};
use crate::workspace::DataFile;

/// Reads the list below a heading. `converted`: what a TCVN3 font had typed.
pub(super) fn sheet(
    file: &DataFile,
    grid: &Grid,
    converted: Converted,
    header: &Header,
    (columns, list): (&Columns, List),
    report: &mut Report,
) -> Sheet {
    let source = Arc::new(text_of(file, grid, header.keys.clone()));
    let mut rows = Rows {
        grid,
        header,
        columns,
        list,
        source: &source,
        report,
        read: 0,
        since_total: 0,
        fullest: OnceCell::new(),
        headings: OnceCell::new(),
        ended: false,
    };
    let shown = if converted.whole { 1 } else { usize::MAX };
    for changed in converted.cells.into_iter().take(shown) {
        let fault = CellFault::OldFont { old: changed.old, new: changed.new, whole: converted.whole };
        rows.fault(changed.row, changed.column, fault);
    }
    rows.unused_columns();
    let items = rows.items();
    // Rows that cannot be read were told.
    if items.is_empty() && rows.read == 0 {
        rows.fault(header.row, header.keys[0].0, CellFault::NoRows);
    }
    let above = grid.rows.range(..header.row).flat_map(|(_, cells)| cells.values());
    let title = grid.sheet.iter().cloned().chain(above.map(Content::shown)).collect::<Vec<_>>().join(" ");
    let whole = Span::new(0, source.text().len());
    let rows = Node { span: whole, value: Value::List(items) };
    let entries = vec![(list.key().into(), whole, rows)];
    Sheet { source, tree: Node { span: whole, value: Value::Map(entries) }, title }
}

pub(super) struct Rows<'a> {
    pub(super) grid: &'a Grid,
    pub(super) header: &'a Header,
    pub(super) columns: &'a Columns,
    pub(super) list: List,
    pub(super) source: &'a Arc<SourceFile>,
    pub(super) report: &'a mut Report,
    /// How many rows the list has so far, and since the last row that sums up.
    pub(super) read: u32,
    pub(super) since_total: u32,
    /// How many cells a row has that begins no group, once that was asked for.
    pub(super) fullest: OnceCell<usize>,
    /// The letters of every heading of the list, once asked for.
    pub(super) headings: OnceCell<BTreeSet<String>>,
    /// Whether another table began, whose columns are not those of the list.
    pub(super) ended: bool,
}

impl<'a> Rows<'a> {
    /// Where a cell stands.
    fn place(&self, row: u32, column: u32) -> Span {
        self.source.cell_span(row as usize, column as usize)
    }

    /// Where a row stands.
    fn line(&self, row: u32) -> Span {
        self.source.row_span(row as usize)
    }

    pub(super) fn fault(&mut self, row: u32, column: u32, fault: CellFault) {
        self.report.push(Diagnostic::at(self.source, self.place(row, column), fault));
    }

    pub(super) fn about(&self, key: &str) -> Option<&'a Column> {
        self.columns.column(self.list, key)
    }

    fn items(&mut self) -> Vec<Node> {
        let mut items = Vec::new();
        // What stands in the row above, for cells that say “như trên”.
        let mut above: BTreeMap<u32, Content> = BTreeMap::new();
        let mut headless: BTreeMap<u32, u32> = BTreeMap::new();
        let (mut hidden, mut read) = (Vec::new(), BTreeSet::new());
        let grid = self.grid;
        for (row, cells) in grid.rows.range(self.header.row + 1..) {
            if self.is_to_read(*row, cells) {
                let beside = cells.keys().filter(|column| !self.header.titles.contains_key(column));
                let mut beside: Vec<u32> = beside.copied().collect();
                // Nobody sees where the cells of a line of text stand.
                let last = self.header.titles.last_key_value().map_or(0, |(column, _)| *column);
                if grid.sheet.is_none()
                    && let Some(column) = beside.iter().copied().find(|column| *column > last)
                {
                    self.fault(*row, column, CellFault::MoreCells { separator: grid.separator });
                    beside.retain(|column| *column < last);
                }
                if let Some(cells) = grid.short.get(row).copied().filter(|cells| *cells <= last) {
                    let fault = CellFault::FewerCells { cells, headings: last + 1 };
                    self.fault(*row, cells.saturating_sub(1), fault);
                }
                for column in beside {
                    headless.entry(column).or_insert(*row);
                }
                read.insert(*row);
                self.read += 1;
                self.since_total += 1;
                hidden.extend(grid.shown.hidden_rows.contains(row).then_some(*row));
                items.extend(self.item(*row, &mut above));
            }
        }
        self.hidden(&hidden);
        self.struck(&read);
        self.tidied(&read);
        for (column, row) in headless {
            self.fault(row, column, CellFault::NoHeading);
        }
        items
    }

    /// The columns that a row cannot do without and that are empty in it.
    pub(super) fn missing(&self, row: u32) -> Vec<u32> {
        let empty = |(column, key): &(u32, String)| {
            let about = self.about(key).filter(|about| about.required)?;
            self.content(row, *column, about).is_none().then_some(*column)
        };
        self.header.keys.iter().filter_map(empty).collect()
    }

    /// A row of the list; none where a cell that it needs cannot be read.
    fn item(&mut self, row: u32, above: &mut BTreeMap<u32, Content>) -> Option<Node> {
        let missing = self.missing(row);
        for column in &missing {
            self.fault(row, *column, CellFault::EmptyCell { heading: self.header.title(*column) });
        }
        let mut entries = Vec::new();
        let mut whole = missing.is_empty();
        let header = self.header;
        for (column, key) in &header.keys {
            let Some(about) = self.about(key) else { continue };
            match self.node(row, *column, about, above) {
                Ok(node) => entries.extend(node.map(|node| (key, node))),
                Err(fault) => {
                    self.fault(row, *column, fault);
                    // A row without one of its scores would be told as lacking it.
                    whole &= !about.required && !about.is_family();
                }
            }
        }
        let mut keys = Vec::new();
        for (key, node) in entries {
            put(&mut keys, key, node);
        }
        whole.then(|| Node { span: self.line(row), value: Value::Map(keys) })
    }

    /// The content of a cell, or of the merged block it lies in where the column
    /// allows that. A dash means that there is nothing.
    fn content(&self, row: u32, column: u32, about: &Column) -> Option<&Content> {
        let own = self.grid.cell(row, column).or_else(|| {
            let (top, left) = self.grid.block_of(row, column).filter(|_| about.may_be_merged)?;
            self.grid.cell(top, left)
        });
        own.filter(|content| !self.columns.is_missing(content))
    }

    /// A cell as YAML would have written it; an empty one is a key left out.
    fn node(
        &self,
        row: u32,
        column: u32,
        about: &Column,
        above: &mut BTreeMap<u32, Content>,
    ) -> Result<Option<Node>, CellFault> {
        if !about.may_be_merged
            && self.grid.cell(row, column).is_none()
            && let Some((top, left)) = self.grid.block_of(row, column)
            && self.grid.cell(top, left).is_some()
        {
            return Err(CellFault::Merged { first: address(top as usize, left as usize) });
        }
        let place =
            |text, style| Node { span: self.place(row, column), value: Value::Scalar { text, style } };
        let Some(content) = self.content(row, column, about) else {
            // A score that lacks is told at its own cell.
            return Ok(about.is_family().then(|| place(String::new(), Style::Plain)));
        };
        let content = match above.get(&column) {
            _ if !self.columns.is_ditto(content) => content.clone(),
            Some(above) if about.may_be_merged => above.clone(),
            _ => return Err(CellFault::Ditto { text: content.shown() }),
        };
        let (text, style) = cell::value(&content, about)?;
        above.insert(column, content);
        Ok(Some(place(text, style)))
    }
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
