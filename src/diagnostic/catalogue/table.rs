//! In: a fault of a table of the guidance, an office's own or a built-in one. Out: its words.

use super::Severity::Environment;
use super::Words;
use super::foreign::toml_in_vietnamese;
use super::template::OWN_COPY;

/// What can be wrong with a table of `templates/the-thuc/`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum TableFault {
    Missing,
    NotUtf8,
    Broken { detail: String },
    Value { value: String },
    KindTwice { folder: String },
    KindFolder { folder: String },
    UnknownKey { key: String, nearest: Option<String>, like: String },
    WrongKind { key: String, like: String },
    Number { key: String, value: String },
    KeyMissing { key: String, like: String },
    Length { key: String, value: String, least: String, most: String },
}

impl TableFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Missing => (
                "huong-dan",
                Environment,
                ["thiếu tệp này".into(), "chép lại tệp từ bản có sẵn của chương trình".into()],
                ["this file is missing".into(), "copy it from those of the program".into()],
            ),
            Self::NotUtf8 => (
                "huong-dan",
                Environment,
                ["tệp không ở bảng mã UTF-8 từ chỗ này".into(), OWN_COPY[0].into()],
                ["the file is not UTF-8 from here on".into(), OWN_COPY[1].into()],
            ),
            Self::Broken { detail } => (
                "huong-dan",
                Environment,
                [toml_in_vietnamese(detail), OWN_COPY[0].into()],
                [format!("the file is faulty here: {}", detail.replace('\n', "; ")), OWN_COPY[1].into()],
            ),
            Self::Value { value } => (
                "huong-dan",
                Environment,
                [
                    format!("không dùng được giá trị `{value}` ở đây"),
                    "mã phải trùng tên tệp, ngưỡng phải là số, ví dụ \"90\"".into(),
                ],
                [
                    format!("the value `{value}` cannot stand here"),
                    "a code equals the name of its file, a threshold is a number, as in \"90\"".into(),
                ],
            ),
            Self::KindTwice { folder } => (
                "huong-dan",
                Environment,
                [
                    format!("hai loại văn bản cùng dùng thư mục `{folder}`"),
                    "đặt cho mỗi loại một `thu_muc` riêng".into(),
                ],
                [
                    format!("two types of document have the folder `{folder}`"),
                    "give each a `thu_muc` of its own".into(),
                ],
            ),
            Self::KindFolder { folder } => (
                "huong-dan",
                Environment,
                [
                    format!("`{folder}` không phải tên một thư mục trong `data/`"),
                    "ghi một tên, chỉ có chữ, số, gạch nối: `ke-hoach`".into(),
                ],
                [
                    format!("`{folder}` is no name of a folder in `data/`"),
                    "write one name of letters, digits and hyphens: `ke-hoach`".into(),
                ],
            ),
            Self::UnknownKey { key, nearest, like } => (
                "huong-dan",
                Environment,
                [
                    format!("tệp này không có mục `{key}` nên dòng này không có tác dụng"),
                    nearest.as_ref().map_or_else(
                        || format!("xem các mục của tệp có sẵn `{like}`; xoá dòng này"),
                        |own| format!("có phải là `{own}`?"),
                    ),
                ],
                [
                    format!("this file has no key `{key}`; the line has no effect"),
                    nearest.as_ref().map_or_else(
                        || format!("look at the keys of the built-in `{like}`; delete the line"),
                        |own| format!("did you mean `{own}`?"),
                    ),
                ],
            ),
            Self::WrongKind { key, like } => (
                "huong-dan",
                Environment,
                [format!("mục `{key}` sai kiểu giá trị"), format!("ghi như tệp có sẵn: `{like}`")],
                [
                    format!("`{key}` has a value of the wrong kind"),
                    format!("write it as the built-in file does: `{like}`"),
                ],
            ),
            Self::Number { key, value } => (
                "huong-dan",
                Environment,
                [format!("mục `{key}` không thể là `{value}`"), "ghi một số từ 0 trở lên, ví dụ 12.5".into()],
                [format!("`{key}` cannot be `{value}`"), "write a number from 0 on, as in 12.5".into()],
            ),
            Self::Length { key, value, least, most } => (
                "huong-dan",
                Environment,
                [
                    format!("mục `{key}` không thể là {value} mm"),
                    format!("ghi từ {least} đến {most} mm; trừ lề phải còn chỗ cho chữ"),
                ],
                [
                    format!("`{key}` cannot be {value} mm"),
                    format!("write {least} to {most} mm; margins leave room for the text"),
                ],
            ),
            Self::KeyMissing { key, like } => (
                "huong-dan",
                Environment,
                [format!("thiếu mục `{key}`"), format!("thêm như tệp có sẵn: `{like}`")],
                [format!("`{key}` is missing"), format!("add it as in the built-in file: `{like}`")],
            ),
        }
    }
}
