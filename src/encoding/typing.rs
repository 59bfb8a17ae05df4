//! In: a word as the keys were struck, the program that joins letters and marks
//! not running: Telex `Nguyeenx`, VIQR `Nguye^~n`, VNI `Nguye6n4`. Out: the word
//! that was meant.

use unicode_normalization::UnicodeNormalization;

use super::syllable::is_syllable;

/// A way to type Vietnamese on Latin keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// Letters for marks: `aa`, `ow`, and `s f r x j` for the tones.
    Telex,
    /// Signs for marks: `a^`, `o+`, and ``' ` ? ~ .`` for the tones.
    Viqr,
    /// Digits for marks: `a6`, `o7`, and 1–5 for the tones.
    Vni,
}

impl Keys {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Telex, Self::Viqr, Self::Vni];

    /// The name that people know.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Telex => "Telex",
            Self::Viqr => "VIQR",
            Self::Vni => "VNI",
        }
    }

    /// The tone that a key gives to the vowel before it.
    fn tone(self, key: char) -> Option<char> {
        let keys = match self {
            Self::Telex => "sfrxj",
            Self::Viqr => "'`?~.",
            Self::Vni => "12345",
        };
        keys.chars().position(|own| own == key).map(|at| TONES[at])
    }

    /// The letter that a key makes of the one before it.
    fn letter(self, before: char, key: char) -> Option<char> {
        let made = match (self, before, key) {
            (Self::Telex, 'a', 'a') | (Self::Viqr, 'a', '^') | (Self::Vni, 'a', '6') => 'â',
            (Self::Telex, 'e', 'e') | (Self::Viqr, 'e', '^') | (Self::Vni, 'e', '6') => 'ê',
            (Self::Telex, 'o', 'o') | (Self::Viqr, 'o', '^') | (Self::Vni, 'o', '6') => 'ô',
            (Self::Telex, 'a', 'w') | (Self::Viqr, 'a', '(') | (Self::Vni, 'a', '8') => 'ă',
            (Self::Telex, 'o', 'w') | (Self::Viqr, 'o', '+') | (Self::Vni, 'o', '7') => 'ơ',
            (Self::Telex, 'u', 'w') | (Self::Viqr, 'u', '+') | (Self::Vni, 'u', '7') => 'ư',
            (Self::Telex | Self::Viqr, 'd', 'd') | (Self::Vni, 'd', '9') => 'đ',
            _ => return None,
        };
        Some(made)
    }
}

/// Sắc, huyền, hỏi, ngã, nặng.
const TONES: [char; 5] = ['\u{301}', '\u{300}', '\u{309}', '\u{303}', '\u{323}'];

/// A word that was typed and never joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// What was meant.
    pub meant: String,
    /// Whether hardly another word is written so: it has a letter with a mark, and
    /// a tone or more letters beside it, or letters that only Telex puts together.
    pub certain: bool,
}

/// What was meant by a word, if these keys make a syllable of it and it is none
/// as it stands.
#[must_use]
pub fn typed(word: &str, keys: Keys) -> Option<Typed> {
    // The longest syllable has seven letters.
    if !word.is_ascii() || !(2..=12).contains(&word.len()) || is_syllable(word) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let mut letters: Vec<char> = Vec::new();
    let (mut tone, mut marks) = (None, 0);
    let mut inside = false;
    for key in lower.chars() {
        let last = letters.last().copied();
        let sung = letters.iter().any(|c| is_vowel(*c));
        if let Some(made) = last.and_then(|last| keys.letter(last, key)) {
            letters.pop();
            // `uow`: the mark is on both.
            if made == 'ơ' && letters.last() == Some(&'u') && letters.len() > 1 {
                letters.pop();
                letters.push('ư');
            }
            letters.push(made);
            marks += 1;
        } else if let Some(own) = keys.tone(key).filter(|_| sung && tone.is_none()) {
            tone = Some(own);
        } else if key.is_ascii_lowercase() {
            inside |= marks > 0;
            letters.push(key);
        } else {
            return None;
        }
    }
    // `A4` is a size of paper.
    if marks == 0 && tone.is_none() || letters.len() < 2 {
        return None;
    }
    let at = tone_place(&letters);
    let joined: String = letters
        .iter()
        .enumerate()
        .flat_map(|(index, letter)| std::iter::once(*letter).chain(tone.filter(|_| index == at)))
        .collect();
    let meant: String = joined.nfc().collect();
    let first = word.starts_with(|c: char| c.is_ascii_uppercase());
    let meant = if first { capitalised(&meant) } else { meant };
    // `ddang`, `huowng`: no other language writes these letters beside each other.
    let plain = keys == Keys::Telex
        && (lower.starts_with("dd") || ["uow", "iee", "uoo", "uyee"].iter().any(|own| lower.contains(own)));
    let certain = marks > 0 && (tone.is_some() || plain || inside && keys != Keys::Telex);
    is_syllable(&meant).then_some(Typed { meant, certain })
}

/// On which letter the tone stands: the one that bears a mark, else the last vowel
/// before a consonant, else the last but one.
fn tone_place(letters: &[char]) -> usize {
    let onset = usize::from(letters.starts_with(&['q', 'u'])) * 2;
    let vowels: Vec<_> = (onset..letters.len()).filter(|&at| is_vowel(letters[at])).collect();
    let marked = vowels.iter().rev().find(|&&at| "âêôăơư".contains(letters[at]));
    let closed = letters.last().is_some_and(|last| !is_vowel(*last));
    let plain = if closed { vowels.last() } else { vowels.iter().nth_back(1).or(vowels.last()) };
    marked.or(plain).copied().unwrap_or(0)
}

fn is_vowel(c: char) -> bool {
    "aeiouyâêôăơư".contains(c)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{Keys, typed};

    #[test]
    fn keys_that_were_not_joined() {
        for (word, keys, meant, certain) in [
            ("Nguyeenx", Keys::Telex, "Nguyễn", true),
            ("ddang", Keys::Telex, "đang", true),
            ("huowng", Keys::Telex, "hương", true),
            ("nhieem", Keys::Telex, "nhiêm", true),
            ("Vawn", Keys::Telex, "Văn", false),
            ("DDuwcs", Keys::Telex, "Đức", true),
            ("phuowngf", Keys::Telex, "phường", true),
            ("kieemr", Keys::Telex, "kiểm", true),
            ("tacs", Keys::Telex, "tác", false),
            ("uyr", Keys::Telex, "ủy", false),
            ("quys", Keys::Telex, "quý", false),
            ("kie^?m", Keys::Viqr, "kiểm", true),
            ("co^ng", Keys::Viqr, "công", true),
            ("ta'c", Keys::Viqr, "tác", false),
            ("Nguye6n4", Keys::Vni, "Nguyễn", true),
        ] {
            let own = typed(word, keys).unwrap_or_else(|| panic!("{word}"));
            assert_eq!((own.meant.as_str(), own.certain), (meant, certain), "{word}");
        }
        for word in
            ["tra", "books", "Facebook", "B1", "A4", "10^6", "H5N1", "H'Leo", "xoong", "văn", "Co.opmart"]
        {
            for keys in Keys::ALL {
                assert_eq!(typed(word, keys), None, "{word}");
            }
        }
    }
}
