//! In: a plan and the day of the report. Out: each activity with its deadline,
//! whether it is done, and how late.

use super::{FiguresColumn, FiguresRow, FiguresView, HeadCell, MISSING};
use crate::documents::ProgressTable;
use crate::expression::Scope;
use crate::plan::Standing;
use crate::values::{Deadline, one_line};

const HEADINGS: [(&str, usize, &str); 6] = [
    ("TT", 5, "giua"),
    ("Nội dung công việc", 30, "trai"),
    ("Chủ trì", 14, "trai"),
    // A date in full stands on one line.
    ("Thời hạn", 14, "giua"),
    ("Hoàn thành", 14, "giua"),
    ("Kết quả", 13, "trai"),
];

pub(in crate::compute) fn view(table: &ProgressTable, scope: &Scope) -> FiguresView {
    let plan = scope.data.plans.named(&table.plan);
    let activities = plan.map(|plan| plan.activities.as_slice()).unwrap_or_default();
    let missing = || MISSING.to_string();
    let rows = activities.iter().zip(1..).map(|(activity, number)| {
        let standing = activity.standing(scope.today);
        let done = activity.done.filter(|done| *done <= scope.today);
        let cells = [
            format!("{number}"),
            activity.task.clone(),
            activity.owner.clone().unwrap_or_else(missing),
            activity.deadline.map_or_else(missing, due),
            done.map_or_else(missing, |done| done.to_string()),
            words(standing),
        ];
        let blank = |(at, text): (usize, String)| if scope.blank && at > 3 { String::new() } else { text };
        FiguresRow { bold: false, spans: false, cells: cells.into_iter().enumerate().map(blank).collect() }
    });
    FiguresView {
        caption: table.caption.as_deref().map(one_line),
        columns: HEADINGS.map(|(_, share, align)| FiguresColumn::fixed(share, align)).into(),
        head: vec![HEADINGS.map(|(text, ..)| HeadCell { text: text.into(), columns: 1, lines: 1 }).into()],
        rows: rows.collect(),
        source: table.source.as_deref().map(one_line).filter(|_| !scope.blank),
        ..FiguresView::default()
    }
}

/// The column says that it is a deadline: no “ngày”, no “tháng” before it.
fn due(deadline: Deadline) -> String {
    match deadline {
        Deadline::Day(day) => day.to_string(),
        Deadline::Month { year, month } => format!("{month}/{year}"),
    }
}

fn words(standing: Standing) -> String {
    match standing {
        Standing::Done => "Đúng hạn".into(),
        Standing::DoneLate(days) => format!("Muộn {days:02} ngày"),
        Standing::Overdue(days) => format!("Chưa xong, quá hạn {days:02} ngày"),
        Standing::Due => "Chưa đến hạn".into(),
        Standing::Open => "Chưa xong".into(),
    }
}
