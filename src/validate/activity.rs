//! In: the activities of a document. Out: a finding for every placeholder that
//! has no value, and for deadlines that had passed when the plan was signed.

use super::walk;
use crate::compute::placeholder;
use crate::diagnostic::{ContentFault, Report};
use crate::documents::{Block, OfficialDocument};
use crate::load::Loaded;

/// A plan does not set what is past; the wrong year is the usual slip.
pub(super) fn deadlines(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    let signed = loaded.record.date;
    walk::blocks(&loaded.record, &mut |block, path| {
        let Block::Activity(activity) = block else { return };
        let Some(deadline) = activity.deadline else { return };
        if deadline.last_day().is_some_and(|last| last < signed) {
            let fault = ContentFault::DeadlinePassed {
                deadline: deadline.to_string(),
                signed: signed.to_string(),
                line: loaded.source.line_column(loaded.tree.place_of("ngay").start).0,
            };
            report.push(loaded.finding(&format!("{path}.hoat_dong.han"), fault));
        }
    });
}

pub(super) fn placeholders(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    walk::blocks(&loaded.record, &mut |block, path| {
        let Block::Activity(activity) = block else { return };
        for (key, text) in [("viec", Some(&activity.task)), ("luu_y", activity.note.as_ref())] {
            for (_, name) in text.into_iter().flat_map(|text| placeholder::names(text)) {
                let fault = if !placeholder::NAMES.contains(&name) {
                    ContentFault::UnknownPlaceholder {
                        name: name.into(),
                        known: placeholder::NAMES.join(", "),
                    }
                } else if placeholder::value(name, activity).is_none() {
                    ContentFault::EmptyPlaceholder { name: name.into() }
                } else {
                    continue;
                };
                report.push(loaded.finding(&format!("{path}.hoat_dong.{key}"), fault));
            }
        }
    });
}
