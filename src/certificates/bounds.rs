//! In: a profile of certificates. Out: the first value in it with which lines
//! would leave the paper, cover each other, or be too small to read.

use super::fit::PT;
use super::page::least_gap;
use super::parts::{Place, Style};
use super::profile::CertificateProfile;
use super::record::Offset;

/// Sizes of letters that can be read and printed, pt.
const SIZES: (f64, f64) = (6.0, 200.0);
/// Lengths of paper, mm.
const PAPER: (f64, f64) = (50.0, 2000.0);
/// Sides of a QR code that a telephone reads and that leaves room for words, mm.
const CODES: (f64, f64) = (15.0, 60.0);
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
    let (emblem, code) = (&profile.emblem, &profile.code);
    let (width, height) = (paper.width, paper.height);
    let inside = width - 2.0 * frame.inner_x;
    let half = foot.width / 2.0;
    let mut all = vec![
        ("ti_le", profile.scale, (0.1, 10.0)),
        ("giay.rong", width, PAPER),
        ("giay.cao", height, PAPER),
        ("khung.trong_ngang", frame.inner_x, (0.0, width / 4.0)),
        ("khung.trong_doc", frame.inner_y, (0.0, height / 4.0)),
        ("khung.ngoai_ngang", frame.outer_x, (0.0, frame.inner_x)),
        ("khung.ngoai_doc", frame.outer_y, (0.0, frame.inner_y)),
        ("tieu_de.chan_chu", profile.heading.baseline, (0.0, height)),
        ("bieu_trung.cao", emblem.height, (1.0, height)),
        ("bieu_trung.dinh", emblem.top, (0.0, height - emblem.height)),
        ("ma_qr.canh", code.side, (CODES.0, CODES.1.min(width.min(height) / 2.0))),
        ("ma_qr.cach", code.gap, GAPS),
        ("chan.rong_ky", foot.width, (20.0, inside)),
        ("chan.tam_ky", foot.centre, (half, width - half)),
        ("chan.le_trai", foot.left, (0.0, width)),
        ("chan.rong_trai", foot.left_width, (20.0, (width - foot.left).max(20.0))),
        ("chan.day", foot.bottom, (0.0, height)),
        ("chan.cho_ky", foot.room, (5.0, height / 2.0)),
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
        all.push((of("gian_dong"), style.pitch, (0.8, 5.0)));
    }
    all.extend(sheet(profile));
    outside(all)
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

fn counted(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn outside(all: Vec<(String, f64, (f64, f64))>) -> Option<OutOfBounds> {
    let out = |(_, value, (least, most)): &(String, f64, (f64, f64))| !(*least..=*most).contains(value);
    let (key, value, (least, most)) = all.into_iter().find(out)?;
    Some(OutOfBounds { key, value, least, most, beside: None })
}

/// The same of the places on its blank, which it has for all parts: beside the
/// paper, or so close to another one that letters would touch.
/// Of two such places the one that stands in the profile's own file is told.
pub(super) fn places(profile: &CertificateProfile, own: &[String]) -> Option<OutOfBounds> {
    let (width, height) = (profile.paper.width, profile.paper.height);
    let mut all = Vec::new();
    let mut parts = parts(profile);
    for (part, style, place) in &parts {
        let of = |key: &str| format!("cho.{part}.{key}");
        let lines = counted(place.lines);
        let lowest = height - tail(style, place);
        all.push((of("chan"), place.baseline, (style.size * PT, lowest)));
        all.push((of("dong"), lines, (1.0, 10.0)));
        all.push((of("trai"), place.left, (0.0, width)));
        all.push((of("rong"), place.width, (5.0, width - place.left)));
        if place.lines > 1 {
            let least = least_gap(style.least(), style.least());
            let most = (lowest - place.baseline) / (lines - 1.0);
            all.push((of("gian_dong"), place.pitch, (least, most.max(least))));
        }
    }
    parts.sort_by_key(|(part, ..)| !own.iter().any(|own| own == part));
    outside(all).or_else(|| parts.iter().find_map(|part| meets(part, &parts, height)))
}

/// The other part that this one meets, and the nearest free room for it.
fn meets(
    (part, style, place): &(&str, &Style, &Place),
    parts: &[(&str, &Style, &Place)],
    height: f64,
) -> Option<OutOfBounds> {
    let is_beside =
        |other: &Place| other.left >= place.left + place.width || place.left >= other.left + other.width;
    // The baselines with which it would meet each of the others.
    let taken = parts.iter().filter(|(name, _, other)| name != part && !is_beside(other));
    let taken = taken.map(|(name, other_style, other)| {
        let above = least_gap(place.largest(style), other_style.size) + place.last() - place.baseline;
        let below = least_gap(other.largest(other_style), style.size);
        (*name, other.baseline - above, other.last() + below)
    });
    let taken: Vec<_> = taken.collect();
    let meets = |at: f64| taken.iter().find(|(_, from, to)| *from < at && at < *to);
    let (name, ..) = meets(place.baseline)?;
    let highest = style.size * PT;
    let lowest = (height - tail(style, place) - (place.last() - place.baseline)).max(highest);
    let edges = taken.iter().flat_map(|(_, from, to)| [*from, *to]).chain([highest, lowest]);
    let free: Vec<f64> = edges.filter(|at| (highest..=lowest).contains(at) && meets(*at).is_none()).collect();
    let near = free
        .iter()
        .copied()
        .min_by(|one, other| (one - place.baseline).abs().total_cmp(&(other - place.baseline).abs()));
    let near = near.unwrap_or(place.baseline);
    // As far as the next place on that side.
    let least = taken.iter().map(|(.., to)| *to).filter(|to| *to <= near).fold(highest, f64::max);
    let most = taken.iter().map(|(_, from, _)| *from).filter(|from| *from >= near).fold(lowest, f64::min);
    let key = format!("cho.{part}.chan");
    Some(OutOfBounds { key, value: place.baseline, least, most, beside: Some((*name).into()) })
}

/// The first part whose place lies on the paper, but not once the batch moves it; the QR
/// code too, where the batch has one.
pub(super) fn moved_off(profile: &CertificateProfile, by: Offset, code: bool) -> Option<&str> {
    let (width, height) = profile.size();
    let off = |(_, style, place): &(&str, &Style, &Place)| {
        let scaled = |length: f64| length * profile.scale;
        let (left, right) = (scaled(place.left) + by.dx, scaled(place.left + place.width) + by.dx);
        let top = scaled(place.baseline - style.size * PT) + by.dy;
        let bottom = scaled(place.last() + tail(style, place)) + by.dy;
        left < 0.0 || right > width || top < 0.0 || bottom > height
    };
    let part = parts(profile).into_iter().find(off).map(|(part, ..)| part);
    part.or_else(|| {
        Some("ma_qr").filter(|_| code && !code_off(profile, Offset::default()) && code_off(profile, by))
    })
}

fn code_off(profile: &CertificateProfile, by: Offset) -> bool {
    let (width, height) = profile.size();
    let (left, lines) = profile.above_left();
    let side = profile.code.side * profile.scale;
    let (x, y) = (left * profile.scale + by.dx, (lines - profile.code.gap) * profile.scale - side + by.dy);
    x < 0.0 || x + side > width || y < 0.0 || y + side > height
}

/// The parts with a place on the blank.
fn parts(profile: &CertificateProfile) -> Vec<(&str, &Style, &Place)> {
    let known = |part| Some((part, profile.styles.get(part)?, profile.places.get(part)?));
    profile.placed().into_iter().filter_map(known).collect()
}

/// What the letters of the last line need below it, mm.
fn tail(style: &Style, place: &Place) -> f64 {
    least_gap(place.largest(style), 0.0)
}
