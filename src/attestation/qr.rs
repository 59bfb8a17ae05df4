//! In: a text. Out: the modules of its QR code. The only user of the QR crate.

use qrcode::{Color, EcLevel, QrCode};

/// The rows of the code, `#` for a dark module and `.` for a light one, without
/// the quiet zone around it. None if the text is too long for any code.
///
/// A seventh of it may be stained: paper is folded and stamped on.
#[must_use]
pub fn modules(text: &str) -> Option<Vec<String>> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let letter = |colour: &Color| if *colour == Color::Dark { '#' } else { '.' };
    let colours = code.to_colors();
    Some(colours.chunks(code.width()).map(|row| row.iter().map(letter).collect()).collect())
}
