//! In: text typed in a TCVN3 font (.VnTime). Out: the same text in Unicode.
//!
//! Such fonts draw Vietnamese letters on the places of Western ones: `D©n vËn`
//! is “Dân vận”. A capital font draws capitals for the same codes; which font a
//! cell used is not in its text, so capitals come out small.

use super::grid::{Content, Grid};
use crate::encoding::Legacy;

/// Letters and signs that Vietnamese text in Unicode does not have inside words.
const SIGNS: &str = "µ¸¶·¹¨»¾¼½Æ©ÇËÎÏÑªÖ×ØÜÞß«åæçëîïñøö÷ûüþ¡¢£¤¥¦¬ä®§\u{ad}";

/// Whether a text was typed in such a font: a foreign sign stands inside or
/// before a word, and no letter is one that only Unicode has.
fn is_typed_so(text: &str) -> bool {
    let unicode = text.chars().any(|c| u32::from(c) > 0xff && c.is_alphabetic());
    let letters: Vec<char> = text.chars().collect();
    let touches = |pair: &[char]| {
        (SIGNS.contains(pair[0]) && pair[1].is_alphabetic())
            || (pair[0].is_alphabetic() && SIGNS.contains(pair[1]))
    };
    !unicode && letters.windows(2).any(touches)
}

/// Whether a sheet was typed so; one cell is enough.
pub(super) fn occurs_in(grid: &Grid) -> bool {
    let mut contents = grid.rows.values().flat_map(|row| row.values());
    contents.any(|content| matches!(content, Content::Text(text) if is_typed_so(text)))
}

/// The text of a cell of such a sheet; one with letters of Unicode is left.
pub(super) fn to_unicode(text: &str) -> String {
    if text.chars().any(|c| u32::from(c) > 0xff && c.is_alphabetic()) {
        return text.into();
    }
    Legacy::Tcvn3.decode(text)
}

#[cfg(test)]
mod tests {
    use super::{is_typed_so, to_unicode};

    #[test]
    fn old_text() {
        for (old, new) in [
            ("§¶ng ñy Khèi", "Đảng ủy Khối"),
            ("D©n vËn khÐo", "Dân vận khéo"),
            ("GiÊy chøng nhËn", "Giấy chứng nhận"),
            ("Së Y tÕ", "Sở Y tế"),
            ("Tõng b\u{ad}íc", "Từng bước"),
        ] {
            assert!(is_typed_so(old), "{old}");
            assert_eq!(to_unicode(old), new);
        }
        for text in ["Sở Y tế", "Hà Nội", "Lê Na", "Điều 5 §", "© Báo", "5 × 6", "ba la", "25 °C"]
        {
            assert!(!is_typed_so(text), "{text}");
        }
    }
}
