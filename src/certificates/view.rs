//! In: nothing but types. Out: a certificate as its template is told it: every
//! line at its place and size, mm and pt.

use serde::{Serialize, Serializer};

use super::parts::Frame;

/// What every certificate of a batch has alike, mm and pt.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Paper {
    #[serde(rename = "rong")]
    pub(super) width: f64,
    #[serde(rename = "cao")]
    pub(super) height: f64,
    pub(super) dx: f64,
    pub(super) dy: f64,
    #[serde(rename = "khung")]
    pub(super) frame: Option<Frame>,
    #[serde(rename = "bieu-trung")]
    pub(super) emblem: Option<EmblemView>,
    #[serde(rename = "ke")]
    pub(super) rule: Option<Rule>,
}

/// What one certificate says, and where.
#[derive(Debug, Clone)]
pub(super) struct View {
    pub(super) code: Option<CodeView>,
    pub(super) paragraphs: Vec<Paragraph>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct CodeView {
    pub(super) x: f64,
    pub(super) y: f64,
    #[serde(rename = "canh")]
    pub(super) side: f64,
    #[serde(rename = "hinh")]
    pub(super) drawing: String,
    #[serde(rename = "chu")]
    pub(super) text: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct EmblemView {
    #[serde(rename = "tep")]
    pub(super) file: String,
    #[serde(rename = "ten")]
    pub(super) label: String,
    #[serde(rename = "dinh")]
    pub(super) top: f64,
    #[serde(rename = "cao")]
    pub(super) height: f64,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Rule {
    pub(super) x: f64,
    pub(super) y: f64,
    #[serde(rename = "dai")]
    pub(super) length: f64,
    #[serde(rename = "net")]
    pub(super) stroke: f64,
}

/// Lines of one style; the first baseline at `y`.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub(super) setting: Setting,
    pub(super) y: f64,
    pub(super) lines: Vec<String>,
}

/// How lines are set: from `x` on, in the middle of a width or at its left.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Setting {
    pub(super) x: f64,
    pub(super) width: f64,
    pub(super) align: &'static str,
    pub(super) size: f64,
    pub(super) pitch: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) colour: String,
}

/// Told by places, not by names: what is read a dozen times on every page is short.
impl Serialize for Setting {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { x, width, align, size, pitch, bold, italic, colour } = self;
        (x, width, align, size, pitch, bold, italic, colour).serialize(serializer)
    }
}

/// A paragraph: which setting, its baseline, its lines.
type Placed = (usize, f64, Vec<String>);

/// Certificates with the settings of all their lines, each of which is told once.
#[derive(Debug, Default, Serialize)]
pub(super) struct Views {
    #[serde(rename = "kieu")]
    settings: Vec<Setting>,
    /// The code of each, and its paragraphs.
    #[serde(rename = "giay")]
    certificates: Vec<(Option<CodeView>, Vec<Placed>)>,
}

impl From<Vec<View>> for Views {
    fn from(views: Vec<View>) -> Self {
        let mut settings: Vec<Setting> = Vec::new();
        let mut placed = |Paragraph { setting, y, lines }| {
            let known = settings.iter().position(|own| *own == setting);
            let at = known.unwrap_or_else(|| {
                settings.push(setting);
                settings.len() - 1
            });
            (at, y, lines)
        };
        let told = |view: View| (view.code, view.paragraphs.into_iter().map(&mut placed).collect());
        let certificates = views.into_iter().map(told).collect();
        Self { settings, certificates }
    }
}

/// To a thousandth: nobody sees less, and every machine writes the same.
pub(super) fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
