//! In: a document. Out: how many of its parts bear a number that a sentence may
//! name: annexes, articles, tables, charts, forms, headings. Where it is not sure it
//! counts too many: a reference told wrongly is worse than one passed over.

use std::sync::LazyLock;

use regex::Regex;

use super::Subject;
use super::reading::pattern;
use super::reference::numeral;
use super::text::Text;
use crate::documents::{Block, Body, OfficialDocument};
use crate::validate::blocks;

/// What bears numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Annex,
    Article,
    Table,
    Chart,
    Form,
    /// A heading with a Roman numeral.
    Section,
}

impl Part {
    /// Its name in a sentence, in lower case.
    pub(super) fn named(word: &str) -> Option<Self> {
        Some(match word {
            "phụ lục" => Self::Annex,
            "điều" => Self::Article,
            "bảng" => Self::Table,
            "biểu đồ" => Self::Chart,
            "biểu" => Self::Form,
            "mục" => Self::Section,
            _ => return None,
        })
    }

    /// Its names in messages.
    pub(super) fn names(self) -> [&'static str; 2] {
        match self {
            Self::Annex => ["phụ lục", "annex"],
            Self::Article => ["điều", "article"],
            Self::Table => ["bảng", "table"],
            Self::Chart => ["biểu đồ", "chart"],
            Self::Form => ["biểu", "form"],
            Self::Section => ["mục", "section"],
        }
    }
}

/// A part typed as a paragraph or in a caption: `Điều 3. …`, `Bảng 2: …`, `IV. …`.
static TYPED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[*#\s]*(?:(?P<word>phụ lục|điều|bảng|biểu đồ|biểu|mục)\s+(?:số\s+)?(?P<no>[0-9]{1,3}|[IVX]{1,5})\b|(?P<roman>[IVX]{1,5})[.)-])",
    )
});

/// How many there are of each part, or the highest number that is typed.
pub(super) struct Numbered([usize; 6]);

impl Numbered {
    pub(super) fn of(subject: &Subject<'_>) -> Self {
        let document = subject.document();
        let mut own = Self([0; 6]);
        own.0[Part::Annex as usize] = document.annexes.len();
        blocks(document, &mut |block, _| own.count(block));
        own.0[Part::Section as usize] = sections(document);
        for (_, paragraph) in subject.prose().flat_map(Text::each_paragraph) {
            let Some(typed) = TYPED.captures(paragraph) else { continue };
            let part = match typed.name("word") {
                Some(word) => Part::named(&word.as_str().to_lowercase()),
                None => Some(Part::Section),
            };
            let number = typed.name("no").or_else(|| typed.name("roman"));
            if let (Some(part), Some(number)) = (part, number.and_then(|number| numeral(number.as_str()))) {
                own.0[part as usize] = own.0[part as usize].max(number);
            }
        }
        own
    }

    pub(super) fn how_many(&self, part: Part) -> usize {
        self.0[part as usize]
    }

    /// The parts that the program numbers itself.
    fn count(&mut self, block: &Block) {
        let part = match block {
            Block::Article(_) => Part::Article,
            Block::FiguresTable(_) | Block::Progress(_) | Block::RecognitionList(_) => Part::Table,
            Block::Chart(_) => Part::Chart,
            // A form a model: as many tables as the data have.
            Block::ScoreSheets(_) => return self.0[Part::Table as usize] += 1000,
            _ => return,
        };
        self.0[part as usize] += 1;
    }
}

/// How many clauses each article has that the program numbers; none is known of one in prose.
pub(super) fn clauses(document: &OfficialDocument) -> Vec<usize> {
    let mut all = Vec::new();
    blocks(document, &mut |block, _| {
        if let Block::Article(article) = block {
            let Body::Blocks(inside) = &article.content else { return all.push(0) };
            all.push(inside.iter().filter(|block| matches!(block, Block::Item(_))).count());
        }
    });
    all
}

/// The headings that are not below another one, of all the parts of a document.
fn sections(document: &OfficialDocument) -> usize {
    let bodies = document.annexes.iter().map(|annex| &annex.content);
    bodies.chain([&document.content]).map(outermost).sum()
}

fn outermost(body: &Body) -> usize {
    let blocks = match body {
        Body::Prose(text) => return text.lines().filter(|line| line.starts_with('#')).count(),
        Body::Blocks(blocks) => blocks,
    };
    blocks.iter().fold(0, |above, block| match block {
        Block::Section(section) => {
            let given = section.mark.as_deref().map(|mark| mark.trim_end_matches(['.', ')', '-']));
            given.and_then(numeral).map_or(above + 1, |given| above.max(given))
        }
        block => above + block.inside().map_or(0, |(_, body)| outermost(body)),
    })
}
