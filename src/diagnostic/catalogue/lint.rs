//! In: what a rule of [`crate::lint`] found, in the words that stand beside the
//! rule. Out: its words like those of any other fault.

use super::{Severity, Words};

/// What a careful reader would remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LintFault {
    /// The id of the rule.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What is said.
    pub words: Wording,
}

/// Headline and hint in both languages; neither can be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Vietnamese.
    pub vi: [String; 2],
    /// English.
    pub en: [String; 2],
}

impl LintFault {
    pub(super) fn words(&self) -> Words {
        let Self { rule, severity, words: Wording { vi, en } } = self;
        (rule, *severity, vi.clone(), en.clone())
    }
}
