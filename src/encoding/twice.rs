//! In: text. Out: where a letter of Vietnamese stands in it as the two or three signs that
//! its bytes in UTF-8 are in an older encoding: `HÃ²a`, `sá»‘`. One is enough to tell.

use super::legacy::western_byte;

/// Where the first word with such a letter begins.
pub(super) fn first_word(text: &str) -> Option<usize> {
    // Of two signs the first is one of these, of three the second: most texts have none.
    if !text.contains(['Ã', 'Ä', 'Å', 'Æ', 'º', '»']) {
        return None;
    }
    // `«cá»…` opens what it closes.
    let quoted = text.match_indices('«').any(|(at, _)| !text[..at].ends_with('»'));
    let word = |at: usize| text[..at].rfind([' ', '\n', '\t']).map_or(0, |end| end + 1);
    text.char_indices().find(|(at, _)| is_spoilt(text, *at, quoted)).map(|(at, _)| word(at))
}

/// Whether the bytes of a letter begin at this place as signs.
fn is_spoilt(text: &str, at: usize, quoted: bool) -> bool {
    let mut rest = text[at..].chars();
    let bytes: Option<Vec<u8>> = rest.by_ref().take(2).map(western_byte).collect();
    let Some(bytes) = bytes else { return false };
    let before = text[..at].chars().next_back();
    let after_small = before.is_some_and(|c| c.is_ascii_lowercase());
    match *bytes {
        [0xe1, 0xba | 0xbb] => {
            let last = rest.next().and_then(western_byte);
            let letter = last.and_then(|last| decoded(&[bytes[0], bytes[1], last]));
            // `cá»”` closes two quotations: no capital follows a small letter.
            !quoted && letter.is_some_and(|own| !(after_small && own.is_uppercase()))
        }
        // A capital, before a note or a closing mark: `XÃ²`, `XÃ”`.
        [0xc3, mark] => {
            let before_small = rest.next().is_some_and(|c| c.is_ascii_lowercase());
            let space = matches!(mark, 0xa0 | 0xad);
            decoded(&bytes).is_some() && (after_small || before_small && !space)
        }
        [0xc4..=0xc6, _] => decoded(&bytes).is_some(),
        _ => false,
    }
}

/// The letter that these bytes are, if Vietnamese has it and ASCII has not.
fn decoded(bytes: &[u8]) -> Option<char> {
    let own = std::str::from_utf8(bytes).ok()?.chars().next()?;
    let small = own.to_lowercase().next()?;
    let known = "àáâãèéêìíòóôõùúýăđĩũơư".contains(small) || ('\u{1ea0}'..='\u{1ef9}').contains(&own);
    known.then_some(own)
}

#[cfg(test)]
mod tests {
    use super::first_word;

    #[test]
    fn one_spoilt_letter_is_enough() {
        for (text, word) in [
            ("HÃ²a An", 0),
            ("Äáº£ng á»§y xÃ£ HÃ²a An", 0),
            ("Công tác dÃ¢n sá»‘", 11),
            ("cấp xÃ£", 6),
            ("Huá»³nh Táº¥n Lá»™c", 0),
            ("Æ°u tiên", 0),
            ("nhÃ\u{a0} nước", 0),
        ] {
            assert_eq!(first_word(text), Some(word), "{text}");
        }
    }

    #[test]
    fn others_are_none() {
        for text in [
            "XÃ HỘI, XÃ² và “XÃ” 3 × 4",
            "XÃ\u{a0}HỘI và xã\u{a0}hội",
            "«Con cá» và «má»…",
            "“bà nói «con cá»”",
            "Ägypten, Århus, Åland, Ærø, 1º, «Pasárgada»",
            "São Paulo, MÃE, Ã",
        ] {
            assert_eq!(first_word(text), None, "{text}");
        }
    }
}
