//! In: the units of a dataset. Out: a finding for a cluster that is written in two ways,
//! by which its figures would be parted, and for a name that two units bear at once.

use std::collections::BTreeMap;

use super::names::letter_for_letter;
use super::{Dataset, Placed};
use crate::diagnostic::{DataFault, Report};
use crate::encoding::is_syllable;
use crate::records::Unit;
use crate::values::without_marks;

pub(super) fn check(data: &Dataset, report: &mut Report) {
    clusters(data, report);
    namesakes(data, report);
}

/// More clusters than any organisation has; each is compared with each.
const MOST: usize = 200;

fn clusters(data: &Dataset, report: &mut Report) {
    let mut named: BTreeMap<&str, Vec<&Placed<Unit>>> = BTreeMap::new();
    for unit in &data.units {
        if let Some(cluster) = &unit.cluster {
            named.entry(cluster).or_default().push(unit);
        }
    }
    if named.len() > MOST {
        return;
    }
    for (odd, units) in &named {
        let usual = named.iter().filter(|(other, their)| {
            let same = other.to_lowercase() == odd.to_lowercase();
            let more = (their.len(), units[0].place("cum")) > (units.len(), their[0].place("cum"));
            other != &odd && (same && more || is_near(odd, other) && units.len() * 2 <= their.len())
        });
        let Some((usual, their)) = usual.max_by_key(|(_, their)| their.len()) else { continue };
        for unit in units {
            let fault = DataFault::NearName { written: (*odd).into(), usual: (*usual).into() };
            let finding = unit.finding("cum", fault);
            let (source, span) = (their[0].source(), their[0].span("cum"));
            report.push(finding.against(source, span, ["viết ở đây", "written here"]));
        }
    }
}

/// Whether two names are one but for capitals, marks or a single letter. `Cụm 1` and
/// `Cụm 2`, `Khối A` and `Khối B` are two, and so are names that may be of two places,
/// `Cụm Đông` and `Cụm Đồng`.
fn is_near(one: &str, two: &str) -> bool {
    let words = |name: &'_ str| name.split_whitespace().map(str::to_string).collect::<Vec<_>>();
    let (one, two) = (words(one), words(two));
    let mut apart = one.iter().zip(&two).filter(|(one, two)| one.to_lowercase() != two.to_lowercase());
    let Some((first, second)) = apart.next() else { return false };
    let proper = |word: &str| word.starts_with(char::is_uppercase);
    if proper(first) && proper(second) && is_syllable(first) && is_syllable(second) {
        return false;
    }
    let long = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_alphabetic);
    let alike = strsim::damerau_levenshtein(&without_marks(first), &without_marks(second)) < 2;
    one.len() == two.len() && apart.next().is_none() && long(first) && long(second) && alike
}

/// One unit written twice under two codes. Cells of two đảng bộ may be namesakes.
fn namesakes(data: &Dataset, report: &mut Report) {
    let mut first: BTreeMap<_, &Placed<Unit>> = BTreeMap::new();
    for unit in &data.units {
        let key = (unit.kind, &unit.parent, letter_for_letter(&unit.name));
        let Some(other) = first.insert(key, unit) else { continue };
        let ends_before =
            |one: &Unit, two: &Unit| one.until.zip(two.from).is_some_and(|(end, day)| end < day);
        if !ends_before(unit, other) && !ends_before(other, unit) && unit.code != other.code {
            report.push(unit.finding("ten", DataFault::Namesake { other: other.place("ten") }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn clusters_that_are_one_but_for_a_slip() {
        for (one, two, near) in [
            ("Các cơ quan Đảng", "Các cơ quan đảng", false),
            ("Các cơ quan Đảng", "Các cơ quan Đảgn", true),
            ("Cụm Đông", "Cụm Đồng", false),
            ("Cụm Bình Minh", "Cụm Bình Ninh", false),
            ("Doanh nghiệp", "Doanh ngiệp", true),
            ("Cụm 1", "Cụm 2", false),
            ("Cụm I", "Cụm II", false),
            ("Khối A", "Khối B", false),
            ("Văn hóa – Xã hội", "Văn hóa – Giáo dục", false),
            ("Các sở", "Các sở, ngành", false),
        ] {
            assert_eq!(is_near(one, two), near, "{one} | {two}");
        }
    }
}
