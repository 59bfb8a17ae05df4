//! In: what a run remarked on texts and on pages. Out: the same in a form that can be
//! written down, and back again, so that a build with nothing to do can tell it anew.
//!
//! Only what reading the texts and looking at the pages came to is kept: the same files
//! say it again. What depends on the day or on earlier runs is looked for anew each time.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Fault, LintFault, Other, PageFault, Report, Severity, Wording};
use crate::lint;
use crate::load;
use crate::ordinary::bytes_of;
use crate::source::{SourceFile, Span};
use crate::workspace::Workspace;

/// More than so many remarks are not kept.
const ENOUGH: usize = 200;

/// One remark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    what: What,
    place: Spot,
    /// The place it disagrees with, and what stands there.
    other: Option<(Spot, [String; 2])>,
    clause: Option<String>,
}

/// What was remarked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum What {
    /// By a rule that reads the text.
    Text { rule: String, warning: bool, vi: [String; 2], en: [String; 2] },
    /// On the finished pages.
    Page(PageFault),
}

impl What {
    /// None for what cannot be told again, and for errors, which forbid what is kept.
    fn of(finding: &Diagnostic) -> Option<Self> {
        match &finding.fault {
            _ if finding.severity() < Severity::Warning => None,
            Fault::Page(fault) => Some(Self::Page(fault.clone())),
            Fault::Lint(LintFault { rule, severity, words }) => Some(Self::Text {
                rule: (*rule).into(),
                warning: *severity == Severity::Warning,
                vi: words.vi.clone(),
                en: words.en.clone(),
            }),
            _ => None,
        }
    }

    fn fault(&self) -> Option<Fault> {
        match self {
            Self::Page(fault) => Some(fault.clone().into()),
            Self::Text { rule, warning, vi, en } => {
                let rule = lint::rules().find(|own| own.id == *rule)?.id;
                let severity = if *warning { Severity::Warning } else { Severity::Info };
                Some(LintFault { rule, severity, words: Wording { vi: vi.clone(), en: en.clone() } }.into())
            }
        }
    }
}

/// A file and a range of its bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Spot(String, usize, usize);

impl Spot {
    /// None in a sheet: its text is made anew of its cells.
    fn of(source: &SourceFile, span: Span) -> Option<Self> {
        (!source.is_sheet()).then(|| Self(source.name().into(), span.start, span.end))
    }
}

impl Remark {
    fn of(finding: &Diagnostic) -> Option<Self> {
        let (source, span) = finding.place.as_ref()?;
        let other = match &finding.other {
            Some(Other { source, span, label }) => Some((Spot::of(source, *span)?, label.clone())),
            None => None,
        };
        Some(Self {
            what: What::of(finding)?,
            place: Spot::of(source, *span)?,
            other,
            clause: finding.clause.clone(),
        })
    }
}

/// What can be told again; nothing where something among it cannot.
pub(super) fn kept(report: &Report) -> Option<Vec<Remark>> {
    let all: Vec<_> = report.iter().take(ENOUGH + 1).map(Remark::of).collect::<Option<_>>()?;
    (all.len() <= ENOUGH && !report.blocks()).then_some(all)
}

/// The same told anew. None where a file cannot be read as it was.
pub(super) fn again(workspace: &Workspace, told: &[Remark]) -> Option<Report> {
    let mut sources = Sources { workspace, read: BTreeMap::new() };
    let mut report = Report::default();
    for own in told {
        let (source, span) = sources.find(&own.place)?;
        let mut finding = Diagnostic::at(&source, span, own.what.fault()?);
        if let Some((spot, label)) = &own.other {
            let (source, span) = sources.find(spot)?;
            finding.other = Some(Other { source, span, label: label.clone() });
        }
        finding.clause.clone_from(&own.clause);
        report.push(finding);
    }
    Some(report)
}

/// The files spoken of, each read once.
struct Sources<'a> {
    workspace: &'a Workspace,
    read: BTreeMap<String, Arc<SourceFile>>,
}

impl Sources<'_> {
    fn find(&mut self, Spot(name, start, end): &Spot) -> Option<(Arc<SourceFile>, Span)> {
        if !self.read.contains_key(name) {
            let bytes = bytes_of(&self.workspace.root().join(name))?;
            self.read.insert(name.clone(), load::source(name, &bytes)?);
        }
        let source = self.read.get(name)?;
        // What is damaged in the state must not point between two letters.
        source.text().get(*start..*end)?;
        Some((source.clone(), Span::new(*start, *end)))
    }
}
