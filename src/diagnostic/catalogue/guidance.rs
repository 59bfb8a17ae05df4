//! In: a fault of what the guidance allows. Out: its words.

use super::Severity::{Error, Warning};
use super::Words;

/// What can be at odds with the guidance that a document follows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum GuidanceFault {
    NoProfile { date: String, known: String },
    UnknownProfile { code: String, known: String },
    RivalProfiles { codes: String },
    UnknownSystem { system: String, known: String },
    KindNotInSystem { kind: String },
    UnknownSheet { sheet: String, known: String },
    SheetForSlips { sheet: String },
    OutOfRange { from: String, to: String, rule: &'static str },
    WithdrawnCode { code: String },
    BodyCode { code: String },
    CodeSuffix { suffix: String },
    AuthorityPrefix { text: String, known: String },
}

impl GuidanceFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::NoProfile { date, known } => (
                "R-D-001",
                Error,
                [
                    format!("chưa có hướng dẫn thể thức cho văn bản ngày {date}"),
                    format!("xem lại ngày, hoặc ghi rõ hướng dẫn bằng `huong_dan:` và một trong: {known}"),
                ],
                [
                    format!("there is no format guidance for a document of {date}"),
                    format!("check the date, or name the guidance with `huong_dan:` and one of: {known}"),
                ],
            ),
            Self::UnknownProfile { code, known } => (
                "R-D-001",
                Error,
                [format!("không có hướng dẫn `{code}`"), format!("dùng một trong: {known}")],
                [format!("there is no guidance `{code}`"), format!("use one of: {known}")],
            ),
            Self::RivalProfiles { codes } => (
                "R-D-001",
                Error,
                [
                    format!("hai hướng dẫn cùng áp dụng từ một ngày: {codes}"),
                    "ghi rõ hướng dẫn bằng `huong_dan:`, hoặc sửa `tu_ngay` trong tệp TOML".into(),
                ],
                [
                    format!("two guidances came into force on one day: {codes}"),
                    "name one with `huong_dan:`, or correct `tu_ngay` in its TOML file".into(),
                ],
            ),
            Self::UnknownSystem { system, known } => (
                "R-N-003",
                Error,
                [
                    format!("không có hướng dẫn thể thức nào cho hệ thống `{system}`"),
                    format!("dùng một trong: {known}"),
                ],
                [
                    format!("there is no format guidance for the system `{system}`"),
                    format!("use one of: {known}"),
                ],
            ),
            Self::KindNotInSystem { kind } => (
                "loai-van-ban",
                Error,
                [
                    format!("hệ thống của cơ quan này không có loại văn bản `{kind}`"),
                    "chọn loại khác, hoặc xem lại `he_thong` của cơ quan".into(),
                ],
                [
                    format!("this body's system has no document type `{kind}`"),
                    "choose another type, or look at the body's `he_thong` again".into(),
                ],
            ),
            Self::UnknownSheet { sheet, known } if known.is_empty() => (
                "R-D-010",
                Error,
                [
                    format!("hướng dẫn này không có khổ giấy `{sheet}`"),
                    "xoá dòng này: mọi văn bản in trên khổ A4".into(),
                ],
                [
                    format!("this guidance has no sheet `{sheet}`"),
                    "delete the line: all documents are printed on A4".into(),
                ],
            ),
            Self::UnknownSheet { sheet, known } => (
                "R-D-010",
                Error,
                [
                    format!("không có khổ giấy `{sheet}`"),
                    format!("khổ A4 thì xoá dòng này; giấy tờ hành chính dùng được: {known}"),
                ],
                [
                    format!("there is no sheet `{sheet}`"),
                    format!("delete the line for A4; administrative slips may use: {known}"),
                ],
            ),
            Self::SheetForSlips { sheet } => (
                "R-D-010",
                Error,
                [
                    format!("khổ {sheet} chỉ dùng cho giấy tờ hành chính"),
                    "xoá dòng này: loại văn bản này in trên khổ A4".into(),
                ],
                [
                    format!("the sheet {sheet} is for administrative slips only"),
                    "delete the line: this type is printed on A4".into(),
                ],
            ),
            Self::OutOfRange { from, to, rule } => (
                rule,
                Error,
                [
                    format!("hướng dẫn chỉ cho từ {from} đến {to}"),
                    "chọn số trong khoảng ấy, hoặc xoá dòng để dùng số mặc định".into(),
                ],
                [
                    format!("the guidance allows {from} to {to} only"),
                    "choose a number in that range, or delete the line for the default".into(),
                ],
            ),
            Self::WithdrawnCode { code } => (
                "R-D-256",
                Warning,
                [
                    format!("ký hiệu `{code}` không còn trong hướng dẫn áp dụng cho văn bản này"),
                    "dùng ký hiệu hiện nay của cơ quan, ví dụ ĐU".into(),
                ],
                [
                    format!("the code `{code}` is no longer in the guidance this document follows"),
                    "use the body's present code, such as ĐU".into(),
                ],
            ),
            Self::BodyCode { code } => (
                "R-D-100",
                Error,
                [
                    format!("`{code}` không phải ký hiệu cơ quan"),
                    "viết chữ in hoa liền nhau, cơ quan liên tịch nối bằng gạch nối: ĐUK, BTCTU-BDVTU".into(),
                ],
                [
                    format!("`{code}` is not a body's code"),
                    "write capitals without spaces, joint bodies with a hyphen: ĐUK, BTCTU-BDVTU".into(),
                ],
            ),
            Self::CodeSuffix { suffix } => (
                "R-D-104",
                Warning,
                [
                    format!("ký hiệu cơ quan có đuôi `/{suffix}`"),
                    "hướng dẫn không nói đến đuôi này; giữ lại nếu cơ quan quy định như vậy".into(),
                ],
                [
                    format!("the body's code has the suffix `/{suffix}`"),
                    "the guidance does not mention it; keep it if your office has such a rule".into(),
                ],
            ),
            Self::AuthorityPrefix { text, known } => (
                "R-D-152",
                Error,
                [
                    format!("quyền hạn ký `{text}` không bắt đầu bằng một trong: {known}"),
                    format!("viết đúng dấu của hướng dẫn: {known}, rồi một dấu cách"),
                ],
                [
                    format!("the authority `{text}` does not begin with one of: {known}"),
                    format!("write the guidance's own marks, {known}, then one space"),
                ],
            ),
        }
    }
}
