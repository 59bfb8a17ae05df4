//! In: a fault of what a document says of a meeting. Out: its words.

use super::Severity::{Error, Warning};
use super::Words;

/// What can be wrong with the times and the attendance of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is described by its own message below")]
pub enum MeetingFault {
    TooManyAbsent { called: usize, absent: usize },
    WrongWeekday { date: String, weekday: String },
    ClosesBeforeOpening,
    AbsentInRole { role: &'static str, name: String },
    Attendance { called: usize, present: usize, absent: usize },
}

impl MeetingFault {
    pub(super) fn words(&self) -> Words {
        match self {
            Self::TooManyAbsent { called, absent } => (
                "cuoc-hop",
                Error,
                [
                    format!("triệu tập {called} mà vắng mặt {absent}"),
                    "xem lại `trieu_tap` và `vang_mat`".into(),
                ],
                [
                    format!("{called} were called but {absent} are absent"),
                    "look at `trieu_tap` and `vang_mat` again".into(),
                ],
            ),
            Self::WrongWeekday { date, weekday } => (
                "cuoc-hop",
                Error,
                [
                    format!("ngày {date} là {weekday}"),
                    "sửa ngày, hoặc xoá dòng `thu`: thứ được in tự động".into(),
                ],
                [
                    format!("{date} is a {weekday}"),
                    "correct the date, or delete `thu`: the weekday is printed anyway".into(),
                ],
            ),
            // Two people may bear one name.
            Self::AbsentInRole { role, name } => (
                "cuoc-hop",
                Warning,
                [
                    format!("`{name}` ghi ở `{role}` lại ghi vắng mặt"),
                    format!(
                        "xem lại `{role}` và `vang_mat`; hai người trùng tên thì ghi thêm đơn vị sau tên"
                    ),
                ],
                [
                    format!("`{name}` stands under `{role}` and among the absent"),
                    format!(
                        "look at `{role}` and `vang_mat` again; add the unit behind a name that two people bear"
                    ),
                ],
            ),
            Self::ClosesBeforeOpening => (
                "cuoc-hop",
                Error,
                ["giờ kết thúc không sau giờ bắt đầu".into(), "xem lại `bat_dau` và `ket_thuc`".into()],
                [
                    "the meeting closes before it opens".into(),
                    "look at `bat_dau` and `ket_thuc` again".into(),
                ],
            ),
            Self::Attendance { called, present, absent } => (
                "cuoc-hop",
                Error,
                [
                    format!("triệu tập {called} mà có mặt {present}, vắng mặt {absent}"),
                    "có mặt cộng vắng mặt phải bằng triệu tập; mỗi người vắng một dòng ở `vang_mat`".into(),
                ],
                [
                    format!("{called} were called but {present} came and {absent} did not"),
                    "those who came and those who did not must add up; each absence is a line of `vang_mat`"
                        .into(),
                ],
            ),
        }
    }
}
