//! In: the texts of a workspace. Out: how each syllable of the names in them is spelled, and
//! where, by what stands before it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::reading::{folded, words};
use super::text::{Role, Text};
use super::{Place, Subject};
use crate::values::without_marks;

/// Longest name that is compared, in syllables.
pub(super) const LONGEST: usize = 5;

/// What the author states about his own body outweighs a mention in passing.
const STATED: usize = 3;

/// One spelling of a syllable of a name.
#[derive(Default)]
pub(super) struct Spelling<'s, 'a> {
    pub(super) weight: usize,
    pub(super) places: Vec<(&'s Subject<'a>, &'s Text<'a>, Range<usize>)>,
}

/// Places kept of one spelling: a slip is rare.
const PLACES: usize = 20;

/// The spellings of one syllable.
pub(super) type Spellings<'s, 'a> = BTreeMap<String, Spelling<'s, 'a>>;

/// Family, syllables before, and the syllable itself without its marks.
pub(super) type Key = (String, String, String);

/// A small letter right after a name of one syllable or more.
pub(super) struct Small<'s, 'a> {
    /// Of which family, if a word before the name tells.
    pub(super) family: Option<String>,
    pub(super) before: String,
    pub(super) own: String,
    pub(super) odd: Place<'s, 'a>,
}

/// The names of a workspace.
#[derive(Default)]
pub(super) struct Names<'s, 'a> {
    pub(super) spellings: BTreeMap<Key, Spellings<'s, 'a>>,
    pub(super) small: Vec<Small<'s, 'a>>,
}

impl<'s, 'a> Names<'s, 'a> {
    pub(super) fn of(subjects: &'s [Subject<'a>]) -> Self {
        let mut names = Self::default();
        for subject in subjects {
            for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
                names.collect(subject, text);
            }
        }
        names
    }

    /// Takes down the capitalised syllables after each head.
    fn collect(&mut self, subject: &'s Subject<'a>, text: &'s Text<'a>) {
        let spoken: Vec<_> = words(text.text).collect();
        let plain: Vec<_> = spoken.iter().map(|(_, word)| folded(word)).collect();
        let joined = |first: usize| {
            let ((at, word), (next, _)) = (spoken[first], spoken[first + 1]);
            &text.text[at + word.len()..next] == " "
        };
        let weight =
            if matches!(text.path.as_str(), "co_quan.ten" | "co_quan.cap_tren") { STATED } else { 1 };
        let mut at = 0;
        while at < spoken.len() {
            let is_place = at == 0 && text.path == "dia_danh";
            let head = subject.lexicon.names.heads.iter().find(|head| {
                head.word.split(' ').enumerate().all(|(step, syllable)| {
                    let here = at + step;
                    here < spoken.len() && plain[here] == syllable && (step == 0 || joined(here - 1))
                })
            });
            let (family, length) = match head {
                Some(head) => (Some(&head.family), head.word.split(' ').count()),
                None if is_place => (None, 0),
                None => {
                    at += 1;
                    continue;
                }
            };
            at += length;
            let mut before = String::new();
            for (step, &(start, word)) in spoken.iter().enumerate().skip(at).take(LONGEST) {
                let capital = word.chars().next().is_some_and(char::is_uppercase);
                let shouted = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
                if shouted || (step > 0 && !joined(step - 1)) {
                    break;
                }
                let own = plain[step].clone();
                if !capital {
                    // `phường bến Giang`
                    let goes_on = spoken
                        .get(step + 1)
                        .is_some_and(|(_, next)| joined(step) && next.starts_with(char::is_uppercase));
                    if (!before.is_empty() || goes_on) && head.is_none_or(|head| head.is_place) {
                        let odd = Place { subject, text, range: start..start + word.len() };
                        self.small.push(Small { family: family.cloned(), before, own, odd });
                    }
                    break;
                }
                let next = spoken.get(step + 1).filter(|_| joined(step)).map(|_| &plain[step + 1]);
                let ordinary = &subject.lexicon.names.ordinary;
                if next.is_some_and(|next| ordinary.contains(&format!("{own} {next}"))) {
                    break;
                }
                let family = family.cloned().unwrap_or_default();
                let spelling = self
                    .spellings
                    .entry((family, before.clone(), without_marks(&own)))
                    .or_default()
                    .entry(own.clone())
                    .or_default();
                spelling.weight += weight;
                if spelling.places.len() < PLACES {
                    spelling.places.push((subject, text, start..start + word.len()));
                }
                before = format!("{before} {own}");
            }
            // A place of issue is one name.
            at = at.max(1);
        }
    }
}
