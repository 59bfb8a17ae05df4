//! In: the units and the titles of models in a list. Out: a mark at the end of one, which
//! would be printed, inside quotation marks even. A part of the rule `ho-ten`.

use super::strange_name::mark_at_end;
use super::{Findings, Subject};
use crate::diagnostic::Wording;

/// `?` and `!` may end a title.
const MARKS: &str = ".,;:-–";

pub(super) fn marks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in &subject.texts {
        let Some((row, key)) = text.path.rsplit_once('.') else { continue };
        let is_cell = row.starts_with("nguoi_nhan.") && ["don_vi", "mo_hinh"].contains(&key)
            || row.starts_with("mo_hinh.") && key == "ten";
        let written = text.text.trim_end();
        let Some(mark) = mark_at_end(written, MARKS).filter(|_| is_cell) else { continue };
        let words = Wording {
            vi: [
                format!("có dấu `{mark}` ở cuối, sẽ bị in ra"),
                "xoá dấu ấy: tên đơn vị, tên mô hình không có dấu ở cuối".into(),
            ],
            en: [
                format!("`{mark}` at the end would be printed"),
                "delete it: the name of a unit or a model ends without a mark".into(),
            ],
        };
        found.at(subject, text, written.len() - mark.len_utf8()..written.len(), words);
    }
}
