//! In: a text as it was scanned, copied or sent. Out: the lines that stood below each other
//! in the code.

use super::column;
use super::statement::{NAME, PAGE_HEADING};

/// What a text is quoted with.
pub(super) const QUOTES: [char; 6] = ['"', '\'', '“', '”', '«', '»'];

/// The lines of a text, without what mail and telephones put around them, each on its
/// own also where a message made one line of all.
pub(super) fn lines(text: &str) -> Vec<String> {
    let around = |c: char| c.is_whitespace() || matches!(c, '>' | '\u{feff}');
    let mut lines = Vec::new();
    for line in text.split(['\n', '\r']) {
        let line = line.trim_start_matches(around).trim_end();
        let line = line.replace(|c: char| c.is_whitespace(), " ");
        let bare = line.trim_start_matches(QUOTES);
        if bare.starts_with(NAME) {
            lines.extend(unfolded(bare.trim_end_matches(QUOTES)));
        } else if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}

/// The lines of a text that was made one, which begins with its form.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text;
    for label in column::STATED.iter().chain([&column::SIGNATURE, &PAGE_HEADING]) {
        let Some(at) = rest.find(&format!(" {label}:")) else { continue };
        let (before, after) = rest.split_at(at);
        lines.push(before.trim_end().into());
        rest = after.trim_start();
    }
    lines.push(rest.into());
    lines
}

/// Whether a line could be a part of a signature.
pub(super) fn is_code(line: &str) -> bool {
    line.trim_end_matches(QUOTES)
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '=' | ' '))
}
