//! In: a call in an expression. Out: a figure or a name from the data. One
//! registration a function; all figures come from [`crate::figures`].

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error};
use rust_decimal::Decimal;

use super::{Number, Scope, quoted, refuse};
use crate::dataset::{AwardFilter, Placed};
use crate::diagnostic::{ContentFault, ExpressionFault};
use crate::figures::{self, Dimension, Measure, Selection, Style};
use crate::plan::Standing;
use crate::recognition::Recognised;
use crate::records::Subject;
use crate::values::{nearest, writing};

/// Every name, for the message about one that is not known.
pub(super) const NAMES: [&str; 14] = [
    "ky",
    "so",
    "ty_le",
    "tang",
    "toc_do_tang",
    "tang_lien_tuc",
    "co_cau",
    "xep_hang",
    "mo_hinh",
    "tien_do",
    "ten",
    "cong_nhan",
    "diem_trung_binh",
    "khen_thuong",
];

/// The name of the period.
pub(super) const PERIOD: &str = "ky";

/// The counts of a decision's own list.
const RECOGNISED: &str = "cong_nhan";

/// The conditions that a call may set.
const CONDITIONS: [&str; 11] = [
    "nam",
    "tu",
    "den",
    "linh_vuc",
    "don_vi",
    "cum",
    "doi_tuong",
    "xep_loai",
    "tinh_trang",
    "tieu_bieu",
    "lay",
];

#[allow(clippy::too_many_lines, reason = "a table, one entry a function")]
pub(super) fn register(environment: &mut Environment<'static>, scope: &Arc<Scope>) {
    let period = &scope.period;
    let years: Vec<String> = period.years().iter().map(ToString::to_string).collect();
    // Years are texts: 2020 is printed as it stands, never as 2.020.
    environment.add_global(
        PERIOD,
        Value::from_pairs([
            ("tu", Value::from(years.first().cloned())),
            ("den", Value::from(years.last().cloned())),
            ("nhan", Value::from(period.label())),
            ("so_nam", Value::from(years.len())),
        ]),
    );
    if let Some(rows) = &scope.recognised {
        environment.add_global(RECOGNISED, recognised(scope, rows));
    }
    let own = scope.clone();
    environment.add_function("so", move |name: &str, conditions: Kwargs| {
        let measure = measure(&own, name)?;
        Ok::<_, Error>(figure(&own, measure, &selection(&own, &conditions)?))
    });
    let own = scope.clone();
    environment.add_function("ty_le", move |part: &str, whole: &str, conditions: Kwargs| {
        let selection = selection(&own, &conditions)?;
        let count = |name| Ok::<_, Error>(measure(&own, name)?.of(&own.data, &selection));
        let share =
            count(part)?.zip(count(whole)?).and_then(|(part, whole)| writing::percent_of(part, whole, 1));
        Ok::<_, Error>(value(share, Style::PERCENT))
    });
    let own = scope.clone();
    environment.add_function("tang", move |name: &str, conditions: Kwargs| {
        let measure = measure(&own, name)?;
        let pair = with_year_before(&own, measure, &conditions)?;
        Ok::<_, Error>(value(pair.map(|(before, now)| now - before), measure.style(&own.data)))
    });
    let own = scope.clone();
    environment.add_function("toc_do_tang", move |name: &str, conditions: Kwargs| {
        let pair = with_year_before(&own, measure(&own, name)?, &conditions)?;
        Ok::<_, Error>(value(pair.and_then(|(before, now)| figures::growth(before, now)), Style::PERCENT))
    });
    let own = scope.clone();
    environment.add_function("tang_lien_tuc", move |name: &str, conditions: Kwargs| {
        let measure = measure(&own, name)?;
        let selection = selection(&own, &conditions)?;
        let years = selection.years.iter();
        let figures: Vec<_> =
            years.filter_map(|year| measure.of(&own.data, &selection.in_years(&[*year]))).collect();
        Ok::<_, Error>(figures.len() > 1 && figures.windows(2).all(|pair| pair[0] < pair[1]))
    });
    let own = scope.clone();
    environment.add_function("tien_do", move |file: &str| {
        let plans = &own.data.plans;
        let plan = plans.iter().find(|plan| plan.file == file).ok_or_else(|| {
            let nearest = nearest(file, plans.iter().map(|plan| plan.file.as_str()));
            refuse(ContentFault::NoSuchPlan { file: file.into(), nearest })
        })?;
        let standings = || plan.activities.iter().map(|activity| activity.standing(own.today));
        let count = |like: fn(&Standing) -> bool| Value::from(standings().filter(like).count());
        Ok::<_, Error>(Value::from_pairs([
            ("so_viec", Value::from(standings().count())),
            ("dung_han", count(|own| *own == Standing::Done)),
            ("muon", count(|own| matches!(own, Standing::DoneLate(_)))),
            ("qua_han", count(|own| matches!(own, Standing::Overdue(_)))),
            ("chua_den_han", count(|own| *own == Standing::Due)),
            ("khong_han", count(|own| *own == Standing::Open)),
        ]))
    });
    let own = scope.clone();
    environment.add_function("co_cau", move |name: &str, by: &str, conditions: Kwargs| {
        let measure = measure(&own, name)?;
        let groups = figures::groups(&own.data, dimension(by)?, &selection(&own, &conditions)?);
        let parts: Vec<_> =
            groups.iter().map(|group| measure.of(&own.data, &group.selection).unwrap_or_default()).collect();
        let shares = writing::shares(&parts, 1);
        let pairs = groups
            .into_iter()
            .zip(shares)
            .map(|(group, share)| (group.code, Value::from_object(Number::new(share, Style::PERCENT))));
        Ok::<_, Error>(Value::from(pairs.collect::<BTreeMap<_, _>>()))
    });
    let own = scope.clone();
    environment.add_function("xep_hang", move |name: &str, by: &str, conditions: Kwargs| {
        let lowest = conditions.get::<Option<bool>>("thap_nhat")?.unwrap_or(false);
        let take = conditions.get::<Option<usize>>("lay")?.unwrap_or(3);
        let measure = measure(&own, name)?;
        let groups = figures::groups(&own.data, dimension(by)?, &selection(&own, &conditions)?);
        let names = figures::leading(&own.data, groups, measure, lowest, take).into_iter().map(|group| {
            let number = measure.of(&own.data, &group.selection).unwrap_or_default();
            let number = own.printed(&Number::new(number, measure.style(&own.data)));
            format!("{} ({number})", group.name)
        });
        Ok::<_, Error>(names.collect::<Vec<_>>())
    });
    let own = scope.clone();
    environment.add_function("mo_hinh", move |conditions: Kwargs| {
        let take = conditions.get::<Option<usize>>("lay")?.unwrap_or(3);
        let selection = selection(&own, &conditions)?;
        let data = &own.data;
        let mut models: Vec<_> = data
            .models
            .iter()
            .filter(|model| selection.has(data, model) && data.rank(model).is_some())
            .collect();
        // The best first, each name once, in the order of the data.
        models.sort_by_key(|model| std::cmp::Reverse(data.score(model)));
        let mut seen = Vec::new();
        models.retain(|model| {
            let new = !seen.contains(&&model.model.name);
            seen.push(&model.model.name);
            new
        });
        let names = models.into_iter().take(take).map(|model| {
            let unit = data.units[model.unit].printed_in(model.year);
            let person = model.model.person.as_ref().filter(|_| model.model.subject == Subject::Person);
            let whose = person.map_or(unit.clone(), |person| format!("{}, {unit}", person.name));
            format!("{} ({whose})", quoted(&model.model.name))
        });
        Ok::<_, Error>(names.collect::<Vec<_>>())
    });
    names_and_scores(environment, scope);
    awards(environment, scope);
}

/// `khen_thuong(hinh_thuc="giay_khen").so`, `.tap_the`, `.ca_nhan`, `.tien`.
fn awards(environment: &mut Environment<'static>, scope: &Arc<Scope>) {
    const OWN: [&str; 4] = ["nam", "hinh_thuc", "cap", "doi_tuong"];
    let own = scope.clone();
    environment.add_function("khen_thuong", move |conditions: Kwargs| {
        if let Some(name) = conditions.args().find(|name| !OWN.contains(name)) {
            return Err(unknown(name, &OWN));
        }
        let data = &own.data;
        let one_of = |name: &'static str, known: Vec<&str>| match conditions.get::<Option<String>>(name)? {
            Some(given) if !known.contains(&given.as_str()) => Err(unknown(&given, &known)),
            given => Ok(given),
        };
        let years = match conditions.get::<Option<i32>>("nam")? {
            Some(year) => vec![known_year(&own, year)?],
            None => own.period.years().to_vec(),
        };
        let lists = &data.award_lists;
        let filter = AwardFilter {
            years,
            form: one_of("hinh_thuc", lists.forms.iter().map(|form| form.code.as_str()).collect())?,
            level: one_of("cap", lists.levels.iter().map(|level| level.code.as_str()).collect())?,
            subject: one_of("doi_tuong", vec!["tap_the", "ca_nhan"])?,
        };
        let count = |subject: Option<Subject>| {
            let awards = data.awards(&filter).filter(|award| subject.is_none_or(|own| award.subject == own));
            Number::new(awards.count().into(), Style::COUNT).into_value()
        };
        let money = data.award_money(data.awards(&filter));
        let money = Number::new(money, Style { decimals: 0, counts: false, percent: false });
        Ok(Value::from_pairs([
            ("so", count(None)),
            ("tap_the", count(Some(Subject::Collective))),
            ("ca_nhan", count(Some(Subject::Person))),
            ("tien", Value::from_object(money)),
        ]))
    });
}

/// `diem_trung_binh`, `ten`.
fn names_and_scores(environment: &mut Environment<'static>, scope: &Arc<Scope>) {
    let own = scope.clone();
    environment.add_function("diem_trung_binh", move |conditions: Kwargs| {
        let selection = selection(&own, &conditions)?;
        let models = own.data.models.iter().filter(|model| selection.has(&own.data, model));
        let scores: Vec<_> = models.filter_map(|model| own.data.score(model)).collect();
        let style = Style { decimals: 2, counts: false, percent: false };
        let mean = scores.iter().sum::<Decimal>().checked_div(scores.len().into());
        Ok::<_, Error>(value(mean, style))
    });
    let own = scope.clone();
    environment.add_function("ten", move |code: &str| {
        let last = own.period.years().last().copied().unwrap_or_default();
        let data = &own.data;
        let unit = data.unit(code).map(|at| data.units[at].printed_in(last));
        let field =
            || data.lists.fields.iter().find(|field| field.code == code).map(|field| field.name.clone());
        let indicator = || data.indicator(code).map(|at| data.indicators[at].label.clone());
        unit.or_else(field).or_else(indicator).ok_or_else(|| {
            let codes = data.units.iter().map(|unit| unit.code.as_str());
            refuse(crate::diagnostic::DataFault::unknown_unit(code, nearest(code, codes)))
        })
    });
}

/// `cong_nhan.so`, `cong_nhan.tap_the`, `cong_nhan.ca_nhan`, and the count of
/// each rank and each field by its code.
fn recognised(scope: &Scope, rows: &[Placed<Recognised>]) -> Value {
    let count = |holds: &dyn Fn(&Recognised) -> bool| {
        let number = rows.iter().filter(|row| holds(row)).count();
        Number::new(number.into(), Style::COUNT).into_value()
    };
    let lists = &scope.data.lists;
    let ranks = lists
        .ranks
        .iter()
        .map(|rank| (rank.code.clone(), count(&|row| row.rank.as_ref() == Some(&rank.code))));
    let fields = lists.fields.iter().map(|field| (field.code.clone(), count(&|row| row.field == field.code)));
    let own = [
        ("so", count(&|_| true)),
        ("tap_the", count(&|row| row.subject == Subject::Collective)),
        ("ca_nhan", count(&|row| row.subject == Subject::Person)),
    ];
    let own = own.map(|(name, value)| (name.to_string(), value));
    Value::from(ranks.chain(fields).chain(own).collect::<BTreeMap<_, _>>())
}

fn measure(scope: &Scope, name: &str) -> Result<Measure, Error> {
    Measure::named(&scope.data, name).map_err(refuse)
}

fn dimension(name: &str) -> Result<Dimension, Error> {
    const NAMES: [(&str, Dimension); 7] = [
        ("nam", Dimension::Year),
        ("linh_vuc", Dimension::Field),
        ("don_vi", Dimension::Unit),
        ("loai_don_vi", Dimension::UnitKind),
        ("cum", Dimension::Cluster),
        ("doi_tuong", Dimension::Subject),
        ("xep_loai", Dimension::Rank),
    ];
    let found = NAMES.iter().find(|(own, _)| *own == name).map(|(_, dimension)| *dimension);
    found.ok_or_else(|| unknown(name, &NAMES.map(|(own, _)| own)))
}

fn unknown(name: &str, known: &[&str]) -> Error {
    let nearest = nearest(name, known.iter().copied());
    refuse(ExpressionFault::UnknownWord { name: name.into(), nearest, known: known.join(", ") })
}

fn value(number: Option<Decimal>, style: Style) -> Value {
    number.map_or(Value::from(()), |number| Number::new(number, style).into_value())
}

fn figure(scope: &Scope, measure: Measure, selection: &Selection) -> Value {
    let data = &scope.data;
    let number = measure.of(data, selection).map(|value| Number {
        value,
        style: measure.style(data),
        precision: measure.precision(data, selection),
    });
    number.map_or(Value::from(()), Number::into_value)
}

/// The figures of the year before and of the year asked for.
fn with_year_before(
    scope: &Scope,
    measure: Measure,
    conditions: &Kwargs,
) -> Result<Option<(Decimal, Decimal)>, Error> {
    let now = selection(scope, conditions)?;
    let Some(year) = now.years.last().copied() else { return Ok(None) };
    let of = |year| measure.of(&scope.data, &now.in_years(&[year]));
    Ok(of(year - 1).zip(of(year)))
}

/// A year of the document, or one that the data know.
fn known_year(scope: &Scope, year: i32) -> Result<i32, Error> {
    let (data, years) = (&scope.data, scope.period.years());
    if years.contains(&year) || data.model_years.contains(&year) || data.figure_years.contains(&year) {
        return Ok(year);
    }
    Err(refuse(ExpressionFault::YearOutside { year, period: scope.period.label() }))
}

/// The conditions of a call; the years of the document where it names none.
fn selection(scope: &Scope, conditions: &Kwargs) -> Result<Selection, Error> {
    for name in conditions.args() {
        if !CONDITIONS.contains(&name) && name != "thap_nhat" {
            return Err(unknown(name, &CONDITIONS));
        }
    }
    let data = &scope.data;
    let text = |name| conditions.get::<Option<String>>(name);
    let one_of = |name: &'static str, known: Vec<&str>| {
        let given = text(name)?;
        match &given {
            Some(own) if !known.contains(&own.as_str()) => Err(unknown(own, &known)),
            _ => Ok(given),
        }
    };
    let year = |name| {
        let given = text(name)?;
        let year = given.as_ref().map(|own| own.parse::<i32>()).transpose();
        year.map_err(|_| refuse(ExpressionFault::NotANumber { value: given.unwrap_or_default() }))
    };
    let years = scope.period.years();
    let years = match (year("nam")?, year("tu")?, year("den")?) {
        (Some(year), ..) => vec![known_year(scope, year)?],
        (None, from, until) => years
            .iter()
            .copied()
            .filter(|year| from.is_none_or(|from| from <= *year) && until.is_none_or(|until| *year <= until))
            .collect(),
    };
    let units: Vec<_> = data.units.iter().map(|unit| unit.code.as_str()).collect();
    let clusters: Vec<_> = data.units.iter().filter_map(|unit| unit.cluster.as_deref()).collect();
    Ok(Selection {
        years,
        field: one_of("linh_vuc", data.lists.fields.iter().map(|field| field.code.as_str()).collect())?,
        unit: one_of("don_vi", units)?.and_then(|code| data.unit(&code)),
        cluster: one_of("cum", clusters)?,
        unit_kind: None,
        subject: one_of("doi_tuong", vec!["tap_the", "ca_nhan"])?,
        rank: one_of("xep_loai", data.lists.ranks.iter().map(|rank| rank.code.as_str()).collect())?,
        exemplary: conditions.get::<Option<bool>>("tieu_bieu")?.unwrap_or(false),
        freshness: one_of("tinh_trang", vec!["moi", "duy_tri"])?,
    })
}
