//! The rule about names that are spelled in two ways: `Đảng ủy Khôi` where the
//! workspace writes `Đảng ủy Khối` everywhere else. Here are the names of bodies
//! and places.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use super::reading::{folded, words};
use super::spelling::{Key, LONGEST, Names, Small, Spellings};
use super::text::{Text, at_words, holds, sentence};
use super::{Findings, Place, Rule, Subject, name_in_capitals, person, quoted_name, same_person, sound};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::encoding::is_syllable;
use crate::values::without_marks;

pub(super) const RULES: &[Rule] = &[Rule::of_workspace("gan-giong", Warning, near_misses).and_rows()];

/// Names, and the words around them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NameWords {
    /// Words that a proper name follows.
    #[serde(rename = "dau")]
    pub(super) heads: Vec<NameHead>,
    /// Ordinary words that begin like a name.
    #[serde(rename = "tieng_thuong")]
    pub(super) ordinary: Vec<String>,
    /// Words before a person's name.
    #[serde(rename = "truoc_ten_nguoi")]
    pub(super) before_persons: Vec<String>,
    /// Family names, lower case.
    #[serde(rename = "ho_nguoi")]
    pub(super) families: Vec<String>,
    /// How the names of units begin, lower case.
    #[serde(rename = "dau_don_vi", default)]
    pub(super) unit_heads: Vec<String>,
    /// Names of bodies that all offices write.
    #[serde(rename = "co_quan")]
    pub(super) bodies: Vec<Body>,
    /// Words of other languages that are written as if they were Vietnamese.
    #[serde(rename = "tieng_la")]
    pub(super) foreign: Vec<String>,
}

/// The name of a body, once folded: every text is held against all of them.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct Body {
    pub(super) name: String,
    /// Its syllables as they are compared.
    pub(super) syllables: Vec<String>,
}

impl From<String> for Body {
    fn from(name: String) -> Self {
        Self { syllables: name.split(' ').map(folded).collect(), name }
    }
}

/// A word that a proper name follows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NameHead {
    /// The word, lower case.
    #[serde(rename = "chu")]
    pub(super) word: String,
    /// What shares its names: a committee and its đảng bộ.
    #[serde(rename = "ho")]
    pub(super) family: String,
    /// Whether the name is that of a place, with a capital on every syllable.
    #[serde(rename = "noi", default)]
    pub(super) is_place: bool,
}

/// A name that is nearly another one, and that one.
pub(super) struct Near<'s, 'a> {
    pub(super) odd: Place<'s, 'a>,
    pub(super) usual: Place<'s, 'a>,
}

impl Near<'_, '_> {
    fn tell(&self, found: &mut Findings<'_>) {
        let (odd, usual) = (&self.odd, &self.usual);
        let (written, right) = (&odd.text.text[odd.range.clone()], &usual.text.text[usual.range.clone()]);
        let words = Wording {
            vi: [format!("`{written}` chỉ hơi khác `{right}` ở chỗ khác"), format!("có phải là `{right}`?")],
            en: [
                format!("`{written}` is nearly the `{right}` written elsewhere"),
                format!("did you mean `{right}`?"),
            ],
        };
        found.against(odd, usual, words, ["viết ở đây", "written here"]);
    }
}

fn near_misses(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    let mut told = Vec::new();
    person::near_misses(subjects, |near| {
        told.push((std::ptr::from_ref(near.odd.text), near.odd.range.clone()));
        near.tell(found);
    });
    same_person::near_misses(subjects, |near| {
        if !told.contains(&(std::ptr::from_ref(near.odd.text), near.odd.range.clone())) {
            near.tell(found);
        }
    });
    sound::near_misses(subjects, |near| near.tell(found));
    let Names { spellings, small } = Names::of(subjects);
    for ((family, lead, _), own) in spellings.iter().filter(|(_, own)| own.len() > 1) {
        other_marks(family, lead, own, found);
    }
    name_in_capitals::near_misses(subjects, &spellings, |near| near.tell(found));
    quoted_name::near_misses(subjects, |near| near.tell(found));
    small_letters(small, &spellings, found);
}

/// Spellings of one syllable that differ in their marks from the usual one: `Đảng ủy Khôi`.
fn other_marks(family: &str, lead: &str, spellings: &Spellings<'_, '_>, found: &mut Findings<'_>) {
    let Some((usual, most)) = spellings.iter().max_by_key(|(_, own)| own.weight) else { return };
    let Some((of, their, range)) = most.places.first() else { return };
    let name = format!("{lead} {usual}");
    let name = name.trim();
    let is_place = |head: &NameHead| head.is_place && head.family == family;
    // As often as that, it may be another name.
    let rare = spellings.iter().filter(|(own, odd)| *own != usual && odd.weight * 2 <= most.weight);
    for (own, odd) in rare {
        let foreign = !is_syllable(own) && !is_syllable(usual);
        for (subject, text, at) in &odd.places {
            // Of names that are not Vietnamese each is another, `Đăk Hà`, `Đak Đoa`, but
            // for one that goes on alike: `Đăk Wer`, `Đắk Wer`.
            let next = text.text[at.end..].strip_prefix(' ').and_then(|after| words(after).next());
            let next = next.map(|(_, word)| word).filter(|word| word.starts_with(char::is_uppercase));
            if foreign && (next.is_none() || !most.places.iter().any(|place| goes_on_with(place, next))) {
                continue;
            }
            // Two places in one sentence are two places; the third time it is a slip.
            let beside = || is_each_once(&folded(&text.text[sentence(text.text, at)]), name);
            if subject.lexicon.names.heads.iter().any(is_place)
                && (beside() || is_next_in_list(subject, text, name))
            {
                continue;
            }
            let odd = Place { subject, text, range: at.clone() };
            let usual = Place { subject: of, text: their, range: range.clone() };
            Near { odd, usual }.tell(found);
        }
    }
}

/// `Trà giang` where others write `tỉnh Trà Giang`.
fn small_letters<'s, 'a>(
    small: Vec<Small<'s, 'a>>,
    names: &BTreeMap<Key, Spellings<'s, 'a>>,
    found: &mut Findings<'_>,
) {
    let mut times: BTreeMap<(String, String), usize> = BTreeMap::new();
    for one in &small {
        *times.entry((one.before.clone(), one.own.clone())).or_default() += 1;
    }
    for Small { family, before, own, odd } in small {
        let same = names.iter().filter(|((of, lead, plain), _)| {
            (family.is_none() || family.as_ref() == Some(of))
                && *lead == before
                && *plain == without_marks(&own)
        });
        let usual = same.filter_map(|(_, spellings)| spellings.get(&own)).max_by_key(|usual| usual.weight);
        let times = times.get(&(before, own)).copied().unwrap_or(1);
        let Some(usual) = usual.filter(|usual| usual.weight >= times * 2) else { continue };
        let Some((of, their, range)) = usual.places.first() else { continue };
        let usual = Place { subject: of, text: their, range: range.clone() };
        Near { odd, usual }.tell(found);
    }
}

/// Whether a sentence names these places, and none of them twice: `ấp Hòa, ấp Hòa A`.
fn is_each_once(sentence: &str, name: &str) -> bool {
    let item = |at: usize| sentence[at..].split([',', ';', ':', '(', ')']).next().unwrap_or_default().trim();
    let mut named: Vec<_> = at_words(sentence, name).map(item).collect();
    let times = named.len();
    named.sort_unstable();
    named.dedup();
    let listed = || named.iter().all(|item| item.split(' ').count() <= LONGEST);
    times == 1 || times > 1 && named.len() == times && listed()
}

/// Whether this word follows a name in its text, or nothing that could be more of it.
pub(super) fn goes_on_with(
    (_, text, range): &(&Subject<'_>, &Text<'_>, Range<usize>),
    next: Option<&str>,
) -> bool {
    let Some(next) = next else { return true };
    let after = text.text[range.end..].strip_prefix(' ').and_then(|after| words(after).next());
    after.is_some_and(|(at, word)| at == 0 && without_marks(word) == without_marks(next))
}

/// Whether the line before or after in a list holds this name.
fn is_next_in_list(subject: &Subject<'_>, text: &Text<'_>, name: &str) -> bool {
    let Some((list, Ok(at))) = text.path.rsplit_once('.').map(|(list, at)| (list, at.parse::<usize>()))
    else {
        return false;
    };
    [at.checked_sub(1), Some(at + 1)]
        .into_iter()
        .flatten()
        .any(|at| subject.at(&format!("{list}.{at}")).is_some_and(|other| holds(&folded(other.text), name)))
}
