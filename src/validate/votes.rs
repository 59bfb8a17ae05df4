//! In: the minutes of a review meeting with a table of votes. Out: a finding for
//! every model whose votes are not as many as those who attended, or that was
//! recognised without any.

use super::walk;
use crate::diagnostic::{RecognitionFault, Report};
use crate::documents::{Block, FigureColumn, FiguresTable, OfficialDocument, RowsOf};
use crate::expression::Scope;
use crate::figures::Selection;
use crate::load::Loaded;
use crate::records::State;

pub(super) fn check(
    loaded: &Loaded<OfficialDocument>,
    table: &FiguresTable,
    path: &str,
    scope: &Scope,
    report: &mut Report,
) {
    let shows = |column: &FigureColumn| matches!(column, FigureColumn::Name(name) if name == "dong_y");
    if table.rows != RowsOf::Models || scope.blank || !table.columns.iter().any(shows) {
        return;
    }
    let data = &scope.data;
    let within = Selection::filtered(data, scope.period.years(), &table.filter);
    let (mut called, mut present) = (None, None);
    walk::blocks(&loaded.record, &mut |block, _| {
        if let Block::Meeting(meeting) = block {
            called = called.or(meeting.called);
            present = present.or(meeting.present);
        }
    });
    let [called, present] =
        [called, present].map(|own: Option<usize>| own.and_then(|own| own.try_into().ok()));
    let (mut differing, mut missing) = (Vec::new(), Vec::new());
    for model in data.models.iter().filter(|model| within.has(data, model)) {
        let Some(own) = data.evaluation(model) else { continue };
        let votes = (own.evaluation.votes_for, own.evaluation.votes_against);
        if votes == (None, None) && model.model.state == State::Recognised {
            missing.push((own.evaluation.model.clone(), own.place("mo_hinh")));
        }
        let (Some(present), (Some(yes), Some(no))) = (present, votes) else { continue };
        let votes = u32::from(yes) + u32::from(no);
        if votes != present {
            differing.push((own.evaluation.model.clone(), votes, own.place("dong_y")));
        }
    }
    let others = missing.len().saturating_sub(1);
    if let Some((id, other)) = missing.into_iter().next() {
        report.push(loaded.finding(path, RecognitionFault::VotesMissing { id, others, other }));
    }
    let Some(present) = present else { return };
    if let Some(called) = called.filter(|called| present * 2 <= *called) {
        report.push(loaded.finding(path, RecognitionFault::FewPresent { called, present }));
    }
    // Where many differ, the number of those who attended is the mistake.
    let told = if differing.len() > MANY { 1 } else { differing.len() };
    let others = differing.len() - told;
    for (id, votes, other) in differing.into_iter().take(told) {
        report.push(loaded.finding(path, RecognitionFault::Votes { id, votes, present, others, other }));
    }
}

/// As many mistakes as can be as many slips.
const MANY: usize = 5;
