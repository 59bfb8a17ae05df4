//! In: the record folders of a workspace. Out: the [`Dataset`], with a finding
//! for every name in it that leads nowhere.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::duplicates::{self, Again};
use super::place::Origin;
use super::{ByCell, Dataset, Placed, YearAward, YearEvaluation, YearFigure, YearModel, check, scores};
use crate::certificates::may_hold_lists;
use crate::diagnostic::{DataFault, Diagnostic, FigureFault, Report, SheetFault};
use crate::load::{self, Loaded};
use crate::plan;
use crate::records::{
    AwardFile, Evaluation, EvaluationFile, Figure, Folder, Indicator, IndicatorFile, IndicatorKind, Model,
    ModelFile, Organisation, Precision, ResultFile, Rubric, Unit, UnitFile,
};
use crate::sheet::{self, List};
use crate::standard::{AwardLists, Lists};
use crate::values::{Amount, comparable, nearest};
use crate::workspace::{DataFile, Workspace};

/// Reads every record folder. The data may be spoken of only if `report` has no
/// errors.
///
/// # Errors
/// A broken list of fields and ranks.
pub fn gather(workspace: &Workspace, report: &mut Report) -> Result<Dataset, Diagnostic> {
    let lists = Lists::read(workspace)?;
    let mut found = Report::default();
    unread(workspace, &mut found);
    let mut reader = Reader { workspace, report: &mut found };
    let organisations = reader.whole_files::<Organisation>(Folder::Organisations);
    let rubrics = reader.whole_files::<Rubric>(Folder::Rubrics);
    let mut units: Vec<Placed<Unit>> = reader.items(Folder::Units, "don_vi", |file: UnitFile| file.units);
    // Units without a number of their own follow those that have one, as the files name them.
    units.sort_by_key(|unit| unit.order.unwrap_or(u32::MAX));
    let indicators: Vec<Placed<Indicator>> =
        reader.items(Folder::Indicators, "chi_tieu", |file: IndicatorFile| file.indicators);
    // Where the lists of names are broken, names that are not in them tell nothing.
    let names_are_known = !reader.report.blocks();
    let (models, model_years) = reader.yearly(Folder::Models, "mo_hinh", |file: ModelFile| file.models);
    let (evaluations, _) =
        reader.yearly(Folder::Evaluations, "danh_gia", |file: EvaluationFile| file.evaluations);
    let in_year =
        |(year, own): (i32, Placed<Evaluation>)| own.map(|evaluation| YearEvaluation { year, evaluation });
    let evaluations: Vec<_> = evaluations.into_iter().map(in_year).collect();
    // Of two evaluations of one model the first counts; the second is a finding.
    let mut by_model = HashMap::new();
    for (at, own) in evaluations.iter().enumerate() {
        by_model.entry(scores::key(own.year, &own.evaluation.model)).or_insert(at);
    }
    let (awards, award_years) = reader.yearly(Folder::Awards, "khen_thuong", |file: AwardFile| file.awards);
    let (figures, figure_years) = reader.yearly(Folder::Results, "ket_qua", |file: ResultFile| file.figures);

    let mut names = Report::default();
    let units_by_name =
        Names::new(&units, |unit| std::iter::once(unit.code.clone()).chain(unit.names()).collect());
    let indicators_by_name =
        Names::new(&indicators, |indicator| vec![indicator.code.clone(), indicator.label.clone()]);
    let models = models.into_iter().filter_map(|(year, model)| {
        let unit = units_by_name.find(&model, "don_vi", &model.unit, DataFault::unknown_unit, &mut names)?;
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
            let value = percent(&figure, &indicators[indicator], &mut found);
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
    let mut by_cell = BTreeMap::new();
    let mut again = Vec::new();
    for (at, figure) in figures.iter().enumerate() {
        if let Some(first) = by_cell.insert((figure.indicator, figure.unit, figure.year), at) {
            let first: &Placed<YearFigure> = &figures[first];
            let fault = DataFault::SameFigure { other: first.place("") };
            again.push(Again::new(figure.finding("", fault), figure, first));
        }
    }
    let whole = !duplicates::tell(again, report) && whole;
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
        awards,
        award_lists: AwardLists::read(workspace)?,
        award_years,
        plans: plan::plans(workspace, &mut Report::default()),
        model_years,
        figure_years,
        by_cell,
    };
    check::all(&dataset, whole, report);
    Ok(dataset)
}

/// The issuing bodies alone. What is wrong with them is told where all records
/// are read.
#[must_use]
pub fn organisations(workspace: &Workspace) -> Vec<Placed<Organisation>> {
    let mut ignored = Report::default();
    Reader { workspace, report: &mut ignored }.whole_files(Folder::Organisations)
}

/// Tells the lists that nobody reads, but for those of certificates.
fn unread(workspace: &Workspace, report: &mut Report) {
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

/// A workbook keeps 25 % as 0.25; as a figure of percent it is read as shown.
fn percent(figure: &Placed<Figure>, indicator: &Indicator, report: &mut Report) -> Option<Amount> {
    let value = figure.value?;
    let fraction = value.value() > Decimal::ZERO && value.value() <= Decimal::ONE;
    if indicator.kind != IndicatorKind::Percent || !fraction || !figure.source().is_sheet() {
        return Some(value);
    }
    let read = (value.value() * Decimal::ONE_HUNDRED).normalize().to_string().replace('.', ",");
    let value = read.parse().ok();
    report.push(figure.finding("so", SheetFault::Percent { read }));
    value
}

struct Reader<'a> {
    workspace: &'a Workspace,
    report: &'a mut Report,
}

impl Reader<'_> {
    fn files<R: DeserializeOwned + JsonSchema>(&mut self, folder: Folder) -> Vec<(DataFile, Loaded<R>)> {
        let mut loaded = Vec::new();
        for file in self.workspace.record_files(folder, self.report) {
            if sheet::is_sheet(&file.path) {
                for sheet in sheet::read(self.workspace, &file, List::of(folder), self.report) {
                    let record = load::load_rows(sheet.source, sheet.tree, self.report);
                    loaded.extend(record.map(|record| (file.clone(), record)));
                }
            } else {
                loaded.extend(load::load(&file, self.report).map(|record| (file, record)));
            }
        }
        loaded
    }

    fn whole_files<R: DeserializeOwned + JsonSchema>(&mut self, folder: Folder) -> Vec<Placed<R>> {
        let files = self.files::<R>(folder);
        let placed = files.into_iter().map(|(_, Loaded { source, tree, record })| {
            Placed::new(record, &Arc::new(Origin { source, tree }), String::new())
        });
        placed.collect()
    }

    fn items<R, T>(&mut self, folder: Folder, key: &str, items: impl Fn(R) -> Vec<T>) -> Vec<Placed<T>>
    where
        R: DeserializeOwned + JsonSchema,
    {
        self.files(folder).into_iter().flat_map(|(_, loaded)| placed(loaded, key, &items)).collect()
    }

    /// The items of yearly files, and the years that have a file.
    fn yearly<R, T>(
        &mut self,
        folder: Folder,
        key: &str,
        items: impl Fn(R) -> Vec<T>,
    ) -> (Vec<(i32, Placed<T>)>, BTreeSet<i32>)
    where
        R: DeserializeOwned + JsonSchema,
    {
        let mut years = BTreeSet::new();
        let mut all = Vec::new();
        for (file, loaded) in self.files(folder) {
            let Some(year) = year_of(&file) else {
                self.report
                    .push(Diagnostic::in_file(&file.name, DataFault::NoYear { folder: folder.name() }));
                continue;
            };
            years.insert(year);
            all.extend(placed(loaded, key, &items).into_iter().map(|item| (year, item)));
        }
        (all, years)
    }
}

fn placed<R, T>(loaded: Loaded<R>, key: &str, items: &impl Fn(R) -> Vec<T>) -> Vec<Placed<T>> {
    let Loaded { source, tree, record } = loaded;
    let origin = Arc::new(Origin { source, tree });
    let items = items(record).into_iter().enumerate();
    items.map(|(at, item)| Placed::new(item, &origin, format!("{key}.{at}"))).collect()
}

/// `mo-hinh/2020.yml`, `mo-hinh/2020/so-y-te.xlsx`, `mo-hinh/2020-khoi-dang.csv`.
fn year_of(file: &DataFile) -> Option<i32> {
    let name = file.stem.iter().nth(1)?.to_string_lossy();
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|year| (1945..=2999).contains(year) && digits.len() == 4)
}

/// Records by any of their names; letters decide, not marks and case.
struct Names(HashMap<String, usize>, Vec<String>);

impl Names {
    fn new<T>(records: &[Placed<T>], names: impl Fn(&T) -> Vec<String>) -> Self {
        let mut by_name = HashMap::new();
        let mut known = Vec::new();
        for (at, record) in records.iter().enumerate() {
            for name in names(record) {
                by_name.entry(comparable(&name)).or_insert(at);
                known.push(name);
            }
        }
        Self(by_name, known)
    }

    fn find<T>(
        &self,
        record: &Placed<T>,
        key: &str,
        name: &str,
        fault: impl Fn(&str, Option<String>) -> DataFault,
        report: &mut Report,
    ) -> Option<usize> {
        let found = self.0.get(&comparable(name)).copied();
        if found.is_none() {
            let nearest = nearest(name, self.1.iter().map(String::as_str));
            report.push(record.finding(key, fault(name, nearest)));
        }
        found
    }
}
