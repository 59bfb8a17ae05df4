//! The numbers in the first column of a table: one after the other, or from 1 again
//! under a group; a table that begins with another is an excerpt. A part of the rule
//! `thu-tu`.

use super::text::{Role, Text};
use super::{Findings, Subject};
use crate::diagnostic::Wording;

/// Headings of a column that numbers the rows.
const TITLES: [&str; 5] = ["stt", "tt", "số tt", "số thứ tự", "thứ tự"];

pub(super) fn rows(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let titled = |text: &&Text<'_>| TITLES.contains(&text.text.trim().to_lowercase().as_str());
    for title in subject.texts.iter().filter(titled) {
        let Some(table) = title.path.strip_suffix(".cot.0.ten") else { continue };
        let rows = format!("{table}.hang.");
        let cells = subject.texts.iter().filter(|text| {
            let place = text.path.strip_prefix(&rows).and_then(|place| place.split_once('.'));
            text.role == Role::Cell && place.is_some_and(|(_, column)| column == "0")
        });
        let (mut last, mut before) = (0_u32, None);
        for cell in cells {
            let Ok(number) = cell.text.trim().trim_end_matches('.').parse::<u32>() else { continue };
            let due = last.saturating_add(1);
            if last == 0 && number != 1 {
                break;
            }
            // A group of one row has a title before the next.
            let row = cell.path.strip_prefix(&rows).and_then(|place| place.split('.').next()?.parse().ok());
            let twice = number == 1 && last == 1 && before.map(|before: usize| before + 1) == row;
            (last, before) = (number, row);
            if number == due || number == 1 && !twice {
                continue;
            }
            let words = Wording {
                vi: [
                    format!("cột số thứ tự có `{number}` ở chỗ của `{due}`"),
                    "xem lại: thiếu một hàng, thừa một hàng, hay chỉ sai số".into(),
                ],
                en: [
                    format!("the column of numbers has `{number}` where `{due}` is due"),
                    "a row is missing, one too many, or the number wrong".into(),
                ],
            };
            found.at(subject, cell, 0..cell.text.len(), words);
            // Those after it follow from it.
            break;
        }
    }
}
