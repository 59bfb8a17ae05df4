//! In: what a certificate says, and its profile. Out: every line at its place and
//! size: the heading from above, the foot from below.

use super::compose::{Composer, Said};
use super::fit::{Fitted, PT, fit};
use super::parts::Style;
use super::view::{CodeView, Paragraph, Rule, Setting, round};
use crate::attestation::drawing;
use crate::diagnostic::CertificateFault;
use crate::values::one_line;

/// Above a baseline, in sizes: the marks of Ễ; below it: the tail of g, the dot of Ậ.
pub(super) const ASCENT: f64 = 1.0;
const DESCENT: f64 = 0.25;

/// In so many steps lines shrink that are too many for their page.
pub(super) const SHRINKINGS: u8 = 8;

/// A style's text at its size, with the gap above it.
pub(super) struct Set<'s> {
    pub(super) style: &'s Style,
    pub(super) name: &'s str,
    pub(super) fitted: Fitted,
}

impl Set<'_> {
    /// Baseline to baseline, mm.
    fn pitch(&self) -> f64 {
        self.fitted.size * PT * self.style.pitch
    }

    pub(super) fn height(&self) -> f64 {
        self.pitch() * count(self.fitted.lines.len() - 1)
    }
}

fn count(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(u32::MAX))
}

/// The gap that two lines need so that the marks of the lower never touch the
/// upper, mm.
pub(super) fn least_gap(above: f64, below: f64) -> f64 {
    (above * DESCENT + below * ASCENT) * PT
}

/// The largest size of lines that stand so close, pt.
pub(super) fn largest_at(pitch: f64) -> f64 {
    pitch / least_gap(1.0, 1.0)
}

/// The largest size of a line so far below one of this size, pt.
pub(super) fn largest_below(gap: f64, above: f64) -> f64 {
    (gap / PT - above * DESCENT) / ASCENT
}

/// The name of whoever signs, never broken.
pub(super) fn signer(name: &str) -> String {
    one_line(name).replace(' ', "\u{a0}")
}

/// A page that is being laid out.
pub(super) struct Page<'c> {
    pub(super) composer: &'c Composer<'c>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) code: Option<CodeView>,
}

impl<'c> Page<'c> {
    /// A text in a style of the profile; `shrunk` is how far its size has gone
    /// from the largest, 0, to the least, 1.
    pub(super) fn set<'n>(
        &self,
        name: &'n str,
        text: &str,
        width: f64,
        shrunk: f64,
    ) -> Result<Set<'n>, CertificateFault>
    where
        'c: 'n,
    {
        // The profile was checked to have it.
        let style = &self.composer.profile.styles[name];
        let fitted = self.fitted(style, text, style.width.unwrap_or(width), shrunk)?;
        Ok(Set { style, name, fitted })
    }

    /// A text on lines of this width.
    pub(super) fn fitted(
        &self,
        style: &Style,
        text: &str,
        width: f64,
        shrunk: f64,
    ) -> Result<Fitted, CertificateFault> {
        let Composer { fonts, breaks, .. } = self.composer;
        let size = style.size - (style.size - style.least()) * shrunk;
        let text = if style.upper { text.to_uppercase() } else { text.into() };
        // An author's line break is kept.
        let mut whole: Option<Fitted> = None;
        for part in text.lines() {
            let em = |text: &str| fonts.width(text, style.bold, style.italic);
            let fitted = fit(part, style, size, width, breaks, em);
            let fitted = fitted.ok_or_else(|| CertificateFault::TooLong { text: one_line(part) })?;
            whole = Some(match whole {
                None => fitted,
                Some(above) => Fitted {
                    size: above.size.min(fitted.size),
                    lines: above.lines.into_iter().chain(fitted.lines).collect(),
                },
            });
        }
        Ok(whole.unwrap_or_else(|| Fitted { size, lines: Vec::new() }))
    }

    pub(super) fn put(&mut self, set: Set<'_>, align: &'static str, x: f64, y: f64, width: f64, pitch: f64) {
        let Composer { profile, .. } = self.composer;
        if set.fitted.lines.is_empty() || !self.composer.printed(set.name) {
            return;
        }
        let scaled = |length: f64| round(length * profile.scale);
        let setting = Setting {
            x: scaled(x),
            width: scaled(width),
            align,
            size: scaled(set.fitted.size),
            pitch: scaled(pitch),
            bold: set.style.bold,
            italic: set.style.italic,
            colour: if set.style.red { profile.red.clone() } else { profile.black.clone() },
        };
        self.paragraphs.push(Paragraph { setting, y: scaled(y), lines: set.fitted.lines });
    }

    /// Centred on the paper.
    pub(super) fn centred(&mut self, set: Set<'_>, y: f64) {
        let (width, pitch) = (self.composer.profile.paper.width, set.pitch());
        self.put(set, "giua", 0.0, y, width, pitch);
    }

    /// The heading of the system; its rule, and its lowest baseline with the
    /// size there.
    pub(super) fn heading(&mut self) -> (Option<Rule>, (f64, f64)) {
        let Composer { profile, batch, fonts, .. } = self.composer;
        let heading = &profile.heading;
        let push = if batch.emblem.is_some() { profile.emblem.push } else { 0.0 };
        let mut y = heading.baseline + push;
        let lines = heading.words.get(batch.body.system()).map_or(&[][..], Vec::as_slice);
        let Some(last) = lines.last() else { return (None, (y - heading.pitch, 0.0)) };
        let mut size = 0.0;
        for (at, line) in lines.iter().enumerate() {
            let name = if at == 0 { "tieu_de" } else { "tieu_ngu" };
            let style = &profile.styles[name];
            let fitted = Fitted { size: style.size, lines: vec![line.clone()] };
            (size, y) = (style.size, if at == 0 { y } else { y + heading.pitch });
            self.centred(Set { style, name, fitted }, y);
        }
        let style = &profile.styles[if lines.len() == 1 { "tieu_de" } else { "tieu_ngu" }];
        let length = fonts.width(last, style.bold, style.italic) * size * PT;
        let rule = Rule {
            x: round((profile.paper.width - length) / 2.0 * profile.scale),
            y: round((y + heading.to_rule) * profile.scale),
            length: round(length * profile.scale),
            stroke: round(heading.stroke * profile.scale),
        };
        (self.composer.printed("tieu_de").then_some(rule), (y + heading.to_rule, size))
    }

    /// Decision and register number at the left; place, date and signature at
    /// the right, from the bottom up. The highest baseline of both.
    pub(super) fn foot(&mut self, said: &Said<'_>) -> Result<f64, CertificateFault> {
        let Composer { profile, batch, .. } = self.composer;
        let foot = &profile.foot;
        let bottom = profile.paper.height - foot.bottom;
        let left = foot.centre - foot.width / 2.0;
        let sign = &batch.signature;
        let mut y = bottom;
        let name = self.set("ho_ten", &signer(&sign.name), foot.width, 0.0)?;
        // Printed with the signature or not at all.
        let name = Set { name: "ky", ..name };
        self.put(name, "giua", left, y, foot.width, foot.pitch);
        y -= foot.room;
        let above = [&sign.also, &sign.position, &sign.authority];
        for text in above.into_iter().flatten() {
            let set = self.set("ky", text, foot.width, 0.0)?;
            let lines = count(set.fitted.lines.len());
            self.put(set, "giua", left, y - (lines - 1.0) * foot.pitch, foot.width, foot.pitch);
            y -= lines * foot.pitch;
        }
        y -= foot.to_date - foot.pitch;
        let date = self.set("ngay", &said.place_and_date, foot.width, 0.0)?;
        self.put(date, "giua", left, y, foot.width, foot.pitch);
        let (mut low, mut top) = (bottom, bottom);
        for (name, text) in [("vao_so", Some(&said.register)), ("quyet_dinh", said.decision.as_ref())] {
            let Some(text) = text.filter(|text| !text.trim().is_empty()) else { continue };
            let set = self.set(name, text, foot.left_width, 0.0)?;
            let (lines, set_size) = (count(set.fitted.lines.len()), set.fitted.size);
            self.put(set, "trai", foot.left, low - (lines - 1.0) * foot.pitch, foot.left_width, foot.pitch);
            low -= lines * foot.pitch;
            top = low + foot.pitch - set_size * ASCENT * PT;
        }
        self.code = said.code.as_ref().and_then(|signed| self.code(&signed.text(), foot.left, top));
        let code = self.code.as_ref().map_or(bottom, |code| code.y / profile.scale);
        Ok(y.min(low + foot.pitch).min(code))
    }

    /// The QR code above the lines at the lower left, which begin at `left` and `top`.
    pub(super) fn code(&self, text: &str, left: f64, top: f64) -> Option<CodeView> {
        let Composer { profile, .. } = self.composer;
        let (place, scale) = (&profile.code, profile.scale);
        Some(CodeView {
            x: round(left * scale),
            y: round((top - place.gap - place.side) * scale),
            side: round(place.side * scale),
            drawing: drawing(text)?,
            text: text.into(),
        })
    }
}
