//! In: a part of a JSON Schema, and a value. Out: what kind of value the schema
//! admits, and whether this is one.
//!
//! Only the part of JSON Schema that the records use is understood; the schema
//! comes from our own types, so nothing else can occur.

use std::ops::RangeInclusive;

use serde_json::Value as Json;
use serde_yaml::Value as Yaml;

use super::node::{Node, Style, Value};
use super::record::resolved;
use crate::diagnostic::Shape;

pub(super) fn has_type(schema: &Json, name: &str) -> bool {
    match &schema["type"] {
        Json::String(own) => own == name,
        Json::Array(all) => all.iter().any(|own| own == name),
        // An enumeration of words states no type of its own.
        _ => name == "string" && (schema["enum"].is_array() || schema["const"].is_string()),
    }
}

/// The kind of a text that has a form of its own, such as a date.
pub(super) fn kind_of_text(schema: &Json) -> Option<&str> {
    schema["format"].as_str().filter(|_| has_type(schema, "string"))
}

pub(super) fn fits(schema: &Json, node: &Node) -> bool {
    match shape_of(node) {
        Shape::Keys => has_type(schema, "object"),
        Shape::List => has_type(schema, "array"),
        Shape::Number | Shape::Whole => {
            has_type(schema, "number") || (has_type(schema, "integer") && is_whole(schema, node))
        }
        Shape::Truth => has_type(schema, "boolean"),
        Shape::Nothing => has_type(schema, "null"),
        Shape::Text => has_type(schema, "string"),
    }
}

/// What a schema admits; that a value may be left out is no kind of value.
pub(super) fn shapes(schema: &Json) -> Vec<Shape> {
    let named = [
        ("string", Shape::Text),
        ("array", Shape::List),
        ("object", Shape::Keys),
        ("number", Shape::Number),
        ("integer", Shape::Whole),
        ("boolean", Shape::Truth),
    ];
    named.into_iter().filter(|(own, _)| has_type(schema, own)).map(|(_, shape)| shape).collect()
}

/// Whether a whole number is written that the schema's type can hold.
fn is_whole(schema: &Json, node: &Node) -> bool {
    let Value::Scalar { text, .. } = &node.value else { return false };
    text.parse::<i64>().is_ok_and(|number| range(schema).contains(&number))
}

/// The whole numbers that the schema's type can hold.
pub(super) fn range(schema: &Json) -> RangeInclusive<i64> {
    let bound = |key: &str| schema[key].as_i64();
    let most = if schema["format"] == "uint32" { Some(i64::from(u32::MAX)) } else { bound("maximum") };
    bound("minimum").unwrap_or(i64::MIN)..=most.unwrap_or(i64::MAX)
}

/// What YAML takes a value for.
pub(super) fn shape_of(node: &Node) -> Shape {
    match &node.value {
        Value::Map(_) => Shape::Keys,
        Value::List(_) => Shape::List,
        Value::Scalar { style: Style::Quoted | Style::Literal | Style::Folded, .. } => Shape::Text,
        Value::Scalar { text, .. } => match resolved(text) {
            Yaml::Null => Shape::Nothing,
            Yaml::Bool(_) => Shape::Truth,
            Yaml::Number(_) => Shape::Number,
            _ => Shape::Text,
        },
    }
}
