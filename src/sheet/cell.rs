//! In: a cell and the column it stands in. Out: its value as YAML would have
//! written it, or what keeps it from being read.

use super::columns::{Column, ColumnKind};
use super::grid::{Content, plain as number_text};
use crate::diagnostic::CellFault;
use crate::load::Style;
use crate::values::{Amount, Date, comparable as plain, nearest};

/// A day number of Excel between 1954 and 2064, in a column of dates.
const DAY_NUMBERS: std::ops::RangeInclusive<f64> = 20_000.0..=60_000.0;

/// Letters of the longest text that a cell may hold: a name, a reason, no paper. It
/// bounds the time that reading and fitting it takes.
pub(crate) const LONGEST: usize = 2_000;

/// Letters of it that the finding shows.
const SHOWN: usize = 40;

/// The text of a cell and how it is to be taken.
pub(super) fn value(content: &Content, about: &Column) -> Result<(String, Style), CellFault> {
    let quoted = |text: String| Ok((text, Style::Quoted));
    match (about.kind, content) {
        (_, Content::Fault(error)) => Err(CellFault::CellError { error: error.clone() }),
        (_, Content::Uncomputed) => Err(CellFault::Uncomputed),
        (_, Content::Text(text)) if bears_a_text_mark(text) => {
            Err(CellFault::TextMark { text: text.clone() })
        }
        (_, Content::Text(text)) if is_too_long(text) => {
            Err(CellFault::TextTooLong { begin: beginning(text), limit: LONGEST })
        }
        (ColumnKind::Text, content) => quoted(word(content, about)?),
        (ColumnKind::Number, Content::Number(number) | Content::Percent(number)) => {
            quoted(number_text(*number))
        }
        (ColumnKind::Number, Content::Text(text)) => {
            // `1 120` is a way to write thousands.
            let digits = text.replace(' ', "");
            // `25%`, as a CSV file has it, is 25 percent.
            let digits = digits.trim_end_matches('%').to_string();
            quoted(if digits.parse::<Amount>().is_ok() { digits } else { text.clone() })
        }
        (ColumnKind::Number | ColumnKind::Count, Content::Day(day)) => {
            let (_, month, number) = day.parts();
            Err(CellFault::DayForNumber { day: day.to_string(), meant: format!("{number},{month}") })
        }
        (ColumnKind::Day, Content::Day(day)) => quoted(iso(*day)),
        (ColumnKind::Day, Content::Number(number)) if DAY_NUMBERS.contains(number) => {
            // Excel counts days from 30/12/1899.
            #[allow(clippy::cast_possible_truncation, reason = "the range is checked")]
            let day = Date::from_excel(*number as i64);
            quoted(day.map(iso).unwrap_or_default())
        }
        (ColumnKind::Count, Content::Number(number)) => Ok((number_text(*number), Style::Plain)),
        (ColumnKind::Year | ColumnKind::Count, content) => Ok((content.shown(), Style::Plain)),
        (ColumnKind::Truth, content) => Ok((truth(content)?.to_string(), Style::Plain)),
        (ColumnKind::Day | ColumnKind::Number, content) => quoted(content.shown()),
    }
}

/// Whether a text is longer than a cell may hold.
pub(crate) fn is_too_long(text: &str) -> bool {
    text.chars().nth(LONGEST).is_some()
}

/// What a finding shows of such a text.
pub(crate) fn beginning(text: &str) -> String {
    text.chars().take(SHOWN).collect::<String>().trim_end().into()
}

/// Whether a cell begins with the mark by which Excel is told that it is text, as a
/// register of certificates writes it too: `'0103`. A title may stand between two.
fn bears_a_text_mark(text: &str) -> bool {
    let marked = text.strip_prefix('\'').filter(|rest| !rest.contains('\''));
    marked.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || "=+-@".contains(c)))
}

fn iso(day: Date) -> String {
    let (year, month, day) = day.parts();
    format!("{year:04}-{month:02}-{day:02}")
}

/// The code for a word, where a column knows its words.
fn word(content: &Content, about: &Column) -> Result<String, CellFault> {
    let text = content.shown();
    match about.code(&text) {
        Some(code) => Ok(code.into()),
        None if about.takes_any_word() => Ok(text),
        None => {
            let words: Vec<_> = about.words().collect();
            let nearest = nearest(&text, words.iter().copied());
            let known = about.first_words().collect::<Vec<_>>().join(", ");
            Err(CellFault::UnknownWord { text, nearest, known })
        }
    }
}

fn truth(content: &Content) -> Result<bool, CellFault> {
    let text = content.shown();
    // Ticks have no letters to compare.
    if matches!(text.trim(), "✓" | "✔" | "☑" | "√") {
        return Ok(true);
    }
    match plain(&text).as_str() {
        "x" | "co" | "1" | "true" | "dung" => Ok(true),
        "khong" | "0" | "false" | "sai" => Ok(false),
        _ => Err(CellFault::NotYesOrNo { text }),
    }
}
