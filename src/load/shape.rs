//! In: a tree and the JSON Schema of its record's Rust type. Out: every fault of
//! form, each at its place: unknown and missing keys, wrong types, empty values,
//! dates and numbers that cannot be read.

use std::sync::Arc;

use serde_json::Value as Json;

use super::node::{Node, Style, Value};
use super::schema::{fits, has_type, kind_of_text, range, shape_of, shapes};
use super::slip;
use crate::diagnostic::{Diagnostic, Fault, FileFault, FormFault, Report, Shape, YamlProblem};
use crate::source::{SourceFile, Span};
use crate::values;

/// Checks `tree` against `schema`.
pub(super) fn check(schema: &Json, tree: &Node, source: &Arc<SourceFile>, report: &mut Report) {
    let mut checker = Checker { root: schema, definitions: &schema["$defs"], source, report };
    checker.node(schema, tree);
}

pub(super) struct Checker<'a> {
    root: &'a Json,
    definitions: &'a Json,
    pub(super) source: &'a Arc<SourceFile>,
    pub(super) report: &'a mut Report,
}

impl<'a> Checker<'a> {
    pub(super) fn fault(&mut self, span: Span, fault: impl Into<Fault>) {
        self.report.push(Diagnostic::at(self.source, span, fault));
    }

    fn node(&mut self, schema: &'a Json, node: &Node) {
        let choices = self.choices(schema);
        let found = shape_of(node);
        let is_prose = choices.iter().any(|choice| choice["format"] == values::format::PROSE);
        if let Some(key) = Some(node).filter(|_| is_prose).and_then(|node| self.prose_read_as_keys(node)) {
            return self.fault(key, FormFault::ProseNeedsBar);
        }
        let may_be_empty = choices.iter().any(|choice| has_type(choice, "null"));
        let fitting: Vec<_> = choices.iter().copied().filter(|choice| fits(choice, node)).collect();
        match (fitting.as_slice(), &node.value) {
            ([], Value::Scalar { text, .. }) if text.trim().is_empty() => {
                self.fault(node.span, FormFault::Blank);
            }
            // A date or a number has its own message for what cannot be read.
            ([], Value::Scalar { text, .. })
                if choices.iter().any(|choice| kind_of_text(choice).is_some()) =>
            {
                let kind = choices.iter().find_map(|choice| kind_of_text(choice)).unwrap_or_default();
                match values::check(kind, text).pop() {
                    Some((_, fault)) => self.fault(node.span, fault),
                    None if kind == values::format::SYMBOL && found == Shape::Number => {
                        self.fault(node.span, FormFault::BareNumber { value: text.clone() });
                    }
                    None => self.fault(node.span, FormFault::NotText { found, value: text.clone() }),
                }
            }
            ([], Value::Scalar { text, style: Style::Plain })
                if found != Shape::Text && choices.iter().any(|c| has_type(c, "string")) =>
            {
                self.fault(node.span, FormFault::NotText { found, value: text.clone() });
            }
            ([], Value::Scalar { text, .. })
                if found == Shape::Number
                    && let Some(choice) = choices.iter().find(|choice| has_type(choice, "integer")) =>
            {
                let (least, most) = range(choice).into_inner();
                self.fault(node.span, FormFault::OutOfRange { number: text.clone(), least, most });
            }
            ([], Value::Map(entries))
                if choices.iter().all(|choice| has_type(choice, "string") || has_type(choice, "null"))
                    && entries.first().is_some_and(|(key, ..)| self.is_key(key)) =>
            {
                let key = entries.first().map(|(key, ..)| key.clone()).unwrap_or_default();
                self.fault(head(node), FormFault::KeysForText { key });
            }
            ([], _) => {
                if let Some((span, problem)) = self.slip(node) {
                    return self.fault(span, FileFault::YamlSyntax { problem });
                }
                let mut expected: Vec<_> = choices.iter().flat_map(|choice| shapes(choice)).collect();
                expected.dedup();
                self.fault(head(node), FormFault::WrongType { expected, found });
            }
            ([one], Value::Scalar { text, style })
                if text.trim().is_empty() && may_be_empty && !has_type(one, "null") =>
            {
                // `so: ""` is no number; a key left out has none.
                if *style != Style::Plain && kind_of_text(one).is_some() {
                    self.fault(node.span, FormFault::Blank);
                }
            }
            // `- Quy định số: 102-QĐ/TW` is a text with a colon, no group of that name.
            ([_, ..], Value::Map(entries))
                if choices.iter().any(|choice| has_type(choice, "string"))
                    && matches!(&entries[..], [(key, ..)] if key.contains(' ') && !self.is_key(key)) =>
            {
                self.fault(head(node), FormFault::WrongType { expected: vec![Shape::Text], found });
            }
            ([one], _) => self.fitting(one, node),
            (several, Value::Map(entries)) => self.one_of_keys(several, entries, node),
            (several, Value::Scalar { text, .. }) => self.one_of_words(several, text, node),
            (several, _) => self.fitting(several[0], node),
        }
    }

    /// Words where keys or entries are expected, because a colon or a dash lacks
    /// its space: `- doan:Một đoạn`.
    fn slip(&self, node: &Node) -> Option<(Span, YamlProblem)> {
        let Value::Scalar { style: Style::Plain, .. } = &node.value else { return None };
        let line = self.source.line_range(node.span.start);
        let (range, problem) = slip::in_line(&self.source.text()[line.clone()])?;
        let span = Span::new(line.start + range.start, line.start + range.end);
        (span.start >= node.span.start).then_some((span, problem))
    }

    /// The schemas a value may follow, references and alternatives resolved.
    fn choices(&self, schema: &'a Json) -> Vec<&'a Json> {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.choices(&self.definitions[name]);
        }
        match schema["anyOf"].as_array().or_else(|| schema["oneOf"].as_array()) {
            Some(all) => all.iter().flat_map(|choice| self.choices(choice)).collect(),
            None => vec![schema],
        }
    }

    /// Whether any record has a key of this name.
    pub(super) fn is_key(&self, name: &str) -> bool {
        let records =
            self.definitions.as_object().into_iter().flat_map(|all| all.values()).chain([self.root]);
        records.filter_map(|record| record["properties"].as_object()).any(|keys| keys.contains_key(name))
    }

    fn fitting(&mut self, schema: &'a Json, node: &Node) {
        match &node.value {
            Value::Map(entries) => self.map(schema, entries, node),
            Value::List(items) => {
                if items.is_empty() && schema["minItems"].as_u64().is_some_and(|least| least > 0) {
                    self.fault(node.span, FormFault::Blank);
                }
                for item in items {
                    self.node(&schema["items"], item);
                }
            }
            Value::Scalar { text, .. } if has_type(schema, "string") => {
                self.joined_lines(node);
                if text.trim().is_empty() {
                    self.fault(node.span, FormFault::Blank);
                } else if let Some(kind) = schema["format"].as_str() {
                    if kind == values::format::PROSE {
                        self.lines_of_prose(node);
                    }
                    for (range, fault) in values::check(kind, text) {
                        self.fault(node.place_in(self.source, &range), fault);
                    }
                } else {
                    self.one_of_words(&[schema], text, node);
                }
            }
            Value::Scalar { .. } => {}
        }
    }

    fn map(&mut self, schema: &'a Json, entries: &[(String, Span, Node)], node: &Node) {
        let empty = serde_json::Map::new();
        let known = schema["properties"].as_object().unwrap_or(&empty);
        let mut meant = Vec::new();
        for (key, span, value) in entries {
            if known.get(key).is_some() {
                self.node(&schema["properties"][key], value);
            } else if self.after_comma(key, *span) {
                // Told; under open keys too: `{TC4: 8,5}` is not eight.
            } else if schema["additionalProperties"].is_object() {
                self.node(&schema["additionalProperties"], value);
            } else {
                let known: Vec<_> = known.keys().map(String::as_str).collect();
                meant.extend(self.unknown(key, *span, &known));
            }
        }
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str) {
            // A misspelt key is one fault, not two.
            if !entries.iter().any(|(own, ..)| own == key) && !meant.iter().any(|own| own == key) {
                self.fault(head(node), FormFault::MissingKey { key: key.into() });
            }
        }
    }

    /// Blocks: each alternative is a mapping with one key, which names it.
    fn one_of_keys(&mut self, choices: &[&'a Json], entries: &[(String, Span, Node)], node: &Node) {
        let [(key, span, value)] = entries else {
            if entries.iter().any(|(key, span, _)| self.after_comma(key, *span)) {
                return;
            }
            // Blocks are many; a few keys are sources to choose from.
            if choices.len() > SOURCES {
                // The second key is the one that does not belong there.
                let stray = entries.get(1).map_or_else(|| head(node), |(_, key, _)| *key);
                return self.fault(stray, FormFault::NotOneBlock);
            }
            let known = names(choices);
            let (one, others): (Vec<_>, Vec<_>) =
                entries.iter().partition(|(key, ..)| known.contains(&key.as_str()));
            // One is chosen; what else stands there is none.
            if let [entry] = one[..] {
                self.one_of_keys(choices, std::slice::from_ref(entry), node);
                for (key, span, _) in others {
                    self.unknown(key, *span, &known);
                }
                return;
            }
            return self.fault(head(node), FormFault::NotOneSource { known: known.join(", ") });
        };
        if let Some(schema) = choices.iter().find_map(|choice| choice["properties"].get(key)) {
            self.node(schema, value);
        } else {
            let known = names(choices);
            self.unknown(key, *span, &known);
        }
    }

    /// Whether this is no key but the rest of a value: in braces a comma ends a
    /// value, `{ten: Họ, tên}`, and what follows has no colon.
    fn after_comma(&mut self, key: &str, span: Span) -> bool {
        let text = self.source.text();
        let ends = text.get(span.end..).is_some_and(|rest| rest.trim_start().starts_with([',', '}']));
        let begins = text.get(..span.start).is_some_and(|lead| lead.trim_end().ends_with(','));
        if ends && begins {
            let problem = YamlProblem::Comma { rest: key.into() };
            self.fault(span, FileFault::YamlSyntax { problem });
        }
        ends && begins
    }

    /// Fixed words, if the schema lists any.
    fn one_of_words(&mut self, choices: &[&'a Json], text: &str, node: &Node) {
        let words: Vec<_> = choices
            .iter()
            .flat_map(|choice| choice["enum"].as_array().into_iter().flatten().chain([&choice["const"]]))
            .filter_map(Json::as_str)
            .collect();
        if !words.is_empty() && !words.contains(&text) {
            let nearest = values::nearest(text, words.iter().copied());
            let fault = FormFault::UnknownWord { word: text.into(), nearest, known: words.join(", ") };
            self.fault(node.span, fault);
        }
    }

    /// Reports a name that is not known; returns the one that was probably meant.
    fn unknown(&mut self, key: &str, span: Span, known: &[&str]) -> Option<String> {
        // To look for the nearest name takes time.
        if self.report.is_full() {
            return None;
        }
        if let Some(name) = slip::key_before_colon(key) {
            let colon = Span::new(span.start + name.len(), span.start + name.len() + 1);
            let problem = YamlProblem::NoSpaceAfterColon { key: name.into() };
            self.fault(colon, FileFault::YamlSyntax { problem });
            return Some(name.into());
        }
        if key.trim_start() != key {
            let odd = Span::new(span.start, span.start + (key.len() - key.trim_start().len()));
            self.fault(odd, FileFault::YamlSyntax { problem: YamlProblem::OddSpace });
            return Some(key.trim().into());
        }
        let nearest = values::nearest(key, known.iter().copied());
        let fault =
            FormFault::UnknownKey { key: key.into(), nearest: nearest.clone(), known: known.join(", ") };
        self.fault(span, fault);
        nearest
    }
}

/// As many alternatives as a list may be kept in.
const SOURCES: usize = 3;

/// The keys that alternatives have.
fn names<'a>(choices: &[&'a Json]) -> Vec<&'a str> {
    let keys = choices.iter().filter_map(|choice| choice["properties"].as_object());
    keys.flat_map(|keys| keys.keys().map(String::as_str)).collect()
}

/// The place that shows where a list or a group of keys begins: its first line.
fn head(node: &Node) -> Span {
    match &node.value {
        Value::Map(entries) => entries.first().map_or(node.span, |(_, key, _)| *key),
        _ => node.span,
    }
}
