//! In: findings. Out: the forms that other tools read: SARIF 2.1.0 and the
//! annotations of GitHub.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::{Value, json};

use super::json::{Finding, Level, Place};

/// A SARIF log of one run.
#[must_use]
pub fn sarif(findings: &[Finding]) -> Value {
    let rules: BTreeSet<_> = findings.iter().map(|finding| finding.rule.as_str()).collect();
    let result = |finding: &Finding| {
        let mut result = json!({
            "ruleId": finding.rule,
            "level": match finding.severity {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Info => "note",
            },
            "message": { "text": text(finding) },
        });
        if let Some(file) = &finding.file {
            result["locations"] = json!([{ "physicalLocation": location(file, &finding.place) }]);
        }
        if let Some(other) = &finding.other {
            result["relatedLocations"] = json!([{
                "message": { "text": other.label },
                "physicalLocation": location(&other.file, &other.place),
            }]);
        }
        result
    };
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "columnKind": "unicodeCodePoints",
            "tool": { "driver": {
                "name": "vankien",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| json!({ "id": rule })).collect::<Vec<_>>(),
            } },
            "results": findings.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}

fn location(file: &str, place: &Place) -> Value {
    let mut location = json!({ "artifactLocation": { "uri": uri(file) } });
    if let Place { line: Some(line), column, end_line, end_column } = place {
        location["region"] = json!({
            "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
        });
    }
    location
}

/// A relative path as a URI: whatever is not plain is written as its bytes.
fn uri(path: &str) -> String {
    path.bytes().fold(String::new(), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(byte.into());
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}

/// One workflow command of GitHub a line.
#[must_use]
pub fn github(findings: &[Finding]) -> String {
    let line = |finding: &Finding| {
        let level = match finding.severity {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Info => "notice",
        };
        let Place { line, column, end_line, end_column } = finding.place;
        let number = |name: &str, number: Option<usize>| number.map(|number| format!("{name}={number}"));
        let properties = [
            finding.file.as_ref().map(|file| format!("file={}", property(file))),
            number("line", line),
            number("col", column),
            number("endLine", end_line),
            number("endColumn", end_column),
            Some(format!("title={}", property(&finding.rule))),
        ];
        let properties: Vec<_> = properties.into_iter().flatten().collect();
        format!("::{level} {}::{}\n", properties.join(","), escaped(&text(finding)))
    };
    findings.iter().map(line).collect()
}

fn text(finding: &Finding) -> String {
    format!("{}\n{}", finding.message, finding.hint)
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
