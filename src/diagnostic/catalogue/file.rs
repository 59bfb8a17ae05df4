//! In: a fault of a file as text or as YAML. Out: its words.

use super::Severity::{Error, Warning};
use super::{Lang, Words};
use crate::encoding::Legacy;

/// What can be wrong with a file before its content is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum FileFault {
    TooLarge { limit_mib: usize },
    NotUtf8 { encoding: Option<Legacy> },
    Garbled { encoding: Legacy },
    TooManyValues { limit: usize },
    TooManyFindings { limit: usize },
    NotNfc,
    Empty,
    YamlSyntax { problem: YamlProblem, detail: String },
    SeveralDocuments,
    Alias,
    Tag,
    TooDeep { limit: usize },
    DuplicateKey { key: String, first_line: usize },
    CutByHash,
}

/// The usual slips in YAML, each with advice of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YamlProblem {
    /// A second colon in an unquoted value.
    Colon,
    /// A tab used for indentation.
    Tab,
    /// A no-break space used for indentation.
    OddSpace,
    /// A quotation mark that is not closed.
    Quote,
    /// A value that begins with a character YAML keeps for itself.
    Reserved,
    /// Lines that do not line up.
    Indent,
    /// Anything else.
    Other,
}

impl FileFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::TooLarge { limit_mib } => (
                "tep-qua-lon",
                Error,
                [format!("tệp lớn hơn {limit_mib} MiB"), "tách thành nhiều văn bản".into()],
                [
                    format!("the file is larger than {limit_mib} MiB"),
                    "split it into several documents".into(),
                ],
            ),
            Self::NotUtf8 { encoding: Some(encoding) } => (
                "bang-ma",
                Error,
                [
                    format!("tệp ở bảng mã {}, không phải Unicode", encoding.name()),
                    "chạy `vankien convert` với tên tệp này: tệp được đổi sang Unicode, bản cũ giữ ở đuôi .goc".into(),
                ],
                [
                    format!("the file is in {}, not in Unicode", encoding.name()),
                    "run `vankien convert` with its name: it becomes Unicode, the old file is kept as .goc".into(),
                ],
            ),
            Self::Garbled { encoding } => (
                "bang-ma",
                Error,
                [
                    format!("chữ này gõ bằng phông {}, in ra sẽ thành ký hiệu vô nghĩa", encoding.name()),
                    "chạy `vankien convert` với tên tệp này để đổi sang Unicode, rồi đọc lại".into(),
                ],
                [
                    format!("this text was typed for a font in {} and would print as nonsense", encoding.name()),
                    "run `vankien convert` with the file's name to turn it into Unicode, then read it again".into(),
                ],
            ),
            Self::TooManyValues { limit } => (
                "tep-qua-lon",
                Error,
                [format!("tệp có hơn {limit} giá trị"), "tách thành nhiều văn bản".into()],
                [format!("the file has more than {limit} values"), "split it into several documents".into()],
            ),
            Self::TooManyFindings { limit } => (
                "con-nua",
                Error,
                [
                    format!("còn nữa: chỉ kể {limit} chỗ đầu của tệp này"),
                    "sửa các chỗ đã kể rồi soát lại".into(),
                ],
                [
                    format!("there are more: only the first {limit} faults of this file are told"),
                    "mend these, then check again".into(),
                ],
            ),
            Self::NotUtf8 { encoding: None } => (
                "bang-ma",
                Error,
                [
                    "tệp không ở bảng mã UTF-8 từ chỗ này".into(),
                    "mở bằng Notepad, chọn Save As và Encoding: UTF-8".into(),
                ],
                [
                    "the file is not UTF-8 from here on".into(),
                    "open it in Notepad, choose Save As and Encoding: UTF-8".into(),
                ],
            ),
            Self::NotNfc => (
                "unicode-to-hop",
                Warning,
                [
                    "tệp dùng Unicode tổ hợp; đã đổi sang dựng sẵn khi dàn trang".into(),
                    "đặt bộ gõ ở bảng mã “Unicode” (dựng sẵn) để lần sau không phải đổi".into(),
                ],
                [
                    "the file uses decomposed Unicode; it was composed before typesetting".into(),
                    "set the keyboard program to precomposed “Unicode” to avoid this".into(),
                ],
            ),
            Self::Empty => (
                "tep-rong",
                Error,
                ["tệp rỗng".into(), "chép nội dung từ một văn bản mẫu trong `data/` rồi sửa".into()],
                [
                    "the file is empty".into(),
                    "copy one of the sample documents in `data/` and change it".into(),
                ],
            ),
            Self::YamlSyntax { problem, detail } => (
                "yaml",
                Error,
                ["tệp sai cú pháp YAML ở chỗ này".into(), problem.advice(Lang::Vi, detail)],
                ["the file is not valid YAML here".into(), problem.advice(Lang::En, detail)],
            ),
            Self::SeveralDocuments => (
                "yaml",
                Error,
                ["một tệp chỉ chứa một văn bản".into(), "bỏ dòng `---`, tách phần sau ra tệp khác".into()],
                [
                    "a file holds one document only".into(),
                    "remove the line `---`; move what follows to another file".into(),
                ],
            ),
            Self::Alias => (
                "yaml-dau-sao",
                Error,
                [
                    "YAML hiểu dấu `*` hoặc `&` ở đầu giá trị là lệnh riêng của nó".into(),
                    "đặt cả giá trị trong ngoặc kép thẳng: \"*chữ nghiêng* …\"".into(),
                ],
                [
                    "YAML takes a leading `*` or `&` for a command of its own".into(),
                    "put the whole value in straight quotes: \"*italic* …\"".into(),
                ],
            ),
            Self::Tag => (
                "yaml-dau-than",
                Error,
                [
                    "YAML hiểu dấu `!` ở đầu giá trị là lệnh riêng của nó".into(),
                    "đặt cả giá trị trong ngoặc kép thẳng".into(),
                ],
                [
                    "YAML takes a leading `!` for a command of its own".into(),
                    "put the whole value in straight quotes".into(),
                ],
            ),
            Self::TooDeep { limit } => (
                "yaml-qua-sau",
                Error,
                [format!("lồng nhau quá {limit} cấp"), "giảm số cấp đề mục".into()],
                [format!("nested deeper than {limit} levels"), "use fewer levels".into()],
            ),
            Self::DuplicateKey { key, first_line } => (
                "trung-muc",
                Error,
                [format!("mục `{key}` đã có ở dòng {first_line}"), "giữ một mục, xoá mục kia".into()],
                [format!("`{key}` already stands on line {first_line}"), "keep one of them".into()],
            ),
            Self::CutByHash => (
                "yaml-dau-thang",
                Error,
                [
                    "chữ từ dấu `#` trở đi bị YAML coi là chú thích và sẽ mất".into(),
                    "đặt cả giá trị trong ngoặc kép thẳng; nếu đúng là chú thích, để hai dấu cách trước `#`"
                        .into(),
                ],
                [
                    "YAML takes what follows `#` for a comment, it would be lost".into(),
                    "put the whole value in straight quotes; if it is a comment, leave two spaces before `#`"
                        .into(),
                ],
            ),
        }
    }
}

impl YamlProblem {
    fn advice(self, lang: Lang, detail: &str) -> String {
        let (vi, en) = match self {
            Self::Colon => (
                "giá trị có dấu hai chấm thì đặt trong ngoặc kép thẳng; xem lại khoảng thụt đầu dòng",
                "put a value that holds a colon in straight quotes; check the indentation",
            ),
            Self::Tab => {
                ("thụt đầu dòng bằng dấu cách, không bằng phím Tab", "indent with spaces, not with tabs")
            }
            Self::OddSpace => (
                "đầu dòng có dấu cách lạ dán từ nơi khác sang; xoá rồi gõ lại bằng phím cách",
                "the line begins with odd spaces from pasted text; delete them and press the space bar",
            ),
            Self::Quote => (
                "ngoặc kép phải được đóng và phải bao cả giá trị, không chỉ một phần",
                "close the quotation mark, and let it hold the whole value, not a part",
            ),
            Self::Reserved => (
                "giá trị bắt đầu bằng ký tự riêng của YAML thì đặt trong ngoặc kép thẳng",
                "a value that begins with a character YAML keeps for itself needs straight quotes",
            ),
            Self::Indent => (
                "các dòng cùng cấp phải thụt vào như nhau; sau `tên:` có một dấu cách",
                "lines of one level must be indented alike; one space follows `key:`",
            ),
            Self::Other => {
                return lang.pick(
                    format!("xem lại dòng này và dòng ngay trên (bộ đọc báo: {detail})"),
                    format!("check this line and the one above (the reader says: {detail})"),
                );
            }
        };
        lang.pick(vi, en).into()
    }
}
