//! In: the tables of a document. Out: a finding for every row that has more or
//! fewer cells than there are columns, and for numbers that may be years.

use super::walk;
use crate::diagnostic::{ContentFault, Report};
use crate::documents::{Block, Cell, OfficialDocument};
use crate::load::Loaded;

/// More columns than a sheet on its side can show.
const COLUMN_LIMIT: usize = 40;

pub(super) fn rows(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    walk::blocks(&loaded.record, &mut |block, path| {
        let Block::Table(table) = block else { return };
        let columns = table.columns.len();
        if columns > COLUMN_LIMIT {
            let fault = ContentFault::TooManyColumns { columns, limit: COLUMN_LIMIT };
            return report.push(loaded.finding(&format!("{path}.bang.cot"), fault));
        }
        let mut check = |row: &[Cell], key: &str| {
            for (column, cell) in row.iter().enumerate() {
                // `2020` would be printed as `2.020`, which is right for a sum only.
                if let Cell::Number(number @ 1900..=2099) = cell {
                    let fault = ContentFault::YearOrNumber { number: *number };
                    report.push(loaded.finding(&format!("{path}.bang.{key}.{column}"), fault));
                }
            }
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
