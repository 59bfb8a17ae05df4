//! In: a text of an activity with `{{ han }}` and the like. Out: the text with
//! the activity's own fields filled in.

use std::ops::Range;

use crate::documents::Activity;

/// The names that may stand in an activity's texts.
pub(crate) const NAMES: [&str; 3] = ["han", "chu_tri", "phoi_hop"];

/// The placeholders in `text`: their byte ranges and names.
pub(crate) fn names(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    // Each closing pair belongs to the last opening one before it, so that every
    // letter is looked at once.
    let mut from = 0;
    text.match_indices("}}").filter_map(move |(end, _)| {
        let start = text.get(from..end)?.rfind("{{").map(|at| from + at);
        from = end + 2;
        start.map(|start| (start..end + 2, text[start + 2..end].trim()))
    })
}

/// What a name stands for; `None` if the activity lacks it.
pub(crate) fn value(name: &str, activity: &Activity) -> Option<String> {
    match name {
        "han" => activity.deadline.map(|deadline| deadline.to_string()),
        "chu_tri" => activity.owner.clone(),
        "phoi_hop" => activity.partner.clone(),
        _ => None,
    }
}

/// Fills in every placeholder; validation has refused those without a value.
pub(super) fn fill(text: &str, activity: &Activity) -> String {
    let mut filled = String::new();
    let mut rest = 0;
    for (range, name) in names(text) {
        if let Some(value) = value(name, activity).filter(|_| range.start >= rest) {
            filled.push_str(&text[rest..range.start]);
            filled.push_str(&value);
            rest = range.end;
        }
    }
    filled + &text[rest..]
}
