//! In: a grid and the columns it may have. Out: its heading, which may take one
//! row or two, or the row that came nearest to one.

use std::collections::BTreeMap;

use super::columns::{Columns, List};
use super::grid::{Content, Grid};

/// Title rows above the headings are no more than this.
const WITHIN: usize = 40;

/// The heading of a list.
pub(super) struct Header {
    /// Its last row; the list begins below.
    pub(super) row: u32,
    /// The columns of the list with their keys.
    pub(super) keys: Vec<(u32, String)>,
    /// Every column that has a heading, and the heading.
    pub(super) titles: BTreeMap<u32, String>,
}

/// The row that looked most like a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Nearest {
    /// Its number as the file counts it.
    pub(super) row: u32,
    /// The headings that it lacks.
    pub(super) missing: String,
}

/// The first heading with every column that the list cannot do without.
pub(super) fn find(grid: &Grid, columns: &Columns, list: List) -> Result<Header, Option<Nearest>> {
    let rows: Vec<u32> = grid.rows.keys().copied().take(WITHIN).collect();
    let single = |row: u32| Header::read(grid, columns, list, None, row);
    for row in &rows {
        let alone = single(*row);
        // Two rows are read as one heading only where that tells more than either: a
        // title above the headings tells nothing.
        let next = rows.contains(&(row + 1)).then(|| single(row + 1));
        let two = next.and_then(|next| {
            let two = Header::read(grid, columns, list, Some(*row), row + 1);
            (two.is_complete(columns, list) && two.keys.len() > next.keys.len()).then_some(two)
        });
        let alone = Some(alone).filter(|alone| alone.is_complete(columns, list));
        let most = |own: &Option<Header>| own.as_ref().map_or(0, |own| own.keys.len());
        if let Some(found) = if most(&two) > most(&alone) { two } else { alone } {
            return Ok(found);
        }
    }
    let nearest = rows.iter().map(|row| single(*row)).max_by_key(|own| (own.keys.len(), u32::MAX - own.row));
    Err(nearest.filter(|own| !own.keys.is_empty()).map(|own| {
        let lacks = |key: &str| !own.keys.iter().any(|(_, known)| known == key);
        let missing = columns.headings(list, lacks);
        let missing = if missing.is_empty() { columns.another(list) } else { missing };
        Nearest { row: own.row + 1, missing }
    }))
}

/// Whether a row by itself could be the heading of a list.
pub(super) fn is_one(grid: &Grid, columns: &Columns, list: List, row: u32) -> bool {
    Header::read(grid, columns, list, None, row).is_complete(columns, list)
}

impl Header {
    /// Whether it has every column that the list cannot do without. A word that happens
    /// to be a heading does not make a title row one.
    fn is_complete(&self, columns: &Columns, list: List) -> bool {
        let mut required = columns.of(list).iter().filter(|(_, column)| column.is_needed());
        self.keys.len() >= 2 && required.all(|(key, _)| self.has(key))
    }

    /// What one row says, or a row with the groups of columns above it.
    fn read(grid: &Grid, columns: &Columns, list: List, above: Option<u32>, row: u32) -> Self {
        let mut header = Self { row, keys: Vec::new(), titles: BTreeMap::new() };
        let mut unsure: Vec<(u32, Vec<String>)> = Vec::new();
        let of_row = |row: u32| grid.rows.get(&row).into_iter().flatten().map(|(column, _)| *column);
        let mut all: Vec<u32> = of_row(row).chain(above.into_iter().flat_map(of_row)).collect();
        all.sort_unstable();
        all.dedup();
        let text = |row: u32, column: u32| match grid.cell(row, column) {
            Some(Content::Text(text)) => Some(text.clone()),
            _ => None,
        };
        for column in all {
            let own = text(row, column);
            let group = above.and_then(|above| {
                let (top, left) = grid.merged_at(above, column).unwrap_or((above, column));
                text(top, left)
            });
            let written = match (group, own) {
                (Some(group), Some(own)) => vec![format!("{group} {own}"), own],
                (Some(one), None) | (None, Some(one)) => vec![one],
                (None, None) => continue,
            };
            let keys = written.iter().map(|text| columns.keys(list, text)).find(|keys| !keys.is_empty());
            match keys.unwrap_or_default().as_slice() {
                [] => {}
                // Of the columns of one name, the first counts.
                [key] => header.take(column, key),
                several => unsure.push((column, several.to_vec())),
            }
            header.titles.extend(written.into_iter().next_back().map(|title| (column, title)));
        }
        // What may be one of two columns is the one that no other heading names.
        for (column, keys) in unsure {
            if let Some(key) = keys.iter().find(|key| !header.has(key)) {
                header.take(column, key);
            }
        }
        header.keys.sort_by_key(|(column, _)| *column);
        header
    }

    fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|(_, own)| own == key)
    }

    fn take(&mut self, column: u32, key: &str) {
        if !self.has(key) {
            self.keys.push((column, key.into()));
        }
    }

    /// The key of a column of the list.
    pub(super) fn key(&self, column: u32) -> Option<&str> {
        self.keys.iter().find(|(own, _)| *own == column).map(|(_, key)| key.as_str())
    }

    /// The heading of a column as the sheet writes it.
    pub(super) fn title(&self, column: u32) -> String {
        self.titles.get(&column).cloned().unwrap_or_default()
    }
}
