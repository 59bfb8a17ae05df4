//! The rule about a sum or a count written in figures and in words: both say the same.

use std::sync::LazyLock;

use regex::Regex;
use rust_decimal::Decimal;

use super::reading::pattern;
use super::text::{Text, head};
use super::{Check, Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::writing::{dong_spelled, spelled};

pub(super) const RULES: &[Rule] = &[Rule { id: "bang-chu", severity: Warning, check: Check::Document(sums) }];

/// `1.500.000 đồng (Một triệu năm trăm nghìn đồng)`, `1.500.000đ. Bằng chữ: …`.
static SUM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?P<sum>[0-9]{1,3}(?:\.[0-9]{3})+)\s*(?:đồng|đ\b|VNĐ|VND)[\s,.;*]*(?:\(|bằng chữ\b)(?:\s*(?:viết\s+)?bằng chữ)?[\s:*]*(?P<words>[\p{L}\s,]+?đồng\b)",
    )
});

/// Whether a word counts; of two forms of one word the second is compared.
fn number_word(word: &str) -> Option<&str> {
    const WORDS: [&str; 15] = [
        "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "trăm",
        "nghìn", "triệu",
    ];
    const FORMS: [(&str, &str); 8] = [
        ("mốt", "một"),
        ("tư", "bốn"),
        ("lăm", "năm"),
        ("nhăm", "năm"),
        ("bẩy", "bảy"),
        ("ngàn", "nghìn"),
        ("lẻ", "linh"),
        ("tỉ", "tỷ"),
    ];
    let form = FORMS.iter().find(|(own, _)| *own == word).map(|(_, meant)| *meant);
    form.or_else(|| WORDS.contains(&word).then_some(word))
        .or_else(|| ["linh", "tỷ"].into_iter().find(|own| *own == word))
}

/// The number words of a sum in words; nothing where other words stand among them.
fn counted(words: &str) -> Option<Vec<String>> {
    let lower = words.to_lowercase();
    let told = lower.split([' ', ',', '\n', '\u{a0}']).filter(|word| !word.is_empty());
    let told = told.filter(|word| !["đồng", "chẵn", "việt", "nam"].contains(word));
    told.map(|word| number_word(word).map(str::to_string)).collect()
}

fn sums(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        counts(subject, text, found);
        for captures in SUM.captures_iter(text.text) {
            let Some(written) = captures.name("words") else { continue };
            let Ok(sum) = captures["sum"].replace('.', "").parse::<Decimal>() else { continue };
            let (Some(right), Some(told)) = (dong_spelled(sum), counted(written.as_str())) else { continue };
            // `Không trăm` of an empty place may be left out.
            let plain = |words: Vec<String>| words.join(" ").replace("không trăm ", "");
            if counted(&right).is_some_and(|right| plain(right) == plain(told)) {
                continue;
            }
            let figures = &captures["sum"];
            let words = Wording {
                vi: [
                    format!("số tiền bằng chữ khác số {figures}"),
                    format!("{figures} đồng là “{right}”; sửa chỗ sai"),
                ],
                en: [
                    format!("the sum in words is not {figures}"),
                    format!("{figures} đồng is “{right}”; mend whichever is wrong"),
                ],
            };
            found.at(subject, text, written.range(), words);
        }
    }
}

/// `05 (bốn) mô hình`.
fn counts(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    for (open, _) in text.text.match_indices(" (") {
        let figures = &text.text[..open];
        let at = figures.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let figures = &figures[at..];
        let inner = head(&text.text[open + 2..], 40);
        let Some(inner) = inner.find(')').map(|end| &inner[..end]) else {
            continue;
        };
        let joined = text.text[..at].ends_with(['.', ',', '/', '-']) || figures.len() > 3;
        let Some(told) = counted(inner).filter(|told| !told.is_empty() && !joined) else { continue };
        let Some(right) = figures.parse::<Decimal>().ok().and_then(spelled) else { continue };
        if counted(&right).is_some_and(|right| right == told) {
            continue;
        }
        let words = Wording {
            vi: [
                format!("{figures} mà bằng chữ ghi “{inner}”"),
                format!("{figures} là “{right}”; sửa chỗ sai"),
            ],
            en: [format!("{figures} is not “{inner}”"), format!("it is “{right}”; mend whichever is wrong")],
        };
        found.at(subject, text, at..open + 2 + inner.len() + 1, words);
    }
}
