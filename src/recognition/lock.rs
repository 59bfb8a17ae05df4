//! In: the rows of a list, and those it had when its number was given. Out: what
//! has changed since, row by row, so that a clerk knows where to look.

use super::Recognised;
use crate::dataset::Placed;

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
    let printed = [
        row.unit_name.as_str(),
        row.subject.code(),
        person.map_or("", |person| &person.name),
        &row.name,
        &row.field,
        row.rank.as_deref().unwrap_or_default(),
    ];
    // FNV-1a: a slip of the hand is to be seen, not a forger to be stopped.
    let hash = printed
        .join("\n")
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{} {hash:08x}", row.id)
}

/// The line that locks these rows: `khoa: [DVK-2020-001 0a1b2c3d, …]`.
#[must_use]
pub fn lock_line(rows: &[Placed<Recognised>]) -> String {
    let stamps: Vec<_> = rows.iter().map(|row| stamp(row)).collect();
    format!("khoa: [{}]", stamps.join(", "))
}

/// What differs between the rows and a lock: the id, how, and where the row
/// stands, if it is still in the list.
#[must_use]
pub fn changes<'r>(
    rows: &'r [Placed<Recognised>],
    lock: &[String],
) -> Vec<(String, Change, Option<&'r Placed<Recognised>>)> {
    let id = |stamp: &str| stamp.split_whitespace().next().unwrap_or_default().to_string();
    let kept: std::collections::BTreeMap<_, _> =
        lock.iter().map(|own| (id(own), own.split_whitespace().collect::<Vec<_>>().join(" "))).collect();
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
