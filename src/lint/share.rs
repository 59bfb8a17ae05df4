//! A share in percent is that of the fraction before it: `15/40 hộ (37,5%)`, `24/25 phiếu,
//! đạt 96%`. A part of the rule `cong-lech`.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::reading::{Seldom, pattern};
use super::text::{Text, tail};
use super::{Findings, Subject};
use crate::diagnostic::Wording;

static IN_BRACKETS: Seldom = Seldom::new(&["%)"], || {
    pattern(
        r"(?:^|[\s(])(?P<part>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,5})/(?P<of>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,5})(?P<what>(?:\s\p{Ll}+){0,3})\s*\((?:(?:đạt|chiếm|bằng)\s+)?(?:(?:tỷ|tỉ)\s+lệ\s+)?(?P<percent>[0-9]{1,3}(?:,(?P<decimals>[0-9]{1,2}))?)\s?%\)",
    )
});
static AFTER_COMMA: Seldom = Seldom::before_digit('/', || {
    pattern(
        r"(?:^|[\s(])(?P<part>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,5})/(?P<of>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,5})(?P<what>(?:\s\p{Ll}+){1,6}),\s+(?:đạt|chiếm|bằng)\s+(?:(?:tỷ|tỉ)\s+lệ\s+)?(?P<percent>[0-9]{1,3}(?:,(?P<decimals>[0-9]{1,2}))?)\s?%(?P<next>(?:\s+\p{L}+){0,2})",
    )
});
/// What may follow a share without making it one of something else: `đạt 110% kế hoạch`.
static OF_PLAN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:$|và\b|kế hoạch|chỉ tiêu|nghị quyết)"));

/// How much of a text before a figure is looked at, in bytes.
const BESIDE: usize = 40;

pub(super) fn shares(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    let after = AFTER_COMMA.captures_iter(text.text).filter(|own| OF_PLAN.is_match(own["next"].trim()));
    for captures in IN_BRACKETS.captures_iter(text.text).chain(after) {
        share(subject, text, &captures, found);
    }
}

/// Rounded or cut off, a share is within one of its last place.
fn share(subject: &Subject<'_>, text: &Text<'_>, captures: &Captures<'_>, found: &mut Findings<'_>) {
    let number = |name: &str| captures[name].replace([',', '.'], "").parse::<u64>().ok();
    let (Some(part), Some(of), Some(said)) = (number("part"), number("of"), number("percent")) else {
        return;
    };
    let start = captures.name("part").map_or(0, |part| part.start());
    // A day and a month, what a growth is held against.
    let before = tail(text.text[..start].trim_end(), BESIDE).to_lowercase();
    let other = ["ngày", "đến", "từ", "trước", "sau", "số", "và", "-", "–"];
    // `2/3 diện tích` is a fraction; more than was planned is more of something.
    let over = part > of && captures["what"].is_empty();
    if of < 5 || over || other.iter().any(|word| before.ends_with(word)) {
        return;
    }
    let decimals = captures.name("decimals").map_or(0, |own| own.as_str().len());
    let scale = [100, 1_000, 10_000][decimals];
    // In units of the last place: |part·scale/of − said| < 1.
    if (part * scale).abs_diff(said * of) < of {
        return;
    }
    let right = (part * scale + of / 2) / of;
    let right = match decimals {
        0 => right.to_string(),
        1 => format!("{},{}", right / 10, right % 10),
        _ => format!("{},{:02}", right / 100, right % 100),
    };
    let Some(percent) = captures.name("percent") else { return };
    let (fraction, written) = (format!("{}/{}", &captures["part"], &captures["of"]), percent.as_str());
    let words = Wording {
        vi: [format!("{fraction} là {right}%, ở đây ghi {written}%"), "xem lại các con số".into()],
        en: [format!("{fraction} is {right}%, not {written}%"), "check the figures".into()],
    };
    found.at(subject, text, percent.range(), words);
}
