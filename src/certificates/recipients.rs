//! In: where a batch says its recipients are kept. Out: all of them, each with
//! its place, and the findings about the list: recipients are known by their
//! ids, never by their row.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Component, Path};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::care;
use super::order::Decide;
use super::record::{CertificateBatch, Recipient, RecipientList, Recipients, Source};
use crate::compile::Fonts;
use crate::dataset::{Origin, Placed};
use crate::diagnostic::{Diagnostic, FollowFault, RecipientFault, Report, Severity};
use crate::lint::tone;
use crate::load::{self, Loaded, Node};
use crate::recognition::{Recognised, Recognition};
use crate::records::Subject;
use crate::sheet::{self, List};
use crate::source::{SourceFile, Span};
use crate::standard::Lists;
use crate::validate;
use crate::values::{Date, nearest, one_line};
use crate::workspace::{DataFile, Workspace, is_hidden};

/// The recipients of a batch and what keeps single ones from being printed.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) recipients: Vec<Placed<Recipient>>,
    /// Recipients with a finding of their own; the others can be made.
    pub(super) refused: Vec<bool>,
    /// By index: what the list said of those whom a later decision corrected.
    pub(super) listed: BTreeMap<usize, Recipient>,
    /// The same as they are called now, at the correction.
    corrected: BTreeMap<usize, Placed<Recipient>>,
}

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
                let tree = tree.rows_only();
                gathered.add(record.recipients, &Arc::new(Origin { source, tree }), "nguoi_nhan");
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
    (gathered.unique(report) && amended).then_some(gathered)
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
    let refused = |fault| batch.finding("nguoi_nhan.quyet_dinh", fault);
    let path = decision_path(path);
    if !workspace.root().join(&path).is_file() {
        return Err(refused(RecipientFault::NoSuchDecision { path }));
    }
    if Path::new(&path).ancestors().any(is_hidden) {
        return Err(refused(RecipientFault::HiddenList { path }));
    }
    let decision = decide(&workspace.root().join(&path));
    let decision = decision.map_err(|_| refused(RecipientFault::DecisionNotSound { path: path.clone() }))?;
    if decision.number.is_none() {
        return Err(refused(RecipientFault::DecisionWithoutNumber { path }));
    }
    if !decision.locked {
        return Err(refused(RecipientFault::DecisionNotLocked { path }));
    }
    let told = |symbol: &str, date: Date| format!("{symbol}, {date}");
    let own = told(&decision.symbol, decision.date);
    match &batch.decision {
        Some(written) if told(&written.symbol, written.date) != own => {
            let written = told(&written.symbol, written.date);
            Err(batch.finding("quyet_dinh", RecipientFault::OtherDecision { written, decision: own, path }))
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
    let rank = row.rank_name.as_ref().map(|rank| rank.to_lowercase());
    Recipient {
        id: row.id.clone(),
        name: person.map_or_else(|| row.unit_name.clone(), |person| person.name.clone()),
        subject: row.subject,
        title: person.and_then(|person| person.title.clone()),
        position: person.and_then(|person| person.position.clone()),
        unit: person.map(|_| row.unit_name.clone()),
        model: Some(row.name.clone()),
        rank,
        merit: None,
        number: None,
        note: None,
    }
}

/// The letters of a name with their marks, whatever its case and white space and
/// wherever its tones stand.
pub(super) fn letters(text: &str) -> String {
    let text = text.nfc().collect::<String>().to_lowercase();
    tone::unified(&text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A person's name without what is said before it.
fn named(name: &str) -> String {
    let name = one_line(name);
    titled(&name).map(|(_, rest)| rest.to_string()).unwrap_or(name)
}

/// What a name is preceded by, and the name.
fn titled(name: &str) -> Option<(&'static str, &str)> {
    TITLES.into_iter().find_map(|title| {
        let (head, rest) = name.split_at_checked(title.len())?;
        (head.to_lowercase() == title && rest.starts_with(' ')).then(|| (title, rest.trim()))
    })
}

/// What a name is preceded by; the last two may be names too.
const TITLES: [&str; 4] = ["đồng chí", "đ/c", "ông", "bà"];

/// The list, by its path from the batch or from the root; inside `data/` only.
fn list_file(workspace: &Workspace, file: &DataFile, path: &str) -> Option<DataFile> {
    let asked = Path::new(path);
    let plain = asked.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let beside = file.path.parent()?.join(asked);
    let found = [beside, workspace.root().join(asked)].into_iter().find(|path| path.is_file())?;
    (plain && sheet::is_sheet(&found)).then_some(())?;
    workspace.file_in_data(&found)
}

impl Gathered {
    fn add(&mut self, list: Vec<Recipient>, origin: &Arc<Origin>, path: &str) {
        let placed = list.into_iter().enumerate();
        self.recipients
            .extend(placed.map(|(at, recipient)| Placed::new(recipient, origin, format!("{path}.{at}"))));
        self.refused.resize(self.recipients.len(), false);
    }

    /// Whom later decisions added, and what they corrected, the earliest first. An id
    /// that nobody has is told with all that became of the certificates. False if a
    /// correction corrects nothing.
    fn amend(
        &mut self,
        batch: &Placed<CertificateBatch>,
        own_tree: &Arc<Origin>,
        report: &mut Report,
    ) -> bool {
        for (at, own) in batch.afterwards.added.iter().enumerate() {
            self.add(own.recipients.clone(), own_tree, &format!("theo_doi.bo_sung.{at}.nguoi_nhan"));
        }
        let mut sound = true;
        for (at, own) in batch.afterwards.corrections() {
            let known = self.recipients.iter().position(|recipient| recipient.id.trim() == own.id.trim());
            let Some(known) = known else { continue };
            let recipient = &mut self.recipients[known];
            if let Some(corrected) = own.of(recipient) {
                let place = format!("theo_doi.dinh_chinh.{at}");
                if corrected == **recipient {
                    report.push(batch.finding(&place, FollowFault::SameAgain { id: own.id.trim().into() }));
                }
                self.listed.entry(known).or_insert_with(|| Recipient::clone(recipient));
                self.corrected.insert(known, Placed::new(corrected.clone(), own_tree, place));
                *recipient = recipient.with(corrected);
            } else {
                let fault = FollowFault::NothingCorrected { id: own.id.trim().into() };
                report.push(batch.finding(&format!("theo_doi.dinh_chinh.{at}"), fault));
                sound = false;
            }
        }
        sound
    }

    /// Takes findings about values: one inside a recipient refuses that one only.
    /// False if one concerns all of them.
    pub(super) fn take(&mut self, found: Report, report: &mut Report) -> bool {
        let mut all_inside = true;
        let spans: Vec<Span> = self.recipients.iter().map(|recipient| recipient.span("")).collect();
        for finding in found.iter().filter(|finding| finding.severity() <= Severity::Error) {
            let Some((source, place)) = &finding.place else {
                all_inside = false;
                continue;
            };
            let holds = |(at, span): &(usize, &Span)| {
                Arc::ptr_eq(self.recipients[*at].source(), source)
                    && span.start <= place.start
                    && place.start < span.end.max(span.start + 1)
            };
            match spans.iter().enumerate().find(holds) {
                Some((at, _)) => self.refused[at] = true,
                None => all_inside = false,
            }
        }
        report.extend(found);
        all_inside
    }

    /// Looks for values that slipped from another column, or were misspelt.
    fn values(&mut self, ranks: &[String], report: &mut Report) {
        let mut told = BTreeSet::new();
        for (at, recipient) in self.recipients.iter().enumerate() {
            let name = recipient.name.trim();
            let letters = name.chars().filter(|c| c.is_alphabetic()).count();
            if letters < 2 || ["true", "false"].contains(&name.to_lowercase().as_str()) {
                report.push(recipient.finding("ten", RecipientFault::NoName { name: name.into() }));
                self.refused[at] = true;
            }
            if let Some((title, _)) = titled(name).filter(|(title, _)| TITLES[..2].contains(title)) {
                let title = name[..title.len()].to_string();
                report.push(recipient.finding("ten", RecipientFault::TitleInName { title }));
            }
            let Some(rank) = recipient.rank.as_deref().map(str::trim) else { continue };
            let usual = ranks.iter().any(|own| own.to_lowercase() == rank.to_lowercase());
            let nearest = nearest(rank, ranks.iter().map(String::as_str)).filter(|_| !usual);
            if let Some(nearest) = nearest.filter(|_| told.insert(rank)) {
                let fault = RecipientFault::OddRank { rank: rank.into(), nearest };
                report.push(recipient.finding("xep_loai", fault));
            }
        }
    }

    /// Looks for what stands twice. False if recipients cannot be told apart.
    fn unique(&self, report: &mut Report) -> bool {
        let label = ["lần đầu", "the first time"];
        let mut sound = true;
        let mut ids: HashMap<String, usize> = HashMap::new();
        let mut names: BTreeMap<_, usize> = BTreeMap::new();
        for (at, recipient) in self.recipients.iter().enumerate() {
            if let Some(first) = ids.insert(recipient.id.trim().to_lowercase(), at) {
                let first = &self.recipients[first];
                let fault = RecipientFault::SameId { id: recipient.id.trim().into() };
                report.push(recipient.finding("ma", fault).against(first.source(), first.span("ma"), label));
                sound = false;
            }
            // A person is one person, whatever the models; a unit may have several.
            let person = recipient.subject == Subject::Person || recipient.title.is_some();
            let [unit, model] = [&recipient.unit, &recipient.model]
                .map(|text| text.as_deref().map(letters).unwrap_or_default());
            let name = letters(&named(&recipient.name));
            let key = (name, unit, if person { String::new() } else { model });
            if let Some(first) = names.insert(key, at) {
                // What a correction says stands there.
                let told = |at: usize| self.corrected.get(&at).unwrap_or(&self.recipients[at]);
                let (recipient, first) = (told(at), told(first));
                let fault = RecipientFault::SameRecipient { name: recipient.name.clone() };
                report.push(recipient.finding("ten", fault).against(
                    first.source(),
                    first.span("ten"),
                    label,
                ));
            }
        }
        sound
    }
}
