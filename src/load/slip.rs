//! In: YAML that the scanner refused, and where it stopped. Out: the slip that
//! led there, at its own place. The scanner notices most of them only on a later
//! line: `so:28` is half a value to it, until the next key begins.

use std::ops::Range;

use super::survey::{Line, Survey};
use crate::diagnostic::YamlProblem;
use crate::source::Span;

/// The slip nearest above the place where the scanner stopped.
pub(super) fn before(text: &str, at: usize) -> Option<(Span, YamlProblem)> {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let Survey { lines, open } = Survey::of(&text[..end]);
    for (line, above) in lines.iter().zip(depths(&lines)).rev() {
        let place = |range: Range<usize>| Span::new(line.start + range.start, line.start + range.end);
        if let Some((range, problem)) = in_line(line.text) {
            return Some((place(range), problem));
        }
        let reached = line.start <= at && at <= line.start + line.text.len();
        if begins_something(line.text) {
            // What follows a sound key is no part of the line before it.
            if !reached {
                break;
            }
        } else if !reached && open.is_none() && joins_nothing(line, above) {
            return Some((line.span(), without_sign(&lines, line)));
        }
    }
    open.map(|(at, bracket)| (Span::new(at, at + 1), YamlProblem::Unclosed { bracket }))
}

/// The slip in one line, if it begins with one: a colon or a dash that YAML does
/// not take for one.
pub(super) fn in_line(line: &str) -> Option<(Range<usize>, YamlProblem)> {
    let begin = line.len() - line.trim_start_matches([' ', '\t']).len();
    let first = line[begin..].chars().next()?;
    let mut rest = line[begin..].chars().skip(1);
    let next = rest.next();
    let signs = begin..begin + first.len_utf8();
    match (first, next) {
        ('-', Some(c)) if c != ' ' && c != '-' && c != '\t' => {
            return Some((signs, YamlProblem::NoSpaceAfterDash));
        }
        ('–' | '—' | '−' | '‐' | '‑' | '•' | '·' | '▪' | '+', Some(c)) if c.is_whitespace() => {
            return Some((signs, YamlProblem::OddDash { sign: first }));
        }
        _ => {}
    }
    let key = line.len() - line[begin..].trim_start_matches(['-', ' ']).len();
    let length = name_length(&line[key..]);
    let colon = line[key + length..].find(|c: char| c != ' ').map(|spaces| key + length + spaces)?;
    let name = line.get(key..key + length).filter(|name| !name.is_empty())?.to_string();
    let sign = line[colon..].chars().next()?;
    let after = line[colon + sign.len_utf8()..].chars().next();
    let place = colon..colon + sign.len_utf8();
    match (sign, after) {
        ('：' | '﹕' | '︰' | '∶' | 'ː' | '˸' | '׃', _) => {
            Some((place, YamlProblem::OddColon { key: name, sign }))
        }
        (':', Some('/' | ' ' | '\r') | None) => None,
        (':', Some('\t')) => Some((place.end..place.end + 1, YamlProblem::TabAfterColon { key: name })),
        (':', Some(c)) if c.is_whitespace() => {
            let span = place.end..place.end + c.len_utf8();
            Some((span, YamlProblem::OddSpaceAfterColon { key: name, code: c.into() }))
        }
        (':', Some(_)) => Some((place, YamlProblem::NoSpaceAfterColon { key: name })),
        _ => None,
    }
}

/// The `noi_dung:` above a place where the scanner stopped whose lines are running text, for
/// want of `|`: none of its blocks begins them.
pub(super) fn prose_without_bar(text: &str, at: usize) -> Option<Span> {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let line_start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let own = text[line_start..].lines().next().filter(|line| !line.trim().is_empty())?;
    let mut first = own;
    for line in text[..line_start].lines().rev() {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        let is_read = !line.trim().is_empty() && !line.trim_start().starts_with('#');
        if is_read && indent(line) < indent(own) {
            let begin = line.len() - line.trim_start().trim_start_matches("- ").len();
            let key = line[begin..].trim_end();
            let words = first.trim_start();
            let words = words.strip_prefix("- ").unwrap_or(words).trim_start();
            let is_block = name_length(words) > 0 && words[name_length(words)..].starts_with(':');
            // `"Dân vận khéo" là phong trào.`: what goes on behind quotation marks is no value.
            let behind = words.strip_prefix('"').and_then(|quoted| quoted.split_once('"'));
            let goes_on = behind.is_some_and(|(_, rest)| rest.trim_start().starts_with(char::is_alphabetic));
            let is_value = words.starts_with(['{', '[', '"', '\'']) && !goes_on;
            let is_prose = key == "noi_dung:" && !is_block && !is_value;
            return is_prose.then(|| Span::new(start + begin, start + begin + key.len()));
        }
        if is_read {
            first = line;
        }
    }
    None
}

/// The quotation mark of an earlier line that is still open at the beginning of this one, and
/// the one here that closes it by mistake.
pub(super) fn unclosed_quote(text: &str, at: usize) -> Option<(Span, Span)> {
    let line_start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let here = &text[line_start..at];
    let quote = ['"', '\''].into_iter().find(|quote| here.matches(*quote).count() == 1)?;
    let closing = line_start + here.find(quote)?;
    let above = text[..line_start].lines().rev().find(|line| line.contains(quote))?;
    let opening = above.rfind(quote)?;
    let begins = above[..opening].trim_end().ends_with([':', '-', '[', '{', ',']);
    let is_open = begins && above.matches(quote).count() % 2 == 1;
    let start = above.as_ptr() as usize - text.as_ptr() as usize + opening;
    is_open.then(|| (Span::new(start, start + 1), Span::new(closing, closing + 1)))
}

/// The `{{ … }}` without quotes that YAML takes for braces of its own: inside those, or
/// where a value begins.
pub(super) fn bare_expression(line: &str) -> Option<Range<usize>> {
    let begin = line.find("{{")?;
    let (before, end) = (&line[..begin], line[begin..].find("}}").map_or(line.len(), |end| begin + end + 2));
    let is_quoted = ['"', '\''].iter().any(|quote| before.matches(*quote).count() % 2 == 1);
    let in_braces = before.trim_start().trim_start_matches("- ").starts_with('{');
    let begins = before.trim_end().ends_with([':', '-']);
    (!is_quoted && (in_braces || begins)).then_some(begin..end)
}

/// The first mark that Git leaves where it could not join two versions.
pub(super) fn conflict(text: &str) -> Option<Span> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            return Some(Span::new(at, at + line.trim_end().len()));
        }
        at += line.len();
    }
    None
}

/// The key in front of a colon without a space: `so:28`.
pub(super) fn key_before_colon(text: &str) -> Option<&str> {
    let name = &text[..name_length(text)];
    (!name.is_empty() && text[name.len()..].starts_with(':')).then_some(name)
}

/// The backslash in double quotes that begins no escape of YAML, in the text
/// from the quotation mark on.
pub(super) fn odd_escape(quoted: &str) -> Option<Range<usize>> {
    let mut chars = quoted.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        if c == '"' {
            return None;
        }
        if c != '\\' {
            continue;
        }
        let (next, escaped) = chars.next()?;
        let digits = match escaped {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            c if "0abt\tnvfre \"/\\N_LP\r\n".contains(c) => continue,
            _ => return Some(at..next + escaped.len_utf8()),
        };
        let written = quoted[next + 1..].chars().take_while(char::is_ascii_hexdigit).take(digits).count();
        let code = u32::from_str_radix(&quoted[next + 1..next + 1 + written], 16).ok();
        if written < digits || code.and_then(char::from_u32).is_none() {
            return Some(at..next + 1 + written);
        }
    }
    None
}

/// How long the name of a key at the beginning of a text is.
fn name_length(text: &str) -> usize {
    let name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let end = text.find(|c| !name(c)).unwrap_or(text.len());
    if text.starts_with(|c: char| c.is_ascii_lowercase()) { end } else { 0 }
}

/// Whether a line begins a key or an entry as it should.
fn begins_something(line: &str) -> bool {
    let line = line.trim_start();
    let key = line.find(':').is_some_and(|at| {
        line[at + 1..].chars().next().is_none_or(|c| c == ' ') && !line[..at].contains(char::is_whitespace)
    });
    key || line == "-" || line.starts_with("- ")
}

/// What a line lacks that is neither a key nor an entry: the colon, for which another sign
/// stands, or the dash that the entry above it has.
fn without_sign(lines: &[Line<'_>], line: &Line<'_>) -> YamlProblem {
    let written = line.text.trim_start();
    let (key, rest) = written.split_at(name_length(written));
    let sign = rest.trim_start().chars().next();
    if let Some(sign) = sign.filter(|sign| !key.is_empty() && matches!(sign, '=' | ';')) {
        return YamlProblem::OtherSign { key: key.into(), sign };
    }
    let above = lines.iter().rev().find(|own| own.start < line.start);
    match above.filter(|own| own.text.trim_start().starts_with("- ") && indent(own) == indent(line)) {
        Some(_) => YamlProblem::NoDash,
        None => YamlProblem::Indent,
    }
}

/// How far the last key or entry above each line is indented, if there is one.
fn depths(lines: &[Line<'_>]) -> Vec<Option<usize>> {
    let mut last = None;
    let depth = |line: &Line<'_>| {
        let above = last;
        last = begins_something(line.text).then(|| indent(line)).or(above);
        above
    };
    lines.iter().map(depth).collect()
}

/// Whether a line stands no further right than the key or entry above it, so
/// that it cannot be more of its value.
fn joins_nothing(line: &Line<'_>, above: Option<usize>) -> bool {
    above.is_none_or(|above| indent(line) <= above)
}

fn indent(line: &Line<'_>) -> usize {
    line.text.len() - line.text.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::{bare_expression, before, odd_escape};
    use crate::diagnostic::YamlProblem;

    fn last_line(text: &str) -> usize {
        text.trim_end().rfind('\n').map_or(0, |at| at + 1)
    }

    #[test]
    fn the_slip_is_found_above_the_place_where_the_scanner_stops() {
        for (text, line, found) in [
            ("a: 1\nso:28\nb: 2\n", 2, YamlProblem::NoSpaceAfterColon { key: "so".into() }),
            ("a: 1\nso：28\nb: 2\n", 2, YamlProblem::OddColon { key: "so".into(), sign: '：' }),
            (
                "a: 1\nso:\u{a0}28\n\n# x\nb: 2\n",
                2,
                YamlProblem::OddSpaceAfterColon { key: "so".into(), code: 0xa0 },
            ),
            ("a: 1\nso:\t28\nb: 2\n", 2, YamlProblem::TabAfterColon { key: "so".into() }),
            ("a:\n  - x\n  -y\nb: 2\n", 3, YamlProblem::NoSpaceAfterDash),
            ("a:\n  - x\n  – y\nb: 2\n", 3, YamlProblem::OddDash { sign: '–' }),
            ("a: [x\nb:\n  c: 2\n", 1, YamlProblem::Unclosed { bracket: '[' }),
            ("a: {b: [x, {c: d}\n", 1, YamlProblem::Unclosed { bracket: '[' }),
            ("a: 1\nso 28\nb: 2\n", 2, YamlProblem::Indent),
            ("a: 1\nso = 28\nb: 2\n", 2, YamlProblem::OtherSign { key: "so".into(), sign: '=' }),
            ("a:\n  - x\n  y z\nb: 2\n", 3, YamlProblem::NoDash),
        ] {
            let (span, problem) = before(text, last_line(text)).unwrap();
            assert_eq!(problem, found, "{text}");
            assert_eq!(text[..span.start].matches('\n').count() + 1, line, "{text}");
        }
        for text in ["a: |\n  -x so:2\nb: 1\nc: d: e\n", "a: \"[\"\nb: [x]\nc: 2\n", "a: https://x\n"] {
            assert_eq!(before(text, last_line(text)), None, "{text}");
        }
    }

    #[test]
    fn expressions_without_quotes() {
        for (line, found) in [
            ("  - {kieu: x, chu: Đạt {{ a }} năm}", Some("{{ a }}")),
            ("a: {{ b }} c", Some("{{ b }}")),
            ("  - {{ b }}", Some("{{ b }}")),
            ("a: Đạt {{ b }}", None),
            ("  - {kieu: x, chu: \"Đạt {{ a }}\"}", None),
            ("a: '{{ b }}'", None),
        ] {
            assert_eq!(bare_expression(line).map(|own| &line[own]), found, "{line}");
        }
    }

    #[test]
    fn escapes() {
        assert_eq!(odd_escape(r#""a \n \q""#), Some(6..8));
        assert_eq!(odd_escape(r#""\u12 x""#), Some(1..5));
        assert_eq!(odd_escape(r#""\\q \" \x41" \q"#), None);
    }
}
