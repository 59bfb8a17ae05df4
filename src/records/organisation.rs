//! In: the YAML of an issuing body. Out: its names, terms and signers, each
//! with the time it holds.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::values::Date;

/// Tổ chức: a body that issues papers.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Mã: its short name in data files.
    #[serde(rename = "ma")]
    pub id: String,
    /// Hệ thống: whose format its papers follow, as `co_quan.he_thong` says it.
    #[serde(rename = "he_thong")]
    pub system: Option<String>,
    /// Tên: its full name today.
    #[serde(rename = "ten")]
    pub name: String,
    /// Tên gọi tắt: what running text calls it.
    #[serde(rename = "ten_goi_tat")]
    pub short_name: Option<String>,
    /// Cấp trên: the superior body of the header.
    #[serde(rename = "cap_tren")]
    pub superior: Option<String>,
    /// Ký hiệu: its code in the number.
    #[serde(rename = "ky_hieu")]
    pub code: String,
    /// Địa danh: the place of issue.
    #[serde(rename = "dia_danh")]
    pub place: Option<String>,
    /// Tên cũ: the names it bore before.
    #[serde(rename = "ten_cu", default)]
    pub former_names: Vec<FormerName>,
    /// Nhiệm kỳ: the terms, within which papers are numbered (R-D-102).
    #[serde(rename = "nhiem_ky")]
    #[schemars(length(min = 1))]
    pub terms: Vec<Term>,
    /// Người ký: who may sign and when.
    #[serde(rename = "nguoi_ky")]
    #[schemars(length(min = 1))]
    pub signers: Vec<Signer>,
}

/// Tên cũ: a name that a body or a unit bore for a time.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// Tên.
    #[serde(rename = "ten")]
    pub name: String,
    /// Đến: the last day it was used.
    #[serde(rename = "den")]
    pub until: Date,
}

/// Nhiệm kỳ.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Nhãn: `2015 – 2020`.
    #[serde(rename = "nhan")]
    pub label: String,
    /// Từ.
    #[serde(rename = "tu")]
    pub from: Date,
    /// Đến; open if left out.
    #[serde(rename = "den")]
    pub until: Option<Date>,
}

/// Người ký.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// Họ tên.
    #[serde(rename = "ho_ten")]
    pub name: String,
    /// Chức vụ.
    #[serde(rename = "chuc_vu")]
    pub position: String,
    /// Từ: the first day.
    #[serde(rename = "tu")]
    pub from: Date,
    /// Đến: the last day; still in office if left out.
    #[serde(rename = "den")]
    pub until: Option<Date>,
}

impl Organisation {
    /// The name on a day.
    #[must_use]
    pub fn name_on(&self, day: Date) -> &str {
        FormerName::on(&self.former_names, day).unwrap_or(&self.name)
    }

    /// The term that a day falls in.
    #[must_use]
    pub fn term_on(&self, day: Date) -> Option<&Term> {
        self.terms.iter().find(|term| term.from <= day && term.until.is_none_or(|until| day <= until))
    }
}

impl FormerName {
    /// The former name in use on a day, if the present one was not yet.
    #[must_use]
    pub fn on(names: &[Self], day: Date) -> Option<&str> {
        let held = names.iter().filter(|former| day <= former.until);
        held.min_by_key(|former| former.until).map(|former| former.name.as_str())
    }
}

impl Signer {
    /// Whether they are in office on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}
