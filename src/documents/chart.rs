//! In: the YAML of a chart or of a plan's progress. Out: what is to be shown,
//! nothing computed.

use schemars::JsonSchema;
use serde::Deserialize;

use super::figures_table::{Filter, Ranking};
use crate::figures::Dimension;

/// Biểu đồ: a chart that is computed from the data.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Tên: the caption, without its number.
    #[serde(rename = "ten")]
    pub caption: String,
    /// Kiểu.
    #[serde(rename = "kieu", default)]
    pub form: ChartForm,
    /// Theo: what the bars stand for.
    #[serde(rename = "theo")]
    pub by: Dimension,
    /// Đo: one to three figures, a bar each.
    #[serde(rename = "do")]
    #[schemars(length(min = 1))]
    pub measures: Vec<String>,
    /// Đơn vị tính.
    #[serde(rename = "don_vi_tinh")]
    pub unit: Option<String>,
    /// Xếp hạng: only the best or the weakest.
    #[serde(rename = "xep_hang")]
    pub ranking: Option<Ranking>,
    /// Lọc.
    #[serde(rename = "loc", default)]
    pub filter: Filter,
    /// Nguồn.
    #[serde(rename = "nguon")]
    pub source: Option<String>,
}

/// How the bars of a chart stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum ChartForm {
    /// Cột.
    #[default]
    #[serde(rename = "cot")]
    Columns,
    /// Thanh ngang, for long names.
    #[serde(rename = "thanh")]
    Bars,
}

/// Bảng tiến độ: the activities of a plan, done or not, and how late.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgressTable {
    /// Tên: the caption, without its number.
    #[serde(rename = "ten")]
    pub caption: Option<String>,
    /// Kế hoạch: the file of the plan in `data/`, as `ke-hoach/12-kh-duk.yml`.
    #[serde(rename = "ke_hoach")]
    pub plan: String,
    /// Nguồn.
    #[serde(rename = "nguon")]
    pub source: Option<String>,
}
