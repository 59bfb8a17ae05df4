//! In: where a batch says its recipients are kept. Out: all of them, each with
//! its place: recipients are known by their ids, never by their row.

use std::path::{Component, Path};
use std::sync::Arc;

use super::care;
use super::gathered::Gathered;
use super::order::Decide;
use super::record::{CertificateBatch, Recipient, RecipientList, Recipients, Source};
use crate::compile::Fonts;
use crate::dataset::{Origin, Placed};
use crate::diagnostic::{DecisionFault, Diagnostic, RecipientFault, Report};
use crate::lint::Lexicon;
use crate::load::{self, Loaded, Node};
use crate::recognition::{Recognised, Recognition};
use crate::records::Subject;
use crate::sheet::{self, List};
use crate::source::SourceFile;
use crate::standard::Lists;
use crate::validate;
use crate::values::Date;
use crate::workspace::{DataFile, Workspace, is_hidden};

/// Reads the list. `None` means that `report` says why there is none.
pub(super) fn gather(
    workspace: &Workspace,
    file: &DataFile,
    batch: &Placed<CertificateBatch>,
    decided: Option<&Recognition>,
    own_tree: &Arc<Origin>,
    fonts: &Fonts,
    report: &mut Report,
) -> Option<Gathered> {
    let mut gathered = Gathered::default();
    match &batch.recipients {
        Recipients::Listed(list) => gathered.add(list.clone(), own_tree, "nguoi_nhan"),
        Recipients::Kept(Source::Decision(_)) => {
            let rows = decided.iter().flat_map(|decision| decision.rows.iter());
            gathered.recipients = rows.map(|row| row.with(recipient(row))).collect();
            gathered.refused = vec![false; gathered.recipients.len()];
        }
        Recipients::Kept(Source::Sheet(path)) => {
            let Some(list) = list_file(workspace, file, path) else {
                let fault = RecipientFault::NoSuchList { path: path.clone() };
                report.push(batch.finding("nguoi_nhan.tep", fault));
                return None;
            };
            if list.is_hidden() {
                let fault = RecipientFault::HiddenList { path: path.clone() };
                report.push(batch.finding("nguoi_nhan.tep", fault));
                return None;
            }
            let mut found = Report::default();
            let sheets = sheet::read(workspace, &list, List::Recipients, &mut found);
            // A row that cannot be read would leave a gap in the numbers.
            let sound = !found.blocks();
            report.extend(found);
            for sheet in sheets.into_iter().filter(|_| sound) {
                let loaded = rows(&sheet.source, sheet.tree, report)?;
                let mut found = Report::default();
                validate::characters(&loaded, |c| fonts.covers(c), &mut found);
                let Loaded { source, tree, record } = care::list(workspace, loaded, &mut found);
                gathered.rows(record.recipients, source, &tree);
                gathered.take(found, report);
            }
            if !sound {
                return None;
            }
        }
    }
    if gathered.recipients.is_empty() {
        report.push(batch.finding("nguoi_nhan", RecipientFault::NoRecipients));
        return None;
    }
    let amended = gathered.amend(batch, own_tree, report);
    gathered.values(&ranks(workspace), report);
    // A table that cannot be read was told with the documents.
    let lexicon = Lexicon::read(workspace).ok();
    let reads_as_person = |name: &str| lexicon.as_ref().is_some_and(|own| own.reads_as_person(name));
    (gathered.unique(reads_as_person, report) && amended).then_some(gathered)
}

/// Rows that are turned into recipients at a time: on the way they take four times
/// as much memory.
const AT_A_TIME: usize = 500;

/// The recipients of a sheet. `None` means that `report` says what keeps the rows
/// from being read.
fn rows(source: &Arc<SourceFile>, tree: Node, report: &mut Report) -> Option<Loaded<RecipientList>> {
    let parts = tree.cut(AT_A_TIME).into_iter();
    // All of them, so that all faults are told.
    let read: Vec<Option<Loaded<RecipientList>>> =
        parts.map(|part| load::load_tree(source.clone(), part, report)).collect();
    read.into_iter().collect::<Option<Vec<_>>>()?.into_iter().reduce(|mut all, part| {
        all.tree.absorb(part.tree);
        all.record.recipients.extend(part.record.recipients);
        all
    })
}

/// The ranks as they are called.
fn ranks(workspace: &Workspace) -> Vec<String> {
    let lists = Lists::read(workspace);
    lists.map(|lists| lists.ranks.into_iter().map(|rank| rank.name).collect()).unwrap_or_default()
}

/// The decision that a batch takes its list from, if it does; number and date
/// written in the batch must be its own.
///
/// # Errors
/// What keeps the list from being had.
pub(super) fn decision(
    workspace: &Workspace,
    batch: &Placed<CertificateBatch>,
    decide: &Decide<'_>,
) -> Result<Option<Recognition>, Diagnostic> {
    let Recipients::Kept(Source::Decision(path)) = &batch.recipients else { return Ok(None) };
    let key = "nguoi_nhan.quyet_dinh";
    let refused = |fault: DecisionFault| batch.finding(key, fault);
    let path = decision_path(path);
    if !workspace.root().join(&path).is_file() {
        return Err(refused(DecisionFault::NoSuch { path }));
    }
    if Path::new(&path).ancestors().any(is_hidden) {
        return Err(batch.finding(key, RecipientFault::HiddenList { path }));
    }
    let decision = decide(&workspace.root().join(&path));
    let decision = decision.map_err(|_| refused(DecisionFault::NotSound { path: path.clone() }))?;
    if decision.number.is_none() {
        return Err(refused(DecisionFault::WithoutNumber { path }));
    }
    if !decision.locked {
        return Err(refused(DecisionFault::NotLocked { path }));
    }
    let told = |symbol: &str, date: Date| format!("{symbol}, {date}");
    let own = told(&decision.symbol, decision.date);
    match &batch.decision {
        Some(written) if told(&written.symbol, written.date) != own => {
            let written = told(&written.symbol, written.date);
            Err(batch.finding("quyet_dinh", DecisionFault::Other { written, decision: own, path }))
        }
        _ => Ok(Some(decision)),
    }
}

/// The file of a decision, as it is written on any system, from the root or from `data/`.
pub(super) fn decision_path(path: &str) -> String {
    let path = path.trim().replace('\\', "/");
    if path.starts_with("data/") { path } else { format!("data/{path}") }
}

/// Who is given a certificate for a recognised model: its person, or its unit.
pub(super) fn recipient(row: &Recognised) -> Recipient {
    let person = row.person.as_ref().filter(|_| row.subject == Subject::Person);
    let rank = row.rank_name.as_ref().map(|rank| rank.to_lowercase().into());
    Recipient {
        id: row.id.clone(),
        name: person.map_or_else(|| row.unit_name.clone(), |person| person.name.clone()),
        subject: row.subject,
        title: person.and_then(|person| person.title.clone()).map(Into::into),
        position: person.and_then(|person| person.position.clone()).map(Into::into),
        unit: person.map(|_| row.unit_name.clone().into()),
        model: Some(row.name.clone().into()),
        rank,
        merit: None,
        number: None,
        note: None,
    }
}

/// The list, by its path from the batch or from the root; inside `data/` only.
fn list_file(workspace: &Workspace, file: &DataFile, path: &str) -> Option<DataFile> {
    let asked = Path::new(path);
    let plain = asked.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let beside = file.path.parent()?.join(asked);
    let found = [beside, workspace.root().join(asked)].into_iter().find(|path| path.is_file())?;
    (plain && sheet::is_sheet(&found)).then_some(())?;
    workspace.file_in_data(&found)
}
