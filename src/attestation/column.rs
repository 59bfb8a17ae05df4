//! The headings of a register, each written down once: what is signed, what is written and
//! what is read back goes by them.

/// The number in the book.
pub const NUMBER: &str = "Số vào sổ";
/// The id of the recipient in the list.
pub const ID: &str = "Mã";
/// Whose certificate it is.
pub const NAME: &str = "Người nhận";
/// The unit of the recipient.
pub const UNIT: &str = "Đơn vị";
/// The model it is given for.
pub const MODEL: &str = "Mô hình";
/// The day of signing: `10/12/2020`.
pub const DATE: &str = "Ngày ký";
/// Symbol and day of the decision.
pub const DECISION: &str = "Quyết định";
/// The name of the file beside the register.
pub const FILE: &str = "Tệp";
/// The SHA-256 of that file.
pub const SHA256: &str = "SHA-256";
/// What kind of paper it is.
pub const KIND: &str = "Loại giấy";
/// The signature of the QR code.
pub const SIGNATURE: &str = "Chữ ký số";
/// What became of the certificate after printing.
pub const STATE: &str = "Tình trạng";
/// The office's signature over the row.
pub const SEAL: &str = "Chữ ký hàng";

/// What a QR code says, in this order.
pub const STATED: [&str; 5] = [NUMBER, NAME, UNIT, DATE, KIND];

/// What the signature over a row covers, in this order.
pub(crate) const SEALED: [&str; 12] =
    [NUMBER, ID, NAME, UNIT, MODEL, DATE, KIND, DECISION, FILE, SHA256, SIGNATURE, STATE];
