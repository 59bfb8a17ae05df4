//! In: the YAML of score sheets. Out: which models get one.

use schemars::JsonSchema;
use serde::Deserialize;

/// Phiếu chấm điểm: one form a model, each on a page of its own, filled in from
/// the scores; in a blank document one empty form.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScoreSheets {
    /// Tên: the heading of each form.
    #[serde(rename = "ten")]
    pub title: String,
    /// Đơn vị: only the models of this unit, by code.
    #[serde(rename = "don_vi")]
    pub unit: Option<String>,
    /// Mô hình: only this model, by id.
    #[serde(rename = "mo_hinh")]
    pub model: Option<String>,
}
