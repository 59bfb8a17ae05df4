//! In: a fault of a value as a person writes it. Out: its words.

use super::Severity::Error;
use super::{Lang, Markdown, Words};

/// What can be wrong with a date, a number, a time or prose.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum ValueFault {
    DateForm { text: String },
    NoSuchDate { text: String },
    FarYear { year: i32 },
    DeadlineForm { text: String },
    AmountForm { text: String },
    AmountAmbiguous { text: String },
    NumberForm { text: String },
    EntryNumberForm { text: String },
    TimeForm { text: String },
    WeekdayForm { text: String },
    MarkdownUnsupported { what: Markdown },
    MarkNeedsSpace { mark: String },
}

impl ValueFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::DateForm { text } => (
                "ngay",
                Error,
                [
                    format!("`{text}` không phải ngày tháng"),
                    "viết năm-tháng-ngày, ví dụ 2020-03-19, hoặc ngày/tháng/năm, ví dụ 19/3/2020".into(),
                ],
                [
                    format!("`{text}` is not a date"),
                    "write year-month-day, as in 2020-03-19, or day/month/year, as in 19/3/2020".into(),
                ],
            ),
            Self::NoSuchDate { text } => (
                "ngay",
                Error,
                [format!("lịch không có ngày `{text}`"), "xem lại ngày, tháng".into()],
                [format!("the calendar has no `{text}`"), "check day and month".into()],
            ),
            Self::FarYear { year } => (
                "ngay",
                Error,
                [format!("năm {year:04} chắc là gõ nhầm"), "viết đủ bốn chữ số của năm, từ 1900 đến 2100".into()],
                [format!("the year {year:04} must be a slip"), "write a year from 1900 to 2100".into()],
            ),
            Self::DeadlineForm { text } => (
                "thoi-han",
                Error,
                [
                    format!("`{text}` không phải thời hạn"),
                    "viết tháng, ví dụ 5/2020 hoặc 2020-05, hoặc ngày, ví dụ 2020-05-20".into(),
                ],
                [
                    format!("`{text}` is not a deadline"),
                    "write a month, as in 5/2020 or 2020-05, or a day, as in 2020-05-20".into(),
                ],
            ),
            Self::TimeForm { text } => (
                "gio",
                Error,
                [format!("`{text}` không phải giờ"), "viết như 8 giờ 00, 14 giờ 30 hoặc \"14:30\"".into()],
                [format!("`{text}` is not a time of day"), "write it as 8 giờ 00 or \"14:30\"".into()],
            ),
            Self::WeekdayForm { text } => (
                "thu",
                Error,
                [format!("`{text}` không phải thứ trong tuần"), "viết như Hai, thứ Năm hoặc Chủ nhật".into()],
                [format!("`{text}` is not a weekday"), "write it as Hai, thứ Năm or Chủ nhật".into()],
            ),
            Self::AmountForm { text } => (
                "so-lieu",
                Error,
                [
                    format!("`{text}` không phải số"),
                    "viết chữ số, dấu phẩy cho phần lẻ, ví dụ 1120 hoặc \"1120,4\"; chưa có số liệu thì ghi `~`".into(),
                ],
                [
                    format!("`{text}` is not a number"),
                    "write digits, with a comma before decimals, as in 1120 or \"1120,4\"; `~` for a missing figure"
                        .into(),
                ],
            ),
            Self::AmountAmbiguous { text } => (
                "so-lieu",
                Error,
                [
                    format!("`{text}` đọc được hai cách: số nghìn hay số lẻ"),
                    "số nghìn thì viết liền, ví dụ 5420; số lẻ thì dùng dấu phẩy, ví dụ \"5,42\"".into(),
                ],
                [
                    format!("`{text}` can be read in two ways: thousands or decimals"),
                    "write thousands without a point, as in 5420, decimals with a comma, as in \"5,42\"".into(),
                ],
            ),
            Self::NumberForm { text } => (
                "R-D-101",
                Error,
                [
                    format!("`{text}` không phải số văn bản"),
                    "viết số nguyên từ 1, ví dụ 27; chưa lấy số thì xoá dòng này".into(),
                ],
                [
                    format!("`{text}` is not a document number"),
                    "write a whole number from 1, as in 27; without a number yet, delete the line".into(),
                ],
            ),
            Self::EntryNumberForm { text } => (
                "giay-so",
                Error,
                [
                    format!("`{text}` không phải số vào sổ"),
                    "viết số nguyên từ 1, ví dụ 27; để chương trình đếm thì bỏ trống và ghi `so_dau`".into(),
                ],
                [
                    format!("`{text}` is not a register number"),
                    "write a whole number from 1, as in 27; to have it counted, leave it empty and write `so_dau`".into(),
                ],
            ),
            Self::MarkNeedsSpace { mark } => (
                "van-xuoi",
                Error,
                [
                    format!("thiếu dấu cách sau `{mark}` nên dòng này bị nối vào dòng trên"),
                    format!("viết `{mark} …`; nếu `{mark}` là chữ của câu thì đừng để nó ở đầu dòng"),
                ],
                [
                    format!("no space follows `{mark}`, so the line is joined to the one above"),
                    format!("write `{mark} …`; if it belongs to a sentence, do not begin the line with it"),
                ],
            ),
            Self::MarkdownUnsupported { what } => (
                "van-xuoi",
                Error,
                [
                    format!("nội dung viết liền không có {}", what.name(Lang::Vi)),
                    "chỉ dùng đoạn văn, `#` đề mục, `1.`, `a)`, `-`, *nghiêng* và **đậm**; muốn in chính dấu ấy ở đầu dòng thì thêm `\\` trước nó".into(),
                ],
                [
                    format!("running prose has no {}", what.name(Lang::En)),
                    "use only paragraphs, `#` headings, `1.`, `a)`, `-`, *italic* and **bold**; to print the sign itself at a line's start, put `\\` before it".into(),
                ],
            ),
        }
    }
}
