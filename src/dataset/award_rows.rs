//! In: the awards of a dataset. Out: a finding for every row that is at odds with the
//! rows beside it, with its model or with the money that such awards bring.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Dataset, Placed, YearAward, YearModel};
use crate::diagnostic::{AwardFault, Report};
use crate::records::Subject;
use crate::values::{Amount, Date, comparable};

/// As many rows beside one that agree on the money show that it is the odd one.
const MANY: usize = 3;

pub(super) fn check(data: &Dataset, report: &mut Report) {
    for own in &data.awards {
        coefficient(data, own, report);
    }
    coefficients(data, report);
    days(data, report);
}

/// Money is given, and no more than the guidance gives for the form.
fn coefficient(data: &Dataset, own: &Placed<YearAward>, report: &mut Report) {
    let Some(value) = own.award.coefficient.map(Amount::value) else { return };
    if value <= Decimal::ZERO {
        return report.push(own.finding("he_so", AwardFault::NoMoney));
    }
    let form = data.award_lists.forms.iter().find(|form| form.code == own.award.form);
    if let Some((form, most)) = form.and_then(|form| Some((form, form.most?.value())))
        && value > most
    {
        let most = most.to_string().replace('.', ",");
        report.push(own.finding("he_so", AwardFault::MuchMoney { form: form.name.clone(), most }));
    }
}

/// One decision gives alike units the same for the same form.
fn coefficients(data: &Dataset, report: &mut Report) {
    let mut alike: BTreeMap<_, Vec<(&Placed<YearAward>, Decimal)>> = BTreeMap::new();
    for own in &data.awards {
        let award = &own.award;
        if let Some((decision, value)) = award.decision.as_ref().zip(award.coefficient) {
            let kind = data.units[own.unit].kind;
            let key =
                (own.year, comparable(&decision.symbol), &award.level, &award.form, award.subject, kind);
            alike.entry(key).or_default().push((own, value.value()));
        }
    }
    for rows in alike.values().filter(|rows| rows.len() > MANY) {
        let odd = |(_, value): &&(_, Decimal)| rows.iter().filter(|(_, other)| other == value).count() == 1;
        let (alone, others): (Vec<_>, Vec<_>) = rows.iter().partition(odd);
        let [(own, _)] = alone[..] else { continue };
        let Some((other, value)) = others.first().filter(|(_, own)| others.iter().all(|(_, it)| it == own))
        else {
            continue;
        };
        let fault = AwardFault::OtherMoney { value: value.to_string().replace('.', ",") };
        let finding = own.finding("he_so", fault);
        report.push(finding.against(
            other.source(),
            other.span("he_so"),
            ["hệ số ở đây", "the others' here"],
        ));
    }
}

/// A decision has one day.
fn days(data: &Dataset, report: &mut Report) {
    let mut decisions: BTreeMap<_, Vec<(&Placed<YearAward>, Date)>> = BTreeMap::new();
    for own in &data.awards {
        let Some(decision) = &own.award.decision else { continue };
        // Two đảng ủy cơ sở number their decisions alike.
        let issuer = (own.award.level == "co_so").then(|| data.top(own.unit));
        let key = (own.year, issuer, &own.award.level, comparable(&decision.symbol));
        decisions.entry(key).or_default().push((own, decision.date));
    }
    for rows in decisions.values() {
        let times = |day: Date| rows.iter().filter(|(_, other)| *other == day).count();
        let Some((usual, day)) = rows.iter().rev().max_by_key(|(_, day)| times(*day)) else { continue };
        for (own, other) in rows.iter().filter(|(_, other)| other != day) {
            let symbol = own.award.decision.as_ref().map_or_else(String::new, |own| own.symbol.clone());
            let fault = AwardFault::TwoDays { symbol, here: other.to_string(), there: day.to_string() };
            let finding = own.finding("quyet_dinh.ngay", fault);
            let place = usual.span("quyet_dinh.ngay");
            report.push(finding.against(usual.source(), place, ["ghi khác ở đây", "written otherwise here"]));
        }
    }
}

/// An award for a model is its unit's, and follows it in time.
pub(super) fn of_model(
    data: &Dataset,
    own: &Placed<YearAward>,
    model: &Placed<YearModel>,
    report: &mut Report,
) {
    let above = |unit: usize| lineage(data, unit);
    let unit = &data.units[own.unit];
    let helps = || {
        let names: BTreeSet<_> =
            unit.names().chain([unit.code.clone()]).map(|name| comparable(&name)).collect();
        model.model.partners.iter().any(|partner| names.contains(&comparable(partner)))
    };
    let related = above(model.unit).contains(&own.unit) || above(own.unit).contains(&model.unit);
    if own.award.subject == Subject::Collective && !related && !helps() {
        let of = data.units[model.unit].code.clone();
        report.push(own.finding("mo_hinh", AwardFault::OthersModel { of, other: model.place("don_vi") }));
    }
    let Some(given) = own.award.decision.as_ref().map(|decision| decision.date) else { return };
    if given.parts().0 < model.year || model.model.registered_on.is_some_and(|day| given < day) {
        let other = model.place("ngay_dang_ky");
        report.push(
            own.finding("quyet_dinh.ngay", AwardFault::AwardedBefore { date: given.to_string(), other }),
        );
    }
}

/// A unit, those it is part of, and those it was merged into.
fn lineage(data: &Dataset, unit: usize) -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    let mut next = vec![unit];
    while let Some(unit) = next.pop() {
        if all.insert(unit) {
            let own = &data.units[unit];
            let codes = [&own.parent, &own.merged_into].into_iter().flatten();
            next.extend(codes.filter_map(|code| data.unit(code)));
        }
    }
    all
}
