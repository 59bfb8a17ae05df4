//! In: a TOML file of the workspace's own, and the built-in ones of its kind. Out:
//! every key that none of them has, whose value is of another kind than theirs,
//! or that is lacking though Typst reads it; and numbers that measure nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use super::profile::BUILT_IN;
use crate::diagnostic::{Diagnostic, Report, TableFault};
use crate::source::{SourceFile, Span};
use crate::values::nearest;
use crate::workspace::Workspace;

/// Tables that only Typst or an editor reads; the others are of types that say
/// what they may hold.
const READ_ELSEWHERE: [&str; 2] = ["the-thuc/bang/ngat-dong.toml", "the-thuc/bang/muc.toml"];
/// The table of meanings: one that lacks leaves an editor silent, and nothing else.
const MEANINGS: &str = READ_ELSEWHERE[1];
/// The tables of a guidance whose keys are an office's own: sheets and rules.
const FREE: [&str; 2] = ["kho_giay.", "ma_quy_tac."];
/// What a guidance may do without, besides the flags of a style.
const OPTIONAL: [&str; 6] =
    ["kho_giay", "ma_quy_tac", "den_ngay", "noi_dung.cuoi", "phu_luc.kem_theo", "ban_sao.dau"];

/// What a value is; whole numbers and decimals are one kind.
#[derive(Debug, PartialEq)]
enum Kind {
    Text,
    Number,
    Flag,
    Day,
    Table,
    List(Vec<Kind>),
}

/// A key of the built-in files.
struct Known {
    kinds: Vec<Kind>,
    /// It and its value as the first of them writes it.
    like: String,
}

/// Looks at a sound file of the workspace's own; `name` is relative to `templates/`.
pub(super) fn inspect(name: &str, source: &Arc<SourceFile>, table: &DeTable<'_>, report: &mut Report) {
    let models = models(name);
    let known = known(models);
    let first = models.first().copied().unwrap_or_default();
    let is_free = |path: &str| FREE.iter().any(|table| path.starts_with(table));
    let (mut own, mut meant) = (BTreeMap::new(), BTreeSet::new());
    walk(table, "", &mut |path, span, value| {
        own.insert(path.to_string(), span);
        let fault = match known.get(path) {
            _ if is_free(path) => number(path, value),
            None if !models.is_empty() => {
                let nearest = nearest(path, known.keys().map(String::as_str));
                meant.extend(nearest.clone());
                Some(TableFault::UnknownKey { key: path.into(), nearest, like: first.into() })
            }
            Some(Known { kinds, like }) if !kinds.iter().any(|other| agrees(&kind(value), other)) => {
                Some(TableFault::WrongKind { key: path.into(), like: like.clone() })
            }
            _ => number(path, value),
        };
        let told = fault.is_some();
        if let Some(fault) = fault {
            report.push(Diagnostic::at(source, span, fault));
        }
        // What is within a table that nobody knows is not told again.
        !told
    });
    for path in known.keys().filter(|path| name != MEANINGS && !own.contains_key(*path)) {
        let around = path.rsplit_once('.').map(|(around, _)| around);
        let is_flag = known[path].kinds.contains(&Kind::Flag) && path.starts_with("kieu.");
        let optional = OPTIONAL.iter().any(|own| path.starts_with(own)) || is_flag;
        let whole = known[path].kinds.len() == models.len();
        // A key with a slip has been told, and a table that lacks is told once.
        if optional
            || !whole
            || meant.contains(path)
            || around.is_some_and(|around| !own.contains_key(around))
        {
            continue;
        }
        let fault = TableFault::KeyMissing { key: path.clone(), like: known[path].like.clone() };
        report.push(match around.and_then(|around| own.get(around)) {
            Some(span) => Diagnostic::at(source, *span, fault),
            None => Diagnostic::in_file(source.name(), fault),
        });
    }
}

/// The built-in files of the kind of this one.
fn models(name: &str) -> &'static [&'static str] {
    let is_guidance = name.strip_prefix("the-thuc/").is_some_and(|file| !file.contains('/'));
    if is_guidance {
        return &BUILT_IN;
    }
    READ_ELSEWHERE.iter().position(|own| *own == name).map_or(&[], |at| &READ_ELSEWHERE[at..=at])
}

/// Every key that the built-in files have.
fn known(models: &[&str]) -> BTreeMap<String, Known> {
    let mut known = BTreeMap::new();
    for name in models {
        let bytes = Workspace::built_in_template(name).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let Ok(table) = DeTable::parse(&text) else { continue };
        walk(table.get_ref(), "", &mut |path, span, value| {
            let kind = kind(value);
            let like = || match kind {
                Kind::Table => format!("[{path}]"),
                // A long list as far as its first line goes.
                _ => text[span.start..].lines().next().unwrap_or_default().into(),
            };
            let like: String = like();
            let like = like.split(" #").next().unwrap_or_default().trim_end().to_string();
            known.entry(path.into()).or_insert(Known { kinds: Vec::new(), like }).kinds.push(kind);
            true
        });
    }
    known
}

/// Shows every key with its path, `ky.rong`, its place and its value; goes into a
/// table where `see` wants to.
fn walk(table: &DeTable<'_>, around: &str, see: &mut impl FnMut(&str, Span, &DeValue<'_>) -> bool) {
    for (key, value) in table {
        let path = format!("{around}{}", key.get_ref());
        let inside = see(&path, Span::new(key.span().start, key.span().end), value.get_ref());
        if let DeValue::Table(inner) = value.get_ref()
            && inside
        {
            walk(inner, &format!("{path}."), see);
        }
    }
}

fn kind(value: &DeValue<'_>) -> Kind {
    match value {
        DeValue::String(_) => Kind::Text,
        DeValue::Integer(_) | DeValue::Float(_) => Kind::Number,
        DeValue::Boolean(_) => Kind::Flag,
        DeValue::Datetime(_) => Kind::Day,
        DeValue::Table(_) => Kind::Table,
        DeValue::Array(items) => Kind::List(items.iter().map(|item| kind(item.get_ref())).collect()),
    }
}

/// Whether a value may stand where the built-in one does. Lists of numbers are
/// ranges and have their length; an empty list tells nothing of its elements.
fn agrees(own: &Kind, built_in: &Kind) -> bool {
    let (Kind::List(own), Kind::List(built_in)) = (own, built_in) else { return own == built_in };
    let is_range = built_in.first() == Some(&Kind::Number);
    built_in.is_empty()
        || (!is_range || own.len() == built_in.len())
            && own.iter().all(|own| built_in.iter().any(|other| agrees(own, other)))
}

/// Lengths and sizes are finite and not below zero.
fn number(path: &str, value: &DeValue<'_>) -> Option<TableFault> {
    let wrong = |text: &str| {
        let text = text.replace('_', "");
        let unusable = text.starts_with('-') || text.parse::<f64>().is_ok_and(|own| !own.is_finite());
        unusable.then(|| TableFault::Number { key: path.into(), value: text })
    };
    match value {
        DeValue::Float(own) => wrong(own.as_str()),
        DeValue::Integer(own) => wrong(own.as_str()),
        DeValue::Array(items) => items.iter().find_map(|item| number(path, item.get_ref())),
        _ => None,
    }
}
