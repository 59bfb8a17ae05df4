//! In: a scanned text or a PDF, and the office's public key. Out: whether each
//! certificate in it says what the office said, and if not, what differs. The
//! only user, besides the tests, of the PDF reader.

use lopdf::{Document, Object, decode_text_string};

use super::{PublicKey, Signed, Statement, Voids};
use crate::values::Date;

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
    /// Nothing in it was signed.
    Unsigned,
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
    /// The same, unless a register says that it holds no longer.
    #[must_use]
    pub fn against(self, voids: &Voids) -> Self {
        let why = self.statement.as_ref().filter(|_| self.verdict == Verdict::Genuine);
        match why.and_then(|statement| voids.why(statement)) {
            Some(why) => Self { verdict: Verdict::Void(why.into()), ..self },
            None => self,
        }
    }
}

/// Checks the pages of a PDF: the texts that its maker left in it, one for each
/// certificate, and whether the pages show the same. None if the file is no PDF.
#[must_use]
pub fn check_pdf(pdf: &[u8], key: &PublicKey) -> Option<Vec<Checked>> {
    let document = Document::load_mem(pdf).ok()?;
    let shown = Shown::on(&document);
    let mut texts: Vec<String> = keywords(&document).into_iter().collect();
    if !texts.iter().any(|text| Signed::read(text).is_some()) {
        texts = described(&document);
    }
    if texts.is_empty() {
        texts.push(String::new());
    }
    let check = |text: &String| {
        let mut checked = check_text(text, key);
        if let (Some(statement), Verdict::Genuine) = (&checked.statement, &checked.verdict) {
            let values = statement.values().into_iter();
            let missing: Vec<_> =
                values.filter(|(_, value)| !shown.shows(value)).map(|(label, _)| label).collect();
            if !missing.is_empty() {
                checked.verdict = Verdict::PageDiffers(missing);
            }
        }
        checked
    };
    Some(texts.iter().map(check).collect())
}

/// What can be read on the pages of a PDF.
pub(super) struct Shown(String);

impl Shown {
    pub(super) fn on(document: &Document) -> Self {
        let pages: Vec<u32> = document.get_pages().keys().copied().collect();
        Self(letters(&document.extract_text(&pages).unwrap_or_default()))
    }

    pub(super) fn shows(&self, value: &str) -> bool {
        // A page says `ngày 10 tháng 12 năm 2020`.
        let in_words = value.parse::<Date>().map_or_else(|_| value.into(), Date::in_words);
        self.0.contains(&letters(value)) || self.0.contains(&letters(&in_words))
    }
}

/// The descriptions of the QR codes on the pages, in the order of the file.
fn described(document: &Document) -> Vec<String> {
    let text = |object: &Object| {
        let own = object.as_dict().ok()?.get(b"Alt").ok()?;
        decode_text_string(own).ok().filter(|text| Signed::read(text).is_some())
    };
    document.objects.values().filter_map(text).collect()
}

/// What the maker wrote into the file about itself.
fn keywords(document: &Document) -> Option<String> {
    let about = document.trailer.get(b"Info").and_then(Object::as_reference).ok()?;
    let about = document.get_dictionary(about).ok()?;
    decode_text_string(about.get(b"Keywords").ok()?).ok()
}

/// The letters of a text: lines break anywhere on a page, names are printed in
/// capitals, and quotation marks inside others are printed single.
fn letters(text: &str) -> String {
    let quotes = |c: &char| matches!(c, '“' | '”' | '‘' | '’' | '"');
    text.chars().filter(|c| !c.is_whitespace() && !quotes(c)).flat_map(char::to_uppercase).collect()
}
