//! In: a fault of a profile of certificates, their lines or their keys. Out: its words.

use super::Severity::{Environment, Error, Info, Warning};
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong with how certificates look, and are signed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum CertificateFault {
    UnknownProfile { name: String, nearest: Option<String>, known: String },
    UnknownStyle { name: String, nearest: Option<String>, known: String },
    ModeNotOffered,
    OutOfBounds { file: String, key: String, value: String, least: String, most: String },
    PlacesMeet { file: String, key: String, value: String, other: String, least: String, most: String },
    NoColour { file: String, key: String, value: String },
    FollowsItself { name: String },
    NoEmblem { name: String },
    EmblemNotAnImage { name: String },
    CodeWithoutKey,
    KeyGone,
    OffsetTooFar { most: u8 },
    MovedOff { part: String },
    KeysDiffer,
    KeysThere { path: String },
    NameNotPrinted,
    OtherFolder { title: String, folder: String, own: String },
    OtherYear { said: i32, date: String },
    Unprinted { word: String, count: usize, meant: bool },
    Lacking { words: String },
    TooLong { text: String },
    TextTooLong { begin: String, limit: usize },
    TooTall,
    NoPlace { file: String, part: String },
    PlaceUnused { file: String, part: String },
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
            Self::UnknownProfile { name, nearest, known } => (
                "giay-mau",
                Error,
                [format!("không có mẫu giấy `{name}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("there is no certificate profile `{name}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::UnknownStyle { name, nearest, known } => (
                "giay-mau",
                Error,
                [format!("mẫu giấy không có kiểu dòng `{name}`"), suggest_vi(nearest.as_ref(), known)],
                [format!("the profile has no style of line `{name}`"), suggest_en(nearest.as_ref(), known)],
            ),
            Self::ModeNotOffered => (
                "giay-mau",
                Error,
                ["mẫu giấy này không in theo cách ấy".into(), "xoá dòng `in`, hoặc chọn mẫu khác".into()],
                [
                    "the profile is not printed that way".into(),
                    "delete `in`, or choose another profile".into(),
                ],
            ),
            Self::OutOfBounds { file, key, value, least, most } => (
                "giay-khuon",
                Error,
                [
                    format!("mẫu giấy không dùng được: {key} = {value}"),
                    format!("trong templates/{file}, ghi {key} từ {least} đến {most}"),
                ],
                [
                    format!("the profile cannot be used: {key} = {value}"),
                    format!("in templates/{file}, {key} is from {least} to {most}"),
                ],
            ),
            Self::PlacesMeet { file, key, value, other, least, most } if key.rsplit('.').next() != Some("chan") => (
                "giay-khuon",
                Error,
                [
                    format!("mẫu giấy không dùng được: {key} = {value} chạm chỗ của `{other}`"),
                    format!("trong templates/{file}, ghi {key} từ {least} đến {most}; hoặc dời `{other}`"),
                ],
                [
                    format!("the profile cannot be used: {key} = {value} meets the place of `{other}`"),
                    format!("in templates/{file}, {key} is from {least} to {most}; or move `{other}`"),
                ],
            ),
            Self::PlacesMeet { file, key, value, other, least, most } => (
                "giay-khuon",
                Error,
                [
                    format!("mẫu giấy không dùng được: {key} = {value} chạm chỗ của `{other}`"),
                    format!("trong templates/{file}, gần đó còn trống từ {least} đến {most}; hoặc dời cả `{other}`"),
                ],
                [
                    format!("the profile cannot be used: {key} = {value} meets the place of `{other}`"),
                    format!("in templates/{file}, {least} to {most} is free near it; or move `{other}` too"),
                ],
            ),
            Self::NoColour { file, key, value } => (
                "giay-khuon",
                Error,
                [
                    format!("mẫu giấy không dùng được: {key} = “{value}” không phải màu"),
                    format!("trong templates/{file}, ghi {key} bằng sáu chữ số mười sáu, như \"#c00000\""),
                ],
                [
                    format!("the profile cannot be used: {key} = “{value}” is no colour"),
                    format!("in templates/{file}, write {key} in six hexadecimal digits, as in \"#c00000\""),
                ],
            ),
            Self::FollowsItself { name } => (
                "giay-mau",
                Error,
                [format!("mẫu `{name}` theo chính nó"), "`theo` ghi tên một mẫu khác; muốn sửa mẫu có sẵn thì đặt tên tệp khác".into()],
                [format!("the profile `{name}` follows itself"), "`theo` names another one; to change a built-in profile give the file another name".into()],
            ),
            Self::NoEmblem { name } => (
                "giay-bieu-trung",
                Error,
                [
                    format!("không thấy tệp hình `{name}` trong templates/giay/"),
                    "chép tệp hình vào đó, hoặc xoá dòng `bieu_trung`".into(),
                ],
                [
                    format!("there is no image file `{name}` in templates/giay/"),
                    "copy it there, or delete `bieu_trung`".into(),
                ],
            ),
            Self::EmblemNotAnImage { name } => (
                "giay-bieu-trung",
                Error,
                [
                    format!("`{name}` không phải tệp hình đọc được"),
                    "dùng tệp .png, .jpg hoặc .svg; mở thử bằng chương trình xem ảnh".into(),
                ],
                [
                    format!("`{name}` is not an image that can be read"),
                    "use a .png, .jpg or .svg file; try to open it in a viewer".into(),
                ],
            ),
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
            Self::KeyGone => (
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
            Self::OffsetTooFar { most } => (
                "giay-mau",
                Error,
                [
                    format!("căn chỉnh quá {most} mm"),
                    "đo lại trên trang can-chinh.pdf; lệch nhiều hơn thì chỉnh khay giấy của máy in".into(),
                ],
                [
                    format!("the page is moved by more than {most} mm"),
                    "measure again on can-chinh.pdf; if it is off by more, adjust the printer's tray".into(),
                ],
            ),
            Self::MovedOff { part } => (
                "giay-mau",
                Error,
                [
                    format!("căn chỉnh đẩy chỗ của `{part}` ra ngoài mép giấy"),
                    format!("ghi dx, dy nhỏ hơn, hoặc dời [cho.{part}] của mẫu giấy vào trong"),
                ],
                [
                    format!("the page is moved so far that `{part}` leaves the paper"),
                    format!("write a smaller dx, dy, or move [cho.{part}] of the profile inwards"),
                ],
            ),
            Self::KeysDiffer => (
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
            Self::KeysThere { path } => (
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
            Self::NoPlace { file, part } => (
                "giay-khuon",
                Error,
                [
                    format!("mẫu giấy in đè phần `{part}` mà không ghi chỗ của nó trên phôi"),
                    format!("trong templates/{file}, ghi [cho.{part}] chan, trai, rong, đo bằng mm trên phôi"),
                ],
                [
                    format!("the profile prints `{part}` on a blank without saying where"),
                    format!("in templates/{file}, write [cho.{part}] chan, trai, rong, in mm as measured on the blank"),
                ],
            ),
            Self::PlaceUnused { file, part } => (
                "giay-khuon",
                Warning,
                [
                    format!("mẫu giấy ghi [cho.{part}] mà không in đè phần `{part}`"),
                    format!("trong templates/{file}, thêm \"{part}\" vào `de_len`, hoặc xoá [cho.{part}]"),
                ],
                [
                    format!("the profile has [cho.{part}], but does not print `{part}` on the blank"),
                    format!("in templates/{file}, add \"{part}\" to `de_len`, or delete [cho.{part}]"),
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
