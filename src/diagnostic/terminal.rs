//! In: a report. Out: text for a terminal, each finding with the line of the
//! user's file and a mark under the fault.

use std::ops::Range;

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
        let message = finding.message(self.lang);
        let level = match message.severity {
            Severity::Environment | Severity::Error => Level::ERROR.with_name(self.lang.pick("lỗi", "error")),
            Severity::Warning => Level::WARNING.with_name(self.lang.pick("cảnh báo", "warning")),
            Severity::Info => Level::INFO.with_name(self.lang.pick("lưu ý", "remark")),
        };
        let headline = harmless(&message.headline);
        let file = finding.file.as_deref().map(harmless);
        let shown = finding.place.as_ref().map(|(source, span)| Line::of(source, *span));
        let other = finding.other.as_ref().map(|other| Line::of(&other.source, other.span));
        let label =
            finding.other.as_ref().map(|other| harmless(self.lang.pick(&other.label[0], &other.label[1])));
        let mut group = Group::with_title(level.primary_title(headline).id(message.rule));
        if let Some(line) = &shown {
            group = group.element(line.snippet(AnnotationKind::Primary, None));
            if let Some(line) = &other {
                group = group.element(line.snippet(AnnotationKind::Context, label.as_deref()));
            }
        } else if let Some(file) = &file {
            group = group.element(Origin::path(file.as_str()));
        }
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.decor_style(DecorStyle::Ascii);
        let hint_name = self.lang.pick("gợi ý", "hint");
        if finding.file.is_none() {
            // Without a file there is nothing to hang the hint on.
            return format!("{}\n  = {hint_name}: {}\n", renderer.render(&[group]), message.hint);
        }
        group = group.element(Level::HELP.with_name(hint_name).message(message.hint));
        renderer.render(&[group]) + "\n"
    }
}

/// The one line of a file that a mark stands under, with nothing in it that a
/// terminal would obey.
struct Line {
    file: String,
    number: usize,
    text: String,
    mark: Range<usize>,
}

impl Line {
    /// The mark is kept on one line and at least one character wide, so that a
    /// fault in a long block shows its first line instead of all of them.
    fn of(source: &SourceFile, span: Span) -> Self {
        let text = source.text();
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let Range { start: from, end: until } = source.line_range(start);
        let start = start.min(until);
        let next = text[start..until].chars().next().map_or(start, |c| start + c.len_utf8());
        let end = text.floor_char_boundary(span.end.clamp(start, until)).max(next);
        let [before, marked, after] = [from..start, start..end, end..until].map(|part| harmless(&text[part]));
        let mark = before.len()..before.len() + marked.len();
        let text = before + &marked + &after;
        Self { file: harmless(source.name()), number: source.line(start), text, mark }
    }

    fn snippet<'a>(&'a self, kind: AnnotationKind, label: Option<&'a str>) -> Snippet<'a, Annotation<'a>> {
        let mark = kind.span(self.mark.clone());
        Snippet::source(self.text.as_str()).line_start(self.number).path(self.file.as_str()).annotation(
            match label {
                Some(label) => mark.label(label),
                None => mark,
            },
        )
    }
}

/// Text in which every sign that a terminal obeys, or takes for a line break,
/// and every space that it draws in another width, is a plain one.
fn harmless(text: &str) -> String {
    let plain = |c: char| match c {
        '\t' => c,
        '\u{3000}' => ' ',
        // Signs of their own stand for these.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(c),
        c if c.is_control()
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
        {
            char::REPLACEMENT_CHARACTER
        }
        c => c,
    };
    text.chars().map(plain).collect()
}
