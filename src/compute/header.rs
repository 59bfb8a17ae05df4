//! In: body, number, place and date of a document or of a copy. Out: the cells of
//! its header as printed (R-D-090…115).

use super::lines;
use crate::documents::IssuingBody;
use crate::standard::Profile;
use crate::values::{Date, Number, one_line};

/// The superior's lines.
pub(super) fn superior(body: &IssuingBody) -> Option<String> {
    body.superior.as_deref().and_then(lines)
}

/// The body's name, its lines kept; joint bodies in a row (R-D-092).
pub(super) fn body(body: &IssuingBody) -> String {
    names(body, |name| lines(name).unwrap_or_default())
}

/// The same on one line, as written: `Ban Tổ chức Tỉnh uỷ - Ban Dân vận Tỉnh uỷ`.
pub(super) fn body_in_text(body: &IssuingBody) -> String {
    body.name_in_text.as_deref().map_or_else(|| names(body, one_line), one_line)
}

fn names(body: &IssuingBody, tidy: impl Fn(&str) -> String) -> String {
    body.names().map(tidy).collect::<Vec<_>>().join(" - ")
}

/// `27-KH/ĐUK` (R-D-100), with room for the number while there is none.
pub(super) fn symbol(number: Option<Number>, code: &str, body: &IssuingBody, profile: &Profile) -> String {
    let words = &profile.symbol;
    let number = number.map_or_else(|| words.blank.clone(), |number| number.to_string());
    let bodies = body.codes().map(|(_, code)| code).collect::<Vec<_>>().join("-");
    // A state công văn has no type code (R-N-027).
    let code = if code.is_empty() { String::new() } else { format!("{code}{}", words.before_body) };
    format!("{number}{}{code}{bodies}", words.before_type)
}

/// `Trà Vinh, ngày 19 tháng 3 năm 2020` (R-D-110), with room for the day on
/// request.
pub(super) fn place_and_date(place: &str, date: Date, blank_day: bool, profile: &Profile) -> String {
    let date = if blank_day { date.with_day(&profile.place.blank_day) } else { date.in_words() };
    format!("{}, {date}", one_line(place))
}
