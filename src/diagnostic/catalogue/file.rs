//! In: a fault of a file as text or as YAML. Out: its words.

use super::Severity::{Environment, Error, Warning};
use super::yaml::YamlProblem;
use super::{FileFormat, Lang, Severity, Words};
use crate::encoding::Legacy;

/// What can be wrong with a file before its content is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum FileFault {
    TooLarge { limit_mib: usize },
    NotUtf8 { encoding: Option<Legacy> },
    Garbled { encoding: Legacy },
    TooManyValues { limit: usize },
    TooManyFindings { limit: usize, severity: Severity },
    NoText { format: FileFormat },
    NotNfc,
    Empty,
    YamlSyntax { problem: YamlProblem },
    LoneReturn,
    SeveralDocuments,
    Alias,
    Tag,
    TooDeep { limit: usize },
    DuplicateKey { key: String, first_line: usize },
    CutByHash,
    UnknownEncoding,
    MixedEncodings { line: usize },
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
            Self::Garbled { encoding: Legacy::Utf8Twice } => (
                "bang-ma",
                Error,
                [
                    "chữ Unicode ở đây đã bị một chương trình đọc nhầm bảng mã rồi ghi lại (UTF-8 ×2)".into(),
                    "chạy `vankien convert` với tên tệp này để lấy lại chữ cũ, rồi đọc lại".into(),
                ],
                [
                    "some program took this Unicode text for another encoding and saved it (UTF-8 ×2)".into(),
                    "run `vankien convert` with the file's name to get the text back, then read it again".into(),
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
            Self::TooManyFindings { limit, severity } => (
                "con-nua",
                *severity,
                [
                    format!("còn nữa: chỉ kể {limit} chỗ đầu của tệp này"),
                    "sửa các chỗ đã kể rồi soát lại".into(),
                ],
                [
                    format!("there are more: only the first {limit} of this file are told"),
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
            Self::NoText { format } => {
                let [vi, en] = format.names();
                (
                    "bang-ma",
                    Error,
                    [
                        format!("tệp này thật ra là {vi}, không phải tệp chữ .yml"),
                        "chuyển nó ra ngoài `data/`; chép nội dung vào một tệp .yml mẫu (`vankien new`)".into(),
                    ],
                    [
                        format!("this file is really {en}, not the text of a .yml file"),
                        "move it out of `data/`; copy what it says into a .yml starter (`vankien new`)".into(),
                    ],
                )
            }
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
                ["tệp rỗng, hoặc chỉ có dòng ghi chú".into(), "chép nội dung từ một văn bản mẫu trong `data/` rồi sửa".into()],
                [
                    "the file is empty, or holds comments only".into(),
                    "copy one of the sample documents in `data/` and change it".into(),
                ],
            ),
            Self::YamlSyntax { problem } => (
                "yaml",
                Error,
                [problem.headline(Lang::Vi), problem.advice(Lang::Vi)],
                [problem.headline(Lang::En), problem.advice(Lang::En)],
            ),
            Self::LoneReturn => (
                "yaml",
                Error,
                [
                    "giữa dòng có một dấu xuống dòng kiểu cũ (CR, U+000D) mà nhiều chương trình không hiện ra".into(),
                    "xoá dấu ấy và gõ dấu cách, hoặc xuống dòng bằng phím Enter".into(),
                ],
                [
                    "an old line break (CR, U+000D) stands inside the line; many programs do not show it".into(),
                    "delete it and type a space, or press Enter".into(),
                ],
            ),
            Self::SeveralDocuments => (
                "yaml",
                Error,
                ["một tệp chỉ chứa một văn bản".into(), "bỏ dòng `---` hoặc `...`, tách phần sau ra tệp khác".into()],
                [
                    "a file holds one document only".into(),
                    "remove the line `---` or `...`; move what follows to another file".into(),
                ],
            ),
            Self::Alias => (
                "yaml-dau-sao",
                Error,
                [
                    "YAML hiểu dấu `*` hoặc `&` ở đầu giá trị là lệnh riêng của nó".into(),
                    "nếu là chữ cần in thì đặt cả giá trị trong ngoặc kép thẳng: \"*chữ nghiêng* …\"; không thì bỏ dấu ấy".into(),
                ],
                [
                    "YAML takes a leading `*` or `&` for a command of its own".into(),
                    "if it is to be printed, put the whole value in straight quotes: \"*italic* …\"; else remove the sign".into(),
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
            Self::UnknownEncoding => (
                "bang-ma",
                Environment,
                [
                    "không nhận ra bảng mã của tệp".into(),
                    "chỉ rõ bằng `--from`: tcvn3, vni, windows-1258 hoặc utf-16".into(),
                ],
                [
                    "the encoding of the file cannot be told".into(),
                    "name it with `--from`: tcvn3, vni, windows-1258 or utf-16".into(),
                ],
            ),
            Self::MixedEncodings { line } => (
                "bang-ma",
                Environment,
                [
                    format!("tệp trộn hai bảng mã: dòng {line} đã có chữ Unicode, chỗ khác thì chưa"),
                    "tách phần chưa phải Unicode ra tệp riêng, đổi tệp ấy rồi ghép lại".into(),
                ],
                [
                    format!("the file mixes two encodings: line {line} has Unicode letters already"),
                    "move the part in the old encoding into a file of its own, convert that, then join them"
                        .into(),
                ],
            ),
        }
    }
}
