//! What a clerk left in a paper that was made from another one: another committee, its
//! archive, another type or year in the closing sentence, a subject line that waits for
//! its year. A part of the rule `sot-mau`.

use std::ops::Range;

use super::ending::last_words;
use super::reading::{folded, words};
use super::text::lowered;
use super::{Findings, Subject};
use crate::diagnostic::Wording;
use crate::values::one_line;

pub(super) fn borrowed(subject: &Subject<'_>, found: &mut Findings<'_>) {
    other_committee(subject, found);
    other_archive(subject, found);
    other_closing(subject, found);
    no_year(subject, found);
}

/// The committees of the Party by the first words of their names, and the office of each.
const COMMITTEES: [(&str, &str); 6] = [
    ("tỉnh ủy", "vptu"),
    ("thành ủy", "vptu"),
    ("huyện ủy", "vphu"),
    ("quận ủy", "vpqu"),
    ("thị ủy", "vptu"),
    ("đảng ủy", "vpđu"),
];

/// Those of a committee that speak for it.
const ORGANS: [&str; 3] = ["ban thường vụ ", "ban chấp hành ", "thường trực "];

/// The committee that issues the paper, if one does.
fn own_committee(subject: &Subject<'_>) -> Option<(&'static str, &'static str)> {
    let name = folded(&one_line(&subject.document().body.name));
    COMMITTEES.into_iter().find(|(committee, _)| name.starts_with(committee))
}

/// `Ban Thường vụ Huyện ủy xây dựng kế hoạch` in a paper of a đảng ủy.
fn other_committee(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let Some((own, _)) = own_committee(subject) else { return };
    for path in ["can_cu.cau_dan", "ky.quyen_han"] {
        let Some(text) = subject.at(path) else { continue };
        let spoken = folded(text.text);
        let spoken = spoken.strip_prefix("t/m ").unwrap_or(&spoken).trim_start();
        let Some(named) = ORGANS.iter().find_map(|organ| spoken.strip_prefix(organ)) else { continue };
        let other = COMMITTEES.into_iter().find(|(other, _)| named.starts_with(other));
        if let Some((other, _)) = other.filter(|(other, _)| *other != own) {
            let words = Wording {
                vi: [
                    format!("ở đây là {other}, cơ quan ban hành là {own}"),
                    "xem lại: còn sót của văn bản khác".into(),
                ],
                en: [
                    format!("a {other} speaks here, a {own} issues the paper"),
                    "check it: it may be left from another paper".into(),
                ],
            };
            found.at(subject, text, 0..text.text.trim_end().len(), words);
        }
    }
}

/// `Lưu VPTU` in a paper of a đảng ủy.
fn other_archive(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let Some((own, office)) = own_committee(subject) else { return };
    let lines = subject.texts.iter().filter(|text| text.path.starts_with("noi_nhan."));
    for text in lines {
        let line = folded(&one_line(text.text));
        let Some(kept) = line.trim_start_matches(['-', ' ']).strip_prefix("lưu") else { continue };
        let kept = kept.trim_start_matches([':', ' ']);
        let first = words(kept).next().map_or("", |(_, word)| word);
        let other = COMMITTEES.into_iter().find(|(other, code)| {
            first == *code || kept.strip_prefix("văn phòng ").is_some_and(|name| name.starts_with(other))
        });
        if let Some((other, _)) = other.filter(|(_, code)| *code != office) {
            let words = Wording {
                vi: [format!("nơi lưu là của {other}, cơ quan ban hành là {own}"), "xem lại nơi lưu".into()],
                en: [
                    format!("this is the archive of a {other}, a {own} issues the paper"),
                    "check it".into(),
                ],
            };
            found.at(subject, text, 0..text.text.trim_end().len(), words);
        }
    }
}

/// Types that a closing sentence calls by name.
const CLOSED: [&str; 6] = ["kế hoạch", "báo cáo", "hướng dẫn", "tờ trình", "chương trình", "đề án"];

/// `Trên đây là báo cáo …` at the end of a plan, or with another year than the subject.
fn other_closing(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let Some((text, range)) = last_words(subject) else { return };
    let own = subject.kind.name.to_lowercase();
    let lower = lowered(text.text);
    if !CLOSED.contains(&own.as_str()) || text.text.contains("{{") {
        return;
    }
    let paragraph = &lower[range.clone()];
    let Some(rest) = ["trên đây là ", "trên là "].iter().find_map(|lead| paragraph.strip_prefix(lead))
    else {
        return;
    };
    let at = range.start + paragraph.len() - rest.len();
    let Some(named) = CLOSED.into_iter().find(|kind| rest.starts_with(kind)) else { return };
    if named != own {
        let words = Wording {
            vi: [
                format!("câu kết ghi {named}, văn bản này là {own}"),
                "xem lại: còn sót của văn bản khác".into(),
            ],
            en: [
                format!("the closing sentence says {named}, the paper is a {own}"),
                "check it: it may be left from another paper".into(),
            ],
        };
        found.at(subject, text, at..at + named.len(), words);
        return;
    }
    let asks = [". ", ";", "đề nghị", "yêu cầu"].iter().filter_map(|word| rest.find(word)).min();
    let clause = &rest[..asks.unwrap_or(rest.len())];
    let Some(title) = subject.at("trich_yeu") else { return };
    let (said, meant) = (years(clause, at), years(title.text, 0));
    let (Some(first), Some(last)) =
        (meant.iter().map(|own| own.0).min(), meant.iter().map(|own| own.0).max())
    else {
        return;
    };
    let outside = |(year, _): &&(i32, Range<usize>)| !(first..=last).contains(year);
    if let Some((year, place)) = said.first().filter(|_| said.iter().all(|own| outside(&own))) {
        let words = Wording {
            vi: [format!("câu kết ghi năm {year}, trích yếu ghi năm {last}"), "xem lại năm".into()],
            en: [
                format!("the closing sentence says {year}, the subject line {last}"),
                "check the year".into(),
            ],
        };
        found.at(subject, text, place.clone(), words);
    }
}

/// The years of a text that begins at this byte.
fn years(text: &str, start: usize) -> Vec<(i32, Range<usize>)> {
    let year = |(at, word): (usize, &str)| {
        let year = word.parse().ok().filter(|year| word.len() == 4 && (1930..2100).contains(year))?;
        Some((year, start + at..start + at + word.len()))
    };
    words(text).filter_map(year).collect()
}

/// Words before `năm` at the end of a subject line that need no number behind it.
const COUNTED: [&str; 22] = [
    "trong", "hằng", "hàng", "cả", "nhiều", "các", "mỗi", "đầu", "giữa", "cuối", "một", "hai", "ba", "bốn",
    "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "trăm",
];

/// `… phong trào “Dân vận khéo” năm`.
fn no_year(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let Some(text) = subject.at("trich_yeu") else { return };
    let spoken: Vec<_> = words(text.text).collect();
    let [.., (_, before), (at, last)] = spoken[..] else { return };
    let ends = text.text[at + last.len()..].trim_matches(['.', ' ', '\n']).is_empty();
    let digits = before.ends_with(|c: char| c.is_ascii_digit());
    if last == "năm" && ends && !digits && !COUNTED.contains(&before.to_lowercase().as_str()) {
        let words = Wording {
            vi: ["sau chữ “năm” chưa ghi năm nào".into(), "ghi năm, hoặc bỏ chữ ấy".into()],
            en: ["the year after “năm” is missing".into(), "write it, or delete the word".into()],
        };
        found.at(subject, text, at..at + last.len(), words);
    }
}
