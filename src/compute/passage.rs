//! In: nothing but types. Out: the paragraphs of a document as its template is told
//! them.

use serde::Serialize;

use super::figures::{ChartView, FiguresView};
use super::table::TableView;
use crate::values::Runs;

/// One paragraph, heading or centred line.
#[derive(Debug, Serialize)]
pub struct Passage {
    /// What it is.
    #[serde(rename = "vai")]
    pub role: PassageRole,
    /// The mark before the text: `I.`, `1.`, `a)`, `-`, `Điều 1.`, `Chương I`.
    #[serde(rename = "dau")]
    pub mark: Option<String>,
    /// The text.
    #[serde(rename = "chu")]
    pub text: Runs,
    /// The table, if it is one.
    #[serde(rename = "bang")]
    pub table: Option<TableView>,
    /// The computed table, if it is one.
    #[serde(rename = "bang_so_lieu")]
    pub figures: Option<FiguresView>,
    /// The chart, if it is one.
    #[serde(rename = "bieu_do")]
    pub chart: Option<ChartView>,
    /// Whether its last lines must share a page with what follows (R-D-143).
    #[serde(rename = "giu")]
    pub keep: bool,
}

/// What a passage is; the serialised names are the template's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum PassageRole {
    /// A paragraph or an item.
    #[serde(rename = "doan")]
    Paragraph,
    /// An article without a name: its number is bold, its text is not.
    #[serde(rename = "dieu")]
    Article,
    /// A heading I., 1. or the name of an article.
    #[serde(rename = "de_muc")]
    Heading,
    /// A heading 1.1.
    #[serde(rename = "tieu_muc")]
    Subheading,
    /// Phần, chương or mục: two centred lines.
    #[serde(rename = "phan")]
    Division,
    /// A legal basis.
    #[serde(rename = "can_cu")]
    Basis,
    /// A table.
    #[serde(rename = "bang")]
    Table,
    /// A labelled line of a slip; dotted where it has no text.
    #[serde(rename = "dien")]
    FormLine,
    /// A labelled line of a meeting.
    #[serde(rename = "hop")]
    Particular,
    /// A table computed from the data.
    #[serde(rename = "bang_so_lieu")]
    Figures,
    /// A chart.
    #[serde(rename = "bieu_do")]
    Chart,
    /// A centred bold line.
    #[serde(rename = "dong_giua")]
    Centred,
    /// A new page.
    #[serde(rename = "sang_trang")]
    NewPage,
}

impl Passage {
    pub(super) fn new(role: PassageRole, mark: Option<String>, text: Runs) -> Self {
        Self { role, mark, text, table: None, figures: None, chart: None, keep: false }
    }
}
