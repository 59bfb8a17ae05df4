//! In: the documents of a workspace. Out: findings where one cites another with another
//! date, title or issuer than that has. A part of the rule `vien-dan-lech`.

use std::collections::{BTreeMap, BTreeSet};

use super::agreement::{are_two_titles, same_series, two_dates, two_organs, two_titles};
use super::citation::{Cited, Title, title_of};
use super::cited_issuer::wrong_issuer;
use super::{Findings, Place, Subject};
use crate::values::one_line;

/// A paper of this very workspace cited with another date or title than its own.
pub(super) fn own_papers(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    let mut own: BTreeMap<String, Vec<&Subject<'_>>> = BTreeMap::new();
    for subject in subjects {
        if let Some(symbol) = subject.symbol() {
            own.entry(symbol).or_default().push(subject);
        }
    }
    for subject in subjects {
        for cited in &subject.citations {
            let (Some(date), Some(papers)) = (cited.date, own.get(&cited.key)) else { continue };
            let near = |paper: &&&Subject<'_>| same_series(cited.symbol.state, paper.document().date, date);
            let agrees = papers.iter().any(|paper| paper.document().date == date);
            if let Some(paper) = papers.iter().find(|paper| paper.document().date == date) {
                other_title(subject, cited, paper, found);
                other_issuer(subject, cited, paper, found);
            }
            let Some(paper) = papers.iter().find(near).filter(|_| !agrees) else { continue };
            let Some(day) = paper.at("ngay") else { continue };
            let one = if cited.date_range.is_empty() { &cited.range } else { &cited.date_range };
            let one = Place { subject, text: &subject.texts[cited.text], range: one.clone() };
            let other = Place::whole(paper, day);
            let words = two_dates(&cited.key, &date.to_string(), &paper.document().date.to_string());
            found.against(
                &one,
                &other,
                words,
                ["ngày của chính văn bản ấy", "the date of that paper itself"],
            );
        }
    }
}

/// A title that shares nothing with the subject line of the paper cited, or speaks of
/// another year.
fn other_title(subject: &Subject<'_>, cited: &Cited, paper: &Subject<'_>, found: &mut Findings<'_>) {
    let (Some(title), Some(own)) = (&cited.title, paper.at("trich_yeu")) else { return };
    let whole = Title { text: title_of(own.text), quoted: false };
    let told = Title { text: title.text.clone(), quoted: false };
    let years = |title: &Title| -> BTreeSet<String> {
        let digits = title.text.split(|c: char| !c.is_ascii_digit());
        digits.filter(|year| year.len() == 4 && year.starts_with(['1', '2'])).map(str::to_string).collect()
    };
    let (one, two) = (years(&told), years(&whole));
    let other_year = !one.is_empty() && !two.is_empty() && one.is_disjoint(&two);
    if other_year || are_two_titles(&told, &whole, &subject.lexicon.citing.general) {
        let one = Place { subject, text: &subject.texts[cited.text], range: cited.range.clone() };
        let other = Place::whole(paper, own);
        let label = ["trích yếu của chính văn bản ấy", "the subject line of that paper itself"];
        found.against(&one, &other, two_titles(&cited.key), label);
    }
}

impl Subject<'_> {
    /// The symbol by which others cite this document.
    fn symbol(&self) -> Option<String> {
        let document = self.document();
        let number = document.number?;
        let code = self.kind.code_on(document.date, document.system());
        let body = document.body.code.trim();
        Some(if self.is_party() {
            format!("{number}-{code}/{body}")
        } else if code.is_empty() {
            format!("{number}/{body}")
        } else {
            format!("{number}/{code}-{body}")
        })
    }
}

/// A paper that is said to be of another body than issued it.
fn other_issuer(subject: &Subject<'_>, cited: &Cited, paper: &Subject<'_>, found: &mut Findings<'_>) {
    let (Some(here), Some(own)) = (wrong_issuer(subject, cited, paper), paper.at("co_quan.ten")) else {
        return;
    };
    let one = Place { subject, text: &subject.texts[cited.text], range: cited.range.clone() };
    let other = Place { subject: paper, text: own, range: 0..own.text.len() };
    let label = ["nơi ban hành văn bản ấy", "the body that issued it"];
    found.against(&one, &other, two_organs(&cited.key, here, &one_line(own.text)), label);
}
