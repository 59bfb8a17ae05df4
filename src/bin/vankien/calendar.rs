//! In: plans and a day. Out: their activities by deadline, for a person or for
//! a program.

use std::path::Path;

use serde_json::json;
use vankien::diagnostic::Lang;
use vankien::plan::{Plan, PlannedActivity, Standing};
use vankien::values::Date;

use crate::args::{Args, Form};
use crate::print::say;

pub(crate) fn print(plans: &[Plan], today: Option<Date>, ics: Option<&Path>, args: &Args) {
    let mut all: Vec<(&Plan, &PlannedActivity)> =
        plans.iter().flat_map(|plan| plan.activities.iter().map(move |activity| (plan, activity))).collect();
    // By deadline; what has none stands last, in the order of its plan.
    all.sort_by_key(|(_, activity)| activity.due().map_or((1, None), |due| (0, Some(due))));
    if args.form == Form::Json {
        say(format_args!("{:#}", as_json(&all, today)));
        return;
    }
    for (plan, activity) in &all {
        say(line(plan, activity, today, args.lang));
    }
    let overdue = today.map_or(0, |today| {
        all.iter().filter(|(_, own)| matches!(own.standing(today), Standing::Overdue(_))).count()
    });
    let count = all.len();
    say(match today {
        Some(today) => args.lang.pick(
            format!("{count} việc, {overdue} việc quá hạn vào ngày {today}"),
            format!("{count} activities, {overdue} overdue on {today}"),
        ),
        None => args.lang.pick(format!("{count} việc"), format!("{count} activities")),
    });
    if let Some(path) = ics {
        let path = path.display();
        let undated = all.iter().filter(|(_, own)| own.due().is_none()).count();
        say(match undated {
            0 => args.lang.pick(format!("đã viết {path}"), format!("wrote {path}")),
            _ => args.lang.pick(
                format!("đã viết {path}; {undated} việc không có thời hạn không ghi vào lịch"),
                format!("wrote {path}; {undated} activities without a deadline are not in it"),
            ),
        });
    }
}

/// `tháng 5/2020  quá hạn 12 ngày  Các chi bộ …  (ke-hoach/….yml:12)`
fn line(plan: &Plan, activity: &PlannedActivity, today: Option<Date>, lang: Lang) -> String {
    let deadline = activity
        .deadline
        .map_or_else(|| lang.pick("không hạn", "no deadline").into(), |deadline| deadline.to_string());
    let standing = today.map(|today| words(activity.standing(today), lang)).unwrap_or_default();
    let owner = activity.owner.as_ref().map_or_else(String::new, |owner| format!(" [{owner}]"));
    format!("{deadline:<16} {standing:<24} {}{owner} ({}:{})", activity.task, plan.file, activity.line)
}

fn words(standing: Standing, lang: Lang) -> String {
    match standing {
        Standing::Done => lang.pick("xong".into(), "done".into()),
        Standing::DoneLate(days) => {
            lang.pick(format!("xong, muộn {days:02} ngày"), format!("done, {days} days late"))
        }
        Standing::Overdue(days) => {
            lang.pick(format!("QUÁ HẠN {days:02} ngày"), format!("OVERDUE {days} days"))
        }
        Standing::Due => lang.pick("chưa đến hạn".into(), "not yet due".into()),
        Standing::Open => lang.pick("chưa xong".into(), "open".into()),
    }
}

fn as_json(all: &[(&Plan, &PlannedActivity)], today: Option<Date>) -> serde_json::Value {
    let iso = |date: Date| {
        let (year, month, day) = date.parts();
        format!("{year:04}-{month:02}-{day:02}")
    };
    let one = |(plan, activity): &(&Plan, &PlannedActivity)| {
        let standing = today.map(|today| activity.standing(today));
        let late = match standing {
            Some(Standing::DoneLate(days) | Standing::Overdue(days)) => Some(days),
            _ => None,
        };
        json!({
            "plan": format!("data/{}", plan.file),
            "line": activity.line,
            "task": activity.task,
            "owner": activity.owner,
            "due": activity.due().map(iso),
            "done": activity.done.map(iso),
            "overdue": standing.map(|standing| matches!(standing, Standing::Overdue(_))),
            "days_late": late,
        })
    };
    all.iter().map(one).collect()
}
