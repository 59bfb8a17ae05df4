//! In: a text. Out: the ways in which all rules read one: by a pattern, word by
//! word, and folded so that spellings that are one compare as one.

use regex::Regex;

use super::tone;

/// The pattern of this text. Patterns are constants of the rules, and a test
/// reads each of them.
pub(super) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a valid pattern")
}

/// Words of a text with their byte offsets.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// The text as it is compared: in lower case, every tone mark in the same place.
pub(super) fn folded(text: &str) -> String {
    tone::unified(&text.to_lowercase())
}
