//! In: a document's report and the comments in its file. Out: the report
//! without the findings that the author has looked at and keeps, each with a
//! reason:
//!
//! ```yaml
//! # vankien: bỏ qua R-D-122 – giữ như bản gốc
//! trich_yeu: Thực hiện công tác dân vận
//! ```
//!
//! The comment stands on a line of its own before the value, or at the end of
//! its line. Errors cannot be silenced; a comment that silences nothing, or
//! gives no reason, is a finding itself.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, LintFault, Report, Severity, Wording};
use crate::load::Node;
use crate::source::{SourceFile, Span};
use crate::standard::Rules;
use crate::values::{nearest, without_marks};

const MARK: &str = "vankien:";

/// A comment that asks for silence.
struct Silence {
    span: Span,
    rule: String,
    has_reason: bool,
    /// The lines it speaks of.
    lines: RangeInclusive<usize>,
}

/// Takes the silenced findings out of `report` and reports the silences that
/// are of no use.
pub fn apply(source: &Arc<SourceFile>, tree: &Node, rules: &Rules, report: &mut Report) {
    if !source.text().contains(MARK) {
        return;
    }
    printed(source, tree, report);
    for silence in silences(source, tree) {
        let covered = |finding: &Diagnostic| {
            finding.rule().eq_ignore_ascii_case(&silence.rule)
                && finding
                    .place
                    .as_ref()
                    .is_some_and(|(_, span)| silence.lines.contains(&source.line_column(span.start).0))
        };
        let grave = |finding: &Diagnostic| finding.severity() < Severity::Warning;
        let refused = report.iter().any(|finding| covered(finding) && grave(finding));
        let before = report.iter().count();
        if silence.has_reason {
            report.retain(|finding| !covered(finding) || grave(finding));
        }
        let silenced = before - report.iter().count();
        let Silence { rule, has_reason, .. } = &silence;
        let known = rules.named(rule).is_ok();
        let words = if rule.is_empty() || !known {
            unknown(rule, nearest(rule, rules.all().iter().map(|rule| rule.id.as_str())))
        } else if !has_reason {
            no_reason()
        } else if refused {
            not_for_errors(rule)
        } else if silenced == 0 {
            stale(rule)
        } else {
            continue;
        };
        let fault = LintFault { rule: "bo-qua", severity: Severity::Warning, words };
        report.push(Diagnostic::at(source, silence.span, fault));
    }
}

/// A comment inside a text is no comment: it would be printed.
fn printed(source: &Arc<SourceFile>, tree: &Node, report: &mut Report) {
    tree.scalars(&mut |node, text| {
        for (at, _) in text.match_indices(MARK) {
            let before = text[..at].trim_end();
            if before.ends_with('#') {
                let words = Wording {
                    vi: [
                        "ghi chú bỏ qua nằm trong phần chữ nên sẽ bị in ra".into(),
                        "chuyển nó lên dòng trước tên mục (`noi_dung:`); ở đó nó nói về cả đoạn chữ".into(),
                    ],
                    en: [
                        "this comment stands inside the text and would be printed".into(),
                        "move it to the line before the key (`noi_dung:`), where it speaks of all the text"
                            .into(),
                    ],
                };
                let fault = LintFault { rule: "bo-qua", severity: Severity::Error, words };
                let place = node.place_in(source, &(before.len() - 1..at + MARK.len()));
                report.push(Diagnostic::at(source, place, fault));
            }
        }
    });
}

/// The comments of the file that ask for silence.
fn silences(source: &SourceFile, tree: &Node) -> Vec<Silence> {
    let mut values = Vec::new();
    tree.scalars(&mut |node, _| values.push(node.span));
    let text = source.text();
    let mut found = Vec::new();
    for (mark, _) in text.match_indices(MARK) {
        let line_start = text[..mark].rfind('\n').map_or(0, |at| at + 1);
        let Some(hash) = text[line_start..mark].rfind('#').map(|at| line_start + at) else { continue };
        let between = text[hash + 1..mark].trim();
        // Only a comment that begins with the mark, not words in a value.
        if !between.is_empty() || values.iter().any(|span| span.start <= hash && hash < span.end) {
            continue;
        }
        let end = text[mark..].find('\n').map_or(text.len(), |at| mark + at);
        let said = text[mark + MARK.len()..end].trim();
        let alone = text[line_start..hash].trim().is_empty();
        let line = source.line_column(hash).0;
        let target = if alone { next_line_of_content(text, end, line) } else { line };
        let (rule, has_reason) = request(said);
        found.push(Silence {
            span: Span::new(hash, hash + text[hash..end].trim_end().len()),
            rule,
            has_reason,
            lines: target..=last_line(source, &values, target),
        });
    }
    found
}

/// `bỏ qua R-D-122 – giữ như bản gốc`: the id, and whether words follow it.
fn request(said: &str) -> (String, bool) {
    let mut words = said.split_whitespace();
    let verb = [words.next().unwrap_or_default(), words.next().unwrap_or_default()].join(" ");
    if without_marks(&verb) != "bo_qua" {
        return (String::new(), false);
    }
    let rule = words.next().unwrap_or_default().trim_end_matches([':', ',', ';', '–']).to_string();
    let has_reason = words.any(|word| word.chars().any(char::is_alphanumeric));
    (rule, has_reason)
}

/// The first line after `from` that is neither empty nor a comment.
fn next_line_of_content(text: &str, from: usize, line: usize) -> usize {
    let rest = text[from..].lines().skip(1);
    let empty = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
    line + 1 + rest.take_while(empty).count()
}

/// A value that begins on a line may go on for many.
fn last_line(source: &SourceFile, values: &[Span], line: usize) -> usize {
    // The text after a bar begins on the next line.
    let bar = source.text().lines().nth(line - 1).is_some_and(|text| {
        text.rsplit(':').next().is_some_and(|rest| rest.trim_start().starts_with(['|', '>']))
    });
    let begins = values.iter().filter(|span| {
        let first = source.line_column(span.start).0;
        first == line || (bar && first == line + 1)
    });
    begins.map(|span| source.line_column(span.end.saturating_sub(1)).0).max().unwrap_or(line).max(line)
}

fn unknown(rule: &str, near: Option<String>) -> Wording {
    let (vi, en) = match near {
        Some(near) => (format!("có phải là `{near}`?"), format!("did you mean `{near}`?")),
        None => (
            "viết `# vankien: bỏ qua <mã> – lý do`; mã đứng trong ngoặc vuông của thông báo".into(),
            "write `# vankien: bỏ qua <id> – reason`; the id stands in the brackets of the message".into(),
        ),
    };
    Wording {
        vi: [format!("ghi chú bỏ qua không nêu đúng mã quy tắc: `{rule}`"), vi],
        en: [format!("this silence names no rule: `{rule}`"), en],
    }
}

fn no_reason() -> Wording {
    Wording {
        vi: [
            "ghi chú bỏ qua chưa có lý do, nên chưa có tác dụng".into(),
            "ghi lý do sau mã: `# vankien: bỏ qua <mã> – lý do`".into(),
        ],
        en: [
            "this silence gives no reason, so it has no effect".into(),
            "add one after the id: `# vankien: bỏ qua <id> – reason`".into(),
        ],
    }
}

fn not_for_errors(rule: &str) -> Wording {
    Wording {
        vi: [
            format!("lỗi `{rule}` không bỏ qua được"),
            "sửa lỗi rồi xoá ghi chú này; chỉ cảnh báo và lưu ý mới bỏ qua được".into(),
        ],
        en: [
            format!("the error `{rule}` cannot be silenced"),
            "mend it and delete this comment; only warnings and remarks can be silenced".into(),
        ],
    }
}

fn stale(rule: &str) -> Wording {
    Wording {
        vi: [
            format!("ghi chú bỏ qua `{rule}` không còn tác dụng"),
            "chỗ này không có cảnh báo ấy nữa; xoá ghi chú".into(),
        ],
        en: [
            format!("the silence of `{rule}` has nothing to silence"),
            "there is no such finding here any more; delete the comment".into(),
        ],
    }
}
