//! In: plans. Out: an iCalendar file that calendar programs read. The only user
//! of icalendar.
//!
//! Every stamp and name comes from the plans, so the same plans give the same
//! bytes, and a program that reads the file again changes its entries instead
//! of doubling them.

use chrono::{NaiveDate, NaiveTime};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};

use crate::plan::{Plan, PlannedActivity};
use crate::values::Date;

/// The calendar of all activities that have a deadline.
#[must_use]
pub fn to_ics(plans: &[Plan]) -> String {
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//vankien//lich cong tac//VI"),
        ("CALSCALE", "GREGORIAN"),
        ("X-WR-CALNAME", "Lịch công tác"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    for plan in plans {
        for activity in &plan.activities {
            if let Some(event) = event(plan, activity) {
                calendar.push(event);
            }
        }
    }
    calendar.to_string()
}

/// An activity as an entry that takes the whole of the last day it may be done,
/// with a reminder the week before; one that is done says so and reminds nobody.
fn event(plan: &Plan, activity: &PlannedActivity) -> Option<Event> {
    let due = day(activity.deadline?.last_day()?)?;
    // Of a plan whose date cannot be read only the deadlines are known.
    let stamp = plan.date.and_then(day).unwrap_or(due).and_time(NaiveTime::MIN).and_utc();
    let owner = activity.owner.as_ref().map_or_else(String::new, |owner| format!("Chủ trì: {owner}\n"));
    let summary = match activity.done {
        Some(done) => format!("Đã xong {done}: {}", activity.task),
        None => activity.task.clone(),
    };
    let mut event = Event::new();
    // Without an end, an entry that begins on a date takes that day.
    event
        .uid(&format!("{:016x}@vankien", fingerprint(&[&plan.file, &activity.task])))
        .timestamp(stamp)
        .starts(due)
        .summary(&summary)
        .description(&format!("{owner}data/{}, dòng {}", plan.file, activity.line));
    if activity.done.is_none() {
        let mut reminder = Alarm::display(&activity.task, -chrono::TimeDelta::days(7));
        let uid = fingerprint(&[&plan.file, &activity.task, "nhắc"]);
        reminder.uid(&format!("{uid:016x}@vankien")).timestamp(stamp);
        event.alarm(reminder);
    }
    Some(event)
}

fn day(date: Date) -> Option<NaiveDate> {
    let (year, month, day) = date.parts();
    NaiveDate::from_ymd_opt(year, month, day)
}

/// FNV-1a: the same on every machine and in every version of the program.
fn fingerprint(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes().chain(std::iter::once(0)));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
