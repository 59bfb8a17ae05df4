//! In: the tables in `templates/the-thuc/bang/`. Out: the words that the rules
//! know. Each table is a struct beside the rules that read it.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::abbreviation::Abbreviations;
use super::authority::SigningWords;
use super::body::Ended;
use super::citation::CitingWords;
use super::congress::Congresses;
use super::deadline::TimeWords;
use super::history::PastWords;
use super::name::NameWords;
use super::reading::folded;
use super::slip::Slips;
use crate::diagnostic::Diagnostic;
use crate::standard::{self, Blanks};
use crate::workspace::Workspace;

/// What the rules look words up in.
#[derive(Debug)]
pub struct Lexicon {
    /// Who signs, as what, for whom.
    pub(super) signing: SigningWords,
    /// Abbreviations everyone knows, and the codes of State papers.
    pub(super) abbreviations: Abbreviations,
    /// Slips and what was meant.
    pub(super) slips: Slips,
    /// Names, and the words around them.
    pub(super) names: NameWords,
    /// Words around the symbol of a paper.
    pub(super) citing: CitingWords,
    /// Words of days and deadlines.
    pub(super) time: TimeWords,
    /// Words that tell the past from the present.
    pub(super) past: PastWords,
    /// Bodies and areas that no longer exist.
    pub(super) ended: Vec<Ended>,
    /// National congresses of the Party.
    pub(super) congresses: Congresses,
    /// What stands in lists and is no value.
    pub(super) blanks: Blanks,
}

/// The table of what ended.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndedTable {
    #[serde(rename = "co_quan")]
    bodies: Vec<Ended>,
}

impl Lexicon {
    /// Reads the tables.
    ///
    /// # Errors
    /// A broken table, with the reason.
    pub fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        fn table<T: DeserializeOwned>(workspace: &Workspace, name: &str) -> Result<T, Diagnostic> {
            standard::read(workspace, &format!("the-thuc/bang/{name}.toml"))
        }
        let mut names: NameWords = table(workspace, "ten-rieng")?;
        // `đảng ủy xã` before `đảng ủy`.
        names.heads.sort_by_key(|head| std::cmp::Reverse(head.word.len()));
        for head in &mut names.unit_heads {
            *head = folded(head);
        }
        let EndedTable { bodies } = table(workspace, "co-quan-da-giai-the")?;
        Ok(Self {
            signing: table(workspace, "chuc-vu")?,
            abbreviations: table(workspace, "viet-tat")?,
            slips: table(workspace, "de-nham")?,
            names,
            citing: table(workspace, "vien-dan")?,
            time: table(workspace, "thoi-gian")?,
            past: table(workspace, "chuyen-cu")?,
            ended: bodies,
            congresses: table(workspace, "dai-hoi")?,
            blanks: Blanks::read(workspace)?,
        })
    }
}
