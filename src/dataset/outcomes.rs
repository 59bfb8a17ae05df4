//! In: what became of a model, its scores and the votes. Out: a finding where they
//! contradict each other.

use rust_decimal::Decimal;

use super::{Dataset, Placed, YearEvaluation, YearModel};
use crate::diagnostic::{ModelFault, RecognitionFault, Report};
use crate::records::State;
use crate::values::{Amount, comparable};

/// Votes for a model without those against it, or the other way round.
pub(super) fn half_voted(own: &Placed<YearEvaluation>, report: &mut Report) {
    let (written, missing) = match (own.evaluation.votes_for, own.evaluation.votes_against) {
        (Some(_), None) => ("dong_y", ["khong_dong_y", "không đồng ý", "against it"]),
        (None, Some(_)) => ("khong_dong_y", ["dong_y", "đồng ý", "for it"]),
        _ => return,
    };
    report.push(own.finding(written, RecognitionFault::HalfVotes { missing }));
}

/// What was recognised had more votes for it than against it.
pub(super) fn outvoted(own: &Placed<YearEvaluation>, model: &Placed<YearModel>, report: &mut Report) {
    let votes = own.evaluation.votes_for.zip(own.evaluation.votes_against);
    let lost = votes.filter(|(yes, no)| yes <= no && model.model.state == State::Recognised);
    if let Some((yes, no)) = lost {
        let other = model.place("trang_thai");
        report.push(own.finding("dong_y", RecognitionFault::Outvoted { yes, no, other }));
    }
}

/// What was not recognised did not earn it: neither its score nor the votes say so. A
/// reason that the score disproves is an error; for others a meeting may have its own.
pub(super) fn earned(data: &Dataset, model: &Placed<YearModel>, report: &mut Report) {
    let Some(score) = data.score(model).filter(|_| model.model.state == State::NotRecognised) else { return };
    let (Some(rank), Some(lowest)) = (data.rank(model), lowest(data, model.year)) else { return };
    let evaluation = data.evaluation(model);
    // Fewer points than any rank asks for are those of one criterion.
    let wanted = model.model.reason.as_deref().and_then(points_wanted).filter(|wanted| *wanted >= lowest);
    let votes = evaluation.and_then(|own| own.evaluation.votes_for.zip(own.evaluation.votes_against));
    let votes = votes.filter(|(yes, no)| yes > no);
    if wanted.is_some() || votes.is_some() {
        let disproved = wanted.is_some_and(|wanted| wanted <= score);
        let other = evaluation.map_or_else(|| model.place("diem"), |own| own.place("cham"));
        let fault = ModelFault::refused_above(score, rank.name.clone(), votes, disproved, other);
        report.push(model.finding("trang_thai", fault));
    }
}

/// The points that a reason says were not reached: 75 in `Chưa đạt 75 điểm`.
fn points_wanted(reason: &str) -> Option<Decimal> {
    let words: Vec<_> = reason.split_whitespace().collect();
    let folded: Vec<_> = words.iter().map(|word| comparable(word)).collect();
    let denies =
        folded.iter().position(|word| ["chua", "khong", "duoi", "thieu"].contains(&word.as_str()))?;
    let points = (denies + 2..words.len()).find(|at| folded[*at] == "diem")?;
    Some(words[points - 1].parse::<Amount>().ok()?.value())
}

/// The lowest score that earns a rank in a year; none without its rubric.
fn lowest(data: &Dataset, year: i32) -> Option<Decimal> {
    data.rubric(year)?.ranks.iter().map(|rank| rank.from.value()).min()
}
