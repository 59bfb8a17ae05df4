//! In: a batch. Out: a finding for everything in it that would spoil all of its
//! certificates: what its profile does not have, a decision or a signer that
//! other papers know otherwise.

use std::path::Path;

use super::cited;
use super::fields::is_personal;
use super::image_size;
use super::places;
use super::profile::{CertificateProfile, FOLDER};
use super::record::{CertificateBatch, Line, PrintMode};
use super::register;
use crate::attestation::{PUBLIC, PublicKey, SECRET, SecretKey};
use crate::compile::Compiler;
use crate::consistency;
use crate::dataset::{self, Placed, letter_for_letter};
use crate::diagnostic::{
    CertificateFault, DecisionFault, Diagnostic, KeyFault, ProfileFault, RegisterFault, Report,
};
use crate::expression::expressions;
use crate::load::Loaded;
use crate::ordinary::bytes_of;
use crate::recognition::Recognition;
use crate::sheet;
use crate::values::{Date, comparable, nearest, one_line};
use crate::workspace::Workspace;

/// A printer that is off by more is mended, not compensated, mm.
const FARTHEST: u8 = 10;

/// A finding about the profile with the batch that uses it; one about a built-in
/// profile stands in the batch.
pub(super) fn of_profile(record: &Placed<CertificateBatch>, finding: Diagnostic) -> Diagnostic {
    if finding.file.is_none() {
        return record.finding("mau", finding.fault);
    }
    finding.against(record.source(), record.span("mau"), ["đợt giấy dùng mẫu này", "the batch that uses it"])
}

/// A batch without a value that no cell of a list could hold: reading it and fitting it
/// to a page would only take time.
pub(super) fn bounded(
    loaded: Loaded<CertificateBatch>,
    report: &mut Report,
) -> Option<Loaded<CertificateBatch>> {
    let mut sound = true;
    loaded.tree.scalars(&mut |node, text| {
        if sheet::is_too_long(text) {
            let fault =
                CertificateFault::TextTooLong { begin: sheet::beginning(text), limit: sheet::LONGEST };
            report.push(Diagnostic::at(&loaded.source, node.span, fault));
            sound = false;
        }
    });
    Some(loaded).filter(|_| sound)
}

/// Pixels of a side of an emblem: in print fifty millimetres show a thousand, and each
/// pixel takes memory.
const PIXELS: u32 = 4000;

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
        report.push(record.finding("in", ProfileFault::ModeNotOffered));
    }
    for (key, number) in [("so_dau", record.first_number), ("moi_tap", record.per_volume)] {
        if number == Some(0) {
            report.push(record.finding(key, RegisterFault::NotFromOne));
        }
    }
    let far = |offset: f64| offset.is_nan() || offset.abs() > FARTHEST.into();
    let too_far = record.offset.is_some_and(|offset| far(offset.dx) || far(offset.dy));
    if too_far {
        report.push(record.finding("can_chinh", ProfileFault::OffsetTooFar { most: FARTHEST }));
    }
    if mode == PrintMode::Overlay {
        blank(workspace, record, profile, too_far, report);
    }
    let known: Vec<_> = profile.line_styles().collect();
    for (at, line) in record.lines.iter().enumerate() {
        if !known.contains(&line.style.trim()) {
            let nearest = nearest(&line.style, known.iter().copied());
            let (name, known) = (line.style.clone(), known.join(", "));
            let fault = ProfileFault::UnknownStyle { name, nearest, known };
            report.push(record.finding(&format!("dong.{at}.kieu"), fault));
        }
    }
    let asks = |word: &str| expressions(&record.decision_line).iter().any(|own| own.code == Some(word));
    if record.decision.is_none() && (asks("so_quyet_dinh") || asks("ngay_quyet_dinh")) {
        report.push(record.finding("", DecisionFault::Missing));
    }
    let Some(name) = &record.emblem else { return };
    let file = format!("{FOLDER}/{name}");
    let plain = !name.contains(['/', '\\', '"']) && workspace.template(&file).is_some();
    let size = workspace.template(&file).and_then(|bytes| image_size::of(&bytes));
    if !plain {
        report.push(record.finding("bieu_trung", ProfileFault::NoEmblem { name: name.clone() }));
    } else if let Some((width, height)) = size.filter(|(width, height)| width.max(height) > &PIXELS) {
        let fault = ProfileFault::EmblemTooLarge { name: name.clone(), width, height, most: PIXELS };
        report.push(record.finding("bieu_trung", fault));
    } else if !compiler.is_image(&file) {
        report.push(record.finding("bieu_trung", ProfileFault::EmblemNotAnImage { name: name.clone() }));
    }
}

/// What cannot be printed on a blank: a profile without the places, two lines for
/// one place, a line that the blank bears and that differs from one to the next.
fn blank(
    workspace: &Workspace,
    record: &Placed<CertificateBatch>,
    profile: &CertificateProfile,
    too_far: bool,
    report: &mut Report,
) {
    let name = record.profile.trim();
    if let Some(finding) = profile.blank(workspace, name) {
        report.push(of_profile(record, finding));
    } else if let Some(part) =
        record.offset.filter(|_| !too_far).and_then(|offset| places::moved_off(profile, offset, record.code))
    {
        report.push(record.finding("can_chinh", ProfileFault::MovedOff { part: part.into() }));
    }
    for finding in profile.unused_places(workspace, name) {
        report.push(of_profile(record, finding));
    }
    for (at, line) in record.lines.iter().enumerate() {
        let style = line.style.trim();
        let is_own = |other: &&Line| other.style.trim() == style;
        let part = || style.to_string();
        if !profile.prints(PrintMode::Overlay, style) {
            if is_personal(&line.text) {
                report.push(
                    record.finding(&format!("dong.{at}.chu"), CertificateFault::OnBlank { part: part() }),
                );
            }
        } else if record.lines[..at].iter().any(|other| is_own(&other)) {
            report.push(
                record.finding(&format!("dong.{at}.kieu"), CertificateFault::OnePlace { part: part() }),
            );
        }
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
        let signed = bytes_of(&folder.join(register::CSV)).is_some_and(|bytes| register::is_signed(&bytes));
        let fault = if signed { KeyFault::Gone } else { KeyFault::CodeWithoutKey };
        report.push(record.finding("ma_qr", fault));
        return None;
    }
    let key = SecretKey::read(&secret).map_err(|finding| report.push(finding)).ok()?;
    // What is signed must be what others can verify.
    if PublicKey::read(&public).is_ok_and(|public| public != key.public()) {
        report.push(record.finding("ma_qr", KeyFault::Differ));
    }
    Some(key)
}

/// The day of the certificates is that of their decision; `is_list` tells whether
/// that gives the list too.
pub(super) fn dates(record: &Placed<CertificateBatch>, is_list: bool, report: &mut Report) {
    match (record.date, &record.decision) {
        (None, None) => report.push(record.finding("", DecisionFault::NoDate)),
        (Some(date), Some(decision)) if date != decision.date => {
            let fault =
                DecisionFault::OtherDate { date: date.to_string(), decision: decision.date.to_string() };
            let finding = record.finding("ngay", fault);
            // Where the list is the decision's, its date stands in that file.
            report.push(if is_list {
                finding
            } else {
                let label = ["quyết định", "the decision"];
                finding.against(record.source(), record.span("quyet_dinh.ngay"), label)
            });
        }
        _ => {}
    }
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
        if comparable(&decided.place) != comparable(&record.place) {
            let (file, place) = (decided.file.clone(), one_line(&decided.place));
            report.push(record.finding("dia_danh", DecisionFault::OtherPlace { place, file }));
        }
        if letter_for_letter(&decided.signer) != letter_for_letter(&signature.name) {
            let (file, signer) = (decided.file.clone(), one_line(&decided.signer));
            report.push(record.finding("ky.ho_ten", DecisionFault::OtherSigner { signer, file }));
        }
        return;
    }
    cited::check(workspace, record, report);
}
