//! In: YAML text. Out: its values as a tree that keeps the place of each. The
//! only user of the marked parser.
//!
//! Anchors, aliases and tags are refused: an office has no use for them, an
//! asterisk at the start of a value is nearly always meant as italics, and
//! without aliases no small file can grow into a large one.

use std::collections::HashMap;
use std::sync::Arc;

use super::node::{Node, Style, Value};
use super::{depth, slip};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, StrInput};

use crate::diagnostic::{Diagnostic, Fault, FileFault, FormFault, Report, Shape, YamlProblem};
use crate::source::{SourceFile, Span};

/// How a comment to this program begins, behind its `#`.
pub(crate) const COMMENT: &str = "vankien:";

/// Deeper than any outline; it bounds the recursion.
const DEPTH_LIMIT: usize = 40;

/// More than the longest table of an office; it bounds time and memory.
const VALUE_LIMIT: usize = 200_000;

/// Reads the one document of a file.
pub(super) fn parse(source: &Arc<SourceFile>, report: &mut Report) -> Option<Node> {
    let mut builder = Builder::new(source);
    match builder.document() {
        Ok(node) => {
            report.extend(builder.findings);
            if node.is_none() {
                report.push(Diagnostic::in_file(source.name(), FileFault::Empty));
            }
            node
        }
        Err(finding) => {
            report.extend(builder.findings);
            report.push(finding);
            None
        }
    }
}

struct Builder<'a> {
    source: &'a Arc<SourceFile>,
    parser: Parser<'a, StrInput<'a>>,
    /// Byte offset of each character: the parser counts characters.
    offsets: Vec<usize>,
    findings: Report,
    /// How many values were read.
    values: usize,
}

impl<'a> Builder<'a> {
    fn new(source: &'a Arc<SourceFile>) -> Self {
        let text = source.text();
        Self {
            source,
            parser: Parser::new_from_str(text),
            offsets: text.char_indices().map(|(at, _)| at).collect(),
            findings: Report::default(),
            values: 0,
        }
    }

    fn fault(&self, span: Span, fault: impl Into<Fault>) -> Diagnostic {
        Diagnostic::at(self.source, span, fault)
    }

    fn byte(&self, character: usize) -> usize {
        self.offsets.get(character).copied().unwrap_or(self.source.text().len())
    }

    fn next(&mut self) -> Result<(Event<'a>, Span), Diagnostic> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                let span = Span::new(self.byte(span.start.index()), self.byte(span.end.index()));
                Ok((event, span))
            }
            Some(Err(error)) => Err(self.syntax(&error)),
            None => Ok((Event::StreamEnd, Span::new(self.source.text().len(), self.source.text().len()))),
        }
    }

    fn document(&mut self) -> Result<Option<Node>, Diagnostic> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::DocumentStart(_) if root.is_some() => {
                    return Err(self.fault(span, FileFault::SeveralDocuments));
                }
                Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
                event => {
                    let node = self.node(event, span, 0)?;
                    // A file of comments only is one empty scalar.
                    let empty = matches!(&node.value, Value::Scalar { text, style: Style::Plain } if text.is_empty() || text == "~");
                    root = (!empty).then_some(node);
                }
            }
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, Diagnostic> {
        if depth > DEPTH_LIMIT {
            return Err(self.fault(span, FileFault::TooDeep { limit: DEPTH_LIMIT }));
        }
        self.values += 1;
        if self.values > VALUE_LIMIT {
            return Err(self.fault(span, FileFault::TooManyValues { limit: VALUE_LIMIT }));
        }
        if let Event::Scalar(.., Some(_))
        | Event::SequenceStart(_, Some(_))
        | Event::MappingStart(_, Some(_)) = &event
        {
            return Err(self.fault(span, FileFault::Tag));
        }
        match event {
            Event::Scalar(text, style, 0, None) => {
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::Literal => Style::Literal,
                    ScalarStyle::Folded => Style::Folded,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                };
                if style == Style::Plain {
                    self.cut_by_hash(span);
                }
                Ok(Node { span, value: Value::Scalar { text: text.into_owned(), style } })
            }
            Event::SequenceStart(0, None) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, end) => {
                            return Ok(self.collection(span, end, Value::List(items)));
                        }
                        (event, span) => items.push(self.node(event, span, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(0, None) => {
                let mut entries: Vec<(String, Span, Node)> = Vec::new();
                let mut known: HashMap<String, Span> = HashMap::new();
                loop {
                    let (event, key_span) = self.next()?;
                    if event == Event::MappingEnd {
                        return Ok(self.collection(span, key_span, Value::Map(entries)));
                    }
                    // `{{ han }} …` without quotes is a mapping inside a mapping.
                    if self.source.text()[span.start..].starts_with("{{") {
                        return Err(
                            self.fault(span, FileFault::YamlSyntax { problem: YamlProblem::Reserved })
                        );
                    }
                    let Value::Scalar { text: key, .. } = self.node(event, key_span, depth + 1)?.value else {
                        let fault = FormFault::WrongType { expected: vec![Shape::Text], found: Shape::List };
                        return Err(self.fault(key_span, fault));
                    };
                    if let Some(first) = known.get(&key) {
                        let first_line = self.source.line(first.start);
                        let fault = FileFault::DuplicateKey { key: key.clone(), first_line };
                        let finding = self.fault(key_span, fault);
                        self.findings.push(finding.against(
                            self.source,
                            *first,
                            ["mục đã có", "the first one"],
                        ));
                    }
                    known.entry(key.clone()).or_insert(key_span);
                    let (event, span) = self.next()?;
                    let mut value = self.node(event, span, depth + 1)?;
                    // A value left out has no place of its own; its key is the place.
                    if value.span.start == value.span.end {
                        value.span = key_span;
                    }
                    entries.push((key, key_span, value));
                }
            }
            _ => Err(self.fault(span, FileFault::Alias)),
        }
    }

    fn collection(&self, start: Span, end: Span, value: Value) -> Node {
        let text = &self.source.text()[start.start..end.end.max(start.start)];
        Node { span: Span::new(start.start, start.start + text.trim_end().len()), value }
    }

    /// One space before `#` ends an unquoted value and drops the rest of the
    /// line; two spaces are how people write a comment on purpose, a comment to this
    /// program is one, and a comment after a number or a date loses nothing.
    fn cut_by_hash(&mut self, span: Span) {
        let rest = &self.source.text()[span.end..];
        let line = rest.lines().next().unwrap_or_default();
        let words = self.source.text()[span.start..span.end].contains(char::is_alphabetic);
        let hash = line.strip_prefix(" #").filter(|said| !said.trim_start().starts_with(COMMENT));
        if hash.is_some() && words {
            let hash = Span::new(span.end + 1, span.end + line.trim_end().len());
            self.findings.push(self.fault(hash, FileFault::CutByHash));
        }
    }

    fn syntax(&self, error: &ScanError) -> Diagnostic {
        let text = self.source.text();
        let info = error.info();
        let mut at = self.byte(error.marker().index());
        // The scanner runs ahead and has a limit of its own.
        if info.contains("recursion limit") {
            return self.fault(Span::new(at, at), FileFault::TooDeep { limit: DEPTH_LIMIT });
        }
        // A tab is noticed only after the line break before it.
        let next_line = text[at..].find('\n').map(|end| at + end + 1);
        if let Some(next) = next_line.filter(|&next| text[next..].trim_start_matches(' ').starts_with('\t')) {
            at = next;
        }
        let problem = |span: Span, problem: YamlProblem| self.fault(span, FileFault::YamlSyntax { problem });
        if let Some(span) = slip::conflict(text) {
            return problem(span, YamlProblem::Conflict);
        }
        if let Some(span) = odd_indent(&text[..at]) {
            return problem(span, YamlProblem::OddSpace);
        }
        let here = Span::new(at, at);
        let line_start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let line = text[line_start..].lines().next().unwrap_or_default();
        let value =
            line.split_once(": ").map_or(line, |(_, value)| value).trim_start().trim_start_matches("- ");
        if line[..line.len() - line.trim_start().len()].contains('\t') || info.contains("tab") {
            return problem(here, YamlProblem::Tab);
        }
        if let Some(own) = slip::odd_escape(&text[at..]).filter(|_| info.contains("quoted")) {
            let written = text[at..][own.clone()].into();
            return problem(Span::new(at + own.start, at + own.end), YamlProblem::Escape { written });
        }
        if info.contains("quoted") {
            return problem(here, YamlProblem::Quote);
        }
        if value.starts_with(['*', '&']) {
            return self.fault(here, FileFault::Alias);
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
            return problem(span, slip).against(self.source, set, label);
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
