//! In: the texts of a document. Out: a finding where the author typed what the
//! program prints by itself: numbers, letters, dashes, the comma after the
//! place; or a placeholder where nothing fills it.

use super::walk;
use crate::compute::placeholder;
use crate::diagnostic::{ContentFault, Diagnostic, Report};
use crate::documents::{Block, Citation, OfficialDocument};
use crate::load::Loaded;
use crate::values::prose::own_mark;

pub(super) fn check(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    let mut doubled = |text: &str, heading: bool, path: &str| {
        if let Some(mark) = typed_mark(text, heading) {
            report.push(loaded.finding(path, ContentFault::TypedMark { mark: mark.into() }));
        }
    };
    let document = &loaded.record;
    walk::blocks(document, &mut |block, path| match block {
        Block::Item(text) => doubled(text, false, &format!("{path}.khoan")),
        Block::Point(text) => doubled(text, false, &format!("{path}.diem")),
        Block::Dash(text) => doubled(text, false, &format!("{path}.gach")),
        Block::Section(section) => doubled(&section.title, true, &format!("{path}.de_muc.ten")),
        Block::Activity(activity) => doubled(&activity.task, false, &format!("{path}.hoat_dong.viec")),
        _ => {}
    });
    for (key, list) in [("noi_nhan", &document.recipients), ("kinh_gui", &document.addressees)] {
        for (at, text) in list.iter().enumerate() {
            doubled(text, false, &format!("{key}.{at}"));
        }
    }
    for (at, paper) in document.basis.iter().flat_map(|basis| basis.papers.iter().enumerate()) {
        if let Citation::Text(text) = paper {
            doubled(text, false, &format!("can_cu.van_ban.{at}"));
        }
    }
    let place = document.place.trim();
    if place.ends_with(',') || place.contains(", ngày") {
        report.push(loaded.finding("dia_danh", ContentFault::TypedDate));
    }
    if document.subject.trim_start().to_lowercase().starts_with("v/v") {
        report.push(loaded.finding("trich_yeu", ContentFault::TypedAbout));
    }
    stray_placeholders(loaded, report);
}

/// A number, letter or dash at the beginning. Roman numerals count in headings
/// only: elsewhere `V. I. Lê-nin` and `I. Newton` are names.
fn typed_mark(text: &str, heading: bool) -> Option<&str> {
    let text = text.trim_start();
    let (first, _) = text.split_once(' ')?;
    let number = first
        .strip_suffix(['.', ')'])
        .is_some_and(|digits| (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()));
    let roman = first.starts_with(['I', 'V', 'X']) && !first.ends_with(')');
    let own = own_mark(text).map(|(mark, _)| mark).filter(|_| heading || !roman);
    (number || matches!(first, "-" | "+")).then_some(first).or(own)
}

/// Placeholders told of one document; whoever mends these checks again.
const ENOUGH: usize = 50;

/// `{{ han }}` stands for something only in the texts of an activity, any other
/// expression only in a document that names its data.
fn stray_placeholders(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    let mut filled = Vec::new();
    walk::blocks(&loaded.record, &mut |block, path| {
        if matches!(block, Block::Activity(_)) {
            filled.extend(
                ["viec", "luu_y"].map(|key| loaded.tree.place_of(&format!("{path}.hoat_dong.{key}"))),
            );
        }
    });
    let has_data = loaded.record.figures.is_some();
    let mut left = ENOUGH;
    loaded.tree.scalars(&mut |node, text| {
        if filled.contains(&node.span) {
            return;
        }
        for (range, name) in placeholder::names(text) {
            let known = placeholder::NAMES.contains(&name);
            if left == 0 || (!known && has_data) {
                continue;
            }
            left -= 1;
            let name = name.to_string();
            let fault = if known {
                ContentFault::StrayPlaceholder { name }
            } else {
                ContentFault::ExpressionWithoutData { expression: name }
            };
            let place = node.place_in(&loaded.source, &range);
            report.push(Diagnostic::at(&loaded.source, place, fault));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::typed_mark;

    #[test]
    fn marks_and_names() {
        for (text, heading, mark) in [
            ("1. Một", false, Some("1.")),
            ("12) Một", false, Some("12)")),
            ("a) một", false, Some("a)")),
            ("- một", false, Some("-")),
            ("• một", false, Some("•")),
            ("1.2. Một", false, Some("1.2.")),
            ("I. MỤC ĐÍCH", true, Some("I.")),
            ("V. I. Lê-nin", false, None),
            ("C. Mác", false, None),
            ("TP. Hồ Chí Minh", false, None),
            ("2020 là năm", false, None),
            ("100 % đảng viên", false, None),
        ] {
            assert_eq!(typed_mark(text, heading), mark, "{text}");
        }
    }
}
