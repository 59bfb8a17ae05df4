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
    let complete = |header: &Header| {
        let mut required = columns.of(list).iter().filter(|(_, column)| column.is_needed());
        // A word that happens to be a heading does not make a title row one.
        header.keys.len() >= 2 && required.all(|(key, _)| header.keys.iter().any(|(_, own)| own == key))
    };
    let single = |row: u32| Header::read(grid, columns, list, None, row);
    let pair = |row: u32| Header::read(grid, columns, list, Some(row), row + 1);
    for row in &rows {
        let alone = single(*row);
        let above = row.checked_sub(1).filter(|above| rows.contains(above)).map(pair);
        let below = rows.contains(&(row + 1)).then(|| pair(*row));
        let alone_is_complete = complete(&alone);
        let two: Vec<_> = above.into_iter().chain(below).filter(complete).collect();
        // Two rows are read as one heading only where that tells more.
        let more = two.into_iter().filter(|two| !alone_is_complete || two.keys.len() > alone.keys.len());
        match more.max_by_key(|two| two.keys.len()) {
            Some(two) => return Ok(two),
            None if alone_is_complete => return Ok(alone),
            None => {}
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

impl Header {
    /// What one row says, or a row with the groups of columns above it.
    fn read(grid: &Grid, columns: &Columns, list: List, above: Option<u32>, row: u32) -> Self {
        let mut header = Self { row, keys: Vec::new(), titles: BTreeMap::new() };
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
            let key = written.iter().find_map(|text| columns.key(list, text));
            // Of the columns of one name, the first counts.
            if let Some(key) = key.filter(|key| !header.keys.iter().any(|(_, own)| own == key)) {
                header.keys.push((column, key));
            }
            header.titles.extend(written.into_iter().next_back().map(|title| (column, title)));
        }
        header
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
