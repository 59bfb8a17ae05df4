//! In: the tables of a document. Out: a finding for every row that has more or
//! fewer cells than there are columns.

use super::walk;
use crate::diagnostic::{ContentFault, Report};
use crate::documents::{Block, Cell, OfficialDocument};
use crate::load::Loaded;

pub(super) fn rows(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    walk::blocks(&loaded.record, &mut |block, path| {
        let Block::Table(table) = block else { return };
        let columns = table.columns.len();
        let mut check = |row: &[Cell], key: &str| {
            if row.len() != columns {
                let fault = ContentFault::RowLength { cells: row.len(), columns };
                report.push(loaded.finding(&format!("{path}.bang.{key}"), fault));
            }
        };
        for (at, row) in table.rows.iter().enumerate() {
            check(row, &format!("hang.{at}"));
        }
        if let Some(total) = &table.total {
            check(total, "tong");
        }
    });
}
