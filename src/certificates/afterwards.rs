//! In: `theo_doi` of a batch file. Out: what became of its certificates once they
//! were printed, each joined by the recipient's id.

use schemars::JsonSchema;
use serde::Deserialize;

use super::record::{Decision, Recipient};
use crate::values::{Date, EntryNumber};

/// Theo dõi: what the office did after printing.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Afterwards {
    /// Trao: who was handed the certificate, and when.
    #[serde(rename = "trao")]
    pub handed: Vec<Handover>,
    /// Đính chính: what a later decision corrects.
    #[serde(rename = "dinh_chinh")]
    pub corrected: Vec<Correction>,
    /// Bổ sung: whom a later decision adds.
    #[serde(rename = "bo_sung")]
    pub added: Vec<Addition>,
    /// Cấp lại, cấp đổi: whose certificate was issued anew, under a number of its own.
    #[serde(rename = "cap_lai")]
    pub reissued: Vec<Reissue>,
    /// Thu hồi: whose certificate a later decision takes back.
    #[serde(rename = "thu_hoi")]
    pub revoked: Vec<Revocation>,
}

/// Trao: the certificates that were handed over on a day.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// Ngày trao.
    #[serde(rename = "ngay")]
    pub date: Date,
    /// Mã of the recipients; if left out, all who had theirs by then and whom no
    /// other handover names. Whose certificate was corrected since may be named again.
    #[serde(rename = "ma")]
    pub ids: Option<Ids>,
}

/// Đính chính: what a decision says in place of what the list said.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Mã of the recipient.
    #[serde(rename = "ma")]
    pub id: String,
    /// Quyết định đính chính.
    #[serde(rename = "quyet_dinh")]
    pub decision: Decision,
    /// Tên.
    #[serde(rename = "ten")]
    pub name: Option<String>,
    /// Danh xưng.
    #[serde(rename = "danh_xung")]
    pub title: Option<String>,
    /// Chức vụ.
    #[serde(rename = "chuc_vu")]
    pub position: Option<String>,
    /// Đơn vị.
    #[serde(rename = "don_vi")]
    pub unit: Option<String>,
    /// Mô hình.
    #[serde(rename = "mo_hinh")]
    pub model: Option<String>,
    /// Xếp loại.
    #[serde(rename = "xep_loai")]
    pub rank: Option<String>,
    /// Thành tích.
    #[serde(rename = "thanh_tich")]
    pub merit: Option<String>,
}

/// Bổ sung: recipients whose certificates carry out a decision of their own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// Quyết định bổ sung; printed with its date on these certificates.
    #[serde(rename = "quyet_dinh")]
    pub decision: Decision,
    /// Người nhận.
    #[serde(rename = "nguoi_nhan")]
    #[schemars(length(min = 1))]
    pub recipients: Vec<Recipient>,
}

/// Cấp lại, cấp đổi.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reissue {
    /// Mã of the recipient.
    #[serde(rename = "ma")]
    pub id: String,
    /// Ngày cấp lại.
    #[serde(rename = "ngay")]
    pub date: Date,
    /// Hình thức.
    #[serde(rename = "hinh_thuc", default)]
    pub form: ReissueForm,
    /// Số vào sổ of the new certificate; the next one if left out.
    #[serde(rename = "so")]
    pub number: Option<EntryNumber>,
    /// Quyết định: what allows it, where one was revoked before.
    #[serde(rename = "quyet_dinh")]
    pub decision: Option<Decision>,
    /// Lý do.
    #[serde(rename = "ly_do")]
    pub reason: Option<String>,
}

/// Why a certificate was issued anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum ReissueForm {
    /// Cấp lại: it was lost.
    #[default]
    #[serde(rename = "cap_lai")]
    Lost,
    /// Cấp đổi: it was spoilt, and given back.
    #[serde(rename = "cap_doi")]
    Spoilt,
}

/// Thu hồi.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    /// Mã of the recipients.
    #[serde(rename = "ma")]
    pub ids: Ids,
    /// Quyết định thu hồi.
    #[serde(rename = "quyet_dinh")]
    pub decision: Decision,
    /// Lý do.
    #[serde(rename = "ly_do")]
    pub reason: Option<String>,
}

/// Mã: `A1`, or `[A1, A2]`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Ids {
    /// That of one recipient.
    One(String),
    /// Those of several.
    Several(#[schemars(length(min = 1))] Vec<String>),
}

impl Ids {
    /// All of them.
    pub(super) fn all(&self) -> &[String] {
        match self {
            Self::One(id) => std::slice::from_ref(id),
            Self::Several(ids) => ids,
        }
    }
}

impl Afterwards {
    /// The corrections with their indexes, in the order of their decisions.
    pub(super) fn corrections(&self) -> Vec<(usize, &Correction)> {
        let mut all: Vec<_> = self.corrected.iter().enumerate().collect();
        all.sort_by_key(|(_, own)| own.decision.date);
        all
    }
}

impl ReissueForm {
    /// As it is printed.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Lost => "cấp lại",
            Self::Spoilt => "cấp đổi",
        }
    }
}

impl Correction {
    /// What it corrects, by the keys that say it.
    pub(super) fn said(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let parts = [
            ("ten", &self.name),
            ("danh_xung", &self.title),
            ("chuc_vu", &self.position),
            ("don_vi", &self.unit),
            ("mo_hinh", &self.model),
            ("xep_loai", &self.rank),
            ("thanh_tich", &self.merit),
        ];
        parts.into_iter().filter_map(|(key, part)| Some((key, part.as_deref()?)))
    }

    /// What the recipient is called from now on. None where it corrects nothing.
    pub(super) fn of(&self, recipient: &Recipient) -> Option<Recipient> {
        let mut corrected = recipient.clone();
        let mut any = false;
        let parts = [
            (&mut corrected.title, &self.title),
            (&mut corrected.position, &self.position),
            (&mut corrected.unit, &self.unit),
            (&mut corrected.model, &self.model),
            (&mut corrected.rank, &self.rank),
            (&mut corrected.merit, &self.merit),
        ];
        for (part, said) in parts {
            if let Some(said) = said {
                *part = Some(said.clone().into());
                any = true;
            }
        }
        if let Some(name) = &self.name {
            corrected.name.clone_from(name);
            any = true;
        }
        any.then_some(corrected)
    }
}
