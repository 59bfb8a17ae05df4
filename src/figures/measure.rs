//! In: the name of a figure. Out: how it is counted. A new count of models is
//! one row of the table here; everything else is an indicator of the data.

use rust_decimal::Decimal;

use super::{Dimension, Selection, Style};
use crate::dataset::Dataset;
use crate::diagnostic::DataFault;
use crate::records::{Aggregate, Counted, Freshness, IndicatorKind, Model, Precision, State};
use crate::values::{nearest, writing};

/// Something that can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Models that a condition holds for.
    Models(&'static BuiltIn),
    /// Recognised models in percent of the registered ones.
    Rate,
    /// Units.
    Units,
    /// Their members.
    Members,
    /// An indicator, by index.
    Indicator(usize),
}

/// A count of models.
#[derive(Debug)]
pub struct BuiltIn {
    name: &'static str,
    label: &'static str,
    holds: fn(&Model) -> bool,
}

impl PartialEq for BuiltIn {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for BuiltIn {}

static COUNTS: [BuiltIn; 6] = [
    BuiltIn { name: "dang_ky", label: "Đăng ký", holds: |_| true },
    BuiltIn {
        name: "dang_ky_moi", label: "Đăng ký mới", holds: |model| model.freshness == Freshness::New
    },
    BuiltIn { name: "cong_nhan", label: "Công nhận", holds: |model| model.state == State::Recognised },
    BuiltIn { name: "tieu_bieu", label: "Tiêu biểu", holds: |model| model.exemplary },
    BuiltIn { name: "de_nghi_khen", label: "Đề nghị khen", holds: |model| model.proposed },
    BuiltIn { name: "duoc_khen", label: "Được khen", holds: |model| model.awarded },
];

/// What is registered, and what is recognised of it.
static RATE: [&BuiltIn; 2] = [&COUNTS[0], &COUNTS[2]];

const OTHERS: [(&str, &str, Measure); 3] = [
    ("ty_le", "Tỷ lệ (%)", Measure::Rate),
    ("so_don_vi", "Số đơn vị", Measure::Units),
    ("so_dang_vien", "Số đảng viên", Measure::Members),
];

impl Measure {
    /// The stages of a model; each is a part of the one before.
    pub(crate) const FUNNEL: [&str; 5] = ["dang_ky", "cong_nhan", "tieu_bieu", "de_nghi_khen", "duoc_khen"];

    /// Whether a name is one of the program's own.
    #[must_use]
    pub fn is_built_in(name: &str) -> bool {
        COUNTS.iter().any(|count| count.name == name) || OTHERS.iter().any(|(own, ..)| *own == name)
    }

    /// The measure with this name.
    ///
    /// # Errors
    /// [`DataFault::UnknownMeasure`] with the nearest name.
    pub fn named(data: &Dataset, name: &str) -> Result<Self, DataFault> {
        let count = COUNTS.iter().find(|count| count.name == name).map(Self::Models);
        let other = || OTHERS.iter().find(|(own, ..)| *own == name).map(|(.., measure)| *measure);
        let found = count.or_else(other).or_else(|| data.indicator(name).map(Self::Indicator));
        found.ok_or_else(|| {
            let own = COUNTS.iter().map(|count| count.name).chain(OTHERS.iter().map(|(name, ..)| *name));
            let known: Vec<_> =
                own.chain(data.indicators.iter().map(|indicator| indicator.code.as_str())).collect();
            let nearest = nearest(name, known.iter().copied());
            DataFault::UnknownMeasure { name: name.into(), nearest, known: known.join(", ") }
        })
    }

    /// What a column of it is called.
    #[must_use]
    pub fn label(self, data: &Dataset) -> String {
        match self {
            Self::Models(count) => count.label.into(),
            Self::Indicator(at) => data.indicators[at].label.clone(),
            other => OTHERS.iter().find(|(.., own)| *own == other).map_or("", |(_, label, _)| label).into(),
        }
    }

    /// How its figures are printed.
    #[must_use]
    pub fn style(self, data: &Dataset) -> Style {
        match self {
            Self::Rate => Style::PERCENT,
            Self::Indicator(at) => {
                let indicator = &data.indicators[at];
                let kind = indicator.kind;
                Style {
                    decimals: indicator.decimals.into(),
                    counts: matches!(kind, IndicatorKind::Count | IndicatorKind::People),
                    percent: kind == IndicatorKind::Percent,
                    points: false,
                    worth: writing::worth(&indicator.unit),
                }
            }
            _ => Style::COUNT,
        }
    }

    /// The figure for a selection; `None` where there is none, which is not zero.
    #[must_use]
    pub fn of(self, data: &Dataset, selection: &Selection) -> Option<Decimal> {
        match self {
            Self::Models(count) => models(data, selection, count),
            Self::Rate => {
                let [registered, recognised] = RATE.map(|count| models(data, selection, count));
                writing::percent_of(recognised?, registered?, 1)
            }
            Self::Units | Self::Members if !selection.is_about_units() => None,
            Self::Units => Some(units(data, selection).count().into()),
            Self::Members => units(data, selection)
                .map(|at| data.units[at].members.map(Decimal::from))
                .sum::<Option<Decimal>>(),
            Self::Indicator(at) => indicator(data, selection, at),
        }
    }

    /// Whether the members of a dimension have figures of their own that make up
    /// the figure of the whole.
    #[must_use]
    pub fn is_split_by(self, dimension: Dimension) -> bool {
        let of_units = matches!(dimension, Dimension::Unit | Dimension::UnitKind | Dimension::Cluster);
        match self {
            Self::Models(_) | Self::Rate => true,
            // What is known of members is how many there are now.
            Self::Members => of_units,
            Self::Units | Self::Indicator(_) => of_units || dimension == Dimension::Year,
        }
    }

    /// How exact the figure is: one that is inexact anywhere is inexact.
    #[must_use]
    pub fn precision(self, data: &Dataset, selection: &Selection) -> Precision {
        let Self::Indicator(at) = self else { return Precision::Exact };
        let rows = selection.years.iter().filter_map(|year| data.figure(at, selection.unit, *year));
        rows.map(|row| row.figure.precision)
            .find(|precision| *precision != Precision::Exact)
            .unwrap_or_default()
    }
}

/// The models of a year's list; of a year without one, the number that the
/// figures state. A year with neither, or in which the unit did not exist, has
/// no count.
fn models(data: &Dataset, selection: &Selection, count: &BuiltIn) -> Option<Decimal> {
    let is_listed = |year: &i32| data.model_years.contains(year);
    let worked = |year: &i32| selection.unit.is_none_or(|unit| data.units[unit].exists_in(*year));
    let counted = selection.years.iter().any(|year| is_listed(year) && worked(year)).then(|| {
        let models = data.models.iter();
        models.filter(|model| selection.has(data, model) && (count.holds)(&model.model)).count().into()
    });
    let unlisted = selection.years.iter().filter(|year| !is_listed(year));
    let stated = unlisted.filter_map(|year| stated(data, selection, count.name, *year));
    counted.into_iter().chain(stated).reduce(|one: Decimal, other| one + other)
}

/// The number of models that an indicator states for a year, of all units.
fn stated(data: &Dataset, selection: &Selection, name: &str, year: i32) -> Option<Decimal> {
    if selection.narrows_units() || selection.exemplary || selection.freshness.is_some() {
        return None;
    }
    let same = |own: &Counted| {
        own.measure == name
            && own.field == selection.field
            && own.subject == selection.subject
            && own.rank == selection.rank
    };
    let at = data.indicators.iter().position(|own| own.counted.as_ref().is_some_and(same))?;
    data.figure(at, None, year)?.figure.value.map(crate::values::Amount::value)
}

/// The units that existed at the end of the selected years; parts of a đảng bộ
/// are counted with it.
fn units<'d>(data: &'d Dataset, selection: &'d Selection) -> impl Iterator<Item = usize> + 'd {
    let last = selection.years.iter().max().copied();
    (0..data.units.len()).filter(move |at| {
        let unit = &data.units[*at];
        unit.parent.is_none()
            && selection.has_unit(data, *at)
            && last.is_some_and(|year| unit.exists_in(year))
    })
}

fn indicator(data: &Dataset, selection: &Selection, at: usize) -> Option<Decimal> {
    if !selection.is_about_units() {
        return None;
    }
    let value = |unit, year| data.figure(at, unit, year)?.figure.value.map(crate::values::Amount::value);
    let in_year = |year: &i32| {
        if !selection.narrows_units()
            && let Some(whole) = value(None, *year)
        {
            return Some(whole);
        }
        let mut of_units = (data.figures_of_units(at, *year))
            .filter(|figure| figure.unit.is_some_and(|unit| selection.has_unit(data, unit)))
            .filter_map(|figure| figure.figure.value.map(crate::values::Amount::value))
            .peekable();
        of_units.peek()?;
        Some(of_units.sum())
    };
    let mut years = selection.years.iter().filter_map(in_year).peekable();
    match data.indicators[at].aggregate {
        Aggregate::Sum => {
            years.peek()?;
            Some(years.sum())
        }
        Aggregate::Last => years.last(),
        Aggregate::None => years.next().filter(|_| selection.years.len() == 1),
    }
}
