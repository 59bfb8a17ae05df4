//! In: what a rule has to say of a document, and where. Out: findings in the report,
//! each of the rule's gravity or a remark, no more than are enough.

use std::ops::Range;

use super::corrected::is_corrected;
use super::text::Text;
use super::{Rule, Subject};
use crate::diagnostic::{Diagnostic, LintFault, Report, Severity, Wording};
use crate::source::Span;

/// Where a rule puts what it finds.
pub(super) struct Findings<'r> {
    pub(super) rule: &'r Rule,
    pub(super) report: &'r mut Report,
    /// How many more it may put there.
    pub(super) left: usize,
}

impl Findings<'_> {
    /// A finding at a byte range of a text, unless it is quoted to be corrected.
    pub(super) fn at(&mut self, subject: &Subject<'_>, text: &Text<'_>, range: Range<usize>, words: Wording) {
        if self.left > 0 && !is_corrected(text.text, &range) {
            self.push(subject, text.place(&subject.loaded.source, &range), words);
        }
    }

    /// The same, with the place that it disagrees with.
    pub(super) fn against(
        &mut self,
        one: &Place<'_, '_>,
        other: &Place<'_, '_>,
        words: Wording,
        label: [&str; 2],
    ) {
        if self.left > 0 {
            self.left -= 1;
            let source = &other.subject.loaded.source;
            let span = other.text.place(source, &other.range);
            let finding = self.diagnostic(one.subject, one.span(), words);
            self.report.push(finding.against(source, span, label));
        }
    }

    /// A finding at the value with this path.
    pub(super) fn value(&mut self, subject: &Subject<'_>, path: &str, words: Wording) {
        if self.left > 0 {
            self.push(subject, subject.loaded.tree.place_of(path), words);
        }
    }

    /// The same, as a remark only: it may well be meant.
    pub(super) fn remark(&mut self, subject: &Subject<'_>, path: &str, words: Wording) {
        self.remark_in(subject, subject.loaded.tree.place_of(path), words);
    }

    /// A remark at a byte range of a text.
    pub(super) fn remark_at(
        &mut self,
        subject: &Subject<'_>,
        text: &Text<'_>,
        range: Range<usize>,
        words: Wording,
    ) {
        self.remark_in(subject, text.place(&subject.loaded.source, &range), words);
    }

    fn remark_in(&mut self, subject: &Subject<'_>, span: Span, words: Wording) {
        if self.left > 0 {
            self.left -= 1;
            let fault = LintFault { rule: self.rule.id, severity: Severity::Info, words };
            self.report.push(Diagnostic::at(&subject.loaded.source, span, fault));
        }
    }

    fn push(&mut self, subject: &Subject<'_>, span: Span, words: Wording) {
        self.left -= 1;
        let finding = self.diagnostic(subject, span, words);
        self.report.push(finding);
    }

    fn diagnostic(&self, subject: &Subject<'_>, span: Span, words: Wording) -> Diagnostic {
        let Rule { id, severity, .. } = *self.rule;
        Diagnostic::at(&subject.loaded.source, span, LintFault { rule: id, severity, words })
    }
}

/// A range of a text of a document.
pub(super) struct Place<'s, 'a> {
    pub(super) subject: &'s Subject<'a>,
    pub(super) text: &'s Text<'a>,
    pub(super) range: Range<usize>,
}

impl<'s, 'a> Place<'s, 'a> {
    /// The whole of a text.
    pub(super) fn whole(subject: &'s Subject<'a>, text: &'s Text<'a>) -> Self {
        Self { subject, text, range: 0..text.text.len() }
    }

    fn span(&self) -> Span {
        self.text.place(&self.subject.loaded.source, &self.range)
    }
}
