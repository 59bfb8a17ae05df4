//! In: the documents of a workspace. Out: the activities that they plan, with
//! deadlines, who is responsible, and whether they are done.

mod counted;

use std::sync::Arc;

pub use counted::Plans;

use crate::certificates::is_batch;
use crate::compute::activity_words;
use crate::diagnostic::Report;
use crate::documents::{Activity, Block, OfficialDocument};
use crate::load::{self, Loaded, Node, Value};
use crate::source::{SourceFile, Span};
use crate::validate::walk;
use crate::values::{Date, Deadline, Runs};
use crate::workspace::{DataFile, Workspace};

/// A document that plans something.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Its file, from `data/` on: `ke-hoach/27-kh-duk-2020.yml`.
    pub file: String,
    /// The day it was signed, if that can be read.
    pub date: Option<Date>,
    /// What it does, in its order.
    pub activities: Vec<PlannedActivity>,
    /// Whether all of it could be read.
    pub is_whole: bool,
}

/// An activity of a plan.
#[derive(Debug, Clone)]
pub struct PlannedActivity {
    /// What is done, as printed, without marks; the deadline stands in a field of
    /// its own.
    pub task: String,
    /// When it is due.
    pub deadline: Option<Deadline>,
    /// Who is responsible.
    pub owner: Option<String>,
    /// The day it was done.
    pub done: Option<Date>,
    /// Its line in the file.
    pub line: usize,
}

/// How an activity stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Done in time.
    Done,
    /// Done so many days late.
    DoneLate(i64),
    /// Not done, and so many days late.
    Overdue(i64),
    /// Not done and not yet due.
    Due,
    /// Not done, and no deadline was set.
    Open,
}

impl PlannedActivity {
    /// The last day on which it is in time.
    #[must_use]
    pub fn due(&self) -> Option<Date> {
        self.deadline.and_then(Deadline::last_day)
    }

    /// How it stands on a day; it is due until the end of its day or month.
    #[must_use]
    pub fn standing(&self, today: Date) -> Standing {
        let due = self.due();
        match (self.done.filter(|done| *done <= today), due) {
            (Some(done), Some(due)) if done > due => Standing::DoneLate(done.days_after(due)),
            (Some(_), _) => Standing::Done,
            (None, Some(due)) if today > due => Standing::Overdue(today.days_after(due)),
            (None, Some(_)) => Standing::Due,
            (None, None) => Standing::Open,
        }
    }
}

/// The plans among the documents. What cannot be read is told in `report`; the
/// other plans are there, and so is the rest of a plan.
pub fn plans(workspace: &Workspace, report: &mut Report) -> Vec<Plan> {
    let mut plans = Vec::new();
    for file in documents(workspace) {
        let mut found = Report::default();
        match load::load_document(&file, &mut found) {
            Some(loaded) if !found.blocks() => plans.extend(plan(&file, &loaded)),
            _ => {
                report.extend(found);
                plans.extend(sound_part(&file));
            }
        }
    }
    plans
}

fn documents(workspace: &Workspace) -> impl Iterator<Item = DataFile> {
    // A workspace without documents has no plans, which is no fault.
    let files = workspace.data_files(&[], &mut Report::default()).into_iter();
    files.filter(|file| file.folder().is_none() && !is_batch(file))
}

/// The key of an activity in a document.
const ACTIVITY: &str = "hoat_dong";

fn plan(file: &DataFile, loaded: &Loaded<OfficialDocument>) -> Option<Plan> {
    let mut activities = Vec::new();
    walk::blocks(&loaded.record, &mut |block, path| {
        let Block::Activity(activity) = block else { return };
        let place = loaded.tree.place_of(&format!("{path}.hoat_dong.viec"));
        activities.push(planned(activity, &loaded.source, place));
    });
    plan_of(file, Some(loaded.record.date), activities, true)
}

/// The activities that can be read in a document that as a whole cannot.
fn sound_part(file: &DataFile) -> Option<Plan> {
    let (source, tree) = load::document_tree(file, &mut Report::default())?;
    let mut activities = Vec::new();
    in_tree(&tree, &mut |node| {
        let values = load::to_value(node, &mut |_, text| text.into());
        let activity = load::from_value::<Activity>(values).ok();
        activities.extend(activity.map(|own| planned(&own, &source, node.place_of("viec"))));
    });
    let Value::Map(entries) = &tree.value else { return None };
    let date = entries.iter().find_map(|(key, _, node)| match &node.value {
        Value::Scalar { text, .. } if key == "ngay" => text.parse().ok(),
        _ => None,
    });
    plan_of(file, date, activities, false)
}

/// Every value under the key of an activity, in its order.
fn in_tree<'t>(node: &'t Node, visit: &mut impl FnMut(&'t Node)) {
    match &node.value {
        Value::Scalar { .. } => {}
        Value::List(items) => items.iter().for_each(|item| in_tree(item, visit)),
        Value::Map(entries) => {
            for (key, _, value) in entries {
                if key == ACTIVITY { visit(value) } else { in_tree(value, visit) }
            }
        }
    }
}

fn planned(activity: &Activity, source: &Arc<SourceFile>, place: Span) -> PlannedActivity {
    let (source, place) = source.locate(place);
    let runs = Runs::parse(&activity_words(activity));
    PlannedActivity {
        task: runs.runs().iter().map(|run| run.text.as_str()).collect(),
        deadline: activity.deadline,
        owner: activity.owner.clone(),
        done: activity.done,
        line: source.line_column(place.start).0,
    }
}

/// A file as plans are named, from `data/` on.
fn name(file: &DataFile) -> &str {
    file.name.strip_prefix("data/").unwrap_or(&file.name)
}

fn plan_of(
    file: &DataFile,
    date: Option<Date>,
    activities: Vec<PlannedActivity>,
    is_whole: bool,
) -> Option<Plan> {
    let file = name(file).to_string();
    (!activities.is_empty()).then_some(Plan { file, date, activities, is_whole })
}

#[cfg(test)]
mod tests {
    use super::{PlannedActivity, Standing};

    #[test]
    fn how_an_activity_stands() {
        let standing = |deadline: Option<&str>, done: Option<&str>, today: &str| {
            let activity = PlannedActivity {
                task: String::new(),
                deadline: deadline.map(|text| text.parse().unwrap()),
                owner: None,
                done: done.map(|text| text.parse().unwrap()),
                line: 1,
            };
            activity.standing(today.parse().unwrap())
        };
        assert_eq!(standing(Some("5/2020"), Some("2020-05-31"), "2020-12-01"), Standing::Done);
        assert_eq!(standing(Some("5/2020"), Some("2020-06-10"), "2020-12-01"), Standing::DoneLate(10));
        assert_eq!(standing(Some("5/2020"), Some("2020-06-10"), "2020-06-05"), Standing::Overdue(5));
        assert_eq!(standing(Some("2020-05-20"), None, "2020-05-20"), Standing::Due);
        assert_eq!(standing(None, None, "2020-05-20"), Standing::Open);
    }
}
