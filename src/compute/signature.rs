//! In: who signs. Out: the lines of the signature block, each with its weight.

use serde::Serialize;

use super::lines;
use crate::documents::{Attestation, Signature};
use crate::standard::Profile;
use crate::values::one_line;

/// One signature block, top to bottom.
#[derive(Debug, Serialize)]
pub struct SignatureView {
    /// A regular sentence above the block, in an attestation (R-D-160).
    #[serde(rename = "cau")]
    pub sentence: Option<String>,
    /// The lines above the room to sign.
    #[serde(rename = "tren")]
    pub lines: Vec<SignatureLine>,
    /// Họ tên.
    #[serde(rename = "ho_ten")]
    pub name: String,
}

/// A line above the room to sign: its text and the profile's style for it.
#[derive(Debug, Serialize)]
pub struct SignatureLine {
    /// The profile's key for its style: `quyen_han` for the first line of the
    /// block and of a second office, `chuc_vu` for what stands below it, `kiem`
    /// for the word between two offices.
    #[serde(rename = "kieu")]
    pub style: &'static str,
    /// The text; a line break in it is kept.
    #[serde(rename = "chu")]
    pub text: String,
}

const LEADING: &str = "quyen_han";
const FOLLOWING: &str = "chuc_vu";
const ALSO: &str = "kiem";

impl SignatureView {
    /// The first line leads whatever it says (R-D-151); a second office stands
    /// below a lone `kiêm` and leads as well (R-D-153).
    pub(super) fn new(signature: &Signature, profile: &Profile) -> Self {
        let mut above = Vec::new();
        let mut push = |style, text: &Option<String>| {
            if let Some(text) = text.as_deref().and_then(lines) {
                above.push(SignatureLine { style, text });
            }
        };
        push(LEADING, &signature.authority);
        let has_authority = signature.authority.as_deref().is_some_and(|text| !text.trim().is_empty());
        push(if has_authority { FOLLOWING } else { LEADING }, &signature.position);
        if signature.also.is_some() {
            above.push(SignatureLine { style: ALSO, text: profile.signature.also.clone() });
            let text = signature.also.as_deref().and_then(lines).unwrap_or_default();
            above.push(SignatureLine { style: LEADING, text });
        }
        Self { sentence: None, lines: above, name: one_line(&signature.name) }
    }

    /// The block below all others.
    pub(super) fn attesting(attestation: &Attestation, profile: &Profile) -> Self {
        let sentence = Some(one_line(&attestation.sentence));
        Self { sentence, ..Self::new(&attestation.signature, profile) }
    }
}
