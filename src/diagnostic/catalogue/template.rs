//! In: a fault of a template, or of the pages that it makes. Out: its words.

use super::Severity::{Environment, Warning};
use super::foreign::typst_in_vietnamese;
use super::{Words, in_detail};

/// What can be wrong with templates and their typesetting.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum TemplateFault {
    Idle { nearest: Option<String> },
    Empty,
    TooLong { limit_mib: usize },
    Endless { steps: u64 },
    Broken { file: String, line: usize, detail: String },
    TypesettingFailed { detail: String },
    TypesettingEndless { seconds: u64, templates: Vec<String> },
}

impl TemplateFault {
    pub(super) fn words(&self) -> Words {
        match self {
            Self::Idle { nearest } => (
                "mau-thua",
                Warning,
                [
                    "không có gì đọc tệp này: tên nó không trùng tệp mẫu nào".into(),
                    match nearest {
                        Some(name) => format!("có phải là `templates/{name}`?"),
                        None => {
                            "đặt đúng tên của tệp mẫu cần thay, hoặc chuyển tệp ra ngoài templates/".into()
                        }
                    },
                ],
                [
                    "nothing reads this file: no template has its name".into(),
                    match nearest {
                        Some(name) => format!("did you mean `templates/{name}`?"),
                        None => "give it the name of the template it replaces, or move it out of templates/"
                            .into(),
                    },
                ],
            ),
            Self::Empty => (
                "mau",
                Environment,
                ["mẫu này không in ra gì".into(), OWN_COPY[0].into()],
                ["this template prints nothing".into(), OWN_COPY[1].into()],
            ),
            Self::TooLong { limit_mib } => (
                "mau",
                Environment,
                [format!("mẫu này viết ra hơn {limit_mib} MiB, chắc là lặp mãi"), OWN_COPY[0].into()],
                [
                    format!("this template writes more than {limit_mib} MiB; it must be in a loop"),
                    OWN_COPY[1].into(),
                ],
            ),
            Self::Endless { steps } => (
                "mau",
                Environment,
                [format!("mẫu này chạy quá {steps} bước mà chưa xong, chắc là lặp mãi"), OWN_COPY[0].into()],
                [
                    format!("this template has not ended after {steps} steps; it must be in a loop"),
                    OWN_COPY[1].into(),
                ],
            ),
            Self::TypesettingEndless { seconds, templates } => {
                let names = templates.join(", ");
                let hint = |own: String, without: &str| if names.is_empty() { without.into() } else { own };
                (
                    "dan-trang",
                    Environment,
                    [
                        format!("dàn trang quá {seconds} giây mà chưa xong"),
                        hint(
                            format!("xem lại các mẫu riêng: {names}; máy chậm thì tăng `--timeout`"),
                            "rút ngắn hoặc tách văn bản; máy chậm thì tăng `--timeout`",
                        ),
                    ],
                    [
                        format!("laying out the pages takes more than {seconds} seconds"),
                        hint(
                            format!(
                                "look at your own templates: {names}; on a slow machine raise `--timeout`"
                            ),
                            "shorten or split the document; on a slow machine raise `--timeout`",
                        ),
                    ],
                )
            }
            Self::Broken { file, line, detail } => (
                "mau",
                Environment,
                [
                    format!("mẫu `{file}`, dòng {line}: viết sai hoặc gọi một giá trị không có"),
                    format!("{}; {}", OWN_COPY[0], in_detail(detail)),
                ],
                [
                    format!("template `{file}`, line {line}: {detail}"),
                    "mend it, or delete your own copy in `templates/` to use the built-in one".into(),
                ],
            ),
            Self::TypesettingFailed { detail } => (
                "dan-trang",
                Environment,
                [
                    format!("không dàn được trang ở chỗ này{}", typst_in_vietnamese(detail)),
                    format!("nếu bạn sửa tệp trong `templates/`, hãy xem lại tệp ấy; {}", in_detail(detail)),
                ],
                [
                    format!("the pages cannot be laid out: {detail}"),
                    "if you changed a file in `templates/`, look at it again".into(),
                ],
            ),
        }
    }
}

/// What to do about an office's own file in `templates/`.
pub(super) const OWN_COPY: [&str; 2] = [
    "sửa tệp, hoặc xoá bản riêng trong `templates/` để dùng bản có sẵn",
    "mend it, or delete your own copy in `templates/` to use the built-in one",
];
