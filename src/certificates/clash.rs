//! In: a page laid out. Out: why its QR code cannot stand where it does: beyond the
//! paper, or on a line.

use super::compose::Composer;
use super::fit::PT;
use super::view::{CodeView, Paragraph};
use crate::diagnostic::CertificateFault;

/// How far letters reach above and below their baseline, in sizes.
const REACH: (f64, f64) = (0.75, 0.2);

impl Composer<'_> {
    /// # Errors
    /// A code that could not be read, or that hides what is below it.
    pub(super) fn clear(&self, code: &CodeView, lines: &[Paragraph]) -> Result<(), CertificateFault> {
        let (paper, scale) = (&self.profile.paper, self.profile.scale);
        let (right, bottom) = (code.x + code.side, code.y + code.side);
        let off =
            code.x < 0.0 || code.y < 0.0 || right > paper.width * scale || bottom > paper.height * scale;
        if off {
            return Err(CertificateFault::CodeOffPaper);
        }
        match lines.iter().find_map(|own| self.hidden(own, (code.x, right), (code.y, bottom))) {
            Some(text) => Err(CertificateFault::CodeOnLine { text: text.clone() }),
            None => Ok(()),
        }
    }

    /// The line of a paragraph that this box covers a part of.
    fn hidden<'p>(
        &self,
        own: &'p Paragraph,
        (left, right): (f64, f64),
        (top, bottom): (f64, f64),
    ) -> Option<&'p String> {
        let setting = &own.setting;
        let mut y = own.y;
        own.lines.iter().find(|line| {
            let width = self.fonts.width(line, setting.bold, setting.italic) * setting.size * PT;
            let x = setting.x + if setting.align == "giua" { (setting.width - width) / 2.0 } else { 0.0 };
            let (above, below) = (y - REACH.0 * setting.size * PT, y + REACH.1 * setting.size * PT);
            y += setting.pitch;
            x < right && x + width > left && above < bottom && below > top
        })
    }
}
