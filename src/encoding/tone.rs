//! In: Vietnamese words. Out: on which vowel they bear the tone mark in open
//! syllables, `hòa` or `hoà`, `ủy` or `uỷ`; and whether they bear it on a vowel that
//! never has it.

use unicode_normalization::UnicodeNormalization;

use super::is_syllable;

/// Tone on the first vowel, and the same on the second.
const PAIRS: [(&str, &str); 15] = [
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ủy", "uỷ"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
];

/// Where the tone mark of an open syllable stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// `hòa`, `ủy`.
    First,
    /// `hoà`, `uỷ`.
    Second,
}

/// The place of the mark in a word, if the word leaves a choice: `quý` and
/// `toàn` leave none.
pub(crate) fn place(word: &str) -> Option<Place> {
    let word = word.to_lowercase();
    PAIRS.iter().find_map(|(first, second)| {
        let open = |ending: &str| word.strip_suffix(ending).is_some_and(|onset| !onset.ends_with('q'));
        if open(first) { Some(Place::First) } else { open(second).then_some(Place::Second) }
    })
}

/// The same text with every choice made alike, to compare by.
pub(crate) fn unified(text: &str) -> String {
    // Few texts hold a choice.
    let mut before = ' ';
    let on_the_second = |c: char| {
        matches!(std::mem::replace(&mut before, c), 'o' | 'u')
            && matches!(
                c,
                'à' | 'á'
                    | 'ả'
                    | 'ã'
                    | 'ạ'
                    | 'è'
                    | 'é'
                    | 'ẻ'
                    | 'ẽ'
                    | 'ẹ'
                    | 'ỳ'
                    | 'ý'
                    | 'ỷ'
                    | 'ỹ'
                    | 'ỵ'
            )
    };
    if !text.chars().any(on_the_second) {
        return text.to_string();
    }
    let words = text.split_inclusive(|c: char| !c.is_alphabetic());
    words
        .map(|word| {
            let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
            let pair = PAIRS.iter().find(|(_, second)| letters.ends_with(second));
            match pair.filter(|_| place(letters) == Some(Place::Second)) {
                Some((first, second)) => {
                    let onset = &letters[..letters.len() - second.len()];
                    format!("{onset}{first}{}", &word[letters.len()..])
                }
                None => word.to_string(),
            }
        })
        .collect()
}

const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The word with its tone on the vowel that bears it, if it stands on another one:
/// `khaì`, `qủa`. Where both are in use (`hoà`) there is nothing to put right.
pub(crate) fn put_right(word: &str) -> Option<String> {
    // Among two vowels at least there is a choice.
    let vowel = |c: char| "aeiouyAEIOUY".contains(c) || !c.is_ascii() && !matches!(c, 'đ' | 'Đ');
    let mut before = false;
    let mut two = |c: char| std::mem::replace(&mut before, vowel(c)) && before;
    if word.is_ascii() || !word.chars().any(&mut two) || place(word).is_some() || !is_syllable(word) {
        return None;
    }
    // Letters with the mark of the vowel, the tone apart.
    let mut letters: Vec<char> = Vec::new();
    let mut tone = None;
    for c in word.nfc() {
        let mut parts: Vec<char> = c.nfd().collect();
        let own = parts.iter().position(|part| TONES.contains(part)).map(|at| parts.remove(at));
        if let Some(own) = own {
            tone = Some((letters.len(), own));
        }
        letters.push(parts.into_iter().nfc().next()?);
    }
    let (at, tone) = tone?;
    let lower: Vec<char> = letters.iter().flat_map(|c| c.to_lowercase()).collect();
    let vowel = |at: &usize| lower.get(*at).is_some_and(|c| "aeiouyâêôăơư".contains(*c));
    let onset = match lower[..] {
        ['q', 'u', ..] => 2,
        // `gì`, `gìn`, but `già`.
        ['g', 'i', next, ..] if "aeouâôăơư".contains(next) => 2,
        _ => 0,
    };
    let cluster: Vec<usize> = (onset..lower.len()).skip_while(|at| !vowel(at)).take_while(vowel).collect();
    let closed = cluster.last()? + 1 < lower.len();
    let marked = cluster.iter().rev().find(|at| "âêôăơư".contains(lower[**at]));
    let open = |cluster: &[usize]| cluster[usize::from(cluster.len() > 2)];
    let due = match marked {
        Some(at) => *at,
        None if closed => *cluster.last()?,
        None => open(&cluster),
    };
    // `thuở`, `quý`: what is left is a matter of choice or of one vowel.
    if due == at || !vowel(&at) {
        return None;
    }
    let put = letters.iter().enumerate();
    Some(put.flat_map(|(own, c)| std::iter::once(*c).chain((own == due).then_some(tone))).nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::{Place, place, put_right, unified};

    #[test]
    fn the_tone_stands_on_its_vowel() {
        for (word, right) in [
            ("khaì", "khài"),
            ("qủa", "quả"),
            ("Caó", "Cáo"),
            ("gíam", "giám"),
            ("mơí", "mới"),
            ("tòan", "toàn"),
            ("chúyên", "chuyến"),
            ("ngừơi", "người"),
        ] {
            assert_eq!(put_right(word).as_deref(), Some(right), "{word}");
        }
        for word in [
            "khải", "quả", "quý", "giám", "gì", "gìn", "giếng", "giêng", "toàn", "hoà", "hòa", "ủy", "uỷ",
            "thuở", "người", "ngoài", "khuỷu", "huỳnh", "quỳnh", "nghĩa", "của", "mùa", "chuyến", "thủy",
            "hoạch", "khuya", "ngoáy", "xoáy", "rượu", "hươu", "yếu", "nguyễn", "quốc", "mía", "giữa",
            "giặc", "quyết", "long", "café", "Niê", "lịch", "hiếu", "niềm", "tuần", "thuế", "quê", "loè",
        ] {
            assert_eq!(put_right(word), None, "{word}");
        }
    }

    #[test]
    fn open_syllables_leave_a_choice() {
        for (word, expected) in [
            ("hòa", Some(Place::First)),
            ("hoà", Some(Place::Second)),
            ("Ủy", Some(Place::First)),
            ("UỶ", Some(Place::Second)),
            ("quý", None),
            ("toàn", None),
            ("khoẻ", Some(Place::Second)),
            ("hoa", None),
        ] {
            assert_eq!(place(word), expected, "{word}");
        }
        assert_eq!(unified("hoà bình, quý uỷ"), "hòa bình, quý ủy");
    }
}
