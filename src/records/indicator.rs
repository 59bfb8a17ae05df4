//! In: the YAML of the indicators. Out: what is counted, in which unit, and how
//! years and parts add up.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Award, Subject};

/// Tệp chỉ tiêu: what is counted.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorFile {
    /// Chỉ tiêu, in the order in which tables name them.
    #[serde(rename = "chi_tieu")]
    #[schemars(length(min = 1))]
    pub indicators: Vec<Indicator>,
}

/// Chỉ tiêu: something that is counted year by year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Mã: its name in expressions and in the files of results.
    #[serde(rename = "ma")]
    pub code: String,
    /// Tên as printed.
    #[serde(rename = "ten")]
    pub label: String,
    /// Đơn vị tính.
    #[serde(rename = "don_vi_tinh")]
    pub unit: String,
    /// Loại; a count if left out.
    #[serde(rename = "loai", default)]
    pub kind: IndicatorKind,
    /// Số lẻ: how many decimals are printed.
    #[serde(rename = "so_le", default)]
    #[schemars(range(max = 4))]
    pub decimals: u8,
    /// Cộng: how the years make a period; they are added if left out.
    #[serde(rename = "cong", default)]
    pub aggregate: Aggregate,
    /// Nhóm: which table it belongs to.
    #[serde(rename = "nhom")]
    pub group: Option<String>,
    /// Thuộc: the indicator that this one is a part of (“trong đó”).
    #[serde(rename = "thuoc")]
    pub parent: Option<String>,
    /// Chia hết: whether its parts make up the whole of it.
    #[serde(rename = "chia_het", default)]
    pub exhaustive: bool,
    /// Đối chiếu: the count of models that it must equal.
    #[serde(rename = "doi_chieu")]
    pub counted: Option<Counted>,
}

/// Đối chiếu: which models an indicator counts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// Đo: `dang_ky`, `cong_nhan`, `tieu_bieu`, `de_nghi_khen`, `duoc_khen`, or
    /// `khen_thuong` for awards.
    #[serde(rename = "do")]
    pub measure: String,
    /// Lĩnh vực, if only one.
    #[serde(rename = "linh_vuc")]
    pub field: Option<String>,
    /// Đối tượng, if only one.
    #[serde(rename = "doi_tuong")]
    pub subject: Option<String>,
    /// Xếp loại, if only one.
    #[serde(rename = "xep_loai")]
    pub rank: Option<String>,
    /// Hình thức of award, if only one.
    #[serde(rename = "hinh_thuc")]
    pub form: Option<String>,
    /// Cấp of award, if only one.
    #[serde(rename = "cap")]
    pub level: Option<String>,
}

impl Counted {
    /// Whether it counts awards and not models.
    #[must_use]
    pub fn counts_awards(&self) -> bool {
        self.measure == "khen_thuong"
    }

    /// Whether an award is counted.
    #[must_use]
    pub fn has(&self, award: &Award) -> bool {
        let subject = match award.subject {
            Subject::Collective => "tap_the",
            Subject::Person => "ca_nhan",
        };
        self.form.as_ref().is_none_or(|form| award.form == *form)
            && self.level.as_ref().is_none_or(|level| award.level == *level)
            && self.subject.as_deref().is_none_or(|own| own == subject)
    }
}

/// Loại chỉ tiêu.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum IndicatorKind {
    /// Đếm: a count of things.
    #[default]
    #[serde(rename = "dem")]
    Count,
    /// Người: people or attendances.
    #[serde(rename = "nguoi")]
    People,
    /// Tiền.
    #[serde(rename = "tien")]
    Money,
    /// Phần trăm, 0–100.
    #[serde(rename = "phan_tram")]
    Percent,
}

/// Cách cộng: how the years of a period come together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Aggregate {
    /// Cộng dồn.
    #[default]
    #[serde(rename = "cong_don")]
    Sum,
    /// Năm cuối: a state, not a flow.
    #[serde(rename = "nam_cuoi")]
    Last,
    /// Không cộng.
    #[serde(rename = "khong")]
    None,
}
