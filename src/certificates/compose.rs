//! In: a batch, its profile, what one recipient's lines say. Out: the page as
//! Typst is told it: every line at its place and size, or why it has none.

use super::fit::Breaks;
use super::lines::speaks_of;
use super::page::{Page, signer};
use super::profile::CertificateProfile;
use super::record::{CertificateBatch, PrintMode};
use super::view::{EmblemView, Paper, Paragraph, View, round};
use crate::attestation::Signed;
use crate::compile::Fonts;
use crate::diagnostic::CertificateFault;
use crate::expression::expressions;
use crate::values::{Date, one_line};

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

impl Composer<'_> {
    /// # Errors
    /// A line too long at its smallest size, or lines too many for the page.
    pub(super) fn view(&self, said: &Said<'_>) -> Result<View, CertificateFault> {
        let mut page = Page { composer: self, paragraphs: Vec::new(), code: None };
        let (_, heading) = page.heading();
        if self.mode == PrintMode::Full {
            let top = page.foot(said)?;
            page.middle(said, heading, top)?;
        } else {
            page.over(said)?;
        }
        // As it is read.
        let at = |own: &Paragraph| (own.y, own.setting.x);
        page.paragraphs.sort_by(|a, b| at(a).0.total_cmp(&at(b).0).then(at(a).1.total_cmp(&at(b).1)));
        if let Some(code) = &page.code {
            self.clear(code, &page.paragraphs)?;
        }
        Ok(View { code: page.code, paragraphs: page.paragraphs })
    }

    /// What all the pages have alike.
    pub(super) fn paper(&self) -> Paper {
        let (rule, _) = Page { composer: self, paragraphs: Vec::new(), code: None }.heading();
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
        Paper {
            width: round(profile.paper.width * scale),
            height: round(profile.paper.height * scale),
            dx: offset.dx,
            dy: offset.dy,
            frame,
            emblem,
            rule,
        }
    }

    /// The parts of the signature that do not fit, by their keys.
    pub(super) fn signature(&self) -> Vec<(String, CertificateFault)> {
        if self.mode == PrintMode::Overlay {
            return self.signature_off_place();
        }
        let sign = &self.batch.signature;
        let parts = [
            ("quyen_han", "ky", sign.authority.clone()),
            ("chuc_vu", "ky", sign.position.clone()),
            ("kiem", "ky", sign.also.clone()),
            ("ho_ten", "ho_ten", Some(signer(&sign.name))),
        ];
        let fault = |(key, style, text): (&'static str, &str, Option<String>)| {
            Some((format!("ky.{key}"), self.too_long(style, &text?, self.profile.foot.width)?))
        };
        parts.into_iter().filter_map(fault).collect()
    }

    /// The lines that say the same to all and are too long, by their keys.
    pub(super) fn fixed_lines(&self, date: Date) -> Vec<(String, CertificateFault)> {
        let (foot, paper) = (&self.profile.foot, self.profile.paper.width);
        let middle = self.batch.lines.iter().enumerate();
        let lines = middle.map(|(at, line)| (format!("dong.{at}.chu"), line.style.trim(), &line.text, paper));
        let below = [
            ("dong_quyet_dinh", "quyet_dinh", &self.batch.decision_line, foot.left_width),
            ("dong_vao_so", "vao_so", &self.batch.register_line, foot.left_width),
        ];
        let below = below.map(|(key, style, text, width)| (key.to_string(), style, text, width));
        let fixed = lines.chain(below).filter(|(_, _, text, _)| expressions(text).is_empty());
        let dated = self.too_long("ngay", &place_and_date(&self.batch.place, date), foot.width);
        let all =
            fixed.filter_map(|(key, style, text, width)| Some((key, self.too_long(style, text, width)?)));
        all.chain(dated.map(|fault| ("dia_danh".into(), fault))).collect()
    }

    /// Why a text in a style fits on no page.
    fn too_long(&self, style: &str, text: &str, width: f64) -> Option<CertificateFault> {
        if self.mode == PrintMode::Overlay {
            return self.off_place(style, text);
        }
        Page { composer: self, paragraphs: Vec::new(), code: None }.set(style, text, width, 1.0).err()
    }

    /// Why there is no room for the lines even where whoever gets one has the
    /// shortest name and nothing besides.
    pub(super) fn too_tall(&self, date: Date) -> Option<CertificateFault> {
        // On a blank each has its own place.
        if self.mode == PrintMode::Overlay {
            return None;
        }
        let shortest = |text: &str| match expressions(text).is_empty() {
            true => text.trim().to_string(),
            false if speaks_of(text, "ten") => "An".into(),
            false => String::new(),
        };
        let lines = self.batch.lines.iter().map(|line| (line.style.trim(), shortest(&line.text))).collect();
        let said = Said {
            lines,
            decision: None,
            register: shortest(&self.batch.register_line),
            place_and_date: place_and_date(&self.batch.place, date),
            code: None,
        };
        self.view(&said).err()
    }

    pub(super) fn printed(&self, part: &str) -> bool {
        self.profile.prints(self.mode, part)
    }
}

/// `Trà Giang, ngày 10 tháng 12 năm 2020`, never broken.
pub(super) fn place_and_date(place: &str, date: Date) -> String {
    format!("{}, {}", one_line(place), date.in_words()).replace(' ', "\u{a0}")
}
