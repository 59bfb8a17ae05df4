//! In: a batch. Out: a finding for everything in it that would spoil all of its
//! certificates: what its profile does not have, a decision or a signer that
//! other papers know otherwise, a name or a unit that no line prints.

use std::collections::BTreeMap;
use std::path::Path;

use super::batch::Batch;
use super::jobs::REPRINT;
use super::names::is_numbered;
use super::profile::{CertificateProfile, FOLDER};
use super::record::{CertificateBatch, PrintMode, Recipients};
use super::register;
use super::store::{Issued, Store};
use crate::attestation::{PUBLIC, PublicKey, SECRET, SecretKey};
use crate::compile::Compiler;
use crate::consistency;
use crate::dataset::{self, Placed};
use crate::diagnostic::{CertificateFault, Diagnostic, Fault, RecipientFault, RegisterFault, Report};
use crate::expression::expressions;
use crate::load;
use crate::recognition::{self, Recognition};
use crate::values::{Date, comparable, nearest, one_line};
use crate::workspace::{DataFile, Workspace};

/// A printer that is off by more is mended, not compensated, mm.
const FARTHEST: u8 = 10;

/// What the batch asks of its profile.
pub(super) fn profile(
    workspace: &Workspace,
    record: &Placed<CertificateBatch>,
    profile: &CertificateProfile,
    mode: PrintMode,
    compiler: &Compiler<'_>,
    report: &mut Report,
) {
    if !profile.modes.contains(&mode) {
        report.push(record.finding("in", CertificateFault::ModeNotOffered));
    }
    for (key, number) in [("so_dau", record.first_number), ("moi_tap", record.per_volume)] {
        if number == Some(0) {
            report.push(record.finding(key, RegisterFault::NotFromOne));
        }
    }
    let far = |offset: f64| offset.is_nan() || offset.abs() > FARTHEST.into();
    if record.offset.is_some_and(|offset| far(offset.dx) || far(offset.dy)) {
        report.push(record.finding("can_chinh", CertificateFault::OffsetTooFar { most: FARTHEST }));
    }
    let known: Vec<_> = profile.line_styles().collect();
    for (at, line) in record.lines.iter().enumerate() {
        if !known.contains(&line.style.trim()) {
            let nearest = nearest(&line.style, known.iter().copied());
            let (name, known) = (line.style.clone(), known.join(", "));
            let fault = CertificateFault::UnknownStyle { name, nearest, known };
            report.push(record.finding(&format!("dong.{at}.kieu"), fault));
        }
    }
    let asks = |word: &str| expressions(&record.decision_line).iter().any(|own| own.code == Some(word));
    if record.decision.is_none() && (asks("so_quyet_dinh") || asks("ngay_quyet_dinh")) {
        report.push(record.finding("", RecipientFault::NoDecision));
    }
    let Some(name) = &record.emblem else { return };
    let file = format!("{FOLDER}/{name}");
    let plain = !name.contains(['/', '\\', '"']) && workspace.template(&file).is_some();
    if !plain {
        report.push(record.finding("bieu_trung", CertificateFault::NoEmblem { name: name.clone() }));
    } else if !compiler.is_image(&file) {
        report.push(record.finding("bieu_trung", CertificateFault::EmblemNotAnImage { name: name.clone() }));
    }
}

/// The key that signs the codes, if codes are asked for and there is one.
pub(super) fn key(
    workspace: &Workspace,
    record: &Placed<CertificateBatch>,
    folder: &Path,
    report: &mut Report,
) -> Option<SecretKey> {
    let [secret, public] = [SECRET, PUBLIC].map(|name| workspace.key_path(name));
    if !record.code {
        return None;
    }
    if !secret.exists() {
        // Those that were printed with codes would all lose them.
        let signed = std::fs::read(folder.join(register::CSV)).is_ok_and(|bytes| register::is_signed(&bytes));
        let fault = if signed { CertificateFault::KeyGone } else { CertificateFault::CodeWithoutKey };
        report.push(record.finding("ma_qr", fault));
        return None;
    }
    let key = SecretKey::read(&secret).map_err(|finding| report.push(finding)).ok()?;
    // What is signed must be what others can verify.
    if PublicKey::read(&public).is_ok_and(|public| public != key.public()) {
        report.push(record.finding("ma_qr", CertificateFault::KeysDiffer));
    }
    Some(key)
}

/// The numbers that earlier runs gave. None where certificates lie there, but not
/// what tells whose numbers they bear: nobody may be given another one's.
pub(super) fn remembered(
    folder: &Path,
    file: &DataFile,
    report: &mut Report,
) -> Option<BTreeMap<String, Issued>> {
    let store = Store::read(folder);
    let names = || {
        let entries = folder.read_dir().into_iter().flatten().flatten();
        let files = entries.filter(|entry| entry.path().is_file());
        files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>()
    };
    if !store.is_remembered() && names().iter().any(|name| is_numbered(name)) {
        let folder = folder.display().to_string();
        report.push(Diagnostic::in_file(&file.name, RegisterFault::MemoryLost { folder }));
        return None;
    }
    // The register tells numbers, not what was still to be printed.
    if store.list.is_empty() && names().iter().any(|name| name.starts_with(REPRINT)) {
        report.push(Diagnostic::in_file(&file.name, RegisterFault::ReprintForgotten));
    }
    Some(store.issued)
}

/// The decision that a batch carries out, and whoever signs both.
pub(super) fn decided(
    workspace: &Workspace,
    record: &Placed<CertificateBatch>,
    decided: Option<&Recognition>,
    date: Date,
    report: &mut Report,
) {
    let organisations = dataset::organisations(workspace);
    let (body, signature) = (&record.body, &record.signature);
    if let Some((key, fault)) =
        consistency::out_of_office(&organisations, body, &record.place, date, signature)
    {
        report.push(record.finding(key, fault));
    }
    if let Some(decided) = decided {
        if comparable(&decided.signer) != comparable(&signature.name) {
            let (file, signer) = (decided.file.clone(), one_line(&decided.signer));
            report.push(record.finding("ky.ho_ten", RecipientFault::OtherSigner { signer, file }));
        }
        return;
    }
    cited(workspace, record, report);
}

/// A decision that is only cited by its number, where its file is in `data/`.
fn cited(workspace: &Workspace, record: &Placed<CertificateBatch>, report: &mut Report) {
    let Some(decision) = &record.decision else { return };
    let symbol = decision.symbol.trim();
    let digits = symbol.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let is_decision = symbol.split(['-', '/']).any(|part| part.trim() == "QĐ");
    if digits.trim_start_matches('0').is_empty() || !is_decision {
        let fault = RecipientFault::NoDecisionSymbol { symbol: symbol.into() };
        report.push(record.finding("quyet_dinh.so", fault));
    }
    let Some((number, rest)) = decision.symbol.split_once('-') else { return };
    let Ok(number) = number.trim().parse::<u32>() else { return };
    let code = rest.rsplit('/').next().unwrap_or_default().trim();
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
            report.push(record.finding("quyet_dinh.ngay", RecipientFault::CitedOtherwise { date, file }));
        }
        if recognition::declared(own).is_some() && matches!(record.recipients, Recipients::Listed(_)) {
            report.push(record.finding("nguoi_nhan", RecipientFault::ListElsewhere { file: file.name }));
        }
    }
}

/// The parts of the page that are the same for all: they are told once.
pub(super) fn pages(batch: &Batch, compiler: &Compiler<'_>, report: &mut Report) -> bool {
    let record = &batch.record;
    let mut sound = true;
    for (key, fault) in batch.composer(compiler).signature() {
        report.push(record.finding(&format!("ky.{key}"), fault));
        sound = false;
    }
    // What is wrong with a line is wrong on every sheet.
    if let Some(finding) =
        (!batch.recipients.is_empty()).then(|| batch.said(&Batch::wordings(), 0).err()).flatten()
        && !matches!(finding.fault, Fault::Certificate(CertificateFault::Lacking { .. }))
    {
        report.push(finding);
        return false;
    }
    sound & printed(batch, report)
}

/// Whether the lines print each name, and what the list gives besides. Recipients
/// who have the same parts are printed alike; one of them stands for all.
fn printed(batch: &Batch, report: &mut Report) -> bool {
    let record = &batch.record;
    let lines = || record.lines.iter().map(|line| &line.text);
    let mentioned = |word: &str| {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let holds = |code: &str| code.split(|c: char| !is_word(c)).any(|own| own == word);
        lines().any(|line| expressions(line).iter().filter_map(|own| own.code).any(holds))
    };
    if !mentioned("ten") {
        report.push(record.finding("dong", CertificateFault::NameNotPrinted));
        return false;
    }
    let wordings = Batch::wordings();
    let mut alike: BTreeMap<Vec<&str>, Vec<&'static str>> = BTreeMap::new();
    let mut lost: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for at in 0..batch.recipients.len() {
        let facts = batch.facts(at);
        let given: Vec<_> = facts.listed().filter_map(|(name, words)| Some((name, words?))).collect();
        let names = given.iter().map(|(name, _)| *name).collect();
        let missing = alike.entry(names).or_insert_with(|| {
            // What cannot be said is told with the page.
            let Ok(said) = batch.said(&wordings, at) else { return Vec::new() };
            given.iter().filter(|(_, words)| !said.shows(words)).map(|(name, _)| *name).collect()
        });
        for word in missing {
            lost.entry(word).or_insert((0, at)).0 += 1;
        }
    }
    let listed = !matches!(&record.recipients, Recipients::Kept(super::record::Source::Decision(_)));
    for (word, (count, first)) in lost {
        let meant = mentioned(word);
        if meant || listed {
            let fault = CertificateFault::Unprinted { word: word.into(), count, meant };
            report.push(batch.recipients[first].finding(word, fault));
        }
    }
    true
}
