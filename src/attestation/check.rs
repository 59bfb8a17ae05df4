//! In: a scanned text or a PDF, and the office's public key. Out: whether each
//! certificate in it says what the office said, and if not, what differs.

use std::collections::BTreeSet;
use std::path::Path;

use super::column::{DATE, DECISION, KIND, MODEL, NAME, NUMBER, SIGNATURE, STATE, UNIT};
use super::copied::QUOTES;
use super::row::{CORRECTED, void};
use super::shown::Shown;
use super::voids::Seen;
use super::{PublicKey, Signed, Statement, Voids};
use crate::digest::sha256;
use crate::pdf::{Pdf, Unreadable};
use crate::values::comparable;

/// A certificate that was checked.
#[derive(Debug)]
pub struct Checked {
    /// What it says of itself, as far as that can be read.
    pub statement: Option<Statement>,
    /// What a register says became of it after printing.
    pub state: String,
    /// What came of it.
    pub verdict: Verdict,
    /// Lines that stood around the signed text: a telephone adds some, and nobody signed
    /// them.
    pub unsigned: Vec<String>,
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
    /// The office said this, and somebody wrote lines beside it that look like its own.
    LinesAdded(Vec<String>),
    /// The page shows all of these values, but is not the one that was signed.
    PageAltered,
    /// The page shows all of these values, but the signature over it was taken out.
    PageUnsealed,
    /// The page of this number in the file is of no certificate that was signed.
    PageUnsigned(usize),
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
    /// The office said it, but its register has somebody else under this number.
    OtherName(String),
    /// The office said it, but the row of this register that tells whether it still
    /// holds was altered.
    StateUnknown(String),
    /// A register has no row.
    NoRows,
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
    /// A PDF without the text of any code, be one on its pages or not.
    NoText,
    /// A code that only a later version of the program reads.
    Later,
    /// The proof sheet of a batch, which bears no code.
    ProofSheet,
    /// The page by which a printer is adjusted, which bears none.
    Calibration,
}

/// How the proof sheet of a batch is called, with the kind of paper behind it.
pub(crate) const PROOF_SHEET: &str = "Bản soát: ";
/// How the page is called by which a printer is adjusted.
pub(crate) const CALIBRATION: &str = "Trang căn chỉnh máy in";

/// Checks all texts in a file: a telephone may have put one code below another.
#[must_use]
pub fn check_texts(text: &str, key: &PublicKey) -> Vec<Checked> {
    Signed::apart(text).iter().map(|own| check_text(own, key).among(own)).collect()
}

/// Checks a scanned text.
#[must_use]
pub fn check_text(text: &str, key: &PublicKey) -> Checked {
    let Some(signed) = Signed::read(text) else {
        // A code was scanned, but its lines are not those that were signed.
        let verdict = match Signed::begins(text) {
            true => Verdict::Altered,
            false if Signed::is_of_later_version(text) => Verdict::Later,
            false => Verdict::Unsigned,
        };
        return Checked::without_statement(verdict);
    };
    let verdict = if signed.holds(key) { Verdict::Genuine } else { Verdict::Altered };
    Checked { statement: Some(signed.statement), ..Checked::without_statement(verdict) }
}

/// What certificates say under headings that the register has not.
const SAID_TOO: [&str; 7] =
    ["Xếp loại", "Thành tích", "Danh hiệu", "Họ và tên", "Họ tên", "Chức vụ", "Tên mô hình"];

/// Whether a line looks like one of a code or a register: `Xếp loại: tốt`.
fn looks_signed(line: &str) -> bool {
    let headings =
        [NUMBER, NAME, UNIT, MODEL, DATE, DECISION, KIND, SIGNATURE, STATE].into_iter().chain(SAID_TOO);
    let heading = line.split_once(':').map(|(heading, _)| comparable(heading.trim_matches(QUOTES)));
    heading.is_some_and(|heading| headings.into_iter().any(|own| comparable(own) == heading))
}

impl Checked {
    pub(super) fn without_statement(verdict: Verdict) -> Self {
        Self { statement: None, state: String::new(), verdict, unsigned: Vec::new() }
    }

    /// The same, with what stood around the text and was not signed.
    fn among(self, text: &str) -> Self {
        let genuine = self.verdict == Verdict::Genuine;
        let Some((_, unsigned)) = Signed::read_among(text).filter(|_| genuine) else { return self };
        let alike: Vec<_> = unsigned.iter().filter(|line| looks_signed(line)).cloned().collect();
        if alike.is_empty() {
            Self { unsigned, ..self }
        } else {
            Self { verdict: Verdict::LinesAdded(alike), ..self }
        }
    }

    /// The same, unless a register says that it holds no longer. A row that says so
    /// itself is right.
    #[must_use]
    pub fn against(self, voids: &Voids) -> Self {
        self.held_against(voids, None)
    }

    fn held_against(self, voids: &Voids, seen: Option<&Seen<'_>>) -> Self {
        let sound = matches!(self.verdict, Verdict::Genuine | Verdict::Matches);
        let own = self.statement.as_ref().filter(|_| sound && void(&self.state).is_none());
        let file = seen.filter(|_| sound).and_then(|seen| seen.instead.clone());
        match own.and_then(|statement| voids.about(statement, seen)).or(file.map(Verdict::FileDiffers)) {
            Some(Verdict::Compare { .. }) if self.state.contains(CORRECTED) => self,
            Some(verdict) => Self { verdict, ..self },
            None => self,
        }
    }
}

/// Checks the pages of the PDF at `path`: the texts that its maker left in it, one for
/// each certificate, whether its pages are those that were signed, and what registers say
/// of it.
///
/// # Errors
/// [`Unreadable`].
pub fn check_pdf(
    bytes: &[u8],
    path: &Path,
    key: &PublicKey,
    voids: &Voids,
) -> Result<Vec<Checked>, Unreadable> {
    let pdf = Pdf::open(bytes)?;
    let (texts, shown, drawings) = (texts(&pdf), Shown::on(&pdf), pdf.drawings());
    if texts.is_empty() {
        let title = pdf.title().unwrap_or_default();
        return Ok(vec![Checked::without_statement(match () {
            () if title.starts_with(PROOF_SHEET) => Verdict::ProofSheet,
            () if title == CALIBRATION => Verdict::Calibration,
            () => Verdict::NoText,
        })]);
    }
    let mut signed = BTreeSet::new();
    let mut checked: Vec<Checked> = texts.iter().map(|text| check_text(text, key)).collect();
    for (checked, text) in checked.iter_mut().zip(&texts) {
        let (Some(statement), Verdict::Genuine) = (&checked.statement, &checked.verdict) else { continue };
        let missing = shown.missing(statement);
        let covers = |seal: &str, at: &usize| {
            Signed::read(text).is_some_and(|own| own.covers(seal, &drawings[*at], key))
        };
        let own = |seal: &str| shown.pages(statement).find(|at| covers(seal, at));
        checked.verdict = match Signed::page_seal(text) {
            _ if !missing.is_empty() => Verdict::PageDiffers(missing),
            None => Verdict::PageUnsealed,
            // No file of this program does anything, or has anything to fill in.
            Some(_) if pdf.is_active() => Verdict::PageAltered,
            Some(seal) => match own(seal) {
                Some(at) => {
                    signed.insert(at);
                    Verdict::Genuine
                }
                None => Verdict::PageAltered,
            },
        };
    }
    if checked.iter().all(|checked| checked.verdict == Verdict::Genuine) {
        let others = (0..drawings.len()).filter(|at| !signed.contains(at));
        checked.extend(others.map(|at| Checked::without_statement(Verdict::PageUnsigned(at + 1))));
    }
    let sha256 = sha256(bytes);
    let seen = Seen { instead: voids.other_file(path, &sha256), sha256, shown: &shown };
    Ok(checked.into_iter().map(|checked| checked.held_against(voids, Some(&seen))).collect())
}

/// The texts of the codes in a file.
pub(super) fn texts(pdf: &Pdf) -> Vec<String> {
    let mut own = Signed::apart(&pdf.keywords().unwrap_or_default());
    own.retain(|text| Signed::begins(text));
    if own.is_empty() {
        // The descriptions of the QR codes on the pages.
        own = pdf.descriptions().filter(|text| Signed::begins(text)).collect();
    }
    own
}
