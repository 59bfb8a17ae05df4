//! In: a fault of the keys that sign and verify certificates. Out: its words.

use super::Severity::Environment;
use super::{Words, in_detail};

/// What can be wrong with keys, and with what they verify.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum KeyFault {
    Unreadable { path: String },
    Missing { path: String },
    NoChance { detail: String },
    Unverifiable { path: String },
}

impl KeyFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Unreadable { path } => (
                "khoa",
                Environment,
                [
                    format!("`{path}` không phải tệp khoá đọc được"),
                    "tạo hai khoá bằng `vankien khoa`; để kiểm tra thì cần khoá công khai của cơ quan cấp giấy".into(),
                ],
                [
                    format!("`{path}` is no key file that can be read"),
                    "make two keys with `vankien khoa`; to verify, ask the office for its public key".into(),
                ],
            ),
            Self::Missing { path } => (
                "khoa",
                Environment,
                [
                    format!("không thấy khoá công khai `{path}`"),
                    "hỏi cơ quan cấp giấy tệp cong-khai.pem, rồi ghi `--key TỆP`".into(),
                ],
                [
                    format!("there is no public key `{path}`"),
                    "ask the office that issued the certificate for its cong-khai.pem, then give `--key FILE`".into(),
                ],
            ),
            Self::NoChance { detail } => (
                "khoa",
                Environment,
                [
                    "máy không tạo được khoá".into(),
                    format!("khởi động lại máy, hoặc tạo khoá ở máy khác rồi chép sang; {}", in_detail(detail)),
                ],
                [
                    format!("this machine cannot make a key ({detail})"),
                    "start it again, or make the keys on another and copy them".into(),
                ],
            ),
            Self::Unverifiable { path } => (
                "kiem-tra-giay",
                Environment,
                [
                    format!("`{path}` không phải giấy, sổ hay chữ quét từ mã QR"),
                    "chỉ một tệp PDF, một sổ theo dõi `.csv`, hoặc một tệp chữ chép từ điện thoại".into(),
                ],
                [
                    format!("`{path}` is no certificate, register or scanned text"),
                    "name a PDF, a register as `.csv`, or a text file copied from the telephone".into(),
                ],
            ),
        }
    }
}
