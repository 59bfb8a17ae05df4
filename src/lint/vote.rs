//! Votes: no more than those who are there, and in minutes of no more than the attendance
//! says. A part of the rule `cong-lech`.

use super::reading::{Seldom, pattern};
use super::text::{Text, head, holds, tail};
use super::{Findings, Subject};
use crate::diagnostic::Wording;
use crate::documents::Block;
use crate::validate::blocks;

static FRACTION: Seldom = Seldom::before_digit('/', || {
    pattern(
        r"(?:^|[\s(:])(?P<all>(?P<part>[0-9]{1,4})/(?P<of>[0-9]{1,4}))(?:\s+(?P<who>đảng viên|đại biểu|đồng chí|thành viên|ủy viên|uỷ viên|hội viên|đoàn viên|phiếu|ý kiến|người)|[\s,.;)]|$)",
    )
});

/// What speaks of a vote, before or behind it.
const VOTED: [&str; 8] =
    ["biểu quyết", "đồng ý", "tán thành", "nhất trí", "thống nhất", "phiếu", "không tán thành", "bỏ phiếu"];
/// The same of those who came.
const THERE: &str = "có mặt";

/// How much of a text around a fraction is looked at, in bytes.
const BEFORE: usize = 40;
const AFTER: usize = 60;

pub(super) fn votes(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    for captures in FRACTION.captures_iter(text.text) {
        let number = |name: &str| captures[name].parse::<usize>().ok();
        let (Some(part), Some(of), Some(all)) = (number("part"), number("of"), captures.name("all")) else {
            continue;
        };
        let before = tail(text.text[..all.start()].trim_end(), BEFORE).to_lowercase();
        let before = before.rsplit([',', '.', ';', '\n']).next().unwrap_or_default();
        let after = head(&text.text[all.end()..], AFTER).to_lowercase();
        let after = after.split(['.', ';', '\n', '(']).next().unwrap_or_default();
        let voted = VOTED.iter().any(|word| holds(before, word) || holds(after, word));
        let there = holds(before, THERE) || holds(after, THERE);
        let dated = ["ngày", "từ", "đến", "số"].iter().any(|word| before.ends_with(word));
        // `nhất trí 24/12` may be a day; people are named.
        let people = captures.name("who").is_some() || of > 12 || part > 31;
        if dated || !people || !(voted || there) {
            continue;
        }
        let words = if part > of {
            Wording {
                vi: [format!("{part} nhiều hơn cả {of}"), "xem lại hai số".into()],
                en: [format!("{part} is more than {of}"), "check both figures".into()],
            }
        } else if let Some(present) = present(subject).filter(|present| voted && !there && of > *present) {
            Wording {
                vi: [
                    format!("ghi {of} mà cuộc họp chỉ có {present} đồng chí có mặt"),
                    "xem lại số biểu quyết, hoặc `co_mat`".into(),
                ],
                en: [
                    format!("{of} are counted, {present} were present"),
                    "check the vote, or `co_mat`".into(),
                ],
            }
        } else {
            continue;
        };
        found.at(subject, text, all.range(), words);
    }
}

/// How many came to the meeting of these minutes.
fn present(subject: &Subject<'_>) -> Option<usize> {
    if subject.kind.folder != "bien-ban" {
        return None;
    }
    let mut present = None;
    blocks(subject.document(), &mut |block, _| {
        if let Block::Meeting(meeting) = block {
            present = present.max(meeting.present);
        }
    });
    present
}
