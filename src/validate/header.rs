//! In: the body that issues a document. Out: findings about its code, about joint
//! bodies, about a type that its system does not have.

use crate::diagnostic::{ContentFault, GuidanceFault, Report};
use crate::documents::{IssuingBody, OfficialDocument};
use crate::load::Loaded;
use crate::standard::{Kind, Profile};

pub(super) fn check(loaded: &Loaded<OfficialDocument>, kind: &Kind, profile: &Profile, report: &mut Report) {
    let document = &loaded.record;
    if !kind.is_of(&profile.system) {
        let fault = GuidanceFault::KindNotInSystem { kind: kind.folder.clone() };
        report.push(loaded.finding("co_quan.he_thong", fault));
    }
    body(loaded, "co_quan", &document.body, profile, report);
    if document.number.is_some() && !kind.prints_symbol {
        report.push(loaded.finding("so", ContentFault::NeedlessNumber));
    }
    if document.theme.is_some() && !kind.takes_theme {
        report.push(loaded.finding("thay_ten_loai", ContentFault::NeedlessTheme));
    }
    if document.copy.as_ref().is_some_and(|copy| copy.date < document.date) {
        let original = document.date.to_string();
        report.push(loaded.finding("ban_sao.ngay", ContentFault::CopyBeforeOriginal { original }));
    }
    if document.author.is_some() && (!kind.prints_name || document.theme.is_some()) {
        report.push(loaded.finding("cua", ContentFault::NeedlessAuthor));
    }
}

/// Its code, and that joint bodies name no superior.
pub(super) fn body(
    loaded: &Loaded<OfficialDocument>,
    path: &str,
    body: &IssuingBody,
    profile: &Profile,
    report: &mut Report,
) {
    for (key, code) in body.codes() {
        if let Some(fault) = code_fault(code, &profile.symbol.withdrawn) {
            report.push(loaded.finding(&format!("{path}.{key}"), fault));
        }
    }
    // The bodies of a joint paper stand side by side, none below a superior.
    if !body.others.is_empty() && body.superior.is_some() {
        report.push(loaded.finding(&format!("{path}.cap_tren"), ContentFault::JointSuperior));
    }
}

/// The one code that ends with a small letter: the Prime Minister's.
const PRIME_MINISTER: &str = "TTg";

/// Initials that begin and end with a capital (`ĐUK`, `ThU`), a number behind them
/// (`BCĐ389`, `PC02`) or in them (`THPTS2ĐP`), joint bodies joined by a hyphen (R-D-100); a
/// suffix like `/nb` occurs (R-D-104).
fn code_fault(code: &str, withdrawn: &[String]) -> Option<GuidanceFault> {
    let initials = |part: &str| {
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
        let capital = |letter: Option<char>| letter.is_some_and(char::is_uppercase);
        let capitals = capital(letters.chars().next()) && capital(letters.chars().last());
        // `Trường THPT Số 2 Đức Phổ`; a number behind one letter is a slip.
        let (before, after) = letters.split_once(|c: char| c.is_ascii_digit()).unwrap_or((letters, ""));
        let after = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = after.is_empty() || before.chars().count() > 1;
        let alphabetic = before.chars().chain(after.chars()).all(char::is_alphabetic);
        alphabetic && numbered && (capitals || part == PRIME_MINISTER)
    };
    let (bodies, suffix) = code.split_once('/').unwrap_or((code, ""));
    if !bodies.split('-').all(initials) || !suffix.chars().all(char::is_alphabetic) {
        Some(GuidanceFault::BodyCode { code: code.into() })
    } else if !suffix.is_empty() {
        Some(GuidanceFault::CodeSuffix { suffix: suffix.into() })
    } else {
        let gone = bodies.split('-').find(|part| withdrawn.iter().any(|code| code == part))?;
        Some(GuidanceFault::WithdrawnCode { code: gone.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::code_fault;

    #[test]
    fn a_code_is_initials_and_perhaps_a_number() {
        for (code, is_one) in [
            ("ĐUK", true),
            ("ThU", true),
            ("TTg", true),
            ("BCĐ389", true),
            ("PC02", true),
            ("THPTS2ĐP", true),
            ("THCS19TĐ-MN2", true),
            ("2ĐP", false),
            ("THPT2Đ3P", false),
            ("BTCTU-BDVTU", true),
            ("389", false),
            ("B35Đ", false),
            ("ĐUk", false),
            ("đuk", false),
            ("ĐU-", false),
        ] {
            assert_eq!(code_fault(code, &[]).is_none(), is_one, "{code}");
        }
    }
}
