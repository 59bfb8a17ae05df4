//! The rule about names that are spelled in two ways: `Đảng ủy Khôi` where the
//! workspace writes `Đảng ủy Khối` everywhere else.

use std::collections::BTreeMap;
use std::ops::Range;

use super::spelling::words;
use super::text::{Role, Text};
use super::{Check, Findings, Place, Rule, Subject, tone};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::without_marks;

pub(super) const RULES: &[Rule] =
    &[Rule { id: "gan-giong", severity: Warning, check: Check::Workspace(near_misses) }];

/// The words a proper name follows, each with the family it belongs to: a
/// committee and its đảng bộ share their name. Words before personal names are
/// not here: Hùng and Hưng are two people.
const HEADS: [(&str, &str); 14] = [
    ("đảng ủy", "đảng"),
    ("đảng bộ", "đảng"),
    ("chi bộ", "đảng"),
    ("tỉnh ủy", "tỉnh"),
    ("tỉnh", "tỉnh"),
    ("thành ủy", "thành phố"),
    ("thành phố", "thành phố"),
    ("huyện ủy", "huyện"),
    ("huyện", "huyện"),
    ("quận", "quận"),
    ("thị xã", "thị xã"),
    ("phường", "phường"),
    ("xã", "xã"),
    ("sở", "sở"),
];

/// Longest name that is compared, in syllables.
const LONGEST: usize = 5;

/// What the author states about his own body outweighs a mention in passing.
const STATED: usize = 3;

/// One spelling of a syllable of a name.
#[derive(Default)]
struct Spelling<'s, 'a> {
    weight: usize,
    places: Vec<(&'s Subject<'a>, &'s Text<'a>, Range<usize>)>,
}

/// Places kept of one spelling: a slip is rare.
const PLACES: usize = 20;

/// Ordinary words that begin like a name; with a capital they begin a sentence
/// or the name of an event.
const ORDINARY: [&str; 8] = [
    "khởi nghĩa",
    "khởi công",
    "khởi động",
    "khởi nghiệp",
    "khởi xướng",
    "khởi sắc",
    "khởi điểm",
    "khởi đầu",
];

/// Family, syllables before, and the syllable itself without its marks.
type Key = (&'static str, String, String);

fn near_misses(subjects: &[Subject<'_>], found: &mut Findings<'_>) {
    let mut names: BTreeMap<Key, BTreeMap<String, Spelling<'_, '_>>> = BTreeMap::new();
    for subject in subjects {
        for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
            collect(subject, text, &mut names);
        }
    }
    for spellings in names.values().filter(|spellings| spellings.len() > 1) {
        let Some((usual, most)) = spellings.iter().max_by_key(|(_, own)| own.weight) else { continue };
        for (_, odd) in spellings.iter().filter(|(own, _)| *own != usual) {
            // As often as that, it may be another name.
            if odd.weight * 2 > most.weight {
                continue;
            }
            let Some((of, their, range)) = most.places.first() else { continue };
            for (subject, text, at) in &odd.places {
                let (written, right) = (&text.text[at.clone()], &their.text[range.clone()]);
                let words = Wording {
                    vi: [
                        format!("`{written}` chỉ khác dấu với `{right}` ở chỗ khác"),
                        format!("có phải là `{right}`?"),
                    ],
                    en: [
                        format!("`{written}` differs by its marks from `{right}` elsewhere"),
                        format!("did you mean `{right}`?"),
                    ],
                };
                let one = Place { subject, text, range: at.clone() };
                let other = Place { subject: of, text: their, range: range.clone() };
                found.against(&one, &other, words, ["viết ở đây", "written here"]);
            }
        }
    }
}

/// Takes down the capitalised syllables after each head.
fn collect<'s, 'a>(
    subject: &'s Subject<'a>,
    text: &'s Text<'a>,
    names: &mut BTreeMap<Key, BTreeMap<String, Spelling<'s, 'a>>>,
) {
    let spoken: Vec<_> = words(text.text).collect();
    let plain = |word: &str| tone::unified(&word.to_lowercase());
    let joined = |first: usize| {
        let ((at, word), (next, _)) = (spoken[first], spoken[first + 1]);
        &text.text[at + word.len()..next] == " "
    };
    let weight = if matches!(text.path.as_str(), "co_quan.ten" | "co_quan.cap_tren") { STATED } else { 1 };
    let mut at = 0;
    while at < spoken.len() {
        let one = plain(spoken[at].1);
        let two = (at + 1 < spoken.len() && joined(at)).then(|| format!("{one} {}", plain(spoken[at + 1].1)));
        let head = HEADS.iter().find_map(|(head, family)| {
            if two.as_deref() == Some(*head) {
                Some((*family, 2))
            } else {
                (one == *head).then_some((*family, 1))
            }
        });
        let Some((family, length)) = head else {
            at += 1;
            continue;
        };
        at += length;
        let mut before = String::new();
        for (step, &(start, word)) in spoken.iter().enumerate().skip(at).take(LONGEST) {
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            let shouted = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
            if !capital || shouted || !joined(step - 1) {
                break;
            }
            let own = plain(word);
            let next = spoken.get(step + 1).filter(|_| joined(step)).map(|(_, next)| plain(next));
            if next.is_some_and(|next| ORDINARY.contains(&format!("{own} {next}").as_str())) {
                break;
            }
            let spelling = names
                .entry((family, before.clone(), without_marks(&own)))
                .or_default()
                .entry(own.clone())
                .or_default();
            spelling.weight += weight;
            if spelling.places.len() < PLACES {
                spelling.places.push((subject, text, start..start + word.len()));
            }
            before = format!("{before} {own}");
        }
    }
}
