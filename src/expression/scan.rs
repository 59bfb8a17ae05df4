//! In: a text. Out: the expressions in it, `{{ … }}`, with their byte ranges.

use std::ops::Range;

/// An expression, or braces that nothing closes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Expression<'t> {
    /// With its braces.
    pub(crate) range: Range<usize>,
    /// What stands between them; none where nothing closes them.
    pub(crate) code: Option<&'t str>,
}

/// The expressions of a text in order. Braces inside quotes close nothing.
pub(crate) fn expressions(text: &str) -> Vec<Expression<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("{{").map(|offset| at + offset) {
        let inside = start + 2;
        let Some(end) = end_of(&text[inside..]).map(|offset| inside + offset) else {
            found.push(Expression { range: start..start + 2, code: None });
            break;
        };
        found.push(Expression { range: start..end + 2, code: Some(text[inside..end].trim()) });
        at = end + 2;
    }
    found
}

fn end_of(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '}') if text[at..].starts_with("}}") => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::expressions;

    #[test]
    fn braces() {
        let codes = |text| expressions(text).into_iter().map(|own| own.code).collect::<Vec<Option<&str>>>();
        assert_eq!(codes("a {{ x }} b {{y|z}}"), [Some("x"), Some("y|z")]);
        assert_eq!(codes("{{ x(\"}}\") }}"), [Some("x(\"}}\")")]);
        assert_eq!(codes("{{ '\\'}}' }}"), [Some("'\\'}}'")]);
        assert_eq!(codes("{{ hở"), [None]);
        assert_eq!(codes("{ } }} {% x %}"), []);
        assert_eq!(expressions("ă {{ x }}")[0].range, 3..10);
    }
}
