//! In: the texts of a document. Out: every paper cited in them: type word,
//! symbol, date and title, each with its place. Two grammars are read: the
//! Party's `27-KH/ĐUK` and the State's `149/2018/NĐ-CP`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::lexicon::Lexicon;
use super::text::Text;
use crate::standard::Kinds;
use crate::values::{Date, one_line};

/// A cited paper.
pub(super) struct Cited {
    /// The index of its text.
    pub(super) text: usize,
    /// The word for its type, lower case, if one stands before the symbol.
    pub(super) kind: Option<String>,
    /// The symbol without spaces: `27-KH/ĐUK`.
    pub(super) symbol: String,
    /// The code of its type in the symbol.
    pub(super) code: String,
    /// The code of its body in the symbol.
    pub(super) body: String,
    /// Whether the symbol follows the State's grammar.
    pub(super) state: bool,
    /// Its date, if that follows and exists.
    pub(super) date: Option<Date>,
    /// Whether a comma stands before the word `ngày`, if that follows.
    pub(super) comma: Option<bool>,
    /// Its title as compared: without quotation marks and emphasis.
    pub(super) title: Option<String>,
    /// From the type word to the end of the symbol.
    pub(super) range: Range<usize>,
    /// The symbol alone.
    pub(super) symbol_range: Range<usize>,
    /// The date.
    pub(super) date_range: Range<usize>,
}

/// Number, type, body; a joint paper has several bodies. Spaces are admitted so
/// that they can be found.
const PARTY: &str = r"(?P<no>[0-9]{1,6})\s?[-–]\s?(?P<code>[A-ZĐ][A-Za-zĐđ]{0,5})\s?/\s?(?P<body>[A-ZĐ][A-Za-zĐđƯ]*(?:-[A-ZĐ][A-Za-zĐđƯ]*)*(?:/[a-z]{1,3})?)";
/// Number, year, type, body; a law has no body.
const STATE: &str = r"(?P<no>[0-9]{1,6})/(?:(?P<year>[0-9]{4})/)?(?P<code>[A-ZĐ][A-Za-zĐđ]{0,5}[0-9]{0,2})(?:-(?P<body>[A-ZĐ][\w&-]*))?";

static PARTY_SYMBOL: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"\b{PARTY}")));
static STATE_SYMBOL: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"\b{STATE}")));
static DATE_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<comma>,)?\s*ngày\s+(?P<date>(?P<d>[0-9]{1,2})(?:/|\s+tháng\s+)(?P<m>[0-9]{1,2})(?:/|\s+năm\s+)(?P<y>[0-9]{4}))",
    )
});
static TITLE_AFTER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"^[^“";.]{0,160}?[“"]\*{0,2}(?P<title>[^“”"]{8,400}?)\*{0,2}[”"]"#));

/// The patterns are constants; a test reads each of them.
pub(super) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a valid pattern")
}

/// The papers cited in `texts`.
pub(super) fn citations(texts: &[Text<'_>], kinds: &Kinds, lexicon: &Lexicon) -> Vec<Cited> {
    let mut words: Vec<String> = kinds.all().iter().map(|kind| kind.name.to_lowercase()).collect();
    words.extend(lexicon.state_kinds().map(String::from));
    // `nghị quyết liên tịch` before `nghị quyết`.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut found = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        if let Some(paper) = text.path.strip_suffix(".so").filter(|path| path.starts_with("can_cu.")) {
            found.extend(as_data(texts, at, paper, &words));
        } else if text.is_prose() {
            let inside = as_text(at, text, &words);
            found.extend(inside);
        }
    }
    found
}

/// A legal basis given as data.
fn as_data(texts: &[Text<'_>], at: usize, paper: &str, words: &[String]) -> Option<Cited> {
    let text = texts[at].text;
    let field =
        |key: &str| texts.iter().find(|text| text.path == format!("{paper}.{key}")).map(|text| text.text);
    let (captures, state) = symbol_at(text.trim())?;
    let kind = field("loai").map(str::to_lowercase).filter(|kind| words.contains(kind));
    Some(Cited {
        text: at,
        kind,
        symbol: without_spaces(&captures[0]),
        code: captures["code"].into(),
        body: captures.name("body").map_or("", |body| body.as_str()).into(),
        state,
        date: field("ngay").and_then(|date| date.trim().parse().ok()),
        comma: None,
        title: field("trich_yeu").map(title_of),
        range: 0..text.len(),
        symbol_range: 0..text.len(),
        date_range: 0..text.len(),
    })
}

fn symbol_at(text: &str) -> Option<(Captures<'_>, bool)> {
    let party = PARTY_SYMBOL.captures(text).map(|captures| (captures, false));
    party.or_else(|| STATE_SYMBOL.captures(text).map(|captures| (captures, true)))
}

fn as_text(at: usize, text: &Text<'_>, words: &[String]) -> Vec<Cited> {
    let whole = text.text;
    let party = PARTY_SYMBOL.captures_iter(whole).map(|captures| (captures, false));
    let mut all: Vec<_> =
        party.chain(STATE_SYMBOL.captures_iter(whole).map(|captures| (captures, true))).collect();
    all.retain(|(captures, state)| is_symbol(whole, captures, *state));
    all.sort_by_key(|(captures, _)| captures.get_match().start());
    all.dedup_by(|(later, _), (first, _)| later.get_match().start() < first.get_match().end());
    let starts: Vec<_> = all.iter().map(|(captures, _)| captures.get_match().start()).collect();
    let read = |(index, (captures, state)): (usize, &(Captures<'_>, bool))| {
        let symbol = captures.get_match();
        let (start, kind) = kind_before(&whole[..symbol.start()], words);
        let rest = &whole[symbol.end()..starts.get(index + 1).copied().unwrap_or(whole.len())];
        let date = DATE_AFTER.captures(rest);
        let group = |name: &str| date.as_ref().and_then(|date| date.name(name));
        let numbers = group("d").zip(group("m")).zip(group("y"));
        let after = group("date").map_or(0, |date| date.end());
        let title = TITLE_AFTER.captures(&rest[after..]).map(|title| title_of(&title["title"]));
        let date_range =
            group("date").map_or(0..0, |date| symbol.end() + date.start()..symbol.end() + date.end());
        Cited {
            text: at,
            kind,
            symbol: without_spaces(symbol.as_str()),
            code: captures["code"].into(),
            body: captures.name("body").map_or("", |body| body.as_str()).into(),
            state: *state,
            date: numbers
                .and_then(|((d, m), y)| format!("{}/{}/{}", d.as_str(), m.as_str(), y.as_str()).parse().ok()),
            comma: date.as_ref().map(|date| date.name("comma").is_some()),
            title,
            range: start..symbol.end(),
            symbol_range: symbol.range(),
            date_range,
        }
    };
    all.iter().enumerate().map(read).collect()
}

/// `15/10/1930 – 15` and `02/2020/BC` written in passing are no symbols: a
/// state symbol needs a year, a body, or the word `số` before it.
fn is_symbol(whole: &str, captures: &Captures<'_>, state: bool) -> bool {
    let before = whole[..captures.get_match().start()].trim_end();
    let after_slash = before.ends_with(['/', '-']);
    !after_slash
        && (!state
            || captures.name("body").is_some()
            || captures.name("year").is_some()
            || before.to_lowercase().ends_with("số"))
}

/// The type word that ends right before the symbol, with or without `số`.
fn kind_before(before: &str, words: &[String]) -> (usize, Option<String>) {
    let trimmed = before.trim_end();
    let bare = trimmed
        .strip_suffix("số")
        .or_else(|| trimmed.strip_suffix("Số"))
        .or_else(|| trimmed.strip_suffix("số:"))
        .or_else(|| trimmed.strip_suffix("Số:"))
        .unwrap_or(trimmed)
        .trim_end();
    // A type word is at most a few syllables; the whole text need not be lowered.
    let mut from = bare.len().saturating_sub(80);
    while !bare.is_char_boundary(from) {
        from += 1;
    }
    let tail = &bare[from..];
    for word in words {
        let syllables = word.split(' ').count();
        let start = tail.rsplitn(syllables + 1, char::is_whitespace).take(syllables).last();
        let Some(start) = start.map(|first| first.as_ptr() as usize - bare.as_ptr() as usize) else {
            continue;
        };
        let own = one_line(&bare[start..]).to_lowercase();
        let own = own.trim_start_matches(|c: char| !c.is_alphabetic());
        if own == word {
            // `Thông báo kết luận số 15-TB/TU` is a thông báo.
            let before_it = bare[from..start].trim_end().to_lowercase();
            if words.iter().any(|other| before_it.ends_with(other.as_str())) {
                return (before.len(), None);
            }
            let skipped = bare[start..].find(char::is_alphabetic).unwrap_or(0);
            return (start + skipped, Some(word.clone()));
        }
    }
    (before.len(), None)
}

fn without_spaces(symbol: &str) -> String {
    symbol.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '–' { '-' } else { c }).collect()
}

/// A title as it is compared: what people write around it does not count.
fn title_of(text: &str) -> String {
    let plain: String = one_line(text).to_lowercase().replace(['“', '”', '"', '*'], "");
    let plain = plain.trim().trim_end_matches(['.', ',', ';']);
    let plain = plain.strip_prefix("về việc ").or_else(|| plain.strip_prefix("về ")).unwrap_or(plain);
    super::tone::unified(plain)
}
