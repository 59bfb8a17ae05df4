//! In: the fonts and a profile. Out: the letters that the fonts in every file of a
//! batch hold, used or not. So a file does not depend on whose certificates were
//! laid out beside it, and cutting the fonts is done once for all of them.

use std::collections::BTreeSet;

use serde::Serialize;

use super::profile::CertificateProfile;
use super::view::View;
use crate::compile::Fonts;

/// What a Vietnamese name, unit, title, date or number consists of. Whatever else
/// a certificate has is cut for it alone.
const LOWER: &str =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz";
const OTHERS: &str = " \u{a0}0123456789.,;:!?()[]/-–—“”‘’\"'&%+*…°";

/// The letters, in each face of a profile; as the template is told them.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Alphabet {
    #[serde(rename = "chu")]
    letters: String,
    /// Bold, italic.
    #[serde(rename = "kieu")]
    faces: BTreeSet<(bool, bool)>,
}

impl Alphabet {
    pub(super) fn of(profile: &CertificateProfile, fonts: &Fonts) -> Self {
        let upper = LOWER.chars().flat_map(char::to_uppercase);
        let letters = LOWER.chars().chain(upper).chain(OTHERS.chars());
        Self {
            letters: letters.filter(|letter| fonts.covers(*letter)).collect(),
            faces: profile.styles.values().map(|style| (style.bold, style.italic)).collect(),
        }
    }

    /// Whether a page has no others.
    pub(super) fn spells(&self, view: &View) -> bool {
        let mut lines = view.paragraphs.iter().flat_map(|paragraph| &paragraph.lines);
        lines.all(|line| line.chars().all(|letter| self.letters.contains(letter)))
    }
}
