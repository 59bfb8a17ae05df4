//! In: a tree. Out: the YAML values it stands for, and from them a record.

use serde::de::DeserializeOwned;
use serde_yaml::Value as Yaml;

use super::node::{Node, Style, Value};
use crate::diagnostic::FormFault;
use crate::source::Span;

/// The values of a tree as the record's types expect them; `words` may change
/// what a text says.
pub(crate) fn to_value(node: &Node, words: &mut impl FnMut(&Node, &str) -> String) -> Yaml {
    match &node.value {
        Value::Map(entries) => {
            let entry =
                |(key, _, value): &(String, Span, Node)| (key.as_str().into(), to_value(value, words));
            Yaml::Mapping(entries.iter().map(entry).collect())
        }
        Value::List(items) => Yaml::Sequence(items.iter().map(|item| to_value(item, words)).collect()),
        Value::Scalar { text, style: Style::Plain } => match resolved(text) {
            Yaml::String(_) => words(node, text).into(),
            value => value,
        },
        Value::Scalar { text, .. } => words(node, text).into(),
    }
}

/// What YAML takes a scalar without quotes for. Most are text, which shows at
/// once; only the others need its reader.
pub(super) fn resolved(text: &str) -> Yaml {
    let other = text.is_empty()
        || text.starts_with(|c: char| c.is_ascii_digit() || "+-.~".contains(c))
        || ["null", "true", "false"].iter().any(|word| text.eq_ignore_ascii_case(word));
    // `05/3/2020`, `12,5` and `3 chi bộ` are none of them.
    let other = other && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.~_".contains(c));
    if let Some(number) = small_number(text) {
        return number.into();
    }
    match other.then(|| serde_yaml::from_str(text)) {
        Some(Ok(value @ (Yaml::Null | Yaml::Bool(_) | Yaml::Number(_)))) => value,
        _ => text.into(),
    }
}

/// A number as most are written: a few digits, the first of them no zero.
fn small_number(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.len() < 10 && text.bytes().all(|b| b.is_ascii_digit());
    (digits && (text == "0" || !text.starts_with('0'))).then(|| text.parse().ok())?
}

/// The value of a tree that nothing changes.
pub(super) fn plain(node: &Node) -> Yaml {
    to_value(node, &mut |_, text| text.into())
}

/// The record in these values; blocks are mappings with one key, not YAML tags.
pub(crate) fn from_value<R: DeserializeOwned>(value: Yaml) -> Result<R, FormFault> {
    serde_yaml::with::singleton_map_recursive::deserialize(value)
        .map_err(|error| FormFault::RecordRefused { detail: error.to_string() })
}
