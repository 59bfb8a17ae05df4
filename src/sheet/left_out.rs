//! In: the rows and columns of a sheet with a heading. Out: which rows are of the
//! list; what is left out, hidden or counted otherwise is told.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Column, ColumnKind, List};
use super::grid::Content;
use super::header;
use super::rows::Rows;
use crate::diagnostic::CellFault;
use crate::values::comparable as plain;

impl Rows<'_> {
    /// Columns with a heading that no list has.
    pub(super) fn unused_columns(&mut self) {
        for (column, title) in &self.header.titles {
            let counter = self.columns.is_counter(title);
            let below = self.grid.rows.range(self.header.row + 1..);
            let filled = below.into_iter().any(|(_, cells)| cells.contains_key(column));
            if self.header.key(*column).is_none() && !counter && filled {
                let heading = title.clone();
                let key = self.columns.key(self.list, title);
                let twice =
                    key.as_ref().is_some_and(|key| self.header.keys.iter().any(|(_, own)| own == key));
                let of_scores = key.and_then(|key| self.about(&key)).is_some_and(Column::is_family);
                let fault = if self.columns.is_half_a_name(title) {
                    CellFault::HalfName { heading }
                } else if twice && of_scores {
                    CellFault::ScoreTwice { heading }
                } else if twice {
                    CellFault::HeadingTwice { heading }
                } else {
                    CellFault::UnusedColumn { heading }
                };
                self.fault(self.header.row, *column, fault);
            }
        }
    }

    /// Rows of the list and columns with something in them that the sheet does not
    /// show are read, because a filter hides them too, and told.
    pub(super) fn hidden(&mut self, rows: &[u32]) {
        if let Some(first) = rows.first() {
            let numbers: Vec<_> = rows.iter().map(|row| row + 1).collect();
            self.fault(*first, self.header.keys[0].0, CellFault::HiddenRows { rows: ranges(&numbers) });
        }
        let header = self.header;
        for (column, _) in &header.keys {
            let filled = self.grid.rows.range(header.row + 1..).any(|(_, cells)| cells.contains_key(column));
            if filled && self.grid.shown.hidden_columns.contains(column) {
                let heading = header.title(*column);
                self.fault(header.row, *column, CellFault::HiddenColumn { heading });
            }
        }
    }

    /// Rows that somebody crossed out, in a column that is read.
    pub(super) fn struck(&mut self, read: &BTreeSet<u32>) {
        let is_of_list = |(row, column): &&(u32, u32)| {
            let filled = self.grid.cell(*row, *column).is_some();
            filled && read.contains(row) && self.header.key(*column).is_some()
        };
        let struck: Vec<_> = self.grid.shown.struck.iter().filter(is_of_list).copied().collect();
        let Some((first, column)) = struck.first().copied() else { return };
        let mut numbers: Vec<_> = struck.iter().map(|(row, _)| row + 1).collect();
        numbers.dedup();
        self.fault(first, column, CellFault::StruckRows { rows: ranges(&numbers) });
    }

    /// Whether a row is one of the list; what is left out is told.
    pub(super) fn is_to_read(&mut self, row: u32, cells: &BTreeMap<u32, Content>) -> bool {
        let Some((first, content)) = cells.first_key_value().filter(|_| !self.ended) else { return false };
        let (first, text) = (*first, content.shown());
        if is_numbering(cells.values()) {
            return false;
        }
        let of_list = || cells.iter().filter(|(column, _)| self.header.key(**column).is_some());
        let repeats = |(column, content): (&u32, &Content)| matches!(content, Content::Text(text) if same_word(text, &self.header.title(*column)));
        let again = of_list().count() > 1 && of_list().all(repeats);
        if again || self.is_heading(row) {
            match self.moved(row).filter(|_| !again) {
                None => self.fault(row, first, CellFault::RepeatedHeading),
                Some((column, heading)) => {
                    let above = self.header.title(column);
                    self.fault(row, column, CellFault::HeadingMoved { heading, above });
                    self.ended = true;
                }
            }
            return false;
        }
        let plain_text = plain(&text);
        let footer = self.columns.footers.iter().any(|word| {
            let word = plain(word);
            plain_text == word || (cells.len() <= 3 && plain_text.starts_with(&word))
        });
        if footer {
            self.fault(row, first, CellFault::SkippedRow { text });
            // A note or a date below the list counts nothing.
            if ["cộng", "tổng"].iter().any(|word| plain_text.starts_with(&plain(word))) {
                self.total(row, cells);
            }
            return false;
        }
        // A list that is numbered has an arabic number before each of its rows.
        let counter = cells.iter().find(|(column, _)| {
            let title = self.header.titles.get(column).filter(|_| self.header.key(**column).is_none());
            title.is_some_and(|title| self.columns.is_counter(title))
        });
        let numbered = counter.is_some_and(|(_, own)| own.shown().bytes().all(|b| b.is_ascii_digit()));
        let said: Vec<_> = of_list()
            .map(|(_, content)| content)
            .filter(|content| !self.columns.is_missing(content) && !is_group_mark(content))
            .collect();
        let beside = cells.len() > of_list().count() + usize::from(counter.is_some());
        if said.is_empty() && numbered && !beside {
            // A line of the form that nobody filled in.
            return false;
        }
        let faulty = said.iter().any(|content| matches!(content, Content::Fault(_) | Content::Uncomputed));
        let is_alone = said.len() <= 1 && !numbered && !faulty;
        let is_group = || cells.values().any(is_group_mark) && of_list().count() < self.fullest();
        if is_alone && (!self.missing(row).is_empty() || is_group()) {
            self.fault(row, first, CellFault::SkippedRow { text });
            return false;
        }
        true
    }

    /// Whether a row is the heading of a table: it has every column that the list cannot
    /// do without, or half of its cells and more are headings, of which a row of the list
    /// may have one: `Mô hình` is a kind too.
    fn is_heading(&self, row: u32) -> bool {
        let known = self.headings.get_or_init(|| self.columns.all_headings(self.list));
        let of_list = || self.header.keys.iter().filter_map(|(column, _)| self.grid.cell(row, *column));
        let is_one =
            |content: &&Content| matches!(content, Content::Text(text) if known.contains(&plain(text)));
        let headings = of_list().filter(is_one).count();
        headings > 1
            && (headings * 2 >= of_list().count() || header::is_one(self.grid, self.columns, self.list, row))
    }

    /// The first column that has another heading in this row than in that of the list.
    fn moved(&self, row: u32) -> Option<(u32, String)> {
        self.header.keys.iter().find_map(|(column, key)| {
            let heading = self.grid.cell(row, *column)?.shown();
            let same = self.columns.key(self.list, &heading).as_ref() == Some(key);
            (!same && !same_word(&heading, &self.header.title(*column))).then_some((*column, heading))
        })
    }

    /// How many cells a row has that begins no group, at most: where `I` and `A` are ids,
    /// every row could begin one.
    fn fullest(&self) -> usize {
        *self.fullest.get_or_init(|| {
            let counted = |(_, cells): (&u32, &BTreeMap<u32, Content>)| {
                let of_list = || cells.iter().filter(|(column, _)| self.header.key(**column).is_some());
                (!of_list().any(|(_, content)| is_group_mark(content))).then(|| of_list().count())
            };
            self.grid.rows.range(self.header.row + 1..).filter_map(counted).max().unwrap_or(0)
        })
    }

    /// A last row that counts the rows above it, all of them or those since the
    /// last such row.
    fn total(&mut self, row: u32, cells: &BTreeMap<u32, Content>) {
        let since = std::mem::take(&mut self.since_total);
        if self.list == List::Results {
            return;
        }
        let is_sum = |column: u32| {
            let about = self.header.key(column).and_then(|key| self.about(key));
            about.is_some_and(|about| about.kind == ColumnKind::Number)
        };
        let numbers: Vec<(u32, u32)> = cells
            .iter()
            .filter(|(column, _)| !is_sum(**column))
            .flat_map(|(column, content)| {
                let text = content.shown();
                let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
                digits.filter_map(|digits| digits.parse().ok()).map(|own| (*column, own)).collect::<Vec<_>>()
            })
            .collect();
        // Of several numbers nobody can say which one counts.
        if let [(column, stated)] = numbers[..]
            && stated != self.read
            && stated != since
        {
            self.fault(row, column, CellFault::FooterCount { stated, read: self.read });
        }
    }
}

/// `5–9, 12`.
fn ranges(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let written = runs.map(|run| match run {
        [one] => one.to_string(),
        run => format!("{}–{}", run[0], run[run.len() - 1]),
    });
    written.collect::<Vec<_>>().join(", ")
}

/// Whether two words are the same but for capitals.
fn same_word(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.to_lowercase() == other.to_lowercase()
}

/// `I`, `IV`, `B` before the title of a group.
fn is_group_mark(content: &Content) -> bool {
    let Content::Text(text) = content else { return false };
    let mark = text.trim_end_matches(['.', ')', '-']);
    let roman = mark.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X'));
    !mark.is_empty() && (roman || (mark.len() == 1 && mark.bytes().all(|letter| letter.is_ascii_uppercase())))
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
