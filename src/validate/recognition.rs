//! In: a decision and the list it declares. Out: a finding where the list is
//! empty, has changed since it was locked, or where an article states another
//! count than the list has.

use super::walk;
use crate::dataset::Placed;
use crate::diagnostic::{EvaluationFault, Report};
use crate::documents::{Block, Body, OfficialDocument, RecognitionList};
use crate::load::Loaded;
use crate::recognition::{Change, Recognised, changes, lock_line};
use crate::records::Subject;
use crate::values::comparable;

/// Checks the list at `path` in the file against its rows.
pub(super) fn check(
    loaded: &Loaded<OfficialDocument>,
    list: &RecognitionList,
    path: &str,
    rows: &[Placed<Recognised>],
    report: &mut Report,
) {
    if rows.is_empty() {
        return report.push(loaded.finding(path, EvaluationFault::EmptyList));
    }
    if let Some(row) = rows.iter().find(|row| row.id.is_empty()) {
        let fault = EvaluationFault::RowWithoutId { other: row.place("ten") };
        return report.push(loaded.finding(path, fault));
    }
    if !list.lock.is_empty() {
        let changes = changes(rows, &list.lock);
        let of = |kind: Change| -> Vec<String> {
            let own = changes.iter().filter(|(_, own, _)| *own == kind);
            own.map(|(id, _, row)| row.map_or(id.clone(), |row| format!("{id}, {}", row.place("ma"))))
                .collect()
        };
        let fault = EvaluationFault::ListChanged {
            added: of(Change::Added),
            removed: of(Change::Removed),
            changed: of(Change::Changed),
        };
        if !changes.is_empty() {
            report.push(loaded.finding(&format!("{path}.khoa"), fault));
        }
    } else if loaded.record.number.is_some() {
        report.push(loaded.finding(path, EvaluationFault::ListUnlocked { line: lock_line(rows) }));
    }
    counts(loaded, path, rows, report);
}

/// A list that is not the first.
pub(super) fn second(loaded: &Loaded<OfficialDocument>, path: &str, first: &str, report: &mut Report) {
    report.push(loaded.finding(path, EvaluationFault::SecondList { other: loaded.place(first) }));
}

/// `Công nhận 74 mô hình`, `61 tập thể`, `13 cá nhân` in an article.
fn counts(loaded: &Loaded<OfficialDocument>, list: &str, rows: &[Placed<Recognised>], report: &mut Report) {
    let of = |subject: Subject| rows.iter().filter(|row| row.subject == subject).count();
    let mut check = |text: &str, path: &str| {
        for (number, what) in numbers(text) {
            let counted = match what {
                Counted::All => rows.len(),
                Counted::Collectives => of(Subject::Collective),
                Counted::Persons => of(Subject::Person),
            };
            if number.parse() != Ok(counted) {
                let (stated, other) = (number, loaded.place(list));
                report.push(loaded.finding(path, EvaluationFault::CountDiffers { stated, counted, other }));
            }
        }
    };
    let mut first = true;
    walk::blocks(&loaded.record, &mut |block, path| {
        // The first article says what is recognised; later ones may speak of parts.
        let Block::Article(article) = block else { return };
        if !std::mem::take(&mut first) {
            return;
        }
        let path = format!("{path}.dieu.noi_dung");
        match &article.content {
            Body::Prose(text) => check(text, &path),
            Body::Blocks(blocks) => {
                for (at, block) in blocks.iter().enumerate() {
                    if let Block::Paragraph(text) = block {
                        check(text, &format!("{path}.{at}.doan"));
                    }
                }
            }
        }
    });
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    All,
    Collectives,
    Persons,
}

/// The numbers of a sentence that count rows of the list, without leading zeros.
fn numbers(text: &str) -> Vec<(String, Counted)> {
    let words: Vec<_> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(comparable)
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if !word.bytes().all(|digit| digit.is_ascii_digit()) {
            continue;
        }
        let next = |n: usize| words.get(at + n).map_or("", String::as_str);
        let before = |n: usize| at.checked_sub(n).and_then(|at| words.get(at)).map_or("", String::as_str);
        let recognises = (before(2), before(1)) == ("cong", "nhan");
        let counted = match (next(1), next(2)) {
            ("mo" | "dien", "hinh") if recognises => Counted::All,
            ("tap", "the") => Counted::Collectives,
            ("ca", "nhan") => Counted::Persons,
            _ => continue,
        };
        let digits = word.trim_start_matches('0');
        found.push((if digits.is_empty() { "0".into() } else { digits.into() }, counted));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Counted, numbers};

    #[test]
    fn counts_in_a_sentence() {
        let own = |number: &str, what| (number.to_string(), what);
        assert_eq!(
            numbers("Công nhận 74 mô hình “Dân vận khéo” năm 2020 (gồm 61 tập thể, 09 cá nhân)."),
            [own("74", Counted::All), own("61", Counted::Collectives), own("9", Counted::Persons)]
        );
        assert_eq!(numbers("Tặng giấy khen cho 3 mô hình, theo Quyết định 12-QĐ/ĐUK năm 2020."), []);
    }
}
