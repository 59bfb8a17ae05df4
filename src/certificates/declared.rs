//! In: a batch file. Out: what it says but for its list: the decision that it carries out,
//! how its pages look, its day, the key that signs them.

use std::sync::Arc;

use super::amended;
use super::care;
use super::examine;
use super::fit::Breaks;
use super::order::Means;
use super::profile::CertificateProfile;
use super::recipients;
use super::record::{CertificateBatch, Decision, PrintMode};
use crate::attestation::SecretKey;
use crate::dataset::{Origin, Placed};
use crate::diagnostic::Report;
use crate::load::{self, Loaded};
use crate::recognition::Recognition;
use crate::validate;
use crate::values::Date;
use crate::workspace::DataFile;

/// What a batch file says before its list is read.
pub(super) struct Declared {
    pub(super) record: Placed<CertificateBatch>,
    /// The decision whose list it is.
    pub(super) decided: Option<Recognition>,
    pub(super) origin: Arc<Origin>,
    /// None where a finding says why.
    pub(super) look: Option<Look>,
    pub(super) date: Option<Date>,
    pub(super) key: Option<SecretKey>,
    /// What is to be told of it.
    pub(super) found: Report,
    /// What is to be told of its characters; of those in the list, only its rows are refused.
    pub(super) characters: Report,
}

/// How its pages look.
pub(super) struct Look {
    pub(super) profile: CertificateProfile,
    pub(super) mode: PrintMode,
    pub(super) breaks: Breaks,
}

/// Reads what a batch file says but for its list. `None` means that `report` says why nothing
/// more can be read.
pub(super) fn declared(means: &Means<'_>, file: &DataFile, report: &mut Report) -> Option<Declared> {
    let Means { workspace, compiler, decide } = *means;
    let loaded: Loaded<CertificateBatch> = examine::bounded(load::load(file, report)?, report)?;
    let mut characters = Report::default();
    validate::characters(&loaded, |c| compiler.fonts().covers(c), &mut characters);
    let signed = loaded.record.date.or_else(|| loaded.record.decision.as_ref().map(|own| own.date));
    let mut found = Report::default();
    let Loaded { source, tree, record } = care::read(workspace, loaded, signed, &mut found);
    let origin = Arc::new(Origin { source, tree });
    let record = Placed::new(record, &origin, String::new());
    let decided = match recipients::decision(workspace, &record, decide) {
        Ok(decided) => decided,
        Err(finding) => {
            report.extend(found);
            report.push(finding);
            return None;
        }
    };
    let record = match &decided {
        None => record,
        Some(Recognition { symbol, date, .. }) => {
            let decision = Some(Decision { symbol: symbol.clone(), date: *date });
            record.map(|record| CertificateBatch { decision, ..record })
        }
    };
    let profile = CertificateProfile::read(workspace, record.profile.trim())
        .map_err(|finding| found.push(examine::of_profile(&record, finding)))
        .ok();
    let breaks = Breaks::read(workspace).map_err(|finding| found.push(finding)).ok();
    let mode = record.mode.or_else(|| profile.as_ref()?.modes.first().copied());
    if let Some((profile, mode)) = profile.as_ref().zip(mode) {
        examine::profile(workspace, &record, profile, mode, compiler, &mut found);
    }
    let date = record.date.or_else(|| record.decision.as_ref().map(|decision| decision.date));
    examine::dates(&record, decided.is_some(), &mut found);
    if let Some(date) = date {
        examine::decided(workspace, &record, decided.as_ref(), date, &mut found);
    }
    if let Some(decided) = &decided {
        amended::check(&record, decided, &mut found);
    }
    let key = examine::key(workspace, &record, &workspace.output(file, ""), &mut found);
    let look = profile.zip(mode).zip(breaks);
    let look = look.map(|((profile, mode), breaks)| Look { profile, mode, breaks });
    Some(Declared { record, decided, origin, look, date, key, found, characters })
}
