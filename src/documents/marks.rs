//! In: the YAML under `dau_chi`. Out: the marks that only some documents bear.

use schemars::JsonSchema;
use serde::Deserialize;

/// Dấu chỉ: marks that only some documents bear.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// Khẩn: the degree of urgency (R-D-191).
    #[serde(rename = "khan")]
    pub urgency: Option<Urgency>,
    /// Mật: room for the stamp of secrecy (R-D-190).
    #[serde(rename = "mat", default)]
    pub secret: bool,
    /// Dự thảo: which draft this is (R-D-194).
    #[serde(rename = "du_thao")]
    pub draft: Option<u32>,
    /// Lưu hành: a note on circulation, `TÀI LIỆU THU HỒI` (R-D-192).
    #[serde(rename = "luu_hanh")]
    pub circulation: Option<String>,
    /// Người soạn: drafter and copies after the file copy (R-D-179).
    #[serde(rename = "nguoi_soan")]
    pub drafter: Option<String>,
    /// Không phổ biến: not for the media (R-D-193).
    #[serde(rename = "khong_pho_bien", default)]
    pub not_for_media: bool,
    /// Liên hệ: the contact line at the foot of the last page (R-D-195).
    #[serde(rename = "lien_he")]
    pub contact: Option<String>,
}

/// Mức độ khẩn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Urgency {
    /// Khẩn.
    #[serde(rename = "khẩn")]
    Urgent,
    /// Thượng khẩn.
    #[serde(rename = "thượng khẩn")]
    VeryUrgent,
    /// Hoả tốc.
    #[serde(rename = "hoả tốc")]
    Express,
}
