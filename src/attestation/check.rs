//! In: a scanned text or a PDF, and the office's public key. Out: whether each
//! certificate in it says what the office said, and if not, what differs.

use super::row::{CORRECTED, VOID};
use super::shown::Shown;
use super::voids::Seen;
use super::{PublicKey, Signed, Statement, Voids};
use crate::digest::sha256;
use crate::pdf::Pdf;

/// A certificate that was checked.
#[derive(Debug)]
pub struct Checked {
    /// What it says of itself, as far as that can be read.
    pub statement: Option<Statement>,
    /// What a register says became of it after printing.
    pub state: String,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of checking a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The office said just this.
    Genuine,
    /// There is a signature, but not one of this office over this text.
    Altered,
    /// The signed text is the office's own; these values on the page are not
    /// those that it says.
    PageDiffers(Vec<&'static str>),
    /// The page shows all of these values, but is not the one that was signed.
    PageAltered,
    /// A row of a register says something else here than its certificate.
    RowDiffers(Vec<&'static str>),
    /// The certificate that a row of a register names is another file now.
    FileDiffers(String),
    /// It is not there.
    FileMissing(String),
    /// A register has this number twice.
    Twice,
    /// A certificate lies beside a register that does not name it.
    NotInRegister(String),
    /// The office said it, but a register says that it holds no longer, and why.
    Void(String),
    /// The office said it, but a later decision corrected it.
    Corrected {
        /// Whom, or which model, the certificate names now.
        now: String,
        /// What the register says became of it.
        state: String,
    },
    /// The office said it and a later decision corrected something that the code does
    /// not say: the paper itself must be looked at.
    Compare {
        /// Which model the certificate names now.
        now: String,
        /// What the register says became of it.
        state: String,
    },
    /// The office said it, but its register has another day for this number.
    OtherDate(String),
    /// The office said it, but the row of this register that tells whether it still
    /// holds was altered.
    StateUnknown(String),
    /// A register has another number of rows than were signed.
    Rows {
        /// How many there are.
        now: usize,
        /// How many there were.
        signed: usize,
    },
    /// A row is as the file beside it; nothing was signed.
    Matches,
    /// It was signed, and there is no key to tell by whom.
    Unchecked,
    /// Nothing in it was signed.
    Unsigned,
}

/// Checks all texts in a file: a telephone may have put one code below another.
#[must_use]
pub fn check_texts(text: &str, key: &PublicKey) -> Vec<Checked> {
    Signed::apart(text).iter().map(|own| check_text(own, key)).collect()
}

/// Checks a scanned text.
#[must_use]
pub fn check_text(text: &str, key: &PublicKey) -> Checked {
    let Some(signed) = Signed::read(text) else {
        return Checked { statement: None, state: String::new(), verdict: Verdict::Unsigned };
    };
    let verdict = if signed.holds(key) { Verdict::Genuine } else { Verdict::Altered };
    Checked { statement: Some(signed.statement), state: String::new(), verdict }
}

impl Checked {
    /// The same, unless a register says that it holds no longer. A row that says so
    /// itself is right.
    #[must_use]
    pub fn against(self, voids: &Voids) -> Self {
        self.held_against(voids, None)
    }

    fn held_against(self, voids: &Voids, seen: Option<&Seen<'_>>) -> Self {
        let sound = matches!(self.verdict, Verdict::Genuine | Verdict::Matches);
        let own = self.statement.as_ref().filter(|_| sound && !self.state.starts_with(VOID));
        match own.and_then(|statement| voids.about(statement, seen)) {
            Some(Verdict::Compare { .. }) if self.state.contains(CORRECTED) => self,
            Some(verdict) => Self { verdict, ..self },
            None => self,
        }
    }
}

/// Checks the pages of a PDF: the texts that its maker left in it, one for each
/// certificate, whether the pages show the same, and what registers say of it. None if
/// the file is no PDF.
#[must_use]
pub fn check_pdf(bytes: &[u8], key: &PublicKey, voids: &Voids) -> Option<Vec<Checked>> {
    let pdf = Pdf::open(bytes)?;
    let texts = texts(&pdf);
    let shown = Shown::on(&pdf);
    let check = |text: &String| {
        let mut checked = check_text(text, key);
        if let (Some(statement), Verdict::Genuine) = (&checked.statement, &checked.verdict) {
            let missing = shown.missing(statement);
            if !missing.is_empty() {
                checked.verdict = Verdict::PageDiffers(missing);
            } else if Signed::covers(text, &shown.letters(), key) == Some(false) {
                checked.verdict = Verdict::PageAltered;
            }
        }
        let seen = Seen { sha256: sha256(bytes), shown: &shown };
        checked.held_against(voids, Some(&seen))
    };
    Some(texts.iter().map(check).collect())
}

/// The texts of the codes in a file; an empty one where there are none.
pub(super) fn texts(pdf: &Pdf) -> Vec<String> {
    let own: Vec<String> = pdf.keywords().into_iter().collect();
    if own.iter().any(|text| Signed::read(text).is_some()) {
        return own;
    }
    // The descriptions of the QR codes on the pages.
    let all: Vec<String> = pdf.descriptions().filter(|text| Signed::read(text).is_some()).collect();
    if all.is_empty() { vec![String::new()] } else { all }
}
