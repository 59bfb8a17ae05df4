//! The rule about the end of the text: the mark that the guidance asks for, and
//! none of another system.

use std::ops::Range;

use super::text::{Role, Text};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::values::last_word;

pub(super) const RULES: &[Rule] = &[Rule::of_document("R-D-134", Warning, end_of_text)];

/// The text ends with the mark of the guidance, which stands nowhere else: a
/// point for the Party, `./.` for the State.
fn end_of_text(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let Some(mark) = subject.profile.body.end.as_deref() else { return };
    let body =
        subject.texts.iter().filter(|text| text.role == Role::Body && !text.path.starts_with("phu_luc"));
    let last = last_words(subject);
    for text in body {
        for (at, _) in text.text.match_indices(STATE_END) {
            let here = (text.path.as_str(), at + STATE_END.len());
            // `(Bằng chữ: … nghìn đồng./.)` lets nobody write more into a sum.
            let closes = ["đồng", "chẵn"].iter().any(|word| text.text[..at].ends_with(word));
            if mark == STATE_END && closes && text.text[here.1..].trim_start_matches('.').starts_with(')') {
                continue;
            }
            if mark != STATE_END {
                let words = Wording {
                    vi: [
                        "`./.` không dùng trong văn bản của Đảng".into(),
                        "kết thúc bằng một dấu chấm".into(),
                    ],
                    en: ["the Party does not write `./.`".into(), "end with a full stop".into()],
                };
                found.at(subject, text, at..here.1, words);
            } else if last.as_ref().is_some_and(|(last, range)| (last.path.as_str(), range.end) != here) {
                let words = Wording {
                    vi: ["`./.` chỉ đứng cuối nội dung văn bản".into(), "ở đây viết một dấu chấm".into()],
                    en: ["`./.` stands at the end of the text only".into(), "write a full stop here".into()],
                };
                found.at(subject, text, at..here.1, words);
            }
        }
    }
    if mark == STATE_END {
        if let Some((text, range)) = last.filter(|(text, range)| !text.text[range.clone()].ends_with(mark)) {
            let words = Wording {
                vi: [
                    "nội dung chưa kết bằng `./.`".into(),
                    "văn bản mẫu của nghị định viết `./.` sau câu cuối".into(),
                ],
                en: [
                    "the text does not end with `./.`".into(),
                    "the decree's samples write `./.` after the last sentence".into(),
                ],
            };
            found.remark_at(subject, text, last_of(text.text, range), words);
        }
        return;
    }
    let Some((text, range)) = last else { return };
    let written = &text.text[range.clone()];
    // A slip may end with a name or a blank; a closing sentence never does.
    let told = written.ends_with(STATE_END);
    let sentence = text.path == "ket" || written.split_whitespace().count() > 5;
    let inner = written.trim_end_matches(['”', '"', '’', ')', '*']);
    let odd = [". /.", ".!", "/."].iter().any(|odd| inner.ends_with(odd));
    let ended = inner.ends_with(['.', '!', '?']) || written.ends_with(':');
    if sentence && !told && (odd || !ended) {
        let words = Wording {
            vi: ["nội dung không kết thúc bằng dấu chấm".into(), "kết thúc bằng một dấu chấm".into()],
            en: ["the text does not end with a full stop".into(), "end it with one".into()],
        };
        found.at(subject, text, last_of(text.text, range), words);
    }
}

/// What stands after the last word of a State paper.
const STATE_END: &str = "./.";

/// The paragraph that is printed last, if it is a sentence: a table, a form or
/// the lines of a meeting may end a text too, and bear no mark.
pub(super) fn last_words<'s, 'a>(subject: &'s Subject<'a>) -> Option<(&'s Text<'a>, Range<usize>)> {
    let closing = subject.at("ket").filter(|text| !text.text.trim().is_empty());
    let last = closing.or_else(|| {
        let last = subject.texts.iter().rfind(|text| text.path.starts_with("noi_dung"))?;
        let mut keys = last.path.split('.');
        let key = keys.next_back().filter(|key| ["doan", "khoan", "diem", "gach", "noi_dung"].contains(key));
        (key.is_some() && !keys.any(|key| key == "cuoc_hop")).then_some(last)
    })?;
    let range = last.paragraphs.last()?;
    let bare = last.text[range.clone()].trim_end_matches(['*', ' ']);
    Some((last, range.start..range.start + bare.len())).filter(|_| !bare.starts_with('#'))
}

/// The last word of this range of a text.
fn last_of(text: &str, range: Range<usize>) -> Range<usize> {
    range.start + last_word(&text[range.clone()])..range.end
}
