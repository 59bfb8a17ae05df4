//! Rules about the authority to sign: who signs for a body, for a head, by
//! order, and in his own name.

use serde::Deserialize;

use super::cited_issuer::full_name;
use super::position::Position;
use super::reading::folded;
use super::spoken_for::{self, SpokenFor};
use super::text::holds;
use super::{Findings, Rule, Subject, standing};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::documents::Signature;
use crate::validate::signers_of;
use crate::values::one_line;

pub(super) const RULES: &[Rule] = &[
    Rule::of_document("R-D-153", Warning, authority).and_lines(),
    Rule::of_document("R-D-154", Warning, committee_deputy).and_lines(),
];

/// The words of the signature block.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SigningWords {
    /// Positions, each as it is spelled.
    #[serde(rename = "chuc_vu")]
    pub(super) positions: Vec<Position>,
    /// Academic and military titles that are no part of a name.
    #[serde(rename = "danh_xung")]
    pub(super) titles: Vec<String>,
    /// Bodies that decide together.
    #[serde(rename = "tap_the")]
    pub(super) committees: Vec<String>,
    /// Those of them without a head whom a deputy would sign for.
    #[serde(rename = "khong_cap_truong")]
    pub(super) headless: Vec<String>,
    /// Heads, whom nobody signs on behalf of.
    #[serde(rename = "mot_nguoi")]
    pub(super) single_heads: Vec<String>,
    /// Heads of units, who are no committee.
    #[serde(rename = "dung_dau_don_vi")]
    pub(super) unit_heads: Vec<String>,
    /// Types that are signed by whoever took part.
    #[serde(rename = "cac_ben_ky")]
    pub(super) by_parties: Vec<String>,
    /// What the papers of each kind of body are signed for.
    #[serde(rename = "thay_mat")]
    pub(super) spoken_for: Vec<SpokenFor>,
    /// The positions that nobody holds in a kind of body.
    #[serde(rename = "khong_co")]
    strangers: Vec<Strangers>,
}

/// Positions that are none of a kind of body; in lower case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Strangers {
    /// How the names of such bodies begin.
    #[serde(rename = "co_quan")]
    bodies: Vec<String>,
    /// How those positions begin.
    #[serde(rename = "chuc_vu")]
    positions: Vec<String>,
}

/// An authority as its parts, lower case.
pub(super) struct Authority {
    /// `tm`, `kt`, `tl`, without point or slash.
    pub(super) mark: String,
    /// For whom, on all lines.
    pub(super) whom: String,
    /// The same as written.
    pub(super) written: String,
}

impl Authority {
    fn of(signature: &Signature) -> Option<Self> {
        let line = one_line(signature.authority.as_deref()?);
        let (mark, written) = line.split_once(' ').unwrap_or((&line, ""));
        Some(Self {
            mark: mark.to_lowercase().replace(['/', '.'], ""),
            whom: folded(written),
            written: written.to_string(),
        })
    }
}

fn position_of(signature: &Signature) -> String {
    folded(&one_line(signature.position.as_deref().unwrap_or_default()))
}

/// T/M is for a body that decides together, K/T for the deputy of a head, T/L
/// for a subordinate; a deputy signs for somebody.
fn authority(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for (path, signature) in signers_of(subject.document()) {
        let position = position_of(signature);
        if let Some(words) = stranger(subject, signature, &position).filter(|_| path == "ky") {
            found.value(subject, "ky.chuc_vu", words);
            continue;
        }
        if let Some(authority) = Authority::of(signature) {
            let whose = || {
                let Authority { mark, whom, written } = &authority;
                spoken_for::fault(subject, whom, written).filter(|_| mark == "tm" && path == "ky")
            };
            if let Some(words) = standing::fault(subject, &authority, &position).or_else(whose) {
                found.value(subject, &format!("{path}.quyen_han"), words);
            }
        } else if let Some(words) = lacks_committee(subject, &position).filter(|_| path == "ky") {
            found.value(subject, "ky.chuc_vu", words);
        } else if path == "ky" && signature.also.is_none() && signs_alone(subject, &position) {
            let [_, kt, _] = marks(subject);
            let words = Wording {
                vi: [
                    "cấp phó ký mà không ghi quyền hạn".into(),
                    format!("thêm `quyen_han`: {kt} cấp trưởng, hoặc thay mặt tập thể"),
                ],
                en: [
                    "a deputy signs without an authority".into(),
                    format!("add `quyen_han`: {kt} the head, or on behalf of the body"),
                ],
            };
            found.value(subject, "ky.chuc_vu", words);
        }
    }
}

/// A bí thư who signs what an office issues: nobody there is one. Whoever signs by order, or
/// for a head, is of another body.
fn stranger(subject: &Subject<'_>, signature: &Signature, position: &str) -> Option<Wording> {
    let (signing, body) = (&subject.lexicon.signing, &subject.document().body);
    let name = folded(&full_name(body));
    let begins = |text: &str, words: &[String]| {
        words
            .iter()
            .find_map(|word| text.strip_prefix(word.as_str()))
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let own = signing.strangers.iter().find(|own| begins(&name, &own.bodies))?;
    let authority = Authority::of(signature);
    let lent = !subject.is_party()
        && authority.as_ref().is_some_and(|own| {
            own.mark != "tm" || ["kt", "tl", "tuq"].iter().any(|mark| holds(&own.whom, mark))
        });
    let parties = signing.by_parties.contains(&subject.kind.folder);
    if lent
        || parties
        || !body.others.is_empty()
        || signature.also.is_some()
        || !begins(position, &own.positions)
    {
        return None;
    }
    let (name, position) = (full_name(body), one_line(signature.position.as_deref().unwrap_or_default()));
    Some(Wording {
        vi: [
            format!("{name} không có chức vụ `{position}`"),
            "xem lại chức vụ người ký và tên cơ quan ban hành".into(),
        ],
        en: [
            format!("nobody is `{position}` in {name}"),
            "look at the position of the signer and at the name of the issuing body".into(),
        ],
    })
}

/// What a bí thư lacks who signs what his committee decides.
fn lacks_committee(subject: &Subject<'_>, position: &str) -> Option<Wording> {
    let document = subject.document();
    let decides = subject.kind.is_collective && document.cosigners.is_empty();
    (decides && position == "bí thư" && standing::of_committee(subject)).then(|| Wording {
        vi: [
            "bí thư ký văn bản của tập thể mà không ghi quyền hạn".into(),
            "thêm `quyen_han`: T/M Ban Thường vụ, T/M Đảng ủy hoặc T/M Chi bộ".into(),
        ],
        en: [
            "a bí thư signs what a committee decides without an authority".into(),
            "add `quyen_han`: T/M Ban Thường vụ, T/M Đảng ủy or T/M Chi bộ".into(),
        ],
    })
}

/// The marks of the three authorities, on behalf, for, by order.
pub(super) fn marks(subject: &Subject<'_>) -> [&'static str; 3] {
    if subject.is_party() { ["T/M", "K/T", "T/L"] } else { ["TM.", "KT.", "TL."] }
}

/// Minutes and agreements are signed by whoever took part. A deputy in charge, where no
/// head is appointed, writes no authority.
fn signs_alone(subject: &Subject<'_>, position: &str) -> bool {
    let document = subject.document();
    position.starts_with("phó ")
        && !position.ends_with("phụ trách")
        && document.cosigners.is_empty()
        && !subject.lexicon.signing.by_parties.contains(&subject.kind.folder)
}

/// A committee is collective: its deputy signs T/M, never K/T.
fn committee_deputy(subject: &Subject<'_>, found: &mut Findings<'_>) {
    for (path, signature) in signers_of(subject.document()) {
        let Some(Authority { mark, whom, .. }) = Authority::of(signature) else { continue };
        if mark == "kt" && whom.starts_with("bí thư") {
            let words = Wording {
                vi: [
                    "phó bí thư không ký thay (K/T) bí thư".into(),
                    "cấp ủy làm việc tập thể: ghi T/M Ban Thường vụ (hoặc T/M Đảng ủy, T/M Chi bộ)".into(),
                ],
                en: [
                    "a phó bí thư does not sign for (K/T) the bí thư".into(),
                    "a committee decides together: write T/M Ban Thường vụ (or T/M Đảng ủy, T/M Chi bộ)"
                        .into(),
                ],
            };
            found.value(subject, &format!("{path}.quyen_han"), words);
        }
    }
}
