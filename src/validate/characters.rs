//! In: the tree of a file and what the fonts cover. Out: a finding for every
//! character that cannot be printed, at its place.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{CharacterFault, Diagnostic, FileFault, Report};
use crate::encoding;
use crate::load::Loaded;
use crate::values::{last_word, without_marks};

/// Enough of one document; whoever mends these checks again.
const ENOUGH: usize = 200;

/// Checks every value of the file; a character, or a word in other letters, is
/// reported once a value.
pub fn characters<R>(loaded: &Loaded<R>, covers: impl Fn(char) -> bool, report: &mut Report) {
    let mut left = ENOUGH;
    loaded.tree.scalars(&mut |node, text| {
        if let Some((encoding, at)) = encoding::of_text(text).filter(|_| left > 0) {
            left -= 1;
            let end = text[at..].find(char::is_whitespace).map_or(text.len(), |end| at + end);
            let place = node.place_in(&loaded.source, &(at..end));
            // Its letters are wrong one by one; one finding tells it.
            return report.push(Diagnostic::at(&loaded.source, place, FileFault::Garbled { encoding }));
        }
        let mut seen = BTreeSet::new();
        let mut foreign = 0;
        for (at, character) in text.char_indices() {
            let mut end = at + character.len_utf8();
            let fault = match character {
                '\n' => continue,
                'Ð' | 'ð' => CharacterFault::NotTheLetterD { letter: character },
                c if c.is_control() => CharacterFault::ControlCharacter { code: c.into() },
                c if is_invisible(c) => CharacterFault::Invisible { code: c.into() },
                // A letter of Ê-đê and Gia-rai, which Unicode has in two parts only: `ơ̆`.
                '\u{306}' if text[..at].ends_with(['ơ', 'Ơ']) && covers(character) => continue,
                // Form NFC has joined every mark that a letter can bear.
                c @ '\u{300}'..='\u{36f}' => CharacterFault::LooseMark { code: c.into() },
                c @ ('´' | 'ˊ' | 'ˋ' | '˜') if ends_with_vowel(&text[..at]) => {
                    CharacterFault::LooseMark { code: c.into() }
                }
                // One finding a word, whatever it has of them.
                c if is_lookalike(c) && at < foreign => continue,
                c if is_lookalike(c) && word(text, at).len() > c.len_utf8() => {
                    let range = word(text, at);
                    let own = &text[range.clone()];
                    foreign = range.end;
                    if !own.chars().all(is_lookalike) {
                        CharacterFault::OtherScript { character }
                    } else if own.chars().all(&covers) {
                        continue;
                    } else {
                        end = range.end;
                        CharacterFault::OtherAlphabet { word: own.into() }
                    }
                }
                c if bears_a_tone_in_vain(c) && is_slip(text, at) => {
                    CharacterFault::ToneOnConsonant { character: c }
                }
                c if is_full_width(c) && !covers(c) => {
                    let run = full_width(text, at);
                    if !run.is_empty() && left > 0 {
                        left -= 1;
                        let plain = run.nfkc().collect();
                        let place = node.place_in(&loaded.source, &(at..at + run.len()));
                        let finding =
                            Diagnostic::at(&loaded.source, place, CharacterFault::FullWidth { plain });
                        // That the value is no number follows from it.
                        report.retain(|own| !own.place_is(&finding));
                        report.push(finding);
                    }
                    continue;
                }
                '?' if lost_letter(text, at) => CharacterFault::LostLetter,
                character if !covers(character) => CharacterFault::NoGlyph { character },
                _ => continue,
            };
            // Small low digits are mended alike.
            let of_kind = if ('₀'..='₉').contains(&character) { "₀" } else { &text[at..end] };
            if left > 0 && seen.insert(of_kind) {
                left -= 1;
                let place = node.place_in(&loaded.source, &(at..end));
                report.push(Diagnostic::at(&loaded.source, place, fault));
            }
        }
    });
}

/// The first character of a computed text that cannot be printed or is not seen.
pub(crate) fn hidden(text: &str) -> Option<CharacterFault> {
    text.chars().filter(|c| *c != '\n').find_map(|c| match c {
        c if c.is_control() => Some(CharacterFault::ControlCharacter { code: c.into() }),
        c if is_invisible(c) => Some(CharacterFault::Invisible { code: c.into() }),
        _ => None,
    })
}

/// Whether a mark that follows was typed beside the letter that it belongs on: `sô´`.
fn ends_with_vowel(before: &str) -> bool {
    let bare = before.chars().next_back().into_iter().nfd().next();
    bare.is_some_and(|own| "aeiouyAEIOUY".contains(own))
}

/// A letter that some program could not save stands as `?`: `dân v?n`. An address
/// of the web has one too.
fn lost_letter(text: &str, at: usize) -> bool {
    let start = last_word(&text[..at]);
    let word = text[start..].split_whitespace().next().unwrap_or_default();
    let after = text[at + 1..].chars().next();
    let inside = text[..at].ends_with(|c: char| c.is_alphabetic() || c == '?') || at == start;
    inside && after.is_some_and(char::is_lowercase) && !word.contains(['/', '=', '@'])
}

/// Letters and digits of the width of a Chinese character.
fn is_full_width(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff5e}')
}

/// The run of them that begins at a place; empty inside one.
fn full_width(text: &str, at: usize) -> &str {
    if text[..at].ends_with(is_full_width) {
        return "";
    }
    let end = text[at..].find(|c| !is_full_width(c)).map_or(text.len(), |end| at + end);
    &text[at..end]
}

/// A consonant with a Vietnamese tone: the mark was typed behind the wrong letter,
/// and Unicode has a letter, of another language, that it could be joined with.
fn bears_a_tone_in_vain(c: char) -> bool {
    // The only places where Unicode has such letters: long texts are read often.
    if !matches!(c, 'Ñ' | 'ñ' | '\u{100}'..='\u{24f}' | '\u{1e00}'..='\u{1e9f}') {
        return false;
    }
    let mut parts = std::iter::once(c).nfd();
    let letter = parts.next().is_some_and(|own| own.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(own));
    letter && parts.any(|mark| matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'))
}

/// Whether the word could be Vietnamese without the mark: `ñăm`. Spanish has the
/// letter as well: `España`.
fn is_slip(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(char::is_alphabetic);
    let word: String = text[before.len()..].chars().take_while(|c| c.is_alphabetic()).collect();
    encoding::is_bare(&without_marks(&word))
}

/// Nothing of these is seen on paper: soft hyphens, zero-width signs, marks that
/// turn the direction of text, variation selectors, tags.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Greek and Cyrillic letters; inside a Latin word they are not meant.
fn is_lookalike(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}') && c.is_alphabetic()
}

/// The letters that the one at this place stands among.
fn word(text: &str, at: usize) -> Range<usize> {
    let ends = |c: char| !c.is_alphabetic();
    let start =
        text[..at].char_indices().rev().find(|(_, c)| ends(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    start..text[at..].find(ends).map_or(text.len(), |end| at + end)
}
