//! Names in lines of capitals that are nearly those written elsewhere: `ĐẢNG ỦY KHÔI`. A part
//! of the rule `gan-giong`.

use std::collections::BTreeMap;

use super::name::{NameHead, Near, goes_on_with};
use super::reading::{folded, words};
use super::spelling::{Key, LONGEST, Spellings};
use super::text::{Role, Text};
use super::{Place, Subject};
use crate::values::without_marks;

/// A name in a line of capitals, where nothing shows its end: it is one that stands elsewhere
/// only if what follows there follows here.
pub(super) fn near_misses<'s, 'a>(
    subjects: &'s [Subject<'a>],
    names: &BTreeMap<Key, Spellings<'s, 'a>>,
    mut tell: impl FnMut(&Near<'s, 'a>),
) {
    let mut odd = BTreeMap::new();
    for subject in subjects {
        for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
            in_text(subject, text, names, &mut odd);
        }
    }
    // As often as the usual one, it may be another name.
    for odd in odd.values().filter(|odd| odd.places.len() * 2 <= odd.weight) {
        odd.places.iter().for_each(&mut tell);
    }
}

/// A name in capitals that is spelled as nowhere else, and how often the usual one stands.
struct Odd<'s, 'a> {
    weight: usize,
    places: Vec<Near<'s, 'a>>,
}

fn in_text<'s, 'a>(
    subject: &'s Subject<'a>,
    text: &'s Text<'a>,
    names: &BTreeMap<Key, Spellings<'s, 'a>>,
    found: &mut BTreeMap<(String, String, String), Odd<'s, 'a>>,
) {
    let shouted = |word: &str| word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    let spoken: Vec<_> = words(text.text).collect();
    if spoken.windows(2).filter(|pair| shouted(pair[0].1) && shouted(pair[1].1)).count() < 2 {
        return;
    }
    let plain: Vec<_> = spoken.iter().map(|(_, word)| folded(word)).collect();
    let joined = |next: usize| {
        let (at, word) = spoken[next - 1];
        spoken.get(next).is_some_and(|(next, _)| text.text.get(at + word.len()..*next) == Some(" "))
    };
    for at in 0..spoken.len() {
        let is_head = |head: &&NameHead| {
            head.word.split(' ').enumerate().all(|(step, syllable)| {
                let here = at + step;
                plain.get(here).is_some_and(|own| own == syllable)
                    && shouted(spoken[here].1)
                    && (step == 0 || joined(here))
            })
        };
        let Some(head) = subject.lexicon.names.heads.iter().find(is_head) else { continue };
        let mut before = String::new();
        for step in (at + head.word.split(' ').count()..spoken.len()).take(LONGEST) {
            let (start, word) = spoken[step];
            let own = &plain[step];
            if !joined(step) || !shouted(word) {
                break;
            }
            let Some(spellings) = names.get(&(head.family.clone(), before.clone(), without_marks(own)))
            else {
                break;
            };
            if spellings.contains_key(own) {
                before = format!("{before} {own}");
                continue;
            }
            let next = if joined(step + 1) { plain.get(step + 1).map(String::as_str) } else { None };
            let usual = spellings.values().max_by_key(|own| own.weight).filter(|own| own.weight > 1);
            let weight = usual.map_or(0, |own| own.weight);
            let as_here = usual.and_then(|own| own.places.iter().find(|place| goes_on_with(place, next)));
            if let Some((of, their, range)) = as_here {
                let odd = Place { subject, text, range: start..start + word.len() };
                let usual = Place { subject: of, text: their, range: range.clone() };
                let key = (head.family.clone(), before.clone(), own.clone());
                let all = found.entry(key).or_insert_with(|| Odd { weight, places: Vec::new() });
                all.places.push(Near { odd, usual });
            }
            break;
        }
    }
}
