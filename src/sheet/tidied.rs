//! In: the text of a cell as the file holds it, and the cells of a list. Out: what
//! reading them put right (letters in two parts, tabs, no-break spaces), told as a YAML
//! file tells it.

use std::collections::BTreeSet;

use unicode_normalization::is_nfc;

use super::columns::ColumnKind;
use super::rows::Rows;
use crate::diagnostic::{CellFault, Tidied};
use crate::source::address;

/// What reading puts right in this text. What stands at its ends is no part of it.
pub(super) fn of(text: &str) -> impl Iterator<Item = Tidied> {
    let inside = text.trim();
    let found = [
        (Tidied::Decomposed, !is_nfc(inside)),
        (Tidied::Tab, inside.contains('\t')),
        (Tidied::NoBreak, inside.contains('\u{a0}')),
    ];
    found.into_iter().filter_map(|(what, is_so)| is_so.then_some(what))
}

impl Rows<'_> {
    /// Tells at the first cell of the list, and names the others, what was put right in
    /// its texts. In numbers such spaces only part the thousands.
    pub(super) fn tidied(&mut self, read: &BTreeSet<u32>) {
        let header = self.header;
        for (what, cells) in &self.grid.tidied {
            let is_text = |column: u32| {
                let about = header.key(column).and_then(|key| self.about(key));
                about.is_some_and(|about| about.kind == ColumnKind::Text)
            };
            let of_list = cells.iter().filter(|(row, column)| read.contains(row) && is_text(*column));
            let of_list: Vec<(u32, u32)> = of_list.copied().collect();
            let Some(((row, column), others)) = of_list.split_first() else { continue };
            let others =
                others.iter().map(|(row, column)| address(*row as usize, *column as usize)).collect();
            self.fault(*row, *column, CellFault::Tidied { what: *what, others });
        }
    }
}
