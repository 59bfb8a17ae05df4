//! In: nothing but types. Out: YAML values that know where they were written.

use std::ops::Range;

use crate::source::{SourceFile, Span};

/// A value and its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// A YAML value.
#[derive(Debug, Clone)]
pub enum Value {
    /// A scalar: its text, and whether it stands without quotes.
    Scalar {
        /// The text, quotes and folding undone.
        text: String,
        /// How it is written.
        style: Style,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys with their places, and their values.
    Map(Vec<(String, Span, Node)>),
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes: YAML may read it as a number, a truth value or nothing.
    Plain,
    /// In quotes.
    Quoted,
    /// A block after `|`: its lines are kept.
    Literal,
    /// A block after `>`: its lines are joined.
    Folded,
}

impl Node {
    /// The value at this path, if it was written.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Self> {
        path.split('.').try_fold(self, Self::step)
    }

    /// The value under a key, or at an index.
    fn step(&self, step: &str) -> Option<&Self> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|(key, ..)| key == step).map(|(.., value)| value),
            Value::List(items) => step.parse::<usize>().ok().and_then(|at| items.get(at)),
            Value::Scalar { .. } => None,
        }
    }

    /// The place of the value at this path (keys and indexes joined by points),
    /// or of the nearest value around it.
    #[must_use]
    pub fn place_of(&self, path: &str) -> Span {
        let mut node = self;
        for step in path.split('.') {
            let Some(next) = node.step(step) else { break };
            node = next;
        }
        node.span
    }

    /// The one of these keys that is written at the greatest length.
    #[must_use]
    pub fn longest<'k>(&self, keys: &[&'k str]) -> &'k str {
        let length = |key: &str| match &self.value {
            Value::Map(entries) => {
                let value = entries.iter().find(|(own, ..)| own == key).map(|(.., value)| value.span);
                value.map_or(0, |span| span.end - span.start)
            }
            _ => 0,
        };
        // Of two as long as each other the first counts.
        keys.iter().rev().copied().max_by_key(|key| length(key)).unwrap_or_default()
    }

    /// How many entries a list has, or a group keys.
    #[must_use]
    pub fn entries(&self) -> usize {
        match &self.value {
            Value::Scalar { .. } => 0,
            Value::List(items) => items.len(),
            Value::Map(entries) => entries.len(),
        }
    }

    /// Moves every place by so many bytes.
    pub(super) fn shift(&mut self, by: usize) {
        let moved = |span: Span| Span::new(span.start + by, span.end + by);
        self.span = moved(self.span);
        match &mut self.value {
            Value::Scalar { .. } => {}
            Value::List(items) => items.iter_mut().for_each(|item| item.shift(by)),
            Value::Map(entries) => entries.iter_mut().for_each(|(_, span, value)| {
                *span = moved(*span);
                value.shift(by);
            }),
        }
    }

    /// Takes what stands at these places out of the tree; an empty list stays.
    pub(crate) fn take_out(&mut self, places: &[Span]) {
        if places.contains(&self.span) {
            self.value = Value::List(Vec::new());
            return;
        }
        match &mut self.value {
            Value::Scalar { .. } => {}
            Value::List(items) => items.iter_mut().for_each(|item| item.take_out(places)),
            Value::Map(entries) => entries.iter_mut().for_each(|(.., value)| value.take_out(places)),
        }
    }

    /// A group with one list, cut into groups with so many of its items each.
    pub(crate) fn cut(mut self, size: usize) -> Vec<Self> {
        let items = match &mut self.value {
            Value::Map(entries) => match &mut entries[..] {
                [(.., Self { value: Value::List(items), .. })] => std::mem::take(items),
                _ => return vec![self],
            },
            _ => return vec![self],
        };
        let mut items = items.into_iter().peekable();
        let mut parts = Vec::new();
        while items.peek().is_some() || parts.is_empty() {
            let mut part = self.clone();
            part.join(items.by_ref().take(size).collect());
            parts.push(part);
        }
        parts
    }

    /// Puts these behind the items of a group with one list.
    fn join(&mut self, more: Vec<Self>) {
        if let Value::Map(entries) = &mut self.value
            && let [(.., Self { value: Value::List(items), .. })] = &mut entries[..]
        {
            items.extend(more);
        }
    }

    /// Puts the items of another such group behind its own.
    pub(crate) fn absorb(&mut self, other: Self) {
        if let Value::Map(entries) = other.value {
            for (.., part) in entries {
                if let Value::List(items) = part.value {
                    self.join(items);
                }
            }
        }
    }

    /// The items of the list at this path; none where there is no list.
    #[must_use]
    pub fn items(&self, path: &str) -> &[Self] {
        match self.at(path).map(|node| &node.value) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    /// Calls `visit` with every scalar below, in order.
    pub fn scalars<'a>(&'a self, visit: &mut impl FnMut(&'a Self, &'a str)) {
        match &self.value {
            Value::Scalar { text, .. } => visit(self, text),
            Value::List(items) => items.iter().for_each(|item| item.scalars(visit)),
            Value::Map(entries) => entries.iter().for_each(|(.., value)| value.scalars(visit)),
        }
    }

    /// The place in the file of a byte range of this scalar's text. Quotes,
    /// indentation and folding only add white space or signs in front, so the
    /// visible characters are counted; where that fails (`\\n`, `\\u…`), the whole
    /// value is the place.
    #[must_use]
    pub fn place_in(&self, source: &SourceFile, range: &Range<usize>) -> Span {
        let Value::Scalar { text, style } = &self.value else { return self.span };
        let written = &source.text()[self.span.start..self.span.end];
        let quote = match style {
            // A cell of a sheet stands there as it is, without quotes.
            Style::Quoted if !source.is_sheet() => written.chars().next(),
            _ => None,
        };
        let header = match style {
            Style::Quoted => usize::from(quote.is_some()),
            _ if written.starts_with(['|', '>']) && !text.starts_with(['|', '>']) => {
                written.find('\n').map_or(0, |at| at + 1)
            }
            _ => 0,
        };
        let Some(inside) = written.get(header..) else { return self.span };
        let mut rest = inside.char_indices().peekable();
        let (mut start, mut end) = (None, None);
        for (at, c) in text.char_indices() {
            if folded(c) {
                continue;
            }
            while rest.next_if(|(_, own)| folded(*own)).is_some() {}
            let Some((first, mut own)) = rest.next() else { return self.span };
            let mut last = first;
            // `\"` in double quotes, `''` in single ones, are one sign of the text.
            let escaped = (quote == Some('"') && own == '\\') || (quote == Some('\'') && own == '\'');
            if escaped && let Some((next, sign)) = rest.next_if(|(_, sign)| *sign == c) {
                (last, own) = (next, sign);
            }
            if own != c {
                return self.span;
            }
            if at >= range.start && at < range.end.max(range.start + 1) {
                let base = self.span.start + header;
                start.get_or_insert(base + first);
                end = Some(base + last + own.len_utf8());
            }
        }
        start.zip(end).map_or(self.span, |(start, end)| Span::new(start, end))
    }
}

/// White space that YAML adds and drops where lines are folded.
fn folded(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\r')
}
