//! In: a file that cannot be verified. Out: the words that say why.

use super::Severity::Environment;
use super::Words;

/// Why a file is no certificate, register or scanned text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum NoPaper {
    Missing,
    Folder,
    Empty,
    Locked,
    Broken,
    Other,
}

impl NoPaper {
    pub(super) fn words(self, path: &str) -> Words {
        let ([vi, how_vi], [en, how_en]) = match self {
            Self::Missing => (["không thấy", "kiểm tra lại tên tệp"], ["does not exist", "check the name"]),
            Self::Folder => (
                ["là thư mục", "chỉ từng tệp trong đó; sổ `so-theo-doi.csv` kiểm tra được cả đợt"],
                [
                    "is a folder",
                    "name the files in it; the register `so-theo-doi.csv` stands for the whole batch",
                ],
            ),
            Self::Empty => {
                (["rỗng", "chép lại tệp từ nơi gửi"], ["is empty", "copy the file again from where it came"])
            }
            Self::Locked => (
                [
                    "có mật khẩu",
                    "xin tệp không có mật khẩu; hoặc quét mã QR bằng điện thoại, lưu chữ ấy vào một tệp rồi `vankien verify` tệp đó",
                ],
                [
                    "is under a password",
                    "ask for the file without one; or scan the QR code with a telephone, save the text and `vankien verify` that",
                ],
            ),
            Self::Broken => (
                [
                    "không phải PDF đọc được",
                    "chép lại tệp từ nơi gửi; tệp chữ chép từ điện thoại thì đặt đuôi `.txt`",
                ],
                [
                    "is not a PDF that can be read",
                    "copy the file again from where it came; a text copied from the telephone is a `.txt`",
                ],
            ),
            Self::Other => (
                [
                    "không phải giấy, sổ hay chữ quét từ mã QR",
                    "chỉ một tệp PDF, một sổ theo dõi `.csv`, hoặc một tệp chữ chép từ điện thoại",
                ],
                [
                    "is no certificate, register or scanned text",
                    "name a PDF, a register as `.csv`, or a text file copied from the telephone",
                ],
            ),
        };
        let headline = match self {
            Self::Missing => format!("{vi} `{path}`"),
            _ => format!("`{path}` {vi}"),
        };
        ("kiem-tra-giay", Environment, [headline, how_vi.into()], [format!("`{path}` {en}"), how_en.into()])
    }
}
