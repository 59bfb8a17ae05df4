//! In: what YAML takes a value for, or a key needs. Out: its name for a clerk, who
//! has never heard of a mapping.

use super::Lang;

/// The kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of each stand below")]
pub enum Shape {
    Text,
    List,
    Keys,
    Number,
    Whole,
    Truth,
    Nothing,
}

impl Shape {
    /// What it is called.
    pub(super) fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Text => lang.pick("chữ", "text"),
            Self::List => lang.pick("danh sách các dòng `- …`", "a list"),
            Self::Keys => lang.pick("nhóm các dòng `mục: …`", "a group of keys"),
            Self::Number => lang.pick("số", "a number"),
            Self::Whole => lang.pick("số nguyên", "a whole number"),
            Self::Truth => lang.pick("true hoặc false", "true or false"),
            Self::Nothing => lang.pick("chỗ trống", "nothing"),
        }
    }

    /// What each of several is called, in a row.
    pub(super) fn names(shapes: &[Self], lang: Lang) -> String {
        let names: Vec<_> = shapes.iter().map(|shape| shape.name(lang)).collect();
        names.join(lang.pick(" hoặc ", " or "))
    }
}
