//! The rule about names that are none: a number, a day, TRUE, which Excel makes of
//! what was typed, in a column of names; `nt`, `-//-`, `N/A` in a list that is printed.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::pattern;
use super::text::{Role, Text};
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;

pub(super) const RULES: &[Rule] = &[Rule::of_document("ten-so", Warning, numbers).and_rows()];

/// Headings of columns that hold names only, lower case.
const TITLES: [&str; 8] = [
    "họ và tên",
    "họ tên",
    "họ, tên",
    "tên mô hình",
    "tên đơn vị",
    "tên chi bộ",
    "tên tập thể",
    "người nhận",
];

/// What is printed of a recipient and is a name; `ten` itself is looked at there.
const KEYS: [&str; 2] = ["don_vi", "mo_hinh"];

/// Lists of records and of recipients. The names of recipients are looked at one by one.
const LISTS: [&str; 4] = ["nguoi_nhan", "mo_hinh", "khen_thuong", "danh_gia"];
/// What is printed of their rows.
const PRINTED: [&str; 9] = [
    "ten",
    "don_vi",
    "mo_hinh",
    "xep_loai",
    "thanh_tich",
    "chuc_vu",
    "danh_xung",
    "ca_nhan.ho_ten",
    "ca_nhan.chuc_vu",
];

/// `45366`, `1,5`, `03/5/2020`, `03-05`, `TRUE`. `19/5` and `30/4` are names of schools
/// and of co-operatives.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[0-9]+(?:[.,][0-9]+)*(?:E[+-]?[0-9]+)?|[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4}|[0-9]{1,2}-[0-9]{1,2}|(?i:true|false))$",
    )
});

fn numbers(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for text in &subject.texts {
        let of_list = |(row, key): (&str, &str)| {
            let of_recipient = row.starts_with("nguoi_nhan.") && KEYS.contains(&key);
            of_recipient || row.starts_with("mo_hinh.") && key == "ten"
        };
        if text.path.rsplit_once('.').is_some_and(of_list) {
            tell(subject, text, found);
        }
        of_document(subject, text, found);
        blank(subject, text, found);
        let Some((table, column)) = title_of(text) else { continue };
        let rows = format!("{table}.hang.");
        let own = subject.texts.iter().filter(|cell| cell.role == Role::Cell);
        for cell in own {
            let place = cell.path.strip_prefix(&rows).and_then(|place| place.split_once('.'));
            if place.is_some_and(|(_, at)| at == column) {
                tell(subject, cell, found);
            }
        }
    }
}

/// A body, a place, a person, a subject or a recipient of a document that is a day or a number.
fn of_document(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    let named = matches!(text.role, Role::Name | Role::Position | Role::Recipient | Role::Subject);
    let listed = LISTS.iter().any(|list| text.path.starts_with(list));
    let written = text.text.trim();
    if !named || listed || !NUMBER.is_match(written) {
        return;
    }
    let words = Wording {
        vi: [
            format!("`{written}` đứng ở chỗ của một cái tên, sẽ bị in ra"),
            "ghi tên vào đây; ngày của văn bản ghi ở `ngay`, số ở `so`".into(),
        ],
        en: [
            format!("`{written}` stands where a name belongs and would be printed"),
            "write the name here; the day of a paper is `ngay`, its number `so`".into(),
        ],
    };
    found.at(subject, text, 0..text.text.len(), words);
}

/// A text of a list that stands for another, or for none.
fn blank(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    let key = LISTS.iter().find_map(|list| text.path.strip_prefix(list)?.strip_prefix('.'));
    let Some((_, key)) = key.and_then(|path| path.split_once('.')) else { return };
    let (written, blanks) = (text.text.trim(), &subject.lexicon.blanks);
    let is_note = key == "ghi_chu" || (text.path.starts_with("nguoi_nhan.") && key == "ten");
    let words = if is_note {
        return;
    } else if blanks.is_ditto(written) {
        Wording {
            vi: [
                format!("`{written}` (như trên) sẽ bị in ra"),
                "ghi rõ giá trị của hàng này; không có thì bỏ trống".into(),
            ],
            en: [
                format!("`{written}` (the same as above) would be printed"),
                "write the value of this row; leave it out where there is none".into(),
            ],
        }
    } else if PRINTED.contains(&key) && (blanks.is_unknown(written) || blanks.is_missing(written)) {
        Wording {
            vi: [
                format!("`{written}` không phải giá trị, sẽ bị in ra"),
                "ghi đúng giá trị; không có thì bỏ trống".into(),
            ],
            en: [
                format!("`{written}` is no value and would be printed"),
                "write the value; leave it out where there is none".into(),
            ],
        }
    } else {
        return;
    };
    found.at(subject, text, 0..text.text.len(), words);
}

/// The table and the column that this text heads, if it is one of names.
fn title_of<'t>(text: &'t Text<'_>) -> Option<(&'t str, &'t str)> {
    let (table, column) = text.path.strip_suffix(".ten")?.rsplit_once(".cot.")?;
    TITLES.contains(&text.text.trim().to_lowercase().as_str()).then_some((table, column))
}

fn tell(subject: &Subject<'_>, text: &Text<'_>, found: &mut Findings<'_>) {
    let written = text.text.trim();
    if !NUMBER.is_match(written) {
        return;
    }
    let words = Wording {
        vi: [
            format!("`{written}` đứng ở chỗ của một cái tên"),
            "Excel hay đổi chữ thành số, thành ngày: đặt ô ở dạng Text rồi gõ lại tên".into(),
        ],
        en: [
            format!("`{written}` stands where a name belongs"),
            "Excel makes numbers and days of text: set the cell to Text and type the name again".into(),
        ],
    };
    found.at(subject, text, 0..text.text.len(), words);
}
