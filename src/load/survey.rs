//! In: the text of a file up to some place. Out: its lines that hold keys, entries and
//! plain values, and the bracket that is still open there.

use crate::source::Span;

/// The lines of a file that hold keys, entries and plain values: neither
/// comments nor the insides of blocks and brackets.
pub(super) struct Survey<'a> {
    pub(super) lines: Vec<Line<'a>>,
    /// The last bracket that is not closed.
    pub(super) open: Option<(usize, char)>,
}

/// A line that is surveyed, without the white space at its end.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Where it begins in the file, in bytes.
    pub(super) start: usize,
    pub(super) text: &'a str,
}

impl Line<'_> {
    /// What stands in it, without the blanks before.
    pub(super) fn span(&self) -> Span {
        let indent = self.text.len() - self.text.trim_start().len();
        Span::new(self.start + indent, self.start + self.text.len())
    }
}

impl<'a> Survey<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut lines = Vec::new();
        let mut open = Vec::new();
        // The column of the key or entry whose block the lines are in.
        let mut block: Option<usize> = None;
        let mut start = 0;
        for written in text.split_inclusive('\n') {
            let line = written.trim_end();
            let indent = line.len() - line.trim_start_matches(' ').len();
            let empty = line.is_empty() || line[indent..].starts_with('#');
            if block.is_some_and(|around| line.is_empty() || indent > around) {
            } else if !open.is_empty() {
                brackets(line, start, &mut open);
            } else if !empty {
                let (owner, value) = value_of(line);
                block = line[value..].starts_with(['|', '>']).then_some(owner);
                if line[value..].starts_with(['[', '{']) {
                    brackets(&line[value..], start + value, &mut open);
                }
                lines.push(Line { start, text: line });
            }
            start += written.len();
        }
        Self { lines, open: open.pop() }
    }
}

/// Where the key or entry of a line begins, and where its value does.
fn value_of(line: &str) -> (usize, usize) {
    let skip = |at: usize| line.len() - line[at..].trim_start_matches(' ').len();
    let (mut owner, mut at) = (skip(0), skip(0));
    while line[at..].starts_with("- ") {
        (owner, at) = (at, skip(at + 1));
    }
    match line[at..].find(": ") {
        Some(colon) if !line[at..at + colon].contains(char::is_whitespace) => (at, skip(at + colon + 1)),
        _ => (owner, at),
    }
}

/// Follows the brackets of a line, those in quotes and comments left out.
fn brackets(line: &str, start: usize, open: &mut Vec<(usize, char)>) {
    let mut last = ',';
    let mut chars = line.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '[' | '{' => open.push((start + at, c)),
            ']' | '}' => drop(open.pop()),
            '"' | '\'' if ",[{:".contains(last) => drop(chars.find(|(_, own)| *own == c)),
            '#' if line[..at].ends_with(' ') => return,
            _ => {}
        }
        if !c.is_whitespace() {
            last = c;
        }
    }
}
