//! In: what each column of a table has to hold. Out: how wide it must be and would
//! like to be, in letters; the page shares its width by both.

use super::FiguresColumn;

/// The longest word of some texts; words break at spaces only.
fn longest_word<'t>(texts: impl Iterator<Item = &'t str>) -> usize {
    // A capital is as wide as a letter and a half.
    let halves = |word: &str| word.chars().map(|c| if c.is_uppercase() { 3 } else { 2 }).sum::<usize>();
    texts.flat_map(str::split_whitespace).map(halves).max().unwrap_or(0).div_ceil(2)
}

/// A column that would like room for so many letters and holds these texts.
pub(super) fn column<'t>(
    letters: usize,
    texts: impl Iterator<Item = &'t str>,
    align: &'static str,
) -> FiguresColumn {
    let least = longest_word(texts).max(1);
    FiguresColumn { share: letters.max(least), least, align }
}

#[cfg(test)]
mod tests {
    use super::column;

    #[test]
    fn no_column_is_narrower_than_its_longest_word() {
        for (letters, texts, expected) in [
            (34, vec!["DVK-2019-001", "Sở Nội vụ"], (34, 14)),
            (4, vec!["1.385.700.000,0"], (15, 15)),
            (4, vec![], (4, 1)),
        ] {
            let column = column(letters, texts.into_iter(), "trai");
            assert_eq!((column.share, column.least), expected);
        }
    }
}
