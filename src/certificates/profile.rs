//! In: a TOML file of `templates/giay/`. Out: paper, frame, styles and places of
//! a certificate. Lengths are mm from the edge of the paper, sizes pt; a profile
//! that follows another one says only what differs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::record::PrintMode;
use super::view::round;
use crate::diagnostic::{CertificateFault, Diagnostic, Fault, WorkspaceFault};
use crate::values::nearest;
use crate::workspace::Workspace;

/// Where the profiles lie among the templates.
pub(super) const FOLDER: &str = "giay";

/// How certificates of one kind look.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateProfile {
    /// Its name for people.
    #[serde(rename = "ten")]
    pub label: String,
    /// The ways it can be printed; the first holds if none is named.
    #[serde(rename = "cach_in")]
    pub modes: Vec<PrintMode>,
    /// The parts that an overlay prints.
    #[serde(rename = "de_len")]
    pub(super) overlay: Vec<String>,
    /// By what every length and size is multiplied.
    #[serde(rename = "ti_le", default = "one")]
    pub(super) scale: f64,
    #[serde(rename = "do")]
    pub(super) red: String,
    #[serde(rename = "den")]
    pub(super) black: String,
    /// One certificate.
    #[serde(rename = "giay")]
    pub paper: Paper,
    /// The sheet that several are printed on, to be cut.
    #[serde(rename = "to")]
    pub sheet: Option<Sheet>,
    #[serde(rename = "khung")]
    pub(super) frame: Frame,
    #[serde(rename = "tieu_de")]
    pub(super) heading: Heading,
    #[serde(rename = "bieu_trung")]
    pub(super) emblem: Emblem,
    #[serde(rename = "ma_qr")]
    pub(super) code: Code,
    #[serde(rename = "kieu")]
    pub(super) styles: BTreeMap<String, Style>,
    #[serde(rename = "chan")]
    pub(super) foot: Foot,
    #[serde(rename = "gian")]
    pub(super) stretch: Stretch,
}

/// A size of paper as printed, mm.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Rộng.
    #[serde(rename = "rong")]
    pub width: f64,
    /// Cao.
    #[serde(rename = "cao")]
    pub height: f64,
}

/// Several certificates on one sheet.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Rộng, mm.
    #[serde(rename = "rong")]
    pub width: f64,
    /// Cao, mm.
    #[serde(rename = "cao")]
    pub height: f64,
    /// Cột.
    #[serde(rename = "cot")]
    pub columns: usize,
    /// Hàng.
    #[serde(rename = "hang")]
    pub rows: usize,
}

/// The frame, handed on to Typst, which draws it.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    #[serde(rename = "ngoai_ngang")]
    pub(super) outer_x: f64,
    #[serde(rename = "ngoai_doc")]
    pub(super) outer_y: f64,
    #[serde(rename = "trong_ngang")]
    pub(super) inner_x: f64,
    #[serde(rename = "trong_doc")]
    pub(super) inner_y: f64,
    #[serde(rename = "net_ngoai")]
    outer_stroke: f64,
    #[serde(rename = "net_trong")]
    inner_stroke: f64,
    #[serde(rename = "net_hoa_van")]
    band_stroke: f64,
    #[serde(rename = "mau")]
    colour: String,
    #[serde(rename = "mau_hoa_van")]
    band_colour: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Heading {
    #[serde(rename = "chan_chu")]
    pub(super) baseline: f64,
    #[serde(rename = "gian_dong")]
    pub(super) pitch: f64,
    /// From the last baseline down to the rule.
    #[serde(rename = "ke")]
    pub(super) to_rule: f64,
    #[serde(rename = "net_ke")]
    pub(super) stroke: f64,
    /// The lines by system; other systems have none.
    #[serde(rename = "chu")]
    pub(super) words: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Emblem {
    #[serde(rename = "dinh")]
    pub(super) top: f64,
    #[serde(rename = "cao")]
    pub(super) height: f64,
    #[serde(rename = "day_tieu_de_xuong")]
    pub(super) push: f64,
}

/// A QR code, above the lines at the lower left.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Code {
    #[serde(rename = "canh")]
    pub(super) side: f64,
    /// Between it and the lines.
    #[serde(rename = "cach")]
    pub(super) gap: f64,
}

/// How a line looks.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "independent traits of a line")]
pub(super) struct Style {
    #[serde(rename = "co")]
    pub(super) size: f64,
    /// The smallest it may become.
    #[serde(rename = "co_nho")]
    least: Option<f64>,
    #[serde(rename = "dam", default)]
    pub(super) bold: bool,
    #[serde(rename = "nghieng", default)]
    pub(super) italic: bool,
    #[serde(rename = "hoa", default)]
    pub(super) upper: bool,
    #[serde(rename = "do", default)]
    pub(super) red: bool,
    /// How many lines it may take.
    #[serde(rename = "dong", default = "one_line")]
    pub(super) lines: usize,
    /// How wide they may be; lines of the foot have its width.
    #[serde(rename = "rong")]
    pub(super) width: Option<f64>,
    /// From the baseline above to the first of its own; a style without it is
    /// none of the middle of the page.
    #[serde(rename = "cach")]
    pub(super) gap: Option<f64>,
    /// Baseline to baseline, in sizes.
    #[serde(rename = "gian_dong", default = "pitch")]
    pub(super) pitch: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Foot {
    #[serde(rename = "le_trai")]
    pub(super) left: f64,
    #[serde(rename = "rong_trai")]
    pub(super) left_width: f64,
    #[serde(rename = "tam_ky")]
    pub(super) centre: f64,
    #[serde(rename = "rong_ky")]
    pub(super) width: f64,
    /// The baseline of the signer's name, from the lower edge.
    #[serde(rename = "day")]
    pub(super) bottom: f64,
    /// Room to sign and seal, between two baselines.
    #[serde(rename = "cho_ky")]
    pub(super) room: f64,
    #[serde(rename = "gian_dong")]
    pub(super) pitch: f64,
    #[serde(rename = "den_ngay")]
    pub(super) to_date: f64,
    #[serde(rename = "cach_tren")]
    pub(super) clearance: f64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stretch {
    #[serde(rename = "nhieu_nhat")]
    pub(super) most: f64,
}

impl Frame {
    /// The same frame, larger or smaller.
    pub(super) fn scale(&mut self, by: f64) {
        let Self { outer_x, outer_y, inner_x, inner_y, outer_stroke, inner_stroke, band_stroke, .. } = self;
        for length in [outer_x, outer_y, inner_x, inner_y, outer_stroke, inner_stroke, band_stroke] {
            *length = round(*length * by);
        }
    }
}

impl Style {
    pub(super) fn least(&self) -> f64 {
        self.least.unwrap_or(self.size)
    }
}

fn one() -> f64 {
    1.0
}

fn one_line() -> usize {
    1
}

fn pitch() -> f64 {
    1.3
}

impl CertificateProfile {
    /// Reads the profile with this name, and what it follows.
    ///
    /// # Errors
    /// A name that no profile has, or a broken profile with the reason.
    pub(super) fn read(workspace: &Workspace, name: &str) -> Result<Self, Fault> {
        let known = workspace.templates_in(FOLDER, ".toml");
        let known: Vec<_> =
            known.iter().filter_map(|path| path.strip_prefix("giay/")?.strip_suffix(".toml")).collect();
        if !known.contains(&name) {
            let nearest = nearest(name, known.iter().copied());
            let known = known.join(", ");
            return Err(CertificateFault::UnknownProfile { name: name.into(), nearest, known }.into());
        }
        let mut table = table(workspace, name)?;
        // Each step needs a file of its own, so a ring ends here.
        for _ in 0..known.len() {
            let Some(base) = table.remove("theo") else { break };
            let base = base.as_str().unwrap_or_default().to_string();
            let mut whole = self::table(workspace, &base)?;
            overlay(&mut whole, table);
            table = whole;
        }
        let broken = |detail: String| WorkspaceFault::TableBroken { detail };
        let profile: Self =
            table.try_into().map_err(|error: toml::de::Error| broken(error.message().into()))?;
        let styles = ["tieu_de", "tieu_ngu", "ngay", "ky", "ho_ten", "quyet_dinh", "vao_so"];
        match styles.iter().find(|style| !profile.styles.contains_key(**style)) {
            Some(style) => Err(broken(format!("kieu.{style}")).into()),
            None if profile.modes.is_empty() => Err(broken("cach_in".into()).into()),
            None => Ok(profile),
        }
    }

    /// The styles that a line in the middle of the page may have.
    pub(super) fn line_styles(&self) -> impl Iterator<Item = &str> {
        self.styles.iter().filter(|(_, style)| style.gap.is_some()).map(|(name, _)| name.as_str())
    }

    /// Width and height of one certificate as printed, mm.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        (self.paper.width * self.scale, self.paper.height * self.scale)
    }
}

fn file(name: &str) -> String {
    format!("{FOLDER}/{name}.toml")
}

fn table(workspace: &Workspace, name: &str) -> Result<toml::Table, Fault> {
    let table: Result<toml::Table, Diagnostic> = crate::standard::read(workspace, &file(name));
    table.map_err(|finding| finding.fault)
}

/// What `own` says, over what `base` says.
fn overlay(base: &mut toml::Table, own: toml::Table) {
    for (key, value) in own {
        match (base.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(value)) => overlay(below, value),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}
