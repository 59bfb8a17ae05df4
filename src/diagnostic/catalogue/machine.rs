//! In: what the machine refuses to read, write or watch. Out: its words.

use std::io::ErrorKind;

use super::Severity::{Environment, Warning};
use super::foreign::reason;
use super::{Lang, Words, in_detail};

/// What can be wrong with the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum MachineFault {
    Unreadable { kind: ErrorKind },
    Unwritable { path: String, kind: ErrorKind },
    Unwatchable { detail: String },
    FontUnreadable { file: String },
    Forgetful { folder: bool },
}

impl MachineFault {
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Unreadable { kind } => (
                "doc-tep",
                Environment,
                [
                    format!("không đọc được tệp: {}", reason(*kind, Lang::Vi)),
                    "kiểm tra quyền đọc và xem tệp có đang bị khoá không".into(),
                ],
                [
                    format!("the file cannot be read: {}", reason(*kind, Lang::En)),
                    "check its permissions and whether another program locks it".into(),
                ],
            ),
            Self::Unwatchable { detail } => (
                "theo-doi",
                Environment,
                [
                    "máy không báo được tệp nào thay đổi".into(),
                    format!("chạy `vankien build` sau mỗi lần sửa; {}", in_detail(detail)),
                ],
                [
                    format!("the machine cannot tell which files change ({detail})"),
                    "run `vankien build` after each change".into(),
                ],
            ),
            Self::Unwritable { path, kind } => (
                "ghi-tep",
                Environment,
                [
                    format!("không ghi được `{path}`: {}", reason(*kind, Lang::Vi)),
                    "đóng tệp nếu đang mở, kiểm tra quyền ghi và chỗ trống trên đĩa".into(),
                ],
                [
                    format!("`{path}` cannot be written: {}", reason(*kind, Lang::En)),
                    "close the file if it is open; check permissions and free space".into(),
                ],
            ),
            Self::FontUnreadable { file } => (
                "phong-chu",
                Environment,
                [
                    format!("`{file}` không phải phông chữ đọc được"),
                    "thay bằng tệp .ttf hoặc .otf khác, hoặc bỏ khỏi `fonts/`".into(),
                ],
                [
                    format!("`{file}` is not a readable font"),
                    "replace it by another .ttf or .otf file, or take it out of `fonts/`".into(),
                ],
            ),
            Self::Forgetful { folder } => (
                "bo-nho",
                Warning,
                [
                    "không ghi được trí nhớ của chương trình, nên lần sau mọi văn bản lại được làm lại"
                        .into(),
                    if *folder {
                        "đây là một thư mục: xoá hoặc đổi tên nó".into()
                    } else {
                        "kiểm tra quyền ghi, hoặc xoá tệp này: nó không chứa gì của bạn".into()
                    },
                ],
                [
                    "what the program remembers cannot be written, so every document is made again next time"
                        .into(),
                    if *folder {
                        "this is a folder: delete or rename it".into()
                    } else {
                        "check its permissions, or delete it: nothing of yours is in it".into()
                    },
                ],
            ),
        }
    }
}
