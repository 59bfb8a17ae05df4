//! In: a fault of the keys that sign and verify certificates. Out: its words.

use super::Severity::{Environment, Error, Warning};
use super::{NoPaper, Words, in_detail};

/// What can be wrong with keys, and with what they verify.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum KeyFault {
    Unreadable { path: String },
    Missing { path: String },
    SecretGiven { path: String, public: String },
    NoChance { detail: String },
    Unverifiable { path: String, why: NoPaper },
    CodeWithoutKey,
    Gone,
    Differ,
    AlreadyThere { path: String },
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
            Self::SecretGiven { path, public } => (
                "khoa",
                Warning,
                [
                    format!("`{path}` là khoá bí mật: ai có tệp này thì ký thay cơ quan được"),
                    format!("kiểm tra bằng khoá công khai `{public}`; khoá bí mật không đưa cho ai ngoài cơ quan"),
                ],
                [
                    format!("`{path}` is the secret key: whoever has it can sign in the office's name"),
                    format!("verify with the public key `{public}`; give the secret one to nobody outside the office"),
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
            Self::Unverifiable { path, why } => why.words(path),
            Self::CodeWithoutKey => (
                "khoa",
                Warning,
                [
                    "chưa có khoá nên giấy không có mã QR".into(),
                    "tạo khoá bằng `vankien khoa`, hoặc xoá dòng `ma_qr`".into(),
                ],
                [
                    "there is no key, so the certificates have no QR code".into(),
                    "make the keys with `vankien khoa`, or delete `ma_qr`".into(),
                ],
            ),
            Self::Gone => (
                "khoa",
                Error,
                [
                    "giấy đã in có mã QR, nay không thấy khoá bí mật".into(),
                    "chép khoa/bi-mat.pem về máy này; bỏ hẳn mã QR thì xoá dòng `ma_qr`".into(),
                ],
                [
                    "the certificates there bear QR codes, but the secret key is gone".into(),
                    "copy khoa/bi-mat.pem to this machine; to give up the codes, delete `ma_qr`".into(),
                ],
            ),
            Self::Differ => (
                "khoa",
                Error,
                [
                    "khoa/bi-mat.pem và khoa/cong-khai.pem không phải một cặp".into(),
                    "chép lại đúng cặp khoá của cơ quan; ký bằng khoá này thì không ai kiểm tra được".into(),
                ],
                [
                    "khoa/bi-mat.pem and khoa/cong-khai.pem are no pair".into(),
                    "copy the office's own pair back; what this key signs nobody could verify".into(),
                ],
            ),
            Self::AlreadyThere { path } => (
                "khoa",
                Environment,
                [
                    format!("cơ quan đã có khoá (`{path}`)"),
                    "dùng tiếp khoá ấy; muốn thay thì cất thư mục khoa/ đi nơi khác, vì giấy đã in chỉ kiểm tra được bằng nó"
                        .into(),
                ],
                [
                    format!("the office has its keys (`{path}`)"),
                    "go on with them; to replace them put the folder khoa/ away: what is printed verifies with them only"
                        .into(),
                ],
            ),
        }
    }
}
