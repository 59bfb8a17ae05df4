//! In: what later decisions add to the list of a decision, or correct in it. Out: a
//! finding where the registered models and their scores say otherwise: whoever is
//! added later must have earned it as the others did.

use std::collections::{BTreeMap, BTreeSet};

use super::gathered::letters;
use super::recipients::{decision_path, recipient};
use super::record::{CertificateBatch, Recipient, Recipients, Source};
use super::{FOLDERS, is_batch};
use crate::dataset::Placed;
use crate::diagnostic::{AmendedFault, Report};
use crate::load::{self, Loaded};
use crate::recognition::{Candidate, Recognition};
use crate::values::{nearest, one_line};
use crate::workspace::Workspace;

/// The ids that later decisions add to the list of each decision, by its file,
/// `data/quyet-dinh/….yml`: they are recognised, but not by that one.
pub(crate) type AddedLater = BTreeMap<String, BTreeSet<String>>;

/// What the batches of a workspace say was added.
pub(crate) fn added_later(workspace: &Workspace) -> AddedLater {
    let mut all = AddedLater::new();
    let folders = FOLDERS.map(|(folder, _)| workspace.root().join("data").join(folder));
    let folders: Vec<_> = folders.into_iter().filter(|folder| folder.is_dir()).collect();
    if folders.is_empty() {
        return all;
    }
    // What is wrong with them is told where they are read.
    for file in workspace.data_files(&folders, &mut Report::default()).iter().filter(|file| is_batch(file)) {
        let loaded: Option<Loaded<CertificateBatch>> = load::load(file, &mut Report::default());
        let Some(Loaded { record, .. }) = loaded else { continue };
        if let Recipients::Kept(Source::Decision(path)) = &record.recipients {
            let added = record.afterwards.added.into_iter().flat_map(|own| own.recipients);
            let ids = added.map(|own| own.id.trim().to_string());
            all.entry(decision_path(path)).or_default().extend(ids);
        }
    }
    all
}

pub(super) fn check(record: &Placed<CertificateBatch>, decision: &Recognition, report: &mut Report) {
    let candidate = |id: &str| decision.candidates.iter().find(|own| own.row.id == id.trim());
    for (at, added) in record.afterwards.added.iter().enumerate() {
        for (turn, own) in added.recipients.iter().enumerate() {
            let path = format!("theo_doi.bo_sung.{at}.nguoi_nhan.{turn}");
            let Some(model) = candidate(&own.id) else {
                let ids = decision.candidates.iter().map(|own| own.row.id.as_str());
                let (id, nearest) = (own.id.trim().to_string(), nearest(own.id.trim(), ids));
                report.push(record.finding(&format!("{path}.ma"), AmendedFault::NoModel { id, nearest }));
                continue;
            };
            if !model.earned {
                let (id, other) = (own.id.trim().into(), model.place("trang_thai"));
                report.push(record.finding(&format!("{path}.ma"), AmendedFault::NotEarned { id, other }));
                continue;
            }
            words(record, &path, own, model, report);
        }
    }
    for (at, own) in record.afterwards.corrected.iter().enumerate() {
        if let Some((rank, model)) = own.rank.as_ref().zip(candidate(&own.id)) {
            self::rank(record, &format!("theo_doi.dinh_chinh.{at}"), rank, model, report);
        }
    }
}

/// Name, unit and model are those that were registered.
fn words(
    record: &Placed<CertificateBatch>,
    path: &str,
    own: &Recipient,
    model: &Placed<Candidate>,
    report: &mut Report,
) {
    let registered = recipient(&model.row);
    let text = |text: Option<&str>| text.unwrap_or_default().to_string();
    for (key, written, registered, place) in [
        ("ten", own.name.clone(), registered.name, if own.unit.is_some() { "ca_nhan" } else { "don_vi" }),
        ("don_vi", text(own.unit.as_deref()), text(registered.unit.as_deref()), "don_vi"),
        ("mo_hinh", text(own.model.as_deref()), text(registered.model.as_deref()), "ten"),
    ] {
        // What is left out is not printed.
        if (key == "ten" || !written.is_empty()) && letters(&written) != letters(&registered) {
            let (written, registered) = (one_line(&written), one_line(&registered));
            let fault = AmendedFault::Otherwise { written, registered, other: model.place(place) };
            report.push(record.finding(&format!("{path}.{key}"), fault));
        }
    }
    if let Some(rank) = &own.rank {
        self::rank(record, path, rank, model, report);
    }
}

/// The rank is what the scores give.
fn rank(
    record: &Placed<CertificateBatch>,
    path: &str,
    written: &str,
    model: &Placed<Candidate>,
    report: &mut Report,
) {
    let earned = model.row.rank_name.as_ref().filter(|earned| letters(earned) != letters(written));
    if let Some(earned) = earned {
        let (written, earned) = (one_line(written), earned.to_lowercase());
        let fault = AmendedFault::OtherRank { written, earned, other: model.place("ma") };
        report.push(record.finding(&format!("{path}.xep_loai"), fault));
    }
}
