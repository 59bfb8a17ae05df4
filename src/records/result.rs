//! In: the YAML or sheet of a year's figures. Out: one figure a row.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::values::Amount;

/// Tệp kết quả: the figures of one year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResultFile {
    /// Kết quả.
    #[serde(rename = "ket_qua")]
    pub figures: Vec<Figure>,
}

/// Kết quả: the value of an indicator in the file's year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Chỉ tiêu: the code or the name of the indicator.
    #[serde(rename = "chi_tieu")]
    pub indicator: String,
    /// Đơn vị: the code or the name of the unit; the whole Khối if left out.
    #[serde(rename = "don_vi")]
    pub unit: Option<String>,
    /// Số; `~` where there is no figure, which is not zero.
    #[serde(rename = "so")]
    pub value: Option<Amount>,
    /// Đơn vị tính, where the source says it; that of the indicator if left out.
    #[serde(rename = "don_vi_tinh")]
    pub unit_of_count: Option<String>,
    /// Độ chính xác: exact if left out.
    #[serde(rename = "do_chinh_xac", default)]
    pub precision: Precision,
    /// Nguồn: the paper it was taken from.
    #[serde(rename = "nguon")]
    pub source: Option<String>,
    /// Ghi chú.
    #[serde(rename = "ghi_chu")]
    pub note: Option<String>,
}

/// Độ chính xác: how exact a figure is; its word goes with it wherever it is printed alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Precision {
    /// Đúng.
    #[default]
    #[serde(rename = "dung")]
    Exact,
    /// Trên: more than this.
    #[serde(rename = "tren")]
    Over,
    /// Gần: a little less than this.
    #[serde(rename = "gan")]
    Nearly,
}
