//! The rule about a sum or a count written in figures and in words: both say the same.

use rust_decimal::Decimal;

use super::reading::{Seldom, pattern, words};
use super::text::lowered;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::writing::{dong_spelled, spelled};

pub(super) const RULES: &[Rule] = &[Rule::of_document("bang-chu", Warning, figures_and_words)];

/// `1.500.000 đồng (Một triệu năm trăm nghìn đồng)`, `1.500.000đ. Bằng chữ: …`.
static SUM: Seldom = Seldom::before_digit('.', || {
    pattern(
        r"(?i)\b(?P<figures>[0-9]{1,3}(?:\.[0-9]{3})+)\s*(?:đồng|đ\b|VNĐ|VND)[\s,.;*]*(?:\(|bằng chữ\b)(?:\s*(?:viết\s+)?bằng chữ)?[\s:*]*(?P<words>[\p{L}\s,]+?(?:đồng\b|\)))",
    )
});

/// `06 (sáu) mô hình`; no part of a date, a symbol or a decimal.
static COUNT: Seldom = Seldom::new(&["("], || {
    pattern(
        r"(?:^|[\s(“])(?P<figures>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,6})\s*\((?P<words>[\p{L}\s]+)\)(?P<thing>\s+\p{L})?",
    )
});

/// A word that is a number and a year: `02 (năm)`.
const YEAR: &str = "năm";

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
    let told = lower.split([' ', ',', '\n', '\u{a0}', ')']).filter(|word| !word.is_empty());
    let told = told.filter(|word| !["đồng", "chẵn", "việt", "nam"].contains(word));
    told.map(|word| number_word(word).map(str::to_string)).collect()
}

/// What stands between number words and is fit to.
const JOINING: [&str; 5] = ["và", "với", "rưỡi", "phẩy", "lẻ"];

/// The one word among those of a sum that reads as no number, `bốn chăm nghìn`, or not in its
/// place, `triệu lăm trăm`; where it stands.
fn strange(written: &str) -> Option<(usize, &str)> {
    let lower = lowered(written);
    let told: Vec<_> = words(&lower).filter(|(_, word)| *word != "đồng").collect();
    let after_ten = |at: usize| at > 0 && ["mươi", "mười"].contains(&told[at - 1].1);
    let odd = |at: usize| match told[at].1 {
        "lăm" | "nhăm" | "mốt" => !after_ten(at),
        word => number_word(word).is_none() && !JOINING.contains(&word),
    };
    let mut odds = (0..told.len()).filter(|at| odd(*at));
    let (only, None) = (odds.next()?, odds.next()) else { return None };
    let inside = only > 0 && only + 1 < told.len();
    let counted =
        told.len() > 3 && told.iter().any(|(_, word)| ["trăm", "nghìn", "triệu", "tỷ"].contains(word));
    let (at, word) = told[only];
    (inside && counted).then(|| (at, &written[at..at + word.len()]))
}

fn figures_and_words(subject: &Subject<'_>, found: &mut Findings<'_>) {
    type InWords = fn(Decimal) -> Option<String>;
    let kinds: [(&Seldom, InWords, [&str; 3]); 2] =
        [(&SUM, dong_spelled, ["số tiền", "sum", " đồng"]), (&COUNT, spelled, ["số", "number", ""])];
    for text in subject.prose() {
        for (pattern, in_words, [vi, en, unit]) in kinds {
            for captures in pattern.captures_iter(text.text) {
                let Some(written) = captures.name("words") else { continue };
                let figures = &captures["figures"];
                if let Some((at, word)) = strange(written.as_str()).filter(|_| !unit.is_empty()) {
                    let said = Wording {
                        vi: [
                            format!("số tiền bằng chữ có `{word}`, không đọc thành số"),
                            "gõ lại chữ ấy".into(),
                        ],
                        en: [
                            format!("`{word}` in the sum in words reads as no number"),
                            "type that word again".into(),
                        ],
                    };
                    let start = written.start() + at;
                    found.at(subject, text, start..start + word.len(), said);
                    continue;
                }
                let Ok(number) = figures.replace('.', "").parse::<Decimal>() else { continue };
                let (Some(right), Some(told)) = (in_words(number), counted(written.as_str())) else {
                    continue;
                };
                let written_words = written.as_str().trim_end_matches(')');
                // `5.000.000 đồng (một năm)` is no sum in words.
                let is_sum = unit.is_empty() || !written.as_str().ends_with(')') || is_large(&told);
                let is_year = written.as_str().trim() == YEAR && captures.name("thing").is_none();
                if is_year || !is_sum || counted(&right).is_some_and(|right| says(&right, &told)) {
                    continue;
                }
                let said = Wording {
                    vi: [
                        format!("{vi} bằng chữ khác số {figures}"),
                        format!("{figures}{unit} là “{right}”; sửa chỗ sai"),
                    ],
                    en: [
                        format!("the {en} in words is not {figures}"),
                        format!("{figures}{unit} is “{right}”; mend whichever is wrong"),
                    ],
                };
                let range = written.start()..written.start() + written_words.len();
                found.at(subject, text, range, said);
            }
        }
    }
}

/// Whether words say a number as it is spelled. `Không trăm` of an empty place may be left
/// out, and so may `linh` where the word of its place is said: `một triệu năm nghìn`.
fn says(right: &[String], told: &[String]) -> bool {
    let plain = |words: &[String]| words.join(" ").replace("không trăm ", "");
    let is_short = |at: usize| {
        let place = right.get(at + 2).map(String::as_str);
        right[at] == "linh" && at > 1 && right[at - 2] == "không" && matches!(place, Some("nghìn" | "triệu"))
    };
    let short = (0..right.len()).filter(|at| !is_short(*at)).map(|at| right[at].clone());
    let told = plain(told);
    plain(right) == told || plain(&short.collect::<Vec<_>>()) == told
}

/// Whether words are those of a sum of money.
fn is_large(words: &[String]) -> bool {
    words.iter().any(|word| ["nghìn", "triệu", "tỷ"].contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{says, strange};

    #[test]
    fn an_empty_place_may_be_left_out() {
        let right = "một triệu không trăm linh năm nghìn không trăm linh hai";
        let all = |words: &str| words.split(' ').map(String::from).collect::<Vec<_>>();
        for (told, same) in [
            (right, true),
            ("một triệu linh năm nghìn linh hai", true),
            ("một triệu năm nghìn không trăm linh hai", true),
            ("một triệu năm nghìn hai", false),
            ("một triệu năm", false),
        ] {
            assert_eq!(says(&all(right), &all(told)), same, "{told}");
        }
    }

    #[test]
    fn words_that_read_as_no_number() {
        for (written, word) in [
            ("Ba mươi tám triệu lăm trăm nghìn đồng", Some("lăm")),
            ("Chín mươi sáu triệu bốn chăm nghìn đồng", Some("chăm")),
            ("Ba mươi lăm triệu năm trăm nghìn đồng", None),
            ("Một trăm linh năm triệu đồng", None),
            ("Hai trăm triệu và năm trăm nghìn đồng", None),
            ("gồm ba trăm nghìn đồng", None),
            ("mỗi hộ năm triệu đồng", None),
            ("hai hộ nghèo", None),
        ] {
            assert_eq!(strange(written).map(|(_, word)| word), word, "{written}");
        }
    }
}
