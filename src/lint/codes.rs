//! The rule about letters that a program left behind as codes: `B\u1ebfn`,
//! `B%E1%BA%BFn`, `B=E1=BA=BFn`, `b&#7897;`. They would be printed so.

use regex::Captures;

use super::reading::{Seldom, is_address, pattern, word_at};
use super::text::Role;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("ma-may", Warning, codes).and_rows()];

/// What a code begins with: `\u`, `%C3`, `=E1`, `&#`.
fn opens_code(one: char, next: char) -> bool {
    match one {
        '\\' => next == 'u',
        '%' | '=' => matches!(next, 'C'..='F' | 'c'..='f'),
        '&' => next == '#',
        _ => false,
    }
}

static CODE: Seldom = Seldom::beside(opens_code, || {
    pattern(concat!(
        r"\\u(?P<unicode>[0-9A-Fa-f]{4})",
        r"|(?P<bytes>(?:%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f])+)+|(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F])+)+)",
        r"|&#(?:x(?P<hex>[0-9A-Fa-f]{2,6})|(?P<decimal>[0-9]{2,7}));",
    ))
});

fn codes(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        let mut told = 0;
        let Some(code_of_letter) = CODE.of(text.text) else { continue };
        for captures in code_of_letter.captures_iter(text.text) {
            let code = captures.get_match().range();
            let word = word_at(text.text, &code);
            let written = &text.text[word.clone()];
            if word.start < told
                || is_address(written)
                || written.contains(['/', '?'])
                || decoded(&captures).is_none()
            {
                continue;
            }
            told = word.end;
            let meant = code_of_letter.replace_all(written, |code: &Captures<'_>| {
                decoded(code).unwrap_or_else(|| code[0].to_string())
            });
            let words = Wording {
                vi: [
                    format!("`{written}` còn mã máy, sẽ bị in ra như vậy"),
                    format!("gõ lại thành `{meant}`"),
                ],
                en: [
                    format!("`{written}` holds the code of a letter and would be printed so"),
                    format!("type it as `{meant}`"),
                ],
            };
            found.at(subject, text, word, words);
        }
    }
}

/// The letters of a code; none if it is of no letter.
fn decoded(captures: &Captures<'_>) -> Option<String> {
    let number = |name: &str, radix| Some(u32::from_str_radix(captures.name(name)?.as_str(), radix));
    let code = number("unicode", 16).or_else(|| number("hex", 16)).or_else(|| number("decimal", 10));
    if let Some(code) = code {
        return char::from_u32(code.ok()?).filter(|c| !c.is_control()).map(String::from);
    }
    let digits = captures.name("bytes")?.as_str().replace(['%', '='], "");
    let bytes: Option<Vec<u8>> =
        (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()).collect();
    String::from_utf8(bytes?).ok()
}
