//! In: a report. Out: text for a terminal, each finding with the line of the
//! user's file and a mark under the fault.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Lang, Report, Severity};
use crate::source::{SourceFile, Span};

/// How findings are shown on a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// The language of the messages.
    pub lang: Lang,
    /// Whether colours may be used.
    pub colour: bool,
}

impl Terminal {
    /// All findings, one block each, an empty line between them.
    #[must_use]
    pub fn render(self, report: &Report) -> String {
        report.sorted().into_iter().map(|finding| self.finding(finding) + "\n").collect()
    }

    fn finding(self, finding: &Diagnostic) -> String {
        let message = finding.fault.message(self.lang);
        let level = match message.severity {
            Severity::Environment | Severity::Error => Level::ERROR.with_name(self.lang.pick("lỗi", "error")),
            Severity::Warning => Level::WARNING.with_name(self.lang.pick("cảnh báo", "warning")),
            Severity::Info => Level::INFO.with_name(self.lang.pick("lưu ý", "remark")),
        };
        let mut group = Group::with_title(level.primary_title(message.headline).id(message.rule));
        if let Some((source, span)) = &finding.place {
            group = group.element(snippet(source, *span, AnnotationKind::Primary, None));
            if let Some(other) = &finding.other {
                let [vi, en] = &other.label;
                let label = self.lang.pick(vi.as_str(), en.as_str());
                group =
                    group.element(snippet(&other.source, other.span, AnnotationKind::Context, Some(label)));
            }
        } else if let Some(file) = &finding.file {
            group = group.element(Origin::path(file.as_str()));
        }
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.decor_style(DecorStyle::Ascii);
        let hint_name = self.lang.pick("gợi ý", "hint");
        if finding.file.is_none() {
            // Without a file there is nothing to hang the hint on.
            let hint = message.hint.map_or_else(String::new, |hint| format!("  = {hint_name}: {hint}\n"));
            return renderer.render(&[group]) + "\n" + &hint;
        }
        if let Some(hint) = message.hint {
            group = group.element(Level::HELP.with_name(hint_name).message(hint));
        }
        renderer.render(&[group]) + "\n"
    }
}

/// The one line of the file that a mark stands under.
fn snippet<'a>(
    source: &'a SourceFile,
    span: Span,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Snippet<'a, Annotation<'a>> {
    let text = source.text();
    let (start, end) = visible(text, span.start, span.end);
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let until = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let mark = kind.span(start - from..end - from);
    Snippet::source(&text[from..until])
        .line_start(source.line_column(start).0)
        .path(source.name())
        .annotation(match label {
            Some(label) => mark.label(label),
            None => mark,
        })
}

/// Keeps a mark on one line and at least one character wide, so that a fault in
/// a long block shows its first line instead of all of them.
fn visible(text: &str, start: usize, end: usize) -> (usize, usize) {
    let start = text.floor_char_boundary(start.min(text.len()));
    let end = text.floor_char_boundary(end.clamp(start, text.len()));
    let line = text[start..end].find('\n').map_or(end, |at| start + at);
    let line = text[..line].trim_end_matches('\r').len().max(start);
    let next = text[start..].chars().next().filter(|&c| c != '\n').map_or(start, |c| start + c.len_utf8());
    (start, line.max(next))
}
