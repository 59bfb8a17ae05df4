//! In: the words of a text. Out: those that no Vietnamese word can be, `chât`, and
//! those whose first letters are never written so, `ngĩ`. A part of the rule `go-nham`.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::Subject;
use super::slip::Spoken;
use super::text::{Role, Text};
use crate::encoding::{self, is_impossible, is_syllable, lacks_marks};

/// Words that can be none, `chât`, `thángg`: in small letters, or at the beginning
/// of a sentence. A name, a part of an address, a word with a hyphen may be of any
/// language.
pub(super) fn of_no_language(
    subject: &Subject<'_>,
    text: &Text<'_>,
    spoken: &[Spoken<'_>],
) -> impl Iterator<Item = Range<usize>> {
    let small = |word: &str| word.chars().all(char::is_lowercase);
    let suspicious = move |(index, (at, word, lower)): (usize, &Spoken<'_>)| {
        // Few words are; only these are looked around.
        let bare = || lacks_marks(lower) && *word == lower && among_vietnamese(text, spoken, index);
        if !(is_impossible(lower) || bare()) || subject.lexicon.names.foreign.contains(lower) {
            return false;
        }
        let end = at + word.len();
        let joins = |c: char| "-–/@.'’_".contains(c);
        let before = text.text[..*at].chars().next_back();
        let mut after = text.text[end..].chars();
        let joined = before.is_some_and(joins)
            || after
                .next()
                .is_some_and(|c| joins(c) && (c != '.' || after.next().is_some_and(char::is_alphanumeric)));
        let begins = text.paragraphs.iter().any(|paragraph| {
            let lead = text.text.get(paragraph.start..*at).unwrap_or("a");
            let lead = lead.trim_end_matches(['“', '"', '*', '(']);
            lead.trim().is_empty() || lead.ends_with(". ") || lead.ends_with(") ") || lead.ends_with("- ")
        });
        let next = spoken.get(index + 1).map(|(_, next, _)| *next);
        let last = index.checked_sub(1).map(|last| spoken[last].1);
        // `Lý Tự Trọg`: a neighbour shows that the name is Vietnamese.
        let named = [last, next]
            .into_iter()
            .flatten()
            .any(|other| other.starts_with(char::is_uppercase) && !other.is_ascii() && is_syllable(other));
        let named = named && (encoding::tones(word) > 0 || encoding::lacks_tone(word));
        // `TỔ CHỨC THƯC HIỆN`: a heading in capitals; names there look like all the rest.
        let shouted = text.role == Role::Heading
            && !word.is_ascii()
            && encoding::lacks_tone(lower)
            && !text.text.contains(char::is_lowercase);
        // `Trưong`, `Thuơng` are typed in haste; no language has these vowels.
        let half_horned = half_horned(lower) && word.chars().skip(1).all(char::is_lowercase);
        let capital = half_horned
            || word.chars().skip(1).all(char::is_lowercase) && (begins && next.is_some_and(small) || named);
        (small(word) || shouted || capital) && !joined
    };
    let ranges: Vec<_> = spoken
        .iter()
        .enumerate()
        .filter(|own| suspicious(*own))
        .map(|(_, (at, word, _))| *at..at + word.len())
        .collect();
    // Words of an old encoding are told as such.
    let old = !ranges.is_empty() && encoding::of_text(text.text).is_some();
    ranges.into_iter().filter(move |_| !old)
}

/// Whether both neighbours of a word are syllables, one of them with its marks: `giám sat
/// chuyên đề`. Of a foreign word, a name of letters, at most one is.
fn among_vietnamese(text: &Text<'_>, spoken: &[Spoken<'_>], index: usize) -> bool {
    let beside = |first: usize| {
        let ((at, word, _), (next, ..)) = (spoken.get(first)?, spoken.get(first + 1)?);
        (&text.text[at + word.len()..*next] == " ").then_some(first)
    };
    let before = index.checked_sub(1).and_then(beside).map(|at| &spoken[at].2);
    let after = beside(index).map(|at| &spoken[at + 1].2);
    let neighbours = || [before, after].into_iter().flatten();
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    neighbours().all(|word| is_syllable(word) || number(word))
        && neighbours().any(|word| !word.is_ascii() && is_syllable(word))
}

/// `ưo`, `uơng`, `uơc`: one of the two horns is missing. `Nguơn` is a name of the South.
fn half_horned(lower: &str) -> bool {
    let bare: String =
        lower.nfd().filter(|c| !"\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*c)).nfc().collect();
    ["ưo", "uơng", "uơc"].iter().any(|own| bare.contains(*own))
}

/// Syllables in small letters whose onset is that of other vowels: `ngĩ`, `ghà`.
pub(super) fn of_onsets(
    subject: &Subject<'_>,
    text: &Text<'_>,
    spoken: &[Spoken<'_>],
) -> impl Iterator<Item = (Range<usize>, String)> {
    let foreign = &subject.lexicon.names.foreign;
    spoken.iter().filter_map(move |(at, word, lower)| {
        if word != lower || foreign.contains(lower) {
            return None;
        }
        let right = encoding::onset_put_right(lower)?;
        let range = *at..at + word.len();
        let joins = |c: char| "-–/@'’_".contains(c);
        let alone = !text.text[..*at].ends_with(joins) && !text.text[range.end..].starts_with(joins);
        alone.then_some((range, right))
    })
}
