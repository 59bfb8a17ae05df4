//! In: a declared table, chart or figure that the data cannot fill. Out: its words.

use super::Severity::Error;
use super::Words;

/// What a document can ask of the data in vain.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum DeclaredFault {
    NotSplit { label: String, by: &'static str },
    NotShared { label: String },
    NoEffect { key: &'static str, rows: String },
    EmptyChart,
    TooManyBars { bars: usize, most: usize },
    NoFigures,
    NoSuchPlan { file: String, nearest: Option<String> },
    BrokenPlan { file: String },
    NoColumns,
    RateOfWhat,
    TooManySeries { most: usize },
}

impl DeclaredFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::NotSplit { label, by } => (
                "khai-so-lieu",
                Error,
                [
                    format!("“{label}” không có số riêng theo {}", by.to_lowercase()),
                    "bỏ số liệu này, hoặc chọn hàng khác".into(),
                ],
                [format!("“{label}” has no figures by “{by}”"), "leave it out, or choose other rows".into()],
            ),
            Self::NotShared { label } => (
                "khai-so-lieu",
                Error,
                [
                    format!("“{label}” là tỷ lệ, không tính được cơ cấu"),
                    "tính cơ cấu của số đếm hoặc số tiền".into(),
                ],
                [format!("“{label}” is a rate and has no shares"), "take shares of a count or a sum".into()],
            ),
            Self::NoEffect { key, rows } => (
                "khai-so-lieu",
                Error,
                [
                    format!("`{key}` không dùng được với `hang: {rows}`"),
                    format!("bỏ `{key}`, hoặc chọn hàng khác"),
                ],
                [
                    format!("`{key}` has no meaning with `hang: {rows}`"),
                    format!("leave `{key}` out, or choose other rows"),
                ],
            ),
            Self::EmptyChart => (
                "khai-so-lieu",
                Error,
                [
                    "biểu đồ không có số liệu nào để vẽ".into(),
                    "bổ sung số liệu, hoặc bỏ biểu đồ, hoặc đặt trong khối `neu`".into(),
                ],
                [
                    "there are no figures for this chart".into(),
                    "add the figures, leave the chart out, or put it into a block `neu`".into(),
                ],
            ),
            Self::TooManyBars { bars, most } => (
                "khai-so-lieu",
                Error,
                [
                    format!("biểu đồ có {bars} nhóm, trang giấy chỉ đủ chỗ cho {most}"),
                    "thêm `xep_hang: {theo: …, lay: 8}`, hoặc `kieu: thanh`, hoặc dùng bảng".into(),
                ],
                [
                    format!("the chart has {bars} groups, a page has room for {most}"),
                    "add `xep_hang: {theo: …, lay: 8}` or `kieu: thanh`, or make it a table".into(),
                ],
            ),
            Self::NoFigures => (
                "khai-so-lieu",
                Error,
                [
                    "văn bản chưa khai `so_lieu` nên chưa biết lấy số liệu của năm nào".into(),
                    "thêm `so_lieu: {tu: 2016, den: 2020}` trên `noi_dung`".into(),
                ],
                [
                    "the document declares no `so_lieu`, so the years are unknown".into(),
                    "add `so_lieu: {tu: 2016, den: 2020}` above `noi_dung`".into(),
                ],
            ),
            Self::NoSuchPlan { file, nearest } => (
                "khai-so-lieu",
                Error,
                [
                    format!("không có kế hoạch `{file}` nào ghi hoạt động"),
                    nearest.as_ref().map_or_else(
                        || "ghi đường dẫn trong data/, ví dụ ke-hoach/27-kh-duk-2020.yml".into(),
                        |nearest| format!("có phải là `{nearest}`?"),
                    ),
                ],
                [
                    format!("there is no plan `{file}` with activities"),
                    nearest.as_ref().map_or_else(
                        || "write its path in data/, as in ke-hoach/27-kh-duk-2020.yml".into(),
                        |nearest| format!("did you mean `{nearest}`?"),
                    ),
                ],
            ),
            Self::BrokenPlan { file } => (
                "khai-so-lieu",
                Error,
                [
                    format!("kế hoạch `{file}` còn lỗi nên chưa đếm được việc trong đó"),
                    format!("sửa data/{file} trước; `vankien check data/{file}` chỉ ra lỗi"),
                ],
                [
                    format!("the plan `{file}` has mistakes, so nothing can be counted in it yet"),
                    format!("mend data/{file} first; `vankien check data/{file}` shows them"),
                ],
            ),
            Self::NoColumns => (
                "khai-so-lieu",
                Error,
                ["bảng chưa ghi `cot`".into(), "thêm `cot: [dang_ky, cong_nhan, ty_le]`".into()],
                ["the table has no `cot`".into(), "add `cot: [dang_ky, cong_nhan, ty_le]`".into()],
            ),
            Self::RateOfWhat => (
                "khai-so-lieu",
                Error,
                [
                    "`tinh: ty_le` phải ghi thêm `tren`".into(),
                    "ví dụ {do: cong_nhan, tinh: ty_le, tren: dang_ky}".into(),
                ],
                [
                    "`tinh: ty_le` needs `tren`".into(),
                    "as in {do: cong_nhan, tinh: ty_le, tren: dang_ky}".into(),
                ],
            ),
            Self::TooManySeries { most } => (
                "khai-so-lieu",
                Error,
                [format!("biểu đồ có quá {most} dãy số"), "tách thành hai biểu đồ".into()],
                [format!("the chart has more than {most} series"), "make two charts of it".into()],
            ),
        }
    }
}
