//! In: the YAML of a decision's list. Out: which models it recognises and how the
//! list is printed; the rows themselves come from the data.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Filter;
use crate::figures::Dimension;

/// Danh sách công nhận: the models that a decision recognises, computed from the
/// data. There is one in a document.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecognitionList {
    /// Nhóm: rows put together; each group has its name and its count above it.
    #[serde(rename = "nhom")]
    pub grouped_by: Option<ListGrouping>,
    /// Cột: the facts about each model.
    #[serde(rename = "cot", default = "columns")]
    pub columns: Vec<String>,
    /// Lọc: only this part of the recognised models.
    #[serde(rename = "loc", default)]
    pub filter: Filter,
    /// Tổng: the last line, such as `Tổng cộng: {{ cong_nhan.so }} mô hình`.
    #[serde(rename = "tong")]
    pub total: Option<String>,
    /// Khóa: the groups and rows as they were when the number was given, each row its id
    /// and its stamp; a row that has changed since is an error, another order is told.
    #[serde(rename = "khoa", default)]
    pub lock: Vec<String>,
}

fn columns() -> Vec<String> {
    ["don_vi", "ten", "linh_vuc", "xep_loai", "ghi_chu"].map(String::from).into()
}

/// By what the rows of a list are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum ListGrouping {
    /// Lĩnh vực.
    #[serde(rename = "linh_vuc")]
    Fields,
    /// Đối tượng: collectives first, then persons.
    #[serde(rename = "doi_tuong")]
    Subjects,
    /// Xếp loại: the highest first.
    #[serde(rename = "xep_loai")]
    Ranks,
    /// Đơn vị.
    #[serde(rename = "don_vi")]
    Units,
}

impl ListGrouping {
    /// The word for it in YAML.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fields => "linh_vuc",
            Self::Subjects => "doi_tuong",
            Self::Ranks => "xep_loai",
            Self::Units => "don_vi",
        }
    }

    /// The dimension of the data it follows.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        match self {
            Self::Fields => Dimension::Field,
            Self::Subjects => Dimension::Subject,
            Self::Ranks => Dimension::Rank,
            Self::Units => Dimension::Unit,
        }
    }
}
