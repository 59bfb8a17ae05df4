//! In: a line of prose. Out: the mark that it begins with.

use std::ops::Range;

use crate::diagnostic::ValueFault;

/// A backslash before a block mark at the beginning of a line has done its work
/// once the blocks are read: `\# một`, `1\. một`.
pub(super) fn without_escapes(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at(digits);
    let marks: &[char] = if number.is_empty() { &['#', '-', '+', '>', '|'] } else { &['.', ')'] };
    match rest.strip_prefix('\\').filter(|rest| rest.starts_with(marks)) {
        Some(rest) => format!("{number}{rest}"),
        None => line.into(),
    }
}

/// The mark of a line that Markdown does not take for an item: `a)`, `đ)`,
/// `A)`, `a.`, `1.1.`, `II.`, `I-`, `•`, `–`, `→`; and `2.` below a paragraph, where
/// Markdown knows only `1.`.
pub(crate) fn own_mark(line: &str) -> Option<(&str, &str)> {
    let (mark, rest) = line.split_once(' ')?;
    if matches!(mark, "•" | "–" | "·" | "—" | "→" | "▪" | "+)" | "*)") {
        return Some((mark, rest.trim_start()));
    }
    let inner = mark.strip_suffix([')', '.', '-'])?;
    let one_letter = inner.chars().count() == 1 && inner.chars().all(char::is_alphabetic);
    let letter =
        one_letter && (mark.ends_with(')') || (mark.ends_with('.') && inner.chars().all(char::is_lowercase)));
    let roman = !mark.ends_with(')') && !inner.is_empty() && inner.chars().all(|c| "IVX".contains(c));
    let short = inner.len() <= 2 || inner.contains('.');
    let number = !mark.ends_with('-')
        && short
        && inner.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    (letter || roman || number).then_some((mark, rest.trim_start()))
}

/// Marks that lack their space, `-Phát huy`, `1.Nâng cao`, `#Tên`: the line would
/// be joined to the one above, its mark in the middle of a sentence.
pub(super) fn joined_marks(text: &str) -> impl Iterator<Item = (Range<usize>, ValueFault)> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |written| {
        let line = written.trim();
        let at = start + (written.len() - written.trim_start().len());
        start += written.len();
        let mark = mark_without_space(line)?;
        Some((at..at + mark.len(), ValueFault::MarkNeedsSpace { mark: mark.into() }))
    })
}

fn mark_without_space(line: &str) -> Option<&str> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let letter = line.chars().next().filter(|c| c.is_lowercase()).map_or(0, char::len_utf8);
    let mark = match line.as_bytes().get(digits) {
        Some(b'.' | b')') if (1..=2).contains(&digits) => digits + 1,
        _ if letter > 0 && line[letter..].starts_with(')') => letter + 1,
        Some(b'#') if digits == 0 => line.len() - line.trim_start_matches('#').len(),
        Some(b'-' | b'+') if digits == 0 => 1,
        _ => return None,
    };
    let next = line[mark..].chars().next()?;
    // `1.a` is a name of something, `1.Nâng` begins a sentence.
    let begins = if digits > 0 { next.is_uppercase() } else { next.is_alphabetic() };
    begins.then(|| &line[..mark])
}
