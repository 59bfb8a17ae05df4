//! In: a request for score sheets and the scores. Out: for each model its labelled
//! lines and its table: every criterion with its maximum and its scores, the
//! totals, the rank.

use rust_decimal::Decimal;

use super::fact::{fact, recipient};
use super::{FiguresColumn, FiguresRow, FiguresView, HeadCell, MISSING};
use crate::compute::numbering::roman;
use crate::dataset::YearModel;
use crate::documents::ScoreSheets;
use crate::expression::Scope;
use crate::figures::Selection;
use crate::records::{Criterion, Evaluation, Rubric, ScoredBy};
use crate::values::{Amount, one_line, writing};

/// One form.
pub(in crate::compute) struct ScoreSheetView {
    /// Its heading.
    pub(in crate::compute) title: String,
    /// Labelled lines above the table; a line without text is filled in by hand.
    pub(in crate::compute) lead: Vec<(&'static str, String)>,
    /// The criteria.
    pub(in crate::compute) table: FiguresView,
    /// Labelled lines below it.
    pub(in crate::compute) close: Vec<(&'static str, String)>,
}

pub(in crate::compute) fn score_sheets(sheets: &ScoreSheets, scope: &Scope) -> Vec<ScoreSheetView> {
    let data = &scope.data;
    if scope.blank {
        let year = scope.period.years().last().copied().unwrap_or_default();
        return data.rubric(year).map(|rubric| view(sheets, scope, rubric, None)).into_iter().collect();
    }
    let unit = sheets.unit.as_ref().and_then(|code| data.unit(code));
    let within = Selection { years: scope.period.years().to_vec(), unit, ..Selection::default() };
    let asked = |model: &YearModel| {
        model.evaluation.is_some()
            && within.has(data, model)
            && sheets.model.as_ref().is_none_or(|id| model.model.id.as_ref() == Some(id))
    };
    let mut models: Vec<&YearModel> =
        data.models.iter().map(|model| &**model).filter(|model| asked(model)).collect();
    models.sort_by_key(|model| (model.unit, &model.model.id));
    let view = |model: &YearModel| Some(view(sheets, scope, data.rubric(model.year)?, Some(model)));
    models.into_iter().filter_map(view).collect()
}

fn view(sheets: &ScoreSheets, scope: &Scope, rubric: &Rubric, model: Option<&YearModel>) -> ScoreSheetView {
    let data = &scope.data;
    let evaluation = model.and_then(|model| data.evaluation(model)).map(|own| &own.evaluation);
    let of = |text: &dyn Fn(&YearModel) -> String| model.map(text).unwrap_or_default();
    let lead = vec![
        ("Tập thể, cá nhân", of(&|model| recipient(data, model))),
        ("Tên mô hình", of(&|model| model.model.name.clone())),
        ("Lĩnh vực", of(&|model| fact(data, model, "linh_vuc"))),
        ("Mã số", of(&|model| model.model.id.clone().unwrap_or_default())),
    ];
    let points = |own: Option<Decimal>| match own {
        Some(own) => writing::thousands(own),
        None if model.is_some() => MISSING.into(),
        None => String::new(),
    };
    let mut rows = Vec::new();
    let (mut group, mut groups) = (None, 0);
    for (criterion, number) in rubric.criteria.iter().zip(1..) {
        if criterion.group != group {
            group.clone_from(&criterion.group);
            groups += 1;
            let name = group.as_deref().map(one_line).unwrap_or_default();
            rows.push(FiguresRow { bold: true, spans: true, cells: vec![roman(groups), name] });
        }
        let own = evaluation.and_then(|own| own.own.get(&criterion.code)).copied().map(Amount::value);
        let given = evaluation.and_then(|own| own.given.get(&criterion.code)).copied().map(Amount::value);
        let note = match (own, given) {
            (Some(own), Some(given)) if own != given => {
                let sign = if given > own { "Tăng" } else { "Giảm" };
                format!("{sign} {}", writing::thousands((given - own).abs()))
            }
            _ if criterion.scored_by == ScoredBy::Superior => "Cấp trên chấm".into(),
            _ => String::new(),
        };
        let own = if criterion.scored_by == ScoredBy::Superior { String::new() } else { points(own) };
        let cells = vec![
            number.to_string(),
            one_line(&criterion.title),
            writing::thousands(criterion.maximum.value()),
            own,
            points(given),
            note,
        ];
        rows.push(FiguresRow { bold: false, spans: false, cells });
    }
    let total = vec![
        String::new(),
        "Tổng cộng".into(),
        writing::thousands(rubric.total.value()),
        points(evaluation.and_then(Evaluation::own_total)),
        points(evaluation.and_then(Evaluation::total)),
        String::new(),
    ];
    rows.push(FiguresRow { bold: true, spans: false, cells: total });
    let mut close = vec![("Xếp loại", of(&|model| rank(scope, model)))];
    if let Some(own) = evaluation {
        let given = [
            ("Lý do điều chỉnh điểm", own.change_reason.clone()),
            ("Lý do không đủ điều kiện", ineligible(rubric, own)),
            ("Minh chứng", own.evidence.clone()),
            ("Tổ chấm điểm", own.team.clone()),
            ("Ngày chấm", own.checked_on.map(|day| day.to_string())),
        ];
        close.extend(given.into_iter().filter_map(|(label, text)| Some((label, one_line(&text?)))));
    } else {
        close.extend(["Lý do điều chỉnh điểm", "Minh chứng"].map(|label| (label, String::new())));
    }
    let head = ["TT", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Điểm chấm", "Ghi chú"];
    let head = head.map(|text| HeadCell { text: text.into(), columns: 1, lines: 1 });
    let widths = [(4, "giua"), (36, "trai"), (8, "giua"), (8, "giua"), (8, "giua"), (12, "trai")];
    let columns = widths.map(|(share, align)| FiguresColumn::fixed(share, align));
    let table =
        FiguresView { columns: columns.into(), head: vec![head.into()], rows, ..FiguresView::default() };
    ScoreSheetView { title: one_line(&sheets.title), lead, table, close }
}

/// Why a model may not be ranked: as the scores say, and which criteria are at zero
/// where that disqualifies it.
fn ineligible(rubric: &Rubric, own: &Evaluation) -> Option<String> {
    let zero = |criterion: &&Criterion| {
        let given = own.given.get(&criterion.code);
        criterion.disqualifies && given.is_some_and(|score| score.value().is_zero())
    };
    let zero = rubric
        .criteria
        .iter()
        .filter(zero)
        .map(|criterion| format!("tiêu chí “{}” 0 điểm", one_line(&criterion.title)));
    let said = own.reason.as_deref().filter(|_| !own.eligible).map(one_line);
    let all: Vec<_> = said.into_iter().chain(zero).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// The rank as words, also where there is none.
fn rank(scope: &Scope, model: &YearModel) -> String {
    match scope.data.rank(model) {
        Some(rank) => rank.name.clone(),
        None if scope.data.is_eligible(model) => "Không công nhận".into(),
        None => "Không đủ điều kiện xếp loại".into(),
    }
}
