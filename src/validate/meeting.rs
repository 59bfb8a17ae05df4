//! In: the meetings in a document. Out: findings where weekday, times or
//! attendance disagree.

use super::walk;
use crate::diagnostic::{MeetingFault, Report};
use crate::documents::{Block, Meeting, OfficialDocument};
use crate::load::Loaded;
use crate::values::Weekday;

pub(super) fn check(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    walk::blocks(&loaded.record, &mut |block, path| {
        if let Block::Meeting(meeting) = block {
            for (key, fault) in faults(meeting) {
                report.push(loaded.finding(&format!("{path}.cuoc_hop.{key}"), fault));
            }
        }
    });
}

fn faults(meeting: &Meeting) -> Vec<(&'static str, MeetingFault)> {
    let mut faults = Vec::new();
    let weekday = Weekday::of(meeting.date);
    if meeting.weekday.is_some_and(|own| own != weekday) {
        let (date, weekday) = (meeting.date.to_string(), weekday.to_string());
        faults.push(("thu", MeetingFault::WrongWeekday { date, weekday }));
    }
    if meeting.closing.is_some_and(|closing| closing <= meeting.opening) {
        faults.push(("ket_thuc", MeetingFault::ClosesBeforeOpening));
    }
    let absent = meeting.absent.len();
    if let Some(called) = meeting.called.filter(|&called| absent > called) {
        faults.push(("vang_mat", MeetingFault::TooManyAbsent { called, absent }));
    } else if let (Some(called), Some(present)) = (meeting.called, meeting.present)
        && called != present + absent
    {
        faults.push(("co_mat", MeetingFault::Attendance { called, present, absent }));
    }
    faults
}
