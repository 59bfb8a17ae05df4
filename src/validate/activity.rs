//! In: the activities of a document. Out: a finding for every placeholder that
//! has no value.

use crate::compute::placeholder;
use crate::diagnostic::{ContentFault, Report};
use crate::documents::{Activity, Block, Body, OfficialDocument};
use crate::load::Loaded;

pub(super) fn placeholders(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    walk(&loaded.record.content, "noi_dung", &mut |activity, path| {
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
                report.push(loaded.finding(&format!("{path}.{key}"), fault));
            }
        }
    });
}

/// Visits every activity with its path in the file.
fn walk(body: &Body, path: &str, visit: &mut impl FnMut(&Activity, &str)) {
    let Body::Blocks(blocks) = body else { return };
    for (at, block) in blocks.iter().enumerate() {
        if let Block::Activity(activity) = block {
            visit(activity, &format!("{path}.{at}.hoat_dong"));
        } else if let Some((inside, body)) = block.inside() {
            walk(body, &format!("{path}.{at}.{inside}"), visit);
        }
    }
}
