//! In: a batch as its file says it. Out: what a careful reader finds in its lines,
//! its names and its signature; an error or a slip there is on every sheet.

use std::sync::Arc;

use super::record::{CertificateBatch, Recipient, RecipientList, Recipients};
use crate::dataset;
use crate::diagnostic::Report;
use crate::documents::OfficialDocument;
use crate::lint::silence::{self, Known};
use crate::lint::{self, Lexicon, ListReader, ListedRow};
use crate::load::{Loaded, Node};
use crate::records::Subject;
use crate::source::SourceFile;
use crate::standard::{Kinds, Profiles, Rules};
use crate::validate;
use crate::values::Date;
use crate::workspace::Workspace;

/// Reads a batch of this date. Tables that cannot be read were told with the
/// documents.
pub(super) fn read(
    workspace: &Workspace,
    loaded: Loaded<CertificateBatch>,
    date: Option<Date>,
    report: &mut Report,
) -> Loaded<CertificateBatch> {
    let Loaded { source, tree, record } = loaded;
    let Some(date) = date else { return Loaded { source, tree, record } };
    let document = as_document(&record, date);
    let own = Loaded { source, tree, record: document };
    let tables = || {
        Some((Profiles::read(workspace).ok()?, Kinds::read(workspace).ok()?, Lexicon::read(workspace).ok()?))
    };
    if let Some((profiles, kinds, lexicon)) = tables()
        && let (Ok(profile), Some(kind)) = (profiles.on(date, own.record.system()), kinds.all().first())
    {
        let mut found = Report::default();
        validate::signer(&own, &own.record.signature, "ky", profile, &mut found);
        lint::lines(&lint::Subject::new(&own, kind, profile, &kinds, &lexicon), &mut found);
        if let Recipients::Listed(list) = &record.recipients
            && let Some(reader) = reader(workspace)
        {
            names(&reader, list, &own.source, &own.tree, &mut found);
        }
        found.cite(&profile.clauses);
        silence::apply(&own.source, &own.tree, &Rules::read(workspace), Known::BeforePages, &mut found);
        report.extend(found);
    }
    Loaded { source: own.source, tree: own.tree, record }
}

/// Reads a list of recipients in a file of its own with the same care.
pub(super) fn list(
    workspace: &Workspace,
    list: Loaded<RecipientList>,
    report: &mut Report,
) -> Loaded<RecipientList> {
    let Some(reader) = reader(workspace) else { return list };
    let list = reader.read(list, report);
    names(&reader, &list.record.recipients, &list.source, &list.tree, report);
    list
}

/// A reader of lists that knows the units of the records.
fn reader(workspace: &Workspace) -> Option<ListReader> {
    let mut reader = ListReader::of(workspace)?;
    for unit in dataset::units(workspace) {
        for name in unit.names() {
            reader.learn(&name, unit.source(), unit.span("ten"));
        }
    }
    Some(reader)
}

/// The names of those who are given certificates, and of their units.
fn names(
    reader: &ListReader,
    list: &[Recipient],
    source: &Arc<SourceFile>,
    tree: &Node,
    report: &mut Report,
) {
    let place = |at: usize, key: &str| tree.place_of(&format!("nguoi_nhan.{at}.{key}"));
    let all: Vec<_> =
        list.iter().enumerate().map(|(at, own)| (own.name.as_str(), place(at, "ten"))).collect();
    ListReader::in_capitals(&all, source, report);
    let rows = list.iter().map(|own| ListedRow {
        name: &own.name,
        unit: own.unit.as_deref(),
        model: own.model.as_deref(),
        is_person: own.subject == Subject::Person,
    });
    reader.exchanged(&rows.collect::<Vec<_>>(), source, place, report);
    for (at, recipient) in list.iter().enumerate() {
        let place = |key: &str| place(at, key);
        let is_person = recipient.is_person();
        let titled = recipient.title.is_some();
        let alone = reader.one_name(&recipient.name, titled, source, place("ten"), report);
        let said = [("ten", Some(recipient.name.as_str())), ("mo_hinh", recipient.model.as_deref())];
        for (key, text) in said.into_iter().chain([("thanh_tich", recipient.merit.as_deref())]) {
            if let Some(text) = text {
                ListReader::no_placeholder(text, source, place(key), report);
            }
        }
        if alone {
            ListReader::capitals(&recipient.name, is_person, source, place("ten"), report);
        }
        if !is_person {
            reader.unit(&recipient.name, source, place("ten"), report);
        }
        if let Some(unit) = &recipient.unit {
            reader.unit(unit, source, place("don_vi"), report);
        }
    }
}

/// What a certificate has in common with a document.
fn as_document(record: &CertificateBatch, date: Date) -> OfficialDocument {
    OfficialDocument::bare(record.body.clone(), record.place.clone(), date, record.signature.clone())
}
