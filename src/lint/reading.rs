//! In: a text. Out: the ways in which all rules read one: by a pattern, word by
//! word, and folded so that spellings that are one compare as one.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Match, Regex};

use crate::encoding::tone;
use crate::values::last_word;

/// The letters that Vietnamese is written with, and those of its neighbours in
/// names. All letters of the world, which `\p{L}` means, make a pattern ten
/// times as dear to prepare as it is to use.
const UPPER: &str = "[A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]";
const LOWER: &str = "[a-zà-öø-ýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]";
const LETTER: &str = "[A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ]";
const WORD: &str = "[0-9_A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ]";

/// The pattern of this text, in which `\p{L}`, `\p{Lu}`, `\p{Ll}` and `\w` are
/// letters of Vietnamese. Patterns are constants of the rules, and a test reads
/// each of them.
pub(super) fn pattern(text: &str) -> Regex {
    let own = [(r"\p{Lu}", UPPER), (r"\p{Ll}", LOWER), (r"\p{L}", LETTER), (r"\w", WORD)];
    let text = own.iter().fold(text.to_string(), |text, (class, letters)| text.replace(class, letters));
    Regex::new(&text).expect("a valid pattern")
}

/// A pattern that finds nothing in a text without a sign of it. Most papers have none,
/// and to make a pattern ready takes longer than to read a paper by it.
pub(super) struct Seldom {
    sign: Sign,
    pattern: LazyLock<Regex>,
}

/// What a text has that a pattern finds anything in.
enum Sign {
    OneOf(&'static [&'static str]),
    /// Two such characters, side by side.
    Beside(fn(char, char) -> bool),
    /// This one with a digit right behind it.
    BeforeDigit(char),
}

impl Seldom {
    /// What finds nothing without one of these.
    pub(super) const fn new(needs: &'static [&'static str], pattern: fn() -> Regex) -> Self {
        Self { sign: Sign::OneOf(needs), pattern: LazyLock::new(pattern) }
    }

    /// What finds nothing where no two characters that follow each other are of this
    /// kind.
    pub(super) const fn beside(are: fn(char, char) -> bool, pattern: fn() -> Regex) -> Self {
        Self { sign: Sign::Beside(are), pattern: LazyLock::new(pattern) }
    }

    /// What finds nothing where this never stands right before a digit.
    pub(super) const fn before_digit(mark: char, pattern: fn() -> Regex) -> Self {
        Self { sign: Sign::BeforeDigit(mark), pattern: LazyLock::new(pattern) }
    }

    /// The pattern, if this text is worth reading by it.
    pub(super) fn of(&self, text: &str) -> Option<&Regex> {
        let pairs = || text.chars().zip(text.chars().skip(1));
        let shown = match self.sign {
            Sign::OneOf(needs) => needs.iter().any(|need| text.contains(need)),
            Sign::Beside(are) => pairs().any(|(one, next)| are(one, next)),
            Sign::BeforeDigit(mark) => pairs().any(|(one, next)| one == mark && next.is_ascii_digit()),
        };
        shown.then(|| &*self.pattern)
    }

    pub(super) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        self.of(text).into_iter().flat_map(move |own| own.find_iter(text))
    }

    pub(super) fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.of(text).into_iter().flat_map(move |own| own.captures_iter(text))
    }
}

/// Words of a text with their byte offsets.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    text.split(|c: char| !is_in_word(c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// The word, between blanks, that a range lies in.
pub(super) fn word_at(text: &str, range: &Range<usize>) -> Range<usize> {
    let end = text[range.end..].find(char::is_whitespace).map_or(text.len(), |at| range.end + at);
    last_word(&text[..range.start])..end
}

/// Whether a word is an address of the web or of mail.
pub(super) fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.contains("www.")
}

/// A letter or a digit. Those of Vietnamese and its neighbours are told without a
/// look into the tables of all letters.
fn is_in_word(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        '\u{c0}'..='\u{24f}' => !matches!(c, '×' | '÷'),
        '\u{1ea0}'..='\u{1ef9}' => true,
        other => other.is_alphanumeric(),
    }
}

/// The text as it is compared: in lower case, every tone mark in the same place.
pub(super) fn folded(text: &str) -> String {
    tone::unified(&text.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{is_in_word, pattern};

    #[test]
    fn letters_are_those_of_vietnamese() {
        let all = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
        for letter in all.chars() {
            let (lower, upper) = (letter.to_string(), letter.to_uppercase().to_string());
            for (class, is_lower, is_upper) in [
                (r"^\p{L}$", true, true),
                (r"^\p{Ll}$", true, false),
                (r"^\p{Lu}$", false, true),
                (r"^\w$", true, true),
            ] {
                assert_eq!(pattern(class).is_match(&lower), is_lower, "{class} {lower}");
                assert_eq!(pattern(class).is_match(&upper), is_upper, "{class} {upper}");
            }
        }
        assert!(!pattern(r"[\p{L}]").is_match("7 ”-"));
    }

    #[test]
    fn words_are_of_letters_and_digits() {
        for c in '\0'..='\u{2fff}' {
            assert_eq!(is_in_word(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
