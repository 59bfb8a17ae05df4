//! In: a name of a list that is not written as a person's. Out: what keeps it from being
//! one, where the rest of it is one: a mark before it, a small letter inside, a body
//! behind it, syllables in capitals without a blank.

use super::reading::folded;
use super::strange_name::is_person;
use crate::diagnostic::Wording;
use crate::encoding::is_syllable;

/// Syllables that stand between the family name and the given name.
const MIDDLE: [&str; 2] = ["văn", "thị"];

/// What belongs into the column of the unit.
const BODIES: [&str; 5] = ["chi bộ ", "đảng bộ ", "đảng ủy ", "chi đoàn ", "chi hội "];

/// What slipped into the name of a person.
pub(super) fn slipped(families: &[String], name: &str) -> Option<Wording> {
    let person = |part: &str| part.split(' ').count() > 2 && is_person(families, part);
    marked(name, person).or_else(|| small(name, person)).or_else(|| behind(name, person)).or_else(|| {
        let words = name.split(' ');
        words.into_iter().find_map(|word| joined(families, word))
    })
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
    let mut letters = written.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let meant = name.replacen(&format!(" {written} "), &format!(" {capital}{} ", letters.as_str()), 1);
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
