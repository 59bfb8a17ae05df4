//! In: who signs a document. Out: findings about the marks of their authority.

use crate::diagnostic::{ContentFault, GuidanceFault, Report};
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
pub(crate) fn one(
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
    let is_known =
        |line: &str| prefixes.iter().any(|prefix| line.to_uppercase().starts_with(prefix.as_str()));
    match (filled(&signature.authority), filled(&signature.position)) {
        (Some(text), _) => {
            // Below the first line only what looks like a prefix must be one.
            let wrong = text
                .lines()
                .map(str::trim)
                .enumerate()
                .find(|(at, line)| !is_known(line) && (*at == 0 || looks_like_a_prefix(line)));
            if let Some((_, line)) = wrong {
                let known = prefixes.iter().map(|prefix| prefix.trim()).collect::<Vec<_>>().join(", ");
                let fault = GuidanceFault::AuthorityPrefix { text: line.into(), known };
                report.push(loaded.finding(&format!("{path}.quyen_han"), fault));
            }
        }
        (None, None) => report.push(loaded.finding(path, ContentFault::NobodySigns)),
        _ => {}
    }
    if signature.also.is_some() && filled(&signature.position).is_none() {
        report.push(loaded.finding(&format!("{path}.kiem"), ContentFault::SecondOfficeAlone));
    }
}

/// `KT`, `K/T`, `TM.` …, in whatever way it is written.
fn looks_like_a_prefix(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let letters: String = first.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_uppercase).collect();
    ["TM", "KT", "TL", "TUQ", "Q"].contains(&letters.as_str())
}

/// Everyone who signs, with the path of the block.
pub(crate) fn all(document: &OfficialDocument) -> Vec<(String, &Signature)> {
    let main = ("ky".to_string(), &document.signature);
    let others =
        document.cosigners.iter().enumerate().map(|(at, signature)| (format!("ky_cung.{at}"), signature));
    let attests =
        document.attestation.iter().map(|attestation| ("xac_nhan.ky".to_string(), &attestation.signature));
    std::iter::once(main).chain(others).chain(attests).collect()
}
