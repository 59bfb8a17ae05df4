//! In: Vietnamese words. Out: on which vowel they bear the tone mark in open
//! syllables, `hòa` or `hoà`, `ủy` or `uỷ`.

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
pub(super) enum Place {
    /// `hòa`, `ủy`.
    First,
    /// `hoà`, `uỷ`.
    Second,
}

/// The place of the mark in a word, if the word leaves a choice: `quý` and
/// `toàn` leave none.
pub(super) fn place(word: &str) -> Option<Place> {
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

#[cfg(test)]
mod tests {
    use super::{Place, place, unified};

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
