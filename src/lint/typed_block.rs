//! The rule about blocks of the head and the foot that were typed into the text: the
//! program prints them itself.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::pattern;
use super::text::{Role, Text};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("khoi-go-tay", Warning, own_blocks)];

/// Blocks of the head and the foot, as they begin, and the key that prints each.
const BLOCKS: [(&str, &str); 5] = [
    (r"^\*{0,2}Nơi nhận\*{0,2}\s*:\*{0,2}\s*(?:$|-)", "noi_nhan"),
    (r"^\*{0,2}Kính gửi\*{0,2}\s*:", "kinh_gui"),
    (r"^\*{0,2}(?:T/M|TM\.|K/T|KT\.|T/L|TL\.|TUQ\.)\s+\p{Lu}{2,}(?:\s+\p{Lu}{2,})*\*{0,2}$", "ky"),
    (r"^\*{0,2}(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM)\*{0,2}$", "co_quan"),
    (r"^\*{0,2}Độc lập - Tự do - Hạnh phúc\*{0,2}$", "co_quan"),
];

static STARTS: LazyLock<Vec<(Regex, &str)>> =
    LazyLock::new(|| BLOCKS.iter().map(|(begin, key)| (pattern(begin), *key)).collect());

/// `Nơi nhận:`, `T/M BAN THƯỜNG VỤ` typed as paragraphs: they would be printed twice,
/// and not in their place.
fn own_blocks(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let body = |text: &&Text<'_>| text.role == Role::Body && text.path.starts_with("noi_dung");
    for text in subject.texts.iter().filter(body) {
        for (start, paragraph) in text.each_paragraph() {
            let Some((begin, key)) = STARTS.iter().find(|(begin, _)| begin.is_match(paragraph)) else {
                continue;
            };
            let end = begin.find(paragraph).map_or(paragraph.len(), |hit| hit.end());
            let words = Wording {
                vi: [
                    "đoạn này thuộc đầu hoặc cuối văn bản, chương trình tự in".into(),
                    format!("xoá ở đây, ghi vào mục `{key}`"),
                ],
                en: [
                    "this belongs to the head or the foot, which the program prints".into(),
                    format!("delete it here; the key is `{key}`"),
                ],
            };
            found.at(subject, text, start..start + end, words);
        }
    }
}
