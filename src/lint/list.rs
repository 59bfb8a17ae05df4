//! In: a list of names, of a sheet or of YAML, that becomes a list in print or a
//! certificate for each. Out: findings a careful reader would make of its rows:
//! each is read like the text of a document, and names of units are held against
//! the units of the records.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::person::is_near;
use super::reading::folded;
use super::texts_alone::Tables;
use super::{Lexicon, Reads};
use crate::diagnostic::{Diagnostic, LintFault, Report, Severity, Wording};
use crate::encoding::is_syllable;
use crate::load::Loaded;
use crate::source::{SourceFile, Span};
use crate::standard::{Kinds, Profiles, Rules};
use crate::values::{one_line, without_marks};
use crate::workspace::Workspace;

/// A reader of lists: the tables it looks words up in, and the units it knows.
pub(crate) struct ListReader {
    kinds: Kinds,
    profiles: Profiles,
    pub(super) lexicon: Lexicon,
    rules: Rules,
    units: Units,
}

/// The names of units, each in syllables, and where it stands.
#[derive(Default)]
struct Units {
    known: HashSet<Vec<String>>,
    places: Vec<(Vec<String>, String, Arc<SourceFile>, Span)>,
    /// Which of them have a syllable, any one, in this place among the others.
    alike: HashMap<(usize, Vec<String>), Vec<usize>>,
}

impl ListReader {
    /// Reads the tables; none if one is broken, which is told with the documents.
    #[must_use]
    pub(crate) fn of(workspace: &Workspace) -> Option<Self> {
        Some(Self {
            kinds: Kinds::read(workspace).ok()?,
            profiles: Profiles::read(workspace).ok()?,
            lexicon: Lexicon::read(workspace).ok()?,
            rules: Rules::read(workspace),
            units: Units::default(),
        })
    }

    /// The same, that also knows a unit by this name, which stands there.
    pub(crate) fn learn(&mut self, name: &str, source: &Arc<SourceFile>, span: Span) {
        let syllables = syllables(name);
        if self.units.known.insert(syllables.clone()) {
            for at in 0..syllables.len() {
                self.units
                    .alike
                    .entry((at, without(&syllables, at)))
                    .or_default()
                    .push(self.units.places.len());
            }
            self.units.places.push((syllables, one_line(name), source.clone(), span));
        }
    }

    /// Whether a unit of the records is called so.
    pub(super) fn knows_unit(&self, name: &str) -> bool {
        self.units.known.contains(&syllables(name))
    }

    /// Reads the texts of a list; in YAML a comment may silence what is meant.
    pub(crate) fn read<R>(&self, list: Loaded<R>, report: &mut Report) -> Loaded<R> {
        let Some(kind) = self.kinds.all().first() else { return list };
        let Self { kinds, profiles, lexicon, rules, .. } = self;
        let tables = Tables { kinds, profiles, lexicon, rules };
        tables.read_texts(list, kind, "dang", Reads::Rows, report)
    }

    /// The name of a unit in a list: begun with a capital, and none of the records
    /// but for one syllable that is nearly right.
    pub(crate) fn unit(&self, name: &str, source: &Arc<SourceFile>, span: Span, report: &mut Report) {
        let own = syllables(name);
        if self.units.known.contains(&own) {
            return;
        }
        let meant = (0..own.len()).find_map(|at| {
            let near = |of: &&usize| {
                let (syllable, (known, ..)) = (&own[at], &self.units.places[**of]);
                let word = syllable.chars().all(char::is_alphabetic) && syllable.chars().count() > 1;
                word && is_near(syllable, &known[at])
            };
            Some((at, *self.units.alike.get(&(at, without(&own, at)))?.iter().find(near)?))
        });
        let Some((at, of)) = meant else { return };
        let (known, right, of, place) = &self.units.places[of];
        let written = one_line(name);
        // `Lê Lai` is another school than `Lê Lợi`.
        let capital = written.split(' ').nth(at).is_some_and(|word| word.starts_with(char::is_uppercase));
        let marks_only = without_marks(&own[at]) == without_marks(&known[at]);
        let another = capital && !marks_only && is_syllable(&own[at]);
        let severity = if another { Severity::Info } else { Severity::Warning };
        let words = Wording {
            vi: [format!("`{written}` chỉ hơi khác đơn vị `{right}`"), format!("có phải là `{right}`?")],
            en: [format!("`{written}` is nearly the unit `{right}`"), format!("did you mean `{right}`?")],
        };
        let fault = LintFault { rule: "gan-giong", severity, words };
        report.push(Diagnostic::at(source, span, fault).against(of, *place, ["viết ở đây", "written here"]));
    }

    /// A name that begins with a small letter; of a person, each syllable has a
    /// capital.
    pub(crate) fn capitals(
        name: &str,
        is_person: bool,
        source: &Arc<SourceFile>,
        span: Span,
        report: &mut Report,
    ) {
        // A brand may have its capital further in: `iSpace`.
        let small = |word: &str| word.starts_with(char::is_lowercase) && !word.contains(char::is_uppercase);
        let lower = folded(name);
        let title = TITLES.iter().find(|title| lower.starts_with(&folded(title)));
        let titled = title.map_or(0, |title| title.split_whitespace().count());
        let plain = name.chars().all(|c| c.is_alphabetic() || c.is_whitespace());
        let odd = name
            .split_whitespace()
            .take(if is_person && plain { usize::MAX } else { 1 })
            .skip(titled)
            .find(|word| small(word));
        let Some(word) = odd else { return };
        let words = Wording {
            vi: [
                format!("tên có tiếng viết thường: `{word}`"),
                "tên đơn vị viết hoa chữ đầu, tên người viết hoa chữ đầu mỗi tiếng".into(),
            ],
            en: [
                format!("`{word}` of a name has a small letter"),
                "a unit begins with a capital, and so does each syllable of a person's name".into(),
            ],
        };
        let fault = LintFault { rule: "ho-ten", severity: Severity::Warning, words };
        report.push(Diagnostic::at(source, span, fault));
    }
}

/// Titles that stand with a name as a part of it, the longer of two first.
const TITLES: [&str; 22] = [
    "hòa thượng ",
    "thượng tọa ",
    "đại đức ",
    "sư cô ",
    "sư thầy ",
    "ni sư ",
    "ni trưởng ",
    "nữ tu ",
    "tu sĩ ",
    "linh mục ",
    "giám mục ",
    "mục sư ",
    "già làng ",
    "trưởng bản ",
    "mẹ việt nam anh hùng ",
    "nghệ nhân ưu tú ",
    "nghệ nhân nhân dân ",
    "nghệ nhân ",
    "bác sĩ ",
    "dược sĩ ",
    "y sĩ ",
    "lương y ",
];

/// The syllables but for this one.
fn without(syllables: &[String], at: usize) -> Vec<String> {
    syllables.iter().enumerate().filter(|(own, _)| *own != at).map(|(_, own)| own.clone()).collect()
}

fn syllables(name: &str) -> Vec<String> {
    one_line(name).split_whitespace().map(folded).collect()
}
