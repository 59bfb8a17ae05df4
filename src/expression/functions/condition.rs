//! In: the conditions of a call, `nam=2019, linh_vuc="kinh_te"`. Out: the part of
//! the data they leave. A condition that the function does not know is refused:
//! one that were ignored would print another figure than the one asked for.

use minijinja::Error;
use minijinja::value::{Kwargs, Value};

use super::unknown;
use crate::diagnostic::ExpressionFault;
use crate::expression::{Scope, refuse};
use crate::figures::Selection;
use crate::records::{Freshness, Subject};

/// What narrows the models and units, in every function.
const NARROWING: [&str; 7] =
    ["linh_vuc", "don_vi", "cum", "doi_tuong", "xep_loai", "tinh_trang", "tieu_bieu"];

/// The conditions on years that a function knows.
#[derive(Clone, Copy)]
pub(super) enum Years {
    /// One year, or the years from one to another.
    Any,
    /// One year.
    One,
    /// The years from one to another.
    Several,
}

impl Years {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Any => &["nam", "tu", "den"],
            Self::One => &["nam"],
            Self::Several => &["tu", "den"],
        }
    }
}

/// The part of the data that a call means; the years of the document where it
/// names none. `more` are conditions that the function reads itself.
pub(super) fn selection(
    scope: &Scope,
    conditions: &Kwargs,
    years: Years,
    more: &[&str],
) -> Result<Selection, Error> {
    // Of a year and a span of years only one can be meant.
    let years = if conditions.has("nam") && matches!(years, Years::Any) { Years::One } else { years };
    let known = [years.names(), &NARROWING, more].concat();
    if let Some(name) = conditions.args().filter(|name| !known.contains(name)).min() {
        return Err(unknown(name, &known));
    }
    let data = &scope.data;
    let fields = data.lists.fields.iter().map(|field| field.code.as_str());
    let units = data.units.iter().map(|unit| unit.code.as_str());
    let clusters = data.units.iter().filter_map(|unit| unit.cluster.as_deref());
    let ranks = data.lists.ranks.iter().map(|rank| rank.code.as_str());
    let subjects = Subject::ALL.map(|own| (own.code(), own));
    let freshness = Freshness::ALL.map(|own| (own.code(), own));
    Ok(Selection {
        years: years_of(scope, conditions)?,
        field: word(conditions, "linh_vuc", &fields.collect::<Vec<_>>())?,
        unit: word(conditions, "don_vi", &units.collect::<Vec<_>>())?.and_then(|code| data.unit(&code)),
        cluster: word(conditions, "cum", &clusters.collect::<Vec<_>>())?,
        unit_kind: None,
        subject: one_of(conditions, "doi_tuong", &subjects)?,
        rank: word(conditions, "xep_loai", &ranks.collect::<Vec<_>>())?,
        exemplary: truth(conditions, "tieu_bieu")?,
        freshness: one_of(conditions, "tinh_trang", &freshness)?,
    })
}

/// A yes or a no; a word such as `"khong"` is neither.
pub(super) fn truth(conditions: &Kwargs, name: &str) -> Result<bool, Error> {
    let given = conditions.get::<Option<Value>>(name)?;
    let Some(given) = given else { return Ok(false) };
    bool::try_from(given.clone()).map_err(|_| unknown(&given.to_string(), &["true", "false"]))
}

/// How many, if the call says so.
pub(super) fn count(conditions: &Kwargs, name: &str) -> Result<Option<usize>, Error> {
    let given = conditions.get::<Option<Value>>(name)?;
    let Some(given) = given else { return Ok(None) };
    let count = usize::try_from(given.clone()).ok().filter(|count| *count > 0);
    count.map(Some).ok_or_else(|| refuse(ExpressionFault::NotANumber { value: given.to_string() }))
}

/// A word, one of those that are known.
pub(super) fn word(conditions: &Kwargs, name: &str, known: &[&str]) -> Result<Option<String>, Error> {
    let given = conditions.get::<Option<Value>>(name)?.map(|value| value.to_string());
    match given {
        Some(own) if !known.contains(&own.as_str()) => Err(unknown(&own, known)),
        given => Ok(given),
    }
}

/// What a word stands for.
pub(super) fn one_of<T: Copy>(
    conditions: &Kwargs,
    name: &str,
    all: &[(&str, T)],
) -> Result<Option<T>, Error> {
    let given = word(conditions, name, &all.iter().map(|(code, _)| *code).collect::<Vec<_>>())?;
    Ok(given.and_then(|own| all.iter().find(|(code, _)| *code == own).map(|(_, value)| *value)))
}

/// The years of a call, each a year of the document or one that the data know.
pub(super) fn years_of(scope: &Scope, conditions: &Kwargs) -> Result<Vec<i32>, Error> {
    let own = scope.period.years();
    let year = |name| {
        let given = conditions.get::<Option<Value>>(name)?.map(|value| value.to_string());
        let year = given.as_ref().map(|own| own.parse::<i32>()).transpose();
        let year =
            year.map_err(|_| refuse(ExpressionFault::NotANumber { value: given.unwrap_or_default() }))?;
        year.map(|year| known_year(scope, year)).transpose()
    };
    if let Some(year) = year("nam")? {
        return Ok(vec![year]);
    }
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return Ok(Vec::new()) };
    let (from, until) = (year("tu")?.unwrap_or(*first), year("den")?.unwrap_or(*last));
    if from > until {
        return Err(refuse(ExpressionFault::YearsBackwards { from, until }));
    }
    (from..=until).map(|year| known_year(scope, year)).collect()
}

fn known_year(scope: &Scope, year: i32) -> Result<i32, Error> {
    let (data, years) = (&scope.data, scope.period.years());
    if years.contains(&year) || data.model_years.contains(&year) || data.figure_years.contains(&year) {
        return Ok(year);
    }
    Err(refuse(ExpressionFault::YearOutside { year, period: scope.period.label() }))
}
