//! In: a decision and the list it declares. Out: a finding where the list is
//! empty, has changed since it was locked, or where an article states another
//! count than the list has.

use super::walk;
use crate::dataset::{Dataset, Placed};
use crate::diagnostic::{RecognitionFault, Report};
use crate::documents::{Block, Body, OfficialDocument, RecognitionList};
use crate::load::Loaded;
use crate::recognition::{Change, Recognised, changes, honoured};
use crate::records::Subject;
use crate::values::comparable;

/// Checks the list at `path` in the file against its rows.
pub(super) fn check(
    loaded: &Loaded<OfficialDocument>,
    list: &RecognitionList,
    path: &str,
    rows: &[Placed<Recognised>],
    data: &Dataset,
    report: &mut Report,
) {
    if rows.is_empty() {
        return report.push(loaded.finding(path, RecognitionFault::EmptyList));
    }
    if let Some(row) = rows.iter().find(|row| row.id.is_empty()) {
        let fault = RecognitionFault::RowWithoutId { other: row.place("ten") };
        return report.push(loaded.finding(path, fault));
    }
    if !list.lock.is_empty() {
        let changes = changes(rows, &list.lock);
        let of = |kind: Change| -> Vec<String> {
            let own = changes.iter().filter(|(_, own, _)| *own == kind);
            own.map(|(id, _, row)| {
                let model = || data.models.iter().find(|model| model.model.id.as_ref() == Some(id));
                let place = row.map(|row| row.place("ma")).or_else(|| Some(model()?.place("trang_thai")));
                place.map_or_else(|| id.clone(), |place| format!("{id}, {place}"))
            })
            .collect()
        };
        let fault = RecognitionFault::ListChanged {
            added: of(Change::Added),
            removed: of(Change::Removed),
            changed: of(Change::Changed),
        };
        if !changes.is_empty() {
            report.push(loaded.finding(&format!("{path}.khoa"), fault));
        }
    } else if loaded.record.number.is_some() {
        let file = loaded.source.locate(loaded.tree.place_of(path)).0.name().to_string();
        report.push(loaded.finding(path, RecognitionFault::ListUnlocked { file }));
    }
    counts(loaded, list, path, rows, data, report);
}

/// A list that is not the first.
pub(super) fn second(loaded: &Loaded<OfficialDocument>, path: &str, first: &str, report: &mut Report) {
    report.push(loaded.finding(path, RecognitionFault::SecondList { other: loaded.place(first) }));
}

/// `Công nhận 74 mô hình`, `61 tập thể`, `13 cá nhân`, `15 mô hình xếp loại xuất
/// sắc` in the first article, and in the last line of the list.
fn counts(
    loaded: &Loaded<OfficialDocument>,
    own: &RecognitionList,
    list: &str,
    rows: &[Placed<Recognised>],
    data: &Dataset,
    report: &mut Report,
) {
    let ranks: Vec<_> = data.lists.ranks.iter().map(|rank| comparable(&rank.name)).collect();
    let mut check = |text: &str, path: &str| {
        for (number, what) in numbers(text, &ranks) {
            let counted = match what {
                Counted::All => rows.len(),
                Counted::Models(subject) => rows.iter().filter(|row| row.subject == subject).count(),
                Counted::Honoured(subject) => honoured(rows, subject),
                Counted::Ranked(at) => {
                    let code = &data.lists.ranks[at].code;
                    rows.iter().filter(|row| row.rank.as_ref() == Some(code)).count()
                }
            };
            if number.parse() != Ok(counted) {
                let (stated, other) = (number, loaded.place(list));
                report.push(loaded.finding(path, RecognitionFault::CountDiffers { stated, counted, other }));
            }
        }
    };
    if let Some(total) = &own.total {
        check(total, &format!("{list}.tong"));
    }
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
    /// Those of collectives, or of persons.
    Models(Subject),
    /// Not rows: collectives, or persons, each once.
    Honoured(Subject),
    /// Those of a rank, by index.
    Ranked(usize),
}

/// The words of a number that is spelled before its digits, letters only.
const NUMERALS: [&str; 20] = [
    "khong", "mot", "hai", "ba", "bon", "tu", "nam", "lam", "sau", "bay", "tam", "chin", "muoi", "tram",
    "linh", "le", "nghin", "ngan", "nhat", "trieu",
];

/// The numbers of a sentence that count rows of the list, without leading zeros;
/// `ranks` are the names of ranks, letters only.
fn numbers(text: &str, ranks: &[String]) -> Vec<(String, Counted)> {
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
        // `Công nhận bảy mươi ba (73) mô hình`, `Tổng cộng: 73 mô hình`.
        let spelled = (1..=at).take_while(|back| NUMERALS.contains(&before(*back))).count();
        let recognises =
            matches!((before(spelled + 2), before(spelled + 1)), ("cong", "nhan") | ("tong", "cong"));
        let rest = |from: usize| words.iter().skip(at + from).take(3).map(String::as_str);
        let ranked = || ranks.iter().position(|rank| rest(5).collect::<String>().starts_with(rank.as_str()));
        let counted = match (next(1), next(2)) {
            ("mo" | "dien", "hinh") if (next(3), next(4)) == ("xep", "loai") => match ranked() {
                Some(rank) => Counted::Ranked(rank),
                None => continue,
            },
            ("mo" | "dien", "hinh") if let Some(subject) = subject(next(3), next(4), next(5)) => {
                Counted::Models(subject)
            }
            ("mo" | "dien", "hinh") if recognises => Counted::All,
            (one, two) => match subject("", one, two) {
                Some(subject) => Counted::Honoured(subject),
                None => continue,
            },
        };
        let digits = word.trim_start_matches('0');
        found.push((if digits.is_empty() { "0".into() } else { digits.into() }, counted));
    }
    found
}

/// `tập thể`, `của tập thể`, `cá nhân`.
fn subject(of: &str, one: &str, two: &str) -> Option<Subject> {
    let (one, two) = if of == "cua" || of.is_empty() { (one, two) } else { (of, one) };
    match (one, two) {
        ("tap", "the") => Some(Subject::Collective),
        ("ca", "nhan") => Some(Subject::Person),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Counted, numbers};
    use crate::records::Subject;

    #[test]
    fn counts_in_a_sentence() {
        let own = |number: &str, what| (number.to_string(), what);
        let ranks = ["xuatsac".to_string(), "tot".into(), "kha".into()];
        let numbers = |text: &str| numbers(text, &ranks);
        assert_eq!(
            numbers("Công nhận 74 mô hình “Dân vận khéo” năm 2020 (gồm 61 tập thể, 09 cá nhân)."),
            [
                own("74", Counted::All),
                own("61", Counted::Honoured(Subject::Collective)),
                own("9", Counted::Honoured(Subject::Person))
            ]
        );
        assert_eq!(
            numbers("Công nhận 74 mô hình, gồm 61 mô hình của tập thể, 13 mô hình cá nhân"),
            [
                own("74", Counted::All),
                own("61", Counted::Models(Subject::Collective)),
                own("13", Counted::Models(Subject::Person))
            ]
        );
        assert_eq!(numbers("Công nhận bảy mươi ba (73) mô hình"), [own("73", Counted::All)]);
        assert_eq!(numbers("Tổng cộng: 70 mô hình"), [own("70", Counted::All)]);
        assert_eq!(
            numbers("15 mô hình xếp loại xuất sắc, 2 mô hình xếp loại khá"),
            [own("15", Counted::Ranked(0)), own("2", Counted::Ranked(2))]
        );
        assert_eq!(numbers("Tặng giấy khen cho 3 mô hình, theo Quyết định 12-QĐ/ĐUK năm 2020."), []);
    }
}
