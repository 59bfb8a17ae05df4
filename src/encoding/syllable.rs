//! In: a word. Out: whether Vietnamese can have such a syllable.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::values::without_marks;

pub(super) const ONSETS: [&str; 29] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k",
    "l", "m", "n", "p", "q", "r", "s", "t", "v", "x", "",
];

pub(super) const RIMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong \
    ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung \
    uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uym uyn uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương \
    ươp ươt ươu ưt ưu ưm y yêm yên yêng yêt yêu yp";

/// The rimes, to be looked up: every word of every text is held against them.
static RIME: LazyLock<HashSet<&str>> = LazyLock::new(|| RIMES.split_whitespace().collect());

/// Whether the word is a syllable of Vietnamese, in any case.
#[must_use]
pub fn is_syllable(word: &str) -> bool {
    let mut tone = None;
    let bare: String = word
        .to_lowercase()
        .nfd()
        .filter(|&c| {
            let is_tone = TONES.contains(&c);
            if is_tone {
                tone = Some(c);
            }
            !is_tone
        })
        .nfc()
        .collect();
    // A syllable closed by a stop bears the tone sắc or nặng: `Đưc` and `Măt`
    // cannot be.
    let stopped = bare.ends_with(['c', 'p', 't']) || bare.ends_with("ch");
    let sung = !stopped || matches!(tone, Some('\u{301}' | '\u{323}'));
    let rimes = |onset: &&str| bare.strip_prefix(onset).is_some_and(|rime| RIME.contains(rime));
    sung && ONSETS.iter().any(rimes)
}

/// Whether a word with Vietnamese marks can be no word: no syllable, no two
/// joined as in `ôtô`, `vắcxin`, and not begun as only words of other languages
/// are, `krông`. Words without marks, and without a vowel, are another matter.
#[must_use]
pub fn is_impossible(word: &str) -> bool {
    if word.is_ascii() {
        return false;
    }
    let lower = word.to_lowercase();
    let marked = |c: char| MARKED.contains(c);
    let plain = |c: char| c.is_ascii_lowercase();
    if !lower.chars().any(marked) || !lower.chars().all(|c| plain(c) || marked(c)) || is_syllable(&lower) {
        return false;
    }
    let vowel = |c: char| "aeiouy".contains(c) || (marked(c) && c != 'đ');
    let Some(first) = lower.find(vowel).filter(|_| lower.chars().count() > 1) else { return false };
    // Telex leaves `dd` behind.
    let foreign = !ONSETS.contains(&&lower[..first]) && !lower.starts_with("dd")
        || lower.ends_with(['k', 'l'])
        || lower.ends_with('h') && !["nh", "ch", "gh", "hh"].iter().any(|end| lower.ends_with(end));
    let tones = tones(&lower);
    let joined = tones < 2 && is_joined(&lower);
    // `lôgic`, `bôxit`, `amiăng`: words of science bear no tone.
    let groups = lower.split(|c| !vowel(c)).filter(|group| !group.is_empty()).count();
    let loan = groups > 1 && (tones == 0 || sharp_stops(&lower)) || lower.ends_with("iăng");
    // French, Khmer: `Collège`, `Seàng`.
    let letters = without_marks(&lower);
    let other = ["ll", "ff", "ea", "oeu"].iter().any(|own| letters.contains(own));
    !(foreign || joined || loan || other)
}

/// The right spelling of a syllable whose onset is written as before other vowels:
/// `ngĩ` for `nghĩ`, `ghà` for `gà`, `cế` for `kế`. One without a tone may be of
/// another language, `kơ nia`.
#[must_use]
pub fn onset_put_right(word: &str) -> Option<String> {
    // The longer onset first.
    const PAIRS: [(&str, &str, &str); 7] = [
        ("ngh", "ng", "aăâoôơuư"),
        ("ng", "ngh", "eêi"),
        ("gh", "g", "aăâoôơuư"),
        ("g", "gh", "eê"),
        ("k", "c", "aăâô"),
        ("c", "k", "eêi"),
        ("q", "qu", "y"),
    ];
    if word.is_ascii() || tones(word) == 0 {
        return None;
    }
    PAIRS.iter().find_map(|(wrong, right, before)| {
        let rest = word.strip_prefix(wrong)?;
        let vowel = rest.nfc().next()?.nfd().filter(|c| !TONES.contains(c)).nfc().next()?;
        let put_right = format!("{right}{rest}");
        (before.contains(vowel) && is_syllable(&put_right)).then_some(put_right)
    })
}

/// Whether a word would be a syllable if it bore a tone: `Đưc`.
#[must_use]
pub fn lacks_tone(word: &str) -> bool {
    tones(word) == 0 && is_syllable(&format!("{word}\u{301}"))
}

/// Whether every tone of a word is a sắc on a syllable that ends in a stop, or on
/// the é of French: `phốtphát`, `micrômét`, `Élysée`.
fn sharp_stops(word: &str) -> bool {
    let letters: Vec<_> = word.chars().collect();
    letters.iter().enumerate().all(|(at, letter)| {
        let sharp = *letter == 'é' || letter.nfd().any(|c| c == '\u{301}');
        let stopped = letters.get(at + 1).is_some_and(|next| "cpt".contains(*next));
        tones(&letter.to_string()) == 0 || sharp && (stopped || *letter == 'é')
    })
}

/// How many tones a word bears; one of the names in the Central Highlands bears
/// none: `Niê`, `Pơng`.
#[must_use]
pub fn tones(word: &str) -> usize {
    word.nfd().filter(|c| TONES.contains(c)).count()
}

/// Whether a word is several syllables in a row, each but the first with a
/// consonant in front.
fn is_joined(word: &str) -> bool {
    is_syllable(word)
        || word.char_indices().skip(1).any(|(at, c)| {
            !"aeiouy".contains(c)
                && (c == 'đ' || c.is_ascii())
                && is_syllable(&word[..at])
                && is_joined(&word[at..])
        })
}

const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The letters of Vietnamese that Latin lacks.
const MARKED: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

#[cfg(test)]
mod tests {
    use super::{is_impossible, is_syllable, onset_put_right};

    #[test]
    fn onsets() {
        for (word, right) in [
            ("ngĩ", "nghĩ"),
            ("ngiệp", "nghiệp"),
            ("nghoài", "ngoài"),
            ("nghành", "ngành"),
            ("ghà", "gà"),
            ("gế", "ghế"),
            ("kất", "cất"),
            ("cế", "kế"),
            ("qyết", "quyết"),
        ] {
            assert_eq!(onset_put_right(word).as_deref(), Some(right), "{word}");
        }
        let right =
            "nghĩ ngành ghế gà gì gìn giếng giết kế kịp kỳ cá cầu quyết quý ngoèo nghệ kơ kông kút café";
        for word in right.split(' ') {
            assert_eq!(onset_put_right(word), None, "{word}");
        }
    }

    #[test]
    fn syllables() {
        for word in [
            "Đảng", "ủy", "Khối", "khuyến", "nghiêng", "quốc", "gì", "giữa", "thuở", "QUYẾT", "ư", "đức",
            "mặt", "long", "thanh", "nguyệt", "khoi", "uyên", "quý", "hoài", "ánh",
        ] {
            assert!(is_syllable(word), "{word}");
        }
        for word in [
            "Zürich", "Malmư", "quổc", "bđ", "", "façade", "ngg", "đưc", "măt", "lonng", "thah", "nguyệc",
            "phap",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn impossible_words() {
        for word in [
            "thưc",
            "chât",
            "triêt",
            "cưòng",
            "kếtt",
            "ddúng",
            "thángg",
            "tìnhh",
            "trọg",
            "kếhoạch",
            "cốgắng",
            "nghịquyêt",
            "phưòng",
        ] {
            assert!(is_impossible(word), "{word}");
        }
        for word in [
            "quỳnh",
            "quýt",
            "tuýp",
            "ôtô",
            "vắcxin",
            "krông",
            "mađaguôi",
            "tẻh",
            "búk",
            "đvt",
            "đ",
            "ă",
            "long",
            "week",
            "façade",
            "lonng",
            "khuỷu",
            "ngoằn",
            "xoong",
            "thuở",
            "hoặc",
            "lôgic",
            "bôxit",
            "amiăng",
            "ôzôn",
            "điôxit",
            "vônfram",
            "hyđrô",
            "rôbôt",
            "katơr",
            "phốtphát",
            "điôxít",
            "mêgaoát",
            "micrômét",
            "yécxanh",
            "élysée",
            "collège",
            "seàng",
            "peáu",
        ] {
            assert!(!is_impossible(word), "{word}");
        }
    }
}
