//! The rule that all citations of one paper agree, in one document and in all.

use std::collections::{BTreeMap, BTreeSet};

use super::citation::{Cited, Title};
use super::reading::{folded, words};
use super::{Findings, Place, Rule, Subject, own_paper};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::{Date, one_line};

pub(super) const RULES: &[Rule] = &[Rule::of_workspace("vien-dan-lech", Warning, disagreeing)];

/// As many ways of writing one paper are held against each other; nobody has more.
const WAYS: usize = 50;

/// One paper cited with two dates or two titles.
fn disagreeing(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    let mut first: BTreeMap<&str, Vec<(&Subject<'_>, &Cited)>> = BTreeMap::new();
    for subject in subjects {
        for cited in &subject.citations {
            let known = first.entry(&cited.key).or_default();
            let differs =
                known.iter().filter(|(of, _)| same_register(of, subject, cited)).find_map(|(of, other)| {
                    Some((*of, *other, difference(other, cited, &subject.lexicon.citing.general)?))
                });
            match differs {
                Some((of, other, words)) => {
                    let range = |cited: &Cited, date: bool| {
                        if date && !cited.date_range.is_empty() {
                            cited.date_range.clone()
                        } else {
                            cited.range.clone()
                        }
                    };
                    let by_date = cited.date != other.date;
                    let one =
                        Place { subject, text: &subject.texts[cited.text], range: range(cited, by_date) };
                    let against =
                        Place { subject: of, text: &of.texts[other.text], range: range(other, by_date) };
                    found.against(&one, &against, words, ["ghi khác ở đây", "written otherwise here"]);
                }
                // Each way of writing it is kept once.
                None if known.len() < WAYS
                    && known.iter().all(|(_, other)| {
                        (other.date, &other.issuer, &other.title) != (cited.date, &cited.issuer, &cited.title)
                    }) =>
                {
                    known.push((subject, cited));
                }
                None => {}
            }
        }
    }
    own_paper::own_papers(subjects, found);
}

/// Whether one symbol in two documents can only be one paper: the bodies of two
/// provinces number alike; the Centre, the State's organs and the bodies of one
/// province are one.
fn same_register(one: &Subject<'_>, other: &Subject<'_>, cited: &Cited) -> bool {
    let head = |subject: &Subject<'_>| {
        let body = &subject.document().body;
        (body.superior.clone(), body.name.clone())
    };
    let province = || province(one).is_some_and(|own| Some(own) == province(other));
    cited.symbol.state
        || cited.symbol.body.ends_with("TW")
        || head(one) == head(other)
        || cited.symbol.body.ends_with("TU") && province()
}

/// The province that the head of a document names: `Đảng bộ tỉnh Trà Giang`,
/// `Tỉnh ủy Trà Giang`.
fn province(subject: &Subject<'_>) -> Option<String> {
    let body = &subject.document().body;
    [body.superior.as_deref(), Some(body.name.as_str())].into_iter().flatten().find_map(|line| {
        let line = folded(&one_line(line));
        let (_, rest) = line.split_once("tỉnh ")?;
        Some(rest.strip_prefix("ủy ").unwrap_or(rest).to_string())
    })
}

/// Whether one symbol of these two days means one paper. The Party's series
/// begins again with each term, the State's with each year.
pub(super) fn same_series(state: bool, one: Date, other: Date) -> bool {
    if state { one.parts().0 == other.parts().0 } else { one.years_from(other) < 1.0 }
}

/// The organs of the Centre, whose papers have one series of numbers.
const ORGANS: [&str; 3] = ["Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư"];

/// What two citations say of whose paper it is.
enum Issuers<'c> {
    /// The same, or one says nothing or less.
    Alike,
    /// Two organs of the Centre: one paper has one of them only.
    Organs(&'c str, &'c str),
    /// Bodies that number their papers each by itself.
    Others,
}

impl<'c> Issuers<'c> {
    fn of(one: &'c Cited, two: &'c Cited) -> Self {
        let (Some(one), Some(two)) = (&one.issuer, &two.issuer) else { return Self::Alike };
        let organ = |name: &str| ORGANS.into_iter().find(|organ| name.starts_with(organ));
        match (organ(one), organ(two)) {
            (Some(one), Some(two)) if one != two => Self::Organs(one, two),
            (Some(_), Some(_)) => Self::Alike,
            // `Đảng ủy phường` is short for `Đảng ủy phường Bến Giang`.
            _ if folded(one).starts_with(&folded(two)) || folded(two).starts_with(&folded(one)) => {
                Self::Alike
            }
            _ => Self::Others,
        }
    }
}

fn difference(one: &Cited, two: &Cited, general: &[String]) -> Option<Wording> {
    let issuers = Issuers::of(one, two);
    if matches!(issuers, Issuers::Others) {
        return None;
    }
    if let (Some(first), Some(second)) = (one.date, two.date) {
        let unique = one.symbol.state && one.symbol.year.is_some();
        // The Centre issues no two papers of one number on the same day of two years.
        let ((_, month, day), (_, of, on)) = (first.parts(), second.parts());
        let unique = unique || one.symbol.body.ends_with("TW") && (month, day) == (of, on);
        if first != second && (unique || same_series(one.symbol.state, first, second)) {
            return Some(two_dates(&two.key, &second.to_string(), &first.to_string()));
        }
        if first != second {
            return None;
        }
        if let Issuers::Organs(there, here) = issuers {
            return Some(two_organs(&two.key, here, there));
        }
        let (Some(first), Some(second)) = (&one.title, &two.title) else { return None };
        if are_two_titles(first, second, general) {
            return Some(two_titles(&two.key));
        }
    }
    None
}

/// Whether two titles cannot be of one paper. One may be shortened; told in the
/// author's own words, they must have nothing at all in common.
pub(super) fn are_two_titles(one: &Title, two: &Title, general: &[String]) -> bool {
    if one.quoted && two.quoted {
        return !one.text.contains(&two.text) && !two.text.contains(&one.text);
    }
    let telling = |title: &'_ Title| -> BTreeSet<String> {
        let words = words(&title.text).map(|(_, word)| word.to_string());
        words.filter(|word| !general.contains(word)).collect()
    };
    let (one, two) = (telling(one), telling(two));
    one.len() > 1 && two.len() > 1 && one.is_disjoint(&two)
}

pub(super) fn two_titles(symbol: &str) -> Wording {
    Wording {
        vi: [
            format!("`{symbol}` được ghi hai trích yếu khác nhau"),
            "đối chiếu với văn bản gốc rồi ghi thống nhất".into(),
        ],
        en: [
            format!("`{symbol}` is cited with two different titles"),
            "look at the paper itself, then write them alike".into(),
        ],
    }
}

pub(super) fn two_organs(symbol: &str, here: &str, there: &str) -> Wording {
    Wording {
        vi: [
            format!("`{symbol}` chỗ này ghi của {here}, chỗ khác ghi của {there}"),
            "đối chiếu với văn bản gốc rồi ghi thống nhất".into(),
        ],
        en: [
            format!("`{symbol}` is of {here} here and of {there} elsewhere"),
            "look at the paper itself, then write them alike".into(),
        ],
    }
}

pub(super) fn two_dates(symbol: &str, here: &str, there: &str) -> Wording {
    Wording {
        vi: [
            format!("`{symbol}` chỗ này ghi ngày {here}, chỗ khác ghi ngày {there}"),
            "đối chiếu với văn bản gốc rồi ghi thống nhất".into(),
        ],
        en: [
            format!("`{symbol}` is of {here} here and of {there} elsewhere"),
            "look at the paper itself, then write them alike".into(),
        ],
    }
}
