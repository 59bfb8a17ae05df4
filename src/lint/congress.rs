//! The rule about the national congresses of the Party: none is prepared for that is
//! over, and each stands in its year.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::body::is_basis_of_then;
use super::reading::{Seldom, pattern};
use super::reference::numeral;
use super::text::{Text, ends_with, lowered, sentence};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::standard::Day;
use crate::values::Date;

pub(super) const RULES: &[Rule] = &[Rule::of_document("dai-hoi", Warning, congresses)];

/// National congresses of the Party.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Congresses {
    /// The day each closed, by its Roman numeral.
    #[serde(rename = "dai_hoi")]
    pub(super) closed: BTreeMap<String, Day>,
}

fn congresses(subject: &Subject<'_>, found: &mut Findings<'_>) {
    past_congress(subject, found);
    other_year(subject, found);
    no_such_term(subject, found);
}

/// `Ban Chấp hành Trung ương Đảng khóa XXIII`, `(khóa XXIII)`.
static TERM: Seldom = Seldom::new(&["khóa X", "khoá X", "Khóa X", "Khoá X"], || {
    pattern(
        r"(?:Trung ương Đảng|Ban Chấp hành Trung ương|Bộ Chính trị|Ban Bí thư)(?: Đảng)?,?\s*\(?\s*[Kk]h(?:óa|oá)\s+(?P<no>[IVX]{2,6})\b",
    )
});

/// A term of the Central Committee that is far from any yet held.
fn no_such_term(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let held =
        subject.lexicon.congresses.closed.keys().filter_map(|own| numeral(own)).max().unwrap_or(usize::MAX);
    for text in subject.prose() {
        for no in TERM.captures_iter(text.text).filter_map(|captures| captures.name("no")) {
            // A table of today may be read for some years more.
            if numeral(no.as_str()).is_none_or(|number| number <= held.saturating_add(FARTHEST)) {
                continue;
            }
            let words = Wording {
                vi: [format!("chưa có khóa {}", no.as_str()), "xem lại số khóa".into()],
                en: [format!("there is no term {} yet", no.as_str()), "check its number".into()],
            };
            found.at(subject, text, no.range(), words);
        }
    }
}

/// As many terms after the last of the table may come.
const FARTHEST: usize = 3;

static COMING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:dự thảo (?:các )?văn kiện|tiến tới|chào mừng|chuẩn bị|hướng tới)(?:\s+[\p{L}]+){0,4}?\s+(?P<hit>đại\s+hội\s+(?:đại biểu toàn quốc\s+)?(?:lần\s+thứ\s+)?(?P<no>[IVX]{1,6}))\b",
    )
});

/// Work towards a congress that is over, `dự thảo văn kiện đại hội XII` in 2020.
fn past_congress(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let date = subject.document().date;
    for text in subject.prose() {
        for captures in COMING.captures_iter(text.text) {
            let ordinal = captures["no"].to_uppercase();
            let closed = subject.lexicon.congresses.closed.get(&ordinal);
            // A congress of a province or a district has numbers of its own.
            let own = text.text[captures.get_match().end()..].trim_start().to_lowercase();
            let local = own.starts_with("đảng bộ") || own.starts_with("của đảng bộ");
            let Some(closed) = closed.map(|day| day.0).filter(|closed| *closed < date && !local) else {
                continue;
            };
            let Some(hit) = captures.name("hit") else { continue };
            if is_title_of_then(subject, text, hit.start(), closed) {
                continue;
            }
            let words = Wording {
                vi: [
                    format!("Đại hội {ordinal} đã bế mạc ngày {closed}, trước ngày văn bản"),
                    "xem lại số của đại hội; đang nói đến đại hội sắp tới thì ghi số sau".into(),
                ],
                en: [
                    format!("congress {ordinal} closed on {closed}, before this document"),
                    "check the number; the coming congress has the next one".into(),
                ],
            };
            found.at(subject, text, hit.range(), words);
        }
    }
}

/// The title of a paper of that time, quoted or after its symbol and date.
fn is_title_of_then(subject: &Subject<'_>, text: &Text<'_>, at: usize, closed: Date) -> bool {
    let start = sentence(text.text, &(at..at)).start;
    let before = &text.text[start..at];
    let quoted = before.matches('“').count() > before.matches('”').count();
    let cited = subject.citations.iter().filter(|cited| {
        std::ptr::eq(&raw const subject.texts[cited.text], text) && (start..at).contains(&cited.range.end)
    });
    match cited.filter_map(|cited| cited.date).next_back() {
        Some(date) => date <= closed,
        None => quoted || is_basis_of_then(subject, text, closed),
    }
}

/// Words around the number of a congress that leave it one of the Party; `đại hội đảng
/// bộ` is none.
const OF_THE_PARTY: [&str; 13] =
    ["đại", "biểu", "toàn", "quốc", "đảng", "của", "cộng", "sản", "việt", "nam", "lần", "thứ", "ta"];

/// What stands before a congress that its year belongs to; `thi đua chào mừng Đại hội …
/// năm 2020` speaks of the year of the work.
const HELD: [&str; 5] = ["tại", "từ", "sau", "trước", "đến"];

/// `Tại Đại hội XII của Đảng năm 2021`, `Đại hội XII của Đảng (2021)`: the year of another
/// congress.
fn other_year(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        let lower = lowered(text.text);
        for (at, head) in lower.match_indices("đại hội ") {
            let Some((ordinal, year, length)) = beside(&lower[at + head.len()..]) else { continue };
            let range = at..at + head.len() + length;
            let before = lower[..at].trim_end();
            let begins = before.is_empty() || before.ends_with(['.', ';', ':', '-', '\n']);
            let held = begins || HELD.iter().any(|word| ends_with(before, word));
            if !held && !lower[range.clone()].contains('(') {
                continue;
            }
            let closed = subject.lexicon.congresses.closed.get(&ordinal).map(|day| day.0.parts().0);
            let Some(right) = closed.filter(|right| *right != year) else { continue };
            let words = Wording {
                vi: [
                    format!("Đại hội {ordinal} của Đảng họp năm {right}, ở đây ghi năm {year}"),
                    "xem lại số của đại hội, hoặc năm".into(),
                ],
                en: [
                    format!("congress {ordinal} of the Party met in {right}, not in {year}"),
                    "check the number of the congress, or the year".into(),
                ],
            };
            found.at(subject, text, range, words);
        }
    }
}

/// The number of a congress of the Party, the year right beside it, and how far both
/// reach: `đại biểu toàn quốc lần thứ XII của Đảng (năm 2021)`. Who holds it must be
/// said, and nobody else.
fn beside(lower: &str) -> Option<(String, i32, usize)> {
    let mut ordinal = None;
    let mut of_the_party = false;
    for word in lower.split_whitespace().take(16) {
        let plain = word.trim_matches(['(', ')', ',', '.', ';', ':', '”']);
        let numeral = !plain.is_empty() && plain.chars().all(|c| "ivx".contains(c));
        let ends = plain.as_ptr() as usize - lower.as_ptr() as usize + plain.len();
        // A stop ends what is said of the congress.
        let stops = word.ends_with([',', '.', ';', ':']);
        match (&ordinal, plain.parse::<i32>()) {
            (None, _) if numeral && !stops => ordinal = Some(plain.to_uppercase()),
            (Some(_), _) if plain == "năm" => {}
            (Some(ordinal), Ok(year)) if plain.len() == 4 && of_the_party => {
                // `… lần thứ XII, năm 2022 của Hội Nông dân`
                let other = lower[ends..].trim_start_matches([' ', ')']).starts_with("của ");
                return (!other).then(|| (ordinal.clone(), year, ends));
            }
            _ if stops || !OF_THE_PARTY.contains(&plain) => return None,
            _ => of_the_party |= plain == "đảng" || plain == "quốc",
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn years_beside_a_congress_of_the_party() {
        for (text, found) in [
            ("xii của đảng năm 2021 đề ra", Some(("XII", 2021))),
            ("đại biểu toàn quốc lần thứ xiii của đảng (2021)", Some(("XIII", 2021))),
            ("đảng toàn quốc lần thứ xiii năm 2020,", Some(("XIII", 2020))),
            ("đảng lần thứ xi (năm 2011)", Some(("XI", 2011))),
            ("xii của đảng, năm 2020 các chi bộ", None),
            ("xii năm 2021", None),
            ("đảng bộ tỉnh lần thứ xi, năm 2020", None),
            ("đại biểu đảng bộ tỉnh lần thứ xi năm 2020", None),
            ("đại biểu toàn quốc lần thứ xii công đoàn việt nam năm 2018", None),
            ("đại biểu toàn quốc lần thứ viii năm 2023 của hội nông dân", None),
            ("xii của đảng; năm 2021 các chi bộ", None),
            ("xii của đảng và năm 2021", None),
            ("xii của đảng. năm 2021", None),
            ("xii của đảng, nhiệm kỳ 2015 - 2020", None),
        ] {
            let own = beside(text).map(|(ordinal, year, _)| (ordinal, year));
            assert_eq!(own, found.map(|(ordinal, year)| (ordinal.to_string(), year)), "{text}");
        }
    }
}
