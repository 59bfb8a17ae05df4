//! In: a comment that is of no use. Out: what is said of it.

use crate::diagnostic::Wording;

pub(super) fn no_mark() -> Wording {
    Wording {
        vi: [
            "ghi chú này trông như ghi chú bỏ qua nhưng không có tác dụng".into(),
            "mở đầu đúng bằng `# vankien: bỏ qua <mã> – lý do`, chữ thường, có dấu hai chấm".into(),
        ],
        en: [
            "this comment looks like a silence and has no effect".into(),
            "begin it with `# vankien: bỏ qua <id> – reason`, in small letters, with the colon".into(),
        ],
    }
}

pub(super) fn unknown(rule: &str, near: Option<String>) -> Wording {
    let (vi, en) = match near {
        Some(near) => (format!("có phải là `{near}`?"), format!("did you mean `{near}`?")),
        None => (
            "viết `# vankien: bỏ qua <mã> – lý do`; mã đứng trong ngoặc vuông của thông báo".into(),
            "write `# vankien: bỏ qua <id> – reason`; the id stands in the brackets of the message".into(),
        ),
    };
    Wording {
        vi: [format!("ghi chú bỏ qua không nêu đúng mã quy tắc: `{rule}`"), vi],
        en: [format!("this silence names no rule: `{rule}`"), en],
    }
}

pub(super) fn no_reason() -> Wording {
    Wording {
        vi: [
            "ghi chú bỏ qua chưa có lý do, nên chưa có tác dụng".into(),
            "ghi lý do sau mã: `# vankien: bỏ qua <mã> – lý do`".into(),
        ],
        en: [
            "this silence gives no reason, so it has no effect".into(),
            "add one after the id: `# vankien: bỏ qua <id> – reason`".into(),
        ],
    }
}

pub(super) fn not_for_errors(rule: &str) -> Wording {
    Wording {
        vi: [
            format!("lỗi `{rule}` không bỏ qua được"),
            "sửa lỗi rồi xoá ghi chú này; chỉ cảnh báo và lưu ý mới bỏ qua được".into(),
        ],
        en: [
            format!("the error `{rule}` cannot be silenced"),
            "mend it and delete this comment; only warnings and remarks can be silenced".into(),
        ],
    }
}

pub(super) fn stale(rule: &str) -> Wording {
    Wording {
        vi: [
            format!("ghi chú bỏ qua `{rule}` không còn tác dụng"),
            "chỗ này không có cảnh báo ấy nữa; xoá ghi chú".into(),
        ],
        en: [
            format!("the silence of `{rule}` has nothing to silence"),
            "there is no such finding here any more; delete the comment".into(),
        ],
    }
}
