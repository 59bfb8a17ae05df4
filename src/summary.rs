//! In: what a run came to. Out: the record that `--json` prints; its schema is
//! written by `vankien schema` as `lan-chay.json`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::certificates::Batched;
use crate::compile::{self, ReservedArea};
use crate::diagnostic::{Finding, Lang, Severity, findings};
use crate::pipeline::{Built, Outcome};

/// Kết quả: a run of `build` or `check`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Summary {
    /// Văn bản xong: the documents that were built or are sound.
    pub documents: Vec<Document>,
    /// Các đợt giấy chứng nhận.
    pub batches: Vec<Batch>,
    /// Số văn bản đã xem: how many were looked at.
    pub looked_at: usize,
    /// Số lỗi.
    pub errors: usize,
    /// Số cảnh báo.
    pub warnings: usize,
    /// Số lưu ý.
    pub remarks: usize,
    /// Những điều tìm thấy, by file and place.
    pub findings: Vec<Finding>,
}

/// Văn bản.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document {
    /// Tệp dữ liệu, relative to the workspace.
    pub source: String,
    /// Hướng dẫn áp dụng.
    pub profile: String,
    /// Số trang.
    pub pages: usize,
    /// Không đổi: an earlier run made it from the same things.
    pub unchanged: bool,
    /// Các tệp đã ghi.
    pub outputs: Vec<String>,
    /// Chỗ chừa cho chữ ký, dấu: for a signing program.
    pub reserved: Vec<Reserved>,
    /// Thời gian, in milliseconds.
    pub milliseconds: f64,
}

/// Đợt giấy chứng nhận.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Batch {
    /// Tệp dữ liệu, relative to the workspace.
    pub source: String,
    /// Thư mục kết quả.
    pub folder: String,
    /// Số người nhận.
    pub total: usize,
    /// Số giấy làm lần này.
    pub made: usize,
    /// Số giấy giữ từ lần trước.
    pub kept: usize,
    /// Đã đủ, with volumes, proof sheets and registers.
    pub complete: bool,
    /// Mã của các giấy phải in lại.
    pub reprint: Vec<String>,
    /// Thời gian làm từng giấy, without volumes, proof sheets and registers, in milliseconds.
    pub certificate_milliseconds: f64,
    /// Thời gian, in milliseconds.
    pub milliseconds: f64,
}

/// Chỗ chừa: mm from the top left of the sheet.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reserved {
    /// Cho việc gì: `signature`, `seal` or `copy stamp`.
    #[serde(rename = "for")]
    pub what: &'static str,
    /// Trang.
    pub page: usize,
    /// Mép trái.
    pub x_mm: f64,
    /// Mép trên.
    pub y_mm: f64,
    /// Rộng.
    pub width_mm: f64,
    /// Cao.
    pub height_mm: f64,
}

impl From<&ReservedArea> for Reserved {
    fn from(area: &ReservedArea) -> Self {
        Self {
            what: match area.what {
                compile::Reserved::Signature => "signature",
                compile::Reserved::Seal => "seal",
                compile::Reserved::CopyStamp => "copy stamp",
            },
            page: area.page,
            x_mm: area.x,
            y_mm: area.y,
            width_mm: area.width,
            height_mm: area.height,
        }
    }
}

impl Summary {
    /// The summary of a run, its messages in `lang`.
    #[must_use]
    pub fn new(outcome: &Outcome, lang: Lang) -> Self {
        let batch = |batched: &Batched| Batch {
            source: batched.source.clone(),
            folder: batched.folder.display().to_string(),
            total: batched.total,
            made: batched.made,
            kept: batched.kept,
            complete: batched.complete,
            reprint: batched.reprint.iter().map(|again| again.id.clone()).collect(),
            certificate_milliseconds: batched.certificates.as_secs_f64() * 1000.0,
            milliseconds: batched.time.as_secs_f64() * 1000.0,
        };
        let document = |built: &Built| Document {
            source: built.source.clone(),
            profile: built.profile.clone(),
            pages: built.pages,
            unchanged: built.unchanged,
            outputs: built.outputs.iter().map(|path| path.display().to_string()).collect(),
            reserved: built.reserved.iter().map(Reserved::from).collect(),
            milliseconds: built.time.as_secs_f64() * 1000.0,
        };
        let count = |severity| outcome.report.count(severity);
        Self {
            documents: outcome.built.iter().map(document).collect(),
            batches: outcome.batches.iter().map(batch).collect(),
            looked_at: outcome.documents,
            errors: count(Severity::Environment) + count(Severity::Error),
            warnings: count(Severity::Warning),
            remarks: count(Severity::Info),
            findings: findings(&outcome.report, lang),
        }
    }
}
