//! In: the text of a comment. Out: which rules it asks to be silent, and whether
//! it says why.

pub(super) use crate::load::COMMENT as MARK;
use crate::values::{nearest, without_marks};

/// `bỏ qua R-D-122 – giữ như bản gốc`.
pub(super) struct Request {
    pub(super) rule: String,
    pub(super) has_reason: bool,
}

/// What a comment asks for; nothing where it only looks as if it did.
pub(super) fn asked(comment: &str) -> Option<Vec<Request>> {
    let comment = comment.trim();
    if let Some(said) = comment.strip_prefix(MARK) {
        return Some(requests(said));
    }
    // `van kien`, `VanKien`, `vankein` are meant for us and are not heard.
    let comment = comment.to_lowercase().replacen("van kien", "vankien", 1);
    let mut words = comment.split([' ', ':']).filter(|word| !word.is_empty());
    let mark = words.next()?.to_lowercase();
    let verb = [words.next()?, words.next()?].join(" ").to_lowercase();
    let near = nearest(&mark, [MARK.trim_end_matches(':')].into_iter()).is_some();
    (near && without_marks(&verb) == "bo_qua").then(Vec::new)
}

/// `bỏ qua R-D-122, R-D-111 – giữ như bản gốc`: the ids, and whether a reason
/// follows them.
fn requests(said: &str) -> Vec<Request> {
    let mut words = said.split_whitespace().peekable();
    let verb = [words.next().unwrap_or_default(), words.next().unwrap_or_default()].join(" ");
    let mut rules = Vec::new();
    if without_marks(&verb) == "bo_qua" {
        let first = words.next().unwrap_or_default();
        let mut more = first.ends_with(',');
        rules.extend(first.split(','));
        while let Some(next) = words.next_if(|_| more) {
            more = next.ends_with(',');
            rules.extend(next.split(','));
        }
    }
    let has_reason = words.flat_map(str::chars).filter(|c| c.is_alphanumeric()).count() >= SHORTEST_REASON;
    rules.retain(|rule| !rule.is_empty());
    if rules.is_empty() {
        rules.push("");
    }
    let request = |rule: &str| Request { rule: rule.trim_end_matches([':', ';', '–']).into(), has_reason };
    rules.into_iter().map(request).collect()
}

/// Letters of the shortest reason that says anything.
const SHORTEST_REASON: usize = 3;
