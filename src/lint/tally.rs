//! The rule about figures of prose that others in the sentence are made of: the parts
//! of a whole and a share in percent.

use std::sync::LazyLock;

use regex::Regex;

use super::growth::growth;
use super::reading::{Seldom, pattern};
use super::text::{Text, holds, tail};
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
/// `15/40 hộ (47,5%)`
static SHARE: Seldom = Seldom::new(&["%)"], || {
    pattern(
        r"(?:^|[\s(])(?P<part>[0-9]{1,5})/(?P<of>[0-9]{1,5})(?:\s\p{Ll}+){0,3}\s*\((?:(?:đạt|chiếm|bằng)\s+)?(?:(?:tỷ|tỉ)\s+lệ\s+)?(?P<percent>[0-9]{1,3}(?:,(?P<decimals>[0-9]{1,2}))?)\s?%\)",
    )
});

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
        wholes(subject, text, found);
        shares(subject, text, found);
        growth(subject, text, found);
    }
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

fn wholes(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
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
    }
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

/// Rounded or cut off, a share is within one of its last place.
fn shares(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    for captures in SHARE.captures_iter(text.text) {
        let number = |name: &str| captures[name].replace(',', "").parse::<u64>().ok();
        let (Some(part), Some(of), Some(said)) = (number("part"), number("of"), number("percent")) else {
            continue;
        };
        let start = captures.name("part").map_or(0, |part| part.start());
        // A day and a month, what a growth is held against.
        let before = tail(text.text[..start].trim_end(), BESIDE).to_lowercase();
        let other = ["ngày", "đến", "từ", "trước", "sau", "số", "và", "-", "–"];
        // `2/3 diện tích` is a fraction.
        if of < 5 || part > of || other.iter().any(|word| before.ends_with(word)) {
            continue;
        }
        let decimals = captures.name("decimals").map_or(0, |own| own.as_str().len());
        let scale = [100, 1_000, 10_000][decimals];
        // In units of the last place: |part·scale/of − said| < 1.
        if (part * scale).abs_diff(said * of) < of {
            continue;
        }
        let right = (part * scale + of / 2) / of;
        let right = match decimals {
            0 => right.to_string(),
            1 => format!("{},{}", right / 10, right % 10),
            _ => format!("{},{:02}", right / 100, right % 100),
        };
        let Some(percent) = captures.name("percent") else { continue };
        let written = percent.as_str();
        let words = Wording {
            vi: [format!("{part}/{of} là {right}%, ở đây ghi {written}%"), "xem lại các con số".into()],
            en: [format!("{part}/{of} is {right}%, not {written}%"), "check the figures".into()],
        };
        found.at(subject, text, percent.range(), words);
    }
}
