//! In: a fault of a profile of certificates, or of how a batch uses it. Out: its words.

use super::Severity::{Error, Warning};
use super::{Words, suggest_en, suggest_vi};

/// What can be wrong with how certificates are to look.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum ProfileFault {
    Unknown { name: String, nearest: Option<String>, known: String },
    UnknownStyle { name: String, nearest: Option<String>, known: String },
    ModeNotOffered,
    OutOfBounds { file: String, key: String, value: String, least: String, most: String },
    PlacesMeet { file: String, key: String, value: String, other: String, least: String, most: String },
    NoColour { file: String, key: String, value: String },
    FollowsItself { name: String },
    NoEmblem { name: String },
    EmblemNotAnImage { name: String },
    EmblemTooLarge { name: String, width: u32, height: u32, most: u32 },
    OffsetTooFar { most: u8 },
    MovedOff { part: String },
    NoPlace { file: String, part: String },
    PlaceUnused { file: String, part: String },
}

impl ProfileFault {
    #[allow(clippy::too_many_lines, reason = "a table, one row a fault")]
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Unknown { name, nearest, known } => (
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
            Self::PlacesMeet { file, key, value, other, least, most }
                if key.rsplit('.').next() != Some("chan") =>
            {
                (
                    "giay-khuon",
                    Error,
                    [
                        format!("mẫu giấy không dùng được: {key} = {value} chạm chỗ của `{other}`"),
                        format!(
                            "trong templates/{file}, ghi {key} từ {least} đến {most}; hoặc dời `{other}`"
                        ),
                    ],
                    [
                        format!("the profile cannot be used: {key} = {value} meets the place of `{other}`"),
                        format!("in templates/{file}, {key} is from {least} to {most}; or move `{other}`"),
                    ],
                )
            }
            Self::PlacesMeet { file, key, value, other, least, most } => (
                "giay-khuon",
                Error,
                [
                    format!("mẫu giấy không dùng được: {key} = {value} chạm chỗ của `{other}`"),
                    format!(
                        "trong templates/{file}, gần đó còn trống từ {least} đến {most}; hoặc dời cả `{other}`"
                    ),
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
                [
                    format!("mẫu `{name}` theo chính nó"),
                    "`theo` ghi tên một mẫu khác; muốn sửa mẫu có sẵn thì đặt tên tệp khác".into(),
                ],
                [
                    format!("the profile `{name}` follows itself"),
                    "`theo` names another one; to change a built-in profile give the file another name"
                        .into(),
                ],
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
            Self::EmblemTooLarge { name, width, height, most } => (
                "giay-bieu-trung",
                Error,
                [
                    format!("`{name}` có {width} × {height} điểm ảnh, quá {most} một chiều"),
                    "lưu lại nhỏ hơn; khoảng 1000 điểm ảnh mỗi chiều đã đủ nét khi in".into(),
                ],
                [
                    format!("`{name}` has {width} × {height} pixels, more than {most} a side"),
                    "save it smaller; about 1000 pixels a side are enough in print".into(),
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
            Self::NoPlace { file, part } => (
                "giay-khuon",
                Error,
                [
                    format!("mẫu giấy in đè phần `{part}` mà không ghi chỗ của nó trên phôi"),
                    format!(
                        "trong templates/{file}, ghi [cho.{part}] chan, trai, rong, đo bằng mm trên phôi"
                    ),
                ],
                [
                    format!("the profile prints `{part}` on a blank without saying where"),
                    format!(
                        "in templates/{file}, write [cho.{part}] chan, trai, rong, in mm as measured on the blank"
                    ),
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
        }
    }
}
