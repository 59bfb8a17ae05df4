//! In: findings, one after the other. Out: all of a run or of one document, told once
//! and sorted.

use std::collections::{BTreeMap, BTreeSet};

use super::{Diagnostic, ExpressionFault, Fault, FileFault, OfficeFault, RecognitionFault, Severity};
use crate::source::Span;

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
        let form = |finding: &&Diagnostic| matches!(finding.fault, Fault::Form(_) | Fault::Value(_));
        self.findings.iter().filter(form).any(|own| own.file == remark.file && start(own) == start(remark))
    }

    /// Whether an error is told of the place of a remark, or of more around it.
    #[must_use]
    pub fn tells_of(&self, remark: &Diagnostic) -> bool {
        let start = |finding: &Diagnostic| finding.place.as_ref().map(|(_, span)| span.start);
        let of =
            |own: &Diagnostic| own.holds(remark) || own.file == remark.file && start(own) == start(remark);
        self.findings.iter().any(|own| own.severity() < Severity::Warning && of(own))
    }

    /// Drops findings that say the same of the same place, that words differ from a
    /// count which is told to differ from the list, and what is remarked on a line whose
    /// letters are told to be those of another encoding.
    pub fn tell_once(&mut self) {
        self.leave_garbled();
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
            let new = !told.iter().any(|own| says_the_same(own, &finding.fault));
            if new {
                told.push(finding.fault.clone());
            }
            new
        });
    }

    /// Of letters in another encoding nothing else can be said.
    fn leave_garbled(&mut self) {
        let line = |finding: &Diagnostic| {
            let (source, span) = finding.place.as_ref()?;
            Some((source.name().to_string(), source.line(span.start)))
        };
        let garbled =
            |finding: &&Diagnostic| finding.severity() < Severity::Warning && finding.rule() == "bang-ma";
        let lines: BTreeSet<_> = self.findings.iter().filter(garbled).filter_map(line).collect();
        if !lines.is_empty() {
            self.findings.retain(|own| {
                own.severity() < Severity::Warning || line(own).is_none_or(|line| !lines.contains(&line))
            });
        }
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

/// Whether two findings of one place are one to whoever mends it: a paper and another that
/// follows it are of two days, and their signer is the same.
fn says_the_same(one: &Fault, other: &Fault) -> bool {
    match (one, other) {
        (
            Fault::Office(OfficeFault::SignerNotInOffice { name: one, .. }),
            Fault::Office(OfficeFault::SignerNotInOffice { name: other, .. }),
        )
        | (
            Fault::Expression(ExpressionFault::UnknownWord { name: one, .. }),
            Fault::Expression(ExpressionFault::UnknownWord { name: other, .. }),
        ) => one == other,
        _ => one == other,
    }
}

impl From<Diagnostic> for Report {
    fn from(finding: Diagnostic) -> Self {
        let mut report = Self::default();
        report.push(finding);
        report
    }
}
