//! In: a tree and the faults of its form. Out: the values that are sound, so that
//! what they say can be read with care although the record cannot be printed.

use serde_yaml::Value as Yaml;

use super::node::{Node, Value};
use super::record::plain;
use crate::diagnostic::{Diagnostic, Fault, FormFault, Report, ValueFault};
use crate::source::Span;

/// Where the faults stand, by what becomes of the value.
#[derive(Default)]
pub(super) struct Faults {
    /// Keys that nobody knows: left out with their values.
    keys: Vec<Span>,
    /// Values that are read as the text they are.
    texts: Vec<Span>,
    /// Values, or groups that begin here, that are left out.
    values: Vec<Span>,
    /// Keys whose whole group is left out.
    strays: Vec<Span>,
}

impl Faults {
    /// None where lines stand under the wrong key: nothing can be said of what is
    /// left.
    pub(super) fn of(report: &Report) -> Option<Self> {
        let mut faults = Self::default();
        for Diagnostic { fault, place, .. } in report.iter() {
            let Some((_, span)) = place else { continue };
            let list = match fault {
                Fault::Form(FormFault::UnknownKey { .. }) => &mut faults.keys,
                Fault::Form(
                    FormFault::NotText { .. } | FormFault::BareNumber { .. } | FormFault::ProseNeedsBar,
                )
                | Fault::Value(ValueFault::MarkNeedsSpace { .. } | ValueFault::MarkdownUnsupported { .. }) => {
                    &mut faults.texts
                }
                Fault::Form(FormFault::NotOneBlock) => &mut faults.strays,
                Fault::Form(FormFault::JoinedLine | FormFault::KeyInText { .. }) => return None,
                _ => &mut faults.values,
            };
            list.push(*span);
        }
        Some(faults)
    }

    /// What is left of a value, if anything.
    pub(super) fn rest(&self, node: &Node) -> Option<Yaml> {
        let inside = |faults: &[Span]| {
            faults.iter().any(|fault| node.span.start <= fault.start && fault.start < node.span.end)
        };
        match &node.value {
            Value::Scalar { .. } if inside(&self.values) => None,
            Value::Scalar { text, .. } if inside(&self.texts) => Some(text.as_str().into()),
            Value::Scalar { .. } => Some(plain(node)),
            Value::List(_) if self.values.contains(&node.span) => None,
            Value::List(items) => {
                Some(Yaml::Sequence(items.iter().filter_map(|item| self.rest(item)).collect()))
            }
            Value::Map(entries) => {
                // A key that is missing is told where its group begins.
                let (_, first, _) = entries.first()?;
                let stray = entries.iter().any(|(_, key, _)| self.strays.contains(key));
                if stray || self.values.contains(first) {
                    return None;
                }
                let known = entries.iter().filter(|(_, key, _)| !self.keys.contains(key));
                let rest = known.filter_map(|(key, _, value)| Some((key.as_str().into(), self.rest(value)?)));
                Some(Yaml::Mapping(rest.collect()))
            }
        }
    }
}
