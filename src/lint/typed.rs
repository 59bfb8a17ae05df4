//! Rules about what the author typed for lists and emphasis: numbers and letters in
//! their order, bullets that the format does not have, marks of other programs.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::pattern;
use super::text::Role;
use super::{Check, Findings, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;
use crate::values::prose::own_mark;

pub(super) const RULES: &[Rule] = &[
    Rule { id: "thu-tu", severity: Warning, check: Check::Document(order) },
    Rule { id: "dau-dong", severity: Info, check: Check::Document(bullets) },
    Rule { id: "dau-la", severity: Warning, check: Check::Document(foreign_marks) },
];

/// The letters of points in their order (R-D-140).
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// A number or a letter before an item, as its place in the order, from 1.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Number(usize),
    Letter(usize),
    /// `f)`: no letter of Vietnamese.
    Foreign,
}

impl Mark {
    fn of(paragraph: &str) -> Option<(Self, &str)> {
        let (written, _) = paragraph.split_once(' ')?;
        let inner = written.strip_suffix(['.', ')'])?;
        if (1..=2).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit()) {
            return Some((Self::Number(inner.parse().ok()?), written));
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

/// The last mark of each kind: `1.`, `1)`, `a)`.
#[derive(Default)]
struct Last {
    point: Option<usize>,
    bracket: Option<usize>,
    letter: Option<usize>,
}

impl Last {
    /// The last of this kind, those below it forgotten.
    fn of(&mut self, mark: Mark, written: &str) -> &mut Option<usize> {
        match mark {
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
    for text in subject.texts.iter().filter(|text| text.role == Role::Body && text.paragraphs.len() > 1) {
        let mut last = Last::default();
        let (mut opened, mut closed) = (0, 0);
        let mut before = None;
        let mut amends = false;
        for (start, paragraph) in text.each_paragraph() {
            let inside = opened > closed;
            opened += paragraph.matches('“').count();
            closed += paragraph.matches('”').count();
            if paragraph.starts_with('#') {
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
                Mark::Number(place) | Mark::Letter(place) => place,
                Mark::Foreign => 0,
            };
            let last = last.of(mark, written);
            // A list of one item may be followed by another list, but not at once.
            let again = place == 1 && before != Some(written);
            let follows = last.is_none_or(|last| place == last + 1) || again;
            let due = last.map(|last| due(mark, last + 1, written));
            if place > 0 {
                *last = Some(place);
            }
            before = Some(written);
            let (_, item) = paragraph.split_at(written.len());
            if follows && mark != Mark::Foreign || amends || is_numbered(item, place) {
                continue;
            }
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
            found.at(subject, text, start..start + written.len(), words);
        }
    }
}

/// Whether what follows keeps the numbers of another paper: `sửa đổi như sau:`.
fn announces_amendments(paragraph: &str) -> bool {
    let lower = paragraph.trim_end().to_lowercase();
    lower.ends_with(':')
        && ["sửa đổi", "bổ sung", "thay thế", "bãi bỏ"].iter().any(|word| lower.contains(word))
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
        Mark::Letter(_) | Mark::Foreign => {
            let letter = LETTERS.chars().nth(place - 1);
            letter.map_or_else(|| "a1)".into(), |letter| format!("{letter}{end}"))
        }
    }
}

/// The number, letter or bullet before a name: `1. `, `a) `, `- `, `• `.
pub(super) fn own_number(name: &str) -> Option<&str> {
    let (written, _) = name.split_once(' ')?;
    let numbered = Mark::of(name).is_some();
    (numbered || matches!(written, "-" | "–" | "—" | "•" | "+" | "*" | "·")).then_some(written)
}

/// Bullets of other programs at the beginning of a paragraph: the format has a
/// hyphen, and a plus sign below it.
fn bullets(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| matches!(text.role, Role::Body | Role::Cell)) {
        let odd = text.each_paragraph().find_map(|(start, paragraph)| {
            // `* Ghi chú: …` below a table is a note.
            let note = ["* ghi chú", "* lưu ý", "* chú thích", "* nguồn"];
            let noted = note.iter().any(|note| paragraph.to_lowercase().starts_with(note));
            let star = (paragraph.starts_with("* ") && !noted).then_some("*");
            let own = own_mark(paragraph).map(|(mark, _)| mark);
            let bullet = star.or(own.filter(|mark| "•·▪→–—".contains(mark)))?;
            Some((start, bullet.to_string()))
        });
        let Some((start, bullet)) = odd else { continue };
        let words = Wording {
            vi: [
                format!("gạch đầu dòng gõ bằng `{bullet}`, in ra đúng như vậy"),
                "dùng gạch nối `-`, ý nhỏ hơn dùng `+`; hoặc khối `gach:`".into(),
            ],
            en: [
                format!("the bullet `{bullet}` is printed as typed"),
                "use a hyphen `-`, and `+` below it; or the block `gach:`".into(),
            ],
        };
        // One finding a text: its author has one habit.
        found.at(subject, text, start..start + bullet.len(), words);
    }
}

static FOREIGN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?m)(?:^|[\s(“])(?P<line>__?\p{L}[^_\n]{0,120}__?)(?:[\s.,;:)”]|$)",
        r"|(?P<struck>~~[^~\n]{1,120}~~)",
        r"|(?P<entity>&(?:nbsp|amp|lt|gt|quot);)",
        r"|(?P<tag></?(?:b|i|u|s|strong|em|br|p|span|div|sup|sub|center|font)(?:\s[^>\n]{0,80})?/?>)",
        r"|(?P<image>!\[[^\]\n]{0,80}\]\()",
        r"|(?P<link>\[[^\]\n]{1,80}\]\(https?:)",
        r"|(?P<note>\[\^\w{1,20}\])",
        r"|^(?P<heading>#{7,})\s",
    ))
});

/// Marks of Markdown and HTML that the program does not have: they are printed.
fn foreign_marks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        for captures in FOREIGN.captures_iter(text.text) {
            let Some(mark) = captures.iter().skip(1).flatten().next() else { continue };
            let written = mark.as_str();
            let words = Wording {
                vi: [
                    format!("`{written}` là dấu của chương trình khác, sẽ bị in ra"),
                    "xoá dấu ấy; chữ nghiêng viết *…*, chữ đậm viết **…**".into(),
                ],
                en: [
                    format!("`{written}` is a mark of another program and would be printed"),
                    "delete it; italics are *…*, bold is **…**".into(),
                ],
            };
            found.at(subject, text, mark.range(), words);
        }
    }
}
