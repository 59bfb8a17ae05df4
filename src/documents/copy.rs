//! In: the YAML under `ban_sao`. Out: who certifies a copy and how, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{IssuingBody, Signature};
use crate::values::{Date, Number};

/// Bản sao: what stands below the copied text (R-D-230, R-D-235, R-N-064). It
/// follows the guidance in force on its own date.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Copy {
    /// Hình thức sao.
    #[serde(rename = "hinh_thuc")]
    pub form: CopyForm,
    /// Cơ quan sao: the copying body.
    #[serde(rename = "co_quan")]
    pub body: IssuingBody,
    /// Số: the number of the copy, in the one series of all copies of a term.
    #[serde(rename = "so")]
    pub number: Option<Number>,
    /// Địa danh.
    #[serde(rename = "dia_danh")]
    pub place: String,
    /// Ngày.
    #[serde(rename = "ngay")]
    pub date: Date,
    /// Nơi nhận bản sao.
    #[serde(rename = "noi_nhan")]
    #[schemars(length(min = 1))]
    pub recipients: Vec<String>,
    /// Ký.
    #[serde(rename = "ky")]
    pub signature: Signature,
}

/// Hình thức sao.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum CopyForm {
    /// Sao y: the whole text from the original.
    #[serde(rename = "sao y")]
    Certified,
    /// Sao lục: the whole text from a certified copy.
    #[serde(rename = "sao lục")]
    FromCopy,
    /// Trích sao: a part of the text.
    #[serde(rename = "trích sao")]
    Extract,
}
