//! In: one line of the author's text with `*nghiêng*` and `**đậm**`. Out: runs
//! of plain text, each with its style. No character of the text is ever code.
//!
//! Marks follow the rule a typist expects: an opening mark has no space after
//! it and no letter before it, a closing mark no space before it; three or more
//! asterisks are asterisks; a mark without its partner is an ordinary
//! asterisk, and so is `\*`. Punctuation around a mark does not matter, unlike
//! in Markdown, so `**Lưu ý:**Các …` is bold too.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// The style of a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunStyle {
    /// `**đậm**`
    pub bold: bool,
    /// `*nghiêng*`
    pub italic: bool,
}

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text itself.
    pub text: String,
    /// Its style.
    pub style: RunStyle,
}

/// A line of text as runs. Serialises as a plain string when nothing is
/// styled, else as a list of strings and `{nghieng: …}`, `{dam: …}`,
/// `{dam-nghieng: …}`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Runs(Vec<Run>);

/// Joins lines and runs of white space into single spaces.
#[must_use]
pub fn one_line(text: &str) -> String {
    // Not `split_whitespace`: a no-break space is the author's and stays.
    text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What would be a mark in the author's text but is text in a value of the data,
/// and the character that stands for it until the page is written.
const KEPT: [(char, char); 2] = [('*', '\u{fdd0}'), ('{', '\u{fdd1}')];
/// Stands before a value, so that nothing at its beginning is a mark.
const VALUE: char = '\u{fdd2}';

/// A value of the data, to be put into the author's text: on one line, and no
/// character of it is a mark. A space at its edge parts it from the words beside.
pub(crate) fn as_text(value: &str) -> String {
    let kept = |c| KEPT.iter().find(|(mark, _)| *mark == c).map_or(c, |(_, kept)| *kept);
    let space = |edge: bool| edge.then_some(' ');
    let blank = |c: char| c.is_ascii_whitespace();
    let words: String = one_line(value).chars().map(kept).collect();
    let before = space(value.starts_with(blank)).into_iter().chain([VALUE]);
    before.chain(words.chars()).chain(space(value.ends_with(blank))).collect()
}

/// What is printed for a character of a text; nothing for the sign before a
/// value.
pub(crate) fn printed(c: char) -> Option<char> {
    let mark = KEPT.iter().find(|(_, kept)| *kept == c).map(|(mark, _)| *mark);
    mark.or_else(|| (c != VALUE).then_some(c))
}

enum Token {
    Text(String),
    Mark { length: usize, opens: bool, closes: bool },
}

impl Runs {
    /// Reads the marks in `text`.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let tokens = tokens(&one_line(text));
        let mut runs = Self::default();
        let mut style = RunStyle::default();
        // Where the last mark of each length that can close stands.
        let last = |wanted: usize| {
            let closes = |token: &Token| matches!(token, Token::Mark { length, closes: true, .. } if *length == wanted);
            tokens.iter().rposition(closes).unwrap_or(0)
        };
        let last = [last(1), last(2)];
        for (at, token) in tokens.iter().enumerate() {
            match token {
                Token::Text(text) => runs.push(text, style),
                Token::Mark { length, opens, closes } => {
                    let flag = if *length == 2 { &mut style.bold } else { &mut style.italic };
                    if *flag && *closes {
                        *flag = false;
                    } else if !*flag && *opens && last[length - 1] > at {
                        *flag = true;
                    } else {
                        runs.push(&"*".repeat(*length), style);
                    }
                }
            }
        }
        runs
    }

    /// Text in which marks are not read.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self(vec![Run { text: text.into(), style: RunStyle::default() }])
    }

    /// The runs in order.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.0
    }

    fn push(&mut self, text: &str, style: RunStyle) {
        match self.0.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.0.push(Run { text: text.into(), style }),
        }
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut plain = String::new();
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' if rest.peek() == Some(&'*') => plain.extend(rest.next()),
            '*' => {
                let mut length = 1;
                while rest.next_if_eq(&'*').is_some() {
                    length += 1;
                }
                if length > 2 {
                    plain.push_str(&"*".repeat(length));
                    before = '*';
                    continue;
                }
                let after = rest.peek().copied().unwrap_or(' ');
                if !plain.is_empty() {
                    tokens.push(Token::Text(std::mem::take(&mut plain)));
                }
                // `3*4` is a size, `(*)` a footnote mark: neither opens or closes.
                let opens = !before.is_alphanumeric() && !" )],.;:”".contains(after);
                let closes = !" ([“".contains(before);
                tokens.push(Token::Mark { length, opens, closes });
            }
            _ => plain.push(c),
        }
        before = c;
    }
    if !plain.is_empty() {
        tokens.push(Token::Text(plain));
    }
    tokens
}

impl Serialize for Runs {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [] => to.serialize_str(""),
            [Run { text, style }] if *style == RunStyle::default() => to.serialize_str(text),
            runs => {
                let mut list = to.serialize_seq(Some(runs.len()))?;
                for run in runs {
                    list.serialize_element(run)?;
                }
                list.end()
            }
        }
    }
}

impl Serialize for Run {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let key = match (self.style.bold, self.style.italic) {
            (false, false) => return to.serialize_str(&self.text),
            (false, true) => "nghieng",
            (true, false) => "dam",
            (true, true) => "dam-nghieng",
        };
        let mut map = to.serialize_map(Some(1))?;
        map.serialize_entry(key, &self.text)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::Runs;

    fn shown(text: &str) -> String {
        serde_json::to_string(&Runs::parse(text)).unwrap()
    }

    #[test]
    fn marks_and_asterisks() {
        for (written, runs) in [
            ("chữ thường", r#""chữ thường""#),
            ("“*Năm dân vận khéo*”", r#"["“",{"nghieng":"Năm dân vận khéo"},"”"]"#),
            ("**Lưu ý:**Các", r#"[{"dam":"Lưu ý:"},"Các"]"#),
            ("* **Lưu ý:** Các", r#"["* ",{"dam":"Lưu ý:"}," Các"]"#),
            ("**a *b* c**", r#"[{"dam":"a "},{"dam-nghieng":"b"},{"dam":" c"}]"#),
            ("2 * 3 * 4", r#""2 * 3 * 4""#),
            ("ảnh 3*4 và ảnh 4*6, 0912****78", r#""ảnh 3*4 và ảnh 4*6, 0912****78""#),
            ("ước tính (*), chưa kiểm tra (**) và (*).", r#""ước tính (*), chưa kiểm tra (**) và (*).""#),
            ("5* khách sạn", r#""5* khách sạn""#),
            ("*mở mà không đóng", r#""*mở mà không đóng""#),
            (r"\*sao\* thật", r#""*sao* thật""#),
            ("#panic() $x$ _y_ @z", r##""#panic() $x$ _y_ @z""##),
            ("dòng\n  gãy", r#""dòng gãy""#),
            ("", r#""""#),
        ] {
            assert_eq!(shown(written), runs, "{written}");
        }
    }
}
