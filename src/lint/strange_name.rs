//! In: the name in a cell of a list, or of a signer. Out: what in it belongs to no
//! name: a word that stands for one, a number of a telephone, a position behind it,
//! a sign of its author's own.

use super::Lexicon;
use super::reading::{folded, words};
use super::slipped_name::{miswritten, slipped};
use crate::diagnostic::Wording;
use crate::encoding::is_syllable;

/// Headings, answers and sums that were copied into a cell for a name.
const NO_NAME: [&str; 15] = [
    "có",
    "yes",
    "tập thể",
    "cá nhân",
    "đơn vị",
    "người nhận",
    "họ tên",
    "họ và tên",
    "tên đơn vị",
    "chi bộ",
    "đảng bộ",
    "cộng",
    "tổng",
    "tổng cộng",
    "tổng số",
];
/// How the heading of a group begins: nobody is called so.
const GROUP: &str = "lĩnh vực ";

/// No name of a body has so many digits; a telephone and an identity card have.
const TELEPHONE: usize = 8;

/// Signs of programs, which stand in no name; at its end others are odd too.
const SIGNS: &str = "*_\\$|~^`";

/// What is odd about a name; nothing if it may well be one.
pub(super) fn strange(lexicon: &Lexicon, name: &str) -> Option<Wording> {
    // Most are persons, and nothing else.
    if is_person(&lexicon.names.families, name) {
        return miswritten(&lexicon.names.families, name);
    }
    if stands_for_none(lexicon, name) {
        return Some(Wording {
            vi: [format!("`{name}` không phải tên, sẽ bị in ra"), "ghi đúng tên, hoặc xoá dòng này".into()],
            en: [
                format!("`{name}` is no name and would be printed"),
                "write the name, or delete the row".into(),
            ],
        });
    }
    quoted(lexicon, name)
        .or_else(|| odd_sign(name))
        .or_else(|| behind(lexicon, name))
        .map(|[vi, en]| Wording {
            vi: [
                format!("ô tên có {vi}, sẽ bị in ra"),
                "trong ô chỉ để tên; việc khác ghi ở cột của nó".into(),
            ],
            en: [
                format!("the cell of the name has {en}, which would be printed"),
                "leave the name alone in the cell; the rest has columns of its own".into(),
            ],
        })
        .or_else(|| slipped(&lexicon.names.families, name))
        .or_else(|| run_together(name))
        .or_else(|| half_capitals(name))
}

/// Whether a word stands where nobody wrote a name.
pub(super) fn stands_for_none(lexicon: &Lexicon, name: &str) -> bool {
    let folded = folded(name.trim_end_matches([':', '.']));
    let blanks = &lexicon.blanks;
    blanks.is_unknown(name)
        || blanks.is_ditto(name)
        || NO_NAME.contains(&folded.as_str())
        || folded.starts_with(GROUP)
}

/// Quotation marks around the whole name of a person, as some programs leave them.
fn quoted(lexicon: &Lexicon, name: &str) -> Option<[String; 2]> {
    let quotes = ['"', '\'', '“', '”', '‘', '’'];
    let inner = name.strip_prefix(quotes)?.strip_suffix(quotes)?;
    let person = is_person(&lexicon.names.families, inner.trim());
    person.then(|| ["ngoặc kép quanh tên".into(), "quotation marks around the name".into()])
}

/// Signs anywhere and at its ends, an address, a long number.
fn odd_sign(name: &str) -> Option<[String; 2]> {
    let digits = name.split(|c: char| !c.is_ascii_digit() && !". -".contains(c));
    let digits = digits.map(|run| run.bytes().filter(u8::is_ascii_digit).count());
    let open = name.matches('(').count();
    // Without a letter it is told as an error.
    if !name.contains(char::is_alphabetic) {
        return None;
    }
    if name.contains('@') {
        return Some(["địa chỉ thư (`@`)".into(), "an address of mail (`@`)".into()]);
    }
    if { digits }.any(|count| count >= TELEPHONE) {
        return Some(["số điện thoại hay số giấy tờ".into(), "a number of a telephone or a card".into()]);
    }
    if name.matches(')').count() > open {
        return Some(["dấu `)` thừa".into(), "a lone `)`".into()]);
    }
    if open == 1 && name.starts_with('(') && name.ends_with(')') {
        return Some(["ngoặc đơn quanh cả tên".into(), "brackets around the whole".into()]);
    }
    if let Some(sign) = name.chars().find(|c| SIGNS.contains(*c)) {
        return Some([format!("dấu `{sign}`"), format!("the sign `{sign}`")]);
    }
    if let Some((before, _)) = name.split_once(": ") {
        return Some([format!("`{before}:` trước tên"), format!("`{before}:` before the name")]);
    }
    let mark = mark_at_end(name, ".,;:*?!-–")?;
    Some([format!("dấu `{mark}` ở cuối"), format!("`{mark}` at its end")])
}

/// One of these marks at the end of a name; `Công ty A.B.`, `Kim Anh Co.` are names, `…` is
/// told as a gap.
pub(super) fn mark_at_end(name: &str, marks: &str) -> Option<char> {
    let mark = name.chars().next_back().filter(|c| marks.contains(*c))?;
    let last = words(name).last().map_or("", |(_, word)| word);
    let short = ["co", "ltd", "inc", "corp", "jsc"].contains(&last.to_lowercase().as_str());
    let abbreviation = short || last.chars().count() < 2 || name.matches('.').count() > 1;
    (mark != '.' || !abbreviation).then_some(mark)
}

/// A number or a position behind the name of a person: `Lê Văn Năm (1985)`,
/// `Lê Văn Năm - Bí thư`.
fn behind(lexicon: &Lexicon, name: &str) -> Option<[String; 2]> {
    let families = &lexicon.names.families;
    let bare = |part: &str| part.trim_end_matches([' ', '(', '-', '–', ',', '_']).to_string();
    if let Some(at) = name.find(|c: char| c.is_ascii_digit())
        && is_person(families, &bare(&name[..at]))
        && bare(&name[..at]).split(' ').count() > 2
    {
        let number = name[at..].trim_end_matches(')');
        return Some([format!("`{number}` sau tên"), format!("`{number}` behind the name")]);
    }
    // `Lê Văn Năm - Chi bộ ấp 3`, `Lê Văn Năm (B)`; two syllables may name a school.
    for (sign, end) in [(" - ", ""), (" – ", ""), ("(", ")")] {
        if let Some((person, rest)) = name.split_once(sign)
            && rest.ends_with(end)
            && person.split_whitespace().count() > 2
            && is_person(families, person.trim())
        {
            let rest = name[person.len()..].trim();
            return Some([format!("`{rest}` sau tên"), format!("`{rest}` behind the name")]);
        }
    }
    let first = name.split(' ').next().unwrap_or_default();
    if !families.contains(&first.to_lowercase()) {
        return None;
    }
    let ends = name.match_indices(' ').map(|(at, _)| at).skip(1);
    { ends }.find_map(|at| {
        let (person, rest) = (bare(&name[..at]), name[at..].trim_start_matches([' ', '-', '–', '(']));
        let rest = folded(rest);
        let positions = lexicon.signing.positions.iter().map(|own| own.folded.as_str());
        let position = { positions }.find(|own| {
            rest.strip_prefix(own).is_some_and(|left| !left.starts_with(char::is_alphanumeric))
        })?;
        // A comma may be meant before more: `Lê Văn Năm, Bí thư Chi bộ ấp 3`.
        let stands = (!name[..at].ends_with(',') || rest == position) && is_person(families, &person);
        stands.then(|| [format!("chức vụ `{position}` sau tên"), format!("the position `{position}`")])
    })
}

/// `LêVănNăm`: syllables with their capitals and no blank between them.
fn run_together(name: &str) -> Option<Wording> {
    words(name).find_map(|(_, word)| {
        let inner = word.char_indices().skip(1).filter(|(_, c)| c.is_uppercase());
        let cuts: Vec<_> = std::iter::once(0).chain(inner.map(|(at, _)| at)).collect();
        let ends = cuts.iter().skip(1).copied().chain([word.len()]);
        let parts: Vec<_> = cuts.iter().zip(ends).map(|(from, to)| &word[*from..to]).collect();
        let syllables =
            parts.iter().all(|part| part.chars().count() > 1 && is_syllable(&part.to_lowercase()));
        (parts.len() > 1 && !word.is_ascii() && syllables).then(|| {
            let meant = parts.join(" ");
            Wording {
                vi: [format!("`{word}` viết liền nhau"), format!("có phải là `{meant}`?")],
                en: [format!("`{word}` is run together"), format!("did you mean `{meant}`?")],
            }
        })
    })
}

/// `TRầN`, `THị`, `LaN`: a syllable with capitals inside, as a font of capitals leaves
/// it. `MobiFone` is no syllable.
pub(super) fn half_capitals(name: &str) -> Option<Wording> {
    words(name).find_map(|(_, word)| {
        let inner = word.chars().skip(1);
        let (any, all) = (inner.clone().any(char::is_uppercase), !word.chars().any(char::is_lowercase));
        let lower = word.to_lowercase();
        let whole = word.chars().count() > 1 && is_syllable(&lower);
        (any && !all && whole).then(|| {
            let mut letters = lower.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            let meant = first + letters.as_str();
            Wording {
                vi: [
                    format!("`{word}` có chữ hoa lẫn chữ thường"),
                    format!("có phải là `{meant}`? chữ do phông .VnTimeH gõ thì gõ lại"),
                ],
                en: [
                    format!("`{word}` has capitals among small letters"),
                    format!("did you mean `{meant}`? type anew what a font of capitals has left"),
                ],
            }
        })
    })
}

impl Lexicon {
    /// Whether a name can hardly be other than a person's: two syllables may name a
    /// place or a school too.
    pub(crate) fn reads_as_person(&self, name: &str) -> bool {
        let of_a_body = folded(name).starts_with("đoàn thanh niên");
        // In capitals throughout it is the same name.
        let usual = |word: &str| -> String {
            let mut letters = word.chars();
            letters.next().into_iter().chain(letters.as_str().to_lowercase().chars()).collect()
        };
        let shouted = !name.contains(char::is_lowercase);
        let name =
            if shouted { name.split(' ').map(usual).collect::<Vec<_>>().join(" ") } else { name.into() };
        name.split_whitespace().count() > 2 && is_person(&self.names.families, &name) && !of_a_body
    }
}

/// A family name and one to four more syllables, all with capitals.
pub(super) fn is_person(families: &[String], part: &str) -> bool {
    let syllables: Vec<_> = part.split_whitespace().collect();
    let plain = part.chars().all(|c| c.is_alphabetic() || c == ' ');
    let capitals = syllables
        .iter()
        .all(|word| word.starts_with(char::is_uppercase) && !word.chars().skip(1).any(char::is_uppercase));
    let family = syllables.first().map(|word| word.to_lowercase()).unwrap_or_default();
    plain && capitals && (2..=5).contains(&syllables.len()) && families.contains(&family)
}
