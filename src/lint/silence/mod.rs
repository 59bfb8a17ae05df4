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

mod request;
mod wording;

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, LintFault, Report, Severity, Wording};
use crate::load::Node;
use crate::source::{SourceFile, Span};
use crate::standard::Rules;
use crate::values::nearest;
use request::{MARK, Request, asked};
use wording::{no_mark, no_reason, not_for_errors, stale, unknown};

/// A comment that asks for silence.
struct Silence {
    span: Span,
    /// What follows the mark, one for each id; none if the mark is not right.
    said: Vec<Request>,
    /// The lines it speaks of.
    lines: RangeInclusive<usize>,
}

/// How much of a document has been looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// Errors kept its pages from being made; what they would have shown may be
    /// what a silence is for.
    BeforePages,
    /// Everything.
    All,
}

/// Takes the silenced findings out of `report` and reports the silences that
/// are of no use.
pub(crate) fn apply(source: &Arc<SourceFile>, tree: &Node, rules: &Rules, known: Known, report: &mut Report) {
    if !source.text().contains('#') {
        return;
    }
    printed(source, tree, report);
    let silences = silences(source, tree);
    if silences.is_empty() {
        return;
    }
    let mut found = Found::of(source, report);
    let mut nearest_of: HashMap<String, Option<String>> = HashMap::new();
    let mut findings = Vec::new();
    for Silence { span, said, lines } in silences {
        let fault = |words| {
            let fault = LintFault { rule: "bo-qua", severity: Severity::Warning, words };
            Diagnostic::at(source, span, fault)
        };
        if said.is_empty() {
            findings.push(fault(no_mark()));
        }
        for Request { rule, has_reason } in said {
            let words = {
                let (quiet, refused) = found.silence(&rule, &lines, has_reason);
                if rule.is_empty() || !rules.has(&rule) {
                    let all = rules.all().iter().map(|rule| rule.id.as_str());
                    unknown(
                        &rule,
                        nearest_of.entry(rule.clone()).or_insert_with(|| nearest(&rule, all)).clone(),
                    )
                } else if !has_reason {
                    no_reason()
                } else if refused {
                    not_for_errors(&rule)
                } else if !quiet && known == Known::All {
                    stale(&rule)
                } else {
                    continue;
                }
            };
            findings.push(fault(words));
        }
    }
    let at = Cell::new(0);
    report.retain(|_| !found.silenced[at.replace(at.get() + 1)]);
    for finding in findings {
        report.push(finding);
    }
}

/// The findings of a report by their line.
struct Found {
    by_line: BTreeMap<usize, Vec<(usize, Cow<'static, str>, bool)>>,
    silenced: Vec<bool>,
}

impl Found {
    fn of(source: &SourceFile, report: &Report) -> Self {
        let mut by_line: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (at, finding) in report.iter().enumerate() {
            if let Some((_, span)) = &finding.place {
                let grave = finding.severity() < Severity::Warning;
                by_line.entry(source.line(span.start)).or_default().push((at, finding.rule(), grave));
            }
        }
        Self { by_line, silenced: vec![false; report.iter().count()] }
    }

    /// Silences a rule on these lines; whether anything was, and whether there
    /// is an error among them.
    fn silence(&mut self, rule: &str, lines: &RangeInclusive<usize>, has_reason: bool) -> (bool, bool) {
        let (mut any, mut refused) = (false, false);
        for (at, own, grave) in self.by_line.range(lines.clone()).flat_map(|(_, all)| all) {
            if own.eq_ignore_ascii_case(rule) {
                refused |= *grave;
                any |= has_reason
                    && !*grave
                    && !std::mem::replace(&mut self.silenced[*at], has_reason && !*grave);
            }
        }
        (any, refused)
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

/// The comments of the file that ask for silence, or seem to.
fn silences(source: &SourceFile, tree: &Node) -> Vec<Silence> {
    let mut values = Vec::new();
    tree.scalars(&mut |node, _| values.push(node.span));
    values.sort();
    let ends = Ends::of(source, &values);
    let mut found = Vec::new();
    let (mut start, mut line) = (0, 0);
    // Comments of their own lines that wait for the next line of content.
    let mut waiting = Vec::new();
    for written in source.text().split_inclusive('\n') {
        line += 1;
        let text = written.trim_end();
        let comment = text.match_indices('#').map(|(at, _)| start + at).find(|hash| {
            let before = values.partition_point(|span| span.start <= *hash);
            before == 0 || values[before - 1].end <= *hash
        });
        let content = text[..comment.map_or(text.len(), |hash| hash - start)].trim();
        if !content.is_empty() {
            for (span, said) in waiting.drain(..) {
                found.push(Silence { span, said, lines: ends.from(text, line) });
            }
        }
        if let Some((hash, said)) = comment.and_then(|hash| Some((hash, asked(&text[hash + 1 - start..])?))) {
            let span = Span::new(hash, start + text.len());
            if content.is_empty() {
                waiting.push((span, said));
            } else {
                found.push(Silence { span, said, lines: ends.from(text, line) });
            }
        }
        start += written.len();
    }
    found.extend(waiting.into_iter().map(|(span, said)| Silence { span, said, lines: line + 1..=line + 1 }));
    found
}

/// The last line of the values that begin on each line.
struct Ends(BTreeMap<usize, usize>);

impl Ends {
    fn of(source: &SourceFile, values: &[Span]) -> Self {
        let mut ends = BTreeMap::new();
        for span in values {
            let (first, last) = (source.line(span.start), source.line(span.end.saturating_sub(1)));
            let end = ends.entry(first).or_insert(last);
            *end = last.max(*end);
        }
        Self(ends)
    }

    /// From a line to the end of what begins on it: a value may go on for many.
    fn from(&self, text: &str, line: usize) -> RangeInclusive<usize> {
        // The text after a bar begins on the next line.
        let bar = text.rsplit(':').next().is_some_and(|rest| rest.trim_start().starts_with(['|', '>']));
        let next = if bar { line + 1 } else { line };
        let last = self.0.range(line..=next).map(|(_, last)| *last).max();
        line..=last.unwrap_or(line).max(line)
    }
}
