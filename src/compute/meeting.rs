//! In: the particulars of a meeting. Out: its labelled lines and the sentence
//! that closes the minutes (R-D-240, R-D-241).

use crate::documents::Meeting;
use crate::standard::MeetingWords;
use crate::values::{Weekday, one_line};

/// A labelled line, and the entries below it if there are several.
pub(super) struct Particular<'a> {
    pub(super) label: &'a str,
    pub(super) text: String,
    pub(super) entries: Vec<String>,
}

/// The lines in the order of a meeting's keys; what is not given prints none.
pub(super) fn particulars<'a>(meeting: &Meeting, words: &'a MeetingWords) -> Vec<Particular<'a>> {
    let mut lines = Vec::new();
    let mut line = |label: &'a str, text: Option<String>| {
        lines.extend(text.map(|text| Particular { label, text, entries: Vec::new() }));
    };
    let Meeting { opening, date, .. } = meeting;
    line(&words.time, Some(format!("{opening}, {}, ngày {date}.", Weekday::of(*date))));
    line(&words.venue, Some(sentence(&meeting.venue)));
    line(&words.chair, meeting.chair.as_deref().map(sentence));
    line(&words.secretary, meeting.secretary.as_deref().map(sentence));
    line(&words.agenda, meeting.agenda.as_deref().map(sentence));
    let person = &words.person;
    let present = meeting.present.map(|present| match meeting.called {
        Some(called) => format!("{present:02}/{called:02} {person}."),
        None => format!("{present:02} {person}."),
    });
    match meeting.participants.as_slice() {
        [] => {}
        [one] => line(&words.participants, Some(sentence(one))),
        several => lines.push(listed(&words.participants, String::new(), several)),
    }
    lines.extend(present.map(|text| Particular { label: &words.present, text, entries: Vec::new() }));
    match meeting.absent.as_slice() {
        [] => {}
        [one] => lines.push(Particular {
            label: &words.absent,
            text: format!("01 {person} ({}).", one_line(one).trim_end_matches('.')),
            entries: Vec::new(),
        }),
        several => lines.push(listed(&words.absent, format!("{:02} {person}:", several.len()), several)),
    }
    lines
}

/// The sentence after the last words of the minutes.
pub(super) fn closing(meeting: &Meeting, words: &MeetingWords) -> Option<String> {
    meeting.closing.map(|time| words.closing.replace("{gio}", &time.to_string()))
}

fn listed<'a>(label: &'a str, text: String, entries: &[String]) -> Particular<'a> {
    let last = entries.len() - 1;
    let marked = |(at, entry): (usize, &String)| {
        let entry = one_line(entry);
        let entry = entry.trim_end_matches(['.', ';', ',']);
        format!("{entry}{}", if at == last { '.' } else { ';' })
    };
    Particular { label, text, entries: entries.iter().enumerate().map(marked).collect() }
}

fn sentence(text: &str) -> String {
    let text = one_line(text);
    if text.ends_with(['.', '!', '?', ':']) { text } else { text + "." }
}
