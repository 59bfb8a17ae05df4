//! In: a fault of a row, a column or a cell of a sheet. Out: its words.

use super::Severity::{Error, Warning};
use super::sheet::seen;
use super::tidied::Tidied;
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong below the headings of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum CellFault {
    HiddenRows { rows: String },
    HiddenColumn { heading: String },
    StruckRows { rows: String },
    NoHeading,
    MoreCells { separator: char },
    FewerCells { cells: u32, headings: u32 },
    HeadingTwice { heading: String },
    RepeatedHeading,
    HalfName { heading: String },
    UnusedColumn { heading: String },
    SkippedRow { text: String },
    FooterCount { stated: u32, read: u32 },
    NoRows,
    EmptyCell { heading: String },
    CellError { error: String },
    Uncomputed,
    TextMark { text: String },
    TextTooLong { begin: String, limit: usize },
    Merged { first: String },
    Ditto { text: String },
    DayForNumber { day: String, meant: String },
    UnknownWord { text: String, nearest: Option<String>, known: String },
    NotYesOrNo { text: String },
    OldFont { old: String, new: String, whole: bool },
    Tidied { what: Tidied, others: Vec<String> },
    HeadingMoved { heading: String, above: String },
    ScoreTwice { heading: String },
}

impl CellFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::HiddenRows { rows } => (
                "dang-an",
                Warning,
                [
                    format!("hàng {rows} đang ẩn nhưng vẫn được đọc"),
                    "bỏ lọc, bỏ ẩn để soát; xoá hẳn các hàng không dùng".into(),
                ],
                [
                    format!("row {rows} is hidden and is read all the same"),
                    "clear the filter, show the rows and check them; delete what is not needed".into(),
                ],
            ),
            Self::HiddenColumn { heading } => (
                "dang-an",
                Warning,
                [
                    format!("cột “{heading}” đang ẩn nhưng vẫn được đọc"),
                    "bỏ ẩn để soát; xoá hẳn cột nếu không dùng".into(),
                ],
                [
                    format!("the column “{heading}” is hidden and is read all the same"),
                    "show it and check it; delete it if it is not needed".into(),
                ],
            ),
            Self::StruckRows { rows } => (
                "dang-an",
                Warning,
                [
                    format!("hàng {rows} có ô gạch ngang chữ nhưng vẫn được đọc"),
                    "xoá hẳn hàng đã bỏ; còn dùng thì bỏ gạch ngang".into(),
                ],
                [
                    format!("row {rows} has struck-through cells and is read all the same"),
                    "delete the row if it is given up; else take the line through it away".into(),
                ],
            ),
            Self::NoHeading => (
                "cot-la",
                Warning,
                [
                    "không đọc cột này: phía trên không có tiêu đề".into(),
                    "ghi tiêu đề cho cột, hoặc xoá các ô thừa".into(),
                ],
                [
                    "this column is not read: there is no heading above it".into(),
                    "give it a heading, or delete the stray cells".into(),
                ],
            ),
            Self::MoreCells { separator } => (
                "o-thua",
                Error,
                [
                    "hàng này có nhiều ô hơn hàng tiêu đề, các ô có thể đã lệch cột".into(),
                    format!(
                        "ô có `{}` bên trong thì đặt trong ngoặc kép; cột có thật thì ghi tiêu đề cho cột",
                        seen(*separator)
                    ),
                ],
                [
                    "the row has more cells than the headings: they may stand under wrong ones".into(),
                    format!(
                        "put a cell with `{}` inside in quotation marks; give a column that is meant a heading",
                        seen(*separator)
                    ),
                ],
            ),
            Self::FewerCells { cells, headings } => (
                "o-thieu",
                Warning,
                [
                    format!("hàng này có {cells} ô, hàng tiêu đề có {headings}: có thể thiếu một dấu ngăn ô"),
                    "xem các ô có lệch cột không; ô trống ở cuối cũng có dấu ngăn".into(),
                ],
                [
                    format!("the row has {cells} cells, the headings {headings}: a separator may be missing"),
                    "look whether its cells stand under the right ones; empty cells at the end have separators too"
                        .into(),
                ],
            ),
            Self::HeadingTwice { heading } => (
                "cot-la",
                Warning,
                [
                    format!("cột “{heading}” có hai lần, chỉ đọc cột đầu"),
                    "sửa tiêu đề, hoặc xoá cột thừa".into(),
                ],
                [
                    format!("the column “{heading}” stands twice; only the first is read"),
                    "mend the heading, or delete the column".into(),
                ],
            ),
            Self::RepeatedHeading => (
                "hang-bo-qua",
                Warning,
                ["không đọc hàng này: tiêu đề lặp lại".into(), "không cần thì xoá hàng".into()],
                [
                    "this row is not read: it repeats the headings".into(),
                    "delete it if it is not needed".into(),
                ],
            ),
            Self::Tidied { what, others } => what.words(others),
            Self::HeadingMoved { heading, above } => (
                "tieu-de-cot",
                Error,
                [
                    format!("hàng này là tiêu đề của bảng khác: “{heading}” đứng dưới cột “{above}”"),
                    "xếp cột của bảng dưới như bảng trên, hoặc chuyển nó sang trang tính riêng".into(),
                ],
                [
                    format!("here begins another table: “{heading}” stands in the column “{above}”"),
                    "put its columns in the order of the table above, or move it to a sheet of its own".into(),
                ],
            ),
            Self::ScoreTwice { heading } => (
                "cot-la",
                Error,
                [
                    format!("cột “{heading}” có hai lần, không rõ cột nào là điểm chấm"),
                    "ghi tiêu đề `tự chấm`, `chấm` ở từng cột hay ở hàng tiêu đề trên".into(),
                ],
                [
                    format!("the column “{heading}” stands twice; which one is the score is unclear"),
                    "write `tự chấm` or `chấm` in each heading, or in the row of headings above".into(),
                ],
            ),
            Self::HalfName { heading } => (
                "cot-la",
                Error,
                [
                    format!("cột “{heading}” chỉ có họ và chữ đệm: tên bị chia làm hai cột"),
                    "gộp thành một cột “Họ và tên”, trong Excel: =B2&\" \"&C2, rồi dán lại giá trị".into(),
                ],
                [
                    format!("the column “{heading}” holds only the first part of a name"),
                    "join both parts in one column, in Excel =B2&\" \"&C2, and paste it as values".into(),
                ],
            ),
            Self::UnusedColumn { heading } => (
                "cot-la",
                Warning,
                [
                    format!("không đọc cột “{heading}”"),
                    "nếu cần cột này, thêm cách ghi tiêu đề vào templates/so-lieu/cot.toml".into(),
                ],
                [
                    format!("the column “{heading}” is not read"),
                    "if it is needed, add its heading to templates/so-lieu/cot.toml".into(),
                ],
            ),
            Self::SkippedRow { text } => (
                "hang-bo-qua",
                Warning,
                [
                    format!("không đọc hàng “{text}”: đó là tiêu đề nhóm, hàng tổng hoặc chân bảng"),
                    "là một hàng của danh sách thì điền đủ các ô cần có".into(),
                ],
                [
                    format!("the row “{text}” is not read: a group title, a total or a footer"),
                    "if it is one of the list, fill in the cells that it needs".into(),
                ],
            ),
            Self::FooterCount { stated, read } => (
                "hang-bo-qua",
                Warning,
                [
                    format!("hàng tổng ghi {stated}, danh sách ở trên có {read} hàng"),
                    "xem có thiếu, thừa hàng nào không, rồi sửa hàng tổng".into(),
                ],
                [
                    format!("the total says {stated}, the list above has {read} rows"),
                    "check whether a row is missing or was added, and mend the total".into(),
                ],
            ),
            Self::NoRows => (
                "tieu-de-cot",
                Warning,
                ["dưới hàng tiêu đề không có hàng nào".into(), "kiểm tra có gửi nhầm mẫu trống không".into()],
                ["there is no row below the headings".into(), "check whether a blank form was sent".into()],
            ),
            Self::EmptyCell { heading } => (
                "o-trong",
                Error,
                [
                    format!("ô trống ở cột “{heading}”"),
                    "điền ô này, hoặc xoá cả hàng nếu hàng không dùng".into(),
                ],
                [
                    format!("empty cell in the column “{heading}”"),
                    "fill it in, or delete the row if it is not needed".into(),
                ],
            ),
            Self::CellError { error } => (
                "bang-tinh",
                Error,
                [format!("ô báo lỗi {error}"), "sửa công thức, hoặc gõ thẳng giá trị".into()],
                [format!("the cell shows {error}"), "mend the formula, or type the value".into()],
            ),
            Self::Uncomputed => (
                "bang-tinh",
                Error,
                [
                    "công thức chưa có giá trị".into(),
                    "mở bằng Excel, bấm lưu lại, hoặc gõ thẳng giá trị".into(),
                ],
                [
                    "the formula has no value yet".into(),
                    "open the file in Excel and save it again, or type the value".into(),
                ],
            ),
            Self::TextMark { text } => (
                "bang-tinh",
                Error,
                [
                    format!("ô bắt đầu bằng dấu ' của Excel, sẽ in cả dấu ấy: {text}"),
                    "xoá dấu ' ở đầu ô; tệp .csv không cần dấu ấy để giữ số 0 hay dấu cộng trừ".into(),
                ],
                [
                    format!("the cell begins with Excel's ', which would be printed too: {text}"),
                    "delete the ' at its beginning; a .csv file needs none to keep a zero or a sign".into(),
                ],
            ),
            Self::TextTooLong { begin, limit } => (
                "ten-qua-dai",
                Error,
                [
                    format!("ô này dài quá {limit} chữ: `{begin} …`"),
                    "rút ngắn; có thể nhiều hàng đã dính vào một ô".into(),
                ],
                [
                    format!("the cell is longer than {limit} letters: `{begin} …`"),
                    "shorten it; several rows may have run into one cell".into(),
                ],
            ),
            Self::Merged { first } => (
                "o-gop",
                Error,
                [
                    format!("ô gộp từ {first}: không rõ giá trị là của hàng nào"),
                    "bỏ gộp ô, ghi giá trị ở từng hàng".into(),
                ],
                [
                    format!("merged from {first}: it is unclear to which row the value belongs"),
                    "unmerge the cells and give each row its value".into(),
                ],
            ),
            Self::DayForNumber { day, meant } => (
                "sai-kieu",
                Error,
                [
                    format!("ô cần số mà là ngày {day}: Excel hay đổi số có dấu phẩy, dấu chấm thành ngày"),
                    format!("đặt ô ở dạng Text rồi gõ lại số, có phải là `{meant}`?"),
                ],
                [
                    format!("a number belongs here, not the day {day}: Excel makes days of numbers with a point or a comma"),
                    format!("set the cell to Text and type the number again; did you mean `{meant}`?"),
                ],
            ),
            Self::Ditto { text } => (
                "sai-kieu",
                Error,
                [format!("`{text}` ở đây không rõ là giá trị nào"), "ghi rõ giá trị ở ô này".into()],
                [format!("what `{text}` stands for is unclear here"), "write the value itself".into()],
            ),
            Self::UnknownWord { text, nearest, known } => (
                "sai-kieu",
                Error,
                [format!("không dùng được `{text}` ở đây"), suggest_vi(nearest.as_ref(), known)],
                [format!("`{text}` cannot stand here"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::NotYesOrNo { text } => (
                "sai-kieu",
                Error,
                [format!("`{text}` không phải có hay không"), "ghi x hoặc để trống".into()],
                [format!("`{text}` is neither yes nor no"), "write x or leave it empty".into()],
            ),
            Self::OldFont { old, new, whole } => {
                let [vi, en] = if *whole { ["trang tính", "the sheet is"] } else { ["ô", "the cell is"] };
                (
                    "phong-tcvn3",
                    Warning,
                    [
                        format!("{vi} gõ bằng phông TCVN3 (.VnTime); đã đổi sang Unicode: `{old}` → `{new}`"),
                        "soát lại tên riêng và chữ in hoa, phông .VnTimeH không phân biệt được".into(),
                    ],
                    [
                        format!(
                            "{en} typed in a TCVN3 font (.VnTime); turned into Unicode: `{old}` → `{new}`"
                        ),
                        "check names and capitals: a .VnTimeH font cannot be told apart".into(),
                    ],
                )
            }
        }
    }
}
