//! In: nothing but types. Out: the parts of a profile: paper, frame, heading,
//! styles of lines, foot, places on a blank. Lengths are mm, sizes pt.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::page::largest_at;
use super::view::round;

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
    pub(super) outer_stroke: f64,
    #[serde(rename = "net_trong")]
    pub(super) inner_stroke: f64,
    #[serde(rename = "net_hoa_van")]
    pub(super) band_stroke: f64,
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

/// The room that a blank has for a part: its dotted lines.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    /// The first baseline, from the upper edge.
    #[serde(rename = "chan")]
    pub(super) baseline: f64,
    /// How many lines there are.
    #[serde(rename = "dong", default = "one_line")]
    pub(super) lines: usize,
    /// Baseline to baseline, where there are several.
    #[serde(rename = "gian_dong", default)]
    pub(super) pitch: f64,
    /// Where they begin, from the left edge.
    #[serde(rename = "trai")]
    pub(super) left: f64,
    /// How long they are.
    #[serde(rename = "rong")]
    pub(super) width: f64,
    #[serde(rename = "can", default)]
    pub(super) align: Align,
}

/// Where a text stands on its line.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) enum Align {
    #[default]
    #[serde(rename = "giua")]
    Centre,
    #[serde(rename = "trai")]
    Left,
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
    /// Of its lines, and of the band between them.
    pub(super) fn colours(&self) -> [&str; 2] {
        [&self.colour, &self.band_colour]
    }

    /// The same frame, larger or smaller.
    pub(super) fn scale(&mut self, by: f64) {
        let Self { outer_x, outer_y, inner_x, inner_y, outer_stroke, inner_stroke, band_stroke, .. } = self;
        for length in [outer_x, outer_y, inner_x, inner_y, outer_stroke, inner_stroke, band_stroke] {
            *length = round(*length * by);
        }
    }
}

impl Place {
    /// The last baseline.
    pub(super) fn last(&self) -> f64 {
        self.baseline
            + self.pitch * f64::from(u32::try_from(self.lines.saturating_sub(1)).unwrap_or(u32::MAX))
    }

    /// The largest size that its last line can have.
    pub(super) fn largest(&self, style: &Style) -> f64 {
        if self.lines == 1 { style.size } else { style.size.min(largest_at(self.pitch)) }
    }
}

impl Align {
    /// As templates are told it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Centre => "giua",
            Self::Left => "trai",
        }
    }
}

impl Style {
    pub(super) fn least(&self) -> f64 {
        self.least.unwrap_or(self.size)
    }

    /// The same where there is room for so many lines of at most this size.
    pub(super) fn on_lines(&self, lines: usize, size: f64) -> Self {
        Self { size, lines, ..self.clone() }
    }
}

fn one_line() -> usize {
    1
}

fn pitch() -> f64 {
    1.3
}
