//! In: a fault of an expression `{{ … }}` in a text. Out: its words.

use super::Severity::Error;
use super::{Words, in_detail, suggest_en, suggest_vi};

/// What can be wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum ExpressionFault {
    Unclosed,
    Syntax { detail: String },
    UnknownWord { name: String, nearest: Option<String>, known: String },
    NoFigure,
    NotExact,
    NotReckoned,
    DividedByZero,
    TooLarge,
    YearOutside { year: i32, period: String },
    Statement,
    IsAList,
    NotText,
    NotANumber { value: String },
    TooLong,
    Failed { detail: String },
}

impl ExpressionFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        let (vi, en) = match self {
            Self::Unclosed => (
                ["`{{` không có `}}` đóng lại".into(), "thêm `}}` ở cuối biểu thức".into()],
                ["`{{` is not closed by `}}`".into(), "add `}}` at its end".into()],
            ),
            Self::Syntax { detail } => (
                [
                    "biểu thức viết sai".into(),
                    format!(
                        "mẫu: {{{{ so(\"cong_nhan\", nam=2019) }}}}; tên đặt trong ngoặc kép thẳng; {}",
                        in_detail(detail)
                    ),
                ],
                [
                    format!("the expression is malformed ({detail})"),
                    "an example: {{ so(\"cong_nhan\", nam=2019) }}; names in straight quotes".into(),
                ],
            ),
            Self::UnknownWord { name, nearest, known } => (
                [format!("không có `{name}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("there is no `{name}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::NoFigure => (
                [
                    "chưa có số liệu cho biểu thức này".into(),
                    "bổ sung số liệu, hoặc thêm `| thieu(\"…\")` để ghi chữ thay".into(),
                ],
                [
                    "there is no figure for this expression".into(),
                    "add the figure, or add `| thieu(\"…\")` for words in its place".into(),
                ],
            ),
            Self::NotExact => (
                [
                    "phép chia không cho số chính xác".into(),
                    "dùng `ty_le(\"…\", \"…\")` để tính phần trăm".into(),
                ],
                [
                    "a division gives no exact number".into(),
                    "use `ty_le(\"…\", \"…\")` for a percentage".into(),
                ],
            ),
            Self::NotReckoned => (
                [
                    "chỉ cộng, trừ, so sánh được các số đếm với nhau".into(),
                    "dùng `tang`, `toc_do_tang`, `ty_le`, `co_cau` cho phần trăm và số lẻ".into(),
                ],
                [
                    "only counts can be added, subtracted and compared".into(),
                    "use `tang`, `toc_do_tang`, `ty_le`, `co_cau` for percentages and fractions".into(),
                ],
            ),
            Self::DividedByZero => (
                ["phép chia cho 0".into(), "dùng `ty_le(\"…\", \"…\")` để tính phần trăm".into()],
                ["a division by 0".into(), "use `ty_le(\"…\", \"…\")` for a percentage".into()],
            ),
            Self::TooLarge => (
                ["kết quả lớn quá, không ghi được".into(), "xem lại phép tính".into()],
                ["the result is too large to be written".into(), "check what is reckoned".into()],
            ),
            Self::YearOutside { year, period } => (
                [
                    format!("năm {year} nằm ngoài {period} và không có số liệu"),
                    "xem lại `nam=…`, hoặc thêm số liệu của năm ấy".into(),
                ],
                [
                    format!("{year} is outside {period}, and there are no figures for it"),
                    "check `nam=…`, or add the data of that year".into(),
                ],
            ),
            Self::Statement => (
                [
                    "`{% … %}` không dùng được trong văn bản".into(),
                    "viết biểu thức `{{ … }}`; muốn bớt một phần thì dùng khối `neu`".into(),
                ],
                [
                    "`{% … %}` does not work in a document".into(),
                    "write an expression `{{ … }}`; a block `neu` leaves parts out".into(),
                ],
            ),
            Self::IsAList => (
                ["biểu thức cho một danh sách".into(), "thêm `| danh_sach` để nối thành câu".into()],
                ["the expression gives a list".into(), "add `| danh_sach` to join it into words".into()],
            ),
            Self::NotText => (
                [
                    "biểu thức không cho số hay chữ".into(),
                    "dùng `\"chữ này\" if … else \"chữ kia\"` để chọn chữ".into(),
                ],
                [
                    "the expression gives neither a number nor a text".into(),
                    "use `\"these words\" if … else \"those\"` to choose words".into(),
                ],
            ),
            Self::NotANumber { value } => (
                [format!("`{value}` không phải số dùng được ở đây"), "kiểm tra lại tên số liệu".into()],
                [format!("`{value}` is no number that fits here"), "check the name of the figure".into()],
            ),
            Self::TooLong => (
                ["biểu thức tính quá lâu".into(), "viết ngắn lại".into()],
                ["the expression takes too long".into(), "make it shorter".into()],
            ),
            Self::Failed { detail } => (
                [
                    "không tính được biểu thức".into(),
                    format!("xem cách viết trong README; {}", in_detail(detail)),
                ],
                [format!("the expression cannot be computed ({detail})"), "see the README".into()],
            ),
        };
        ("bieu-thuc", Error, vi, en)
    }
}
