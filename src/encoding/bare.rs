//! In: a word. Out: whether it is a syllable of Vietnamese without its marks:
//! `kiem` for `kiểm`, `tac` for `tác`.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::syllable::{ONSETS, RIMES, is_syllable};
use crate::values::without_marks;

/// All rimes as they are without marks.
static BARE: LazyLock<HashSet<String>> =
    LazyLock::new(|| RIMES.split_whitespace().map(without_marks).collect());

/// Whether some syllable has these letters, marks left out.
#[must_use]
pub fn is_bare(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let ascii = !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphabetic());
    ascii && ONSETS.iter().filter_map(|onset| lower.strip_prefix(onset)).any(|rime| BARE.contains(rime))
}

/// Whether it can be a syllable only once it bears the marks it lacks.
#[must_use]
pub fn lacks_marks(word: &str) -> bool {
    is_bare(word) && !is_syllable(word)
}

#[cfg(test)]
mod tests {
    use super::{is_bare, lacks_marks};

    #[test]
    fn syllables_without_marks() {
        for (word, bare, lacks) in [
            ("kiem", true, true),
            ("Nguyen", true, true),
            ("tac", true, true),
            ("phuong", true, true),
            ("Dang", true, false),
            ("long", true, false),
            ("Facebook", false, false),
            ("krong", false, false),
            ("tác", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_bare(word), lacks_marks(word)), (bare, lacks), "{word}");
        }
    }
}
