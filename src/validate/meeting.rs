//! In: the meetings in a document. Out: findings where weekday, times or
//! attendance disagree.

use super::walk;
use crate::dataset::letter_for_letter as letters;
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
    let led = [("chu_tri", &meeting.chair), ("thu_ky", &meeting.secretary)];
    for (role, name) in led.into_iter().filter_map(|(role, own)| Some((role, name(own.as_ref()?)))) {
        if meeting.absent.iter().any(|own| letters(self::name(own)) == letters(name)) {
            faults.push(("vang_mat", MeetingFault::AbsentInRole { role, name: name.into() }));
        }
    }
    faults
}

/// The name in `Đồng chí Lê Văn C, Phó Bí thư`.
fn name(text: &str) -> &str {
    let name = text.split([',', ';', ':']).next().unwrap_or_default().trim();
    let lower = name.to_lowercase();
    let title = ["đồng chí ", "đ/c ", "ông ", "bà "].into_iter().find(|title| lower.starts_with(title));
    // Capitals of these letters are as long as the small ones.
    title.and_then(|title| name.get(title.len()..)).unwrap_or(name).trim()
}
