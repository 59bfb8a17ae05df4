//! In: a fault of what a document says. Out: its words.

use super::Severity::{Error, Warning};
use super::Words;

/// What can be wrong with a document that reads well.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum ContentFault {
    UnknownPlaceholder { name: String, known: String },
    EmptyPlaceholder { name: String },
    TooManyColumns { columns: usize, limit: usize },
    JointSuperior,
    NeedlessNumber,
    NeedlessAuthor,
    NeedlessTheme,
    SecondOfficeAlone,
    CopyBeforeOriginal { original: String },
    NoAddressee,
    NeedlessAddressee,
    TypedMark { mark: String },
    TypedDate,
    TypedAbout,
    StrayPlaceholder { name: String },
    ExpressionWithoutData { expression: String },
    NameTooLong { limit: usize },
    YearOrNumber { number: i64 },
    RowLength { cells: usize, columns: usize },
    NobodySigns,
}

impl ContentFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::UnknownPlaceholder { name, known } => (
                "cho-dien",
                Error,
                [
                    format!("hoạt động không có mục `{name}` để điền vào `{{{{ {name} }}}}`"),
                    format!("dùng một trong: {known}"),
                ],
                [
                    format!("an activity has no `{name}` to fill into `{{{{ {name} }}}}`"),
                    format!("use one of: {known}"),
                ],
            ),
            Self::EmptyPlaceholder { name } => (
                "cho-dien",
                Error,
                [
                    format!("chữ dùng `{{{{ {name} }}}}` nhưng hoạt động này chưa ghi `{name}`"),
                    format!("thêm dòng `{name}: …` vào hoạt động"),
                ],
                [
                    format!("the text uses `{{{{ {name} }}}}` but this activity has no `{name}`"),
                    format!("add a line `{name}: …` to the activity"),
                ],
            ),
            Self::TooManyColumns { columns, limit } => (
                "bang",
                Error,
                [format!("bảng có {columns} cột, quá {limit} cột"), "tách thành nhiều bảng".into()],
                [
                    format!("the table has {columns} columns, more than {limit}"),
                    "split it into several tables".into(),
                ],
            ),
            Self::JointSuperior => (
                "R-D-092",
                Error,
                ["văn bản liên cơ quan không ghi cơ quan cấp trên".into(), "xoá dòng `cap_tren`".into()],
                ["a joint paper names no superior body".into(), "delete the line `cap_tren`".into()],
            ),
            Self::NeedlessNumber => (
                "R-D-241",
                Error,
                ["loại văn bản này không có số".into(), "xoá dòng `so`".into()],
                ["this type of document has no number".into(), "delete the line `so`".into()],
            ),
            Self::NeedlessAuthor => (
                "R-D-124",
                Error,
                ["ở đây không in tên loại nên `cua` không có chỗ".into(), "xoá dòng `cua`".into()],
                [
                    "no type name is printed here, so `cua` has no place".into(),
                    "delete the line `cua`".into(),
                ],
            ),
            Self::NeedlessTheme => (
                "R-D-125",
                Error,
                [
                    "chỉ báo cáo mới in chủ đề thay tên loại và trích yếu".into(),
                    "xoá mục `thay_ten_loai`".into(),
                ],
                [
                    "only a report prints a theme instead of type and subject".into(),
                    "delete `thay_ten_loai`".into(),
                ],
            ),
            Self::SecondOfficeAlone => (
                "R-D-153",
                Error,
                [
                    "có `kiem` mà chưa có `chuc_vu`".into(),
                    "ghi chức vụ chính ở `chuc_vu`, chức vụ kiêm ở `kiem`".into(),
                ],
                [
                    "there is `kiem` but no `chuc_vu`".into(),
                    "write the home title in `chuc_vu`, the second one in `kiem`".into(),
                ],
            ),
            Self::CopyBeforeOriginal { original } => (
                "R-D-230",
                Error,
                [
                    format!("bản sao có ngày trước bản chính ({original})"),
                    "xem lại ngày của bản sao và của văn bản".into(),
                ],
                [
                    format!("the copy is dated before its original ({original})"),
                    "look at the dates of the copy and of the document again".into(),
                ],
            ),
            Self::NoAddressee => (
                "R-D-176",
                Error,
                [
                    "loại văn bản này phải có nơi kính gửi".into(),
                    "thêm `kinh_gui:` và mỗi nơi một dòng `- …`".into(),
                ],
                [
                    "this type of document needs addressees".into(),
                    "add `kinh_gui:` with a line `- …` for each".into(),
                ],
            ),
            Self::NeedlessAddressee => (
                "R-D-176",
                Error,
                [
                    "loại văn bản này không có Kính gửi".into(),
                    "xoá mục `kinh_gui`, ghi nơi nhận ở `noi_nhan`".into(),
                ],
                [
                    "this type of document has no addressees".into(),
                    "delete `kinh_gui`; name the recipients in `noi_nhan`".into(),
                ],
            ),
            Self::TypedMark { mark } => (
                "danh-so",
                Error,
                [
                    format!("`{mark}` ở đầu sẽ bị in hai lần: chương trình tự đặt dấu và số"),
                    format!("xoá `{mark}`; muốn giữ số của mình thì viết nội dung liền sau `noi_dung: |`"),
                ],
                [
                    format!(
                        "the leading `{mark}` would be printed twice: marks and numbers come by themselves"
                    ),
                    format!("delete `{mark}`; to keep your own numbers, write the text after `noi_dung: |`"),
                ],
            ),
            Self::TypedDate => (
                "R-D-110",
                Error,
                [
                    "địa danh chỉ là tên nơi, không có dấu phẩy và ngày tháng".into(),
                    "xoá phần từ dấu phẩy; ngày ghi ở mục `ngay`".into(),
                ],
                [
                    "the place is a name only, without comma and date".into(),
                    "delete it from the comma on; the date stands in `ngay`".into(),
                ],
            ),
            Self::TypedAbout => (
                "R-D-126",
                Error,
                [
                    "trích yếu không viết “V/v”".into(),
                    "xoá “V/v”: văn bản của Đảng không dùng, văn bản nhà nước thì chương trình tự đặt".into(),
                ],
                [
                    "a subject line does not say “V/v”".into(),
                    "delete it: the Party does not use it, and for the State the program prints it".into(),
                ],
            ),
            Self::StrayPlaceholder { name } => (
                "cho-dien",
                Error,
                [
                    format!("`{{{{ {name} }}}}` chỉ được điền trong một hoạt động"),
                    "chuyển câu này vào `hoat_dong`, hoặc viết thẳng nội dung".into(),
                ],
                [
                    format!("`{{{{ {name} }}}}` is filled in inside an activity only"),
                    "move the sentence into a `hoat_dong`, or write the words themselves".into(),
                ],
            ),
            Self::ExpressionWithoutData { expression } => (
                "bieu-thuc",
                Error,
                [
                    format!("`{{{{ {expression} }}}}` chưa có số liệu để tính"),
                    "thêm mục `so_lieu:` (`tu`, `den` là năm đầu, năm cuối), hoặc viết thẳng con số".into(),
                ],
                [
                    format!("there are no data for `{{{{ {expression} }}}}`"),
                    "add `so_lieu:` (`tu` and `den`, the first and the last year), or write the figure itself"
                        .into(),
                ],
            ),
            Self::NameTooLong { limit } => (
                "ten-qua-dai",
                Error,
                [
                    format!("tên này dài quá {limit} chữ"),
                    "rút ngắn; nội dung chi tiết để ở `noi_dung`".into(),
                ],
                [
                    format!("this name is longer than {limit} letters"),
                    "shorten it; details belong in `noi_dung`".into(),
                ],
            ),
            Self::YearOrNumber { number } => {
                let grouped = format!("{}.{:03}", number / 1000, number % 1000);
                (
                    "bang",
                    Warning,
                    [
                        format!("ô này in là `{grouped}`"),
                        format!(
                            "nếu là năm, viết \"{number}\" trong ngoặc kép; nếu là số lượng, viết \"{grouped}\""
                        ),
                    ],
                    [
                        format!("this cell is printed as `{grouped}`"),
                        format!("for a year write \"{number}\" in quotes; for an amount, \"{grouped}\""),
                    ],
                )
            }
            Self::RowLength { cells, columns } => (
                "bang",
                Error,
                [
                    format!("hàng này có {cells} ô, bảng có {columns} cột"),
                    "thêm hoặc bớt ô; ô trống viết `~`".into(),
                ],
                [
                    format!("this row has {cells} cells, the table {columns} columns"),
                    "add or remove cells; write `~` for an empty one".into(),
                ],
            ),
            Self::NobodySigns => (
                "R-D-150",
                Error,
                [
                    "khối ký chưa có quyền hạn hoặc chức vụ".into(),
                    "thêm `quyen_han`, `chuc_vu`, hoặc cả hai".into(),
                ],
                [
                    "the signature block has neither authority nor position".into(),
                    "add `quyen_han`, `chuc_vu` or both".into(),
                ],
            ),
        }
    }
}
