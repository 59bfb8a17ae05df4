//! In: a loaded document. Out: findings about what it says: marks and prefixes
//! the guidance forbids, numbers outside its ranges, characters no font has.

mod activity;
mod characters;
mod table;
mod typed_marks;
mod walk;

pub use characters::characters;

use crate::diagnostic::{ContentFault, Report};
use crate::documents::{OfficialDocument, Signature};
use crate::load::Loaded;
use crate::standard::{Kind, Profile, Range};

/// Checks a document against its guidance.
pub fn document(loaded: &Loaded<OfficialDocument>, kind: &Kind, profile: &Profile, report: &mut Report) {
    presentation(loaded, profile, report);
    body_code(loaded, report);
    signatures(loaded, profile, report);
    addressees(loaded, kind, report);
    activity::placeholders(loaded, report);
    table::rows(loaded, report);
    typed_marks::check(loaded, report);
    lengths(loaded, report);
}

fn presentation(loaded: &Loaded<OfficialDocument>, profile: &Profile, report: &mut Report) {
    let own = &loaded.record.presentation;
    let ranges = &profile.body;
    let checks: [(&str, Option<f64>, &Range, &str, &'static str); 4] = [
        ("co_chu", own.size, &ranges.size, "pt", "R-D-038"),
        ("gian_dong", own.pitch, &ranges.pitch, "pt", "R-D-133"),
        ("cach_doan", own.paragraph_gap, &ranges.paragraph_gap, "pt", "R-D-132"),
        ("thut_dau_dong", own.indent, &ranges.indent, "mm", "R-D-131"),
    ];
    for (key, value, range, unit, rule) in checks {
        if value.is_some_and(|value| !(range.from..=range.to).contains(&value)) {
            let show = |bound: f64| format!("{bound} {unit}").replace('.', ",");
            let fault = ContentFault::OutOfRange { from: show(range.from), to: show(range.to), rule };
            report.push(loaded.finding(&format!("trinh_bay.{key}"), fault));
        }
    }
}

/// Initials that begin and end with a capital (`ĐUK`, `ThU`), joint bodies
/// joined by a hyphen (R-D-100); a suffix like `/nb` occurs (R-D-104).
fn body_code(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    let code = loaded.record.body.code.trim();
    let initials = |part: &str| {
        let capital = |letter: Option<char>| letter.is_some_and(char::is_uppercase);
        part.chars().all(char::is_alphabetic) && capital(part.chars().next()) && capital(part.chars().last())
    };
    let (bodies, suffix) = code.split_once('/').unwrap_or((code, ""));
    if !bodies.split('-').all(initials) || !suffix.chars().all(char::is_alphabetic) {
        report.push(loaded.finding("co_quan.ky_hieu", ContentFault::BodyCode { code: code.into() }));
    } else if !suffix.is_empty() {
        report.push(loaded.finding("co_quan.ky_hieu", ContentFault::CodeSuffix { suffix: suffix.into() }));
    }
}

fn signatures(loaded: &Loaded<OfficialDocument>, profile: &Profile, report: &mut Report) {
    let document = &loaded.record;
    signature(loaded, &document.signature, "ky", profile, report);
    for (at, cosigner) in document.cosigners.iter().enumerate() {
        signature(loaded, cosigner, &format!("ky_cung.{at}"), profile, report);
    }
    if let Some(attestation) = &document.attestation {
        signature(loaded, &attestation.signature, "xac_nhan.ky", profile, report);
    }
}

/// The prefixes of R-D-152; someone must sign (R-D-150).
fn signature(
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

/// A công văn and a tờ trình address someone, other types do not (R-D-176).
fn addressees(loaded: &Loaded<OfficialDocument>, kind: &Kind, report: &mut Report) {
    match (kind.address, loaded.record.addressees.is_empty()) {
        (Some(_), true) => report.push(loaded.finding("", ContentFault::NoAddressee)),
        (None, false) => report.push(loaded.finding("kinh_gui", ContentFault::NeedlessAddressee)),
        _ => {}
    }
}

/// Names and subject lines are broken by weighing every possible break; what is
/// longer than this is no name but a text in the wrong place.
const NAME_LIMIT: usize = 400;

fn lengths(loaded: &Loaded<OfficialDocument>, report: &mut Report) {
    let document = &loaded.record;
    let superior = document.body.superior.as_deref().unwrap_or_default();
    let names = [
        ("trich_yeu", document.subject.as_str()),
        ("co_quan.ten", &document.body.name),
        ("co_quan.cap_tren", superior),
    ];
    let annexes = document
        .annexes
        .iter()
        .enumerate()
        .map(|(at, annex)| (format!("phu_luc.{at}.ten"), annex.title.as_str()));
    for (path, name) in names.map(|(path, name)| (path.to_string(), name)).into_iter().chain(annexes) {
        if name.chars().count() > NAME_LIMIT {
            report.push(loaded.finding(&path, ContentFault::NameTooLong { limit: NAME_LIMIT }));
        }
    }
}
