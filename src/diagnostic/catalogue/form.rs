//! In: a fault of the form of a record. Out: its words.

use super::Severity::Error;
use super::{Lang, Shape, Words, in_detail, suggest_en, suggest_vi};

/// What can be wrong with keys and the kinds of their values.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum FormFault {
    UnknownWord { word: String, nearest: Option<String>, known: String },
    UnknownKey { key: String, nearest: Option<String>, known: String },
    MissingKey { key: String },
    WrongType { expected: Vec<Shape>, found: Shape },
    NotText { found: Shape, value: String },
    BareNumber { value: String },
    KeysForText { key: String },
    OutOfRange { number: String, least: i64, most: i64 },
    Blank,
    NotOneBlock,
    NotOneSource { known: String },
    ProseNeedsBar,
    JoinedLine,
    NothingToFollow { file: String },
    RecordRefused { detail: String },
    KeyInText { key: String },
}

impl FormFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::UnknownWord { word, nearest, known } => (
                "muc-la",
                Error,
                [format!("không dùng được `{word}` ở đây"), suggest_vi(nearest.as_ref(), known)],
                [format!("`{word}` cannot stand here"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::UnknownKey { key, nearest, known } => (
                "muc-la",
                Error,
                [format!("không có mục `{key}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("there is no key `{key}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::MissingKey { key } => (
                "thieu-muc",
                Error,
                [format!("thiếu mục `{key}`"), format!("thêm dòng `{key}: …` ở cùng cấp")],
                [format!("`{key}` is missing"), format!("add a line `{key}: …` at the same level")],
            ),
            // Lines of prose, or a list of plain texts, where blocks are expected.
            Self::WrongType { expected, found: Shape::Text } if expected[..] == [Shape::Keys] => (
                "sai-kieu",
                Error,
                [
                    "ở đây cần nhóm các dòng `mục: …`, không phải chữ".into(),
                    "viết tên mục trước chữ (`doan: …` trong nội dung, `{ten: …}` trong cột); nếu là văn xuôi thì thêm dấu `|` sau `noi_dung:`".into(),
                ],
                [
                    "a group of keys expected here, not text".into(),
                    "put a key before the text (`doan: …` in the body, `{ten: …}` in a column); if it is prose, put `|` after `noi_dung:`".into(),
                ],
            ),
            // A colon inside a value has made it a key.
            Self::WrongType { expected, found: Shape::Keys } if expected[..] == [Shape::Text] => (
                "sai-kieu",
                Error,
                [
                    "dấu hai chấm làm chữ này thành tên mục".into(),
                    "đặt cả dòng trong ngoặc kép thẳng: \"Lưu: VPĐU\"".into(),
                ],
                [
                    "the colon makes this text a key".into(),
                    "put the whole line in straight quotes: \"Lưu: VPĐU\"".into(),
                ],
            ),
            Self::KeysForText { key } => (
                "sai-kieu",
                Error,
                [
                    format!("ở đây chỉ ghi chữ, không chia thành mục như `{key}`"),
                    format!("bỏ `{key}:`, viết chữ ngay sau dấu hai chấm"),
                ],
                [
                    format!("text alone stands here, no keys such as `{key}`"),
                    format!("remove `{key}:` and write the text right after the colon"),
                ],
            ),
            Self::WrongType { expected, found } => (
                "sai-kieu",
                Error,
                [
                    format!(
                        "ở đây cần {}, không phải {}",
                        Shape::names(expected, Lang::Vi),
                        found.name(Lang::Vi)
                    ),
                    list_hint(expected).0.into(),
                ],
                [
                    format!(
                        "{} expected here, not {}",
                        Shape::names(expected, Lang::En),
                        found.name(Lang::En)
                    ),
                    list_hint(expected).1.into(),
                ],
            ),
            Self::NotText { found, value } => (
                "sai-kieu",
                Error,
                [
                    format!("YAML hiểu `{value}` là {}, không phải chữ", found.name(Lang::Vi)),
                    format!("đặt trong ngoặc kép thẳng: \"{value}\""),
                ],
                [
                    format!("YAML reads `{value}` as {}, not as text", found.name(Lang::En)),
                    format!("put it in straight quotes: \"{value}\""),
                ],
            ),
            Self::BareNumber { value } => (
                "sai-kieu",
                Error,
                [
                    format!("ở đây cần số và ký hiệu, không chỉ số `{value}`"),
                    format!("ghi đủ, ví dụ {value}-QĐ/ĐUK; văn bản chỉ có số thì đặt trong ngoặc kép thẳng: \"{value}\""),
                ],
                [
                    format!("number and symbol expected here, not only `{value}`"),
                    format!("write both, as in {value}-QĐ/ĐUK; for a paper that has only a number: \"{value}\""),
                ],
            ),
            Self::OutOfRange { number, least, most } => (
                "sai-kieu",
                Error,
                [
                    format!("ở đây cần số nguyên từ {least} đến {most}, không phải `{number}`"),
                    "viết số nguyên bằng chữ số, không có phần lẻ".into(),
                ],
                [
                    format!("a whole number from {least} to {most} expected here, not `{number}`"),
                    "write it in digits, without decimals".into(),
                ],
            ),
            Self::Blank => (
                "bo-trong",
                Error,
                ["mục này bị bỏ trống".into(), "điền nội dung, hoặc xoá cả dòng nếu không bắt buộc".into()],
                ["nothing stands here".into(), "fill it in, or delete the line if it is optional".into()],
            ),
            Self::NotOneSource { known } => (
                "sai-kieu",
                Error,
                ["ở đây chỉ chọn một nguồn".into(), format!("giữ đúng một trong các mục: {known}")],
                ["one source only is chosen here".into(), format!("keep just one of these keys: {known}")],
            ),
            Self::NotOneBlock => (
                "khoi",
                Error,
                [
                    "mỗi gạch đầu dòng của nội dung là đúng một khối".into(),
                    "mục này là một khối nữa thì thêm `- `; thuộc khối ở trên thì thụt sâu như các dòng của khối ấy".into(),
                ],
                [
                    "each list item of the body is exactly one block".into(),
                    "give it a `- ` if it is another block; indent it like the lines of the block above if it is of that one".into(),
                ],
            ),
            Self::JoinedLine => (
                "yaml",
                Error,
                [
                    "dòng này thụt quá sâu hoặc thiếu dấu hai chấm nên bị nối vào dòng trên".into(),
                    "đặt nó thẳng hàng với các dòng cùng loại; sau tên mục có dấu hai chấm và một dấu cách".into(),
                ],
                [
                    "this line stands too far right or lacks a colon, so it is joined to the one above".into(),
                    "bring it in line with its like; a key is followed by a colon and a space".into(),
                ],
            ),
            Self::ProseNeedsBar => (
                "van-xuoi",
                Error,
                [
                    "nội dung nhiều dòng mà thiếu dấu `|` thì các dòng bị nối làm một".into(),
                    "thêm dấu `|` sau `noi_dung:` rồi xuống dòng".into(),
                ],
                [
                    "text of several lines without `|` runs together into one".into(),
                    "put `|` after `noi_dung:` and begin on the next line".into(),
                ],
            ),
            Self::NothingToFollow { file } => (
                "theo",
                Error,
                [
                    format!("không lấy nội dung theo `{file}` được"),
                    "ghi tên một tệp .yml khác trong cùng thư mục, không phải tệp ẩn và không theo tệp nào nữa".into(),
                ],
                [
                    format!("the document cannot follow `{file}`"),
                    "name another .yml file of the same folder that is not hidden and follows none itself".into(),
                ],
            ),
            Self::RecordRefused { detail } => (
                "du-lieu",
                Error,
                [
                    "giá trị này không có dạng mà mục của nó cần".into(),
                    format!("so với tệp mẫu mà `vankien new` viết; {}", in_detail(detail)),
                ],
                [
                    "this value has not the form that its key needs".into(),
                    format!("compare with the starter that `vankien new` writes; in detail: “{detail}”"),
                ],
            ),
            Self::KeyInText { key } => (
                "yaml",
                Error,
                [
                    format!("dòng `{key}: …` thụt quá sâu nên nằm trong phần chữ và sẽ bị in ra"),
                    "đặt nó thẳng hàng với các mục cùng loại".into(),
                ],
                [
                    format!("the line `{key}: …` stands too far right: it is part of the text and would be printed"),
                    "bring it in line with the other keys".into(),
                ],
            ),
        }
    }
}

/// What to do where another kind of value is needed.
fn list_hint(expected: &[Shape]) -> (&'static str, &'static str) {
    match expected {
        [Shape::List] => {
            ("viết mỗi mục một dòng `- …` dưới tên mục", "write each entry on a line `- …` below the key")
        }
        [Shape::Whole] => {
            ("viết số nguyên bằng chữ số, từ 0 trở lên", "write a whole number in digits, 0 or more")
        }
        [Shape::Truth] => ("viết true nếu có, xoá dòng nếu không", "write true, or delete the line"),
        _ => (
            "`vankien new` viết tệp mẫu của từng loại văn bản để xem theo",
            "`vankien new` writes a starter of each type to look at",
        ),
    }
}
