//! In: a report. Out: a JSON array for other programs.

use serde_json::{Value, json};

use super::{Lang, Report, Severity};

/// One object a finding: `rule`, `severity` (`error`, `warning`), `message`,
/// `hint` (or null), `file` (or null), `line`, `column`, `end_line`,
/// `end_column` (counted from 1, in characters; null without a place).
#[must_use]
pub fn to_json(report: &Report, lang: Lang) -> Value {
    let one = |finding: &super::Diagnostic| {
        let message = finding.fault.message(lang);
        let place = finding
            .place
            .as_ref()
            .map(|(source, span)| (source.line_column(span.start), source.line_column(span.end)));
        json!({
            "rule": message.rule,
            "severity": match message.severity {
                Severity::Environment | Severity::Error => "error",
                Severity::Warning => "warning",
            },
            "message": message.headline,
            "hint": message.hint,
            "file": finding.file,
            "line": place.map(|(start, _)| start.0),
            "column": place.map(|(start, _)| start.1),
            "end_line": place.map(|(_, end)| end.0),
            "end_column": place.map(|(_, end)| end.1),
        })
    };
    report.sorted().into_iter().map(one).collect()
}
