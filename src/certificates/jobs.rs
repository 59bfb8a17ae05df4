//! In: a batch whose certificates stand. Out: the bytes of the files that go with
//! them: a volume for the printer, a proof sheet, a register, the page by which a
//! printer is adjusted.

use std::io::ErrorKind;
use std::path::Path;

use super::names;
use super::press::{CERTIFICATE, Press};
use super::proof::{self, Row};
use super::record::PrintMode;
use super::register;
use super::store::Made;
use crate::diagnostic::{Diagnostic, MachineFault};
use crate::ordinary;
use crate::pdf::Objects;

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

/// How the volumes of what is printed again begin.
pub(super) const REPRINT: &str = "in-lai";

const PROOF: &str = "ban-soat.typ.j2";
const CALIBRATION: &str = "can-chinh.typ.j2";

impl Press<'_> {
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
        // Where all are printed again too: they wait until somebody takes these away.
        volumes(REPRINT, What::Volume, changed, false);
        if self.batch.mode == PrintMode::Overlay {
            let name = "can-chinh.pdf".into();
            // Any of them tells whether profile and offset are the same.
            let certificates = all.iter().take(1).copied().collect();
            jobs.push(Job { name, what: What::Calibration, certificates });
        }
        for (name, what) in [(register::CSV, What::Csv), (register::WORKBOOK, What::Workbook)] {
            jobs.push(Job { name: name.into(), what, certificates: all.clone() });
        }
        jobs
    }

    /// The bytes of such a file; `all` are the certificates in `folder`.
    pub(super) fn job(&self, job: &Job, all: &[&Made], folder: &Path) -> Result<Vec<u8>, Diagnostic> {
        match job.what {
            What::Volume if self.several_on_a_sheet() => self.laid_out_volume(&job.certificates),
            What::Volume => self.bound_volume(&job.certificates, all, folder),
            What::Proof => self.proof(&job.certificates),
            What::Calibration => self.calibration(),
            What::Csv => register::csv(self.rows(all)),
            What::Workbook => register::workbook(self.rows(all), self.batch.date),
        }
    }

    /// Whether several certificates are printed on one sheet, to be cut.
    pub(super) fn several_on_a_sheet(&self) -> bool {
        self.batch.profile.sheet.is_some()
    }

    fn rows<'b>(&'b self, all: &'b [&'b Made]) -> impl Iterator<Item = register::Row> + 'b {
        self.batch.rows(all, |at| self.signature(at))
    }

    fn signature(&self, at: usize) -> Option<String> {
        // Without a key no line need be read again.
        self.batch.key.as_ref()?;
        Some(self.batch.said(&self.wordings, at).ok()?.code?.signature)
    }

    fn volume_title(&self, certificates: &[usize]) -> String {
        let numbers = [certificates.first(), certificates.last()];
        let [first, last] = numbers.map(|at| at.map_or(0, |at| self.batch.numbers[*at]));
        format!("{} số {first:02} – {last:02}", self.batch.kind())
    }

    /// The pages of the certificates' own files.
    fn bound_volume(
        &self,
        certificates: &[usize],
        all: &[&Made],
        folder: &Path,
    ) -> Result<Vec<u8>, Diagnostic> {
        // Their codes, each with the signature over its page.
        let mut codes = String::new();
        let mut open = |at: &usize| {
            let path = folder.join(&all[*at].file);
            let unreadable =
                |kind| Diagnostic::in_file(path.display().to_string(), MachineFault::Unreadable { kind });
            let bytes = ordinary::read(&path).map_err(|error| unreadable(error.kind()))?;
            let file = Objects::read(bytes).ok_or_else(|| unreadable(ErrorKind::InvalidData))?;
            codes += &file.keywords().unwrap_or_default();
            Ok::<_, Diagnostic>(file)
        };
        let files = certificates.iter().map(&mut open).collect::<Result<Vec<_>, _>>()?;
        let pages: Vec<(&Objects, usize)> = files.iter().map(|file| (file, 0)).collect();
        let codes = Some(codes).filter(|codes| !codes.is_empty());
        self.bind(self.volume_title(certificates), codes, &pages)
    }

    fn laid_out_volume(&self, certificates: &[usize]) -> Result<Vec<u8>, Diagnostic> {
        let page = |at: &usize| self.batch.page(&self.wordings, self.compiler, *at);
        let pages = certificates.iter().map(page).collect::<Result<Vec<_>, _>>()?;
        let (views, codes): (Vec<_>, Vec<_>) = pages.into_iter().unzip();
        let title = self.volume_title(certificates);
        let mut sheets = self.sheets(title.clone());
        sheets.certificates = views.into();
        if let Some(sheet) = self.batch.profile.sheet {
            (sheets.width, sheets.height) = (sheet.width, sheet.height);
            (sheets.columns, sheets.rows) = (sheet.columns, sheet.rows);
        }
        if codes.iter().all(Option::is_none) {
            return self.typeset(CERTIFICATE, &sheets)?.pdf();
        }
        let on_one = sheets.columns * sheets.rows;
        let laid_out = self.bindable(&sheets)?;
        let codes = codes.into_iter().enumerate();
        let codes: String =
            codes.filter_map(|(at, code)| self.sealed(code, &laid_out, at / on_one)).collect();
        let pages: Vec<_> = (0..laid_out.pages.count()).map(|at| (&laid_out.pages, at)).collect();
        self.bind(title, Some(codes), &pages)
    }

    fn proof(&self, certificates: &[usize]) -> Result<Vec<u8>, Diagnostic> {
        let marked = proof::marked(self.batch);
        let rows: Vec<Row> =
            certificates.iter().map(|at| Row::new(self.batch, *at, marked.contains(at))).collect();
        let view = proof::View::new(self.batch, self.compiler.fonts().family(), rows);
        self.typeset(PROOF, &view)?.pdf()
    }

    fn calibration(&self) -> Result<Vec<u8>, Diagnostic> {
        self.typeset(CALIBRATION, &self.calibrated())?.pdf()
    }
}
