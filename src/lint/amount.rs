//! The rule about numbers that are none: `1.25.000`, `12,5,3%`, `l00`, `30oC`.

use super::reading::{Seldom, pattern};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("so-viet", Warning, amounts)];

/// What is counted in papers of all kinds.
const THINGS: &str = "đồng|đ|VNĐ|VND|triệu|tỷ|tấn|ha|km|m2|m²|người|nhân khẩu|khẩu|hộ|lượt|hồ sơ|đảng viên|đoàn viên|hội viên|đại biểu|học sinh|lao động|cán bộ|quần chúng|đồng chí|hội nghị|lớp|buổi|cuộc|đợt|chi bộ|mô hình|tin|bài|vụ|văn bản|căn|suất|phần quà|cây|con";

/// A group of a thousand that has one or two digits: no date, no number of an item
/// looks so.
static GROUPS: Seldom = Seldom::before_digit('.', || {
    pattern(
        r"\b(?P<number>[0-9]{1,3}(?:\.[0-9]{3})*\.[0-9]{1,2}(?:\.[0-9]{3})+)\b|\b(?P<long>[0-9]{1,3}(?:\.[0-9]{3})+\.(?:[0-9]{4,6}|[0-9]{1,2}))\s*(?:đồng|đ|VNĐ|VND|người|hộ|ha|tấn|m2|m²)(?:[^\p{L}0-9]|$)",
    )
});
/// What is counted shows that it is one number: `1245.600.000 đồng`, `1.245..600.000 đồng`,
/// `1.245.600,000 đồng`.
static PARTED: Seldom = Seldom::beside(
    |one, next| matches!(one, '.' | ',') && (next == '.' || next.is_ascii_digit()),
    || {
        pattern(&format!(
            r"\b(?P<number>[1-9][0-9]{{3,}}(?:\.[0-9]{{3}})+|[0-9]{{1,3}}(?:\.{{1,2}}[0-9]{{3}})*\.\.[0-9]{{3}}(?:\.{{1,2}}[0-9]{{3}})*|[0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,}},[0-9]{{3}})\s*(?:{THINGS})(?:[^\p{{L}}0-9]|$)",
        ))
    },
);
static COMMAS: Seldom =
    Seldom::before_digit(',', || pattern(r"\b(?P<number>[0-9]{1,3},[0-9]{1,3},[0-9]{1,3}\s?%)"));
/// `5.0000.000 đồng`, `14.2866 khẩu`: what is counted shows that it is one number.
static COUNTED: Seldom = Seldom::before_digit('.', || {
    pattern(&format!(
        r"\b(?P<number>[1-9][0-9]{{0,2}}(?:\.[0-9]{{4,6}}(?:\.[0-9]{{3}})*|(?:\.[0-9]{{3}})+\.[0-9]{{4,6}}(?:\.[0-9]{{3}})+))\s*(?:{THINGS})(?:[^\p{{L}}0-9]|$)"
    ))
});
/// `5,000,000 đồng`, as the English write it.
static ENGLISH: Seldom = Seldom::before_digit(',', || {
    pattern(r"\b(?P<number>[1-9][0-9]{0,2}(?:,[0-9]{3}){2,})\s*(?:đồng|người|hộ|ha|tấn|triệu)\b")
});
/// `3,412.7 ha`, both marks as the English write them.
static ENGLISH_DECIMAL: Seldom =
    Seldom::before_digit(',', || pattern(r"\b(?P<number>[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+)\b"));
/// `I2 hội nghị`: a letter for the first digit.
static ROMAN: Seldom = Seldom::beside(
    |one, next| one == 'I' && next.is_ascii_digit(),
    || pattern(&format!(r"(?:^|[\s(])(?P<number>I[0-9]{{1,3}})\s+(?:{THINGS})(?:[^\p{{L}}0-9]|$)")),
);
/// `12.5%`, `12.5 tỷ đồng`: a group of a thousand has three digits.
static DECIMAL: Seldom = Seldom::before_digit('.', || {
    pattern(
        r"\b(?P<number>[0-9]{1,3}(?:\.[0-9]{3})*\.[0-9]{1,2})(?:\s?%|\s+(?:tỷ|tỉ|triệu|nghìn|ngàn)\s+đồng\b)",
    )
});
/// `12,,5%`, `12.5.%`, `12%%`.
static MARKS: Seldom = Seldom::new(&[",,", ".%", ",%", "%%"], || {
    pattern(r"\b(?P<number>[0-9]{1,3}(?:,,[0-9]{1,3}\s?%|(?:[.,][0-9]{1,3})?[.,]%|(?:,[0-9]{1,3})?%%))")
});
/// `l00 hộ`, `1O đồng chí`, `1OO%`, `năm 2O26`: letters among digits, in a word of its own.
static LETTERS: Seldom = Seldom::beside(
    |one, next| one == 'l' && next.is_ascii_digit() || one.is_ascii_digit() && next == 'O',
    || pattern(r"(?:^|[\s(])(?P<number>l[0-9]{2,}|[1-9][0-9]*O[0-9O]*)(?:%|[,;]|\s\p{Ll}|[.]?$|[.]\s)"),
);
static DEGREES: Seldom =
    Seldom::new(&["oC", "0C"], || pattern(r"\b(?P<number>[0-9]{1,3}(?:,[0-9])?\s?[o0]C)\b"));

fn amounts(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        for (pattern, [vi, en]) in [
            (&GROUPS, ["mỗi nhóm sau dấu chấm có ba chữ số", "a group after a point has three digits"]),
            (&PARTED, ["mỗi nhóm sau dấu chấm có ba chữ số", "a group after a point has three digits"]),
            (&COUNTED, ["mỗi nhóm sau dấu chấm có ba chữ số", "a group after a point has three digits"]),
            (
                &ENGLISH,
                ["giữa các nhóm nghìn là dấu chấm: `5.000.000`", "thousands take a point: `5.000.000`"],
            ),
            (
                &ENGLISH_DECIMAL,
                [
                    "dấu chấm giữa các nhóm nghìn, dấu phẩy trước phần lẻ",
                    "points part thousands, a comma decimals",
                ],
            ),
            (&DECIMAL, ["phần lẻ đứng sau dấu phẩy: `12,5`", "a comma stands before the decimals: `12,5`"]),
            (&MARKS, ["thừa một dấu", "one mark too many"]),
            (&LETTERS, ["có chữ cái `l`, `O` thay cho chữ số", "a letter, `l` or `O`, stands for a digit"]),
            (&ROMAN, ["có chữ cái `I` thay cho chữ số 1", "a letter, `I`, stands for the digit 1"]),
            (&COMMAS, ["một số chỉ có một dấu phẩy", "a number has one comma"]),
            (&DEGREES, ["viết °C: `30°C`", "write °C: `30°C`"]),
        ] {
            for captures in pattern.captures_iter(text.text) {
                let long = captures.name("long");
                let Some(number) = captures.name("number").or(long) else { continue };
                let part = |c: Option<char>| c.is_some_and(|c| ".,/-".contains(c) || c.is_alphanumeric());
                let (before, after) = (&text.text[..number.start()], &text.text[number.end()..]);
                let goes_on = after.starts_with(['.', ',', '/', '-'])
                    && after.chars().nth(1).is_some_and(char::is_alphanumeric);
                let written = number.as_str();
                // Numbers of telephones and of machines on a network; those count nothing.
                let telephone = written.starts_with('0') && !written.starts_with("0.");
                let address = written.split('.').count() == 4 && !written.ends_with(".000");
                let other = telephone || address && long.is_none() && !counts(after);
                if part(before.chars().next_back()) || goes_on || other {
                    continue;
                }
                let words = Wording {
                    vi: [format!("số `{written}` viết chưa đúng"), format!("{vi}; xem lại số")],
                    en: [format!("the number `{written}` is not well written"), format!("{en}; check it")],
                };
                found.at(subject, text, number.range(), words);
            }
        }
    }
}

/// Whether what is counted follows a number.
fn counts(after: &str) -> bool {
    let word = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    THINGS.split('|').any(|thing| thing == word)
}
