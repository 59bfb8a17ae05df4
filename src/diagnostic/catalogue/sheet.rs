//! In: a fault of an `.xlsx` or `.csv` file. Out: its words.

use super::Severity::{Error, Warning};
use super::Words;

/// What a file is, whatever its name ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is named below")]
pub enum FileFormat {
    Workbook,
    OldWorkbook,
    OldOffice,
    BinaryWorkbook,
    OpenDocument,
    Word,
    RichText,
    WebPage,
    XmlWorkbook,
    Archive,
    Pdf,
    Picture,
}

impl FileFormat {
    pub(super) fn names(self) -> [&'static str; 2] {
        match self {
            Self::Workbook => ["bảng tính .xlsx", "an .xlsx workbook"],
            Self::OldWorkbook => ["bảng tính .xls đời cũ", "an old .xls workbook"],
            Self::OldOffice => ["tệp Word hoặc Excel đời cũ", "an old Word or Excel file"],
            Self::BinaryWorkbook => ["bảng tính nhị phân .xlsb", "a binary .xlsb workbook"],
            Self::OpenDocument => ["tệp OpenDocument (.ods)", "an OpenDocument file (.ods)"],
            Self::Word => ["văn bản Word", "a Word document"],
            Self::RichText => ["văn bản RTF", "an RTF document"],
            Self::WebPage => ["trang web (HTML, XML)", "a web page (HTML, XML)"],
            Self::XmlWorkbook => ["bảng tính XML 2003", "an XML 2003 workbook"],
            Self::Archive => ["tệp nén", "an archive"],
            Self::Pdf => ["tệp PDF", "a PDF file"],
            Self::Picture => ["hình ảnh", "a picture"],
        }
    }

    /// How to make it one that can be read.
    fn hints(self) -> [&'static str; 2] {
        match self {
            Self::Workbook => ["đổi đuôi tên tệp thành .xlsx", "end its name in .xlsx"],
            Self::OldWorkbook
            | Self::OldOffice
            | Self::BinaryWorkbook
            | Self::OpenDocument
            | Self::WebPage
            | Self::XmlWorkbook => [
                "mở bằng Excel hoặc LibreOffice, bỏ mật khẩu nếu có, chọn Save As và lưu thành .xlsx",
                "open it in Excel or LibreOffice, remove a password if it has one, and save it as .xlsx",
            ],
            Self::Word | Self::RichText => [
                "chép bảng trong đó sang Excel, lưu thành .xlsx",
                "copy the table in it into Excel and save that as .xlsx",
            ],
            Self::Archive => ["giải nén, lấy tệp bảng tính trong đó", "unpack it and take the workbook out"],
            Self::Pdf | Self::Picture => ["xin lại tệp bảng tính gốc", "ask for the workbook itself"],
        }
    }
}

/// What can be wrong with a sheet before its rows are looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum SheetFault {
    Locked,
    Damaged { detail: String },
    EmptyFile,
    NotAWorkbook,
    NotText,
    OtherSeparator { sign: char, usual: char },
    OpenQuote,
    OtherFormat { format: FileFormat },
    HiddenSheet { sheet: String },
    UnpacksTooLarge { limit_mib: u64 },
    TooManyRows { rows: u32, columns: u32 },
    NoHeader { wanted: String, nearest: Option<(u32, String)> },
    SheetWithoutList { sheet: Option<String>, nearest: Option<(u32, String)> },
}

impl SheetFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Locked => (
                "bang-tinh",
                Error,
                [
                    "bảng tính có mật khẩu".into(),
                    "mở bằng Excel, bỏ mật khẩu (File → Info → Protect Workbook) rồi lưu lại".into(),
                ],
                [
                    "the workbook has a password".into(),
                    "open it in Excel, remove the password (File → Info → Protect Workbook) and save it"
                        .into(),
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
            Self::OtherSeparator { sign, usual } => (
                "bang-tinh",
                Error,
                [
                    format!("hàng này ngăn ô bằng `{}`, các hàng khác bằng `{}`", seen(*sign), seen(*usual)),
                    format!("ngăn ô của hàng này bằng `{}` như các hàng khác", seen(*usual)),
                ],
                [
                    format!(
                        "this row parts its cells with `{}`, the others with `{}`",
                        seen(*sign),
                        seen(*usual)
                    ),
                    format!("part them with `{}` as the other rows do", seen(*usual)),
                ],
            ),
            Self::OpenQuote => (
                "bang-tinh",
                Error,
                [
                    "ngoặc kép `\"` mở ở dòng này mà không đóng: các dòng sau sẽ mất".into(),
                    "xoá dấu ngoặc ấy, hoặc đóng ngoặc ở cuối ô; chữ có ngoặc kép thì viết `\"\"`".into(),
                ],
                [
                    "the mark `\"` opened on this line is not closed: the rows after it would be lost".into(),
                    "delete it, or close it at the end of the cell; inside a cell write `\"\"`".into(),
                ],
            ),
            Self::OtherFormat { format } => {
                let [vi, en] = format.names();
                let [hint_vi, hint_en] = format.hints();
                (
                    "bang-tinh",
                    Error,
                    [format!("tệp này thật ra là {vi}"), hint_vi.into()],
                    [format!("this file is really {en}"), hint_en.into()],
                )
            }
            Self::HiddenSheet { sheet } => (
                "dang-an",
                Warning,
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
            Self::SheetWithoutList { sheet, nearest } => {
                let name = sheet.as_deref().unwrap_or_default();
                (
                    "tieu-de-cot",
                    Warning,
                    [
                        format!("không đọc trang tính “{name}”: không có hàng tiêu đề của danh sách"),
                        nearest.as_ref().map_or_else(
                            || "xoá trang tính ấy nếu không dùng".into(),
                            |(row, missing)| {
                                format!("hàng {row} giống tiêu đề nhất, còn thiếu cột {missing}; không dùng thì xoá trang tính")
                            },
                        ),
                    ],
                    [
                        format!("sheet “{name}” is not read: it has no row of headings"),
                        nearest.as_ref().map_or_else(
                            || "delete the sheet if it is not needed".into(),
                            |(row, missing)| {
                                format!("row {row} comes nearest but lacks {missing}; delete the sheet if it is not needed")
                            },
                        ),
                    ],
                )
            }
        }
    }
}

/// A separator as a message shows it.
pub(super) fn seen(sign: char) -> String {
    if sign == '\t' { "Tab".into() } else { sign.into() }
}
