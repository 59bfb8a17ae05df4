//! In: the rows of a list, and those it had when its number was given. Out: what
//! has changed since, row by row, so that a clerk knows where to look; and the
//! lock itself, written into the decision.

use std::collections::BTreeSet;

use super::Recognised;
use crate::dataset::Placed;
use crate::documents::ListGrouping;
use crate::load::{Node, Value};
use crate::source::{SourceFile, Span};

/// How a row differs from the locked list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It was not in the list.
    Added,
    /// It is no longer in the list.
    Removed,
    /// Something printed of it is another.
    Changed,
}

/// A row as it is kept: its id and the stamp of all that is printed of it.
fn stamp(row: &Recognised) -> String {
    let person = row.person.as_ref();
    let mut printed = vec![
        row.unit_name.clone(),
        row.subject.code().into(),
        person.map_or_else(String::new, |person| person.name.clone()),
        row.name.clone(),
        row.field.clone(),
        row.rank.clone().unwrap_or_default(),
    ];
    // Most rows have none of these.
    let more = [
        ("danh_xung", person.and_then(|person| person.title.as_ref())),
        ("chuc_vu", person.and_then(|person| person.position.as_ref())),
        ("ghi_chu", row.note.as_ref()),
    ];
    printed.extend(more.into_iter().filter_map(|(key, text)| Some(format!("{key}: {}", text?))));
    // FNV-1a: a slip of the hand is to be seen, not a forger to be stopped.
    let hash = printed
        .join("\n")
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{} {hash:08x}", row.id)
}

/// What locks these rows: by what they are put together, `nhom linh_vuc`, and of each
/// its id and its stamp, `DVK-2020-001 0a1b2c3d`.
#[must_use]
pub fn stamps(rows: &[Placed<Recognised>], by: Option<ListGrouping>) -> Vec<String> {
    let grouping = format!("{GROUPED} {}", code(by));
    std::iter::once(grouping).chain(rows.iter().map(|row| stamp(row))).collect()
}

/// Before the word for the groups in a lock.
const GROUPED: &str = "nhom";

/// The word for the groups of a list, or that it has none.
fn code(by: Option<ListGrouping>) -> &'static str {
    by.map_or("khong", ListGrouping::code)
}

/// Whether an entry of a lock says how its rows were put together.
fn is_grouping(own: &str) -> bool {
    own.split_whitespace().next() == Some(GROUPED)
}

/// By what the rows were put together when they were locked, and by what now, if that is
/// another; older locks do not say.
#[must_use]
pub fn regrouped(by: Option<ListGrouping>, lock: &[String]) -> Option<(String, String)> {
    let was = lock.iter().find(|own| is_grouping(own))?.split_whitespace().nth(1)?;
    (was != code(by)).then(|| (was.to_string(), code(by).to_string()))
}

/// The rows without those that were not locked and that later decisions add.
pub(crate) fn without(
    rows: Vec<Placed<Recognised>>,
    added: &BTreeSet<String>,
    lock: &[String],
) -> Vec<Placed<Recognised>> {
    let locked = |id: &str| lock.iter().any(|own| own.split_whitespace().next() == Some(id));
    rows.into_iter().filter(|row| !added.contains(&row.id) || locked(&row.id)).collect()
}

/// What differs between the rows and a lock: the id, how, and where the row
/// stands, if it is still in the list.
#[must_use]
pub fn changes<'r>(
    rows: &'r [Placed<Recognised>],
    lock: &[String],
) -> Vec<(String, Change, Option<&'r Placed<Recognised>>)> {
    let id = |stamp: &str| stamp.split_whitespace().next().unwrap_or_default().to_string();
    let kept: std::collections::BTreeMap<_, _> = lock
        .iter()
        .filter(|own| !is_grouping(own))
        .map(|own| (id(own), own.split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect();
    let mut changes = Vec::new();
    for row in rows {
        match kept.get(&row.id) {
            None => changes.push((row.id.clone(), Change::Added, Some(row))),
            Some(own) if *own != stamp(row) => changes.push((row.id.clone(), Change::Changed, Some(row))),
            Some(_) => {}
        }
    }
    for own in kept.keys().filter(|own| !rows.iter().any(|row| row.id == **own)) {
        changes.push((own.clone(), Change::Removed, None));
    }
    changes
}

/// The first row that stands elsewhere among the others than when they were locked: its
/// id, its row then, and now.
#[must_use]
pub fn reordered(rows: &[Placed<Recognised>], lock: &[String]) -> Option<(String, usize, usize)> {
    let rows_of = lock.iter().filter(|own| !is_grouping(own));
    let locked: Vec<&str> = rows_of.filter_map(|own| own.split_whitespace().next()).collect();
    let at = |id: &str| rows.iter().position(|row| row.id == id);
    let (was, now) = locked
        .iter()
        .zip(rows)
        .position(|(own, row)| *own != row.id)
        .map_or((0, None), |was| (was, at(locked[was])));
    now.map(|now| (locked[was].to_string(), was + 1, now + 1))
}

/// Rows on a line of a lock.
const PER_LINE: usize = 4;

/// The text of a decision with its list locked; nothing else in it is touched.
/// `list` is the list as it is written, all places are those in `source`. `None`
/// where there is no room for the lock.
#[must_use]
pub(crate) fn locked(source: &SourceFile, list: &Node, stamps: &[String]) -> Option<String> {
    let Value::Map(entries) = &list.value else { return None };
    let text = source.text();
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let with = |span: Span, put: &str| Some(format!("{}{put}{}", &text[..span.start], &text[span.end..]));
    let line = format!("[{}]", stamps.join(", "));
    if let Some((.., empty)) = entries.iter().find(|(key, ..)| key == "khoa") {
        return with(empty.span, &line);
    }
    if text[list.span.start..].starts_with('{') {
        let at = list.span.start + 1;
        return with(Span::new(at, at), &format!("khoa: {line}, "));
    }
    let (_, first, _) = entries.first()?;
    let begin = source.line_range(first.start).start;
    let indent = &text[begin..first.start];
    let rows = stamps.chunks(PER_LINE).map(|row| format!("{indent}  {},{end}", row.join(", ")));
    let lock = format!("{indent}khoa: [{end}{}{indent}]{end}", rows.collect::<Vec<_>>().concat());
    // A list that begins on the line of its key leaves no line above it.
    indent.trim().is_empty().then(|| with(Span::new(begin, begin), &lock))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Report;
    use crate::load;

    #[test]
    fn a_lock_is_put_where_the_list_begins() {
        for (written, expected) in [
            (
                "a:\n  # nhóm nào\n  nhom: x # giữ\n  tong: y\n",
                Some("a:\n  # nhóm nào\n  khoa: [\n    M1 01, M2 02,\n  ]\n  nhom: x # giữ\n  tong: y\n"),
            ),
            ("a: {nhom: x}\n", Some("a: {khoa: [M1 01, M2 02], nhom: x}\n")),
            ("a:\r\n  nhom: x\r\n", Some("a:\r\n  khoa: [\r\n    M1 01, M2 02,\r\n  ]\r\n  nhom: x\r\n")),
            ("a:\n  khoa: []\n", Some("a:\n  khoa: [M1 01, M2 02]\n")),
            ("a: x\n", None),
        ] {
            let (source, tree) = load::parse("a.yml", written.as_bytes(), &mut Report::default()).unwrap();
            let locked = locked(&source, tree.at("a").unwrap(), &["M1 01".into(), "M2 02".into()]);
            assert_eq!(locked.as_deref(), expected, "{written}");
        }
    }
}
