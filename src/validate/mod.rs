//! In: a loaded document. Out: findings about what it says: marks and prefixes
//! the guidance forbids, numbers outside its ranges, characters no font has.

mod activity;
mod addressees;
mod characters;
mod count_words;
mod figures;
mod header;
pub(crate) mod lengths;
mod meeting;
mod presentation;
mod recognition;
mod signers;
mod table;
mod typed_marks;
mod votes;
pub(crate) mod walk;

pub use characters::characters;
pub(crate) use characters::hidden;
pub use figures::figures;
pub(crate) use signers::all as signers_of;
pub(crate) use signers::one as signer;
pub(crate) use walk::blocks;

use crate::diagnostic::Report;
use crate::documents::OfficialDocument;
use crate::load::Loaded;
use crate::standard::{Kind, Profile};

/// Checks a document against its guidance, and what makes it a copy against the
/// guidance of the copy.
pub fn document(
    loaded: &Loaded<OfficialDocument>,
    kind: &Kind,
    profile: &Profile,
    copy_profile: Option<&Profile>,
    report: &mut Report,
) {
    header::check(loaded, kind, profile, report);
    presentation::check(loaded, kind, profile, report);
    signers::check(loaded, profile, report);
    addressees::check(loaded, kind, report);
    activity::placeholders(loaded, report);
    meeting::check(loaded, report);
    table::rows(loaded, report);
    typed_marks::check(loaded, report);
    lengths::check(loaded, report);
    if let Some((copy, profile)) = loaded.record.copy.as_ref().zip(copy_profile) {
        header::body(loaded, "ban_sao.co_quan", &copy.body, profile, report);
        signers::one(loaded, &copy.signature, "ban_sao.ky", profile, report);
    }
}
