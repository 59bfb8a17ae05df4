//! In: a text. Out: the symbols of papers in it: number, year, type, body. Two
//! grammars are read, the Party's `27-KH/ĐUK` and the State's `149/2018/NĐ-CP`;
//! what is parted otherwise is read all the same, so that it can be mended and
//! its paper be known.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::reading::pattern;

/// A symbol, with its parts as they should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Symbol {
    /// The number as written: `05`.
    pub(super) number: String,
    /// The year, in papers that make law.
    pub(super) year: Option<String>,
    /// The code of its type: `KH`.
    pub(super) code: String,
    /// The code of its body: `ĐUK`; a law has none.
    pub(super) body: String,
    /// Whether it follows the State's grammar, or would if it were well formed.
    pub(super) state: bool,
    /// Whether its parts are joined as one of the grammars asks.
    pub(super) formed: bool,
    /// Its bytes.
    pub(super) range: Range<usize>,
}

/// Number, type, body; a joint paper has several bodies. Spaces are admitted so
/// that they can be found.
static PARTY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<no>[0-9]{1,6})\s?[-–]\s?(?P<code>[A-ZĐ][A-Za-zĐđ]{0,5})\s?/\s?(?P<body>[A-ZĐ][A-Za-zĐđƯ]*(?:-[A-ZĐ][A-Za-zĐđƯ]*)*(?:/[a-z]{1,3})?)",
    )
});
/// Number, year, type, body; a law has no body.
static STATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<no>[0-9]{1,6})/(?:(?P<year>[0-9]{4})/)?(?P<code>[A-ZĐ][A-Za-zĐđ]{0,5}[0-9]{0,2})(?:-(?P<body>[A-ZĐ][\w&-]*))?",
    )
});
/// The same parts, joined anyhow: `145-KH-TU`, `24KH/ĐUK`, `20/NQ/HĐND`.
static LOOSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<no>[0-9]{1,6})(?:\s?[-–—_./]\s?)?(?:(?P<year>(?:19|20)[0-9]{2})\s?[-–/.]\s?)?(?P<code>\p{L}{1,6})\s?[-–—_./]\s?(?P<body>\p{Lu}\p{L}*(?:-\p{Lu}\p{L}*)*)",
    )
});
/// Type and body run together: `145-KHTU`, `04/2015/NĐCP`.
static JOINED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<no>[0-9]{1,6})(?:\s?[-–—_./]\s?)?(?:(?P<year>(?:19|20)[0-9]{2})\s?[-–/.]\s?)?(?P<run>\p{Lu}\p{L}+)\b",
    )
});

/// The symbols of a text, in its order. `is_announced` tells whether the words
/// before a place announce a symbol; `codes` are the codes of all types.
pub(super) fn symbols(text: &str, codes: &[String], is_announced: impl Fn(&str) -> bool) -> Vec<Symbol> {
    let strict = PARTY.captures_iter(text).map(|captures| strict(&captures, false));
    let strict = strict.chain(STATE.captures_iter(text).filter_map(|captures| {
        let announced = is_announced(&text[..captures.get_match().start()]);
        state(&captures, announced, codes)
    }));
    let loose = LOOSE.captures_iter(text).filter_map(|captures| loose(&captures, codes));
    let joined = JOINED.captures_iter(text).filter_map(|captures| joined(&captures, codes));
    let announced = |symbol: &Symbol| is_announced(&text[..symbol.range.start]);
    let mut all: Vec<_> = strict.chain(loose.chain(joined).filter(announced)).collect();
    // `15/10/1930 – 15` and `02/2020/BC` written in passing are no symbols.
    all.retain(|symbol| !text[..symbol.range.start].trim_end().ends_with(['/', '-']));
    all.sort_by_key(|symbol| (symbol.range.start, Reverse(symbol.range.end), !symbol.formed));
    all.dedup_by(|later, first| later.range.start < first.range.end);
    all
}

fn strict(captures: &Captures<'_>, state: bool) -> Symbol {
    let part = |name: &str| captures.name(name).map(|part| part.as_str().to_string());
    Symbol {
        number: part("no").unwrap_or_default(),
        year: part("year"),
        code: part("code").unwrap_or_default(),
        body: part("body").unwrap_or_default(),
        state,
        formed: true,
        range: captures.get_match().range(),
    }
}

/// A state symbol needs a year, a body, or words that announce it; `NĐCP` is no
/// type without a body.
fn state(captures: &Captures<'_>, announced: bool, codes: &[String]) -> Option<Symbol> {
    let symbol = strict(captures, true);
    let bare = symbol.body.is_empty();
    if bare && announced && split(&symbol.code, codes).is_some() {
        return None;
    }
    (!bare || symbol.year.is_some() || announced).then_some(symbol)
}

fn loose(captures: &Captures<'_>, codes: &[String]) -> Option<Symbol> {
    let code = known(&captures["code"], codes)?;
    let body = &captures["body"];
    let capitals = body.chars().filter(|c| c.is_uppercase()).count();
    (capitals > 1).then(|| Symbol {
        code: code.to_string(),
        state: is_state(body) || (!is_party(body) && captures.name("year").is_some()),
        formed: false,
        ..strict(captures, false)
    })
}

fn joined(captures: &Captures<'_>, codes: &[String]) -> Option<Symbol> {
    let (code, body) = split(&captures["run"], codes)?;
    let (code, body, state) = (code.to_string(), body.to_string(), is_state(body));
    Some(Symbol { code, body, state, formed: false, ..strict(captures, false) })
}

/// A code whatever the size of its letters.
fn known<'c>(code: &str, codes: &'c [String]) -> Option<&'c str> {
    let lower = code.to_lowercase();
    let exact = codes.iter().find(|own| *own == code);
    exact.or_else(|| codes.iter().find(|own| own.to_lowercase() == lower)).map(String::as_str)
}

/// The type and the body that were run together.
fn split<'r>(run: &'r str, codes: &[String]) -> Option<(&'r str, &'r str)> {
    let bodies = codes.iter().filter_map(|code| run.strip_prefix(code.as_str()));
    let body = bodies.filter(|body| is_party(body) || is_state(body)).max_by_key(|body| body.len())?;
    Some((&run[..run.len() - body.len()], body))
}

impl Symbol {
    /// How it is written, the Party's way or the State's, with this year if it
    /// needs one. A state letter bears no code of its type.
    pub(super) fn proper(&self, state: bool, year: Option<&str>) -> String {
        let Self { number, code, body, .. } = self;
        match (state, self.year.as_deref().or(year)) {
            (false, _) => format!("{number}-{code}/{body}"),
            (true, Some(year)) if body.is_empty() => format!("{number}/{year}/{code}"),
            (true, Some(year)) => format!("{number}/{year}/{code}-{body}"),
            (true, None) if body.is_empty() => format!("{number}/{code}"),
            (true, None) if code == "CV" => format!("{number}/{body}"),
            (true, None) => format!("{number}/{code}-{body}"),
        }
    }
}

/// Whether only the Party has a body with this code.
pub(super) fn is_party(body: &str) -> bool {
    let advises = ["TW", "TU", "HU", "ĐU"].iter().any(|committee| body.ends_with(committee));
    matches!(body, "TW" | "TU" | "HU" | "QU" | "ThU" | "ĐU" | "ĐUK")
        || (advises && body.starts_with(['B', 'V', 'U']))
        || body.starts_with("ĐU")
}

/// Whether only the State has a body with this code.
pub(super) fn is_state(body: &str) -> bool {
    ["UBND", "HĐND", "CP", "TTg"]
        .iter()
        .any(|own| body.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
}

#[cfg(test)]
mod tests {
    use super::symbols;

    #[test]
    fn symbols_well_formed_and_not() {
        let codes: Vec<_> = ["KH", "QĐ", "CV", "NQ", "NĐ", "TB", "CTr"].map(String::from).into();
        for (written, right) in [
            ("27-KH/ĐUK", "27-KH/ĐUK"),
            ("145-KH-TU", "145-KH/TU"),
            ("1893/QĐ/TU", "1893-QĐ/TU"),
            ("24KH/ĐUK", "24-KH/ĐUK"),
            ("145-KHTU", "145-KH/TU"),
            ("145_KH/TU", "145-KH/TU"),
            ("1893QĐ-TU", "1893-QĐ/TU"),
            ("12-CV-VPTU", "12-CV/VPTU"),
            ("12.QĐ/TU", "12-QĐ/TU"),
            ("146-kh/TU", "146-KH/TU"),
            ("20/NQ/HĐND", "20/NQ-HĐND"),
            ("04/2015-NĐ-CP", "04/2015/NĐ-CP"),
            ("04/2015/NĐCP", "04/2015/NĐ-CP"),
            ("149/2018/NĐ-CP", "149/2018/NĐ-CP"),
            ("18/2017/QH14", "18/2017/QH14"),
            ("12/UBND-NC", "12/UBND-NC"),
        ] {
            let found = symbols(written, &codes, |_| true);
            let [symbol] = &found[..] else { panic!("{written}: {found:?}") };
            assert_eq!(symbol.range, 0..written.len(), "{written}");
            assert_eq!(symbol.proper(symbol.state, None), right, "{written}");
            assert_eq!(symbol.formed, written == right, "{written}");
        }
        for text in ["15 kế hoạch/Tỉnh ủy", "ngày 15/10/1930", "20 KH", "15.000 KHTU", "3/4 CB"] {
            assert_eq!(symbols(text, &codes, |_| true), [], "{text}");
        }
    }
}
