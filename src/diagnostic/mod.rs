//! In: faults that the stages find, each at its place. Out: one report, sorted,
//! that a terminal or a program can read.

mod catalogue;
mod exchange;
mod json;
mod terminal;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use catalogue::{
    AmendedFault, AwardFault, CellFault, CertificateFault, CharacterFault, ContentFault, DataFault,
    DeclaredFault, EvaluationFault, ExpressionFault, Fault, FigureFault, FileFault, FileFormat, FollowFault,
    FormFault, GuidanceFault, LintFault, Markdown, Message, ModelFault, NoPaper, OfficeFault, PageFault,
    RecipientFault, RecognitionFault, RegisterFault, Shape, SheetFault, Wording, WorkspaceFault, YamlProblem,
};
pub use exchange::{github, sarif};
pub use json::{Finding, findings};
pub use terminal::Terminal;

use crate::source::{SourceFile, Span};

/// The language of messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The wording in this language.
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The program was used wrongly or the machine refused; exit code 2.
    Environment,
    /// The document must not be printed; exit code 1.
    Error,
    /// Someone should look; the document is still written.
    Warning,
    /// Worth knowing; never in the way.
    Info,
}

/// One finding: what is wrong and where.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// What is wrong; its words come from the catalogue.
    pub fault: Fault,
    /// The path shown when there is no narrower place.
    pub file: Option<String>,
    /// The narrowest place in the user's own file.
    pub place: Option<(Arc<SourceFile>, Span)>,
    /// The place that it disagrees with.
    pub other: Option<Other>,
    /// The id of the rule in the guidance of the document, where that has
    /// another than the fault itself says.
    pub clause: Option<String>,
}

/// A second place, where two things disagree.
#[derive(Debug, Clone)]
pub struct Other {
    /// Its file.
    pub source: Arc<SourceFile>,
    /// Its place there.
    pub span: Span,
    /// What it is, in Vietnamese and in English.
    pub label: [String; 2],
}

impl Diagnostic {
    /// A finding about no file in particular.
    #[must_use]
    pub fn general(fault: impl Into<Fault>) -> Self {
        Self { fault: fault.into(), file: None, place: None, other: None, clause: None }
    }

    /// A finding about a file as a whole.
    #[must_use]
    pub fn in_file(file: impl Into<String>, fault: impl Into<Fault>) -> Self {
        Self { file: Some(file.into()), ..Self::general(fault) }
    }

    /// A finding at a place in a data file.
    #[must_use]
    pub fn at(source: &Arc<SourceFile>, span: Span, fault: impl Into<Fault>) -> Self {
        let (source, span) = source.locate(span);
        let fault = fault.into();
        let fault = match source.cell(span) {
            Some((sheet, cell)) => Fault::in_cell(sheet, cell, fault),
            None => fault,
        };
        Self { place: Some((source.clone(), span)), ..Self::in_file(source.name(), fault) }
    }

    /// The same finding with the place that it disagrees with.
    #[must_use]
    pub fn against(mut self, source: &Arc<SourceFile>, span: Span, label: [&str; 2]) -> Self {
        let (source, span) = source.locate(span);
        self.other = Some(Other { source, span, label: label.map(String::from) });
        self
    }

    /// Whether it stands at the very place of another finding.
    #[must_use]
    pub fn place_is(&self, other: &Self) -> bool {
        let at = |own: &Self| own.place.as_ref().map(|(_, span)| *span);
        self.file == other.file && at(self).is_some() && at(self) == at(other)
    }

    /// Whether the place of another finding lies in its own.
    fn holds(&self, other: &Self) -> bool {
        let within =
            |(_, own): &(_, Span), (_, inner): &(_, Span)| own.start <= inner.start && inner.end <= own.end;
        let places = self.place.as_ref().zip(other.place.as_ref());
        self.file == other.file && places.is_some_and(|(own, inner)| within(own, inner))
    }

    /// The same finding, said to concern this file if it names none.
    #[must_use]
    pub fn in_the_file(mut self, file: &str) -> Self {
        self.file.get_or_insert_with(|| file.into());
        self
    }

    /// Its words; the rule is that of the document's own guidance.
    #[must_use]
    pub fn message(&self, lang: Lang) -> Message {
        let message = self.fault.message(lang);
        match &self.clause {
            Some(clause) => Message { rule: clause.clone().into(), ..message },
            None => message,
        }
    }

    /// The id of the rule that was broken.
    #[must_use]
    pub fn rule(&self) -> Cow<'static, str> {
        self.message(Lang::Vi).rule
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.fault.message(Lang::Vi).severity
    }

    /// What waits for other findings to be mended stands after them.
    fn order(&self) -> (bool, &str, usize) {
        let waits = matches!(
            self.fault,
            Fault::Data(DataFault::DataFaulty) | Fault::Recipient(RecipientFault::DecisionNotSound { .. })
        );
        let at = self.place.as_ref().map_or(0, |(_, span)| span.start);
        (waits, self.file.as_deref().unwrap_or_default(), at)
    }
}

/// Findings of one severity told of one file; a person mends no more in one go.
const ENOUGH: usize = 300;

/// All findings of a run or of one document.
#[derive(Debug, Clone, Default)]
pub struct Report {
    findings: Vec<Diagnostic>,
    /// How many were made of each file, those left out counted too.
    made: BTreeMap<(String, Severity), usize>,
}

impl Report {
    /// Adds a finding, unless enough of its kind were told of its file; the
    /// first that is left out is told as [`FileFault::TooManyFindings`].
    pub fn push(&mut self, finding: Diagnostic) {
        let Some(file) = &finding.file else { return self.findings.push(finding) };
        let severity = finding.severity();
        let made = self.made.entry((file.clone(), severity)).or_default();
        let more = matches!(finding.fault, Fault::File(FileFault::TooManyFindings { .. }));
        *made = if more { (ENOUGH + 1).max(*made + 1) } else { *made + 1 };
        if *made <= ENOUGH {
            self.findings.push(finding);
        } else if *made == ENOUGH + 1 {
            let fault = FileFault::TooManyFindings { limit: ENOUGH, severity };
            self.findings.push(Diagnostic::in_file(file, fault));
        }
    }

    /// Whether some file has more faults than are told, so that no more need be
    /// looked for.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.made.iter().any(|((_, severity), made)| *severity < Severity::Warning && *made > ENOUGH)
    }

    /// Adds the findings of another report.
    pub fn extend(&mut self, other: Self) {
        other.findings.into_iter().for_each(|finding| self.push(finding));
    }

    /// The findings in the order they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.findings.iter()
    }

    /// Names each rule as the guidance of the document does, where it has an id
    /// of its own for it: `R-D-174` of the Party is `R-N-044` of the State.
    pub fn cite(&mut self, clauses: &BTreeMap<String, String>) {
        for finding in self.findings.iter_mut().filter(|finding| finding.clause.is_none()) {
            finding.clause = clauses.get(finding.rule().as_ref()).cloned();
        }
    }

    /// Keeps the findings that `keep` wants.
    pub fn retain(&mut self, keep: impl Fn(&Diagnostic) -> bool) {
        self.findings.retain(keep);
    }

    /// Whether the form of the value that a remark is about was refused: what it
    /// says counts for nothing then.
    #[must_use]
    pub fn refuses(&self, remark: &Diagnostic) -> bool {
        let start = |finding: &Diagnostic| finding.place.as_ref().map(|(_, span)| span.start);
        let form = |finding: &&Diagnostic| matches!(finding.fault, Fault::Form(_));
        self.findings.iter().filter(form).any(|own| own.file == remark.file && start(own) == start(remark))
    }

    /// Drops findings that say the same of the same place, and that words differ from a
    /// count which is told to differ from the list.
    pub fn tell_once(&mut self) {
        let counts = |own: &&Diagnostic| {
            matches!(own.fault, Fault::Recognition(RecognitionFault::CountDiffers { .. }))
        };
        let counted: Vec<_> = self.findings.iter().filter(counts).cloned().collect();
        self.findings.retain(|finding| {
            let in_words = matches!(&finding.fault, Fault::Lint(own) if own.rule == "bang-chu");
            !in_words || !counted.iter().any(|own| own.holds(finding))
        });
        let mut seen: BTreeMap<(Option<String>, Option<Span>), Vec<Fault>> = BTreeMap::new();
        self.findings.retain(|finding| {
            let span = finding.place.as_ref().map(|(_, span)| *span);
            let told = seen.entry((finding.file.clone(), span)).or_default();
            let new = !told.contains(&finding.fault);
            if new {
                told.push(finding.fault.clone());
            }
            new
        });
    }

    /// The findings by file and place.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<_> = self.findings.iter().collect();
        all.sort_by(|a, b| a.order().cmp(&b.order()));
        all
    }

    /// How many findings of one severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// Whether anything forbids printing.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() < Severity::Warning)
    }
}

impl From<Diagnostic> for Report {
    fn from(finding: Diagnostic) -> Self {
        let mut report = Self::default();
        report.push(finding);
        report
    }
}
