//! In: a dimension of the data. Out: its members in the order of tables, each
//! with the selection it stands for; or the best and the weakest first.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{Measure, Selection};
use crate::dataset::Dataset;
use crate::records::Subject;

/// By what the data are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Dimension {
    /// Năm.
    #[serde(rename = "nam")]
    Year,
    /// Lĩnh vực.
    #[serde(rename = "linh_vuc")]
    Field,
    /// Đơn vị.
    #[serde(rename = "don_vi")]
    Unit,
    /// Loại đơn vị.
    #[serde(rename = "loai_don_vi")]
    UnitKind,
    /// Cụm.
    #[serde(rename = "cum")]
    Cluster,
    /// Đối tượng.
    #[serde(rename = "doi_tuong")]
    Subject,
    /// Xếp loại.
    #[serde(rename = "xep_loai")]
    Rank,
}

/// A member of a dimension.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its code.
    pub code: String,
    /// Its printed name.
    pub name: String,
    /// What it stands for.
    pub selection: Selection,
}

impl Dimension {
    /// All of them, by the names that documents use.
    pub const ALL: [(&str, Self); 7] = [
        ("nam", Self::Year),
        ("linh_vuc", Self::Field),
        ("don_vi", Self::Unit),
        ("loai_don_vi", Self::UnitKind),
        ("cum", Self::Cluster),
        ("doi_tuong", Self::Subject),
        ("xep_loai", Self::Rank),
    ];

    /// The dimension with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(own, _)| *own == name).map(|(_, dimension)| *dimension)
    }

    /// Its name.
    #[must_use]
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name)
    }

    /// What the column of its names is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Year => "Năm",
            Self::Field => "Lĩnh vực",
            Self::Unit => "Đơn vị",
            Self::UnitKind => "Loại hình",
            Self::Cluster => "Cụm thi đua",
            Self::Subject => "Đối tượng",
            Self::Rank => "Xếp loại",
        }
    }
}

/// The members of a dimension within a selection; what a chi bộ below a đảng bộ
/// did stands under the đảng bộ, unless the chi bộ itself is asked for.
#[must_use]
pub fn groups(data: &Dataset, dimension: Dimension, within: &Selection) -> Vec<Group> {
    let group = |code: &str, name: String, narrow: &dyn Fn(&mut Selection)| {
        let mut selection = within.clone();
        narrow(&mut selection);
        Group { code: code.into(), name, selection }
    };
    let last_year = within.years.iter().max().copied().unwrap_or_default();
    let units = || {
        data.units.iter().enumerate().filter(|(at, unit)| {
            (unit.parent.is_none() || within.unit == Some(*at))
                && within.has_unit(data, *at)
                && within.years.iter().any(|year| unit.exists_in(*year))
        })
    };
    let distinct = |names: Vec<String>| {
        let mut seen: Vec<String> = Vec::new();
        for name in names {
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        seen
    };
    match dimension {
        Dimension::Year => {
            let years = within.years.iter();
            years
                .map(|year| group(&year.to_string(), year.to_string(), &|own| own.years = vec![*year]))
                .collect()
        }
        Dimension::Field => {
            let fields = data.lists.fields.iter();
            fields
                .filter(|own| within.field.as_ref().is_none_or(|field| *field == own.code))
                .map(|own| group(&own.code, own.name.clone(), &|it| it.field = Some(own.code.clone())))
                .collect()
        }
        Dimension::Unit => units()
            .map(|(at, unit)| group(&unit.code, unit.printed_in(last_year), &|own| own.unit = Some(at)))
            .collect(),
        Dimension::UnitKind => distinct(units().map(|(_, unit)| unit.kind.plural().into()).collect())
            .into_iter()
            .map(|name| group(&name, name.clone(), &|own| own.unit_kind = Some(name.clone())))
            .collect(),
        Dimension::Cluster => distinct(units().filter_map(|(_, unit)| unit.cluster.clone()).collect())
            .into_iter()
            .map(|name| group(&name, name.clone(), &|own| own.cluster = Some(name.clone())))
            .collect(),
        Dimension::Subject => Subject::ALL
            .into_iter()
            .filter(|own| within.subject.is_none_or(|subject| subject == *own))
            .map(|own| group(own.code(), own.label().into(), &|it| it.subject = Some(own)))
            .collect(),
        Dimension::Rank => {
            let ranks = data.lists.ranks.iter();
            ranks
                .filter(|own| within.rank.as_ref().is_none_or(|rank| *rank == own.code))
                .map(|own| group(&own.code, own.name.clone(), &|it| it.rank = Some(own.code.clone())))
                .collect()
        }
    }
}

/// So many groups with a figure, the highest first, or the lowest, and all that
/// are equal to the last of them; equals stay in the order of tables. Among the
/// lowest there is no unit that did not work all the time: it had less of it.
#[must_use]
pub fn leading(
    data: &Dataset,
    groups: Vec<Group>,
    measure: Measure,
    lowest_first: bool,
    count: usize,
) -> Vec<Group> {
    let sorted = sorted(data, groups, measure, lowest_first);
    let last = count.checked_sub(1).and_then(|at| sorted.get(at)).map(|(value, _)| *value);
    let within =
        sorted.into_iter().zip(0..).take_while(|((value, _), at)| *at < count || Some(*value) == last);
    within.map(|((_, group), _)| group).collect()
}

fn sorted(data: &Dataset, groups: Vec<Group>, measure: Measure, lowest_first: bool) -> Vec<(Decimal, Group)> {
    let is_comparable = |group: &Group| {
        let reported = |year: &&i32| data.model_years.contains(year) || data.figure_years.contains(year);
        let years = || group.selection.years.iter().filter(reported).copied();
        let all_the_time = |at: usize| {
            years().min().zip(years().max()).is_none_or(|(a, b)| data.units[at].worked_through(a, b))
        };
        !lowest_first || group.selection.unit.is_none_or(all_the_time)
    };
    let mut with: Vec<_> = (groups.into_iter())
        .filter(is_comparable)
        .filter_map(|group| Some((measure.of(data, &group.selection)?, group)))
        .collect();
    with.sort_by(|(a, _), (b, _)| if lowest_first { a.cmp(b) } else { b.cmp(a) });
    with
}
