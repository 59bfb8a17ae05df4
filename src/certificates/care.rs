//! In: a batch as its file says it. Out: what a careful reader finds in its lines,
//! its names and its signature; an error or a slip there is on every sheet.

use super::record::CertificateBatch;
use crate::diagnostic::Report;
use crate::documents::{Body, Marks, OfficialDocument, Presentation};
use crate::lint::silence::{self, Known};
use crate::lint::{self, Lexicon, Subject};
use crate::load::Loaded;
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
        lint::lines(&Subject::new(&own, kind, profile, &kinds, &lexicon), &mut found);
        found.cite(&profile.clauses);
        silence::apply(&own.source, &own.tree, &Rules::read(workspace), Known::BeforePages, &mut found);
        report.extend(found);
    }
    Loaded { source: own.source, tree: own.tree, record }
}

/// What a certificate has in common with a document.
fn as_document(record: &CertificateBatch, date: Date) -> OfficialDocument {
    OfficialDocument {
        body: record.body.clone(),
        place: record.place.clone(),
        date,
        signature: record.signature.clone(),
        number: None,
        subject: String::new(),
        author: None,
        theme: None,
        profile: None,
        figures: None,
        follows: None,
        presentation: Presentation::default(),
        marks: Marks::default(),
        addressees: Vec::new(),
        basis: None,
        content: Body::Blocks(Vec::new()),
        closing: None,
        annexes: Vec::new(),
        recipients: Vec::new(),
        cosigners: Vec::new(),
        attestation: None,
        copy: None,
    }
}
