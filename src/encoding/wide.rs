//! In: bytes. Out: whether they are letters of two or four bytes each, and in
//! which order.

use super::Legacy;

/// UTF-16 or UTF-32, by their mark or by where the zero bytes stand.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Legacy> {
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return Some(Legacy::Utf32);
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Some(Legacy::Utf16);
    }
    // Without a mark: most letters are ASCII, and half of their bytes are zero.
    let [even, odd] = zeros(bytes);
    let letters = bytes.len() / 2;
    let sided = even.max(odd) * 2 >= letters && even.min(odd) * 20 <= letters;
    (letters > 1 && bytes.len().is_multiple_of(2) && sided).then_some(Legacy::Utf16)
}

/// Whether the first byte of a letter of UTF-16 is its greater half.
pub(super) fn is_big_endian(bytes: &[u8]) -> bool {
    let [even, odd] = zeros(bytes);
    bytes.starts_with(&[0xfe, 0xff]) || (!bytes.starts_with(&[0xff, 0xfe]) && even > odd)
}

/// The text; what is no letter is replaced.
pub(super) fn utf32(bytes: &[u8]) -> String {
    let big = bytes.starts_with(&[0, 0, 0xfe, 0xff]);
    let letter = |four: &[u8]| {
        let four = <[u8; 4]>::try_from(four).ok()?;
        char::from_u32(if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    };
    let text: String = bytes.chunks(4).map(|four| letter(four).unwrap_or('\u{fffd}')).collect();
    text.trim_start_matches('\u{feff}').into()
}

/// How many zero bytes stand at even and at odd places.
fn zeros(bytes: &[u8]) -> [usize; 2] {
    let at = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    [at(0), at(1)]
}
