//! In: a batch that is printed on blanks. Out: the page by which a printer is adjusted:
//! a grid of mm, and on it every place at which the batch prints, moved as it is.

use serde::Serialize;

use super::press::{Press, Sheets};
use super::view::round;
use crate::attestation::CALIBRATION;

/// The page, as its template is told it.
#[derive(Serialize)]
pub(super) struct Calibration<'a> {
    #[serde(flatten)]
    sheets: Sheets<'a>,
    #[serde(rename = "cho")]
    places: Vec<PlaceView>,
    #[serde(rename = "ma_qr")]
    codes: Vec<CodePlace>,
}

/// The lines of a part, mm.
#[derive(Serialize)]
struct PlaceView {
    #[serde(rename = "ten")]
    name: String,
    x: f64,
    y: f64,
    #[serde(rename = "rong")]
    width: f64,
    #[serde(rename = "dong")]
    lines: usize,
    #[serde(rename = "gian")]
    pitch: f64,
}

/// The square of a QR code, mm.
#[derive(Serialize)]
struct CodePlace {
    x: f64,
    y: f64,
    #[serde(rename = "canh")]
    side: f64,
}

impl Press<'_> {
    /// What stands at each certificate of a sheet.
    pub(super) fn calibrated(&self) -> Calibration<'_> {
        let mut sheets = self.sheets(CALIBRATION.into());
        let profile = &self.batch.profile;
        let offset = self.batch.record.offset.unwrap_or_default();
        let (width, height) = profile.size();
        let mut corners = vec![(offset.dx, offset.dy)];
        if let Some(sheet) = profile.sheet {
            (sheets.width, sheets.height) = (sheet.width, sheet.height);
            let along = |count: usize, length: f64| {
                (0..u32::try_from(count).unwrap_or(1)).map(move |at| f64::from(at) * length)
            };
            let down = |x: f64| along(sheet.rows, height).map(move |y| (offset.dx + x, offset.dy + y));
            corners = along(sheet.columns, width).flat_map(down).collect();
        }
        let (mut places, mut codes) = (Vec::new(), Vec::new());
        let scaled = |length: f64| length * profile.scale;
        let (left, lines) = profile.above_left();
        for (x, y) in corners {
            let known =
                profile.placed().into_iter().filter_map(|part| Some((part, profile.places.get(part)?)));
            places.extend(known.map(|(part, place)| PlaceView {
                name: part.into(),
                x: round(x + scaled(place.left)),
                y: round(y + scaled(place.baseline)),
                width: round(scaled(place.width)),
                lines: place.lines,
                pitch: round(scaled(place.pitch)),
            }));
            codes.extend(self.batch.key.as_ref().map(|_| CodePlace {
                x: round(x + scaled(left)),
                y: round(y + scaled(lines - profile.code.gap - profile.code.side)),
                side: round(scaled(profile.code.side)),
            }));
        }
        Calibration { sheets, places, codes }
    }
}
