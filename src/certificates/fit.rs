//! In: a line of text, its style, the width of its words. Out: the size at which
//! it is set and the places where it is broken: at sense units, balanced, no
//! word alone on the last line; or nothing, if even the smallest size is too
//! large.

use std::collections::HashSet;

use serde::Deserialize;

use super::parts::Style;
use crate::diagnostic::Diagnostic;
use crate::standard;
use crate::workspace::Workspace;

/// Inside a person's name, or what is said before it; never a place to break.
pub(super) const JOINED: char = '\u{a0}';

/// mm in a pt.
pub(super) const PT: f64 = 25.4 / 72.0;

/// The step in which a size shrinks, pt.
const STEP: f64 = 0.5;

/// The words at which a name is or is not broken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Breaks {
    #[serde(rename = "truoc")]
    before: Vec<String>,
    #[serde(rename = "truoc_so")]
    before_digits: Vec<String>,
    #[serde(rename = "truoc_ten")]
    before_names: Vec<String>,
    #[serde(rename = "tu_ghep")]
    compounds: HashSet<String>,
}

impl Breaks {
    pub(super) fn read(workspace: &Workspace) -> Result<Self, Diagnostic> {
        standard::read(workspace, "the-thuc/bang/ngat-dong.toml")
    }

    /// What a break between two words costs; the less, the better a place it is.
    fn cost(&self, words: &[&str], at: usize, all_upper: bool) -> f64 {
        let (before, after) = (words[at], words[at + 1]);
        let is_dash =
            |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|own| ["-", "–"].contains(own));
        let upper = |word: &str| {
            !all_upper && word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
        };
        let (upper_before, upper_after) = (upper(before), upper(after));
        let bare = |word: &str| {
            word.to_lowercase().trim_matches(['“', '”', '‘', '’', ',', '.', ';', ':', '(', ')']).to_string()
        };
        let (low_before, low_after) = (bare(before), bare(after));
        let has = |list: &[String], word: &str| list.iter().any(|own| own == word);
        let digits = after.starts_with(|c: char| c.is_ascii_digit());
        let ends = before.ends_with([',', ';', ':']);
        // “Sáng – Xanh – Sạch – Đẹp” is one.
        let in_a_row = is_dash(Some(at)) && (is_dash(at.checked_sub(2)) || is_dash(Some(at + 2)));
        if is_dash(Some(at)) && !in_a_row {
            -2.0
        } else if is_dash(Some(at + 1))
            || in_a_row
            || (digits && has(&self.before_digits, &low_before))
            || (upper_after && has(&self.before_names, &low_before))
            || (!ends && self.compounds.contains(&format!("{low_before} {low_after}")))
        {
            8.0
        } else if ends || before.ends_with('”') || has(&self.before, &low_after) {
            0.0
        } else if upper_before && upper_after {
            8.0
        } else if upper_before {
            4.0
        } else if upper_after || after.starts_with('“') {
            1.0
        } else {
            2.0
        }
    }
}

/// A text at its size, on its lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fitted {
    pub(super) size: f64,
    pub(super) lines: Vec<String>,
}

/// No paper has room for so many words; the ways to break them need not be tried.
const MOST: usize = 400;

/// What one more line costs, and a shrinking to nothing.
const LINE: f64 = 6.0;
const SHRINKING: f64 = 45.0;

/// The best setting of `text` within `width` mm at `largest` or smaller; `em` is the width of a text in
/// sizes.
pub(super) fn fit(
    text: &str,
    style: &Style,
    largest: f64,
    width: f64,
    breaks: &Breaks,
    em: impl Fn(&str) -> f64,
) -> Option<Fitted> {
    let shown = |words: &[&str]| words.join(" ").replace(JOINED, " ");
    let room = |size: f64| width / (size * PT);
    if em(text) <= room(largest) {
        return Some(Fitted { size: largest, lines: vec![text.replace(JOINED, " ")] });
    }
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    if words.len() > MOST {
        return None;
    }
    let space = em(" ");
    let mut marks = vec![0.0];
    for word in &words {
        marks.push(marks[marks.len() - 1] + em(word) + space);
    }
    // A name that stands alone on the last line is whole.
    let is_name = words.last().is_some_and(|word| word.contains(JOINED));
    let all_upper = !text.chars().any(char::is_lowercase);
    let pairs = 0..words.len().saturating_sub(1);
    let costs: Vec<f64> = pairs.map(|at| breaks.cost(&words, at, all_upper)).collect();
    let mut best: Option<(f64, f64, Vec<usize>)> = None;
    let mut size = largest;
    while size >= style.least() - 1e-6 {
        let shrinking = SHRINKING * (1.0 - size / style.size);
        for lines in 1..=style.lines.min(words.len()) {
            let fixed = shrinking + LINE * index(lines - 1);
            if best.as_ref().is_some_and(|(cost, ..)| *cost <= fixed - 2.0 * index(lines)) {
                continue;
            }
            if let Some((cost, starts)) = broken(&marks, space, &costs, lines, room(size), is_name)
                && best.as_ref().is_none_or(|(least, ..)| cost + fixed < *least)
            {
                best = Some((cost + fixed, size, starts));
            }
        }
        size -= STEP;
    }
    let (_, size, starts) = best?;
    let ends = starts.iter().skip(1).copied().chain([words.len()]);
    let lines = starts.iter().zip(ends).map(|(from, to)| shown(&words[*from..to])).collect();
    Some(Fitted { size, lines })
}

/// Small counts as numbers.
fn index(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The cheapest way to break into so many lines of at most `room`, and where
/// each line begins.
fn broken(
    marks: &[f64],
    space: f64,
    costs: &[f64],
    lines: usize,
    room: f64,
    ends_in_name: bool,
) -> Option<(f64, Vec<usize>)> {
    let count = marks.len() - 1;
    let width = |from: usize, to: usize| marks[to] - marks[from] - space;
    let aim = width(0, count) / index(lines);
    // For each line, by where it ends: what all lines cost so far, and where it begins.
    let mut best: Vec<Vec<Option<(f64, usize)>>> = Vec::with_capacity(lines);
    for line in 0..lines {
        let before = |from: usize| match line {
            0 => (from == 0).then_some(0.0),
            _ => best[line - 1][from].map(|(cost, _)| cost),
        };
        // All that is left stands on the last line, and only what begins there on the first.
        let first = if line + 1 == lines { count } else { line + 1 };
        let mut own = vec![None; count + 1];
        for (to, least) in own.iter_mut().enumerate().skip(first) {
            for from in (line..if line == 0 { 1 } else { to }).rev() {
                if width(from, to) > room {
                    break;
                }
                // A word alone on the last line is never right.
                let alone = to == count && to - from == 1 && from > 0 && !ends_in_name;
                let Some(before) = before(from).filter(|_| !alone) else { continue };
                let off = (width(from, to) - aim) / room;
                let cost = before + 40.0 * off * off + if from == 0 { 0.0 } else { costs[from - 1] };
                if least.is_none_or(|(least, _)| cost <= least) {
                    *least = Some((cost, from));
                }
            }
        }
        best.push(own);
    }
    let (cost, mut start) = best.last()?[count]?;
    let mut starts = vec![start];
    for line in best.iter().rev().skip(1) {
        start = line[start]?.1;
        starts.push(start);
    }
    starts.reverse();
    Some((cost, starts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    fn style(size: f64, least: f64, lines: usize) -> Style {
        toml::from_str(&format!("co = {size:.1}\nco_nho = {least:.1}\ndong = {lines}")).unwrap()
    }

    /// Every letter half a size wide.
    #[allow(clippy::cast_precision_loss, reason = "a few dozen letters")]
    fn em(text: &str) -> f64 {
        text.chars().count() as f64 * 0.5
    }

    fn set(text: &str, style: &Style, width: f64) -> Option<Fitted> {
        let breaks = Breaks::read(&Workspace::at(env!("CARGO_MANIFEST_DIR").as_ref(), None)).unwrap();
        fit(text, style, style.size, width, &breaks, em)
    }

    #[test]
    fn broken_at_sense_units() {
        let long = "Chi bộ Trung tâm Công tác xã hội và Bảo trợ xã hội thuộc Đảng bộ Sở Lao động, Thương binh và Xã hội";
        let fitted = set(long, &style(17.0, 14.0, 2), 200.0).unwrap();
        assert_eq!(
            fitted.lines,
            [
                "Chi bộ Trung tâm Công tác xã hội và Bảo trợ xã hội",
                "thuộc Đảng bộ Sở Lao động, Thương binh và Xã hội"
            ]
        );
    }

    #[test]
    fn a_name_shrinks_and_never_breaks() {
        let name = "Nguyễn\u{a0}Hoàng\u{a0}Thị\u{a0}Phương\u{a0}Thảo\u{a0}Nguyên";
        let fitted = set(name, &style(26.0, 17.0, 2), 130.0).unwrap();
        assert_eq!(fitted.lines, ["Nguyễn Hoàng Thị Phương Thảo Nguyên"]);
        assert!(fitted.size < 26.0 && fitted.size >= 17.0);
        assert_eq!(set(name, &style(26.0, 17.0, 2), 60.0), None, "told, not broken");
    }

    #[test]
    fn what_is_said_before_a_name_is_never_torn() {
        let name = "Nguyễn\u{a0}Ễn\u{a0}Ếch\u{a0}Ỗi\u{a0}Hoàng\u{a0}Phương\u{a0}Thảo\u{a0}Nguyên";
        for title in ["Đồng\u{a0}chí", "Đồng chí", "Hòa\u{a0}thượng"] {
            let fitted = set(&format!("{title} {name}"), &style(26.0, 17.0, 2), 140.0).unwrap();
            assert_eq!(fitted.lines, [title, name].map(|own| own.replace(JOINED, " ")));
        }
    }

    /// Words of two syllables, and what stands in a row between dashes, stay together
    /// whatever the width.
    #[test]
    fn what_belongs_together_stays_together() {
        for (text, torn) in [
            (
                "Vận động Nhân dân giữ gìn vệ sinh môi trường nông thôn",
                &["giữ|gìn", "vệ|sinh", "môi|trường", "nông|thôn"][..],
            ),
            (
                "Tuyến đường hoa ‘Sáng – Xanh – Sạch – Đẹp’ ở khu dân cư",
                &["–|Xanh", "–|Sạch", "–|Đẹp", "dân|cư"],
            ),
            (
                "Hỗ trợ phụ nữ khởi nghiệp, liên kết tiêu thụ nông sản sạch",
                &["Hỗ|trợ", "phụ|nữ", "khởi|nghiệp", "tiêu|thụ"],
            ),
            (
                "Chuyển đổi số trong giải quyết thủ tục hành chính ở cơ sở",
                &["đổi|số", "giải|quyết", "thủ|tục", "hành|chính"],
            ),
        ] {
            for width in 60..140 {
                let Some(fitted) = set(text, &style(17.0, 14.0, 3), f64::from(width)) else { continue };
                let lines = fitted.lines.join("|");
                assert!(!torn.iter().any(|torn| lines.contains(torn)), "{width}: {lines}");
            }
        }
    }

    #[test]
    fn no_word_alone_at_the_end() {
        let mut fitting = 0;
        for width in 60..200 {
            let text = "Tuyên truyền vận động đoàn viên hội viên chấp hành tốt pháp luật";
            if let Some(fitted) = set(text, &style(17.0, 12.0, 3), f64::from(width)) {
                let last = fitted.lines.last().unwrap();
                assert!(last.contains(' '), "{width}: {:?}", fitted.lines);
                fitting += 1;
            }
        }
        assert!(fitting > 100, "{fitting}");
    }
}
