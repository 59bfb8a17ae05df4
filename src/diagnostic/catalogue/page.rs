//! In: a fault that only the finished pages show. Out: its words.

use serde::{Deserialize, Serialize};

use super::Severity::{Error, Warning};
use super::Words;

/// What can be wrong with pages that were laid out. Warnings can be written down, so
/// that pages which stand need not be looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum PageFault {
    FarTooManyPages {
        pages: usize,
        limit: usize,
    },
    FarTooLong {
        limit: usize,
    },
    FarTooManyLines {
        limit: usize,
    },
    SignatureAlone {
        page: usize,
    },
    HeadingLast {
        page: usize,
        text: String,
    },
    HeaderBroken {
        text: String,
    },
    PlaceTooLong {
        place: String,
    },
    LoneWord {
        page: usize,
        word: String,
    },
    OutsideTextBlock {
        page: usize,
        text: String,
    },
    WiderThanCell {
        page: usize,
        text: String,
        #[serde(skip)]
        rule: &'static str,
    },
    Overprinted {
        page: usize,
        text: String,
    },
    RoomTaken {
        page: usize,
        text: String,
    },
    NoGlyph {
        page: usize,
        text: String,
    },
    TooManyPages {
        pages: usize,
        usual: usize,
    },
}

impl PageFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::FarTooManyPages { pages, limit } => (
                "qua-dai",
                Error,
                [
                    format!("văn bản dài {pages} trang, quá {limit} trang"),
                    "tách thành nhiều văn bản, hoặc đưa phần dài ra tệp khác".into(),
                ],
                [
                    format!("the document has {pages} pages, more than {limit}"),
                    "split it into several documents".into(),
                ],
            ),
            Self::FarTooManyLines { limit } => (
                "qua-dai",
                Error,
                [
                    format!("văn bản có hơn {limit} đoạn và hàng, không dàn trang được"),
                    "tách thành nhiều văn bản, hoặc đưa phần dài ra tệp khác".into(),
                ],
                [
                    format!("the document has more than {limit} paragraphs and rows and is not laid out"),
                    "split it into several documents".into(),
                ],
            ),
            Self::FarTooLong { limit } => (
                "qua-dai",
                Error,
                [
                    format!("văn bản dài hơn {limit} chữ cái, không dàn trang được"),
                    "tách thành nhiều văn bản, hoặc đưa phần dài ra tệp khác".into(),
                ],
                [
                    format!("the document has more than {limit} letters and is not laid out"),
                    "split it into several documents".into(),
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
                    "thêm dấu cách để chữ xuống dòng được, hoặc rút ngắn; bảng nhiều cột thì bớt cột hoặc đưa vào phụ lục `ngang: true`".into(),
                ],
                [
                    format!("page {page}: text runs into the margin: `{text}`"),
                    "add a space where the line may break, or shorten it; of a table with many columns leave some out or use an annex with `ngang: true`".into(),
                ],
            ),
            Self::Overprinted { page, text } => (
                "in-de",
                Error,
                [format!("trang {page}: `{text}` in đè lên chữ khác"), "rút ngắn mục này; bảng nhiều cột thì bớt cột hoặc đưa vào phụ lục `ngang: true`".into()],
                [format!("page {page}: `{text}` is printed over other text"), "shorten it; of a table with many columns leave some out or use an annex with `ngang: true`".into()],
            ),
            Self::HeadingLast { page, text } => (
                "R-D-143",
                Error,
                [
                    format!("trang {page}: đề mục `{text}` đứng cuối trang, nội dung ở trang sau"),
                    "đoạn hoặc hàng bảng ngay sau đề mục quá dài: thêm một câu dẫn sau đề mục".into(),
                ],
                [
                    format!("page {page}: heading `{text}` is the last line, its text is on the next page"),
                    "what follows the heading is too tall: add a sentence after the heading".into(),
                ],
            ),
            Self::HeaderBroken { text } => (
                "R-D-072",
                Error,
                [
                    format!("đầu trang: `{text}` phải nằm trọn trên một dòng"),
                    "xem lại các mẫu riêng trong `templates/`: cột đầu trang đang quá hẹp".into(),
                ],
                [
                    format!("header: `{text}` must stand on one line"),
                    "look at your own files in `templates/`: the header column is too narrow".into(),
                ],
            ),
            Self::PlaceTooLong { place } => (
                "R-D-110",
                Error,
                [
                    format!("địa danh `{place}` dài quá, không đứng được trên một dòng với ngày tháng"),
                    "chỉ ghi tên riêng của một đơn vị hành chính; viết tắt được TP, ĐK".into(),
                ],
                [
                    format!("the place `{place}` is too long to stand on one line with the date"),
                    "write the proper name of one administrative unit; TP and ĐK are allowed".into(),
                ],
            ),
            Self::LoneWord { page, word } => (
                "R-D-123",
                Warning,
                [
                    format!("trang {page}: dòng cuối của tên chỉ có một tiếng `{word}`"),
                    "tự xuống dòng ở chỗ đúng ý, sau dấu `|`".into(),
                ],
                [
                    format!("page {page}: the last line of a title is the single word `{word}`"),
                    "break the lines yourself after a `|`".into(),
                ],
            ),
            Self::WiderThanCell { page, text, rule } => (
                rule,
                Error,
                [
                    format!("trang {page}: `{text}` không vừa ô của nó"),
                    "thêm dấu cách để chữ xuống dòng được, rút ngắn, cho cột rộng hơn; nhiều cột thì bớt cột hoặc đưa vào phụ lục `ngang: true`".into(),
                ],
                [
                    format!("page {page}: `{text}` does not fit its cell"),
                    "add a space where the line may break, shorten it, widen the column; of many columns leave some out or use an annex with `ngang: true`".into(),
                ],
            ),
            Self::RoomTaken { page, text } => (
                "R-D-165",
                Error,
                [
                    format!("trang {page}: `{text}` nằm trong chỗ dành để ký và đóng dấu"),
                    "xem lại các mẫu riêng trong `templates/`".into(),
                ],
                [
                    format!("page {page}: `{text}` stands in the room for signature and seal"),
                    "look at your own files in `templates/`".into(),
                ],
            ),
            Self::NoGlyph { page, text } => (
                "ky-tu",
                Error,
                [
                    format!("trang {page}: phông chữ thiếu một ký tự của `{text}`"),
                    "thay ký tự ấy, hoặc đặt phông có nó vào `fonts/`".into(),
                ],
                [
                    format!("page {page}: the font lacks a character of `{text}`"),
                    "use another character, or put a font that has it into `fonts/`".into(),
                ],
            ),
            Self::TooManyPages { pages, usual } => (
                "so-trang",
                Warning,
                [
                    format!("văn bản dài {pages} trang; loại này thường gọn trong {usual} trang"),
                    "rút gọn, hoặc đưa phần chi tiết vào phụ lục".into(),
                ],
                [
                    format!("{pages} pages; documents of this type usually take no more than {usual}"),
                    "shorten it, or move details into an annex".into(),
                ],
            ),
        }
    }
}
