//! In: an activity. Out: its words, and the sentence that is printed of it.

use super::placeholder;
use crate::documents::Activity;
use crate::values::one_line;

/// The activity's words; a deadline that no text mentions is not among them.
pub(crate) fn activity_words(activity: &Activity) -> String {
    one_line(&placeholder::fill(&activity.task, activity))
}

/// The activity's sentence; a deadline no text mentions goes in brackets before
/// the full stop.
pub(super) fn sentence(activity: &Activity) -> String {
    let text = activity_words(activity);
    let mentioned = [Some(&activity.task), activity.note.as_ref()]
        .into_iter()
        .flatten()
        .any(|text| placeholder::names(text).any(|(_, name)| name == "han"));
    match activity.deadline.filter(|_| !mentioned) {
        Some(deadline) => {
            let sentence = text.trim_end_matches('.');
            let stop = &text[sentence.len()..];
            format!("{sentence} ({deadline}){stop}")
        }
        None => text,
    }
}
