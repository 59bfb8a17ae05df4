//! In: a dataset. Out: a finding for every record that is at odds with itself or
//! with another, each naming both places.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Dataset, Placed, YearModel, duplicates, sums};
use crate::diagnostic::{DataFault, ModelFault, RecognitionFault, Report};
use crate::figures::Measure;
use crate::records::{Folder, Freshness, State, Subject, UnitKind};
use crate::values::{Date, comparable, nearest};

/// No model began before the republic.
const EARLIEST: u16 = 1945;

/// Everything; sums only where every file was read whole.
pub(super) fn all(data: &Dataset, whole: bool, report: &mut Report) {
    let twice = duplicates::find(data, report);
    units(data, report);
    super::unit_names::check(data, report);
    super::bodies::check(data, report);
    indicators(data, report);
    // Where a score was refused, it is not missing.
    let scored = data.models.iter().filter(|model| whole && data.score(model).is_some());
    let scored_years = scored.map(|model| model.year).collect();
    let deadlines =
        data.model_years.iter().filter_map(|year| Some((*year, deadline(data, *year)?))).collect();
    for model in &data.models {
        state(data, &scored_years, model, report);
        origin(data, &deadlines, model, report);
        fields(data, model, report);
    }
    super::scores::check(data, report);
    super::awards::check(data, report);
    super::award_rows::check(data, report);
    sums::figures(data, report);
    if whole && !twice {
        sums::all(data, report);
    }
}

fn units(data: &Dataset, report: &mut Report) {
    let known = !data.refused.any(Folder::Units);
    let codes = || data.units.iter().map(|unit| unit.code.as_str());
    for unit in &data.units {
        for (key, code) in [("truc_thuoc", &unit.parent), ("nhap_vao", &unit.merged_into)] {
            if let Some(code) = code.as_ref().filter(|code| known && data.unit(code).is_none()) {
                report.push(unit.finding(key, DataFault::unknown_unit(code, nearest(code, codes()))));
            }
            if code.as_ref() == Some(&unit.code) {
                report.push(unit.finding(key, DataFault::UnitOfItself));
            }
        }
        if unit.merged_into.is_some() && unit.until.is_none() {
            report.push(unit.finding("nhap_vao", DataFault::MergedWithoutEnd));
        }
        if unit.kind == UnitKind::Cell && unit.parent.is_none() {
            report.push(unit.finding("loai", DataFault::CellWithoutParent));
        }
        ends_after_it_begins(unit, ["lap_ngay", "het_ngay"], [unit.from, unit.until], report);
    }
}

/// What ends began before; `keys` are those of both days.
pub(super) fn ends_after_it_begins<R>(
    record: &Placed<R>,
    [begin, end]: [&str; 2],
    days: [Option<Date>; 2],
    report: &mut Report,
) {
    if let [Some(from), Some(until)] = days
        && until < from
    {
        let fault = DataFault::EndsBeforeItBegins { end: until.to_string(), other: record.place(begin) };
        report.push(record.finding(end, fault));
    }
}

fn indicators(data: &Dataset, report: &mut Report) {
    let known = !data.refused.any(Folder::Indicators);
    for indicator in &data.indicators {
        let unknown = |parent: &&String| known && data.indicator(parent).is_none();
        if let Some(parent) = indicator.parent.as_ref().filter(unknown) {
            let nearest = nearest(parent, data.indicators.iter().map(|own| own.code.as_str()));
            report.push(indicator.finding("thuoc", DataFault::unknown_indicator(parent, nearest)));
        }
        if Measure::is_built_in(&indicator.code) {
            report.push(indicator.finding("ma", DataFault::ReservedCode { code: indicator.code.clone() }));
        }
        if let Some(counted) = indicator.counted.as_ref().filter(|counted| !counted.counts_awards())
            && known
            && let Err(fault) = Measure::named(data, &counted.measure)
        {
            report.push(indicator.finding("doi_chieu.do", fault));
        }
    }
}

/// Registered, recognised, exemplary, proposed, awarded: each stage is part of
/// the one before. A score decides what may be recognised.
fn state(data: &Dataset, scored_years: &BTreeSet<i32>, model: &Placed<YearModel>, report: &mut Report) {
    let own = &model.model;
    let recognised = own.state == State::Recognised;
    let stages = [
        ("tieu_bieu", own.exemplary, "trang_thai", recognised),
        ("de_nghi_khen", own.proposed, "tieu_bieu", own.exemplary),
        ("duoc_khen", own.awarded, "de_nghi_khen", own.proposed),
    ];
    for (key, stage, before, reached) in stages {
        if stage && !reached {
            let fault = ModelFault::StageSkipped { stage: key, before, other: model.place(before) };
            report.push(model.finding(key, fault));
        }
    }
    let score = data.score(model);
    let mut in_range = true;
    for (key, value) in [("diem", own.score), ("diem_tu_cham", own.own_score)] {
        if value.is_some_and(|value| !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&value.value())) {
            report.push(model.finding(key, ModelFault::ScoreRange));
            in_range = false;
        }
    }
    let eligible = data.is_eligible(model);
    let ranked = data.rank(model).is_some() || !data.knows_ranks(model.year);
    if recognised && (score.is_some() || !eligible) && !ranked {
        let keys = if eligible { ["diem", "cham"] } else { ["du_dieu_kien"; 2] };
        let other = data.evaluation(model).map_or_else(|| model.place(keys[0]), |own| own.place(keys[1]));
        report.push(model.finding("trang_thai", ModelFault::RecognisedBelow { other }));
    }
    // A list may have no scores at all; one that has them ranks every recognised model.
    // Where there are score sheets, the sheet is what is missing, and told.
    let unscored = recognised && score.is_none() && eligible && data.without_sheet(model).is_none();
    if unscored && scored_years.contains(&model.year) {
        report.push(model.finding("trang_thai", ModelFault::RecognisedUnscored));
    }
    let lowered = own.own_score.zip(own.score).is_some_and(|(own, score)| own != score);
    if lowered && in_range && own.score_reason.is_none() {
        report.push(model.finding("diem", ModelFault::ScoreChanged { other: model.place("diem_tu_cham") }));
    }
    if matches!(own.state, State::NotRecognised | State::Withdrawn) && own.reason.is_none() {
        report.push(model.finding("trang_thai", ModelFault::NoReason));
    }
}

/// Where a model comes from: its unit in its year, the year it began, its person.
fn origin(
    data: &Dataset,
    deadlines: &BTreeMap<i32, (Date, String)>,
    model: &Placed<YearModel>,
    report: &mut Report,
) {
    let own = &model.model;
    let unit = &data.units[model.unit];
    if !unit.exists_in(model.year) {
        let fault =
            DataFault::UnitGone { unit: unit.code.clone(), year: model.year, other: unit.place("ma") };
        report.push(model.finding("don_vi", fault));
    }
    // A list may be sent in the last weeks of the year before.
    if own.registered_on.is_some_and(|day| !(model.year - 1..=model.year).contains(&day.parts().0)) {
        let day = own.registered_on.map_or_else(String::new, |day| day.to_string());
        report.push(
            model.finding("ngay_dang_ky", ModelFault::RegisteredElsewhere { date: day, year: model.year }),
        );
    }
    if let Some((day, (due, other))) = own.registered_on.zip(deadlines.get(&model.year))
        && day > *due
    {
        let (day, due) = (day.to_string(), due.to_string());
        report.push(
            model
                .finding("ngay_dang_ky", RecognitionFault::RegisteredLate { day, due, other: other.clone() }),
        );
    }
    if let Some(year) = own.first_year.filter(|year| *year < EARLIEST) {
        report.push(model.finding("nam_dau", ModelFault::ImpossibleYear { year }));
    }
    let began_later = own.first_year.is_some_and(|first| i32::from(first) > model.year);
    if began_later || (own.freshness == Freshness::Continued && own.first_year.is_none()) {
        report.push(model.finding("tinh_trang", ModelFault::FirstYear { other: model.place("nam_dau") }));
    }
    ends_after_it_begins(model, ["tu_ngay", "den_ngay"], [own.from, own.until], report);
    if own.budget.is_some_and(|budget| budget.value() < Decimal::ZERO) {
        report.push(model.finding("kinh_phi", ModelFault::NegativeBudget));
    }
    if (own.subject == Subject::Person) != own.person.is_some() {
        report.push(model.finding("doi_tuong", ModelFault::PersonMissing { other: model.place("ca_nhan") }));
    }
}

/// The last day to register a model in a year, and where a plan says so; of
/// several plans the most patient.
fn deadline(data: &Dataset, year: i32) -> Option<(Date, String)> {
    let plans = data.plans.iter().filter(|plan| plan.date.is_some_and(|date| date.parts().0 == year));
    let activities = plans.flat_map(|plan| plan.activities.iter().map(move |own| (plan, own)));
    let registers = |task: &str| ["dangky", "mohinh"].iter().all(|word| comparable(task).contains(word));
    let due = activities
        .filter(|(_, own)| registers(&own.task))
        .filter_map(|(plan, own)| Some((own.due()?, format!("data/{}:{}", plan.file, own.line))));
    due.max()
}

fn fields(data: &Dataset, model: &Placed<YearModel>, report: &mut Report) {
    let fields = || data.lists.fields.iter();
    if !fields().any(|field| field.code == model.model.field) {
        let name = &model.model.field;
        // In a sheet a person writes the name, in YAML the code.
        let sheet = model.source().is_sheet();
        let shown = || fields().map(|field| if sheet { field.name.as_str() } else { field.code.as_str() });
        let (nearest, known) = (nearest(name, shown()), shown().collect::<Vec<_>>().join(", "));
        report
            .push(model.finding("linh_vuc", DataFault::UnknownField { name: name.clone(), nearest, known }));
    }
    if model.model.name.chars().count() > 160 {
        report.push(model.finding("ten", ModelFault::LongName));
    }
}
