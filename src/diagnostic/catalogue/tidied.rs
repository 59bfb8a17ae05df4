//! In: what reading put right in cells. Out: the words.

use super::Severity::Warning;
use super::Words;
use super::recognition::named;

/// What reading put right in the text of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tidied {
    /// Unicode tổ hợp: letters and their marks apart.
    Decomposed,
    /// A tab inside the text: it may have parted two cells.
    Tab,
    /// A no-break space inside the text.
    NoBreak,
}

impl Tidied {
    /// What was put right in this cell and in others.
    pub(super) fn words(self, others: &[String]) -> Words {
        let also = |so: &str, and: &str| match others {
            [] => String::new(),
            others => format!("; {so} {}", named(others, and)),
        };
        let (vi, en) = (also("cũng vậy ở ô", "và thêm"), also("so it is in", "and"));
        match self {
            Self::Decomposed => (
                "unicode-to-hop",
                Warning,
                [
                    format!("ô này gõ bằng Unicode tổ hợp, đã đổi sang dựng sẵn{vi}"),
                    "đặt bộ gõ ở bảng mã “Unicode” (dựng sẵn) để lần sau không phải đổi".into(),
                ],
                [
                    format!("the cell is typed in decomposed Unicode and was composed{en}"),
                    "set the keyboard program to precomposed “Unicode” to avoid this".into(),
                ],
            ),
            Self::Tab => (
                "cach-la",
                Warning,
                [
                    format!("có dấu tab giữa ô, đã đọc là dấu cách{vi}"),
                    "xem có phải hai ô dính làm một; không thì thay dấu tab bằng dấu cách".into(),
                ],
                [
                    format!("there is a tab inside the cell; it was read as a space{en}"),
                    "look whether two cells ran into one; if not, replace it by a space".into(),
                ],
            ),
            Self::NoBreak => (
                "cach-la",
                Warning,
                [
                    format!("có dấu cách không ngắt (U+00A0) giữa ô, đã đọc là dấu cách thường{vi}"),
                    "gõ lại dấu cách; nó thường theo chữ dán từ trang mạng".into(),
                ],
                [
                    format!("there is a no-break space (U+00A0) inside the cell; it was read as a space{en}"),
                    "type the space again; it often comes with text pasted from the web".into(),
                ],
            ),
        }
    }
}
