//! In: an object of a PDF as it is written. Out: its parts, by their places: what
//! its dictionary holds, what it refers to (ISO 32000-1, 7.2 and 7.3).

use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Open,
    Close,
    /// A whole number without a sign.
    Number,
    /// What binds two numbers to a reference.
    R,
    /// A name, a text, another number or word.
    Other,
}

/// The tokens of a text, up to the bytes of a stream.
struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Iterator for Tokens<'_> {
    type Item = (Kind, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.bytes[self.at..];
        let start = self.at + rest.iter().position(|byte| !is_blank(*byte))?;
        let rest = &self.bytes[start..];
        let (kind, length) = match rest {
            [b'<', b'<', ..] => (Kind::Open, 2),
            [b'>', b'>', ..] => (Kind::Close, 2),
            [b'[', ..] => (Kind::Open, 1),
            [b']', ..] => (Kind::Close, 1),
            [b'<', ..] => (Kind::Other, rest.iter().position(|byte| *byte == b'>')? + 1),
            [b'(', ..] => (Kind::Other, text(rest)?),
            [first, others @ ..] => {
                let end = others.iter().position(|byte| is_blank(*byte) || b"<>[](){}/%".contains(byte));
                let word = &rest[..=end.unwrap_or(others.len())];
                let kind = match word {
                    b"stream" => return None,
                    b"R" => Kind::R,
                    _ if first.is_ascii_digit() && word.iter().all(u8::is_ascii_digit) => Kind::Number,
                    _ => Kind::Other,
                };
                (kind, word.len())
            }
            [] => return None,
        };
        self.at = start + length;
        Some((kind, start..self.at))
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b'\0' | b'\x0c')
}

/// The length of a text in parentheses.
fn text(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut escaped) = (0_usize, false);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// The values that follow one another in a text; names are values too.
fn values(bytes: &[u8]) -> Vec<&[u8]> {
    let (mut found, mut depth, mut start): (Vec<Range<usize>>, usize, usize) = (Vec::new(), 0, 0);
    for (kind, place) in (Tokens { bytes, at: 0 }) {
        match kind {
            Kind::Open => {
                start = if depth == 0 { place.start } else { start };
                depth += 1;
            }
            Kind::Close => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    found.push(start..place.end);
                }
            }
            _ if depth > 0 => {}
            Kind::R if found.len() >= 2 => {
                let first = found[found.len() - 2].start;
                found.truncate(found.len() - 2);
                found.push(first..place.end);
            }
            _ => found.push(place),
        }
    }
    found.into_iter().map(|place| &bytes[place]).collect()
}

/// The keys and values of a dictionary, or of a stream's.
pub(super) fn entries(object: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    let inner = values(object).first()?.strip_prefix(b"<<")?.strip_suffix(b">>")?;
    Some(values(inner).chunks_exact(2).map(|pair| (pair[0], pair[1])).collect())
}

/// The value of a key in a dictionary; a key as it is written, with its stroke.
pub(super) fn value<'a>(object: &'a [u8], key: &str) -> Option<&'a [u8]> {
    entries(object)?.into_iter().find(|(own, _)| *own == key.as_bytes()).map(|(_, value)| value)
}

/// The values of an array.
pub(super) fn items(array: &[u8]) -> Option<Vec<&[u8]>> {
    Some(values(values(array).first()?.strip_prefix(b"[")?.strip_suffix(b"]")?))
}

/// A whole number.
pub(super) fn number(value: &[u8]) -> Option<usize> {
    std::str::from_utf8(value).ok()?.parse().ok()
}

/// The objects that a text refers to, and where in it.
pub(super) fn references(bytes: &[u8]) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut before: [Option<Range<usize>>; 2] = [None, None];
    Tokens { bytes, at: 0 }.filter_map(move |(kind, place)| {
        let [first, second] = before.clone();
        before = [second.clone(), (kind == Kind::Number).then(|| place.clone())];
        let (first, _) = (kind == Kind::R).then_some((first?, second?))?;
        Some((first.start..place.end, number(&bytes[first])?))
    })
}

/// The one object that a value refers to.
pub(super) fn reference(value: &[u8]) -> Option<usize> {
    references(value).next().map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::{entries, items, reference, references, value};

    const PAGE: &[u8] = b"<</Type/Page /Parent 1 0 R\n/Box[0 0 841.9 -5]/T(7 0 R \\) (8 0 R))/H<0A0B>/K[<</Pg 31 0 R>> 4 12 0 R]>>\nstream\n9 0 R";

    #[test]
    fn a_dictionary_falls_into_its_entries() {
        let keys: Vec<&[u8]> = entries(PAGE).unwrap().into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, [&b"/Type"[..], b"/Parent", b"/Box", b"/T", b"/H", b"/K"]);
        assert_eq!(value(PAGE, "/Parent"), Some(&b"1 0 R"[..]));
        assert_eq!(value(PAGE, "/T"), Some(&b"(7 0 R \\) (8 0 R))"[..]));
        assert_eq!(value(PAGE, "/Pg"), None, "of a dictionary inside");
        assert_eq!(items(value(PAGE, "/K").unwrap()).unwrap(), [&b"<</Pg 31 0 R>>"[..], b"4", b"12 0 R"]);
    }

    #[test]
    fn only_references_refer() {
        let found: Vec<usize> = references(PAGE).map(|(_, number)| number).collect();
        assert_eq!(found, [1, 31, 12], "not those in texts and streams");
        assert_eq!(reference(b"4 R 5 0 R"), Some(5));
        let broken: [&[u8]; 6] = [b"<<", b">>", b"(((", b"<4", b"R R", b"1 0"];
        assert!(
            broken
                .iter()
                .all(|text| reference(text).is_none() && entries(text).is_none_or(|own| own.is_empty()))
        );
    }
}
