//! In: the YAML under `ky`, `ky_cung`, `xac_nhan`. Out: who signs, as written.

use schemars::JsonSchema;
use serde::Deserialize;

/// Ký: the signature block (R-D-150…157).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Quyền hạn: `T/M BAN THƯỜNG VỤ`, `K/T TRƯỞNG BAN`, `T/L …`.
    #[serde(rename = "quyen_han")]
    pub authority: Option<String>,
    /// Chức vụ: `BÍ THƯ`.
    #[serde(rename = "chuc_vu")]
    pub position: Option<String>,
    /// Kiêm: a second office, for a board without a seal of its own (R-D-153).
    #[serde(rename = "kiem")]
    pub also: Option<String>,
    /// Họ tên, without titles (R-D-157).
    #[serde(rename = "ho_ten")]
    pub name: String,
}

/// Xác nhận: who attests the signatures (R-D-160).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attestation {
    /// Câu: `Xác nhận chữ ký của đồng chí …`.
    #[serde(rename = "cau")]
    pub sentence: String,
    /// Ký: who signs it.
    #[serde(rename = "ky")]
    pub signature: Signature,
}
