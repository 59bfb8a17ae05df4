//! In: the YAML under `co_quan`. Out: the body that issues a document, as written.

use schemars::JsonSchema;
use serde::Deserialize;

/// Cơ quan ban hành, printed in capitals at the top left (R-D-090…095).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuingBody {
    /// Cấp trên: the superior body on the first line, if there is one.
    #[serde(rename = "cap_tren")]
    pub superior: Option<String>,
    /// Tên: the body's own full name; a line break in it is kept.
    #[serde(rename = "ten")]
    pub name: String,
    /// Tên trong câu: its name in a sentence, where that says more than `ten`:
    /// `Văn phòng Tỉnh ủy` for a `Văn phòng` below its committee.
    #[serde(rename = "ten_trong_cau")]
    pub name_in_text: Option<String>,
    /// Hệ thống: whose format it follows (R-N-003): `dang`, `nha_nuoc`, or the
    /// `he_thong` of a profile of the office's own; the Party's if left out, and
    /// in a copy the document's.
    #[serde(rename = "he_thong")]
    pub system: Option<String>,
    /// Ký hiệu: its code in the number, `ĐUK` (R-D-106).
    #[serde(rename = "ky_hieu")]
    pub code: String,
    /// Cùng ban hành: the other bodies of a joint paper, after the one that
    /// leads it and whose number it bears (R-D-092).
    #[serde(rename = "cung_ban_hanh", default)]
    pub others: Vec<JointBody>,
}

/// A body that issues a paper together with another.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JointBody {
    /// Tên.
    #[serde(rename = "ten")]
    pub name: String,
    /// Ký hiệu.
    #[serde(rename = "ky_hieu")]
    pub code: String,
}

impl IssuingBody {
    /// Whose format its papers follow; the Party's if nothing is said.
    #[must_use]
    pub fn system(&self) -> &str {
        self.system.as_deref().unwrap_or("dang")
    }

    /// The names of all issuing bodies, the leading one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.others.iter().map(|other| other.name.as_str()))
    }

    /// Their codes in the same order, each with its path from here.
    pub fn codes(&self) -> impl Iterator<Item = (String, &str)> {
        let others = self.others.iter().enumerate();
        std::iter::once(("ky_hieu".into(), self.code.trim()))
            .chain(others.map(|(at, other)| (format!("cung_ban_hanh.{at}.ky_hieu"), other.code.trim())))
    }
}
