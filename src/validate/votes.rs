//! In: the minutes of a review meeting with a table of votes. Out: a finding for
//! every model whose votes are not as many as those who attended.

use super::walk;
use crate::diagnostic::{RecognitionFault, Report};
use crate::documents::{Block, FigureColumn, FiguresTable, OfficialDocument, RowsOf};
use crate::expression::Scope;
use crate::figures::Selection;
use crate::load::Loaded;

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
    let mut present = None;
    walk::blocks(&loaded.record, &mut |block, _| {
        if let Block::Meeting(meeting) = block {
            present = present.or(meeting.present);
        }
    });
    let Some(present) = present.and_then(|present: usize| u32::try_from(present).ok()) else { return };
    let data = &scope.data;
    let within = Selection::filtered(data, scope.period.years(), &table.filter);
    let mut differing = Vec::new();
    for model in data.models.iter().filter(|model| within.has(data, model)) {
        let Some(own) = data.evaluation(model) else { continue };
        let votes = own.evaluation.votes_for.zip(own.evaluation.votes_against);
        let Some(votes) = votes.map(|(yes, no)| u32::from(yes) + u32::from(no)) else { continue };
        if votes != present {
            differing.push((own.evaluation.model.clone(), votes, own.place("dong_y")));
        }
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
