//! Two columns of a list that were exchanged: persons under the unit, units under
//! the name. A part of the rule `doi-cho`, told once at the first row.

use super::strange_name::is_person;
use super::text::Text;
use super::{Findings, Subject};
use crate::diagnostic::Wording;

/// How names of units begin, lower case.
const UNITS: [&str; 24] = [
    "chi bộ",
    "đảng bộ",
    "đảng ủy",
    "chi ủy",
    "sở ",
    "trường ",
    "phòng ",
    "ban ",
    "ủy ban",
    "ubnd",
    "hội ",
    "công an",
    "trung tâm",
    "công ty",
    "bệnh viện",
    "xã ",
    "phường ",
    "ấp ",
    "khu phố",
    "tổ ",
    "văn phòng",
    "cục ",
    "chi cục",
    "mặt trận",
];

/// Fewer rows tell nothing.
const FEWEST: usize = 2;

pub(super) fn columns(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let of = |key: &str| -> Vec<&Text<'_>> {
        let own = |text: &&Text<'_>| {
            text.path.rsplit_once('.').is_some_and(|(row, own)| own == key && row.starts_with("nguoi_nhan."))
        };
        subject.texts.iter().filter(own).collect()
    };
    let (names, units) = (of("ten"), of("don_vi"));
    let families = &subject.lexicon.names.families;
    let persons = units.iter().filter(|text| is_person(families, text.text)).count();
    let bodies = names.iter().filter(|text| {
        let lower = text.text.to_lowercase();
        UNITS.iter().any(|unit| lower.starts_with(unit))
    });
    // A list says the same name of a unit of many of its rows, here perhaps once.
    let bodies = bodies.count();
    if persons < FEWEST || persons * 2 <= units.len() || bodies == 0 || bodies * 2 <= names.len() {
        return;
    }
    let words = Wording {
        vi: [
            "cột tên chứa đơn vị, cột đơn vị chứa tên người".into(),
            "hai cột đổi chỗ cho nhau: sửa lại hàng tiêu đề".into(),
        ],
        en: [
            "the column of names holds units, that of units holds persons".into(),
            "the two are exchanged: mend the headings".into(),
        ],
    };
    found.at(subject, names[0], 0..names[0].text.len(), words);
}
