//! In: loaded documents with their guidance. Out: findings a careful reader
//! would make: slips of the hand, of habit and of copying.
//!
//! A rule is one entry in the table of its family, beside the words it speaks
//! in both languages; nothing else knows of it but its row in `STANDARD.md` and
//! its two fixtures in `tests/lint/`. Rules read and report; they never change
//! a letter.

mod agreement;
mod amount;
mod authority;
mod body;
mod broken_symbol;
mod capital;
mod citation;
mod citing;
mod codes;
mod corrected;
mod date;
mod day_slip;
mod deadline;
mod ending;
mod form;
mod history;
mod honorific;
mod leftover;
mod lexicon;
mod list;
mod name;
mod numbered;
mod numeric_name;
mod order;
mod paragraph;
mod person;
mod place;
mod position;
mod punctuation;
mod quoted;
mod reading;
mod reference;
mod repeated;
mod roster;
mod round;
mod round_counts;
mod row_number;
mod series;
mod signature;
pub mod silence;
mod slip;
mod sound;
mod spacing;
mod span;
mod spelling;
mod strange_name;
mod swapped;
mod swapped_columns;
mod symbol;
mod text;
pub(crate) mod tone;
mod typed;
mod unmarked;
mod weekday;
mod when;

use std::collections::HashSet;
use std::ops::Range;

pub use lexicon::Lexicon;
pub use list::ListReader;

use crate::diagnostic::{Diagnostic, LintFault, Report, Severity, Wording};
use crate::documents::OfficialDocument;
use crate::expression::Scope;
use crate::load::Loaded;
use crate::records::Organisation;
use crate::source::Span;
use crate::standard::{Kind, Kinds, Profile};
use citation::Cited;
use corrected::is_corrected;
use text::Text;

/// The families of rules.
const FAMILIES: &[&[Rule]] = &[
    citing::RULES,
    agreement::RULES,
    date::RULES,
    weekday::RULES,
    deadline::RULES,
    authority::RULES,
    signature::RULES,
    swapped::RULES,
    form::RULES,
    place::RULES,
    ending::RULES,
    punctuation::RULES,
    quoted::RULES,
    spacing::RULES,
    paragraph::RULES,
    order::RULES,
    typed::RULES,
    slip::RULES,
    unmarked::RULES,
    codes::RULES,
    leftover::RULES,
    amount::RULES,
    capital::RULES,
    reference::RULES,
    repeated::RULES,
    spelling::RULES,
    name::RULES,
    honorific::RULES,
    numeric_name::RULES,
    body::RULES,
    series::RULES,
    round::RULES,
];

/// A rule: its stable id, how grave a finding is, and how it is found.
pub struct Rule {
    /// The id that messages show and `vankien rules` explains.
    pub id: &'static str,
    /// How grave its findings are at most.
    pub severity: Severity,
    check: Check,
}

enum Check {
    /// Looks at one document.
    Document(fn(&Subject<'_>, &mut Findings<'_>)),
    /// Compares the documents of a workspace.
    Workspace(fn(&[Subject<'_>], &mut Findings<'_>)),
}

/// All rules, family by family.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().copied().flatten()
}

/// A document as the rules read it.
pub struct Subject<'a> {
    loaded: &'a Loaded<OfficialDocument>,
    kind: &'a Kind,
    profile: &'a Profile,
    kinds: &'a Kinds,
    lexicon: &'a Lexicon,
    office: Option<&'a Organisation>,
    /// The data its expressions speak of.
    scope: Option<&'a Scope>,
    texts: Vec<Text<'a>>,
    citations: Vec<Cited>,
}

impl<'a> Subject<'a> {
    /// Reads the texts and the citations of a document.
    #[must_use]
    pub fn new(
        loaded: &'a Loaded<OfficialDocument>,
        kind: &'a Kind,
        profile: &'a Profile,
        kinds: &'a Kinds,
        lexicon: &'a Lexicon,
    ) -> Self {
        let texts = text::texts(&loaded.tree);
        let citations = citation::citations(&texts, kinds, lexicon);
        Self { loaded, kind, profile, kinds, lexicon, office: None, scope: None, texts, citations }
    }

    /// The same, issued by this body of the records.
    #[must_use]
    pub fn issued_by(self, office: Option<&'a Organisation>) -> Self {
        Self { office, ..self }
    }

    /// The same, with the data that its expressions speak of.
    #[must_use]
    pub fn speaking_of(self, scope: Option<&'a Scope>) -> Self {
        Self { scope, ..self }
    }

    /// The same without the texts that say what another one said in the same part.
    fn said_once(mut self) -> Self {
        let mut said = HashSet::new();
        self.texts.retain(|text| said.insert((text.key().to_string(), text.text)));
        self.texts.shrink_to_fit();
        self
    }

    fn document(&self) -> &OfficialDocument {
        &self.loaded.record
    }

    /// Whether the rules of the Party's papers hold for it.
    fn is_party(&self) -> bool {
        self.profile.system == "dang"
    }

    /// The texts that are printed as prose.
    fn prose(&self) -> impl Iterator<Item = &Text<'a>> {
        self.texts.iter().filter(|text| text.is_prose())
    }

    /// The text at this path.
    fn at(&self, path: &str) -> Option<&Text<'a>> {
        self.texts.iter().find(|text| text.path == path)
    }
}

/// Enough of one rule for one document; whoever mends these runs again.
const ENOUGH: usize = 30;

/// Enough of one rule that compares all documents.
const ENOUGH_IN_ALL: usize = 500;

/// Where a rule puts what it finds.
struct Findings<'r> {
    rule: &'r Rule,
    report: &'r mut Report,
    left: usize,
}

impl Findings<'_> {
    /// A finding at a byte range of a text, unless it is quoted to be corrected.
    fn at(&mut self, subject: &Subject<'_>, text: &Text<'_>, range: Range<usize>, words: Wording) {
        if self.left > 0 && !is_corrected(text.text, &range) {
            self.push(subject, text.place(&subject.loaded.source, &range), words);
        }
    }

    /// The same, with the place that it disagrees with.
    fn against(&mut self, one: &Place<'_, '_>, other: &Place<'_, '_>, words: Wording, label: [&str; 2]) {
        if self.left > 0 {
            self.left -= 1;
            let source = &other.subject.loaded.source;
            let span = other.text.place(source, &other.range);
            let finding = self.diagnostic(one.subject, one.span(), words);
            self.report.push(finding.against(source, span, label));
        }
    }

    /// A finding at the value with this path.
    fn value(&mut self, subject: &Subject<'_>, path: &str, words: Wording) {
        if self.left > 0 {
            self.push(subject, subject.loaded.tree.place_of(path), words);
        }
    }

    /// The same, as a remark only: it may well be meant.
    fn remark(&mut self, subject: &Subject<'_>, path: &str, words: Wording) {
        self.remark_in(subject, subject.loaded.tree.place_of(path), words);
    }

    /// A remark at a byte range of a text.
    fn remark_at(&mut self, subject: &Subject<'_>, text: &Text<'_>, range: Range<usize>, words: Wording) {
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
struct Place<'s, 'a> {
    subject: &'s Subject<'a>,
    text: &'s Text<'a>,
    range: Range<usize>,
}

impl Place<'_, '_> {
    fn span(&self) -> Span {
        self.text.place(&self.subject.loaded.source, &self.range)
    }
}

/// Runs the rules that look at one document.
pub fn document(subject: &Subject<'_>, report: &mut Report) {
    for rule in rules() {
        if let Check::Document(check) = rule.check {
            check(subject, &mut Findings { rule, report, left: ENOUGH });
        }
    }
}

/// The rules that also read what is no document: the lines of a certificate, the
/// names on it, who signs it.
const OF_LINES: [&str; 29] = [
    "R-D-095",
    "R-D-105",
    "R-D-111",
    "R-D-153",
    "R-D-154",
    "R-D-155",
    "R-D-157",
    "cach-dau",
    "cach-doi",
    "cach-la",
    "cham-thua",
    "chuc-vu",
    "danh-xung",
    "dau-la",
    "dau-thanh",
    "doi-cho",
    "gan-giong",
    "go-nham",
    "ho-ten",
    "khong-dau",
    "ma-may",
    "ngay-trong-bai",
    "ngoac",
    "ngoac-cong",
    "ngoac-long",
    "sot-mau",
    "ten-so",
    "viet-hoa",
    "viet-tat-sai",
];

/// Runs the rules that look at single lines, names and signatures.
pub fn lines(subject: &Subject<'_>, report: &mut Report) {
    for rule in rules().filter(|rule| OF_LINES.contains(&rule.id)) {
        let mut found = Findings { rule, report, left: ENOUGH };
        match rule.check {
            Check::Document(check) => check(subject, &mut found),
            Check::Workspace(check) => check(std::slice::from_ref(subject), &mut found),
        }
    }
}

/// Runs the rules that compare documents.
pub fn workspace(subjects: &[Subject<'_>], report: &mut Report) {
    for rule in rules() {
        if let Check::Workspace(check) = rule.check {
            check(subjects, &mut Findings { rule, report, left: ENOUGH_IN_ALL });
        }
    }
}
