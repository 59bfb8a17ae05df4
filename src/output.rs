//! In: a document laid out, and the formats asked for. Out: its files in the
//! output folder.

use std::path::PathBuf;

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

/// Sharp enough to read on a screen and to print as a proof.
const DOTS_PER_INCH: f64 = 150.0;

/// Writes the files of one document; all are made before any is written.
///
/// # Errors
/// What keeps a file from being made or written.
pub fn write(
    workspace: &Workspace,
    file: &DataFile,
    typeset: &Typeset,
    formats: &[Format],
) -> Result<Vec<PathBuf>, Diagnostic> {
    let Typeset { source, pages, .. } = typeset;
    let mut outputs: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for format in formats {
        match format {
            Format::Pdf => outputs.push((workspace.output(file, ".pdf"), pages.pdf()?)),
            Format::Typ => outputs.push((workspace.output(file, ".typ"), source.clone().into())),
            Format::Png => outputs.extend(numbered(workspace, file, ".png", pages.png(DOTS_PER_INCH)?)),
            Format::Svg => {
                let drawings = pages.svg().into_iter().map(String::into_bytes).collect();
                outputs.extend(numbered(workspace, file, ".svg", drawings));
            }
        }
    }
    workspace.write(&outputs)?;
    for format in formats {
        match format {
            Format::Png => remove_stale_pages(workspace, file, ".png", pages.count()),
            Format::Svg => remove_stale_pages(workspace, file, ".svg", pages.count()),
            Format::Pdf | Format::Typ => {}
        }
    }
    Ok(outputs.into_iter().map(|(path, _)| path).collect())
}

/// One file a page: `27-kh-1.png`, `27-kh-2.png`, …
fn page_file(workspace: &Workspace, file: &DataFile, ending: &str, page: usize) -> PathBuf {
    workspace.output(file, &format!("-{page}{ending}"))
}

fn numbered(
    workspace: &Workspace,
    file: &DataFile,
    ending: &str,
    pages: Vec<Vec<u8>>,
) -> Vec<(PathBuf, Vec<u8>)> {
    let pages = pages.into_iter().enumerate();
    pages.map(|(at, bytes)| (page_file(workspace, file, ending, at + 1), bytes)).collect()
}

/// Pages that an earlier, longer version left behind would be sent out with the
/// new ones.
fn remove_stale_pages(workspace: &Workspace, file: &DataFile, ending: &str, count: usize) {
    let stale = (count + 1..).map(|page| page_file(workspace, file, ending, page));
    for page in stale.take_while(|page| page.is_file()) {
        // One that cannot be removed is in nobody's way: the new pages are there.
        let _ = std::fs::remove_file(page);
    }
}
