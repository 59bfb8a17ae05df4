//! In: a tree of which nothing but its texts can be read: a list, or a document whose form
//! is not sound. Out: findings of the rules that ask for no more.

use std::sync::LazyLock;

use super::silence::{self, Known};
use super::{Check, Lexicon, Reads, Subject, that_read};
use crate::diagnostic::Report;
use crate::documents::{IssuingBody, OfficialDocument, Signature};
use crate::load::{Loaded, Value};
use crate::parallel::in_parallel;
use crate::standard::{Kind, Kinds, Profiles, Rules};
use crate::values::Date;

/// What rules look words up in.
pub(crate) struct Tables<'a> {
    /// The types of documents.
    pub(crate) kinds: &'a Kinds,
    /// The guidances.
    pub(crate) profiles: &'a Profiles,
    /// The words.
    pub(crate) lexicon: &'a Lexicon,
    /// The ids that a comment may name.
    pub(crate) rules: &'a Rules,
}

/// A year of any guidance: none of these rules asks for the day.
const YEAR: i32 = 2020;

impl Tables<'_> {
    /// Reads the texts of a document that is not whole; what is told of its values stands
    /// in `report` already.
    pub(crate) fn read_broken<R>(&self, broken: Loaded<R>, kind: &Kind, report: &mut Report) {
        let system = broken.tree.at("co_quan.he_thong").map(|node| &node.value);
        let system = match system {
            Some(Value::Scalar { text, .. }) => text.clone(),
            _ => "dang".into(),
        };
        let mut told = Report::default();
        self.read_texts(broken, kind, &system, Reads::Lines, &mut told);
        told.retain(|remark| !report.tells_of(remark));
        report.extend(told);
    }

    /// Reads the texts of a tree by the rules that read this; a comment in YAML may silence
    /// what is meant.
    pub(super) fn read_texts<R>(
        &self,
        loaded: Loaded<R>,
        kind: &Kind,
        system: &str,
        what: Reads,
        report: &mut Report,
    ) -> Loaded<R> {
        let Loaded { source, tree, record } = loaded;
        let Some(day) = Date::end_of(YEAR) else { return Loaded { source, tree, record } };
        let Ok(profile) = self.profiles.on(day, system) else { return Loaded { source, tree, record } };
        let nobody = IssuingBody {
            superior: None,
            name: String::new(),
            name_in_text: None,
            system: None,
            code: String::new(),
            others: Vec::new(),
        };
        let unsigned = Signature { authority: None, position: None, also: None, name: String::new() };
        let bare = OfficialDocument::bare(nobody, String::new(), day, unsigned);
        let own = Loaded { source, tree, record: bare };
        let all = || Subject::new(&own, kind, profile, self.kinds, self.lexicon);
        // A list says the same of many of its rows: what is sound once is sound.
        let once = all().said_once();
        let every = LazyLock::new(all);
        let rules: Vec<_> = that_read(what).collect();
        let reports = in_parallel(rules.len(), |at| {
            let run = |subject: &Subject<'_>| {
                let mut report = Report::default();
                rules[at].run(subject, &mut report);
                report
            };
            let alone = matches!(rules[at].check, Check::Document(_));
            let sound = alone && run(&once).iter().next().is_none();
            if sound { Report::default() } else { run(&every) }
        });
        drop((every, once));
        let mut told = Report::default();
        for report in reports {
            told.extend(report);
        }
        told.cite(&profile.clauses);
        if !own.source.is_sheet() {
            silence::apply(&own.source, &own.tree, self.rules, Known::BeforePages, &mut told);
        }
        report.extend(told);
        Loaded { source: own.source, tree: own.tree, record }
    }
}
