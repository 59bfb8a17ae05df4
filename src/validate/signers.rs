//! In: who signs a document. Out: findings about the marks of their authority.

use crate::diagnostic::{ContentFault, Report};
use crate::documents::{OfficialDocument, Signature};
use crate::load::Loaded;
use crate::standard::Profile;

/// Every signer's authority against the guidance's prefixes.
pub(super) fn check(loaded: &Loaded<OfficialDocument>, profile: &Profile, report: &mut Report) {
    for (path, who) in all(&loaded.record) {
        one(loaded, who, &path, profile, report);
    }
}

/// The prefixes of R-D-152; someone must sign (R-D-150).
pub(super) fn one(
    loaded: &Loaded<OfficialDocument>,
    signature: &Signature,
    path: &str,
    profile: &Profile,
    report: &mut Report,
) {
    let filled = |text: &Option<String>| {
        text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(String::from)
    };
    let prefixes = &profile.signature.prefixes;
    match (filled(&signature.authority), filled(&signature.position)) {
        (Some(text), _)
            if !prefixes.iter().any(|prefix| text.to_uppercase().starts_with(prefix.as_str())) =>
        {
            let known = prefixes.iter().map(|prefix| prefix.trim()).collect::<Vec<_>>().join(", ");
            report.push(
                loaded.finding(&format!("{path}.quyen_han"), ContentFault::AuthorityPrefix { text, known }),
            );
        }
        (None, None) => report.push(loaded.finding(path, ContentFault::NobodySigns)),
        _ => {}
    }
}

/// Everyone who signs, with the path of the block.
pub(super) fn all(document: &OfficialDocument) -> Vec<(String, &Signature)> {
    let main = ("ky".to_string(), &document.signature);
    let others =
        document.cosigners.iter().enumerate().map(|(at, signature)| (format!("ky_cung.{at}"), signature));
    let attests =
        document.attestation.iter().map(|attestation| ("xac_nhan.ky".to_string(), &attestation.signature));
    std::iter::once(main).chain(others).chain(attests).collect()
}
