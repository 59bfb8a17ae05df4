//! In: a path. Out: text in UTF-8, form NFC, without a byte order mark.

use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::diagnostic::{CharacterFault, Diagnostic, FileFault, MachineFault, Report};
use crate::encoding::{self, Legacy};
use crate::ordinary;
use crate::sheet;
use crate::source::{SourceFile, Span};
use crate::workspace::DataFile;

/// No plan or report comes near this; a larger file is not a document.
const LIMIT_MIB: usize = 4;

/// The bytes of a data file.
pub(crate) fn read(file: &DataFile, report: &mut Report) -> Option<Vec<u8>> {
    let refused = |error: std::io::Error| {
        let fault = MachineFault::Unreadable { kind: error.kind() };
        report.push(Diagnostic::in_file(&file.name, fault));
    };
    ordinary::read(&file.path).map_err(refused).ok()
}

/// The text in these bytes.
pub(super) fn text(name: &str, bytes: &[u8], report: &mut Report) -> Option<Arc<SourceFile>> {
    if bytes.len() > LIMIT_MIB << 20 {
        let fault = FileFault::TooLarge { limit_mib: LIMIT_MIB };
        report.push(Diagnostic::in_file(name, fault));
        return None;
    }
    if let Some(format) = sheet::format_of(bytes) {
        report.push(Diagnostic::in_file(name, FileFault::NoText { format }));
        return None;
    }
    // UTF-16 without its mark may be UTF-8 by its bytes, zeros and all.
    let text = match std::str::from_utf8(bytes) {
        Ok(_) if bytes.contains(&0) && encoding::of_bytes(bytes).is_some() => {
            report.push(not_utf8(name, bytes, 0));
            return None;
        }
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            report.push(not_utf8(name, bytes, error.valid_up_to()));
            return None;
        }
    };
    let composed = if is_nfc(text) { text.into() } else { text.nfc().collect::<String>() };
    let source = Arc::new(SourceFile::new(name, composed));
    if let Some(at) = first_difference(text, source.text()) {
        let next = source.text()[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        report.push(Diagnostic::at(&source, Span::new(at, next), FileFault::NotNfc));
    }
    // One reader would take a zero for the end of the file, or one of these for
    // a line break, and another would not.
    let control = |(_, c): &(usize, char)| {
        c.is_control() && !matches!(c, '\n' | '\r' | '\t')
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    if let Some((at, c)) = source.text().char_indices().find(control) {
        let code = c.into();
        // UTF-8 that was taken for Latin-1 and saved again is full of them.
        if let Some((encoding, begin)) = encoding::of_text(source.text()).filter(|_| code > 0x7f) {
            let word = source.text()[begin..].split([' ', '\n']).next().unwrap_or_default();
            let span = Span::new(begin, begin + word.trim_end().len());
            report.push(Diagnostic::at(&source, span, FileFault::Garbled { encoding }));
            return None;
        }
        let fault = if c.is_control() {
            CharacterFault::ControlCharacter { code }
        } else {
            CharacterFault::Invisible { code }
        };
        report.push(Diagnostic::at(&source, Span::new(at, at + c.len_utf8()), fault));
        return None;
    }
    if let Some(at) = lone_return(source.text()) {
        report.push(Diagnostic::at(&source, Span::new(at, at + 1), FileFault::LoneReturn));
        return None;
    }
    Some(source)
}

/// The first line break of old Macs in a file that breaks its lines otherwise:
/// YAML begins a new line there, and most editors do not.
fn lone_return(text: &str) -> Option<usize> {
    let mut returns = text.match_indices('\r').map(|(at, _)| at).filter(|_| text.contains('\n'));
    returns.find(|at| !text[at + 1..].starts_with('\n'))
}

/// Shows the line up to the first byte that is not UTF-8.
fn not_utf8(name: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let encoding = encoding::of_bytes(bytes);
    if let Some(Legacy::Utf16 | Legacy::Utf32) = encoding {
        return Diagnostic::in_file(name, FileFault::NotUtf8 { encoding });
    }
    let readable = String::from_utf8_lossy(bytes).into_owned();
    let source = Arc::new(SourceFile::new(name, readable));
    Diagnostic::at(&source, Span::new(at, at + '\u{fffd}'.len_utf8()), FileFault::NotUtf8 { encoding })
}

/// The first letter that composing changed.
fn first_difference(before: &str, after: &str) -> Option<usize> {
    if before.len() == after.len() && before == after {
        return None;
    }
    let pairs = after.char_indices().zip(before.chars());
    Some(pairs.into_iter().find(|((_, own), other)| own != other).map_or(0, |((at, _), _)| at))
}
