//! In: nothing but types. Out: a certificate as its template is told it: every
//! line at its place and size, mm and pt.

use serde::{Serialize, Serializer};

use super::parts::Frame;

/// One certificate, mm and pt.
#[derive(Debug, Clone, Serialize)]
pub(super) struct View {
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
    #[serde(rename = "ma-qr")]
    pub(super) code: Option<CodeView>,
    #[serde(rename = "doan")]
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
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) align: &'static str,
    pub(super) size: f64,
    pub(super) pitch: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) colour: String,
    pub(super) lines: Vec<String>,
}

/// A dozen of them on every page: told by their places, not by names, they are
/// written and read in half the time.
impl Serialize for Paragraph {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { x, y, width, align, size, pitch, bold, italic, colour, lines } = self;
        (x, y, width, align, size, pitch, bold, italic, colour, lines).serialize(serializer)
    }
}

/// To a thousandth: nobody sees less, and every machine writes the same.
pub(super) fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
