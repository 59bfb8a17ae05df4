//! The rule about numbers and letters typed before items: they are in order, in a
//! list, under headings, in the first column of a table.

use std::ops::Range;

use super::reference::numeral;
use super::text::Role;
use super::{Findings, Rule, Subject, row_number};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("thu-tu", Warning, order)];

/// The letters of points in their order (R-D-140).
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// The numerals of headings.
const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// A number or a letter before an item, as its place in the order, from 1.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Number(usize),
    Letter(usize),
    /// `IV.`
    Roman(usize),
    /// `Điều 3.`
    Article(usize),
    /// `2.3.`, by the last of its numbers.
    Below(usize),
    /// `f)`: no letter of Vietnamese.
    Foreign,
}

impl Mark {
    fn of(paragraph: &str) -> Option<(Self, &str)> {
        if let Some(article) = article(paragraph) {
            return Some(article);
        }
        let (written, item) = paragraph.split_once(' ')?;
        let inner = written.strip_suffix(['.', ')'])?;
        if (1..=2).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit()) {
            return Some((Self::Number(inner.parse().ok()?), written));
        }
        if let Some((above, number)) = inner.split_once('.')
            && [above, number]
                .iter()
                .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
        {
            return Some((Self::Below(number.parse().ok()?), written));
        }
        // `V. I. Lênin` is a name.
        let initial = item.trim_start().chars().nth(1) == Some('.');
        if inner.bytes().all(|b| b"IVX".contains(&b)) && written.ends_with('.') && !initial {
            return Some((Self::Roman(numeral(inner)?), written));
        }
        let mut letters = inner.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
        if !letter.is_lowercase() || !written.ends_with(')') {
            return None;
        }
        let at = LETTERS.chars().position(|own| own == letter);
        let foreign = || "fjwz".contains(letter).then_some(Self::Foreign);
        Some((at.map(|at| Self::Letter(at + 1)).or_else(foreign)?, written))
    }
}

/// `Điều 3.` at the beginning of a paragraph.
fn article(paragraph: &str) -> Option<(Mark, &str)> {
    let rest = paragraph.strip_prefix("Điều ")?;
    let (number, _) = rest.split_once(['.', ':'])?;
    let written = &paragraph[..="Điều ".len() + number.len()];
    Some((Mark::Article(number.parse::<u16>().ok()?.into()), written))
}

/// The last mark of a kind in its list.
struct Placed {
    place: usize,
    /// What was due instead; the list may go on from there as well: `1.`, `4.`, `3.`.
    due: Option<usize>,
    /// Where the mark stands that the list began with in the middle, while it is the only one.
    only: Option<Range<usize>>,
    /// Whether the list began in the middle: `Điều 12.`, then `Điều 15.`, are taken
    /// out of another paper.
    excerpt: bool,
}

/// The last mark of each kind: `Điều 1.`, `I.`, `1.`, `1)`, `a)`.
#[derive(Default)]
struct Last {
    article: Option<Placed>,
    roman: Option<Placed>,
    point: Option<Placed>,
    bracket: Option<Placed>,
    letter: Option<Placed>,
    /// Of `2.3.`: which list it is of, and its last.
    below: (String, Option<Placed>),
}

impl Last {
    /// The last of this kind, those below it forgotten.
    fn of(&mut self, mark: Mark, written: &str) -> &mut Option<Placed> {
        match mark {
            // Articles run through the chapters.
            Mark::Article(_) => {
                (self.point, self.bracket, self.letter) = (None, None, None);
                &mut self.article
            }
            Mark::Roman(_) => {
                (self.point, self.bracket, self.letter) = (None, None, None);
                &mut self.roman
            }
            Mark::Below(_) => {
                (self.bracket, self.letter) = (None, None);
                let above = written.split('.').next().unwrap_or_default();
                if self.below.0 != above {
                    self.below = (above.into(), None);
                }
                &mut self.below.1
            }
            Mark::Number(_) if written.ends_with('.') => {
                (self.bracket, self.letter) = (None, None);
                &mut self.point
            }
            Mark::Number(_) => {
                self.letter = None;
                &mut self.bracket
            }
            Mark::Letter(_) | Mark::Foreign => &mut self.letter,
        }
    }
}

/// `1.` then `3.`, `a)` twice, `d)` then `f)`. Letters begin again under each
/// number, everything begins again under a heading; a quotation keeps its own.
fn order(subject: &Subject<'_>, found: &mut Findings<'_>) {
    row_number::rows(subject, found);
    for text in subject.texts.iter().filter(|text| text.role == Role::Body && text.paragraphs.len() > 1) {
        let mut last = Last::default();
        let (mut opened, mut closed) = (0, 0);
        let mut before = None;
        let mut amends = false;
        for (start, paragraph) in text.each_paragraph() {
            let inside = opened > closed;
            opened += paragraph.matches('“').count();
            closed += paragraph.matches('”').count();
            if paragraph.starts_with('#') || is_note(paragraph) {
                last = Last::default();
            }
            let marked = Mark::of(paragraph).filter(|_| !inside);
            let amending = announces_amendments(paragraph);
            let Some((mark, written)) = marked else {
                before = None;
                amends = amending;
                continue;
            };
            amends |= amending;
            let place = match mark {
                Mark::Number(place)
                | Mark::Letter(place)
                | Mark::Roman(place)
                | Mark::Article(place)
                | Mark::Below(place) => place,
                Mark::Foreign => 0,
            };
            let last = last.of(mark, written);
            let own = start..start + written.len();
            let (_, item) = paragraph.split_at(written.len());
            let meant = amends || is_numbered(item, place);
            // A list of one item may be followed by another list, but not at once.
            let again = place == 1 && before != Some(written);
            let goes_on = |last: &Placed| {
                place == last.place + 1
                    || last.due.is_some_and(|due| place == due + 1)
                    || last.excerpt && place > last.place
            };
            let follows = (again || last.as_ref().is_none_or(goes_on)) && mark != Mark::Foreign;
            // `2.`, then `2.` or `3.`, then `2.`: the first of them is wrong.
            let first = last.as_ref().and_then(|last| last.only.clone()).filter(|_| place == 2);
            let next = last.as_ref().map(|last| last.due.unwrap_or(last.place) + 1);
            before = Some(written);
            if place > 0 {
                let begins = last.is_none() && place > 1;
                let excerpt =
                    first.is_none() && last.as_ref().map_or(begins, |last| last.excerpt && place > 1);
                let due = next.filter(|_| !follows && first.is_none());
                *last = Some(Placed { place, due, only: (begins && !meant).then(|| own.clone()), excerpt });
            }
            if follows || meant {
                continue;
            }
            let (own, due) = match first {
                Some(first) => (first, Some(due(mark, 1, written))),
                None => (own, next.map(|next| due(mark, next, written))),
            };
            let written = &text.text[own.clone()];
            let words = Wording {
                vi: [
                    format!("`{written}` không đúng thứ tự của danh sách"),
                    match &due {
                        Some(due) => format!("ở đây là `{due}`; hoặc xem lại các mục trước nó"),
                        None => "điểm ghi a), b), c), d), đ), e), g) …".into(),
                    },
                ],
                en: [
                    format!("`{written}` is out of order in its list"),
                    match &due {
                        Some(due) => format!("`{due}` is due here; or look at the items before it"),
                        None => "points are a), b), c), d), đ), e), g) …".into(),
                    },
                ],
            };
            found.at(subject, text, own, words);
        }
    }
}

/// Whether what follows keeps the numbers of another paper: `sửa đổi như sau:`.
fn announces_amendments(paragraph: &str) -> bool {
    let lower = paragraph.trim_end().to_lowercase();
    lower.ends_with(':')
        && ["sửa đổi", "bổ sung", "thay thế", "bãi bỏ"].iter().any(|word| lower.contains(word))
}

/// `Ghi chú:`: what follows speaks of marks that stand elsewhere.
fn is_note(paragraph: &str) -> bool {
    let bare = paragraph.trim_matches(['*', ' ']);
    ["Ghi chú", "Chú thích", "Trích"].iter().any(|word| bare.starts_with(word))
}

/// Whether an item bears the number of what it is about: `3. Khu phố 3: …`.
fn is_numbered(item: &str, place: usize) -> bool {
    let number = place.to_string();
    let words = item.split_whitespace().take(5);
    words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).any(|word| word == number)
}

/// The mark that is due at a place of the order, in the form of the one written.
fn due(mark: Mark, place: usize, written: &str) -> String {
    let end = written.chars().next_back().unwrap_or(')');
    match mark {
        Mark::Number(_) => format!("{place}{end}"),
        Mark::Below(_) => {
            let above = written.split('.').next().unwrap_or_default();
            format!("{above}.{place}{end}")
        }
        Mark::Roman(_) => ROMAN.get(place - 1).map_or_else(|| place.to_string(), |roman| format!("{roman}.")),
        Mark::Article(_) => format!("Điều {place}{end}"),
        Mark::Letter(_) | Mark::Foreign => {
            let letter = LETTERS.chars().nth(place - 1);
            letter.map_or_else(|| "a1)".into(), |letter| format!("{letter}{end}"))
        }
    }
}

/// The number, letter or bullet before a name: `1. `, `a) `, `- `, `• `.
pub(super) fn own_number(name: &str) -> Option<&str> {
    let (written, rest) = name.split_once(' ')?;
    // `2/ Lê Thị Lan`, `01 - Lê Thị Lan`; `30/4` and `19/5` are names.
    let digits = written.strip_suffix(['/', '-', ':']).unwrap_or(written);
    let counted = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let apart = digits.len() < written.len() || rest.starts_with(['-', '–', '/']);
    let numbered = Mark::of(name).is_some() || (counted && apart);
    (numbered || matches!(written, "-" | "–" | "—" | "•" | "+" | "*" | "·")).then_some(written)
}
