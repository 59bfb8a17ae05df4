//! In: a loaded document. Out: findings about what it says: marks and prefixes
//! the guidance forbids, numbers outside its ranges, characters no font has.

mod activity;
mod characters;
mod table;
mod typed_marks;
mod walk;

pub use characters::characters;

use crate::diagnostic::{ContentFault, Report};
use crate::documents::{Block, OfficialDocument, Signature};
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
    for (path, who) in signers(&loaded.record) {
        signature(loaded, who, &path, profile, report);
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
    let mut check = |path: &str, name: &str| {
        if name.chars().count() > NAME_LIMIT {
            report.push(loaded.finding(path, ContentFault::NameTooLong { limit: NAME_LIMIT }));
        }
    };
    check("trich_yeu", &document.subject);
    check("co_quan.ten", &document.body.name);
    check("co_quan.cap_tren", document.body.superior.as_deref().unwrap_or_default());
    check("dia_danh", &document.place);
    for (at, annex) in document.annexes.iter().enumerate() {
        check(&format!("phu_luc.{at}.ten"), &annex.title);
    }
    walk::blocks(document, &mut |block, path| match block {
        Block::Part(part) => check(&format!("{path}.phan.ten"), &part.title),
        Block::Chapter(chapter) => check(&format!("{path}.chuong.ten"), &chapter.title),
        Block::Division(division) => check(&format!("{path}.muc.ten"), &division.title),
        _ => {}
    });
    for (path, signature) in signers(document) {
        let lines = [
            ("quyen_han", &signature.authority),
            ("chuc_vu", &signature.position),
            ("kiem", &signature.also),
        ];
        for (key, line) in lines {
            check(&format!("{path}.{key}"), line.as_deref().unwrap_or_default());
        }
    }
}

/// Everyone who signs, with the path of the block.
fn signers(document: &OfficialDocument) -> Vec<(String, &Signature)> {
    let main = ("ky".to_string(), &document.signature);
    let others =
        document.cosigners.iter().enumerate().map(|(at, signature)| (format!("ky_cung.{at}"), signature));
    let attests =
        document.attestation.iter().map(|attestation| ("xac_nhan.ky".to_string(), &attestation.signature));
    std::iter::once(main).chain(others).chain(attests).collect()
}
