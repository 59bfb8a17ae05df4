//! In: a path. Out: text in UTF-8, form NFC, without a byte order mark.

use std::io::ErrorKind;
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::diagnostic::{ContentFault, Diagnostic, FileFault, Report, WorkspaceFault};
use crate::source::{SourceFile, Span};
use crate::workspace::DataFile;

/// No plan or report comes near this; a larger file is not a document.
const LIMIT_MIB: usize = 4;

/// The bytes of a plain file of bearable size.
pub(crate) fn bytes(file: &DataFile, report: &mut Report) -> Option<Vec<u8>> {
    // A pipe or a device would be waited for without end.
    let readable = std::fs::metadata(&file.path).and_then(|about| {
        if about.is_file() { std::fs::read(&file.path) } else { Err(ErrorKind::InvalidInput.into()) }
    });
    let bytes = match readable {
        Ok(bytes) => bytes,
        Err(error) => {
            let fault = WorkspaceFault::Unreadable { kind: error.kind() };
            report.push(Diagnostic::in_file(&file.name, fault));
            return None;
        }
    };
    if bytes.len() > LIMIT_MIB << 20 {
        let fault = FileFault::TooLarge { limit_mib: LIMIT_MIB };
        report.push(Diagnostic::in_file(&file.name, fault));
        return None;
    }
    Some(bytes)
}

pub(super) fn read(file: &DataFile, report: &mut Report) -> Option<Arc<SourceFile>> {
    let bytes = bytes(file, report)?;
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            report.push(not_utf8(file, &bytes, error.valid_up_to()));
            return None;
        }
    };
    let composed = if is_nfc(text) {
        text.into()
    } else {
        report.push(Diagnostic::in_file(&file.name, FileFault::NotNfc));
        text.nfc().collect::<String>()
    };
    let source = Arc::new(SourceFile::new(&file.name, composed));
    // The reader would take a zero for the end of the file and drop the rest.
    let control = |(_, c): &(usize, char)| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if let Some((at, c)) = source.text().char_indices().find(control) {
        let fault = ContentFault::ControlCharacter { code: c.into() };
        report.push(Diagnostic::at(&source, Span::new(at, at + c.len_utf8()), fault));
        return None;
    }
    Some(source)
}

/// Shows the line up to the first byte that is not UTF-8.
fn not_utf8(file: &DataFile, bytes: &[u8], at: usize) -> Diagnostic {
    let readable = String::from_utf8_lossy(bytes).into_owned();
    let source = Arc::new(SourceFile::new(&file.name, readable));
    Diagnostic::at(&source, Span::new(at, at + '\u{fffd}'.len_utf8()), FileFault::NotUtf8)
}
