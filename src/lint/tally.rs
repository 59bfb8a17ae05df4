//! The rule about figures of prose that others in the sentence are made of: the parts
//! of a whole and a share in percent.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::growth::growth;
use super::parts::parts;
use super::reading::{Seldom, pattern};
use super::share::shares;
use super::text::{Text, holds, tail};
use super::total_row::totals;
use super::vote::votes;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("cong-lech", Warning, tallies)];

/// `89 mô hình, gồm: kinh tế 32, văn hóa 28.`, `gồm 32 mô hình kinh tế, 28 mô hình văn
/// hóa.`, to the end of the sentence. After
/// `trong đó` stand some parts only.
static WHOLE: Seldom = Seldom::new(&["gồm"], || {
    pattern(
        r"\b(?P<whole>[0-9]{1,6})\s+(?P<what>\p{Ll}+(?:\s\p{Ll}+){0,6}?),?\s+(?:bao\s+)?gồm(?:\s+có)?\s*:?\s+(?P<parts>[^.:()\n]{5,400})(?:\.(?:\s|$)|\n|$)",
    )
});
/// What is counted of a whole, before the whole itself, and is no day: `có 05/`.
static REACHED: Seldom = Seldom::new(&["/"], || {
    pattern(r"(?:^|\b(?:có|đạt|thành|được|xong|hiện|vượt)\s+)(?P<count>[0-9]{1,3})/$")
});
/// `kinh tế 32`, in small letters: a name with a number is one.
static LABELLED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:và\s+)?(?P<label>\p{Ll}+(?:\s\p{Ll}+){0,4})\s+(?P<count>[0-9]{1,5})$"));
/// What bears a number for its name: `ấp 1`, `lớp 10`.
const NUMBERED: [&str; 26] = [
    "tổ",
    "ấp",
    "khóm",
    "thôn",
    "phường",
    "quận",
    "điều",
    "khoản",
    "điểm",
    "mục",
    "chương",
    "phần",
    "tháng",
    "quý",
    "năm",
    "ngày",
    "giờ",
    "đợt",
    "lần",
    "lớp",
    "khối",
    "nhóm",
    "số",
    "kỳ",
    "cấp",
    "loại",
];

/// How much of a text before a figure is looked at, in bytes.
const BESIDE: usize = 40;

fn tallies(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in subject.prose() {
        let told = wholes(subject, text, found);
        parts(subject, text, &told, found);
        shares(subject, text, found);
        votes(subject, text, found);
        growth(subject, text, found);
    }
    totals(subject, found);
}

/// What is named one by one after `gồm`; of people and units some may be named together.
const NAMED: [&str; 12] = [
    "nhóm",
    "lĩnh vực",
    "nội dung",
    "tiêu chí",
    "nhiệm vụ",
    "giải pháp",
    "bước",
    "phần",
    "chỉ tiêu",
    "tiêu chuẩn",
    "hình thức",
    "chuyên đề",
];

/// `04 nhóm, gồm: kinh tế, văn hóa, quốc phòng`: fewer names than are counted, however
/// they are parted.
fn too_few(what: &str, parts: &str, said: u32) -> Option<usize> {
    let named = NAMED.iter().any(|noun| what == *noun || what.starts_with(&format!("{noun} ")));
    if !named || said > 12 || parts.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let most = parts.replace(" và ", ",").split([',', ';']).filter(|part| !part.trim().is_empty()).count();
    (most > 1 && most < said as usize).then_some(most)
}

/// The wholes that are told here.
fn wholes(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) -> Vec<Range<usize>> {
    let mut told = Vec::new();
    for captures in WHOLE.captures_iter(text.text) {
        let (Some(whole), Ok(said)) = (captures.name("whole"), captures["whole"].parse::<u32>()) else {
            continue;
        };
        let (what, parts) = (&captures["what"], &captures["parts"]);
        // `năm 2020`, a piece of a longer number are no wholes.
        let lead = tail(&text.text[..whole.start()], BESIDE).to_lowercase();
        let named = lead.ends_with(['.', ',', '/', '-'])
            || NUMBERED.contains(&lead.split_whitespace().next_back().unwrap_or_default());
        // Of `05/06 chỉ tiêu đạt, gồm: …` the five are named.
        let reached = REACHED.captures_iter(&lead).next().and_then(|own| own["count"].parse::<u32>().ok());
        let of_these = if named { reached.filter(|count| *count <= said) } else { Some(said) };
        if let Some((most, said)) = of_these.and_then(|said| Some((too_few(what, parts, said)?, said))) {
            let words = Wording {
                vi: [
                    format!("sau chữ “gồm” chỉ nêu {most}, ở đây ghi {said}"),
                    "xem lại số, hoặc nêu cho đủ".into(),
                ],
                en: [format!("{most} are named, {said} are counted"), "check the number, or name all".into()],
            };
            found.at(subject, text, whole.range(), words);
            told.push(whole.range());
            continue;
        }
        let Some(counts) = labelled(parts).or_else(|| counted(parts, what)) else { continue };
        let sum: u32 = counts.iter().sum();
        // `3 nơi, gồm khóm 1, ấp 2, tổ 3` names as many as it counts.
        if named || sum == said || counts.len() == said as usize {
            continue;
        }
        let words = Wording {
            vi: [format!("các phần cộng lại là {sum}, ở đây ghi {said}"), "xem lại các con số".into()],
            en: [format!("the parts add up to {sum}, not to {said}"), "check the figures".into()],
        };
        found.at(subject, text, whole.range(), words);
        told.push(whole.range());
    }
    told
}

/// What one member of the whole may be besides another: these parts overlap.
const ATTRIBUTES: [&str; 9] =
    ["nữ", "đảng viên", "đoàn viên", "dân tộc", "tôn giáo", "tuổi", "trình độ", "trẻ", "trong đó"];

/// The figures of parts that begin with them, `32 mô hình kinh tế`, each with the word
/// for the whole; `61 tập thể và 13 cá nhân` need none.
fn counted(parts: &str, what: &str) -> Option<Vec<u32>> {
    let parts = parts.trim_end_matches([';', ' ']).replace(" và ", ", ");
    let mut counts = Vec::new();
    let mut labels = Vec::new();
    for part in parts.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let (count, label) = part.split_once(' ')?;
        let small = label.chars().all(|c| c.is_lowercase() || c == ' ');
        if !small || labels.contains(&label) || ATTRIBUTES.iter().any(|own| holds(label, own)) {
            return None;
        }
        counts.push(count.parse().ok()?);
        labels.push(label);
    }
    let noun: Vec<_> = what.split_whitespace().take(2).collect();
    let same = |label: &&str| label.split_whitespace().take(noun.len()).eq(noun.iter().copied());
    let kinds = ["tập thể", "cá nhân"];
    let ends = |(label, kind): (&&str, &str)| label.strip_suffix(kind).is_some();
    let both = labels.len() == kinds.len() && labels.iter().zip(kinds).all(ends);
    (both || counts.len() > 2 && labels.iter().all(same)).then_some(counts)
}

/// The figures of three parts or more, if each has its own and none is a name.
fn labelled(parts: &str) -> Option<Vec<u32>> {
    let mut labels = Vec::new();
    let mut counts = Vec::new();
    for part in parts.trim_end_matches([';', ' ']).split([',', ';']) {
        let captures = LABELLED.captures(part.trim())?;
        let label = captures.name("label")?.as_str().to_string();
        let last = label.rsplit(' ').next().unwrap_or_default();
        let of_parts = ["trong đó", "riêng"].iter().any(|own| label.starts_with(own));
        if of_parts || NUMBERED.contains(&last) || labels.contains(&label) {
            return None;
        }
        labels.push(label);
        counts.push(captures["count"].parse().ok()?);
    }
    (counts.len() > 2).then_some(counts)
}
