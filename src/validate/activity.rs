//! In: the activities of a document. Out: a finding for every placeholder that
//! has no value.

use super::walk;
use crate::compute::placeholder;
use crate::diagnostic::{ContentFault, Report};
use crate::documents::{Block, OfficialDocument};
use crate::load::Loaded;

/// What the texts of an activity are filled with must be there.
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
