//! In: YAML that the scanner refused, and where it stopped. Out: the line above that set
//! another depth than the line has where it stopped: often that one is the odd one.

use super::survey::{Line, Survey};
use crate::diagnostic::YamlProblem;
use crate::source::Span;

/// The line that stands at no depth of those above it, the line that set the depth, and
/// what is wrong between them.
pub(super) fn mismatch(text: &str, at: usize) -> Option<(Span, Span, YamlProblem)> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let lines = Survey::of(&text[..end]).lines;
    let here = Line { start, text: text[start..end].trim_end() };
    let there = match lines.split_last()? {
        (last, above) if last.start == start => set_by(above, indent(last.text))?,
        // Text after a bar: its first line sets the depth of all.
        (owner, _) => {
            let after = text[owner.start..start].find('\n').map_or(start, |end| owner.start + end + 1);
            let blank = text[after..start].split_inclusive('\n').take_while(|line| line.trim().is_empty());
            let first = after + blank.map(str::len).sum::<usize>();
            let text = text[first..start].lines().next()?;
            (indent(text) > indent(here.text)).then_some(Line { start: first, text })?
        }
    };
    let problem = YamlProblem::Depth {
        line: text[..there.start].matches('\n').count() + 1,
        there: indent(there.text),
        here: indent(here.text),
    };
    Some((here.span(), there.span(), problem))
}

/// The line that set the depth from which a line at this depth departs; none if it stands
/// as one above does, or below a key.
fn set_by<'a>(above: &[Line<'a>], here: usize) -> Option<Line<'a>> {
    let mut levels: Vec<(usize, Line<'a>)> = Vec::new();
    for line in above {
        for column in columns(line.text) {
            while levels.last().is_some_and(|(own, _)| *own > column) {
                levels.pop();
            }
            if levels.last().is_none_or(|(own, _)| *own != column) {
                levels.push((column, *line));
            }
        }
    }
    let mut left = None;
    while let Some((_, line)) = levels.pop_if(|(own, _)| *own > here) {
        left = Some(line);
    }
    if levels.last().is_some_and(|(own, _)| *own == here) {
        return None;
    }
    left.or_else(|| above.last().copied().filter(|line| !line.text.ends_with(':')))
}

/// Where the dashes and the key of a line begin.
fn columns(line: &str) -> Vec<usize> {
    let mut at = indent(line);
    let mut all = vec![at];
    while let Some(rest) = line[at..].strip_prefix("- ") {
        at = line.len() - rest.trim_start_matches(' ').len();
        all.push(at);
    }
    all
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use super::mismatch;

    #[test]
    fn the_line_that_set_the_depth() {
        for (text, stopped, set) in [
            (" a:\n  b: 1\nc: 2\n", 3, Some(1)),
            ("a:\n   - b: 1\n  - c: 2\n", 3, Some(2)),
            ("a:\n - b: 1\n  - c: 2\n", 3, Some(2)),
            ("a:\n   b: 1\n  c: 2\n", 3, Some(2)),
            ("a:\n  b: 1\nc: 2\n  d: 3\n", 4, Some(3)),
            ("a: |\n    một\n\n  hai\n", 4, Some(2)),
            ("a:\n  b: 1\n  c: 2\n", 3, None),
            ("a:\n    b: 1\n", 2, None),
        ] {
            let at = text.lines().take(stopped - 1).map(|line| line.len() + 1).sum();
            let line = |at: usize| text[..at].matches('\n').count() + 1;
            let found = mismatch(text, at).map(|(here, there, _)| (line(here.start), line(there.start)));
            assert_eq!(found, set.map(|set| (stopped, set)), "{text}");
        }
    }
}
