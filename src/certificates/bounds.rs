//! In: a profile of certificates. Out: the first value in it with which lines
//! would leave the paper, cover each other, or be too small to read.

use super::profile::CertificateProfile;

/// Sizes of letters that can be read and printed, pt.
const SIZES: (f64, f64) = (6.0, 200.0);
/// Lengths of paper, mm.
const PAPER: (f64, f64) = (50.0, 2000.0);
/// By how much a profile may be smaller or larger than the one it follows: paper of half
/// the side to twice that.
const SCALES: (f64, f64) = (0.5, 2.0);
/// Sides of a QR code that a telephone reads and that leaves room for words, mm.
const CODES: (f64, f64) = (15.0, 60.0);
/// Thicknesses of lines that are drawn, pt.
const STROKES: (f64, f64) = (0.0, 20.0);
/// What two equal lengths may differ by once they are multiplied, mm.
const ROUNDING: f64 = 1e-6;
/// From a QR code to the lines below it, mm.
const GAPS: (f64, f64) = (0.0, 40.0);

/// A value that cannot be used: its key, and what it may be.
pub(super) struct OutOfBounds {
    pub(super) key: String,
    pub(super) value: f64,
    pub(super) least: f64,
    pub(super) most: f64,
    /// The part that stands in the way, for a place on a blank.
    pub(super) beside: Option<String>,
}

/// The first value out of its bounds, in the order of the file.
pub(super) fn first(profile: &CertificateProfile) -> Option<OutOfBounds> {
    let (paper, frame, foot) = (&profile.paper, &profile.frame, &profile.foot);
    let (heading, emblem, code) = (&profile.heading, &profile.emblem, &profile.code);
    let (width, height) = (paper.width, paper.height);
    let inside = width - 2.0 * frame.inner_x;
    let half = foot.width / 2.0;
    let mut all = vec![
        ("ti_le", profile.scale, SCALES),
        ("giay.rong", width, PAPER),
        ("giay.cao", height, PAPER),
        ("khung.trong_ngang", frame.inner_x, (0.0, width / 4.0)),
        ("khung.trong_doc", frame.inner_y, (0.0, height / 4.0)),
        ("khung.ngoai_ngang", frame.outer_x, (0.0, frame.inner_x)),
        ("khung.ngoai_doc", frame.outer_y, (0.0, frame.inner_y)),
        ("khung.net_ngoai", frame.outer_stroke, STROKES),
        ("khung.net_trong", frame.inner_stroke, STROKES),
        ("khung.net_hoa_van", frame.band_stroke, STROKES),
        ("tieu_de.chan_chu", heading.baseline, (0.0, height)),
        ("tieu_de.gian_dong", heading.pitch, (0.0, height)),
        ("tieu_de.ke", heading.to_rule, (0.0, height)),
        ("tieu_de.net_ke", heading.stroke, STROKES),
        ("bieu_trung.cao", emblem.height, (1.0, height)),
        ("bieu_trung.dinh", emblem.top, (0.0, height - emblem.height)),
        ("bieu_trung.day_tieu_de_xuong", emblem.push, (0.0, height)),
        ("ma_qr.canh", code.side, (CODES.0, CODES.1.min(width.min(height) / 2.0))),
        ("ma_qr.cach", code.gap, GAPS),
        ("chan.rong_ky", foot.width, (20.0, inside)),
        ("chan.tam_ky", foot.centre, (half, width - half)),
        ("chan.le_trai", foot.left, (0.0, width)),
        ("chan.rong_trai", foot.left_width, (20.0, (width - foot.left).max(20.0))),
        ("chan.day", foot.bottom, (0.0, height)),
        ("chan.cho_ky", foot.room, (5.0, height / 2.0)),
        ("chan.gian_dong", foot.pitch, (0.0, height)),
        ("chan.den_ngay", foot.to_date, (0.0, height)),
        ("chan.cach_tren", foot.clearance, (0.0, height)),
        ("gian.nhieu_nhat", profile.stretch.most, (1.0, 5.0)),
    ]
    .into_iter()
    .map(|(key, value, range)| (key.to_string(), value, range))
    .collect::<Vec<_>>();
    for (name, style) in &profile.styles {
        let of = |key: &str| format!("kieu.{name}.{key}");
        all.push((of("co"), style.size, SIZES));
        all.push((of("co_nho"), style.least(), (SIZES.0, style.size)));
        all.extend(style.width.map(|own| (of("rong"), own, (20.0, inside))));
        all.extend(style.gap.map(|own| (of("cach"), own, (0.0, height))));
        all.push((of("gian_dong"), style.pitch, (0.8, 5.0)));
    }
    all.extend(sheet(profile));
    outside(all)
}

/// The first colour that is none, as PDF has them: `#c00000`, `#c00`.
pub(super) fn colour(profile: &CertificateProfile) -> Option<(&'static str, &str)> {
    let [frame, band] = profile.frame.colours();
    let all = [
        ("do", profile.red.as_str()),
        ("den", &profile.black),
        ("khung.mau", frame),
        ("khung.mau_hoa_van", band),
    ];
    all.into_iter().find(|(_, value)| {
        let digits = value.strip_prefix('#').unwrap_or_default();
        !matches!(digits.len(), 3 | 6) || !digits.bytes().all(|b| b.is_ascii_hexdigit())
    })
}

/// What the sheet for several may be: the printed certificates side by side on it.
fn sheet(profile: &CertificateProfile) -> Vec<(String, f64, (f64, f64))> {
    let Some(sheet) = &profile.sheet else { return Vec::new() };
    let (width, height) = profile.size();
    let sides = [
        ("to.rong", sheet.width, width, "to.cot", sheet.columns),
        ("to.cao", sheet.height, height, "to.hang", sheet.rows),
    ];
    let mut all = Vec::new();
    for (side, length, one, key, count) in sides {
        let fit = (length / one + ROUNDING).floor().max(1.0);
        all.push((side.to_string(), length, (one - ROUNDING, PAPER.1.max(one))));
        all.push((key.to_string(), counted(count), (1.0, fit)));
    }
    all
}

pub(super) fn counted(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The first of these values that is not from its least to its most.
pub(super) fn outside(all: Vec<(String, f64, (f64, f64))>) -> Option<OutOfBounds> {
    let out = |(_, value, (least, most)): &(String, f64, (f64, f64))| !(*least..=*most).contains(value);
    let (key, value, (least, most)) = all.into_iter().find(out)?;
    Some(OutOfBounds { key, value, least, most, beside: None })
}
