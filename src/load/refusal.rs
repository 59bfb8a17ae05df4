//! In: a file, and where and why the scanner of YAML refused it. Out: the finding in
//! the words of whoever wrote the file.

use std::sync::Arc;

use super::tree::DEPTH_LIMIT;
use super::{depth, slip};
use crate::diagnostic::{Diagnostic, FileFault, FormFault, YamlProblem};
use crate::source::{SourceFile, Span};

/// What to tell where the scanner stopped at this byte and said this.
pub(super) fn finding(source: &Arc<SourceFile>, mut at: usize, info: &str) -> Diagnostic {
    let text = source.text();
    let fault = |span: Span, fault: FileFault| Diagnostic::at(source, span, fault);
    // The scanner runs ahead and has a limit of its own.
    if info.contains("recursion limit") {
        return fault(Span::new(at, at), FileFault::TooDeep { limit: DEPTH_LIMIT });
    }
    // A tab is noticed only after the line break before it.
    let next_line = text[at..].find('\n').map(|end| at + end + 1);
    if let Some(next) = next_line.filter(|&next| text[next..].trim_start_matches(' ').starts_with('\t')) {
        at = next;
    }
    let problem = |span: Span, problem: YamlProblem| fault(span, FileFault::YamlSyntax { problem });
    if let Some(span) = slip::conflict(text) {
        return problem(span, YamlProblem::Conflict);
    }
    if let Some(span) = odd_indent(&text[..at]) {
        return problem(span, YamlProblem::OddSpace);
    }
    if let Some(span) = slip::prose_without_bar(text, at) {
        return Diagnostic::at(source, span, FormFault::ProseNeedsBar);
    }
    let here = Span::new(at, at);
    let line_start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let value = line.split_once(": ").map_or(line, |(_, value)| value).trim_start().trim_start_matches("- ");
    if line[..line.len() - line.trim_start().len()].contains('\t') || info.contains("tab") {
        return problem(here, YamlProblem::Tab);
    }
    if let Some(own) = slip::odd_escape(&text[at..]).filter(|_| info.contains("quoted")) {
        let written = text[at..][own.clone()].into();
        return problem(Span::new(at + own.start, at + own.end), YamlProblem::Escape { written });
    }
    if let Some((opening, closing)) = slip::unclosed_quote(text, at) {
        let label = ["dấu này bị đọc thành dấu đóng", "the mark that closes it by mistake"];
        return problem(opening, YamlProblem::Quote).against(source, closing, label);
    }
    if info.contains("quoted") {
        return problem(here, YamlProblem::Quote);
    }
    if value.starts_with(['*', '&']) {
        return fault(here, FileFault::Alias);
    }
    if let Some(own) = slip::bare_expression(line) {
        return problem(Span::new(line_start + own.start, line_start + own.end), YamlProblem::Expression);
    }
    let slip = slip::before(text, at);
    if let Some((span, slip)) = slip.clone().filter(|(_, slip)| *slip != YamlProblem::Indent) {
        return problem(span, slip);
    }
    if let Some((span, set, slip)) = depth::mismatch(text, at).filter(|_| slip.is_none()) {
        let label = ["dòng định mức thụt", "the line that set the depth"];
        return problem(span, slip).against(source, set, label);
    }
    if let Some((span, slip)) = slip {
        return problem(span, slip);
    }
    if value.starts_with(['@', '`', '%', '!', '|', '>', '[', '{', ']', '}', ',']) {
        return problem(here, YamlProblem::Reserved);
    }
    if info.contains("mapping values") || line.matches(": ").count() > 1 {
        return problem(here, YamlProblem::Colon);
    }
    if info.contains("simple key") || info.contains("block") || info.contains("indent") {
        return problem(here, YamlProblem::Indent);
    }
    problem(here, YamlProblem::Other { detail: info.into() })
}

/// The first space of another kind at the beginning of a line: it looks like
/// indentation and is a letter to YAML.
fn odd_indent(text: &str) -> Option<Span> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let odd = |c: char| !c.is_ascii() && c.is_whitespace();
        if let Some(own) = line[..indent].find(odd) {
            return Some(Span::new(at + own, at + indent));
        }
        at += line.len();
    }
    None
}
