//! In: a sign of Markdown that a text holds. Out: its name.

use super::Lang;

/// Markdown that the light prose does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are Markdown's own")]
pub enum Markdown {
    Table,
    Code,
    Quote,
    Html,
    Rule,
    LinkDefinition,
    EmptyItem,
    Underline,
}

impl Markdown {
    pub(super) fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Table => lang.pick("bảng", "tables"),
            Self::Code => lang.pick("khối mã", "code blocks"),
            Self::Quote => lang.pick("khối trích dẫn `>`", "block quotes"),
            Self::Html => lang.pick("thẻ HTML", "HTML"),
            Self::EmptyItem => {
                lang.pick("dấu đầu dòng mà không có chữ theo sau", "items without text of their own")
            }
            Self::LinkDefinition => lang.pick("định nghĩa liên kết `[…]: …`", "link definitions `[…]: …`"),
            Self::Underline => {
                lang.pick("đề mục gạch dưới bằng `---` hay `===`", "headings underlined with `---` or `===`")
            }
            Self::Rule => lang.pick("nét kẻ ngang", "rules"),
        }
    }
}
