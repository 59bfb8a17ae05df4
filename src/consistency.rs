//! In: documents and records. Out: a finding for every two places among them
//! that disagree: a signer out of office, a period that its label denies. Each
//! names both places.

use std::collections::BTreeSet;

use crate::dataset::{Dataset, Placed, letter_for_letter};
use crate::diagnostic::{FigureFault, OfficeFault, Report};
use crate::documents::{IssuingBody, OfficialDocument, Signature};
use crate::load::Loaded;
use crate::records::{Organisation, Signer};
use crate::values::{Date, comparable, one_line};

/// A period longer than this is a slip of the finger.
const LONGEST: u16 = 20;

/// The period a document declares.
pub fn period(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    let Some(used) = &loaded.record.figures else { return };
    let place = |key: &str| loaded.place(&format!("so_lieu.{key}"));
    if used.until < used.from || used.until - used.from > LONGEST {
        report.push(loaded.finding("so_lieu.den", OfficeFault::PeriodBackwards { other: place("tu") }));
        return;
    }
    let declared = (used.from, used.until);
    let texts =
        [("so_lieu.nhan", used.label.as_deref().unwrap_or_default()), ("trich_yeu", &loaded.record.subject)];
    for (key, text) in texts {
        let text = one_line(text);
        // A single year in a subject may be any year; a span of years is the period.
        if let Some(span) = spans(&text).find(|span| *span != declared) {
            let label = format!("{} – {}", span.0, span.1);
            report.push(loaded.finding(key, OfficeFault::PeriodLabel { label, other: place("tu") }));
        }
    }
}

/// Whether the data have anything in the years that a document declares; told
/// where they have figures for other years only.
pub fn has_figures(loaded: &Loaded<OfficialDocument>, data: &Dataset, report: &mut Report) -> bool {
    let Some(used) = &loaded.record.figures else { return true };
    let known: BTreeSet<i32> = data.model_years.union(&data.figure_years).copied().collect();
    if known.is_empty() || known.range(i32::from(used.from)..=i32::from(used.until)).next().is_some() {
        return true;
    }
    let years = match (used.from, used.until) {
        (from, until) if from == until => from.to_string(),
        (from, until) => format!("{from} – {until}"),
    };
    let known = known.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    report.push(loaded.finding("so_lieu.tu", FigureFault::NoneInPeriod { years, known }));
    false
}

/// `2015 – 2020`, `2015-2020` in a text.
fn spans(text: &str) -> impl Iterator<Item = (u16, u16)> {
    let year =
        |text: &str| text.parse::<u16>().ok().filter(|year| (1945..=2999).contains(year) && text.len() == 4);
    text.match_indices(['–', '-']).filter_map(move |(at, dash)| {
        let before = text[..at].trim_end();
        let after = text[at + dash.len()..].trim_start();
        let digits = |text: &str| text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let first = year(&before[before.len() - digits(before)..])?;
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        Some((first, year(&after[..end])?))
    })
}

/// Whoever signs is in office on the day and in the position he signs with, if
/// the body is one of the records.
pub fn signer(
    loaded: &Loaded<OfficialDocument>,
    organisations: &[Placed<Organisation>],
    report: &mut Report,
) {
    let OfficialDocument { body, place, date, signature, .. } = &loaded.record;
    if let Some((key, fault)) = out_of_office(organisations, body, place, *date, signature) {
        report.push(loaded.finding(key, fault));
    }
}

/// What is wrong with whoever signs a paper of this body, and the key that says it.
pub(crate) fn out_of_office(
    organisations: &[Placed<Organisation>],
    issuer: &IssuingBody,
    at: &str,
    date: Date,
    signature: &Signature,
) -> Option<(&'static str, OfficeFault)> {
    let body = self::issuer(organisations, issuer, at, date)?;
    let name = one_line(&signature.name);
    let signs = |who: &&Signer| letter_for_letter(&who.name) == letter_for_letter(&name);
    let place =
        |at: Option<usize>| body.place(&at.map_or_else(|| "nguoi_ky".into(), |at| format!("nguoi_ky.{at}")));
    let in_office = || body.signers.iter().filter(|who| signs(who) && who.holds_on(date));
    let Some(holder) = in_office().next() else {
        let other = place(body.signers.iter().position(|who| signs(&who)));
        return Some(("ky.ho_ten", OfficeFault::SignerNotInOffice { name, date: date.to_string(), other }));
    };
    let signed = one_line(signature.position.as_deref().unwrap_or_default());
    if signed.is_empty() || !in_office().all(|who| is_other_office(&signed, &who.position)) {
        return None;
    }
    let other = place(body.signers.iter().position(|who| std::ptr::eq(who, holder)));
    let registered = one_line(&holder.position);
    Some(("ky.chuc_vu", OfficeFault::SignerPosition { name, signed, registered, other }))
}

/// The body of the records that issued a paper of this day and place.
#[must_use]
pub fn issuer<'o>(
    organisations: &'o [Placed<Organisation>],
    own: &IssuingBody,
    at: &str,
    date: Date,
) -> Option<&'o Placed<Organisation>> {
    organisations.iter().find(|body| issues(body, own, at, date))
}

/// Whether the body of the records issued a paper: by its name, or by its code,
/// superior and place, where the name is written shorter.
fn issues(body: &Organisation, own: &IssuingBody, at: &str, date: Date) -> bool {
    let same = |one: &str, other: &str| comparable(one) == comparable(other);
    let place = body.place.as_deref().is_some_and(|place| same(place, at));
    let superior =
        same(body.superior.as_deref().unwrap_or_default(), own.superior.as_deref().unwrap_or_default());
    same(body.name_on(date), &own.name) || same(&body.code, &own.code) && place && superior
}

/// What somebody signs minutes as, whatever his office.
const ROLES: [&str; 5] = ["chủ trì", "chủ tọa", "chủ toạ", "thư ký", "người ghi biên bản"];

/// Whether one of two positions is a deputy’s and the other is not: the head
/// signs as his own deputy, or the deputy as the head.
fn is_other_office(signed: &str, registered: &str) -> bool {
    let lower = |position: &str| one_line(position).to_lowercase();
    let deputy = |position: &str| lower(position).starts_with("phó ");
    deputy(signed) != deputy(registered) && !ROLES.iter().any(|role| lower(signed).starts_with(role))
}

#[cfg(test)]
mod tests {
    use super::spans;

    #[test]
    fn spans_of_years() {
        for (text, found) in [
            ("giai đoạn 2015 – 2020", vec![(2015, 2020)]),
            ("nhiệm kỳ 2015-2020, số 27-KH/ĐUK", vec![(2015, 2020)]),
            ("năm 2020 - 12 mô hình", vec![]),
            ("tháng 5-2020", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(spans(text).collect::<Vec<_>>(), found, "{text}");
        }
    }
}
