//! Words quoted in order to correct them: `sửa “xử dụng” thành “sử dụng”`. A rule
//! that told them would tell the author what the sentence already says.

use std::ops::Range;

use super::text::{sentence, tail};

/// What tells that a quoted word is a mistake of somebody else.
const CORRECTING: [&str; 12] = [
    "chính tả",
    "đính chính",
    "viết sai",
    "viết nhầm",
    "ghi sai",
    "ghi nhầm",
    "gõ nhầm",
    "in nhầm",
    "in sai",
    "thay ",
    "sửa ",
    "bỏ ",
];

/// What stands before the quoted words that are the right ones.
const RIGHT: [&str; 7] = ["thành", "bằng", "bằng từ", "bằng chữ", "bằng cụm từ", "đúng là", "thành cụm từ"];

/// As long as any of these words, in bytes.
const LONGEST_WORDS: usize = 40;

/// Longer quotations are new text, not words to be corrected.
const LONGEST: usize = 12;

/// Whether a range stands in quotation marks as something to be corrected.
pub(super) fn is_corrected(text: &str, range: &Range<usize>) -> bool {
    let Some(quoted) = quotation(text, range) else { return false };
    if text[quoted.clone()].split_whitespace().count() > LONGEST {
        return false;
    }
    let before = text[..quoted.start].trim_end_matches(['“', '"', '‘', '*', ' ']);
    let before = tail(before, LONGEST_WORDS).to_lowercase();
    if RIGHT.iter().any(|word| before.ends_with(word)) {
        return false;
    }
    let around = text[sentence(text, &quoted)].to_lowercase();
    CORRECTING.iter().any(|word| around.contains(word))
}

/// What stands between the quotation marks around a range, on its line.
fn quotation(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let line = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    [('“', '”'), ('"', '"'), ('‘', '’')].into_iter().find_map(|(open, close)| {
        let before = &text[line..range.start];
        let start = before.rfind(open)? + open.len_utf8();
        let shut = if open == close {
            before.matches(open).count() % 2 == 0
        } else {
            before[start..].contains(close)
        };
        let after = text[range.end..].split('\n').next()?;
        let end = after.find(close)?;
        (!shut).then_some(line + start..range.end + end)
    })
}

#[cfg(test)]
mod tests {
    use super::is_corrected;

    #[test]
    fn only_what_is_to_be_corrected() {
        for (text, word, expected) in [
            ("Sửa lỗi chính tả “xử dụng” thành “sử dụng”.", "xử dụng", true),
            ("Đề nghị thay từ \"xử dụng\" bằng \"sử dụng\".", "xử dụng", true),
            ("Sửa từ “sử dụng” thành “xử dụng”.", "xử dụng", false),
            ("Sửa xử dụng thành “sử dụng”.", "xử dụng", false),
            ("Phong trào “xử dụng điện”.", "xử dụng", false),
            ("Viết sai “a”; phong trào “xử dụng điện”.", "xử dụng", false),
            ("Đính chính: “a” xử dụng “b”.", "xử dụng", false),
        ] {
            let at = text.find(word).unwrap();
            assert_eq!(is_corrected(text, &(at..at + word.len())), expected, "{text}");
        }
    }
}
