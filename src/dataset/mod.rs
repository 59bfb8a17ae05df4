//! In: all records of a workspace. Out: what documents may speak of: units,
//! models and figures, each with the place it was written at.

mod award_rows;
mod awards;
mod bodies;
mod check;
mod criteria;
mod duplicates;
mod figure;
mod gather;
mod names;
mod outcomes;
mod place;
mod reader;
mod refused;
mod scores;
mod sums;
mod unit_names;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rust_decimal::Decimal;

pub use awards::AwardFilter;
pub use gather::{gather, units};
pub(crate) use gather::{organisations, unread};
pub(crate) use names::letter_for_letter;
pub(crate) use place::Origin;
pub use place::Placed;

use crate::plan::Plans;
use crate::records::{Award, Evaluation, Figure, Indicator, Model, Organisation, Rubric, Unit};
use crate::standard::{AwardLists, Lists, Rank};
use refused::Refused;

/// Indexes of figures by indicator, unit and year.
type ByCell = BTreeMap<(usize, Option<usize>, i32), usize>;

/// All records.
#[derive(Debug)]
pub struct Dataset {
    /// Fields and ranks.
    pub lists: Lists,
    /// Issuing bodies.
    pub organisations: Vec<Placed<Organisation>>,
    /// Units in the order of lists.
    pub units: Vec<Placed<Unit>>,
    /// Indicators in the order of tables.
    pub indicators: Vec<Placed<Indicator>>,
    /// Models of all years.
    pub models: Vec<Placed<YearModel>>,
    /// How models are scored.
    pub rubrics: Vec<Placed<Rubric>>,
    /// Scores of all years.
    pub evaluations: Vec<Placed<YearEvaluation>>,
    /// Figures of all years.
    pub figures: Vec<Placed<YearFigure>>,
    /// Awards of all years.
    pub awards: Vec<Placed<YearAward>>,
    /// What may be awarded.
    pub award_lists: AwardLists,
    /// The years that have a file of awards.
    pub award_years: BTreeSet<i32>,
    /// What documents plan.
    pub plans: Plans,
    /// The years that have a file of models, even an empty one.
    pub model_years: BTreeSet<i32>,
    /// The years that have a file of figures.
    pub figure_years: BTreeSet<i32>,
    /// Figures by indicator, unit and year.
    by_cell: ByCell,
    /// What mistakes kept from being read.
    refused: Refused,
    /// Scores by year, once a place is asked for.
    ranked: OnceLock<BTreeMap<i32, Vec<Decimal>>>,
}

/// A model in its year, with the unit it names.
#[derive(Debug)]
pub struct YearModel {
    /// The year it was registered in.
    pub year: i32,
    /// Index of its unit.
    pub unit: usize,
    /// What the file says.
    pub model: Model,
    /// Index of its evaluation.
    pub evaluation: Option<usize>,
}

/// The scores of a model in their year.
#[derive(Debug)]
pub struct YearEvaluation {
    /// The year.
    pub year: i32,
    /// What the file says.
    pub evaluation: Evaluation,
}

/// An award in its year, with the unit it names.
#[derive(Debug)]
pub struct YearAward {
    /// The year.
    pub year: i32,
    /// Index of the unit.
    pub unit: usize,
    /// What the file says.
    pub award: Award,
}

/// A figure in its year, with what it names.
#[derive(Debug)]
pub struct YearFigure {
    /// The year.
    pub year: i32,
    /// Index of its indicator.
    pub indicator: usize,
    /// Index of its unit; the whole if none.
    pub unit: Option<usize>,
    /// What the file says.
    pub figure: Figure,
}

impl Dataset {
    /// The index of the indicator with this code.
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<usize> {
        self.indicators.iter().position(|indicator| indicator.code == code)
    }

    /// The index of the unit with this code.
    #[must_use]
    pub fn unit(&self, code: &str) -> Option<usize> {
        self.units.iter().position(|unit| unit.code == code)
    }

    /// The unit that a unit is part of in the end; itself if it is part of none.
    #[must_use]
    pub fn top(&self, unit: usize) -> usize {
        let above = |at: &usize| self.units[*at].parent.as_ref().and_then(|code| self.unit(code));
        // Units that are parts of each other are refused elsewhere.
        std::iter::successors(Some(unit), above).take(self.units.len()).last().unwrap_or(unit)
    }

    /// The figure of an indicator for a unit, or for the whole, in a year.
    #[must_use]
    pub fn figure(&self, indicator: usize, unit: Option<usize>, year: i32) -> Option<&Placed<YearFigure>> {
        self.by_cell.get(&(indicator, unit, year)).map(|at| &self.figures[*at])
    }

    /// The figures of single units in a year; that of a đảng bộ covers the chi bộ
    /// below it.
    pub fn figures_of_units(&self, indicator: usize, year: i32) -> impl Iterator<Item = &Placed<YearFigure>> {
        let covered = move |unit: usize| {
            let parent = self.units[unit].parent.as_ref().and_then(|code| self.unit(code));
            parent.is_some_and(|parent| self.figure(indicator, Some(parent), year).is_some())
        };
        self.by_cell
            .range((indicator, Some(0), i32::MIN)..=(indicator, Some(usize::MAX), i32::MAX))
            .filter(move |((_, unit, own), _)| *own == year && unit.is_some_and(|unit| !covered(unit)))
            .map(|(_, at)| &self.figures[*at])
    }

    /// The rank a model earned: by the rubric of its year, or by the lists where
    /// the year has none.
    #[must_use]
    pub fn rank(&self, model: &YearModel) -> Option<&Rank> {
        let score = self.score(model).filter(|_| self.is_eligible(model))?;
        match self.rubric(model.year) {
            Some(rubric) => self.lists.rank(rubric.rank(score)?),
            None => self.lists.rank_of(score),
        }
    }
}
