//! In: a document laid out, and the formats asked for. Out: its files in the
//! output folder.

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::pipeline::Typeset;
use crate::workspace::{DataFile, Workspace};

/// A kind of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PDF/A-2a.
    Pdf,
    /// The generated Typst source.
    Typ,
    /// A picture of each page.
    Png,
    /// A drawing of each page.
    Svg,
}

impl Format {
    /// What its files end with, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Typ => "typ",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// Whether an output is in it.
    pub(crate) fn is_of(self, path: &Path) -> bool {
        path.extension().is_some_and(|own| own == self.ending())
    }
}

/// Sharp enough to read on a screen and to print as a proof.
const DOTS_PER_INCH: f64 = 150.0;

/// The files of one document, made and not yet written.
pub(crate) type Files = Vec<(PathBuf, Vec<u8>)>;

/// Makes the files of one document.
///
/// # Errors
/// What keeps one from being made.
pub(crate) fn make(
    workspace: &Workspace,
    file: &DataFile,
    typeset: &Typeset,
    formats: &[Format],
) -> Result<Files, Diagnostic> {
    let Typeset { source, pages, .. } = typeset;
    let mut outputs = Files::new();
    for &format in formats {
        match format {
            Format::Pdf => outputs.push((one_file(workspace, file, format), pages.pdf()?)),
            Format::Typ => outputs.push((one_file(workspace, file, format), source.clone().into())),
            Format::Png => outputs.extend(numbered(workspace, file, format, pages.png(DOTS_PER_INCH)?)),
            Format::Svg => {
                let drawings = pages.svg().into_iter().map(String::into_bytes).collect();
                outputs.extend(numbered(workspace, file, format, drawings));
            }
        }
    }
    Ok(outputs)
}

/// Writes them, all or none, and says where they are. The document has so many `pages`.
///
/// # Errors
/// What keeps one from being written.
pub(crate) fn write(
    workspace: &Workspace,
    file: &DataFile,
    outputs: Files,
    pages: usize,
    formats: &[Format],
) -> Result<Vec<PathBuf>, Diagnostic> {
    workspace.write(&outputs)?;
    for &format in formats.iter().filter(|format| matches!(format, Format::Png | Format::Svg)) {
        remove_stale_pages(workspace, file, format, pages);
    }
    Ok(outputs.into_iter().map(|(path, _)| path).collect())
}

/// All pages in one file: `27-kh.pdf`.
fn one_file(workspace: &Workspace, file: &DataFile, format: Format) -> PathBuf {
    workspace.output(file, &format!(".{}", format.ending()))
}

/// One file a page: `27-kh-1.png`, `27-kh-2.png`, …
fn page_file(workspace: &Workspace, file: &DataFile, format: Format, page: usize) -> PathBuf {
    workspace.output(file, &format!("-{page}.{}", format.ending()))
}

fn numbered(
    workspace: &Workspace,
    file: &DataFile,
    format: Format,
    pages: Vec<Vec<u8>>,
) -> Vec<(PathBuf, Vec<u8>)> {
    let pages = pages.into_iter().enumerate();
    pages.map(|(at, bytes)| (page_file(workspace, file, format, at + 1), bytes)).collect()
}

/// Pages that an earlier, longer version left behind would be sent out with the
/// new ones.
fn remove_stale_pages(workspace: &Workspace, file: &DataFile, format: Format, count: usize) {
    let stale = (count + 1..).map(|page| page_file(workspace, file, format, page));
    for page in stale.take_while(|page| page.is_file()) {
        // One that cannot be removed is in nobody's way: the new pages are there.
        let _ = std::fs::remove_file(page);
    }
}
