//! In: a batch and one of its recipients. Out: what the certificate says, signed
//! if the office has a key, and its page.

use super::batch::Batch;
use super::compose::{Composer, Said, place_and_date};
use super::fields::{Facts, NAMES, fields};
use super::issue::Issue;
use super::record::{Decision, Line};
use super::view::View;
use crate::attestation::{Signed, Statement};
use crate::compile::Compiler;
use crate::diagnostic::{CertificateFault, Diagnostic, ExpressionFault, Fault};
use crate::expression::{Fields, Wordings, expressions};
use crate::values::Date;

impl Batch {
    /// What the expressions of this batch may use.
    pub(super) fn wordings() -> Wordings<'static> {
        Wordings::new(&NAMES)
    }

    /// All that the certificate at this index may say.
    pub(super) fn facts(&self, at: usize) -> Facts<'_> {
        Facts {
            recipient: &self.recipients[at],
            decision: self.decision(self.issue(at)),
            date: self.date_of(self.issue(at)),
            number: self.numbers[at],
            again: self.issue(at).fate().again.as_deref(),
        }
    }

    /// The decision that a certificate carries out.
    pub(super) fn decision(&self, issue: &Issue) -> Option<&Decision> {
        issue.own_decision(&self.record).or(self.record.decision.as_ref())
    }

    /// The day printed on a certificate: one issued anew bears that of the first.
    pub(super) fn date_of(&self, issue: &Issue) -> Date {
        issue.own_decision(&self.record).map_or(self.date, |own| own.date)
    }

    /// What it says.
    ///
    /// # Errors
    /// An expression that stands for nothing, at the recipient, who lacks
    /// something, with the line that asks for it.
    pub(super) fn said(&self, wordings: &Wordings<'_>, at: usize) -> Result<Said<'_>, Diagnostic> {
        let (record, recipient) = (&self.record, &self.recipients[at]);
        let words = self.facts(at).words();
        let fields = fields(&words);
        let words = |line: &str, path: &str| {
            wordings.words(line, &fields).map_err(|(range, fault)| {
                let label = ["dòng này", "this line"];
                let fault = match fault {
                    Fault::Expression(ExpressionFault::NoFigure) => lacking(&line[range], &fields),
                    // A mistake of the line, whoever the recipient is.
                    fault => return record.finding(path, fault),
                };
                recipient.finding("", fault).against(record.source(), record.span(path), label)
            })
        };
        let mut lines = Vec::new();
        // What a blank bears already is not said by its certificate.
        let printed = |line: &Line| self.profile.prints(self.mode, line.style.trim());
        for (at, line) in record.lines.iter().enumerate().filter(|(_, line)| printed(line)) {
            lines.push((line.style.trim(), words(&line.text, &format!("dong.{at}.chu"))?.trim().into()));
        }
        let decision = words(&record.decision_line, "dong_quyet_dinh")?;
        let mut said = Said {
            lines,
            decision: Some(decision).filter(|line| !line.trim().is_empty()),
            register: words(&record.register_line, "dong_vao_so")?,
            place_and_date: place_and_date(&record.place, self.date_of(self.issue(at))),
            code: None,
        };
        // The law asks for it wherever the lines do not say it themselves.
        if let Some(again) = &self.issue(at).fate().again
            && !said.shows(again)
        {
            said.register = format!("{} ({again})", said.register.trim_end());
        }
        said.code = self.signed(at, &said);
        Ok(said)
    }

    /// What its QR code says: only what the page shows can be compared with it.
    fn signed(&self, at: usize, said: &Said<'_>) -> Option<Signed> {
        let key = self.key.as_ref()?;
        let recipient = &self.recipients[at];
        let unit = recipient.unit.as_deref().filter(|unit| said.shows(unit)).unwrap_or_default();
        let statement = Statement {
            number: self.numbers[at].to_string(),
            name: recipient.name.clone(),
            unit: unit.into(),
            date: self.date_of(self.issue(at)).to_string(),
            kind: self.kind(),
        };
        Some(statement.signed(key))
    }

    /// The page of one recipient, and what its QR code says.
    ///
    /// # Errors
    /// What keeps it from being printed, at the recipient.
    pub(super) fn page(
        &self,
        wordings: &Wordings<'_>,
        compiler: &Compiler<'_>,
        at: usize,
    ) -> Result<(View, Option<Signed>), Diagnostic> {
        let said = self.said(wordings, at)?;
        let view = self.composer(compiler).view(&said);
        let view = view.map_err(|fault| self.recipients[at].finding("", fault))?;
        Ok((view, said.code))
    }

    /// What lays its pages out.
    pub(super) fn composer<'b>(&'b self, compiler: &'b Compiler<'_>) -> Composer<'b> {
        Composer {
            batch: &self.record,
            profile: &self.profile,
            fonts: compiler.fonts(),
            breaks: &self.breaks,
            mode: self.mode,
        }
    }
}

/// The words of an expression that the list says nothing for.
fn lacking(expression: &str, fields: &Fields<'_>) -> Fault {
    let code = expressions(expression).into_iter().find_map(|own| own.code).unwrap_or(expression);
    let words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
    let missing: Vec<_> = words.filter(|word| matches!(fields.get(word), Some(None))).collect();
    if missing.is_empty() {
        return ExpressionFault::NoFigure.into();
    }
    CertificateFault::Lacking { words: missing.join("`, `") }.into()
}
