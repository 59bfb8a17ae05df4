//! In: what the machine, the typesetter or a reader of TOML says. Out: the same in
//! words for whoever reads no English.

use std::io::ErrorKind;

use super::{Lang, in_detail};
use crate::standard::NO_DATE;

/// What the typesetter says, for whoever reads no English; nothing of what it seldom
/// says.
pub(super) fn typst_in_vietnamese(detail: &str) -> String {
    let name = || detail.split('`').nth(1).or(detail.split(": ").last()).unwrap_or_default();
    let begins = |words: &str| detail.starts_with(words);
    let said = if begins("missing argument") {
        format!("thiếu tham số `{}`", name())
    } else if begins("unexpected argument: ") {
        format!("thừa tham số `{}`", name())
    } else if begins("unexpected argument") {
        "thừa tham số".into()
    } else if begins("unresolved import") {
        format!("thiếu phần `{}` mà mẫu cần", name())
    } else if begins("unknown variable") {
        format!("không có tên `{}`", name())
    } else if begins("file is not valid UTF-8") {
        "tệp không phải UTF-8".into()
    } else if begins("unclosed") || begins("expected") || begins("unexpected") {
        "sai cú pháp Typst".into()
    } else {
        return String::new();
    };
    format!(": {said}")
}

/// What the reader of TOML says, for whoever reads no English.
pub(super) fn toml_in_vietnamese(detail: &str) -> String {
    let name = detail.split('`').nth(1).unwrap_or_default();
    match detail.split(['`', ':', '\n']).next().unwrap_or_default().trim() {
        "missing field" => format!("thiếu mục `{name}`"),
        "unknown field" => format!("không có mục `{name}`"),
        "unknown variant" => format!("không dùng được `{name}` ở đây"),
        "duplicate key" | "duplicate field" => "mục này đã có ở trên".into(),
        "invalid type" if detail.contains("expected struct") || detail.contains("expected a map") => {
            "ở đây cần một bảng `[…]` gồm nhiều mục, không phải một giá trị".into()
        }
        "invalid type" | "invalid value" | "invalid length" => "giá trị này sai kiểu".into(),
        _ if detail.starts_with(NO_DATE) => "ở đây cần một ngày, ví dụ 2020-03-05".into(),
        _ => "tệp sai cú pháp TOML ở chỗ này".into(),
    }
}

/// What the machine refused, in words a clerk knows.
pub(super) fn reason(kind: ErrorKind, lang: Lang) -> String {
    let (vi, en) = match kind {
        ErrorKind::NotFound => ("không có tệp này", "there is no such file"),
        ErrorKind::PermissionDenied => ("không có quyền", "permission denied"),
        ErrorKind::StorageFull => ("đĩa đã đầy", "the disk is full"),
        ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded => {
            ("quá dung lượng máy cho phép", "more than the machine allows")
        }
        ErrorKind::ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "the disk is read-only"),
        ErrorKind::IsADirectory | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            ("có thư mục hoặc tệp khác trùng tên", "a folder or file of that name is in the way")
        }
        ErrorKind::InvalidInput => ("không phải tệp thường", "it is no ordinary file"),
        ErrorKind::ResourceBusy | ErrorKind::WouldBlock => {
            ("tệp đang bị chương trình khác giữ", "another program holds it")
        }
        other => {
            return lang.pick(format!("máy từ chối; {}", in_detail(&other.to_string())), other.to_string());
        }
    };
    lang.pick(vi, en).into()
}
