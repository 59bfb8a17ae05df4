//! In: what a document says of data. Out: the period it covers, and the parts that
//! only some documents have.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Body;

/// Số liệu: which data a document speaks of.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FiguresUsed {
    /// Từ: the first year.
    #[serde(rename = "tu")]
    pub from: u16,
    /// Đến: the last year.
    #[serde(rename = "den")]
    pub until: u16,
    /// Nhãn: what the office calls the period: `05 năm 2015 – 2020`.
    #[serde(rename = "nhan")]
    pub label: Option<String>,
    /// Hai chữ số: whether counts below ten are written 01–09.
    #[serde(rename = "hai_chu_so", default = "yes")]
    pub padded: bool,
    /// Để trống: a form to be filled in by others, without figures.
    #[serde(rename = "de_trong", default)]
    pub blank: bool,
}

fn yes() -> bool {
    true
}

/// Nếu: a part of the text that only some documents have.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// Điều kiện: an expression that holds or does not.
    #[serde(rename = "dieu_kien")]
    pub condition: String,
    /// Nội dung.
    #[serde(rename = "noi_dung")]
    pub content: Body,
}

impl When {
    /// What filling writes in place of a condition that does not hold.
    pub(crate) const NO: &'static str = "không";
    /// … and of one that does.
    pub(crate) const YES: &'static str = "có";

    /// Whether the part belongs to the document.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.condition != Self::NO
    }
}
