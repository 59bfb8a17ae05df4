//! In: text whose letters stand for bytes of TCVN3 or VNI. Out: Unicode.

/// TCVN3 from 0xA1: the letter of each byte, `·` where there is none. The byte
/// 0xAD, a soft hyphen elsewhere, is ư.
const TCVN3: &str =
    "ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ";

/// The text with every letter of TCVN3 in its place.
pub(super) fn tcvn3(text: &str) -> String {
    let letters: Vec<char> = TCVN3.chars().collect();
    let letter = |c: char| {
        let at = u32::from(c).checked_sub(0xa1)? as usize;
        letters.get(at).copied().filter(|&letter| letter != '·')
    };
    text.chars().map(|c| letter(c).unwrap_or(c)).collect()
}

/// Capitals with marks exist in TCVN3 as a font only (.VnTimeH): `KHèI` reads
/// KHốI and means KHỐI. A word with a plain capital inside and no plain small
/// letter was set in such a font, and so were its neighbours without any.
pub(super) fn with_capitals(text: &str) -> String {
    let words: Vec<&str> = text.split_inclusive(|c: char| !c.is_alphabetic()).collect();
    let letters = |word: &str| word.trim_end_matches(|c: char| !c.is_alphabetic()).to_string();
    let plain_small = |word: &str| word.chars().any(|c| c.is_ascii_lowercase());
    let marked_small = |word: &str| word.chars().any(|c| c.is_lowercase() && !c.is_ascii());
    let inner_capital = |word: &str| letters(word).chars().skip(1).any(char::is_uppercase);
    let set_in_capitals: Vec<bool> =
        words.iter().map(|word| inner_capital(word) && !plain_small(word)).collect();
    let near = |at: usize| {
        let before = at.checked_sub(1).is_some_and(|at| set_in_capitals[at]);
        before || set_in_capitals.get(at + 1).copied().unwrap_or(false)
    };
    words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            let capitals = set_in_capitals[at] || near(at);
            if capitals && marked_small(word) && !plain_small(word) {
                word.to_uppercase()
            } else {
                (*word).into()
            }
        })
        .collect()
}

/// VNI: a base letter, then one of these for its marks.
const VNI_MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

/// VNI letters that are one byte.
const VNI_LETTERS: [(char, char); 9] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
];

/// The text with every pair and letter of VNI in its place.
pub(super) fn vni(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::new();
    let mut base = false;
    for c in text.chars() {
        let small = c.to_lowercase().next().unwrap_or(c);
        let mark = VNI_MARKS.iter().find(|(own, _)| *own == small).filter(|_| base);
        let letter = VNI_LETTERS.iter().find(|(own, _)| *own == small);
        match (mark, letter) {
            (Some((_, marks)), _) => {
                out.push_str(marks);
                base = false;
            }
            (None, Some((_, letter))) => {
                if c.is_uppercase() {
                    out.extend(letter.to_uppercase());
                } else {
                    out.push(*letter);
                }
                base = matches!(letter, 'ơ' | 'ư');
            }
            (None, None) => {
                out.push(c);
                base = "aeouy".contains(small);
            }
        }
    }
    out.nfc().collect()
}
