//! In: text typed in a TCVN3 font (.VnTime). Out: the same text in Unicode.
//!
//! Such fonts draw Vietnamese letters on the places of Western ones: `D©n vËn`
//! is “Dân vận”. A capital font draws capitals for the same codes; which font a
//! cell used is not in its text, so capitals come out small.

use super::grid::{Content, Grid};

const LETTERS: &[(char, char)] = &[
    ('µ', 'à'),
    ('¸', 'á'),
    ('¶', 'ả'),
    ('·', 'ã'),
    ('¹', 'ạ'),
    ('¨', 'ă'),
    ('»', 'ằ'),
    ('¾', 'ắ'),
    ('¼', 'ẳ'),
    ('½', 'ẵ'),
    ('Æ', 'ặ'),
    ('©', 'â'),
    ('Ç', 'ầ'),
    ('Ê', 'ấ'),
    ('È', 'ẩ'),
    ('É', 'ẫ'),
    ('Ë', 'ậ'),
    ('®', 'đ'),
    ('Ì', 'è'),
    ('Ð', 'é'),
    ('Î', 'ẻ'),
    ('Ï', 'ẽ'),
    ('Ñ', 'ẹ'),
    ('ª', 'ê'),
    ('Ò', 'ề'),
    ('Õ', 'ế'),
    ('Ó', 'ể'),
    ('Ô', 'ễ'),
    ('Ö', 'ệ'),
    ('×', 'ì'),
    ('Ý', 'í'),
    ('Ø', 'ỉ'),
    ('Ü', 'ĩ'),
    ('Þ', 'ị'),
    ('ß', 'ò'),
    ('ã', 'ó'),
    ('á', 'ỏ'),
    ('â', 'õ'),
    ('ä', 'ọ'),
    ('«', 'ô'),
    ('å', 'ồ'),
    ('è', 'ố'),
    ('æ', 'ổ'),
    ('ç', 'ỗ'),
    ('é', 'ộ'),
    ('¬', 'ơ'),
    ('ê', 'ờ'),
    ('í', 'ớ'),
    ('ë', 'ở'),
    ('ì', 'ỡ'),
    ('î', 'ợ'),
    ('ï', 'ù'),
    ('ó', 'ú'),
    ('ñ', 'ủ'),
    ('ò', 'ũ'),
    ('ô', 'ụ'),
    ('\u{ad}', 'ư'),
    ('õ', 'ừ'),
    ('ø', 'ứ'),
    ('ö', 'ử'),
    ('÷', 'ữ'),
    ('ù', 'ự'),
    ('ú', 'ỳ'),
    ('ý', 'ý'),
    ('û', 'ỷ'),
    ('ü', 'ỹ'),
    ('þ', 'ỵ'),
    ('¡', 'Ă'),
    ('¢', 'Â'),
    ('§', 'Đ'),
    ('£', 'Ê'),
    ('¤', 'Ô'),
    ('¥', 'Ơ'),
    ('¦', 'Ư'),
];

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
    let letter = |c: char| LETTERS.iter().find(|(old, _)| *old == c).map_or(c, |(_, new)| *new);
    text.chars().map(letter).collect()
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
