//! In: the symbol of a decision that a batch carries out, or that follows it. Out: a finding
//! where it is none, is written as another body writes it, or its file in `data/` says
//! otherwise.

use super::record::{CertificateBatch, Recipients};
use crate::dataset::Placed;
use crate::diagnostic::{DecisionFault, Report};
use crate::load;
use crate::recognition;
use crate::values::without_marks;
use crate::workspace::Workspace;

/// A decision that is only cited by its number, where its file is in `data/`.
pub(super) fn check(workspace: &Workspace, record: &Placed<CertificateBatch>, report: &mut Report) {
    let Some(decision) = &record.decision else { return };
    if !decision.is_numbered() {
        let fault = DecisionFault::NoSymbol { symbol: decision.symbol.trim().into() };
        report.push(record.finding("quyet_dinh.so", fault));
    } else if let Some(meant) = of_its_system(decision.symbol.trim(), record.body.system()) {
        let symbol = decision.symbol.trim().into();
        report.push(record.finding("quyet_dinh.so", DecisionFault::SymbolOfOthers { symbol, meant }));
    }
    if let Some(meant) = misspelt(decision.symbol.trim(), &record.body.code) {
        let symbol = decision.symbol.trim().into();
        report.push(record.finding("quyet_dinh.so", DecisionFault::SymbolMisspelt { symbol, meant }));
    }
    // `215-QĐ/ĐUK` of the Party, `12/QĐ-UBND` of the State.
    let symbol = decision.symbol.trim();
    let (number, _) = symbol.split_at(symbol.find(|c: char| !c.is_ascii_digit()).unwrap_or(symbol.len()));
    let Ok(number) = number.parse::<u32>() else { return };
    let Some(code) = code(symbol).map(str::trim) else { return };
    let folder = workspace.root().join("data/quyet-dinh");
    let files =
        if folder.is_dir() { workspace.data_files(&[folder], &mut Report::default()) } else { Vec::new() };
    for file in files {
        let Some(loaded) = load::load_document(&file, &mut Report::default()) else { continue };
        let own = &loaded.record;
        let same = own.number.is_some_and(|own| own.plain() == number) && own.body.code.trim() == code;
        // A number returns with the next term.
        if !same || own.date.parts().0 != decision.date.parts().0 {
            continue;
        }
        if own.date != decision.date {
            let (date, file) = (own.date.to_string(), file.name.clone());
            report.push(record.finding("quyet_dinh.ngay", DecisionFault::CitedOtherwise { date, file }));
        }
        if recognition::declared(own).is_some() && matches!(record.recipients, Recipients::Listed(_)) {
            report.push(record.finding("nguoi_nhan", DecisionFault::ListElsewhere { file: file.name }));
        }
    }
}

/// The code of the body in a symbol.
fn code(symbol: &str) -> Option<&str> {
    let rest = symbol.trim_start_matches(|c: char| c.is_ascii_digit());
    let code = if rest.trim_start().starts_with('/') { rest.split_once('-') } else { rest.split_once('/') };
    Some(code?.1)
}

/// A symbol with the code of the body itself, where it has the same letters with other
/// marks.
pub(super) fn misspelt(symbol: &str, own: &str) -> Option<String> {
    let (written, own) = (code(symbol)?.trim(), own.trim());
    let letters = |code: &str| without_marks(code).to_uppercase();
    let meant = symbol.strip_suffix(written).map(|before| format!("{before}{own}"));
    meant.filter(|_| written != own && letters(written) == letters(own))
}

/// The symbol of a decision as the bodies of a system write it, where it is written as
/// the other's: `215-QĐ/ĐUK` of the Party, `45/QĐ-UBND` of the State.
fn of_its_system(symbol: &str, system: &str) -> Option<String> {
    let [before, between] = match system {
        "dang" => ["/QĐ-", "-QĐ/"],
        "nha_nuoc" => ["-QĐ/", "/QĐ-"],
        _ => return None,
    };
    let (number, code) = symbol.split_once(before)?;
    let is_number = number.bytes().all(|b| b.is_ascii_digit());
    (is_number && !code.contains(['/', '-'])).then(|| format!("{number}{between}{code}"))
}
