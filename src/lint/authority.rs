//! Rules about the authority to sign: who signs for a body, for a head, by
//! order, and in his own name.

use serde::Deserialize;

use super::position::Position;
use super::reading::folded;
use super::spoken_for::{self, SpokenFor};
use super::{Check, Findings, Rule, Subject, standing};
use crate::diagnostic::Severity::Warning;
use crate::diagnostic::Wording;
use crate::documents::Signature;
use crate::validate::signers_of;
use crate::values::one_line;

pub(super) const RULES: &[Rule] = &[
    Rule { id: "R-D-153", severity: Warning, check: Check::Document(authority) },
    Rule { id: "R-D-154", severity: Warning, check: Check::Document(committee_deputy) },
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
        if let Some(authority) = Authority::of(signature) {
            let whose = || {
                let Authority { mark, whom, written } = &authority;
                spoken_for::fault(subject, whom, written).filter(|_| mark == "tm" && path == "ky")
            };
            if let Some(words) = standing::fault(subject, &authority, &position).or_else(whose) {
                found.value(subject, &format!("{path}.quyen_han"), words);
            }
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
