//! In: the YAML under `can_cu`. Out: the papers a document rests on, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::values::{Date, format};

/// Căn cứ: the papers the document rests on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Thẩm quyền: who decides, on a centred line above the papers, as State
    /// decisions print it.
    #[serde(rename = "tham_quyen")]
    pub authority: Option<String>,
    /// Cách ghi: one to a line (default), or one running paragraph.
    #[serde(rename = "cach_ghi", default)]
    pub form: BasisForm,
    /// Phẩy trước ngày: whether a comma stands before the date of a cited
    /// paper, as the official texts print it (R-D-116); yes if left out.
    #[serde(rename = "phay_truoc_ngay", default = "yes")]
    pub comma_before_date: bool,
    /// Văn bản: the papers.
    #[serde(rename = "van_ban")]
    #[schemars(length(min = 1))]
    pub papers: Vec<Citation>,
    /// Câu dẫn: the sentence that follows and leads to the text.
    #[serde(rename = "cau_dan")]
    pub lead: Option<String>,
}

fn yes() -> bool {
    true
}

/// How legal bases are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum BasisForm {
    /// Each on a line of its own (R-D-135).
    #[default]
    #[serde(rename = "moi_dong")]
    Lines,
    /// One paragraph, joined by “và” (R-D-136).
    #[serde(rename = "doan_van")]
    Paragraph,
}

/// One legal basis.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Citation {
    /// In the author's own words.
    Text(String),
    /// As data.
    Paper(CitedPaper),
}

/// A cited paper (R-D-142): printed as type, number, date, body, subject.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitedPaper {
    /// Loại: `Nghị quyết`.
    #[serde(rename = "loai")]
    pub kind: String,
    /// Số, ký hiệu: `02-NQ/ĐUK`.
    #[serde(rename = "so")]
    #[schemars(extend("format" = format::SYMBOL))]
    pub symbol: String,
    /// Ngày.
    #[serde(rename = "ngay")]
    pub date: Date,
    /// Cơ quan: who issued it.
    #[serde(rename = "co_quan")]
    pub body: String,
    /// Trích yếu, with its own quotation marks where it has any.
    #[serde(rename = "trich_yeu")]
    pub subject: String,
}
