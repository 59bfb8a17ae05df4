//! Names of persons that are spelled in two ways. Two people may well differ by
//! one mark (Tân and Tấn), so a name is odd only if no Vietnamese syllable or
//! family name is written so, if one who signs again and again signs once
//! otherwise, or if a middle syllable differs once from what stands everywhere.

use std::collections::BTreeMap;
use std::ops::Range;

use super::name::Near;
use super::reading::{folded, words};
use super::same_person::is_of_another_body;
use super::text::{Role, Text, sentence};
use super::{Place, Subject};
use crate::encoding::is_syllable;
use crate::values::{one_line, without_marks};

/// One spelling of a name and where it stands.
#[derive(Default)]
pub(super) struct Spelling<'s, 'a> {
    pub(super) places: Vec<(&'s Subject<'a>, &'s Text<'a>, Range<usize>)>,
    /// For which body, in which position, how often.
    pub(super) signs: BTreeMap<(String, String), usize>,
}

/// A signature outweighs a mention in passing.
const SIGNED: usize = 3;

/// Places kept of one spelling.
const PLACES: usize = 200;

impl Spelling<'_, '_> {
    fn weight(&self) -> usize {
        self.places.len() + self.signs.values().sum::<usize>() * (SIGNED - 1)
    }

    /// Whether both stand in one sentence, as two people do.
    pub(super) fn stands_beside(&self, other: &Self) -> bool {
        self.places.iter().any(|(_, text, range)| {
            let own = sentence(text.text, range);
            other.places.iter().any(|(_, of, at)| std::ptr::eq(*text, *of) && own.contains(&at.start))
        })
    }
}

/// The names that are nearly others, each with the name that is meant.
pub(super) fn near_misses<'s, 'a>(subjects: &'s [Subject<'a>], mut tell: impl FnMut(&Near<'s, 'a>)) {
    let Some(lexicon) = subjects.first().map(|subject| subject.lexicon) else { return };
    let mut names: BTreeMap<Vec<String>, Spelling<'s, 'a>> = BTreeMap::new();
    for subject in subjects {
        for text in &subject.texts {
            collect(subject, text, &mut names);
        }
    }
    // Names that are the same but for one syllable.
    let mut alike: BTreeMap<(usize, Vec<&String>), Vec<&Vec<String>>> = BTreeMap::new();
    for name in names.keys() {
        for at in 0..name.len() {
            let rest = name.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, own)| own);
            alike.entry((at, rest.collect())).or_default().push(name);
        }
    }
    for ((at, _), group) in alike.iter().filter(|(_, group)| group.len() > 1) {
        for odd in group {
            let usual = group.iter().filter(|usual| {
                let (spelled, known) = (&names[*odd], &names[**usual]);
                is_odd(*at, (odd.as_slice(), spelled), (usual.as_slice(), known), &lexicon.names.families)
            });
            let Some(usual) = usual.max_by_key(|usual| names[**usual].weight()) else { continue };
            let Some((of, their, range)) = names[*usual].places.first() else { continue };
            let other = || Place { subject: of, text: their, range: range.clone() };
            for (subject, text, range) in &names[*odd].places {
                tell(&Near { odd: Place { subject, text, range: range.clone() }, usual: other() });
            }
        }
    }
}

/// Whether the first name is a slip for the second, which differs at a syllable.
fn is_odd(
    at: usize,
    odd: (&[String], &Spelling<'_, '_>),
    usual: (&[String], &Spelling<'_, '_>),
    family_names: &[String],
) -> bool {
    let ((odd, spelled), (usual, known)) = (odd, usual);
    let (wrong, right) = (&odd[at], &usual[at]);
    if wrong == right || !is_near(wrong, right) {
        return false;
    }
    if !is_syllable(wrong) && is_syllable(right) {
        return known.weight() >= spelled.weight();
    }
    if at == 0 && !family_names.contains(wrong) && family_names.contains(right) {
        return known.weight() >= spelled.weight();
    }
    // In one office, one after the other: a successor is seldom named almost alike.
    let in_office = spelled
        .signs
        .iter()
        .any(|(office, times)| *times == 1 && known.signs.get(office).is_some_and(|known| *known > 1));
    if !spelled.signs.is_empty() {
        return in_office && known.weight() > spelled.weight();
    }
    if is_of_another_body(spelled) {
        return false;
    }
    // Hùng and Hưng are two men; nobody is called Dức beside a Đức.
    let only_d = wrong.replace('đ', "d") == right.replace('đ', "d");
    let given = at + 1 == odd.len() && !only_d;
    !given && spelled.weight() * SIGNED <= known.weight() && !spelled.stands_beside(known)
}

/// Whether two syllables differ by their marks or by one letter.
pub(super) fn is_near(one: &str, other: &str) -> bool {
    let (plain, others) = (without_marks(one), without_marks(other));
    plain == others || plain.len().min(others.len()) > 2 && strsim::damerau_levenshtein(&plain, &others) == 1
}

/// Longest name, in syllables.
const LONGEST: usize = 5;

/// No word that leads to a name has more letters.
const LONGEST_LEAD: usize = 60;

/// Takes down the signers and whoever is called `đồng chí`.
pub(super) fn collect<'s, 'a>(
    subject: &'s Subject<'a>,
    text: &'s Text<'a>,
    names: &mut BTreeMap<Vec<String>, Spelling<'s, 'a>>,
) {
    let spoken: Vec<_> = words(text.text).collect();
    let mut take = |from: usize, to: usize, office: Option<(String, String)>| {
        if !(3..=LONGEST).contains(&(to - from)) {
            return;
        }
        let name = spoken[from..to].iter().map(|(_, word)| folded(word)).collect();
        let own = names.entry(name).or_default();
        if own.places.len() < PLACES {
            let (last, word) = spoken[to - 1];
            own.places.push((subject, text, spoken[from].0..last + word.len()));
        }
        if let Some(office) = office {
            *own.signs.entry(office).or_default() += 1;
        }
    };
    if let Some(path) = text.path.strip_suffix(".ho_ten").filter(|path| path.starts_with("ky")) {
        let position = subject.at(&format!("{path}.chuc_vu")).map_or("", |text| text.text);
        let position = folded(&one_line(position));
        let body = folded(&one_line(&subject.document().body.name));
        return take(0, spoken.len(), Some((body, position)));
    }
    if matches!(text.role, Role::Data | Role::Cell) {
        return;
    }
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let leads = &subject.lexicon.names.before_persons;
    // The last word of a lead is looked for first.
    let may_lead = |word: &str| {
        let word = word.to_lowercase();
        leads.iter().any(|lead| lead.ends_with(&word))
    };
    let mut at = 0;
    while at < spoken.len() {
        let led = at > 0 && capital(spoken[at].1) && may_lead(spoken[at - 1].1) && {
            // `đồng chí **Lê Văn An**`
            let before = text.text[..spoken[at].0].trim_end_matches([' ', '*', '\n']);
            // All before a word, for every word, would take the square of the text.
            let from = before.char_indices().rev().nth(LONGEST_LEAD).map_or(0, |(at, _)| at);
            let before = before[from..].to_lowercase();
            leads.iter().any(|lead| super::text::ends_with(&before, lead))
        };
        let joined = |next: usize| {
            let (first, word) = spoken[next - 1];
            &text.text[first + word.len()..spoken[next].0] == " "
        };
        let mut end = at;
        while led && end < spoken.len() && capital(spoken[end].1) && (end == at || joined(end)) {
            end += 1;
        }
        if end > at {
            take(at, end, None);
        }
        at = end.max(at + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn syllables_nearly_alike() {
        assert!(is_near("đức", "dưc") && is_near("long", "lonng") && !is_near("an", "ân xá"));
        assert!(!is_near("hùng", "hoàng"));
    }
}
