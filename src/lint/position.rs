//! In: the positions of the table. Out: the one that a line on a paper was meant to
//! be, if it is nearly one of them.

use serde::Deserialize;

use super::reading::folded;
use crate::values::without_marks;

/// A position, once folded: many a list says the same of each of its rows.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct Position {
    /// As it is spelled.
    name: String,
    /// As it is compared.
    pub(super) folded: String,
    /// The same without marks.
    plain: String,
    /// In letters.
    length: usize,
}

impl From<String> for Position {
    fn from(name: String) -> Self {
        let folded = folded(&name);
        Self { plain: without_marks(&folded), length: folded.chars().count(), folded, name }
    }
}

/// The position that was meant; nothing if the line is one, or is like none.
pub(super) fn misspelt<'l>(line: &str, known: &'l [Position]) -> Option<&'l str> {
    let folded = folded(line);
    let length = folded.chars().count();
    if length < 5 || known.iter().any(|own| own.folded == folded) {
        return None;
    }
    let plain = without_marks(&folded);
    let near = |own: &&Position| {
        // Two letters more or less are another position.
        own.length.abs_diff(length) <= 2 && {
            // One or two letters in a word as long as the known one; marks alone
            // (`Bí thứ`) are a slip however many.
            own.plain == plain
                || own.folded.split(' ').count() == folded.split(' ').count()
                    && strsim::damerau_levenshtein(&own.folded, &folded) <= 1 + usize::from(own.length > 13)
        }
    };
    known.iter().find(near).map(|own| own.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::{Position, misspelt};

    #[test]
    fn positions_nearly_right() {
        let known = ["Bí thư", "Phó Bí thư", "Hiệu trưởng", "Trưởng Ban", "Chủ tịch", "Ủy viên"]
            .map(|name| Position::from(name.to_string()));
        for (line, meant) in [
            ("Bí thứ", Some("Bí thư")),
            ("PHÓ BÍ THỪ", Some("Phó Bí thư")),
            ("Hệu trưởng", Some("Hiệu trưởng")),
            ("Uỷ viên", None),
            ("PHÓ BÍ THƯ", None),
            ("Trưởng thôn", None),
            ("Trưởng ban", None),
        ] {
            assert_eq!(misspelt(line, &known), meant, "{line}");
        }
    }
}
