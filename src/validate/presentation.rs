//! In: what a document chose for its looks. Out: a finding for each choice that
//! the guidance does not leave to the office.

use crate::diagnostic::{GuidanceFault, Report};
use crate::documents::OfficialDocument;
use crate::load::Loaded;
use crate::standard::{Kind, Profile, Range};

/// What an office may choose, it may choose within the ranges of the guidance.
pub(super) fn check(loaded: &Loaded<OfficialDocument>, kind: &Kind, profile: &Profile, report: &mut Report) {
    let own = &loaded.record.presentation;
    let ranges = &profile.body;
    let checks: [(&str, Option<f64>, &Range, &str, &'static str); 4] = [
        ("co_chu", own.size, &ranges.size, "pt", "R-D-038"),
        ("gian_dong", own.pitch, &ranges.pitch, "pt", "R-D-133"),
        ("cach_doan", own.paragraph_gap, &ranges.paragraph_gap, "pt", "R-D-132"),
        ("thut_dau_dong", own.indent, &ranges.indent, "mm", "R-D-131"),
    ];
    for (key, value, range, unit, rule) in checks {
        if value.is_some_and(|value| !(range.from..=range.to).contains(&value)) {
            let show = |bound: f64| format!("{bound} {unit}").replace('.', ",");
            let fault = GuidanceFault::OutOfRange { from: show(range.from), to: show(range.to), rule };
            report.push(loaded.finding(&format!("trinh_bay.{key}"), fault));
        }
    }
    if let Some(sheet) = &own.sheet {
        let mut refuse = |fault| report.push(loaded.finding("trinh_bay.kho_giay", fault));
        let sheets = profile.sheets();
        if !sheets.contains(&sheet.as_str()) {
            refuse(GuidanceFault::UnknownSheet { sheet: sheet.clone(), known: sheets.join(", ") });
        } else if !kind.is_slip {
            refuse(GuidanceFault::SheetForSlips { sheet: sheet.clone() });
        }
    }
}
