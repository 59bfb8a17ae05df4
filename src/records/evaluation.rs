//! In: the YAML or sheet of a year's scores. Out: one evaluated model a row.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use crate::values::{Amount, Date};

/// Tệp điểm: the scores of one year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvaluationFile {
    /// Đánh giá.
    #[serde(rename = "danh_gia")]
    pub evaluations: Vec<Evaluation>,
}

/// Đánh giá: the scores of a model. Totals and ranks are computed, never typed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    /// Mô hình: its id.
    #[serde(rename = "mo_hinh")]
    pub model: String,
    /// Tự chấm: the unit's own score of each criterion, by code.
    #[serde(rename = "tu_cham", default, deserialize_with = "given")]
    #[schemars(with = "BTreeMap<String, Option<Amount>>")]
    pub own: BTreeMap<String, Amount>,
    /// Chấm: the final score of each criterion, by code.
    #[serde(rename = "cham", default, deserialize_with = "given")]
    #[schemars(with = "BTreeMap<String, Option<Amount>>")]
    pub given: BTreeMap<String, Amount>,
    /// Lý do đổi điểm, where a final score differs from the unit's own.
    #[serde(rename = "ly_do_doi_diem")]
    pub change_reason: Option<String>,
    /// Tổng điểm as a paper sheet states it: compared with the sum, never used.
    #[serde(rename = "tong_diem")]
    pub stated_total: Option<Amount>,
    /// Xếp loại as a paper sheet states it, likewise.
    #[serde(rename = "xep_loai")]
    pub stated_rank: Option<String>,
    /// Đủ điều kiện: whether it may be ranked at all.
    #[serde(rename = "du_dieu_kien", default = "yes")]
    pub eligible: bool,
    /// Lý do, where it may not.
    #[serde(rename = "ly_do")]
    pub reason: Option<String>,
    /// Tổ chấm: who scored it.
    #[serde(rename = "to_cham")]
    pub team: Option<String>,
    /// Ngày chấm.
    #[serde(rename = "ngay_cham")]
    pub checked_on: Option<Date>,
    /// Minh chứng: papers and links shown.
    #[serde(rename = "minh_chung")]
    pub evidence: Option<String>,
    /// Đồng ý: votes for it at the review meeting.
    #[serde(rename = "dong_y")]
    pub votes_for: Option<u16>,
    /// Không đồng ý: votes against it.
    #[serde(rename = "khong_dong_y")]
    pub votes_against: Option<u16>,
    /// Ghi chú.
    #[serde(rename = "ghi_chu")]
    pub note: Option<String>,
}

/// Scores without those that are left empty.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, Amount>, D::Error> {
    let scores = BTreeMap::<String, Option<Amount>>::deserialize(deserializer)?;
    Ok(scores.into_iter().filter_map(|(code, score)| Some((code, score?))).collect())
}

fn yes() -> bool {
    true
}

impl Evaluation {
    /// The sum of the unit's own scores, if it gave any.
    #[must_use]
    pub fn own_total(&self) -> Option<Decimal> {
        total(&self.own)
    }

    /// The sum of the final scores, if there are any.
    #[must_use]
    pub fn total(&self) -> Option<Decimal> {
        total(&self.given)
    }
}

fn total(scores: &BTreeMap<String, Amount>) -> Option<Decimal> {
    (!scores.is_empty()).then(|| scores.values().map(|score| score.value()).sum())
}
