//! In: the issuing bodies of a dataset. Out: a finding for every time of theirs that
//! ends before it begins, and for terms that do not follow each other.

use super::check::ends_after_it_begins;
use super::{Dataset, Placed};
use crate::diagnostic::{DataFault, Report};
use crate::records::{Organisation, Term};
use crate::values::Date;

/// A congress takes days; in years nobody need have been left out by mistake.
const DAYS_OF_A_CONGRESS: f64 = 60.0;
/// Two terms with more between them have a third, which may be of no concern.
const SHORTEST_TERM_YEARS: f64 = 2.0;
const DAYS_OF_A_YEAR: f64 = 365.25;

pub(super) fn check(data: &Dataset, report: &mut Report) {
    for body in &data.organisations {
        let terms = body.terms.iter().enumerate().map(|(at, own)| ("nhiem_ky", at, own.from, own.until));
        let signers = body.signers.iter().enumerate().map(|(at, own)| ("nguoi_ky", at, own.from, own.until));
        for (list, at, from, until) in terms.chain(signers) {
            let keys = ["tu", "den"].map(|key| format!("{list}.{at}.{key}"));
            ends_after_it_begins(body, keys.each_ref().map(String::as_str), [Some(from), until], report);
        }
        successions(body, report);
    }
}

fn successions(body: &Placed<Organisation>, report: &mut Report) {
    let mut terms: Vec<(usize, &Term)> = body.terms.iter().enumerate().collect();
    terms.sort_by_key(|(_, term)| term.from);
    for pair in terms.windows(2) {
        let [(before, first), (at, next)] = pair else { continue };
        let Some(end) = first.until.filter(|end| *end >= first.from) else { continue };
        let apart = next.from.years_from(end);
        let overlap = next.from <= end;
        let told = apart * DAYS_OF_A_YEAR > DAYS_OF_A_CONGRESS && (overlap || apart < SHORTEST_TERM_YEARS);
        if told {
            let other = body.place(&format!("nhiem_ky.{before}.den"));
            let day = |day: Date| day.to_string();
            let fault = DataFault::TermsApart { from: day(next.from), end: day(end), overlap, other };
            report.push(body.finding(&format!("nhiem_ky.{at}.tu"), fault));
        }
    }
}
