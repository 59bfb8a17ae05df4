//! Whom a paper is signed for, held against who issues it: a chi bộ does not sign T/M the
//! ban thường vụ. A part of the rule R-D-153.

use serde::Deserialize;

use super::Subject;
use super::reading::folded;
use crate::diagnostic::Wording;
use crate::values::one_line;

/// What papers of a body may be signed on behalf of; all in lower case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpokenFor {
    /// How the names of such bodies begin.
    #[serde(rename = "co_quan")]
    bodies: Vec<String>,
    /// What may follow such a beginning, if not anything: `Ban Tổ chức Hội thi` is no board.
    #[serde(rename = "cua", default)]
    served: Vec<String>,
    /// How the names of those collectives begin; none for a body with a head.
    #[serde(rename = "tap_the")]
    collectives: Vec<String>,
}

impl SpokenFor {
    fn is_of(&self, name: &str) -> bool {
        self.bodies.iter().filter_map(|word| name.strip_prefix(word.as_str())).map(str::trim_start).any(
            |rest| {
                rest.is_empty()
                    || self.served.is_empty()
                    || self.served.iter().any(|word| rest.starts_with(word.as_str()))
            },
        )
    }
}

/// What is wrong with signing T/M this collective.
pub(super) fn fault(subject: &Subject<'_>, whom: &str, written: &str) -> Option<Wording> {
    let signing = &subject.lexicon.signing;
    let body = &subject.document().body;
    if !subject.is_party() || !body.others.is_empty() || signing.by_parties.contains(&subject.kind.folder) {
        return None;
    }
    let begins = |text: &str, words: &[String]| words.iter().any(|word| text.starts_with(word.as_str()));
    let name = folded(&one_line(&body.name));
    let own = signing.spoken_for.iter().find(|own| own.is_of(&name))?;
    let known = |other: &SpokenFor| other.is_of(whom) || begins(whom, &other.collectives);
    let is_known = signing.spoken_for.iter().any(known) || begins(whom, &signing.committees);
    if begins(whom, &own.collectives) || !is_known {
        return None;
    }
    let name = one_line(&body.name);
    let (vi, en) = match own.collectives.first() {
        Some(right) => {
            let right = capital(right);
            (format!("ghi T/M {right}"), format!("write T/M {right}"))
        }
        None => (
            "cấp trưởng tự ký thì xoá dòng `quyen_han`, cấp phó ghi K/T cấp trưởng".into(),
            "a head who signs has no `quyen_han`, a deputy writes K/T the head".into(),
        ),
    };
    Some(Wording {
        vi: [
            format!("văn bản của {name} không ký thay mặt `{written}`"),
            format!("{vi}; hoặc sửa tên cơ quan"),
        ],
        en: [
            format!("a paper of {name} is not signed for `{written}`"),
            format!("{en}; or mend the name of the body"),
        ],
    })
}

/// The same with a capital at its beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
