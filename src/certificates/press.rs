//! In: a batch and which of its certificates. Out: the bytes of a file: one
//! certificate, a volume for the printer, a proof sheet, a register, the page by
//! which a printer is adjusted.

use serde::Serialize;

use super::batch::Batch;
use super::names;
use super::proof::{self, Row};
use super::record::PrintMode;
use super::register;
use super::store::Made;
use super::view::View;
use crate::compile::{Compiler, Pages};
use crate::diagnostic::{CertificateFault, Diagnostic};
use crate::expression::Wordings;
use crate::render::{Renderer, Templates};

/// Makes the files of one batch.
pub(super) struct Press<'a> {
    batch: &'a Batch,
    pub(super) compiler: &'a Compiler<'a>,
    renderer: Renderer<'a>,
    wordings: Wordings<'static>,
}

/// A file other than a certificate.
pub(super) struct Job {
    pub(super) name: String,
    pub(super) what: What,
    /// The certificates that it is about.
    pub(super) certificates: Vec<usize>,
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Volume,
    Proof,
    Csv,
    Workbook,
    Calibration,
}

impl What {
    /// Whether it lists the files that were made.
    pub(super) fn is_register(self) -> bool {
        matches!(self, Self::Csv | Self::Workbook)
    }
}

impl std::fmt::Display for What {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}

/// A document of one or many certificates, as its template is told it.
#[derive(Serialize)]
struct Sheets<'a> {
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
    width: f64,
    #[serde(rename = "cao")]
    height: f64,
    #[serde(rename = "phong")]
    font: &'a str,
    #[serde(rename = "cot")]
    columns: usize,
    #[serde(rename = "hang")]
    rows: usize,
    /// The text of the QR code, for whoever verifies the file; one certificate
    /// has one.
    #[serde(rename = "chu_ky_so")]
    code: Option<String>,
    #[serde(rename = "giay")]
    certificates: Vec<View>,
}

/// How the volumes of what is printed again begin.
pub(super) const REPRINT: &str = "in-lai";

const CERTIFICATE: &str = "giay.typ.j2";
const PROOF: &str = "ban-soat.typ.j2";
const CALIBRATION: &str = "can-chinh.typ.j2";

impl<'a> Press<'a> {
    pub(super) fn new(
        batch: &'a Batch,
        compiler: &'a Compiler<'a>,
        templates: &'a Templates,
    ) -> Result<Self, Diagnostic> {
        Ok(Self { batch, compiler, renderer: templates.renderer()?, wordings: Batch::wordings() })
    }

    /// The page of one recipient.
    pub(super) fn view(&self, at: usize) -> Result<View, Diagnostic> {
        Ok(self.batch.page(&self.wordings, self.compiler, at)?.0)
    }

    /// The Typst source of one certificate.
    pub(super) fn source(&self, at: usize) -> Result<String, Diagnostic> {
        let (view, code) = self.batch.page(&self.wordings, self.compiler, at)?;
        self.render(CERTIFICATE, self.batch.title(at), self.batch.profile.size(), (1, 1), vec![view], code)
    }

    /// The page of one certificate.
    pub(super) fn alone(&self, at: usize) -> Result<Pages, Diagnostic> {
        let pages = self.compiler.compile(self.source(at)?).map_err(|failure| failure.finding)?;
        if pages.count() != 1 {
            return Err(self.batch.recipients[at].finding("", CertificateFault::TooTall));
        }
        Ok(pages)
    }

    /// The pages of several certificates, laid out together: what they share is
    /// done once. None where one of them has a fault; each by itself will tell.
    pub(super) fn together(&self, certificates: &[usize]) -> Option<Vec<Pages>> {
        let page = |at: &usize| self.batch.page(&self.wordings, self.compiler, *at).ok();
        let (views, codes): (Vec<_>, Vec<_>) =
            certificates.iter().map(page).collect::<Option<Vec<_>>>()?.into_iter().unzip();
        let (title, size) = (self.batch.kind(), self.batch.profile.size());
        let source = self.render(CERTIFICATE, title, size, (1, 1), views, None).ok()?;
        let pages = self.compiler.compile(source).ok()?;
        let titles = certificates.iter().map(|at| self.batch.title(*at)).zip(codes);
        (pages.count() == certificates.len()).then(|| pages.apart(titles))
    }

    fn render(
        &self,
        template: &str,
        title: String,
        (width, height): (f64, f64),
        (columns, rows): (usize, usize),
        certificates: Vec<View>,
        code: Option<String>,
    ) -> Result<String, Diagnostic> {
        let (year, month, day) = self.batch.date.parts();
        let view = Sheets {
            title,
            author: &self.batch.record.body.name,
            year,
            month,
            day,
            width,
            height,
            font: self.compiler.fonts().family(),
            columns,
            rows,
            code,
            certificates,
        };
        self.renderer.render(template, &view)
    }

    /// All files that go with the certificates; `changed` are those that must be
    /// printed again, which have volumes of their own.
    pub(super) fn jobs(&self, changed: &[usize]) -> Vec<Job> {
        let all: Vec<usize> = (0..self.batch.recipients.len()).collect();
        let size = self.batch.per_volume();
        let mut jobs = Vec::new();
        let mut volumes = |stem: &str, what: What, all: &[usize], numbered: bool| {
            let one = all.len() <= size && !numbered;
            for (at, part) in all.chunks(size).enumerate() {
                let name = if one { format!("{stem}.pdf") } else { names::volume(stem, at) };
                jobs.push(Job { name, what, certificates: part.to_vec() });
            }
        };
        volumes("in", What::Volume, &all, true);
        volumes("ban-soat", What::Proof, &all, false);
        // Where all are printed again, the volumes are there already.
        if changed.len() < all.len() || changed.len() <= size {
            volumes(REPRINT, What::Volume, changed, false);
        }
        if self.batch.mode == PrintMode::Overlay {
            let name = "can-chinh.pdf".into();
            jobs.push(Job { name, what: What::Calibration, certificates: Vec::new() });
        }
        for (name, what) in [(register::CSV, What::Csv), (register::WORKBOOK, What::Workbook)] {
            jobs.push(Job { name: name.into(), what, certificates: all.clone() });
        }
        jobs
    }

    /// The bytes of such a file.
    pub(super) fn job(&self, job: &Job, all: &[Made]) -> Result<Vec<u8>, Diagnostic> {
        match job.what {
            What::Volume => self.volume(&job.certificates),
            What::Proof => self.proof(&job.certificates),
            What::Calibration => self.calibration(),
            What::Csv => register::csv(&self.rows(all)),
            What::Workbook => register::workbook(&self.rows(all), self.batch.date),
        }
    }

    fn rows(&self, all: &[Made]) -> Vec<register::Row> {
        self.batch.rows(all, |at| self.signature(at))
    }

    fn signature(&self, at: usize) -> Option<String> {
        // Without a key no line need be read again.
        self.batch.key.as_ref()?;
        Some(self.batch.said(&self.wordings, at).ok()?.code?.signature)
    }

    fn volume(&self, certificates: &[usize]) -> Result<Vec<u8>, Diagnostic> {
        let views = certificates.iter().map(|at| self.view(*at)).collect::<Result<Vec<_>, _>>()?;
        let numbers = [certificates.first(), certificates.last()];
        let [first, last] = numbers.map(|at| at.map_or(0, |at| self.batch.numbers[*at]));
        let title = format!("{} số {first:02} – {last:02}", self.batch.kind());
        let (size, cells) = match self.batch.profile.sheet {
            Some(sheet) => ((sheet.width, sheet.height), (sheet.columns, sheet.rows)),
            None => (self.batch.profile.size(), (1, 1)),
        };
        let source = self.render(CERTIFICATE, title, size, cells, views, None)?;
        self.print(source)
    }

    fn proof(&self, certificates: &[usize]) -> Result<Vec<u8>, Diagnostic> {
        let marked = proof::marked(self.batch);
        let rows: Vec<Row> =
            certificates.iter().map(|at| Row::new(self.batch, *at, marked.contains(at))).collect();
        let view = proof::View::new(self.batch, self.compiler.fonts().family(), rows);
        self.print(self.renderer.render(PROOF, &view)?)
    }

    fn calibration(&self) -> Result<Vec<u8>, Diagnostic> {
        let size = self.batch.profile.sheet.map_or(self.batch.profile.size(), |own| (own.width, own.height));
        let title = "Trang căn chỉnh máy in".into();
        self.print(self.render(CALIBRATION, title, size, (1, 1), Vec::new(), None)?)
    }

    fn print(&self, source: String) -> Result<Vec<u8>, Diagnostic> {
        self.compiler.compile(source).map_err(|failure| failure.finding)?.pdf()
    }
}
