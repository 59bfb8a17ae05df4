//! In: loaded documents with their guidance. Out: findings a careful reader
//! would make: slips of the hand, of habit and of copying.
//!
//! A rule is one entry in the table of its family, beside the words it speaks
//! in both languages; nothing else knows of it but its row in `STANDARD.md` and
//! its two fixtures in `tests/lint/`. Rules read and report; they never change
//! a letter.

mod abbreviation;
mod agreement;
mod amount;
mod authority;
mod basis;
mod body;
mod borrowed;
mod broken_symbol;
mod capital;
mod cell_end;
mod citation;
mod cited_date;
mod cited_issuer;
mod citing;
mod clock;
mod codes;
mod congress;
mod contact;
mod corrected;
mod date;
mod day_slip;
mod deadline;
mod due;
mod emphasis;
mod ending;
mod feast;
mod figure;
mod findings;
mod firsts;
mod growth;
mod history;
mod honorific;
mod in_words;
mod leftover;
mod lexicon;
mod list;
mod mixed_tone;
mod name;
mod name_in_capitals;
mod no_word;
mod numbered;
mod numeric_name;
mod order;
mod own_code;
mod own_paper;
mod paragraph;
mod parts;
mod person;
mod place;
mod position;
mod punctuation;
mod quotation;
mod quoted;
mod quoted_name;
mod reading;
mod recipient;
mod reference;
mod repeated;
mod roster;
mod round;
mod round_counts;
mod round_meeting;
mod row_number;
mod row_twice;
mod same_person;
mod series;
mod share;
mod signature;
pub(crate) mod silence;
mod slip;
mod slipped_name;
mod sound;
mod spacing;
mod span;
mod spelling;
mod spoken_for;
mod standing;
mod strange_name;
mod subject;
mod subject_line;
mod swapped;
mod swapped_columns;
mod symbol;
mod tally;
mod text;
mod texts_alone;
mod total_row;
mod type_word;
mod typed;
mod typed_block;
mod unmarked;
mod vote;
mod weekday;
mod when;

pub(crate) use lexicon::Lexicon;
pub(crate) use list::ListReader;
pub use subject::Subject;
pub(crate) use swapped_columns::ListedRow;
pub(crate) use texts_alone::Tables;

use crate::diagnostic::{Report, Severity};
use findings::{Findings, Place};

/// The families of rules.
const FAMILIES: &[&[Rule]] = &[
    citing::RULES,
    cited_date::RULES,
    agreement::RULES,
    date::RULES,
    weekday::RULES,
    deadline::RULES,
    authority::RULES,
    signature::RULES,
    swapped::RULES,
    own_code::RULES,
    subject_line::RULES,
    recipient::RULES,
    basis::RULES,
    place::RULES,
    ending::RULES,
    punctuation::RULES,
    emphasis::RULES,
    quoted::RULES,
    spacing::RULES,
    paragraph::RULES,
    order::RULES,
    typed::RULES,
    slip::RULES,
    unmarked::RULES,
    codes::RULES,
    contact::RULES,
    leftover::RULES,
    typed_block::RULES,
    amount::RULES,
    in_words::RULES,
    tally::RULES,
    capital::RULES,
    reference::RULES,
    repeated::RULES,
    abbreviation::RULES,
    mixed_tone::RULES,
    name::RULES,
    honorific::RULES,
    numeric_name::RULES,
    body::RULES,
    congress::RULES,
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
    reads: Reads,
}

#[derive(Clone, Copy)]
enum Check {
    /// Looks at one document.
    Document(fn(&Subject<'_>, &mut Findings<'_>)),
    /// Compares the documents of a workspace.
    Workspace(fn(&[Subject<'_>], &mut Findings<'_>)),
}

/// What a rule reads besides documents; each of these takes in those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reads {
    Documents,
    /// The lines of a certificate, the names on it, who signs it.
    Lines,
    /// The names and lines of a list.
    Rows,
}

impl Rule {
    /// A rule that looks at one document.
    const fn of_document(
        id: &'static str,
        severity: Severity,
        check: fn(&Subject<'_>, &mut Findings<'_>),
    ) -> Self {
        Self { id, severity, check: Check::Document(check), reads: Reads::Documents }
    }

    /// A rule that compares the documents of a workspace.
    const fn of_workspace(
        id: &'static str,
        severity: Severity,
        check: fn(&[Subject<'_>], &mut Findings<'_>),
    ) -> Self {
        Self { id, severity, check: Check::Workspace(check), reads: Reads::Documents }
    }

    /// The same, that reads single lines too.
    const fn and_lines(self) -> Self {
        Self { reads: Reads::Lines, ..self }
    }

    /// The same, that reads lines, and the rows of lists too.
    const fn and_rows(self) -> Self {
        Self { reads: Reads::Rows, ..self }
    }

    /// Looks at this alone, whatever else there is.
    fn run(&'static self, subject: &Subject<'_>, report: &mut Report) {
        let mut found = Findings { rule: self, report, left: ENOUGH };
        match self.check {
            Check::Document(check) => check(subject, &mut found),
            Check::Workspace(check) => check(std::slice::from_ref(subject), &mut found),
        }
    }
}

/// All rules, family by family.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().copied().flatten()
}

/// Enough of one rule for one document; whoever mends these runs again.
const ENOUGH: usize = 30;

/// Enough of one rule that compares all documents.
const ENOUGH_IN_ALL: usize = 500;

/// The rules that also read what is no document.
fn that_read(what: Reads) -> impl Iterator<Item = &'static Rule> {
    rules().filter(move |rule| rule.reads >= what)
}

/// Runs the rules that look at one document.
pub fn document(subject: &Subject<'_>, report: &mut Report) {
    for rule in rules().filter(|rule| matches!(rule.check, Check::Document(_))) {
        rule.run(subject, report);
    }
}

/// Runs the rules that look at single lines, names and signatures.
pub fn lines(subject: &Subject<'_>, report: &mut Report) {
    for rule in that_read(Reads::Lines) {
        rule.run(subject, report);
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
