//! A row of a list of people that stands twice. Two people may bear one name; they do
//! not share all that a row says. A part of the rule `lap-lai`.

use std::collections::BTreeMap;

use super::firsts::Firsts;
use super::reading::folded;
use super::text::{Role, Text};
use super::{Findings, Subject};
use crate::diagnostic::Wording;
use crate::values::one_line;

/// Headings of a column of people.
const TITLES: [&str; 4] = ["họ và tên", "họ tên", "họ, tên", "đồng chí"];

/// As many cells besides the number are alike: the name, and two that tell who it is.
const CELLS: usize = 3;

pub(super) fn rows(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let titled = |text: &&Text<'_>| TITLES.contains(&text.text.trim().to_lowercase().as_str());
    for title in subject.texts.iter().filter(titled) {
        let Some((table, column)) = title.path.strip_suffix(".ten").and_then(|path| path.split_once(".cot."))
        else {
            continue;
        };
        let mut said: BTreeMap<usize, Row<'_, '_>> = BTreeMap::new();
        for text in subject.texts.iter().filter(|text| text.role == Role::Cell) {
            let place = text.path.strip_prefix(table).and_then(|rest| rest.strip_prefix(".hang."));
            let Some((row, at)) = place.and_then(|place| place.split_once('.')) else { continue };
            let (Ok(row), own) = (row.parse(), one_line(text.text)) else { continue };
            let row = said.entry(row).or_default();
            // The number of the row is its own.
            let numbers = at == "0" && own.chars().all(|c| c.is_ascii_digit() || c == '.');
            if !own.is_empty() && !numbers {
                row.said.push((at, folded(&own)));
            }
            if at == column {
                row.name = Some(text);
            }
        }
        let mut firsts = Firsts::default();
        for row in said.values().filter(|row| row.said.len() >= CELLS) {
            let Some(name) = row.name else { continue };
            let words = || Wording {
                vi: [
                    "hàng này ghi hai lần trong danh sách".into(),
                    "xoá một hàng; là hai người thì ghi thêm điều phân biệt".into(),
                ],
                en: [
                    "this row stands twice in the list".into(),
                    "delete one; if these are two people, add what tells them apart".into(),
                ],
            };
            firsts.tell_again(&row.said, (subject, name), words, found);
        }
    }
}

/// A row: its name, and what it says but for its number, by column.
#[derive(Default)]
struct Row<'s, 'a> {
    name: Option<&'s Text<'a>>,
    said: Vec<(&'s str, String)>,
}
