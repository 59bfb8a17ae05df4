//! In: a batch and which of its certificates. Out: the page of each, laid out, and
//! the bytes of its file.

use serde::Serialize;

use super::alphabet::Alphabet;
use super::batch::Batch;
use super::own_template;
use super::view::{Paper, View, Views};
use crate::attestation::Signed;
use crate::compile::{Compiler, Pages};
use crate::diagnostic::{CertificateFault, Diagnostic, TemplateFault};
use crate::expression::Wordings;
use crate::pdf::{self, About, Objects, Pdf};
use crate::render::{Renderer, Templates};

/// Makes the files of one batch.
pub(super) struct Press<'a> {
    pub(super) batch: &'a Batch,
    pub(super) compiler: &'a Compiler<'a>,
    pub(super) renderer: Renderer<'a>,
    pub(super) wordings: Wordings<'static>,
    alphabet: Alphabet,
}

/// A document of one or many certificates, as its template is told it.
#[derive(Serialize)]
pub(super) struct Sheets<'a> {
    #[serde(rename = "tieu_de")]
    title: String,
    #[serde(rename = "tac_gia")]
    author: &'a str,
    #[serde(rename = "nam")]
    year: i32,
    #[serde(rename = "thang")]
    month: u32,
    #[serde(rename = "ngay")]
    day: u32,
    #[serde(rename = "rong")]
    pub(super) width: f64,
    #[serde(rename = "cao")]
    pub(super) height: f64,
    #[serde(rename = "phong")]
    font: &'a str,
    #[serde(rename = "cot")]
    pub(super) columns: usize,
    #[serde(rename = "hang")]
    pub(super) rows: usize,
    /// The letters that go before them, on a page of their own.
    #[serde(rename = "bang_chu")]
    alphabet: Option<&'a Alphabet>,
    #[serde(rename = "to")]
    paper: Paper,
    #[serde(flatten)]
    pub(super) certificates: Views,
}

pub(super) const CERTIFICATE: &str = "giay.typ.j2";

impl<'a> Press<'a> {
    pub(super) fn new(
        batch: &'a Batch,
        compiler: &'a Compiler<'a>,
        templates: &'a Templates,
    ) -> Result<Self, Diagnostic> {
        let (renderer, wordings) = (templates.renderer()?, Batch::wordings());
        let alphabet = Alphabet::of(&batch.profile, compiler.fonts());
        Ok(Self { batch, compiler, renderer, wordings, alphabet })
    }

    /// The page of one recipient.
    pub(super) fn view(&self, at: usize) -> Result<View, Diagnostic> {
        Ok(self.batch.page(&self.wordings, self.compiler, at)?.0)
    }

    /// A document without certificates yet, each to be a page.
    pub(super) fn sheets(&self, title: String) -> Sheets<'_> {
        let (year, month, day) = self.batch.date.parts();
        let (width, height) = self.batch.profile.size();
        Sheets {
            title,
            author: &self.batch.record.body.name,
            year,
            month,
            day,
            width,
            height,
            font: self.compiler.fonts().family(),
            columns: 1,
            rows: 1,
            alphabet: None,
            paper: self.batch.composer(self.compiler).paper(),
            certificates: Views::default(),
        }
    }

    /// The Typst source of one certificate by itself.
    pub(super) fn source(&self, at: usize) -> Result<String, Diagnostic> {
        let certificates = vec![self.view(at)?].into();
        self.renderer.render(CERTIFICATE, &Sheets { certificates, ..self.sheets(self.batch.title(at)) })
    }

    pub(super) fn typeset(&self, template: &str, view: &impl Serialize) -> Result<Pages, Diagnostic> {
        let source = self.renderer.render(template, view)?;
        self.compiler
            .compile(source)
            .map_err(|failure| own_template::finding(self.compiler.workspace(), failure))
    }

    /// The file of one certificate.
    pub(super) fn paper(&self, at: usize) -> Result<Vec<u8>, Diagnostic> {
        let (view, code) = self.batch.page(&self.wordings, self.compiler, at)?;
        let sheets = self.certificates(vec![view])?;
        if sheets.pages.count() != 2 {
            return Err(self.batch.recipients[at].finding("", CertificateFault::TooTall));
        }
        self.bind(self.batch.title(at), self.sealed(code, &sheets, 1), &[(&sheets.pages, 1)])
    }

    /// The files of several certificates, laid out together: what they share is
    /// done once, and each file is what it would be by itself. None where one of
    /// them has a fault, or a letter of its own; each by itself will tell.
    pub(super) fn papers(&self, certificates: &[usize]) -> Option<Vec<Vec<u8>>> {
        let page = |at: &usize| self.batch.page(&self.wordings, self.compiler, *at).ok();
        let (views, codes): (Vec<_>, Vec<_>) =
            certificates.iter().map(page).collect::<Option<Vec<_>>>()?.into_iter().unzip();
        if !views.iter().all(|view| self.alphabet.spells(view)) {
            return None;
        }
        let sheets = self.certificates(views).ok()?;
        if sheets.pages.count() != certificates.len() + 1 {
            return None;
        }
        let bind = |(turn, (at, code)): (usize, (&usize, _))| {
            let keyword = self.sealed(code, &sheets, turn + 1);
            self.bind(self.batch.title(*at), keyword, &[(&sheets.pages, turn + 1)]).ok()
        };
        certificates.iter().zip(codes).enumerate().map(bind).collect()
    }

    /// A page with the alphabet, and one for each certificate.
    fn certificates(&self, certificates: Vec<View>) -> Result<Bindable, Diagnostic> {
        let alphabet = Some(&self.alphabet);
        let sheets = Sheets { alphabet, certificates: certificates.into(), ..self.sheets(self.batch.kind()) };
        self.bindable(&sheets)
    }

    pub(super) fn bindable(&self, sheets: &Sheets<'_>) -> Result<Bindable, Diagnostic> {
        let bytes = self.typeset(CERTIFICATE, sheets)?.pdf()?;
        // Only what bears codes is signed.
        let drawings = match self.batch.key {
            Some(_) => Pdf::open(&bytes).map_err(|_| unbound())?.drawings(),
            None => Vec::new(),
        };
        Ok(Bindable { pages: Objects::read(bytes).ok_or_else(unbound)?, drawings })
    }

    /// The text of a code, with the office's signature over the page that it stands on.
    pub(super) fn sealed(&self, code: Option<Signed>, sheets: &Bindable, at: usize) -> Option<String> {
        Some(code?.with_page(sheets.drawings.get(at)?, self.batch.key.as_ref()?))
    }

    /// A file of finished pages, by their indexes; `keyword` is the text of their QR
    /// codes, for whoever verifies the file.
    pub(super) fn bind(
        &self,
        title: String,
        keyword: Option<String>,
        pages: &[(&Objects, usize)],
    ) -> Result<Vec<u8>, Diagnostic> {
        let about = About { title, author: &self.batch.record.body.name, keyword, date: self.batch.date };
        pdf::bind(&about, pages).ok_or_else(unbound)
    }
}

/// Pages that are laid out, to be bound.
pub(super) struct Bindable {
    pub(super) pages: Objects,
    /// What each draws, where certificates bear codes.
    drawings: Vec<String>,
}

pub(super) fn unbound() -> Diagnostic {
    let detail = "pages that cannot be bound".into();
    Diagnostic::general(TemplateFault::TypesettingFailed { detail })
}
