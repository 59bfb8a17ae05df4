//! In: faults that the stages find. Out: findings, each at its place, and one report
//! of them that a terminal or a program can read.

mod catalogue;
mod exchange;
mod json;
mod report;
mod terminal;

use std::borrow::Cow;
use std::sync::Arc;

pub use catalogue::*;
pub use exchange::{github, sarif};
pub use json::{Finding, findings};
pub use report::Report;
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
            Fault::Data(DataFault::DataFaulty) | Fault::Decision(DecisionFault::NotSound { .. })
        );
        let at = self.place.as_ref().map_or(0, |(_, span)| span.start);
        (waits, self.file.as_deref().unwrap_or_default(), at)
    }
}
