//! In: a batch, its profile, what one recipient's lines say. Out: the page as
//! Typst is told it: every line at its place and size, or why it has none.

use super::fit::{Breaks, Fitted, PT, fit};
use super::profile::{CertificateProfile, Style};
use super::record::{CertificateBatch, PrintMode};
use super::view::{CodeView, EmblemView, Paragraph, Rule, View, round};
use crate::attestation::{Signed, drawing};
use crate::compile::Fonts;
use crate::diagnostic::CertificateFault;
use crate::values::one_line;

/// Above a baseline, in sizes: the marks of Ễ; below it: the tail of g, the dot of Ậ.
const ASCENT: f64 = 1.0;
const DESCENT: f64 = 0.25;

/// In so many steps lines shrink that are too many for their page.
const SHRINKINGS: u8 = 8;
/// How much of the gaps that the profile wants should be left before lines shrink.
const EASE: f64 = 0.4;

/// What the page of one recipient says.
pub(super) struct Said<'a> {
    /// Style and text of each line in the middle.
    pub(super) lines: Vec<(&'a str, String)>,
    pub(super) decision: Option<String>,
    pub(super) register: String,
    pub(super) place_and_date: String,
    /// Its QR code, if it has one.
    pub(super) code: Option<Signed>,
}

impl Said<'_> {
    /// Whether a text can be read on the page, broken and in capitals or not.
    pub(super) fn shows(&self, text: &str) -> bool {
        let letters = |text: &str| -> String {
            text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
        };
        let lines = self.lines.iter().map(|(_, line)| line).chain(&self.decision);
        letters(&lines.chain([&self.register]).cloned().collect::<String>()).contains(&letters(text))
    }
}

/// Lays out the pages of one batch.
pub(super) struct Composer<'a> {
    pub(super) batch: &'a CertificateBatch,
    pub(super) profile: &'a CertificateProfile,
    pub(super) fonts: &'a Fonts,
    pub(super) breaks: &'a Breaks,
    pub(super) mode: PrintMode,
}

/// A style's text at its size, with the gap above it.
struct Set<'s> {
    style: &'s Style,
    name: &'s str,
    fitted: Fitted,
}

impl Set<'_> {
    /// Baseline to baseline, mm.
    fn pitch(&self) -> f64 {
        self.fitted.size * PT * self.style.pitch
    }

    fn height(&self) -> f64 {
        self.pitch() * count(self.fitted.lines.len() - 1)
    }
}

fn count(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(u32::MAX))
}

/// The gap that two lines need so that the marks of the lower never touch the
/// upper, mm.
fn least_gap(above: f64, below: f64) -> f64 {
    (above * DESCENT + below * ASCENT) * PT
}

/// The name of whoever signs, never broken.
fn signer(name: &str) -> String {
    one_line(name).replace(' ', "\u{a0}")
}

impl Composer<'_> {
    /// # Errors
    /// A line too long at its smallest size, or lines too many for the page.
    pub(super) fn view(&self, said: &Said<'_>) -> Result<View, CertificateFault> {
        let mut page = Page { composer: self, paragraphs: Vec::new(), code: None };
        let (rule, heading) = page.heading();
        let top = page.foot(said)?;
        page.middle(said, heading, top)?;
        // As it is read.
        page.paragraphs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
        let (profile, scale) = (self.profile, self.profile.scale);
        let full = self.mode == PrintMode::Full;
        let offset = self.batch.offset.filter(|_| !full).unwrap_or_default();
        let mut frame = full.then(|| profile.frame.clone());
        if let Some(frame) = &mut frame {
            frame.scale(scale);
        }
        let emblem = self.batch.emblem.as_ref().filter(|_| full).map(|name| EmblemView {
            file: name.clone(),
            label: "Biểu trưng".into(),
            top: round(profile.emblem.top * scale),
            height: round(profile.emblem.height * scale),
        });
        Ok(View {
            width: round(profile.paper.width * scale),
            height: round(profile.paper.height * scale),
            dx: offset.dx,
            dy: offset.dy,
            frame,
            emblem,
            rule,
            code: page.code,
            paragraphs: page.paragraphs,
        })
    }

    /// The parts of the signature that do not fit, by their keys.
    pub(super) fn signature(&self) -> Vec<(&'static str, CertificateFault)> {
        let page = Page { composer: self, paragraphs: Vec::new(), code: None };
        let sign = &self.batch.signature;
        let parts = [
            ("quyen_han", "ky", sign.authority.clone()),
            ("chuc_vu", "ky", sign.position.clone()),
            ("kiem", "ky", sign.also.clone()),
            ("ho_ten", "ho_ten", Some(signer(&sign.name))),
        ];
        let fault = |(key, style, text): (&'static str, &str, Option<String>)| {
            Some((key, page.set(style, &text?, self.profile.foot.width, 0.0).err()?))
        };
        parts.into_iter().filter_map(fault).collect()
    }

    fn printed(&self, part: &str) -> bool {
        self.mode == PrintMode::Full || self.profile.overlay.iter().any(|own| own == part)
    }
}

struct Page<'c> {
    composer: &'c Composer<'c>,
    paragraphs: Vec<Paragraph>,
    code: Option<CodeView>,
}

impl<'c> Page<'c> {
    /// A text in a style of the profile; `shrunk` is how far its size has gone
    /// from the largest, 0, to the least, 1.
    fn set<'n>(&self, name: &'n str, text: &str, width: f64, shrunk: f64) -> Result<Set<'n>, CertificateFault>
    where
        'c: 'n,
    {
        let Composer { profile, fonts, breaks, .. } = self.composer;
        // The profile was checked to have it.
        let style = &profile.styles[name];
        let size = style.size - (style.size - style.least()) * shrunk;
        let text = if style.upper { text.to_uppercase() } else { text.into() };
        // An author's line break is kept.
        let mut whole: Option<Fitted> = None;
        for part in text.lines() {
            let fitted = fit(part, style, size, style.width.unwrap_or(width), breaks, |text| {
                fonts.width(text, style.bold, style.italic)
            });
            let fitted = fitted.ok_or_else(|| CertificateFault::TooLong { text: one_line(part) })?;
            whole = Some(match whole {
                None => fitted,
                Some(above) => Fitted {
                    size: above.size.min(fitted.size),
                    lines: above.lines.into_iter().chain(fitted.lines).collect(),
                },
            });
        }
        let fitted = whole.unwrap_or_else(|| Fitted { size, lines: Vec::new() });
        Ok(Set { style, name, fitted })
    }

    fn put(&mut self, set: Set<'_>, align: &'static str, x: f64, y: f64, width: f64, pitch: f64) {
        let Composer { profile, .. } = self.composer;
        if set.fitted.lines.is_empty() || !self.composer.printed(set.name) {
            return;
        }
        let scaled = |length: f64| round(length * profile.scale);
        self.paragraphs.push(Paragraph {
            x: scaled(x),
            y: scaled(y),
            width: scaled(width),
            align,
            size: scaled(set.fitted.size),
            pitch: scaled(pitch),
            bold: set.style.bold,
            italic: set.style.italic,
            colour: if set.style.red { profile.red.clone() } else { profile.black.clone() },
            lines: set.fitted.lines,
        });
    }

    /// Centred on the paper.
    fn centred(&mut self, set: Set<'_>, y: f64) {
        let (width, pitch) = (self.composer.profile.paper.width, set.pitch());
        self.put(set, "giua", 0.0, y, width, pitch);
    }

    /// The heading of the system; its rule, and its lowest baseline with the
    /// size there.
    fn heading(&mut self) -> (Option<Rule>, (f64, f64)) {
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
    fn foot(&mut self, said: &Said<'_>) -> Result<f64, CertificateFault> {
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
        let date = self.set("ngay", &said.place_and_date.replace(' ', "\u{a0}"), foot.width, 0.0)?;
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
        self.code = said.code.as_ref().and_then(|signed| self.code(&signed.text(), top));
        Ok(y.min(low + foot.pitch))
    }

    /// The QR code above the lines at the lower left, which begin at `top`.
    fn code(&self, text: &str, top: f64) -> Option<CodeView> {
        let Composer { profile, .. } = self.composer;
        let (place, scale) = (&profile.code, profile.scale);
        Some(CodeView {
            x: round(profile.foot.left * scale),
            y: round((top - place.gap - place.side) * scale),
            side: round(place.side * scale),
            drawing: drawing(text)?,
            text: text.into(),
        })
    }

    /// The lines between heading and foot. Where they would stand too close, all
    /// of them shrink towards their least sizes; where that is not enough, they
    /// stand as close as their marks allow.
    fn middle(
        &mut self,
        said: &Said<'_>,
        heading: (f64, f64),
        foot: f64,
    ) -> Result<(), CertificateFault> {
        let steps = || (0..=SHRINKINGS).map(|step| f64::from(step) / f64::from(SHRINKINGS));
        let mut result = Err(CertificateFault::TooTall);
        for (shrunk, ease) in steps().map(|step| (step, EASE)).chain(steps().map(|step| (step, 0.0))) {
            result = self.lines(said, heading, foot, (shrunk, ease));
            if !matches!(result, Err(CertificateFault::TooTall)) {
                break;
            }
        }
        result
    }

    /// The same at one size with so much ease, the room left over shared out.
    fn lines(
        &mut self,
        said: &Said<'_>,
        (above, above_size): (f64, f64),
        foot: f64,
        (shrunk, ease): (f64, f64),
    ) -> Result<(), CertificateFault> {
        let profile = self.composer.profile;
        let lines = said.lines.iter().filter(|(_, text)| !text.trim().is_empty());
        let sets: Vec<_> = lines
            .map(|(style, text)| {
                let (name, _) = profile.styles.get_key_value(*style).ok_or(CertificateFault::TooTall)?;
                self.set(name, text, profile.paper.width, shrunk)
            })
            .collect::<Result<_, _>>()?;
        let before = std::iter::once(above_size).chain(sets.iter().map(|set| set.fitted.size));
        let least: Vec<f64> =
            sets.iter().zip(before).map(|(set, above)| least_gap(above, set.fitted.size)).collect();
        let wanted: Vec<f64> = sets
            .iter()
            .zip(&least)
            .map(|(set, least)| set.style.gap.unwrap_or_default().max(*least))
            .collect();
        let inside: f64 = sets.iter().map(Set::height).sum();
        let room = foot - profile.foot.clearance - above - inside;
        let (wanted_sum, least_sum): (f64, f64) = (wanted.iter().sum(), least.iter().sum());
        if room < least_sum + (wanted_sum - least_sum) * ease {
            return Err(CertificateFault::TooTall);
        }
        // Gaps grow a little before the block moves to the middle of its room; a
        // full page takes them down to what the marks need.
        let gaps: Vec<f64> = if room >= wanted_sum {
            let factor = (room / wanted_sum).min(profile.stretch.most);
            wanted.iter().map(|gap| gap * factor).collect()
        } else {
            let part = (room - least_sum) / (wanted_sum - least_sum);
            wanted.iter().zip(&least).map(|(gap, least)| least + (gap - least) * part).collect()
        };
        let mut y = above + (room - gaps.iter().sum::<f64>()) * 0.4;
        for (set, gap) in sets.into_iter().zip(gaps) {
            y += gap;
            let height = set.height();
            self.centred(set, y);
            y += height;
        }
        Ok(())
    }
}
