//! The rule about Vietnamese without its marks: typed without any, or typed in
//! Telex, VIQR or VNI while the program that joins the keys was not running.

use std::ops::Range;

use super::text::{Role, Text};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::encoding::{Keys, Typed, is_bare, lacks_marks, typed};
use crate::values::without_marks;

pub(super) const RULES: &[Rule] = &[Rule::of_document("khong-dau", Warning, unmarked).and_rows()];

/// A word between blanks, and where it begins.
type Token<'t> = (usize, &'t str);

fn unmarked(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let families = &subject.lexicon.names.families;
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        for (start, paragraph) in text.each_paragraph() {
            let tokens: Vec<_> = tokens(paragraph).collect();
            if let Some((keys, range, meant)) = struck(&tokens, families) {
                let words = as_keys(keys, &paragraph[range.clone()], &meant);
                found.at(subject, text, start + range.start..start + range.end, words);
            } else if lacks_all(text, &tokens, families) {
                found.at(subject, text, start..start + paragraph.len(), without_any());
            }
        }
    }
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    text.split_whitespace().map(move |word| {
        let word = word.trim_matches(|c: char| ",;:!“”\"()*".contains(c)).trim_start_matches('.');
        (word.as_ptr() as usize - text.as_ptr() as usize, word)
    })
}

/// Words in a row that one way of typing makes syllables of. One alone may be of
/// another language (`beer` is `bể` in Telex): two must stand side by side, or the
/// one be a family name, begin with `dd`, hold the signs of VIQR, or letters that
/// no other language has beside each other.
fn struck(tokens: &[Token<'_>], families: &[String]) -> Option<(Keys, Range<usize>, String)> {
    let among_vietnamese = tokens.iter().any(|(_, word)| !word.is_ascii());
    Keys::ALL.into_iter().find_map(|keys| {
        let read: Vec<_> = tokens.iter().map(|(_, word)| read(word, keys)).collect();
        let mut at = 0;
        let mut runs = read.chunk_by(|one, next| one.is_some() && next.is_some());
        runs.find_map(|run| {
            let first = at;
            at += run.len();
            let words: Vec<&(&str, Typed)> = run.iter().flatten().collect();
            let alone = |(word, read): &&(&str, Typed)| {
                keys == Keys::Viqr
                    || keys == Keys::Telex && among_vietnamese && is_plain_telex(word)
                    || families.contains(&read.meant.to_lowercase())
                    || word.to_ascii_lowercase().starts_with("dd")
            };
            let certain = words.iter().filter(|(_, read)| read.certain);
            let told = certain.clone().count() > 0 && words.len() > 1 || { certain }.any(alone);
            let (last, (word, _)) = (at - 1, words.last()?);
            let meant: Vec<_> = words.iter().map(|(_, read)| read.meant.as_str()).collect();
            told.then(|| (keys, tokens[first].0..tokens[last].0 + word.len(), meant.join(" ")))
        })
    })
}

/// `kieemr`, `thuwcj`, `mowis`: in small letters after the first, and with what English and the
/// names of the highlands have not.
fn is_plain_telex(word: &str) -> bool {
    let rare = [
        "uw", "uow", "iee", "yee", "uoo", "aan", "aam", "aat", "aau", "aay", "aac", "aap", "ooi", "owi",
        "awng", "awc", "awp", "eenh", "eech",
    ];
    word.chars().skip(1).all(|c| c.is_ascii_lowercase() || ".?".contains(c))
        && (rare.iter().any(|own| word.to_ascii_lowercase().contains(own)) || word.contains('j'))
}

/// A word as these keys make it; a stop behind it may be a tone or the end of the
/// sentence.
fn read(word: &str, keys: Keys) -> Option<(&str, Typed)> {
    let own = word.trim_end_matches(['.', '?']);
    [word, own].into_iter().find_map(|word| Some((word, typed(word, keys)?)))
}

fn as_keys(keys: Keys, written: &str, meant: &str) -> Wording {
    let name = keys.name();
    Wording {
        vi: [
            format!("`{written}` gõ kiểu {name} mà chưa thành chữ có dấu"),
            format!("có phải là `{meant}`? bật bộ gõ tiếng Việt rồi gõ lại"),
        ],
        en: [
            format!("`{written}` was typed as {name} and never joined"),
            format!("did you mean `{meant}`? turn the Vietnamese keyboard on and type it again"),
        ],
    }
}

/// Middle syllables of persons, which always bear a mark.
const MIDDLE: [&str; 2] = ["van", "thi"];

/// Whether a text of several syllables has no mark at all though some of them
/// cannot be without: `kiem tra cong tac`, `Le Van Tam`. Numbers and abbreviations
/// tell nothing; a word that is no syllable is of another language.
fn lacks_all(text: &Text<'_>, tokens: &[Token<'_>], families: &[String]) -> bool {
    let words: Vec<_> =
        tokens.iter().map(|(_, word)| word.trim_end_matches('.')).filter(|word| !is_number(word)).collect();
    if words.len() < 3 || !words.iter().all(|word| word.is_ascii()) {
        return false;
    }
    let syllables: Vec<_> = words.iter().filter(|word| !is_abbreviation(word)).collect();
    if syllables.len() < 3 || !syllables.iter().all(|word| is_bare(word)) {
        return false;
    }
    let certain = syllables.iter().filter(|word| lacks_marks(word)).count();
    if text.role == Role::Body {
        return certain > 1;
    }
    let first = words[0].to_ascii_lowercase();
    let family = || {
        !families.contains(&first)
            && families.iter().any(|own| !own.is_ascii() && without_marks(own) == first)
    };
    let person = text.path.ends_with("ho_ten")
        || text.role == Role::Name && text.path.rsplit('.').next() == Some("ten");
    let middle = || MIDDLE.contains(&words[1].to_ascii_lowercase().as_str());
    let capitals = || words.iter().all(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
    certain > 0 || person && capitals() && (middle() || family())
}

fn is_number(word: &str) -> bool {
    !word.bytes().any(|b| b.is_ascii_alphabetic())
}

/// `UBND`, `THCS`: capitals that are no syllable.
fn is_abbreviation(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_uppercase()) && !is_bare(word)
}

fn without_any() -> Wording {
    Wording {
        vi: ["chữ tiếng Việt mà không có dấu nào".into(), "gõ lại cho có dấu".into()],
        en: ["Vietnamese without any mark".into(), "type it again with its marks".into()],
    }
}
