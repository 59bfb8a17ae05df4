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
    /// joins them, items and headings run together, and a heading of `#` beside
    /// one line is a comment.
    pub(super) fn lines_of_prose(&mut self, node: &Node) {
        let written = &self.source.text()[node.span.start..node.span.end];
        let joined = !matches!(node.value, Value::Scalar { style: Style::Literal, .. });
        let plain = matches!(node.value, Value::Scalar { style: Style::Plain, .. });
        let key = self.key_above(node.span.start);
        let written = written.trim_end();
        let heading = || key.is_some() && self.is_beside_heading(node.span.start, written);
        if joined && (written.contains('\n') || plain && heading()) {
            self.fault(key.unwrap_or(node.span), FormFault::ProseNeedsBar);
        }
    }

    /// The `noi_dung:` above prose without its bar that YAML read as keys, for its colon: `Ban
    /// Thường vụ thông báo như sau:`, `- Việc một: làm ngay`.
    pub(super) fn prose_read_as_keys(&self, node: &Node) -> Option<Span> {
        let (entries, is_list) = match &node.value {
            Value::Map(entries) => (entries, false),
            Value::List(items) => match &items.first()?.value {
                Value::Map(entries) => (entries, true),
                _ => return None,
            },
            Value::Scalar { .. } => return None,
        };
        let (key, span, _) = entries.first()?;
        let is_prose = key.contains(' ') && key.starts_with(char::is_uppercase) && !self.is_key(key);
        let line = &self.source.text()[..span.start];
        let dash = if is_list { line.strip_suffix("- ")?.len() } else { span.start };
        is_prose.then(|| self.key_above(dash))?
    }

    /// The key whose value begins here, on a line of its own.
    fn key_above(&self, at: usize) -> Option<Span> {
        let text = self.source.text();
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let own = at - start;
        if !text[start..at].trim_matches(' ').is_empty() {
            return None;
        }
        let is_read = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
        let line = text[..start].lines().rev().find(is_read)?;
        let name = line.trim_start_matches([' ', '-']).trim_end();
        let begin = name.as_ptr() as usize - text.as_ptr() as usize;
        let is_above = line.len() - line.trim_start_matches(' ').len() <= own;
        (is_above && name.ends_with(':')).then(|| Span::new(begin, begin + name.len()))
    }

    /// Whether a comment stands before or after a value as its headings would: `# TÌNH HÌNH`,
    /// `## Thuận lợi`. What is said to other people, or silences a rule, is in small letters.
    fn is_beside_heading(&self, start: usize, written: &str) -> bool {
        let text = self.source.text();
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let indent = &text[line_start..start];
        let is_comment = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
        let is_heading = |line: &str| {
            let heading = line.strip_prefix(indent).unwrap_or_default();
            let shouted =
                |text: &str| !text.contains(char::is_lowercase) && text.contains(char::is_uppercase);
            heading.starts_with("## ") || heading.strip_prefix("# ").is_some_and(shouted)
        };
        let before = text[..line_start].lines().rev().take_while(is_comment);
        let after = text[start + written.len()..].lines().skip(1).take_while(is_comment);
        before.chain(after).any(is_heading)
    }
}
