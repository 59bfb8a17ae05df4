//! In: a PDF. Out: what can be read on each of its pages, and whether a value
//! stands there: whole, not as a part of a longer name or number.

use std::collections::BTreeSet;

use super::Statement;
use super::column;
use crate::pdf::Pdf;
use crate::values::Date;

/// The texts of the pages of a PDF.
pub(super) struct Shown(Vec<Page>);

/// The text of a page without white space, and where there was some.
struct Page {
    letters: String,
    gaps: BTreeSet<usize>,
}

impl Shown {
    pub(super) fn on(pdf: &Pdf) -> Self {
        Self(pdf.texts().map(|text| Page::new(&text)).collect())
    }

    /// The pages that show all that a statement says, by their places.
    pub(super) fn pages(&self, statement: &Statement) -> impl Iterator<Item = usize> {
        let pages = self.0.iter().enumerate();
        pages.filter(|(_, page)| page.missing(statement).is_empty()).map(|(at, _)| at)
    }

    /// Whether a text stands on some page.
    pub(super) fn shows(&self, value: &str) -> bool {
        self.0.iter().any(|page| page.shows(value))
    }

    /// Whether some page says all that the first page of another file says.
    pub(super) fn holds(&self, other: &Self) -> bool {
        let wanted = other.0.first().map(|page| page.letters.as_str()).unwrap_or_default();
        !wanted.is_empty() && self.0.iter().any(|page| page.letters.contains(wanted))
    }

    /// Whether a text stands on a page that shows all that a statement says.
    pub(super) fn shows_with(&self, statement: &Statement, text: &str) -> bool {
        self.0.iter().any(|page| page.missing(statement).is_empty() && page.shows(text))
    }

    /// The values of a statement that do not stand on one page, by their labels;
    /// those of the page that shows most of them. A page shows as many
    /// certificates as it has, so that one page may be asked for several.
    pub(super) fn missing(&self, statement: &Statement) -> Vec<&'static str> {
        let all = || statement.values().map(|(label, _)| label).to_vec();
        self.0.iter().map(|page| page.missing(statement)).min_by_key(Vec::len).unwrap_or_else(all)
    }
}

impl Page {
    fn new(text: &str) -> Self {
        let mut page = Self { letters: String::new(), gaps: BTreeSet::new() };
        for word in text.split_whitespace() {
            page.gaps.insert(page.letters.len());
            page.letters += &letters(word);
        }
        page
    }

    /// The values of a statement that it does not show, by their labels.
    fn missing(&self, statement: &Statement) -> Vec<&'static str> {
        let shown = |(label, value): (&'static str, &str)| match label {
            label if label == column::NUMBER => self.shows_number(value),
            label if label == column::DATE => self.shows_date(value),
            // A blank has it already.
            label if label == column::KIND => true,
            _ => self.shows(value),
        };
        let values = statement.values().into_iter();
        values.filter(|value| !shown(*value)).map(|(label, _)| label).collect()
    }

    /// Where a text stands, whole: a line may break inside it, but no word goes on
    /// before or after it.
    fn places(&self, value: &str) -> impl Iterator<Item = (usize, usize)> {
        let value = letters(value);
        let found: Vec<usize> = self.letters.match_indices(&value).map(|(at, _)| at).collect();
        let ends = found.into_iter().map(move |at| (at, at + value.len()));
        ends.filter(|(from, to)| self.is_edge(*from) && self.is_edge(*to))
    }

    fn is_edge(&self, at: usize) -> bool {
        let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, after) = self.letters.split_at(at);
        self.gaps.contains(&at) || !(in_word(before.chars().next_back()) && in_word(after.chars().next()))
    }

    fn shows(&self, value: &str) -> bool {
        letters(value).is_empty() || self.places(value).next().is_some()
    }

    /// A page says `ngày 10 tháng 12 năm 2020`.
    fn shows_date(&self, value: &str) -> bool {
        let in_words = value.parse::<Date>().map_or_else(|_| value.into(), Date::in_words);
        self.shows(value) || self.shows(&in_words)
    }

    /// `7` or `07`, not a day, a month or a year, nor a part of a symbol.
    fn shows_number(&self, value: &str) -> bool {
        let of_a_date = |before: &str| ["NGÀY", "THÁNG", "NĂM"].iter().any(|word| before.ends_with(word));
        let joined = |c: Option<char>| matches!(c, Some('/' | '-'));
        let alone = |(from, to): (usize, usize)| {
            let (before, after) = (&self.letters[..from], &self.letters[to..]);
            !of_a_date(before) && !joined(before.chars().next_back()) && !joined(after.chars().next())
        };
        [value.to_string(), format!("{value:0>2}")].iter().any(|own| self.places(own).any(alone))
    }
}

/// The letters of a text: names are printed in capitals, and quotation marks
/// inside others are printed single.
fn letters(text: &str) -> String {
    let quotes = |c: &char| matches!(c, '“' | '”' | '‘' | '’' | '"');
    text.chars().filter(|c| !c.is_whitespace() && !quotes(c)).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_whole_or_not_at_all() {
        let page = Page::new(
            "CHI BỘ SỞ Y TẾ Nguyễn Văn \nAnh, ngày 10 tháng 12 năm 2020 \nVào sổ số: 21 215-QĐ/ĐUK, 7/12/2020",
        );
        for (value, shown) in [
            ("Nguyễn Văn Anh", true),
            ("Nguyễn Văn An", false),
            ("guyễn Văn Anh", false),
            ("Chi bộ Sở Y tế", true),
            ("Sở Y", true),
            ("“Chi bộ” Sở Y tế", true),
        ] {
            assert_eq!(page.shows(value), shown, "{value}");
        }
        for (number, shown) in [
            ("21", true),
            ("2", false),
            ("1", false),
            ("10", false),
            ("12", false),
            ("215", false),
            ("7", false),
        ] {
            assert_eq!(page.shows_number(number), shown, "{number}");
        }
        assert!(page.shows_date("10/12/2020") && !page.shows_date("11/12/2020"));
        assert!(Page::new("Vào sổ số: 07").shows_number("7"));
    }
}
