//! In: a text as it is written. Out: faults where YAML takes lines for more of the
//! value above them that were meant otherwise.

use super::node::{Node, Style, Value};
use super::shape::Checker;
use crate::diagnostic::{Diagnostic, FormFault};
use crate::source::Span;

impl Checker<'_> {
    /// A line that begins like an entry or a key, but too far to the right, is
    /// taken for more of the value above it.
    pub(super) fn joined_lines(&mut self, node: &Node) {
        if let Value::Scalar { text, style: Style::Literal | Style::Folded } = &node.value {
            return self.keys_in_text(node, text);
        }
        let Value::Scalar { style: Style::Plain, .. } = &node.value else { return };
        let written = &self.source.text()[node.span.start..node.span.end];
        let mut at = node.span.start;
        for line in written.split_inclusive('\n') {
            let text = line.trim();
            let key = text.split([' ', ':']).next().unwrap_or_default();
            let meant = text.starts_with("- ") || (key.contains('_') && self.is_key(key));
            if at > node.span.start && meant {
                let start = at + (line.len() - line.trim_start().len());
                let place = Span::new(start, start + text.len());
                let finding = Diagnostic::at(self.source, place, FormFault::JoinedLine);
                let first =
                    Span::new(node.span.start, node.span.start + written.lines().next().map_or(0, str::len));
                self.report.push(finding.against(self.source, first, ["nối vào đây", "joined to this"]));
            }
            at += line.len();
        }
    }

    /// A key that stands too far right after a text with a bar is part of it.
    fn keys_in_text(&mut self, node: &Node, text: &str) {
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            let Some((key, rest)) = line.trim().split_once(':') else { continue };
            if self.is_key(key) && (rest.is_empty() || rest.starts_with(' ')) {
                let place = node.place_in(self.source, &(start..start + key.len()));
                self.fault(place, FormFault::KeyInText { key: key.into() });
            }
        }
    }

    /// Prose on several lines keeps them only after `|`; anywhere else YAML
    /// joins them, and items and headings run together.
    pub(super) fn lines_of_prose(&mut self, node: &Node) {
        let written = &self.source.text()[node.span.start..node.span.end];
        let joined = !matches!(node.value, Value::Scalar { style: Style::Literal, .. });
        if joined && written.trim_end().contains('\n') {
            self.fault(node.span, FormFault::ProseNeedsBar);
        }
    }
}
