//! In: a fault of a certificate, or of the lines of a batch. Out: its words.

use super::Severity::{Error, Info, Warning};
use super::Words;

/// What can be wrong with what certificates say, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum CertificateFault {
    NameNotPrinted,
    OtherFolder { title: String, folder: String, own: String },
    OtherYear { said: i32, date: String },
    Unprinted { word: String, count: usize, meant: bool },
    Lacking { words: String },
    TooLong { text: String },
    TextTooLong { begin: String, limit: usize },
    TooTall,
    OffPlace { text: String, place: String },
    CodeOffPaper,
    CodeOnLine { text: String },
    OnBlank { part: String },
    OnePlace { part: String },
}

impl CertificateFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::NameNotPrinted => (
                "giay-dong",
                Error,
                [
                    "không dòng nào in tên người nhận".into(),
                    "thêm dòng `{kieu: nguoi_nhan, chu: \"{{ ten }}\"}`".into(),
                ],
                [
                    "no line prints the name of the recipient".into(),
                    "add a line `{kieu: nguoi_nhan, chu: \"{{ ten }}\"}`".into(),
                ],
            ),
            Self::OtherFolder { title, folder, own } => (
                "giay-dong",
                Warning,
                [
                    format!("giấy trong data/{folder}/ mà in “{title}”: số vào sổ sẽ lấy theo sổ của {folder}"),
                    format!("chuyển tệp sang data/{own}/, hoặc sửa dòng này"),
                ],
                [
                    format!("a certificate of data/{folder}/ is headed “{title}”: its number is of the book of {folder}"),
                    format!("move the file to data/{own}/, or mend this line"),
                ],
            ),
            Self::OtherYear { said, date } => (
                "giay-dong",
                Warning,
                [
                    format!("dòng này ghi năm {said}, giấy ký ngày {date}"),
                    "xem lại năm; dòng chép từ đợt trước thì sửa".into(),
                ],
                [
                    format!("the line says {said}, the certificate is dated {date}"),
                    "look at the year; mend it if the line was copied from another batch".into(),
                ],
            ),
            Self::Unprinted { word, count, meant } => (
                "giay-dong",
                if *meant { Warning } else { Info },
                [
                    format!("`{word}` của {count} người nhận có trong danh sách mà không in ra giấy"),
                    "xem lại biểu thức trong `dong`, hoặc bỏ mục này khỏi danh sách".into(),
                ],
                [
                    format!("`{word}` of {count} recipients is in the list but on no certificate"),
                    "look at the expressions in `dong`, or take it out of the list".into(),
                ],
            ),
            Self::Lacking { words } => (
                "giay-thieu",
                Error,
                [
                    format!("người nhận này chưa có `{words}` mà một dòng cần in"),
                    "điền vào danh sách; được phép trống thì viết `| thieu('')` trong dòng".into(),
                ],
                [
                    format!("the recipient has no `{words}`, which a line prints"),
                    "fill it in; if it may be empty, write `| thieu('')` in the line".into(),
                ],
            ),
            Self::TooLong { text } => (
                "giay-dai",
                Error,
                [
                    format!("{} quá dài, không in vừa dù đã thu nhỏ chữ hết mức", quoted(text)),
                    "rút gọn, hoặc cho phép chữ nhỏ hơn, nhiều dòng hơn trong mẫu giấy".into(),
                ],
                [
                    format!("{} is too long even at the smallest size", quoted(text)),
                    "shorten it, or allow a smaller size or more lines in the profile".into(),
                ],
            ),
            Self::TextTooLong { begin, limit } => (
                "ten-qua-dai",
                Error,
                [
                    format!("giá trị này dài quá {limit} chữ: `{begin} …`"),
                    "rút ngắn; có thể nhiều hàng đã dính vào một chỗ".into(),
                ],
                [
                    format!("the value is longer than {limit} letters: `{begin} …`"),
                    "shorten it; several rows may have run into one".into(),
                ],
            ),
            Self::TooTall => (
                "giay-dai",
                Error,
                [
                    "các dòng của giấy này không xếp vừa phía trên chỗ ký".into(),
                    "rút gọn tên, bớt một dòng, hoặc dùng mẫu giấy lớn hơn".into(),
                ],
                [
                    "the lines of this certificate do not fit above the signature".into(),
                    "shorten them, leave one out, or use a larger profile".into(),
                ],
            ),
            Self::OffPlace { text, place } => (
                "giay-dai",
                Error,
                [
                    format!("{} không vừa chỗ phôi chừa cho `{place}`, dù đã thu nhỏ chữ hết mức", quoted(text)),
                    format!("rút gọn; phôi còn chỗ thì sửa `dong`, `rong` ở [cho.{place}] của mẫu giấy"),
                ],
                [
                    format!("{} does not fit where the blank has room for `{place}`, even at the smallest size", quoted(text)),
                    format!("shorten it; if the blank has more room, mend `dong`, `rong` in [cho.{place}] of the profile"),
                ],
            ),
            Self::CodeOffPaper => (
                "giay-khuon",
                Error,
                [
                    "mã QR ra ngoài mép giấy".into(),
                    "sửa `canh`, `cach` ở [ma_qr] của mẫu giấy, hoặc chỗ của số quyết định, số vào sổ".into(),
                ],
                [
                    "the QR code goes beyond the paper".into(),
                    "mend `canh`, `cach` in [ma_qr] of the profile, or where the decision and the number stand"
                        .into(),
                ],
            ),
            Self::CodeOnLine { text } => (
                "giay-khuon",
                Error,
                [
                    format!("mã QR đè lên dòng {}", quoted(text)),
                    "sửa `canh`, `cach` ở [ma_qr] của mẫu giấy, hoặc rút gọn dòng ấy".into(),
                ],
                [
                    format!("the QR code lies on the line {}", quoted(text)),
                    "mend `canh`, `cach` in [ma_qr] of the profile, or shorten the line".into(),
                ],
            ),
            Self::OnBlank { part } => (
                "giay-dong",
                Error,
                [
                    format!("dòng này khác nhau ở từng người, mà phần `{part}` không in lên phôi"),
                    format!("bỏ {{{{ … }}}} nếu phôi in sẵn cả dòng, hoặc thêm \"{part}\" vào `de_len` của mẫu giấy"),
                ],
                [
                    format!("the line differs from one to the next, but `{part}` is not printed on the blank"),
                    format!("take {{{{ … }}}} out if the blank bears the line, or add \"{part}\" to `de_len` of the profile"),
                ],
            ),
            Self::OnePlace { part } => (
                "giay-dong",
                Error,
                [
                    format!("phôi chỉ có một chỗ cho `{part}`, mà có hai dòng kiểu này"),
                    format!(
                        "nối hai dòng làm một, hoặc đặt kiểu mới trong mẫu giấy: [kieu.{part}_2] có `co` và `cach`, [cho.{part}_2], thêm \"{part}_2\" vào `de_len`"
                    ),
                ],
                [
                    format!("the blank has one place for `{part}`, but there are two such lines"),
                    format!(
                        "join them, or add a style to the profile: [kieu.{part}_2] with `co` and `cach`, [cho.{part}_2], and \"{part}_2\" in `de_len`"
                    ),
                ],
            ),
        }
    }
}

/// A text between quotation marks, unless it brings its own.
fn quoted(text: &str) -> String {
    if text.starts_with('“') { text.into() } else { format!("“{text}”") }
}
