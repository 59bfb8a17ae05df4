//! In: a fault of what a document says or how its pages came out. Out: its words.

use super::Severity::{Error, Warning};
use super::Words;

/// What can be wrong with a document that reads well.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum ContentFault {
    UnknownPlaceholder { name: String, known: String },
    EmptyPlaceholder { name: String },
    ControlCharacter { code: u32 },
    NoGlyph { character: char },
    NoProfile { date: String, known: String },
    UnknownProfile { code: String, known: String },
    OutOfRange { from: String, to: String, rule: &'static str },
    BodyCode { code: String },
    CodeSuffix { suffix: String },
    AuthorityPrefix { text: String, known: String },
    NoAddressee,
    NeedlessAddressee,
    TypedMark { mark: String },
    TypedDate,
    TypedAbout,
    StrayPlaceholder { name: String },
    NameTooLong { limit: usize },
    NotTheLetterD,
    Overprinted { page: usize, text: String },
    YearOrNumber { number: i64 },
    RowLength { cells: usize, columns: usize },
    NobodySigns,
    SignatureAlone { page: usize },
    OutsideTextBlock { page: usize, text: String },
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
            Self::ControlCharacter { code } => (
                "ky-tu",
                Error,
                [
                    format!("có ký tự điều khiển U+{code:04X}, không in được"),
                    "xoá ký tự ấy (thường theo chữ dán từ nơi khác sang); dấu tab thì thay bằng dấu cách"
                        .into(),
                ],
                [
                    format!("control character U+{code:04X} cannot be printed"),
                    "delete it (it often comes with pasted text); replace a tab by a space".into(),
                ],
            ),
            Self::NoGlyph { character } => (
                "ky-tu",
                Error,
                [
                    format!("phông chữ không có ký tự `{character}` (U+{:04X})", u32::from(*character)),
                    "thay bằng ký tự khác, hoặc đặt phông có ký tự này vào `fonts/`".into(),
                ],
                [
                    format!("no font has the character `{character}` (U+{:04X})", u32::from(*character)),
                    "use another character, or put a font that has it into `fonts/`".into(),
                ],
            ),
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
            Self::NotTheLetterD => (
                "ky-tu",
                Error,
                [
                    "chữ `Ð` này (U+00D0) không phải chữ Đ tiếng Việt, nhìn giống mà khác mã".into(),
                    "gõ lại chữ Đ bằng bộ gõ tiếng Việt".into(),
                ],
                [
                    "this `Ð` (U+00D0) is not the Vietnamese letter Đ, it only looks like it".into(),
                    "type Đ again with a Vietnamese keyboard".into(),
                ],
            ),
            Self::Overprinted { page, text } => (
                "in-de",
                Error,
                [format!("trang {page}: `{text}` in đè lên chữ khác"), "rút ngắn mục này".into()],
                [format!("page {page}: `{text}` is printed over other text"), "shorten it".into()],
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
            Self::SignatureAlone { page } => (
                "R-D-143",
                Error,
                [
                    format!("khối chữ ký đứng một mình ở trang {page}"),
                    "thêm một câu kết ở mục `ket`, hoặc tách đoạn cuối thành hai".into(),
                ],
                [
                    format!("the signature block stands alone on page {page}"),
                    "add a closing sentence in `ket`, or split the last paragraph in two".into(),
                ],
            ),
            Self::OutsideTextBlock { page, text } => (
                "R-D-300",
                Error,
                [
                    format!("trang {page}: chữ tràn ra ngoài lề: `{text}`"),
                    "thêm dấu cách để chữ xuống dòng được, hoặc rút ngắn".into(),
                ],
                [
                    format!("page {page}: text runs into the margin: `{text}`"),
                    "add a space where the line may break, or shorten it".into(),
                ],
            ),
        }
    }
}
