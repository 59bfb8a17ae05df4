//! In: a name of a list that is not written as a person's. Out: what keeps it from being
//! one, where the rest of it is one: a mark before it, a small letter inside, a syllable
//! in capitals or with keys that were never joined, slashes, a body behind it, syllables
//! in capitals without a blank.

use super::reading::folded;
use super::strange_name::is_person;
use crate::diagnostic::Wording;
use crate::encoding::{Keys, is_syllable, typed};
use crate::values::without_marks;

/// Syllables that stand between the family name and the given name.
const MIDDLE: [&str; 2] = ["văn", "thị"];

/// What belongs into the column of the unit.
const BODIES: [&str; 5] = ["chi bộ ", "đảng bộ ", "đảng ủy ", "chi đoàn ", "chi hội "];

/// What slipped into the name of a person.
pub(super) fn slipped(families: &[String], name: &str) -> Option<Wording> {
    let person = |part: &str| part.split(' ').count() > 2 && is_person(families, part);
    marked(name, person)
        .or_else(|| small(name, person))
        .or_else(|| behind(name, person))
        .or_else(|| slashed(families, name))
        .or_else(|| miswritten(families, name))
        .or_else(|| name.split(' ').find_map(|word| joined(families, word)))
}

/// `1, Lê Thị Lan`, `A. Lê Thị Lan`, `.Lê Thị Lan`.
fn marked(name: &str, person: impl Fn(&str) -> bool) -> Option<Wording> {
    let behind = name.find([',', '.', ')', ';', ':', '_', '*']).filter(|at| *at < 3)?;
    let (mark, rest) = name.split_at(behind + 1);
    person(rest.trim()).then(|| Wording {
        vi: [format!("`{mark}` trước tên sẽ bị in ra"), "xoá nó; số thứ tự có cột riêng".into()],
        en: [format!("`{mark}` before the name would be printed"), "delete it".into()],
    })
}

/// `Lê thị Lan`.
fn small(name: &str, person: impl Fn(&str) -> bool) -> Option<Wording> {
    let written = name.split(' ').nth(1).filter(|word| MIDDLE.contains(word))?;
    let meant = name.replacen(&format!(" {written} "), &format!(" {} ", capitalised(written)), 1);
    person(&meant).then(|| Wording {
        vi: [format!("tên có tiếng viết thường: `{written}`"), format!("có phải là `{meant}`?")],
        en: [format!("`{written}` of a name has a small letter"), format!("did you mean `{meant}`?")],
    })
}

/// `Lê Thị Lan, Chi bộ A`; what a person is may stand there: `Lê Thị Lan, Bí thư`.
fn behind(name: &str, person: impl Fn(&str) -> bool) -> Option<Wording> {
    let (before, rest) = name.split_once(", ")?;
    let is_body = BODIES.iter().any(|body| folded(rest).starts_with(&folded(body)));
    (is_body && person(before)).then(|| Wording {
        vi: [format!("`{rest}` sau tên sẽ bị in ra"), "xoá nó, ghi vào `don_vi`".into()],
        en: [format!("`{rest}` behind the name would be printed"), "delete it; `don_vi` is for it".into()],
    })
}

/// `../../Lê/Lan`, `Lê Thị/Lan`: the name of a person, once the slashes are gone.
fn slashed(families: &[String], name: &str) -> Option<Wording> {
    let parts = name.split(['/', '\\']).map(str::trim).filter(|part| !part.trim_matches('.').is_empty());
    let meant = parts.collect::<Vec<_>>().join(" ");
    (name.contains(['/', '\\']) && is_person(families, &meant)).then(|| Wording {
        vi: ["tên người có dấu gạch chéo, sẽ bị in ra".into(), format!("có phải là `{meant}`?")],
        en: ["slashes in the name of a person would be printed".into(), format!("did you mean `{meant}`?")],
    })
}

/// `Lê Thị LAN`, `Lê Thij Lan`, `Lê Thj Lan`: all but one word is written as in a name.
pub(super) fn miswritten(families: &[String], name: &str) -> Option<Wording> {
    let words: Vec<&str> = name.split(' ').collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let right = shouted(word).or_else(|| struck(word, at == 1))?;
        let mut meant = words.clone();
        meant[at] = &right;
        let meant = meant.join(" ");
        (words.len() > 2 && is_person(families, &meant)).then(|| Wording {
            vi: [format!("`{word}` trong tên người viết nhầm"), format!("có phải là `{meant}`?")],
            en: [format!("`{word}` of a name is miswritten"), format!("did you mean `{meant}`?")],
        })
    })
}

/// A syllable in capitals as others are written.
fn shouted(word: &str) -> Option<String> {
    if word.chars().any(char::is_lowercase) || word.chars().count() < 2 {
        return None;
    }
    let lower = word.to_lowercase();
    is_syllable(&lower).then(|| capitalised(&lower))
}

/// What was meant by a word with a key of Telex that no name has. `Thj` is the middle
/// syllable that stands there most.
fn struck(word: &str, is_middle: bool) -> Option<String> {
    // Names of the Khmer end with the other keys: `Sor`, `Nas`.
    if !word.contains(['f', 'j', 'w']) {
        return None;
    }
    let lower = word.to_lowercase();
    let near = |own: &&&str| strsim::damerau_levenshtein(&lower, &without_marks(own)) == 1;
    let middle = MIDDLE.iter().find(near).filter(|_| is_middle).map(|own| capitalised(own));
    middle.or_else(|| Some(typed(word, Keys::Telex)?.meant))
}

fn capitalised(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// `LÊTHỊ`: a family name and a syllable; `ACB` is none.
fn joined(families: &[String], word: &str) -> Option<Wording> {
    let lower = word.to_lowercase();
    if word.is_ascii() || word.chars().any(char::is_lowercase) || is_syllable(&lower) {
        return None;
    }
    let cuts = lower.char_indices().map(|(at, _)| at).skip(2);
    let (family, rest) = { cuts }.map(|at| lower.split_at(at)).find(|(family, rest)| {
        families.iter().any(|own| own == family) && rest.chars().count() > 1 && is_syllable(rest)
    })?;
    let meant = format!("{} {}", family.to_uppercase(), rest.to_uppercase());
    Some(Wording {
        vi: [format!("`{word}` viết liền nhau"), format!("có phải là `{meant}`?")],
        en: [format!("`{word}` is run together"), format!("did you mean `{meant}`?")],
    })
}
