//! In: a fault of an expression `{{ … }}` in a text. Out: its words.

use super::Severity::Error;
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum ExpressionFault {
    Unclosed,
    Syntax { detail: String },
    UnknownWord { name: String, nearest: Option<String>, known: String },
    NoFigure,
    NoSuchPart,
    NotByYear { name: String },
    NotExact,
    NotReckoned,
    DividedByZero,
    TooLarge,
    YearOutside { year: i32, period: String },
    YearsBackwards { from: i32, until: i32 },
    Statement,
    IsAList,
    NotText,
    NotANumber { value: String },
    TooLong,
    TooManyLetters { limit: usize },
    Arguments,
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
                    "mẫu: {{ so(\"cong_nhan\", nam=2019) }}; tên đặt trong ngoặc kép thẳng".into(),
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
            Self::NoSuchPart => (
                [
                    "không có mục nào tên như vậy sau dấu chấm".into(),
                    "xem lại mã sau dấu chấm, như `.kinh_te`, `.dung_han`".into(),
                ],
                [
                    "there is nothing of this name after the point".into(),
                    "check the code after the point, as in `.kinh_te`, `.dung_han`".into(),
                ],
            ),
            Self::NotByYear { name } => (
                [
                    format!("`{name}` chỉ biết số hiện nay, không có theo từng năm"),
                    "bỏ `nam`, `tu`, `den`; cần số từng năm thì khai một chỉ tiêu trong data/chi-tieu/"
                        .into(),
                ],
                [
                    format!("`{name}` is known for today only, not by year"),
                    "leave out `nam`, `tu`, `den`; for figures by year declare an indicator".into(),
                ],
            ),
            Self::NotExact => (
                [
                    "số lẻ tính trong biểu thức không in được chính xác".into(),
                    "dùng `ty_le(\"…\", \"…\")` để tính phần trăm, `| so_le(1)` để làm tròn".into(),
                ],
                [
                    "a fraction reckoned in an expression is not exact".into(),
                    "use `ty_le(\"…\", \"…\")` for a percentage, `| so_le(1)` to round".into(),
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
            Self::YearsBackwards { from, until } => (
                [
                    format!("từ năm {from} đến năm {until} là đi ngược"),
                    "xem lại `tu=…`, `den=…` và giai đoạn của văn bản".into(),
                ],
                [
                    format!("from {from} to {until} runs backwards"),
                    "check `tu=…`, `den=…` and the period of the document".into(),
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
            Self::TooManyLetters { limit } => (
                [
                    format!("biểu thức dài quá {limit} chữ"),
                    "viết ngắn lại; chữ không phải tính thì đặt ngoài `{{ }}`".into(),
                ],
                [
                    format!("the expression is longer than {limit} letters"),
                    "make it shorter; words that are not computed stand outside `{{ }}`".into(),
                ],
            ),
            Self::Arguments => (
                [
                    "thiếu hoặc thừa giá trị trong ngoặc".into(),
                    "mẫu: {{ so(\"cong_nhan\", nam=2019) }}; {{ so(\"luot_nguoi\") | tren(1000) }}".into(),
                ],
                [
                    "a value is missing in the brackets, or there is one too many".into(),
                    "examples: {{ so(\"cong_nhan\", nam=2019) }}; {{ so(\"luot_nguoi\") | tren(1000) }}"
                        .into(),
                ],
            ),
            Self::Failed { detail } => (
                ["không tính được biểu thức".into(), "xem cách viết trong README".into()],
                [format!("the expression cannot be computed ({detail})"), "see the README".into()],
            ),
        };
        ("bieu-thuc", Error, vi, en)
    }
}
