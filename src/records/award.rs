//! In: the YAML or sheet of a year's awards. Out: one award a row.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Person, Subject};
use crate::values::{Amount, Date, format};

/// Tệp khen thưởng: the awards of one year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardFile {
    /// Khen thưởng.
    #[serde(rename = "khen_thuong")]
    pub awards: Vec<Award>,
}

/// Khen thưởng: who was given what, for what, by which decision.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Award {
    /// Đơn vị: the code or a name of the unit, or of the person's unit.
    #[serde(rename = "don_vi")]
    pub unit: String,
    /// Đối tượng.
    #[serde(rename = "doi_tuong", default)]
    pub subject: Subject,
    /// Cá nhân, if a person is given it.
    #[serde(rename = "ca_nhan")]
    pub person: Option<Person>,
    /// Lý do.
    #[serde(rename = "ly_do", default)]
    pub reason: AwardReason,
    /// Mô hình: its id, where the award is for one.
    #[serde(rename = "mo_hinh")]
    pub model: Option<String>,
    /// Hình thức: a code of `khen-thuong.toml`.
    #[serde(rename = "hinh_thuc")]
    pub form: String,
    /// Cấp: the level that gives it, a code of `khen-thuong.toml`.
    #[serde(rename = "cap")]
    pub level: String,
    /// Quyết định.
    #[serde(rename = "quyet_dinh")]
    pub decision: Option<AwardDecision>,
    /// Hệ số tiền thưởng, times the base salary on the day of the decision.
    #[serde(rename = "he_so")]
    pub coefficient: Option<Amount>,
    /// Ghi chú.
    #[serde(rename = "ghi_chu")]
    pub note: Option<String>,
}

/// Quyết định khen thưởng.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardDecision {
    /// Số và ký hiệu: `215-QĐ/ĐUK`.
    #[serde(rename = "so")]
    #[schemars(extend("format" = format::SYMBOL))]
    pub symbol: String,
    /// Ngày.
    #[serde(rename = "ngay")]
    pub date: Date,
}

/// Lý do khen: what an award is given for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum AwardReason {
    /// Mô hình: the results of a recognised model.
    #[default]
    #[serde(rename = "mo_hinh")]
    Model,
    /// Chỉ đạo phong trào.
    #[serde(rename = "chi_dao")]
    Steering,
    /// Hội thi, cuộc thi.
    #[serde(rename = "hoi_thi")]
    Contest,
    /// Kỷ niệm.
    #[serde(rename = "ky_niem")]
    Anniversary,
}
