//! The rule about values under the key of their neighbour: the body above and the
//! body, the position and the name, a word of YAML where a position belongs.

use super::position::misspelt;
use super::reading::{folded, words};
use super::text::at_words;
use super::{Findings, Rule, Subject};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::documents::Signature;
use crate::validate::signers_of;
use crate::values::one_line;

pub(super) const RULES: &[Rule] = &[Rule::of_document("doi-cho", Warning, swapped).and_lines()];

/// Words that tell how high a body stands, the highest first.
const LEVELS: [&[&str]; 5] = [
    &["trung ương", "chính phủ"],
    &["tỉnh", "thành phố", "thành ủy"],
    &["huyện", "quận", "thị xã", "khối"],
    &["phường", "xã", "thị trấn", "đặc khu"],
    &["chi bộ", "chi ủy"],
];

/// What begins the name of an institution, whose rank the place in it does not tell:
/// `Bệnh viện Đa khoa tỉnh`.
const INSTITUTIONS: [&str; 8] =
    ["bệnh viện", "trường", "sở", "công ty", "trung tâm", "viện", "ngân hàng", "đài"];

/// What YAML or a form leaves where nobody wrote a position.
const NO_POSITION: [&str; 9] = ["yes", "no", "true", "false", "null", "none", "có", "không", "x"];

fn swapped(subject: &Subject<'_>, found: &mut Findings<'_>) {
    let body = &subject.document().body;
    let level = |name: &str| level(&folded(&one_line(name)));
    if let Some(superior) = &body.superior
        && let (Some(above), Some(own)) = (level(superior), level(&body.name))
        && above > own
    {
        let words = Wording {
            vi: [
                format!("`{}` không ở trên `{}`", one_line(superior), one_line(&body.name)),
                "đổi chỗ: `cap_tren` là cơ quan cấp trên, `ten` là cơ quan ban hành".into(),
            ],
            en: [
                format!("`{}` does not stand above `{}`", one_line(superior), one_line(&body.name)),
                "exchange them: `cap_tren` is the body above, `ten` the one that issues".into(),
            ],
        };
        found.value(subject, "co_quan.cap_tren", words);
    }
    let bases =
        subject.texts.iter().filter(|text| text.path.starts_with("can_cu.") && text.key() == "co_quan");
    for text in bases.filter(|text| text.text.trim_start().starts_with("về ")) {
        let words = Wording {
            vi: [
                "cơ quan ban hành mà bắt đầu bằng “về”".into(),
                "đổi chỗ `co_quan` và `trich_yeu` của căn cứ này".into(),
            ],
            en: [
                "a body whose name begins with “về”".into(),
                "exchange `co_quan` and `trich_yeu` of this legal basis".into(),
            ],
        };
        found.at(subject, text, 0..text.text.len(), words);
    }
    for (path, signature) in signers_of(subject.document()) {
        let position = signature.position.as_deref().map(one_line).unwrap_or_default();
        let words = if names_exchanged(subject, signature) {
            Wording {
                vi: [
                    format!("chức vụ ghi `{position}`, họ tên ghi `{}`", one_line(&signature.name)),
                    "đổi chỗ hai giá trị".into(),
                ],
                en: [
                    format!("the position is `{position}`, the name `{}`", one_line(&signature.name)),
                    "exchange the two values".into(),
                ],
            }
        } else if NO_POSITION.contains(&position.to_lowercase().as_str()) {
            Wording {
                vi: [
                    format!("`{position}` không phải chức vụ, sẽ bị in ra"),
                    "ghi chức vụ người ký, hoặc xoá dòng này".into(),
                ],
                en: [
                    format!("`{position}` is no position and would be printed"),
                    "write the signer's position, or delete the line".into(),
                ],
            }
        } else {
            continue;
        };
        found.value(subject, &format!("{path}.chuc_vu"), words);
    }
}

/// Whether the name is a position and the position begins like a person.
pub(super) fn names_exchanged(subject: &Subject<'_>, signature: &Signature) -> bool {
    let positions = &subject.lexicon.signing.positions;
    let name = one_line(&signature.name);
    let position = one_line(signature.position.as_deref().unwrap_or_default());
    let is_position =
        positions.iter().any(|own| own.folded == folded(&name)) || misspelt(&name, positions).is_some();
    let capitals = words(&position).all(|(_, word)| word.starts_with(char::is_uppercase));
    let first = words(&position).next().map(|(_, word)| word.to_lowercase()).unwrap_or_default();
    is_position && capitals && subject.lexicon.names.families.contains(&first)
}

/// How high the body stands that is named first; `Chi bộ …` of whatever body is
/// the lowest, an institution has no rank.
fn level(name: &str) -> Option<usize> {
    let of = |words: &[&str]| words.iter().filter_map(|word| at_words(name, word).next()).min();
    let places = LEVELS.iter().enumerate().filter_map(|(level, words)| Some((of(words)?, level)));
    let (at, level) = { places }.min()?;
    of(&INSTITUTIONS).is_none_or(|institution| at < institution).then_some(level)
}
