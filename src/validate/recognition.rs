//! In: a decision and the list it declares. Out: a finding where the list is
//! empty, has changed since it was locked, or where an article states another
//! count than the list has.

use std::collections::BTreeSet;

use super::count_words::{Count, Counted, numbers};
use super::walk;
use crate::dataset::{Dataset, Placed, YearModel};
use crate::diagnostic::{RecognitionFault, Report};
use crate::documents::{Block, Body, ListGrouping, OfficialDocument, RecognitionList};
use crate::figures::Selection;
use crate::load::Loaded;
use crate::recognition::{Change, Recognised, changes, honoured, regrouped, reordered};
use crate::records::State;
use crate::values::comparable;

/// The list of a decision.
pub(super) struct Declared<'a> {
    pub(super) loaded: &'a Loaded<OfficialDocument>,
    pub(super) list: &'a RecognitionList,
    /// Where it stands in the file.
    pub(super) path: &'a str,
    pub(super) rows: &'a [Placed<Recognised>],
    pub(super) data: &'a Dataset,
}

/// Checks a list against its rows.
pub(super) fn check(declared: &Declared<'_>, report: &mut Report) {
    let Declared { loaded, list, path, rows, data } = *declared;
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
        let regrouped = regrouped(list.grouped_by, &list.lock)
            .map(|(was, now)| RecognitionFault::ListRegrouped { was, now });
        let reordered = || {
            let (id, was, now) = reordered(rows, &list.lock)?;
            Some(RecognitionFault::ListReordered { id, was, now })
        };
        let moved = regrouped.or_else(reordered);
        // Among rows that are not the same, their order tells nothing more.
        if let Some(fault) = if changes.is_empty() { moved } else { Some(fault) } {
            report.push(loaded.finding(&format!("{path}.khoa"), fault));
        }
    } else if loaded.record.number.is_some() {
        let file = loaded.source.locate(loaded.tree.place_of(path)).0.name().to_string();
        report.push(loaded.finding(path, RecognitionFault::ListUnlocked { file }));
    }
    unscored(declared, report);
    if loaded.record.number.is_some() {
        let models = undecided(declared);
        if !models.is_empty() {
            report.push(loaded.finding(path, RecognitionFault::Undecided { models }));
        }
    }
    if let Some(fault) = rows.iter().find_map(|row| scored_after(declared, row)) {
        report.push(loaded.finding("ngay", fault));
    }
    counts(declared, report);
}

/// A list that shows ranks, and nobody knows a score of its years.
fn unscored(declared: &Declared<'_>, report: &mut Report) {
    let Declared { loaded, list, path, rows, data } = *declared;
    let shows_ranks = list.columns.iter().any(|own| own == "xep_loai")
        || list.grouped_by.is_some_and(|by| by == ListGrouping::Ranks);
    let years: BTreeSet<i32> = rows.iter().map(|row| row.year).collect();
    for year in years.into_iter().filter(|year| shows_ranks && data.lacks_scores(*year)) {
        let count = rows.iter().filter(|row| row.year == year).count();
        report.push(loaded.finding(path, RecognitionFault::Unscored { count, year }));
    }
}

/// The models that the list could have, scored and voted on by the day of the decision,
/// of which nobody says what became.
fn undecided(declared: &Declared<'_>) -> Vec<String> {
    let Declared { loaded, list, rows, data, .. } = *declared;
    let years: BTreeSet<i32> = rows.iter().map(|row| row.year).collect();
    let within = Selection::filtered(data, &years.into_iter().collect::<Vec<_>>(), &list.filter);
    let is_one = |model: &&Placed<YearModel>| {
        let open = !matches!(model.model.state, State::Recognised | State::NotRecognised | State::Withdrawn);
        let voted = data.evaluation(model).is_some_and(|own| {
            let own = &own.evaluation;
            let early = own.checked_on.is_none_or(|day| day <= loaded.record.date);
            own.total().is_some() && own.votes_for.is_some() && own.votes_against.is_some() && early
        });
        open && voted && within.has(data, model)
    };
    let named = |model: &Placed<YearModel>| {
        let id = model.model.id.clone().unwrap_or_default();
        format!("{id}, {}", model.place("trang_thai"))
    };
    data.models.iter().filter(is_one).map(named).collect()
}

/// What is recognised was scored by the day of the decision.
fn scored_after(declared: &Declared<'_>, row: &Recognised) -> Option<RecognitionFault> {
    let Declared { loaded, data, .. } = *declared;
    let own = data.evaluation(&data.models[row.at])?;
    let day = own.evaluation.checked_on.filter(|day| *day > loaded.record.date)?;
    let other = own.place("ngay_cham");
    Some(RecognitionFault::ScoredAfter { id: row.id.clone(), day: day.to_string(), other })
}

/// A list that is not the first.
pub(super) fn second(loaded: &Loaded<OfficialDocument>, path: &str, first: &str, report: &mut Report) {
    report.push(loaded.finding(path, RecognitionFault::SecondList { other: loaded.place(first) }));
}

/// `Công nhận 74 mô hình`, `61 tập thể`, `13 cá nhân`, `15 mô hình xếp loại xuất
/// sắc` in the first article, and in the last line of the list.
fn counts(declared: &Declared<'_>, report: &mut Report) {
    let Declared { loaded, list: own, path: list, rows, data } = *declared;
    let ranks: Vec<_> = data.lists.ranks.iter().map(|rank| comparable(&rank.name)).collect();
    let mut check = |text: &str, path: &str| {
        // Figures and words of one count that are both wrong are told once.
        let mut told = None;
        for Count { value, written: stated, what } in numbers(text, &ranks) {
            let counted = match what {
                Counted::All => rows.len(),
                Counted::Models(subject) => rows.iter().filter(|row| row.subject == subject).count(),
                Counted::Honoured(subject) => honoured(rows, subject),
                Counted::Ranked(at) => {
                    let code = &data.lists.ranks[at].code;
                    rows.iter().filter(|row| row.rank.as_ref() == Some(code)).count()
                }
            };
            if value != Some(counted) && told.replace(what) != Some(what) {
                let other = loaded.place(list);
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
