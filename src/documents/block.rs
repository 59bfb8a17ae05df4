//! In: the YAML under `noi_dung`. Out: the text as structured blocks.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::{Chart, FiguresTable, Meeting, ProgressTable, RecognitionList, ScoreSheets, Table, When};
use crate::values::{Date, Deadline, format};

/// Nội dung: a list of blocks, or light Markdown in one block scalar.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Body {
    /// Light Markdown (see [`crate::values::prose`]).
    Prose(String),
    /// Structured blocks.
    Blocks(Vec<Block>),
}

/// Written by hand to name the kind of the string.
impl JsonSchema for Body {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NoiDung".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let block = generator.subschema_for::<Block>();
        json_schema!({ "anyOf": [
            { "type": "string", "format": format::PROSE },
            { "type": "array", "items": block, "minItems": 1 },
        ] })
    }
}

/// One block of the text: a mapping with one key.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub enum Block {
    /// Đoạn: a paragraph.
    #[serde(rename = "doan")]
    Paragraph(String),
    /// Chủ đề: the theme line of a yearly plan.
    #[serde(rename = "chu_de")]
    Theme(Theme),
    /// Phần: a part, numbered I, II, … (R-D-137).
    #[serde(rename = "phan")]
    Part(Division),
    /// Chương: a chapter, numbered I, II, … within its part (R-D-137).
    #[serde(rename = "chuong")]
    Chapter(Division),
    /// Mục: a section of a regulation, numbered 1, 2, … (R-D-138).
    #[serde(rename = "muc")]
    Division(Division),
    /// Tiểu mục: a section within a mục (R-N-034).
    #[serde(rename = "tieu_muc")]
    Subdivision(Division),
    /// Điều: an article; articles are numbered through the document (R-D-139).
    #[serde(rename = "dieu")]
    Article(Article),
    /// Đề mục: a heading of a plan or report with what stands under it;
    /// numbered I., 1., 1.1. by depth (R-D-141).
    #[serde(rename = "de_muc")]
    Section(Section),
    /// Bảng: a table.
    #[serde(rename = "bang")]
    Table(Table),
    /// Dòng giữa: a centred bold line such as `QUYẾT ĐỊNH` (R-D-243).
    #[serde(rename = "dong_giua")]
    Centred(String),
    /// Khoản: an item numbered 1., 2., … within its section (R-D-140).
    #[serde(rename = "khoan")]
    Item(String),
    /// Điểm: an item lettered a), b), c), d), đ) … (R-D-140).
    #[serde(rename = "diem")]
    Point(String),
    /// Gạch: a dash item.
    #[serde(rename = "gach")]
    Dash(String),
    /// Hoạt động: a dated activity, numbered like a khoản.
    #[serde(rename = "hoat_dong")]
    Activity(Activity),
    /// Điền: labelled lines of a slip, `Họ và tên: …`.
    #[serde(rename = "dien")]
    Form(Vec<FormLine>),
    /// Cuộc họp: time, place, content and participants of a meeting.
    #[serde(rename = "cuoc_hop")]
    Meeting(Meeting),
    /// Bảng số liệu: a table computed from the data.
    #[serde(rename = "bang_so_lieu")]
    FiguresTable(Box<FiguresTable>),
    /// Danh sách công nhận: the models that a decision recognises.
    #[serde(rename = "danh_sach_cong_nhan")]
    RecognitionList(Box<RecognitionList>),
    /// Phiếu chấm điểm: one form a model.
    #[serde(rename = "phieu_cham_diem")]
    ScoreSheets(ScoreSheets),
    /// Biểu đồ: a chart computed from the data.
    #[serde(rename = "bieu_do")]
    Chart(Box<Chart>),
    /// Bảng tiến độ: what became of a plan.
    #[serde(rename = "bang_tien_do")]
    Progress(ProgressTable),
    /// Nếu: a part that only some documents have.
    #[serde(rename = "neu")]
    When(When),
}

impl Block {
    /// What stands inside this block, with its path from the block.
    #[must_use]
    pub fn inside(&self) -> Option<(&'static str, &Body)> {
        match self {
            Self::Part(part) => Some(("phan.noi_dung", &part.content)),
            Self::Chapter(chapter) => Some(("chuong.noi_dung", &chapter.content)),
            Self::Division(division) => Some(("muc.noi_dung", &division.content)),
            Self::Subdivision(division) => Some(("tieu_muc.noi_dung", &division.content)),
            Self::Article(article) => Some(("dieu.noi_dung", &article.content)),
            Self::Section(section) => Some(("de_muc.noi_dung", &section.content)),
            Self::When(when) if when.holds() => Some(("neu.noi_dung", &when.content)),
            _ => None,
        }
    }
}

/// Chủ đề.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Nhãn: what the line is called, `Chủ đề công tác năm 2020`.
    #[serde(rename = "nhan")]
    pub label: String,
    /// Tên: the theme itself.
    #[serde(rename = "ten")]
    pub name: String,
}

/// Phần, chương, mục or tiểu mục.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Division {
    /// Số, if it is not counted: `thứ nhất`.
    #[serde(rename = "so")]
    pub number: Option<String>,
    /// Tên.
    #[serde(rename = "ten")]
    pub title: String,
    /// Nội dung.
    #[serde(rename = "noi_dung")]
    pub content: Body,
}

/// Điều.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Tên; without one the text follows on the line of the number.
    #[serde(rename = "ten")]
    pub title: Option<String>,
    /// Nội dung.
    #[serde(rename = "noi_dung")]
    pub content: Body,
}

/// Đề mục.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Dấu, if it is not counted: `I-`, `1.`.
    #[serde(rename = "dau")]
    pub mark: Option<String>,
    /// Tên.
    #[serde(rename = "ten")]
    pub title: String,
    /// Nội dung.
    #[serde(rename = "noi_dung")]
    pub content: Body,
}

/// A line of a slip: a label and what stands after it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormLine {
    /// Nhãn, without its colon.
    #[serde(rename = "nhan")]
    pub label: String,
    /// Chữ; left out, the line is dotted, to be filled in by hand.
    #[serde(rename = "chu")]
    pub text: Option<String>,
}

/// Hoạt động: what is done, by when, by whom. `{{ han }}`, `{{ chu_tri }}` and
/// `{{ phoi_hop }}` in its texts are filled from the fields, so that a date in
/// a sentence and the date in the calendar cannot differ; a deadline that no
/// text mentions is printed in brackets at the end.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Việc: what is done.
    #[serde(rename = "viec")]
    pub task: String,
    /// Hạn: the month or day it is due.
    #[serde(rename = "han")]
    pub deadline: Option<Deadline>,
    /// Chủ trì: who is responsible.
    #[serde(rename = "chu_tri")]
    pub owner: Option<String>,
    /// Phối hợp: with whom.
    #[serde(rename = "phoi_hop")]
    pub partner: Option<String>,
    /// Hoàn thành: the day it was done; never printed in the plan itself.
    #[serde(rename = "hoan_thanh")]
    pub done: Option<Date>,
    /// Lưu ý: a note printed under the activity as `* **Lưu ý:** …`.
    #[serde(rename = "luu_y")]
    pub note: Option<String>,
}
