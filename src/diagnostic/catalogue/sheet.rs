//! In: a fault of an `.xlsx` or `.csv` file. Out: its words.

use super::Severity::{Error, Info, Warning};
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong with a sheet before its rows are looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum SheetFault {
    Locked,
    Damaged { detail: String },
    EmptyFile,
    NotAWorkbook,
    NotText,
    Hidden { sheet: String },
    UnpacksTooLarge { limit_mib: u64 },
    TooManyRows { rows: u32, columns: u32 },
    NoHeader { wanted: String, nearest: Option<(u32, String)> },
    NoHeading,
    RepeatedHeading,
    Uncomputed,
    Ditto { text: String },
    UnknownWord { text: String, nearest: Option<String>, known: String },
    SheetWithoutList { sheet: Option<String> },
    NoRows,
    EmptyCell { heading: String },
    CellError { error: String },
    Merged { first: String },
    NotYesOrNo { text: String },
    UnusedColumn { heading: String },
    SkippedRow { text: String },
    OldFont { old: String, new: String, whole: bool },
    Percent { read: String },
}

impl SheetFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Locked => (
                "bang-tinh",
                Error,
                [
                    "bảng tính có mật khẩu, hoặc là tệp .xls đời cũ".into(),
                    "mở bằng Excel, bỏ mật khẩu, chọn Save As và lưu thành .xlsx".into(),
                ],
                [
                    "the workbook has a password, or is an old .xls file".into(),
                    "open it in Excel, remove the password and save it as .xlsx".into(),
                ],
            ),
            Self::Damaged { detail } => (
                "bang-tinh",
                Error,
                [
                    "bảng tính hỏng, không đọc được".into(),
                    "mở bằng Excel, chọn Save As lưu thành tệp mới; không mở được thì xin lại tệp".into(),
                ],
                [
                    format!("the sheet is damaged and cannot be read ({detail})"),
                    "open it in Excel and save it under a new name, or ask for the file again".into(),
                ],
            ),
            Self::EmptyFile => (
                "bang-tinh",
                Error,
                ["tệp rỗng, không có gì trong đó".into(), "xin lại tệp, hoặc xoá đi".into()],
                ["the file is empty".into(), "ask for it again, or delete it".into()],
            ),
            Self::NotAWorkbook => (
                "bang-tinh",
                Error,
                [
                    "tệp này không phải bảng tính Excel, chỉ mang đuôi tên của bảng tính".into(),
                    "mở bằng Excel, chọn Save As và lưu thành .xlsx; tệp chữ thì đổi đuôi thành .csv".into(),
                ],
                [
                    "this is no Excel workbook, whatever its name ends in".into(),
                    "open it in Excel and save it as .xlsx; if it is text, end its name in .csv".into(),
                ],
            ),
            Self::NotText => (
                "bang-tinh",
                Error,
                [
                    "tệp .csv này không phải tệp chữ".into(),
                    "mở bằng Excel, chọn Save As và lưu thành .xlsx hoặc CSV UTF-8".into(),
                ],
                [
                    "this .csv file is not text".into(),
                    "open it in Excel and save it as .xlsx or CSV UTF-8".into(),
                ],
            ),
            Self::Hidden { sheet } => (
                "bang-tinh",
                Info,
                [
                    format!("trang tính “{sheet}” đang ẩn nhưng vẫn được đọc"),
                    "xoá trang tính ấy nếu không dùng".into(),
                ],
                [
                    format!("sheet “{sheet}” is hidden and is read all the same"),
                    "delete it if it is not needed".into(),
                ],
            ),
            Self::UnpacksTooLarge { limit_mib } => (
                "bang-tinh",
                Error,
                [
                    format!("bảng tính bung ra lớn hơn {limit_mib} MiB"),
                    "xoá hình ảnh, định dạng thừa, hoặc chép danh sách sang tệp mới".into(),
                ],
                [
                    format!("the workbook unpacks to more than {limit_mib} MiB"),
                    "remove pictures and stray formats, or copy the list into a new file".into(),
                ],
            ),
            Self::TooManyRows { rows, columns } => (
                "bang-tinh",
                Error,
                [
                    format!("trang tính có ô nằm ngoài {rows} hàng, {columns} cột đầu"),
                    "xoá các ô thừa ở xa (thường là định dạng hay dấu cách sót lại), hoặc tách tệp".into(),
                ],
                [
                    format!("the sheet has cells beyond the first {rows} rows and {columns} columns"),
                    "delete stray cells far out, or split the file".into(),
                ],
            ),
            Self::NoHeader { wanted, nearest } => (
                "tieu-de-cot",
                Error,
                [
                    "không thấy hàng tiêu đề của danh sách".into(),
                    nearest.as_ref().map_or_else(
                        || format!("cần một hàng có đủ các cột: {wanted}"),
                        |(row, missing)| format!("giống nhất là hàng {row}, còn thiếu cột {missing}"),
                    ),
                ],
                [
                    "no row of headings found".into(),
                    nearest.as_ref().map_or_else(
                        || format!("one row must have the columns: {wanted}"),
                        |(row, missing)| format!("row {row} comes nearest but lacks {missing}"),
                    ),
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
            Self::RepeatedHeading => (
                "hang-bo-qua",
                Warning,
                [
                    "không đọc hàng này: tiêu đề lặp lại".into(),
                    "nếu là số liệu thì sửa ô đầu hàng; nếu đúng là tiêu đề thì không cần làm gì".into(),
                ],
                [
                    "this row is not read: it repeats the headings".into(),
                    "if it holds data, correct its first cell; if it is a heading, nothing need be done"
                        .into(),
                ],
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
            Self::SheetWithoutList { sheet } => {
                let name = sheet.as_deref().unwrap_or_default();
                (
                    "tieu-de-cot",
                    Warning,
                    [
                        format!("không đọc trang tính “{name}”: không có hàng tiêu đề của danh sách"),
                        "xoá trang tính ấy nếu không dùng".into(),
                    ],
                    [
                        format!("sheet “{name}” is not read: it has no row of headings"),
                        "delete the sheet if it is not needed".into(),
                    ],
                )
            }
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
            Self::NotYesOrNo { text } => (
                "sai-kieu",
                Error,
                [format!("`{text}` không phải có hay không"), "ghi x hoặc để trống".into()],
                [format!("`{text}` is neither yes nor no"), "write x or leave it empty".into()],
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
                    "nếu hàng này là số liệu thì điền đủ các ô của nó; nếu không thì không cần làm gì".into(),
                ],
                [
                    format!("the row “{text}” is not read: a group title, a total or a footer"),
                    "if it holds data, fill in its cells; otherwise nothing need be done".into(),
                ],
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
            Self::Percent { read } => (
                "phan-tram",
                Warning,
                [
                    format!("ô định dạng phần trăm, đã đọc là {read}%"),
                    "nếu không phải, đổi định dạng ô thành số thường".into(),
                ],
                [
                    format!("a percentage, read as {read}%"),
                    "if it is not, change the format of the cell to a plain number".into(),
                ],
            ),
        }
    }
}
