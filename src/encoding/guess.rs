//! In: bytes or text from before Unicode. Out: which encoding it is in, told by the
//! words that it makes.

use unicode_normalization::UnicodeNormalization;

use super::{Legacy, is_syllable, twice, wide};

/// The encoding of a file that is not UTF-8, if its words tell.
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> Option<Legacy> {
    if let Some(legacy) = wide::of_bytes(bytes) {
        return Some(legacy);
    }
    // No text in a single-byte encoding holds a zero.
    if bytes.contains(&0) {
        return None;
    }
    // Enough to tell by.
    let some = &bytes[..bytes.len().min(64 << 10)];
    let latin: String = some.iter().map(|&byte| char::from(byte)).collect();
    let candidates = [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258];
    let score = |legacy: Legacy| {
        let decoded = match legacy {
            Legacy::Windows1258 => legacy.decode_bytes(some),
            _ => legacy.decode(&latin).nfc().collect(),
        };
        let words: Vec<_> =
            decoded.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii()).collect();
        let sound = words.iter().filter(|word| is_syllable(word)).count();
        (sound * 4 >= words.len() * 3 && sound > 1).then_some((sound, legacy))
    };
    candidates.into_iter().filter_map(score).max_by_key(|(sound, _)| *sound).map(|(_, legacy)| legacy)
}

/// The encoding that a piece of text was in before its bytes became Latin
/// letters, and where its first such word begins. A single foreign word
/// (`Zürich`, `µm`) is none.
#[must_use]
pub fn of_text(text: &str) -> Option<(Legacy, usize)> {
    if !text.chars().any(|c| ('\u{80}'..'\u{100}').contains(&c) || is_odd(c)) {
        return None;
    }
    if let Some(at) = twice::first_word(text) {
        return Some((Legacy::Utf8Twice, at));
    }
    let all: &[Legacy] = &[Legacy::Tcvn3, Legacy::Vni, Legacy::Utf8Twice];
    let candidates = if text.chars().any(is_odd) { all } else { &[] };
    let whole = candidates.iter().copied().find_map(|legacy| {
        let (mut sound, mut unsound, mut all) = (0, 0, 0);
        let mut first = None;
        // Half a letter may have become a no-break space.
        for word in text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()) {
            all += 1;
            if !word.chars().any(is_odd) {
                continue;
            }
            let decoded: String = legacy.decode(word).nfc().collect();
            let letters = decoded.trim_matches(|c: char| !c.is_alphabetic());
            if decoded != word && letters.split('-').all(is_syllable) {
                sound += 1;
                first.get_or_insert(word.as_ptr() as usize - text.as_ptr() as usize);
            } else {
                unsound += 1;
            }
        }
        let convincing = sound > 1 && sound >= 3 * unsound || sound == 1 && unsound == 0 && all <= 3;
        first.filter(|_| convincing).map(|at| (legacy, at))
    });
    whole.or_else(|| among_unicode(text))
}

/// Words of an old encoding in the middle of text in Unicode: those that
/// Vietnamese cannot have, and can once they are read so. One of VNI tells,
/// since a letter and its mark are two there; of TCVN3 it takes two, or one with
/// a sign among its letters. A name of the Khmer looks like VNI: `Neáng`.
fn among_unicode(text: &str) -> Option<(Legacy, usize)> {
    let name = |word: &str| {
        let word = word.trim_start_matches(|c: char| !c.is_alphabetic());
        let khmer = ["eá", "eà", "oeù", "oeú"].iter().any(|own| word.to_lowercase().contains(own));
        khmer && word.starts_with(char::is_uppercase) && !word.chars().any(is_odd)
    };
    let odd: Vec<_> = text.split_whitespace().filter(|word| is_no_syllable(word) && !name(word)).collect();
    [(Legacy::Vni, 1), (Legacy::Tcvn3, 2)].into_iter().find_map(|(legacy, enough)| {
        let mut words = odd.iter().filter(|word| old_word(word, legacy).is_some());
        let first = words.next()?;
        (words.count() + 1 >= enough || has_sign_inside(first))
            .then(|| (legacy, first.as_ptr() as usize - text.as_ptr() as usize))
    })
}

/// The letters of a word, without the marks around it.
fn letters(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !is_odd(c))
}

/// Whether a sign of Latin-1 stands between two small letters: `d©n`, `c¸c`. A soft hyphen
/// may.
fn has_sign_inside(word: &str) -> bool {
    let letters: Vec<_> = word.chars().collect();
    let sign = |c: char| matches!(c, '¡'..='¿' | '÷') && is_odd(c) && c != '\u{ad}';
    let small = |c: char| c.is_ascii_lowercase();
    letters.windows(3).any(|own| small(own[0]) && sign(own[1]) && small(own[2]))
}

/// Whether a capital with a mark stands among small letters: `TÊn`, `GiÊy`.
fn has_capital_inside(word: &str) -> bool {
    let letters: Vec<_> = word.chars().collect();
    letters
        .windows(3)
        .any(|own| own[0].is_ascii_alphabetic() && matches!(own[1], 'À'..='Þ') && own[2].is_ascii_lowercase())
}

/// Whether a word of Latin letters with marks is none that Vietnamese has, or is written as
/// none is.
fn is_no_syllable(word: &str) -> bool {
    if word.is_ascii() {
        return false;
    }
    let own = letters(word);
    let latin = own.chars().all(|c| u32::from(c) < 0x100);
    let strange = !is_syllable(own) || has_capital_inside(own);
    latin && !own.is_ascii() && own.chars().count() >= 3 && strange
}

/// The word in Unicode, if it is one of this encoding and of no other.
#[must_use]
pub fn old_word(word: &str, legacy: Legacy) -> Option<String> {
    if !is_no_syllable(word) {
        return None;
    }
    let decoded: String = legacy.decode(word).nfc().collect();
    let read = letters(&decoded);
    (read != letters(word) && is_syllable(read) && !read.is_ascii()).then_some(decoded)
}

/// Whether a word with Latin letters holds one that Unicode would not write so.
#[must_use]
pub fn has_odd_word(text: &str) -> bool {
    let odd = |word: &str| word.chars().any(is_odd) && word.chars().any(|c| c.is_ascii_alphabetic());
    text.split_whitespace().any(odd)
}

/// A letter or sign of Latin-1 or Windows-1252 that Vietnamese in Unicode has no
/// use for inside a word.
fn is_odd(c: char) -> bool {
    match c {
        'À'..='Ã'
        | 'È'..='Ê'
        | 'Ì'
        | 'Í'
        | 'Ò'..='Õ'
        | 'Ù'
        | 'Ú'
        | 'Ý'
        | 'à'..='ã'
        | 'è'..='ê'
        | 'ì'
        | 'í'
        | 'ò'..='õ'
        | 'ù'
        | 'ú'
        | 'ý'
        | '°'
        | '±'
        | '²'
        | '³'
        | '·'
        | '×'
        | '½'
        | '¼'
        | '¾'
        | '«'
        | '»' => false,
        '\u{80}'..='\u{9f}'
        | '\u{a1}'..='\u{ff}'
        | '€'
        | '‚'
        | 'ƒ'
        | '„'
        | '†'
        | '‡'
        | 'ˆ'
        | '‰'
        | 'Š'
        | '‹'
        | 'Œ'
        | 'Ž'
        | '˜'
        | '™'
        | 'š'
        | '›'
        | 'œ'
        | 'ž'
        | 'Ÿ' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Legacy, of_bytes, of_text};

    fn latin(text: &str) -> Vec<u8> {
        text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
    }

    #[test]
    fn old_text_is_told_by_its_words() {
        for (text, legacy, right) in [
            ("§¶ng ñy Khèi c¸c c¬ quan", Legacy::Tcvn3, "Đảng ủy Khối các cơ quan"),
            ("D©n vËn khÐo", Legacy::Tcvn3, "Dân vận khéo"),
            ("GiÊy chøng nhËn", Legacy::Tcvn3, "Giấy chứng nhận"),
            ("Tr\u{ad}ëng Ban th\u{ad}êng trùc", Legacy::Tcvn3, "Trưởng Ban thường trực"),
            ("§¶NG ñY KHèI", Legacy::Tcvn3, "ĐẢNG ỦY KHỐI"),
            ("Ñaûng uûy Khoái caùc cô quan", Legacy::Vni, "Đảng ủy Khối các cơ quan"),
            ("ngöôøi ñöùng ñaàu", Legacy::Vni, "người đứng đầu"),
        ] {
            assert_eq!(of_text(text).map(|(legacy, _)| legacy), Some(legacy), "{text}");
            assert_eq!(legacy.decode(text), right);
            assert_eq!(of_bytes(&latin(text)), Some(legacy), "{text}");
            assert_eq!(legacy.decode_bytes(&latin(text)), right);
        }
        let twice: String = encoding_rs::WINDOWS_1252.decode("Dân vận khéo của chi bộ".as_bytes()).0.into();
        assert!(matches!(of_text(&twice), Some((Legacy::Utf8Twice, _))), "{twice}");
        let latin: String = "Dân vận khéo của chi bộ".bytes().map(char::from).collect();
        assert!(matches!(of_text(&latin), Some((Legacy::Utf8Twice, _))), "{latin}");
        assert_eq!(Legacy::Utf8Twice.decode(&latin), "Dân vận khéo của chi bộ");
    }

    #[test]
    fn old_words_among_others_are_told() {
        for (text, legacy) in [
            ("Nâng cao chất lượng coâng taùc daân vaän.", Legacy::Vni),
            ("Leâ Thò Hoàng", Legacy::Vni),
            ("Chi bộ Khèi tæng hợp, đảng uỷ c¸c cấp", Legacy::Tcvn3),
            ("Thực hiện tốt công tác d©n sè năm 2020", Legacy::Tcvn3),
            ("Huúnh TÊn Léc", Legacy::Tcvn3),
            ("Thực hiện tốt công tác dÃ¢n sá»‘ năm 2020", Legacy::Utf8Twice),
        ] {
            assert_eq!(of_text(text).map(|(legacy, _)| legacy), Some(legacy), "{text}");
        }
    }

    #[test]
    fn other_text_is_left_alone() {
        for text in [
            "Đảng ủy Khối các cơ quan và doanh nghiệp",
            "Zürich và Malmö, 5 µm, 20 °C, ½ ngày, §",
            "Công ty Citroën © 2020 ® ™",
            "Núñez, Peña, façade, naïve",
            "3 × 4 ± 2",
            "Château, crêpe, Noël, Zoé, Besançon, Košice và Đà Nẵng",
            "São Paulo, Malaysia, Côte d'Ivoire, Réunion, Orléans, Saint-Étienne",
            "Thăm ông Thạch Oeùn và bà Neáng Kim Phượng",
            "Công ty Ba©, máy ABC®, 5µm, TÊn, NGuyÊN Văn Tám",
            "Ya Đrăng, Y Bhăm Êban, Krông Búk, Đắk Đoa, Ea H'leo",
            "",
        ] {
            assert_eq!(of_text(text), None, "{text}");
        }
    }
}
