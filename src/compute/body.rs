//! In: the structured text of a document. Out: its paragraphs and headings one
//! after the other, numbered, each with its runs.

use super::activity;
use super::figures;
use super::meeting::{self, Particular};
use super::numbering::{Level, numbers_in, point_mark, roman};
use super::passage::{Passage, PassageRole};
use super::table;
use super::{basis, lines, placeholder};
use crate::documents::{Annex, Article, Block, Body, Division, Meeting, OfficialDocument, Section};
use crate::expression::Scope;
use crate::standard::Profile;
use crate::values::{Runs, one_line};

/// Shorter than this, a paragraph may be a single line, too little company for
/// a signature: the paragraph before it is kept as well.
const MAY_BE_ONE_LINE: usize = 90;

/// Everything between the title and the signature.
pub(super) fn passages(
    document: &OfficialDocument,
    profile: &Profile,
    scope: Option<&Scope>,
) -> Vec<Passage> {
    let mut writer = Writer { numbers_captions: true, ..Writer::new(profile, scope) };
    if let Some(basis) = &document.basis {
        for line in basis.authority.iter().flat_map(|authority| authority.lines()) {
            writer.push(PassageRole::Centred, None, &line.to_uppercase());
        }
        let (bases, lead) = basis::paragraphs(basis, profile);
        for text in &bases {
            writer.push(PassageRole::Basis, None, text);
        }
        if let Some(last) = writer.passages.last_mut() {
            last.keep = true;
        }
        if let Some(text) = &lead {
            writer.paragraph(None, text);
        }
    }
    writer.body(&document.content, &mut Level::default());
    writer.adjourn();
    if let Some(closing) = document.closing.as_deref().filter(|text| !text.trim().is_empty()) {
        writer.paragraph(None, closing);
    }
    writer.keep_the_end_with_the_signature();
    writer.passages
}

/// The text of an annex; articles are counted anew in it.
pub(super) fn of_annex(annex: &Annex, profile: &Profile, scope: Option<&Scope>) -> Vec<Passage> {
    let mut writer = Writer::new(profile, scope);
    writer.on_its_side = annex.landscape;
    writer.body(&annex.content, &mut Level::default());
    writer.adjourn();
    writer.passages
}

/// Writes the blocks down as passages.
pub(super) struct Writer<'a> {
    pub(super) profile: &'a Profile,
    pub(super) passages: Vec<Passage>,
    /// Articles are numbered through the whole document.
    articles: usize,
    /// The data that tables and charts are computed from.
    pub(super) scope: Option<&'a Scope>,
    /// Computed tables and charts are numbered in the body; an annex names its
    /// tables itself.
    pub(super) numbers_captions: bool,
    pub(super) tables: usize,
    pub(super) charts: usize,
    /// The sentence with which the minutes end.
    adjourned: Option<String>,
    /// Whether the sheets lie on their side already.
    on_its_side: bool,
}

impl<'a> Writer<'a> {
    fn new(profile: &'a Profile, scope: Option<&'a Scope>) -> Self {
        Self {
            profile,
            passages: Vec::new(),
            articles: 0,
            scope,
            numbers_captions: false,
            tables: 0,
            charts: 0,
            adjourned: None,
            on_its_side: false,
        }
    }

    pub(super) fn push(&mut self, role: PassageRole, mark: Option<String>, text: &str) {
        self.passages.push(Passage::new(role, mark, Runs::parse(text)));
    }

    pub(super) fn paragraph(&mut self, mark: Option<String>, text: &str) {
        self.push(PassageRole::Paragraph, mark, text);
    }

    /// A heading looks by its mark: I. and 1. alike, 1.1. lighter, deeper ones
    /// are paragraphs (R-D-141).
    pub(super) fn heading(&mut self, mark: &str, text: &str) {
        let role = match numbers_in(mark) {
            0 | 1 => PassageRole::Heading,
            2 => PassageRole::Subheading,
            _ => PassageRole::Paragraph,
        };
        self.push(role, Some(mark.into()), text);
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
        let words = &self.profile.divisions;
        match block {
            Block::Paragraph(text) => self.paragraph(None, text),
            Block::Table(table) => self.passages.push(Passage {
                table: Some(table::view(table, self.on_its_side)),
                ..Passage::new(PassageRole::Table, None, Runs::default())
            }),
            Block::FiguresTable(table) => {
                let view = self.scope.map(|scope| figures::table(table, scope));
                self.figures(view);
            }
            Block::RecognitionList(list) => {
                let view = self.scope.map(|scope| figures::recognised(list, scope));
                self.figures(view);
            }
            Block::ScoreSheets(sheets) => self.score_sheets(sheets),
            Block::Progress(table) => {
                let view = self.scope.map(|scope| figures::progress(table, scope));
                self.figures(view);
            }
            Block::Chart(chart) => self.chart(chart),
            Block::When(when) if when.holds() => self.body(&when.content, level),
            Block::When(_) => {}
            Block::Centred(text) => self.push(PassageRole::Centred, None, text),
            Block::Theme(theme) => self.paragraph(None, &format!("{}: {}", theme.label, theme.name)),
            Block::Part(part) => {
                level.parts += 1;
                self.division(&words.part, roman(level.parts), part);
            }
            Block::Chapter(chapter) => {
                level.chapters += 1;
                self.division(&words.chapter, roman(level.chapters), chapter);
            }
            Block::Division(division) => {
                level.divisions += 1;
                self.division(&words.division, level.divisions.to_string(), division);
            }
            Block::Subdivision(division) => {
                level.subdivisions += 1;
                self.division(&words.subdivision, level.subdivisions.to_string(), division);
            }
            Block::Article(article) => self.article(article),
            Block::Section(Section { mark, title, content }) => {
                let mark = match mark {
                    Some(mark) => level.given_mark(&one_line(mark)),
                    None => level.section_mark(),
                };
                self.heading(&mark, title);
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
                self.paragraph(Some(mark), &activity::sentence(activity));
                if let Some(note) = &activity.note {
                    let note = placeholder::fill(note, activity);
                    let words = &self.profile.activity;
                    self.paragraph(Some(words.note_mark.clone()), &format!("**{}** {note}", words.note));
                }
            }
            Block::Form(lines) => lines.iter().for_each(|line| {
                let label = format!("{}:", one_line(&line.label).trim_end_matches(':'));
                self.push(PassageRole::FormLine, Some(label), line.text.as_deref().unwrap_or_default());
            }),
            Block::Meeting(meeting) => self.meeting(meeting),
        }
    }

    /// `Chương I` and its name (R-D-040).
    fn division(&mut self, word: &str, counted: String, division: &Division) {
        let number = division.number.as_deref().map_or(counted, one_line);
        let title = lines(&division.title).unwrap_or_default();
        // Names are plain text: marks are for running text.
        let mark = Some(format!("{word} {number}"));
        self.passages.push(Passage::new(PassageRole::Division, mark, Runs::plain(&title)));
        self.body(&division.content, &mut Level::default());
    }

    /// `Điều 1. Tên` on a line of its own, or `Điều 1.` before the first words.
    fn article(&mut self, article: &Article) {
        self.articles += 1;
        let mark = format!("{} {}.", self.profile.divisions.article, self.articles);
        if let Some(title) = &article.title {
            self.push(PassageRole::Heading, Some(mark), title);
            return self.body(&article.content, &mut Level::inside_article());
        }
        let first = self.passages.len();
        self.body(&article.content, &mut Level::inside_article());
        match self.passages.get_mut(first) {
            Some(passage) if passage.role == PassageRole::Paragraph && passage.mark.is_none() => {
                passage.role = PassageRole::Article;
                passage.mark = Some(mark);
            }
            _ => {
                let passage = Passage::new(PassageRole::Heading, Some(mark), Runs::default());
                self.passages.insert(first, passage);
            }
        }
    }

    /// The minutes of a meeting end where its text ends.
    fn adjourn(&mut self) {
        if let Some(closing) = self.adjourned.take() {
            self.paragraph(None, &closing);
        }
    }

    fn meeting(&mut self, meeting: &Meeting) {
        self.adjourn();
        let words = &self.profile.meeting;
        for Particular { label, text, entries } in meeting::particulars(meeting, words) {
            self.push(PassageRole::Particular, Some(label.into()), &text);
            for entry in entries {
                self.paragraph(Some("-".into()), &entry);
            }
        }
        self.adjourned = meeting::closing(meeting, words);
    }
}
