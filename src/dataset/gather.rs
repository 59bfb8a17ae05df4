//! In: the record folders of a workspace. Out: the [`Dataset`], with a finding
//! for every name in it that leads nowhere.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use super::duplicates::{self, Again};
use super::names::Names;
use super::reader::Reader;
use super::{
    ByCell, Dataset, Placed, YearAward, YearEvaluation, YearFigure, YearModel, check, figure, scores,
};
use crate::certificates::may_hold_lists;
use crate::diagnostic::{DataFault, Diagnostic, FigureFault, Report};
use crate::plan::Plans;
use crate::records::{
    AwardFile, Evaluation, EvaluationFile, Figure, Folder, Indicator, IndicatorFile, Model, ModelFile,
    Organisation, Precision, ResultFile, Rubric, Unit, UnitFile,
};
use crate::standard::{AwardLists, Lists};
use crate::values::comparable;
use crate::workspace::Workspace;

/// Reads every record folder. The data may be spoken of only if `report` has no
/// errors.
///
/// # Errors
/// A broken list of fields and ranks.
pub fn gather(workspace: &Workspace, report: &mut Report) -> Result<Dataset, Diagnostic> {
    let lists = Lists::read(workspace)?;
    let mut found = Report::default();
    unread(workspace, &mut found);
    let mut reader = Reader::new(workspace, &mut found);
    let organisations = reader.whole_files::<Organisation>(Folder::Organisations);
    let rubrics = reader.whole_files::<Rubric>(Folder::Rubrics);
    let mut units: Vec<Placed<Unit>> = reader.items(Folder::Units, |file: UnitFile| file.units);
    // Units without a number of their own follow those that have one, as the files name them.
    units.sort_by_key(|unit| unit.order.unwrap_or(u32::MAX));
    let indicators: Vec<Placed<Indicator>> =
        reader.items(Folder::Indicators, |file: IndicatorFile| file.indicators);
    let (models, model_years) = reader.yearly(Folder::Models, |file: ModelFile| file.models);
    let (evaluations, _) = reader.yearly(Folder::Evaluations, |file: EvaluationFile| file.evaluations);
    let in_year =
        |(year, own): (i32, Placed<Evaluation>)| own.map(|evaluation| YearEvaluation { year, evaluation });
    let evaluations: Vec<_> = evaluations.into_iter().map(in_year).collect();
    // Of two evaluations of one model the first counts; the second is a finding.
    let mut by_model = HashMap::new();
    for (at, own) in evaluations.iter().enumerate() {
        by_model.entry(scores::key(own.year, &own.evaluation.model)).or_insert(at);
    }
    let (awards, award_years) = reader.yearly(Folder::Awards, |file: AwardFile| file.awards);
    let (figures, figure_years) = reader.yearly(Folder::Results, |file: ResultFile| file.figures);
    let mut refused = reader.refused;
    // Where the lists of names are broken, names that are not in them tell nothing.
    let names_are_known = ![Folder::Units, Folder::Indicators].iter().any(|own| refused.any(*own));

    let mut names = Report::default();
    let units_by_name =
        Names::new(&units, |unit| std::iter::once(unit.code.clone()).chain(unit.names()).collect());
    let indicators_by_name =
        Names::new(&indicators, |indicator| vec![indicator.code.clone(), indicator.label.clone()]);
    let models = models.into_iter().filter_map(|(year, model)| {
        let unit = units_by_name.find(&model, "don_vi", &model.unit, DataFault::unknown_unit, &mut names);
        let Some(unit) = unit else {
            refused.model(year, model.id.as_deref());
            return None;
        };
        let evaluation = model.id.as_ref().and_then(|id| by_model.get(&scores::key(year, id)).copied());
        Some(model.map(|model| YearModel { year, unit, model: with_field_code(model, &lists), evaluation }))
    });
    let models: Vec<_> = models.collect();
    let awards = awards.into_iter().filter_map(|(year, award)| {
        let unit = units_by_name.find(&award, "don_vi", &award.unit, DataFault::unknown_unit, &mut names)?;
        Some(award.map(|award| YearAward { year, unit, award }))
    });
    let awards: Vec<_> = awards.collect();
    let mut figures: Vec<_> = figures
        .into_iter()
        .filter_map(|(year, figure)| {
            let indicator = indicators_by_name.find(
                &figure,
                "chi_tieu",
                &figure.indicator,
                DataFault::unknown_indicator,
                &mut names,
            );
            let unit = match &figure.unit {
                Some(unit) => {
                    Some(units_by_name.find(&figure, "don_vi", unit, DataFault::unknown_unit, &mut names)?)
                }
                None => None,
            };
            let indicator = indicator?;
            let value = figure::value(&figure, &indicators[indicator], &mut found);
            Some(figure.map(|figure| YearFigure {
                year,
                indicator,
                unit,
                figure: Figure { value, ..figure },
            }))
        })
        .collect();
    // What was refused is in no sum: sums are looked at when everything was read.
    let whole = !found.blocks() && !names.blocks();
    if names_are_known {
        found.extend(names);
    }
    report.extend(found);
    let (mut by_cell, again) = cells(&figures);
    let whole = !duplicates::tell(again, report) && whole;
    let plans = Plans::read(workspace);
    count_awards(&indicators, &awards, &award_years, (&mut figures, &mut by_cell));
    let dataset = Dataset {
        lists,
        organisations,
        units,
        indicators,
        models,
        rubrics,
        evaluations,
        figures,
        plans,
        awards,
        award_lists: AwardLists::read(workspace)?,
        award_years,
        model_years,
        figure_years,
        by_cell,
        refused,
        ranked: OnceLock::new(),
    };
    check::all(&dataset, whole, report);
    Ok(dataset)
}

/// The figures by what they are of, and those that are given twice.
fn cells(figures: &[Placed<YearFigure>]) -> (ByCell, Vec<Again>) {
    let mut by_cell = BTreeMap::new();
    let mut again = Vec::new();
    for (at, figure) in figures.iter().enumerate() {
        if let Some(first) = by_cell.insert((figure.indicator, figure.unit, figure.year), at) {
            let first: &Placed<YearFigure> = &figures[first];
            let fault = DataFault::SameFigure { other: first.place("") };
            again.push(Again::new(figure.finding("", fault), figure, first));
        }
    }
    (by_cell, again)
}

/// The issuing bodies alone. What is wrong with them is told where all records
/// are read.
#[must_use]
pub(crate) fn organisations(workspace: &Workspace) -> Vec<Placed<Organisation>> {
    let mut ignored = Report::default();
    Reader::new(workspace, &mut ignored).whole_files(Folder::Organisations)
}

/// The units alone, in the order of their files.
#[must_use]
pub fn units(workspace: &Workspace) -> Vec<Placed<Unit>> {
    let mut ignored = Report::default();
    Reader::new(workspace, &mut ignored).items(Folder::Units, |file: UnitFile| file.units)
}

/// Tells the lists that nobody reads, but for those of certificates.
pub(crate) fn unread(workspace: &Workspace, report: &mut Report) {
    let of_batch = |name: &String| name.split('/').nth(1).is_some_and(may_hold_lists);
    for name in workspace.unread_files().into_iter().filter(|name| !of_batch(name)) {
        report.push(Diagnostic::in_file(name, FigureFault::UnreadFile));
    }
}

/// Adds the figures of indicators that count awards, in the years that have a
/// list of awards and no figure typed for the whole.
fn count_awards(
    indicators: &[Placed<Indicator>],
    awards: &[Placed<YearAward>],
    years: &BTreeSet<i32>,
    (figures, by_cell): (&mut Vec<Placed<YearFigure>>, &mut ByCell),
) {
    for (at, indicator) in indicators.iter().enumerate() {
        let Some(counted) = indicator.counted.as_ref().filter(|counted| counted.counts_awards()) else {
            continue;
        };
        for year in years {
            let of_year = || awards.iter().filter(|own| own.year == *year);
            let (false, Some(first)) = (by_cell.contains_key(&(at, None, *year)), of_year().next()) else {
                continue;
            };
            let number = of_year().filter(|own| counted.has(&own.award)).count();
            let figure = Figure {
                indicator: indicator.code.clone(),
                unit: None,
                unit_of_count: None,
                value: Some(i64::try_from(number).unwrap_or(i64::MAX).into()),
                precision: Precision::Exact,
                source: None,
                note: None,
            };
            by_cell.insert((at, None, *year), figures.len());
            figures.push(first.with(YearFigure { year: *year, indicator: at, unit: None, figure }));
        }
    }
}

/// The model with the code of its field of work, however its name is written.
fn with_field_code(model: Model, lists: &Lists) -> Model {
    let same = |name: &str| comparable(name) == comparable(&model.field);
    let field = lists.fields.iter().find(|field| same(&field.code) || same(&field.name));
    match field.map(|field| field.code.clone()) {
        Some(field) => Model { field, ..model },
        None => model,
    }
}
