//! In: the structured text of a document. Out: its paragraphs and headings one
//! after the other, numbered, each with its runs.

use serde::Serialize;

use super::{basis, placeholder};
use crate::documents::{Activity, Block, Body, NamedDocument, Section};
use crate::standard::Profile;
use crate::values::prose::{self, Role};
use crate::values::{Runs, one_line};

/// One paragraph or heading.
#[derive(Debug, Serialize)]
pub struct Passage {
    /// The level of a heading, from 1; none for a paragraph.
    #[serde(rename = "cap")]
    pub level: Option<u8>,
    /// The mark before the text: `I.`, `1.`, `a)`, `-`.
    #[serde(rename = "dau")]
    pub mark: Option<String>,
    /// The text.
    #[serde(rename = "chu")]
    pub text: Runs,
    /// Whether its last lines must share a page with what follows (R-D-143).
    #[serde(rename = "giu")]
    pub keep: bool,
}

/// Shorter than this, a paragraph may be a single line, too little company for
/// a signature: the paragraph before it is kept as well.
const MAY_BE_ONE_LINE: usize = 90;

/// Everything between the title and the signature.
pub(super) fn passages(document: &NamedDocument, profile: &Profile) -> Vec<Passage> {
    let mut writer = Writer::default();
    for text in document.basis.iter().flat_map(|basis| basis::paragraphs(basis, profile)) {
        writer.paragraph(None, &text);
    }
    if let Some(last_basis) = writer.passages.last_mut() {
        last_basis.keep = true;
    }
    writer.body(&document.content, &mut Level::default());
    if let Some(closing) = document.closing.as_deref().filter(|text| !text.trim().is_empty()) {
        writer.paragraph(None, closing);
    }
    writer.keep_the_end_with_the_signature();
    writer.passages
}

/// Where the numbering stands at one level of the outline.
#[derive(Debug, Default)]
struct Level {
    /// 0 outside all sections.
    depth: u8,
    /// The number of the section around, Roman ones left out: `1.`, `1.2.`.
    prefix: String,
    /// Roman sections so far.
    sections: usize,
    /// Things with Arabic numbers so far.
    numbered: usize,
    /// Points since the last numbered thing.
    points: usize,
}

impl Level {
    /// `1.` below a Roman section, `3.1.` below section `3.` (R-D-141).
    fn item_mark(&mut self) -> String {
        self.points = 0;
        self.numbered += 1;
        format!("{}{}.", self.prefix, self.numbered)
    }

    fn section_mark(&mut self) -> String {
        if self.depth > 0 {
            return self.item_mark();
        }
        self.points = 0;
        self.sections += 1;
        format!("{}.", roman(self.sections))
    }

    fn below(&self, mark: &str) -> Self {
        let prefix = if self.depth == 0 { String::new() } else { mark.into() };
        Self { depth: self.depth + 1, prefix, ..Self::default() }
    }
}

#[derive(Debug, Default)]
struct Writer {
    passages: Vec<Passage>,
}

impl Writer {
    fn paragraph(&mut self, mark: Option<String>, text: &str) {
        self.passages.push(Passage { level: None, mark, text: Runs::parse(text), keep: false });
    }

    fn heading(&mut self, level: u8, mark: Option<String>, text: &str) {
        self.passages.push(Passage { level: Some(level), mark, text: Runs::parse(text), keep: false });
    }

    fn keep_the_end_with_the_signature(&mut self) {
        let mut end = self.passages.iter_mut().rev();
        let Some(last) = end.next() else { return };
        last.keep = true;
        let letters: usize = last.text.runs().iter().map(|run| run.text.chars().count()).sum();
        if let Some(before) = end.next().filter(|_| letters < MAY_BE_ONE_LINE) {
            before.keep = true;
        }
    }

    fn body(&mut self, body: &Body, level: &mut Level) {
        match body {
            Body::Prose(text) => self.prose(text, level),
            Body::Blocks(blocks) => blocks.iter().for_each(|block| self.block(block, level)),
        }
    }

    fn block(&mut self, block: &Block, level: &mut Level) {
        match block {
            Block::Paragraph(text) => self.paragraph(None, text),
            Block::Theme(theme) => self.paragraph(None, &format!("{}: {}", theme.label, theme.name)),
            Block::Section(Section { title, content }) => {
                let mark = level.section_mark();
                self.heading(level.depth + 1, Some(mark.clone()), title);
                self.body(content, &mut level.below(&mark));
            }
            Block::Item(text) => {
                let mark = level.item_mark();
                self.paragraph(Some(mark), text);
            }
            Block::Point(text) => {
                level.points += 1;
                self.paragraph(Some(point_mark(level.points)), text);
            }
            Block::Dash(text) => self.paragraph(Some("-".into()), text),
            Block::Activity(activity) => {
                let mark = level.item_mark();
                self.paragraph(Some(mark), &task(activity));
                if let Some(note) = &activity.note {
                    let note = placeholder::fill(note, activity);
                    self.paragraph(Some("*".into()), &format!("**Lưu ý:** {note}"));
                }
            }
        }
    }

    /// Marks in prose stay as the author wrote them; headings without one are
    /// numbered as sections are.
    fn prose(&mut self, text: &str, level: &mut Level) {
        let depth = level.depth;
        let mut open = vec![std::mem::take(level)];
        for passage in prose::passages(text) {
            match passage.role {
                Role::Paragraph => self.paragraph(passage.mark, &passage.text),
                Role::Heading(own) => {
                    open.truncate(usize::from(own));
                    while open.len() < usize::from(own) {
                        let deeper = open[open.len() - 1].below("");
                        open.push(deeper);
                    }
                    let around = &mut open[usize::from(own) - 1];
                    let mark = passage.mark.unwrap_or_else(|| around.section_mark());
                    let below = around.below(&mark);
                    self.heading(depth + own, Some(mark), &passage.text);
                    open.push(below);
                }
            }
        }
        *level = open.swap_remove(0);
    }
}

/// The activity's sentence; a deadline no text mentions goes in brackets before
/// the full stop.
fn task(activity: &Activity) -> String {
    let text = one_line(&placeholder::fill(&activity.task, activity));
    let mentioned = [Some(&activity.task), activity.note.as_ref()]
        .into_iter()
        .flatten()
        .any(|text| placeholder::names(text).any(|(_, name)| name == "han"));
    match activity.deadline.filter(|_| !mentioned) {
        Some(deadline) => {
            let sentence = text.trim_end_matches('.');
            let stop = &text[sentence.len()..];
            format!("{sentence} ({deadline}){stop}")
        }
        None => text,
    }
}

/// The letters of points in Vietnamese order: after d comes đ, and there is no
/// f, j, w or z (R-D-140).
fn point_mark(number: usize) -> String {
    const LETTERS: [char; 23] = [
        'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u',
        'v', 'x', 'y',
    ];
    let letter = LETTERS[(number - 1) % LETTERS.len()];
    // After y) the series goes on with a1), which no rule forbids.
    match (number - 1) / LETTERS.len() {
        0 => format!("{letter})"),
        round => format!("{letter}{round})"),
    }
}

fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{point_mark, roman};

    #[test]
    fn marks() {
        let romans: Vec<_> = [1, 4, 9, 14, 40].map(roman).into();
        assert_eq!(romans, ["I", "IV", "IX", "XIV", "XL"]);
        let points: String = (1..=8).map(point_mark).collect();
        assert_eq!(points, "a)b)c)d)đ)e)g)h)");
        assert_eq!(point_mark(24), "a1)");
    }
}
