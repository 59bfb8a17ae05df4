//! In: the record types and the table that explains their keys. Out: a JSON
//! Schema for each, by which editors complete and check a data file while it is
//! being written.
//!
//! A key's term is the first words of its doc comment (`Trích yếu: …`); what it
//! means to a clerk stands once, in `bang/muc.toml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json, json};

use crate::certificates::CertificateBatch;
use crate::diagnostic::{Diagnostic, WorkspaceFault};
use crate::documents::OfficialDocument;
use crate::load::FOLLOWED;
use crate::ordinary::bytes_of;
use crate::records::Folder;
use crate::standard;
use crate::summary::Summary;
use crate::values::format;
use crate::workspace::Workspace;

/// The schema that official documents follow.
pub const OFFICIAL: &str = "van-ban";

/// The schema that batches of certificates follow.
pub const CERTIFICATES: &str = "dot-giay";

/// Type, then key or word, then its meaning.
type Meanings = BTreeMap<String, BTreeMap<String, String>>;

/// The schema of what `--json` prints.
pub const RUN: &str = "lan-chay";

/// The schemas by name: those of documents and of certificates, one for each
/// folder of records, and that of what `--json` prints.
///
/// # Errors
/// A broken table of meanings.
pub fn schemas(workspace: &Workspace) -> Result<Vec<(&'static str, Json)>, Diagnostic> {
    let meanings: Meanings = standard::read(workspace, "the-thuc/bang/muc.toml")?;
    let own = [
        (OFFICIAL, schemars::schema_for!(OfficialDocument)),
        (CERTIFICATES, schemars::schema_for!(CertificateBatch)),
        (RUN, schemars::schema_for!(Summary)),
    ];
    let records = Folder::all().map(|folder| (folder.name(), folder.schema()));
    let all = own.into_iter().chain(records);
    let mut all: Vec<_> = all.map(|(name, schema)| (name, explained(schema.to_value(), &meanings))).collect();
    all.iter_mut().filter(|(name, _)| *name == OFFICIAL).for_each(|(_, schema)| borrow(schema));
    Ok(all)
}

/// A document that follows another one may leave out whatever that one says.
fn borrow(schema: &mut Json) {
    if let Some(required) = schema.as_object_mut().and_then(|root| root.remove("required")) {
        schema["if"] = json!({"required": [FOLLOWED]});
        schema["else"] = json!({"required": required});
    }
}

/// Writes the schemas to `data/.schema/` and returns their paths.
///
/// # Errors
/// A broken table of meanings, a folder that cannot be written to, a file there
/// that is no schema of ours.
pub fn write_schemas(workspace: &Workspace) -> Result<Vec<PathBuf>, Diagnostic> {
    let mut files = Vec::new();
    let schemas = schemas(workspace)?;
    let titles: Vec<Json> = schemas.iter().map(|(_, schema)| schema["title"].clone()).collect();
    for (name, schema) in schemas {
        let path = workspace.schema_path(name);
        if path.exists() && !is_ours(&path, &titles) {
            let path = path.display().to_string();
            return Err(Diagnostic::general(WorkspaceFault::AlreadyThere { path }));
        }
        files.push((path, format!("{schema:#}\n").into_bytes()));
    }
    workspace.write(&files)?;
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// Whether the file is an earlier schema and not somebody's own.
fn is_ours(path: &Path, titles: &[Json]) -> bool {
    let own: Option<Json> = bytes_of(path).and_then(|bytes| serde_json::from_slice(&bytes).ok());
    own.is_some_and(|own| own["title"].is_string() && titles.contains(&own["title"]))
}

/// The line by which an editor finds the schema of a file in `data/<kind>/`.
#[must_use]
pub fn editor_line(name: &str) -> String {
    format!("# yaml-language-server: $schema=../.schema/{name}.json\n")
}

/// The schema in the words of the clerk.
fn explained(mut schema: Json, meanings: &Meanings) -> Json {
    let root = schema["title"].as_str().unwrap_or_default().to_string();
    explain(&mut schema, &root, meanings);
    if let Some(definitions) = schema.get_mut("$defs").and_then(Json::as_object_mut) {
        for (name, definition) in definitions {
            explain(definition, name, meanings);
        }
    }
    forms(&mut schema);
    schema
}

/// One type: its own meaning, that of its keys, that of its words.
fn explain(schema: &mut Json, name: &str, meanings: &Meanings) {
    let empty = BTreeMap::new();
    let own = meanings.get(name).unwrap_or(&empty);
    describe(schema, own.get("_"));
    if let Some(keys) = schema.get_mut("properties").and_then(Json::as_object_mut) {
        for (key, value) in keys {
            describe(value, own.get(key));
        }
    }
    let Some(choices) = schema.get_mut("oneOf").and_then(Json::as_array_mut) else { return };
    for choice in choices {
        if let Some(word) = choice["const"].as_str() {
            let meaning = own.get(word);
            describe(choice, meaning);
        } else if let Some(keys) = choice["properties"].as_object() {
            let key = keys.keys().next().cloned().unwrap_or_default();
            let meaning = own.get(&key);
            describe(choice, meaning);
            let description = choice["description"].clone();
            choice["properties"][&key]["description"] = description;
        }
    }
}

/// Term and meaning in place of the doc comment.
fn describe(schema: &mut Json, meaning: Option<&String>) {
    let Some(object) = schema.as_object_mut() else { return };
    let comment = object.get("description").and_then(Json::as_str).unwrap_or_default();
    let term = comment.split([':', '.', ',', ';']).next().unwrap_or_default().trim();
    let words = match (term, meaning) {
        ("", Some(meaning)) => meaning.clone(),
        (term, Some(meaning)) => format!("{term}: {meaning}"),
        ("", None) => return,
        (term, None) => term.into(),
    };
    object.insert("description".into(), words.into());
}

/// The kinds of scalars as patterns that an editor understands.
fn forms(schema: &mut Json) {
    match schema {
        Json::Object(object) => {
            form(object);
            object.values_mut().for_each(forms);
        }
        Json::Array(items) => items.iter_mut().for_each(forms),
        _ => {}
    }
}

fn form(object: &mut Map<String, Json>) {
    let (pattern, examples) = match object.get("format").and_then(Json::as_str) {
        Some(format::DATE) => (
            r"^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})$",
            ["2020-03-19", "19/3/2020"],
        ),
        Some(format::DEADLINE) => (
            r"^([0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?|([0-9]{1,2}/)?[0-9]{1,2}/[0-9]{4})$",
            ["5/2020", "2020-05-20"],
        ),
        Some(format::NUMBER | format::ENTRY) => (r"^[0-9]{1,6}$", ["27", "07"]),
        _ => return,
    };
    object.remove("format");
    object.insert("pattern".into(), pattern.into());
    object.insert("examples".into(), json!(examples));
}
