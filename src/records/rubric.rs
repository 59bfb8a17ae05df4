//! In: the YAML of a rubric. Out: what is scored in its years, and which score
//! earns which rank.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::values::Amount;

/// Thang điểm: how models are scored in the years it is valid for; one a file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// Tên.
    #[serde(rename = "ten")]
    pub name: String,
    /// Từ: the first year.
    #[serde(rename = "tu")]
    pub from: u16,
    /// Đến: the last year; still valid if left out.
    #[serde(rename = "den")]
    pub until: Option<u16>,
    /// Tổng điểm: what the maxima add to.
    #[serde(rename = "tong_diem")]
    pub total: Amount,
    /// Tự chấm: what the maxima of the unit's own criteria add to.
    #[serde(rename = "tu_cham")]
    pub own: Amount,
    /// Cấp trên: what those of the superior's add to.
    #[serde(rename = "cap_tren")]
    pub superior: Amount,
    /// Bước: every score is a multiple of it, `0,25`.
    #[serde(rename = "buoc")]
    pub step: Amount,
    /// Tiêu chí.
    #[serde(rename = "tieu_chi")]
    pub criteria: Vec<Criterion>,
    /// Xếp loại, from the highest; below the last one nothing is recognised.
    #[serde(rename = "xep_loai")]
    pub ranks: Vec<Threshold>,
}

/// Tiêu chí.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Mã: `TC1`.
    #[serde(rename = "ma")]
    pub code: String,
    /// Nhóm, under which it is printed.
    #[serde(rename = "nhom")]
    pub group: Option<String>,
    /// Tên.
    #[serde(rename = "ten")]
    pub title: String,
    /// Tối đa: the highest score.
    #[serde(rename = "toi_da")]
    pub maximum: Amount,
    /// Người chấm: the unit itself first, or the superior only.
    #[serde(rename = "nguoi_cham", default)]
    pub scored_by: ScoredBy,
    /// Điểm liệt: whether a final score of 0 makes the model not eligible.
    #[serde(rename = "diem_liet", default)]
    pub disqualifies: bool,
    /// Minh chứng: what is to be shown for it.
    #[serde(rename = "minh_chung")]
    pub evidence: Option<String>,
}

/// Người chấm: who scores a criterion.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum ScoredBy {
    /// Đơn vị, then the superior.
    #[default]
    #[serde(rename = "don_vi")]
    Unit,
    /// Cấp trên only.
    #[serde(rename = "cap_tren")]
    Superior,
}

/// Mức: the lowest score of a rank, “từ … đến dưới …”.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// Mã: a rank of `danh-muc.toml`.
    #[serde(rename = "ma")]
    pub rank: String,
    /// Từ.
    #[serde(rename = "tu")]
    pub from: Amount,
}

impl Rubric {
    /// Whether it is valid in a year.
    #[must_use]
    pub fn covers(&self, year: i32) -> bool {
        i32::from(self.from) <= year && self.until.is_none_or(|until| year <= i32::from(until))
    }

    /// The code of the rank that a score earns; scores are compared unrounded.
    #[must_use]
    pub fn rank(&self, score: Decimal) -> Option<&str> {
        let best = self.ranks.iter().filter(|rank| score >= rank.from.value()).max_by_key(|rank| rank.from);
        best.map(|rank| rank.rank.as_str())
    }

    /// The criterion with this code.
    #[must_use]
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.code == code)
    }
}
