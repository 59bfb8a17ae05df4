//! In: a text. Out: its QR code, as modules and as a drawing. The only user of the QR crate.

use std::fmt::Write;

use fast_qr::{ECL, Module, QRBuilder};

/// The rows of the code, `#` for a dark module and `.` for a light one, without
/// the quiet zone around it. None if the text is too long for any code.
///
/// A seventh of it may be stained: paper is folded and stamped on.
#[must_use]
pub fn modules(text: &str) -> Option<Vec<String>> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let letter = |module: &Module| if module.value() { '#' } else { '.' };
    Some((0..code.size).map(|row| code[row].iter().map(letter).collect()).collect())
}

/// The code as SVG, a unit a module; dark modules side by side are one bar.
#[must_use]
pub(crate) fn drawing(text: &str) -> Option<String> {
    let rows = modules(text)?;
    let size = rows.len();
    let mut path = String::new();
    for (y, row) in rows.iter().enumerate() {
        let mut x = 0;
        for bar in row.split_inclusive('.') {
            let dark = bar.trim_end_matches('.').len();
            if dark > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{x} {y}h{dark}v1h-{dark}z");
            }
            x += bar.len();
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\"><path d=\"{path}\"/></svg>"
    ))
}
