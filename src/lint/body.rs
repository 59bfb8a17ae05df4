//! Rules about bodies: what no longer exists on the day of the document, and a name
//! cut short.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use super::history::is_history;
use super::reading::{folded, pattern};
use super::text::{Role, Text, ends_with, lowered};
use super::{Findings, Place, Rule, Subject};
use crate::diagnostic::Severity::{Info, Warning};
use crate::diagnostic::Wording;
use crate::encoding::tone::unified;
use crate::standard::Day;
use crate::values::{Date, one_line};

pub(super) const RULES: &[Rule] =
    &[Rule::of_document("co-quan-cu", Warning, ended), Rule::of_document("ten-cat-ngan", Info, cut_short)];

/// Bodies or areas that no longer exist.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ended {
    /// Their names; in the middle of a longer name they do not count.
    #[serde(rename = "ten")]
    names: Vec<String>,
    /// What must follow the name, if anything: not every thành phố is gone.
    #[serde(rename = "noi", default)]
    places: Vec<String>,
    /// Their last day, or one by which they were surely gone.
    #[serde(rename = "den_ngay")]
    until: Day,
    /// What stands in their place.
    #[serde(rename = "nay_la")]
    now: String,
}

/// Bodies and provinces that ended before the document's date, where it speaks
/// of them as if they stood: in its head, its recipients, its tasks. Inside a
/// quotation or a citation the old name is right.
fn ended(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let date = subject.document().date;
    let gone = subject.lexicon.ended.iter().filter(|body| body.until.0 < date);
    let gone: Vec<_> =
        gone.flat_map(|body| body.names.iter().map(move |name| (name.to_lowercase(), body))).collect();
    if gone.is_empty() {
        return;
    }
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        let lower = lowered(text.text);
        let mut taken = Vec::new();
        for (name, body) in &gone {
            let (until, now) = (body.until.0, &body.now);
            for (at, name) in lower.match_indices(name.as_str()) {
                if found.left == 0 {
                    return;
                }
                let end = at + name.len();
                let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let part = letter(lower[..at].chars().next_back()) || letter(lower[end..].chars().next());
                let seen = taken.iter().any(|range: &std::ops::Range<usize>| range.contains(&at));
                let whole = at..own_name_end(text.text, end);
                let of_then = is_history(&subject.lexicon.past, &lower, &whole, until, date)
                    || is_basis_of_then(subject, text, until);
                let before = lower[..at].trim_end();
                let elsewhere = !body.places.is_empty() && !is_at(&body.places, &text.text[end..]);
                let common = COMMON.iter().any(|word| ends_with(before, word));
                // `Bộ Thương mại Hoa Kỳ`, `Bộ Công nghiệp và Thương mại` are of others.
                // `cấp huyện` is of laws too; whoever asks it for something asks nobody.
                let unasked = name.ends_with(" cấp huyện")
                    && text.role != Role::Recipient
                    && !subject.lexicon.past.is_order(before);
                let ministry = name.starts_with("bộ ") || name.starts_with("sở ");
                let small = ministry && text.text[at..].starts_with(char::is_lowercase);
                let joined = lower[end..].strip_prefix(" và ").is_some_and(|next| !next.starts_with("bộ "));
                let foreign = name.starts_with("bộ ") && (whole.end > end || joined);
                if part || seen || elsewhere || of_then || common || small || foreign || unasked {
                    continue;
                }
                taken.push(whole.clone());
                let written = &text.text[whole.clone()];
                let words = Wording {
                    vi: [
                        format!("`{written}` không còn sau ngày {until}; văn bản này đề ngày {date}"),
                        format!("nay là {now}; nói chuyện trước đây thì thêm “(cũ)”"),
                    ],
                    en: [
                        format!("`{written}` is no more after {until}; this document is of {date}"),
                        format!("now: {now}; when speaking of the past, add “(cũ)”"),
                    ],
                };
                found.at(subject, text, whole, words);
            }
        }
    }
}

/// Whether one of these places follows, in whole words.
fn is_at(places: &[String], after: &str) -> bool {
    let Some(after) = after.strip_prefix(' ') else { return false };
    let goes_on = |rest: &str| rest.starts_with(char::is_alphanumeric);
    places.iter().any(|place| {
        let rest = after.strip_prefix(place.as_str());
        rest.or_else(|| after.strip_prefix(&place.to_uppercase())).is_some_and(|rest| !goes_on(rest))
    })
}

/// The first halves of `cán bộ` and `cơ sở`.
const COMMON: [&str; 2] = ["cán", "cơ"];

/// The end of a name with the proper name that belongs to it: `Huyện ủy Trà Cú`.
fn own_name_end(text: &str, end: usize) -> usize {
    OWN_NAME.find(&text[end..]).map_or(end, |name| end + name.end())
}

/// The issuer and the title of a legal basis given as data are right if the paper
/// is of that time.
pub(super) fn is_basis_of_then(subject: &Subject<'_>, text: &Text<'_>, until: Date) -> bool {
    let paper =
        text.path.rsplit_once('.').map(|(paper, _)| paper).filter(|_| text.path.starts_with("can_cu."));
    let day = paper.and_then(|paper| subject.at(&format!("{paper}.ngay")));
    day.and_then(|day| day.text.trim().parse::<Date>().ok()).is_some_and(|date| date <= until)
}

static OWN_NAME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?: (?:tỉnh|huyện|thành phố|thị xã|quận))?(?: \p{Lu}\p{Ll}*){1,4}"));

/// What follows a body's name that ends there: its place, a verb. Another word may be
/// part of another body's name.
const ENDS: [&str; 26] = [
    "và",
    "tỉnh",
    "thành",
    "huyện",
    "xã",
    "phường",
    "trực",
    "đã",
    "sẽ",
    "có",
    "lần",
    "năm",
    "thực",
    "tổ",
    "báo",
    "chỉ",
    "phối",
    "ban",
    "lãnh",
    "triển",
    "quyết",
    "đề",
    "được",
    "phải",
    "tiếp",
    "luôn",
];

/// The body's own name, stopped before its `và`: `Khối các cơ quan` for
/// `Khối các cơ quan và doanh nghiệp`.
fn cut_short(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let Some(own) = subject.at("co_quan.ten") else { return };
    let full = folded(&one_line(own.text));
    let core = ["đảng ủy ", "đảng bộ ", "chi bộ "].iter().find_map(|head| full.strip_prefix(head));
    let core = core.unwrap_or(&full);
    let Some((short, rest)) = core.split_once(" và ").filter(|(short, _)| short.split(' ').count() > 2)
    else {
        return;
    };
    for text in subject.texts.iter().filter(|text| text.role != Role::Data) {
        let lower = unified(&lowered(text.text));
        let cut = lower.match_indices(short).find(|(at, _)| {
            let after = &lower[at + short.len()..];
            let before = lower[..*at].chars().next_back();
            // The name goes on, though perhaps not to its very end.
            let next = rest.split(' ').next().unwrap_or_default();
            let goes_on = after.trim_start().starts_with(&format!("và {next}"));
            // A name, not `các cơ sở giáo dục`; this one's, not that of `Khối các cơ
            // quan tư pháp`.
            let named = text.text.get(*at..).is_some_and(|own| own.starts_with(char::is_uppercase));
            let word = after.split_whitespace().next().unwrap_or_default();
            let ends = !after.starts_with(' ') || ENDS.contains(&word.trim_end_matches([',', ';', '.']));
            named
                && ends
                && !goes_on
                && !after.starts_with(char::is_alphanumeric)
                && !before.is_some_and(char::is_alphanumeric)
        });
        if let Some((at, _)) = cut {
            let range = at..at + short.len();
            let written = text.text[range.clone()].to_string();
            let words = Wording {
                vi: [
                    format!("`{written}` thiếu phần sau của tên cơ quan"),
                    "tên ở đầu văn bản dài hơn; viết thống nhất, hoặc giữ nếu là tên cũ".into(),
                ],
                en: [
                    format!("`{written}` lacks the rest of the body's name"),
                    "the head of the document has more; write it alike, or keep it if it is a former name"
                        .into(),
                ],
            };
            let one = Place { subject, text, range };
            let other = Place::whole(subject, own);
            // One is enough: the author has one habit.
            return found.against(&one, &other, words, ["tên đầy đủ", "the full name"]);
        }
    }
}
