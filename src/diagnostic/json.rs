//! In: a report. Out: findings as plain records for other programs; their JSON
//! Schema comes from the types here.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Diagnostic, Lang, Report, Severity};
use crate::source::{SourceFile, Span};

/// Một điều tìm thấy: a finding.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Finding {
    /// Mã quy tắc: the stable id that `vankien rules` explains.
    pub rule: String,
    /// Mức độ: how grave it is.
    pub severity: Level,
    /// Điều sai: one line that stands alone.
    pub message: String,
    /// Gợi ý: what to do next.
    pub hint: String,
    /// Tệp: the file, relative to the workspace.
    pub file: Option<String>,
    /// Chỗ: where in the file; the fields are null without a place.
    #[serde(flatten)]
    pub place: Place,
    /// Chỗ kia: the second place, where two things disagree.
    pub other: Option<OtherPlace>,
}

/// Mức độ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Lỗi: the document is not printed.
    Error,
    /// Cảnh báo: someone should look.
    Warning,
    /// Lưu ý: worth knowing.
    Info,
}

/// Chỗ: counted from 1, columns in characters of form NFC.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Place {
    /// Dòng đầu.
    pub line: Option<usize>,
    /// Cột đầu.
    pub column: Option<usize>,
    /// Dòng cuối.
    pub end_line: Option<usize>,
    /// Cột cuối: one past the last character.
    pub end_column: Option<usize>,
}

/// Chỗ kia.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct OtherPlace {
    /// Tệp.
    pub file: String,
    /// Chỗ.
    #[serde(flatten)]
    pub place: Place,
    /// Nhãn: what stands there.
    pub label: String,
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Environment | Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Info => Self::Info,
        }
    }
}

impl Place {
    fn of(source: &SourceFile, span: Span) -> Self {
        let (start, end) = (source.line_column(span.start), source.line_column(span.end));
        Self { line: Some(start.0), column: Some(start.1), end_line: Some(end.0), end_column: Some(end.1) }
    }
}

impl Finding {
    fn new(finding: &Diagnostic, lang: Lang) -> Self {
        let message = finding.message(lang);
        let other = finding.other.as_ref().map(|other| {
            let [vi, en] = &other.label;
            OtherPlace {
                file: other.source.name().into(),
                place: Place::of(&other.source, other.span),
                label: lang.pick(vi, en).clone(),
            }
        });
        Self {
            rule: message.rule.into_owned(),
            severity: message.severity.into(),
            message: message.headline,
            hint: message.hint,
            file: finding.file.clone(),
            place: finding.place.as_ref().map(|(source, span)| Place::of(source, *span)).unwrap_or_default(),
            other,
        }
    }
}

/// The findings of a report by file and place.
#[must_use]
pub fn findings(report: &Report, lang: Lang) -> Vec<Finding> {
    report.sorted().into_iter().map(|finding| Finding::new(finding, lang)).collect()
}
