//! In: what a certificate says, and the places that its blank has for that. Out:
//! each part at its own place, whatever the others say.

use super::compose::{Composer, Said};
use super::fit::{Fitted, PT};
use super::page::{ASCENT, Page, SHRINKINGS, Set, least_gap, signer};
use super::parts::Place;
use super::places;
use super::profile::CertificateProfile;
use super::record::PrintMode;
use crate::diagnostic::CertificateFault;
use crate::values::one_line;

/// The parts at the lower left, which a QR code stands above.
const LEFT: [&str; 2] = ["quyet_dinh", "vao_so"];

impl<'c> Page<'c> {
    /// All parts that are printed.
    pub(super) fn over(&mut self, said: &Said<'_>) -> Result<(), CertificateFault> {
        let Composer { profile, batch, .. } = self.composer;
        let (signature, name) = (self.composer.signature_lines(), signer(&batch.signature.name));
        let decision = said.decision.as_deref().unwrap_or_default();
        let foot = [
            ("ngay", said.place_and_date.as_str()),
            ("ky", &signature),
            ("ho_ten", &name),
            ("quyet_dinh", decision),
            ("vao_so", &said.register),
        ];
        let middle = said.lines.iter().map(|(style, text)| (*style, text.as_str()));
        for (part, text) in middle.chain(foot).filter(|(_, text)| !text.trim().is_empty()) {
            let Some((set, place)) = self.placed(part, text)? else { continue };
            self.put(set, place.align.word(), place.left, place.baseline, place.width, place.pitch);
        }
        let (left, top) = profile.above_left();
        self.code = said.code.as_ref().and_then(|signed| self.code(&signed.text(), left, top));
        Ok(())
    }

    /// A text on the lines of its place; nothing where the part is not printed.
    ///
    /// # Errors
    /// A text that does not fit there at its least size.
    pub(super) fn placed<'n>(
        &self,
        part: &'n str,
        text: &str,
    ) -> Result<Option<(Set<'n>, Place)>, CertificateFault>
    where
        'c: 'n,
    {
        let Composer { profile, .. } = self.composer;
        // Printed with the signature or not at all.
        let name = if part == "ho_ten" { "ky" } else { part };
        let known = profile.styles.get(part).zip(profile.places.get(part).copied());
        let Some((style, place)) = known.filter(|_| self.composer.printed(name)) else { return Ok(None) };
        // The dotted lines of a blank stand where they do: letters shrink between them.
        let own = style.on_lines(place.lines, places::largest(profile, part).unwrap_or(style.size));
        let fits = |fitted: &Fitted| {
            let count = fitted.lines.len();
            count <= 1 || (count <= place.lines && place.pitch >= least_gap(fitted.size, fitted.size))
        };
        let at = |step: u8| {
            let shrunk = f64::from(step) / f64::from(SHRINKINGS);
            self.fitted(&own, text, place.width, shrunk).ok().filter(fits)
        };
        let fitted = (0..=SHRINKINGS).find_map(at);
        let fitted =
            fitted.ok_or_else(|| CertificateFault::OffPlace { text: one_line(text), place: part.into() })?;
        Ok(Some((Set { style, name, fitted }, place)))
    }
}

impl CertificateProfile {
    /// On a blank, where the lines at the lower left begin and how high they reach: a QR
    /// code stands above them.
    pub(super) fn above_left(&self) -> (f64, f64) {
        let top = |part: &str| {
            let (style, place) = (self.styles.get(part)?, self.places.get(part)?);
            let printed = self.prints(PrintMode::Overlay, part);
            printed.then_some((place.left, place.baseline - style.size * ASCENT * PT))
        };
        let left = LEFT.into_iter().filter_map(top).min_by(|a, b| a.1.total_cmp(&b.1));
        left.unwrap_or((self.foot.left, self.paper.height - self.foot.bottom))
    }
}

impl Composer<'_> {
    /// The lines above the signature, one below the other.
    fn signature_lines(&self) -> String {
        let sign = &self.batch.signature;
        let lines = [&sign.authority, &sign.position, &sign.also].into_iter().flatten();
        lines.map(|line| line.trim()).collect::<Vec<_>>().join("\n")
    }

    /// What says the same on all blanks and does not fit there, by its key.
    pub(super) fn off_place(&self, part: &str, text: &str) -> Option<CertificateFault> {
        let page = Page { composer: self, paragraphs: Vec::new(), code: None };
        page.placed(part, text).err()
    }

    /// The parts of the signature that do not fit, by their keys.
    pub(super) fn signature_off_place(&self) -> Vec<(String, CertificateFault)> {
        let parts = [
            ("ky", self.signature_lines(), "ky"),
            ("ky.ho_ten", signer(&self.batch.signature.name), "ho_ten"),
        ];
        let fault =
            |(key, text, part): (&str, String, &str)| Some((key.into(), self.off_place(part, &text)?));
        parts.into_iter().filter_map(fault).collect()
    }
}
