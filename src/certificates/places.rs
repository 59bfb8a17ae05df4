//! In: a profile and the room that its blank has for each part. Out: the first place
//! that is beside the paper or so close to another one that letters would touch; how
//! large the letters of a part may be, and what an offset of the printer moves off.

use std::collections::BTreeMap;

use super::bounds::{OutOfBounds, counted, outside};
use super::fit::PT;
use super::page::{largest_below, least_gap};
use super::parts::{Place, Style};
use super::profile::CertificateProfile;
use super::record::Offset;

/// As many dotted lines as one part may have.
const LINES: usize = 10;

/// A part, how it is set, and where.
type Part<'p> = (&'p str, &'p Style, &'p Place);

/// The first value of a place that cannot be; `own` are the keys that the profile's own
/// file writes, by part: of two places that meet one of these is told.
pub(super) fn first(
    profile: &CertificateProfile,
    own: &BTreeMap<String, Vec<String>>,
) -> Option<OutOfBounds> {
    let (width, height) = (profile.paper.width, profile.paper.height);
    let writes = |part: &str, key: &str| own.get(part).is_some_and(|keys| keys.iter().any(|own| own == key));
    let mut all = Vec::new();
    let mut parts = parts(profile);
    for (part, style, place) in &parts {
        let of = |key: &str| format!("cho.{part}.{key}");
        let lines = counted(place.lines);
        let lowest = height - tail(style, place);
        all.push((of("chan"), place.baseline, (style.size * PT, lowest)));
        all.push((of("dong"), lines, (1.0, counted(LINES))));
        all.push((of("trai"), place.left, (0.0, width)));
        all.push((of("rong"), place.width, (5.0, width - place.left)));
        if place.lines > 1 {
            let (least, room) = (least_gap(style.least(), style.least()), lowest - place.baseline);
            let most = room / (lines - 1.0);
            // So many lines, whose distance the file leaves as it is, or at no distance.
            let kept = writes(part, "dong") && !writes(part, "gian_dong") && place.pitch >= least;
            if most < least || (kept && place.pitch > most) {
                let pitch = if kept { place.pitch } else { least };
                all.push((of("dong"), lines, (1.0, (room / pitch).floor().max(0.0) + 1.0)));
            } else {
                all.push((of("gian_dong"), place.pitch, (least, most)));
            }
        }
    }
    parts.sort_by_key(|(part, ..)| !own.contains_key(*part));
    let meeting = || {
        parts.iter().find_map(|own| {
            let part = own.0;
            // Where the file only says how many lines there are, or how far apart, that is at fault.
            let elsewhere = || baseline(own, &parts, height);
            if writes(part, "chan") {
                return elsewhere();
            }
            let fewer = writes(part, "dong").then(|| fewer(own, &parts)).flatten();
            let closer = || writes(part, "gian_dong").then(|| closer(own, &parts)).flatten();
            fewer.or_else(closer).or_else(elsewhere)
        })
    };
    outside(all).or_else(meeting)
}

fn are_beside(one: &Place, other: &Place) -> bool {
    other.left >= one.left + one.width || one.left >= other.left + other.width
}

/// The baselines with which a part would meet each of the others.
fn taken<'p>((part, style, place): &Part<'_>, parts: &[Part<'p>]) -> Vec<(&'p str, f64, f64)> {
    let others = parts.iter().filter(|(name, _, other)| name != part && !are_beside(place, other));
    let taken = others.map(|(name, other_style, other)| {
        let above = least_gap(place.largest(style), other_style.least()) + place.last() - place.baseline;
        let below = least_gap(other.largest(other_style), style.least());
        (*name, other.baseline - above, other.last() + below)
    });
    taken.collect()
}

/// The part that another one meets.
fn met<'p>(own: &Part<'_>, parts: &[Part<'p>]) -> Option<&'p str> {
    let at = own.2.baseline;
    taken(own, parts).into_iter().find(|(_, from, to)| *from < at && at < *to).map(|(name, ..)| name)
}

/// The nearest free room for a part that meets another one.
fn baseline(own: &Part<'_>, parts: &[Part<'_>], height: f64) -> Option<OutOfBounds> {
    let (part, style, place) = own;
    let name = met(own, parts)?;
    let taken = taken(own, parts);
    let is_free = |at: f64| !taken.iter().any(|(_, from, to)| *from < at && at < *to);
    let highest = style.size * PT;
    let lowest = (height - tail(style, place) - (place.last() - place.baseline)).max(highest);
    let edges = taken.iter().flat_map(|(_, from, to)| [*from, *to]).chain([highest, lowest]);
    let free: Vec<f64> = edges.filter(|at| (highest..=lowest).contains(at) && is_free(*at)).collect();
    let near = free
        .iter()
        .copied()
        .min_by(|one, other| (one - place.baseline).abs().total_cmp(&(other - place.baseline).abs()));
    let near = near.unwrap_or(place.baseline);
    // As far as the next place on that side.
    let least = taken.iter().map(|(.., to)| *to).filter(|to| *to <= near).fold(highest, f64::max);
    let most = taken.iter().map(|(_, from, _)| *from).filter(|from| *from >= near).fold(lowest, f64::min);
    let key = format!("cho.{part}.chan");
    Some(OutOfBounds { key, value: place.baseline, least, most, beside: Some(name.into()) })
}

/// How many lines a part could have that meets another one, if fewer would not.
fn fewer(own: &Part<'_>, parts: &[Part<'_>]) -> Option<OutOfBounds> {
    let (part, style, place) = *own;
    let name = met(own, parts)?;
    let fits = |lines: &usize| met(&(part, style, &Place { lines: *lines, ..*place }), parts).is_none();
    let most = (1..place.lines).rev().find(fits)?;
    let (key, value) = (format!("cho.{part}.dong"), counted(place.lines));
    Some(OutOfBounds { key, value, least: 1.0, most: counted(most), beside: Some(name.into()) })
}

/// How far apart its lines could be, if they may be that close.
fn closer(own: &Part<'_>, parts: &[Part<'_>]) -> Option<OutOfBounds> {
    let (part, style, place) = *own;
    let name = met(own, parts)?;
    let (_, other_style, other) = parts.iter().find(|(other, ..)| *other == name)?;
    let lowest = other.baseline - least_gap(place.largest(style), other_style.least());
    let least = least_gap(style.least(), style.least());
    let most = (lowest - place.baseline) / counted(place.lines.checked_sub(1)?);
    let key = format!("cho.{part}.gian_dong");
    let fits = most >= least && met(&(part, style, &Place { pitch: most, ..*place }), parts).is_none();
    fits.then(|| OutOfBounds { key, value: place.pitch, least, most, beside: Some(name.into()) })
}

/// The largest letters of a part that leave the lines above it alone, pt.
pub(super) fn largest(profile: &CertificateProfile, part: &str) -> Option<f64> {
    let parts = parts(profile);
    let (_, style, place) = parts.iter().find(|(name, ..)| *name == part)?;
    let above = parts.iter().filter(|(.., other)| other.last() < place.baseline && !are_beside(place, other));
    let sizes =
        above.map(|(_, style, other)| largest_below(place.baseline - other.last(), other.largest(style)));
    Some(sizes.fold(style.size, f64::min).max(style.least()))
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
