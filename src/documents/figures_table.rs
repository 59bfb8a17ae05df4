//! In: a table that a document declares. Out: its rows, its columns, and the part
//! of the data it speaks of.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::figures::Dimension;
use crate::records::Subject;

/// Bảng số liệu: a table that is computed from the data.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FiguresTable {
    /// Tên: the caption, without its number.
    #[serde(rename = "ten")]
    pub caption: Option<String>,
    /// Đơn vị tính, at the right above it.
    #[serde(rename = "don_vi_tinh")]
    pub unit: Option<String>,
    /// Hàng: what the rows are.
    #[serde(rename = "hang")]
    pub rows: RowsOf,
    /// Chỉ tiêu: the indicators of the rows, if the rows are indicators; all if
    /// left out.
    #[serde(rename = "chi_tieu", default)]
    pub indicators: Vec<String>,
    /// Nhóm chỉ tiêu: only the indicators of this group.
    #[serde(rename = "nhom_chi_tieu")]
    pub indicator_group: Option<String>,
    /// Theo năm: whether each year has its own columns.
    #[serde(rename = "theo_nam", default)]
    pub by_year: bool,
    /// Cột: the figures of each row, or the facts of each model.
    #[serde(rename = "cot", default)]
    pub columns: Vec<FigureColumn>,
    /// Cả giai đoạn: the heading of last columns over all years.
    #[serde(rename = "ca_giai_doan")]
    pub whole_period: Option<String>,
    /// Tổng: what the last row over all rows is called.
    #[serde(rename = "tong")]
    pub total: Option<String>,
    /// Nhóm: rows put together, each group with its sum.
    #[serde(rename = "nhom")]
    pub grouped_by: Option<Grouping>,
    /// Xếp hạng: only the best or the weakest.
    #[serde(rename = "xep_hang")]
    pub ranking: Option<Ranking>,
    /// Lọc: only this part of the data.
    #[serde(rename = "loc", default)]
    pub filter: Filter,
    /// Nguồn: where the figures come from, below the table.
    #[serde(rename = "nguon")]
    pub source: Option<String>,
    /// Ghi chú: how its signs are to be read, below the source.
    #[serde(rename = "ghi_chu")]
    pub note: Option<String>,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum RowsOf {
    /// Năm.
    #[serde(rename = "nam")]
    Years,
    /// Lĩnh vực.
    #[serde(rename = "linh_vuc")]
    Fields,
    /// Đơn vị.
    #[serde(rename = "don_vi")]
    Units,
    /// Loại đơn vị.
    #[serde(rename = "loai_don_vi")]
    UnitKinds,
    /// Cụm.
    #[serde(rename = "cum")]
    Clusters,
    /// Đối tượng.
    #[serde(rename = "doi_tuong")]
    Subjects,
    /// Xếp loại.
    #[serde(rename = "xep_loai")]
    Ranks,
    /// Chỉ tiêu.
    #[serde(rename = "chi_tieu")]
    Indicators,
    /// Mô hình.
    #[serde(rename = "mo_hinh")]
    Models,
}

impl RowsOf {
    /// As documents write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Indicators => "chi_tieu",
            Self::Models => "mo_hinh",
            own => own.dimension().map_or("", Dimension::code),
        }
    }

    /// The dimension the rows run through, if it is one.
    #[must_use]
    pub fn dimension(self) -> Option<Dimension> {
        Some(match self {
            Self::Years => Dimension::Year,
            Self::Fields => Dimension::Field,
            Self::Units => Dimension::Unit,
            Self::UnitKinds => Dimension::UnitKind,
            Self::Clusters => Dimension::Cluster,
            Self::Subjects => Dimension::Subject,
            Self::Ranks => Dimension::Rank,
            Self::Indicators | Self::Models => return None,
        })
    }
}

/// How rows are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Grouping {
    /// Loại đơn vị: đảng bộ first, then chi bộ.
    #[serde(rename = "loai_don_vi")]
    UnitKinds,
    /// Cụm.
    #[serde(rename = "cum")]
    Clusters,
}

/// A column: the name of a figure, or a figure derived from it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum FigureColumn {
    /// The figure itself.
    Name(String),
    /// Derived, or under another heading.
    Derived(DerivedColumn),
}

/// Cột suy ra.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DerivedColumn {
    /// Đo: the name of the figure.
    #[serde(rename = "do")]
    pub measure: String,
    /// Tính: what is made of it.
    #[serde(rename = "tinh")]
    pub derivation: Option<Derivation>,
    /// Trên: the figure it is a percentage of.
    #[serde(rename = "tren")]
    pub whole: Option<String>,
    /// Tên: the heading.
    #[serde(rename = "ten")]
    pub title: Option<String>,
}

/// What is made of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Derivation {
    /// Cơ cấu: its share of the column, adding to 100,0.
    #[serde(rename = "co_cau")]
    Share,
    /// Tăng: the difference from the year before.
    #[serde(rename = "tang")]
    Increase,
    /// Tốc độ tăng: the same in percent.
    #[serde(rename = "toc_do_tang")]
    Growth,
    /// Tỷ lệ: in percent of the figure named by `tren`.
    #[serde(rename = "ty_le")]
    Rate,
}

/// Xếp hạng.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ranking {
    /// Theo: the name of the figure.
    #[serde(rename = "theo")]
    pub measure: String,
    /// Lấy: how many.
    #[serde(rename = "lay")]
    pub count: u16,
    /// Thấp nhất: whether the weakest come first.
    #[serde(rename = "thap_nhat", default)]
    pub lowest_first: bool,
}

/// Lọc.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Lĩnh vực.
    #[serde(rename = "linh_vuc")]
    pub field: Option<String>,
    /// Đơn vị, by code.
    #[serde(rename = "don_vi")]
    pub unit: Option<String>,
    /// Cụm.
    #[serde(rename = "cum")]
    pub cluster: Option<String>,
    /// Đối tượng.
    #[serde(rename = "doi_tuong")]
    pub subject: Option<Subject>,
    /// Xếp loại.
    #[serde(rename = "xep_loai")]
    pub rank: Option<String>,
    /// Tiêu biểu.
    #[serde(rename = "tieu_bieu", default)]
    pub exemplary: bool,
}
